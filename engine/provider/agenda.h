// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is to be done later, in order of time, then of entry. Asks the clock for one wake-up only, at the next due time.
#pragma once

#include "tapi/clock.h"

#include <functional>
#include <limits>
#include <map>

namespace Linescope {

class Agenda {
public:
    // `done` is called after each wake-up that did something. `receiver` owns the agenda.
    Agenda(Clock *clock, QObject *receiver, std::function<void()> done);

    void in(Microseconds delay, std::function<void()> act);
    void clear();

private:
    static constexpr Microseconds Never = std::numeric_limits<Microseconds>::max();

    void arm();
    void wakeUp(Microseconds when);

    Clock *m_clock;
    QObject *m_receiver;
    std::function<void()> m_done;
    std::multimap<Microseconds, std::function<void()>> m_entries;
    Microseconds m_armedFor = Never;
};

} // namespace Linescope
