// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is to say about one handle and its call, as words in sections: for the inspector, for copying. No widgets.
#pragma once

#include "models/handlerow.h"
#include "world/world.h"

#include <QList>
#include <QString>

namespace Linescope {

class CallHistory;

struct Fact {
    QString name;
    QString value;
    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactSection {
    QString title;
    QList<Fact> facts;
    friend bool operator==(const FactSection &, const FactSection &) = default;
};

struct CallFacts {
    QString title; // "Call C17, handle H42 of crm-popup"; empty: no such handle
    CallState state = CallState::Unknown;
    Life life = Life::Void;
    QString badge;       // "retained 7:52"
    QString explanation; // why retained and what would free it; why void; in whole sentences
    QList<FactSection> sections;
};

// `ghost`: what is left of a handle that is void, none for a valid one.
CallFacts callFacts(const World &world, const CallHistory &history, HCall handle, const Ghost *ghost, Microseconds now);
// Every member of LINECALLINFO that says something: its TAPI name and rule, its value.
FactSection callInfoFacts(const CallInfo &info);
// What lineGetCallInfo would give the holder of the handle.
CallInfo callInfoOf(const World &world, const Handle &handle);

QString toText(const CallFacts &facts);

QString privilegeText(Privilege privilege);
QString reasonText(VoidReason reason); // "deallocated"
QString partyText(const QString &number, const QString &name);

} // namespace Linescope
