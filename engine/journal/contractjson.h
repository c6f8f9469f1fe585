// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of an event's JSON that are values of their own: requests, commands, reports, messages, call records. Each
// is read as it is written; what a reader cannot understand is an error of the JsonReader.
#pragma once

#include "journal/jsonreader.h"
#include "journal/jsonwriter.h"
#include "provider/contract.h"
#include "tapi/linemessage.h"
#include "tapi/names.h"
#include "world/request.h"

#include <functional>

namespace Linescope {

// app aside: "function" and "arguments", named as in world/requestfields.h.
void writeRequest(JsonWriter &json, const Request &request);
Request readRequest(JsonReader &json);
// "command": "makeCall" and its members, named as in provider/contractfields.h.
void writeCommand(JsonWriter &json, const Command &command);
Command readCommand(JsonReader &json);
// "report": "callState" and its members.
void writeReport(JsonWriter &json, const Report &report);
Report readReport(JsonReader &json);
// "message", "device", "p1", "p2", "p3", decoded by message (rulebook 6.1).
void writeMessage(JsonWriter &json, const LineMessage &message);
LineMessage readMessage(JsonReader &json);
// The members of a record that are not at their default; of these, if it is given, those that `isWanted`.
void writeCallInfo(JsonWriter &json, const CallInfo &info,
                   const std::function<bool(const CallInfoField &)> &isWanted = {});
CallInfo readCallInfo(JsonReader &json);

// A dwDeviceID: "D1", "LINEMAPPER".
QString deviceName(quint32 deviceId);
// "2.2", "0.0".
QString versionText(ApiVersion version);
// "OK", "NOTOWNER".
QString resultText(LineError error);
bool resultFromJson(const JsonValue &json, LineError &error);

// "NORMAL"; the short name of the parent for CONFERENCED; empty for 0.
template<class ParentId>
QString modeText(CallState state, quint32 mode, ParentId parent)
{
    return state == CallState::Conferenced ? shortName(parent) : modeName(state, mode);
}

bool modeFromJson(const JsonValue &json, CallState state, quint32 &mode);
template<class ParentId>
bool modeFromJson(const JsonValue &json, CallState state, quint32 &mode, ParentId parent)
{
    if (state != CallState::Conferenced)
        return modeFromJson(json, state, mode);
    const bool ok = fromJson(json, parent);
    mode = parent.value;
    return ok;
}

} // namespace Linescope
