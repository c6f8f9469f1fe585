// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/contractjson.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// What a parameter of a message says (rulebook 6.1).
enum class Says {
    Nothing, // if it does, a number
    Address,
    AddressStates,
    CallInfoStates,
    State,
    Mode, // of the state in p1 (M-32)
    Privilege,
    LineDevStates,
    Detail, // of the bits in p1 (M-31)
    Request,
    Result,
    Call,
    Device,
    Digit,
    DigitMode,
    Termination,
};

struct Parameters {
    Says p1 = Says::Nothing;
    Says p2 = Says::Nothing;
    Says p3 = Says::Nothing;
};

Parameters parametersOf(MessageId id)
{
    switch (id) {
    case MessageId::AddressState:
        return {Says::Address, Says::AddressStates};
    case MessageId::CallInfo:
        return {Says::CallInfoStates};
    case MessageId::CallState:
        return {Says::State, Says::Mode, Says::Privilege};
    case MessageId::LineDevState:
        return {Says::LineDevStates, Says::Detail};
    case MessageId::Reply:
        return {Says::Request, Says::Result};
    case MessageId::AppNewCall:
        return {Says::Address, Says::Call, Says::Privilege};
    case MessageId::Create:
    case MessageId::Remove:
        return {Says::Device};
    case MessageId::MonitorDigits:
        return {Says::Digit, Says::DigitMode};
    case MessageId::GatherDigits:
    case MessageId::Generate:
        return {Says::Termination};
    case MessageId::Close:
    case MessageId::DevSpecific:
    case MessageId::DevSpecificFeature:
    case MessageId::MonitorMedia:
    case MessageId::MonitorTone:
    case MessageId::Request:
        break;
    }
    return {};
}

QString messageName(MessageId id) { return u"LINE_"_s + nameOf(id); }

bool messageFromJson(const JsonValue &json, MessageId &id)
{
    return json.text().startsWith("LINE_") && fromText(json.text().sliced(5), id);
}

bool isReinit(quint32 states) { return LineDevStates::fromInt(states).testFlag(LineDevState::Reinit); }

// A handle by its name, what is none as a number.
template<class Handle>
void writeHandle(JsonWriter &json, const char *key, quint32 value)
{
    const Handle handle = Handle::fromHandle(value);
    handle.isNull() ? json.addUnlessZero(key, value) : json.add(key, handle);
}

template<class Handle>
bool handleFromJson(const JsonValue &json, quint32 &value)
{
    Handle handle;
    if (!fromJson(json, handle))
        return fromJson(json, value);
    value = handle.handle();
    return Handle::fromHandle(value) == handle;
}

void writeParameter(JsonWriter &json, const char *key, Says says, quint32 value, const LineMessage &message)
{
    const auto state = CallState(message.param1);
    switch (says) {
    case Says::Nothing:
        return json.addUnlessZero(key, value);
    case Says::Address:
        return json.add(key, value);
    case Says::AddressStates:
        return json.add(key, namesOf(AddressStates::fromInt(value)));
    case Says::CallInfoStates:
        return json.add(key, namesOf(CallInfoStates::fromInt(value)));
    case Says::State:
        return json.add(key, nameOf(state));
    case Says::Mode:
        return state == CallState::Conferenced ? writeHandle<HCall>(json, key, value)
                                               : json.add(key, modeName(state, value));
    case Says::Privilege: // M-30
        return value == 0 ? void() : json.add(key, nameOf(Privilege(value)));
    case Says::LineDevStates:
        return json.add(key, namesOf(LineDevStates::fromInt(value)));
    case Says::Detail: // a REINIT that stands for another message names it
        return isReinit(message.param1) && value != 0 ? json.add(key, messageName(MessageId(value)))
                                                      : json.addUnlessZero(key, value);
    case Says::Request:
        return json.add(key, RequestId{value});
    case Says::Result:
        return json.add(key, resultText(LineError(value)));
    case Says::Call:
        return writeHandle<HCall>(json, key, value);
    case Says::Device:
        return json.add(key, deviceName(value));
    case Says::Digit:
        return json.addCharacter(key, value);
    case Says::DigitMode:
        return value == 0 ? void() : json.add(key, nameOf(DigitMode(value)));
    case Says::Termination:
        return value == 0 ? void() : json.add(key, nameOf(GenerateTerm(value)));
    }
}

