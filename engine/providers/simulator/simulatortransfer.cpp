// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holding and transfer of SimulatorProvider. As on a real telephone one call of a line talks: a call that waits for a
// consultation call is its partner, and comes back when that one goes (F-10).
#include "providers/simulator/dialstring.h"
#include "providers/simulator/simulator.h"

namespace Linescope {

using enum CallState;

namespace {

Party farEndOf(const SimulatedCall &call)
{
    const CallInfo info = call.info.unpack();
    return call.inbound ? Party{info.callerId, info.callerIdName} : Party{info.calledId, info.calledIdName};
}

// A conference has no far end that could be sent anywhere.
LineError checkFarEnd(const SimulatedCall &call) { return call.bridge ? LineError::OperationFailed : LineError::None; }

LineError checkTarget(const QString &address)
{
    return address.isEmpty() || moreDigitsFollow(address) ? LineError::InvalAddress : LineError::None;
}

} // namespace

void SimulatorProvider::obey(const Commands::SwapHold &command)
{
    const Ref active = at(command.target);
    const Ref held = at(command.held);
    if (refuse(command.request,
               {check(active, Connected), check(held, CallStates(OnHold) | OnHoldPendTransfer | OnHoldPendConf)}))
        return;
    complete(command.request);
    active.call.guided = held.call.guided = true;
    const bool partners = partnerOf(held.key, held.call) == &active.call;
    setState(active.key, active.call, partners ? held.call.state : OnHold); // F-19
    connectCall(held.key, held.call);
}

// ---- the consultation call ----

// Off hook, and waiting for digits.
SimulatorProvider::Ref SimulatorProvider::makeConsultation(const Ref &waiting)
{
    const CallKey key = nextKey(waiting.key.line);
    CallInfo info = newInfo(key, false, {});
    info.relatedCallId = waiting.key.number;
    SimulatedCall &call = makeCall(key, Fate::NoDigits, false, info);
    call.partner = waiting.key.number;
    waiting.call.partner = key.number;
    waiting.call.guided = true;
    return {key, call};
}

void SimulatorProvider::obey(const Commands::SetupTransfer &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {check(ref, Connected), checkFarEnd(ref.call), room(ref.key.line, 1)}))
        return;
    const Ref consult = makeConsultation(ref);
    complete({command.request, LineError::None, consult.call.driver});
    describe(consult.call);
    setState(ref.key, ref.call, OnHoldPendTransfer);
    setState(consult.key, consult.call, DialTone, quint32(DialToneMode::Normal));
}

// The other one of the two, while each names the other.
SimulatedCall *SimulatorProvider::partnerOf(const CallKey &key, const SimulatedCall &call)
{
    SimulatedCall *partner = call.partner == 0 ? nullptr : find({key.line, call.partner});
    return partner && partner->partner == key.number ? partner : nullptr;
}

// They have nothing to do with each other any more.
void SimulatorProvider::part(const CallKey &key, SimulatedCall &call)
{
    if (SimulatedCall *partner = partnerOf(key, call))
        partner->partner = 0;
    call.partner = 0;
}

// Its consultation call, or the call that it was made for, has gone.
void SimulatorProvider::resumePartner(const CallKey &gone, quint32 partner)
{
    const CallKey key{gone.line, partner};
    SimulatedCall *call = find(key);
    if (!call || call->partner != gone.number)
        return;
    call->partner = 0;
    const SimulatedLine &at = *line(key.line);
    if (call->bridge)
        settle(key);
    else if (isPending(call->state) && at.connected == 0 && at.inService)
        connectCall(key, *call);
}

// The consultation call, the younger of the two, is given up (F-18, F-51), unless it is that one which comes back after
// a swap.
void SimulatorProvider::unhold(const CallKey &key, SimulatedCall &call)
{
    const CallKey partnerKey{key.line, call.partner};
    const bool pending = isPending(call.state);
    SimulatedCall *partner = pending ? partnerOf(key, call) : nullptr;
    if (partner && call.partner < key.number) {
        if (partner->state == Connected)
            setState(partnerKey, *partner, call.state);
    } else if (partner) {
        part(key, call);
        drop(partnerKey, *partner);
    }
    if (pending && call.bridge && membersOf(key).size() < 2)
        collapse(key, true);
    else
        connectCall(key, call);
}

// ---- the far end goes elsewhere ----

void SimulatorProvider::obey(const Commands::CompleteTransfer &command)
{
    const Ref ref = at(command.target);
    const Ref consult = at(command.consult);
    const bool busy = command.mode == TransferMode::Conference && consult.call.state == Busy;
    if (refuse(command.request,
               {check(ref, CallStates(OnHold) | OnHoldPendTransfer),
                check(consult, CallStates(Connected) | Ringback | Busy | Proceeding), checkFarEnd(ref.call),
                checkFarEnd(consult.call), busy ? LineError::OperationFailed : LineError::None}))
        return;
    if (command.mode == TransferMode::Conference)
        return conference(command);
    complete(command.request);
    transfer(ref, consult);
}

void SimulatorProvider::transfer(const Ref &ref, const Ref &consult)
{
    part(ref.key, ref.call);
    part(consult.key, consult.call);
    const Party other = farEndOf(consult.call);
    CallInfo info = ref.call.info.unpack();
    info.redirectionId = other.number;
    info.redirectionIdFlags = quint32(other.number.isEmpty() ? PartyIdFlag::Unknown : PartyIdFlag::Address);
    setInfo(ref.key, ref.call, info);
    setState(ref.key, ref.call, Idle); // V-72
    setState(consult.key, consult.call, Idle);
}

void SimulatorProvider::obey(const Commands::BlindTransfer &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {checkTarget(command.destAddress), check(ref, Connected), checkFarEnd(ref.call)}))
        return;
    complete(command.request);
    sendOn(ref, command.destAddress, CallReason::Transfer);
}

void SimulatorProvider::obey(const Commands::Redirect &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {checkTarget(command.destAddress), check(ref, Offering)}))
        return;
    complete(command.request);
    sendOn(ref, command.destAddress, CallReason::Redirect);
}

// The far end goes to that address, which may be another line of the simulator's.
void SimulatorProvider::sendOn(const Ref &ref, const QString &address, CallReason reason)
{
    CallInfo info = ref.call.info.unpack();
    info.redirectionId = address;
    info.redirectionIdFlags = quint32(PartyIdFlag::Address);
    setInfo(ref.key, ref.call, info);
    setState(ref.key, ref.call, Idle);

    const DriverLine to = lineOfNumber(address);
    if (to.isNull() || !line(to)->inService || line(to)->active >= MaxActiveCalls)
        return;
    const CallKey key = nextKey(to);
    const Party sender = stationOf(ref.key.line);
    CallInfo sent = newInfo(key, true, farEndOf(ref.call));
    sent.reason = quint32(reason);
    sent.relatedCallId = ref.key.number;
    sent.redirectingId = sender.number;
    sent.redirectingIdName = sender.name;
    sent.redirectingIdFlags = quint32(PartyIdFlag::Address) | quint32(PartyIdFlag::Name);
    sent.callData = info.callData;
    sent.group = info.group;
    offer(key, randomFor(key), Fate::LeftAlone, sent);
}

} // namespace Linescope
