// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/ghostkeeper.h"

#include "models/liveworld.h"

#include <algorithm>

namespace Linescope {

GhostKeeper::GhostKeeper(const LiveWorld *live, Clock *clock, Microseconds time, size_t capacity, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
    , m_time(time)
    , m_ghosts(capacity)
{
    connect(live, &LiveWorld::pausedChanged, this, &GhostKeeper::endOld);
}

void GhostKeeper::setTime(Microseconds time)
{
    m_time = time;
    endOld();
}

// Ghosts are drawn as long as there is something to draw them from.
std::optional<HCall> GhostKeeper::keep(const HandleRow &row, const Event &voided)
{
    if (m_time == 0)
        return {};
    m_fresh.push_back(row.handle->id);
    const VoidReason reason = std::get<Events::HandleVoided>(voided.payload).reason;
    return m_ghosts.add(
        {*row.handle, *row.call, row.app(), row.line(), row.provider(), row.bornAt(), reason, voided.time}, row.now);
}

std::vector<HCall> GhostKeeper::takeAll() { return m_ghosts.takeUntil(std::numeric_limits<Microseconds>::max()); }

void GhostKeeper::clear()
{
    m_ghosts.clear();
    m_fresh.clear();
}

void GhostKeeper::beginBatch() { std::sort(m_fresh.begin(), m_fresh.end()); }

void GhostKeeper::endBatch()
{
    m_fresh.clear();
    expectEnd();
}

bool GhostKeeper::isFresh(HCall handle) const { return std::binary_search(m_fresh.begin(), m_fresh.end(), handle); }

void GhostKeeper::endOld()
{
    if (m_live->isPaused())
        return; // frozen with the rest
    const std::vector<HCall> old = m_ghosts.takeUntil(m_clock->now() - m_time);
    if (!old.empty())
        Q_EMIT ended(old);
    expectEnd();
}

void GhostKeeper::expectEnd()
{
    const auto oldest = m_ghosts.oldest();
    if (!oldest || *oldest + m_time >= m_endAt)
        return;
    m_endAt = *oldest + m_time;
    m_clock->callAt(m_endAt, this, [this] {
        m_endAt = std::numeric_limits<Microseconds>::max();
        endOld();
    });
}

} // namespace Linescope
