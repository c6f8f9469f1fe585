// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparisonmodel.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

namespace Linescope {

using Kind = Scenarios::TraceDifference::Kind;

void ComparisonModel::setComparison(const Scenarios::TraceComparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

int ComparisonModel::nextDifference(int row, int step) const
{
    const int rows = rowCount();
    for (int i = 1; i <= rows; ++i) {
        const int candidate = ((row + i * step) % rows + rows) % rows;
        if (m_comparison.rows.at(candidate).kind != Kind::Same)
            return candidate;
    }
    return -1;
}

QString ComparisonModel::kindText(Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return tr("same");
    case Kind::OnlyLeft:
        return tr("only left");
    case Kind::OnlyRight:
        return tr("only right");
    case Kind::Changed:
        return tr("changed");
    }
    return {};
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_comparison.rows.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Scenarios::TraceDifference &row = m_comparison.rows.at(index.row());
    const bool same = row.kind == Kind::Same;
    if (role == KindRole)
        return int(row.kind);
    if (role == Qt::ForegroundRole && !same)
        return QBrush(toneColor(row.kind == Kind::Changed ? Tone::Bad : Tone::Good, QGuiApplication::palette()));
    if (role == Qt::AccessibleTextRole && index.column() == int(Column::Sign))
        return kindText(row.kind);
    if (role == Qt::ToolTipRole && index.column() != int(Column::Sign)) // a cell is often too narrow
        return toolTipText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Column::Sign:
        return same ? QString() : Scenarios::signOf(row.kind) + QLatin1Char(' ') + kindText(row.kind);
    case Column::Left:
        return row.left < 0 ? QString() : visibleText(m_comparison.left.at(row.left).text, 2000);
    case Column::Right:
        return row.right < 0 ? QString() : visibleText(m_comparison.right.at(row.right).text, 2000);
    case Column::Count:
        break;
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Sign:
        return tr("Difference");
    case Column::Left:
        return tr("Left");
    case Column::Right:
        return tr("Right");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
