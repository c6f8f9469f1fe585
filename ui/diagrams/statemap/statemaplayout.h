// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the states of the state map are and which way the arrows between them go: drawn by hand on a sheet of 1000 by
// 600, which is stretched to the room there is. Stretching keeps what the sheet guarantees: no two nodes overlap, and
// no arrow crosses a node that is not its own.
#pragma once

#include "tapi/constants.h"

#include <QPainterPath>
#include <QRectF>

#include <array>
#include <vector>

namespace Linescope {

struct StateCurve { // a Bézier curve
    std::array<QPointF, 4> points;
    QPointF at(double t) const;
    QPointF directionAt(double t) const; // of length 1
    StateCurve part(double from, double to) const;
    QPainterPath path() const;
};

struct StatePair {
    CallState from;
    CallState to;
    friend bool operator==(const StatePair &, const StatePair &) = default;
};

class StateMapLayout {
public:
    // All states, in reading order: inbound, outbound, connected and held, the endings, UNKNOWN.
    static const std::vector<CallState> &states();
    // The ways most calls go, always drawn; others come when a call takes them.
    static const std::vector<StatePair> &mainWays();

    // `largestNode`: nodes grow no larger, however large the area is.
    StateMapLayout(const QRectF &area, const QSizeF &largestNode);

    QRectF node(CallState state) const;
    // From border to border, with room for the line's ends.
    StateCurve arrow(CallState from, CallState to) const;
    // Ends at the left of a node: how calls come into being.
    StateCurve entry(CallState to) const;
    // Where nothing is.
    QRectF freeArea() const;
    double scale() const { return std::min(m_area.width() / 1000, m_area.height() / 600); }

private:
    QPointF toArea(const QPointF &onSheet) const;

    QRectF m_area;
    QSizeF m_node;
};

} // namespace Linescope
