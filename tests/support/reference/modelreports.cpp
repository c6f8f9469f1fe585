// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What providers report: sections 5.3, 5.4, 6 and 9.

#include "reference/model.h"

#include <algorithm>

namespace Linescope::Reference {

namespace {

// I-6: members that the engine fills are not the provider's.
CallInfo providersPart(const CallInfo &ours, const CallInfo &theirs)
{
    CallInfo result = theirs;
    result.line = ours.line;
    result.lineDeviceId = ours.lineDeviceId;
    result.monitorDigitModes = ours.monitorDigitModes;
    result.monitorMediaModes = ours.monitorMediaModes;
    result.numOwners = ours.numOwners;
    result.numMonitors = ours.numMonitors;
    result.appName = ours.appName;
    result.displayableAddress = ours.displayableAddress;
    result.calledParty = ours.calledParty;
    result.comment = ours.comment;
    return result;
}

quint32 tickCount(Microseconds now) { return quint32(now / 1000); }

} // namespace

void Model::report(ProviderId id, const QList<Report> &batch, quint64 commandsSeen)
{
    Provider &provider = providers.at(id);
    for (const Report &report : batch)
        std::visit([&](const auto &said) { take(provider, said, commandsSeen); }, report);
}

void Model::setHealth(ProviderId provider, bool up)
{
    if (up)
        providers.at(provider).up = true;
}

void Model::providerDied(ProviderId id)
{
    Provider &provider = providers.at(id);
    provider.up = false;
    for (auto &[number, device] : devices) {
        if (device.provider != id || device.removed)
            continue;
        forceClose(device);
        device.info.inService = false;
        device.info.connected = false;
        device.known = false;
    }
    std::erase_if(pending, [&](const auto &entry) { return entry.second.provider == id; });
    provider.closed.clear();
    provider.refused.clear();
}

void Model::removeProvider(ProviderId id)
{
    for (auto &[number, device] : devices) {
        if (device.provider == id && !device.removed)
            removeDevice(device);
    }
    providers.at(id).up = false;
    providers.at(id).removed = true;
}

// ---- devices -------------------------------------------------------------------------------------------------------

void Model::take(Provider &provider, const Reports::DeviceAdded &report, quint64)
{
    provider.up = true;
    const Device *holder = deviceNamed(provider, report.line);
    if (holder && holder->info.name != report.info->name) // nobody could tell them apart
        return find("V-65");
    for (auto &[id, device] : devices) { // the same name: the same device
        if (device.provider == provider.id && !device.removed && device.info.name == report.info->name) {
            device.driver = report.line;
            device.known = true;
            tellDeviceState(device, report.info->inService, report.info->connected);
            return;
        }
    }
    const DeviceId id{++m_lastDevice};
    devices[id].id = id;
    devices[id].provider = provider.id;
    devices[id].driver = report.line;
    devices[id].info = *report.info;
    for (auto &[app, record] : apps) // L-33, M-12
        postToApp(app, {MessageId::Create, 0, 0, deviceNumber(id), 0, 0});
}

void Model::take(Provider &provider, const Reports::DeviceRemoved &report, quint64)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    removeDevice(*device);
}

void Model::removeDevice(Device &device) // L-30
{
    forceClose(device);
    device.removed = true;
    for (auto &[app, record] : apps) {
        if (record.version >= ApiVersion::V2_0)
            postToApp(app, {MessageId::Remove, 0, 0, deviceNumber(device.id), 0, 0});
    }
}

void Model::take(Provider &provider, const Reports::DeviceState &report, quint64)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    tellDeviceState(*device, report.inService, report.connected);
}

void Model::tellDeviceState(Device &device, bool inService, bool connected)
{
    LineDevStates changed;
    if (device.info.inService != inService)
        changed |= inService ? LineDevState::InService : LineDevState::OutOfService;
    if (device.info.connected != connected)
        changed |= connected ? LineDevState::Connected : LineDevState::Disconnected;
    device.info.inService = inService;
    device.info.connected = connected;
    for (HLine line : linesOf(device.id))
        tellLine(line, changed);
}

