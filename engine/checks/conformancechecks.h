// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider does wrong or does strangely (rulebook 9 and 2.2), found in the stream of events: live, or in a
// journal. Pure: it is told every event in order, and the time when nothing happens; it keeps little of each live call
// and each pending request, and nothing of what is over.
//
// What only the server can see, because it drops it (V-1, V-13 ...), is found by the server; see rules.h for who finds
// what. The live use is ServerChecks (server/serverchecks.h).
#pragma once

#include "world/event.h"

#include <QList>

#include <memory>

namespace Linescope {

// How long a provider may take; what is later is a finding.
struct TimeLimits {
    Microseconds request = 60_s;   // a request, to its completion (V-11), and a generation of digits (V-69)
    Microseconds firstState = 2_s; // a new call, to its first state (V-20); a call that is offered, to RINGING (V-42)
    Microseconds drop = 30_s;      // a call that was dropped, to IDLE (V-28, V-29)
    Microseconds settle = 5_s;     // what a success promises, to its report (V-47, V-48, V-70 to V-72)
    Microseconds crossing = 2_s;   // what was on its way when a call or line was closed (V-8 to V-10, V-58, V-60, V-63)
    Microseconds reuse = 1_s;      // a call's name, until it may be another call's (V-25)
    friend bool operator==(const TimeLimits &, const TimeLimits &) = default;
};

class ConformanceChecks {
public:
    class Private; // conformancechecks_p.h

    explicit ConformanceChecks(const TimeLimits &limits = {});
    ~ConformanceChecks();
    Q_DISABLE_COPY_MOVE(ConformanceChecks)

    void see(const Event &event);
    void see(const EventBatch &batch);
    // Nothing has happened until then. Time never goes back: an earlier one is passed over.
    void passTo(Microseconds now);
    // When passTo() may find something next; the largest Microseconds if nothing is awaited.
    Microseconds nextDue() const;

    // What has been found since the last time, in order.
    QList<Finding> takeFindings();
    bool hasFindings() const;

    // Calls, requests and whatever else is remembered now: bounded by what is going on.
    qsizetype remembered() const;

private:
    std::unique_ptr<Private> d;
};

} // namespace Linescope
