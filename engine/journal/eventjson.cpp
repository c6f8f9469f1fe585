// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/eventjson.h"

#include "journal/contractjson.h"
#include "journal/fieldjson.h"
#include "world/eventfields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// What an event has beside its listed fields.
template<class E>
void writeRest(JsonWriter &, const E &)
{
}
void writeRest(JsonWriter &json, const Events::Message &e) { writeMessage(json, e.message); }
void writeRest(JsonWriter &json, const Events::RequestMade &e) { writeRequest(json, *e.request); }
void writeRest(JsonWriter &json, const Events::CommandSent &e) { writeCommand(json, e.command); }
void writeRest(JsonWriter &json, const Events::ReportReceived &e) { writeReport(json, e.report); }

template<class E>
void readRest(JsonReader &, E &)
{
}
void readRest(JsonReader &json, Events::Message &e) { e.message = readMessage(json); }
void readRest(JsonReader &json, Events::RequestMade &e)
{
    e.request = std::make_shared<const Request>(readRequest(json));
}
void readRest(JsonReader &json, Events::CommandSent &e) { e.command = readCommand(json); }
void readRest(JsonReader &json, Events::ReportReceived &e) { e.report = readReport(json); }

template<class E>
void writeEvent(JsonWriter &json, const E &event)
{
    FieldWriter(json, LeaveOut::Nothings).write(event);
    writeRest(json, event);
}

template<class E>
void readEvent(JsonReader &json, E &event)
{
    FieldReader(json, LeaveOut::Nothings).read(event);
    readRest(json, event);
}

// Here the arguments of lineInitializeEx describe the application: "name", and all that is known is told.
void writeEvent(JsonWriter &json, const Events::AppInitialized &e)
{
    json.add("app", e.app);
    json.addOutside("name", e.request->appName);
    json.addOutside("module", e.request->moduleName);
    json.addUnlessZero("pid", e.request->pid);
    json.add("api", versionText(e.request->apiVersion));
    if (e.request->monitor)
        json.add("monitor", true);
}

void readEvent(JsonReader &json, Events::AppInitialized &e)
{
    auto request = std::make_shared<Requests::InitializeEx>();
    json.take("app", e.app);
    json.take("name", request->appName);
    json.take("module", request->moduleName);
    json.take("pid", request->pid);
    json.demand("api", request->apiVersion);
    json.take("monitor", request->monitor);
    e.request = std::move(request);
}

// A result says no more than it has: "error" only of what failed.
void writeEvent(JsonWriter &json, const Events::RequestResult &e) { FieldWriter(json, LeaveOut::Defaults).write(e); }

void readEvent(JsonReader &json, Events::RequestResult &e) { FieldReader(json, LeaveOut::Defaults).read(e); }

// Makes it the alternative of that number, at its defaults.
template<size_t... I>
void emplace(EventPayload &payload, size_t index, std::index_sequence<I...>)
{
    ((index == I ? void(payload.emplace<I>()) : void()), ...);
}

constexpr std::array eventNames = {
    "providerState", "appInitialized", "appShutdown",     "deviceAdded",  "deviceRemoved", "deviceState",
    "lineOpened",    "lineClosed",     "callCreated",     "callState",    "callInfo",      "callBytes",
    "callReleased",  "handleCreated",  "handlePrivilege", "handleVoided", "message",       "request",
    "result",        "command",        "report",          "finding",
};
static_assert(eventNames.size() == std::variant_size_v<EventPayload>);

void readPayload(JsonReader &json, EventPayload &payload)
{
    QByteArrayView name;
    const auto read = [&name](const JsonValue &text) {
        name = text.text();
        return text.isText();
    };
    if (!json.takeWith("event", read))
        json.missing("event");
    const auto found = std::find_if(eventNames.begin(), eventNames.end(),
                                    [&](const char *known) { return name == QByteArrayView(known); });
    if (found == eventNames.end()) {
        json.fail(JsonReader::tr("The event \"%1\" is not known.").arg(QString::fromUtf8(name).left(40)));
        return;
    }
    emplace(payload, size_t(found - eventNames.begin()), std::make_index_sequence<std::variant_size_v<EventPayload>>());
    std::visit([&](auto &event) { readEvent(json, event); }, payload);
}

} // namespace

