// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The minimal scenario set of the rulebook (section 14), each told as it stands there.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestStories : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aCallIsMadeEndsAndIsDeallocated();
    void ownerAndMonitorReleaseAnIdleCall();
    void anOwnerLeavesALiveCallToItsMonitor();
    void below20TheSoleOwnerCannotLeave();
    void theSoleOwnerClosesItsLineBesideAMonitor();
    void theOnlyHolderClosesItsLineWithARequestPending();
    void aForcedCloseHitsCallsInAllStates();
    void aRemovedDeviceTakesItsCallsAlong();
    void anIncomingCallMeetsThreeKindsOfOpeners();
    void aMadeCallMeetsItsMonitor();
    void aLateOpenerLearnsOfALiveCall();
    void aCallIsHandedOff_data();
    void aCallIsHandedOff();
    void aStateAfterIdleIsDiscarded();
    void aCallThatWasMadeMayBeginWithIdle();
    void aSecondCompletionIsDiscarded();
    void aLineClosesBetweenNewCallAndFirstState();
    void aNewCallOfAnEarlierOpenIsNotTaken();
    void aNewCallOfNoOpenIsAViolation();
    void aCloseOfAnEarlierOpenClosesNothing();
    void anAppIsKilled();
    void aThousandCallsLeakUntilTheLineCloses();
    void theLastLineClosesWhileACallIsBeingMade_data();
    void theLastLineClosesWhileACallIsBeingMade();
    void theParentOfAConferenceIsDeallocated();
    void aCallStaysDisconnectedForMinutes();
};

void TestStories::aCallIsMadeEndsAndIsDeallocated() // H-4, H-7, H-24, H-40
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal));
    QCOMPARE(app("A").info(1)->calledId, u"5551"_s);
    provider().says(1, CallState::Idle);
    QCOMPARE(app("A").info(1)->calledId, u"5551"_s);
    QCOMPARE(messages("A"),
             lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 CONNECTED ACTIVE OWNER",
                   "LINE_CALLSTATE H1 DISCONNECTED NORMAL", "LINE_CALLSTATE H1 IDLE"));
    const HCall handle = app("A").on(1);
    forgetThePast();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
    QCOMPARE(errorOf(server().lineDeallocateCall(app("A").id(), handle)), LineError::InvalCallHandle);
    QCOMPARE(provider().commands(), lines());
}

void TestStories::ownerAndMonitorReleaseAnIdleCall() // H-31
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Idle);
    forgetThePast();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(messages("B"), lines());
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestStories::anOwnerLeavesALiveCallToItsMonitor() // P-30, P-31, P-18
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    forgetThePast();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMOWNERDECR"));
    QVERIFY(call(1)->isUnowned());
    QCOMPARE(errorOf(app("B").drops(1)), LineError::NotOwner);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QVERIFY(app("B").drops(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineDrop R1 C1 d501"));
}

void TestStories::below20TheSoleOwnerCannotLeave() // P-30
{
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    forgetThePast();
    const QStringList before = world().dump();
    QCOMPARE(errorOf(app("A").deallocates(1)), LineError::InvalCallState);
    QCOMPARE(world().dump(), before);
    QCOMPARE(messages("B"), lines());
}

void TestStories::theSoleOwnerClosesItsLineBesideAMonitor() // L-18, L-20
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    forgetThePast();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands("TSPI_lineDrop"), lines("TSPI_lineDrop R1 C1 d501"));
    provider().completes();
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMOWNERDECR", "LINE_CALLSTATE H2 IDLE"));
    QVERIFY(app("B").info(1));
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestStories::theOnlyHolderClosesItsLineWithARequestPending() // L-18, V-8, L-23
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    forgetThePast();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands(),
             lines("TSPI_lineDrop R2 C1 d501", "TSPI_lineCloseCall C1 d501", "TSPI_lineClose l101"));
    provider().completes(RequestId{1}, LineError::OperationFailed, {});
    provider().completes(RequestId{2}, LineError::OperationFailed, {});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

void TestStories::aForcedCloseHitsCallsInAllStates() // L-28
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::None));
    int number = 0;
    QStringList closeCalls;
    for (const Named<CallState> &state : namesOf<CallState>()) {
        provider().offers(++number);
        provider().says(number, state.value);
        closeCalls.append(u"TSPI_lineCloseCall C%1 d%2"_s.arg(number).arg(500 + number));
    }
    const HCall idle = app("A").on(1);
    forgetThePast();
    provider().closesLine(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1"));
    QCOMPARE(messages("B"), lines("LINE_CLOSE L2"));
    QCOMPARE(messages("C"), lines("LINE_CLOSE L3"));
    QCOMPARE(provider().commands(), closeCalls + lines("TSPI_lineClose l101"));
    QCOMPARE(errorOf(server().lineGetCallInfo(app("A").id(), idle)), LineError::InvalCallHandle);
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().totals().libraryBytes, 0u);
}

