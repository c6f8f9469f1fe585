// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulator's traffic under the rules of TAPI: a TelephonyServer, applications of all habits, and time that passes
// as fast as it can be computed.
#include "providers/simulator/demo.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"
#include "tapi/names.h"
#include "worldcheck.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

using enum CallState;

// Column N of rulebook 2.2, the states that the simulator knows.
const std::map<CallState, std::set<CallState>> normalTransitions = {
    {Unknown, {Offering, DialTone, Dialing, Proceeding, Ringback, Connected, OnHold}}, // T-01: new
    {Offering, {Accepted, Connected, Disconnected, Idle}},                             // T-05
    {Accepted, {Connected, Disconnected, Idle}},                                       // T-06
    {DialTone, {Dialing, Proceeding, Ringback, Connected, SpecialInfo, Disconnected, Idle}},
    {Dialing, {Proceeding, Ringback, Busy, SpecialInfo, Connected, Disconnected, Idle}},
    {Proceeding, {Ringback, Busy, SpecialInfo, Connected, Disconnected, Idle}},
    {Ringback, {Connected, Busy, SpecialInfo, Disconnected, Idle}},
    {Busy, {Disconnected, Idle}},
    {SpecialInfo, {Disconnected, Idle}},
    {Connected, {OnHold, Disconnected, Idle}},
    {OnHold, {Connected, Disconnected, Idle}},
    {Disconnected, {Idle}},
    {Idle, {}}, // T-20
};
constexpr quint32 needsMode = quint32(Busy) | quint32(DialTone) | quint32(SpecialInfo) | quint32(Disconnected);

// Looks at every report as it comes, with rulebook 9 in hand, and complains in words.
class Inspector {
public:
    void see(const EventBatch &batch)
    {
        for (const Event &event : batch)
            std::visit(Overload{[this](const Events::ReportReceived &e) {
                                    std::visit([this](const auto &r) { check(r); }, e.report);
                                },
                                [this](const Events::CommandSent &e) {
                                    std::visit([this](const auto &c) { check(c); }, e.command);
                                },
                                [this](const Events::FindingRaised &e) { complain(e.finding->text); },
                                [](const auto &) {}},
                       event.payload);
    }

    QStringList complaints;
    std::map<std::pair<CallState, CallState>, int> transitions;
    std::map<quint32, int> disconnectModes;
    qsizetype calls = 0;
    qsizetype open = 0; // known to the engine
    std::set<RequestId> pending;

private:
    struct Seen {
        CallState state = Unknown;
        bool fresh = true;         // V-19
        bool locallyEnded = false; // V-21
        CallInfo info;
    };

    void complain(const QString &text)
    {
        if (complaints.size() < 20)
            complaints.append(text);
    }
    Seen *seen(DriverCall call, const char *what)
    {
        const auto it = m_calls.find(call);
        if (it != m_calls.end())
            return &it->second;
        complain(u"V-13, V-18: %1 of unknown %2"_s.arg(QLatin1StringView(what), shortName(call)));
        return nullptr;
    }
    void add(DriverCall call, const CallInfo &info)
    {
        if (!m_names.insert(call).second)
            complain(u"V-25: %1 again"_s.arg(shortName(call)));
        m_calls[call].info = info;
        ++calls;
        ++open;
    }

