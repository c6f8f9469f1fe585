// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages and their order: rulebook section 6.

#include "serverfixture.h"

#include <QRandomGenerator>
#include <QSet>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestMessages : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreThoseOfTheCatalogue();
    void callInfoGoesToEveryHolder();
    void theCallbackInstanceIsThatOfTheLine();
    void thePrivilegeIsToldOnce();
    void everyoneGetsItsOwnHandleOfTheConference();
    void monitorsHearOfACallThatIsMade();
    void theStateThatACallHadIsForwardedAsItIs();
    void aReplyIsZeroOrNegative();
    void aSynchronousErrorGetsNoReply();
    void below20NewCallsAreAnnouncedByTheirState();
    void theReplyComesBeforeEverythingAboutTheNewCall();
    void announcementAndFirstStateAreNeighbours();
    void completionsInsideTheRequestAreTakenLater();
    void nothingIsTakenInsideARequestThoughEventsComeIn();
    void closeComesBeforeRemove();
    void messagesArriveInTheOrderTheyWereMade();
    void replyAndStateMayComeInEitherOrder_data();
    void replyAndStateMayComeInEitherOrder();
    void nothingFollowsTheEndOfALine_data();
    void nothingFollowsTheEndOfALine();
    void anEmptyQueueHasNoMessage();
    void aQueueThatIsNotReadIsBounded();
    void aRandomStoryKeepsTheOrder();
    void aReplyGoesWithTheOldestMessages();
    void aRequestIsCompletedByItsOwnProviderOnly();
};

void TestMessages::parametersAreThoseOfTheCatalogue() // M-3, M-10, M-13, M-22
{
    provider().addsDevice(3);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    forgetThePast();
    CallInfo info = FakeProvider::voice();
    provider().offers(1, 1, info);
    const HCall handle = app("A").on(1);
    const quint32 line = app("A").line().handle();
    QVERIFY(app("A").drops(1));
    provider().completes(LineError::OperationFailed);
    provider().says(1, info, CallInfoState::CallerId | CallInfoState::Trunk);
    const QList<LineMessage> expected = {
        {MessageId::AppNewCall, line, 0, 0, handle.handle(), quint32(Privilege::Owner)},
        {MessageId::CallState, handle.handle(), 0, quint32(CallState::Offering), quint32(OfferingMode::Active),
         quint32(Privilege::Owner)},
        {MessageId::Reply, 0, 0, 1, quint32(LineError::OperationFailed), 0},
        {MessageId::CallInfo, handle.handle(), 0, 0x8000 | 0x4000, 0, 0},
    };
    QCOMPARE(app("A").rawMessages(), expected);
    provider().closesLine(1);
    provider().removesDevice(1);
    provider().addsDevice(4);
    const QList<LineMessage> lineMessages = {
        // M-4, M-14, M-12
        {MessageId::Close, line, 0, 0, 0, 0},
        {MessageId::Remove, 0, 0, 0, 0, 0},
        {MessageId::Create, 0, 0, 3, 0, 0},
    };
    QCOMPARE(app("A").rawMessages(), lineMessages);
}

void TestMessages::callInfoGoesToEveryHolder() // M-2, M-23
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    forgetThePast();
    CallInfo info = FakeProvider::voice();
    info.connectedId = u"102"_s;
    provider().says(1, info, CallInfoState::ConnectedId);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 CONNECTEDID"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 CONNECTEDID"));
    QCOMPARE(app("A").info(1)->connectedId, u"102"_s);
    provider().says(1, CallState::Idle);
    forgetThePast();
    provider().says(1, info, CallInfoState::ConnectedId); // M-35, V-45
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines("V-45 violation C1"));
}

void TestMessages::theCallbackInstanceIsThatOfTheLine() // M-20
{
    Requests::Open open;
    open.privileges = Privilege::Owner;
    open.mediaModes = MediaMode::InteractiveVoice;
    open.callbackInstance = 0xcafe;
    QVERIFY(app("A").opens(open));
    provider().offers(1);
    provider().says(1, FakeProvider::voice(), CallInfoState::Other);
    provider().closesLine(1);
    provider().addsDevice(3);
    provider().removesDevice(3);
    int fromLine = 0;
    for (const LineMessage &message : app("A").rawMessages()) {
        const bool ofLine = message.device != 0;
        QCOMPARE(message.callbackInstance, ofLine ? 0xcafeu : 0u);
        fromLine += ofLine ? 1 : 0;
    }
    QVERIFY(fromLine > 0);
}

