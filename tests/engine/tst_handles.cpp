// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Call handles: rulebook section 4. No wrong one reaches the provider (V-84).

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestHandles : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aCallThatIsMadeOrOfferedGivesAHandle();
    void aCallHasNoHandlesBeforeItsFirstState();
    void anIdleHandleStaysValidForEver();
    void everythingIsReadableWhenIdle();
    void theRecordLastsUntilItsLastReaderIsDone();
    void closingTheLineVoidsItsHandlesInEveryState_data();
    void closingTheLineVoidsItsHandlesInEveryState();
    void aHandleThatTheAppWasNotToldAboutDiesWithItsLineToo();
    void memoryIsHeldPerCallAndPerHandle();
    void deallocatingIsSynchronous();
    void deallocatingDoesNotTouchTheCall();
    void everyPrivilegeInEveryStateMayDeallocate_data();
    void everyPrivilegeInEveryStateMayDeallocate();
    void theLastHandleClosesTheCallOnce_data();
    void theLastHandleClosesTheCallOnce();
    void aPendingHandleKeepsTheLineToItself();
    void othersAreToldWhileTheCallIsAlive();
    void othersAreNotToldWhenItIsIdle();
    void aFormerOwnerStillHasToDeallocate();
    void deallocationIsDueHoweverTheCallEnded_data();
    void deallocationIsDueHoweverTheCallEnded();
    void aStaleHandleIsRefusedEverywhere_data();
    void aStaleHandleIsRefusedEverywhere();
    void theHandleOfAnotherAppIsNoHandle();
    void aClosedLineIsNoLine();
    void anAppThatShutDownIsNoApp();
    void aPendingHandleIsNotValidYet();
    void aRefusedDeallocationChangesNothing();
    void deallocationKeepsTheReply();
    void below20DeallocationThrowsTheReplyAway();
    void below20OnlyTheRepliesOfThatLineAreThrownAway();
    void completionsAfterCloseCallStillBecomeReplies();
    void queuedMessagesOfADeadHandleAreGone();
    void theCallsThatWereClosedLongestAgoAreForgotten();
    void aCallThatWasJustClosedIsRememberedHoweverManyBefore();
    void aNameThatIsUsedAgainIsForgottenWithItsLastCall();

private:
    void announceTooLate(int first, int last);
    void offerToBoth(); // A owner, B monitor of call 1 on device 1
    void checkRefused(const char *name, HCall handle);
};

void TestHandles::offerToBoth()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    forgetThePast();
}

void TestHandles::aCallThatIsMadeOrOfferedGivesAHandle() // H-1, H-2, H-3
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    const QStringList expected = lines("LINE_APPNEWCALL L1 H1 OWNER", "LINE_CALLSTATE H1 OFFERING ACTIVE OWNER");
    QCOMPARE(messages("A"), expected);
    const Result<PendingCall> made = app("A").calls("5551");
    QVERIFY(made);
    provider().completesWithCall(2);
    QCOMPARE(app("A").on(2), made->call);
    QVERIFY(app("A").info(2));
    QVERIFY(app("A").on(1) != app("A").on(2));
}

void TestHandles::aCallHasNoHandlesBeforeItsFirstState() // H-2, V-19
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0});
    QCOMPARE(world().handles().size(), 0);
    provider().reports({FakeProvider::stateOf(1, CallState::Offering), FakeProvider::stateOf(1, CallState::Connected)});
    QCOMPARE(world().handles().size(), 1);
    QCOMPARE(call(1)->state, CallState::Connected);
}

void TestHandles::anIdleHandleStaysValidForEver() // H-4
{
    offerToBoth();
    provider().says(1, CallState::Idle);
    clock().advance(3600_s * 24 * 365);
    QVERIFY(app("A").info(1));
    QVERIFY(app("B").status(1));
    QCOMPARE(provider().commands(), lines()); // nothing is released by itself
    QVERIFY(app("A").deallocates(1));         // (a)
    QVERIFY(app("B").closes());               // (b)
    QCOMPARE(world().handles().size(), 0);
}