void Model::take(Provider &provider, const Reports::LineClose &report, quint64 seen)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    if (seen >= device->openedBy) // else of an earlier open
        forceClose(*device);
}

void Model::take(Provider &provider, const Reports::LineDevState &report, quint64)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    const LineDevStates forbidden = LineDevStates(LineDevState::Open) | LineDevState::Close;
    if (report.states & forbidden)
        find("V-46");
    if (report.states.testFlag(LineDevState::Reinit)) { // M-8, M-20
        for (auto &[app, record] : apps)
            postToApp(app,
                      {MessageId::LineDevState, 0, 0, quint32(LineDevState::Reinit), report.param2, report.param3});
    }
    const LineDevStates states = report.states & ~(forbidden | LineDevState::NumCalls | LineDevState::Reinit);
    for (HLine line : linesOf(device->id))
        tellLine(line, states, report.param2, report.param3);
}

void Model::take(Provider &provider, const Reports::AddressState &report, quint64)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    const AddressStates states = report.states & ~AddressStates(AddressState::NumCalls);
    for (HLine id : linesOf(device->id)) {
        const AddressStates wanted = states & lines.at(id).addressMask;
        if (wanted)
            post(id, {MessageId::AddressState, id.handle(), 0, report.addressId, wanted.toInt(), 0});
    }
}

void Model::take(Provider &provider, const Reports::FaultInjected &report, quint64)
{
    if (report.kind == FaultKind::NullHandle && !report.call.isNull())
        provider.refused.insert(report.call);
}

// ---- calls ---------------------------------------------------------------------------------------------------------

void Model::take(Provider &provider, const Reports::NewCall &report, quint64 seen)
{
    Device *device = deviceNamed(provider, report.line);
    if (!device)
        return find("V-64");
    if (seen < device->closedBy) { // of an earlier open
        provider.closed[report.call] = device->closedBy;
        return;
    }
    if (!device->open || seen < device->openedBy) // O-8
        return find("V-14");
    if (report.call.isNull() || callNamed(provider, report.call)) // O-11
        return find("V-25");
    provider.closed.erase(report.call);
    provider.refused.erase(report.call);
    const CallId id{++m_lastCall};
    Call &call = calls[id];
    call.id = id;
    call.device = device->id;
    call.driver = report.call;
    call.bytes = report.bytes;
    call.since = now;
    call.info = providersPart({}, report.info.unpack());
}

// The call a report is about; a finding when there is none, unless the report crossed the close of the call.
Call *Model::knownCall(Provider &provider, DriverCall name, quint64 seen)
{
    Call *call = callNamed(provider, name);
    if (call)
        return call;
    const auto closed = provider.closed.find(name);
    if (provider.refused.contains(name))
        find("V-26");
    else if (closed == provider.closed.end())
        find("V-18");
    else if (seen >= closed->second)
        find("V-13");
    return nullptr;
}

// P-5..P-7, P-10, P-15: who hears of a call that LINE_NEWCALL announced, now that it has its first state.
void Model::showCall(Call &call, MediaModes media)
{
    call.shown = true;
    const HLine owner = initialOwner(call, media);
    std::vector<HCall> given;
    for (HLine id : linesOf(call.device)) {
        if (id == owner)
            given.push_back(giveHandle(id, call.id, Privilege::Owner));
        else if (lines.at(id).privileges.testFlag(Privilege::Monitor))
            given.push_back(giveHandle(id, call.id, Privilege::Monitor));
    }
    for (HCall handle : given) { // M-41
        announce(handle);
        tellState(handle);
    }
    if (owner.isNull() && m_options.unownedCalls == ServerOptions::Unowned::Drop && call.state != CallState::Offering
        && can(call, CallFeature::Drop)) {
        const Pending &drop = begin({}, {}, call.device, {});
        send(drop.provider, Commands::ActOnCall{drop.request, Commands::CallAction::Drop, targetOf(call.id)});
    }
}

