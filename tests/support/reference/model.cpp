// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/model.h"

#include <algorithm>

namespace Linescope::Reference {

Outcome failed(LineError error)
{
    Outcome outcome;
    outcome.error = error;
    return outcome;
}

Counted countedAs(const Call &call)
{
    if (!call.shown || call.state == CallState::Idle)
        return Counted::None;
    if (call.state == CallState::OnHold)
        return Counted::OnHold;
    if (call.state == CallState::OnHoldPendConf || call.state == CallState::OnHoldPendTransfer)
        return Counted::Pending;
    return Counted::Active;
}

// ---- looking things up ---------------------------------------------------------------------------------------------

std::vector<HCall> Model::handlesOf(CallId call) const
{
    std::vector<HCall> result;
    for (const auto &[id, handle] : handles) {
        if (handle.call == call)
            result.push_back(id);
    }
    std::sort(result.begin(), result.end(), [this](HCall a, HCall b) { return handles.at(a).age > handles.at(b).age; });
    return result;
}

std::vector<HLine> Model::linesOf(DeviceId device) const
{
    std::vector<HLine> result;
    for (const auto &[id, line] : lines) {
        if (line.device == device)
            result.push_back(id);
    }
    return result;
}

int Model::owners(CallId call) const
{
    int count = 0;
    for (const auto &[id, handle] : handles)
        count += handle.call == call && handle.privilege == Privilege::Owner ? 1 : 0;
    return count;
}

int Model::monitors(CallId call) const { return int(handlesOf(call).size()) - owners(call); } // P-28

Line *Model::lineOf(HLineApp app, HLine line)
{
    const auto found = lines.find(line);
    return found != lines.end() && found->second.app == app ? &found->second : nullptr;
}

Handle *Model::handleOf(HLineApp app, HCall handle)
{
    const auto found = handles.find(handle);
    return found != handles.end() && lines.at(found->second.line).app == app ? &found->second : nullptr;
}

Handle *Model::handleOn(HLine line, CallId call)
{
    for (auto &[id, handle] : handles) {
        if (handle.line == line && handle.call == call)
            return &handle;
    }
    return nullptr;
}

Device *Model::deviceNamed(const Provider &provider, DriverLine driver)
{
    for (auto &[id, device] : devices) {
        if (device.provider == provider.id && device.driver == driver && !device.removed && device.known)
            return &device;
    }
    return nullptr;
}

Call *Model::callNamed(const Provider &provider, DriverCall driver)
{
    for (auto &[id, call] : calls) {
        if (call.driver == driver && devices.at(call.device).provider == provider.id)
            return &call;
    }
    return nullptr;
}

const ProviderAbilities &Model::abilitiesOf(DeviceId device) const
{
    return providers.at(devices.at(device).provider).abilities;
}

CallTarget Model::targetOf(CallId call) const { return {call, calls.at(call).driver}; }

bool Model::can(const Call &call, CallFeature feature) const
{
    return abilitiesOf(call.device).callFeatures.testFlag(feature);
}

bool Model::isConference(const Call &call) const
{
    if (call.info.origin == quint32(CallOrigin::Conference))
        return true;
    return std::any_of(calls.begin(), calls.end(), [&](const auto &other) {
        return other.second.state == CallState::Conferenced && other.second.parent == call.id;
    });
}

bool Model::isMember(const Call &call) const
{
    return call.state == CallState::Conferenced && calls.count(call.parent) > 0;
}

// ---- to providers --------------------------------------------------------------------------------------------------

ProviderId Model::addProvider(const ProviderAbilities &abilities)
{
    const ProviderId id{++m_lastProvider};
    providers[id].id = id;
    providers[id].abilities = abilities;
    return id;
}

std::vector<Command> Model::takeCommands(ProviderId provider)
{
    return std::exchange(providers.at(provider).commands, {});
}

quint64 Model::send(ProviderId provider, const Command &command)
{
    Provider &to = providers.at(provider);
    if (to.removed || !to.up)
        return to.sent;
    to.commands.push_back(command);
    return ++to.sent;
}

void Model::updateMedia(Device &device) // L-2, V-85
{
    MediaModes all;
    for (HLine id : linesOf(device.id)) {
        if (lines.at(id).privileges.testFlag(Privilege::Owner)) // P-8
            all |= lines.at(id).mediaModes;
    }
    if (all != device.mediaTold)
        send(device.provider, Commands::SetDefaultMediaDetection{device.driver, all});
    device.mediaTold = all;
}

void Model::updateStatusMessages(Device &device) // V-63
{
    LineDevStates lineStates;
    AddressStates addressStates;
    for (HLine id : linesOf(device.id)) {
        lineStates |= lines.at(id).lineMask;
        addressStates |= lines.at(id).addressMask;
    }
    lineStates &= ~(LineDevStates(LineDevState::Open) | LineDevState::Close | LineDevState::Reinit);
    if (lineStates != device.lineStatesTold || addressStates != device.addressStatesTold)
        send(device.provider, Commands::SetStatusMessages{device.driver, lineStates, addressStates});
    device.lineStatesTold = lineStates;
    device.addressStatesTold = addressStates;
}

void Model::updateDigits(CallId id)
{
    DigitModes all;
    for (HCall handle : handlesOf(id))
        all |= handles.at(handle).digits;
    Call &call = calls.at(id);
    if (all != call.digitsTold)
        send(devices.at(call.device).provider, Commands::MonitorDigits{targetOf(id), all});
    call.digitsTold = all;
}

// ---- to applications -----------------------------------------------------------------------------------------------

void Model::postToApp(HLineApp app, const LineMessage &message, HLine line)
{
    apps.at(app).queue.push_back({message, line});
    m_posted[app].push_back(message);
}

void Model::post(HLine line, LineMessage message)
{
    message.callbackInstance = lines.at(line).callbackInstance; // M-20
    postToApp(lines.at(line).app, message);
}

void Model::post(HCall handle, MessageId id, quint32 p1, quint32 p2, quint32 p3)
{
    post(handles.at(handle).line, {id, handle.handle(), 0, p1, p2, p3});
}

void Model::announce(HCall id)
{
    const Handle &handle = handles.at(id);
    const Line &line = lines.at(handle.line);
    if (line.version >= ApiVersion::V2_0)
        post(line.id,
             {MessageId::AppNewCall, line.id.handle(), 0, calls.at(handle.call).info.addressId, id.handle(),
              quint32(handle.privilege)});
}

void Model::tellState(HCall id)
{
    Handle &handle = handles.at(id);
    const Call &call = calls.at(handle.call);
    quint32 mode = call.mode;
    if (call.state == CallState::Conferenced) { // M-32
        const Handle *parent = calls.count(call.parent) > 0 ? handleOn(handle.line, call.parent) : nullptr;
        mode = parent ? parent->id.handle() : 0;
    }
    post(id, MessageId::CallState, quint32(call.state), mode, handle.fresh ? quint32(handle.privilege) : 0); // M-30
    handle.fresh = false;
}

void Model::tellCounts(CallId id, CallInfoStates bits, HLineApp causer, HLineApp alsoNot) // P-29, M-35
{
    if (!bits || calls.at(id).state == CallState::Idle)
        return;
    std::vector<HCall> oldestFirst = handlesOf(id);
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    for (HCall handle : oldestFirst) {
        const HLineApp app = lines.at(handles.at(handle).line).app;
        if (app != causer && app != alsoNot)
            post(handle, MessageId::CallInfo, bits.toInt(), 0, 0);
    }
}

void Model::tellLine(HLine id, LineDevStates states, quint32 param2, quint32 param3)
{
    const LineDevStates wanted = states & lines.at(id).lineMask;
    if (wanted)
        post(id, {MessageId::LineDevState, id.handle(), 0, wanted.toInt(), param2, param3});
}

void Model::tellCallCounts(DeviceId device, quint32 addressId) // I-82
{
    for (HLine id : linesOf(device))
        tellLine(id, LineDevState::NumCalls);
    for (HLine id : linesOf(device)) {
        if (lines.at(id).addressMask.testFlag(AddressState::NumCalls))
            post(id, {MessageId::AddressState, id.handle(), 0, addressId, quint32(AddressState::NumCalls), 0});
    }
}

// ---- handles come and go -------------------------------------------------------------------------------------------

HCall Model::giveHandle(HLine line, CallId call, Privilege privilege)
{
    const HCall id{++m_lastHandle};
    handles[id] = {id, line, call, ++m_lastAge, privilege, true, {}};
    return id;
}

void Model::voidHandle(HCall id) // H-13, H-55
{
    auto &queue = apps.at(lines.at(handles.at(id).line).app).queue;
    std::erase_if(queue, [&](const QueuedMessage &queued) {
        return queued.message.device == id.handle()
            || (queued.message.id == MessageId::AppNewCall && queued.message.param2 == id.handle());
    });
    handles.erase(id);
}

void Model::release(CallId id) // H-24, V-81
{
    const Call call = calls.at(id);
    Provider &provider = providers.at(devices.at(call.device).provider);
    provider.closed[call.driver] = send(provider.id, Commands::CloseCall{targetOf(id)});
    calls.erase(id);
    std::erase_if(m_generations, [&](const auto &entry) { return entry.second.call == id; });
    if (countedAs(call) != Counted::None)
        tellCallCounts(call.device, call.info.addressId);
}

// L-23, H-29: what still was to come for this HLINE does not come any more.
void Model::forgetLine(HLine id)
{
    for (auto &[request, waiting] : pending) {
        if (waiting.line == id)
            waiting.app = {};
    }
    auto &queue = apps.at(lines.at(id).app).queue;
    std::erase_if(
        queue, [&](const QueuedMessage &queued) { return queued.message.device == id.handle() || queued.line == id; });
}

void Model::giveUpCreations(HLine id) // H-29
{
    for (auto &[request, waiting] : pending) {
        if (waiting.line != id || waiting.creates.empty())
            continue;
        for (const NewCall &call : waiting.creates)
            send(waiting.provider, Commands::CloseCall{{call.call, {}}});
        waiting.abandoned = true;
    }
}

void Model::closeLine(HLine id) // 5.2
{
    const Line line = lines.at(id);
    Device &device = devices.at(line.device);
    const bool last = linesOf(device.id).size() == 1;
    giveUpCreations(id);
    lines.at(id).lineMask = {}; // it hears nothing more, not even of the calls that go with it
    lines.at(id).addressMask = {};
    std::vector<Handle> held;
    for (const auto &[handle, record] : handles) {
        if (record.line == id)
            held.push_back(record);
    }
    std::sort(held.begin(), held.end(), [](const Handle &a, const Handle &b) { return a.age < b.age; });
    for (const Handle &handle : held) {
        const Call call = calls.at(handle.call);
        const bool owner = handle.privilege == Privilege::Owner;
        const bool sole = owner && owners(call.id) == 1 && call.state != CallState::Idle;
        voidHandle(handle.id);
        tellCounts(call.id, owner ? CallInfoState::NumOwnerDecr : CallInfoState::NumMonitors, line.app); // L-17
        if (sole && m_options.closeDropsSoleOwned && can(call, CallFeature::Drop)) {                     // L-18, A-7
            Pending &drop = begin({}, {}, device.id, {});
            send(device.provider, Commands::ActOnCall{drop.request, Commands::CallAction::Drop, targetOf(call.id)});
        }
        if (handlesOf(call.id).empty())
            release(call.id);
        else
            updateDigits(call.id);
    }
    forgetLine(id);
    lines.erase(id);
    if (last) { // L-21
        std::vector<CallId> left;
        for (const auto &[call, record] : calls) {
            if (record.device == device.id)
                left.push_back(call);
        }
        for (CallId call : left)
            release(call);
        device.closedBy = send(device.provider, Commands::CloseLine{device.driver});
        device.open = false;
        device.mediaTold = {};
        device.lineStatesTold = {};
        device.addressStatesTold = {};
        return;
    }
    updateMedia(device);
    updateStatusMessages(device);
    for (HLine other : linesOf(device.id)) { // L-22
        if (lines.at(other).app != line.app)
            tellLine(other, LineDevState::Close);
    }
}

void Model::forceClose(Device &device) // L-28
{
    if (!device.open)
        return;
    const std::vector<HLine> hit = linesOf(device.id);
    std::vector<HCall> dead;
    for (const auto &[id, handle] : handles) {
        if (lines.at(handle.line).device == device.id)
            dead.push_back(id);
    }
    for (HCall handle : dead)
        voidHandle(handle);
    for (HLine id : hit) {
        giveUpCreations(id);
        forgetLine(id);
    }
    for (HLine id : hit)
        post(id, {MessageId::Close, id.handle(), 0, 0, 0, 0}); // one per HLINE (L-29)
    for (HLine id : hit)
        lines.erase(id);
    std::vector<CallId> left;
    for (const auto &[id, call] : calls) {
        if (call.device == device.id)
            left.push_back(id);
    }
    for (CallId id : left)
        release(id);
    device.closedBy = send(device.provider, Commands::CloseLine{device.driver});
    device.open = false;
    device.mediaTold = {};
    device.lineStatesTold = {};
    device.addressStatesTold = {};
}

// ---- who comes first (P-8..P-12) -----------------------------------------------------------------------------------

HLine Model::bestLine(const Device &device, MediaMode media, const Call *restrictTo) const
{
    const auto listed = m_priorities.find(quint32(media));
    const auto rank = [&](const Line &line) {
        size_t place = 0;
        if (listed != m_priorities.end()) {
            for (const QString &module : listed->second) {
                if (module.compare(apps.at(line.app).module, Qt::CaseInsensitive) == 0)
                    return place;
                ++place;
            }
        }
        return size_t(100000);
    };
    HLine best;
    for (HLine id : linesOf(device.id)) {
        const Line &line = lines.at(id);
        if (!line.privileges.testFlag(Privilege::Owner) || !line.mediaModes.testFlag(media))
            continue;
        if (restrictTo && line.options.testFlag(OpenOption::SingleAddress)
            && line.addressId != restrictTo->info.addressId) // P-14
            continue;
        if (best.isNull() || rank(line) < rank(lines.at(best)))
            best = id;
    }
    return best;
}

HLine Model::initialOwner(const Call &call, MediaModes media) const // P-10, P-12
{
    const Device &device = devices.at(call.device);
    if (!media)
        media = MediaModes::fromInt(call.info.mediaMode);
    if (!media)
        media = MediaMode::InteractiveVoice;
    if (media.testFlag(MediaMode::Unknown)) {
        const HLine line = bestLine(device, MediaMode::Unknown, &call);
        if (!line.isNull())
            return line;
    }
    for (quint32 bit = quint32(MediaMode::InteractiveVoice); bit <= quint32(MediaMode::Video); bit <<= 1) {
        if (!media.testFlag(MediaMode(bit)))
            continue;
        const HLine line = bestLine(device, MediaMode(bit), &call);
        if (!line.isNull())
            return line;
    }
    return {};
}

} // namespace Linescope::Reference
