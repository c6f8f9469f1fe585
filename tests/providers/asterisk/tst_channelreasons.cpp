// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a call came, who sent it on and where to, who hung up, what is not certain, what is heard meanwhile.
#include "tapi/names.h"
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

void play(TrackerProbe &probe, const QList<QByteArray> &messages)
{
    for (const QByteArray &message : messages)
        probe.consume(message);
}

// The called sends the caller on to 6003.
QList<QByteArray> blindTransfer()
{
    return talkingCall()
        + events({"BlindTransfer Result=Success TransfererUniqueid=6002b TransfererCallerIDNum=6002 "
                  "TransfererCallerIDName=Bob TransfereeUniqueid=6001a Extension=6003",
                  "BridgeLeave @6002b bridge=B", "BridgeLeave @6001a bridge=B", "Hangup @6002b cause=16"});
}

} // namespace

class TestChannelReasons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aBlindTransferSaysWhoSentItWhere()
    {
        TrackerProbe probe;
        play(probe, blindTransfer() + events({"Newchannel @6003c state=0", "DialBegin @6001a ->6003c"}));
        const CallInfo transferee = probe.call("6001a").info;
        QCOMPARE(nameOf(CallReason(transferee.reason)), u"TRANSFER"_s);
        QCOMPARE(transferee.redirectingId, u"6002"_s);
        QCOMPARE(transferee.redirectingIdName, u"Bob"_s);
        QCOMPARE(transferee.redirectionId, u"6003"_s);
        probe.consume("Newstate @6003c state=5");
        const CallInfo target = probe.call("6003c").info;
        QCOMPARE(nameOf(CallReason(target.reason)), u"TRANSFER"_s);
        QCOMPARE(target.redirectingId, u"6002"_s);

        // What is dialled once that is over has nothing to do with it.
        play(probe,
             events({"Newstate @6003c state=6", "DialEnd @6001a ->6003c status=ANSWER", "Newchannel @6004d state=0",
                     "DialBegin @6001a ->6004d", "Newstate @6004d state=5"}));
        QCOMPARE(nameOf(CallReason(probe.call("6004d").info.reason)), u"DIRECT"_s);
    }

    // DialBegin of the next may be faster than BlindTransfer.
    void aBlindTransferMayBeToldLate()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"Newchannel @6003c state=0", "DialBegin @6001a ->6003c", "Newstate @6003c state=5",
                           "BlindTransfer Result=Success TransfererUniqueid=6002b TransfererCallerIDNum=6002 "
                           "TransfereeUniqueid=6001a Extension=6003"}));
        QCOMPARE(nameOf(CallReason(probe.call("6003c").info.reason)), u"TRANSFER"_s);
        QCOMPARE(probe.call("6003c").info.redirectingId, u"6002"_s);
    }

    // A server that gives one name to many channels, each dialled by the other half of that name.
    void channelsThatDialEachOtherEndSomewhere()
    {
        TrackerProbe probe;
        probe.consume("Newchannel Channel=Local/a@x-00000001;1 id=X state=4");
        for (int i = 0; i < 12; ++i) {
            const QByteArray id = "C" + QByteArray::number(i);
            probe.consume("Newchannel Channel=Local/a@x-00000001;2 state=4 id=" + id);
            probe.consume("DialBegin Channel=Local/a@x-00000001;1 id=X DestUniqueid=" + id);
        }
        probe.consume("AttendedTransfer Result=Success SecondTransfererUniqueid=X");
        QCOMPARE(probe.tracker().channelCount(), 13);
    }

    void aTransferReachesThroughLocalChannels()
    {
        TrackerProbe probe;
        play(probe,
             blindTransfer()
                 + events({"Newchannel Channel=Local/6003@x-00000001;1 id=L1 state=0",
                           "Newchannel Channel=Local/6003@x-00000001;2 id=L2 state=4",
                           "DialBegin @6001a DestUniqueid=L1", "Newchannel @6003c state=0",
                           "DialBegin Channel=Local/6003@x-00000001;2 id=L2 ->6003c", "Newstate @6003c state=5"}));
        QCOMPARE(nameOf(CallReason(probe.call("6003c").info.reason)), u"TRANSFER"_s);
        QCOMPARE(probe.call("6003c").info.redirectingId, u"6002"_s);
    }

    void anAttendedTransferSaysWhoSentItWhere()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"Newchannel @6002c state=4 exten=6003", "Newchannel @6003d state=5",
                           "AttendedTransfer Result=Success DestType=Bridge OrigTransfererUniqueid=6002b "
                           "OrigTransfererCallerIDNum=6002 SecondTransfererUniqueid=6002c TransfereeUniqueid=6001a "
                           "TransferTargetUniqueid=6003d TransferTargetCallerIDNum=6003"}));
        for (const char *party : {"6001a", "6003d"}) {
            QCOMPARE(nameOf(CallReason(probe.call(party).info.reason)), u"TRANSFER"_s);
            QCOMPARE(probe.call(party).info.redirectingId, u"6002"_s);
        }
        QCOMPARE(probe.call("6001a").info.redirectionId, u"6003"_s);
    }

    // Asterisk names no target then: it is whom the transferer's second call makes ring.
    void aTransferMayBeCompletedWhileTheTargetRings()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"Newchannel @6002c state=4 exten=6003", "Newchannel @6003d state=0 caller=6003",
                           "DialBegin @6002c ->6003d", "Newstate @6003d state=5",
                           "AttendedTransfer Result=Success DestType=App OrigTransfererUniqueid=6002b "
                           "OrigTransfererCallerIDNum=6002 SecondTransfererUniqueid=6002c TransfereeUniqueid=6001a"}));
        QCOMPARE(probe.call("6001a").info.redirectionId, u"6003"_s);
        QCOMPARE(nameOf(CallReason(probe.call("6003d").info.reason)), u"TRANSFER"_s);
        QCOMPARE(probe.call("6003d").info.redirectingId, u"6002"_s);
    }

    // Its far end does not wait any more, though no Unhold comes; and who is behind a Local channel is the target.
    void anAttendedTransferByTheServer()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"Hold @6002b", "Newchannel Channel=Local/6003@x-00000001;1 id=L1 state=6",
                           "Newchannel Channel=Local/6003@x-00000001;2 id=L2 state=6",
                           "Newchannel @6003c state=6 caller=6003",
                           "BridgeEnter Channel=Local/6003@x-00000001;2 id=L2 bridge=C type=basic",
                           "BridgeEnter @6003c bridge=C type=basic", "BridgeLeave @6002b bridge=B",
                           "BridgeEnter Channel=Local/6003@x-00000001;1 id=L1 bridge=B type=basic"}));
        QVERIFY(!probe.call("6003c").was("CONNECTED ACTIVEHELD"));
        probe.consume("AttendedTransfer Result=Success DestType=Bridge OrigTransfererUniqueid=6002b "
                      "OrigTransfererCallerIDNum=6002 SecondTransfererUniqueid=6002b TransfereeUniqueid=6001a");
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
        QCOMPARE(probe.call("6001a").info.redirectionId, u"6003"_s);
        QCOMPARE(nameOf(CallReason(probe.call("6003c").info.reason)), u"TRANSFER"_s);
    }

    // The far half of the Local channel runs by itself: what it tells may come before what the caller's channel does.
    void aDeviceThatForwardsIsWhoRedirects_data()
    {
        QTest::addColumn<QList<QByteArray>>("messages");
        const QList<QByteArray> halves = events({"Newchannel Channel=Local/6003@default-00000001;1 id=L1 state=0",
                                                 "Newchannel Channel=Local/6003@default-00000001;2 id=L2 state=4"});
        const QList<QByteArray> caller = events(
            {"DialEnd @6001a ->6002b DestCallerIDNum=6002 status=NOANSWER Forward=6003",
             "DialBegin @6001a DestUniqueid=L1"});
        const QList<QByteArray> farHalf = events(
            {"Newchannel @6003c state=0", "DialBegin Channel=Local/6003@default-00000001;2 id=L2 ->6003c"});
        const QList<QByteArray> rings = events({"Newstate @6003c state=5"});
        QTest::newRow("the caller first") << halves + caller + farHalf + rings;
        QTest::newRow("the far half first") << halves + farHalf + caller + rings;
        QTest::newRow("the far half first, and it rings") << halves + farHalf + rings + caller;
        QTest::newRow("in between") << halves + caller.first(1) + farHalf + caller.last(1) + rings;
    }
    void aDeviceThatForwardsIsWhoRedirects()
    {
        QFETCH(const QList<QByteArray>, messages);
        TrackerProbe probe;
        play(probe,
             ringingCall() + events({"Newchannel @6004e state=0", "DialBegin @6001a ->6004e"}) + messages
                 + events({"Newstate @6004e state=5"}));
        QCOMPARE(nameOf(CallReason(probe.call("6003c").info.reason)), u"FWDUNCOND"_s);
        QCOMPARE(probe.call("6003c").info.redirectingId, u"6002"_s);
        QCOMPARE(nameOf(CallReason(probe.call("6004e").info.reason)), u"DIRECT"_s); // another fork
    }

    void aParkedCallThatComesBackIsAReminder()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"BridgeLeave @6001a bridge=B", "BridgeEnter @6001a bridge=P type=parking",
                           "ParkedCall ParkeeUniqueid=6001a ParkingSpace=701 ParkerDialString=PJSIP/6002",
                           "Hangup @6002b cause=16"}));
        QCOMPARE(nameOf(CallReason(probe.call("6001a").info.reason)), u"PARKED"_s);
        QCOMPARE(probe.call("6001a").info.redirectionId, u"701"_s);
        play(probe,
             events({"BridgeLeave @6001a bridge=P",
                     "ParkedCallTimeOut ParkeeUniqueid=6001a ParkingSpace=701 ParkerDialString=PJSIP/6002",
                     "Newchannel @6002c state=0", "DialBegin @6001a ->6002c", "Newstate @6002c state=5"}));
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
        QVERIFY(probe.call("6002c").is("OFFERING"));
        QCOMPARE(nameOf(CallReason(probe.call("6002c").info.reason)), u"REMINDER"_s);
    }

    void whoFetchesAParkedCallUnparksIt()
    {
        TrackerProbe probe;
        play(probe,
             events(
                 {"Newchannel @6003c state=4 exten=701", "UnParkedCall ParkeeUniqueid=6001a RetrieverUniqueid=6003c"}));
        QCOMPARE(nameOf(CallReason(probe.call("6003c").info.reason)), u"UNPARK"_s);
    }

    void anotherChannelTakesTheParkingSpace()
    {
        TrackerProbe probe;
        play(probe,
             talkingCall()
                 + events({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=701 Parkinglot=a",
                           "BridgeLeave @6001a bridge=B", "BridgeLeave @6002b bridge=B",
                           "ParkedCallSwap ParkeeUniqueid=6002b ParkingSpace=701 Parkinglot=b"}));
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVEHELD")); // that was another parking lot
        probe.consume("ParkedCallSwap ParkeeUniqueid=6002b ParkingSpace=701 Parkinglot=a");
        QVERIFY(probe.call("6001a").is("CONNECTED ACTIVE"));
        QVERIFY(probe.call("6002b").is("CONNECTED ACTIVEHELD"));
        QCOMPARE(probe.call("6002b").info.redirectionId, u"701"_s);
    }

    void itIsToldWhoHungUp_data()
    {
        QTest::addColumn<QList<QByteArray>>("end");
        QTest::addColumn<QString>("caller");
        QTest::newRow("the telephone") << events({"HangupRequest @6001a", "Hangup @6001a cause=16"}) << u"DEVICE"_s;
        QTest::newRow("the far end") << events(
            {"HangupRequest @6002b", "SoftHangupRequest @6001a cause=16", "Hangup @6001a cause=16"})
                                     << u"FAREND"_s;
        QTest::newRow("an operator, or the dialplan")
            << events({"SoftHangupRequest @6001a cause=16", "Hangup @6001a cause=16"}) << QString();
        QTest::newRow("nobody says") << events({"Hangup @6001a cause=16"}) << QString();
    }
    void itIsToldWhoHungUp()
    {
        QFETCH(const QList<QByteArray>, end);
        QFETCH(const QString, caller);
        TrackerProbe probe;
        play(probe, talkingCall());
        QCOMPARE(probe.call("6001a").info.hungUpBy, 0u);
        play(probe, end);
        const quint32 by = probe.call("6001a").info.hungUpBy;
        QCOMPARE(by == 0 ? QString() : nameOf(HungUpBy(by)), caller);
    }

    void aDropIsTheApplications()
    {
        TrackerProbe probe;
        play(probe, talkingCall());
        probe.tracker().setDropping(probe.driverCall("6001a"), true);
        probe.consume("Hangup @6001a cause=16");
        QCOMPARE(nameOf(HungUpBy(probe.call("6001a").info.hungUpBy)), u"APPLICATION"_s);
    }

    void whatIsNotCertainIsMarked()
    {
        const auto doubts = [](const TrackerProbe &probe, const char *call) {
            return namesOf(Doubts::fromInt(probe.call(call).info.doubts)).join(u' ');
        };
        TrackerProbe probe;
        play(probe, talkingCall() + events({"Hold @6001a", "Unhold @6001a"}));
        QCOMPARE(doubts(probe, "6001a"), QString());
        probe.consume("Hangup @6001a cause=31");
        QCOMPARE(doubts(probe, "6001a"), u"ENDUNCLEAR"_s);

        probe.take(probe.tracker().disconnected(u"gone"_s));
        probe.take(probe.tracker().connected());
        play(probe,
             events({"EndpointList ObjectName=6003 DeviceState=On_Hold", "EndpointListComplete",
                     "CoreShowChannel @6003c state=6 BridgeId=C", "CoreShowChannel @6004d state=6 BridgeId=C",
                     "CoreShowChannelsComplete"}));
        QCOMPARE(doubts(probe, "6002b"), u"ENDUNSEEN"_s);
        QCOMPARE(doubts(probe, "6003c"), u"FOUNDLATER"_s);
        QCOMPARE(doubts(probe, "6004d"), u"FOUNDLATER HOLDINFERRED"_s);
        probe.consume("Unhold @6004d");
        QCOMPARE(doubts(probe, "6004d"), u"FOUNDLATER"_s); // now it has been said
    }

    void musicIsWhatAWaitingCallerHears()
    {
        TrackerProbe probe;
        play(probe, talkingCall());
        probe.text();
        probe.consume("MusicOnHoldStart @6001a");
        QCOMPARE(probe.text(), QStringList{u"d1 callTreatment=MUSIC"_s});
        probe.consume("MusicOnHoldStop @6001a");
        QCOMPARE(probe.text(), QStringList{u"d1 callTreatment="_s});
    }

    // Only those who ask are told.
    void digitsAreToldToWhoMonitorsThem()
    {
        TrackerProbe probe;
        QStringList heard;
        probe.onReport = [&heard](const Report &report) {
            if (const auto *digit = std::get_if<Reports::MonitorDigits>(&report))
                heard << QChar(digit->digit) + (u' ' + nameOf(digit->mode));
        };
        play(probe, talkingCall() + events({"DTMFEnd @6001a Digit=1 Direction=Received"}));
        const DriverCall call = probe.driverCall("6001a");
        probe.tracker().monitorDigits(call, DigitMode::Dtmf);
        play(probe,
             events({"DTMFEnd @6001a Digit=2 Direction=Received", "DTMFEnd @6002b Digit=2 Direction=Sent",
                     "DTMFEnd @6001a Digit=", "DTMFEnd @6001a Digit=12", "DTMFEnd Digit=5"}));
        probe.tracker().monitorDigits(call, DigitMode::Dtmf | DigitMode::DtmfEnd);
        probe.consume("DTMFEnd @6001a Digit=# Direction=Received");
        probe.tracker().monitorDigits(call, {});
        probe.consume("DTMFEnd @6001a Digit=3 Direction=Received");
        QCOMPARE(heard, (QStringList{u"2 DTMF"_s, u"# DTMF"_s, u"# DTMFEND"_s}));
    }
};

QTEST_GUILESS_MAIN(TestChannelReasons)
#include "tst_channelreasons.moc"
