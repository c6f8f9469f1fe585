// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/contractjson.h"

#include "world/event.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QString deviceName(quint32 deviceId)
{
    return deviceId == LineMapper ? u"LINEMAPPER"_s : shortName(deviceFromNumber(deviceId));
}

void writeParams(JsonWriter &json, const CallParams &params)
{
    json.addUnlessZero("address", params.addressId);
    json.add("media", namesOf(params.mediaModes));
    json.add("bearer", namesOf(params.bearerMode));
    json.add("flags", namesOf(params.flags));
    json.addParty("displayableAddress", params.displayableAddress);
    json.addParty("calledParty", params.calledParty);
    json.addOutside("comment", params.comment);
}

void writeTarget(JsonWriter &json, CallTarget target)
{
    json.add("call", target.call);
    json.add("driverCall", target.driver);
}

} // namespace

void writeRequest(JsonWriter &json, const Request &request)
{
    json.add("function", functionName(request));
    json.beginObject("arguments");
    std::visit(Overload{
                   [&](const Requests::InitializeEx &r) {
                       json.addOutside("appName", r.appName);
                       json.addOutside("module", r.moduleName);
                       json.add("api", toString(r.apiVersion));
                       json.addUnlessZero("pid", r.pid);
                       if (r.monitor)
                           json.add("monitor", true);
                   },
                   [&](const Requests::Shutdown &r) {
                       if (r.crashed)
                           json.add("crashed", true);
                   },
                   [&](const Requests::NegotiateApiVersion &r) {
                       json.add("device", deviceName(r.deviceId));
                       json.add("low", toString(r.low));
                       json.add("high", toString(r.high));
                   },
                   [&](const Requests::Open &r) {
                       json.add("device", deviceName(r.deviceId));
                       json.add("api", toString(r.apiVersion));
                       json.add("privilege", namesOf(r.privileges));
                       json.add("media", namesOf(r.mediaModes));
                       json.add("options", namesOf(r.options));
                       if (r.options.testFlag(OpenOption::SingleAddress))
                           json.add("address", r.addressId);
                       json.addUnlessZero("callbackInstance", r.callbackInstance);
                   },
                   [&](Requests::Close r) { json.add("line", r.line); },
                   [&](const Requests::MakeCall &r) {
                       json.add("line", r.line);
                       json.addParty("destAddress", r.destAddress);
                       writeParams(json, r.params);
                   },
                   [&](Requests::Accept r) { json.add("call", r.call); },
                   [&](Requests::Answer r) { json.add("call", r.call); },
                   [&](Requests::Drop r) { json.add("call", r.call); },
                   [&](Requests::Hold r) { json.add("call", r.call); },
                   [&](Requests::Unhold r) { json.add("call", r.call); },
                   [&](Requests::DeallocateCall r) { json.add("call", r.call); },
                   [&](Requests::GetCallInfo r) { json.add("call", r.call); },
                   [&](Requests::GetCallStatus r) { json.add("call", r.call); },
                   [&](const Requests::GetNewCalls &r) {
                       json.add("line", r.line);
                       json.add("select", nameOf(r.select));
                       if (r.select == CallSelect::Address)
                           json.add("address", r.addressId);
                   },
                   [&](Requests::GetLineDevStatus r) { json.add("line", r.line); },
                   [&](const Requests::GetAddressStatus &r) {
                       json.add("line", r.line);
                       json.add("address", r.addressId);
                   },
                   [&](const Requests::SetCallPrivilege &r) {
                       json.add("call", r.call);
                       json.add("privilege", nameOf(r.privilege));
                   },
                   [&](const Requests::Handoff &r) {
                       json.add("call", r.call);
                       json.addOutside("fileName", r.fileName);
                       json.add("media", namesOf(r.mediaMode));
                   },
                   [](const auto &) {},
               },
               request);
    json.endObject();
}

void writeCommand(JsonWriter &json, const Command &command)
{
    std::visit(Overload{
                   [&](Commands::OpenLine c) {
                       json.add("command", "openLine");
                       json.add("driverLine", c.line);
                   },
                   [&](Commands::CloseLine c) {
                       json.add("command", "closeLine");
                       json.add("driverLine", c.line);
                   },
                   [&](Commands::SetDefaultMediaDetection c) {
                       json.add("command", "setDefaultMediaDetection");
                       json.add("driverLine", c.line);
                       json.add("media", namesOf(c.mediaModes));
                   },
                   [&](const Commands::MakeCall &c) {
                       json.add("command", "makeCall");
                       json.add("request", c.request);
                       json.add("driverLine", c.line);
                       json.add("call", c.call);
                       json.addUnlessZero("address", c.addressId);
                       json.addParty("destAddress", c.destAddress);
                   },
                   [&](const Commands::ActOnCall &c) {
                       json.add("command", actionName(c.action));
                       json.add("request", c.request);
                       writeTarget(json, c.target);
                   },
                   [&](Commands::CloseCall c) {
                       json.add("command", "closeCall");
                       writeTarget(json, c.target);
                   },
                   [](const auto &) {},
               },
               command);
}

void writeReport(JsonWriter &json, const Report &report)
{
    std::visit(Overload{
                   [&](const Reports::DeviceAdded &r) {
                       json.add("report", "deviceAdded");
                       json.add("driverLine", r.line);
                       json.addOutside("name", r.info->name);
                   },
                   [&](Reports::DeviceRemoved r) {
                       json.add("report", "deviceRemoved");
                       json.add("driverLine", r.line);
                   },
                   [&](const Reports::DeviceState &r) {
                       json.add("report", "deviceState");
                       json.add("driverLine", r.line);
                       json.add("inService", r.inService);
                       json.add("connected", r.connected);
                       json.addOutside("text", r.text);
                   },
                   [&](const Reports::LineClose &r) {
                       json.add("report", "lineClose");
                       json.add("driverLine", r.line);
                       json.addOutside("text", r.text);
                   },
                   [&](const Reports::NewCall &r) {
                       json.add("report", "newCall");
                       json.add("driverLine", r.line);
                       json.add("driverCall", r.call);
                       json.addUnlessZero("bytes", r.bytes);
                       writeCallInfo(json, r.info.unpack());
                   },
                   [&](const Reports::CallState &r) {
                       json.add("report", "callState");
                       json.add("driverCall", r.call);
                       json.add("state", nameOf(r.state));
                       json.add("mode", modeText(r.state, r.mode, DriverCall{r.mode}));
                       json.add("media", namesOf(r.mediaModes));
                   },
                   [&](const Reports::CallInfo &r) {
                       json.add("report", "callInfo");
                       json.add("driverCall", r.call);
                       json.add("changed", namesOf(r.changed));
                       writeCallInfo(json, r.info.unpack(), r.changed);
                   },
                   [&](const Reports::CallBytes &r) {
                       json.add("report", "callBytes");
                       json.add("driverCall", r.call);
                       json.add("bytes", r.bytes);
                   },
                   [&](const Reports::Completion &r) {
                       json.add("report", "completion");
                       json.add("request", r.request);
                       json.add("result", r.result == LineError::None ? u"OK"_s : nameOf(r.result));
                       json.add("driverCall", r.call);
                   },
                   [](const auto &) {},
               },
               report);
}

} // namespace Linescope
