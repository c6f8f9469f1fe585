// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/messagetext.h"

#include "tapi/names.h"

#include <QStringList>

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
        return namesOf(LineDevStates::fromInt(message.param1)).join(u", "_s);
    case MessageId::AddressState:
        return namesOf(AddressStates::fromInt(message.param2)).join(u", "_s);
    case MessageId::Reply:
        return replyText(message);
    case MessageId::Create:
    case MessageId::Remove:
        return shortName(deviceFromNumber(message.param1));
    case MessageId::Close:
        return {};
    case MessageId::DevSpecific:
    case MessageId::DevSpecificFeature:
    case MessageId::GatherDigits:
    case MessageId::Generate:
    case MessageId::MonitorDigits:
    case MessageId::MonitorMedia:
    case MessageId::MonitorTone:
    case MessageId::Request:
        break;
    }
    return u"%1 %2 %3"_s.arg(message.param1).arg(message.param2).arg(message.param3);
}

QString argumentsText(const Request &request)
{
    return std::visit(
        Overload{
            [](const Requests::InitializeEx &r) {
                return words({r.appName, r.moduleName, toString(r.apiVersion)});
            },
            [](const Requests::Shutdown &) { return QString(); },
            [](const Requests::NegotiateApiVersion &r) {
                return words({shortName(deviceFromNumber(r.deviceId)), toString(r.low), toString(r.high)});
            },
            [](const Requests::Open &r) {
                return words({shortName(deviceFromNumber(r.deviceId)), namesOf(r.privileges).join(u", "_s)});
            },
            [](const Requests::MakeCall &r) {
                return words({shortName(r.line), r.destAddress});
            },
            [](const Requests::GetNewCalls &r) {
                return words({shortName(r.line), nameOf(r.select)});
            },
            [](const Requests::SetCallPrivilege &r) {
                return words({shortName(r.call), nameOf(r.privilege)});
            },
            [](const Requests::Handoff &r) {
                return words({shortName(r.call), r.fileName});
            },
            [](const auto &r) {
                if constexpr (requires { r.call; })
                    return shortName(r.call);
                else if constexpr (requires { r.line; })
                    return shortName(r.line);
                else
                    return QString();
            },
        },
        request);
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
    return std::visit(Overload{
                          [](const Commands::MakeCall &c) {
                              return words({shortName(c.request), shortName(c.line), shortName(c.call), c.destAddress});
                          },
                          [](const Commands::ActOnCall &c) {
                              return words({shortName(c.request), shortName(c.target.call)});
                          },
                          [](const Commands::CloseCall &c) { return shortName(c.target.call); },
                          [](const auto &c) {
                              if constexpr (requires { c.target; })
                                  return shortName(c.target.call);
                              else if constexpr (requires { c.line; })
                                  return shortName(c.line);
                              else
                                  return shortName(c.conference.call);
                          },
                      },
                      command);
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
                      },
                      report);
}

QString reportText(const Report &report)
{
    return std::visit(Overload{
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
                              return words({shortName(r.request),
                                            r.result == LineError::None ? u"0"_s : lineErrorName(r.result),
                                            shortName(r.call)});
                          },
                          [](const auto &r) {
                              if constexpr (requires { r.call; })
                                  return shortName(r.call);
                              else
                                  return shortName(r.line);
                          },
                      },
                      report);
}

quint32 objectOfRequest(const Request &request)
{
    return std::visit(
        [](const auto &r) -> quint32 {
            if constexpr (requires { r.call.handle(); })
                return r.call.handle();
            else if constexpr (requires { r.line.handle(); })
                return r.line.handle();
            else
                return 0;
        },
        request);
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
