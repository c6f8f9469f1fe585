// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/simulator.h"

#include "providers/simulator/dialstring.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

Q_LOGGING_CATEGORY(lcSimulator, "linescope.simulator", QtInfoMsg)

constexpr Microseconds CommandTime = 30_ms; // from a command to its completion
constexpr int MaxActiveCalls = 1000;        // on one line
constexpr qsizetype MaxNameLength = 256;

} // namespace

SimulatorProvider::SimulatorProvider(Clock *clock, const SimulatorSettings &settings, QObject *parent)
    : ServiceProvider(parent)
    , m_settings(settings)
    , m_automatic(settings.automatic)
    , m_agenda(clock, this, [this] { flush(); })
    , m_traffic(settings.seed)
{
    for (int i = 0; i < settings.lines; ++i)
        addLine(tr("Line %1").arg(i + 1));
}

ProviderAbilities SimulatorProvider::abilities() const
{
    return {.makeCall = true, .drop = true, .accept = true, .answer = true, .hold = true, .stimuli = true};
}

void SimulatorProvider::start()
{
    m_running = true;
    reportHealth();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].removed)
            reportDevice({quint32(i + 1)});
    }
    if (!std::exchange(m_startedOnce, true))
        bringCallsUp();
    planArrival();
    flush();
}

void SimulatorProvider::stop()
{
    m_running = false;
    m_agenda.clear();
    m_batch.clear();
    m_pending.clear();
    m_known.clear();
    m_calls.clear();
    for (SimulatedLine &line : m_lines) {
        line.open = SimulatedLine::Open::No;
        line.active = 0;
        line.connected = 0;
    }
}

void SimulatorProvider::execute(const Command &command)
{
    if (!m_running)
        return;
    std::visit([this](const auto &c) { take(c); }, command);
    flush();
}

void SimulatorProvider::stimulate(const Stimulus &stimulus)
{
    if (!m_running)
        return;
    std::visit([this](const auto &s) { take(s); }, stimulus);
    flush();
}

void SimulatorProvider::later(Microseconds delay, std::function<void()> act)
{
    m_agenda.in(Microseconds(double(delay) / m_settings.timeScale), std::move(act));
}

void SimulatorProvider::flush()
{
    if (const QList<Report> batch = std::exchange(m_batch, {}); !batch.isEmpty())
        Q_EMIT reported(batch);
}

// ---- lines ----

void SimulatorProvider::addLine(const QString &name)
{
    const quint32 index = quint32(m_lines.size());
    constexpr LineStyle styles[] = {LineStyle::ClearsItself, LineStyle::LeavesStanding, LineStyle::ClearsSlowly};
    SimulatedLine line;
    line.name = name;
    line.number = QString::number(1001 + index);
    line.style = styles[index % 3];
    line.closeDrop = index % 2 == 1;
    m_lines.push_back(line);
}

SimulatedLine *SimulatorProvider::line(DriverLine id)
{
    if (id.isNull() || id.value > m_lines.size() || m_lines[id.value - 1].removed)
        return nullptr;
    return &m_lines[id.value - 1];
}

void SimulatorProvider::reportDevice(DriverLine id)
{
    const SimulatedLine &line = m_lines[id.value - 1];
    DeviceInfo info;
    info.name = line.name;
    info.inService = line.inService;
    if (line.closeDrop)
        info.capFlags = DevCapFlag::CloseDrop;
    if (!line.inService)
        info.stateText = tr("The line was taken out of service.");
    report(Reports::DeviceAdded{id, std::make_shared<const DeviceInfo>(info)});
}

void SimulatorProvider::reportHealth()
{
    if (!m_automatic || m_settings.callsPerMinute <= 0)
        Q_EMIT healthChanged({true, tr("Simulating: calls come on request.")});
    else
        Q_EMIT healthChanged({true,
                              tr("Simulating: calls come and go by themselves, %1 a minute on average.")
                                  .arg(m_settings.callsPerMinute * m_settings.timeScale)});
}

QString SimulatorProvider::freeLineName() const
{
    for (size_t number = m_lines.size() + 1;; ++number) {
        const QString name = tr("Line %1").arg(number);
        if (std::none_of(m_lines.begin(), m_lines.end(), [&](const SimulatedLine &l) { return l.name == name; }))
            return name;
    }
}

// The engine lets go of the line and of all its calls, which may live on without it.
void SimulatorProvider::closeLine(DriverLine id)
{
    failPending([&](const Pending &pending) { return pending.line == id; }); // V-9
    line(id)->open = SimulatedLine::Open::No;
    line(id)->detected = {};
    forEachCall(id, [this](const CallKey &key, SimulatedCall &call) { forget(key, call); });
}