void Model::take(Provider &provider, const Reports::CallState &report, quint64 seen)
{
    Call *found = knownCall(provider, report.call, seen);
    if (!found)
        return;
    Call &call = *found;
    if (call.state == CallState::Idle) // S-21, T-20
        return find(report.state == CallState::Idle ? "V-16" : "V-15");
    const Call before = call;
    if (!call.stated && report.state == CallState::Idle)
        find("V-17");
    if (!call.shown && report.state == CallState::Idle) // it never was a call
        return release(call.id);
    call.stated = true;
    call.state = report.state;
    call.mode = report.mode;
    call.parent = {};
    call.since = now;
    if (report.state == CallState::Conferenced) {
        const Call *parent = callNamed(provider, DriverCall{report.mode});
        if (parent && parent->device == call.device && parent != &call)
            call.parent = parent->id;
        call.mode = 0;
    }
    if (report.state == CallState::Disconnected)
        call.disconnectMode = report.mode;
    if (!call.shown) {
        showCall(call, report.mediaModes);
    } else {
        for (HCall handle : handlesOf(call.id))
            tellState(handle);
    }
    if (countedAs(before) != countedAs(call))
        tellCallCounts(call.device, call.info.addressId);
    if (call.state == CallState::Idle && handlesOf(call.id).empty())
        release(call.id);
}

void Model::take(Provider &provider, const Reports::CallInfo &report, quint64 seen)
{
    Call *call = knownCall(provider, report.call, seen);
    if (!call)
        return;
    if (call->state == CallState::Idle) // M-35
        return find("V-45");
    const CallInfoStates own = CallInfoStates(CallInfoState::NumOwnerIncr) | CallInfoState::NumOwnerDecr
        | CallInfoState::NumMonitors;
    if (report.changed & own)
        find("V-46");
    const CallInfoStates changed = report.changed & ~own;
    if (!changed)
        return;
    call->info = providersPart(call->info, report.info.unpack());
    HLineApp setter;
    if (changed.testFlag(CallInfoState::AppSpecific)) { // M-34
        auto &sets = call->appSpecificSets;
        const auto set = std::find_if(sets.begin(), sets.end(),
                                      [&](const AppSpecificSet &s) { return s.value == call->info.appSpecific; });
        if (set != sets.end()) {
            setter = set->app;
            sets.erase(sets.begin(), set + 1);
        }
    }
    for (HCall handle : handlesOf(call->id)) {
        CallInfoStates told = changed;
        if (!setter.isNull() && lines.at(handles.at(handle).line).app == setter)
            told &= ~CallInfoStates(CallInfoState::AppSpecific);
        if (told)
            post(handle, MessageId::CallInfo, told.toInt(), 0, 0);
    }
}

void Model::take(Provider &provider, const Reports::CallBytes &report, quint64 seen)
{
    Call *call = knownCall(provider, report.call, seen);
    if (!call)
        return;
    call->bytes = report.bytes;
}

void Model::take(Provider &provider, const Reports::Generate &report, quint64 seen) // M-37, V-69
{
    Call *call = knownCall(provider, report.call, seen);
    if (!call)
        return;
    const auto generation = m_generations.find(report.endToEndId);
    if (generation == m_generations.end() || generation->second.call != call->id)
        return find("V-69");
    const HCall asker = generation->second.asker;
    m_generations.erase(generation);
    if (handles.count(asker) == 0)
        return;
    const bool modern = lines.at(handles.at(asker).line).version >= ApiVersion::V2_0;
    post(asker, MessageId::Generate, quint32(report.termination), 0, modern ? tickCount(now) : 0);
}

