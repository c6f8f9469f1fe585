// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conferences of SimulatorProvider. A conference is a call of its own, the bridge, which talks for its members; it
// ends when less than two of them are left.
#include "providers/simulator/simulator.h"

namespace Linescope {

using enum CallState;

void SimulatorProvider::obey(const Commands::SetupConference &command)
{
    if (command.target != CallTarget()) {
        const Ref first = at(command.target);
        const bool bridge = first.call.bridge;
        if (refuse(command.request, {check(first, Connected), bridge ? LineError::OperationFailed : LineError::None}))
            return;
    }
    const bool tooMany = command.numParties > quint32(MaxParties);
    if (refuse(command.request, {tooMany ? LineError::ConferenceFull : LineError::None, room(command.line, 2)}))
        return;
    const Ref bridge = makeBridge(command.line);
    const Ref consult = makeConsultation(bridge);
    complete({command.request, LineError::None, bridge.call.driver, consult.call.driver});
    describe(bridge.call);
    describe(consult.call);
    setState(bridge.key, bridge.call, OnHoldPendConf);
    if (command.target != CallTarget())
        join(at(command.target), bridge);
    setState(consult.key, consult.call, DialTone, quint32(DialToneMode::Normal));
}

void SimulatorProvider::obey(const Commands::PrepareAddToConference &command)
{
    const Ref bridge = at(command.conference);
    if (refuse(command.request, {checkBridge(bridge, Connected), room(bridge.key.line, 1)}))
        return;
    const Ref consult = makeConsultation(bridge);
    complete({command.request, LineError::None, consult.call.driver});
    describe(consult.call);
    setState(bridge.key, bridge.call, OnHoldPendConf);
    setState(consult.key, consult.call, DialTone, quint32(DialToneMode::Normal));
}

void SimulatorProvider::obey(const Commands::AddToConference &command)
{
    const Ref bridge = at(command.conference);
    const Ref consult = at(command.consult);
    if (refuse(command.request,
               {consult.call.bridge ? LineError::InvalCallHandle : LineError::None, // F-49
                checkBridge(bridge, CallStates(OnHoldPendConf) | OnHold),
                check(consult, CallStates(Connected) | OnHold | Proceeding | Ringback)}))
        return;
    complete(command.request);
    join(consult, bridge);
    connectCall(bridge.key, bridge.call);
}

// lineCompleteTransfer that ends in a conference of three (F-21).
void SimulatorProvider::conference(const Commands::CompleteTransfer &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {room(ref.key.line, 1)}))
        return;
    const Ref bridge = makeBridge(ref.key.line);
    complete({command.request, LineError::None, bridge.call.driver});
    describe(bridge.call);
    join(ref, bridge); // V-72
    join(at(command.consult), bridge);
    connectCall(bridge.key, bridge.call);
}

SimulatorProvider::Ref SimulatorProvider::makeBridge(DriverLine id)
{
    const CallKey key = nextKey(id);
    CallInfo info = newInfo(key, false, {});
    info.origin = quint32(CallOrigin::Conference);
    info.callStates = quint32(possibleStatesOfConference().toInt());
    SimulatedCall &call = makeCall(key, Fate::LeftAlone, false, info);
    call.bridge = true;
    return {key, call};
}

LineError SimulatorProvider::checkBridge(const Ref &bridge, CallStates possible)
{
    if (!bridge.call.bridge)
        return LineError::InvalConfCallHandle;
    if (membersOf(bridge.key).size() >= size_t(MaxParties))
        return LineError::ConferenceFull;
    return check(bridge, possible);
}

void SimulatorProvider::join(const Ref &member, const Ref &bridge)
{
    part(member.key, member.call);
    member.call.memberOf = bridge.key.number;
    member.call.guided = true;
    setState(member.key, member.call, Conferenced, bridge.call.driver.value); // V-39
}

std::vector<CallKey> SimulatorProvider::membersOf(const CallKey &bridge)
{
    std::vector<CallKey> members;
    forEachCall(bridge.line, [&](const CallKey &key, const SimulatedCall &call) {
        if (call.memberOf == bridge.number)
            members.push_back(key);
    });
    return members;
}

// A member has left, or the consultation call is gone.
void SimulatorProvider::settle(const CallKey &key)
{
    SimulatedCall *bridge = find(key);
    const SimulatedLine &at = *line(key.line);
    if (!bridge || !isActive(bridge->state) || !at.inService || partnerOf(key, *bridge))
        return;
    const bool quiet = at.connected == 0 || at.connected == key.number;
    if (membersOf(key).size() < 2)
        collapse(key, quiet && bridge->state != OnHold);
    else if (quiet && bridge->state == OnHoldPendConf)
        connectCall(key, *bridge);
}

// The one that is left goes on as a call like others.
void SimulatorProvider::collapse(const CallKey &key, bool talk)
{
    const std::vector<CallKey> left = membersOf(key);
    for (const CallKey &member : left)
        find(member)->memberOf = 0;
    follow(key, *find(key),
           {.state = Disconnected, .mode = quint32(DisconnectMode::Normal), .clears = true}); // V-21: nobody hung up
    for (const CallKey &member : left) {
        if (talk)
            connectCall(member, *find(member));
        else
            setState(member, *find(member), OnHold);
    }
}

// The bridge was dropped, and everybody with it.
void SimulatorProvider::dismissMembers(const CallKey &bridge)
{
    for (const CallKey &member : membersOf(bridge)) {
        SimulatedCall &call = *find(member);
        call.memberOf = 0;
        drop(member, call);
    }
}

} // namespace Linescope
