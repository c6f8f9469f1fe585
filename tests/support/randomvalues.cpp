// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomvalues.h"

#include "tapi/names.h"
#include "world/eventfields.h"

namespace Linescope::Test {

namespace {

// Small numbers mostly, where ids live; the ends of the range; anything.
quint32 randomNumber(Choices &choices)
{
    switch (choices.below(8)) {
    case 0:
        return 0;
    case 1:
        return 0xffffffff;
    case 2:
        return choices.number();
    default:
        return choices.below(12) + 1;
    }
}

void fill(Choices &choices, bool &value) { value = choices.below(2) == 0; }
void fill(Choices &choices, quint8 &function)
{
    function = quint8(choices.below(quint32(std::variant_size_v<Request>)));
}
void fill(Choices &choices, quint32 &value) { value = randomNumber(choices); }
void fill(Choices &choices, qint64 &value)
{
    value = choices.below(2) == 0 ? qint64(choices.longNumber()) : qint64(randomNumber(choices));
}
void fill(Choices &choices, QString &value) { value = randomText(choices); }
void fill(Choices &choices, QByteArray &value)
{
    value.resize(qsizetype(choices.below(6)));
    for (char &byte : value)
        byte = char(choices.below(256));
}
void fill(Choices &choices, ApiVersion &value)
{
    value = choices.below(8) == 0 ? ApiVersion::None : apiVersions[choices.below(quint32(std::size(apiVersions)))];
}
void fill(Choices &choices, ShutdownReason &value) { value = ShutdownReason(choices.below(2)); }
void fill(Choices &choices, LineCloseReason &value) { value = LineCloseReason(choices.below(5)); }
void fill(Choices &choices, VoidReason &value) { value = VoidReason(choices.below(6)); }
void fill(Choices &choices, Severity &value) { value = Severity(choices.below(3)); }
void fill(Choices &choices, FaultKind &value) { value = FaultKind(choices.below(12)); }
void fill(Choices &choices, Evidence &value) { value = {choices.number(), choices.below(3)}; }
void fill(Choices &choices, Commands::CallAction &value) { value = Commands::CallAction(choices.below(8)); }
void fill(Choices &choices, const char *&rule)
{
    static constexpr const char *rules[] = {"", "V-1", "V-15", "R-4", "L-100"};
    rule = rules[choices.below(quint32(std::size(rules)))];
}
void fill(Choices &choices, PackedCallInfo &value) { value = PackedCallInfo(randomCallInfo(choices)); }

template<class Tag>
void fill(Choices &choices, Id<Tag> &value)
{
    value.value = randomNumber(choices);
}

template<class Enum>
requires std::is_enum_v<Enum>
void fill(Choices &choices, Enum &value)
{
    const auto names = namesOf<Enum>();
    value = choices.below(8) == 0 ? Enum(randomNumber(choices)) : names[choices.below(quint32(names.size()))].value;
}

template<class Enum>
void fill(Choices &choices, QFlags<Enum> &value)
{
    value = QFlags<Enum>::fromInt(randomNumber(choices) & choices.number());
}

template<class Struct>
requires(Fields<Struct>::list, true) void fill(Choices &choices, Struct &value);

void fill(Choices &choices, CallTarget &value)
{
    fill(choices, value.call);
    fill(choices, value.driver);
}

template<class Value>
void fill(Choices &choices, std::shared_ptr<const Value> &value)
{
    auto made = std::make_shared<Value>();
    fill(choices, *made);
    value = std::move(made);
}

template<class Struct>
requires(Fields<Struct>::list, true) void fill(Choices &choices, Struct &value)
{
    forEachField<Struct>([&](const auto &field) {
        if (choices.below(4) != 0 || field.kind == FieldKind::Nested)
            fill(choices, value.*field.member);
    });
}

void fillRest(Choices &choices, Events::Message &event) { event.message = randomMessage(choices); }
void fillRest(Choices &choices, Commands::ActOnCall &command) { fill(choices, command.action); }
void fillRest(Choices &choices, Events::RequestMade &event)
{
    event.request = std::make_shared<const Request>(
        randomRequest(choices, choices.below(quint32(std::variant_size_v<Request>))));
}
void fillRest(Choices &choices, Events::CommandSent &event)
{
    event.command = randomCommand(choices, choices.below(quint32(std::variant_size_v<Command>)));
}
void fillRest(Choices &choices, Events::ReportReceived &event)
{
    event.report = randomReport(choices, choices.below(quint32(std::variant_size_v<Report>)));
}
template<class Value>
void fillRest(Choices &, Value &)
{
}

template<class Variant, size_t... I>
Variant made(Choices &choices, size_t alternative, std::index_sequence<I...>)
{
    Variant value;
    ((alternative == I ? void(value.template emplace<I>()) : void()), ...);
    std::visit(
        [&](auto &held) {
            fill(choices, held);
            fillRest(choices, held);
        },
        value);
    return value;
}

template<class Variant>
Variant made(Choices &choices, size_t alternative)
{
    return made<Variant>(choices, alternative, std::make_index_sequence<std::variant_size_v<Variant>>());
}

} // namespace

QString randomText(Choices &choices)
{
    static const QString pieces[] = {QStringLiteral("5550100"), QStringLiteral("Front desk"), QStringLiteral("\""),
                                     QStringLiteral("\\"),      QStringLiteral("é字"),        QStringLiteral("🙂"),
                                     QStringLiteral("\n"),      QString(QChar(0xfeff)),       QString(QChar(0x202e)),
                                     QString(QChar(0)),         QString(QChar(0x7f)),         QString(QChar(0x9b))};
    QString text;
    for (quint32 i = choices.below(4); i > 0; --i)
        text += pieces[choices.below(quint32(std::size(pieces)))];
    return text;
}

CallInfo randomCallInfo(Choices &choices)
{
    CallInfo info;
    for (const CallInfoField &field : callInfoFields()) {
        if (choices.below(4) == 0)
            std::visit([&](auto member) { fill(choices, info.*member); }, field.member);
    }
    return info;
}

Request randomRequest(Choices &choices, size_t alternative) { return made<Request>(choices, alternative); }
Command randomCommand(Choices &choices, size_t alternative) { return made<Command>(choices, alternative); }
Report randomReport(Choices &choices, size_t alternative) { return made<Report>(choices, alternative); }

LineMessage randomMessage(Choices &choices)
{
    LineMessage message;
    fill(choices, message.id);
    for (quint32 *number :
         {&message.device, &message.callbackInstance, &message.param1, &message.param2, &message.param3})
        *number = choices.below(4) == 0 ? HCall{choices.below(12)}.handle() : randomNumber(choices);
    if (choices.below(2) == 0)
        message.device = HLine{choices.below(12)}.handle();
    return message;
}

EventPayload randomPayload(Choices &choices, size_t alternative) { return made<EventPayload>(choices, alternative); }

} // namespace Linescope::Test
