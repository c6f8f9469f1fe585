// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: new levels, filters and orders, and how the rows that come of them replace the old ones.

#include "models/handles/grouppass.h"
#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

// A million rows take longer to free than a frame.
template<class T>
void freeElsewhere(std::unique_ptr<T> owned)
{
    if (T *const left = owned.release())
        QThreadPool::globalInstance()->start([left] { delete left; });
}

} // namespace

HandleTree::Goal HandleTree::goal() const { return m_pass ? m_pass->goal() : m_groups->goal(); }

HandleGroups *HandleTree::nextAlike() const
{
    return m_pass && m_pass->goal().levels == m_groups->goal().levels ? &m_pass->groups() : nullptr;
}

void HandleTree::setSlices(int handles, int steps)
{
    m_work.setSlices(handles, steps);
    m_atOnce = 0;
}

void HandleTree::setFilter(const HandleFilter &filter)
{
    if (m_active && !m_pass && m_live->world().handles().size() <= m_atOnce) {
        m_groups->beginFrame();
        m_groups->planRemove(m_ghosts.takeAll());
        m_groups->setFilter(filter);
        m_groups->lookAtAll();
        carryOut();
        announceVisible();
        return;
    }
    Goal wanted = goal();
    wanted.filter = filter;
    startPass(wanted, false);
}

void HandleTree::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < int(Column::Count);
    Goal wanted = goal();
    const ColumnSpec *before = std::exchange(wanted.column, &columnSpec(isColumn ? Column(column) : Column::Handle));
    const bool wasDescending = std::exchange(wanted.descending, column >= 0 && order == Qt::DescendingOrder);
    if (wanted.column != before || wanted.descending != wasDescending)
        startPass(wanted, true);
}

void HandleTree::resetTo(const Goal &goal)
{
    m_work.stop();
    freeElsewhere(std::exchange(m_pass, nullptr));
    beginResetModel();
    m_ghosts.clear();
    m_lostGhosts.clear();
    m_gap.clear();
    auto empty = std::make_unique<HandleGroups>(m_live, &m_clock, &m_ghosts, goal);
    if (goal.levels == m_groups->goal().levels)
        empty->expandLike(*m_groups);
    freeElsewhere(std::exchange(m_groups, std::move(empty)));
    m_isFilling = false;
    if (m_active) {
        m_pass = std::make_unique<GroupPass>(m_live, &m_clock, goal, false);
        m_pass->groups().expandLike(*m_groups);
        m_isFilling = !m_work.start();
    }
    if (m_pass && !m_isFilling) {
        m_groups = m_pass->takeGroups();
        m_groups->setGhosts(&m_ghosts);
        m_pass.reset();
        m_work.stop();
    }
    endResetModel();
}

void HandleTree::startPass(const Goal &goal, bool keepsFilter)
{
    if (!m_active)
        return resetTo(goal);
    const bool keeps = keepsFilter && (!m_pass || m_pass->keepsFilter());
    auto pass = std::make_unique<GroupPass>(m_live, &m_clock, goal, keeps);
    if (goal.levels == m_groups->goal().levels)
        pass->groups().expandLike(*m_groups);
    freeElsewhere(std::exchange(m_pass, std::move(pass)));
    if (m_work.start())
        endPass();
}

void HandleTree::endPass()
{
    const bool keepsFilter = m_pass->keepsFilter();
    std::unique_ptr<HandleGroups> groups = m_pass->takeGroups();
    freeElsewhere(std::exchange(m_pass, nullptr));
    const bool keepsRows = groups->goal().levels == m_groups->goal().levels && !std::exchange(m_isFilling, false);
    groups->setGhosts(&m_ghosts);
    if (keepsRows && keepsFilter) {
        groups->planGhosts(*m_groups);
        groups->difference();
        groups->relink();
        groups->forgetRemoved();
    }
    if (keepsRows) {
        replaceRows(std::move(groups));
    } else {
        beginResetModel();
        freeElsewhere(std::exchange(m_groups, std::move(groups)));
        endResetModel();
    }
    if (!keepsRows || !keepsFilter)
        m_ghosts.clear(); // nobody knows where they belong
    m_work.stop();
}

// First there are rows enough for all that comes or goes; then everything is in its place, with a gap where the current
// row or a selected one has gone, so that its neighbour follows it; then the gap closes.
void HandleTree::replaceRows(std::unique_ptr<HandleGroups> groups)
{
    const int before = rowCount();
    const int after = groups->tree().rowCount();
    const auto fill = [this](int place, int rows) {
        m_gapPlace = place;
        m_gap.assign(size_t(rows), RowTree::None);
    };
    const std::map<int, int> leaving = rowsThatLeave(*groups);
    const int most = std::max(before, after + int(leaving.size()));
    if (most > before) {
        beginInsertRows({}, before, most - 1);
        fill(before, most - before);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList indexes = persistentIndexList();
    std::swap(m_groups, groups);
    fill(std::min(leaving.empty() ? after : leaving.begin()->first, after), most - after);
    QModelIndexList changed;
    changed.reserve(indexes.size());
    for (const QModelIndex &index : indexes) {
        const auto gone = leaving.find(index.row());
        changed.push_back(gone == leaving.end()
                              ? sameIndex(index, *groups)
                              : createIndex(m_gapPlace + gone->second, index.column(), quintptr(RowTree::None)));
    }
    changePersistentIndexList(indexes, changed);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (most > after) {
        beginRemoveRows({}, m_gapPlace, m_gapPlace + most - after - 1);
        m_gap.clear();
        endRemoveRows();
    }
    freeElsewhere(std::move(groups));
}

// Of those that somebody keeps an index of, with their places among each other.
std::map<int, int> HandleTree::rowsThatLeave(const HandleGroups &next) const
{
    std::map<int, int> rows;
    const QModelIndexList indexes = persistentIndexList();
    for (const QModelIndex &index : indexes) {
        const Node node = sameNode(Node(index.internalId()), *m_groups, next);
        if (node == RowTree::None || !next.tree().isVisible(node))
            rows.insert({index.row(), 0});
    }
    int place = 0;
    for (auto &row : rows)
        row.second = place++;
    return rows;
}

HandleTree::Node HandleTree::sameNode(Node node, const HandleGroups &before, const HandleGroups &after)
{
    if (node == RowTree::None) // of a gap
        return node;
    return before.isGroup(node) ? after.groupOf(before.group(node).key) : after.leafOf(before.row(node).handle);
}

QModelIndex HandleTree::sameIndex(const QModelIndex &index, const HandleGroups &before) const
{
    const Node node = sameNode(Node(index.internalId()), before, *m_groups);
    const int row = node == RowTree::None ? -1 : rowOfNode(node);
    return row < 0 ? QModelIndex() : createIndex(row, index.column(), quintptr(node));
}

} // namespace Linescope
