// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/eventjson.h"

#include "journal/contractjson.h"

#include <QJsonDocument>

namespace Linescope {

namespace {

// The fields of one event; one overload per alternative of EventPayload.
class FieldWriter {
public:
    explicit FieldWriter(JsonWriter &json)
        : json(json)
    {
    }

    void operator()(const Events::ProviderState &e)
    {
        json.add("provider", e.provider);
        json.addOutside("name", e.name);
        json.add("up", e.up);
        json.addOutside("text", e.text);
    }
    void operator()(const Events::AppInitialized &e)
    {
        json.add("app", e.app);
        json.addOutside("name", e.request->appName.isEmpty() ? e.request->moduleName : e.request->appName); // F-69
        json.addOutside("module", e.request->moduleName);
        json.addUnlessZero("pid", e.request->pid);
        json.add("api", toString(e.request->apiVersion));
        if (e.request->monitor)
            json.add("monitor", true);
    }
    void operator()(const Events::AppShutdown &e)
    {
        json.add("app", e.app);
        json.add("reason", toString(e.reason));
    }
    void operator()(const Events::DeviceAdded &e)
    {
        json.add("device", e.device);
        json.addOutside("name", e.info->name);
        json.add("provider", e.provider);
        json.add("driverLine", e.driver);
        json.add("addresses", e.info->numAddresses);
        json.add("media", namesOf(e.info->mediaModes));
        json.add("capabilities", namesOf(e.info->capFlags));
        json.add("inService", e.info->inService);
        json.add("connected", e.info->connected);
        json.addOutside("text", e.info->stateText);
    }
    void operator()(const Events::DeviceRemoved &e) { json.add("device", e.device); }
    void operator()(const Events::DeviceState &e)
    {
        json.add("device", e.device);
        json.add("driverLine", e.driver);
        json.add("inService", e.inService);
        json.add("connected", e.connected);
        json.addOutside("text", e.text);
    }
    void operator()(const Events::LineOpened &e)
    {
        json.add("line", e.line);
        json.add("app", e.app);
        json.add("device", e.device);
        json.add("api", toString(e.apiVersion));
        json.add("privilege", namesOf(e.privileges));
        json.add("media", namesOf(e.mediaModes));
        json.add("options", namesOf(e.options));
        if (e.options.testFlag(OpenOption::SingleAddress))
            json.add("address", e.addressId);
    }
    void operator()(const Events::LineClosed &e)
    {
        json.add("line", e.line);
        json.add("app", e.app);
        json.add("device", e.device);
        json.add("reason", toString(e.reason));
        json.addOutside("text", e.text);
    }
    void operator()(const Events::CallCreated &e)
    {
        const CallInfo info = e.info.unpack();
        json.add("call", e.call);
        json.add("device", e.device);
        json.add("address", info.addressId);
        json.add("driverCall", e.driver);
        json.addUnlessZero("bytes", e.bytes);
        writeCallInfo(json, info);
    }
    void operator()(const Events::CallState &e)
    {
        json.add("call", e.call);
        json.add("state", nameOf(e.state));
        json.add("mode", modeText(e.state, e.mode, CallId{e.mode}));
        json.add("previous", nameOf(e.previous));
    }
    void operator()(const Events::CallInfo &e)
    {
        json.add("call", e.call);
        json.add("changed", namesOf(e.changed));
        writeCallInfo(json, e.info.unpack(), e.changed);
    }
    void operator()(const Events::CallBytes &e)
    {
        json.add("call", e.call);
        json.add("bytes", e.bytes);
    }
    void operator()(const Events::CallReleased &e)
    {
        json.add("call", e.call);
        json.add("device", e.device);
    }
    void operator()(const Events::HandleCreated &e)
    {
        writeHandle(e.handle, e.call);
        json.add("line", e.line);
        json.add("app", e.app);
        json.add("privilege", nameOf(e.privilege));
        json.add("bytes", e.bytes);
    }
    void operator()(const Events::HandlePrivilege &e)
    {
        writeHandle(e.handle, e.call);
        json.add("app", e.app);
        json.add("privilege", nameOf(e.privilege));
    }
    void operator()(const Events::HandleVoided &e)
    {
        writeHandle(e.handle, e.call);
        json.add("line", e.line);
        json.add("app", e.app);
        json.add("reason", toString(e.reason));
        json.add("wasIdle", e.wasIdle);
        if (e.wasIdle)
            json.add("retainedFor", qint64(e.retainedFor));
    }
    void operator()(const Events::Message &e)
    {
        json.add("app", e.app);
        writeMessage(json, e.message);
    }
    void operator()(const Events::RequestMade &e)
    {
        json.add("app", e.app);
        writeRequest(json, *e.request);
    }
    void operator()(const Events::RequestResult &e)
    {
        json.add("app", e.app);
        json.add("function", functionName(e.function));
        json.add("request", e.request);
        if (e.error != LineError::None)
            json.add("error", nameOf(e.error));
    }
    void operator()(const Events::CommandSent &e)
    {
        json.add("provider", e.provider);
        writeCommand(json, e.command);
    }
    void operator()(const Events::ReportReceived &e)
    {
        json.add("provider", e.provider);
        writeReport(json, e.report);
    }
    void operator()(const Events::FindingRaised &e)
    {
        json.add("rule", e.finding->rule);
        json.add("severity", toString(e.finding->severity));
        json.add("subject", e.finding->subject);
        json.addOutside("text", e.finding->text);
    }

private:
    void writeHandle(HCall handle, CallId call)
    {
        json.add("handle", handle);
        json.add("call", call);
    }

    JsonWriter &json;
};

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

const char *eventName(const EventPayload &payload)
{
    static constexpr const char *names[] = {
        "providerState", "appInitialized", "appShutdown",     "deviceAdded",  "deviceRemoved", "deviceState",
        "lineOpened",    "lineClosed",     "callCreated",     "callState",    "callInfo",      "callBytes",
        "callReleased",  "handleCreated",  "handlePrivilege", "handleVoided", "message",       "request",
        "result",        "command",        "report",          "finding",
    };
    static_assert(std::size(names) == std::variant_size_v<EventPayload>);
    return names[payload.index()];
}

QByteArray toJsonLine(const Event &event, Masking masking)
{
    JsonWriter json(masking);
    json.add("seq", qint64(event.seq));
    json.add("t", toIsoString(event.time));
    json.add("event", eventName(event.payload));
    std::visit(FieldWriter(json), event.payload);
    return json.take();
}

QJsonObject toJson(const Event &event, Masking masking)
{
    return QJsonDocument::fromJson(toJsonLine(event, masking)).object();
}

} // namespace Linescope
