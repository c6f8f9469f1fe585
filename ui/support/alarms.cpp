// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/alarms.h"

#include "models/liveworld.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int checkInterval = 1000; // ms
constexpr int shareOfTime = 50;     // a check that takes long comes less often: 2 % of the time at most

} // namespace

Alarms::Alarms(LiveWorld *live, Clock *clock, const AlarmLimits &limits, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
{
    m_alarms.setLimits(limits);
    m_seconds.setInterval(checkInterval);
    connect(&m_seconds, &QTimer::timeout, this, &Alarms::checkNow);
    m_seconds.start();
}

void Alarms::setLimits(const AlarmLimits &limits)
{
    m_alarms.setLimits(limits);
    checkNow();
}

void Alarms::checkNow()
{
    if (m_live->isPaused() || m_live->isAway())
        return;
    QElapsedTimer cost;
    cost.start();
    const LeakAlarms::Changes changes = m_alarms.check(m_live->world(), m_clock->now());
    m_seconds.setInterval(std::max(checkInterval, int(cost.elapsed()) * shareOfTime));
    for (const LeakAlarm &alarm : changes.cleared)
        Q_EMIT cleared(clearedSentence(alarm), alarm);
    for (const LeakAlarm &alarm : changes.fired)
        Q_EMIT fired(sentence(alarm), alarm);
    if (!changes.isEmpty())
        Q_EMIT activeChanged();
}

QStringList Alarms::activeSentences() const
{
    QStringList sentences;
    for (const LeakAlarm &alarm : active())
        sentences += sentence(alarm);
    return sentences;
}

QString Alarms::sentence(const LeakAlarm &alarm)
{
    const QString app = visibleText(alarm.appName, 60);
    switch (alarm.kind) {
    case AlarmKind::Age:
        return tr("%1 has kept %2 for more than %3 since its call ended.")
            .arg(app, shortName(alarm.oldest), toDurationString(Microseconds(alarm.limit)));
    case AlarmKind::Count:
        return tr("%1 retains %n handle(s) of calls that are over; the limit is %2.", nullptr, int(alarm.value))
            .arg(app)
            .arg(alarm.limit);
    case AlarmKind::Bytes:
        return tr("%1 keeps %2 for calls that are over; the limit is %3.")
            .arg(app, bytesText(alarm.value), bytesText(alarm.limit));
    }
    return {};
}

QString Alarms::clearedSentence(const LeakAlarm &alarm)
{
    const QString app = visibleText(alarm.appName, 60);
    switch (alarm.kind) {
    case AlarmKind::Age:
        return tr("%1 no longer keeps handles for too long.").arg(app);
    case AlarmKind::Count:
        return tr("%1 no longer retains too many handles.").arg(app);
    case AlarmKind::Bytes:
        return tr("%1 no longer keeps too much memory.").arg(app);
    }
    return {};
}

} // namespace Linescope
