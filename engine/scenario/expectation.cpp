// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/expectation.h"

#include "tapi/overload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

// ---- messages ----

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

// ---- commands ----

template<size_t... Index>
std::array<Command, sizeof...(Index)> allCommands(std::index_sequence<Index...>)
{
    return {Command(std::in_place_index<Index>)...};
}

// A command of every name, with all defaults.
const QList<Command> &commandsByName()
{
    static const QList<Command> all = [] {
        QList<Command> result;
        for (const Command &command : allCommands(std::make_index_sequence<std::variant_size_v<Command>>())) {
            if (!std::holds_alternative<Commands::ActOnCall>(command))
                result.append(command);
        }
        for (int action = 0; *actionName(Commands::CallAction(action)) != 0; ++action)
            result.append(Commands::ActOnCall{{}, Commands::CallAction(action), {}});
        return result;
    }();
    return all;
}

const Command *defaultCommand(const QString &name)
{
    for (const Command &command : commandsByName()) {
        if (name == QLatin1StringView(commandName(command)))
            return &command;
    }
    return nullptr;
}

CommandPattern readCommand(Decoder &decoder, const QJsonObject &json)
{
    CommandPattern pattern;
    pattern.command = json.value(u"provider"_s).toString();
    pattern.json = json;
    if (pattern.command == "none"_L1) {
        decoder.allowOnly(json, {u"provider"_s, u"within"_s});
        return pattern;
    }
    const Command *command = defaultCommand(pattern.command);
    if (!command) {
        decoder.complain(u"provider"_s,
                         Decoder::tr("\"%1\" is not a command to the provider.").arg(pattern.command.left(60)),
                         pattern.command, commandNames());
        return pattern;
    }
    decoder.allowOnly(json, commandKeys(pattern.command));
    if (json.contains(u"later"_s))
        decoder.read(u"later"_s, json.value(u"later"_s), pattern.later);
    match(decoder, pattern, *command); // reads every value
    return pattern;
}

// ---- findings ----

FindingPattern readFinding(Decoder &decoder, const QJsonObject &json)
{
    FindingPattern pattern;
    decoder.allowOnly(json, {u"finding"_s, u"severity"_s, u"call"_s, u"times"_s, u"within"_s});
    decoder.read(u"finding"_s, json.value(u"finding"_s), pattern.rule);
    if (json.contains(u"severity"_s)) {
        const QString severity = json.value(u"severity"_s).toString();
        QStringList names;
        for (const Severity one : {Severity::Info, Severity::Warning, Severity::Violation}) {
            names.append(QString::fromLatin1(toString(one)));
            if (severity == names.constLast())
                pattern.severity = one;
        }
        if (!pattern.severity)
            decoder.complain(u"severity"_s, Decoder::tr("\"%1\" is not a severity.").arg(severity.left(60)), severity,
                             names);
    }
    CallName call;
    if (json.contains(u"call"_s) && decoder.readCall(u"call"_s, json.value(u"call"_s), call))
        pattern.subject = shortName(call.call);
    return pattern;
}

// ---- World ----

using WorldCount = quint64 (*)(const World &);

struct WorldRow {
    const char *key;
    WorldCount count;
};

constexpr WorldRow worldRows[] = {
    {"apps", [](const World &world) { return quint64(world.apps().size()); }},
    {"devices",
     [](const World &world) {
         return quint64(std::count_if(world.devices().begin(), world.devices().end(),
                                      [](const Device &device) { return !device.removed; }));
     }},
    {"lines", [](const World &world) { return quint64(world.lines().size()); }},
    {"calls", [](const World &world) { return quint64(world.calls().size()); }},
    {"handles", [](const World &world) { return quint64(world.handles().size()); }},
    {"liveCalls", [](const World &world) { return quint64(world.totals().liveCalls); }},
    {"retained", [](const World &world) { return quint64(world.totals().retainedHandles); }},
    {"retainedCalls", [](const World &world) { return quint64(world.totals().retainedCalls); }},
    {"findings", [](const World &world) { return world.totals().findings; }},
    {"libraryBytes", [](const World &world) { return world.totals().libraryBytes; }},
    {"providerBytes", [](const World &world) { return world.totals().providerBytes; }},
};

