// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last minute of a figure as a small curve.
#pragma once

#include <deque>

class QColor;
class QPainter;
class QRectF;

namespace Linescope {

class Sparkline {
public:
    static constexpr size_t MaxValues = 60;

    void add(double value); // once a second
    void paint(QPainter *painter, const QRectF &area, const QColor &color) const;

private:
    std::deque<double> m_values; // oldest first
};

} // namespace Linescope
