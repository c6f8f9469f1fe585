// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/contractjson.h"

#include "journal/fieldjson.h"
#include "provider/contractfields.h"
#include "tapi/modes.h"
#include "world/requestfields.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// A variant that holds the alternative of that number, at its defaults.
template<class Variant, size_t... I>
Variant made(size_t index, std::index_sequence<I...>)
{
    Variant value;
    ((index == I ? void(value.template emplace<I>()) : void()), ...);
    return value;
}

template<class Variant>
Variant made(size_t index)
{
    return made<Variant>(index, std::make_index_sequence<std::variant_size_v<Variant>>());
}

// The values that differ in name: one of every alternative, and every action.
QList<Command> allCommands()
{
    using enum Commands::CallAction;
    QList<Command> commands;
    for (const auto action :
         {Accept, Answer, Drop, Hold, Unhold, SecureCall, RemoveFromConference, ReleaseUserUserInfo})
        commands += Commands::ActOnCall{{}, action, {}};
    for (size_t i = 0; i < std::variant_size_v<Command>; ++i) {
        if (const Command command = made<Command>(i); !std::holds_alternative<Commands::ActOnCall>(command))
            commands += command;
    }
    return commands;
}

QList<Report> allReports()
{
    QList<Report> reports;
    for (size_t i = 0; i < std::variant_size_v<Report>; ++i)
        reports += made<Report>(i);
    return reports;
}

// The one of that name; the first one and an error when there is none.
template<class Variant, class Name>
Variant named(const QList<Variant> &all, JsonReader &json, const char *key, Name nameOf)
{
    QByteArrayView wanted;
    const auto read = [&wanted](const JsonValue &text) {
        wanted = text.text();
        return text.isText();
    };
    if (!json.takeWith(key, read))
        json.missing(key);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Variant &value) { return wanted == QByteArrayView(nameOf(value)); });
    if (found == all.end())
        json.fail(JsonReader::tr("The field \"%1\" cannot be understood.").arg(QLatin1StringView(key)));
    return found == all.end() ? all.first() : *found;
}

} // namespace

QString deviceName(quint32 deviceId)
{
    return deviceId == LineMapper ? u"LINEMAPPER"_s : shortName(deviceFromNumber(deviceId));
}

QString versionText(ApiVersion version) { return version == ApiVersion::None ? u"0.0"_s : toString(version); }

QString resultText(LineError error) { return error == LineError::None ? u"OK"_s : nameOf(error); }

bool resultFromJson(const JsonValue &json, LineError &error)
{
    if (json.text() != "OK")
        return fromJson(json, error) && error != LineError::None;
    error = LineError::None;
    return true;
}

bool modeFromJson(const JsonValue &json, CallState state, quint32 &mode)
{
    return forModesOf(
        state,
        [&](auto named) {
            const bool ok = fromJson(json, named);
            mode = quint32(named);
            return ok;
        },
        [&] { return hexFromJson(json, mode); });
}

void writeRequest(JsonWriter &json, const Request &request)
{
    json.add("function", functionName(request));
    json.beginObject("arguments");
    std::visit([&](const auto &r) { FieldWriter(json, LeaveOut::Defaults).write(r); }, request);
    json.endObject();
}

Request readRequest(JsonReader &json)
{
    quint8 function = 0;
    json.demand("function", function);
    Request request = made<Request>(function);
    JsonReader arguments = json.demandObject("arguments");
    std::visit([&](auto &r) { FieldReader(arguments, LeaveOut::Defaults).read(r); }, request);
    arguments.finish();
    if (!arguments.error().isEmpty())
        json.fail(arguments.error());
    return request;
}

void writeCommand(JsonWriter &json, const Command &command)
{
    json.add("command", commandName(command));
    std::visit([&](const auto &c) { FieldWriter(json, LeaveOut::Nothings).write(c); }, command);
}

Command readCommand(JsonReader &json)
{
    static const QList<Command> all = allCommands();
    Command command = named(all, json, "command", [](const Command &c) { return commandName(c); });
    std::visit([&](auto &c) { FieldReader(json, LeaveOut::Nothings).read(c); }, command);
    return command;
}

void writeReport(JsonWriter &json, const Report &report)
{
    json.add("report", reportName(report.index()));
    std::visit([&](const auto &r) { FieldWriter(json, LeaveOut::Nothings).write(r); }, report);
}

Report readReport(JsonReader &json)
{
    static const QList<Report> all = allReports();
    Report report = named(all, json, "report", [](const Report &r) { return reportName(r.index()); });
    std::visit([&](auto &r) { FieldReader(json, LeaveOut::Nothings).read(r); }, report);
    return report;
}

} // namespace Linescope
