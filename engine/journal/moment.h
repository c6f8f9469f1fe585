// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A moment that is over: what was true, and what led to it.
#pragma once

#include "world/world.h"

namespace Linescope {

struct Moment { // the World before `events`, which end with the moment
    World before;
    EventBatch events;
    quint64 seq = 0; // of the last event
    Microseconds time = 0;
};

struct MomentRange { // moments that can be seen: after the event firstSeq to after lastSeq
    quint64 firstSeq = 0;
    quint64 lastSeq = 0;
    Microseconds firstTime = 0;
    Microseconds lastTime = 0;
    friend bool operator==(const MomentRange &, const MomentRange &) = default;
};

class LiveTimeline;

// Of a session that goes on. A moment that is no more, or not yet, is the next one there is; at most so many events
// lead to it.
MomentRange rangeOf(const LiveTimeline &timeline);
Moment momentOf(const LiveTimeline &timeline, quint64 seq, qsizetype events);
EventBatch eventsAfter(const LiveTimeline &timeline, quint64 seq, qsizetype most);

} // namespace Linescope