void TestMessages::thePrivilegeIsToldOnce() // M-30
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    QVERIFY(app("B").opens(1, Privilege::None));
    QVERIFY(app("B").asksForNewCalls());
    forgetThePast();
    provider().says(1, CallState::Dialing);
    provider().says(1, CallState::Proceeding);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 DIALING OWNER", "LINE_CALLSTATE H1 PROCEEDING"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 DIALING MONITOR", "LINE_CALLSTATE H2 PROCEEDING"));
    QVERIFY(app("B").becomes(Privilege::Owner, 1)); // not told
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 CONNECTED ACTIVE"));
}

void TestMessages::everyoneGetsItsOwnHandleOfTheConference() // M-32
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().announces(1, CallState::Connected); // the parent: H1, H2
    provider().announces(2, CallState::Connected); // a member: H3, H4
    forgetThePast();
    provider().says(2, CallState::Conferenced, FakeProvider::call(1).value);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H3 CONFERENCED H1"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H4 CONFERENCED H2"));
}

void TestMessages::monitorsHearOfACallThatIsMade() // M-33
{
    QVERIFY(app("A").opens(1, Privilege::Owner | Privilege::Monitor));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::None));
    QVERIFY(app("D").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    provider().says(1, CallState::Dialing);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 DIALING OWNER"));
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 UNKNOWN MONITOR", "LINE_CALLSTATE H2 DIALING"));
    QCOMPARE(messages("C"), lines());
    QCOMPARE(messages("D"), lines());
}

void TestMessages::theStateThatACallHadIsForwardedAsItIs() // S-20, S-23, S-24, S-30, T-05..T-19
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    for (const Named<CallState> &from : namesOf<CallState>()) { // any order, however strange
        for (const Named<CallState> &to : namesOf<CallState>()) {
            if (from.value == CallState::Idle || to.value == CallState::Idle || to.value == CallState::Conferenced
                || from.value == CallState::Conferenced)
                continue;
            provider().says(1, from.value);
            provider().says(1, to.value);
            const QString expected = u"LINE_CALLSTATE H1 %1"_s.arg(QLatin1StringView(to.name));
            QCOMPARE(messages("A").constLast(), expected);
        }
    }
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Inactive)); // S-30, S-31
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 CONNECTED INACTIVE"));
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Cancelled)); // S-51
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 DISCONNECTED CANCELLED"));
}

void TestMessages::aReplyIsZeroOrNegative() // M-36, E-5
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    for (const quint32 result : {0u, 0x80000048u, 0xc0000001u}) { // success, a known error, a provider's own
        QVERIFY(app("A").drops(1));
        provider().completes(LineError(result));
        const QList<LineMessage> told = app("A").rawMessages();
        QCOMPARE(told.size(), 1);
        QVERIFY(qint32(told.first().param2) <= 0);
        QCOMPARE(told.first().param2, result); // passed through
    }
}

void TestMessages::aSynchronousErrorGetsNoReply() // M-36, E-2
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    QCOMPARE(errorOf(app("A").holds(1)), LineError::InvalCallState);
    QCOMPARE(messages("A"), lines());
}

void TestMessages::below20NewCallsAreAnnouncedByTheirState() // M-38
{
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    provider().offers(1);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 OFFERING ACTIVE OWNER"));
}

void TestMessages::theReplyComesBeforeEverythingAboutTheNewCall() // M-40
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    const CallInfo info = FakeProvider::voice();
    provider().reports({Reports::Completion{RequestId{1}, LineError::None, FakeProvider::call(1)},
                        FakeProvider::stateOf(1, CallState::Dialing),
                        Reports::CallInfo{FakeProvider::call(1), CallInfoState::CalledId, PackedCallInfo(info)}});
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 DIALING OWNER", "LINE_CALLINFO H1 CALLEDID"));
}

void TestMessages::announcementAndFirstStateAreNeighbours() // M-41, M-33
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    // Information may come before the first state (V-19 notwithstanding): nobody hears of it.
    provider().reports(
        {Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0},
         Reports::CallInfo{FakeProvider::call(1), CallInfoState::CallerId, PackedCallInfo(FakeProvider::voice())}});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(app("B").asksForNewCalls()->size(), 0); // nor can it be found yet
    provider().says(1, CallState::Offering, quint32(OfferingMode::Active));
    const QStringList a = lines("LINE_APPNEWCALL L1 H1 OWNER", "LINE_CALLSTATE H1 OFFERING ACTIVE OWNER");
    const QStringList b = lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 OFFERING ACTIVE MONITOR",
                                "LINE_APPNEWCALL L3 H3 MONITOR", "LINE_CALLSTATE H3 OFFERING ACTIVE MONITOR");
    QCOMPARE(messages("A"), a);
    QCOMPARE(messages("B"), b);
}

