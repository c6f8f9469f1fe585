// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a moment lies on screen: the stretch of time that is in sight, how it is zoomed and moved, its ticks.
#pragma once

#include "tapi/clock.h"

#include <vector>

namespace Linescope {

class TimeScale {
public:
    static constexpr double MinPerPixel = 100;              // 0.1 ms
    static constexpr double MaxPerPixel = 6.0 * 3600 * 1e6; // 6 hours

    Microseconds left() const { return m_left; }
    Microseconds right() const { return timeAt(m_x + m_width); }
    double perPixel() const { return m_perPixel; } // us
    int x() const { return m_x; }
    int width() const { return m_width; }

    void setArea(int x, int width);
    void setLeft(Microseconds left) { m_left = left; }
    void setPerPixel(double perPixel);
    // So that `time` is at `x`.
    void pin(Microseconds time, double x) { m_left = time - Microseconds((x - m_x) * m_perPixel); }
    // The moment at `x` stays there. factor < 1: closer.
    void zoom(double factor, double x);

    double xOf(Microseconds time) const { return m_x + double(time - m_left) / m_perPixel; }
    // As a pixel, not farther than a little beyond the area.
    int pixelOf(Microseconds time) const;
    Microseconds timeAt(double x) const { return m_left + Microseconds((x - m_x) * m_perPixel); }

    struct Tick {
        Microseconds time = 0;
        QString text;     // local time, as short as the step allows
        bool day = false; // midnight, local time
    };
    // At least `distance` pixels apart.
    std::vector<Tick> ticks(int distance) const;
    // "Thursday, 26 November 2026", local time
    static QString dayText(Microseconds time);

private:
    Microseconds m_left = 0;
    double m_perPixel = 100'000;
    int m_x = 0;
    int m_width = 1;
};

} // namespace Linescope
