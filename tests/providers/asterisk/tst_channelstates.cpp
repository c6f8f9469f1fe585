// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server says of channels, and what TAPI has to say of calls then. "@6001a" is a channel of PJSIP/6001.
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

class TestChannelStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void channelsBecomeCalls_data();
    void channelsBecomeCalls();
    void everyCauseHasItsDisconnectMode_data();
    void everyCauseHasItsDisconnectMode();
    void aChannelNameNamesItsLine_data();
    void aChannelNameNamesItsLine();
};

void TestChannelStates::channelsBecomeCalls_data()
{
    QTest::addColumn<QList<QByteArray>>("messages");
    QTest::addColumn<QString>("caller"); // states of @6001a
    QTest::addColumn<QString>("called"); // states of @6002b
    const auto row = [](const char *name, const QList<QByteArray> &messages, const char *caller, const char *called) {
        QTest::newRow(name) << messages << QString::fromLatin1(caller) << QString::fromLatin1(called);
    };

    row("a call rings", ringingCall(), "DIALING, PROCEEDING, RINGBACK", "OFFERING ACTIVE");
    row("it is answered", talkingCall(), "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE");
    row("the caller hangs up",
        talkingCall() + events({"HangupRequest @6001a", "Hangup @6001a cause=16", "Hangup @6002b cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, IDLE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, DISCONNECTED NORMAL, IDLE");
    row("the called hangs up",
        talkingCall()
            + events({"HangupRequest @6002b", "SoftHangupRequest @6001a cause=16", "Hangup @6002b cause=16",
                      "Hangup @6001a cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, DISCONNECTED NORMAL, IDLE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, IDLE");
    row("busy",
        ringingCall()
            + events({"HangupRequest @6002b cause=17", "DialEnd @6001a ->6002b status=BUSY", "Hangup @6002b cause=17",
                      "SoftHangupRequest @6001a cause=16", "Hangup @6001a cause=17"}),
        "DIALING, PROCEEDING, RINGBACK, BUSY UNKNOWN, DISCONNECTED BUSY, IDLE",
        "OFFERING ACTIVE, DISCONNECTED BUSY, IDLE");
    row("declined",
        ringingCall()
            + events({"HangupRequest @6002b cause=21", "DialEnd @6001a ->6002b status=NOANSWER",
                      "Hangup @6002b cause=21", "SoftHangupRequest @6001a cause=16", "Hangup @6001a cause=20"}),
        "DIALING, PROCEEDING, RINGBACK, DISCONNECTED UNREACHABLE, IDLE", "OFFERING ACTIVE, DISCONNECTED REJECT, IDLE");
    row("nobody answers",
        ringingCall()
            + events({"DialEnd @6001a ->6002b status=NOANSWER", "SoftHangupRequest @6001a cause=16",
                      "Hangup @6002b cause=0", "Hangup @6001a cause=19"}),
        "DIALING, PROCEEDING, RINGBACK, DISCONNECTED NOANSWER, IDLE", "OFFERING ACTIVE, DISCONNECTED NOANSWER, IDLE");
    row("the caller gives up",
        ringingCall()
            + events({"HangupRequest @6001a cause=127", "DialEnd @6001a ->6002b status=CANCEL",
                      "Hangup @6001a cause=127", "Hangup @6002b cause=127"}),
        "DIALING, PROCEEDING, RINGBACK, IDLE", "OFFERING ACTIVE, DISCONNECTED CANCELLED, IDLE");
    row("a failure before it rings",
        events({"Newchannel @6001a state=4 exten=1", "Newchannel @6002b state=0", "DialBegin @6001a ->6002b",
                "DialEnd @6001a ->6002b status=CONGESTION", "Hangup @6002b cause=34", "Hangup @6001a cause=34"}),
        "DIALING, PROCEEDING, DISCONNECTED CONGESTION, IDLE", "OFFERING INACTIVE, DISCONNECTED CONGESTION, IDLE");
    row("hold and unhold of the caller", talkingCall() + events({"Hold @6001a", "Unhold @6001a"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, ONHOLD, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, CONNECTED ACTIVE");
    row("each holds the other", talkingCall() + events({"Hold @6001a", "Hold @6002b", "Unhold @6001a"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, ONHOLD, CONNECTED ACTIVEHELD",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, ONHOLD");
    row("who is held waits, wherever the other goes meanwhile",
        talkingCall()
            + events({"Hold @6002b", "BridgeLeave @6002b bridge=B", "BridgeEnter @6002b bridge=C type=basic",
                      "Newchannel @6003c state=6", "BridgeEnter @6003c bridge=C type=basic",
                      "BridgeLeave @6002b bridge=C", "BridgeEnter @6002b bridge=B type=basic", "Unhold @6002b"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, ONHOLD, CONNECTED ACTIVE");
    row("who is held and is sent to another does not wait",
        talkingCall()
            + events({"Hold @6002b", "Newchannel @6003c state=6", "BridgeLeave @6001a bridge=B",
                      "BridgeEnter @6001a bridge=C type=basic", "BridgeEnter @6003c bridge=C type=basic"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, ONHOLD");
    row("a group pick-up, whose cause says nothing",
        ringingCall()
            + events({"Newchannel @6003c state=4", "Pickup @6003c TargetUniqueid=6002b", "Hangup @6002b cause=16"}),
        "DIALING, PROCEEDING, RINGBACK", "OFFERING ACTIVE, DISCONNECTED PICKUP, IDLE");
    row("an unhold without a hold is nothing", talkingCall() + events({"Unhold @6002b"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE");
    row("another fork answers",
        ringingCall()
            + events({"Newchannel @6003c state=0", "DialBegin @6001a ->6003c", "Newstate @6003c state=5",
                      "Newstate @6003c state=6", "DialEnd @6001a ->6003c status=ANSWER", "Newstate @6001a state=6",
                      "Hangup @6002b cause=26"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED", "OFFERING ACTIVE, DISCONNECTED PICKUP, IDLE");
    row("another fork answers and the cause does not say so",
        ringingCall()
            + events({"Newchannel @6003c state=0", "DialBegin @6001a ->6003c", "Newstate @6003c state=6",
                      "DialEnd @6001a ->6003c status=ANSWER", "DialEnd @6001a ->6002b status=CANCEL",
                      "Hangup @6002b cause=0"}),
        "DIALING, PROCEEDING, RINGBACK", "OFFERING ACTIVE, DISCONNECTED PICKUP, IDLE");
    row("one of two forks is busy",
        ringingCall()
            + events({"Newchannel @6003c state=0", "DialBegin @6001a ->6003c", "DialEnd @6001a ->6003c status=BUSY"}),
        "DIALING, PROCEEDING, RINGBACK", "OFFERING ACTIVE");
    row("a blind transfer by the called",
        talkingCall()
            + events({"BlindTransfer Result=Success TransfererUniqueid=6002b TransfereeUniqueid=6001a",
                      "BridgeLeave @6002b bridge=B", "BridgeLeave @6001a bridge=B", "Hangup @6002b cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, IDLE");
    row("a transfer that fails changes nothing",
        talkingCall()
            + events({"BlindTransfer Result=Fail TransfererUniqueid=6002b TransfereeUniqueid=6001a",
                      "Hangup @6002b cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, DISCONNECTED NORMAL, IDLE");
    row("the caller is parked and fetched",
        talkingCall()
            + events({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=701", "BridgeLeave @6001a bridge=B",
                      "BridgeEnter @6001a bridge=P type=parking", "UnParkedCall ParkeeUniqueid=6001a"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE");
    row("the dialplan answers", events({"Newchannel @6001a state=4 exten=602", "Newstate @6001a state=6"}),
        "DIALING, CONNECTED CONFIRMED", "");
    row("an analogue phone goes off hook",
        events({"Newchannel @6001a state=2", "Newstate @6001a state=3", "Newstate @6001a state=6"}),
        "DIALTONE UNKNOWN, DIALING, CONNECTED CONFIRMED", "");
    row("a state that comes late", talkingCall() + events({"Newstate @6001a state=4", "Newchannel @6001a state=4"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE");
    row("a device is called by the server itself (Originate)",
        events(
            {"Newchannel @6002b state=0", "DialBegin ->6002b", "Newstate @6002b state=5", "Newstate @6002b state=6"}),
        "", "OFFERING ACTIVE, CONNECTED CONFIRMED");
    row("a conference is no hold", talkingCall() + events({"BridgeEnter @6003c bridge=B type=basic", "Hold @6001a"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONFERENCED, ONHOLD",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONFERENCED");
    row("a device sends the call on before it answers",
        ringingCall()
            + events({"DialEnd @6001a ->6002b status=NOANSWER Forward=Local/6003@default", "Hangup @6002b cause=0"}),
        "DIALING, PROCEEDING, RINGBACK", "OFFERING ACTIVE, DISCONNECTED FORWARDED, IDLE");
    row("a transfer of three stays a call of three",
        talkingCall()
            + events({"AttendedTransfer Result=Success DestType=Threeway OrigTransfererUniqueid=6002b",
                      "Hangup @6002b cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE, DISCONNECTED NORMAL, IDLE");
    row("the caller is parked, and hangs up",
        talkingCall()
            + events({"BridgeLeave @6001a bridge=B", "BridgeEnter @6001a bridge=P type=parking",
                      "ParkedCall ParkeeUniqueid=6001a ParkingSpace=701", "HangupRequest @6001a",
                      "ParkedCallGiveUp ParkeeUniqueid=6001a", "BridgeLeave @6001a bridge=P",
                      "Hangup @6001a cause=16"}),
        "DIALING, PROCEEDING, RINGBACK, CONNECTED CONFIRMED, CONNECTED ACTIVE, CONNECTED ACTIVEHELD, IDLE",
        "OFFERING ACTIVE, CONNECTED CONFIRMED, CONNECTED ACTIVE");
}

void TestChannelStates::channelsBecomeCalls()
{
    QFETCH(QList<QByteArray>, messages);
    QFETCH(QString, caller);
    QFETCH(QString, called);
    TrackerProbe probe;
    for (const QByteArray &message : messages)
        probe.consume(message.constData());
    QCOMPARE(probe.statesOf("6001a"), caller);
    QCOMPARE(probe.statesOf("6002b"), called);
}

void TestChannelStates::everyCauseHasItsDisconnectMode_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<DisconnectMode>("mode");
    using enum DisconnectMode;
    const QList<std::pair<QList<int>, DisconnectMode>> table = {
        {{1, 28}, BadAddress},
        {{16}, Normal},
        {{17}, Busy},
        {{18, 19}, NoAnswer},
        {{2, 3, 20, 102}, Unreachable},
        {{21}, Reject},
        {{22}, NumberChanged},
        {{23}, Forwarded},
        {{26}, Pickup},
        {{27}, OutOfOrder},
        {{34, 42, 44}, Congestion},
        {{38, 41}, TempFailure},
        {{49}, QosUnavail},
        {{29, 50, 52, 54, 57}, Blocked},
        {{58, 65, 88}, Incompatible},
        {{0, 31, 127, 99}, Unknown},
    };
    for (const auto &[causes, mode] : table) {
        for (const int cause : causes)
            QTest::addRow("%d", cause) << cause << mode;
    }
}

void TestChannelStates::everyCauseHasItsDisconnectMode()
{
    QFETCH(int, cause);
    QFETCH(DisconnectMode, mode);
    QVERIFY(AsteriskMapping::modeOfCause(cause) == mode);
}

void TestChannelStates::aChannelNameNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *channel, const char *line) {
        QTest::newRow(channel) << QByteArray(channel) << QByteArray(line);
    };
    row("PJSIP/100-0000002a", "PJSIP/100");
    row("PJSIP/front-desk-0000002a", "PJSIP/front-desk");
    row("SIP/trunk.example-000000ff", "SIP/trunk.example");
    row("DAHDI/1-1", "DAHDI/1");
    row("DAHDI/i1/5551234-7", "DAHDI/i1/5551234");
    row("IAX2/other-1234", "IAX2/other");
    row("Local/81001@phones-00000003;1", "Local/81001@phones");
    row("Local/5@from-inside-00000003;2", "Local/5@from-inside");
    row("OutgoingSpoolFailed", "");
    row("CBAnn/610-00000001;2", "");
    row("Surrogate/PJSIP", "");
    row("", "");
}

void TestChannelStates::aChannelNameNamesItsLine()
{
    QFETCH(QByteArray, channel);
    QFETCH(QByteArray, line);
    QCOMPARE(lineName(channel).toByteArray(), line);
}

QTEST_GUILESS_MAIN(TestChannelStates)
#include "tst_channelstates.moc"
