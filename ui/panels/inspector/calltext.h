// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All that the inspector knows of a call, as text to paste and as JSON ("call/1", described in resources/help).
#pragma once

#include "panels/inspector/callfacts.h"

#include <QByteArray>

#include <deque>

namespace Linescope {

struct CallDossier { // a call with everything about it
    CallFacts facts;
    CallInfo info;        // as lineGetCallInfo gives it
    bool hasInfo = false; // false: the record has gone
    QList<Fact> status;   // of LINECALLSTATUS; empty without a valid handle
    std::deque<Event> events;
    quint64 earlierEvents = 0; // seen, but not kept
};

QString toText(const CallDossier &dossier);
QByteArray toJson(const CallDossier &dossier);

QString stepText(const StepFact &step);       // "10:41:07.112  CONNECTED ACTIVE, 1:03"
QString holderText(const HolderFact &holder); // "crm-popup, H42 OWNER: since 10:41:07, until 10:42:00 (deallocated)"
QString eventText(const Event &event);        // one line: time, then its JSON

} // namespace Linescope
