// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Applications, lines, and who owns a call: F-1..F-5, F-11, F-14, F-32, F-33, F-37.

#include "reference/model.h"

#include <algorithm>

namespace Linescope::Reference {

namespace {

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isKnown(ApiVersion version)
{
    return std::find(std::begin(apiVersions), std::end(apiVersions), version) != std::end(apiVersions);
}

template<class Value>
Outcome gives(const Value &value)
{
    Outcome outcome;
    outcome.value = value;
    return outcome;
}

bool isOneMediaMode(MediaModes modes)
{
    const quint32 bits = modes.toInt();
    return (bits & ~0xfffeu) == 0 && bits != 0 && (bits & (bits - 1)) == 0;
}

} // namespace

Outcome Model::request(HLineApp app, const Request &request)
{
    if (m_lastApp == 0 && !std::holds_alternative<Requests::InitializeEx>(request))
        return failed(LineError::Uninitialized);
    return std::visit([&](const auto &asked) { return ask(app, asked); }, request);
}

Outcome Model::ask(HLineApp, const Requests::InitializeEx &request) // F-1, F-69
{
    const QString name = request.appName.isEmpty() ? request.moduleName : request.appName;
    if (name.isEmpty() || hasControlCharacter(request.appName) || hasControlCharacter(request.moduleName))
        return failed(LineError::InvalAppName);
    if (!isKnown(request.apiVersion))
        return failed(LineError::InvalParam);
    const HLineApp id{++m_lastApp};
    const QString module = request.moduleName.isEmpty() ? name : request.moduleName;
    apps[id] = {id, name, module, request.apiVersion, {}, {}};
    return gives(id);
}

Outcome Model::ask(HLineApp app, const Requests::Shutdown &) // F-2, L-40
{
    if (apps.count(app) == 0)
        return failed(LineError::InvalAppHandle);
    std::vector<HLine> own;
    for (const auto &[id, line] : lines) {
        if (line.app == app)
            own.push_back(id);
    }
    for (HLine line : own)
        closeLine(line);
    apps.erase(app);
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::NegotiateApiVersion &request) // F-3
{
    if (apps.count(app) == 0)
        return failed(LineError::InvalAppHandle);
    const auto device = devices.find(deviceFromNumber(request.deviceId));
    if (request.deviceId == LineMapper || device == devices.end()) // L-34
        return failed(LineError::BadDeviceId);
    if (device->second.removed) // F-68
        return failed(LineError::NoDevice);
    ApiVersion agreed = ApiVersion::None;
    for (ApiVersion version : apiVersions) {
        if (version >= request.low && version <= request.high)
            agreed = version;
    }
    if (agreed == ApiVersion::None)
        return failed(LineError::IncompatibleApiVersion);
    apps.at(app).negotiated[device->first] = agreed;
    return gives(agreed);
}

Outcome Model::ask(HLineApp app, const Requests::Open &request) // F-4, 5.1
{
    if (apps.count(app) == 0)
        return failed(LineError::InvalAppHandle);
    const auto &negotiated = apps.at(app).negotiated;
    const auto mayOpen = [&](DeviceId device) { // L-1, F-67
        const auto agreed = negotiated.find(device);
        return agreed != negotiated.end() && isKnown(request.apiVersion) && request.apiVersion <= agreed->second;
    };
    DeviceId id = deviceFromNumber(request.deviceId);
    if (request.deviceId == LineMapper) { // L-10
        id = {};
        for (const auto &[device, record] : devices) {
            if (id.isNull() && !record.removed && record.info.inService && negotiated.count(device) > 0)
                id = device;
        }
        if (id.isNull())
            return failed(LineError::LineMapperFailed);
    }
    if (devices.count(id) == 0)
        return failed(LineError::BadDeviceId);
    Device &device = devices.at(id);
    if (device.removed)
        return failed(LineError::NoDevice);
    if (!mayOpen(id))
        return failed(LineError::IncompatibleApiVersion);
    const quint32 privileges = request.privileges.toInt();
    const quint32 valid[] = {1, 2, 4, 6}; // L-9
    if (std::find(std::begin(valid), std::end(valid), privileges) == std::end(valid)
        || (request.options.toInt() & ~0xc0000000u) != 0)
        return failed(LineError::InvalPrivSelect);
    if (request.options.testFlag(OpenOption::Proxy))
        return failed(LineError::OperationUnavail);
    if (request.privileges.testFlag(Privilege::Owner)
        && (!request.mediaModes || (request.mediaModes & ~device.info.mediaModes)))
        return failed(LineError::InvalMediaMode);
    if (request.options.testFlag(OpenOption::SingleAddress) && request.addressId >= device.info.numAddresses) // P-14
        return failed(LineError::InvalAddressId);
    if (!providers.at(device.provider).up) // L-8
        return failed(LineError::ResourceUnavail);

    const HLine line{++m_lastLine};
    lines[line] = {line,
                   app,
                   id,
                   request.apiVersion,
                   request.privileges,
                   request.mediaModes,
                   request.options,
                   request.addressId,
                   request.callbackInstance,
                   {},
                   {}};
    if (!device.open) // L-2, O-3
        device.openedBy = send(device.provider, Commands::OpenLine{device.driver});
    device.open = true;
    updateMedia(device);
    for (HLine other : linesOf(id)) { // L-7
        if (lines.at(other).app != app)
            tellLine(other, LineDevState::Open);
    }
    return gives(line);
}

Outcome Model::ask(HLineApp app, const Requests::Close &request) // F-5
{
    if (!lineOf(app, request.line))
        return failed(LineError::InvalLineHandle);
    closeLine(request.line);
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::DeallocateCall &request) // F-11, 4.2
{
    const Handle *found = handleOf(app, request.call);
    if (!found)
        return failed(LineError::InvalCallHandle);
    const Handle handle = *found;
    const Line &line = lines.at(handle.line);
    const bool owner = handle.privilege == Privilege::Owner;
    const bool idle = calls.at(handle.call).state == CallState::Idle;
    if (line.version < ApiVersion::V2_0 && owner && owners(handle.call) == 1 && !idle) // P-30
        return failed(LineError::InvalCallState);
    if (line.version < ApiVersion::V2_0) { // H-51
        for (auto &[id, waiting] : pending) {
            if (waiting.handle == handle.id)
                waiting.app = {};
        }
    }
    voidHandle(handle.id);
    tellCounts(handle.call, owner ? CallInfoState::NumOwnerDecr : CallInfoState::NumMonitors, app); // H-30
    if (handlesOf(handle.call).empty())
        release(handle.call); // H-24
    else
        updateDigits(handle.call);
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::SetCallPrivilege &request) // F-32
{
    Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    if (request.privilege != Privilege::Monitor && request.privilege != Privilege::Owner) // P-20
        return failed(LineError::InvalCallPrivilege);
    if (handle->privilege == request.privilege)
        return {};
    const bool up = request.privilege == Privilege::Owner;
    if (!up && owners(handle->call) == 1 && calls.at(handle->call).state != CallState::Idle) // P-19
        return failed(LineError::InvalCallState);
    handle->privilege = request.privilege; // not told
    const CallInfoState owner = up ? CallInfoState::NumOwnerIncr : CallInfoState::NumOwnerDecr;
    tellCounts(handle->call, CallInfoStates(owner) | CallInfoState::NumMonitors, app);
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::Handoff &request) // F-33, P-22..P-26
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const bool byMedia = request.fileName.isEmpty();
    if (byMedia && !isOneMediaMode(request.mediaMode))
        return failed(LineError::InvalMediaMode);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    const CallId call = handle->call;
    const Device &device = devices.at(calls.at(call).device);
    HLine target;
    if (byMedia) {
        target = bestLine(device, MediaMode(request.mediaMode.toInt()), nullptr);
        if (!target.isNull() && lines.at(target).app == app)
            return failed(LineError::TargetSelf);
    } else {
        for (HLine id : linesOf(device.id)) {
            const Line &line = lines.at(id);
            if (target.isNull() && line.privileges.testFlag(Privilege::Owner)
                && apps.at(line.app).module.compare(request.fileName, Qt::CaseInsensitive) == 0)
                target = id;
        }
    }
    if (target.isNull())
        return failed(LineError::TargetNotFound);
    if (lines.at(target).app == app) // P-24: nothing changes
        return {};
    Handle *known = handleOn(target, call);
    CallInfoStates bits;
    if (!known) {
        bits = CallInfoState::NumOwnerIncr;
        const HCall given = giveHandle(target, call, Privilege::Owner);
        announce(given);
        tellState(given);
    } else {
        if (known->privilege == Privilege::Monitor)
            bits = CallInfoStates(CallInfoState::NumOwnerIncr) | CallInfoState::NumMonitors;
        known->privilege = Privilege::Owner;
        known->fresh = true; // dwParam3 says OWNER once more (P-26)
        tellState(known->id);
    }
    tellCounts(call, bits, app, lines.at(target).app);
    return {};
}

