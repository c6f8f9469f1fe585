// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/contractjson.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

void writeParameters(JsonWriter &json, const LineMessage &message)
{
    json.addUnlessZero("p1", message.param1);
    json.addUnlessZero("p2", message.param2);
    json.addUnlessZero("p3", message.param3);
}

void writeLineDevState(JsonWriter &json, const LineMessage &message)
{
    const auto states = LineDevStates::fromInt(message.param1);
    json.add("p1", namesOf(states));
    // M-31: a REINIT that stands for another message names it.
    if (states.testFlag(LineDevState::Reinit) && message.param2 != 0)
        json.add("p2", u"LINE_"_s + nameOf(MessageId(message.param2)));
    else
        json.addUnlessZero("p2", message.param2);
    json.addUnlessZero("p3", message.param3);
}

void writeNumber(JsonWriter &json, const char *name, quint32 CallInfo::*member, quint32 value)
{
    const auto is = [&](auto... members) { return ((member == members) || ...); };
    if (is(&CallInfo::origin))
        json.add(name, nameOf(CallOrigin(value)));
    else if (is(&CallInfo::reason))
        json.add(name, nameOf(CallReason(value)));
    else if (is(&CallInfo::mediaMode, &CallInfo::monitorMediaModes))
        json.add(name, namesOf(MediaModes::fromInt(value)));
    else if (is(&CallInfo::bearerMode))
        json.add(name, namesOf(BearerModes::fromInt(value)));
    else if (is(&CallInfo::callParamFlags))
        json.add(name, namesOf(CallParamFlags::fromInt(value)));
    else if (is(&CallInfo::callStates))
        json.add(name, namesOf(QFlags<CallState>::fromInt(value)));
    else if (is(&CallInfo::callerIdFlags, &CallInfo::calledIdFlags, &CallInfo::connectedIdFlags,
                &CallInfo::redirectionIdFlags, &CallInfo::redirectingIdFlags))
        json.add(name, namesOf(PartyIdFlags::fromInt(value)));
    else
        json.add(name, value);
}

void writeText(JsonWriter &json, const char *name, QString CallInfo::*member, const QString &text)
{
    const auto is = [&](auto... members) { return ((member == members) || ...); };
    if (is(&CallInfo::providerRef, &CallInfo::group)) // the server's own numbering of calls, nobody's number
        json.add(name, text);
    else if (is(&CallInfo::channel, &CallInfo::appName))
        json.addOutside(name, text);
    else
        json.addParty(name, text);
}

void writeField(JsonWriter &json, const CallInfoField &field, const CallInfo &info)
{
    const char *name = field.member == CallInfoField::Member(&CallInfo::relatedCallId) ? "relatedCall" : field.name;
    if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member))
        writeNumber(json, name, *number, info.**number);
    else if (const auto *text = std::get_if<QString CallInfo::*>(&field.member))
        writeText(json, name, *text, info.**text);
    else
        json.addBytes(name, info.*std::get<QByteArray CallInfo::*>(field.member));
}

bool isSet(const CallInfoField &field, const CallInfo &info)
{
    static const CallInfo defaults;
    return std::visit([&](auto member) { return !(info.*member == defaults.*member); }, field.member);
}

} // namespace

void writeMessage(JsonWriter &json, const LineMessage &message)
{
    json.add("message", u"LINE_"_s + nameOf(message.id));
    json.add("device", HLine::fromHandle(message.device));
    json.add("device", HCall::fromHandle(message.device));
    switch (message.id) {
    case MessageId::AddressState:
        json.add("p1", message.param1);
        json.add("p2", namesOf(AddressStates::fromInt(message.param2)));
        break;
    case MessageId::CallInfo:
        json.add("p1", namesOf(CallInfoStates::fromInt(message.param1)));
        break;
    case MessageId::CallState: {
        const CallState state = CallState(message.param1);
        json.add("p1", nameOf(state));
        json.add("p2", modeText(state, message.param2, HCall::fromHandle(message.param2))); // M-32
        if (message.param3 != 0)                                                            // M-30
            json.add("p3", nameOf(Privilege(message.param3)));
        break;
    }
    case MessageId::LineDevState:
        writeLineDevState(json, message);
        break;
    case MessageId::Reply:
        json.add("p1", RequestId{message.param1});
        json.add("p2", message.param2 == 0 ? u"OK"_s : nameOf(LineError(message.param2)));
        break;
    case MessageId::AppNewCall:
        json.add("p1", message.param1);
        json.add("p2", HCall::fromHandle(message.param2));
        json.add("p3", nameOf(Privilege(message.param3)));
        break;
    case MessageId::Create:
    case MessageId::Remove:
        json.add("p1", deviceFromNumber(message.param1));
        break;
    case MessageId::Close:
    case MessageId::DevSpecific:
    case MessageId::DevSpecificFeature:
    case MessageId::GatherDigits:
    case MessageId::Generate:
    case MessageId::MonitorDigits:
    case MessageId::MonitorMedia:
    case MessageId::MonitorTone:
    case MessageId::Request:
        writeParameters(json, message);
        break;
    }
}

void writeCallInfo(JsonWriter &json, const CallInfo &info, CallInfoStates changed)
{
    for (const CallInfoField &field : callInfoFields()) {
        if (changed.testFlag(field.changed) && isSet(field, info))
            writeField(json, field, info);
    }
}

} // namespace Linescope
