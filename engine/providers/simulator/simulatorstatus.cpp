// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine has SimulatorProvider write into a call's record, and what it wants to hear of lines.
#include "providers/simulator/simulator.h"

namespace Linescope {

using enum CallState;

namespace {

constexpr Microseconds EchoTime = 200_ms; // until the far end sends its own user-user information
constexpr Microseconds RingTime = 4_s;    // from one ring to the next
constexpr quint32 RingMode = 1;

} // namespace

// ---- the call's record ----

void SimulatorProvider::obey(const Commands::SetCallData &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {check(ref, ~CallStates(Idle))}))
        return;
    complete(command.request);
    CallInfo info = ref.call.info.unpack();
    info.callData = command.data;
    setInfo(ref.key, ref.call, info, CallInfoState::CallData); // V-48
}

// The far end sends back what it gets. As long as that has not been read nothing else can come.
void SimulatorProvider::obey(const Commands::SendUserUserInfo &command)
{
    const Ref ref = at(command.target);
    if (refuse(command.request, {check(ref, CallStates(Connected) | Offering | Accepted | Ringback)}))
        return;
    complete(command.request);
    later(EchoTime, [this, key = ref.key, data = command.data] {
        SimulatedCall *call = find(key);
        if (!call || call->state == Idle)
            return;
        CallInfo info = call->info.unpack();
        if (info.userUserInfo.isEmpty())
            info.userUserInfo = data;
        setInfo(key, *call, info);
    });
}

void SimulatorProvider::take(const Commands::SetAppSpecific &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    if (!call || call->state == Idle) // V-45
        return;
    CallInfo info = call->info.unpack();
    info.appSpecific = command.appSpecific;
    setInfo(key, *call, info, CallInfoState::AppSpecific); // V-47
}

void SimulatorProvider::take(const Commands::SetMediaMode &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    if (!call || call->state == Idle)
        return;
    CallInfo info = call->info.unpack();
    info.mediaMode = quint32(command.mediaModes.toInt());
    setInfo(key, *call, info);
}

// ---- the line ----

void SimulatorProvider::take(const Commands::SetStatusMessages &command)
{
    SimulatedLine *changed = line(command.line);
    if (!changed || changed->open != SimulatedLine::Open::Yes)
        return;
    changed->asked = command.lineStates;
    changed->askedOfAddress = command.addressStates;
    updateRinging(command.line);
}

// Whether a call rings that the engine knows of (V-42).
bool SimulatorProvider::shouldRing(DriverLine id)
{
    const SimulatedLine &at = *line(id);
    if (!at.asked.testFlag(LineDevState::Ringing) || at.open != SimulatedLine::Open::Yes)
        return false;
    bool rings = false;
    forEachCall(id, [&](const CallKey &, const SimulatedCall &call) {
        rings = rings || (!call.driver.isNull() && (call.state == Offering || call.state == Accepted));
    });
    return rings;
}

void SimulatorProvider::updateRinging(DriverLine id)
{
    SimulatedLine &at = *line(id);
    const bool rings = shouldRing(id);
    if (at.rings == rings)
        return;
    at.rings = rings;
    ++at.ringing;
    if (rings)
        ring(id, at.ringing, 0);
}

void SimulatorProvider::ring(DriverLine id, quint32 ringing, quint32 count) // V-41
{
    const SimulatedLine *at = line(id);
    if (!at || at->ringing != ringing || at->open != SimulatedLine::Open::Yes)
        return;
    report(Reports::LineDevState{id, LineDevState::Ringing, RingMode, count});
    later(RingTime, [=, this] { ring(id, ringing, count + 1); });
}

// Counts the calls that occupy the line. To others it is in use or it is not.
void SimulatorProvider::occupy(DriverLine id, int more)
{
    SimulatedLine &at = *line(id);
    const bool wasInUse = at.active > 0;
    at.active += more;
    const bool inUse = at.active > 0;
    const AddressState told = inUse ? AddressState::InUseOne : AddressState::InUseZero;
    if (inUse != wasInUse && at.askedOfAddress.testFlag(told) && at.open == SimulatedLine::Open::Yes)
        report(Reports::AddressState{id, 0, told});
}

} // namespace Linescope
