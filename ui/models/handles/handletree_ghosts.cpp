// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: what nothing but time does. Void handles stay on screen for a while; a filter that depends on time lets
// handles in and out.

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"

namespace Linescope {

void HandleTree::keepGhost(const Event &event)
{
    const HCall id = std::get<Events::HandleVoided>(event.payload).handle;
    if (!m_active || !m_leaves.contains(id))
        return;
    if (const auto lost = m_ghosts.keep(rowFor(m_leaves.value(id)), event))
        m_lostGhosts.push_back(*lost);
}

// Something may have changed between what was on screen and the last look.
void HandleTree::collectGhosts()
{
    for (const HCall id : m_ghosts.fresh()) {
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

void HandleTree::planRemove(const std::vector<HCall> &ghosts)
{
    for (const HCall ghost : ghosts) {
        const Node leaf = m_leaves.value(ghost, RowTree::None);
        if (leaf != RowTree::None)
            planRemove(leaf);
    }
}

void HandleTree::ghostsEnd(const std::vector<HCall> &ghosts)
{
    planRemove(ghosts);
    carryOut();
}

bool HandleTree::passes(const Handle &handle)
{
    m_due.update(m_filter, m_live->world(), handle, now());
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
    const bool hasMore = m_due.take(m_live->world(), now(), [this](const Handle &handle) { lookAgain(handle); });
    if (!m_plan.isEmpty()) {
        carryOut();
        announceVisible();
    }
    if (hasMore)
        QTimer::singleShot(0, this, &HandleTree::takeDue);
}

} // namespace Linescope