// Compares what the JSON wants with what is.
class Comparison {
public:
    Comparison(Decoder &decoder, const QJsonObject &json)
        : m_decoder(decoder)
        , m_json(json)
    {
    }

    QStringList different;

    void number(const char *name, quint64 actual)
    {
        const QString key = QString::fromLatin1(name);
        quint64 wanted = 0;
        if (!m_json.contains(key) || !m_decoder.readCount(key, m_json.value(key), wanted) || wanted == actual)
            return;
        different.append(Decoder::tr("%1 is %2, not %3.").arg(key).arg(actual).arg(wanted));
    }
    void flag(const char *name, bool actual)
    {
        const QString key = QString::fromLatin1(name);
        bool wanted = false;
        if (!m_json.contains(key) || !m_decoder.read(key, m_json.value(key), wanted) || wanted == actual)
            return;
        text(key, actual ? u"true"_s : u"false"_s, wanted ? u"true"_s : u"false"_s);
    }
    template<class Enum>
    void constant(const char *name, Enum actual)
    {
        const QString key = QString::fromLatin1(name);
        Enum wanted{};
        if (m_json.contains(key) && m_decoder.read(key, m_json.value(key), wanted) && wanted != actual)
            text(key, nameOf(actual), nameOf(wanted));
    }
    void words(const char *name, const QString &actual)
    {
        const QString key = QString::fromLatin1(name);
        QString wanted;
        if (m_json.contains(key) && m_decoder.read(key, m_json.value(key), wanted) && wanted != actual)
            text(key, actual, wanted);
    }
    void mode(CallState actualState, quint32 actual)
    {
        CallState state = actualState;
        quint32 wanted = 0;
        if (m_json.contains(u"state"_s))
            m_decoder.read(u"state"_s, m_json.value(u"state"_s), state);
        if (m_json.contains(u"mode"_s) && m_decoder.readMode(u"mode"_s, m_json.value(u"mode"_s), state, wanted)
            && wanted != actual)
            text(u"mode"_s, modeName(actualState, actual), modeName(state, wanted));
    }

private:
    void text(const QString &key, const QString &actual, const QString &wanted)
    {
        different.append(Decoder::tr("%1 is %2, not %3.")
                             .arg(key, actual.isEmpty() ? u"none"_s : actual, wanted.isEmpty() ? u"none"_s : wanted));
    }

    Decoder &m_decoder;
    const QJsonObject &m_json;
};

void compareCall(Comparison &compare, const Call *call)
{
    compare.flag("released", !call);
    const Call none;
    const Call &is = call ? *call : none;
    compare.number("owners", is.owners);
    compare.number("monitors", is.monitors);
    compare.number("handles", is.handleCount());
    compare.flag("unowned", is.isUnowned());
    compare.number("providerBytes", is.providerBytes);
    compare.constant("state", is.state);
    compare.mode(is.state, is.mode);
}

void compareHandle(Comparison &compare, const Handle *handle)
{
    compare.flag("void", !handle);
    compare.constant("privilege", handle ? handle->privilege : Privilege::None);
}

void compareLine(Comparison &compare, const Line *line)
{
    compare.flag("open", line);
    compare.number("handles", line ? line->handles : 0);
    compare.number("retained", line ? line->retained : 0);
}

void compareDevice(Comparison &compare, const Device *device)
{
    compare.flag("exists", device && !device->removed);
    const Device none;
    const Device &is = device ? *device : none;
    compare.number("opens", is.opens);
    compare.number("calls", is.calls);
    compare.number("handles", is.handles);
    compare.number("retained", is.retained);
    compare.flag("inService", is.info.inService);
    compare.flag("connected", is.info.connected);
    compare.words("closedText", is.closedText);
}

