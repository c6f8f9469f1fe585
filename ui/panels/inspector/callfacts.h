// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is to say about one handle and its call, as words in sections: for the inspector, for copying. No widgets.
#pragma once

#include "models/handles/handlerow.h"
#include "panels/inspector/callfields.h"
#include "world/world.h"

#include <QList>
#include <QString>

namespace Linescope {

class CallHistory;
class CallTrace;
struct CallRecord;

struct FactSection {
    QString title;
    QList<Fact> facts;
    QString id{}; // "parties": remembered, not translated
    friend bool operator==(const FactSection &, const FactSection &) = default;
};

struct StepFact { // a state the call was in
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    QString text; // "DISCONNECTED NORMAL"
    Microseconds since = 0;
    Microseconds duration = 0; // until the next one, or until now
    bool current = false;      // it still is
    friend bool operator==(const StepFact &, const StepFact &) = default;
};

struct HolderFact { // who holds or held the call
    HCall handle;
    HLineApp app;
    QString appName;
    Privilege privilege = Privilege::Monitor;
    Microseconds since = 0;
    Microseconds until = 0; // 0: still held
    VoidReason reason = VoidReason::Deallocated;
    bool chosen = false; // the handle that is shown
    friend bool operator==(const HolderFact &, const HolderFact &) = default;
};

struct MemoryFact {
    quint32 handle = 0;   // of each handle
    quint32 record = 0;   // of the call, shared by its handles
    quint32 provider = 0; // 0: not reported
    friend bool operator==(const MemoryFact &, const MemoryFact &) = default;
};

struct CallFacts {
    QString title; // "Call C17, handle H42 of crm-popup"; empty: no such handle, no such call
    CallId call;
    HCall handle; // none: the call is shown without one
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    Life life = Life::Void;
    QString badge;           // "retained 7:52"
    QStringList explanation; // why retained and what would free it; why void; in whole sentences
    QList<FactSection> sections;
    QList<StepFact> steps;
    quint32 stepsDropped = 0;
    bool seenFromStart = true;
    QList<HolderFact> holders; // oldest first
    quint32 holdersDropped = 0;
    MemoryFact memory;
    Microseconds created = 0;
    Microseconds released = 0; // 0: the record is still there
    Microseconds now = 0;      // when all this was true
};

// What to show: a handle, or a call without one.
struct CallSubject {
    HCall handle;
    CallId call;
    const Ghost *ghost = nullptr; // what is left of a handle that is void, none for a valid one
};

CallFacts callFacts(const World &world, const CallHistory &history, const CallSubject &subject, Microseconds now);
// Every member of LINECALLINFO that says something: its TAPI name and rule, its value.
FactSection callInfoFacts(const CallInfo &info);

QString privilegeText(Privilege privilege);
QString reasonText(VoidReason reason); // "deallocated"
QString partyText(const QString &number, const QString &name);

} // namespace Linescope
