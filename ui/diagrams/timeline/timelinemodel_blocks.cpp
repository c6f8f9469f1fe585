// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a lane shows of one call.

#include "diagrams/timeline/timelinemodel.h"

#include <algorithm>

namespace Linescope {

bool TimelineModel::isWanted(const CallRecord &record, const TimelineLane &lane) const
{
    if (!m_leaksOnly)
        return true;
    return idleSince(record) != 0
        && std::any_of(record.holders.begin(), record.holders.end(), [&](const CallHolder &holder) {
               const App *app = world().app(holder.app);
               return holder.until == 0 && isShown(holder, lane) && !(app && app->monitor);
           });
}

TimelineBlock TimelineModel::blockOf(const CallRecord &record, const TimelineLane &lane) const
{
    TimelineBlock block{record.id, record.created, record.released, tracksOf(record, lane).count};
    if (m_lanes == Lanes::Apps) { // as this application saw it
        block.begin = Forever;
        block.end = 0;
        bool held = false;
        for (const CallHolder &holder : record.holders) {
            if (!isShown(holder, lane))
                continue;
            block.begin = std::min(block.begin, holder.since);
            block.end = std::max(block.end, holder.until);
            held = held || holder.until == 0;
        }
        if (held)
            block.end = 0;
    }
    if (block.end == 0)
        block.end = Forever;
    return block;
}

TimelineModel::Tracks TimelineModel::tracksOf(const CallRecord &record, const TimelineLane &lane) const
{
    Tracks tracks;
    std::array<Microseconds, CallHistory::MaxHolders> ends;
    for (size_t i = 0; i < record.holders.size(); ++i) {
        const CallHolder &holder = record.holders[i];
        if (!isShown(holder, lane))
            continue;
        quint32 track = 0;
        while (track < tracks.count && ends[track] > holder.since)
            ++track;
        tracks.count = std::max(tracks.count, track + 1);
        ends[track] = holder.until == 0 ? Forever : holder.until;
        tracks.of[i] = quint8(track);
    }
    return tracks;
}

Microseconds TimelineModel::idleSince(const CallRecord &record)
{
    if (record.steps.empty() || record.steps.back().state != CallState::Idle)
        return 0;
    Microseconds since = record.steps.back().time; // a provider may say it more than once
    for (auto it = record.steps.rbegin(); it != record.steps.rend() && it->state == CallState::Idle; ++it)
        since = it->time;
    return since;
}

} // namespace Linescope