// Handles for calls that the line has none of; those it has come back as they are (P-17).
std::vector<HCall> Model::monitorHandles(HLineApp app, HLine line, const std::vector<CallId> &wanted)
{
    std::vector<HCall> result;
    for (CallId call : wanted) {
        const Handle *known = handleOn(line, call);
        result.push_back(known ? known->id : giveHandle(line, call, Privilege::Monitor));
        if (!known)
            tellCounts(call, CallInfoState::NumMonitors, app); // F-63
    }
    return result;
}

Outcome Model::ask(HLineApp app, const Requests::GetNewCalls &request) // F-14, F-60..F-63
{
    const Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    if (request.select != CallSelect::Line && request.select != CallSelect::Address)
        return failed(LineError::InvalCallSelect);
    const bool byAddress = request.select == CallSelect::Address;
    if (byAddress && request.addressId >= devices.at(line->device).info.numAddresses)
        return failed(LineError::InvalAddressId);
    std::vector<CallId> wanted;
    for (const auto &[id, call] : calls) {
        if (call.shown && call.device == line->device && (!byAddress || call.info.addressId == request.addressId)
            && !handleOn(line->id, id))
            wanted.push_back(id);
    }
    const std::vector<HCall> given = monitorHandles(app, line->id, wanted);
    return gives(QList<HCall>(given.begin(), given.end()));
}

