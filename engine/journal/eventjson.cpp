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

constexpr int deepest = 64;

// How deep braces and brackets go, texts aside.
int depthOf(QByteArrayView line)
{
    int depth = 0;
    int deepestYet = 0;
    bool inText = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"')
            inText = !inText;
        else if (inText)
            i += c == '\\' ? 1 : 0;
        else if (c == '{' || c == '[')
            deepestYet = std::max(deepestYet, ++depth);
        else if (c == '}' || c == ']')
            --depth;
    }
    return deepestYet;
}

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

// The alternative of that number, at its defaults.
template<size_t... I>
EventPayload payloadOf(size_t index, std::index_sequence<I...>)
{
    EventPayload payload;
    ((index == I ? void(payload.emplace<I>()) : void()), ...);
    return payload;
}

constexpr std::array eventNames = {
    "providerState", "appInitialized", "appShutdown",     "deviceAdded",  "deviceRemoved", "deviceState",
    "lineOpened",    "lineClosed",     "callCreated",     "callState",    "callInfo",      "callBytes",
    "callReleased",  "handleCreated",  "handlePrivilege", "handleVoided", "message",       "request",
    "result",        "command",        "report",          "finding",
};
static_assert(eventNames.size() == std::variant_size_v<EventPayload>);

EventPayload readPayload(JsonReader &json)
{
    const QString name = json.demandText("event");
    const auto found = std::find_if(eventNames.begin(), eventNames.end(),
                                    [&](const char *known) { return name == QLatin1StringView(known); });
    if (found == eventNames.end()) {
        json.fail(JsonReader::tr("The event \"%1\" is not known.").arg(name.left(40)));
        return {};
    }
    EventPayload payload = payloadOf(size_t(found - eventNames.begin()),
                                     std::make_index_sequence<std::variant_size_v<EventPayload>>());
    std::visit([&](auto &event) { readEvent(json, event); }, payload);
    return payload;
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

tl::expected<QJsonObject, QString> objectFromLine(QByteArrayView line)
{
    if (line.size() > longestJournalLine)
        return tl::unexpected(JsonReader::tr("The line is longer than 1 MiB."));
    if (depthOf(line) > deepest)
        return tl::unexpected(JsonReader::tr("The line is nested too deeply."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray(), &error);
    if (!document.isObject())
        return tl::unexpected(JsonReader::tr("This is no JSON object: %1.").arg(error.errorString()));
    return document.object();
}

tl::expected<Event, QString> eventFromObject(const QJsonObject &object)
{
    JsonReader json(object);
    Event event;
    qint64 seq = 0;
    json.demand("seq", seq);
    event.seq = quint64(seq);
    if (!json.takeWith("t", [&](const QJsonValue &time) { return timeFromJson(time, event.time); }))
        json.missing("t");
    event.payload = readPayload(json);
    if (seq < 1)
        json.fail(JsonReader::tr("The field \"%1\" cannot be understood.").arg("seq"_L1));
    json.finish();
    if (!json.error().isEmpty())
        return tl::unexpected(json.error());
    return event;
}

tl::expected<Event, QString> fromJsonLine(QByteArrayView line)
{
    return objectFromLine(line).and_then(eventFromObject);
}

QJsonObject toJson(const Event &event, Masking masking)
{
    return QJsonDocument::fromJson(toJsonLine(event, masking)).object();
}

} // namespace Linescope