    void check(const Reports::NewCall &report)
    {
        add(report.call, report.info.unpack());
        checkParties(m_calls[report.call].info);
        if (report.bytes == 0)
            complain(u"R-3: no memory reported"_s);
    }
    void check(const Reports::CallState &report)
    {
        Seen *call = seen(report.call, "state");
        if (!call)
            return;
        const CallState from = std::exchange(call->state, report.state);
        ++transitions[{from, report.state}];
        const QString step = nameOf(from) + u" to "_s + nameOf(report.state);
        if (!normalTransitions.at(from).contains(report.state))
            complain(u"2.2: %1 is not in column N"_s.arg(step));
        const bool talked = from == Connected || from == OnHold;
        if (talked && report.state == Idle && !call->locallyEnded)
            complain(u"V-21: %1 for no reason"_s.arg(step));
        if (bool(quint32(report.state) & needsMode) != (report.mode != 0) && report.state != Connected
            && report.state != Offering)
            complain(u"V-34: mode %1 of %2"_s.arg(report.mode).arg(nameOf(report.state)));
        if (report.state == Disconnected)
            ++disconnectModes[report.mode];
        if (!(call->info.callStates & quint32(report.state)))
            complain(u"V-37: %1 is not in dwCallStates"_s.arg(nameOf(report.state)));
        if (report.mediaModes != MediaMode::InteractiveVoice)
            complain(u"V-38"_s);
        call->fresh = false;
    }
    void check(const Reports::CallInfo &report)
    {
        Seen *call = seen(report.call, "information");
        if (!call)
            return;
        const CallInfo info = report.info.unpack();
        if (changedStates(call->info, info) != report.changed)
            complain(u"V-43, V-44: wrong bits"_s);
        if (call->state == Idle)
            complain(u"V-45: information after IDLE"_s);
        if (call->info.origin != 0 && (info.origin != call->info.origin || info.reason != call->info.reason))
            complain(u"V-52: origin or reason changed"_s);
        call->info = info;
        checkParties(info);
    }
    void check(const Reports::CallBytes &report) { seen(report.call, "memory"); }
    void check(const Reports::Completion &report)
    {
        if (pending.erase(report.request) == 0)
            complain(u"V-1, V-3: %1"_s.arg(shortName(report.request)));
        if (!report.call.isNull())
            add(report.call, {});
    }
    void check(const Commands::MakeCall &command) { pending.insert(command.request); }
    void check(const Commands::ActOnCall &command)
    {
        pending.insert(command.request);
        const auto call = m_calls.find(command.target.driver);
        if (call != m_calls.end() && command.action == Commands::CallAction::Drop)
            call->second.locallyEnded = true;
    }
    void check(const Commands::CloseCall &command) { open -= qsizetype(m_calls.erase(command.target.driver)); }
    template<class Other>
    void check(const Other &)
    {
    }

    void checkParties(const CallInfo &info) // V-51, V-54
    {
        const auto agrees = [](quint32 flags, const QString &number, const QString &name) {
            return bool(flags & quint32(PartyIdFlag::Address)) == !number.isEmpty()
                && bool(flags & quint32(PartyIdFlag::Name)) == !name.isEmpty();
        };
        if (!agrees(info.callerIdFlags, info.callerId, info.callerIdName)
            || !agrees(info.calledIdFlags, info.calledId, info.calledIdName)
            || !agrees(info.connectedIdFlags, info.connectedId, info.connectedIdName))
            complain(u"V-51: flags of a party"_s);
        if (info.trunk != 0xffffffff)
            complain(u"V-54: trunk"_s);
    }

    std::map<DriverCall, Seen> m_calls;
    std::set<DriverCall> m_names;
};

// A whole engine on one thread and a clock that stands still.
class Session {
public:
    explicit Session(const SimulatorSettings &settings, const QList<AppHabits> &apps = demoApps(),
                     const ServerOptions &options = {})
        : server(&clock, options)
    {
        QObject::connect(&server, &TelephonyServer::advanced, &server, [this](const EventBatch &batch) {
            inspector.see(batch);
            replayed.apply(batch);
            if (keepEvents)
                events.append(batch);
        });
        host = std::make_unique<ProviderHost>(
            &server, [this, settings] { return std::make_unique<SimulatorProvider>(&clock, settings); },
            ProviderHost::Threading::Server);
        for (const AppHabits &habits : apps)
            programs.push_back(std::make_unique<VirtualApp>(&server, habits));
        clock.advance(0);
    }

    bool keepEvents = false;
    ManualClock clock;
    TelephonyServer server;
    Inspector inspector;
    World replayed; // from the events alone
    EventBatch events;
    std::unique_ptr<ProviderHost> host;
    std::vector<std::unique_ptr<VirtualApp>> programs;
};

SimulatorSettings busySettings(quint32 seed)
{
    SimulatorSettings settings;
    settings.seed = seed;
    settings.callsPerMinute = 12;
    return settings;
}

