// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Transfers with a question first: lineSetupTransfer, lineDial, lineCompleteTransfer, and taking it back.
#include "controldesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

class TestAsteriskConsultations : public QObject {
    Q_OBJECT

private:
    // 6002 consults 6003 while 6001 waits; returns the consultation call.
    static DriverCall consult(Desk &desk)
    {
        if (!desk.isReady())
            return {};
        desk.say(talkingCall());
        Commands::SetupTransfer setup;
        setup.target = target(desk.call(u"6002b"_s));
        const RequestId set = desk.execute(setup);
        (void)QTest::qWaitFor([&] { return !desk.result(set).isEmpty(); });
        return desk.completion(set).call;
    }
    static RequestId dial(Desk &desk, DriverCall consultation)
    {
        Commands::Dial command;
        command.target = target(consultation);
        command.destAddress = u"6003"_s;
        return desk.execute(command);
    }
    static QList<QByteArray> legRings()
    {
        return events({"Newchannel Channel=Local/6003@default-00000001;1 id=L1 state=0 link=6001a",
                       "BridgeEnter Channel=Local/6003@default-00000001;1 id=L1 bridge=C type=basic",
                       "BridgeLeave @6002b bridge=B", "BridgeEnter @6002b bridge=C type=basic",
                       "Newstate Channel=Local/6003@default-00000001;1 id=L1 state=5 link=6001a"});
    }
    // Asterisk takes the transferer back; Unhold comes later, or not at all.
    static QList<QByteArray> legEnds()
    {
        return events({"BridgeLeave @6002b bridge=C", "BridgeEnter @6002b bridge=B type=basic",
                       "Hangup Channel=Local/6003@default-00000001;1 id=L1 cause=16 link=6001a"});
    }
    static QStringList rulesOf(const QList<ProvenanceStep> &steps)
    {
        QStringList rules;
        for (const ProvenanceStep &step : steps)
            rules += step.stateRule;
        return rules;
    }
    // And 6003 rings.
    static DriverCall consultRinging(Desk &desk)
    {
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings());
        return consultation;
    }