// Reads one of a family of values into the number that stands for it.
template<class Value>
bool numberFrom(const JsonValue &json, quint32 &number)
{
    Value value = {};
    const bool ok = fromJson(json, value);
    if constexpr (std::is_enum_v<Value>)
        number = quint32(value);
    else if constexpr (std::is_same_v<Value, RequestId>)
        number = value.value;
    else
        number = value.toInt();
    return ok;
}

bool resultNumberFrom(const JsonValue &json, quint32 &number)
{
    LineError error = LineError::None;
    const bool ok = resultFromJson(json, error);
    number = quint32(error);
    return ok;
}

bool messageNumberFrom(const JsonValue &json, quint32 &number)
{
    MessageId id = {};
    const bool ok = messageFromJson(json, id);
    number = quint32(id);
    return ok;
}

bool parameterFrom(const JsonValue &json, Says says, quint32 &value, const LineMessage &message)
{
    const auto state = CallState(message.param1);
    switch (says) {
    case Says::Nothing:
    case Says::Address:
        return fromJson(json, value);
    case Says::AddressStates:
        return numberFrom<AddressStates>(json, value);
    case Says::CallInfoStates:
        return numberFrom<CallInfoStates>(json, value);
    case Says::State:
        return numberFrom<CallState>(json, value);
    case Says::Mode:
        return state == CallState::Conferenced ? handleFromJson<HCall>(json, value) : modeFromJson(json, state, value);
    case Says::Privilege:
        return numberFrom<Privilege>(json, value);
    case Says::LineDevStates:
        return numberFrom<LineDevStates>(json, value);
    case Says::Detail:
        return isReinit(message.param1) ? messageNumberFrom(json, value) : fromJson(json, value);
    case Says::Request:
        return numberFrom<RequestId>(json, value);
    case Says::Result:
        return resultNumberFrom(json, value);
    case Says::Call:
        return handleFromJson<HCall>(json, value);
    case Says::Device:
        return deviceFromJson(json, value);
    case Says::Digit:
        return characterFromJson(json, value);
    case Says::DigitMode:
        return numberFrom<DigitMode>(json, value);
    case Says::Termination:
        return numberFrom<GenerateTerm>(json, value);
    }
    return false;
}

} // namespace

void writeMessage(JsonWriter &json, const LineMessage &message)
{
    const Parameters says = parametersOf(message.id);
    json.add("message", messageName(message.id));
    if (const HCall call = HCall::fromHandle(message.device); !call.isNull())
        json.add("device", call);
    else
        writeHandle<HLine>(json, "device", message.device);
    json.addUnlessZero("callbackInstance", message.callbackInstance);
    writeParameter(json, "p1", says.p1, message.param1, message);
    writeParameter(json, "p2", says.p2, message.param2, message);
    writeParameter(json, "p3", says.p3, message.param3, message);
}

LineMessage readMessage(JsonReader &json)
{
    LineMessage message;
    if (!json.takeWith("message", [&](const JsonValue &name) { return messageFromJson(name, message.id); }))
        json.missing("message");
    const Parameters says = parametersOf(message.id);
    const auto read = [&](const char *key, Says what, quint32 &value) {
        json.takeWith(key, [&](const JsonValue &text) { return parameterFrom(text, what, value, message); });
    };
    json.takeWith("device", [&](const JsonValue &name) {
        return handleFromJson<HCall>(name, message.device) || handleFromJson<HLine>(name, message.device);
    });
    json.take("callbackInstance", message.callbackInstance);
    read("p1", says.p1, message.param1);
    read("p2", says.p2, message.param2);
    read("p3", says.p3, message.param3);
    return message;
}

} // namespace Linescope