WorldPattern readWorld(Decoder &decoder, const QJsonValue &value)
{
    const WorldPattern pattern{value.toObject()};
    if (!value.isObject() || pattern.json.isEmpty())
        decoder.complain(u"world"_s, Decoder::tr("\"world\" is an object: {\"calls\": 0, \"handles\": 0}."));
    const qsizetype before = decoder.problems.size();
    decoder.allowOnly(pattern.json, worldKeys(pattern.json));
    differences(decoder, pattern, World());
    for (qsizetype i = before; i < decoder.problems.size(); ++i)
        decoder.problems[i].key = u"world."_s + decoder.problems.at(i).key;
    return pattern;
}

// ---- the step ----

void readForm(Decoder &decoder, const QJsonObject &form, Expectation &expectation)
{
    if (form.contains(u"message"_s))
        expectation.pattern = readMessage(decoder, form);
    else if (form.contains(u"provider"_s))
        expectation.pattern = readCommand(decoder, form);
    else if (form.contains(u"finding"_s))
        expectation.pattern = readFinding(decoder, form);
    else if (form.contains(u"world"_s)) {
        decoder.allowOnly(form, {u"world"_s, u"within"_s});
        expectation.pattern = readWorld(decoder, form.value(u"world"_s));
    } else
        decoder.complain(u"expect"_s,
                         Decoder::tr("What is expected is a \"message\", a command to the \"provider\", a \"finding\", "
                                     "something of the \"world\", or \"nothing\"."));
    if (form.contains(u"times"_s)) {
        quint64 times = 0;
        decoder.readCount(u"times"_s, form.value(u"times"_s), times);
        expectation.times = times;
    }
    if (form.contains(u"within"_s)) {
        Microseconds within = 0;
        decoder.readDuration(u"within"_s, form.value(u"within"_s), within);
        expectation.within = within;
    }
}

} // namespace

bool MessagePattern::match(const LineMessage &message) const
{
    return message.id == id && std::all_of(checks.begin(), checks.end(), [&](const Check &check) {
               return check.bits.match(message.*check.part);
           });
}

bool FindingPattern::match(const Finding &finding) const
{
    return (rule == "any"_L1 || rule == QLatin1StringView(finding.rule)) && (!severity || *severity == finding.severity)
        && (subject.isEmpty() || subject == finding.subject);
}

bool match(Decoder &decoder, const CommandPattern &pattern, const Command &command)
{
    if (pattern.command != QLatin1StringView(commandName(command)))
        return false;
    bool all = true;
    std::visit(
        [&](const auto &c) {
            using C = std::remove_cvref_t<decltype(c)>;
            forEachMember<C>(c, [&](const QString &key, FieldKind kind, const auto &member) {
                const QJsonValue wanted = pattern.json.value(key);
                if (!wanted.isUndefined() && !matches(decoder, key, wanted, kind, member))
                    all = false;
            });
        },
        command);
    return all;
}

QStringList differences(Decoder &decoder, const WorldPattern &pattern, const World &world)
{
    const QJsonObject &json = pattern.json;
    Comparison compare(decoder, json);
    if (json.contains(u"call"_s)) {
        CallName call;
        if (decoder.readCall(u"call"_s, json.value(u"call"_s), call))
            compareCall(compare, world.call(call.call));
    } else if (json.contains(u"handle"_s)) {
        HCall handle;
        if (decoder.read(u"handle"_s, json.value(u"handle"_s), handle))
            compareHandle(compare, world.handle(handle));
    } else if (json.contains(u"on"_s)) {
        HLine line;
        if (decoder.read(u"on"_s, json.value(u"on"_s), line))
            compareLine(compare, world.line(line));
    } else if (json.contains(u"line"_s)) {
        quint32 device = 0;
        if (decoder.readDevice(u"line"_s, json.value(u"line"_s), device))
            compareDevice(compare, world.device(deviceFromNumber(device)));
    } else {
        for (const WorldRow &row : worldRows)
            compare.number(row.key, row.count(world));
    }
    return compare.different;
}

RequestId requestOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.request; })
                return c.request;
            else
                return RequestId();
        },
        command);
}