void TestStories::aRemovedDeviceTakesItsCallsAlong() // L-30
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    app("D");
    provider().offers(1);
    provider().says(1, CallState::Connected);
    forgetThePast();
    provider().removesDevice(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1", "LINE_REMOVE D1"));
    QCOMPARE(messages("D"), lines("LINE_REMOVE D1"));
    QCOMPARE(errorOf(app("D").opens(1)), LineError::NoDevice);
}

void TestStories::anIncomingCallMeetsThreeKindsOfOpeners() // P-4, P-5, P-10, M-41
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(1);
    QCOMPARE(messages("A"), lines("LINE_APPNEWCALL L1 H1 OWNER", "LINE_CALLSTATE H1 OFFERING ACTIVE OWNER"));
    QCOMPARE(messages("B"), lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 OFFERING ACTIVE MONITOR"));
    QCOMPARE(messages("C"), lines());
}

void TestStories::aMadeCallMeetsItsMonitor() // M-33, M-40
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("A").calls("5551"));
    QCOMPARE(messages("A") + messages("B"), lines());
    provider().completesWithCall(1);
    provider().says(1, CallState::Proceeding);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 PROCEEDING OWNER"));
    QCOMPARE(
        messages("B"),
        lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 UNKNOWN MONITOR", "LINE_CALLSTATE H2 PROCEEDING"));
}

void TestStories::aLateOpenerLearnsOfALiveCall() // P-16, F-63
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    QVERIFY(app("D").opens(1, Privilege::Monitor));
    QCOMPARE(messages("D"), lines());
    QCOMPARE(app("D").asksForNewCalls()->size(), 1);
    QCOMPARE(app("D").privilegeOn(1), Privilege::Monitor);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 NUMMONITORS"));
}

void TestStories::aCallIsHandedOff_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("the target has no handle yet") << false;
    QTest::newRow("the target is a monitor") << true;
}

void TestStories::aCallIsHandedOff() // P-25, P-26, P-29
{
    QFETCH(const bool, known);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, known ? Privilege::Owner | Privilege::Monitor : Privileges(Privilege::Owner)));
    provider().offers(1);
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    forgetThePast();
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    const QStringList state = lines("LINE_CALLSTATE H2 CONNECTED ACTIVE OWNER");
    QCOMPARE(messages("B"), known ? state : lines("LINE_APPNEWCALL L2 H2 OWNER") + state);
    QCOMPARE(messages("A"), lines()); // the causer
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QCOMPARE(app("A").info(1)->numOwners, 2u);
}

void TestStories::aStateAfterIdleIsDiscarded() // S-21, S-24, T-20, V-15, V-16
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, CallState::Idle);
    forgetThePast();
    provider().says(1, CallState::Connected);
    QVERIFY(call(1)->isIdle());
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines("V-15 violation C1"));
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines("V-16 warning C1"));
}

void TestStories::aCallThatWasMadeMayBeginWithIdle() // V-17 [W], T-02
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 IDLE OWNER"));
    QCOMPARE(findings(), lines("V-17 warning C1"));
}

void TestStories::aSecondCompletionIsDiscarded() // V-1, V-3
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    forgetThePast();
    provider().completes();
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QCOMPARE(findings(), lines("V-1 violation P1"));
    provider().completes(RequestId{4711}, LineError::None, {});
    QCOMPARE(findings(), lines("V-1 violation P1"));
}

void TestStories::aLineClosesBetweenNewCallAndFirstState()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().commands();
    provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0});
    QVERIFY(app("A").closes());
    const quint64 seen = 2; // TSPI_lineOpen and the media modes: the closing is still on its way
    server().report(provider().id(), {FakeProvider::stateOf(1, CallState::Offering)}, seen);
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501", "TSPI_lineClose l101"));
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());            // nobody did anything wrong
    provider().says(1, CallState::Connected); // this is: it has seen the closing
    QCOMPARE(findings(), lines("V-13 violation P1"));
    QCOMPARE(world().calls().size(), 0);
}

void TestStories::aNewCallOfAnEarlierOpenIsNotTaken() // O-8, V-14
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const quint64 seen = 2; // made before the provider had seen the line close
    server().report(provider().id(),
                    {Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0},
                     FakeProvider::stateOf(1, CallState::Offering)},
                    seen);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(findings(), lines());
    provider().offers(1);
    QCOMPARE(world().calls().size(), 1);
}

