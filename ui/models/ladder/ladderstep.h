// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing that concerned a call, as the ladder keeps it, and what an event names.
#pragma once

#include "world/event.h"

#include <QVarLengthArray>

namespace Linescope {

enum class LadderKind : quint8 { Request, Result, Message, Reply, Command, Report, State, Handle, Line, Finding };
constexpr int LadderKindCount = 10;
using LadderKinds = quint32; // a bit for each
constexpr LadderKinds allLadderKinds = (1U << LadderKindCount) - 1;
constexpr LadderKinds bitOf(LadderKind kind) { return 1U << int(kind); }

// A row of the message log too: the others are between its rows.
bool isInMessageLog(LadderKind kind);

struct LadderStep {
    quint64 seq = 0; // of its event
    Microseconds time = 0;
    LadderKind kind = LadderKind::Message;
    bool failed = false;
    HLineApp app;        // none for what passes between the engine and a provider, and for states
    ProviderId provider; // of commands and reports
    quint64 pair = 0;    // of a result or a reply: the request's seq, 0 if that is not known
    EventPayload payload;
};

// What an event names. Handles, calls and requests that it is about, as they are in it.
struct LadderSubject {
    QVarLengthArray<HCall, 4> handles;
    QVarLengthArray<CallId, 4> calls;
    QVarLengthArray<DriverCall, 2> drivers;
    HLine line;
    RequestId request;
};
LadderSubject ladderSubject(const EventPayload &payload);

// Whether the event tells that something did not work.
bool isFailure(const EventPayload &payload);

} // namespace Linescope
