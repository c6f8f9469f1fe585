// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person who plays the network or the device asks of SimulatorProvider.
#include "providers/simulator/simulator.h"

#include <QLoggingCategory>

#include <algorithm>

namespace Linescope {

namespace {

Q_LOGGING_CATEGORY(lcSimulator, "linescope.simulator", QtInfoMsg)

constexpr qsizetype MaxTextLength = 256;

} // namespace

void SimulatorProvider::take(const Stimuli::NewIncomingCall &stimulus)
{
    const SimulatedLine *to = line(stimulus.line);
    if (!to || !to->inService || to->active >= MaxActiveCalls) {
        qCDebug(lcSimulator) << "No call can come in on line" << stimulus.line.value;
        return;
    }
    const Party caller{stimulus.callerId.left(MaxTextLength), stimulus.callerName.left(MaxTextLength)};
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
    report(Reports::LineClose{stimulus.line, text.left(MaxTextLength)});
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
    for (const bool bridges : {false, true}) { // no way to talk any more; conferences end when nobody is in them
        forEachCall(stimulus.line, [&](const CallKey &key, SimulatedCall &call) {
            if (call.bridge != bridges)
                return;
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
    const QString name = stimulus.name.trimmed().left(MaxTextLength);
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
