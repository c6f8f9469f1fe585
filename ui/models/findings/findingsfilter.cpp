// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/findings/findingsfilter.h"

#include "models/findings/findingsmodel.h"

#include <algorithm>

namespace Linescope {

FindingsFilter::FindingsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(FindingsModel::SortRole);
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
}

void FindingsFilter::setLeast(Severity severity)
{
    m_least = severity;
    invalidateFilter();
}

void FindingsFilter::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void FindingsFilter::setMutedShown(bool shown)
{
    m_mutedShown = shown;
    invalidateFilter();
}

// Groups are there for what is in them.
bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false;
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (first.data(FindingsModel::SeverityRole).toInt() < int(m_least))
        return false;
    if (!m_mutedShown && !first.data(FindingsModel::MutedRole).isNull())
        return false;
    QString text = parent.data().toString();
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        text += u'\n' + first.siblingAtColumn(column).data().toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Linescope
