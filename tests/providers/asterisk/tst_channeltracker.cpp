// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines and calls as the engine opens and closes them, lists among live events, a connection that breaks. "@6001a" is a
// channel of PJSIP/6001.
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

class TestChannelTracker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void reportsComeInTheOrderThatTheEngineWants();
    void theParties();
    void aNewLinkedidIsANewGroup();
    void nothingIsSaidOfALineThatIsNotOpen();
    void openingALineTellsOfTheCallsOnIt();
    void aCallThatEndsBeforeItsNewLineCanBeOpenedIsNotLost();
    void aClosedLineIsSilent();
    void aClosedCallIsSilent();
    void aCallIsKeptAfterIdleUntilItIsClosed();
    void localChannelsAreFoldedAway();
    void aHoldReachesThroughLocalChannels();
    void aLostConnectionLeavesNothingCertain();
    void resynchronisationKeepsEndsAndAddsCalls();
    void aListedChannelThatHasGoneStaysGone();
    void theListOfDevicesTellsWhoHolds();
    void endpointsComeAndGo();
    void eventsInAnyOrderBetweenChannelsGiveTheSameEnd();
    void helperChannelsAreNobodysLine();
    void strangeMessagesDoNoHarm();
    void optimisedLocalChannelsLeaveTheirDevicesConnected();
    void aDroppedCallEndsHere();
    void whatIsKeptIsBounded();
};

// V-18, V-19: LINE_NEWCALL first, then a state; the device before both.
void TestChannelTracker::reportsComeInTheOrderThatTheEngineWants()
{
    TrackerProbe probe;
    probe.consume("Newchannel @6001a state=4 caller=6001 exten=6002 link=6001a");
    QCOMPARE(probe.text(), (QStringList{u"+PJSIP/6001"_s, u"d1 new PJSIP/6001"_s, u"d1 DIALING"_s}));
    probe.consume("Hangup @6001a cause=17 link=6001a");
    QCOMPARE(probe.text(), (QStringList{u"d1 cause=17"_s, u"d1 DISCONNECTED BUSY"_s, u"d1 IDLE"_s}));
}

// I-44, I-45, I-46
void TestChannelTracker::theParties()
{
    TrackerProbe probe;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    const CallInfo placed = probe.call("6001a").info, received = probe.call("6002b").info;
    QCOMPARE(CallOrigin(placed.origin), CallOrigin::Outbound);
    QCOMPARE(placed.callerId, u"6001"_s);
    QCOMPARE(placed.calledId, u"6002"_s);
    QCOMPARE(placed.connectedId, u"6002"_s);
    QCOMPARE(CallOrigin(received.origin), CallOrigin::Inbound);
    QCOMPARE(received.callerId, u"6001"_s);
    QCOMPARE(received.calledId, u"6002"_s);
    QCOMPARE(received.channel, u"PJSIP/6002-0000000b"_s);
    QCOMPARE(received.group, u"6001a"_s);

    // The other side changes once the call is up; who called does not.
    probe.consume("NewConnectedLine @6002b connected=6003");
    QCOMPARE(probe.call("6002b").info.connectedId, u"6003"_s);
    QCOMPARE(probe.call("6002b").info.callerId, u"6001"_s);
    probe.consume("NewConnectedLine @6002b connected=<unknown>");
    QCOMPARE(probe.call("6002b").info.connectedId, u"6003"_s);
}

void TestChannelTracker::aNewLinkedidIsANewGroup()
{
    TrackerProbe probe;
    probe.consume("Newchannel @6003a state=4 link=6003a");
    probe.text();
    probe.consume("NewAccountCode @6003a state=4 link=6001z");
    QCOMPARE(probe.text(), QStringList{u"d1 group=6001z"_s});
    probe.consume("NewAccountCode @6003a state=4 link=6001z");
    QCOMPARE(probe.text(), QStringList());
    probe.consume("VarSet @6003a state=4 link=6002z"); // of the dialplan, which is not listened to
    QCOMPARE(probe.text(), QStringList());
}

// O-8
void TestChannelTracker::nothingIsSaidOfALineThatIsNotOpen()
{
    TrackerProbe probe;
    probe.opensLines = false;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    QCOMPARE(probe.text(), (QStringList{u"+PJSIP/6001"_s, u"+PJSIP/6002"_s}));
}

