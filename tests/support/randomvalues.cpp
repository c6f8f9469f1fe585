// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomvalues.h"

#include "tapi/names.h"
#include "world/eventfields.h"

namespace Linescope::Test {

namespace {

// Small numbers mostly, where ids live; the ends of the range; anything.
quint32 randomNumber(QRandomGenerator &random)
{
    switch (random.bounded(8)) {
    case 0:
        return 0;
    case 1:
        return 0xffffffff;
    case 2:
        return random.generate();
    default:
        return random.bounded(1u, 50u);
    }
}

void fill(QRandomGenerator &random, bool &value) { value = random.bounded(2) == 0; }
void fill(QRandomGenerator &random, quint8 &function)
{
    function = quint8(random.bounded(int(std::variant_size_v<Request>)));
}
void fill(QRandomGenerator &random, quint32 &value) { value = randomNumber(random); }
void fill(QRandomGenerator &random, qint64 &value)
{
    value = random.bounded(2) == 0 ? qint64(random.generate64()) : qint64(randomNumber(random));
}
void fill(QRandomGenerator &random, QString &value) { value = randomText(random); }
void fill(QRandomGenerator &random, QByteArray &value)
{
    value.resize(random.bounded(6));
    for (char &byte : value)
        byte = char(random.bounded(256));
}
void fill(QRandomGenerator &random, ApiVersion &value)
{
    value = random.bounded(8) == 0 ? ApiVersion::None : apiVersions[random.bounded(int(std::size(apiVersions)))];
}
void fill(QRandomGenerator &random, ShutdownReason &value) { value = ShutdownReason(random.bounded(2)); }
void fill(QRandomGenerator &random, LineCloseReason &value) { value = LineCloseReason(random.bounded(5)); }
void fill(QRandomGenerator &random, VoidReason &value) { value = VoidReason(random.bounded(6)); }
void fill(QRandomGenerator &random, Severity &value) { value = Severity(random.bounded(3)); }
void fill(QRandomGenerator &random, Commands::CallAction &value) { value = Commands::CallAction(random.bounded(8)); }
void fill(QRandomGenerator &random, const char *&rule)
{
    static constexpr const char *rules[] = {"", "V-1", "V-15", "R-4", "L-100"};
    rule = rules[random.bounded(int(std::size(rules)))];
}
void fill(QRandomGenerator &random, PackedCallInfo &value) { value = PackedCallInfo(randomCallInfo(random)); }

template<class Tag>
void fill(QRandomGenerator &random, Id<Tag> &value)
{
    value.value = randomNumber(random);
}

template<class Enum>
requires std::is_enum_v<Enum>
void fill(QRandomGenerator &random, Enum &value)
{
    const auto names = namesOf<Enum>();
    value = random.bounded(8) == 0 ? Enum(randomNumber(random))
                                   : names[size_t(random.bounded(int(names.size())))].value;
}

template<class Enum>
void fill(QRandomGenerator &random, QFlags<Enum> &value)
{
    value = QFlags<Enum>::fromInt(randomNumber(random) & random.generate());
}

template<class Struct>
requires(Fields<Struct>::list, true) void fill(QRandomGenerator &random, Struct &value);

void fill(QRandomGenerator &random, CallTarget &value)
{
    fill(random, value.call);
    fill(random, value.driver);
}

template<class Value>
void fill(QRandomGenerator &random, std::shared_ptr<const Value> &value)
{
    auto made = std::make_shared<Value>();
    fill(random, *made);
    value = std::move(made);
}

template<class Struct>
requires(Fields<Struct>::list, true) void fill(QRandomGenerator &random, Struct &value)
{
    forEachField<Struct>([&](const auto &field) {
        if (random.bounded(4) != 0 || field.kind == FieldKind::Nested)
            fill(random, value.*field.member);
    });
}

void fillRest(QRandomGenerator &random, Events::Message &event) { event.message = randomMessage(random); }
void fillRest(QRandomGenerator &random, Commands::ActOnCall &command) { fill(random, command.action); }
void fillRest(QRandomGenerator &random, Events::RequestMade &event)
{
    event.request = std::make_shared<const Request>(
        randomRequest(random, random.bounded(quint32(std::variant_size_v<Request>))));
}
void fillRest(QRandomGenerator &random, Events::CommandSent &event)
{
    event.command = randomCommand(random, random.bounded(quint32(std::variant_size_v<Command>)));
}
void fillRest(QRandomGenerator &random, Events::ReportReceived &event)
{
    event.report = randomReport(random, random.bounded(quint32(std::variant_size_v<Report>)));
}
template<class Value>
void fillRest(QRandomGenerator &, Value &)
{
}

template<class Variant, size_t... I>
Variant made(QRandomGenerator &random, size_t alternative, std::index_sequence<I...>)
{
    Variant value;
    ((alternative == I ? void(value.template emplace<I>()) : void()), ...);
    std::visit(
        [&](auto &held) {
            fill(random, held);
            fillRest(random, held);
        },
        value);
    return value;
}

template<class Variant>
Variant made(QRandomGenerator &random, size_t alternative)
{
    return made<Variant>(random, alternative, std::make_index_sequence<std::variant_size_v<Variant>>());
}

} // namespace

QString randomText(QRandomGenerator &random)
{
    static const QString pieces[] = {QStringLiteral("5550100"), QStringLiteral("Front desk"), QStringLiteral("\""),
                                     QStringLiteral("\\"),      QStringLiteral("é字"),        QStringLiteral("🙂"),
                                     QStringLiteral("\n"),      QString(QChar(0xfeff)),       QString(QChar(0x202e)),
                                     QString(QChar(0)),         QString(QChar(0x7f)),         QString(QChar(0x9b))};
    QString text;
    for (int i = random.bounded(4); i > 0; --i)
        text += pieces[random.bounded(int(std::size(pieces)))];
    return text;
}

CallInfo randomCallInfo(QRandomGenerator &random)
{
    CallInfo info;
    for (const CallInfoField &field : callInfoFields()) {
        if (random.bounded(4) == 0)
            std::visit([&](auto member) { fill(random, info.*member); }, field.member);
    }
    return info;
}

Request randomRequest(QRandomGenerator &random, size_t alternative) { return made<Request>(random, alternative); }
Command randomCommand(QRandomGenerator &random, size_t alternative) { return made<Command>(random, alternative); }
Report randomReport(QRandomGenerator &random, size_t alternative) { return made<Report>(random, alternative); }

LineMessage randomMessage(QRandomGenerator &random)
{
    LineMessage message;
    fill(random, message.id);
    for (quint32 *number :
         {&message.device, &message.callbackInstance, &message.param1, &message.param2, &message.param3})
        *number = random.bounded(4) == 0 ? HCall{random.bounded(50u)}.handle() : randomNumber(random);
    if (random.bounded(2) == 0)
        message.device = HLine{random.bounded(50u)}.handle();
    return message;
}

EventPayload randomPayload(QRandomGenerator &random, size_t alternative)
{
    return made<EventPayload>(random, alternative);
}

} // namespace Linescope::Test
