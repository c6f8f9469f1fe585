// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How handles and calls end (rulebook 4.2).

#include "server/features.h"
#include "server/telephonyserver_p.h"

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

Result<> TelephonyServer::lineDeallocateCall(HLineApp app, HCall call)
{
    const auto found = d->target(app, call);
    if (!found)
        return fail(found.error());
    const bool before2_0 = found->line->apiVersion < ApiVersion::V2_0; // P-32
    if (!mayDeallocate(*found->handle, *found->call, *found->line))
        return fail(LineError::InvalCallState); // P-30
    const Transaction transaction(d.get());
    if (before2_0) { // H-51
        for (Private::Pending &request : d->pending) {
            if (request.line == found->line->id && request.call == found->call->id)
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
    digitModes.remove(handle.id);
    record(
        Events::HandleVoided{handle.id, handle.call, handle.line, app, reason, idle, idle ? now - call.stateSince : 0});
}

void TelephonyServer::Private::purgeQueue(HLineApp app)
{
    entryOf(app).queue.removeIf([&](const LineMessage &message) {
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
    const DigitModes heard = digitModesOn(before);
    voidHandle(handle, reason);

    const Call &call = *world.call(handle.call);
    notifyCounts(call, app, owner ? CallInfoState::NumOwnerDecr : CallInfoState::NumMonitors);
    const bool byClose = reason != VoidReason::Deallocated;
    if (byClose && owner && before.owners == 1 && !call.isIdle() && options.closeDropsSoleOwned)
        drop(call); // L-18, A-7
    if (call.handleCount() == 0)
        releaseCall(call.id);
    else
        updateDigitMonitoring(call, heard);
}

// H-24, V-81: once per call, after the last handle, whatever its state (H-25).
void TelephonyServer::Private::releaseCall(CallId id)
{
    const Call &call = *world.call(id);
    const DeviceId device = call.device;
    const CallTarget callTarget{id, call.driver};
    const ProviderId provider = world.device(device)->provider;
    const bool counted = !unannounced.remove(id) && !call.isIdle();
    const PackedCallInfo info = call.info;
    ProviderEntry &entry = entryOf(provider);
    entry.calls.remove(callTarget.driver);
    unstated.remove(id);
    underWay.remove(id);
    send(provider, Commands::CloseCall{callTarget});
    entry.closedCalls.insert(callTarget.driver, entry.commandsSent);
    record(Events::CallReleased{id, device});
    if (counted)
        postCallCounts(device, info);
}

} // namespace Linescope
