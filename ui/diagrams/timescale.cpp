// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timescale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Linescope {

namespace {

constexpr Microseconds minute = 60_s;
constexpr Microseconds hour = 60 * minute;
constexpr Microseconds day = 24 * hour;

constexpr Microseconds steps[] = {1_ms,    2_ms,     5_ms,       10_ms,      20_ms,       50_ms,       100_ms,
                                  200_ms,  500_ms,   1_s,        2_s,        5_s,         10_s,        15_s,
                                  30_s,    minute,   2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                  hour,    2 * hour, 3 * hour,   6 * hour,   12 * hour,   day,         2 * day,
                                  7 * day, 14 * day, 28 * day,   84 * day};

QDateTime local(Microseconds time) { return QDateTime::fromMSecsSinceEpoch(time / 1000); }

QString tickText(Microseconds time, Microseconds step)
{
    const QDateTime moment = local(time);
    if (step >= day)
        return QLocale().toString(moment.date(), QStringLiteral("d MMM"));
    if (step >= minute)
        return moment.toString(QStringLiteral("HH:mm"));
    return moment.toString(step >= 1_s ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

// The last moment not after `time` that is a whole number of steps from local midnight.
Microseconds floored(Microseconds time, Microseconds step)
{
    const Microseconds offset = Microseconds(local(time).offsetFromUtc()) * 1_s;
    const Microseconds whole = (time + offset) / step * step;
    return whole - offset - (whole > time + offset ? step : 0);
}

} // namespace

void TimeScale::setArea(int x, int width)
{
    m_x = x;
    m_width = std::max(1, width);
}

void TimeScale::setPerPixel(double perPixel) { m_perPixel = std::clamp(perPixel, MinPerPixel, MaxPerPixel); }

void TimeScale::zoom(double factor, double x)
{
    const Microseconds time = timeAt(x);
    setPerPixel(m_perPixel * factor);
    pin(time, x);
}

int TimeScale::pixelOf(Microseconds time) const
{
    constexpr double beyond = 64;
    const double x = std::clamp(xOf(time), m_x - beyond, m_x + m_width + beyond);
    return int(std::lround(x));
}

std::vector<TimeScale::Tick> TimeScale::ticks(int distance) const
{
    const auto *const step = std::find_if(std::begin(steps), std::end(steps) - 1, [&](Microseconds candidate) {
        return double(candidate) / m_perPixel >= distance;
    });
    std::vector<Tick> ticks;
    for (Microseconds time = floored(m_left, *step); time <= right(); time += *step) {
        // The clocks may have been changed on the way.
        const Microseconds there = *step >= hour ? floored(time + *step / 2, *step) : time;
        const bool midnight = local(there).time().msecsSinceStartOfDay() == 0;
        ticks.push_back({there, tickText(there, *step), midnight});
    }
    return ticks;
}

QString TimeScale::dayText(Microseconds time) { return QLocale().toString(local(time).date(), QLocale::LongFormat); }

} // namespace Linescope