private Q_SLOTS:
    // F-20, F-21, V-72
    void aTransferWithAQuestionFirst()
    {
        Desk desk;
        const DriverCall consultation = consult(desk), original = desk.call(u"6002b"_s);
        QCOMPARE(desk.lastState(original), u"ONHOLDPENDTRANSFER"_s);
        QCOMPARE(desk.state(consultation), u"DIALTONE"_s);
        QVERIFY(desk.sent("Atxfer").isEmpty()); // there is nobody to call yet

        const RequestId dialled = dial(desk, consultation);
        QTRY_COMPARE(desk.result(dialled), u"OK"_s);
        const ReceivedAction sent = desk.sent("Atxfer").first();
        QCOMPARE(sent.value("Channel"), "PJSIP/6002-0000000b"_ba);
        QCOMPARE(sent.value("Exten"), "6003"_ba);
        desk.say(legRings() + events({"Newstate Channel=Local/6003@default-00000001;1 id=L1 state=6 link=6001a"}));
        QCOMPARE(desk.state(consultation), u"DIALTONE, DIALING, PROCEEDING, RINGBACK, CONNECTED"_s);

        Commands::CompleteTransfer complete;
        complete.target = target(original);
        complete.consult = target(consultation);
        const RequestId completed = desk.execute(complete);
        QTRY_COMPARE(desk.result(completed), u"OK"_s);
        QCOMPARE(desk.sent("Hangup").first().value("Channel"), "PJSIP/6002-0000000b"_ba);
        desk.say({"AttendedTransfer Result=Success DestType=Bridge OrigTransfererUniqueid=6002b "
                  "SecondTransfererUniqueid=6002b TransfereeUniqueid=6001a",
                  "Hangup @6002b cause=16"});
        QVERIFY(desk.state(consultation).endsWith(u"CONNECTED, IDLE"_s));
        QVERIFY(desk.state(original).endsWith(u"ONHOLDPENDTRANSFER, IDLE"_s));
        QVERIFY(desk.lastState(desk.call(u"6001a"_s)) == u"CONNECTED"_s);
    }

    void whoIsConsultedMayRefuse()
    {
        Desk desk;
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings() + events({"Hangup Channel=Local/6003@default-00000001;1 id=L1 cause=17 link=6001a"}));
        QVERIFY(desk.state(consultation).endsWith(u"RINGBACK, DISCONNECTED, IDLE"_s));
        QCOMPARE(desk.lastState(desk.call(u"6002b"_s)), u"CONNECTED"_s);
    }

    void aConsultationCanBeTakenBack_data()
    {
        QTest::addColumn<bool>("dialled");
        QTest::addColumn<bool>("byUnhold");
        QTest::newRow("before anything is dialled, by lineDrop") << false << false;
        QTest::newRow("before anything is dialled, by lineUnhold") << false << true;
        QTest::newRow("while it rings, by lineDrop") << true << false;
        QTest::newRow("while it rings, by lineUnhold") << true << true;
    }
    void aConsultationCanBeTakenBack()
    {
        QFETCH(const bool, dialled);
        QFETCH(const bool, byUnhold);
        Desk desk;
        const DriverCall consultation = consult(desk), original = desk.call(u"6002b"_s);
        if (dialled) {
            dial(desk, consultation);
            desk.say(legRings());
        }
        Commands::ActOnCall back;
        back.action = byUnhold ? Commands::CallAction::Unhold : Commands::CallAction::Drop;
        back.target = target(byUnhold ? original : consultation);
        const RequestId request = desk.execute(back);
        QTRY_COMPARE(desk.result(request), u"OK"_s);
        QCOMPARE(desk.sent("CancelAtxfer").size(), dialled ? 1 : 0);
        if (dialled) {
            QCOMPARE(desk.lastState(consultation), u"RINGBACK"_s); // Asterisk needs a moment
            desk.say(legEnds());
        }
        QTRY_COMPARE(desk.lastState(consultation), u"IDLE"_s);
        QVERIFY(!desk.state(consultation).contains(u"DISCONNECTED"_s));
        QVERIFY2(desk.state(original).endsWith(u"ONHOLDPENDTRANSFER, CONNECTED"_s), qPrintable(desk.state(original)));
    }

    // There is nothing to cancel before Asterisk has begun.
    void aConsultationThatIsTakenBackAtOnce()
    {
        Desk desk;
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        Commands::ActOnCall drop;
        drop.target = target(consultation);
        const RequestId request = desk.execute(drop);
        QTRY_COMPARE(desk.result(request), u"OK"_s);
        QVERIFY(desk.sent("CancelAtxfer").isEmpty());
        QCOMPARE(desk.lastState(consultation), u"DIALING"_s);
        desk.say(legRings());
        QTRY_COMPARE(desk.sent("CancelAtxfer").size(), 1);
        desk.say(legEnds());
        QCOMPARE(desk.lastState(consultation), u"IDLE"_s);
    }

    void aConsultationThatCannotBeTakenBackEndsAllTheSame()
    {
        Desk desk;
        const DriverCall consultation = consultRinging(desk);
        Commands::ActOnCall drop;
        drop.target = target(consultation);
        const RequestId dropped = desk.execute(drop);
        QTRY_COMPARE(desk.result(dropped), u"OK"_s);
        desk.clock.advance(6_s);
        QTRY_COMPARE(desk.lastState(consultation), u"IDLE"_s);
    }

    // Who is asked is connected to the consultation, and not to the call that waits.
    void eachCallHasItsOwnConnectedParty()
    {
        Desk desk;
        QHash<DriverCall, QString> connected;
        connect(&desk.provider, &ServiceProvider::reported, this, [&](const QList<Report> &batch) {
            for (const Report &report : batch) {
                if (const auto *info = std::get_if<Reports::CallInfo>(&report))
                    connected[info->call] = info->info.text(&CallInfo::connectedId);
            }
        });
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk), original = desk.call(u"6002b"_s);
        dial(desk, consultation);
        desk.say(legRings() + events({"NewConnectedLine @6002b connected=6003"}));
        QCOMPARE(connected.value(consultation), u"6003"_s);
        QCOMPARE(connected.value(original, u"6001"_s), u"6001"_s);
        desk.say(legEnds());
        QCOMPARE(connected.value(original, u"6001"_s), u"6001"_s);
    }

    // A hang-up at once would join the other two, which nobody has asked for.
    void whoConsultsHangsUpInTwoSteps()
    {
        Desk desk;
        consultRinging(desk);
        const RequestId request = onCall(Commands::CallAction::Drop, "6002b")(desk);
        QTRY_COMPARE(desk.sent("CancelAtxfer").size(), 1);
        QVERIFY(desk.sent("Hangup").isEmpty());
        desk.say(legEnds());
        QTRY_COMPARE(desk.sent("Hangup").size(), 1);
        QCOMPARE(desk.sent("Hangup").first().value("Channel"), "PJSIP/6002-0000000b"_ba);
        QTRY_COMPARE(desk.result(request), u"OK"_s);
        desk.say({"SoftHangupRequest @6002b cause=16", "Hangup @6002b cause=16"});
        QVERIFY(desk.state(desk.call(u"6002b"_s)).endsWith(u"CONNECTED, IDLE"_s));
    }

    // V-1: each gets its answer.
    void whoHangsUpTwiceGetsTwoAnswers()
    {
        Desk desk;
        consultRinging(desk);
        const Ask drop = onCall(Commands::CallAction::Drop, "6002b");
        const RequestId first = drop(desk), second = drop(desk);
        desk.say(legEnds());
        QTRY_COMPARE(desk.result(first), u"OK"_s);
        QTRY_COMPARE(desk.result(second), u"OK"_s);
    }

    void aHangUpFailsWithTheTakingBack()
    {
        Desk desk;
        const DriverCall consultation = consultRinging(desk);
        desk.refuse.insert("CancelAtxfer", "Unable to locate");
        const RequestId request = onCall(Commands::CallAction::Drop, "6002b")(desk);
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QCOMPARE(desk.lastState(consultation), u"RINGBACK"_s); // it goes on
    }

    // V-13: closing its handle does not hang up; the call that waits goes on waiting, until that is over.
    void aConsultationThatIsClosedGoesOn()
    {
        Desk desk;
        const DriverCall consultation = consult(desk), original = desk.call(u"6002b"_s);
        dial(desk, consultation);
        desk.say(legRings());
        desk.provider.execute(Commands::CloseCall{target(consultation)});
        const RequestId request = onCall(Commands::CallAction::Drop, "6002b")(desk);
        QTRY_COMPARE(desk.sent("CancelAtxfer").size(), 1);
        QCOMPARE(desk.lastState(original), u"ONHOLDPENDTRANSFER"_s);
        desk.say(legEnds());
        QTRY_COMPARE(desk.result(request), u"OK"_s);
        QCOMPARE(desk.lastState(consultation), u"RINGBACK"_s);
    }

    // Asterisk says “queued” and then nothing, when the call is not permitted to transfer.
    void aConsultationThatNeverBeginsEnds()
    {
        Desk desk;
        const DriverCall consultation = consult(desk);
        const RequestId dialled = dial(desk, consultation);
        QTRY_COMPARE(desk.result(dialled), u"OK"_s);
        desk.clock.advance(9_s);
        QCOMPARE(desk.lastState(consultation), u"DIALING"_s);
        desk.clock.advance(2_s);
        QTRY_VERIFY(desk.state(consultation).endsWith(u"DIALING, DISCONNECTED, IDLE"_s));
        QCOMPARE(desk.lastState(desk.call(u"6002b"_s)), u"CONNECTED"_s);
        const QList<ProvenanceStep> steps = desk.provider.provenance(consultation)->steps;
        QCOMPARE(rulesOf(steps), (QStringList{u"AMI-C2"_s, u"AMI-C3"_s, u"AMI-C10"_s}));
        QVERIFY(steps.last().time >= steps.at(1).time + 10_s); // when it was given up
    }

    // What is asked, and what comes of it, are two steps of its explanation, though no event is between them.
    void aConsultationThatIsRefusedIsExplained()
    {
        Desk desk;
        const DriverCall consultation = consult(desk);
        desk.refuse.insert("Atxfer", "Unable to do it");
        const RequestId dialled = dial(desk, consultation);
        desk.clock.advance(1_s);
        QTRY_COMPARE(desk.result(dialled), u"OPERATIONFAILED"_s);
        QTRY_VERIFY(desk.state(consultation).endsWith(u"DIALING, DISCONNECTED, IDLE"_s));
        const QList<ProvenanceStep> steps = desk.provider.provenance(consultation)->steps;
        QCOMPARE(rulesOf(steps), (QStringList{u"AMI-C2"_s, u"AMI-C3"_s, u"AMI-C10"_s}));
        QCOMPARE(steps.last().time, steps.at(1).time + 1_s);
    }

    void aConsultationEndsWithTheCallThatWaits()
    {
        Desk desk;
        const DriverCall consultation = consult(desk);
        desk.say({"HangupRequest @6002b", "Hangup @6002b cause=16"});
        QCOMPARE(desk.lastState(consultation), u"IDLE"_s);
        QCOMPARE(desk.lastState(desk.call(u"6002b"_s)), u"IDLE"_s);
    }
};

QTEST_GUILESS_MAIN(TestAsteriskConsultations)
#include "tst_asteriskconsultations.moc"
