// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/contractjson.h"
#include "tapi/flags.h"

namespace Linescope {

namespace {

// Calls f with a value of the kind that a number of the record is.
template<class F>
void asItsKind(quint32 CallInfo::*member, F f)
{
    const auto is = [&](auto... members) { return ((member == members) || ...); };
    if (is(&CallInfo::origin))
        f(CallOrigin());
    else if (is(&CallInfo::reason))
        f(CallReason());
    else if (is(&CallInfo::callTreatment))
        f(CallTreatment());
    else if (is(&CallInfo::hungUpBy))
        f(HungUpBy());
    else if (is(&CallInfo::doubts))
        f(Doubts());
    else if (is(&CallInfo::mediaMode, &CallInfo::monitorMediaModes))
        f(MediaModes());
    else if (is(&CallInfo::monitorDigitModes))
        f(DigitModes());
    else if (is(&CallInfo::bearerMode))
        f(BearerModes());
    else if (is(&CallInfo::callParamFlags))
        f(CallParamFlags());
    else if (is(&CallInfo::callStates))
        f(QFlags<CallState>());
    else if (is(&CallInfo::callerIdFlags, &CallInfo::calledIdFlags, &CallInfo::connectedIdFlags,
                &CallInfo::redirectionIdFlags, &CallInfo::redirectingIdFlags))
        f(PartyIdFlags());
    else
        f(quint32());
}

void writeNumber(JsonWriter &json, const char *name, quint32 CallInfo::*member, quint32 value)
{
    asItsKind(member, [&]<class Value>(Value) {
        if constexpr (isFlags<Value>)
            json.addList(name, namesOf(Value::fromInt(value)));
        else if constexpr (std::is_enum_v<Value>)
            json.add(name, nameOf(Value(value)));
        else
            json.add(name, value);
    });
}

bool numberFrom(const JsonValue &json, quint32 CallInfo::*member, quint32 &number)
{
    bool ok = false;
    asItsKind(member, [&](auto value) {
        ok = fromJson(json, value);
        if constexpr (isFlags<decltype(value)>)
            number = value.toInt();
        else
            number = quint32(value);
    });
    return ok;
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

const char *jsonName(const CallInfoField &field)
{
    return field.member == CallInfoField::Member(&CallInfo::relatedCallId) ? "relatedCall" : field.name;
}

void writeField(JsonWriter &json, const CallInfoField &field, const CallInfo &info)
{
    const char *name = jsonName(field);
    if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member))
        writeNumber(json, name, *number, info.**number);
    else if (const auto *text = std::get_if<QString CallInfo::*>(&field.member))
        writeText(json, name, *text, info.**text);
    else
        json.addBytes(name, info.*std::get<QByteArray CallInfo::*>(field.member));
}

bool readField(const JsonValue &json, const CallInfoField &field, CallInfo &info)
{
    if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member))
        return numberFrom(json, *number, info.**number);
    if (const auto *text = std::get_if<QString CallInfo::*>(&field.member))
        return fromJson(json, info.**text);
    return fromJson(json, info.*std::get<QByteArray CallInfo::*>(field.member));
}

bool isSet(const CallInfoField &field, const CallInfo &info)
{
    static const CallInfo defaults;
    return std::visit([&](auto member) { return !(info.*member == defaults.*member); }, field.member);
}

} // namespace

void writeCallInfo(JsonWriter &json, const CallInfo &info, const std::function<bool(const CallInfoField &)> &isWanted)
{
    for (const CallInfoField &field : callInfoFields()) {
        if (isSet(field, info) && (!isWanted || isWanted(field)))
            writeField(json, field, info);
    }
}

CallInfo readCallInfo(JsonReader &json)
{
    CallInfo info;
    for (const CallInfoField &field : callInfoFields())
        json.takeWith(jsonName(field), [&](const JsonValue &value) { return readField(value, field, info); });
    return info;
}

} // namespace Linescope
