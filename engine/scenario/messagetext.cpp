// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/messagetext.h"

#include "scenario/decoder.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

QString join(const QStringList &words)
{
    QStringList filled = words;
    filled.removeAll(QString());
    return filled.join(u' ');
}

template<class Enum>
QString bitsText(quint32 value)
{
    return namesOf(QFlags<Enum>::fromInt(value)).join(u'|');
}

QString handleText(quint32 handle, const Names &names)
{
    const auto call = HCall::fromHandle(handle);
    return call.isNull() ? names.textOf(HLine::fromHandle(handle)) : names.textOf(call);
}

QString privilegeText(quint32 privilege) { return privilege == 0 ? QString() : nameOf(Privilege(privilege)); }

QString callStateText(const LineMessage &message, const Names &names)
{
    const auto state = CallState(message.param1);
    const QString mode = state == CallState::Conferenced
        ? (message.param2 == 0 ? QString() : names.textOf(HCall::fromHandle(message.param2)))
        : modeName(state, message.param2);
    return join({nameOf(state), mode, privilegeText(message.param3)});
}

QString numbers(const LineMessage &message)
{
    return u"%1 %2 %3"_s.arg(message.param1).arg(message.param2).arg(message.param3);
}

QString parameters(const LineMessage &message, const Names &names)
{
    switch (message.id) {
    case MessageId::CallState:
        return callStateText(message, names);
    case MessageId::CallInfo:
        return bitsText<CallInfoState>(message.param1);
    case MessageId::LineDevState:
        return bitsText<LineDevState>(message.param1);
    case MessageId::AddressState:
        return QString::number(message.param1) + u' ' + bitsText<AddressState>(message.param2);
    case MessageId::Reply:
        return join({names.textOf(RequestId{message.param1}),
                     message.param2 == 0 ? u"OK"_s : lineErrorName(LineError(message.param2))});
    case MessageId::AppNewCall:
        return join({names.textOf(HCall::fromHandle(message.param2)), privilegeText(message.param3)});
    case MessageId::Create:
    case MessageId::Remove:
        return QString::number(message.param1 + 1);
    case MessageId::Generate:
        return nameOf(GenerateTerm(message.param1));
    case MessageId::MonitorDigits:
        return join({QString(QChar(char16_t(message.param1))), nameOf(DigitMode(message.param2))});
    case MessageId::Close:
        return {};
    default:
        return numbers(message);
    }
}

QString memberText(CallTarget target, const Names &names) { return names.textOf(target.call); }
QString memberText(CallId call, const Names &names) { return call.isNull() ? QString() : names.textOf(call); }
QString memberText(RequestId request, const Names &names) { return names.textOf(request); }
QString memberText(DriverLine line, const Names &) { return QString::number(line.value); }
QString memberText(const QString &text, const Names &) { return text; }
QString memberText(const QByteArray &bytes, const Names &) { return QString::fromLatin1(bytes.toHex()); }
QString memberText(quint32 number, const Names &) { return number == 0 ? QString() : QString::number(number); }
template<class Enum>
QString memberText(QFlags<Enum> flags, const Names &)
{
    return namesOf(flags).join(u'|');
}
template<class Enum>
requires std::is_enum_v<Enum> QString memberText(Enum value, const Names &) { return nameOf(value); }

} // namespace

QString textOf(const LineMessage &message, const Names &names)
{
    return join({u"LINE_"_s + nameOf(message.id), message.device == 0 ? QString() : handleText(message.device, names),
                 parameters(message, names)});
}

QString textOf(const Command &command, const Names &names)
{
    QStringList words{QString::fromLatin1(commandName(command))};
    std::visit(
        [&](const auto &c) {
            using C = std::remove_cvref_t<decltype(c)>;
            forEachMember<C>(
                c, [&](const QString &, FieldKind, const auto &member) { words.append(memberText(member, names)); });
        },
        command);
    return join(words);
}

} // namespace Linescope::Scenarios
