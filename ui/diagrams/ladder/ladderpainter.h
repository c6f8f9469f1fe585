// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the rows, lanes and bars of a ladder lie, and how they are painted. Content coordinates: (0, 0) is the top left
// of the rows, below the heads of the lanes. Painting costs what is between two heights, not what there is.
#pragma once

#include "diagrams/ladder/ladderrows.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace Linescope {

class LadderGeometry {
public:
    void update(const LadderRows &rows, const QFont &font, double availableWidth);

    const QFont &font() const { return m_font; }
    const QFontMetricsF &metrics() const { return m_metrics; }
    double width() const { return m_width; }
    double height() const { return m_height; }
    double headHeight() const { return m_headHeight; }
    double timeWidth() const { return m_timeWidth; }
    double rowHeight() const { return m_rowHeight; }
    double gapHeight() const { return m_gapHeight; }
    double laneGap() const { return m_laneGap; }
    double laneX(quint32 lane) const;
    const std::vector<LadderLane> &lanes() const { return m_lanes; }

    double top(const LadderRows &rows, size_t row) const; // of the row itself, below its gap mark; one past the end too
    size_t rowAt(const LadderRows &rows, double y) const; // the last that begins above; 0 if none
    double legendHeight(double width) const;
    // Where each part of the legend begins, and the line it is on.
    static constexpr int legendParts = 9;
    QPointF legendPlace(int part, double width) const;

private:
    QFont m_font;
    QFontMetricsF m_metrics{QFont()};
    std::vector<LadderLane> m_lanes; // shown ones
    double m_width = 0;
    double m_height = 0;
    double m_headHeight = 0;
    double m_timeWidth = 0;
    double m_rowHeight = 1;
    double m_gapHeight = 1;
    double m_laneGap = 1;
    double m_firstTop = 0;
};

QString ladderLegendText(int part);

class LadderPainter {
public:
    LadderPainter(QPainter *painter, const LadderRows &rows, const LadderGeometry &geometry, const QPalette &palette);

    void setAbsoluteTime(bool absolute) { m_absolute = absolute; }
    void setCurrent(quint64 seq) { m_current = seq; }
    // Labels of what reaches beyond are kept between these two.
    void setVisible(double left, double right)
    {
        m_left = left;
        m_right = right;
    }

    void paintContent(double from, double to);
    void paintTimes(double from, double to);
    void paintHeads();
    void paintLegend(const QRectF &rect);

private:
    void paintMissing();
    void paintLifelines(double from, double to);
    void paintLife(const LadderLife &life, double from, double to);
    void paintRow(size_t index);
    void paintGap(const LadderRow &row, double top);
    void paintArrow(const LadderRow &row, const QString &text, double top);
    void paintLine(LadderKind kind, bool failed, double x1, double x2, double y);
    void paintBand(const LadderStep &step, const QString &text, double top);
    void paintAtLane(const LadderRow &row, const LadderStep &step, const QString &text, double top);
    void paintText(const QRectF &rect, int flags, const QString &text, const QColor &color, bool onGround);
    double barX(const LadderLife &life) const;
    double y(quint64 seq) const; // where the handle's step of that seq is, or would be
    QPen pen(LadderKind kind, bool failed) const;
    double right() const { return m_geo.width() - 8; }
    QRectF visiblePart(const QRectF &rect) const;

    QPainter *m_painter;
    const LadderRows &m_rows;
    const LadderGeometry &m_geo;
    const QPalette &m_palette;
    const QFontMetricsF &m_metrics;
    bool m_absolute = false;
    quint64 m_current = 0;
    double m_left = 0;
    double m_right = 1e6;
    bool m_isCurrent = false; // the row that is being painted: its ground is another
};

} // namespace Linescope
