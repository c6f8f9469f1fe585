// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where calls wait outside of lines, or go to another one: parking, pickup, call completion of SimulatorProvider.
#include "providers/simulator/simulator.h"

#include <algorithm>

namespace Linescope {

using enum CallState;
using namespace Qt::StringLiterals;

namespace {

constexpr Microseconds PatienceInOrbit = 300_s;
constexpr QStringView PickupGroup = u"1"; // all lines

} // namespace

// ---- parking ----

Result<QString> SimulatorProvider::orbitFor(const Commands::Park &command) const
{
    for (int number = FirstOrbit; number <= LastOrbit; ++number) {
        const QString orbit = QString::number(number);
        const bool taken = m_parked.contains(orbit);
        if (command.mode == ParkMode::NonDirected && !taken)
            return orbit;
        if (command.mode == ParkMode::Directed && orbit == command.dirAddress)
            return taken ? Result<QString>(fail(LineError::ResourceUnavail)) : orbit;
    }
    return fail(command.mode == ParkMode::Directed ? LineError::InvalAddress : LineError::ResourceUnavail);
}

void SimulatorProvider::obey(const Commands::Park &command)
{
    const Ref ref = at(command.target);
    const Result<QString> orbit = orbitFor(command);
    if (refuse(command.request,
               {orbit ? LineError::None : orbit.error(), check(ref, Connected),
                ref.call.bridge ? LineError::OperationFailed : LineError::None}))
        return;
    complete({.request = command.request, .parkAddress = command.mode == ParkMode::NonDirected ? *orbit : QString()});
    CallInfo info = ref.call.info.unpack();
    m_parked[*orbit] = {ref.call.info, ref.call.inbound, ref.key.number};
    later(PatienceInOrbit, [this, orbit = *orbit, number = ref.key.number] {
        const auto parked = m_parked.find(orbit);
        if (m_automatic && parked != m_parked.end() && parked->second.number == number)
            m_parked.erase(parked);
    });
    info.redirectionId = *orbit;
    info.redirectionIdFlags = quint32(PartyIdFlag::Address);
    setInfo(ref.key, ref.call, info);
    setState(ref.key, ref.call, Idle);
}

void SimulatorProvider::obey(const Commands::Unpark &command)
{
    const auto parked = m_parked.find(command.destAddress);
    if (refuse(command.request,
               {room(command.line, 1), parked == m_parked.end() ? LineError::InvalAddress : LineError::None}))
        return;
    const Parked found = m_parked.extract(parked).mapped();
    const CallKey key = nextKey(command.line); // V-73: a call of its own
    SimulatedCall &call = makeCall(key, Fate::Answered, found.inbound,
                                   takenOver(key, found.info.unpack(), found.inbound, CallReason::Unpark));
    complete({command.request, LineError::None, call.driver});
    describe(call);
    connectCall(key, call);
}

// What is known of a call when it goes on as another one, at this line's station.
CallInfo SimulatorProvider::takenOver(const CallKey &key, const CallInfo &from, bool inbound, CallReason reason) const
{
    const Party far = inbound ? Party{from.callerId, from.callerIdName} : Party{from.calledId, from.calledIdName};
    CallInfo info = newInfo(key, inbound, far);
    if (inbound) { // I-45: who was called, and I-46: who was reached
        info.connectedId = info.calledId;
        info.connectedIdName = info.calledIdName;
        info.connectedIdFlags = info.calledIdFlags;
        info.calledId = from.calledId;
        info.calledIdName = from.calledIdName;
        info.calledIdFlags = from.calledIdFlags;
    }
    info.reason = quint32(reason);
    info.relatedCallId = from.callId;
    info.callData = from.callData;
    info.group = from.group;
    return info;
}

// ---- pickup ----

// The call that has been ringing longest.
Result<CallKey> SimulatorProvider::ringingCall(DriverLine own, const Commands::PickupSource &from)
{
    if (!from.groupId.isEmpty() && from.groupId != PickupGroup)
        return fail(LineError::InvalGroupId);
    const bool group = from.destAddress.isEmpty() && !from.groupId.isEmpty();
    const DriverLine at = from.destAddress.isEmpty() ? own : lineOfNumber(from.destAddress); // own: call waiting
    if (at.isNull())
        return fail(LineError::InvalAddress);
    const CallKey *longest = nullptr;
    for (const auto &[key, call] : m_calls) {
        const bool rings = call.state == Offering || call.state == Accepted;
        if (rings && (group || key.line == at) && (!longest || key.number < longest->number))
            longest = &key;
    }
    return longest ? Result<CallKey>(*longest) : fail(LineError::OperationFailed);
}

void SimulatorProvider::obey(const Commands::Pickup &command)
{
    const Result<CallKey> ringing = ringingCall(command.line, *command.from);
    if (refuse(command.request, {room(command.line, 1), ringing ? LineError::None : ringing.error()}))
        return;
    SimulatedCall &rung = *find(*ringing);
    const CallKey key = nextKey(command.line); // V-73
    CallInfo info = takenOver(key, rung.info.unpack(), true, CallReason::Pickup);
    const Party own = stationOf(command.line);
    SimulatedCall &call = makeCall(key, Fate::LeftAlone, true, info);
    complete({command.request, LineError::None, call.driver});
    describe(call);
    info = rung.info.unpack();
    info.redirectionId = own.number;
    info.redirectionIdName = own.name;
    info.redirectionIdFlags = quint32(PartyIdFlag::Address) | quint32(PartyIdFlag::Name);
    setInfo(*ringing, rung, info);
    follow(*ringing, rung, {.state = Disconnected, .mode = quint32(DisconnectMode::Pickup), .clears = true});
    connectCall(key, call);
}

// ---- call completion ----

// The called party calls back when it is free, or the caller camps on it until then: both are told by a new call.
void SimulatorProvider::obey(const Commands::CompleteCall &command)
{
    const Ref ref = at(command.target);
    const bool possible = command.mode == CallComplMode::CampOn || command.mode == CallComplMode::CallBack;
    if (refuse(command.request,
               {possible ? LineError::None : LineError::OperationUnavail, check(ref, CallStates(Busy) | Ringback),
                m_completions >= MaxCompletions ? LineError::CompletionOverrun : LineError::None}))
        return;
    complete(command.request);
    ++m_completions;
    later(ref.call.random.between(20_s, 40_s),
          [this, id = ref.key.line, info = ref.call.info.unpack(), completion = ++m_lastCompletion] {
              callBack(id, info, completion);
          });
}

void SimulatorProvider::callBack(DriverLine id, const CallInfo &waited, quint32 completion)
{
    --m_completions;
    const SimulatedLine *to = line(id);
    if (!to || !to->inService || to->active >= MaxActiveCalls)
        return;
    const CallKey key = nextKey(id);
    CallInfo info = newInfo(key, true, {waited.calledId, waited.calledIdName});
    info.reason = quint32(CallReason::CallCompletion);
    info.completionId = completion;
    info.relatedCallId = waited.callId;
    info.group = waited.group;
    offer(key, randomFor(key), Fate::LeftAlone, info);
}

} // namespace Linescope
