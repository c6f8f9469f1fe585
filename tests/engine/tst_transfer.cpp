// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two calls of one application: held, swapped, transferred. Rulebook 7.2, F-19 to F-22.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestTransfer : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aCallIsTransferredAfterAConsultation();
    void aTransferMayEndInAConference();
    void aTransferMayGoToAPhoneThatRings();
    void aTransferThatFailsLeavesBothCalls();
    void aCallIsTransferredBlindly();
    void twoCallsChangePlaces();
    void bothStatesDecide_data();
    void bothStatesDecide();
    void theConsultationCallIsNamedInItsError();
    void bothCallsAreOnOneHandleOfTheLine();
    void bothCallsNeedTheOwner();
    void theModeIsCheckedBeforeTheOwner();
    void whatTheProviderCannotDoIsUnavailable();
    void below20TheReplyBelongsToTheFirstCall_data();
    void below20TheReplyBelongsToTheFirstCall();

private:
    void openLines(ApiVersion version = ApiVersion::V2_2) // A owns what comes, B watches
    {
        QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
        QVERIFY(app("B").opens(1, Privilege::Monitor, {}, version));
    }
    void consult() // A talks on call 2, call 1 waits for its transfer
    {
        openLines();
        provider().announces(1, CallState::Connected);
        QVERIFY(app("A").setsUpTransfer(1));
        provider().completesWithCall(2);
        provider().says(1, CallState::OnHoldPendTransfer);
        provider().says(2, CallState::DialTone, quint32(DialToneMode::Normal));
        QVERIFY(app("A").dials(2, u"5550102"_s));
        provider().completes();
        provider().says(2, CallState::Ringback);
        forgetThePast();
    }
};

void TestTransfer::aCallIsTransferredAfterAConsultation() // F-20, F-21, H-33
{
    openLines();
    provider().announces(1, CallState::Connected);
    forgetThePast();
    const Result<PendingCall> consult = app("A").setsUpTransfer(1);
    provider().completesWithCall(2);
    provider().says(1, CallState::OnHoldPendTransfer);
    provider().says(2, CallState::DialTone, quint32(DialToneMode::Normal));
    QVERIFY(app("A").dials(2, u"5550102"_s));
    provider().completes();
    provider().says(2, CallState::Connected);
    QVERIFY(app("A").completesTransfer(1, 2));
    provider().completes();
    provider().says(1, CallState::Idle);
    provider().says(2, CallState::Idle);
    QCOMPARE(app("A").on(2), consult->call);
    QCOMPARE(provider().commands(),
             lines("TSPI_lineSetupTransfer R1 C1 d501 C2", "TSPI_lineDial R2 C2 d502 5550102",
                   "TSPI_lineCompleteTransfer R3 C1 d501 C2 d502 TRANSFER"));
    QCOMPARE(messages("A"),
             lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 ONHOLDPENDTRANSFER",
                   "LINE_CALLSTATE H3 DIALTONE NORMAL OWNER", "LINE_REPLY R2 OK", "LINE_CALLSTATE H3 CONNECTED",
                   "LINE_REPLY R3 OK", "LINE_CALLSTATE H1 IDLE", "LINE_CALLSTATE H3 IDLE"));
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H4 MONITOR", "LINE_CALLSTATE H4 UNKNOWN MONITOR",
                   "LINE_CALLSTATE H2 ONHOLDPENDTRANSFER", "LINE_CALLSTATE H4 DIALTONE NORMAL",
                   "LINE_CALLSTATE H4 CONNECTED", "LINE_CALLSTATE H2 IDLE", "LINE_CALLSTATE H4 IDLE"));
    for (int number : {1, 2}) { // the handles stay until they are deallocated
        QVERIFY(app("A").info(number));
        QVERIFY(app("A").deallocates(number));
        QCOMPARE(provider().commands(), lines());
        QVERIFY(app("B").deallocates(number));
        QCOMPARE(provider().commands().size(), 1);
    }
}

void TestTransfer::aTransferMayEndInAConference() // F-21, M-32, M-33, P-9
{
    consult();
    provider().says(2, CallState::Connected);
    forgetThePast();
    const Result<PendingCall> made = app("A").completesTransfer(1, 2, TransferMode::Conference);
    provider().completesWithCall(3);
    provider().says(3, CallState::Connected);
    provider().says(1, CallState::Conferenced, FakeProvider::call(3).value);
    provider().says(2, CallState::Conferenced, FakeProvider::call(3).value);
    QCOMPARE(provider().commands(), lines("TSPI_lineCompleteTransfer R3 C1 d501 C2 d502 CONFERENCE C3"));
    QCOMPARE(app("A").on(3), made->call);
    QCOMPARE(app("A").privilegeOn(3), Privilege::Owner);
    QCOMPARE(messages("A"),
             lines("LINE_REPLY R3 OK", "LINE_CALLSTATE H5 CONNECTED OWNER", "LINE_CALLSTATE H1 CONFERENCED H5",
                   "LINE_CALLSTATE H3 CONFERENCED H5"));
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H6 MONITOR", "LINE_CALLSTATE H6 UNKNOWN MONITOR", "LINE_CALLSTATE H6 CONNECTED",
                   "LINE_CALLSTATE H2 CONFERENCED H6", "LINE_CALLSTATE H4 CONFERENCED H6"));
    QCOMPARE(*app("A").asksForRelatedCalls(2), (QList<HCall>{{5}, {1}, {3}}));
}

