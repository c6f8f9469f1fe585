// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages to applications that are expected.

#include "scenario/expectation_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

QStringList keysOfMessage(MessageId id)
{
    switch (id) {
    case MessageId::CallState:
        return {u"call"_s, u"state"_s, u"mode"_s, u"parent"_s, u"privilege"_s};
    case MessageId::CallInfo:
        return {u"call"_s, u"bits"_s};
    case MessageId::AppNewCall:
        return {u"on"_s, u"addressId"_s, u"call"_s, u"privilege"_s};
    case MessageId::Close:
        return {u"on"_s};
    case MessageId::Reply:
        return {u"request"_s, u"result"_s, u"parkAddress"_s};
    case MessageId::LineDevState:
        return {u"on"_s, u"bits"_s};
    case MessageId::AddressState:
        return {u"on"_s, u"addressId"_s, u"bits"_s};
    case MessageId::Create:
    case MessageId::Remove:
        return {u"line"_s};
    case MessageId::Generate:
        return {u"call"_s, u"termination"_s};
    case MessageId::MonitorDigits:
        return {u"call"_s, u"digit"_s, u"digitMode"_s};
    default:
        return {u"on"_s, u"call"_s};
    }
}

class MessageReader {
public:
    MessageReader(Decoder &decoder, const QJsonObject &json, MessagePattern &pattern)
        : m_decoder(decoder)
        , m_json(json)
        , m_pattern(pattern)
    {
    }

    void read()
    {
        using enum MessageId;
        const MessageId id = m_pattern.id;
        readHandles(id);
        number(u"p1"_s, &LineMessage::param1);
        number(u"p2"_s, &LineMessage::param2);
        number(u"p3"_s, &LineMessage::param3);
        number(u"callbackInstance"_s, &LineMessage::callbackInstance);
        number(u"addressId"_s, &LineMessage::param1);
        if (id == CallState)
            readCallState();
        else if (id == CallInfo)
            bits(&LineMessage::param1, constantsOf<CallInfoState>());
        else if (id == LineDevState)
            bits(&LineMessage::param1, constantsOf<Linescope::LineDevState>());
        else if (id == AddressState)
            bits(&LineMessage::param2, constantsOf<Linescope::AddressState>());
        else if (id == Generate)
            constant(u"termination"_s, &LineMessage::param1, constantsOf<GenerateTerm>());
        else if (id == MonitorDigits)
            readDigit();
        else if (id == Reply)
            readReply();
        else if (id == Create || id == Remove)
            readLine();
        if (id == CallState || id == AppNewCall)
            readPrivilege();
    }

private:
    bool has(const QString &key) const { return m_json.contains(key); }
    void check(quint32 LineMessage::*part, quint32 value) { m_pattern.checks.append({part, {~quint32(0), value}}); }
    void number(const QString &key, quint32 LineMessage::*part)
    {
        quint32 value = 0;
        if (has(key) && m_decoder.read(key, m_json.value(key), value))
            check(part, value);
    }
    void constant(const QString &key, quint32 LineMessage::*part, const Constants &constants)
    {
        quint32 value = 0;
        if (has(key) && m_decoder.readConstant(key, m_json.value(key), constants, value))
            check(part, value);
    }
    void bits(quint32 LineMessage::*part, const Constants &constants)
    {
        Bits value;
        if (has(u"bits"_s) && m_decoder.readBits(u"bits"_s, m_json.value(u"bits"_s), constants, value))
            m_pattern.checks.append({part, value});
    }
    void readHandles(MessageId id)
    {
        HLine line;
        if (has(u"on"_s) && m_decoder.read(u"on"_s, m_json.value(u"on"_s), line))
            check(&LineMessage::device, line.handle());
        HCall call;
        if (has(u"call"_s) && m_decoder.read(u"call"_s, m_json.value(u"call"_s), call))
            check(id == MessageId::AppNewCall ? &LineMessage::param2 : &LineMessage::device, call.handle());
    }
    void readCallState()
    {
        CallState state = CallState::Unknown;
        if (has(u"state"_s) && m_decoder.read(u"state"_s, m_json.value(u"state"_s), state))
            check(&LineMessage::param1, quint32(state));
        if (has(u"mode"_s) && !has(u"state"_s))
            m_decoder.complain(u"mode"_s, Decoder::tr("A mode needs the state that it belongs to: \"state\"."));
        quint32 mode = 0;
        if (has(u"mode"_s) && has(u"state"_s) && m_decoder.readMode(u"mode"_s, m_json.value(u"mode"_s), state, mode))
            check(&LineMessage::param2, mode);
        HCall parent;
        if (!has(u"parent"_s))
            return;
        if (m_json.value(u"parent"_s) == "none"_L1 || m_decoder.read(u"parent"_s, m_json.value(u"parent"_s), parent))
            check(&LineMessage::param2, parent.handle()); // M-32
    }
    void readPrivilege()
    {
        if (m_json.value(u"privilege"_s) == "none"_L1)
            check(&LineMessage::param3, 0); // M-30
        else
            constant(u"privilege"_s, &LineMessage::param3, constantsOf<Privilege>());
    }
    void readReply()
    {
        RequestId request;
        if (has(u"request"_s) && m_decoder.read(u"request"_s, m_json.value(u"request"_s), request))
            check(&LineMessage::param1, request.value);
        LineError result = LineError::None;
        if (has(u"result"_s) && m_decoder.read(u"result"_s, m_json.value(u"result"_s), result))
            check(&LineMessage::param2, quint32(result));
        QString parkAddress;
        if (has(u"parkAddress"_s) && m_decoder.read(u"parkAddress"_s, m_json.value(u"parkAddress"_s), parkAddress))
            m_pattern.parkAddress = parkAddress;
    }
    void readDigit()
    {
        quint32 digit = 0;
        if (has(u"digit"_s) && m_decoder.readDigit(u"digit"_s, m_json.value(u"digit"_s), digit))
            check(&LineMessage::param1, digit);
        constant(u"digitMode"_s, &LineMessage::param2, constantsOf<DigitMode>());
    }
    void readLine()
    {
        quint32 device = 0;
        if (has(u"line"_s) && m_decoder.readDevice(u"line"_s, m_json.value(u"line"_s), device))
            check(&LineMessage::param1, device);
    }

