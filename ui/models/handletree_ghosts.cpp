// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: what nothing but time does. Void handles stay on screen for a while; a filter that depends on time lets
// handles in and out.

#include "models/handlecolumns.h"
#include "models/handletree.h"

#include <limits>

namespace Linescope {

namespace {

constexpr size_t mostDue = 20'000; // handles that time moves in one turn
constexpr Microseconds never = std::numeric_limits<Microseconds>::max();

} // namespace

void HandleTree::setGhostTime(Microseconds time)
{
    m_ghostTime = time;
    ghostsEnd();
}

void HandleTree::clearGhosts()
{
    dropGhosts(std::numeric_limits<Microseconds>::max());
    carryOut();
}

// Ghosts are drawn as long as there is something to draw them from.
void HandleTree::keepGhost(const Event &event)
{
    const HCall id = std::get<Events::HandleVoided>(event.payload).handle;
    if (!m_active || m_ghostTime == 0 || !m_leaves.contains(id))
        return;
    const HandleRow row = rowFor(m_leaves.value(id));
    m_newGhosts.push_back(id);
    const auto reason = std::get<Events::HandleVoided>(event.payload).reason;
    const auto lost = m_ghosts.add({*row.handle, *row.call, row.app(), row.line(), row.bornAt(), reason, event.time},
                                   now());
    if (lost)
        m_lostGhosts.push_back(*lost);
}

// Something may have changed between what was on screen and the last look.
void HandleTree::collectGhosts()
{
    for (const HCall id : m_newGhosts) {
        const Ghost *ghost = m_ghosts.find(id);
        const Node leaf = m_leaves.value(id, RowTree::None);
        if (!ghost || leaf == RowTree::None)
            continue;
        count(leaf, -1);
        m_rows[leaf].ghost = true;
        if (m_sortColumn->sortAspects)
            planMove(leaf);
        if (m_levels.last() == GroupLevel::State)
            planRegroup(leaf, ghost->handle, ghost->call);
    }
}

void HandleTree::expectGhostsEnd()
{
    const auto oldest = m_ghosts.oldest();
    if (!oldest || *oldest + m_ghostTime >= m_ghostsEndAt)
        return;
    m_ghostsEndAt = *oldest + m_ghostTime;
    m_clock->callAt(m_ghostsEndAt, this, [this] {
        m_ghostsEndAt = std::numeric_limits<Microseconds>::max();
        ghostsEnd();
    });
}

void HandleTree::dropGhosts(Microseconds until)
{
    for (const HCall ghost : m_ghosts.takeUntil(until)) {
        const Node leaf = m_leaves.value(ghost, RowTree::None);
        if (leaf != RowTree::None)
            planRemove(leaf);
    }
}

void HandleTree::ghostsEnd()
{
    if (m_live->isPaused())
        return; // frozen with the rest
    dropGhosts(m_clock->now() - m_ghostTime);
    carryOut();
    expectGhostsEnd();
}

bool HandleTree::passes(const Handle &handle)
{
    if (m_filter.dependsOnTime()) {
        m_due.remove(handle.id.value);
        const Microseconds next = m_filter.nextChange(m_live->world(), handle, now());
        if (next != never)
            m_due.insert({quint64(next), handle.id.value});
    }
    return m_filter.isEmpty() || m_filter.matches(m_live->world(), handle, now());
}

void HandleTree::lookAgain(const Handle &handle)
{
    const Node leaf = m_leaves.value(handle.id, RowTree::None);
    const bool wanted = passes(handle);
    if (wanted && leaf == RowTree::None)
        planAdd(handle);
    else if (!wanted && leaf != RowTree::None)
        planRemove(leaf);
}

void HandleTree::takeDue()
{
    if (!m_active || m_live->isPaused())
        return; // nobody looks, or time stands still
    ++m_frame;
    const Microseconds time = now();
    const auto isDue = [&] { return m_due.size() > 0 && Microseconds(m_due.entry(0).key) <= time; };
    for (size_t i = 0; i < mostDue && isDue(); ++i) {
        const HCall id{m_due.at(0)};
        m_due.remove(id.value);
        if (const Handle *handle = m_live->world().handle(id))
            lookAgain(*handle);
    }
    if (!m_plan.isEmpty()) {
        carryOut();
        announceVisible();
    }
    if (isDue())
        QTimer::singleShot(0, this, &HandleTree::takeDue);
}

} // namespace Linescope
