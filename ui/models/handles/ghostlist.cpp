// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/ghostlist.h"

#include <utility>

namespace Linescope {

const Ghost *GhostList::find(HCall handle) const
{
    const auto it = m_ghosts.constFind(handle);
    return it == m_ghosts.constEnd() ? nullptr : &*it;
}

std::optional<HCall> GhostList::add(Ghost ghost, Microseconds now)
{
    std::optional<HCall> oldest;
    if (m_ages.size() >= m_capacity) {
        oldest = m_ages.front().handle;
        m_ghosts.remove(*oldest);
        m_ages.pop_front();
    }
    const HCall handle = ghost.handle.id;
    m_ages.push_back({handle, now});
    m_ghosts.insert(handle, std::move(ghost));
    return oldest;
}

std::vector<HCall> GhostList::takeUntil(Microseconds time)
{
    std::vector<HCall> taken;
    for (; !m_ages.empty() && m_ages.front().came <= time; m_ages.pop_front()) {
        taken.push_back(m_ages.front().handle);
        m_ghosts.remove(taken.back());
    }
    return taken;
}

std::optional<Microseconds> GhostList::oldest() const
{
    return m_ages.empty() ? std::nullopt : std::optional(m_ages.front().came);
}

void GhostList::clear()
{
    m_ghosts.clear();
    m_ages.clear();
}

} // namespace Linescope
