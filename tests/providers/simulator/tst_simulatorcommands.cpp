// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorbench.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;
using Commands::CallAction;

namespace {

constexpr CallState allStates[] = {
    CallState::Offering,   CallState::Accepted, CallState::DialTone,     CallState::Dialing,
    CallState::Proceeding, CallState::Ringback, CallState::Busy,         CallState::SpecialInfo,
    CallState::Connected,  CallState::OnHold,   CallState::Disconnected, CallState::Idle,
};

struct Action {
    CallAction action;
    const char *name;
    QList<CallState> from; // 7.2; of all other states INVALCALLSTATE
    CallState to;
};
const Action actions[] = {
    {CallAction::Accept, "accept", {CallState::Offering}, CallState::Accepted},
    {CallAction::Answer, "answer", {CallState::Offering, CallState::Accepted}, CallState::Connected},
    {CallAction::Hold, "hold", {CallState::Connected}, CallState::OnHold},
    {CallAction::Unhold, "unhold", {CallState::OnHold}, CallState::Connected},
    {CallAction::Drop,
     "drop",
     {CallState::Offering, CallState::Accepted, CallState::DialTone, CallState::Dialing, CallState::Proceeding,
      CallState::Ringback, CallState::Busy, CallState::SpecialInfo, CallState::Connected, CallState::OnHold,
      CallState::Disconnected},
     CallState::Idle},
};

} // namespace

class TestSimulatorCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyCommandInEveryState_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<CallState>("state");
        for (int index = 0; index < int(std::size(actions)); ++index) {
            for (const CallState state : allStates)
                QTest::addRow("%s in %s", actions[index].name, qPrintable(nameOf(state))) << index << state;
        }
    }
    void everyCommandInEveryState()
    {
        QFETCH(int, index);
        QFETCH(CallState, state);
        const Action &action = actions[index];
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(state, SimulatorBench::LeavesStanding);
        QVERIFY(!call.isNull());
        bench.told();

        const RequestId request = bench.act(action.action, call);
        QCOMPARE(bench.told(), QStringList()); // asynchronous
        bench.settle();
        const QStringList told = bench.told();
        if (action.from.contains(state)) {
            QCOMPARE(told.value(0), shortName(request) + u" OK"_s);
            QCOMPARE(bench.stateOf(call), action.to);
            QCOMPARE(told.size(), 2);
        } else {
            QCOMPARE(told, QStringList{shortName(request) + u" INVALCALLSTATE"_s});
            QCOMPARE(bench.stateOf(call), state);
        }
    }

    void aClosedCallIsNeverSpokenOfAgain_data() // V-13, in every state
    {
        QTest::addColumn<CallState>("state");
        QTest::addColumn<DriverLine>("line");
        for (const CallState state : allStates) {
            QTest::addRow("%s, CLOSEDROP", qPrintable(nameOf(state))) << state << SimulatorBench::LeavesStanding;
            QTest::addRow("%s, no CLOSEDROP", qPrintable(nameOf(state))) << state << SimulatorBench::ClearsSlowly;
        }
    }
    void aClosedCallIsNeverSpokenOfAgain()
    {
        QFETCH(CallState, state);
        QFETCH(DriverLine, line);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(state, line);
        QVERIFY(!call.isNull());
        bench.told();
        bench.closeCall(call);
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList());
    }

    // H-26: on reopening, a call that CLOSEDROP ended is gone, the other is found still up, under a new name (V-25).
    void closeDropDecidesWhetherACallLivesOn()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        QVERIFY(bench.devices[SimulatorBench::LeavesStanding]->capFlags.testFlag(DevCapFlag::CloseDrop));
        QVERIFY(!bench.devices[SimulatorBench::ClearsSlowly]->capFlags.testFlag(DevCapFlag::CloseDrop));
        for (const DriverLine line : {SimulatorBench::LeavesStanding, SimulatorBench::ClearsSlowly}) {
            const DriverCall call = bench.callIn(CallState::Offering, line);
            const quint32 number = bench.infos[call].callId;
            bench.closeCall(call);
            bench.simulator.execute(Commands::CloseLine{line});
            bench.told();
            bench.simulator.execute(Commands::OpenLine{line});
            const QStringList told = bench.told();
            if (line == SimulatorBench::LeavesStanding) {
                QCOMPARE(told, QStringList());
            } else {
                QCOMPARE(told.size(), 2);
                QVERIFY(bench.lastCall != call);
                QCOMPARE(bench.infos[bench.lastCall].callId, number); // O-15: the switch knows it by this number
                QCOMPARE(bench.stateOf(bench.lastCall), CallState::Offering);
            }
        }
    }

    void closingACallCompletesItsRequestsFirst() // V-8
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, SimulatorBench::LeavesStanding);
        bench.told();
        bench.act(CallAction::Hold, call);
        bench.act(CallAction::Drop, call);
        bench.closeCall(call);
        QCOMPARE(bench.told(), (QStringList{u"R2 OPERATIONFAILED"_s, u"R3 OPERATIONFAILED"_s}));
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList()); // V-1: once
    }
    void closingAPendingCallFailsItsRequest() // V-10
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const RequestId request = bench.makeCall({1}, u"5550100"_s);
        bench.makeCall({1}, u"5550100"_s);
        bench.simulator.execute(Commands::CloseCall{{CallId{1000 + request.value}, {}}});
        QCOMPARE(bench.told(), QStringList{u"R1 OPERATIONFAILED"_s});
        bench.clock.advance(40_ms);
        QCOMPARE(bench.told().value(0), u"R2 OK d1"_s); // the other one is not touched
    }
    void closingALineCompletesItsRequestsAndSilencesIt() // V-9, V-14
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(CallState::Connected, SimulatorBench::ClearsItself);
        bench.told();
        bench.act(CallAction::Hold, call);
        bench.makeCall(SimulatorBench::ClearsItself, u"5550100"_s);
        bench.simulator.execute(Commands::CloseLine{SimulatorBench::ClearsItself});
        QCOMPARE(bench.told(), (QStringList{u"R2 OPERATIONFAILED"_s, u"R3 OPERATIONFAILED"_s}));
        bench.newIncomingCall(SimulatorBench::ClearsItself);
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void anUnknownCallIsRefused()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.act(CallAction::Drop, {77});
        QCOMPARE(bench.told(), QStringList{u"R1 INVALCALLHANDLE"_s});
    }
    void aLineThatCannotBeOpenedIsClosedWithItsReason()
    {
        SimulatorBench bench;
        bench.simulator.start();
        bench.told();
        bench.simulator.execute(Commands::OpenLine{{99}});
        QCOMPARE(bench.told(), QStringList{u"l99 LINE_CLOSE: The simulator has no such line."_s});
    }

    void aDialledNumberMeetsItsFate_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<quint32>("cause"); // Q.850
        const QStringList dialled{u"DIALTONE NORMAL"_s, u"DIALING"_s, u"PROCEEDING"_s};
        QTest::newRow("rings on without people") << u"5550100"_s << dialled + QStringList{u"RINGBACK"_s} << 0u;
        QTest::newRow("busy") << u"5550117"_s
                              << dialled + QStringList{u"BUSY STATION"_s, u"DISCONNECTED BUSY"_s, u"IDLE"_s} << 17u;
        QTest::newRow("no answer") << u"5550118"_s
                                   << dialled + QStringList{u"RINGBACK"_s, u"DISCONNECTED NOANSWER"_s, u"IDLE"_s}
                                   << 18u;
        QTest::newRow("rejected") << u"5550121"_s << dialled + QStringList{u"DISCONNECTED REJECT"_s, u"IDLE"_s} << 21u;
        QTest::newRow("congestion") << u"5550134"_s
                                    << dialled
                + QStringList{u"SPECIALINFO NOCIRCUIT"_s, u"DISCONNECTED CONGESTION"_s, u"IDLE"_s}
                                    << 34u;
        QTest::newRow("nothing dialled, F-6")
            << QString() << QStringList{u"DIALTONE NORMAL"_s, u"DISCONNECTED BADADDRESS"_s, u"IDLE"_s} << 28u;
    }
    void aDialledNumberMeetsItsFate()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, states);
        QFETCH(quint32, cause);
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall(SimulatorBench::ClearsItself, number);
        bench.clock.advance(3600_s);
        QStringList expected{u"R1 OK d1"_s}; // V-7, V-23: before every state
        for (const QString &state : states)
            expected.append(u"d1 "_s + state);
        QCOMPARE(bench.told(), expected);
        QCOMPARE(bench.infos[bench.lastCall].cause, cause);
        QCOMPARE(bench.infos[bench.lastCall].calledId, number);
    }
    void aBadDialStringFailsAtOnceAndDoesNothing() // V-68, F-44
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall({1}, u"555$100"_s);
        QCOMPARE(bench.told(), QStringList{u"R1 DIALBILLING"_s});
        bench.clock.advance(600_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void aCalledPartyAnswersByItself() // with people
    {
        SimulatorSettings settings = SimulatorBench::quiet();
        settings.automatic = true;
        settings.callsPerMinute = 0;
        SimulatorBench bench(settings);
        bench.startAndOpenAll();
        bench.makeCall(SimulatorBench::ClearsItself, u"5550100"_s);
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(),
                 (QStringList{u"R1 OK d1"_s, u"d1 DIALTONE NORMAL"_s, u"d1 DIALING"_s, u"d1 PROCEEDING"_s,
                              u"d1 RINGBACK"_s, u"d1 CONNECTED ACTIVE"_s, u"d1 DISCONNECTED NORMAL"_s, u"d1 IDLE"_s}));
        QCOMPARE(bench.infos[bench.lastCall].connectedId, u"5550100"_s);
    }

    void answeringASecondCallHoldsTheFirst() // LINEANSWERMODE_HOLD, F-9
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall first = bench.callIn(CallState::Connected, {1});
        const DriverCall second = bench.callIn(CallState::Connected, {1});
        QCOMPARE(bench.stateOf(first), CallState::OnHold);
        bench.act(CallAction::Unhold, first);
        bench.settle();
        QCOMPARE(bench.stateOf(first), CallState::Connected);
        QCOMPARE(bench.stateOf(second), CallState::OnHold);
    }

    void onlyMediaThatAreDetectedAreAnnounced() // V-27, A-18
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.execute(Commands::SetDefaultMediaDetection{{1}, MediaMode::G3Fax});
        bench.newIncomingCall({1});
        QCOMPARE(bench.told(), QStringList());
        bench.simulator.execute(
            Commands::SetDefaultMediaDetection{{1}, MediaMode::G3Fax | MediaMode::InteractiveVoice});
        bench.newIncomingCall({1});
        QCOMPARE(bench.told(), (QStringList{u"l1 LINE_NEWCALL d1"_s, u"d1 OFFERING ACTIVE"_s}));
        bench.simulator.execute(Commands::SetDefaultMediaDetection{{1}, {}}); // monitors only
        bench.newIncomingCall({1});
        QCOMPARE(bench.told(), (QStringList{u"l1 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s}));
    }

    void theRecordSaysWhoCallsWhom() // 8.2, V-37, V-43, V-51, V-54
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.newIncomingCall({1});
        CallInfo info = bench.infos[call];
        QCOMPARE(info.callerId, u"+1 202 555 0123"_s);
        QCOMPARE(info.callerIdName, u"Reception"_s);
        QCOMPARE(info.callerIdFlags, quint32(PartyIdFlag::Address) | quint32(PartyIdFlag::Name));
        QCOMPARE(info.calledId, u"1001"_s);
        QCOMPARE(info.connectedIdFlags, quint32(PartyIdFlag::Unknown)); // S-50
        QCOMPARE(info.origin, quint32(CallOrigin::External));
        QCOMPARE(info.mediaMode, quint32(MediaMode::InteractiveVoice));
        QCOMPARE(info.bearerMode, quint32(BearerMode::Voice));
        QCOMPARE(info.trunk, 0xffffffffu);
        QCOMPARE(info.providerRef, u"sim-1"_s);
        QCOMPARE(info.group, u"sim-1"_s);
        QCOMPARE(info.callId, 1u);
        QVERIFY(info.callStates & quint32(CallState::Offering));
        QVERIFY(!(info.callStates & quint32(CallState::DialTone)));

        bench.act(CallAction::Answer, call);
        bench.settle();
        QCOMPARE(bench.infos[call].connectedId, u"1001"_s);
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::ConnectedId));
        bench.act(CallAction::Drop, call);
        bench.settle();
        QCOMPARE(bench.infos[call].cause, 16u);
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::DevSpecific));
    }
    void aWithheldNumberIsBlocked() // V-51
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
        QCOMPARE(bench.infos[bench.lastCall].callerIdFlags, quint32(PartyIdFlag::Blocked));
    }
    void memoryGrowsWithTheStrings() // measured, not invented
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.stimulate(Stimuli::NewIncomingCall{{1}, u"1"_s, {}});
        const quint32 small = bench.bytes[bench.lastCall];
        bench.simulator.stimulate(Stimuli::NewIncomingCall{{1}, QString(201, u'1'), {}});
        const DriverCall call = bench.lastCall;
        const quint32 large = bench.bytes[call];
        QVERIFY2(large >= small + 200 && large < small + 300, qPrintable(QString::number(large - small)));
        QVERIFY(small > sizeof(SimulatedCall) && small < 1000);
        bench.act(CallAction::Answer, call);
        bench.settle();
        QVERIFY(bench.bytes[call] > large); // the connected party came
    }
};

QTEST_GUILESS_MAIN(TestSimulatorCommands)
#include "tst_simulatorcommands.moc"
