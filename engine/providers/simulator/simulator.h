// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A provider of lines and calls that do not exist: seeded traffic, a network that can be dialled, and a person who
// plays both (stimuli). Time comes from the clock alone and chance from the seed, so that the same seed gives the same
// journal. Each call's course is drawn when it arrives: what applications do with one call changes no other.
//
// Obeys the rules for providers (rulebook 9). Calls live whether their line is open or not; the engine hears of them
// while it is (O-8) and finds those that are up when it opens it (L-45).
#pragma once

#include "provider/serviceprovider.h"
#include "providers/simulator/agenda.h"
#include "providers/simulator/behaviour.h"
#include "providers/simulator/fiction.h"
#include "providers/simulator/simulatorsettings.h"

#include <QHash>

#include <map>
#include <vector>

namespace Linescope {

class SimulatorProvider : public ServiceProvider {
    Q_OBJECT

public:
    // The clock must outlive the provider.
    explicit SimulatorProvider(Clock *clock, const SimulatorSettings &settings = {}, QObject *parent = nullptr);

    QString id() const override { return QStringLiteral("simulator"); }
    QString displayName() const override { return tr("Simulator"); }
    ProviderAbilities abilities() const override;

    void start() override;
    void stop() override;
    void execute(const Command &command) override;
    void stimulate(const Stimulus &stimulus) override;

private:
    struct Pending { // an asynchronous request between its command and its completion
        DriverLine line;
        CallKey call;  // number 0: the call is still to be made
        CallId making; // the engine's name of that call
    };

    static constexpr int MaxActiveCalls = 1000; // on one line

    // Lines.
    void addLine(const QString &name);
    SimulatedLine *line(DriverLine id);
    void reportDevice(DriverLine id);
    void closeLine(DriverLine id);
    QString freeLineName() const;
    void reportHealth();

    // Commands: simulatorcommands.cpp.
    void take(const Commands::OpenLine &command);
    void take(const Commands::CloseLine &command);
    void take(const Commands::SetDefaultMediaDetection &command);
    void take(const Commands::MakeCall &command);
    void take(const Commands::ActOnCall &command);
    void take(const Commands::CloseCall &command);
    void makeCall(const Commands::MakeCall &command);
    void act(const Commands::ActOnCall &command);
    LineError refusal(const CallKey &key, const SimulatedCall &call, Commands::CallAction action);
    void carryOut(const CallKey &key, SimulatedCall &call, Commands::CallAction action);
    void complete(RequestId request, LineError result, DriverCall call = {});
    template<class Match>
    void failPending(Match match);

    // Stimuli: simulatorstimuli.cpp.
    void take(const Stimuli::NewIncomingCall &stimulus);
    void take(const Stimuli::RemoteAnswer &stimulus);
    void take(const Stimuli::RemoteHangUp &stimulus);
    void take(const Stimuli::ForceLineClose &stimulus);
    void take(const Stimuli::SetInService &stimulus);
    void take(const Stimuli::RemoveLine &stimulus);
    void take(const Stimuli::AddLine &stimulus);
    void take(const Stimuli::SetAutomatic &stimulus);
    void take(const Stimuli::Die &stimulus);

    // Calls: simulatorcalls.cpp.
    using CallMap = std::map<CallKey, SimulatedCall>; // a line's calls lie together
    SimulatedCall *find(const CallKey &key);
    SimulatedCall *find(DriverCall driver, CallKey *key = nullptr);
    template<class F>
    void forEachCall(DriverLine line, F f);
    void planArrival();
    void arrive(DriverLine id, Random random);
    void bringCallsUp();
    void receiveCall(DriverLine id, Random random, Fate fate, const Party &caller);
    void placeCall(DriverLine id, Random random, Fate fate);
    SimulatedCall &addCall(const CallKey &key, Random random, Fate fate, bool inbound, const CallInfo &info);
    CallInfo newInfo(const CallKey &key, bool inbound, const Party &other) const;
    CallKey nextKey(DriverLine id) { return {id, ++m_lastNumber}; }
    bool isHeard(const CallKey &key, const SimulatedCall &call);
    void introduce(const CallKey &key, SimulatedCall &call);
    void announce(const CallKey &key, SimulatedCall &call);
    void setState(const CallKey &key, SimulatedCall &call, CallState state, quint32 mode = 0);
    void setInfo(const CallKey &key, SimulatedCall &call, const CallInfo &info);
    void connectCall(const CallKey &key, SimulatedCall &call);
    void follow(const CallKey &key, SimulatedCall &call, const Step &step);
    void plan(const CallKey &key, SimulatedCall &call);
    void runPlan(const CallKey &key, quint32 plan, const Step &step);
    void forget(const CallKey &key, SimulatedCall &call);
    void erase(const CallKey &key, SimulatedCall &call);
    static quint32 bytesOf(const SimulatedCall &call);

    void later(Microseconds delay, std::function<void()> act);
    void report(Report report) { m_batch.append(std::move(report)); }
    void flush();

    const SimulatorSettings m_settings;
    bool m_automatic;
    bool m_running = false;
    bool m_startedOnce = false;
    Agenda m_agenda;
    Random m_traffic;
    quint32 m_arrivals = 0;   // number of the valid chain of arrivals
    quint32 m_lastNumber = 0; // of calls
    quint32 m_lastDriver = 0;
    std::vector<SimulatedLine> m_lines; // by DriverLine - 1; removed ones stay
    CallMap m_calls;
    QHash<DriverCall, CallKey> m_known; // to the engine
    std::map<RequestId, Pending> m_pending;
    QList<Report> m_batch;
};

// What will not be carried out ends with OPERATIONFAILED (V-8..V-10, V-58).
template<class Match>
void SimulatorProvider::failPending(Match match)
{
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        const auto [request, pending] = *it++;
        if (match(pending))
            complete(request, LineError::OperationFailed);
    }
}

// `f` may erase the call that it is given.
template<class F>
void SimulatorProvider::forEachCall(DriverLine line, F f)
{
    for (auto it = m_calls.lower_bound({line, 0}); it != m_calls.end() && it->first.line == line;) {
        auto &[key, call] = *it++;
        f(key, call);
    }
}

} // namespace Linescope
