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

void HandleTree::reset()
{
    const Goal wanted = goal();
    m_work.stop();
    freeElsewhere(std::exchange(m_pass, nullptr));
    beginResetModel();
    m_ghosts.clear();
    m_lostGhosts.clear();
    m_gap.clear();
    auto empty = std::make_unique<HandleGroups>(m_live, &m_clock, &m_ghosts, wanted);
    if (wanted.levels == m_groups->goal().levels)
        empty->expandLike(*m_groups);
    freeElsewhere(std::exchange(m_groups, std::move(empty)));
    if (m_active) {
        m_pass = std::make_unique<GroupPass>(m_live, &m_clock, wanted, false);
        m_pass->groups().expandLike(*m_groups);
        if (m_work.start()) {
            m_groups = m_pass->takeGroups();
            m_groups->setGhosts(&m_ghosts);
            m_pass.reset();
            m_work.stop();
        }
    }
    endResetModel();
}

void HandleTree::startPass(const Goal &goal, bool keepsFilter)
{
    const bool keeps = keepsFilter && (!m_pass || m_pass->keepsFilter());
    auto pass = std::make_unique<GroupPass>(m_live, &m_clock, goal, keeps);
    if (goal.levels == m_groups->goal().levels)
        pass->groups().expandLike(*m_groups);
    freeElsewhere(std::exchange(m_pass, std::move(pass)));
    if (!m_active)
        reset();
    else if (m_work.start())
        endPass();
}

void HandleTree::endPass()
{
    const bool keepsFilter = m_pass->keepsFilter();
    std::unique_ptr<HandleGroups> groups = m_pass->takeGroups();
    freeElsewhere(std::exchange(m_pass, nullptr));
    const bool keepsRows = groups->goal().levels == m_groups->goal().levels && m_groups->leafCount() > 0;
    groups->setGhosts(&m_ghosts);
    if (keepsRows && keepsFilter) {
        groups->planGhosts(*m_groups);
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

// The rows become more at their end, then everything is in its place, then they become fewer at their end.
void HandleTree::replaceRows(std::unique_ptr<HandleGroups> groups)
{
    const int before = rowCount();
    const int after = groups->tree().rowCount();
    const auto fill = [&](int rows) {
        m_gap.assign(size_t(std::max(rows, 0)), RowTree::None);
        m_gapPlace = std::min(before, after);
    };
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        fill(after - before);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList indexes = persistentIndexList();
    std::swap(m_groups, groups);
    fill(before - after);
    QModelIndexList changed;
    changed.reserve(indexes.size());
    for (const QModelIndex &index : indexes) {
        const Node node = sameNode(Node(index.internalId()), *groups);
        const int row = node == RowTree::None ? -1 : rowOfNode(node);
        changed.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column(), quintptr(node)));
    }
    changePersistentIndexList(indexes, changed);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (before > after) {
        beginRemoveRows({}, after, before - 1);
        m_gap.clear();
        endRemoveRows();
    }
    freeElsewhere(std::move(groups));
}

HandleTree::Node HandleTree::sameNode(Node node, const HandleGroups &before) const
{
    if (node >= before.nodeCount())
        return RowTree::None;
    return before.isGroup(node) ? m_groups->groupOf(before.group(node).key) : m_groups->leafOf(before.row(node).handle);
}

} // namespace Linescope