void Model::take(Provider &provider, const Reports::MonitorDigits &report, quint64 seen) // M-9
{
    Call *call = knownCall(provider, report.call, seen);
    if (!call)
        return;
    for (HCall id : handlesOf(call->id)) {
        const Handle &handle = handles.at(id);
        const bool modern = lines.at(handle.line).version >= ApiVersion::V2_0;
        if (handle.digits.testFlag(report.mode))
            post(id, MessageId::MonitorDigits, report.digit, quint32(report.mode), modern ? tickCount(now) : 0);
    }
}

// ---- completions ---------------------------------------------------------------------------------------------------

void Model::take(Provider &provider, const Reports::Completion &report, quint64)
{
    const auto found = pending.find(report.request);
    if (found == pending.end() || found->second.provider != provider.id)
        return find("V-1");
    Pending done = found->second;
    pending.erase(found);
    LineError result = report.result;
    if (!done.creates.empty())
        completeCreation(provider, done, report, result);
    if (done.abandoned)
        return;
    if (result == LineError::None && apps.count(done.claimedBy) > 0 && calls.count(done.call) > 0
        && calls.at(done.call).info.appName.isEmpty())
        calls.at(done.call).info.appName = apps.at(done.claimedBy).name; // F-69
    if (apps.count(done.app) > 0) {
        if (result == LineError::None && done.parks)
            m_parked[{done.app, done.request}] = report.parkAddress;
        postToApp(done.app, {MessageId::Reply, 0, 0, done.request.value, quint32(result), 0}, done.line);
    }
    if (result != LineError::None)
        return;
    for (const NewCall &created : done.creates) { // M-33
        for (HLine id : linesOf(done.device)) {
            if (id == done.line || !lines.at(id).privileges.testFlag(Privilege::Monitor))
                continue;
            const HCall handle = giveHandle(id, created.call, Privilege::Monitor);
            announce(handle);
            tellState(handle);
        }
    }
    if (!done.creates.empty())
        tellCallCounts(done.device, done.creates.front().info.addressId);
}

// O-12, O-13, V-22, V-25. Changes the result when the provider's names are no good.
void Model::completeCreation(Provider &provider, Pending &done, const Reports::Completion &completion,
                             LineError &result)
{
    const DriverCall names[] = {completion.call, completion.consult};
    if (result == LineError::None) {
        const bool two = done.creates.size() == 2;
        if (names[0].isNull() || (two && names[1].isNull())) {
            find("V-22");
            result = LineError::OperationFailed;
        } else if (callNamed(provider, names[0]) || (two && (callNamed(provider, names[1]) || names[0] == names[1]))) {
            find("V-25");
            result = LineError::OperationFailed;
        }
    }
    if (result != LineError::None) {
        for (const NewCall &created : done.creates) {
            if (m_options.closeCallAfterFailedCreate && !done.abandoned)
                send(provider.id, Commands::CloseCall{{created.call, {}}});
        }
        return;
    }
    for (size_t i = 0; i < done.creates.size() && done.abandoned; ++i) { // closed once more, now by name (V-82)
        if (devices.at(done.device).open)
            send(provider.id, Commands::CloseCall{{done.creates[i].call, names[i]}});
        provider.closed[names[i]] = provider.sent;
    }
    if (done.abandoned)
        return;
    for (size_t i = 0; i < done.creates.size(); ++i) {
        const NewCall &created = done.creates[i];
        provider.closed.erase(names[i]);
        Call &call = calls[created.call];
        call.id = created.call;
        call.device = done.device;
        call.driver = names[i];
        call.shown = true;
        call.created = true;
        call.since = now;
        call.info = created.info;
        handles[created.handle] = {created.handle, done.line, created.call, ++m_lastAge, Privilege::Owner,
                                   true,           {}}; // P-9
    }
}

QString Model::parkedAt(HLineApp app, RequestId request) const
{
    const auto found = m_parked.find({app, request});
    return found == m_parked.end() ? QString() : found->second;
}

} // namespace Linescope::Reference
