// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleModel: how a batch of events becomes rows that come, go, move and change.

#include "models/handles/handlecolumns.h"
#include "models/handles/handlemodel.h"

#include <algorithm>
#include <limits>

namespace Linescope {

void HandleModel::keepGhost(const Event &event)
{
    const Item item = std::get<Events::HandleVoided>(event.payload).handle.value;
    if (!m_order.contains(item))
        return;
    if (const auto lost = m_ghosts.keep(rowFor(item), event))
        m_removed.push_back(lost->value);
}

void HandleModel::ghostsEnd(const std::vector<HCall> &ghosts)
{
    for (const HCall ghost : ghosts)
        m_removed.push_back(ghost.value);
    reorder();
}

void HandleModel::advance()
{
    if (m_pass)
        touchPass();
    m_ghosts.beginBatch();
    collectVoided();
    collectGhosts();
    collectChanged();
    collectAdded();
    reorder();
    announceVisible();
    m_ghosts.endBatch();
}

void HandleModel::collectVoided()
{
    const bool ghostsWent = !m_removed.empty();
    for (const auto &voided : m_live->netEffect().voided()) {
        const Item item = voided.handle.value;
        if (m_order.contains(item) && !m_ghosts.find(voided.handle))
            m_removed.push_back(item);
        m_due.remove(voided.handle);
    }
    if (!ghostsWent)
        return;
    std::sort(m_removed.begin(), m_removed.end()); // a ghost may have come and gone in this batch
    m_removed.erase(std::unique(m_removed.begin(), m_removed.end()), m_removed.end());
}

// Something may have changed between what was on screen and the last look.
void HandleModel::collectGhosts()
{
    if (!m_sortColumn->sortAspects)
        return;
    for (const HCall ghost : m_ghosts.fresh()) {
        if (m_ghosts.find(ghost))
            m_moved.push_back(ghost.value);
    }
}

void HandleModel::collectChanged()
{
    const NetEffect &net = m_live->netEffect();
    const World &world = m_live->world();
    if (m_filter.isEmpty() && !m_sortColumn->sortAspects)
        return; // nothing can change its place
    for (const CallId id : net.changed()) {
        const quint32 slot = world.calls().slotOf(id);
        if (slot == SlotTable<CallId, Call>::NoSlot)
            continue;
        const bool moves = bool(net.aspectsOf(id, slot) & m_sortColumn->sortAspects);
        if (m_filter.isEmpty() && !moves)
            continue;
        world.forEachHandle(world.calls().at(slot), [&](const Handle &handle) {
            const Item item = handle.id.value;
            const bool shown = m_order.contains(item);
            const bool wanted = shown && m_filter.isEmpty() ? true : nowPasses(handle);
            if (shown && !wanted)
                m_removed.push_back(item);
            else if (shown && moves)
                m_moved.push_back(item);
            else if (!shown && wanted && !net.isNew(handle.id))
                m_inserted.push_back(entryFor(item));
        });
    }
}

void HandleModel::collectAdded()
{
    for (const HCall id : m_live->netEffect().added()) {
        const Handle *handle = m_live->world().handle(id);
        if (handle && nowPasses(*handle))
            m_inserted.push_back(entryFor(id.value));
    }
}

void HandleModel::reorder()
{
    if (m_removed.empty() && m_inserted.empty() && m_moved.empty())
        return;
    if (!removeRun() && !insertRun())
        rearrange();
    m_removed.clear();
    m_inserted.clear();
    m_moved.clear();
}

// Rows that go together are removed where they are.
bool HandleModel::removeRun()
{
    if (!m_inserted.empty() || !m_moved.empty())
        return false;
    int first = m_order.size();
    int last = -1;
    for (const Item item : m_removed) {
        const int place = m_order.rowOf(item);
        first = std::min(first, place);
        last = std::max(last, place);
    }
    if (last - first + 1 != int(m_removed.size()))
        return false;
    beginRemove(first, int(m_removed.size()));
    m_order.remove(m_removed);
    endRemoveRows();
    return true;
}

bool HandleModel::insertRun()
{
    if (!m_removed.empty() || !m_moved.empty())
        return false;
    m_order.sort(m_inserted);
    const int place = m_order.insertionRow(m_inserted.front());
    if (place != m_order.insertionRow(m_inserted.back()))
        return false;
    beginInsert(place, int(m_inserted.size()));
    m_order.insert(m_inserted);
    endInsertRows();
    return true;
}

// What is new appears at the end, then everything goes to its place, what is void into one gap, then the gap closes:
// three announcements, however many rows there are, each of them linear in the views.
void HandleModel::rearrange()
{
    std::sort(m_removed.begin(), m_removed.end());
    if (!m_inserted.empty()) {
        beginInsert(m_order.size(), int(m_inserted.size()));
        m_gapPlace = m_order.size();
        for (const ViewOrder::Entry &entry : m_inserted)
            m_gap.push_back(entry.item);
        std::sort(m_gap.begin(), m_gap.end());
        endInsertRows();
    }
    changeLayout([this] {
        const int gapPlace = gapPlaceForRemoved();
        m_gap.clear();
        m_order.remove(m_removed);
        m_order.remove(m_moved);
        for (const Item item : m_moved)
            m_inserted.push_back(entryFor(item));
        m_order.insert(m_inserted);
        m_gap = m_removed;
        m_gapPlace = std::min(gapPlace, m_order.size());
    });
    if (!m_gap.empty()) {
        beginRemove(m_gapPlace, int(m_gap.size()));
        m_gap.clear();
        endRemoveRows();
    }
}

// Where the current row or a selected one goes, so that its neighbour follows it; else at the bottom of the view.
int HandleModel::gapPlaceForRemoved() const
{
    const auto persistent = persistentIndexList();
    for (const QModelIndex &index : persistent) {
        const Item item = Item(index.internalId());
        if (std::binary_search(m_removed.begin(), m_removed.end(), item))
            return std::max(0, m_order.rowOf(item));
    }
    return m_descending ? 0 : std::numeric_limits<int>::max();
}

void HandleModel::beginInsert(int first, int count)
{
    const int row = m_descending ? places() - first : first;
    beginInsertRows({}, row, row + count - 1);
}

void HandleModel::beginRemove(int first, int count)
{
    const int row = m_descending ? places() - first - count : first;
    beginRemoveRows({}, row, row + count - 1);
}

HandleModel::Item HandleModel::itemAt(int place) const
{
    if (place < m_gapPlace || m_gap.empty())
        return m_order.at(place);
    const size_t inGap = size_t(place - m_gapPlace);
    return inGap < m_gap.size() ? m_gap[inGap] : m_order.at(place - int(m_gap.size()));
}

int HandleModel::placeOf(Item item) const
{
    const int place = m_order.rowOf(item);
    if (m_gap.empty())
        return place;
    if (place >= 0)
        return place < m_gapPlace ? place : place + int(m_gap.size());
    const auto it = std::lower_bound(m_gap.begin(), m_gap.end(), item);
    return it == m_gap.end() || *it != item ? -1 : m_gapPlace + int(it - m_gap.begin());
}

void HandleModel::announceVisible()
{
    const int last = std::min(m_lastVisible, places() - 1);
    for (int row = m_firstVisible; row <= last;) {
        const Aspects aspects = changedAspects(row);
        int next = row + 1;
        while (next <= last && changedAspects(next) == aspects)
            ++next;
        if (aspects)
            announce(row, next - 1, aspects);
        row = next;
    }
}

Aspects HandleModel::changedAspects(int row) const
{
    const HCall id{itemAt(flipped(row))};
    const Handle *handle = m_live->world().handle(id);
    if (handle)
        return m_live->netEffect().aspectsOf(handle->call, handle->callSlot);
    return m_ghosts.isFresh(id) ? Aspects(Aspect::Life) : Aspects();
}

// The columns concerned, run by run.
void HandleModel::announce(int firstRow, int lastRow, Aspects aspects)
{
    const auto isConcerned = [aspects](int column) {
        return aspects.testFlag(Aspect::Life) || (columnSpec(Column(column)).aspects & aspects);
    };
    for (int column = 0; column < int(Column::Count); ++column) {
        if (!isConcerned(column))
            continue;
        int last = column;
        while (last + 1 < int(Column::Count) && isConcerned(last + 1))
            ++last;
        Q_EMIT dataChanged(index(firstRow, column), index(lastRow, last));
        column = last;
    }
}

} // namespace Linescope