    Decoder &m_decoder;
    const QJsonObject &m_json;
    MessagePattern &m_pattern;
};

} // namespace

MessagePattern readMessage(Decoder &decoder, const QJsonObject &json)
{
    MessagePattern pattern;
    decoder.readName(u"app"_s, json.value(u"app"_s), pattern.app);
    if (!decoder.names.app(pattern.app))
        decoder.complain(u"app"_s,
                         Decoder::tr("No application \"%1\" calls lineInitializeEx.").arg(pattern.app.left(60)),
                         pattern.app, decoder.names.known(Names::Kind::App));
    const QString name = json.value(u"message"_s).toString();
    pattern.none = name == "none"_L1;
    if (pattern.none) {
        decoder.allowOnly(json, {u"app"_s, u"message"_s, u"within"_s});
        return pattern;
    }
    const QStringList names = messageNames();
    const qsizetype index = names.indexOf(name);
    if (index < 0) {
        decoder.complain(u"message"_s, Decoder::tr("\"%1\" is not a message.").arg(name.left(60)), name, names);
        return pattern;
    }
    pattern.id = MessageId(messageConstants().at(index).second);
    decoder.allowOnly(json, messageKeys(pattern.id));
    if (json.contains(u"skip"_s))
        decoder.read(u"skip"_s, json.value(u"skip"_s), pattern.skips);
    MessageReader(decoder, json, pattern).read();
    return pattern;
}

bool MessagePattern::match(const LineMessage &message) const
{
    return message.id == id && std::all_of(checks.begin(), checks.end(), [&](const Check &check) {
               return check.bits.match(message.*check.part);
           });
}

QStringList messageNames()
{
    QStringList names;
    for (const auto &[name, value] : messageConstants())
        names.append(u"LINE_"_s + QLatin1StringView(name));
    return names;
}

QStringList messageKeys(MessageId id)
{
    return QStringList{u"app"_s, u"message"_s, u"within"_s, u"skip"_s, u"p1"_s, u"p2"_s, u"p3"_s, u"callbackInstance"_s}
    + keysOfMessage(id);
}

} // namespace Linescope::Scenarios
