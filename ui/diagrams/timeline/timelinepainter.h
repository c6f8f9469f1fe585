// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the timeline: what is in sight of it, given where it lies.
#pragma once

#include "diagrams/timeline/timelinelayout.h"
#include "diagrams/timeline/timelinemarks.h"
#include "support/selection.h"
#include "support/textcache.h"
#include "support/theme/theme.h"

#include <QPalette>
#include <QPixmap>

#include <array>
#include <bit>

class QPainter;

namespace Linescope {

struct TimelineScene { // what is drawn
    const TimelineModel &model;
    const TimelineLayout &layout;
    const TimelineView &view;
    const std::vector<TimelinePart> &parts;
    const Selection &selection;
    const QPalette &palette;
    QFont font;
    const TextCache &texts;
    const TextCache &smallTexts;
    QSize size;
};

class TimelinePainter : private TimelineScene {
public:
    explicit TimelinePainter(const TimelineScene &scene)
        : TimelineScene(scene)
    {
    }

    void paint(QPainter *painter);

private:
    void paintLanes();
    void paintGrid();
    void paintOutages(const TimelineLane &lane, int top, int height);
    void paintMoment(const TimelinePart &part);
    void paintMomentLine(const TimelinePart &part);
    void paintSign(TimelineMark mark, const QRect &rect);
    void paintCall(const TimelinePart &part);
    void paintSteps(const TimelinePart &part, const CallRecord &record, Microseconds end);
    void paintSeam(const TimelinePart &part);
    void paintHandle(const TimelinePart &part);
    void paintHandleTexts(const TimelinePart &part, const CallHolder &holder, int idleX);
    void paintChosen(const TimelinePart &part);
    void paintNow();
    void paintHeads();
    void paintHead(const TimelinePart &part);
    void paintAxis();
    const StateStyle &styleOf(CallState state) const
    {
        return m_styles[size_t(std::countr_zero(quint32(state) | 0x8000))];
    }
    bool isChosen(const TimelinePart &part) const;
    // False if there is no room for it.
    bool paintText(const QString &text, bool isSmall, const QRect &rect, const QColor &color);
    QRect body() const;

    QPainter *m_painter = nullptr;
    QFont m_small;
    TimelineMetrics m_metrics;
    std::vector<TimeScale::Tick> m_ticks;
    std::array<StateStyle, 16> m_styles; // by the bit of the state
    QColor m_handleColor;
    std::array<QPixmap, 8> m_signs; // by mark
};

} // namespace Linescope
