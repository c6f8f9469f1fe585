// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulator's traffic under the rules of TAPI: a TelephonyServer, applications of all habits, and time that passes
// as fast as it can be computed.
#include "inspector.h"
#include "providers/simulator/demo.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"
#include "tapi/names.h"
#include "worldcheck.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using enum CallState;

namespace {

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
        QVERIFY2(session.inspector.callsSeen > 8'000, qPrintable(QString::number(session.inspector.callsSeen)));
        QVERIFY(session.inspector.calls.size() < 200);
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
        QCOMPARE(session.inspector.calls.size(), 0u);
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
        QTRY_VERIFY(inspector.callsSeen > 50);
        QCOMPARE(inspector.complaints.join(u'\n'), QString());
        QCOMPARE(contradictions(server), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSimulatorTraffic)
#include "tst_simulatortraffic.moc"
