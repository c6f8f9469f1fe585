// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where everything of the timeline lies on its viewport. Costs what is in sight, not what there is.
#pragma once

#include "diagrams/timeline/timelinemodel.h"
#include "diagrams/timescale.h"

#include <QFont>
#include <QRect>

namespace Linescope {

struct TimelineMetrics { // pixels
    int text = 16;
    int bar = 18;   // of a call
    int track = 13; // of a handle
    int mark = 11;  // of what happened, a square
    int gap = 2;
    int rowGap = 6;
    int pad = 7;
    int head = 160; // width of what stands left of the lanes
    int axis = 40;  // height of what stands above them

    static TimelineMetrics of(const QFont &font, int width);
    int rowHeight(const TimelineRow &row) const { return bar + int(row.tracks) * (track + gap) + rowGap; }
};

QFont smallFont(const QFont &font);

struct TimelinePart {
    enum class Kind : quint8 { Lane, Moment, Call, Handle };
    Kind kind = Kind::Lane;
    QRect rect;           // on the viewport
    quint32 lane = 0;     // its key
    quint32 position = 0; // its index in TimelineLayout::lanes(); of lanes and moments
    CallId call;
    HCall handle;
    quint32 index = 0; // of the moment in its lane, of the holder in the call's record
    int room = 0;      // x up to which there is nothing to the right

    bool isSame(const TimelinePart &other) const
    {
        return kind == other.kind && lane == other.lane && call == other.call && handle == other.handle
            && (kind != Kind::Moment || index == other.index);
    }
};

struct TimelineView { // what is in sight
    TimeScale scale;
    Microseconds now = 0;
    int scroll = 0; // of the lanes
    int height = 0; // of the viewport
};

class TimelineLayout {
public:
    explicit TimelineLayout(const TimelineModel *model)
        : m_model(model)
    {
    }

    const TimelineMetrics &metrics() const { return m_metrics; }
    void setMetrics(const TimelineMetrics &metrics) { m_metrics = metrics; }
    // Leaves out lanes that have nothing in the stretch of time in sight.
    void setQuietHidden(bool hidden) { m_quietHidden = hidden; }
    bool quietHidden() const { return m_quietHidden; }
    void arrange(const TimelineView &view);

    const std::vector<const TimelineLane *> &lanes() const { return m_lanes; }
    int contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }
    size_t laneAt(int y) const; // in content coordinates
    int top(size_t lane) const { return m_tops[lane]; }
    int height(size_t lane) const { return m_tops[lane + 1] - m_tops[lane]; }
    int indexOf(quint32 key) const; // -1: not there
    // In content coordinates, (0, 0) if it is not there.
    std::pair<int, int> spanOf(quint32 key, CallId call) const;

    // In reading order.
    std::vector<TimelinePart> parts(const TimelineView &view) const;

private:
    int heightOf(const TimelineLane &lane) const;
    void addMoments(const TimelineView &view, size_t lane, int top, std::vector<TimelinePart> &parts) const;
    void addRow(const TimelineView &view, const TimelineLane &lane, const TimelineRow &row, int y,
                std::vector<TimelinePart> &parts) const;
    void addBlock(const TimelineView &view, const TimelineLane &lane, const TimelineBlock &block, int y, int room,
                  std::vector<TimelinePart> &parts) const;

    const TimelineModel *m_model;
    TimelineMetrics m_metrics;
    bool m_quietHidden = false;
    std::vector<const TimelineLane *> m_lanes;
    std::vector<int> m_tops; // one more than lanes
};

} // namespace Linescope
