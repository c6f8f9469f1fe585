// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to lines and applications themselves, as the timeline marks it: out of service, closed, ended.
#pragma once

#include "world/world.h"

#include <deque>
#include <map>

namespace Linescope {

struct TimelineMoment {
    enum class Kind : quint8 {
        OutOfService,
        InService,
        ClosedByApp,
        ClosedByProvider,
        Removed,
        AppEnded,
        AppCrashed,
    };
    Microseconds time = 0;
    Kind kind = Kind::OutOfService;
    HLineApp app; // who closed or ended
    QString text; // the provider's words
};

class TimelineMoments {
public:
    static constexpr size_t MaxMoments = 200; // of one line or application
    static constexpr size_t MaxLists = 2000;  // lines or applications; the oldest go first

    // `world` as it was before the batch the event is of. True if there is a new moment.
    bool note(const World &world, const Event &event);

    // Oldest first.
    const std::deque<TimelineMoment> &ofLine(DeviceId device) const { return of(m_ofLines, device.value); }
    const std::deque<TimelineMoment> &ofApp(HLineApp app) const { return of(m_ofApps, app.value); }
    static const std::deque<TimelineMoment> &none();

private:
    using Lists = std::map<quint32, std::deque<TimelineMoment>>;

    static const std::deque<TimelineMoment> &of(const Lists &lists, quint32 key);
    bool noteState(const World &world, Microseconds time, const Events::DeviceState &event);
    bool noteClosed(Microseconds time, const Events::LineClosed &event);
    bool add(Lists &lists, quint32 key, const TimelineMoment &moment);

    Lists m_ofLines;
    Lists m_ofApps;
};

} // namespace Linescope