// ---- commands ----

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

template<class Match>
void SimulatorProvider::failPending(Match match)
{
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        const auto [request, pending] = *it++;
        if (match(pending))
            complete(request, LineError::OperationFailed);
    }
}

// ---- stimuli ----

void SimulatorProvider::take(const Stimuli::NewIncomingCall &stimulus)
{
    const SimulatedLine *to = line(stimulus.line);
    if (!to || !to->inService || to->active >= MaxActiveCalls) {
        qCDebug(lcSimulator) << "No call can come in on line" << stimulus.line.value;
        return;
    }
    const Party caller{stimulus.callerId.left(MaxNameLength), stimulus.callerName.left(MaxNameLength)};
    receiveCall(stimulus.line, Random(m_settings.seed + (quint64(m_lastNumber + 1) << 32)), Fate::LeftAlone, caller);
}

void SimulatorProvider::take(const Stimuli::RemoteAnswer &stimulus)
{
    CallKey key;
    SimulatedCall *call = find(stimulus.call, &key);
    if (call && (call->state == CallState::Proceeding || call->state == CallState::Ringback))
        connectCall(key, *call);
}

void SimulatorProvider::take(const Stimuli::RemoteHangUp &stimulus)
{
    CallKey key;
    SimulatedCall *call = find(stimulus.call, &key);
    if (!call)
        return;
    if (const auto step = remoteHangUp(*call, line(key.line)->style))
        follow(key, *call, *step);
}

void SimulatorProvider::take(const Stimuli::ForceLineClose &stimulus)
{
    SimulatedLine *closed = line(stimulus.line);
    if (!closed || closed->open != SimulatedLine::Open::Yes)
        return;
    failPending([&](const Pending &pending) { return pending.line == stimulus.line; }); // V-58
    const QString text = stimulus.text.isEmpty() ? tr("The simulated device closed the line.") : stimulus.text;
    report(Reports::LineClose{stimulus.line, text.left(MaxNameLength)});
    closed->open = SimulatedLine::Open::Closing;
}

void SimulatorProvider::take(const Stimuli::SetInService &stimulus)
{
    SimulatedLine *changed = line(stimulus.line);
    if (!changed || changed->inService == stimulus.inService)
        return;
    changed->inService = stimulus.inService;
    const QString text = stimulus.inService ? QString() : tr("The line was taken out of service.");
    report(Reports::DeviceState{stimulus.line, stimulus.inService, true, text});
    if (stimulus.inService)
        return;
    forEachCall(stimulus.line, [this](const CallKey &key, SimulatedCall &call) { // no way to talk any more
        if (isActive(call.state))
            follow(key, call,
                   {.state = CallState::Disconnected,
                    .mode = quint32(DisconnectMode::Unreachable),
                    .cause = 27,
                    .clears = true});
        else if (call.state == CallState::Disconnected)
            setState(key, call, CallState::Idle);
    });
}

void SimulatorProvider::take(const Stimuli::RemoveLine &stimulus)
{
    SimulatedLine *gone = line(stimulus.line);
    if (!gone)
        return;
    failPending([&](const Pending &pending) { return pending.line == stimulus.line; });
    report(Reports::DeviceRemoved{stimulus.line});
    forEachCall(stimulus.line, [this](const CallKey &key, SimulatedCall &call) { erase(key, call); });
    gone->removed = true;
}

void SimulatorProvider::take(const Stimuli::AddLine &stimulus)
{
    if (m_lines.size() >= size_t(SimulatorSettings::MaxLines)) {
        qCDebug(lcSimulator) << "The simulator has all the lines it can have:" << m_lines.size();
        return;
    }
    const QString name = stimulus.name.trimmed().left(MaxNameLength);
    const bool taken = std::any_of(m_lines.begin(), m_lines.end(),
                                   [&](const SimulatedLine &l) { return !l.removed && l.name == name; });
    addLine(name.isEmpty() || taken ? freeLineName() : name); // the engine knows devices by their names
    reportDevice({quint32(m_lines.size())});
}

void SimulatorProvider::take(const Stimuli::SetAutomatic &stimulus)
{
    if (m_automatic == stimulus.on)
        return;
    m_automatic = stimulus.on;
    for (auto &[key, call] : m_calls)
        plan(key, call);
    planArrival();
    reportHealth();
}

void SimulatorProvider::take(const Stimuli::Die &stimulus)
{
    stop();
    Q_EMIT died(stimulus.text.isEmpty() ? tr("The simulator was told to fail.") : stimulus.text);
}

} // namespace Linescope
