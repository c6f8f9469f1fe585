// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A simulator on a clock that stands still, and what it reports as lines of text: "l1 LINE_NEWCALL d1",
// "d1 CONNECTED ACTIVE", "R1 OK d2". Memory and call information are kept apart, so that traces stay short.
#pragma once

#include "providers/simulator/simulator.h"
#include "tapi/names.h"
#include "world/event.h"

#include <QStringList>

#include <map>

namespace Linescope::Test {

class SimulatorBench {
public:
    // One line of each style, 1 to 3, and one more; calls on request only.
    static SimulatorSettings quiet()
    {
        SimulatorSettings settings;
        settings.lines = 4;
        settings.automatic = false;
        settings.callsUpAtStart = 0;
        return settings;
    }
    // Line numbers by style.
    static constexpr DriverLine ClearsItself{1};   // without CLOSEDROP
    static constexpr DriverLine LeavesStanding{2}; // with CLOSEDROP
    static constexpr DriverLine ClearsSlowly{3};   // without CLOSEDROP

    explicit SimulatorBench(const SimulatorSettings &settings = quiet())
        : simulator(&clock, settings)
    {
        QObject::connect(&simulator, &ServiceProvider::reported, &simulator, [this](const QList<Report> &batch) {
            for (const Report &report : batch)
                std::visit([this](const auto &r) { note(r); }, report);
        });
        QObject::connect(&simulator, &ServiceProvider::healthChanged, &simulator,
                         [this](const Health &health) { healths.append(health); });
        QObject::connect(&simulator, &ServiceProvider::died, &simulator,
                         [this](const QString &reason) { deaths.append(reason); });
    }

    void startAndOpenAll()
    {
        simulator.start();
        for (const auto &[line, name] : devices)
            simulator.execute(Commands::OpenLine{line});
        trace.clear();
    }

    // What was reported since the last time.
    QStringList told() { return std::exchange(trace, {}); }
    CallState stateOf(DriverCall call) const { return states.at(call); }

    RequestId act(Commands::CallAction action, DriverCall call)
    {
        simulator.execute(Commands::ActOnCall{{++lastRequest}, action, {CallId{call.value}, call}});
        return {lastRequest};
    }
    RequestId makeCall(DriverLine line, const QString &number)
    {
        simulator.execute(Commands::MakeCall{{++lastRequest}, line, CallId{1000 + lastRequest}, 0, number});
        return {lastRequest};
    }
    // Any asynchronous command.
    template<class Asynchronous>
    RequestId ask(Asynchronous command)
    {
        command.request = {++lastRequest};
        simulator.execute(command);
        return command.request;
    }
    // The same, carried out.
    template<class Asynchronous>
    void order(const Asynchronous &command)
    {
        ask(command);
        settle();
    }
    static CallTarget target(DriverCall call) { return {CallId{call.value}, call}; }
    void closeCall(DriverCall call) { simulator.execute(Commands::CloseCall{{CallId{call.value}, call}}); }
    DriverCall newIncomingCall(DriverLine line)
    {
        simulator.stimulate(
            Stimuli::NewIncomingCall{line, QStringLiteral("+1 202 555 0123"), QStringLiteral("Reception")});
        return lastCall;
    }
    void settle() { clock.advance(30_ms); } // commands are carried out

    // Advances until the newest call is in that state; false if it never is within two minutes.
    bool reaches(CallState state)
    {
        for (int i = 0; i < 12'000; ++i) {
            if (!lastCall.isNull() && stateOf(lastCall) == state)
                return true;
            clock.advance(10_ms);
        }
        return false;
    }
    // A call in that state, on that line; none if it cannot be had.
    DriverCall callIn(CallState state, DriverLine line)
    {
        lastCall = {};
        const bool outgoing = quint32(state)
            & (quint32(CallState::DialTone) | quint32(CallState::Dialing) | quint32(CallState::Proceeding)
               | quint32(CallState::Ringback) | quint32(CallState::Busy) | quint32(CallState::SpecialInfo));
        if (outgoing)
            makeCall(line, QStringLiteral("55501") + (endingOf(state)));
        else
            guideIncoming(newIncomingCall(line), state);
        return reaches(state) ? lastCall : DriverCall();
    }
    // A call that waits for a transfer, the conference that waits for its second member, or that conference's first.
    DriverCall callInSetup(CallState state, DriverLine line)
    {
        const DriverCall call = callIn(CallState::Connected, line);
        if (state == CallState::OnHoldPendTransfer)
            order(Commands::SetupTransfer{{}, target(call), CallId{2001}});
        else
            order(Commands::SetupConference{{}, line, target(call), CallId{2001}, CallId{2002}, 3});
        return state == CallState::OnHoldPendConf ? lastCall : call;
    }
    DriverCall callInAny(CallState state, DriverLine line)
    {
        const bool setup = state == CallState::OnHoldPendTransfer || state == CallState::OnHoldPendConf
            || state == CallState::Conferenced;
        return setup ? callInSetup(state, line) : callIn(state, line);
    }
    // A conference of two on that line; its members are the two calls before it.
    DriverCall conferenceOn(DriverLine line)
    {
        const DriverCall first = callIn(CallState::Connected, line);
        order(Commands::SetupTransfer{{}, target(first), CallId{2001}});
        const DriverCall second = lastCall;
        order(Commands::Dial{{}, target(second), QStringLiteral("5550100")});
        reaches(CallState::Ringback);
        simulator.stimulate(Stimuli::RemoteAnswer{second});
        order(Commands::CompleteTransfer{{}, target(first), target(second), TransferMode::Conference, CallId{2003}});
        return lastCall;
    }