void TestHandles::everythingIsReadableWhenIdle() // H-7, I-2
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    CallInfo info = FakeProvider::voice();
    info.calledId = u"101"_s;
    info.callId = 77;
    info.comment = u"ignored: the engine's member"_s; // I-6
    provider().offers(1, 1, info);
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::NoAnswer));
    const CallInfo before = *app("A").info(1);
    provider().says(1, CallState::Idle);
    const Result<CallInfo> after = app("A").info(1);
    QVERIFY(after);
    QVERIFY(*after == before);
    QCOMPARE(after->callerId, u"+15550100"_s);
    QCOMPARE(after->calledId, u"101"_s);
    const Result<CallStatus> status = app("A").status(1);
    QVERIFY(status);
    QCOMPARE(status->state, CallState::Idle);
    QCOMPARE(status->mode, 0u);                                           // I-73
    QCOMPARE(call(1)->disconnectMode, quint32(DisconnectMode::NoAnswer)); // S-29
}

void TestHandles::theRecordLastsUntilItsLastReaderIsDone() // H-8, H-9
{
    offerToBoth();
    provider().says(1, CallState::Idle);
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(app("B").info(1)->callerId, u"+15550100"_s);
    QVERIFY(app("B").deallocates(1));
    QVERIFY(!call(1));
}

void TestHandles::closingTheLineVoidsItsHandlesInEveryState_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<bool>("byProvider");
    for (const Named<CallState> &state : namesOf<CallState>()) {
        QTest::addRow("H-6 lineClose in %s", state.name) << state.value << false;
        QTest::addRow("H-5 LINE_CLOSE in %s", state.name) << state.value << true;
    }
}

void TestHandles::closingTheLineVoidsItsHandlesInEveryState() // H-5, H-6
{
    QFETCH(const CallState, state);
    QFETCH(const bool, byProvider);
    offerToBoth();
    provider().says(1, state);
    const HCall a = app("A").on(1);
    const HCall b = app("B").on(1);
    if (byProvider)
        provider().closesLine(1);
    else
        QVERIFY(app("A").closes());
    checkRefused("A", a);
    if (byProvider)
        checkRefused("B", b);
    else
        QVERIFY(app("B").info(1)); // L-16
}

void TestHandles::aHandleThatTheAppWasNotToldAboutDiesWithItsLineToo() // H-6
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1); // A has not fetched LINE_APPNEWCALL
    QVERIFY(app("A").closes());
    QCOMPARE(messages("A"), lines()); // and never will (H-55)
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().totals().handlesVoided, 1u);
}

void TestHandles::memoryIsHeldPerCallAndPerHandle() // H-10, H-12, R-1, R-2
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const auto bytes = [this] { return world().totals().libraryBytes; };
    QCOMPARE(bytes(), 0u);
    provider().offers(1);
    const quint64 one = bytes();
    QVERIFY(one > World::bytesPerHandle());
    QVERIFY(app("B").opens(1));
    QVERIFY(app("B").asksForNewCalls());
    QCOMPARE(bytes(), one + World::bytesPerHandle());
    provider().says(1, CallState::Idle);
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(bytes(), one); // the per-app part at once
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(bytes(), 0u); // the rest with the last handle
}

void TestHandles::deallocatingIsSynchronous() // H-20
{
    offerToBoth();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(messages("A"), lines()); // no LINE_REPLY of its own
    QVERIFY(app("A").on(1).isNull());
}

void TestHandles::deallocatingDoesNotTouchTheCall() // H-21
{
    offerToBoth();
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    provider().commands();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(call(1)->state, CallState::Connected);
    QCOMPARE(provider().commands(), lines());
}

void TestHandles::everyPrivilegeInEveryStateMayDeallocate_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<QString>("name");
    for (const Named<CallState> &state : namesOf<CallState>()) {
        for (const char *name : {"A", "B"})
            QTest::addRow("H-22 %s in %s", name, state.name) << state.value << QString::fromLatin1(name);
    }
}