void TestMessages::completionsInsideTheRequestAreTakenLater() // M-42, V-83, A-10
{
    ProviderId hasty;
    const ProviderId *id = &hasty;
    hasty = server().addProvider(u"Hasty"_s, FakeProvider::everything, [this, id](const Command &command) {
        if (const auto *make = std::get_if<Commands::MakeCall>(&command)) {
            server().report(*id,
                            {Reports::Completion{make->request, LineError::None, {9}},
                             Reports::CallState{{9}, CallState::Dialing, 0, {}}});
        }
    });
    server().report(hasty, {Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()}});
    QVERIFY(app("A").opens(3, Privilege::Owner));
    const Result<PendingCall> made = app("A").calls("5551");
    QVERIFY(made);
    QCOMPARE(messages("A"), lines()); // not before the function has returned
    clock().advance(0);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 DIALING OWNER"));
}

void TestMessages::nothingIsTakenInsideARequestThoughEventsComeIn() // M-42, V-83
{
    bool waits = false;
    ProviderId patient;
    const ProviderId *id = &patient;
    patient = server().addProvider(u"Patient"_s, FakeProvider::everything, [&, id](const Command &command) {
        if (const auto *make = std::get_if<Commands::MakeCall>(&command)) {
            const DriverCall call{make->request.value};
            server().report(*id, {Reports::Completion{make->request, LineError::None, call}});
            server().report(*id, {Reports::CallState{call, CallState::Dialing, 0, {}}});
            if (waits)
                clock().advance(1_ms); // as an event loop of its own would
        }
    });
    server().report(patient, {Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()}});
    QVERIFY(app("A").opens(3, Privilege::Owner));
    const QStringList first = lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 DIALING OWNER");
    const QStringList second = lines("LINE_REPLY R2 OK", "LINE_CALLSTATE H2 DIALING OWNER");

    QVERIFY(app("A").calls("5551"));
    waits = true;
    QVERIFY(app("A").calls("5552")); // the clock calls in the middle of this one
    QCOMPARE(messages("A"), lines());
    clock().advance(0);
    QCOMPARE(messages("A"), first + second);

    waits = false;
    QVERIFY(app("A").calls("5553"));
    QVERIFY(app("A").calls("5554"));
    QCOMPARE(messages("A"), lines());
    clock().advance(0);
    const QStringList both = lines("LINE_REPLY R3 OK", "LINE_CALLSTATE H3 DIALING OWNER", "LINE_REPLY R4 OK",
                                   "LINE_CALLSTATE H4 DIALING OWNER");
    QCOMPARE(messages("A"), both);
}

void TestMessages::closeComesBeforeRemove() // M-43
{
    QVERIFY(app("A").opens(1));
    provider().removesDevice(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1", "LINE_REMOVE D1"));
}

void TestMessages::messagesArriveInTheOrderTheyWereMade() // M-44, M-45
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().offers(2);
    forgetThePast();
    QStringList expected;
    for (int i = 0; i < 100; ++i) {
        const auto mode = i % 2 == 0 ? ConnectedMode::Active : ConnectedMode::Inactive;
        provider().says(1 + i % 2, CallState::Connected, quint32(mode));
        expected.append(u"LINE_CALLSTATE H%1 CONNECTED %2"_s.arg(1 + i % 2).arg(nameOf(mode)));
    }
    QCOMPARE(messages("A"), expected);
}

void TestMessages::replyAndStateMayComeInEitherOrder_data()
{
    QTest::addColumn<bool>("replyFirst");
    QTest::newRow("M-46 reply first") << true;
    QTest::newRow("M-46 state first") << false;
}

void TestMessages::replyAndStateMayComeInEitherOrder() // M-46
{
    QFETCH(const bool, replyFirst);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").drops(1));
    forgetThePast();
    if (replyFirst)
        provider().completes();
    provider().says(1, CallState::Idle);
    if (!replyFirst)
        provider().completes();
    QStringList told = lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 IDLE");
    if (!replyFirst)
        told.swapItemsAt(0, 1);
    QCOMPARE(messages("A"), told);
    QCOMPARE(findings(), lines());
}

void TestMessages::nothingFollowsTheEndOfALine_data()
{
    QTest::addColumn<bool>("byProvider");
    QTest::newRow("M-47 after LINE_CLOSE") << true;
    QTest::newRow("M-48 after lineClose") << false;
}

void TestMessages::nothingFollowsTheEndOfALine() // M-47, M-48, V-13, V-14
{
    QFETCH(const bool, byProvider);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(2, Privilege::Owner));
    provider().offers(1);
    provider().offers(2, 2);
    QVERIFY(app("A").answers(1));
    if (byProvider)
        provider().closesLine(1);
    else
        QVERIFY(server().lineClose(app("A").id(), app("A").line(1)));
    forgetThePast();
    provider().completes(RequestId{1}, LineError::OperationFailed, {});
    provider().says(1, CallState::Connected);
    provider().says(1, FakeProvider::voice(), CallInfoState::CallerId);
    provider().offers(3);
    QCOMPARE(messages("A"), lines());
    QVERIFY(findings().contains(u"V-13 violation P1"_s));
    provider().says(2, CallState::Connected, quint32(ConnectedMode::Active)); // the other line goes on
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H2 CONNECTED ACTIVE"));
}

