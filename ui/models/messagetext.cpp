// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/messagetext.h"

#include "provider/contractfields.h"
#include "tapi/names.h"
#include "world/requestids.h"

#include <QStringList>

#include <type_traits>

namespace Linescope {

namespace {

QString words(const QStringList &parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(u' ');
}

template<class Enum>
QString nameUnlessZero(quint32 value)
{
    return value == 0 ? QString() : nameOf(Enum(value));
}

QString stateWords(CallState state, quint32 mode) { return words({nameOf(state), modeName(state, mode)}); }

QString replyText(const LineMessage &message)
{
    const QString result = qint32(message.param2) < 0 ? lineErrorName(LineError(message.param2)) : u"0"_s;
    return shortName(RequestId{message.param1}) + u" → "_s + result;
}

QString digitText(quint32 digit) { return QString(QChar(quint16(digit))); }

// RINGING says how and how often (M-31).
QString lineStateText(LineDevStates states, quint32 param2, quint32 param3)
{
    const QString names = namesOf(states).join(u", "_s);
    return states.testFlag(LineDevState::Ringing) ? u"%1 %2 %3"_s.arg(names).arg(param2).arg(param3) : names;
}

QString addressStateText(quint32 addressId, AddressStates states)
{
    return u"%1 %2"_s.arg(addressId).arg(namesOf(states).join(u", "_s));
}

QString parametersText(const LineMessage &message)
{
    switch (message.id) {
    case MessageId::CallState:
        return words(
            {stateWords(CallState(message.param1), message.param2), nameUnlessZero<Privilege>(message.param3)});
    case MessageId::CallInfo:
        return namesOf(CallInfoStates::fromInt(message.param1)).join(u", "_s);
    case MessageId::AppNewCall:
        return words({handleName(message.param2), nameUnlessZero<Privilege>(message.param3)});
    case MessageId::LineDevState:
        return lineStateText(LineDevStates::fromInt(message.param1), message.param2, message.param3);
    case MessageId::AddressState:
        return addressStateText(message.param1, AddressStates::fromInt(message.param2));
    case MessageId::Reply:
        return replyText(message);
    case MessageId::Create:
    case MessageId::Remove:
        return shortName(deviceFromNumber(message.param1));
    case MessageId::Generate:
        return nameOf(GenerateTerm(message.param1));
    case MessageId::MonitorDigits:
        return words({digitText(message.param1), nameOf(DigitMode(message.param2))});
    case MessageId::Close:
        return {};
    case MessageId::DevSpecific:
    case MessageId::DevSpecificFeature:
    case MessageId::GatherDigits:
    case MessageId::MonitorMedia:
    case MessageId::MonitorTone:
    case MessageId::Request:
        break;
    }
    return u"%1 %2 %3"_s.arg(message.param1).arg(message.param2).arg(message.param3);
}

// The value of one argument; nothing for what is not there.
template<class Tag>
QString valueText(Id<Tag> id)
{
    return shortName(id);
}
QString valueText(const CallTarget &target) { return shortName(target.call); }
QString valueText(const QString &text) { return text; }
QString valueText(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex(' ')); }
QString valueText(ApiVersion version) { return toString(version); }
template<class Enum>
QString valueText(QFlags<Enum> flags)
{
    return namesOf(flags).join(u", "_s);
}
template<class Value>
requires std::is_enum_v<Value> QString valueText(Value value) { return nameOf(value); }
template<class Value>
requires std::is_integral_v<Value> QString valueText(Value number)
{
    return number == 0 ? QString() : QString::number(number);
}

template<class Struct>
QString fieldsText(const Struct &value);
QString valueText(const CallParams &params) { return params == CallParams() ? QString() : fieldsText(params); }
template<class Struct>
QString valueText(const std::shared_ptr<const Struct> &nested)
{
    return fieldsText(*nested);
}

// The members of a request or a command, in the order of their list: a new one without a list does not compile.
template<class Struct>
QString fieldsText(const Struct &value)
{
    QStringList parts;
    forEachField<Struct>([&](const auto &field) {
        const auto &member = value.*field.member;
        using Type = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Type, bool>)
            parts.append(member ? QString::fromLatin1(field.name) : QString());
        else if constexpr (std::is_same_v<Type, quint32>)
            parts.append(field.kind == FieldKind::Device ? shortName(deviceFromNumber(member)) : valueText(member));
        else
            parts.append(valueText(member));
    });
    return words(parts);
}

QString argumentsText(const Request &request)
{
    return std::visit([](const auto &one) { return fieldsText(one); }, request);
}

// "TSPI_lineMakeCall"
QString tspiName(const Command &command)
{
    if (std::holds_alternative<Commands::OpenLine>(command))
        return u"TSPI_lineOpen"_s;
    if (std::holds_alternative<Commands::CloseLine>(command))
        return u"TSPI_lineClose"_s;
    QString name = QString::fromLatin1(commandName(command));
    name[0] = name[0].toUpper();
    return u"TSPI_line"_s + name;
}

QString commandText(const Command &command)
{
    return std::visit([](const auto &one) { return fieldsText(one); }, command);
}