void TestHandles::everyPrivilegeInEveryStateMayDeallocate() // H-22, H-23: the remarks of the page win
{
    QFETCH(const CallState, state);
    QFETCH(const QString, name);
    offerToBoth();
    provider().says(1, state);
    const QByteArray who = name.toLatin1();
    QCOMPARE(errorOf(app(who.constData()).deallocates(1)), LineError::None);
    QVERIFY(app(who.constData()).on(1).isNull()); // H-13
    QCOMPARE(provider().commands(), lines());     // another handle is left
}

void TestHandles::theLastHandleClosesTheCallOnce_data()
{
    QTest::addColumn<CallState>("state");
    for (const Named<CallState> &state : namesOf<CallState>())
        QTest::addRow("H-25 %s", state.name) << state.value;
}

void TestHandles::theLastHandleClosesTheCallOnce() // H-24, H-25, V-81
{
    QFETCH(const CallState, state);
    offerToBoth();
    provider().says(1, state);
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501")); // no TSPI_lineDrop (H-26)
    QVERIFY(app("A").closes());
    QVERIFY(app("B").closes());
    QCOMPARE(provider().commands("TSPI_lineCloseCall"), lines()); // never again
}

void TestHandles::aPendingHandleKeepsTheLineToItself() // H-29
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().commands();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1", "TSPI_lineClose l101"));
}

void TestHandles::othersAreToldWhileTheCallIsAlive() // H-30, P-29
{
    offerToBoth();
    QVERIFY(app("C").opens(1));
    QVERIFY(app("C").asksForNewCalls());
    forgetThePast();
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 NUMMONITORS"));
    QCOMPARE(messages("C"), lines("LINE_CALLINFO H3 NUMMONITORS"));
    QCOMPARE(messages("B"), lines());
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(messages("C"), lines("LINE_CALLINFO H3 NUMOWNERDECR"));
    QCOMPARE(call(1)->state, CallState::Offering);
    QVERIFY(app("C").info(1));
}

void TestHandles::othersAreNotToldWhenItIsIdle() // H-31, M-35
{
    offerToBoth();
    QVERIFY(app("C").opens(1));
    QVERIFY(app("C").asksForNewCalls());
    provider().says(1, CallState::Idle);
    forgetThePast();
    for (const char *name : {"A", "B", "C"}) {
        QCOMPARE(provider().commands(), lines());
        QVERIFY(app(name).deallocates(1));
    }
    for (const char *name : {"A", "B", "C"})
        QCOMPARE(messages(name), lines());
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestHandles::aFormerOwnerStillHasToDeallocate() // H-34
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    provider().says(1, CallState::Idle);
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands("TSPI_lineCloseCall"), lines());
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(provider().commands("TSPI_lineCloseCall"), lines("TSPI_lineCloseCall C1 d501"));
}

void TestHandles::deallocationIsDueHoweverTheCallEnded_data()
{
    QTest::addColumn<QList<CallState>>("way");
    QTest::newRow("remote drop") << QList{CallState::Connected, CallState::Disconnected, CallState::Idle};
    QTest::newRow("local drop, transfer or park") << QList{CallState::Connected, CallState::Idle};
    QTest::newRow("never answered (S-26)") << QList{CallState::Idle};
    QTest::newRow("failed dial") << QList{CallState::Dialing, CallState::Busy, CallState::Idle};
}

void TestHandles::deallocationIsDueHoweverTheCallEnded() // H-33
{
    QFETCH(const QList<CallState>, way);
    offerToBoth();
    for (CallState state : way)
        provider().says(1, state);
    provider().commands();
    QCOMPARE(world().totals().retainedHandles, 2u);
    QVERIFY(app("A").deallocates(1));
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
    QCOMPARE(world().totals().retainedHandles, 0u);
}

