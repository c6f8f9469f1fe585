// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlepass.h"

#include "models/duelist.h"
#include "models/handles/handlecolumns.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr size_t few = 4096; // can be looked at again in one go

} // namespace

HandlePass::HandlePass(const World *world, const Goal &goal, const ViewOrder *shown, ViewOrder::TextOf textOf)
    : m_world(world)
    , m_goal(goal)
    // The rows that are shown are a second old; a filter that depends on time must be asked.
    , m_shown(goal.keepsFilter && !goal.filter.dependsOnTime() ? shown : nullptr)
    , m_rowBuilder(std::move(textOf))
{
    m_rowBuilder.reserve(size_t(m_shown ? m_shown->size() : world->handles().size()));
}

bool HandlePass::step(size_t count, Microseconds now)
{
    switch (m_phase) {
    case Phase::Gathering:
        gather(count, now);
        return false;
    case Phase::Ordering:
        if (m_rowBuilder.step(count * 2)) {
            m_rows = m_rowBuilder.takeOrder();
            m_phase = Phase::OrderingDue;
        }
        return false;
    case Phase::OrderingDue:
        if (m_dueBuilder.step(count * 2)) {
            m_due = m_dueBuilder.takeOrder();
            m_phase = Phase::CatchingUp;
        }
        return false;
    case Phase::CatchingUp:
        // When more happens than can be caught up with, the last bit is done at once.
        forgetTouched(now);
        if (m_forgotten.size() <= few || m_lookedAgain > 3 * size_t(m_world->handles().size()))
            return true;
        lookAgain(count, now);
        m_lookedAgain += count;
        return false;
    }
    Q_UNREACHABLE();
    return true;
}

int HandlePass::percent() const
{
    const quint32 slots = std::max(m_world->handles().slotCount(), quint32(1));
    const double gathered = m_phase == Phase::Gathering ? double(m_slot) / slots : 1;
    return int(60 * gathered + 30 * m_rowBuilder.progress() + 9 * m_dueBuilder.progress());
}

void HandlePass::gather(size_t count, Microseconds now)
{
    const auto &handles = m_world->handles();
    const quint32 end = quint32(std::min(size_t(m_slot) + count, size_t(handles.slotCount())));
    for (; m_slot < end; ++m_slot) {
        const Handle &handle = handles.at(m_slot);
        if (!handle.id.isNull())
            gather(handle, now);
    }
    if (m_slot >= handles.slotCount())
        m_phase = Phase::Ordering;
}

void HandlePass::gather(const Handle &handle, Microseconds now)
{
    const Item item = handle.id.value;
    const HandleRow row{m_world, &handle, &m_world->calls().at(handle.callSlot), nullptr, now};
    const bool wanted = m_shown ? m_shown->contains(item) : m_goal.filter.matches(*m_world, handle, now);
    if (wanted)
        m_rowBuilder.add(
            {m_goal.column->key(row), item, m_goal.column->sortText ? m_goal.column->sortText(row) : QString()});
    if (const auto due = DueList::entryFor(m_goal.filter, *m_world, handle, now))
        m_dueBuilder.add({due->key, due->item, {}});
}

// However often things happen, no handle is on the list more than twice or so.
void HandlePass::touch(Item item)
{
    m_touched.push_back(item);
    if (m_touched.size() < m_compactAt)
        return;
    sortTouched();
    m_compactAt = std::max(m_compactAt, m_touched.size() * 2);
}

void HandlePass::sortTouched()
{
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
}

// An order may not be added to while it holds items that are not what they were.
void HandlePass::forgetTouched(Microseconds now)
{
    for (size_t i = 0; i < few && m_due.size() > 0 && Microseconds(m_due.entry(0).key) <= now; ++i) {
        m_touched.push_back(m_due.at(0));
        m_due.remove(m_due.at(0));
    }
    sortTouched();
    m_rows.remove(m_touched);
    m_due.remove(m_touched);
    m_forgotten.insert(m_forgotten.end(), m_touched.begin(), m_touched.end());
    m_touched.clear();
}

void HandlePass::lookAgain(size_t count, Microseconds now)
{
    for (; count > 0 && !m_forgotten.empty(); --count) {
        const Item item = m_forgotten.front();
        m_forgotten.pop_front();
        const Handle *const handle = m_world->handle({item});
        if (!handle)
            continue;
        const HandleRow row{m_world, handle, &m_world->calls().at(handle->callSlot), nullptr, now};
        if (!m_rows.contains(item) && m_goal.filter.matches(*m_world, *handle, now))
            m_rows.insert({m_goal.column->key(row), item});
        const auto due = DueList::entryFor(m_goal.filter, *m_world, *handle, now);
        if (due && !m_due.contains(item))
            m_due.insert(*due);
    }
}

void HandlePass::catchUp(Microseconds now)
{
    forgetTouched(now);
    lookAgain(m_forgotten.size(), now);
}

} // namespace Linescope