// L-45
void TestChannelTracker::openingALineTellsOfTheCallsOnIt()
{
    TrackerProbe probe;
    probe.opensLines = false;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    probe.text();
    probe.take(probe.tracker().openLine(probe.line("PJSIP/6002")));
    QCOMPARE(probe.text(), (QStringList{u"d1 new PJSIP/6002"_s, u"d1 CONNECTED ACTIVE"_s}));
    probe.take(probe.tracker().openLine(probe.line("PJSIP/6002")));
    QCOMPARE(probe.text(), QStringList());
    probe.take(probe.tracker().openLine({999}));
    QVERIFY(probe.text().join(u' ').contains(u"no such line"_s));
}

void TestChannelTracker::aCallThatEndsBeforeItsNewLineCanBeOpenedIsNotLost()
{
    TrackerProbe probe;
    probe.opensLines = false;
    probe.consume("Newchannel @6001a state=4");
    probe.consume("Hangup @6001a cause=17");
    probe.text();
    probe.take(probe.tracker().openLine(probe.line("PJSIP/6001")));
    QCOMPARE(probe.text(),
             (QStringList{u"d1 new PJSIP/6001"_s, u"d1 DIALING"_s, u"d1 cause=17"_s, u"d1 DISCONNECTED BUSY"_s,
                          u"d1 IDLE"_s}));

    probe.consume("Newchannel @6002a state=4");
    probe.consume("Hangup @6002a cause=17");
    probe.text();
    probe.tracker().forgetUnclaimed({probe.line("PJSIP/6002")});
    probe.take(probe.tracker().openLine(probe.line("PJSIP/6002")));
    QCOMPARE(probe.text(), QStringList());
}

// V-14
void TestChannelTracker::aClosedLineIsSilent()
{
    TrackerProbe probe;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    const DriverLine line = probe.line("PJSIP/6002");
    QCOMPARE(probe.tracker().closeLine(line), QSet<DriverCall>{probe.driverCall("6002b")});
    probe.text();
    probe.consume("Hold @6002b");
    probe.consume("Unhold @6002b");
    probe.consume("NewConnectedLine @6002b connected=1");
    QVERIFY(!probe.text().join(u' ').contains(shortName(probe.driverCall("6002b")) + u' '));
    // Opened again, the call is there with a new number (V-25).
    probe.take(probe.tracker().openLine(line));
    QCOMPARE(probe.text(), (QStringList{u"d3 new PJSIP/6002"_s, u"d3 CONNECTED ACTIVE"_s}));
}

// V-13
void TestChannelTracker::aClosedCallIsSilent()
{
    TrackerProbe probe;
    probe.consume("Newchannel @6001a state=4");
    (void)probe.tracker().closeCall(probe.driverCall("6001a"));
    probe.text();
    probe.consume("Newstate @6001a state=6");
    probe.consume("Hangup @6001a cause=16");
    QCOMPARE(probe.text(), QStringList());
    QCOMPARE(probe.tracker().channelCount(), 0);
}

// V-12; the bytes are those of the records that exist.
void TestChannelTracker::aCallIsKeptAfterIdleUntilItIsClosed()
{
    TrackerProbe probe;
    probe.consume("Newchannel @6001a state=4 caller=6001");
    const quint32 alive = probe.call("6001a").bytes;
    probe.consume("Hangup @6001a cause=16");
    const quint32 ended = probe.call("6001a").bytes;
    QVERIFY(alive > sizeof(Channel));
    QVERIFY(ended > 0 && ended < alive - sizeof(Channel));
}

void TestChannelTracker::localChannelsAreFoldedAway()
{
    const QList<QByteArray> messages = events({
        "Newchannel @6001a state=4 exten=5",
        "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=0",
        "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=4",
        "DialBegin @6001a DestUniqueid=L1",
        "Newchannel @6002b state=0",
        "DialBegin Channel=Local/5@x-00000001;2 id=L2 ->6002b",
        "Newstate @6002b state=5",
        "DialState Channel=Local/5@x-00000001;2 id=L2 ->6002b status=RINGING",
        "Newstate Channel=Local/5@x-00000001;1 id=L1 state=5",
        "DialState @6001a DestUniqueid=L1 status=RINGING",
    });
    TrackerProbe folded(LocalChannels::Fold), shown(LocalChannels::Show);
    for (const QByteArray &message : messages) {
        folded.consume(message.constData());
        shown.consume(message.constData());
    }
    QCOMPARE(folded.calls().size(), 2);
    QCOMPARE(folded.statesOf("6001a"), u"DIALING, PROCEEDING, RINGBACK"_s);
    QCOMPARE(folded.statesOf("6002b"), u"OFFERING ACTIVE"_s);
    QCOMPARE(shown.calls().size(), 4);
    QCOMPARE(shown.call("L1").line, u"Local/5@x"_s);
    QCOMPARE(shown.statesOf("L2"), u"DIALING, PROCEEDING, RINGBACK"_s);
}

