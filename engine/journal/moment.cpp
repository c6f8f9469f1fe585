// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/moment.h"

#include "journal/livetimeline.h"

#include <algorithm>

namespace Linescope {

MomentRange rangeOf(const LiveTimeline &timeline)
{
    MomentRange range;
    range.firstSeq = timeline.firstSeq();
    range.lastSeq = timeline.lastSeq();
    const auto timeOf = [&](quint64 seq) {
        const Event *event = timeline.event(seq);
        return event ? event->time : 0;
    };
    range.lastTime = timeOf(range.lastSeq);
    range.firstTime = timeOf(range.firstSeq);
    if (range.firstTime == 0) // before the first event of all
        range.firstTime = timeOf(range.firstSeq + 1);
    return range;
}

Moment momentOf(const LiveTimeline &timeline, quint64 seq, qsizetype events)
{
    Moment moment;
    const quint64 first = timeline.firstSeq();
    moment.seq = std::clamp(seq, first, timeline.lastSeq());
    const quint64 from = moment.seq - std::min(moment.seq - first, quint64(events));
    moment.before = timeline.worldAt(from).value_or(World());
    moment.events = eventsAfter(timeline, from, qsizetype(moment.seq - from));
    moment.time = moment.events.isEmpty() ? moment.before.time() : moment.events.constLast().time;
    if (moment.time == 0)
        moment.time = rangeOf(timeline).firstTime;
    return moment;
}

EventBatch eventsAfter(const LiveTimeline &timeline, quint64 seq, qsizetype most)
{
    EventBatch events;
    for (quint64 next = seq + 1; next <= timeline.lastSeq() && events.size() < most; ++next) {
        if (const Event *event = timeline.event(next))
            events.append(*event);
    }
    return events;
}

} // namespace Linescope