// Every function that takes an HCALL.
void TestHandles::checkRefused(const char *name, HCall handle)
{
    const HLineApp id = app(name).id();
    const QList<LineError> errors = {
        errorOf(server().lineAccept(id, handle)),
        errorOf(server().lineAnswer(id, handle)),
        errorOf(server().lineDrop(id, handle)),
        errorOf(server().lineHold(id, handle)),
        errorOf(server().lineUnhold(id, handle)),
        errorOf(server().lineDeallocateCall(id, handle)),
        errorOf(server().lineGetCallInfo(id, handle)),
        errorOf(server().lineGetCallStatus(id, handle)),
        errorOf(server().lineSetCallPrivilege(id, handle, Privilege::Owner)),
        errorOf(server().lineHandoff(id, handle, u"B.exe"_s, {})),
    };
    QCOMPARE(errors, QList<LineError>(errors.size(), LineError::InvalCallHandle));
}

void TestHandles::aStaleHandleIsRefusedEverywhere_data()
{
    QTest::addColumn<QString>("end");
    for (const char *end :
         {"H-40 deallocated", "H-41 line closed", "H-41 line closed by the provider", "H-41 device removed"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void TestHandles::aStaleHandleIsRefusedEverywhere() // H-40, H-41, H-13
{
    QFETCH(const QString, end);
    offerToBoth();
    const HCall stale = app("A").on(1);
    if (end.endsWith(u"deallocated"))
        QVERIFY(app("A").deallocates(1));
    else if (end.endsWith(u"removed"))
        provider().removesDevice(1);
    else if (end.endsWith(u"provider"))
        provider().closesLine(1);
    else
        QVERIFY(app("A").closes());
    provider().commands();
    checkRefused("A", stale);
    checkRefused("A", HCall{});
    checkRefused("A", HCall{4711});
    QCOMPARE(provider().commands(), lines()); // the provider hears nothing of it
}

void TestHandles::theHandleOfAnotherAppIsNoHandle() // H-42, O-4
{
    offerToBoth();
    checkRefused("B", app("A").on(1));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").info(1)); // and stays valid for its owner
}

void TestHandles::aClosedLineIsNoLine() // H-43, H-45
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1));
    const HLine closed = app("A").line();
    QVERIFY(app("A").closes());
    const HLineApp id = app("A").id();
    for (HLine line : {closed, HLine{}, HLine{99}, app("B").line()}) {
        const QList<LineError> errors = {
            errorOf(server().lineClose(id, line)),
            errorOf(server().lineMakeCall(id, line, u"5551"_s)),
            errorOf(server().lineGetNewCalls(id, line)),
            errorOf(server().lineGetLineDevStatus(id, line)),
            errorOf(server().lineGetAddressStatus(id, line, 0)),
        };
        QCOMPARE(errors, QList<LineError>(errors.size(), LineError::InvalLineHandle));
    }
}

void TestHandles::anAppThatShutDownIsNoApp() // H-43
{
    const HLineApp id = app("A").id();
    QVERIFY(app("A").shutsDown());
    QCOMPARE(errorOf(server().lineShutdown(id)), LineError::InvalAppHandle);
    QCOMPARE(errorOf(server().lineOpen(id, {})), LineError::InvalAppHandle);
    QCOMPARE(errorOf(server().lineNegotiateApiVersion(id, 0, ApiVersion::V1_4, ApiVersion::V2_2)),
             LineError::InvalAppHandle);
    QCOMPARE(errorOf(server().lineShutdown(HLineApp{})), LineError::InvalAppHandle);
}

void TestHandles::aPendingHandleIsNotValidYet() // H-46, O-12
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const Result<PendingCall> made = app("A").calls("5551");
    provider().commands();
    checkRefused("A", made->call);
    QCOMPARE(provider().commands(), lines()); // V-80
    provider().completesWithCall(1);
    QVERIFY(app("A").info(1));
}

void TestHandles::aRefusedDeallocationChangesNothing() // H-47, P-30
{
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    provider().offers(1);
    forgetThePast();
    const QStringList before = world().dump();
    QCOMPARE(errorOf(app("A").deallocates(1)), LineError::InvalCallState);
    QCOMPARE(world().dump(), before);
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").info(1));
}