    ManualClock clock;
    SimulatorProvider simulator;
    QStringList trace;
    QList<Health> healths;
    QStringList deaths;
    std::map<DriverLine, std::shared_ptr<const DeviceInfo>> devices;
    std::map<DriverCall, CallState> states;
    std::map<DriverCall, CallInfo> infos;
    std::map<DriverCall, quint32> bytes;
    std::map<DriverCall, CallInfoStates> lastChange;
    DriverCall lastCall;    // that was made
    DriverCall lastConsult; // consultation call
    QString parkedAt;
    quint32 lastRequest = 0;

private:
    static QString endingOf(CallState state)
    {
        if (state == CallState::Busy)
            return QStringLiteral("17");
        return state == CallState::SpecialInfo ? QStringLiteral("34") : QStringLiteral("00");
    }
    void guideIncoming(DriverCall call, CallState state)
    {
        using enum Commands::CallAction;
        if (state == CallState::Accepted)
            act(Accept, call);
        else if (state != CallState::Offering)
            act(Answer, call);
        settle();
        if (state == CallState::OnHold)
            act(Hold, call);
        else if (state == CallState::Idle)
            act(Drop, call);
        else if (state == CallState::Disconnected)
            simulator.stimulate(Stimuli::RemoteHangUp{call});
        settle();
    }

    void note(const Reports::DeviceAdded &report)
    {
        devices[report.line] = report.info;
        trace.append(QStringLiteral("%1 added: %2").arg(shortName(report.line), report.info->name));
    }
    void note(const Reports::DeviceRemoved &report)
    {
        devices.erase(report.line);
        trace.append(shortName(report.line) + QStringLiteral(" removed"));
    }
    void note(const Reports::DeviceState &report)
    {
        trace.append(shortName(report.line)
                     + (report.inService ? QStringLiteral(" in service") : QStringLiteral(" out of service")));
    }
    void note(const Reports::LineClose &report)
    {
        trace.append(QStringLiteral("%1 LINE_CLOSE: %2").arg(shortName(report.line), report.text));
    }
    void note(const Reports::FaultInjected &report) { trace.append(report.text); }
    void note(const Reports::NewCall &report)
    {
        lastCall = report.call;
        states[report.call] = CallState::Unknown;
        infos[report.call] = report.info.unpack();
        bytes[report.call] = report.bytes;
        trace.append(QStringLiteral("%1 LINE_NEWCALL %2").arg(shortName(report.line), shortName(report.call)));
    }
    void note(const Reports::CallState &report)
    {
        states[report.call] = report.state;
        const QString mode = report.state == CallState::Conferenced ? shortName(DriverCall{report.mode})
                                                                    : modeName(report.state, report.mode);
        trace.append(shortName(report.call) + u' ' + nameOf(report.state) + (mode.isEmpty() ? QString() : u' ' + mode));
    }
    void note(const Reports::CallInfo &report)
    {
        infos[report.call] = report.info.unpack();
        lastChange[report.call] = report.changed;
    }
    void note(const Reports::Generate &report)
    {
        trace.append(QStringLiteral("%1 LINE_GENERATE %2 %3")
                         .arg(shortName(report.call))
                         .arg(report.endToEndId)
                         .arg(nameOf(report.termination)));
    }
    void note(const Reports::MonitorDigits &report)
    {
        trace.append(QStringLiteral("%1 LINE_MONITORDIGITS %2 %3")
                         .arg(shortName(report.call), QChar(char16_t(report.digit)), nameOf(report.mode)));
    }
    void note(const Reports::LineDevState &report)
    {
        trace.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(shortName(report.line), namesOf(report.states).join(u' '))
                         .arg(report.param2)
                         .arg(report.param3));
    }
    void note(const Reports::AddressState &report)
    {
        trace.append(shortName(report.line) + u' ' + namesOf(report.states).join(u' '));
    }
    void note(const Reports::CallBytes &report) { bytes[report.call] = report.bytes; }
    void note(const Reports::Completion &report)
    {
        if (!report.call.isNull()) {
            lastCall = report.call;
            states[report.call] = CallState::Unknown;
        }
        if (!report.consult.isNull()) {
            lastConsult = report.consult;
            states[report.consult] = CallState::Unknown;
        }
        parkedAt = report.parkAddress;
        QStringList words{shortName(report.request),
                          report.result == LineError::None ? QStringLiteral("OK") : nameOf(report.result)};
        for (const DriverCall call : {report.call, report.consult}) {
            if (!call.isNull())
                words.append(shortName(call));
        }
        if (!report.parkAddress.isEmpty())
            words.append(report.parkAddress);
        trace.append(words.join(u' '));
    }
};

} // namespace Linescope::Test
