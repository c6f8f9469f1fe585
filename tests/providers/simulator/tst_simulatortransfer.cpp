// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands that make calls from calls, swap them, send them on, and bring them together.
#include "simulatorbench.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;
using Commands::CallAction;
using enum CallState;

namespace {

constexpr DriverLine One = SimulatorBench::ClearsItself;
constexpr DriverLine Two = SimulatorBench::LeavesStanding; // number 1002

constexpr CallState allStates[] = {
    Offering,  Accepted, DialTone,    Dialing,        Proceeding,         Ringback,     Busy, SpecialInfo,
    Connected, OnHold,   Conferenced, OnHoldPendConf, OnHoldPendTransfer, Disconnected, Idle,
};

struct Verb {
    const char *name;
    CallStates from; // 7.2; of all other states INVALCALLSTATE
    RequestId (*ask)(SimulatorBench &bench, DriverLine line, const CallTarget &call);
};
constexpr CallStates live = CallStates::fromInt(0xffff & ~quint32(Idle));
const Verb verbs[] = {
    {"setupTransfer", Connected,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::SetupTransfer{{}, call, CallId{3001}});
     }},
    {"setupConference", Connected,
     [](SimulatorBench &bench, DriverLine line, const CallTarget &call) {
         return bench.ask(Commands::SetupConference{{}, line, call, CallId{3001}, CallId{3002}, 3});
     }},
    {"blindTransfer", Connected,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::BlindTransfer{{}, call, u"5550100"_s});
     }},
    {"redirect", Offering,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::Redirect{{}, call, u"5550100"_s});
     }},
    {"park", Connected,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::Park{{}, call, ParkMode::NonDirected, {}});
     }},
    {"dial", CallStates(DialTone) | Dialing,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::Dial{{}, call, u"1"_s});
     }},
    {"completeCall", CallStates(Busy) | Ringback,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::CompleteCall{{}, call, CallComplMode::CampOn, 0});
     }},
    {"sendUserUserInfo", CallStates(Connected) | Offering | Accepted | Ringback,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::SendUserUserInfo{{}, call, "hello"});
     }},
    {"setCallData", live,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.ask(Commands::SetCallData{{}, call, "data"});
     }},
    {"secureCall", live,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.act(CallAction::SecureCall, call.driver);
     }},
    {"releaseUserUserInfo", live,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.act(CallAction::ReleaseUserUserInfo, call.driver);
     }},
    {"removeFromConference", Conferenced,
     [](SimulatorBench &bench, DriverLine, const CallTarget &call) {
         return bench.act(CallAction::RemoveFromConference, call.driver);
     }},
};

QString ok(quint32 request) { return u"R%1 OK"_s.arg(request); }

} // namespace

class TestSimulatorTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyVerbInEveryState_data() // F-7, F-20, F-22, F-23, F-26, F-27, F-30, F-31, F-36
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<CallState>("state");
        for (int index = 0; index < int(std::size(verbs)); ++index) {
            for (const CallState state : allStates)
                QTest::addRow("%s in %s", verbs[index].name, qPrintable(nameOf(state))) << index << state;
        }
    }
    void everyVerbInEveryState()
    {
        QFETCH(int, index);
        QFETCH(CallState, state);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callInAny(state, Two);
        QCOMPARE(bench.stateOf(call), state);
        bench.told();

        const RequestId request = verbs[index].ask(bench, Two, SimulatorBench::target(call));
        QCOMPARE(bench.told(), QStringList()); // asynchronous
        bench.settle();
        const QStringList told = bench.told();
        if (verbs[index].from.testFlag(state)) {
            QVERIFY2(told.value(0).startsWith(ok(request.value)), qPrintable(told.join(u'\n')));
        } else {
            QCOMPARE(told, QStringList{shortName(request) + u" INVALCALLSTATE"_s});
            QCOMPARE(bench.stateOf(call), state);
        }
    }
    void nothingWorksOnALineThatIsOutOfService_data() // V-67
    {
        QTest::addColumn<int>("index");
        for (int index = 0; index < int(std::size(verbs)); ++index)
            QTest::addRow("%s", verbs[index].name) << index;
    }
    void nothingWorksOnALineThatIsOutOfService()
    {
        QFETCH(int, index);
        SimulatorBench bench;
        bench.startAndOpenAll();
        CallState state = Idle;
        for (const CallState candidate : allStates) {
            if (verbs[index].from.testFlag(candidate))
                state = candidate;
        }
        const DriverCall call = bench.callInAny(state, Two);
        const RequestId request = verbs[index].ask(bench, Two, SimulatorBench::target(call));
        bench.simulator.stimulate(Stimuli::SetInService{Two, false});
        QCOMPARE(bench.stateOf(call), Idle);
        bench.told();
        bench.settle();
        QCOMPARE(bench.told(), QStringList{shortName(request) + u" INVALCALLSTATE"_s});
    }
    void everyVerbEndsWithItsCallAndItsLine_data() // V-8, V-9, V-1
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("line");
        for (int index = 0; index < int(std::size(verbs)); ++index) {
            QTest::addRow("%s, call", verbs[index].name) << index << false;
            QTest::addRow("%s, line", verbs[index].name) << index << true;
        }
    }
    void everyVerbEndsWithItsCallAndItsLine()
    {
        QFETCH(int, index);
        QFETCH(bool, line);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, Two);
        bench.told();
        const RequestId request = verbs[index].ask(bench, Two, SimulatorBench::target(call));
        if (line)
            bench.simulator.execute(Commands::CloseLine{Two});
        else
            bench.closeCall(call);
        QCOMPARE(bench.told(), QStringList{shortName(request) + u" OPERATIONFAILED"_s});
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList()); // V-13, V-14, V-24
    }
    void aCallToBeMadeIsGivenUpByItsName_data() // V-10, H-29
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<quint32>("made");
        QTest::newRow("consultation call") << 0 << 3001u;
        QTest::newRow("conference") << 1 << 3001u;
        QTest::newRow("its consultation call") << 1 << 3002u;
    }
    void aCallToBeMadeIsGivenUpByItsName()
    {
        QFETCH(int, index);
        QFETCH(quint32, made);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, Two);
        bench.told();
        const RequestId request = verbs[index].ask(bench, Two, SimulatorBench::target(call));
        bench.simulator.execute(Commands::CloseCall{{CallId{made}, {}}});
        QCOMPARE(bench.told(), QStringList{shortName(request) + u" OPERATIONFAILED"_s});
        bench.settle();
        QCOMPARE(bench.told(), QStringList());
        QCOMPARE(bench.stateOf(call), Connected);
    }
    void anUnknownCallIsRefused()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        for (const Verb &verb : verbs) {
            const RequestId request = verb.ask(bench, Two, SimulatorBench::target({77}));
            QCOMPARE(bench.told(), QStringList{shortName(request) + u" INVALCALLHANDLE"_s});
        }
    }
    void callsOfTwoLinesAreNotSwapped() // H-45
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall held = bench.callIn(OnHold, One);
        const DriverCall active = bench.callIn(Connected, Two);
        bench.told();
        bench.ask(Commands::SwapHold{{}, SimulatorBench::target(active), SimulatorBench::target(held)});
        QVERIFY(bench.told().value(0).endsWith(u" INVALCALLHANDLE"_s));
    }

    // ---- holding ----

    void theHeldAndTheActiveCallAreSwapped() // F-19, V-71
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall first = bench.callIn(Connected, One);
        const DriverCall second = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::SwapHold{{}, SimulatorBench::target(second), SimulatorBench::target(first)});
        QCOMPARE(bench.told(), (QStringList{u"R3 OK"_s, u"d2 ONHOLD"_s, u"d1 CONNECTED ACTIVE"_s}));
        bench.order(Commands::SwapHold{{}, SimulatorBench::target(second), SimulatorBench::target(first)});
        QCOMPARE(bench.told(), QStringList{u"R4 INVALCALLSTATE"_s});
    }
    void aConsultationIsSwappedAndComesBack() // F-19, F-18
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callInSetup(OnHoldPendTransfer, One);
        const DriverCall consult = bench.lastCall;
        bench.order(Commands::Dial{{}, SimulatorBench::target(consult), u"5550100"_s});
        QVERIFY(bench.reaches(Ringback));
        bench.simulator.stimulate(Stimuli::RemoteAnswer{consult});
        bench.told();
        bench.order(Commands::SwapHold{{}, SimulatorBench::target(consult), SimulatorBench::target(call)});
        QCOMPARE(bench.told(), (QStringList{u"R4 OK"_s, u"d2 ONHOLDPENDTRANSFER"_s, u"d1 CONNECTED ACTIVE"_s}));
        bench.act(CallAction::Unhold, consult);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R5 OK"_s, u"d1 ONHOLDPENDTRANSFER"_s, u"d2 CONNECTED ACTIVE"_s}));
    }

    // ---- transfer ----

    void aCallIsTransferred() // F-20, F-21, V-22, V-23, V-72
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::SetupTransfer{{}, SimulatorBench::target(call), CallId{2001}});
        QCOMPARE(bench.told(), (QStringList{u"R2 OK d2"_s, u"d1 ONHOLDPENDTRANSFER"_s, u"d2 DIALTONE NORMAL"_s}));
        const DriverCall consult = bench.lastCall;
        QCOMPARE(bench.infos[consult].relatedCallId, bench.infos[call].callId);
        bench.order(Commands::Dial{{}, SimulatorBench::target(consult), u"+1 202 555 0142"_s});
        QVERIFY(bench.reaches(Ringback));
        QCOMPARE(bench.told(), (QStringList{u"R3 OK"_s, u"d2 DIALING"_s, u"d2 PROCEEDING"_s, u"d2 RINGBACK"_s}));
        bench.order(Commands::CompleteTransfer{
            {}, SimulatorBench::target(call), SimulatorBench::target(consult), TransferMode::Transfer, {}});
        QCOMPARE(bench.told(), (QStringList{u"R4 OK"_s, u"d1 IDLE"_s, u"d2 IDLE"_s}));
        QCOMPARE(bench.infos[call].redirectionId, u"+1 202 555 0142"_s); // I-47
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void aTransferNeedsAConsultationCallThatGoesThrough_data() // F-21
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<CallState>("state");
        QTest::addColumn<QString>("transfer");
        QTest::addColumn<QString>("conference");
        const QString wrong = u"INVALCALLSTATE"_s;
        QTest::newRow("DIALTONE") << QString() << DialTone << wrong << wrong;
        QTest::newRow("PROCEEDING") << u"5550100"_s << Proceeding << u"OK"_s << u"OK d3"_s;
        QTest::newRow("RINGBACK") << u"5550100"_s << Ringback << u"OK"_s << u"OK d3"_s;
        QTest::newRow("BUSY") << u"5550117"_s << Busy << u"OK"_s << u"OPERATIONFAILED"_s;
        QTest::newRow("DISCONNECTED") << u"5550121"_s << Disconnected << wrong << wrong;
    }
    void aTransferNeedsAConsultationCallThatGoesThrough()
    {
        QFETCH(QString, number);
        QFETCH(CallState, state);
        QFETCH(QString, transfer);
        QFETCH(QString, conference);
        for (const TransferMode mode : {TransferMode::Transfer, TransferMode::Conference}) {
            SimulatorBench bench;
            bench.startAndOpenAll();
            const DriverCall call = bench.callInSetup(OnHoldPendTransfer, Two);
            const DriverCall consult = bench.lastCall;
            if (!number.isEmpty())
                bench.order(Commands::Dial{{}, SimulatorBench::target(consult), number});
            QVERIFY(bench.reaches(state));
            bench.told();
            const RequestId request = bench.ask(Commands::CompleteTransfer{
                {}, SimulatorBench::target(call), SimulatorBench::target(consult), mode, CallId{2003}});
            bench.settle();
            QCOMPARE(bench.told().value(0),
                     shortName(request) + u' ' + (mode == TransferMode::Transfer ? transfer : conference));
        }
    }
    void droppingTheConsultationCallBringsTheFirstOneBack() // F-10
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.callInSetup(OnHoldPendTransfer, One);
        bench.told();
        bench.act(CallAction::Drop, bench.lastCall);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R3 OK"_s, u"d2 IDLE"_s, u"d1 CONNECTED ACTIVE"_s}));
    }
    void aConsultationCallWithoutDigitsGivesUp()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.callInSetup(OnHoldPendTransfer, One);
        bench.told();
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), (QStringList{u"d2 DISCONNECTED BADADDRESS"_s, u"d2 IDLE"_s, u"d1 CONNECTED ACTIVE"_s}));
    }
    void takingTheFirstCallBackEndsTheConsultation() // F-18
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callInSetup(OnHoldPendTransfer, One);
        bench.told();
        bench.act(CallAction::Unhold, call);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R3 OK"_s, u"d2 IDLE"_s, u"d1 CONNECTED ACTIVE"_s}));
    }
    void theFirstPartyHangsUpWhileItWaits()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callInSetup(OnHoldPendTransfer, One);
        bench.told();
        bench.simulator.stimulate(Stimuli::RemoteHangUp{call});
        bench.clock.advance(1_s);
        QCOMPARE(bench.told(), (QStringList{u"d1 DISCONNECTED NORMAL"_s, u"d1 IDLE"_s}));
        QCOMPARE(bench.stateOf(bench.lastCall), DialTone);
    }
    void aBlindTransferRingsOnAnotherLine() // F-22
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::BlindTransfer{{}, SimulatorBench::target(call), u"1002"_s});
        QCOMPARE(bench.told(),
                 (QStringList{u"R2 OK"_s, u"d1 IDLE"_s, u"l2 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s}));
        QCOMPARE(bench.infos[call].redirectionId, u"1002"_s);
        const CallInfo info = bench.infos[bench.lastCall];
        QCOMPARE(info.reason, quint32(CallReason::Transfer));
        QCOMPARE(info.callerId, u"+1 202 555 0123"_s);
        QCOMPARE(info.redirectingId, u"1001"_s);
        QCOMPARE(info.group, bench.infos[call].group);
    }
    void aRedirectedCallGoesElsewhere() // F-30
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Offering, One);
        bench.told();
        bench.order(Commands::Redirect{{}, SimulatorBench::target(call), u"1002"_s});
        QCOMPARE(bench.told(),
                 (QStringList{u"R1 OK"_s, u"d1 IDLE"_s, u"l2 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s}));
        QCOMPARE(bench.infos[bench.lastCall].reason, quint32(CallReason::Redirect));
        const DriverCall other = bench.callIn(Offering, One);
        bench.told();
        bench.order(Commands::Redirect{{}, SimulatorBench::target(other), u"+1 202 555 0142"_s});
        QCOMPARE(bench.told(), (QStringList{u"R2 OK"_s, u"d3 IDLE"_s})); // out of the simulator's sight
    }
    void nobodyIsSentToABadAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("result");
        QTest::newRow("empty") << QString() << u"INVALADDRESS"_s;
        QTest::newRow("not all of it") << u"555;"_s << u"INVALADDRESS"_s;
        QTest::newRow("letters") << u"Reception"_s << u"INVALADDRESS"_s;
        QTest::newRow("V-68") << u"555W01"_s << u"DIALDIALTONE"_s;
    }
    void nobodyIsSentToABadAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, result);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        const DriverCall offered = bench.callIn(Offering, Two);
        bench.told();
        bench.order(Commands::BlindTransfer{{}, SimulatorBench::target(call), address});
        bench.order(Commands::Redirect{{}, SimulatorBench::target(offered), address});
        QCOMPARE(bench.told(), (QStringList{u"R2 "_s + result, u"R3 "_s + result}));
    }

    // ---- conference ----

    void aConferenceIsSetUpFromACall() // F-23, V-22, V-23, V-39, T-04
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::SetupConference{{}, One, SimulatorBench::target(call), CallId{2001}, CallId{2002}, 3});
        QCOMPARE(
            bench.told(),
            (QStringList{u"R2 OK d2 d3"_s, u"d2 ONHOLDPENDCONF"_s, u"d1 CONFERENCED d2"_s, u"d3 DIALTONE NORMAL"_s}));
        QCOMPARE(bench.infos[{2}].origin, quint32(CallOrigin::Conference));
        const CallTarget consult = SimulatorBench::target(bench.lastConsult);
        bench.order(Commands::Dial{{}, consult, u"5550100"_s});
        bench.clock.advance(10_s);
        bench.told();
        bench.order(Commands::AddToConference{{}, SimulatorBench::target({2}), consult}); // F-25
        QCOMPARE(bench.told(), (QStringList{u"R4 OK"_s, u"d3 CONFERENCED d2"_s, u"d2 CONNECTED ACTIVE"_s}));
    }
    void aConferenceIsSetUpWithoutACall() // F-23
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.order(Commands::SetupConference{{}, One, {}, CallId{2001}, CallId{2002}, 3});
        QCOMPARE(bench.told(), (QStringList{u"R1 OK d1 d2"_s, u"d1 ONHOLDPENDCONF"_s, u"d2 DIALTONE NORMAL"_s}));
        bench.act(CallAction::Drop, {2});
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R2 OK"_s, u"d2 IDLE"_s, u"d1 DISCONNECTED NORMAL"_s, u"d1 IDLE"_s}));
    }
    void aTransferBecomesAConference() // F-21, V-72
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.conferenceOn(One);
        QCOMPARE(
            bench.told().last(4),
            (QStringList{u"R4 OK d3"_s, u"d1 CONFERENCED d3"_s, u"d2 CONFERENCED d3"_s, u"d3 CONNECTED ACTIVE"_s}));
    }
    void aThirdPartyIsAdded() // F-24
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const CallTarget conference = SimulatorBench::target(bench.conferenceOn(One));
        bench.told();
        bench.order(Commands::PrepareAddToConference{{}, conference, CallId{2004}});
        QCOMPARE(bench.told(), (QStringList{u"R5 OK d4"_s, u"d3 ONHOLDPENDCONF"_s, u"d4 DIALTONE NORMAL"_s}));
        bench.act(CallAction::Drop, {4}); // he is not there
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R6 OK"_s, u"d4 IDLE"_s, u"d3 CONNECTED ACTIVE"_s}));
        bench.order(Commands::PrepareAddToConference{{}, conference, CallId{2005}});
        bench.order(Commands::Dial{{}, SimulatorBench::target({5}), u"5550100"_s});
        bench.clock.advance(10_s);
        bench.told();
        bench.order(Commands::AddToConference{{}, conference, SimulatorBench::target({5})});
        QCOMPARE(bench.told(), (QStringList{u"R9 OK"_s, u"d5 CONFERENCED d3"_s, u"d3 CONNECTED ACTIVE"_s}));
    }
    void aMemberIsRemovedAndTheLastTwoTalk() // F-26, V-70
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.conferenceOn(One);
        bench.told();
        bench.act(CallAction::RemoveFromConference, {1});
        bench.settle();
        QCOMPARE(bench.told(),
                 (QStringList{u"R5 OK"_s, u"d1 IDLE"_s, u"d3 DISCONNECTED NORMAL"_s, u"d3 IDLE"_s,
                              u"d2 CONNECTED ACTIVE"_s}));
    }
    void aMemberHangsUpAndTheLastTwoTalk()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.conferenceOn(Two);
        bench.told();
        bench.simulator.stimulate(Stimuli::RemoteHangUp{{2}});
        QCOMPARE(bench.told(),
                 (QStringList{u"d2 DISCONNECTED NORMAL"_s, u"d3 DISCONNECTED NORMAL"_s, u"d3 IDLE"_s,
                              u"d1 CONNECTED ACTIVE"_s}));
    }
    void theConferenceIsDroppedWithEverybodyInIt() // F-10
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall conference = bench.conferenceOn(One);
        bench.told();
        bench.act(CallAction::Drop, conference);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R5 OK"_s, u"d3 IDLE"_s, u"d1 IDLE"_s, u"d2 IDLE"_s}));
    }
    void takingTheConferenceBackEndsTheConsultation() // F-18, F-51
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall conference = bench.callInSetup(OnHoldPendConf, One);
        bench.told();
        bench.act(CallAction::Unhold, conference);
        bench.settle();
        QCOMPARE(bench.told(),
                 (QStringList{u"R3 OK"_s, u"d3 IDLE"_s, u"d2 DISCONNECTED NORMAL"_s, u"d2 IDLE"_s,
                              u"d1 CONNECTED ACTIVE"_s}));
    }
    void aConferenceIsHeldAndTakenBack()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall conference = bench.conferenceOn(One);
        bench.told();
        bench.act(CallAction::Hold, conference);
        bench.settle();
        bench.act(CallAction::Unhold, conference);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R5 OK"_s, u"d3 ONHOLD"_s, u"R6 OK"_s, u"d3 CONNECTED ACTIVE"_s}));
        QCOMPARE(bench.stateOf({1}), Conferenced);
    }
    void whatCannotBeJoinedIsRefused() // F-25, F-49
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const CallTarget conference = SimulatorBench::target(bench.conferenceOn(One));
        const CallTarget member = SimulatorBench::target({1});
        const CallTarget other = SimulatorBench::target(bench.callIn(Connected, One)); // the conference is held
        QCOMPARE(bench.stateOf(conference.driver), OnHold);
        bench.told();
        bench.order(Commands::AddToConference{{}, member, other});
        bench.order(Commands::AddToConference{{}, conference, conference});
        bench.order(Commands::AddToConference{{}, conference, member});
        bench.order(Commands::PrepareAddToConference{{}, other, CallId{2005}});
        bench.order(Commands::AddToConference{{}, conference, other});
        bench.order(Commands::SetupTransfer{{}, conference, CallId{2006}});
        bench.order(Commands::Park{{}, conference, ParkMode::NonDirected, {}});
        QCOMPARE(bench.told(),
                 (QStringList{u"R6 INVALCONFCALLHANDLE"_s, u"R7 INVALCALLHANDLE"_s, u"R8 INVALCALLSTATE"_s,
                              u"R9 INVALCONFCALLHANDLE"_s, u"R10 OK"_s, u"d4 CONFERENCED d3"_s,
                              u"d3 CONNECTED ACTIVE"_s, u"R11 OPERATIONFAILED"_s, u"R12 OPERATIONFAILED"_s}));
    }
    void aConferenceHoldsOnlySoMany() // F-25
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const CallTarget conference = SimulatorBench::target(bench.conferenceOn(One));
        bench.told();
        bench.order(Commands::SetupConference{{}, Two, {}, CallId{2001}, CallId{2002}, 17});
        QCOMPARE(bench.told(), QStringList{u"R5 CONFERENCEFULL"_s});
        for (int members = 2; members < 16; ++members)
            bench.order(
                Commands::AddToConference{{}, conference, SimulatorBench::target(bench.callIn(Connected, One))});
        const DriverCall other = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::AddToConference{{}, conference, SimulatorBench::target(other)});
        QVERIFY(bench.told().value(0).endsWith(u" CONFERENCEFULL"_s));
    }
    void aConferenceIsFoundAgainWhenItsLineIsOpened() // L-45, V-39
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.conferenceOn(One);
        bench.simulator.execute(Commands::CloseLine{One});
        bench.told();
        bench.simulator.execute(Commands::OpenLine{One});
        QCOMPARE(bench.told(),
                 (QStringList{u"l1 LINE_NEWCALL d4"_s, u"d4 CONNECTED ACTIVE"_s, u"l1 LINE_NEWCALL d5"_s,
                              u"d5 CONFERENCED d4"_s, u"l1 LINE_NEWCALL d6"_s, u"d6 CONFERENCED d4"_s}));
    }
    void closingTheConferenceEndsItOnlyWithCloseDrop() // H-26, V-13, V-31
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall living = bench.conferenceOn(One);
        const DriverCall ending = bench.conferenceOn(Two);
        bench.told();
        bench.closeCall(living);
        QCOMPARE(bench.told(), QStringList());
        bench.closeCall(ending);
        QCOMPARE(bench.told(), (QStringList{u"d4 IDLE"_s, u"d5 IDLE"_s}));
    }
    void aLineThatFailsEndsItsConferences() // V-21: with a mode, everybody
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.conferenceOn(One);
        bench.told();
        bench.simulator.stimulate(Stimuli::SetInService{One, false});
        QCOMPARE(bench.told(),
                 (QStringList{u"l1 out of service"_s, u"d1 DISCONNECTED UNREACHABLE"_s, u"d1 IDLE"_s,
                              u"d2 DISCONNECTED UNREACHABLE"_s, u"d2 IDLE"_s, u"d3 DISCONNECTED UNREACHABLE"_s,
                              u"d3 IDLE"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSimulatorTransfer)
#include "tst_simulatortransfer.moc"
