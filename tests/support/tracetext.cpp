// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracetext.h"

#include "provider/contractfields.h"

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
    case MessageId::Generate:
        return nameOf(GenerateTerm(message.param1));
    case MessageId::MonitorDigits:
        return join({QChar(message.param1), nameOf(DigitMode(message.param2))});
    case MessageId::Create:
    case MessageId::Remove:
        return shortName(deviceFromNumber(message.param1));
    default:
        return {};
    }
}

// The value of one member of a command; nothing for 0 and for what is empty.
template<class Tag>
QString fieldText(Id<Tag> id)
{
    return shortName(id);
}
QString fieldText(const CallTarget &target) { return join({shortName(target.call), shortName(target.driver)}); }
QString fieldText(const QString &text) { return text; }
QString fieldText(const QByteArray &bytes) { return QString::fromLatin1(bytes); }
QString fieldText(quint32 number) { return number == 0 ? QString() : QString::number(number); }
template<class Enum>
QString fieldText(QFlags<Enum> flags)
{
    return namesOf(flags).join(u'|');
}
template<class Enum>
requires std::is_enum_v<Enum> QString fieldText(Enum value) { return nameOf(value); }
template<class Struct>
QString fieldsText(const Struct &value);
template<class Struct>
QString fieldText(const std::shared_ptr<const Struct> &value)
{
    return fieldsText(*value);
}

template<class Struct>
QString fieldsText(const Struct &value)
{
    QStringList words;
    forEachField<Struct>([&](const auto &field) { words.append(fieldText(value.*field.member)); });
    return join(words);
}

// "TSPI_lineDrop"; only the line's own functions do not say "Line" again.
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

} // namespace

QString toText(const LineMessage &message)
{
    return join({u"LINE_"_s + nameOf(message.id), deviceText(message.device), parameters(message)});
}

QString toText(const Command &command)
{
    return std::visit([&](const auto &one) { return join({tspiName(command), fieldsText(one)}); }, command);
}

QString toText(const Finding &finding)
{
    return join({QString::fromLatin1(finding.rule), QString::fromLatin1(toString(finding.severity)), finding.subject});
}

} // namespace Linescope::Test