void TestChannelTracker::aHoldReachesThroughLocalChannels()
{
    TrackerProbe probe;
    for (const char *message :
         {"Newchannel @6001a state=4", "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=0",
          "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=4", "Newchannel @6002b state=5",
          "Newstate @6001a state=6", "Newstate @6002b state=6", "BridgeEnter @6001a bridge=A type=basic",
          "BridgeEnter Channel=Local/5@x-00000001;1 id=L1 bridge=A type=basic",
          "BridgeEnter Channel=Local/5@x-00000001;2 id=L2 bridge=B type=basic",
          "BridgeEnter @6002b bridge=B type=basic", "Hold @6002b"})
        probe.consume(message);
    QVERIFY(probe.call("6002b").is("ONHOLD"));
    QVERIFY(probe.call("6001a").is("CONNECTED ACTIVEHELD"));
    probe.consume("Unhold @6002b");
    QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
}

// X-13, S-08
void TestChannelTracker::aLostConnectionLeavesNothingCertain()
{
    TrackerProbe probe;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    probe.text();
    probe.take(probe.tracker().disconnected(u"gone"_s));
    const QStringList text = probe.text();
    QVERIFY(text.contains(u"PJSIP/6001 out: gone"_s));
    QVERIFY(text.contains(u"d1 UNKNOWN"_s) && text.contains(u"d2 UNKNOWN"_s));
    QCOMPARE(probe.tracker().bridgeCount(), 0);
}

void TestChannelTracker::resynchronisationKeepsEndsAndAddsCalls()
{
    TrackerProbe probe;
    for (const QByteArray &message : talkingCall())
        probe.consume(message.constData());
    probe.take(probe.tracker().disconnected(u"gone"_s));
    probe.text();
    probe.take(probe.tracker().connected());
    probe.consume("CoreShowChannel @6001a state=6 BridgeId=C");
    probe.consume("CoreShowChannel @6003c state=6 BridgeId=C Application=AppDial");
    probe.consume("CoreShowChannelsComplete");
    QVERIFY(probe.call("6001a").is("CONNECTED"));
    QCOMPARE(probe.statesOf("6003c"), u"CONNECTED ACTIVE"_s);
    QCOMPARE(CallReason(probe.call("6003c").info.reason), CallReason::Unknown);
    const TrackerProbe::Call ended = probe.call("6002b");
    QCOMPARE(ended.states.mid(ended.states.size() - 3),
             (QStringList{u"UNKNOWN"_s, u"DISCONNECTED UNKNOWN"_s, u"IDLE"_s}));
    QCOMPARE(ended.info.cause, 0u);
    QVERIFY(probe.text().contains(u"PJSIP/6001 in"_s));
}

// A list is read while events go on.
void TestChannelTracker::aListedChannelThatHasGoneStaysGone()
{
    TrackerProbe probe;
    probe.take(probe.tracker().connected());
    probe.consume("Newchannel @6001a state=4");
    probe.consume("Hangup @6001a cause=16");
    probe.consume("CoreShowChannel @6001a state=6");
    probe.consume("NewCallerid @6001a state=6 caller=1"); // a real server says this after the Hangup
    probe.consume("Newstate @6001a state=6");
    probe.consume("CoreShowChannelsComplete");
    QVERIFY(probe.call("6001a").is("IDLE"));
    QCOMPARE(probe.tracker().channelCount(), 0);
}