// Between the close that it has seen and the next open, of which it has not heard yet, a provider has no calls to tell.
void TestStories::aNewCallOfNoOpenIsAViolation() // O-8, V-14
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const quint64 seen = 3; // TSPI_lineOpen, the media modes, TSPI_lineClose
    server().report(provider().id(), {Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0}}, seen);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(findings(), lines("V-14 violation D1"));
}

// LINE_CLOSE and lineClose have crossed, and the line is open again.
void TestStories::aCloseOfAnEarlierOpenClosesNothing() // L-27, L-29
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    forgetThePast();
    server().report(provider().id(), {Reports::LineClose{FakeProvider::line(1), u"maintenance"_s}}, 2);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(provider().commands(), lines());
    QVERIFY(world().line(app("A").line()));
}

void TestStories::anAppIsKilled() // L-42, L-43
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(1); // A is the sole owner and only holder
    provider().offers(2);
    QVERIFY(app("C").asksForNewCalls());
    QVERIFY(app("C").becomes(Privilege::Owner, 2)); // shared
    QVERIFY(app("C").deallocates(1));
    provider().offers(3);
    provider().says(3, CallState::Idle); // kept by A alone
    forgetThePast();
    QVERIFY(app("A").shutsDown(true));
    QStringList commands = provider().commands();
    commands.removeAll(u"TSPI_lineSetDefaultMediaDetection l101"_s);
    QCOMPARE(commands, lines("TSPI_lineDrop R1 C1 d501", "TSPI_lineCloseCall C1 d501", "TSPI_lineCloseCall C3 d503"));
    QVERIFY(app("C").info(2));
    QCOMPARE(messages("C"), lines("LINE_CALLINFO H4 NUMOWNERDECR"));
}

void TestStories::aThousandCallsLeakUntilTheLineCloses() // R-10, H-6
{
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    for (int number = 1; number <= 1000; ++number) {
        provider().offers(number);
        provider().says(number, CallState::Idle);
    }
    app("M").rawMessages();
    QCOMPARE(world().handles().size(), 1000);
    QCOMPARE(world().totals().retainedHandles, 1000u);
    QCOMPARE(world().totals().retainedLibraryBytes, world().totals().libraryBytes);
    QVERIFY(world().totals().libraryBytes >= 1000 * World::bytesPerHandle());
    QVERIFY(server().lineGetLineDevStatus(app("M").id(), app("M").line())->numActiveCalls == 0); // I-85
    QVERIFY(app("M").closes());
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(world().totals().libraryBytes, 0u);
    QCOMPARE(provider().commands("TSPI_lineCloseCall").size(), 1000);
}

void TestStories::theLastLineClosesWhileACallIsBeingMade_data()
{
    QTest::addColumn<LineError>("result");
    QTest::newRow("as it should be") << LineError::OperationFailed;
    QTest::newRow("success was on its way") << LineError::None;
}

void TestStories::theLastLineClosesWhileACallIsBeingMade() // H-29, V-10, L-23, V-82
{
    QFETCH(const LineError, result);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const Result<PendingCall> made = app("A").calls("5551");
    forgetThePast();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1", "TSPI_lineClose l101"));
    const DriverCall call = result == LineError::None ? FakeProvider::call(1) : DriverCall{};
    provider().completes(made->request, result, call);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(errorOf(server().lineGetCallInfo(app("A").id(), made->call)), LineError::InvalCallHandle);
    QCOMPARE(provider().commands(), lines()); // nothing about a line that is closed
    QCOMPARE(world().totals().handlesCreated, 0u);
    QCOMPARE(findings(), lines());
}

void TestStories::theParentOfAConferenceIsDeallocated() // M-32, H-32
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().announces(1, CallState::OnHoldPendConf); // P: H1, H2
    provider().announces(2, CallState::Connected);      // M1: H3, H4
    provider().announces(3, CallState::Connected);      // M2: H5, H6
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    const quint32 parent = FakeProvider::call(1).value;
    provider().says(2, CallState::Conferenced, parent);
    provider().says(3, CallState::Conferenced, parent);
    QVERIFY(app("A").deallocates(1));
    forgetThePast();
    provider().says(2, CallState::Conferenced, parent);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H3 CONFERENCED"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H4 CONFERENCED H2"));
}

void TestStories::aCallStaysDisconnectedForMinutes() // A-9, S-25, S-27
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal));
    clock().advance(300_s);
    QCOMPARE(findings(), lines());
    QCOMPARE(clock().now() - call(1)->stateSince, 300_s);
    QVERIFY(app("A").drops(1));
    provider().completes();
    provider().says(1, CallState::Idle);
    QVERIFY(call(1)->isIdle());
    QCOMPARE(call(1)->disconnectMode, quint32(DisconnectMode::Normal));
}

QTEST_GUILESS_MAIN(TestStories)

#include "tst_stories.moc"