void TestMessages::anEmptyQueueHasNoMessage() // M-50
{
    QVERIFY(!server().lineGetMessage(app("A").id()));
    QCOMPARE(server().queuedMessages(app("A").id()), 0);
    QVERIFY(!server().lineGetMessage(HLineApp{99}));
    provider().addsDevice(3);
    QCOMPARE(server().queuedMessages(app("A").id()), 1);
    QVERIFY(server().lineGetMessage(app("A").id()));
    QVERIFY(!server().lineGetMessage(app("A").id()));
}

void TestMessages::aQueueThatIsNotReadIsBounded()
{
    ServerOptions options;
    options.maxQueuedMessages = 10;
    startServer(options);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    for (int i = 0; i < 50; ++i)
        provider().says(1, CallState::Connected, quint32(i % 2 ? ConnectedMode::Active : ConnectedMode::Inactive));
    QCOMPARE(server().queuedMessages(app("A").id()), 10);
    QCOMPARE(findings(), lines("R-4 warning A1"));                                // once, not forty times
    QCOMPARE(messages("A").constLast(), u"LINE_CALLSTATE H1 CONNECTED ACTIVE"_s); // the oldest went
}

// Calls of all kinds at random; whatever happens, each queue keeps the rules.
void TestMessages::aRandomStoryKeepsTheOrder() // M-40, M-41, M-45, M-47
{
    QRandomGenerator random(20261122);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    int number = 0;
    QList<int> alive;
    const auto pick = [&] { return alive.at(random.bounded(alive.size())); };
    for (int step = 0; step < 2000; ++step) {
        switch (random.bounded(7)) {
        case 0:
            provider().offers(++number);
            alive.append(number);
            break;
        case 1:
            if (app("A").calls("5551")) {
                provider().completesWithCall(++number);
                provider().says(number, CallState::DialTone, quint32(DialToneMode::Normal)); // V-17
                alive.append(number);
            }
            break;
        case 2:
        case 3:
            if (!alive.isEmpty())
                provider().says(pick(), random.bounded(2) ? CallState::Connected : CallState::OnHold);
            break;
        case 4:
            if (!alive.isEmpty()) {
                const int ended = alive.takeAt(random.bounded(alive.size()));
                provider().says(ended, CallState::Idle);
                app(random.bounded(2) ? "A" : "B").deallocates(ended);
            }
            break;
        case 5:
            if (!alive.isEmpty() && app("A").drops(pick()))
                provider().completes();
            break;
        case 6:
            if (random.bounded(50) == 0) {
                QVERIFY(app("B").closes());
                QVERIFY(app("B").opens(1, Privilege::Monitor));
            }
            break;
        }
        for (const char *name : {"A", "B"}) {
            const QList<LineMessage> told = app(name).rawMessages();
            for (qsizetype i = 0; i < told.size(); ++i) {
                if (told[i].id != MessageId::AppNewCall)
                    continue;
                QVERIFY(i + 1 < told.size()); // M-41
                QCOMPARE(told[i + 1].id, MessageId::CallState);
                QCOMPARE(told[i + 1].device, told[i].param2);
                QCOMPARE(told[i + 1].param3, told[i].param3);
            }
        }
    }
    QCOMPARE(findings(), lines());
    QVERIFY(number > 300);
}

void TestMessages::aReplyGoesWithTheOldestMessages() // R-4, M-36
{
    ServerOptions options;
    options.maxQueuedMessages = 3;
    startServer(options);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    provider().completes();
    QCOMPARE(server().queuedMessages(app("A").id()), 3); // LINE_REPLY is the newest
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Inactive));
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal)); // now the reply has gone
    QCOMPARE(findings(), lines("R-4 warning A1"));
    QVERIFY(app("A").drops(1));
    provider().completes();
    QCOMPARE(
        messages("A"),
        lines("LINE_CALLSTATE H1 CONNECTED INACTIVE", "LINE_CALLSTATE H1 DISCONNECTED NORMAL", "LINE_REPLY R2 OK"));
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 IDLE"));
    QCOMPARE(findings(), lines());
}

void TestMessages::aRequestIsCompletedByItsOwnProviderOnly() // V-1
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    forgetThePast();
    other.completes(provider().lastRequest(), LineError::None, {});
    QCOMPARE(findings(), lines("V-1 violation P2"));
    QCOMPARE(messages("A"), lines());
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QCOMPARE(findings(), lines());
}

QTEST_GUILESS_MAIN(TestMessages)

#include "tst_messages.moc"
