// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The functions of call control: which action each sends, what its answer makes of the request, what the account may.
#include "amipeer.h"
#include "asteriskprovider.h"
#include "tapi/names.h"
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

const QByteArray allActions =
    "Atxfer BlindTransfer CancelAtxfer ConfbridgeKick Hangup Originate Park PJSIPNotify PlayDTMF "
    "Redirect";

// A provider with its server, and an engine that opens every line.
class Desk {
public:
    explicit Desk(const QString &options = u"?control=1"_s, const QByteArray &permitted = allActions)
        : provider(
            AsteriskSettings::fromUrl(QUrl(u"asterisk://ls@127.0.0.1:%1%2"_s.arg(peer.port()).arg(options))).value(),
            "s3cret", &clock)
    {
        peer.answer = [this, permitted](const ReceivedAction &action) { return answer(action, permitted); };
        QObject::connect(&provider, &ServiceProvider::reported, &peer,
                         [this](const QList<Report> &batch) { take(batch); });
        provider.start();
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return peer.receivedNames().contains("CoreShowChannels"); });
    }
    // "Hangup @6001a cause=16", as TrackerProbe has it; and waits until the provider has taken it.
    void say(const QList<QByteArray> &events)
    {
        QByteArray bytes;
        for (const QByteArray &event : events) {
            const OwnedMessage message = OwnedMessage::fromShorthand(event);
            for (const auto &[key, value] : message.message().headers())
                bytes += key.toByteArray() + ": " + value.toByteArray() + "\r\n";
            bytes += "\r\n";
        }
        const QByteArray mark = "mark" + QByteArray::number(++m_marks);
        peer.send(bytes + "Event: Newchannel\r\nChannel: SIP/" + mark + "-00000001\r\nUniqueid: " + mark
                  + "\r\nChannelState: 4\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return m_calls.contains(QString::fromLatin1(mark)); }));
    }
    DriverCall call(const QString &providerRef) const { return m_calls.value(providerRef); }
    QString state(DriverCall call) const { return m_states.value(call).join(u", "_s); }
    QString lastState(DriverCall call) const
    {
        return m_states.value(call).isEmpty() ? QString() : m_states[call].last();
    }

    RequestId execute(auto command)
    {
        command.request = {++m_requests};
        provider.execute(command);
        return command.request;
    }
    // Empty until it is completed.
    QString result(RequestId request) const
    {
        const auto found = m_completed.constFind(request);
        return found == m_completed.cend()     ? QString()
            : found->result == LineError::None ? u"OK"_s
                                               : nameOf(found->result);
    }
    Reports::Completion completion(RequestId request) const { return m_completed.value(request); }
    QList<ReceivedAction> sent(const QByteArray &name) const
    {
        QList<ReceivedAction> found;
        for (const ReceivedAction &action : peer.received()) {
            if (action.name == name)
                found << action;
        }
        return found;
    }

    AmiPeer peer;
    ManualClock clock;
    AsteriskProvider provider;
    QHash<QByteArray, QByteArray> refuse; // action -> message of the error
    QStringList generated;

private:
    QByteArray answer(const ReceivedAction &action, const QByteArray &permitted)
    {
        if (action.name == "ListCommands") {
            QByteArray lines = "ListCommands: words  (Priv: <none>)\r\n";
            for (const QByteArray &name : permitted.split(' '))
                lines += name + ": words  (Priv: call,all)\r\n";
            return AmiPeer::response(action, "Success", lines);
        }
        if (refuse.contains(action.name))
            return AmiPeer::response(action, "Error", "Message: " + refuse[action.name] + "\r\n");
        return peer.usualAnswer(action);
    }
    void take(const QList<Report> &batch)
    {
        for (const Report &report : batch) {
            if (const auto *device = std::get_if<Reports::DeviceAdded>(&report)) {
                provider.execute(Commands::OpenLine{device->line});
                m_lines.insert(device->info->name, device->line);
            } else if (const auto *call = std::get_if<Reports::NewCall>(&report)) {
                m_calls.insert(call->info.text(&CallInfo::providerRef), call->call);
            } else if (const auto *state = std::get_if<Reports::CallState>(&report)) {
                m_states[state->call] << nameOf(state->state);
            } else if (const auto *completion = std::get_if<Reports::Completion>(&report)) {
                QVERIFY(!m_completed.contains(completion->request)); // V-1
                m_completed.insert(completion->request, *completion);
            } else if (const auto *end = std::get_if<Reports::Generate>(&report)) {
                generated << u"%1 %2"_s.arg(end->endToEndId).arg(nameOf(end->termination));
            }
        }
    }

public:
    DriverLine line(const QString &name) const { return m_lines.value(name); }

private:
    QHash<QString, DriverLine> m_lines;
    QHash<QString, DriverCall> m_calls;
    QHash<DriverCall, QStringList> m_states;
    QHash<RequestId, Reports::Completion> m_completed;
    quint32 m_requests = 0;
    int m_marks = 0;
};