// The state of a device says that it is held; the one that holds is at the other end.
void TestChannelTracker::theListOfDevicesTellsWhoHolds()
{
    for (const bool devicesFirst : {true, false}) {
        TrackerProbe probe;
        probe.take(probe.tracker().connected());
        const QList<QByteArray> devices = events({"EndpointList ObjectName=6001 DeviceState=On_Hold",
                                                  "EndpointList ObjectName=6002 DeviceState=In_use",
                                                  "EndpointListComplete"});
        QList<QByteArray> messages = events({"CoreShowChannel @6001a state=6 BridgeId=B",
                                             "CoreShowChannel @6002b state=6 BridgeId=B", "CoreShowChannelsComplete"});
        messages = devicesFirst ? devices + messages : messages + devices;
        for (const QByteArray &message : std::as_const(messages))
            probe.consume(message.constData());
        QVERIFY(probe.call("6002b").is("ONHOLD"));
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVEHELD"));
        probe.consume("Unhold @6002b");
        QVERIFY(probe.call("6002b").is("CONNECTED ACTIVE"));
    }
}

void TestChannelTracker::endpointsComeAndGo()
{
    TrackerProbe probe;
    probe.take(probe.tracker().connected());
    for (const char *message : {"EndpointList ObjectName=6001 DeviceState=Unavailable",
                                "EndpointList ObjectName=6002 DeviceState=Not_in_use", "EndpointListComplete"})
        probe.consume(message);
    QStringList text = probe.text();
    QCOMPARE(text.mid(0, 1), QStringList{u"+PJSIP/6001"_s});
    QVERIFY(text.last().startsWith(u"+PJSIP/6002"_s));
    QVERIFY(text[1].startsWith(u"PJSIP/6001 out: "_s));
    probe.consume("DeviceStateChange Device=PJSIP/6001 State=NOT_INUSE");
    probe.consume("DeviceStateChange Device=PJSIP/6001 State=INUSE");
    probe.consume("DeviceStateChange Device=Queue:support_avail State=INUSE"); // no line, and never one
    QCOMPARE(probe.text(), QStringList{u"PJSIP/6001 in"_s});

    // 6002 has been taken out of the configuration, 6001 only after its call.
    probe.consume("Newchannel @6001a state=4");
    probe.text();
    probe.consume("EndpointList ObjectName=6003 DeviceState=Not_in_use");
    probe.consume("EndpointListComplete");
    QCOMPARE(probe.text(), (QStringList{u"+PJSIP/6003"_s, u"-PJSIP/6002"_s}));
}

// Only the events of one channel are in order.
void TestChannelTracker::eventsInAnyOrderBetweenChannelsGiveTheSameEnd()
{
    const QList<QByteArray> caller = events({"Newchannel @6001a state=4", "Newstate @6001a state=6",
                                             "BridgeEnter @6001a bridge=B type=basic", "Hold @6001a",
                                             "BridgeLeave @6001a bridge=B", "Hangup @6001a cause=16"});
    const QList<QByteArray> called = events({"Newchannel @6002b state=0", "Newstate @6002b state=5",
                                             "Newstate @6002b state=6", "BridgeEnter @6002b bridge=B type=basic",
                                             "BridgeLeave @6002b bridge=B", "Hangup @6002b cause=16"});
    // Every way to merge the two.
    for (quint32 choice = 0; choice < (1u << 12); ++choice) {
        if (qPopulationCount(choice) != 6)
            continue;
        TrackerProbe probe;
        qsizetype a = 0, b = 0;
        for (int i = 0; i < 12; ++i)
            probe.consume((choice >> i & 1 ? caller[a++] : called[b++]).constData());
        QVERIFY(probe.call("6001a").is("IDLE") && probe.call("6002b").is("IDLE"));
        QVERIFY(probe.call("6001a").was("ONHOLD"));
        QVERIFY(probe.call("6002b").was("CONNECTED"));
        QCOMPARE(probe.tracker().channelCount(), 0);
        QCOMPARE(probe.tracker().bridgeCount(), 0);
    }
}

void TestChannelTracker::helperChannelsAreNobodysLine()
{
    TrackerProbe probe(LocalChannels::Show);
    probe.consume("Newchannel Channel=OutgoingSpoolFailed id=1 state=0 exten=failed");
    probe.consume("Hangup Channel=OutgoingSpoolFailed id=1 cause=1");
    probe.consume("Newchannel Channel=CBAnn/610-00000001;1 id=2 state=6");
    probe.consume("Hangup Channel=CBAnn/610-00000001;1 id=2 cause=0");
    QCOMPARE(probe.text(), QStringList());
    QCOMPARE(probe.tracker().channelCount(), 0);
}

