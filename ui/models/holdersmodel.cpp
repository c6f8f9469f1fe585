// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/holdersmodel.h"

#include "support/format.h"
#include "support/text.h"

#include <QLocale>

namespace Linescope {

// Rows are by rank: as many come or go as there are more or fewer, and all others change.
void HoldersModel::setShares(const std::vector<MemoryShare> &shares)
{
    if (shares == m_shares)
        return;
    const int before = rowCount();
    const int after = int(shares.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_shares.insert(m_shares.end(), shares.begin() + before, shares.end());
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_shares.resize(shares.size());
        endRemoveRows();
    }
    m_shares = shares;
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, columnCount() - 1));
}

int HoldersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shares.size()); }

int HoldersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant HoldersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemoryShare &share = m_shares[size_t(index.row())];
    const Column column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (column == Column::Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole)
        return toolTipText(
            tr("%1: %2 in the library, %3 at the provider.")
                .arg(visibleText(share.name, 60), bytesText(share.libraryBytes), bytesText(share.providerBytes)));
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool isText = role == Qt::DisplayRole;
    switch (column) {
    case Column::Name:
        return visibleText(share.name, 60);
    case Column::Handles:
        return isText ? QVariant(QLocale().toString(share.handles)) : QVariant(share.handles);
    case Column::Bytes:
        return isText ? QVariant(bytesText(share.bytes())) : QVariant(share.bytes());
    case Column::Count:
        break;
    }
    return {};
}

QVariant HoldersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Application");
    case Column::Handles:
        return tr("Retained");
    case Column::Bytes:
        return tr("Memory");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
