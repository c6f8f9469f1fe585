// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: what its cells say.

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QLocale>

namespace Linescope {

using namespace Qt::StringLiterals;

QVariant HandleTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Node node = Node(index.internalId());
    if (node >= m_groups->nodeCount())
        return {};
    const Column column = Column(index.column());
    if (role == DepthRole)
        return int(m_groups->row(node).depth);
    if (role == GroupRole)
        return m_groups->isGroup(node);
    if (role == HeadingRole)
        return m_groups->isGroup(node) && m_groups->row(node).depth == 0;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (columnSpec(column).rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::AccessibleTextRole && column == Column::Handle)
        return accessibleName(node);
    return m_groups->isGroup(node) ? groupData(node, column, role) : leafData(node, column, role);
}

QVariant HandleTree::leafData(Node node, Column column, int role) const
{
    const HandleRow row = m_groups->rowFor(node);
    if (!row.handle)
        return {}; // gone in this batch, its row is on the way out
    const ColumnSpec &spec = columnSpec(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return visibleText(leafText(row, column));
    case Qt::ToolTipRole:
        return toolTipText(spec.toolTip(row));
    case HandleModel::SortRole:
        return spec.sortText ? QVariant(spec.sortText(row)) : QVariant(spec.key(row));
    case HandleModel::LifeRole:
        return int(row.life());
    case HandleModel::StateRole:
        return int(row.call->state);
    case HandleModel::HandleRole:
        return row.handle->id.value;
    case HandleModel::ExportRole:
        return spec.exported(row);
    default:
        return {};
    }
}

// Below its call a handle need not repeat what the call says; who holds it is what matters there.
QString HandleTree::leafText(const HandleRow &row, Column column) const
{
    if (m_groups->hasCallLevel() && column == Column::Handle)
        return shortName(row.handle->id) + u"  "_s + row.app();
    if (m_groups->hasCallLevel() && column == Column::Parties)
        return {};
    return columnSpec(column).text(row);
}

QVariant HandleTree::groupData(Node node, Column column, int role) const
{
    if (m_groups->isCall(node))
        return callCell(node, column, role);
    const Totals &totals = m_groups->group(node).totals;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case HandleModel::ExportRole:
        if (column == Column::Bytes && role == HandleModel::ExportRole)
            return totals.bytes;
        return visibleText(groupText(node, column));
    case Qt::ToolTipRole:
        return toolTipText(visibleText(nameOfGroup(node)) + u'\n' + summary(m_groups->group(node)));
    case HandleModel::LifeRole:
        return int(totals.handles == 0 ? Life::Void : Life::Live);
    case ExpandedRole:
        return m_groups->tree().isExpanded(node);
    case SummaryRole:
        return summary(m_groups->group(node));
    default:
        return {};
    }
}

QString HandleTree::groupText(Node node, Column column) const
{
    if (column == Column::Handle)
        return nameOfGroup(node);
    if (column == Column::State)
        return summary(m_groups->group(node));
    return column == Column::Bytes ? bytesText(m_groups->group(node).totals.bytes) : QString();
}

QVariant HandleTree::callCell(Node node, Column column, int role) const
{
    const HandleRow row = m_groups->callRowFor(node);
    if (!row.handle)
        return {};
    const HandleGroups::Group &own = m_groups->group(node);
    const auto text = [&] {
        const Totals &totals = own.totals;
        switch (column) {
        case Column::Handle:
            return longName(row.call->id);
        case Column::App:
            return tr("%Ln handle(s)", nullptr, totals.handles);
        case Column::Privilege:
            return tr("%1 own, %2 watch", "applications that own a call, that only watch it")
                .arg(QLocale().toString(totals.owners), QLocale().toString(totals.handles - totals.owners));
        case Column::Age:
            return toDurationString(row.now - row.call->created);
        case Column::Bytes:
            return bytesText(totals.bytes);
        default:
            return columnSpec(column).text(row);
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return visibleText(text());
    case Qt::ToolTipRole:
        return column == Column::Handle || column == Column::App || column == Column::Privilege
            ? toolTipText(summary(own))
            : toolTipText(columnSpec(column).toolTip(row));
    case HandleModel::LifeRole:
        return int(own.totals.handles == 0 ? Life::Void : row.call->isIdle() ? Life::Retained : Life::Live);
    case HandleModel::StateRole:
        return int(row.call->state);
    case HandleModel::ExportRole:
        if (column == Column::Bytes)
            return own.totals.bytes;
        if (column == Column::Handle)
            return shortName(row.call->id);
        return column == Column::App || column == Column::Privilege || column == Column::Age
            ? QVariant(text())
            : columnSpec(column).exported(row);
    case ExpandedRole:
        return m_groups->tree().isExpanded(node);
    case SummaryRole:
        return summary(own);
    default:
        return {};
    }
}

QString HandleTree::nameOfGroup(Node node) const
{
    const QString name = groupName(m_groups->group(node).key, m_live->world());
    const QString known = name.isEmpty() ? m_groups->group(node).name : name;
    const QString shortForm = groupShortName(m_groups->group(node).key);
    if (known.isEmpty())
        return shortForm.isEmpty() ? tr("Unknown") : shortForm;
    return shortForm.isEmpty() || shortForm == known ? known : known + u"  "_s + shortForm;
}

QString HandleTree::summary(const HandleGroups::Group &group) const
{
    QStringList parts;
    if (group.key.level != GroupLevel::Call)
        parts += tr("%Ln call(s)", nullptr, group.totals.calls);
    parts += tr("%Ln handle(s)", nullptr, group.totals.handles);
    if (group.totals.retained > 0)
        parts += tr("%Ln retained", nullptr, group.totals.retained);
    return parts.join(u" · "_s);
}

// A table says nothing about levels by itself.
QString HandleTree::accessibleName(Node node) const
{
    const int level = m_groups->row(node).depth + 1;
    if (!m_groups->isGroup(node)) {
        const HandleRow row = m_groups->rowFor(node);
        return row.handle ? tr("%1, level %2").arg(visibleText(leafText(row, Column::Handle)), QString::number(level))
                          : QString();
    }
    const QString name = m_groups->isCall(node) ? groupShortName(m_groups->group(node).key)
                                                : visibleText(nameOfGroup(node));
    const QString text = m_groups->tree().isExpanded(node) ? tr("%1, level %2, expanded, %3")
                                                           : tr("%1, level %2, collapsed, %3");
    return text.arg(name, QString::number(level), summary(m_groups->group(node)));
}

QVariant HandleTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    const ColumnSpec &spec = columnSpec(Column(section));
    if (role == Qt::DisplayRole)
        return spec.column == Column::Handle ? tr("Name") : HandleModel::title(spec.column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (spec.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace Linescope
