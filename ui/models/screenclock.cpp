// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/screenclock.h"

#include "models/liveworld.h"

namespace Linescope {

ScreenClock::ScreenClock(const LiveWorld *live, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
    , m_pausedAt(clock->now())
{
    connect(live, &LiveWorld::pausedChanged, this, [this](bool paused) {
        if (paused)
            m_pausedAt = m_clock->now();
    });
}

Microseconds ScreenClock::now() const { return m_live->isPaused() ? m_pausedAt : m_clock->now(); }

} // namespace Linescope