void TestHandles::deallocationKeepsTheReply() // H-50, H-52
{
    offerToBoth();
    provider().says(1, CallState::Connected);
    forgetThePast();
    QVERIFY(app("A").drops(1));
    QVERIFY(app("A").deallocates(1));
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
}

void TestHandles::below20DeallocationThrowsTheReplyAway() // H-51
{
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    QVERIFY(app("B").opens(1));
    provider().offers(1);
    QVERIFY(app("A").drops(1));
    provider().says(1, CallState::Idle);
    forgetThePast();
    QVERIFY(app("A").deallocates(1));
    provider().completes(RequestId{1}, LineError::None, {});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

// The version is that of the line (P-32): what the same application asked through a newer line is replied to.
void TestHandles::below20OnlyTheRepliesOfThatLineAreThrownAway() // H-50, H-51
{
    const auto both = Privilege::Owner | Privilege::Monitor;
    QVERIFY(app("A").opens(1, both, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    QVERIFY(app("A").opens(1, both, MediaMode::InteractiveVoice, ApiVersion::V2_2));
    provider().offers(1); // H1 on the old line, H2 on the new one
    QVERIFY(server().lineSetCallPrivilege(app("A").id(), {2}, Privilege::Owner));
    QVERIFY(server().lineDrop(app("A").id(), {2}));
    forgetThePast();
    QVERIFY(server().lineDeallocateCall(app("A").id(), {1}));
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
}

void TestHandles::completionsAfterCloseCallStillBecomeReplies() // H-54, V-8
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    forgetThePast();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
    provider().completes(RequestId{1}, LineError::OperationFailed, {});
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OPERATIONFAILED"));
    QCOMPARE(findings(), lines());
}

void TestHandles::queuedMessagesOfADeadHandleAreGone() // H-55, A-15
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1));
    provider().offers(1);
    provider().offers(2);
    QVERIFY(app("A").answers(1));
    provider().completes();
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    QVERIFY(app("A").deallocates(1));
    const QStringList expected = lines("LINE_APPNEWCALL L1 H3 OWNER", "LINE_CALLSTATE H3 OFFERING ACTIVE OWNER",
                                       "LINE_REPLY R1 OK"); // call 2 and the reply remain
    QCOMPARE(messages("A"), expected);
}

// A provider that announces calls of an open of long ago, as many as it likes: each counts as closed with it (O-8).
void TestHandles::announceTooLate(int first, int last)
{
    QList<Report> batch;
    for (int number = first; number <= last; ++number)
        batch.append(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(number), {}, 0});
    server().report(provider().id(), batch, 1);
    forgetThePast();
}

void TestHandles::theCallsThatWereClosedLongestAgoAreForgotten() // V-13, V-18
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").deallocates(1));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const int remembered = 65'536;
    announceTooLate(2, remembered);
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), lines("V-13 violation P1"));
    announceTooLate(remembered + 1, remembered + 1);
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), lines("V-18 violation P1")); // as if it had never been there
    provider().says(2, CallState::Connected);
    QCOMPARE(findings(), lines("V-13 violation P1"));
}

void TestHandles::aCallThatWasJustClosedIsRememberedHoweverManyBefore() // V-13
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    announceTooLate(2, 200'000);
    provider().offers(1);
    QVERIFY(app("A").deallocates(1));
    const Report crossed = FakeProvider::stateOf(1, CallState::Connected);
    server().report(provider().id(), {crossed}, 1);
    QCOMPARE(findings(), lines());
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), lines("V-13 violation P1"));
}

void TestHandles::aNameThatIsUsedAgainIsForgottenWithItsLastCall() // V-13, V-18
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    announceTooLate(1, 1);
    provider().offers(1);
    QVERIFY(app("A").deallocates(1));
    announceTooLate(2, 65'536); // the first closing of the name is forgotten, the second is not
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), lines("V-13 violation P1"));
    announceTooLate(65'537, 65'537);
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), lines("V-18 violation P1"));
}

QTEST_GUILESS_MAIN(TestHandles)

#include "tst_handles.moc"