CallTarget target(DriverCall call) { return {{}, call}; }

using Fields = QList<std::pair<QByteArray, QByteArray>>;
using Ask = std::function<RequestId(Desk &)>;

Ask onCall(Commands::CallAction action, const char *call)
{
    return [=](Desk &desk) {
        Commands::ActOnCall command;
        command.action = action;
        command.target = target(desk.call(QString::fromUtf8(call)));
        return desk.execute(command);
    };
}

template<class Command>
Ask toNumber(const char *call, const QString &number)
{
    return [=](Desk &desk) {
        Command command;
        command.target = target(desk.call(QString::fromUtf8(call)));
        command.destAddress = number;
        return desk.execute(command);
    };
}

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

private:
    // 6002 consults 6003 while 6001 waits; returns the consultation call.
    static DriverCall consult(Desk &desk)
    {
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

    // F-20, F-21, V-72
    void aTransferWithAQuestionFirst()
    {
        Desk desk;
        QVERIFY(desk.isReady());
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
        QVERIFY(desk.isReady());
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
        QVERIFY(desk.isReady());
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
        QVERIFY(desk.isReady());
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
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings());
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
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings());
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
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings());
        const Ask drop = onCall(Commands::CallAction::Drop, "6002b");
        const RequestId first = drop(desk), second = drop(desk);
        desk.say(legEnds());
        QTRY_COMPARE(desk.result(first), u"OK"_s);
        QTRY_COMPARE(desk.result(second), u"OK"_s);
    }

    void aHangUpFailsWithTheTakingBack()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        dial(desk, consultation);
        desk.say(legRings());
        desk.refuse.insert("CancelAtxfer", "Unable to locate");
        const RequestId request = onCall(Commands::CallAction::Drop, "6002b")(desk);
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QCOMPARE(desk.lastState(consultation), u"RINGBACK"_s); // it goes on
    }

    // V-13: closing its handle does not hang up; the call that waits goes on waiting, until that is over.
    void aConsultationThatIsClosedGoesOn()
    {
        Desk desk;
        QVERIFY(desk.isReady());
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

    void aClosedCallFailsWhatWaitedForIt() // V-8
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const RequestId request = park(desk, "6002b");
        QTRY_COMPARE(desk.sent("Hangup").size(), 1);
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
            QTest::qWait(5); // so that the pings are answered
        }
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
        QCOMPARE(desk.peer.connections(), 1);
    }

    // Asterisk says “queued” and then nothing, when the call is not permitted to transfer.
    void aConsultationThatNeverBeginsEnds()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        const RequestId dialled = dial(desk, consultation);
        QTRY_COMPARE(desk.result(dialled), u"OK"_s);
        desk.clock.advance(9_s);
        QCOMPARE(desk.lastState(consultation), u"DIALING"_s);
        desk.clock.advance(2_s);
        QTRY_VERIFY(desk.state(consultation).endsWith(u"DIALING, DISCONNECTED, IDLE"_s));
        QCOMPARE(desk.lastState(desk.call(u"6002b"_s)), u"CONNECTED"_s);
    }

    void aConsultationEndsWithTheCallThatWaits()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        const DriverCall consultation = consult(desk);
        desk.say({"HangupRequest @6002b", "Hangup @6002b cause=16"});
        QCOMPARE(desk.lastState(consultation), u"IDLE"_s);
        QCOMPARE(desk.lastState(desk.call(u"6002b"_s)), u"IDLE"_s);
    }

    void aParkedCallSaysWhere()
    {
        for (const bool eventFirst : {true, false}) {
            Desk desk;
            QVERIFY(desk.isReady());
            desk.say(talkingCall());
            if (eventFirst)
                desk.say({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=702"});
            const RequestId request = park(desk, "6002b");
            QTRY_COMPARE(desk.sent("Hangup").size(), 1); // what is left of the call at the parker
            QCOMPARE(desk.sent("Hangup").first().value("Channel"), "PJSIP/6002-0000000b"_ba);
            if (!eventFirst)
                desk.say({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=702"});
            QTRY_COMPARE(desk.result(request), u"OK"_s);
            QCOMPARE(desk.completion(request).parkAddress, u"702"_s);
        }
    }

    void aCallThatIsNeverParkedFails()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.say(talkingCall());
        const RequestId request = park(desk, "6002b");
        QTRY_COMPARE(desk.sent("Hangup").size(), 1);
        desk.clock.advance(6_s);
        QTRY_COMPARE(desk.result(request), u"OPERATIONFAILED"_s);
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