QString reportMessage(const Report &report)
{
    return std::visit(Overload{
                          [](const Reports::DeviceAdded &) { return u"LINE_CREATE"_s; },
                          [](const Reports::DeviceRemoved &) { return u"LINE_REMOVE"_s; },
                          [](const Reports::DeviceState &) { return u"LINE_LINEDEVSTATE"_s; },
                          [](const Reports::LineClose &) { return u"LINE_CLOSE"_s; },
                          [](const Reports::NewCall &) { return u"LINE_NEWCALL"_s; },
                          [](const Reports::CallState &) { return u"LINE_CALLSTATE"_s; },
                          [](const Reports::CallInfo &) { return u"LINE_CALLINFO"_s; },
                          [](const Reports::CallBytes &) { return u"call memory"_s; },
                          [](const Reports::Completion &) { return u"ASYNC_COMPLETION"_s; },
                          [](const Reports::Generate &) { return u"LINE_GENERATE"_s; },
                          [](const Reports::MonitorDigits &) { return u"LINE_MONITORDIGITS"_s; },
                          [](const Reports::LineDevState &) { return u"LINE_LINEDEVSTATE"_s; },
                          [](const Reports::AddressState &) { return u"LINE_ADDRESSSTATE"_s; },
                          [](const Reports::FaultInjected &) { return u"fault injected"_s; },
                      },
                      report);
}

QString reportText(const Report &report)
{
    return std::visit(
        Overload{
            [](const Reports::DeviceAdded &r) {
                return words({shortName(r.line), r.info ? r.info->name : QString()});
            },
            [](const Reports::DeviceRemoved &r) { return shortName(r.line); },
            [](const Reports::DeviceState &r) {
                return words({shortName(r.line), r.inService ? u"INSERVICE"_s : u"OUTOFSERVICE"_s,
                              r.connected ? u"CONNECTED"_s : u"DISCONNECTED"_s, r.text});
            },
            [](const Reports::LineClose &r) {
                return words({shortName(r.line), r.text});
            },
            [](const Reports::NewCall &r) {
                return words({shortName(r.line), shortName(r.call)});
            },
            [](const Reports::CallState &r) {
                return words({shortName(r.call), stateWords(r.state, r.mode)});
            },
            [](const Reports::CallInfo &r) {
                return words({shortName(r.call), namesOf(r.changed).join(u", "_s)});
            },
            [](const Reports::CallBytes &r) {
                return words({shortName(r.call), QString::number(r.bytes)});
            },
            [](const Reports::Completion &r) {
                return words({shortName(r.request), r.result == LineError::None ? u"0"_s : lineErrorName(r.result),
                              shortName(r.call), shortName(r.consult), r.parkAddress});
            },
            [](const Reports::Generate &r) {
                return words({shortName(r.call), QString::number(r.endToEndId), nameOf(r.termination)});
            },
            [](const Reports::MonitorDigits &r) {
                return words({shortName(r.call), digitText(r.digit), nameOf(r.mode)});
            },
            [](const Reports::LineDevState &r) {
                return words({shortName(r.line), lineStateText(r.states, r.param2, r.param3)});
            },
            [](const Reports::AddressState &r) {
                return words({shortName(r.line), addressStateText(r.addressId, r.states)});
            },
            [](const Reports::FaultInjected &r) {
                return words({shortName(r.line), r.text.isEmpty() ? QString::fromLatin1(toString(r.kind)) : r.text});
            },
        },
        report);
}

// The first call of a request, or its line.
quint32 objectOfRequest(const Request &request)
{
    const HCall call = firstOf<HCall>(request);
    return call.isNull() ? firstOf<HLine>(request).handle() : call.handle();
}

} // namespace

QString handleName(quint32 handle)
{
    const QStringList names{shortName(HCall::fromHandle(handle)), shortName(HLine::fromHandle(handle)),
                            shortName(HLineApp::fromHandle(handle))};
    return names.join(QString());
}

QString whatText(const EventPayload &payload)
{
    return std::visit(Overload{
                          [](const Events::Message &e) { return u"LINE_"_s + nameOf(e.message.id); },
                          [](const Events::RequestMade &e) { return QString::fromLatin1(functionName(*e.request)); },
                          [](const Events::RequestResult &e) { return QString::fromLatin1(functionName(e.function)); },
                          [](const Events::CommandSent &e) { return tspiName(e.command); },
                          [](const Events::ReportReceived &e) { return reportMessage(e.report); },
                          [](const Events::LineClosed &) { return u"line closed"_s; },
                          [](const auto &) { return QString(); },
                      },
                      payload);
}

QString detailsText(const EventPayload &payload)
{
    return std::visit(
        Overload{
            [](const Events::Message &e) {
                return words({handleName(e.message.device), parametersText(e.message)});
            },
            [](const Events::RequestMade &e) { return argumentsText(*e.request); },
            [](const Events::RequestResult &e) {
                if (e.error != LineError::None)
                    return lineErrorName(e.error);
                return e.request.isNull() ? u"0"_s : shortName(e.request);
            },
            [](const Events::CommandSent &e) { return commandText(e.command); },
            [](const Events::ReportReceived &e) { return reportText(e.report); },
            [](const Events::LineClosed &e) {
                return words({shortName(e.line), shortName(e.device), QString::fromLatin1(toString(e.reason)), e.text});
            },
            [](const auto &) { return QString(); },
        },
        payload);
}

quint32 objectOf(const EventPayload &payload)
{
    return std::visit(Overload{
                          [](const Events::Message &e) {
                              return e.message.id == MessageId::AppNewCall ? e.message.param2 : e.message.device;
                          },
                          [](const Events::RequestMade &e) { return objectOfRequest(*e.request); },
                          [](const Events::LineClosed &e) { return e.line.handle(); },
                          [](const auto &) { return 0U; },
                      },
                      payload);
}

} // namespace Linescope
