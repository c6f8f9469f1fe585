// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinemoments.h"

#include <algorithm>

namespace Linescope {

using Kind = TimelineMoment::Kind;

const std::deque<TimelineMoment> &TimelineMoments::none()
{
    static const std::deque<TimelineMoment> none;
    return none;
}

const std::deque<TimelineMoment> &TimelineMoments::of(const Lists &lists, quint32 key)
{
    const auto it = lists.find(key);
    return it == lists.end() ? none() : it->second;
}

bool TimelineMoments::note(const World &world, const Event &event)
{
    if (const auto *state = std::get_if<Events::DeviceState>(&event.payload))
        return noteState(world, event.time, *state);
    if (const auto *closed = std::get_if<Events::LineClosed>(&event.payload))
        return noteClosed(event.time, *closed);
    if (const auto *removed = std::get_if<Events::DeviceRemoved>(&event.payload))
        return add(m_ofLines, removed->device.value, {event.time, Kind::Removed, {}, {}});
    if (const auto *ended = std::get_if<Events::AppShutdown>(&event.payload)) {
        const Kind kind = ended->reason == ShutdownReason::Crashed ? Kind::AppCrashed : Kind::AppEnded;
        return add(m_ofApps, ended->app.value, {event.time, kind, ended->app, {}});
    }
    return false;
}

bool TimelineMoments::noteState(const World &world, Microseconds time, const Events::DeviceState &event)
{
    const bool up = event.inService && event.connected;
    const Device *device = world.device(event.device);
    const auto &known = ofLine(event.device);
    const auto last = std::find_if(known.rbegin(), known.rend(), [](const TimelineMoment &moment) {
        return moment.kind == Kind::InService || moment.kind == Kind::OutOfService;
    });
    const bool wasUp = last != known.rend() ? last->kind == Kind::InService
                                            : !device || (device->info.inService && device->info.connected);
    return up != wasUp
        && add(m_ofLines, event.device.value, {time, up ? Kind::InService : Kind::OutOfService, {}, event.text});
}

bool TimelineMoments::noteClosed(Microseconds time, const Events::LineClosed &event)
{
    switch (event.reason) {
    case LineCloseReason::App:
    case LineCloseReason::Provider: {
        const Kind kind = event.reason == LineCloseReason::App ? Kind::ClosedByApp : Kind::ClosedByProvider;
        const TimelineMoment moment{time, kind, event.app, event.text};
        const bool ofLine = add(m_ofLines, event.device.value, moment);
        return add(m_ofApps, event.app.value, moment) || ofLine;
    }
    case LineCloseReason::Shutdown:
        return add(m_ofLines, event.device.value, {time, Kind::AppEnded, event.app, {}});
    case LineCloseReason::Crashed:
        return add(m_ofLines, event.device.value, {time, Kind::AppCrashed, event.app, {}});
    case LineCloseReason::Removed:
        break; // the line's own moment follows
    }
    return false;
}

// A provider that closes a line closes it for everybody: that is one moment.
bool TimelineMoments::add(Lists &lists, quint32 key, const TimelineMoment &moment)
{
    std::deque<TimelineMoment> &moments = lists[key];
    if (!moments.empty() && moments.back().kind == moment.kind && moment.time - moments.back().time < 1_ms)
        return false;
    moments.push_back(moment);
    if (moments.size() > MaxMoments)
        moments.pop_front();
    if (lists.size() > MaxLists)
        lists.erase(lists.begin());
    return true;
}

} // namespace Linescope
