// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorbench.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;
using Commands::CallAction;

class TestSimulatorStimuli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void startingReportsLinesAndHealth()
    {
        SimulatorBench bench;
        bench.simulator.start();
        QCOMPARE(
            bench.told(),
            (QStringList{u"l1 added: Line 1"_s, u"l2 added: Line 2"_s, u"l3 added: Line 3"_s, u"l4 added: Line 4"_s}));
        QCOMPARE(bench.healths, (QList<Health>{{true, u"Simulating: calls come on request."_s}}));
    }
    void callsThatAreUpAreFoundWhenTheLineIsOpened() // L-45, O-8
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.callsUpAtStart = 5; // on four lines
        SimulatorBench bench(settings);
        bench.simulator.start();
        bench.told();
        bench.simulator.execute(Commands::OpenLine{{1}});
        QCOMPARE(
            bench.told(),
            (QStringList{u"l1 LINE_NEWCALL d1"_s, u"d1 CONNECTED ACTIVE"_s, u"l1 LINE_NEWCALL d2"_s, u"d2 ONHOLD"_s}));
        QCOMPARE(bench.infos[{1}].connectedId, u"1001"_s);
        QCOMPARE(bench.infos[{1}].connectedIdName, u"Line 1"_s);
        bench.simulator.execute(Commands::OpenLine{{2}});
        QCOMPARE(bench.told(), (QStringList{u"l2 LINE_NEWCALL d3"_s, u"d3 CONNECTED ACTIVE"_s}));
    }

    void anIncomingCallRingsUntilSomethingHappens()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.newIncomingCall({1});
        QCOMPARE(bench.told(), (QStringList{u"l1 LINE_NEWCALL d1"_s, u"d1 OFFERING ACTIVE"_s})); // V-18, V-19
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void longTextIsCut()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.stimulate(Stimuli::NewIncomingCall{{1}, QString(100'000, u'1'), QString(100'000, u'x')});
        QCOMPARE(bench.infos[bench.lastCall].callerId.size(), 256);
        QCOMPARE(bench.infos[bench.lastCall].callerIdName.size(), 256);
    }
    void aLineHoldsOnlySoManyCalls()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        for (int i = 0; i < 1002; ++i)
            bench.newIncomingCall({1});
        QCOMPARE(bench.states.size(), 1000u);
        bench.told();
        bench.makeCall({1}, u"5550100"_s);
        bench.settle();
        QCOMPARE(bench.told(), QStringList{u"R1 CALLUNAVAIL"_s});
    }

    void theRemotePartyAnswers_data()
    {
        QTest::addColumn<CallState>("state");
        QTest::addColumn<bool>("answers");
        QTest::newRow("dialling") << CallState::Dialing << false;
        QTest::newRow("on its way") << CallState::Proceeding << true;
        QTest::newRow("ringing") << CallState::Ringback << true;
        QTest::newRow("busy") << CallState::Busy << false;
        QTest::newRow("incoming") << CallState::Offering << false;
        QTest::newRow("over") << CallState::Idle << false;
    }
    void theRemotePartyAnswers()
    {
        QFETCH(CallState, state);
        QFETCH(bool, answers);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(state, {1});
        bench.simulator.stimulate(Stimuli::RemoteAnswer{call});
        QCOMPARE(bench.stateOf(call), answers ? CallState::Connected : state);
    }

    void theRemotePartyHangsUp_data() // S-25, S-26, V-21
    {
        QTest::addColumn<CallState>("state");
        QTest::addColumn<DriverLine>("line");
        QTest::addColumn<QStringList>("atOnce");
        QTest::addColumn<QStringList>("later");
        const QStringList normal{u"d1 DISCONNECTED NORMAL"_s};
        const QStringList reject{u"d1 DISCONNECTED REJECT"_s};
        const QStringList idle{u"d1 IDLE"_s};
        const QStringList none;
        QTest::newRow("talking") << CallState::Connected << SimulatorBench::ClearsItself << normal << idle;
        QTest::newRow("talking, slow line") << CallState::Connected << SimulatorBench::ClearsSlowly << normal << idle;
        QTest::newRow("talking, needs a drop")
            << CallState::Connected << SimulatorBench::LeavesStanding << normal << none;
        QTest::newRow("held") << CallState::OnHold << SimulatorBench::ClearsItself << normal << idle;
        QTest::newRow("offered") << CallState::Offering << SimulatorBench::ClearsItself << idle << none;
        QTest::newRow("offered, needs a drop")
            << CallState::Offering << SimulatorBench::LeavesStanding << normal << none;
        QTest::newRow("accepted") << CallState::Accepted << SimulatorBench::ClearsSlowly << normal << idle;
        QTest::newRow("ringing") << CallState::Ringback << SimulatorBench::ClearsItself << reject << idle;
        QTest::newRow("dialling") << CallState::Dialing << SimulatorBench::ClearsItself << reject << idle;
        QTest::newRow("busy") << CallState::Busy << SimulatorBench::ClearsItself
                              << QStringList{u"d1 DISCONNECTED BUSY"_s} << idle;
        QTest::newRow("failed") << CallState::SpecialInfo << SimulatorBench::ClearsItself
                                << QStringList{u"d1 DISCONNECTED CONGESTION"_s} << idle;
        QTest::newRow("gone") << CallState::Disconnected << SimulatorBench::LeavesStanding << none << none;
        QTest::newRow("over") << CallState::Idle << SimulatorBench::ClearsItself << none << none;
    }
    void theRemotePartyHangsUp()
    {
        QFETCH(CallState, state);
        QFETCH(DriverLine, line);
        QFETCH(QStringList, atOnce);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(state, line);
        bench.told();
        bench.simulator.stimulate(Stimuli::RemoteHangUp{call});
        QCOMPARE(bench.told(), atOnce);
        bench.clock.advance(10_s);
        QFETCH(QStringList, later);
        QCOMPARE(bench.told(), later);
        QVERIFY(bench.infos[call].cause != 0 || state == CallState::Idle);
    }
    void aStandingCallClearsAfterFiveMinutes() // A-9, S-27
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.callIn(CallState::Disconnected, SimulatorBench::LeavesStanding);
        bench.told();
        bench.clock.advance(299_s);
        QCOMPARE(bench.told(), QStringList());
        bench.clock.advance(2_s);
        QCOMPARE(bench.told(), QStringList{u"d1 IDLE"_s});
    }

    void aForcedCloseCompletesRequestsThenIsSilent() // L-27, V-58, V-59
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, SimulatorBench::ClearsItself);
        bench.told();
        bench.act(CallAction::Hold, call);
        bench.simulator.stimulate(Stimuli::ForceLineClose{SimulatorBench::ClearsItself, u"cable cut"_s});
        QCOMPARE(bench.told(), (QStringList{u"R2 OPERATIONFAILED"_s, u"l1 LINE_CLOSE: cable cut"_s}));
        bench.simulator.stimulate(Stimuli::RemoteHangUp{call});
        bench.newIncomingCall(SimulatorBench::ClearsItself);
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList());
        bench.simulator.stimulate(Stimuli::ForceLineClose{SimulatorBench::ClearsItself, {}}); // it is closing already
        QCOMPARE(bench.told(), QStringList());
    }
    void aForcedCloseLetsTheLineBeOpenedAgain() // L-29
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, SimulatorBench::ClearsItself);
        bench.simulator.stimulate(Stimuli::ForceLineClose{SimulatorBench::ClearsItself, {}});
        bench.closeCall(call);
        bench.simulator.execute(Commands::CloseLine{SimulatorBench::ClearsItself});
        bench.told();
        bench.simulator.execute(Commands::OpenLine{SimulatorBench::ClearsItself});
        QCOMPARE(bench.told(), (QStringList{u"l1 LINE_NEWCALL d2"_s, u"d2 CONNECTED ACTIVE"_s})); // it lived on
    }

    void outOfServiceEndsCallsAndRefusesRequests() // V-67, L-32
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, SimulatorBench::LeavesStanding);
        bench.told();
        bench.simulator.stimulate(Stimuli::SetInService{SimulatorBench::LeavesStanding, false});
        QCOMPARE(bench.told(), (QStringList{u"l2 out of service"_s, u"d1 DISCONNECTED UNREACHABLE"_s, u"d1 IDLE"_s}));
        QCOMPARE(bench.infos[call].cause, 27u);
        bench.newIncomingCall(SimulatorBench::LeavesStanding);
        QCOMPARE(bench.told(), QStringList());
        bench.makeCall(SimulatorBench::LeavesStanding, u"5550100"_s);
        bench.settle();
        QCOMPARE(bench.told(), QStringList{u"R2 INVALLINESTATE"_s});

        bench.simulator.stimulate(Stimuli::SetInService{SimulatorBench::LeavesStanding, true});
        bench.simulator.stimulate(Stimuli::SetInService{SimulatorBench::LeavesStanding, true}); // no news
        QCOMPARE(bench.told(), QStringList{u"l2 in service"_s});
        bench.newIncomingCall(SimulatorBench::LeavesStanding);
        QCOMPARE(bench.told().size(), 2);
    }

    void aRemovedLineIsGone() // L-30, V-64
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, {1});
        bench.told();
        bench.act(CallAction::Hold, call);
        bench.simulator.stimulate(Stimuli::RemoveLine{{1}});
        QCOMPARE(bench.told(), (QStringList{u"R2 OPERATIONFAILED"_s, u"l1 removed"_s}));
        bench.closeCall(call); // as the engine does
        bench.simulator.execute(Commands::CloseLine{{1}});
        bench.newIncomingCall({1});
        bench.simulator.stimulate(Stimuli::RemoveLine{{1}});
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void aLineCanBeAdded_data() // L-33
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("added");
        QTest::newRow("named") << u"Lobby"_s << u"l5 added: Lobby"_s;
        QTest::newRow("unnamed") << QString() << u"l5 added: Line 5"_s;
        QTest::newRow("spaces") << u"  "_s << u"l5 added: Line 5"_s;
        QTest::newRow("name is taken") << u"Line 2"_s << u"l5 added: Line 5"_s;
        QTest::newRow("long") << QString(1000, u'x') << u"l5 added: "_s + QString(256, u'x');
    }
    void aLineCanBeAdded()
    {
        QFETCH(QString, name);
        QFETCH(QString, added);
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.stimulate(Stimuli::AddLine{name});
        QCOMPARE(bench.told(), QStringList{added});
        bench.simulator.execute(Commands::OpenLine{{5}});
        bench.newIncomingCall({5});
        QCOMPARE(bench.told(), (QStringList{u"l5 LINE_NEWCALL d1"_s, u"d1 OFFERING ACTIVE"_s}));
    }
    void thereIsALimitToLines()
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.lines = SimulatorSettings::MaxLines;
        SimulatorBench bench(settings);
        bench.simulator.start();
        QCOMPARE(bench.told().size(), SimulatorSettings::MaxLines);
        bench.simulator.stimulate(Stimuli::AddLine{u"one more"_s});
        QCOMPARE(bench.told(), QStringList());
    }

    void automaticModeCanBeSwitched()
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.callsPerMinute = 30;
        SimulatorBench bench(settings);
        bench.startAndOpenAll();
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList());

        bench.simulator.stimulate(Stimuli::SetAutomatic{true});
        bench.clock.advance(600_s);
        QVERIFY(bench.told().size() > 200);
        QCOMPARE(bench.healths.last().text, u"Simulating: calls come and go by themselves, 30 a minute on average."_s);

        bench.simulator.stimulate(Stimuli::SetAutomatic{false});
        bench.clock.advance(600_s); // the network brings to an end what it has begun
        bench.told();
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList());
        QCOMPARE(bench.healths.size(), 3);
    }

    void afterDeathTheSameLinesComeBackWithoutCalls() // L-45
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.callsUpAtStart = 4;
        SimulatorBench bench(settings);
        bench.startAndOpenAll();
        bench.simulator.stimulate(Stimuli::AddLine{u"Lobby"_s});
        bench.simulator.stimulate(Stimuli::RemoveLine{{2}});
        bench.simulator.stimulate(Stimuli::SetInService{{3}, false});
        bench.makeCall({1}, u"5550100"_s);
        bench.told();
        const quint32 lastBefore = bench.lastCall.value;

        bench.simulator.stimulate(Stimuli::Die{u"segmentation fault"_s});
        QCOMPARE(bench.deaths, QStringList{u"segmentation fault"_s});
        bench.newIncomingCall({1});
        bench.simulator.execute(Commands::OpenLine{{1}});
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList()); // dead

        bench.simulator.start();
        QCOMPARE(
            bench.told(),
            (QStringList{u"l1 added: Line 1"_s, u"l3 added: Line 3"_s, u"l4 added: Line 4"_s, u"l5 added: Lobby"_s}));
        QVERIFY(!bench.devices[{3}]->inService);
        bench.simulator.execute(Commands::OpenLine{{1}});
        QCOMPARE(bench.told(), QStringList());
        QVERIFY(bench.newIncomingCall({1}).value > lastBefore); // V-25: no name is given twice
    }
    void afterStopNothingIsReported()
    {
        SimulatorSettings settings;
        settings.callsPerMinute = 600;
        SimulatorBench bench(settings);
        bench.startAndOpenAll();
        bench.clock.advance(10_s);
        QVERIFY(!bench.told().isEmpty());
        bench.simulator.stop();
        const qsizetype healths = bench.healths.size();
        bench.clock.advance(600_s);
        bench.simulator.stimulate(Stimuli::SetAutomatic{false});
        QCOMPARE(bench.told(), QStringList());
        QCOMPARE(bench.healths.size(), healths);
    }
    void timeCanRunFaster()
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.timeScale = 10;
        SimulatorBench bench(settings);
        bench.startAndOpenAll();
        bench.makeCall({1}, u"5550118"_s);
        bench.clock.advance(4_s); // no answer: 30 s at most, and the dialling
        QCOMPARE(bench.stateOf({1}), CallState::Idle);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorStimuli)
#include "tst_simulatorstimuli.moc"
