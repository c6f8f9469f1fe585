// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleModel: which rows there are and in which order, when filter, order or time change that.

#include "models/handles/handlecolumns.h"
#include "models/handles/handlemodel.h"
#include "models/handles/handlepass.h"

#include <algorithm>
#include <utility>

namespace Linescope {

void HandleModel::reset()
{
    beginResetModel();
    if (m_pass) { // its goal holds, but not what it has found
        m_filter = m_pass->goal().filter;
        m_sortColumn = m_pass->goal().column;
        m_descending = m_pass->goal().descending;
        m_pass.reset();
        m_work.stop();
    }
    m_ghosts.clear();
    m_gap.clear();
    m_due.clear();
    m_order.clear(textOf(m_sortColumn));
    std::vector<ViewOrder::Entry> entries;
    std::vector<DueList::Entry> due;
    m_live->world().handles().forEach([&](const Handle &handle) {
        if (passes(handle))
            entries.push_back(entryFor(handle.id.value));
        if (const auto entry = DueList::entryFor(m_filter, m_live->world(), handle, now()))
            due.push_back(*entry);
    });
    m_order.assign(std::move(entries));
    m_due.assign(std::move(due));
    endResetModel();
}

void HandleModel::setFilter(const HandleFilter &filter)
{
    const ColumnSpec *column = m_pass ? m_pass->goal().column : m_sortColumn;
    const bool descending = m_pass ? m_pass->goal().descending : m_descending;
    startPass(filter, column, descending, false);
}

void HandleModel::sort(int column, Qt::SortOrder order)
{
    const ColumnSpec *spec = &columnSpec(column < 0 || column >= int(Column::Count) ? Column::Handle : Column(column));
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (m_pass && m_pass->goal().column == spec) {
        m_pass->setDescending(descending);
    } else if (m_pass) {
        startPass(m_pass->goal().filter, spec, descending, m_pass->goal().keepsFilter);
    } else if (spec != m_sortColumn) {
        startPass(m_filter, spec, descending, true);
    } else if (descending != m_descending) {
        changeLayout([&] { m_descending = descending; });
    }
}

void HandleModel::startPass(const HandleFilter &filter, const ColumnSpec *column, bool descending, bool keepsFilter)
{
    const HandlePass::Goal goal{filter, column, descending, keepsFilter};
    m_pass = std::make_unique<HandlePass>(&m_live->world(), goal, &m_order, textOf(column));
    if (m_work.start())
        endPass();
}

// What the batch has done to handles that the pass may have seen before.
void HandleModel::touchPass()
{
    const NetEffect &net = m_live->netEffect();
    const World &world = m_live->world();
    for (const auto &voided : net.voided())
        m_pass->touch(voided.handle.value);
    for (const HCall id : net.added())
        m_pass->touch(id.value);
    const HandlePass::Goal &goal = m_pass->goal();
    if (goal.filter.isEmpty() && !goal.column->sortAspects)
        return;
    for (const CallId id : net.changed()) {
        const quint32 slot = world.calls().slotOf(id);
        if (slot == SlotTable<CallId, Call>::NoSlot)
            continue;
        if (!goal.filter.isEmpty() || (net.aspectsOf(id, slot) & goal.column->sortAspects))
            world.forEachHandle(world.calls().at(slot), [&](const Handle &h) { m_pass->touch(h.id.value); });
    }
}

void HandleModel::endPass()
{
    m_pass->catchUp(now());
    const HandlePass::Goal goal = m_pass->goal();
    ViewOrder rows = m_pass->takeRows();
    m_due.assign(m_pass->takeDue());
    m_pass.reset();
    if (!goal.keepsFilter)
        m_ghosts.takeAll(); // nobody knows whether they match
    m_ghosts.forEach([&](HCall ghost) { rows.insert({goal.column->key(rowFor(ghost.value)), ghost.value}); });
    replaceOrder(&rows, goal.filter, goal.column, goal.descending);
    m_work.stop();
}

// As rearrange() does it: what is new appears at the end, everything goes to its place, what no longer belongs here
// into one gap, the gap closes.
void HandleModel::replaceOrder(ViewOrder *rows, const HandleFilter &filter, const ColumnSpec *column, bool descending)
{
    std::vector<Item> gone;
    std::vector<Item> added;
    m_order.forEachItem([&](Item item) {
        if (!rows->contains(item))
            gone.push_back(item);
    });
    rows->forEachItem([&](Item item) {
        if (!m_order.contains(item))
            added.push_back(item);
    });
    if (!added.empty()) {
        beginInsert(m_order.size(), int(added.size()));
        m_gapPlace = m_order.size();
        m_gap = std::move(added);
        endInsertRows();
    }
    const QModelIndexList persistent = persistentIndexList();
    const auto leaving = std::find_if(persistent.begin(), persistent.end(), [&](const QModelIndex &index) {
        return std::binary_search(gone.begin(), gone.end(), Item(index.internalId()));
    });
    changeLayout([&] {
        std::swap(m_order, *rows);
        m_filter = filter;
        m_sortColumn = column;
        m_descending = descending;
        m_gap = std::move(gone);
        m_gapPlace = leaving == persistent.end() ? (descending ? 0 : m_order.size())
                                                 : gapPlaceForReplaced({Item(leaving->internalId())});
    });
    if (!m_gap.empty()) {
        beginRemove(m_gapPlace, int(m_gap.size()));
        m_gap.clear();
        endRemoveRows();
    }
}

// Where a row that is going would be now, so that its neighbour follows the current or a selected one.
int HandleModel::gapPlaceForReplaced(HCall leaving) const
{
    return rowFor(leaving.value).handle ? m_order.insertionRow(entryFor(leaving.value)) : m_order.size();
}

void HandleModel::changeLayout(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    change();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = rowOf({Item(index.internalId())});
        after.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column(), index.internalId()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

bool HandleModel::nowPasses(const Handle &handle)
{
    m_due.update(m_filter, m_live->world(), handle, now());
    return passes(handle);
}

void HandleModel::takeDue()
{
    if (m_live->isPaused())
        return; // time stands still
    const bool hasMore = m_due.take(m_live->world(), now(), [this](const Handle &handle) {
        const Item item = handle.id.value;
        if (m_pass)
            m_pass->touch(item);
        const bool shown = m_order.contains(item);
        if (nowPasses(handle) == shown)
            return;
        if (shown)
            m_removed.push_back(item);
        else
            m_inserted.push_back(entryFor(item));
    });
    reorder();
    if (hasMore)
        QTimer::singleShot(0, this, &HandleModel::takeDue);
}

} // namespace Linescope
