// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A provider of lines and calls that do not exist: seeded traffic, a network that can be dialled, and a person who
// plays both (stimuli). Time comes from the clock alone and chance from the seed, so that the same seed gives the same
// journal. Each call's course is drawn when it arrives: what applications do with one call changes no other.
//
// Obeys the rules for providers (rulebook 9). Calls live whether their line is open or not; the engine hears of them
// while it is (O-8) and finds those that are up when it opens it (L-45).
#pragma once

#include "provider/agenda.h"
#include "provider/serviceprovider.h"
#include "providers/simulator/behaviour.h"
#include "providers/simulator/fiction.h"
#include "providers/simulator/simulatorsettings.h"
#include "tapi/result.h"

#include <QHash>
#include <QVarLengthArray>

#include <initializer_list>
#include <map>
#include <optional>
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
        QVarLengthArray<CallKey, 2> calls;
        QVarLengthArray<CallId, 2> making; // the engine's names of those that are still to be made
    };
    struct Ref { // a call that the engine knows
        CallKey key;
        SimulatedCall &call;
    };
    struct Parked {
        PackedCallInfo info;
        bool inbound = true;
        quint32 number = 0;
    };

    static constexpr int MaxActiveCalls = 1000; // on one line
    static constexpr int MaxParties = 16;       // of a conference
    static constexpr int MaxCompletions = 20;   // calls that are to be completed
    static constexpr int FirstOrbit = 700;      // places where calls can be parked
    static constexpr int LastOrbit = 719;

    // Lines.
    void addLine(const QString &name);
    SimulatedLine *line(DriverLine id);
    DriverLine lineOfNumber(const QString &number);
    void reportDevice(DriverLine id);
    void closeLine(DriverLine id);
    QString freeLineName() const;
    void reportHealth();

    // Commands: simulatorcommands.cpp.
    void take(const Commands::OpenLine &command);
    void take(const Commands::CloseLine &command);
    void take(const Commands::SetDefaultMediaDetection &command);
    void take(const Commands::CloseCall &command);
    template<class Asynchronous>
    void begin(const Asynchronous &command);
    template<class Asynchronous>
    std::optional<Pending> pendingFor(const Asynchronous &command);
    void obey(const Commands::MakeCall &command);
    void obey(const Commands::ActOnCall &command);
    void carryOut(const CallKey &key, SimulatedCall &call, Commands::CallAction action);
    void drop(const CallKey &key, SimulatedCall &call);
    Ref at(const CallTarget &target);
    LineError check(const Ref &ref, CallStates possible);
    LineError room(DriverLine id, int calls);
    bool refuse(RequestId request, std::initializer_list<LineError> reasons);
    void complete(RequestId request, LineError result = LineError::None) { complete({request, result}); }
    void complete(const Reports::Completion &completion);
    template<class Match>
    void failPending(Match match);

    // Holding, transfer: simulatortransfer.cpp.
    void obey(const Commands::SwapHold &command);
    void obey(const Commands::SetupTransfer &command);
    void obey(const Commands::CompleteTransfer &command);
    void obey(const Commands::BlindTransfer &command);
    void obey(const Commands::Redirect &command);
    Ref makeConsultation(const Ref &waiting);
    void transfer(const Ref &ref, const Ref &consult);
    void sendOn(const Ref &ref, const QString &address, CallReason reason);
    void unhold(const CallKey &key, SimulatedCall &call);
    SimulatedCall *partnerOf(const CallKey &key, const SimulatedCall &call);
    void part(const CallKey &key, SimulatedCall &call);
    void resumePartner(const CallKey &key, quint32 partner);

    // Conference: simulatorconference.cpp.
    void obey(const Commands::SetupConference &command);
    void obey(const Commands::PrepareAddToConference &command);
    void obey(const Commands::AddToConference &command);
    void conference(const Commands::CompleteTransfer &command);
    Ref makeBridge(DriverLine id);
    LineError checkBridge(const Ref &bridge, CallStates possible);
    void join(const Ref &member, const Ref &bridge);
    std::vector<CallKey> membersOf(const CallKey &bridge);
    void settle(const CallKey &bridge);
    void collapse(const CallKey &bridge, bool talk);
    void dismissMembers(const CallKey &bridge);

    // Parking, pickup, call completion: simulatorparking.cpp.
    void obey(const Commands::Park &command);
    void obey(const Commands::Unpark &command);
    void obey(const Commands::Pickup &command);
    void obey(const Commands::CompleteCall &command);
    Result<QString> orbitFor(const Commands::Park &command) const;
    Result<CallKey> ringingCall(DriverLine own, const Commands::PickupSource &from);
    CallInfo takenOver(const CallKey &key, const CallInfo &from, bool inbound, CallReason reason) const;
    void callBack(DriverLine id, const CallInfo &waited, quint32 completion);

    // Digits: simulatordigits.cpp.
    void obey(const Commands::Dial &command);
    void take(const Commands::MonitorDigits &command);
    void take(const Commands::GenerateDigits &command);
    void take(const Stimuli::RemoteDigits &stimulus);
    void endGeneration(const CallKey &key, SimulatedCall &call, GenerateTerm how);
    void typeLater(const CallKey &key, quint32 typing);
    void hear(const CallKey &key, QChar digit);

    // What is told about calls and lines: simulatorstatus.cpp.
    void obey(const Commands::SetCallData &command);
    void obey(const Commands::SendUserUserInfo &command);
    void take(const Commands::SetAppSpecific &command);
    void take(const Commands::SetMediaMode &command);
    void take(const Commands::SetStatusMessages &command);
    bool shouldRing(DriverLine id);
    void updateRinging(DriverLine id);
    void ring(DriverLine id, quint32 ringing, quint32 count);
    void occupy(DriverLine id, int more);

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
    void take(const Stimuli::SetFaults &) { } // whoever stands between it and the engine

    // Calls: simulatorcalls.cpp; those that come by themselves: simulatorarrivals.cpp.
    using CallMap = std::map<CallKey, SimulatedCall>; // a line's calls lie together
    SimulatedCall *find(const CallKey &key);
    SimulatedCall *find(DriverCall driver, CallKey *key = nullptr);
    template<class F>
    void forEachCall(DriverLine line, F f);
    void planArrival();
    void arrive(DriverLine id, Random random);
    void bringCallsUp();
    void receiveCall(DriverLine id, Random random, Fate fate, const Party &caller);
    void offer(const CallKey &key, Random random, Fate fate, const CallInfo &info);
    void placeCall(DriverLine id, Random random, Fate fate);
    SimulatedCall &makeCall(const CallKey &key, Fate fate, bool inbound, const CallInfo &info);
    void describe(const SimulatedCall &call);
    SimulatedCall &addCall(const CallKey &key, Random random, Fate fate, bool inbound, const CallInfo &info);
    CallInfo newInfo(const CallKey &key, bool inbound, const Party &other) const;
    Party stationOf(DriverLine id) const;
    Random randomFor(const CallKey &key) const { return Random(m_settings.seed + (quint64(key.number) << 32)); }
    CallKey nextKey(DriverLine id) { return {id, ++m_lastNumber}; }
    bool isHeard(const CallKey &key, const SimulatedCall &call);
    void introduce(const CallKey &key, SimulatedCall &call);
    void announce(const CallKey &key, SimulatedCall &call);
    void setState(const CallKey &key, SimulatedCall &call, CallState state, quint32 mode = 0);
    void consequences(CallKey key, SimulatedCall &call, CallState from);
    void setInfo(const CallKey &key, SimulatedCall &call, const CallInfo &info, CallInfoStates tellAlways = {});
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
    std::map<QString, Parked> m_parked; // by orbit
    int m_completions = 0;              // under way
    quint32 m_lastCompletion = 0;
    QList<Report> m_batch;
};

// What will not be carried out ends with OPERATIONFAILED (V-8..V-10, V-58).
template<class Match>
void SimulatorProvider::failPending(Match match)
{
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        const auto &[request, pending] = *it++;
        if (match(pending))
            complete(request, LineError::OperationFailed);
    }
}

// `f` may make and erase calls.
template<class F>
void SimulatorProvider::forEachCall(DriverLine line, F f)
{
    CallKey last{line, 0};
    for (auto it = m_calls.upper_bound(last); it != m_calls.end() && it->first.line == line;
         it = m_calls.upper_bound(last)) {
        last = it->first;
        f(last, it->second);
    }
}

} // namespace Linescope
