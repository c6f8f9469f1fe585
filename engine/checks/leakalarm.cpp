// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/leakalarm.h"

#include <algorithm>
#include <utility>

namespace Linescope {

void LeakAlarms::setLimits(const AlarmLimits &limits) { m_limits = limits; }

Retained &LeakAlarms::entryFor(HLineApp app)
{
    const auto known = std::find_if(m_retained.begin(), m_retained.end(),
                                    [&](const auto &entry) { return entry.first == app; });
    return known == m_retained.end() ? m_retained.emplace_back(app, Retained()).second : known->second;
}

Retained LeakAlarms::retainedBy(HLineApp app) const
{
    const auto known = std::find_if(m_retained.begin(), m_retained.end(),
                                    [&](const auto &entry) { return entry.first == app; });
    return known == m_retained.end() ? Retained() : known->second;
}

void LeakAlarms::measure(const World &world)
{
    if (world.seq() == m_seq && world.totals().retainedHandles == m_handles)
        return;
    m_seq = world.seq();
    m_handles = world.totals().retainedHandles;
    m_retained.clear();
    if (m_handles == 0)
        return;
    std::vector<HLineApp> holders;
    world.calls().forEach([&](const Call &call) {
        if (!call.isIdle())
            return;
        holders.clear();
        world.forEachHandle(call, [&](const Handle &handle) {
            const HLineApp app = world.appOf(handle);
            Retained &kept = entryFor(app);
            ++kept.count;
            kept.bytes += World::bytesPerHandle();
            if (std::find(holders.begin(), holders.end(), app) == holders.end()) {
                holders.push_back(app);
                kept.bytes += World::bytesOf(call) + call.providerBytes;
            }
            const Microseconds since = std::max(call.stateSince, world.bornAt(handle));
            if (kept.oldest.isNull() || since < kept.oldestSince) {
                kept.oldest = handle.id;
                kept.oldestSince = since;
            }
        });
    });
}

LeakAlarms::Changes LeakAlarms::check(const World &world, Microseconds now)
{
    measure(world);
    QList<LeakAlarm> active;
    for (const auto &[id, kept] : m_retained) {
        const App *app = world.app(id);
        if (!app)
            continue;
        const AlarmLimit limit = m_limits.of(app->name);
        const auto look = [&, &kept = kept](AlarmKind kind, quint64 value, quint64 most) {
            if (most > 0 && value > most)
                active += LeakAlarm{app->id, app->name, kind, value, most, kept.oldest, now};
        };
        look(AlarmKind::Age, quint64(std::max<Microseconds>(0, now - kept.oldestSince)), quint64(limit.age));
        look(AlarmKind::Count, kept.count, limit.count);
        look(AlarmKind::Bytes, kept.bytes, limit.bytes);
    }
    std::sort(active.begin(), active.end(), [](const LeakAlarm &a, const LeakAlarm &b) {
        return std::pair(a.app, a.kind) < std::pair(b.app, b.kind);
    });

    const auto same = [](const LeakAlarm &one) {
        return [&one](const LeakAlarm &other) { return other.app == one.app && other.kind == one.kind; };
    };
    Changes changes;
    for (LeakAlarm &alarm : active) {
        const auto before = std::find_if(m_active.cbegin(), m_active.cend(), same(alarm));
        if (before == m_active.cend())
            changes.fired += alarm;
        else
            alarm.since = before->since;
    }
    for (const LeakAlarm &alarm : std::as_const(m_active)) {
        if (std::none_of(active.cbegin(), active.cend(), same(alarm)))
            changes.cleared += alarm;
    }
    m_active = std::move(active);
    return changes;
}

} // namespace Linescope
