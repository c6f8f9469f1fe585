// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Watches the World for applications that retain too much, once a second, and says so in sentences.
#pragma once

#include "checks/leakalarm.h"
#include "tapi/clock.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace Linescope {

class LiveWorld;

class Alarms : public QObject {
    Q_OBJECT

public:
    Alarms(LiveWorld *live, Clock *clock, const AlarmLimits &limits, QObject *parent = nullptr); // these outlive it

    void setLimits(const AlarmLimits &limits);
    const QList<LeakAlarm> &active() const { return m_alarms.active(); }
    QStringList activeSentences() const;

    static QString sentence(const LeakAlarm &alarm); // as it was when it fired, in the language of now
    static QString clearedSentence(const LeakAlarm &alarm);

    void checkNow(); // not while the view is paused: what is on screen is old

Q_SIGNALS:
    void fired(const QString &sentence, const Linescope::LeakAlarm &alarm);
    void cleared(const QString &sentence, const Linescope::LeakAlarm &alarm);
    void activeChanged();

private:
    LiveWorld *m_live;
    Clock *m_clock;
    LeakAlarms m_alarms;
    QTimer m_seconds;
};

} // namespace Linescope