Outcome Model::ask(HLineApp app, const Requests::GetConfRelatedCalls &request) // F-37, F-48, F-50
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const Call &asked = calls.at(handle->call);
    CallId conference;
    if (isConference(asked))
        conference = asked.id;
    else if (isMember(asked))
        conference = asked.parent;
    if (conference.isNull() || !calls.at(conference).shown)
        return failed(LineError::NoConference);
    std::vector<CallId> wanted = {conference};
    for (const auto &[id, call] : calls) {
        if (isMember(call) && call.parent == conference)
            wanted.push_back(id);
    }
    const std::vector<HCall> given = monitorHandles(app, handle->line, wanted);
    return gives(QList<HCall>(given.begin(), given.end()));
}

Outcome Model::ask(HLineApp app, const Requests::SetStatusMessages &request)
{
    Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    if ((request.lineStates.toInt() & ~0x1ffffffu) != 0)
        return failed(LineError::InvalLineState);
    if ((request.addressStates.toInt() & ~0x1ffu) != 0)
        return failed(LineError::InvalAddressState);
    line->lineMask = request.lineStates;
    line->addressMask = request.addressStates;
    updateStatusMessages(devices.at(line->device));
    return {};
}

Outcome Model::ask(HLineApp, const Requests::SetAppPriority &request) // P-11
{
    if (request.fileName.isEmpty())
        return failed(LineError::InvalAppName);
    if (!isOneMediaMode(request.mediaMode))
        return failed(LineError::InvalMediaMode);
    if (request.priority > 1)
        return failed(LineError::InvalParam);
    auto &list = m_priorities[request.mediaMode.toInt()];
    std::erase_if(list,
                  [&](const QString &module) { return module.compare(request.fileName, Qt::CaseInsensitive) == 0; });
    if (request.priority == 1)
        list.insert(list.begin(), request.fileName);
    return {};
}

} // namespace Linescope::Reference
