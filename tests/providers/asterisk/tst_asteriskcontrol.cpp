// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The functions of call control: which action each sends, what its answer makes of the request, what the account may.
#include "controldesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

RequestId park(Desk &desk, const char *call)
{
    Commands::Park command;
    command.target = target(desk.call(QString::fromUtf8(call)));
    return desk.execute(command);
}

QList<QByteArray> inRoom()
{
    return events({"Newchannel @6001a state=4 exten=610", "Newstate @6001a state=6",
                   "BridgeEnter @6001a bridge=R type=base BridgeCreator=ConfBridge BridgeName=610"});
}

} // namespace

Q_DECLARE_METATYPE(Ask)

class TestAsteriskControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFunctionIsAnAction_data()
    {
        QTest::addColumn<QList<QByteArray>>("before");
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<Fields>("fields");
        const auto row = [](const char *name, const QList<QByteArray> &before, const Ask &ask, const char *action,
                            const Fields &fields) {
            QTest::newRow(name) << before << ask << QByteArray(action) << fields;
        };
        using enum Commands::CallAction;
        row("lineDrop", talkingCall(), onCall(Drop, "6001a"), "Hangup",
            {{"Channel", "PJSIP/6001-0000000a"}, {"Cause", "16"}});
        row("lineBlindTransfer", talkingCall(), toNumber<Commands::BlindTransfer>("6002b", u"6003"_s), "BlindTransfer",
            {{"Channel", "PJSIP/6002-0000000b"}, {"Context", "default"}, {"Exten", "6003"}});
        row("lineRedirect", ringingCall(), toNumber<Commands::Redirect>("6002b", u"6003"_s), "Redirect",
            {{"Channel", "PJSIP/6001-0000000a"}, {"Context", "default"}, {"Exten", "6003"}, {"Priority", "1"}});
        row("linePark", talkingCall(), [](Desk &desk) { return park(desk, "6002b"); }, "Park",
            {{"Channel", "PJSIP/6001-0000000a"}, {"TimeoutChannel", "PJSIP/6002-0000000b"}});
        row("lineRemoveFromConference", inRoom(), onCall(RemoveFromConference, "6001a"), "ConfbridgeKick",
            {{"Conference", "610"}, {"Channel", "PJSIP/6001-0000000a"}});
        row("lineDrop of a conference", inRoom(), onCall(Drop, "R"), "Hangup",
            {{"Channel", "PJSIP/6001-0000000a"}, {"Cause", "16"}});
        row("lineAnswer", ringingCall(), onCall(Answer, "6002b"), "PJSIPNotify",
            {{"Endpoint", "6002"}, {"Variable", "Event=talk"}});
        row("lineHold", talkingCall(), onCall(Hold, "6002b"), "PJSIPNotify",
            {{"Endpoint", "6002"}, {"Variable", "Event=hold"}});
        row("lineUnhold", talkingCall() + events({"Hold @6002b"}), onCall(Unhold, "6002b"), "PJSIPNotify",
            {{"Endpoint", "6002"}, {"Variable", "Event=talk"}});
    }
    void eachFunctionIsAnAction()
    {
        QFETCH(const QList<QByteArray>, before);
        QFETCH(const Ask, ask);
        QFETCH(const QByteArray, action);
        QFETCH(const Fields, fields);
        Desk desk(u"?control=1&notify=1&pickup=*8"_s);
        QVERIFY(desk.isReady());
        desk.say(before);
        const RequestId request = ask(desk);
        QTRY_COMPARE(desk.sent(action).size(), 1);
        Fields sent = desk.sent(action).first().headers;
        sent.removeIf([](const auto &field) { return field.first == "Action" || field.first == "ActionID"; });
        QCOMPARE(sent, fields);
        if (action == "Park")
            desk.say({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=701"});
        QTRY_COMPARE(desk.result(request), u"OK"_s);
    }

    void whatAsteriskRefusesFails_data() { eachFunctionIsAnAction_data(); }
    void whatAsteriskRefusesFails()
    {
        QFETCH(const QList<QByteArray>, before);
        QFETCH(const Ask, ask);
        QFETCH(const QByteArray, action);
        Desk desk(u"?control=1&notify=1&pickup=*8"_s);
        QVERIFY(desk.isReady());
        desk.say(before);
        const QString states = desk.state(desk.call(u"6001a"_s));
        desk.refuse.insert(action, "No such channel");
        const RequestId request = ask(desk);
        QTRY_COMPARE(desk.sent(action).size(), 1);
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QCOMPARE(desk.state(desk.call(u"6001a"_s)), states);
        // And is nothing to remember: who hangs up later is told as ever.
        desk.say({"SoftHangupRequest @6001a cause=16", "Hangup @6001a cause=16"});
        QVERIFY(desk.state(desk.call(u"6001a"_s)).endsWith(u"DISCONNECTED, IDLE"_s));
    }

    void whatCannotBeDoneIsNotSent_data()
    {
        QTest::addColumn<QList<QByteArray>>("before");
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QString>("result");
        using enum Commands::CallAction;
        QTest::newRow("a transfer to what is no number")
            << talkingCall() << toNumber<Commands::BlindTransfer>("6002b", u"60\r\nAction: x"_s) << u"INVALADDRESS"_s;
        QTest::newRow("a redirection to nowhere")
            << ringingCall() << toNumber<Commands::Redirect>("6002b", QString()) << u"INVALADDRESS"_s;
        QTest::newRow("a transfer of one who talks to nobody")
            << events({"Newchannel @6001a state=4", "Newstate @6001a state=6"})
            << toNumber<Commands::BlindTransfer>("6001a", u"6003"_s) << u"INVALCALLSTATE"_s;
        QTest::newRow("parking one who talks to nobody")
            << events({"Newchannel @6001a state=4", "Newstate @6001a state=6"})
            << Ask([](Desk &desk) { return park(desk, "6001a"); }) << u"INVALCALLSTATE"_s;
        QTest::newRow("a redirection of a call that the server made")
            << events({"Newchannel @6002b state=0", "DialBegin ->6002b", "Newstate @6002b state=5"})
            << toNumber<Commands::Redirect>("6002b", u"6003"_s) << u"INVALCALLSTATE"_s;
        QTest::newRow("a consultation in a conference") << inRoom() << Ask([](Desk &desk) {
            Commands::SetupTransfer command;
            command.target = target(desk.call(u"6001a"_s));
            return desk.execute(command);
        }) << u"INVALCALLSTATE"_s;
        QTest::newRow("a telephone that does not obey")
            << ringingCall() << onCall(Answer, "6002b") << u"OPERATIONUNAVAIL"_s;
        QTest::newRow("a removal from what is no room")
            << talkingCall() << onCall(RemoveFromConference, "6001a") << u"OPERATIONFAILED"_s;
        QTest::newRow("a call that has ended")
            << talkingCall() + events({"Hangup @6001a cause=16"}) << onCall(Drop, "6001a") << u"INVALCALLSTATE"_s;
        QTest::newRow("pick-up of a group") << ringingCall() << Ask([](Desk &desk) {
            Commands::Pickup command;
            command.line = desk.line(u"PJSIP/6001"_s);
            command.from = std::make_shared<Commands::PickupSource>();
            return desk.execute(command);
        }) << u"OPERATIONUNAVAIL"_s;
    }
    void whatCannotBeDoneIsNotSent()
    {
        QFETCH(const QList<QByteArray>, before);
        QFETCH(const Ask, ask);
        QFETCH(const QString, result);
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(before);
        const qsizetype actions = desk.peer.received().size();
        const RequestId request = ask(desk);
        QTRY_COMPARE(desk.result(request), result);
        QCOMPARE(desk.peer.received().size(), actions);
    }

    void unparkAndPickupAreCallsOfTheDevice_data()
    {
        QTest::addColumn<bool>("unpark");
        QTest::addColumn<QByteArray>("exten");
        QTest::addColumn<QString>("reason");
        QTest::newRow("lineUnpark") << true << "701"_ba << u"UNPARK"_s;
        QTest::newRow("linePickup") << false << "*86002"_ba << u"PICKUP"_s;
    }
    void unparkAndPickupAreCallsOfTheDevice()
    {
        QFETCH(const bool, unpark);
        QFETCH(const QByteArray, exten);
        QFETCH(const QString, reason);
        Desk desk(u"?control=1&pickup=*8"_s);
        QString told;
        connect(&desk.provider, &ServiceProvider::reported, this, [&](const QList<Report> &batch) {
            for (const Report &report : batch) {
                if (const auto *info = std::get_if<Reports::CallInfo>(&report))
                    told = nameOf(CallReason(info->info.number(&CallInfo::reason)));
            }
        });
        QVERIFY(desk.isReady());
        desk.say({"Newchannel @6001a state=4", "Hangup @6001a cause=16"}); // so that there is a line
        RequestId request;
        if (unpark) {
            Commands::Unpark command;
            command.line = desk.line(u"PJSIP/6001"_s);
            command.destAddress = u"701"_s;
            request = desk.execute(command);
        } else {
            Commands::Pickup command;
            command.line = desk.line(u"PJSIP/6001"_s);
            command.from = std::make_shared<Commands::PickupSource>(Commands::PickupSource{u"6002"_s, {}});
            request = desk.execute(command);
        }
        QTRY_COMPARE(desk.sent("Originate").size(), 1);
        const ReceivedAction sent = desk.sent("Originate").first();
        QCOMPARE(sent.value("Exten"), exten);
        QCOMPARE(sent.value("Channel"), "PJSIP/6001"_ba);
        desk.say({"Newchannel Channel=PJSIP/6001-00000009 state=5 id=" + sent.value("ChannelId")});
        QCOMPARE(desk.result(request), u"OK"_s);
        QCOMPARE(told, reason);
    }

    void aClosedCallFailsWhatWaitedForIt() // V-8
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const RequestId request = park(desk, "6002b");
        QTRY_COMPARE(desk.sent("Park").size(), 1);
        desk.say({"VarSet @6001a state=6"});
        desk.provider.execute(Commands::CloseCall{target(desk.call(u"6002b"_s))});
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
    }

    void anOriginateThatNobodySeesFails()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say({"Newchannel @6001a state=4"});
        Commands::MakeCall command;
        command.line = desk.line(u"PJSIP/6001"_s);
        command.destAddress = u"6002"_s;
        const RequestId request = desk.execute(command);
        QTRY_COMPARE(desk.sent("Originate").size(), 1);
        for (int seconds = 0; seconds < 65; seconds += 5) {
            QVERIFY(desk.result(request).isEmpty() || seconds >= 60);
            desk.clock.advance(5_s);
            desk.say({}); // the server is not silent
        }
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QCOMPARE(desk.peer.connections(), 1);
    }

    void aParkedCallSaysWhere_data()
    {
        QTest::addColumn<bool>("eventFirst");
        QTest::newRow("ParkedCall comes before the answer") << true;
        QTest::newRow("it comes after the answer") << false;
    }
    void aParkedCallSaysWhere()
    {
        QFETCH(const bool, eventFirst);
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const QList<QByteArray> parked = {"ParkedCall ParkeeUniqueid=6001a ParkingSpace=702"};
        if (eventFirst)
            desk.say(parked);
        const RequestId request = park(desk, "6002b");
        QTRY_COMPARE(desk.sent("Park").size(), 1);
        if (!eventFirst) {
            desk.say({"VarSet @6001a state=6"});    // the answer has come by then
            QVERIFY(desk.sent("Hangup").isEmpty()); // or there would be nobody left to park
            desk.say(parked);
        }
        QTRY_COMPARE(desk.result(request), u"OK"_s);
        QCOMPARE(desk.completion(request).parkAddress, u"702"_s);
        QTRY_COMPARE(desk.sent("Hangup").size(), 1); // what is left of the call at the parker
        QCOMPARE(desk.sent("Hangup").first().value("Channel"), "PJSIP/6002-0000000b"_ba);
    }

    void aCallThatIsNeverParkedFails()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const RequestId request = park(desk, "6002b");
        QTRY_COMPARE(desk.sent("Park").size(), 1);
        desk.say({"VarSet @6001a state=6"});
        desk.clock.advance(6_s);
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QVERIFY(desk.sent("Hangup").isEmpty()); // the two go on talking
    }

    // V-69, F-58: the far end hears them, one after the other.
    void digitsAreSentOneByOne()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const auto generate = [&](quint32 id, const QString &digits) {
            desk.provider.execute(Commands::GenerateDigits{
                target(desk.call(u"6001a"_s)), id,
                std::make_shared<Commands::DigitString>(Commands::DigitString{DigitMode::Dtmf, digits, 200})});
        };
        generate(7, u"1#"_s);
        QTRY_COMPARE(desk.sent("PlayDTMF").size(), 1);
        desk.clock.advance(1_s);
        QTRY_COMPARE(desk.sent("PlayDTMF").size(), 2);
        const ReceivedAction second = desk.sent("PlayDTMF").last();
        QCOMPARE(second.value("Channel"), "PJSIP/6002-0000000b"_ba);
        QCOMPARE(second.value("Digit"), "#"_ba);
        QCOMPARE(second.value("Duration"), "200"_ba);
        desk.clock.advance(1_s);
        QTRY_COMPARE(desk.generated, QStringList{u"7 DONE"_s});

        generate(8, u"123"_s);
        generate(9, QString());
        QTRY_COMPARE(desk.generated.last(), u"8 CANCEL"_s);
        desk.refuse.insert("PlayDTMF", "Channel not found");
        generate(11, u"1"_s);
        QTRY_COMPARE(desk.generated.last(), u"11 CANCEL"_s);
        desk.refuse.clear();
        desk.say({"BridgeLeave @6002b bridge=B"});
        generate(10, u"1"_s);
        QTRY_COMPARE(desk.generated.last(), u"10 CANCEL"_s); // nobody is there to hear it
    }

    void whatTheAccountMayIsLearnt()
    {
        Desk desk(u"?control=1&notify=1&pickup=*8"_s, "Hangup Ping");
        int changes = 0;
        connect(&desk.provider, &ServiceProvider::abilitiesChanged, this, [&changes] { ++changes; });
        QVERIFY(
            desk.provider.abilities().callFeatures.testFlag(CallFeature::BlindTransfer)); // nobody has denied it yet
        QTRY_COMPARE(changes, 1);
        const ProviderAbilities abilities = desk.provider.abilities();
        QVERIFY(abilities.callFeatures.testFlag(CallFeature::Drop));
        QVERIFY(!abilities.callFeatures.testFlag(CallFeature::BlindTransfer));
        QVERIFY(!abilities.addressFeatures.testFlag(AddressFeature::MakeCall));
        QVERIFY2(abilities.whyNot(CallFeature::BlindTransfer).contains(u"in write: call"_s),
                 qPrintable(abilities.whyNot(CallFeature::BlindTransfer)));
        QVERIFY(abilities.whyNot(AddressFeature::MakeCall).contains(u"in write: originate"_s));
        QVERIFY(abilities.whyNot(CallFeature::Answer).contains(u"in write: system"_s));
        QVERIFY(abilities.whyNot(CallFeature::Drop).isEmpty());
    }

    void anAnswerWithoutAListTeachesNothing()
    {
        Desk desk(u"?control=1"_s, "");
        desk.peer.answer = [&desk](const ReceivedAction &action) { return desk.peer.usualAnswer(action); };
        QTRY_VERIFY(desk.peer.receivedNames().contains("ListCommands"));
        desk.say({"Newchannel @6001a state=4"});
        QVERIFY(desk.provider.abilities().callFeatures.testFlag(CallFeature::BlindTransfer));
    }

    void whatIsNotSetUpSaysHow()
    {
        Desk desk;
        const ProviderAbilities abilities = desk.provider.abilities();
        QVERIFY(abilities.whyNot(CallFeature::Hold).contains(u"notify=1"_s));
        QVERIFY(abilities.whyNot(AddressFeature::Pickup).contains(u"pickup=*8"_s));
        QVERIFY(abilities.whyNot(CallFeature::SetupConf).contains(u"blind transfer"_s));
        QVERIFY(abilities.controls());
        QVERIFY(!Desk(u""_s).provider.abilities().controls());
    }

    // Nothing that was asked is left hanging (V-1).
    void aLostConnectionFailsWhatWasAsked()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        desk.peer.answer = [](const ReceivedAction &) { return QByteArray(); };
        Commands::ActOnCall drop;
        drop.target = target(desk.call(u"6001a"_s));
        const RequestId request = desk.execute(drop);
        QTRY_COMPARE(desk.sent("Hangup").size(), 1);
        desk.peer.cut();
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
    }
};

QTEST_GUILESS_MAIN(TestAsteriskControl)
#include "tst_asteriskcontrol.moc"