QByteArray journalHeader(const QString &source, Microseconds started)
{
    JsonWriter json;
    json.add("linescope", "journal/1");
    json.add("source", source);
    json.add("started", toIsoString(started));
    json.add("clock", "monotonic+utc");
    return json.take();
}

QByteArray journalSummary(const World &world, quint64 dropped)
{
    const Totals &totals = world.totals();
    JsonWriter json;
    json.add("event", "summary");
    json.add("calls", qint64(totals.callsCreated));
    json.add("handles", qint64(totals.handlesCreated));
    json.add("retained", totals.retainedHandles);
    json.add("voided", qint64(totals.handlesVoided));
    json.add("findings", qint64(totals.findings));
    json.add("dropped", qint64(dropped));
    return json.take();
}

const char *eventName(const EventPayload &payload) { return eventNames[payload.index()]; }

QByteArray toJsonLine(const Event &event, Masking masking)
{
    JsonWriter json(masking);
    json.add("seq", qint64(event.seq));
    json.add("t", toIsoString(event.time));
    json.add("event", eventName(event.payload));
    std::visit([&](const auto &e) { writeEvent(json, e); }, event.payload);
    return json.take();
}

QByteArray snapshotHeader(const WorldOrigin &origin, qsizetype records)
{
    JsonWriter json;
    json.add("seq", qint64(origin.seq));
    json.add("t", toIsoString(origin.time));
    json.add("event", "snapshot");
    json.add("began", toIsoString(origin.began));
    json.add("calls", qint64(origin.callsCreated));
    json.add("handles", qint64(origin.handlesCreated));
    json.add("voided", qint64(origin.handlesVoided));
    json.add("findings", qint64(origin.findings));
    json.add("records", qint64(records));
    return json.take();
}

tl::expected<void, QString> readLine(JsonDocument &document, QByteArrayView line)
{
    if (line.size() > longestJournalLine)
        return tl::unexpected(JsonReader::tr("The line is longer than 1 MiB."));
    switch (document.read(line)) {
    case JsonDocument::Problem::None:
        return {};
    case JsonDocument::Problem::TooDeep:
        return tl::unexpected(JsonReader::tr("The line is nested too deeply."));
    case JsonDocument::Problem::TooMuch:
        return tl::unexpected(JsonReader::tr("The line holds too many values."));
    case JsonDocument::Problem::NoObject:
        break;
    }
    QJsonParseError error; // Qt finds the words
    QJsonDocument::fromJson(line.toByteArray(), &error);
    const QString words = error.error == QJsonParseError::NoError ? JsonReader::tr("illegal value")
                                                                  : error.errorString();
    return tl::unexpected(JsonReader::tr("This is no JSON object: %1.").arg(words));
}

tl::expected<Event, QString> eventFrom(JsonDocument &document)
{
    JsonReader json(document);
    Event event;
    qint64 seq = 0;
    json.demand("seq", seq);
    event.seq = quint64(seq);
    if (!json.takeWith("t", [&](const JsonValue &time) { return timeFromJson(time, event.time); }))
        json.missing("t");
    readPayload(json, event.payload);
    if (seq < 1)
        json.fail(JsonReader::tr("The field \"%1\" cannot be understood.").arg("seq"_L1));
    json.finish();
    if (!json.error().isEmpty())
        return tl::unexpected(json.error());
    return event;
}

tl::expected<Event, QString> fromJsonLine(QByteArrayView line)
{
    JsonDocument document;
    if (const auto read = readLine(document, line); !read)
        return tl::unexpected(read.error());
    return eventFrom(document);
}

QJsonObject toJson(const Event &event, Masking masking)
{
    return QJsonDocument::fromJson(toJsonLine(event, masking)).object();
}

} // namespace Linescope