EventBatch eventsOf(const SimulatorSettings &settings, Microseconds duration)
{
    Session session(settings);
    session.keepEvents = true;
    session.clock.advance(duration);
    return session.events;
}

} // namespace

class TestSimulatorTraffic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theSameSeedGivesTheSameJournal()
    {
        const EventBatch first = eventsOf(busySettings(7), 2 * 3600_s);
        const EventBatch second = eventsOf(busySettings(7), 2 * 3600_s);
        QVERIFY2(first.size() > 10'000, qPrintable(QString::number(first.size())));
        QCOMPARE(first.size(), second.size());
        for (qsizetype i = 0; i < first.size(); ++i)
            QVERIFY2(first.at(i) == second.at(i), qPrintable(u"event %1 differs"_s.arg(i)));
    }
    void anotherSeedGivesAnotherJournal()
    {
        QVERIFY(eventsOf(busySettings(7), 600_s) != eventsOf(busySettings(8), 600_s));
    }
    void aCallCannotChangeAnother() // what one application does leaves the rest of the traffic alone
    {
        const auto arrivals = [](const QList<AppHabits> &apps) {
            Session session(busySettings(5), apps);
            QStringList callers;
            QObject::connect(
                &session.server, &TelephonyServer::advanced, &session.server, [&](const EventBatch &batch) {
                    for (const Event &event : batch) {
                        const auto *created = std::get_if<Events::CallCreated>(&event.payload);
                        if (created && created->info.number(&CallInfo::origin) == quint32(CallOrigin::External))
                            callers.append(created->info.text(&CallInfo::callerId));
                    }
                });
            session.clock.advance(120_s);
            return callers;
        };
        AppHabits watcher;
        watcher.name = u"watcher"_s;
        const QStringList watched = arrivals({watcher});
        QVERIFY(watched.size() > 5);
        QCOMPARE(arrivals({watcher, watcher}), watched);
    }

    void tenBusyHoursBreakNoRule()
    {
        SimulatorSettings settings;
        settings.lines = 20;
        settings.seed = 11;
        settings.callsPerMinute = 20;
        settings.callsUpAtStart = 20;
        QList<AppHabits> apps = demoApps();
        apps[0].deallocateAfterIdle = 5_s; // this test is not about leaks
        Session session(settings, apps);
        session.clock.advance(10 * 3600_s);
        QCOMPARE(session.inspector.complaints.join(u'\n'), QString());
        QCOMPARE(session.server.world().totals().findings, 0u);
        QVERIFY2(session.inspector.calls > 8'000, qPrintable(QString::number(session.inspector.calls)));
        QVERIFY(session.inspector.open < 200);
        QVERIFY(session.inspector.pending.size() < 10);
        QCOMPARE(contradictions(session.server.world()), QStringList());
        QVERIFY(session.replayed == session.server.world());
    }

    void theWholeMixComes() // every course that a call can take, within an hour
    {
        Session session(busySettings(1));
        session.clock.advance(3600_s);
        const auto &seen = session.inspector.transitions;
        const std::pair<CallState, CallState> expected[] = {
            {Unknown, Offering},       {Unknown, DialTone},      {Unknown, Connected}, {Offering, Connected},
            {Offering, Idle},          {Offering, Disconnected}, {Proceeding, Busy},   {Proceeding, SpecialInfo},
            {Ringback, Connected},     {Ringback, Disconnected}, {Connected, OnHold},  {OnHold, Connected},
            {Connected, Disconnected}, {Disconnected, Idle},
        };
        for (const auto &[from, to] : expected)
            QVERIFY2(seen.contains({from, to}), qPrintable(nameOf(from) + u" to "_s + nameOf(to)));
        for (const DisconnectMode mode : {DisconnectMode::Normal, DisconnectMode::Reject, DisconnectMode::Busy,
                                          DisconnectMode::NoAnswer, DisconnectMode::Congestion})
            QVERIFY2(session.inspector.disconnectModes.contains(quint32(mode)), qPrintable(nameOf(mode)));
        QCOMPARE(session.inspector.complaints.join(u'\n'), QString());
        QCOMPARE(contradictions(session.server), QStringList());
    }

    void theForgetfulProgramLeaksAndTheOthersDoNot() // H-9, R-10
    {
        Session session(busySettings(2));
        session.clock.advance(3600_s);
        const World &world = session.server.world();
        for (const auto &program : session.programs) {
            const App *app = world.app(program->id());
            if (app->name == "crm-popup"_L1)
                QVERIFY2(app->retained > 100, qPrintable(QString::number(app->retained)));
            else
                QVERIFY2(app->retained < 20, qPrintable(app->name));
        }
        QVERIFY(world.totals().retainedProviderBytes > 100 * sizeof(SimulatedCall));
    }

    void memoryReturnsToBaseWhenAllCallsAreReleased()
    {
        SimulatorSettings settings = busySettings(3);
        Session session(settings);
        session.clock.advance(1800_s);
        QVERIFY(session.server.world().totals().providerBytes > 0);
        session.host->stimulate(Stimuli::SetAutomatic{false});
        session.programs.clear(); // every program shuts down: L-40, L-21
        session.clock.advance(600_s);
        const Totals &totals = session.server.world().totals();
        QCOMPARE(totals.providerBytes, 0u);
        QCOMPARE(totals.libraryBytes, 0u);
        QCOMPARE(totals.liveCalls, 0u);
        QCOMPARE(session.inspector.open, 0);
        QCOMPARE(session.inspector.complaints.join(u'\n'), QString());
        QCOMPARE(contradictions(session.server), QStringList());
    }

    void everyStimulusLeavesTheEngineInOrder()
    {
        Session session(busySettings(4));
        const Stimulus stimuli[] = {
            Stimuli::NewIncomingCall{{1}, u"+1 202 555 0199"_s, u"Front desk"_s},
            Stimuli::ForceLineClose{{1}, u"cable cut"_s},
            Stimuli::SetInService{{2}, false},
            Stimuli::AddLine{u"Lobby"_s},
            Stimuli::SetInService{{2}, true},
            Stimuli::RemoveLine{{3}},
            Stimuli::RemoteHangUp{{1}},
            Stimuli::RemoteAnswer{{2}},
            Stimuli::Die{u"segmentation fault"_s},
            Stimuli::SetAutomatic{false},
            Stimuli::SetAutomatic{true},
        };
        for (const Stimulus &stimulus : stimuli) {
            session.clock.advance(60_s);
            session.host->stimulate(stimulus);
            QCOMPARE(session.inspector.complaints.join(u'\n'), QString());
            QCOMPARE(contradictions(session.server), QStringList());
            QVERIFY(session.replayed == session.server.world());
        }
        session.clock.advance(600_s);
        QCOMPARE(session.inspector.complaints.join(u'\n'), QString());
        QCOMPARE(contradictions(session.server), QStringList());
        QCOMPARE(session.server.world().devices().size(), 7u);
        QVERIFY(session.server.world().providers().at(0).up);
        QVERIFY(session.server.world().totals().liveCalls > 0);
    }

    void itRunsInAThreadOfItsOwnOnTheRealClock()
    {
        SimulatorSettings settings = busySettings(6);
        settings.timeScale = 1000;
        Inspector inspector;
        TelephonyServer server(SystemClock::instance());
        connect(&server, &TelephonyServer::advanced, &server, [&](const EventBatch &batch) { inspector.see(batch); });
        const ProviderHost host(
            &server, [=] { return std::make_unique<SimulatorProvider>(SystemClock::instance(), settings); },
            ProviderHost::Threading::Own);
        AppHabits watcher;
        watcher.name = u"watcher"_s;
        watcher.deallocateAfterIdle = 0;
        const VirtualApp app(&server, watcher);
        QTRY_VERIFY(inspector.calls > 50);
        QCOMPARE(inspector.complaints.join(u'\n'), QString());
        QCOMPARE(contradictions(server), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSimulatorTraffic)
#include "tst_simulatortraffic.moc"
