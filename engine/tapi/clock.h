// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time. One number for everything: microseconds since 1970, UTC, read once from the wall clock when the program starts
// and from the monotonic clock since, so that a duration is never negative, whatever happens to the wall clock.
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace Linescope {

using Microseconds = qint64;
// Seconds share the suffix with QString; without this they would hide it in the whole namespace.
using Qt::StringLiterals::operator""_s;
constexpr Microseconds operator""_us(unsigned long long n) { return Microseconds(n); }
constexpr Microseconds operator""_ms(unsigned long long n) { return Microseconds(n) * 1000; }
constexpr Microseconds operator""_s(unsigned long long n) { return Microseconds(n) * 1'000'000; }

class Clock {
public:
    virtual ~Clock();
    virtual Microseconds now() const = 0;
    // Calls `call` once `when` has come; never if the receiver has gone by then. In the receiver's thread, to which
    // this call belongs too.
    virtual void callAt(Microseconds when, QObject *receiver, std::function<void()> call) = 0;
    // The clock that goes on, where this one may stand at a moment that is over.
    virtual Clock *real() { return this; }
};

// Safe to read from every thread.
class SystemClock : public Clock {
public:
    static SystemClock *instance();
    Microseconds now() const override;
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override;

private:
    SystemClock();
    Microseconds m_offset; // wall clock minus monotonic clock at the start
};

// A clock for tests and scripted sessions: stands still until it is advanced. One thread only.
class ManualClock : public Clock {
public:
    explicit ManualClock(Microseconds start = 1'795'000'000_s); // some moment of November 2026
    Microseconds now() const override { return m_now; }
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override;
    // Runs what falls due on the way, in order of time, then of arrival.
    void advance(Microseconds duration);

private:
    struct Due;
    Microseconds m_now;
    std::multimap<Microseconds, std::shared_ptr<Due>> m_due;
};

// "2026-11-22T10:41:00.000000Z"
QString toIsoString(Microseconds time);
// "7:52", "2:13:09", "0:03": a duration for people, whole seconds.
QString toDurationString(Microseconds duration);

} // namespace Linescope
