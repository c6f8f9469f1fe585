// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracetext.h"

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

QString join(const QStringList &words)
{
    QStringList filled = words;
    filled.removeAll(QString());
    return filled.join(u' ');
}

template<class Enum>
QString flagsText(quint32 value)
{
    return namesOf(QFlags<Enum>::fromInt(value)).join(u'|');
}

QString deviceText(quint32 device)
{
    const auto call = HCall::fromHandle(device);
    return call.isNull() ? shortName(HLine::fromHandle(device)) : shortName(call);
}

QString callStateText(const LineMessage &message)
{
    const auto state = CallState(message.param1);
    const QString mode = state == CallState::Conferenced ? shortName(HCall::fromHandle(message.param2))
                                                         : modeName(state, message.param2);
    const QString privilege = message.param3 == 0 ? QString() : nameOf(Privilege(message.param3));
    return join({nameOf(state), mode, privilege});
}

QString parameters(const LineMessage &message)
{
    switch (message.id) {
    case MessageId::CallState:
        return callStateText(message);
    case MessageId::CallInfo:
        return flagsText<CallInfoState>(message.param1);
    case MessageId::LineDevState:
        return flagsText<LineDevState>(message.param1);
    case MessageId::AddressState:
        return flagsText<AddressState>(message.param2);
    case MessageId::Reply:
        return join(
            {shortName(RequestId{message.param1}), message.param2 == 0 ? u"OK"_s : nameOf(LineError(message.param2))});
    case MessageId::AppNewCall:
        return join({shortName(HCall::fromHandle(message.param2)), nameOf(Privilege(message.param3))});
    case MessageId::Create:
    case MessageId::Remove:
        return shortName(deviceFromNumber(message.param1));
    default:
        return {};
    }
}

QString toText(const CallTarget &target) { return join({shortName(target.call), shortName(target.driver)}); }

// "TSPI_lineDrop"
QString tspiName(const Command &command)
{
    QString name = QString::fromLatin1(commandName(command));
    name[0] = name[0].toUpper();
    return u"TSPI_line"_s + name;
}

} // namespace

QString toText(const LineMessage &message)
{
    return join({u"LINE_"_s + nameOf(message.id), deviceText(message.device), parameters(message)});
}

QString toText(const Command &command)
{
    return std::visit(
        Overload{
            [](const Commands::OpenLine &open) { return u"TSPI_lineOpen "_s + shortName(open.line); },
            [](const Commands::CloseLine &close) { return u"TSPI_lineClose "_s + shortName(close.line); },
            [](const Commands::SetDefaultMediaDetection &detection) {
                return join({u"TSPI_lineSetDefaultMediaDetection"_s, shortName(detection.line),
                             namesOf(detection.mediaModes).join(u'|')});
            },
            [](const Commands::MakeCall &make) {
                return join({u"TSPI_lineMakeCall"_s, shortName(make.request), shortName(make.line),
                             shortName(make.call), make.destAddress});
            },
            [&](const Commands::ActOnCall &act) {
                return join({tspiName(command), shortName(act.request), toText(act.target)});
            },
            [](const Commands::CloseCall &close) { return u"TSPI_lineCloseCall "_s + toText(close.target); },
            [&](const auto &) { return tspiName(command); },
        },
        command);
}

QString toText(const Finding &finding)
{
    return join({QString::fromLatin1(finding.rule), QString::fromLatin1(toString(finding.severity)), finding.subject});
}

} // namespace Linescope::Test
