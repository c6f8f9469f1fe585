// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One lane of the timeline: calls packed into rows, so that none covers another. A call keeps its row for as long as
// the lane shows it: what is on screen does not jump.
#pragma once

#include "tapi/clock.h"
#include "tapi/ids.h"

#include <limits>
#include <queue>
#include <set>
#include <vector>

namespace Linescope {

constexpr Microseconds Forever = std::numeric_limits<Microseconds>::max();

struct TimelineBlock { // a call and below it the handles
    CallId call;       // none: taken out, until settle()
    Microseconds begin = 0;
    Microseconds end = Forever; // Forever: it goes on
    quint32 tracks = 0;         // bars of handles one below the other
    friend bool operator==(const TimelineBlock &, const TimelineBlock &) = default;
};

struct TimelineRow {
    std::vector<TimelineBlock> blocks; // in the order of time, none overlaps the next
    quint32 tracks = 0;                // of the block that has most
    bool changed = false;              // since settle()
};

class TimelineLane {
public:
    // Lanes are found by the number of what they are about: a line, a call, an application.
    explicit TimelineLane(quint32 key)
        : m_key(key)
    {
    }

    quint32 key() const { return m_key; }
    const std::vector<TimelineRow> &rows() const { return m_rows; }
    quint64 tracks() const { return m_tracks; } // of all rows together
    qsizetype count() const { return qsizetype(m_places.size()); }
    bool isEmpty() const { return m_places.empty(); }
    int rowOf(CallId call) const; // -1: not here
    const TimelineBlock *block(CallId call) const;
    bool hasAnythingIn(Microseconds begin, Microseconds end) const;
    Microseconds earliest() const; // Forever if empty

    void put(const TimelineBlock &block); // a new one, or one that has changed
    void remove(CallId call);
    void settle(); // once after several put() and remove()

private:
    struct Place {
        CallId call;
        quint32 row = 0;
        Microseconds begin = 0;
    };
    struct End {
        Microseconds time = 0;
        quint32 row = 0;
        friend bool operator>(const End &a, const End &b) { return a.time > b.time; }
    };

    std::vector<Place>::const_iterator placeOf(CallId call) const;
    TimelineBlock *find(const Place &place);
    void insert(const TimelineBlock &block);
    quint32 rowFor(const TimelineBlock &block);
    quint32 freeRow(Microseconds time);
    bool fits(const TimelineRow &row, const TimelineBlock &block) const;
    void closeGaps();

    quint32 m_key;
    std::vector<TimelineRow> m_rows;
    std::vector<Place> m_places;                                       // by call
    std::priority_queue<End, std::vector<End>, std::greater<>> m_ends; // may be out of date
    std::set<quint32> m_free;                                          // rows; may be out of date
    Microseconds m_latest = 0;                                         // begin of the last block
    quint64 m_tracks = 0;
    bool m_changed = false;
};

} // namespace Linescope
