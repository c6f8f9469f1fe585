// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests on calls, their completion, and how handles and calls end (rulebook 4 and 7).

#include "server/features.h"
#include "server/telephonyserver_p.h"

#include <QtAlgorithms>

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;
using Commands::CallAction;

namespace {

template<class RequestType, class... All>
constexpr size_t indexIn(const std::variant<All...> *)
{
    size_t index = 0;
    bool found = false;
    ((found = found || std::is_same_v<RequestType, All>, index += found ? 0 : 1), ...);
    return index;
}

template<class RequestType>
constexpr size_t functionIndex = indexIn<RequestType>(static_cast<const Request *>(nullptr));

// Enough for what may be on its way when a whole line closes.
constexpr qsizetype rememberedClosedCalls = 65'536;

CallFeature featureOf(CallAction action)
{
    switch (action) {
    case CallAction::Accept:
        return CallFeature::Accept;
    case CallAction::Answer:
        return CallFeature::Answer;
    case CallAction::Drop:
        return CallFeature::Drop;
    case CallAction::Hold:
        return CallFeature::Hold;
    case CallAction::Unhold:
        return CallFeature::Unhold;
    case CallAction::SecureCall:
        return CallFeature::SecureCall;
    case CallAction::RemoveFromConference:
        return CallFeature::RemoveFromConf;
    case CallAction::ReleaseUserUserInfo:
        return CallFeature::ReleaseUserUserInfo;
    }
    Q_UNREACHABLE();
    return {};
}

bool isDialable(const QString &address)
{
    return address.size() <= 256
        && std::none_of(address.begin(), address.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

// ---- requests ----

Result<PendingCall> TelephonyServer::lineMakeCall(HLineApp app, HLine line, const QString &destAddress,
                                                  const CallParams &params)
{
    return d->makeCall(app, {line, destAddress, params});
}

Result<PendingCall> TelephonyServer::Private::makeCall(HLineApp app, const Requests::MakeCall &request)
{
    if (lastApp == 0)
        return fail(LineError::Uninitialized);
    const Line *line = lineOf(app, request.line);
    if (!line)
        return fail(LineError::InvalLineHandle);
    const Device &device = *world.device(line->device);
    if (!isDialable(request.destAddress))
        return fail(LineError::InvalAddress);
    if (request.params.addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    if (!request.params.mediaModes || (request.params.mediaModes & ~device.info.mediaModes))
        return fail(LineError::InvalMediaMode);
    if (qPopulationCount(quint32(request.params.bearerMode.toInt())) != 1)
        return fail(LineError::InvalBearerMode); // a call has one
    if (!device.info.inService)
        return fail(LineError::InvalLineState); // V-67
    if (!entryOf(device.provider).abilities.addressFeatures.testFlag(AddressFeature::MakeCall))
        return fail(LineError::OperationUnavail);

    const Transaction transaction(this);
    Pending entry;
    entry.function = functionIndex<Requests::MakeCall>;
    entry.app = app;
    entry.line = line->id;
    entry.device = device.id;
    entry.call = {++lastCall};
    entry.handle = {++lastHandle};
    entry.makeCall = std::make_shared<const Requests::MakeCall>(request);
    const ProviderId provider = device.provider;
    const DriverLine driver = device.driver;
    const RequestId id = addPending(entry);
    send(provider, Commands::MakeCall{id, driver, entry.call, request.params.addressId, request.destAddress});
    return PendingCall{id, entry.handle};
}

Result<RequestId> TelephonyServer::lineAccept(HLineApp app, HCall call)
{
    return d->act(app, call, functionIndex<Requests::Accept>, CallAction::Accept);
}

Result<RequestId> TelephonyServer::lineAnswer(HLineApp app, HCall call)
{
    return d->act(app, call, functionIndex<Requests::Answer>, CallAction::Answer);
}

Result<RequestId> TelephonyServer::lineDrop(HLineApp app, HCall call)
{
    return d->act(app, call, functionIndex<Requests::Drop>, CallAction::Drop);
}

Result<RequestId> TelephonyServer::lineHold(HLineApp app, HCall call)
{
    return d->act(app, call, functionIndex<Requests::Hold>, CallAction::Hold);
}

Result<RequestId> TelephonyServer::lineUnhold(HLineApp app, HCall call)
{
    return d->act(app, call, functionIndex<Requests::Unhold>, CallAction::Unhold);
}

Result<RequestId> TelephonyServer::Private::act(HLineApp app, HCall handle, size_t function, CallAction action)
{
    const Result<Target> found = target(app, handle);
    if (!found)
        return fail(found.error());
    const Call &call = *found->call;
    if (found->handle->privilege != Privilege::Owner)
        return fail(LineError::NotOwner); // P-1, F-40
    if (!stateAllows(featureOf(action), call))
        return fail(LineError::InvalCallState);
    const ProviderId provider = world.device(call.device)->provider;
    if (!entryOf(provider).abilities.callFeatures.testFlag(featureOf(action)))
        return fail(LineError::OperationUnavail); // E-4

    const Transaction transaction(this);
    Pending entry;
    entry.function = function;
    entry.app = app;
    entry.line = found->line->id;
    entry.device = call.device;
    entry.call = call.id;
    const CallTarget callTarget{call.id, call.driver};
    const RequestId id = addPending(std::move(entry));
    send(provider, Commands::ActOnCall{id, action, callTarget});
    return id;
}

RequestId TelephonyServer::Private::addPending(Pending entry)
{
    const RequestId id{++lastRequest};
    pending.insert(id, std::move(entry));
    return id;
}

void TelephonyServer::Private::drop(const Call &call)
{
    const ProviderId provider = world.device(call.device)->provider;
    if (!entryOf(provider).abilities.callFeatures.testFlag(CallFeature::Drop))
        return;
    Pending entry;
    entry.device = call.device;
    entry.call = call.id;
    const CallTarget callTarget{call.id, call.driver};
    send(provider, Commands::ActOnCall{addPending(std::move(entry)), CallAction::Drop, callTarget});
}

// ---- completion ----

void TelephonyServer::Private::complete(ProviderId provider, const Reports::Completion &report)
{
    const auto found = pending.constFind(report.request);
    if (found == pending.constEnd() || world.device(found->device)->provider != provider) {
        raise("V-1", Severity::Violation, shortName(provider),
              tr("Request %1 was completed, but none of that number is pending.").arg(report.request.value));
        return;
    }
    const Pending request = *found;
    pending.erase(found);
    if (request.makeCall) {
        completeMakeCall(provider, report.request, request, report);
        return;
    }
    const bool claims = request.function
            == functionIndex<Requests::Accept> || request.function == functionIndex<Requests::Answer>;
    const Call *call = world.call(request.call);
    const App *app = world.app(request.app);
    if (claims && call && app && report.result == LineError::None
        && call->info.text(&CallInfo::appName).isEmpty()) { // F-69
        CallInfo info = call->info.unpack();
        info.appName = app->name;
        record(Events::CallInfo{call->id, CallInfoState::Other, PackedCallInfo(info)});
    }
    reply(request, report.request, report.result);
}

void TelephonyServer::Private::reply(const Pending &request, RequestId id, LineError result)
{
    const auto app = apps.find(request.app);
    if (request.abandoned || app == apps.end())
        return;
    app->replied.insert(id.value, request.line);
    post(request.app, {MessageId::Reply, 0, 0, id.value, quint32(result), 0});
}

// M-40: the reply comes first, then everything else about the call.
void TelephonyServer::Private::completeMakeCall(ProviderId provider, RequestId id, const Pending &request,
                                                const Reports::Completion &report)
{
    ProviderEntry &entry = entryOf(provider);
    LineError result = report.result;
    if (result == LineError::None && (report.call.isNull() || entry.calls.contains(report.call))) {
        raise(report.call.isNull() ? "V-22" : "V-25", Severity::Violation, shortName(provider),
              tr("A new call was completed without a name of its own."));
        result = LineError::OperationFailed;
    } else if (result == LineError::None && request.abandoned) {
        if (!deviceEntry(request.device).lines.empty()) // V-82: it went with its line otherwise
            send(provider, Commands::CloseCall{{request.call, report.call}});
        return;
    }
    if (result != LineError::None) {                                  // O-13
        if (options.closeCallAfterFailedCreate && !request.abandoned)
            send(provider, Commands::CloseCall{{request.call, report.call}});
        reply(request, id, result);
        return;
    }
    const CallParams &params = request.makeCall->params;
    CallInfo info;
    info.addressId = params.addressId;
    info.mediaMode = params.mediaModes.toInt();
    info.bearerMode = params.bearerMode.toInt();
    info.callParamFlags = params.flags.toInt();
    info.origin = quint32(CallOrigin::Outbound);
    info.reason = quint32(CallReason::Direct);
    info.calledId = request.makeCall->destAddress;
    info.calledIdFlags = quint32(info.calledId.isEmpty() ? PartyIdFlag::Unknown : PartyIdFlag::Address);
    info.appName = world.app(request.app)->name;
    info.displayableAddress = params.displayableAddress;
    info.calledParty = params.calledParty;
    info.comment = params.comment;
    entry.calls.insert(report.call, request.call);
    record(Events::CallCreated{request.call, request.device, report.call, 0, PackedCallInfo(info)});
    record(Events::HandleCreated{request.handle, request.call, request.line, request.app, Privilege::Owner,
                                 World::bytesPerHandle()}); // P-9
    quiet.insert(request.handle);
    reply(request, id, LineError::None);
    announceCreatedCall(request.call);
}

// ---- the end of handles and calls ----

Result<> TelephonyServer::lineDeallocateCall(HLineApp app, HCall call)
{
    const auto found = d->target(app, call);
    if (!found)
        return fail(found.error());
    const bool soleOwner = found->handle->privilege == Privilege::Owner && found->call->owners == 1;
    const bool before2_0 = found->line->apiVersion < ApiVersion::V2_0; // P-32
    if (before2_0 && soleOwner && !found->call->isIdle())
        return fail(LineError::InvalCallState); // P-30
    const Transaction transaction(d.get());
    if (before2_0) { // H-51
        for (Private::Pending &request : d->pending) {
            if (request.app == app && request.call == found->call->id)
                request.abandoned = true;
        }
    }
    d->release(call, VoidReason::Deallocated);
    d->purgeQueue(app);
    return {};
}

void TelephonyServer::Private::voidHandle(const Handle &handle, VoidReason reason)
{
    const Call &call = world.calls().at(handle.callSlot);
    const HLineApp app = world.line(handle.line)->app;
    const bool idle = call.isIdle();
    quiet.remove(handle.id);
    record(
        Events::HandleVoided{handle.id, handle.call, handle.line, app, reason, idle, idle ? now - call.stateSince : 0});
}

void TelephonyServer::Private::purgeQueue(HLineApp app)
{
    apps[app].queue.removeIf([&](const LineMessage &message) {
        const quint32 handle = message.id == MessageId::AppNewCall ? message.param2 : message.device;
        const HCall call = HCall::fromHandle(handle);
        return !call.isNull() && !world.handles().contains(call);
    });
}

void TelephonyServer::Private::release(HCall id, VoidReason reason)
{
    const Handle handle = *world.handle(id);
    const Call before = *world.call(handle.call);
    const HLineApp app = world.line(handle.line)->app;
    const bool owner = handle.privilege == Privilege::Owner;
    voidHandle(handle, reason);

    const Call &call = *world.call(handle.call);
    notifyCounts(call, app, owner ? CallInfoState::NumOwnerDecr : CallInfoState::NumMonitors);
    const bool byClose = reason != VoidReason::Deallocated;
    if (byClose && owner && before.owners == 1 && !call.isIdle() && options.closeDropsSoleOwned)
        drop(call); // L-18, A-7
    if (call.handleCount() == 0)
        releaseCall(call.id);
}

// H-24, V-81: once per call, after the last handle, whatever its state (H-25).
void TelephonyServer::Private::releaseCall(CallId id)
{
    const Call &call = *world.call(id);
    const DeviceId device = call.device;
    const CallTarget callTarget{id, call.driver};
    const ProviderId provider = world.device(device)->provider;
    ProviderEntry &entry = entryOf(provider);
    entry.calls.remove(callTarget.driver);
    unannounced.remove(id);
    send(provider, Commands::CloseCall{callTarget});
    if (entry.closedCalls.size() >= 8192) // what may still be on its way is far younger
        entry.closedCalls.removeIf([&](const auto &closed) { return *closed + 4096 < entry.commandsSent; });
    entry.closedCalls.insert(callTarget.driver, entry.commandsSent);
    if (entry.closedCalls.size() > 2 * rememberedClosedCalls) { // nothing grows for ever
        const quint64 oldest = entry.commandsSent - rememberedClosedCalls;
        entry.closedCalls.removeIf([oldest](const auto &closed) { return *closed < oldest; });
    }
    record(Events::CallReleased{id, device});
}

} // namespace Linescope
