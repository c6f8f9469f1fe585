// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The time for views that may show a moment that is over: then it is the moment's, and ages are told as of then. What
// is to happen later still happens after as much real time.
#pragma once

#include "tapi/clock.h"

#include <optional>

namespace Linescope {

class MomentClock : public Clock {
public:
    explicit MomentClock(Clock *real) // must outlive it
        : m_real(real)
    {
    }

    Clock *real() override { return m_real; }
    void setMoment(std::optional<Microseconds> moment) { m_moment = moment; } // none: now

    Microseconds now() const override { return m_moment.value_or(m_real->now()); }
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override
    {
        m_real->callAt(m_real->now() + (when - now()), receiver, std::move(call));
    }

private:
    Clock *m_real;
    std::optional<Microseconds> m_moment;
};

} // namespace Linescope
