// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Conferences of Asterisk as those of TAPI: a call on the line of each member that stands for the conference.
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

const char room[] = "bridge=R type=base BridgeCreator=ConfBridge BridgeName=610";

QByteArray enters(const char *channel) { return QByteArray("BridgeEnter @") + channel + ' ' + room; }
QByteArray leaves(const char *channel) { return QByteArray("BridgeLeave @") + channel + ' ' + room; }

// "6001a" dials the room and is in it.
void joinRoom(TrackerProbe &probe, const char *channel)
{
    const QByteArray name(channel);
    probe.consume("Newchannel @" + name + " state=4 exten=610 link=" + name);
    probe.consume("Newstate @" + name + " state=6");
    probe.consume(enters(channel));
}

} // namespace

class TestConferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    // V-39, T-04: the conference is there first, and on the member's own line.
    void aRoomIsACallOnTheLineOfItsMember()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        QCOMPARE(probe.text(),
                 (QStringList{u"+PJSIP/6001"_s, u"d1 new PJSIP/6001"_s, u"d1 DIALING"_s, u"d1 CONNECTED CONFIRMED"_s,
                              u"d2 new PJSIP/6001"_s, u"d2 CONNECTED ACTIVE"_s, u"d1 CONFERENCED"_s}));
        QCOMPARE(probe.conferenceOf("6001a"), DriverCall{2});
        const CallInfo info = probe.call("R").info;
        QCOMPARE(CallOrigin(info.origin), CallOrigin::Conference);
        QCOMPARE(info.calledId, u"610"_s);
        QCOMPARE(info.group, u"6001a"_s);
    }

    void itEndsAfterItsLastMemberOnTheLineHasLeft()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        joinRoom(probe, "6001b");
        QCOMPARE(probe.conferenceOf("6001b"), probe.conferenceOf("6001a"));
        probe.text();
        probe.consume(leaves("6001a"));
        QCOMPARE(probe.text(), QStringList{u"d1 CONNECTED ACTIVE"_s});
        probe.consume("HangupRequest @6001b");
        probe.consume(leaves("6001b"));
        probe.consume("Hangup @6001b cause=16");
        QCOMPARE(probe.text(),
                 (QStringList{u"d3 CONNECTED ACTIVE"_s, u"d2 DISCONNECTED NORMAL"_s, u"d2 IDLE"_s,
                              u"d3 cause=16 hungUpBy=DEVICE"_s, u"d3 IDLE"_s}));
    }

    void everyLineHasItsOwn()
    {
        TrackerProbe probe;
        for (const char *member : {"6001a", "6002b", "6003c", "6004d", "6005e", "6006f"})
            joinRoom(probe, member);
        QSet<DriverCall> conferences;
        for (const char *member : {"6001a", "6002b", "6003c", "6004d", "6005e", "6006f"}) {
            QVERIFY(probe.call(member).is("CONFERENCED"));
            conferences += probe.conferenceOf(member);
        }
        QCOMPARE(conferences.size(), 6);
        QVERIFY(!conferences.contains(DriverCall()));
    }

    void threeWhoTalkAreOneUntilTheyAreTwo()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        for (const char *message :
             {"Newchannel @6003c state=5", "Newstate @6003c state=6", "BridgeEnter @6003c bridge=B type=basic"})
            probe.consume(message);
        for (const char *member : {"6001a", "6002b", "6003c"})
            QVERIFY2(probe.call(member).is("CONFERENCED"), member);
        probe.consume("BridgeLeave @6002b bridge=B type=basic");
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
        QVERIFY(probe.call("6003c").is("CONNECTED ACTIVE"));
        QVERIFY(probe.call("B").is("IDLE"));
        probe.consume("Hold @6001a"); // they are two who talk again
        QVERIFY(probe.call("6003c").is("CONNECTED ACTIVEHELD"));
    }

    void itReachesThroughLocalChannels()
    {
        TrackerProbe probe;
        for (const char *message : {"Newchannel @6002b state=5", "Newstate @6002b state=6",
                                    "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=6",
                                    "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=6",
                                    "BridgeEnter Channel=Local/5@x-00000001;2 id=L2 bridge=A type=basic",
                                    "BridgeEnter @6002b bridge=A type=basic",
                                    "BridgeEnter Channel=Local/5@x-00000001;1 id=L1 bridge=R type=base "
                                    "BridgeCreator=ConfBridge BridgeName=610"})
            probe.consume(message);
        QVERIFY(probe.call("6002b").is("CONFERENCED"));
        probe.consume("BridgeLeave Channel=Local/5@x-00000001;1 id=L1 bridge=R");
        QVERIFY(probe.call("6002b").is("CONNECTED ACTIVE"));
    }

    // A Local channel is taken out while three talk, and nobody notices.
    void optimisingALocalChannelIsNoLeave()
    {
        TrackerProbe probe;
        for (const char *message :
             {"Newchannel @6001a state=6", "Newchannel @6002b state=6", "Newchannel @6003c state=6",
              "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=6",
              "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=6", "BridgeEnter @6001a bridge=A type=basic",
              "BridgeEnter @6002b bridge=A type=basic",
              "BridgeEnter Channel=Local/5@x-00000001;1 id=L1 bridge=A type=basic",
              "BridgeEnter Channel=Local/5@x-00000001;2 id=L2 bridge=B type=basic",
              "BridgeEnter @6003c bridge=B type=basic"})
            probe.consume(message);
        probe.text();
        for (const char *message :
             {"LocalOptimizationBegin LocalOneUniqueid=L1 LocalTwoUniqueid=L2 SourceUniqueid=6003c",
              "BridgeLeave @6003c bridge=B", "BridgeLeave Channel=Local/5@x-00000001;1 id=L1 bridge=A",
              "BridgeEnter @6003c bridge=A type=basic SwapUniqueid=L1",
              "LocalOptimizationEnd LocalOneUniqueid=L1 LocalTwoUniqueid=L2",
              "BridgeLeave Channel=Local/5@x-00000001;2 id=L2 bridge=B",
              "Hangup Channel=Local/5@x-00000001;1 id=L1 cause=16",
              "Hangup Channel=Local/5@x-00000001;2 id=L2 cause=16"})
            probe.consume(message);
        const QStringList text = probe.text();
        for (const QString &line : text)
            QVERIFY2(!line.contains(u"CONNECTED"_s), qPrintable(line));
        for (const char *member : {"6001a", "6002b", "6003c"})
            QVERIFY2(probe.call(member).is("CONFERENCED"), member);
        QCOMPARE(probe.tracker().bridgeCount(), 1);
    }

    // The transferer ends its hold without an Unhold.
    void atAThreewayTransferNobodyHolds()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message);
        for (const char *message :
             {"Hold @6002b", "Newchannel @6003c state=6", "BridgeEnter @6003c bridge=B type=basic",
              "AttendedTransfer Result=Success DestType=Threeway OrigTransfererUniqueid=6002b"})
            probe.consume(message);
        QVERIFY(probe.call("6002b").is("CONFERENCED"));
    }

    void anAnnouncerIsNoMember()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        probe.consume("Newchannel Channel=Announcer/ARI-00000001;2 id=N state=6");
        probe.consume("BridgeEnter Channel=Announcer/ARI-00000001;2 id=N bridge=B type=basic");
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
    }

    void whoHoldsAConferenceIsOnHold()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        joinRoom(probe, "6002b");
        probe.consume("Hold @6001a");
        QVERIFY(probe.call("6001a").is("ONHOLD"));
        QVERIFY(probe.call("6002b").is("CONFERENCED")); // the others are not held
        probe.consume("Unhold @6001a");
        QVERIFY(probe.call("6001a").is("CONFERENCED"));
    }

    // H-32, V-13, V-39
    void oneThatTheEngineHasClosedIsNotSpokenOf()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        probe.text();
        probe.take(probe.tracker().closeCall(probe.conferenceOf("6001a")));
        QCOMPARE(probe.text(), QStringList{u"d1 CONNECTED ACTIVE"_s}); // there is nothing left to name
        probe.consume("Hold @6001a");
        probe.consume("Unhold @6001a");
        probe.consume(leaves("6001a"));
        QCOMPARE(probe.text(), (QStringList{u"d1 ONHOLD"_s, u"d1 CONNECTED ACTIVE"_s}));
    }

    void aMemberThatTheEngineHasClosedStillLeaves()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        (void)probe.tracker().closeCall(probe.driverCall("6001a"));
        probe.text();
        probe.consume(leaves("6001a"));
        QCOMPARE(probe.text(), (QStringList{u"d2 DISCONNECTED NORMAL"_s, u"d2 IDLE"_s}));
    }

    // V-14
    void aClosedLineForgetsItsConferences()
    {
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        const DriverLine line = probe.line("PJSIP/6001");
        QCOMPARE(probe.tracker().closeLine(line), (QSet<DriverCall>{{1}, {2}}));
        probe.text();
        probe.consume("Hold @6001a");
        probe.consume("Unhold @6001a");
        QCOMPARE(probe.text(), QStringList());
        probe.take(probe.tracker().openLine(line));
        QCOMPARE(probe.text(),
                 (QStringList{u"d3 new PJSIP/6001"_s, u"d3 CONNECTED ACTIVE"_s, u"d4 new PJSIP/6001"_s,
                              u"d4 CONFERENCED"_s}));
    }

    void itGoesOnAfterAReconnection_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("the room is still there") << true;
        QTest::newRow("it has ended meanwhile") << false;
    }
    void itGoesOnAfterAReconnection()
    {
        QFETCH(const bool, goesOn);
        TrackerProbe probe;
        joinRoom(probe, "6001a");
        probe.take(probe.tracker().disconnected(u"gone"_s));
        QVERIFY(probe.call("6001a").is("UNKNOWN"));
        QVERIFY(probe.call("R").is("UNKNOWN"));
        probe.take(probe.tracker().connected());
        probe.text();
        if (goesOn) {
            probe.consume("BridgeListItem BridgeUniqueid=R BridgeType=base BridgeCreator=ConfBridge BridgeName=610");
            probe.consume("CoreShowChannel @6001a state=6 BridgeId=R");
        }
        probe.consume("CoreShowChannelsComplete");
        QVERIFY(probe.call("6001a").is(goesOn ? "CONFERENCED" : "IDLE"));
        QVERIFY(probe.call("R").is(goesOn ? "CONNECTED ACTIVE" : "IDLE"));
        QCOMPARE(probe.calls().size(), 2);
        QCOMPARE(probe.tracker().bridgeCount(), goesOn ? 1 : 0);
    }

    // Each is named in its turn; before the last one nobody can say who is with whom.
    void threeWhoTalkGoOnAfterAReconnection()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message);
        for (const char *message : {"Newchannel @6003c state=6", "BridgeEnter @6003c bridge=B type=basic"})
            probe.consume(message);
        const DriverCall conference = probe.conferenceOf("6001a");
        probe.take(probe.tracker().disconnected(u"gone"_s));
        probe.take(probe.tracker().connected());
        for (const char *message :
             {"BridgeListItem BridgeUniqueid=B BridgeType=basic", "CoreShowChannel @6001a state=6 BridgeId=B",
              "CoreShowChannel @6002b state=6 BridgeId=B", "CoreShowChannel @6003c state=6 BridgeId=B",
              "CoreShowChannelsComplete"})
            probe.consume(message);
        QCOMPARE(probe.conferenceOf("6001a"), conference);
        QVERIFY(probe.call("6001a").is("CONFERENCED"));
        QCOMPARE(probe.calls().value(u"B"_s).times("IDLE"), 0);
    }

    void aDeviceBehindALocalChannelJoinsACrowd()
    {
        TrackerProbe probe;
        for (const char *member : {"6001a", "6002b", "6003c", "6004d", "6006f"})
            joinRoom(probe, member);
        for (const char *message :
             {"Newchannel @6005e state=6", "Newchannel Channel=Local/5@x-00000001;1 id=L1 state=6",
              "Newchannel Channel=Local/5@x-00000001;2 id=L2 state=6",
              "BridgeEnter Channel=Local/5@x-00000001;2 id=L2 bridge=A type=basic",
              "BridgeEnter @6005e bridge=A type=basic",
              "BridgeEnter Channel=Local/5@x-00000001;1 id=L1 bridge=R type=base BridgeCreator=ConfBridge "
              "BridgeName=610"})
            probe.consume(message);
        QVERIFY(probe.call("6005e").is("CONFERENCED"));
    }

    // A list of many members, and the kind of their bridge only afterwards.
    void manyThatAreFoundInARoomAreInIt()
    {
        TrackerProbe probe;
        probe.take(probe.tracker().connected());
        const QList<QByteArray> members = {"6001a", "6002b", "6003c", "6004d", "6005e", "6006f"};
        for (const QByteArray &member : members)
            probe.consume("CoreShowChannel @" + member + " state=6 BridgeId=R");
        probe.consume("CoreShowChannelsComplete");
        probe.consume("BridgeListItem BridgeUniqueid=R BridgeType=base BridgeCreator=ConfBridge BridgeName=610");
        for (const QByteArray &member : members)
            QVERIFY2(probe.call(member.constData()).is("CONFERENCED"), member.constData());
    }
};

QTEST_GUILESS_MAIN(TestConferences)
#include "tst_conferences.moc"