QList<CallId> createdBy(const Command &command)
{
    return std::visit(Overload{
                          [](const Commands::MakeCall &c) { return QList<CallId>{c.call}; },
                          [](const Commands::Unpark &c) { return QList<CallId>{c.call}; },
                          [](const Commands::Pickup &c) { return QList<CallId>{c.call}; },
                          [](const Commands::SetupTransfer &c) { return QList<CallId>{c.consult}; },
                          [](const Commands::PrepareAddToConference &c) { return QList<CallId>{c.consult}; },
                          [](const Commands::SetupConference &c) {
                              return QList<CallId>{c.conference, c.consult};
                          },
                          [](const Commands::CompleteTransfer &c) {
                              return c.conference.isNull() ? QList<CallId>() : QList<CallId>{c.conference};
                          },
                          [](const auto &) { return QList<CallId>(); },
                      },
                      command);
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

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commandsByName())
        names.append(QString::fromLatin1(commandName(command)));
    return names;
}

QStringList commandKeys(const QString &name)
{
    const Command *command = defaultCommand(name);
    if (!command)
        return {};
    return QStringList{u"provider"_s, u"times"_s, u"within"_s, u"later"_s}
    + std::visit([](const auto &c) { return keysOf<std::remove_cvref_t<decltype(c)>>(); }, *command);
}

void withCommand(const QString &name, const std::function<void(const Command &)> &f)
{
    if (const Command *command = defaultCommand(name))
        f(*command);
}

QStringList worldKeys(const QJsonObject &json)
{
    if (json.contains(u"call"_s))
        return {u"call"_s,    u"state"_s,   u"mode"_s,     u"owners"_s,       u"monitors"_s,
                u"handles"_s, u"unowned"_s, u"released"_s, u"providerBytes"_s};
    if (json.contains(u"handle"_s))
        return {u"handle"_s, u"privilege"_s, u"void"_s};
    if (json.contains(u"on"_s))
        return {u"on"_s, u"open"_s, u"handles"_s, u"retained"_s};
    if (json.contains(u"line"_s))
        return {u"line"_s,     u"exists"_s,    u"opens"_s,     u"calls"_s,     u"handles"_s,
                u"retained"_s, u"inService"_s, u"connected"_s, u"closedText"_s};
    QStringList keys;
    for (const WorldRow &row : worldRows)
        keys.append(QString::fromLatin1(row.key));
    return keys;
}

Expectation decodeExpectation(Decoder &decoder, const QJsonObject &json)
{
    Expectation expectation;
    decoder.allowOnly(json, {u"expect"_s, u"as"_s, u"request"_s});
    const QJsonValue form = json.value(u"expect"_s);
    if (form == "nothing"_L1)
        return expectation;
    QJsonObject object = form.toObject();
    if (object.contains(u"not"_s)) {
        decoder.allowOnly(object, {u"not"_s});
        object = object.value(u"not"_s).toObject();
        expectation.negated = true;
    }
    readForm(decoder, object, expectation);
    if (json.contains(u"as"_s))
        decoder.readName(u"as"_s, json.value(u"as"_s), expectation.as);
    if (json.contains(u"request"_s))
        decoder.readName(u"request"_s, json.value(u"request"_s), expectation.requestName);
    const auto *message = std::get_if<MessagePattern>(&expectation.pattern);
    const bool namesHandle = message && !message->none
        && (message->id == MessageId::AppNewCall || message->id == MessageId::CallState);
    if (!expectation.as.isEmpty() && (expectation.negated || !namesHandle))
        decoder.complain(u"as"_s, Decoder::tr("Only LINE_APPNEWCALL and LINE_CALLSTATE bring a handle to name."));
    if (!expectation.requestName.isEmpty() && !std::holds_alternative<CommandPattern>(expectation.pattern))
        decoder.complain(u"request"_s, Decoder::tr("Only a command to the provider has a request to name."));
    if (expectation.negated && expectation.times)
        decoder.complain(u"times"_s, Decoder::tr("\"times\" and \"not\" do not go together."));
    return expectation;
}

} // namespace Linescope::Scenarios
