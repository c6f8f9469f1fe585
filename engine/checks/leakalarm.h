// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Applications that keep too many handles of calls that are over, keep them too long, or keep too much memory with
// them. Pure: told a World and the time, it says what has crossed its limit since it was told last, and what is well
// again.
#pragma once

#include "world/world.h"

#include <QList>
#include <QMap>

#include <vector>

namespace Linescope {

struct AlarmLimit { // 0: no limit
    Microseconds age = 0;
    quint32 count = 0;
    quint64 bytes = 0;
    bool isNone() const { return *this == AlarmLimit(); }
    friend bool operator==(const AlarmLimit &, const AlarmLimit &) = default;
};

struct AlarmLimits {
    AlarmLimit usual;               // of every application without limits of its own
    QMap<QString, AlarmLimit> apps; // by name
    AlarmLimit of(const QString &app) const { return apps.value(app, usual); }
    friend bool operator==(const AlarmLimits &, const AlarmLimits &) = default;
};

enum class AlarmKind : quint8 { Age, Count, Bytes };

struct LeakAlarm {
    HLineApp app;
    QString appName;
    AlarmKind kind = AlarmKind::Count;
    quint64 value = 0; // microseconds, handles, bytes
    quint64 limit = 0;
    HCall oldest;           // the handle that is retained longest
    Microseconds since = 0; // when it fired
    friend bool operator==(const LeakAlarm &, const LeakAlarm &) = default;
};

// What an application retains.
struct Retained {
    quint32 count = 0;
    quint64 bytes = 0; // handles, and each call's record once, with what the provider reports for it
    HCall oldest;
    Microseconds oldestSince = 0; // since when it is retained
};

class LeakAlarms {
public:
    void setLimits(const AlarmLimits &limits);
    const AlarmLimits &limits() const { return m_limits; }

    struct Changes {
        QList<LeakAlarm> fired;
        QList<LeakAlarm> cleared;
        bool isEmpty() const { return fired.isEmpty() && cleared.isEmpty(); }
    };
    // Walks the calls only when the World has changed and something is retained.
    Changes check(const World &world, Microseconds now);

    const QList<LeakAlarm> &active() const { return m_active; } // by application, then by kind; values as of last check
    Retained retainedBy(HLineApp app) const;                    // as of the last check

private:
    void measure(const World &world);
    Retained &entryFor(HLineApp app);

    AlarmLimits m_limits;
    QList<LeakAlarm> m_active;
    std::vector<std::pair<HLineApp, Retained>> m_retained; // a few applications
    quint64 m_seq = 0;
    quint32 m_handles = 0; // retained, when measured
};

} // namespace Linescope
