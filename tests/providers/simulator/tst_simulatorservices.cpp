// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parking, pickup, call completion, digits, what is written into records, what is told of lines.
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

SimulatorSettings peopled()
{
    SimulatorSettings settings = SimulatorBench::quiet();
    settings.automatic = true;
    settings.callsPerMinute = 0;
    return settings;
}

Commands::GenerateDigits generation(DriverCall call, quint32 id, const QString &digits, quint32 duration = 0)
{
    return {SimulatorBench::target(call), id,
            std::make_shared<const Commands::DigitString>(Commands::DigitString{DigitMode::Dtmf, digits, duration})};
}

} // namespace

class TestSimulatorServices : public QObject {
    Q_OBJECT

private:
    static void pickUp(SimulatorBench &bench, DriverLine line, const QString &address, const QString &group = {})
    {
        const Commands::PickupSource from{address, group};
        bench.order(Commands::Pickup{{}, line, CallId{2001}, 0, std::make_shared<const Commands::PickupSource>(from)});
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyAbilityIsDeclared()
    {
        const SimulatorBench bench;
        const ProviderAbilities abilities = bench.simulator.abilities();
        constexpr auto notThere = CallFeatures(CallFeature::GatherDigits) | CallFeature::GenerateTone
            | CallFeature::MonitorMedia | CallFeature::MonitorTones | CallFeature::SetCallParams
            | CallFeature::SetMediaControl | CallFeature::SetTerminal | CallFeature::SetTreatment | CallFeature::SetQos;
        for (const Named<CallFeature> &feature : namesOf<CallFeature>())
            QCOMPARE(abilities.callFeatures.testFlag(feature.value), !notThere.testFlag(feature.value));
        QVERIFY(abilities.appSpecific && abilities.mediaMode && abilities.stimuli);
    }

    // ---- parking ----

    void aCallIsParkedAndFetchedOnAnotherLine() // F-27, F-28, V-73, H-35
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::Park{{}, SimulatorBench::target(call), ParkMode::NonDirected, {}});
        QCOMPARE(bench.told(), (QStringList{u"R2 OK 700"_s, u"d1 IDLE"_s}));
        QCOMPARE(bench.infos[call].redirectionId, u"700"_s);
        bench.order(Commands::Unpark{{}, Two, CallId{2001}, 0, u"700"_s});
        QCOMPARE(bench.told(), (QStringList{u"R3 OK d2"_s, u"d2 CONNECTED ACTIVE"_s}));
        const CallInfo info = bench.infos[bench.lastCall];
        QCOMPARE(info.reason, quint32(CallReason::Unpark));
        QCOMPARE(info.callerId, u"+1 202 555 0123"_s); // the same far party
        QCOMPARE(info.calledId, u"1001"_s);            // who was called,
        QCOMPARE(info.connectedId, u"1002"_s);         // and who was reached
        QCOMPARE(info.group, bench.infos[call].group);
        QVERIFY(info.callId != bench.infos[call].callId);
        bench.order(Commands::Unpark{{}, Two, CallId{2002}, 0, u"700"_s});
        QCOMPARE(bench.told(), QStringList{u"R4 INVALADDRESS"_s}); // nobody is there any more
    }
    void anOutgoingCallIsParkedAndFetched()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Ringback, One);
        bench.simulator.stimulate(Stimuli::RemoteAnswer{call});
        bench.order(Commands::Park{{}, SimulatorBench::target(call), ParkMode::Directed, u"719"_s});
        bench.told();
        bench.order(Commands::Unpark{{}, One, CallId{2001}, 0, u"719"_s});
        QCOMPARE(bench.told(), (QStringList{u"R3 OK d2"_s, u"d2 CONNECTED ACTIVE"_s}));
        QCOMPARE(bench.infos[bench.lastCall].calledId, bench.infos[call].calledId);
        QCOMPARE(bench.infos[bench.lastCall].connectedId, bench.infos[call].calledId);
    }
    void aPlaceIsNamed_data() // F-27
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("result");
        QTest::newRow("the first") << u"700"_s << u"OK"_s;
        QTest::newRow("the last") << u"719"_s << u"OK"_s;
        QTest::newRow("taken") << u"705"_s << u"RESOURCEUNAVAIL"_s;
        QTest::newRow("no place") << u"720"_s << u"INVALADDRESS"_s;
        QTest::newRow("written in another way") << u"0700"_s << u"INVALADDRESS"_s;
        QTest::newRow("none") << QString() << u"INVALADDRESS"_s;
    }
    void aPlaceIsNamed()
    {
        QFETCH(QString, place);
        QFETCH(QString, result);
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.order(
            Commands::Park{{}, SimulatorBench::target(bench.callIn(Connected, Two)), ParkMode::Directed, u"705"_s});
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::Park{{}, SimulatorBench::target(call), ParkMode::Directed, place});
        QCOMPARE(bench.told().value(0), u"R4 "_s + result);
        QCOMPARE(bench.stateOf(call), result == u"OK"_s ? Idle : Connected);
    }
    void thereAreTwentyPlaces()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        for (int i = 0; i < 20; ++i)
            bench.order(
                Commands::Park{{}, SimulatorBench::target(bench.callIn(Connected, One)), ParkMode::NonDirected, {}});
        QCOMPARE(bench.parkedAt, u"719"_s);
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.order(Commands::Park{{}, SimulatorBench::target(call), ParkMode::NonDirected, {}});
        QVERIFY(bench.told().value(0).endsWith(u" RESOURCEUNAVAIL"_s));
    }
    void aParkedPartyLosesPatience() // where there are people
    {
        for (const bool people : {true, false}) {
            SimulatorBench bench(people ? peopled() : SimulatorBench::quiet());
            bench.startAndOpenAll();
            const DriverCall call = bench.callIn(Connected, One);
            bench.order(Commands::Park{{}, SimulatorBench::target(call), ParkMode::NonDirected, {}});
            bench.clock.advance(400_s);
            bench.told();
            bench.order(Commands::Unpark{{}, One, CallId{2001}, 0, u"700"_s});
            QCOMPARE(bench.told().value(0), people ? u"R3 INVALADDRESS"_s : u"R3 OK d2"_s);
        }
    }

    // ---- pickup ----

    void aRingingCallIsPickedUp_data() // F-29, V-73
    {
        QTest::addColumn<DriverLine>("own");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("group");
        QTest::newRow("by address") << Two << u"1001"_s << QString();
        QTest::newRow("by group") << Two << QString() << u"1"_s;
        QTest::newRow("by both") << Two << u"1001"_s << u"1"_s;
        QTest::newRow("waiting") << One << QString() << QString();
    }
    void aRingingCallIsPickedUp()
    {
        QFETCH(DriverLine, own);
        QFETCH(QString, address);
        QFETCH(QString, group);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall rung = bench.newIncomingCall(One);
        bench.told();
        pickUp(bench, own, address, group);
        QCOMPARE(bench.told(),
                 (QStringList{u"R1 OK d2"_s, u"d1 DISCONNECTED PICKUP"_s, u"d1 IDLE"_s, u"d2 CONNECTED ACTIVE"_s}));
        const CallInfo info = bench.infos[bench.lastCall];
        QCOMPARE(info.reason, quint32(CallReason::Pickup));
        QCOMPARE(info.callerId, u"+1 202 555 0123"_s);
        QCOMPARE(info.connectedId, own == One ? u"1001"_s : u"1002"_s);
        QCOMPARE(bench.infos[rung].redirectionId, info.connectedId);
    }
    void theCallThatRangFirstIsPickedUpFromTheGroup()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.newIncomingCall({3});
        bench.newIncomingCall(One);
        bench.told();
        pickUp(bench, Two, {}, u"1"_s);
        QCOMPARE(bench.told().value(1), u"d1 DISCONNECTED PICKUP"_s);
    }
    void aCallIsPickedUpThatNobodyHears() // its line is closed
    {
        SimulatorBench bench;
        bench.simulator.start();
        bench.simulator.execute(Commands::OpenLine{Two});
        bench.newIncomingCall(One);
        bench.told();
        pickUp(bench, Two, u"1001"_s);
        QCOMPARE(bench.told(), (QStringList{u"R1 OK d1"_s, u"d1 CONNECTED ACTIVE"_s}));
        bench.simulator.execute(Commands::OpenLine{One});
        QCOMPARE(bench.told(), QStringList());
    }
    void nothingToPickUp_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("result");
        QTest::newRow("nobody waits") << QString() << QString() << u"OPERATIONFAILED"_s;
        QTest::newRow("nobody rings there") << u"1003"_s << QString() << u"OPERATIONFAILED"_s;
        QTest::newRow("no such number") << u"9999"_s << QString() << u"INVALADDRESS"_s;
        QTest::newRow("no such group") << QString() << u"2"_s << u"INVALGROUPID"_s;
    }
    void nothingToPickUp()
    {
        QFETCH(QString, address);
        QFETCH(QString, group);
        QFETCH(QString, result);
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.newIncomingCall(One);
        bench.told();
        pickUp(bench, Two, address, group);
        QCOMPARE(bench.told(), QStringList{u"R1 "_s + result});
    }

    // ---- call completion ----

    void theBusyPartyCallsBack_data()
    {
        QTest::addColumn<CallComplMode>("mode");
        QTest::newRow("camp on") << CallComplMode::CampOn;
        QTest::newRow("call back") << CallComplMode::CallBack;
    }
    void theBusyPartyCallsBack() // I-38, I-39
    {
        QFETCH(CallComplMode, mode);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Busy, One);
        bench.order(Commands::CompleteCall{{}, SimulatorBench::target(call), mode, 0});
        bench.act(CallAction::Drop, call);
        bench.settle();
        bench.told();
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), (QStringList{u"l1 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s}));
        const CallInfo info = bench.infos[bench.lastCall];
        QCOMPARE(info.reason, quint32(CallReason::CallCompletion));
        QCOMPARE(info.completionId, 1u);
        QCOMPARE(info.callerId, bench.infos[call].calledId);
        QCOMPARE(info.relatedCallId, bench.infos[call].callId);
    }
    void callCompletionHasItsLimits()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Ringback, One);
        bench.told();
        bench.order(Commands::CompleteCall{{}, SimulatorBench::target(call), CallComplMode::Intrude, 0});
        QCOMPARE(bench.told(), QStringList{u"R2 OPERATIONUNAVAIL"_s});
        for (int i = 0; i < 20; ++i)
            bench.ask(Commands::CompleteCall{{}, SimulatorBench::target(call), CallComplMode::CampOn, 0});
        bench.settle();
        bench.told();
        bench.order(Commands::CompleteCall{{}, SimulatorBench::target(call), CallComplMode::CampOn, 0});
        QVERIFY(bench.told().value(0).endsWith(u" COMPLETIONOVERRUN"_s));
    }

    // ---- dialling ----

    void aNumberIsDialledInParts() // F-6, F-7
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall(One, u"555;"_s);
        bench.settle();
        const CallTarget call = SimulatorBench::target(bench.lastCall);
        bench.clock.advance(5_s);
        QCOMPARE(bench.told(), (QStringList{u"R1 OK d1"_s, u"d1 DIALTONE NORMAL"_s, u"d1 DIALING"_s}));
        bench.order(Commands::Dial{{}, call, u"01;"_s});
        QCOMPARE(bench.infos[call.driver].calledId, u"55501"_s);
        QCOMPARE(bench.lastChange[call.driver], CallInfoStates(CallInfoState::CalledId));
        bench.clock.advance(5_s);
        bench.order(Commands::Dial{{}, call, u"17"_s});
        bench.clock.advance(5_s);
        QCOMPARE(bench.told(), (QStringList{u"R2 OK"_s, u"R3 OK"_s, u"d1 PROCEEDING"_s, u"d1 BUSY STATION"_s}));
    }
    void theEmptyStringEndsTheNumber() // F-7
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall(One, u"5550100;"_s);
        bench.clock.advance(5_s);
        bench.told();
        bench.order(Commands::Dial{{}, SimulatorBench::target(bench.lastCall), QString()});
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(), (QStringList{u"R2 OK"_s, u"d1 PROCEEDING"_s, u"d1 RINGBACK"_s}));
    }
    void aNumberThatIsNotEndedFails()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall(One, u"555;"_s);
        bench.clock.advance(60_s);
        QCOMPARE(bench.told().mid(2), (QStringList{u"d1 DIALING"_s, u"d1 DISCONNECTED BADADDRESS"_s, u"d1 IDLE"_s}));
    }
    void badDigitsFailAtOnce() // V-68, F-44
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.makeCall(One, {});
        bench.settle();
        bench.told();
        bench.ask(Commands::Dial{{}, SimulatorBench::target(bench.lastCall), u"5;5"_s});
        bench.ask(Commands::Dial{{}, SimulatorBench::target(bench.lastCall), u"5?"_s});
        QCOMPARE(bench.told(), (QStringList{u"R2 INVALADDRESS"_s, u"R3 DIALPROMPT"_s}));
        bench.order(Commands::Dial{{}, SimulatorBench::target(bench.lastCall), QString(200, u'5')});
        bench.order(Commands::Dial{{}, SimulatorBench::target(bench.lastCall), QString(57, u'5')});
        QCOMPARE(bench.told(), (QStringList{u"R4 OK"_s, u"d1 DIALING"_s, u"R5 INVALADDRESS"_s}));
    }

    // ---- generating ----

    void digitsTakeTheirTime() // F-34, V-69
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.simulator.execute(generation(call, 7, u"12345"_s, 200));
        bench.clock.advance(999_ms);
        QCOMPARE(bench.told(), QStringList());
        bench.clock.advance(1_ms);
        QCOMPARE(bench.told(), QStringList{u"d1 LINE_GENERATE 7 DONE"_s});
        bench.simulator.execute(generation(call, 8, u"12345"_s));
        bench.clock.advance(500_ms);
        QCOMPARE(bench.told(), QStringList{u"d1 LINE_GENERATE 8 DONE"_s});
        QCOMPARE(bench.stateOf(call), Connected); // F-59
    }
    void aSecondGenerationEndsTheFirst() // F-58
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.told();
        bench.simulator.execute(generation(call, 1, u"123"_s));
        bench.simulator.execute(generation(call, 2, u"456"_s));
        QCOMPARE(bench.told(), QStringList{u"d1 LINE_GENERATE 1 CANCEL"_s});
        bench.simulator.execute(generation(call, 3, {}));
        QCOMPARE(bench.told(), QStringList{u"d1 LINE_GENERATE 2 CANCEL"_s});
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void digitsNeedSomebodyWhoHears() // V-69: they end all the same
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.simulator.execute(generation(call, 1, u"123"_s));
        bench.told();
        bench.act(CallAction::Hold, call);
        bench.settle();
        QCOMPARE(bench.told(), (QStringList{u"R2 OK"_s, u"d1 LINE_GENERATE 1 CANCEL"_s, u"d1 ONHOLD"_s}));
        bench.simulator.execute(generation(call, 2, u"123"_s));
        QCOMPARE(bench.told(), QStringList{u"d1 LINE_GENERATE 2 CANCEL"_s});
        bench.act(CallAction::Unhold, call);
        bench.settle();
        bench.simulator.execute(generation(call, 3, u"123"_s));
        bench.told();
        bench.closeCall(call);
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(), QStringList()); // V-13
    }

    // ---- hearing ----

    void keysAreHeardWhileSomebodyListens_data() // M-9
    {
        QTest::addColumn<DigitModes>("modes");
        QTest::addColumn<QStringList>("heard");
        const QString one = u"d1 LINE_MONITORDIGITS 1 "_s;
        const QString a = u"d1 LINE_MONITORDIGITS A "_s;
        QTest::newRow("nobody") << DigitModes() << QStringList();
        QTest::newRow("tones") << DigitModes(DigitMode::Dtmf) << QStringList{one + u"DTMF"_s, a + u"DTMF"_s};
        QTest::newRow("ends of tones") << DigitModes(DigitMode::DtmfEnd)
                                       << QStringList{one + u"DTMFEND"_s, a + u"DTMFEND"_s};
        QTest::newRow("both") << (DigitModes(DigitMode::Dtmf) | DigitMode::DtmfEnd)
                              << QStringList{one + u"DTMF"_s, one + u"DTMFEND"_s, a + u"DTMF"_s, a + u"DTMFEND"_s};
        QTest::newRow("pulses") << DigitModes(DigitMode::Pulse) << QStringList{one + u"PULSE"_s};
    }
    void keysAreHeardWhileSomebodyListens()
    {
        QFETCH(DigitModes, modes);
        QFETCH(QStringList, heard);
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.simulator.execute(Commands::MonitorDigits{SimulatorBench::target(call), modes});
        bench.told();
        bench.simulator.stimulate(Stimuli::RemoteDigits{call, u"1?a"_s});
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(), heard);
        bench.simulator.execute(Commands::MonitorDigits{SimulatorBench::target(call), {}});
        bench.simulator.stimulate(Stimuli::RemoteDigits{call, u"1A"_s});
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void aHeldCallIsNotHeard()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(OnHold, One);
        bench.simulator.execute(Commands::MonitorDigits{SimulatorBench::target(call), DigitMode::Dtmf});
        bench.told();
        bench.simulator.stimulate(Stimuli::RemoteDigits{call, u"1"_s});
        QCOMPARE(bench.told(), QStringList());
    }
    void peoplePressKeysByThemselves()
    {
        SimulatorBench bench(peopled());
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        bench.simulator.execute(Commands::MonitorDigits{SimulatorBench::target(call), DigitMode::Dtmf});
        bench.told();
        bench.clock.advance(10_s);
        QVERIFY(bench.told().value(0).startsWith(u"d1 LINE_MONITORDIGITS"_s));
        bench.closeCall(call);
        bench.clock.advance(3600_s);
        QCOMPARE(bench.told(), QStringList()); // V-13
    }

    // ---- the record ----

    void whatIsSetIsReadBackAndTold() // V-47, V-48, V-43, F-64
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        const CallTarget target = SimulatorBench::target(call);
        bench.simulator.execute(Commands::SetAppSpecific{target, 42});
        QCOMPARE(bench.infos[call].appSpecific, 42u);
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::AppSpecific));
        bench.order(Commands::SetCallData{{}, target, "order 4711"});
        QCOMPARE(bench.infos[call].callData, QByteArray("order 4711"));
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::CallData));
        bench.lastChange.clear();
        bench.order(Commands::SetCallData{{}, target, "order 4711"}); // told, even if it is the same
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::CallData));
        bench.order(Commands::SetCallData{{}, target, {}});
        QCOMPARE(bench.infos[call].callData, QByteArray());
        bench.simulator.execute(Commands::SetMediaMode{target, MediaMode::G3Fax});
        QCOMPARE(bench.infos[call].mediaMode, quint32(MediaMode::G3Fax));
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::MediaMode));
        bench.act(CallAction::SecureCall, call);
        bench.settle();
        QCOMPARE(bench.infos[call].callParamFlags, quint32(CallParamFlag::Secure));
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::Other));
    }
    void nothingIsSetOnceItIsIdle() // V-45
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Idle, One);
        bench.lastChange.clear();
        bench.simulator.execute(Commands::SetAppSpecific{SimulatorBench::target(call), 42});
        bench.simulator.execute(Commands::SetMediaMode{SimulatorBench::target(call), MediaMode::G3Fax});
        QVERIFY(bench.lastChange.empty());
    }
    void theFarEndSendsUserUserInformationBack() // I-54
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        const DriverCall call = bench.callIn(Connected, One);
        const CallTarget target = SimulatorBench::target(call);
        bench.order(Commands::SendUserUserInfo{{}, target, "hello"});
        QCOMPARE(bench.infos[call].userUserInfo, QByteArray());
        bench.clock.advance(200_ms);
        QCOMPARE(bench.infos[call].userUserInfo, QByteArray("hello"));
        QCOMPARE(bench.lastChange[call], CallInfoStates(CallInfoState::UserUserInfo));
        bench.order(Commands::SendUserUserInfo{{}, target, "again"});
        bench.clock.advance(1_s);
        QCOMPARE(bench.infos[call].userUserInfo, QByteArray("hello")); // has not been read
        bench.act(CallAction::ReleaseUserUserInfo, call);
        bench.settle();
        QCOMPARE(bench.infos[call].userUserInfo, QByteArray());
    }

    // ---- the line ----

    void theLineRingsWhenAsked() // V-41, V-42, M-31
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.execute(Commands::SetStatusMessages{One, LineDevState::Ringing, {}});
        const DriverCall call = bench.newIncomingCall(One);
        bench.clock.advance(10_s);
        QCOMPARE(bench.told(),
                 (QStringList{u"l1 LINE_NEWCALL d1"_s, u"d1 OFFERING ACTIVE"_s, u"l1 RINGING 1 0"_s,
                              u"l1 RINGING 1 1"_s, u"l1 RINGING 1 2"_s}));
        bench.act(CallAction::Answer, call);
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), (QStringList{u"R1 OK"_s, u"d1 CONNECTED ACTIVE"_s}));
        bench.newIncomingCall(One);
        QCOMPARE(bench.told().value(2), u"l1 RINGING 1 0"_s); // from the beginning
    }
    void theLineRingsFromTheMomentItIsAsked()
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.newIncomingCall(One);
        bench.told();
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), QStringList());
        bench.simulator.execute(Commands::SetStatusMessages{One, LineDevState::Ringing, {}});
        QCOMPARE(bench.told(), QStringList{u"l1 RINGING 1 0"_s});
        bench.simulator.execute(Commands::SetStatusMessages{One, {}, {}});
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), QStringList());
    }
    void aClosedLineDoesNotRing() // V-14, V-60
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.execute(
            Commands::SetStatusMessages{Two, LineDevState::Ringing, AddressStates(AddressState::InUseZero)});
        bench.newIncomingCall(Two);
        bench.simulator.execute(Commands::CloseLine{Two});
        bench.told();
        bench.clock.advance(60_s);
        bench.simulator.execute(Commands::OpenLine{Two});
        bench.newIncomingCall(Two);
        bench.clock.advance(60_s);
        QCOMPARE(bench.told(), (QStringList{u"l2 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s}));
    }
    void theAddressIsInUseWhenAsked() // M-25, V-63
    {
        SimulatorBench bench;
        bench.startAndOpenAll();
        bench.simulator.execute(
            Commands::SetStatusMessages{One, {}, AddressStates(AddressState::InUseZero) | AddressState::InUseOne});
        const DriverCall first = bench.newIncomingCall(One);
        const DriverCall second = bench.newIncomingCall(One);
        bench.act(CallAction::Drop, first);
        bench.act(CallAction::Drop, second);
        bench.settle();
        QCOMPARE(bench.told(),
                 (QStringList{u"l1 INUSEONE"_s, u"l1 LINE_NEWCALL d1"_s, u"d1 OFFERING ACTIVE"_s,
                              u"l1 LINE_NEWCALL d2"_s, u"d2 OFFERING ACTIVE"_s, u"R1 OK"_s, u"d1 IDLE"_s, u"R2 OK"_s,
                              u"d2 IDLE"_s, u"l1 INUSEZERO"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSimulatorServices)
#include "tst_simulatorservices.moc"