void TestChannelTracker::strangeMessagesDoNoHarm()
{
    TrackerProbe probe;
    for (const char *message : {"Newchannel",
                                "Newchannel id=1",
                                "Hangup",
                                "Hangup @6009z cause=x",
                                "BridgeEnter @6001a",
                                "BridgeLeave @6001b",
                                "DialBegin",
                                "DialEnd ->6001z status=ANSWER",
                                "Newstate @6001a state=99",
                                "Newstate @6001a state=-1",
                                "Hangup @6001a cause=99999",
                                "ParkedCall",
                                "Pickup",
                                "BlindTransfer Result=Success",
                                "Rename @6001a",
                                "EndpointList",
                                "EndpointListComplete",
                                "CoreShowChannelsComplete",
                                "StatusComplete",
                                "Unknown @6001a"})
        probe.consume(message);
    QCOMPARE(probe.tracker().channelCount(), 0);
}

void TestChannelTracker::optimisedLocalChannelsLeaveTheirDevicesConnected()
{
    TrackerProbe probe;
    for (const char *message :
         {"Newchannel @6001a state=4", "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=0",
          "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=4", "Newchannel @6002b state=5",
          "Newstate @6001a state=6", "Newstate @6002b state=6", "BridgeEnter @6001a bridge=A type=basic",
          "BridgeEnter Channel=Local/5@x-00000001;1 id=L1 bridge=A type=basic",
          "BridgeEnter Channel=Local/5@x-00000001;2 id=L2 bridge=B type=basic",
          "BridgeEnter @6002b bridge=B type=basic", "BridgeLeave @6002b bridge=B",
          "BridgeEnter @6002b bridge=A type=basic SwapUniqueid=L1",
          "BridgeLeave Channel=Local/5@x-00000001;1 id=L1 bridge=A",
          "Hangup Channel=Local/5@x-00000001;1 id=L1 cause=16",
          "BridgeLeave Channel=Local/5@x-00000001;2 id=L2 bridge=B",
          "Hangup Channel=Local/5@x-00000001;2 id=L2 cause=16", "Hold @6001a"})
        probe.consume(message);
    QVERIFY(probe.call("6001a").is("ONHOLD"));
    QVERIFY(probe.call("6002b").is("CONNECTED ACTIVEHELD"));
    QCOMPARE(probe.tracker().channelCount(), 2);
    QCOMPARE(probe.tracker().bridgeCount(), 1);
}

// A drop by the engine is a local end in every state; one that was refused is none.
void TestChannelTracker::aDroppedCallEndsHere()
{
    TrackerProbe probe;
    for (const QByteArray &message : ringingCall())
        probe.consume(message.constData());
    probe.tracker().setDropping(probe.driverCall("6002b"), true);
    probe.consume("SoftHangupRequest @6002b cause=16");
    probe.consume("Hangup @6002b cause=16");
    QCOMPARE(probe.statesOf("6002b"), u"OFFERING ACTIVE, IDLE"_s);
    probe.tracker().setDropping(probe.driverCall("6001a"), true);
    probe.tracker().setDropping(probe.driverCall("6001a"), false);
    probe.consume("Hangup @6001a cause=19");
    QVERIFY(probe.call("6001a").was("DISCONNECTED NOANSWER"));
}

void TestChannelTracker::whatIsKeptIsBounded()
{
    TrackerProbe probe;
    const QByteArray longText(60'000, 'x');
    probe.consume(
        ("Newchannel @6001a state=4 caller=" + longText + " exten=" + longText + " link=" + longText).constData());
    QVERIFY(probe.call("6001a").bytes < 20'000);
    QCOMPARE(probe.call("6001a").info.callerId.size(), maxStoredValue);
    probe.text();
    probe.consume(("Newstate @6001a state=4 caller=" + longText).constData());
    QCOMPARE(probe.text(), QStringList()); // the same as before
    probe.consume(("Newchannel Channel=PJSIP/6002-00000001 state=4 id=" + longText).constData());
    QCOMPARE(probe.tracker().channelCount(), 1);
}

QTEST_GUILESS_MAIN(TestChannelTracker)
#include "tst_channeltracker.moc"
