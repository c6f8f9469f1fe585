// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The time as the screen has it: it stands while the World on the screen is paused.
#pragma once

#include "tapi/clock.h"

#include <QObject>

namespace Linescope {

class LiveWorld;

class ScreenClock : public QObject {
    Q_OBJECT

public:
    ScreenClock(const LiveWorld *live, const Clock *clock, QObject *parent = nullptr);

    Microseconds now() const;

private:
    const LiveWorld *m_live;
    const Clock *m_clock;
    Microseconds m_pausedAt; // of one made while paused: when it was made
};

} // namespace Linescope