void TestTransfer::aTransferMayGoToAPhoneThatRings() // F-21
{
    consult(); // RINGBACK
    QVERIFY(app("A").completesTransfer(1, 2));
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R3 OK"));
    QCOMPARE(messages("B"), lines());
}

void TestTransfer::aTransferThatFailsLeavesBothCalls() // F-47, O-13
{
    consult();
    for (const TransferMode mode : {TransferMode::Transfer, TransferMode::Conference}) {
        const QStringList before = world().dump();
        QVERIFY(app("A").completesTransfer(1, 2, mode));
        provider().completes(LineError::OperationFailed);
        QCOMPARE(messages("A").size(), 1);
        QCOMPARE(messages("B"), lines());
        QCOMPARE(world().dump(), before);
    }
    QVERIFY(app("A").unholds(1)); // and on it goes
}

void TestTransfer::aCallIsTransferredBlindly() // F-22, H-33
{
    openLines();
    provider().announces(1, CallState::Connected);
    forgetThePast();
    QVERIFY(app("A").blindTransfers(1, u"5550103"_s));
    provider().completes();
    provider().says(1, CallState::Idle);
    QCOMPARE(provider().commands(), lines("TSPI_lineBlindTransfer R1 C1 d501 5550103"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 IDLE"));
    QVERIFY(app("A").info(1));
    QVERIFY(app("A").deallocates(1));
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestTransfer::twoCallsChangePlaces() // F-19, V-71
{
    openLines();
    provider().announces(1, CallState::Connected);
    provider().announces(2, CallState::OnHold);
    forgetThePast();
    QVERIFY(app("A").swapsHold(1, 2));
    provider().completes();
    provider().says(1, CallState::OnHold);
    provider().says(2, CallState::Connected);
    QCOMPARE(provider().commands(), lines("TSPI_lineSwapHold R1 C1 d501 C2 d502"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 ONHOLD", "LINE_CALLSTATE H3 CONNECTED"));
    QCOMPARE(errorOf(app("A").swapsHold(1, 2)), LineError::InvalCallState);
    QVERIFY(app("A").swapsHold(2, 1));
}

namespace {

using CallStates = QFlags<CallState>;
using enum CallState;

struct OnTwoCalls {
    const char *name;
    CallStates first;
    CallStates second;
    LineError (*ask)(TestApp &, int first, int second);
};

const OnTwoCalls functions[] = {
    {"F-19 lineSwapHold", Connected, CallStates(OnHold) | OnHoldPendTransfer | OnHoldPendConf,
     [](TestApp &app, int first, int second) { return errorOf(app.swapsHold(first, second)); }},
    {"F-21 lineCompleteTransfer", CallStates(OnHold) | OnHoldPendTransfer,
     CallStates(Connected) | Ringback | Busy | Proceeding,
     [](TestApp &app, int first, int second) { return errorOf(app.completesTransfer(first, second)); }},
    {"F-21 lineCompleteTransfer CONFERENCE", CallStates(OnHold) | OnHoldPendTransfer,
     CallStates(Connected) | Ringback | Busy | Proceeding,
     [](TestApp &app, int first, int second) {
         return errorOf(app.completesTransfer(first, second, TransferMode::Conference));
     }},
};

} // namespace

void TestTransfer::bothStatesDecide_data()
{
    QTest::addColumn<int>("function");
    for (size_t i = 0; i < std::size(functions); ++i)
        QTest::newRow(functions[i].name) << int(i);
}

void TestTransfer::bothStatesDecide() // F-19, F-21, F-53, E-4
{
    QFETCH(const int, function);
    const OnTwoCalls &f = functions[function];
    openLines();
    int number = 1;
    for (const Named<CallState> &first : namesOf<CallState>()) {
        for (const Named<CallState> &second : namesOf<CallState>()) {
            provider().announces(number, Unknown);
            provider().announces(number + 1, Unknown);
            provider().says(number, first.value);
            provider().says(number + 1, second.value);
            provider().commands();
            const bool allowed = f.first.testFlag(first.value) && f.second.testFlag(second.value);
            const QByteArray states = QByteArray(first.name) + " and " + second.name;
            QVERIFY2(f.ask(app("A"), number, number + 1) == (allowed ? LineError::None : LineError::InvalCallState),
                     states.constData());
            QVERIFY2(provider().commands().size() == (allowed ? 1 : 0), states.constData());
            number += 2;
        }
    }
}

void TestTransfer::theConsultationCallIsNamedInItsError() // H-44, E-1
{
    consult();
    TelephonyServer &s = server();
    const HLineApp id = app("A").id();
    const auto transfer = [&](HCall call, HCall other) {
        return errorOf(s.lineCompleteTransfer(id, call, other, TransferMode(7)));
    };
    QCOMPARE(transfer({}, app("A").on(2)), LineError::InvalCallHandle);
    QCOMPARE(transfer({}, {}), LineError::InvalCallHandle);
    QCOMPARE(transfer(app("A").on(1), {}), LineError::InvalConsultCallHandle);
    QCOMPARE(transfer(app("A").on(1), app("B").on(2)), LineError::InvalConsultCallHandle);
    QCOMPARE(transfer(app("B").on(1), app("A").on(2)), LineError::InvalCallHandle);
    QCOMPARE(errorOf(s.lineSwapHold(id, {}, app("A").on(2))), LineError::InvalCallHandle);
    QCOMPARE(errorOf(s.lineSwapHold(id, app("A").on(1), {})), LineError::InvalCallHandle);
    QCOMPARE(provider().commands(), lines());
}

void TestTransfer::bothCallsAreOnOneHandleOfTheLine() // H-45, A-1
{
    openLines();
    provider().announces(1, OnHold);
    provider().announces(2, Connected);
    QVERIFY(app("A").opens(1, Privilege::Owner)); // once more
    const QList<HCall> handles = *app("A").asksForNewCalls();
    QVERIFY(server().lineSetCallPrivilege(app("A").id(), handles.at(1), Privilege::Owner));
    const HLineApp id = app("A").id();
    const HCall first{1};
    QCOMPARE(world().handle(first)->privilege, Privilege::Owner);
    QCOMPARE(errorOf(server().lineCompleteTransfer(id, first, handles.at(1), TransferMode::Transfer)),
             LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineSwapHold(id, handles.at(1), first)), LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineCompleteTransfer(id, first, first, TransferMode::Transfer)),
             LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineSwapHold(id, first, first)), LineError::InvalCallState);
    QVERIFY(server().lineCompleteTransfer(id, first, HCall{3}, TransferMode::Transfer));
}

void TestTransfer::bothCallsNeedTheOwner() // P-1
{
    consult();
    const auto ask = [this] {
        return QList{errorOf(app("B").completesTransfer(1, 2)), errorOf(app("B").swapsHold(2, 1))};
    };
    const QList<LineError> refused{LineError::NotOwner, LineError::NotOwner};
    QCOMPARE(ask(), refused);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QCOMPARE(ask(), refused);
    QVERIFY(app("B").becomes(Privilege::Owner, 2));
    QCOMPARE(ask().first(), LineError::None);
    QVERIFY(app("A").becomes(Privilege::Monitor, 1));
    QCOMPARE(errorOf(app("A").completesTransfer(1, 2)), LineError::NotOwner);
}

void TestTransfer::theModeIsCheckedBeforeTheOwner() // E-1, F-21
{
    consult();
    QCOMPARE(errorOf(app("B").completesTransfer(1, 2, TransferMode(3))), LineError::InvalTransferMode);
    QCOMPARE(errorOf(app("B").completesTransfer(1, 2, TransferMode(0))), LineError::InvalTransferMode);
    QCOMPARE(errorOf(app("B").completesTransfer(2, 1)), LineError::NotOwner);
    QCOMPARE(errorOf(app("A").completesTransfer(2, 1)), LineError::InvalCallState);
}

void TestTransfer::whatTheProviderCannotDoIsUnavailable() // E-4
{
    ProviderAbilities abilities = FakeProvider::everything;
    abilities.callFeatures &= ~(CallFeatures(CallFeature::SwapHold) | CallFeature::CompleteTransf);
    FakeProvider poor(&server(), u"Poor"_s, abilities);
    poor.addsDevice(1);
    TestApp owner(&server(), &poor, {u"O"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(owner.opens(3, Privilege::Owner));
    poor.announces(1, OnHold);
    poor.announces(2, Connected);
    poor.commands();
    QCOMPARE(errorOf(owner.swapsHold(2, 1)), LineError::OperationUnavail);
    QCOMPARE(errorOf(owner.completesTransfer(1, 2)), LineError::OperationUnavail);
    QCOMPARE(errorOf(owner.completesTransfer(1, 2, TransferMode::Conference)), LineError::OperationUnavail);
    QCOMPARE(poor.commands(), lines());
}

void TestTransfer::below20TheReplyBelongsToTheFirstCall_data()
{
    QTest::addColumn<int>("deallocated");
    QTest::addColumn<QStringList>("replies");
    QTest::newRow("the first call") << 1 << lines();
    QTest::newRow("the other") << 2 << lines("LINE_REPLY R1 OK");
}

void TestTransfer::below20TheReplyBelongsToTheFirstCall() // H-51
{
    QFETCH(const int, deallocated);
    QFETCH(const QStringList, replies);
    openLines(ApiVersion::V1_4);
    provider().announces(1, Connected);
    provider().announces(2, OnHold);
    QVERIFY(app("A").swapsHold(1, 2));
    provider().says(deallocated, Idle);
    QVERIFY(app("A").deallocates(deallocated));
    app("A").messages();
    provider().completes();
    QCOMPARE(messages("A"), replies);
}

QTEST_GUILESS_MAIN(TestTransfer)

#include "tst_transfer.moc"
