// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The calls of SimulatorProvider: beginning, course, end.
#include "providers/simulator/simulator.h"

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

PartyIdFlags partyFlags(const Party &party)
{
    PartyIdFlags flags;
    flags.setFlag(PartyIdFlag::Address, !party.number.isEmpty());
    flags.setFlag(PartyIdFlag::Name, !party.name.isEmpty());
    return flags;
}

// The called party is the one that is reached, unless another one is known already.
CallInfo answered(CallInfo info)
{
    if (info.connectedIdFlags != quint32(PartyIdFlag::Unknown))
        return info;
    info.connectedId = info.calledId;
    info.connectedIdName = info.calledIdName;
    info.connectedIdFlags = info.calledIdFlags;
    return info;
}

MediaModes mediaOf(const SimulatedCall &call) { return MediaModes::fromInt(call.info.number(&CallInfo::mediaMode)); }

} // namespace

SimulatedCall *SimulatorProvider::find(const CallKey &key)
{
    const auto it = m_calls.find(key);
    return it == m_calls.end() ? nullptr : &it->second;
}

SimulatedCall *SimulatorProvider::find(DriverCall driver, CallKey *key)
{
    const auto it = m_known.constFind(driver);
    if (it == m_known.constEnd())
        return nullptr;
    if (key)
        *key = *it;
    return find(*it);
}

// ---- beginning ----

void SimulatorProvider::bringCallsUp()
{
    for (int i = 0; i < m_settings.callsUpAtStart; ++i) {
        const DriverLine id{quint32(i) % quint32(m_lines.size()) + 1};
        Random random(m_traffic.next64());
        const CallKey key = nextKey(id);
        const Party other = randomCaller(random);
        SimulatedCall &call = addCall(key, random, Fate::Answered, true, answered(newInfo(key, true, other)));
        const bool talks = line(id)->connected == 0;
        setState(key, call, talks ? CallState::Connected : CallState::OnHold,
                 talks ? quint32(ConnectedMode::Active) : 0);
    }
}

// A call that a request makes: it has its name, nothing is said of it before the completion (V-22, V-23).
SimulatedCall &SimulatorProvider::makeCall(const CallKey &key, Fate fate, bool inbound, const CallInfo &info)
{
    SimulatedCall &call = addCall(key, randomFor(key), fate, inbound, info);
    call.guided = true;
    introduce(key, call);
    return call;
}

// What follows the completion.
void SimulatorProvider::describe(const SimulatedCall &call)
{
    report(Reports::CallInfo{call.driver, changedStates({}, call.info.unpack()), call.info});
    report(Reports::CallBytes{call.driver, bytesOf(call)});
}

SimulatedCall &SimulatorProvider::addCall(const CallKey &key, Random random, Fate fate, bool inbound,
                                          const CallInfo &info)
{
    SimulatedCall call;
    call.random = random;
    call.fate = fate;
    call.inbound = inbound;
    call.info = PackedCallInfo(info);
    return m_calls.emplace(key, std::move(call)).first->second;
}

Party SimulatorProvider::stationOf(DriverLine id) const
{
    const SimulatedLine &at = m_lines[id.value - 1];
    return {at.number, at.name};
}

CallInfo SimulatorProvider::newInfo(const CallKey &key, bool inbound, const Party &other) const
{
    const Party station = stationOf(key.line);
    const Party &caller = inbound ? other : station;
    const Party &called = inbound ? station : other;
    const PartyIdFlags callerFlags = partyFlags(caller);
    const PartyIdFlags calledFlags = partyFlags(called);

    CallInfo info;
    info.bearerMode = quint32(BearerMode::Voice);
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.callId = key.number;
    info.callStates = quint32(possibleStates(inbound).toInt());
    info.origin = quint32(inbound ? CallOrigin::External : CallOrigin::Outbound);
    info.reason = quint32(CallReason::Direct);
    info.callerId = caller.number;
    info.callerIdName = caller.name;
    info.callerIdFlags = callerFlags ? quint32(callerFlags.toInt()) : quint32(PartyIdFlag::Blocked);
    info.calledId = called.number;
    info.calledIdName = called.name;
    info.calledIdFlags = calledFlags ? quint32(calledFlags.toInt()) : quint32(PartyIdFlag::Unknown);
    info.connectedIdFlags = quint32(PartyIdFlag::Unknown); // may be learned later (S-50)
    info.redirectionIdFlags = quint32(PartyIdFlag::Unavail);
    info.redirectingIdFlags = quint32(PartyIdFlag::Unavail);
    info.providerRef = u"sim-"_s + QString::number(key.number);
    info.group = info.providerRef;
    return info;
}

// ---- what the engine hears ----

bool SimulatorProvider::isHeard(const CallKey &key, const SimulatedCall &call)
{
    return !call.driver.isNull() && line(key.line)->open == SimulatedLine::Open::Yes;
}

void SimulatorProvider::introduce(const CallKey &key, SimulatedCall &call)
{
    call.driver = {++m_lastDriver};
    m_known.insert(call.driver, key);
}

// Tells the engine about a call that came, or that was found when the line was opened (L-45).
void SimulatorProvider::announce(const CallKey &key, SimulatedCall &call)
{
    const SimulatedLine &at = *line(key.line);
    const MediaModes media = mediaOf(call);
    const bool wanted = !at.detected || (at.detected & media); // V-27
    if (at.open != SimulatedLine::Open::Yes || !call.driver.isNull() || !wanted)
        return;
    const SimulatedCall *bridge = find({key.line, call.memberOf});
    if (call.memberOf != 0 && (!bridge || bridge->driver.isNull())) // V-39
        return;
    if (call.state == CallState::Accepted) // by an application that has gone
        call.state = CallState::Offering;
    const bool nearlyOver = call.state == CallState::Busy || call.state == CallState::SpecialInfo;
    if (nearlyOver || !isActive(call.state)) // not worth a suspicious beginning (T-01)
        return;
    if (bridge)
        call.mode = bridge->driver.value;
    introduce(key, call);
    report(Reports::NewCall{key.line, call.driver, call.info, bytesOf(call)});
    report(Reports::CallState{call.driver, call.state, call.mode, media}); // V-19
    updateRinging(key.line);
    plan(key, call);
}

