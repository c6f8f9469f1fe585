// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the timeline shows, without its looks: lanes of lines, calls or applications with the calls of the history in
// them, and what happened to the lanes themselves. Gathers what changes as it comes, and catches up in update(): a
// timeline that nobody sees costs next to nothing. Bounded as the history is.
#pragma once

#include "diagrams/timeline/timelinelane.h"
#include "diagrams/timeline/timelinemoments.h"
#include "models/callhistory.h"

#include <array>
#include <map>

namespace Linescope {

class TimelineModel : public QObject {
    Q_OBJECT

public:
    enum class Lanes { Lines, Calls, Apps };
    Q_ENUM(Lanes)

    TimelineModel(LiveWorld *live, CallHistory *history, QObject *parent = nullptr);

    const World &world() const { return m_live->world(); }
    const CallHistory &history() const { return *m_history; }

    Lanes lanes() const { return m_lanes; }
    void setLanes(Lanes lanes);
    // Only calls that are over and held by an application; Linescope's own monitor is none.
    bool leaksOnly() const { return m_leaksOnly; }
    void setLeaksOnly(bool leaksOnly);

    void update(); // before reading, once a frame
    // From top to bottom: lines and applications in their order, of calls the latest first.
    const std::vector<const TimelineLane *> &all() const { return m_order; }
    const TimelineLane *lane(quint32 key) const;
    quint64 revision() const { return m_revision; } // another one whenever something has moved
    qsizetype blockCount() const { return m_blockCount; }
    Microseconds earliest() const; // Forever if there is no bar

    // Oldest first; none for lanes of calls.
    const std::deque<TimelineMoment> &moments(quint32 lane) const;
    // Whose lanes show a call.
    std::vector<quint32> lanesOf(const CallRecord &record) const;
    bool isShown(const CallHolder &holder, const TimelineLane &lane) const
    {
        return m_lanes != Lanes::Apps || holder.app.value == lane.key();
    }
    // Which of the bars below the call's each holder has: the topmost that is free when its life begins.
    struct Tracks {
        std::array<quint8, CallHistory::MaxHolders> of = {}; // by index of the holder
        quint32 count = 0;
    };
    Tracks tracksOf(const CallRecord &record, const TimelineLane &lane) const;

    // When the call went IDLE for good, 0 if it is not.
    static Microseconds idleSince(const CallRecord &record);

private:
    void gather(const EventBatch &batch);
    void touch(CallId call);
    void forget(const CallRecord &record);
    void rebuild();
    void addStandingLanes();
    void apply(const CallRecord &record);
    bool isWanted(const CallRecord &record, const TimelineLane &lane) const;
    TimelineBlock blockOf(const CallRecord &record, const TimelineLane &lane) const;
    TimelineLane &laneFor(quint32 key);
    bool stands(quint32 key) const;
    void settle();
    void putInOrder();

    LiveWorld *m_live;
    CallHistory *m_history;
    Lanes m_lanes = Lanes::Lines;
    bool m_leaksOnly = false;
    bool m_stale = true;           // all is to be built anew
    bool m_standingChanged = true; // lines or applications came or went
    bool m_lanesChanged = true;    // m_order is to be made anew
    std::vector<CallId> m_touched;
    std::map<quint32, TimelineLane> m_laneOf;
    std::vector<quint32> m_unsettled; // lanes
    std::vector<const TimelineLane *> m_order;
    TimelineMoments m_moments;
    quint64 m_revision = 0;
    qsizetype m_blockCount = 0;
};

} // namespace Linescope
