// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands to the provider that are expected.

#include "scenario/expectation_p.h"

#include "tapi/overload.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

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

} // namespace

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

} // namespace Linescope::Scenarios