// The engine has closed the call or its line. A live call goes on without it unless the line hangs up then (H-26).
void SimulatorProvider::forget(const CallKey &key, SimulatedCall &call)
{
    m_known.remove(call.driver);
    call.driver = {};
    call.guided = false;
    call.monitored = {};
    call.generation = 0;
    updateRinging(key.line);
    if (call.state == CallState::Idle)
        erase(key, call);
    else if (!isActive(call.state) || line(key.line)->closeDrop)
        setState(key, call, CallState::Idle);
    else
        plan(key, call);
}

void SimulatorProvider::erase(const CallKey &key, SimulatedCall &call)
{
    SimulatedLine &at = *line(key.line);
    occupy(key.line, -int(isActive(call.state)));
    if (at.connected == key.number)
        at.connected = 0;
    m_known.remove(call.driver);
    m_calls.erase(CallKey(key)); // key may be part of what is erased
}

// The call's record, its entry in the table of known calls, its strings.
quint32 SimulatorProvider::bytesOf(const SimulatedCall &call)
{
    return quint32(sizeof(CallMap::value_type) + sizeof(DriverCall) + sizeof(CallKey) + size_t(call.info.heapBytes()));
}

// ---- course ----

void SimulatorProvider::setState(const CallKey &key, SimulatedCall &call, CallState state, quint32 mode)
{
    SimulatedLine &at = *line(key.line);
    const CallState from = std::exchange(call.state, state);
    call.mode = mode;
    if (state == CallState::Connected)
        at.connected = key.number;
    else if (at.connected == key.number)
        at.connected = 0;
    if (state != CallState::Connected)
        endGeneration(key, call, GenerateTerm::Cancel);
    if (isHeard(key, call))
        report(Reports::CallState{call.driver, state, mode, mediaOf(call)});
    occupy(key.line, int(isActive(state)) - int(isActive(from)));
    updateRinging(key.line);
    plan(key, call);
    consequences(key, call, from);
}

// What the other calls of the line make of it.
void SimulatorProvider::consequences(CallKey key, SimulatedCall &call, CallState from)
{
    const CallState state = call.state;
    const quint32 bridge = from == CallState::Conferenced && state != from ? std::exchange(call.memberOf, 0) : 0;
    const quint32 partner = state == CallState::Idle ? std::exchange(call.partner, 0) : 0;
    const bool dissolves = state == CallState::Idle && call.bridge;
    if (state == CallState::Idle && call.driver.isNull())
        erase(key, call); // nobody will ask for its record
    if (bridge != 0)
        settle({key.line, bridge});
    if (dissolves)
        dismissMembers(key);
    if (partner != 0)
        resumePartner(key, partner);
}

void SimulatorProvider::setInfo(const CallKey &key, SimulatedCall &call, const CallInfo &info,
                                CallInfoStates tellAlways)
{
    const CallInfoStates changed = changedStates(call.info.unpack(), info) | tellAlways;
    if (!changed)
        return;
    const quint32 bytesBefore = bytesOf(call);
    call.info = PackedCallInfo(info);
    if (!isHeard(key, call))
        return;
    report(Reports::CallInfo{call.driver, changed, call.info});
    if (const quint32 bytes = bytesOf(call); bytes != bytesBefore)
        report(Reports::CallBytes{call.driver, bytes});
}

// Only one call of a line talks: the other is held (LINEANSWERMODE_HOLD).
void SimulatorProvider::connectCall(const CallKey &key, SimulatedCall &call)
{
    const quint32 other = line(key.line)->connected;
    if (other != 0 && other != key.number) {
        const CallKey held{key.line, other};
        setState(held, *find(held), CallState::OnHold);
    }
    setInfo(key, call, answered(call.info.unpack()));
    setState(key, call, CallState::Connected, quint32(ConnectedMode::Active));
}

void SimulatorProvider::follow(const CallKey &key, SimulatedCall &call, const Step &step)
{
    if (step.state == CallState::Connected)
        return connectCall(key, call);
    if (step.cause != 0) {
        CallInfo info = call.info.unpack();
        info.cause = step.cause;
        setInfo(key, call, info); // before the state: none may follow IDLE (V-45)
    }
    setState(key, call, step.state, step.mode);
    if (step.clears)
        setState(key, call, CallState::Idle);
}

void SimulatorProvider::plan(const CallKey &key, SimulatedCall &call)
{
    const quint32 number = ++call.plan;
    const bool people = m_automatic || call.driver.isNull(); // nobody can be asked to end a call that is not seen
    if (const auto step = nextStep(call, line(key.line)->style, people))
        later(step->after, [this, key, number, step = *step] { runPlan(key, number, step); });
}

void SimulatorProvider::runPlan(const CallKey &key, quint32 plan, const Step &step)
{
    SimulatedCall *call = find(key);
    if (!call || call->plan != plan)
        return;
    const bool resumes = call->state == CallState::OnHold && step.state == CallState::Connected;
    if (resumes && line(key.line)->connected != 0)
        this->plan(key, *call); // the person is talking to somebody else
    else
        follow(key, *call, step);
}

} // namespace Linescope
