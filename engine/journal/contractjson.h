// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of an event's JSON that are values of their own: requests, commands, reports, messages, call records.
#pragma once

#include "journal/jsonwriter.h"
#include "provider/contract.h"
#include "tapi/linemessage.h"
#include "tapi/names.h"
#include "world/request.h"

namespace Linescope {

// app aside: "function" and "arguments", named after the function's parameters.
void writeRequest(JsonWriter &json, const Request &request);
// "command": "makeCall" and its ids.
void writeCommand(JsonWriter &json, const Command &command);
// "report": "callState" and its ids.
void writeReport(JsonWriter &json, const Report &report);
// "message", "device", "p1", "p2", "p3", decoded by message (rulebook 6.1).
void writeMessage(JsonWriter &json, const LineMessage &message);

// The members of a record that one of the bits announces. Like all fields, one that is empty or 0 is left out:
// announced and absent means empty now.
void writeCallInfo(JsonWriter &json, const CallInfo &info, CallInfoStates changed = CallInfoStates::fromInt(~0u));

// "NORMAL"; the short name of the parent for CONFERENCED; empty for 0.
template<class ParentId>
QString modeText(CallState state, quint32 mode, ParentId parent)
{
    return state == CallState::Conferenced ? shortName(parent) : modeName(state, mode);
}

} // namespace Linescope
