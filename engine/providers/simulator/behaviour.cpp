// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/behaviour.h"

namespace Linescope {

namespace {

constexpr Microseconds DigitTime = 15_s; // the switch waits for a digit

// Modes newer than TAPI 1.4 are not used: any version can be negotiated on a line (S-52).
template<class Mode>
Step step(Microseconds after, CallState state, Mode mode, quint32 cause = 0)
{
    return {after, state, quint32(mode), cause};
}

Step disconnected(Microseconds after, DisconnectMode mode, quint32 cause = 0)
{
    return step(after, CallState::Disconnected, mode, cause);
}

Step connected(Microseconds after) { return step(after, CallState::Connected, ConnectedMode::Active); }

Step callerGivesUp(LineStyle style, Microseconds after)
{
    if (style == LineStyle::ClearsItself)
        return {after, CallState::Idle, 0, 16}; // S-26
    return disconnected(after, DisconnectMode::Normal, 16);
}

Step whileOffering(SimulatedCall &call, LineStyle style)
{
    Random &random = call.random;
    if (!call.guided && call.fate == Fate::Answered)
        return connected(random.between(3_s, 9_s));
    if (!call.guided && call.fate == Fate::Rejected)
        return disconnected(random.between(2_s, 6_s), DisconnectMode::Reject, 21);
    if (!call.guided && call.fate == Fate::Missed)
        return callerGivesUp(style, random.between(1_s, 10_s));
    return callerGivesUp(style, random.between(25_s, 40_s));
}

Step whileProceeding(SimulatedCall &call)
{
    const Microseconds after = call.random.between(500_ms, 2_s);
    switch (call.fate) {
    case Fate::Busy:
        return step(after, CallState::Busy, BusyMode::Station, 17);
    case Fate::Failure:
        return step(after, CallState::SpecialInfo, SpecialInfoMode::NoCircuit, 34);
    case Fate::Rejected:
        return disconnected(after, DisconnectMode::Reject, 21);
    case Fate::LeftAlone:
    case Fate::Missed:
    case Fate::Answered:
    case Fate::NoAnswer:
    case Fate::NoDigits:
        break;
    }
    return {after, CallState::Ringback};
}

std::optional<Step> whileRinging(SimulatedCall &call, bool people)
{
    if (call.fate == Fate::NoAnswer)
        return disconnected(call.random.between(20_s, 30_s), DisconnectMode::NoAnswer, 18);
    if (people)
        return connected(call.random.between(2_s, 8_s));
    return {};
}

Step whileConnected(SimulatedCall &call)
{
    Random &random = call.random;
    const Microseconds talk = 3_s + random.exponential(40_s);
    if (!call.guided && random.percent(20))
        return {talk / 2, CallState::OnHold};
    Step end = disconnected(talk, DisconnectMode::Normal, 16);
    end.clears = !call.guided && random.percent(40);
    return end;
}

Step whileOnHold(SimulatedCall &call)
{
    Random &random = call.random;
    if (!call.guided && random.percent(75))
        return connected(random.between(5_s, 30_s));
    return disconnected(random.between(30_s, 180_s), DisconnectMode::Normal, 16);
}

Step whileDisconnected(SimulatedCall &call, LineStyle style)
{
    switch (style) {
    case LineStyle::ClearsItself:
        return {200_ms, CallState::Idle};
    case LineStyle::LeavesStanding:
        return {300_s, CallState::Idle};
    case LineStyle::ClearsSlowly:
        break;
    }
    return {call.random.between(4_s, 8_s), CallState::Idle};
}

Step whileDialTone(SimulatedCall &call)
{
    if (call.fate == Fate::NoDigits)
        return disconnected(DigitTime, DisconnectMode::BadAddress, 28);
    return {call.random.between(300_ms, 800_ms), CallState::Dialing};
}

Step whileDialing(SimulatedCall &call)
{
    if (call.moreDigits)
        return disconnected(DigitTime, DisconnectMode::BadAddress, 28);
    return {call.random.between(500_ms, 2_s), CallState::Proceeding};
}

// The far end of a call that waits, or of a member of a conference, which is not held up by the others.
Step whileWaiting(SimulatedCall &call)
{
    return disconnected(call.random.between(30_s, 180_s), DisconnectMode::Normal, 16);
}

} // namespace

std::optional<Step> nextStep(SimulatedCall &call, LineStyle style, bool people)
{
    if (call.bridge) // ends with its members
        return {};
    switch (call.state) {
    case CallState::Offering:
    case CallState::Accepted:
        return people ? std::optional(whileOffering(call, style)) : std::nullopt;
    case CallState::DialTone:
        return whileDialTone(call);
    case CallState::Dialing:
        return whileDialing(call);
    case CallState::Proceeding:
        return whileProceeding(call);
    case CallState::Ringback:
        return whileRinging(call, people);
    case CallState::Busy:
        return disconnected(call.random.between(3_s, 6_s), DisconnectMode::Busy);
    case CallState::SpecialInfo:
        return disconnected(call.random.between(3_s, 5_s), DisconnectMode::Congestion);
    case CallState::Connected:
        return people ? std::optional(whileConnected(call)) : std::nullopt;
    case CallState::OnHold:
        return people ? std::optional(whileOnHold(call)) : std::nullopt;
    case CallState::Disconnected:
        return whileDisconnected(call, style);
    case CallState::Conferenced:
    case CallState::OnHoldPendConf:
    case CallState::OnHoldPendTransfer:
        return people ? std::optional(whileWaiting(call)) : std::nullopt;
    case CallState::Unknown:
    case CallState::Idle:
        break;
    }
    return {};
}

std::optional<Step> remoteHangUp(const SimulatedCall &call, LineStyle style)
{
    if (call.bridge)
        return {};
    switch (call.state) {
    case CallState::Offering:
    case CallState::Accepted:
        return callerGivesUp(style, 0);
    case CallState::Busy:
        return disconnected(0, DisconnectMode::Busy);
    case CallState::SpecialInfo:
        return disconnected(0, DisconnectMode::Congestion);
    case CallState::DialTone:
    case CallState::Dialing:
    case CallState::Proceeding:
    case CallState::Ringback:
        return disconnected(0, DisconnectMode::Reject, 21);
    case CallState::Disconnected:
    case CallState::Unknown:
    case CallState::Idle:
        return {};
    case CallState::Connected:
    case CallState::OnHold:
    case CallState::Conferenced:
    case CallState::OnHoldPendConf:
    case CallState::OnHoldPendTransfer:
        break;
    }
    return disconnected(0, DisconnectMode::Normal, 16);
}

CallStates possibleStates(bool inbound)
{
    using enum CallState;
    const CallStates both = CallStates(Connected) | OnHold | Conferenced | OnHoldPendConf | OnHoldPendTransfer
        | Disconnected | Idle;
    return both
        | (inbound ? CallStates(Offering) | Accepted
                   : CallStates(DialTone) | Dialing | Proceeding | Ringback | Busy | SpecialInfo);
}

CallStates possibleStatesOfConference()
{
    using enum CallState;
    return CallStates(Connected) | OnHold | OnHoldPendConf | Disconnected | Idle;
}

bool isActive(CallState state)
{
    return state != CallState::Idle && state != CallState::Disconnected && state != CallState::Unknown;
}

bool isPending(CallState state) { return state == CallState::OnHoldPendTransfer || state == CallState::OnHoldPendConf; }

Fate incomingFate(Random &random)
{
    const quint32 draw = random.below(100);
    if (draw < 40)
        return Fate::Answered;
    if (draw < 70)
        return Fate::LeftAlone;
    return draw < 88 ? Fate::Missed : Fate::Rejected;
}

Fate outgoingFate(Random &random)
{
    const quint32 draw = random.below(100);
    if (draw < 60)
        return Fate::Answered;
    if (draw < 75)
        return Fate::Busy;
    if (draw < 90)
        return Fate::NoAnswer;
    return draw < 95 ? Fate::Rejected : Fate::Failure;
}

} // namespace Linescope
