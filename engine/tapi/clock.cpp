// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/clock.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace Linescope {

namespace {

// No jump of the wall clock touches it, and it goes on while the machine sleeps, which steady_clock does not.
Microseconds monotonic()
{
    timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return Microseconds(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

Microseconds wall()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

Clock::~Clock() = default;

SystemClock::SystemClock()
    : m_offset(wall() - monotonic())
{
}

SystemClock *SystemClock::instance()
{
    static SystemClock clock;
    return &clock;
}

Microseconds SystemClock::now() const { return m_offset + monotonic(); }

void SystemClock::callAt(Microseconds when, QObject *receiver, std::function<void()> call)
{
    const qint64 milliseconds = std::max<Microseconds>(0, when - now() + 999) / 1000;
    QTimer::singleShot(std::chrono::milliseconds(milliseconds), Qt::PreciseTimer, receiver, std::move(call));
}

struct ManualClock::Due {
    QPointer<QObject> receiver;
    std::function<void()> call;
};

ManualClock::ManualClock(Microseconds start)
    : m_now(start)
{
}

void ManualClock::callAt(Microseconds when, QObject *receiver, std::function<void()> call)
{
    m_due.emplace(std::max(when, m_now), std::make_shared<Due>(Due{receiver, std::move(call)}));
}

void ManualClock::advance(Microseconds duration)
{
    const Microseconds end = m_now + duration;
    while (!m_due.empty() && m_due.begin()->first <= end) {
        m_now = m_due.begin()->first;
        const std::shared_ptr<Due> due = m_due.begin()->second;
        m_due.erase(m_due.begin());
        if (due->receiver)
            due->call();
    }
    m_now = end;
}

QString toIsoString(Microseconds time)
{
    const Microseconds fraction = ((time % 1'000'000) + 1'000'000) % 1'000'000;
    const QDateTime seconds = QDateTime::fromSecsSinceEpoch((time - fraction) / 1'000'000, Qt::UTC);
    return seconds.toString(u"yyyy-MM-ddTHH:mm:ss") + u'.' + QString::number(fraction).rightJustified(6, u'0') + u'Z';
}

QString toDurationString(Microseconds duration)
{
    const qint64 seconds = std::max<Microseconds>(0, duration) / 1'000'000;
    const QString tail = QString::number(seconds % 60).rightJustified(2, u'0');
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return QString::number(minutes) + u':' + tail;
    return QString::number(minutes / 60) + u':' + QString::number(minutes % 60).rightJustified(2, u'0') + u':' + tail;
}

} // namespace Linescope
