// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine tells SimulatorProvider to do: the way of a command, and the elementary ones.
#include "provider/contractfields.h"
#include "providers/simulator/dialstring.h"
#include "providers/simulator/simulator.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr Microseconds CommandTime = 30_ms; // from a command to its completion

template<class Asynchronous>
LineError checkAddress(const Asynchronous &command)
{
    if constexpr (requires { command.destAddress; })
        return checkDialString(command.destAddress);
    else
        return LineError::None;
}

} // namespace

void SimulatorProvider::execute(const Command &command)
{
    if (!m_running)
        return;
    std::visit(
        [this](const auto &c) {
            if constexpr (requires { c.request; })
                begin(c);
            else
                take(c);
        },
        command);
    flush();
}

// An asynchronous command is carried out after a moment, unless its calls or its line have gone by then (V-8..V-10).
template<class Asynchronous>
void SimulatorProvider::begin(const Asynchronous &command)
{
    const std::optional<Pending> pending = pendingFor(command);
    m_pending[command.request] = pending ? *pending : Pending();
    if (!pending)
        return complete(command.request, LineError::InvalCallHandle);
    if (const LineError error = checkAddress(command); error != LineError::None)
        return complete(command.request, error); // V-68: nothing has been done
    later(CommandTime, [this, command] {
        if (m_pending.contains(command.request))
            obey(command);
    });
}

// What the command is about; none if it names a call that the engine cannot know, or calls of several lines.
template<class Asynchronous>
std::optional<SimulatorProvider::Pending> SimulatorProvider::pendingFor(const Asynchronous &command)
{
    Pending pending;
    bool known = true;
    forEachField<Asynchronous>([&](const auto &field) {
        const auto &value = command.*field.member;
        using Type = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Type, DriverLine>) {
            pending.line = value;
        } else if constexpr (std::is_same_v<Type, CallId>) {
            pending.making.append(value);
        } else if constexpr (std::is_same_v<Type, CallTarget>) {
            constexpr bool optional = std::is_same_v<Asynchronous, Commands::SetupConference>;
            CallKey key;
            if (find(value.driver, &key))
                pending.calls.append(key);
            else
                known = known && optional && value == CallTarget();
        }
    });
    if (pending.line.isNull() && !pending.calls.isEmpty())
        pending.line = pending.calls.first().line;
    for (const CallKey &key : pending.calls)
        known = known && key.line == pending.line;
    return known ? std::optional(pending) : std::nullopt;
}

void SimulatorProvider::complete(const Reports::Completion &completion)
{
    if (m_pending.erase(completion.request) == 1) // V-1: exactly once
        report(completion);
}

// Completes the request with the first of the reasons that is one; false if there is none.
bool SimulatorProvider::refuse(RequestId request, std::initializer_list<LineError> reasons)
{
    for (const LineError reason : reasons) {
        if (reason == LineError::None)
            continue;
        complete(request, reason);
        return true;
    }
    return false;
}

// A request's call: while the request is pending the engine has not closed it.
SimulatorProvider::Ref SimulatorProvider::at(const CallTarget &target)
{
    CallKey key;
    SimulatedCall *call = find(target.driver, &key);
    Q_ASSERT(call);
    return {key, *call};
}

LineError SimulatorProvider::check(const Ref &ref, CallStates possible)
{
    if (!possible.testFlag(ref.call.state))
        return LineError::InvalCallState;
    return line(ref.key.line)->inService ? LineError::None : LineError::InvalLineState; // V-67
}

// Why so many new calls cannot be made on the line.
LineError SimulatorProvider::room(DriverLine id, int calls)
{
    const SimulatedLine *from = line(id);
    if (!from || from->open != SimulatedLine::Open::Yes)
        return LineError::OperationFailed;
    if (!from->inService)
        return LineError::InvalLineState; // V-67
    return from->active + calls > MaxActiveCalls ? LineError::CallUnavail : LineError::None;
}

// ---- lines ----

void SimulatorProvider::take(const Commands::OpenLine &command)
{
    SimulatedLine *opened = line(command.line);
    if (!opened) {
        report(Reports::LineClose{command.line, tr("The simulator has no such line.")});
        return;
    }
    opened->open = SimulatedLine::Open::Yes;
    for (const bool bridges : {true, false}) { // V-39: a conference before its members
        forEachCall(command.line, [&](const CallKey &key, SimulatedCall &call) {
            if (call.bridge == bridges)
                announce(key, call);
        });
    }
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

// ---- calls ----

void SimulatorProvider::obey(const Commands::MakeCall &command)
{
    if (refuse(command.request, {room(command.line, 1)}))
        return;
    const QString digits = withoutSemicolon(command.destAddress);
    const CallKey key = nextKey(command.line);
    SimulatedCall &call = makeCall(key, fateOfNumber(digits), false, newInfo(key, false, {digits, {}}));
    call.moreDigits = moreDigitsFollow(command.destAddress);
    complete({command.request, LineError::None, call.driver});
    describe(call);
    setState(key, call, CallState::DialTone, quint32(DialToneMode::Normal));
}

void SimulatorProvider::obey(const Commands::ActOnCall &command)
{
    using enum CallState;
    const CallStates possible = [&]() -> CallStates { // 7.2
        switch (command.action) {
        case Commands::CallAction::Accept:
            return Offering;
        case Commands::CallAction::Answer:
            return CallStates(Offering) | Accepted;
        case Commands::CallAction::Hold:
            return Connected;
        case Commands::CallAction::Unhold:
            return CallStates(OnHold) | OnHoldPendTransfer | OnHoldPendConf;
        case Commands::CallAction::RemoveFromConference:
            return Conferenced;
        case Commands::CallAction::Drop:
        case Commands::CallAction::SecureCall:
        case Commands::CallAction::ReleaseUserUserInfo:
            break;
        }
        return ~CallStates(Idle);
    }();
    const Ref ref = at(command.target);
    if (refuse(command.request, {check(ref, possible)}))
        return;
    complete(command.request);
    carryOut(ref.key, ref.call, command.action);
}

void SimulatorProvider::carryOut(const CallKey &key, SimulatedCall &call, Commands::CallAction action)
{
    using enum Commands::CallAction;
    CallInfo info = call.info.unpack();
    call.guided = true;
    switch (action) {
    case Accept:
        return setState(key, call, CallState::Accepted);
    case Answer:
        return connectCall(key, call);
    case Unhold:
        return unhold(key, call);
    case Hold:
        return setState(key, call, CallState::OnHold);
    case SecureCall: // F-64
        info.callParamFlags |= quint32(CallParamFlag::Secure);
        return setInfo(key, call, info);
    case ReleaseUserUserInfo:
        info.userUserInfo.clear();
        return setInfo(key, call, info);
    case RemoveFromConference: // V-70: the party goes
    case Drop:
        return drop(key, call);
    }
}

void SimulatorProvider::drop(const CallKey &key, SimulatedCall &call)
{
    const bool rejected = call.state == CallState::Offering || call.state == CallState::Accepted;
    const quint32 cause = isActive(call.state) ? (rejected ? 21 : 16) : 0;
    follow(key, call, {.state = CallState::Idle, .cause = cause});
}

void SimulatorProvider::take(const Commands::CloseCall &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    failPending([&](const Pending &pending) { // V-8, V-10
        return call ? pending.calls.contains(key)
                    : !command.target.call.isNull() && pending.making.contains(command.target.call);
    });
    if (call)
        forget(key, *call);
}

} // namespace Linescope
