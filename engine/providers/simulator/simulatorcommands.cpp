// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine tells SimulatorProvider to do.
#include "providers/simulator/dialstring.h"
#include "providers/simulator/simulator.h"

#include <algorithm>
#include <initializer_list>

namespace Linescope {

namespace {

constexpr Microseconds CommandTime = 30_ms; // from a command to its completion

} // namespace

void SimulatorProvider::take(const Commands::OpenLine &command)
{
    SimulatedLine *opened = line(command.line);
    if (!opened) {
        report(Reports::LineClose{command.line, tr("The simulator has no such line.")});
        return;
    }
    opened->open = SimulatedLine::Open::Yes;
    forEachCall(command.line, [this](const CallKey &key, SimulatedCall &call) { announce(key, call); });
}

void SimulatorProvider::take(const Commands::CloseLine &command)
{
    if (line(command.line))
        closeLine(command.line);
}

void SimulatorProvider::take(const Commands::SetDefaultMediaDetection &command)
{
    if (SimulatedLine *changed = line(command.line))
        changed->detected = command.mediaModes;
}

void SimulatorProvider::take(const Commands::MakeCall &command)
{
    m_pending[command.request] = {command.line, {}, command.call};
    if (const LineError error = checkDialString(command.destAddress); error != LineError::None)
        complete(command.request, error); // V-68: nothing has been done
    else
        later(CommandTime, [this, command] { makeCall(command); });
}

void SimulatorProvider::makeCall(const Commands::MakeCall &command)
{
    if (!m_pending.contains(command.request))
        return;
    const SimulatedLine *from = line(command.line);
    if (!from || from->open != SimulatedLine::Open::Yes)
        return complete(command.request, LineError::OperationFailed);
    if (!from->inService)
        return complete(command.request, LineError::InvalLineState); // V-67
    if (from->active >= MaxActiveCalls)
        return complete(command.request, LineError::CallUnavail);

    const CallKey key = nextKey(command.line);
    const CallInfo info = newInfo(key, false, {command.destAddress, {}});
    SimulatedCall &call = addCall(key, Random(m_settings.seed + (quint64(key.number) << 32)),
                                  fateOfNumber(command.destAddress), false, info);
    call.guided = true;
    introduce(key, call);
    complete(command.request, LineError::None, call.driver); // V-23: before any event
    report(Reports::CallInfo{call.driver, changedStates({}, info), call.info});
    report(Reports::CallBytes{call.driver, bytesOf(call)});
    setState(key, call, CallState::DialTone, quint32(DialToneMode::Normal));
}

void SimulatorProvider::take(const Commands::ActOnCall &command)
{
    CallKey key;
    const bool known = find(command.target.driver, &key);
    m_pending[command.request] = {key.line, key, {}};
    if (!known)
        complete(command.request, LineError::InvalCallHandle);
    else
        later(CommandTime, [this, command] { act(command); });
}

void SimulatorProvider::act(const Commands::ActOnCall &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    if (!call || !m_pending.contains(command.request))
        return;
    const LineError error = refusal(key, *call, command.action);
    complete(command.request, error);
    if (error == LineError::None)
        carryOut(key, *call, command.action);
}

LineError SimulatorProvider::refusal(const CallKey &key, const SimulatedCall &call, Commands::CallAction action)
{
    using enum Commands::CallAction;
    const auto stateIs = [&](std::initializer_list<CallState> states) {
        return std::find(states.begin(), states.end(), call.state) != states.end();
    };
    const bool possible = (action == Accept && stateIs({CallState::Offering}))
        || (action == Answer && stateIs({CallState::Offering, CallState::Accepted}))
        || (action == Hold && stateIs({CallState::Connected})) || (action == Unhold && stateIs({CallState::OnHold}))
        || (action == Drop && !stateIs({CallState::Idle}));
    if (!possible)
        return LineError::InvalCallState;
    return line(key.line)->inService ? LineError::None : LineError::InvalLineState;
}

void SimulatorProvider::carryOut(const CallKey &key, SimulatedCall &call, Commands::CallAction action)
{
    using enum Commands::CallAction;
    call.guided = true;
    switch (action) {
    case Accept:
        return setState(key, call, CallState::Accepted);
    case Answer:
    case Unhold:
        return connectCall(key, call);
    case Hold:
        return setState(key, call, CallState::OnHold);
    case Drop:
        break;
    }
    const bool rejected = call.state == CallState::Offering || call.state == CallState::Accepted;
    const quint32 cause = isActive(call.state) ? (rejected ? 21 : 16) : 0;
    follow(key, call, {.state = CallState::Idle, .cause = cause});
}

void SimulatorProvider::take(const Commands::CloseCall &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    failPending([&](const Pending &pending) { // V-8, V-10
        return call ? pending.call == key : (!pending.making.isNull() && pending.making == command.target.call);
    });
    if (call)
        forget(key, *call);
}

void SimulatorProvider::complete(RequestId request, LineError result, DriverCall call)
{
    if (m_pending.erase(request) == 1) // V-1: exactly once
        report(Reports::Completion{request, result, call});
}

} // namespace Linescope
