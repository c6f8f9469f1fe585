// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Conferences: who belongs to them, who is told which handle of them. Rulebook 7.2, F-23 to F-26, F-37; M-32.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestConference : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aCallBecomesAConference();
    void aConferenceMayBeginWithoutACall();
    void aThirdPartyIsAdded();
    void aPartyIsRemoved();
    void everyAppIsToldItsOwnHandleOfTheConference();
    void aCallThatIsFoundInAConferenceIsToldItsConferenceToo();
    void aParentThatIsNoneIsNotTold_data();
    void aParentThatIsNoneIsNotTold();
    void bothStatesDecideWhoJoins();
    void whoJoinsIsInNoConferenceYet();
    void theConferenceIsNamedInItsError();
    void bothCallsNeedTheOwner();
    void whatTheProviderCannotDoIsUnavailable();
    void relatedCallsAreTheConferenceAndItsMembers();
    void relatedCallsAreGivenAsMonitor();
    void relatedCallsAreThoseOfTheLineThatAsks();
    void whoIsInNoConferenceHasNoRelatedCalls();
    void aConferenceIsWhatItsRecordOrItsMembersSay();
    void aConferenceThatIsOverKeepsItsRelatives();
    void aConferenceThatNobodyKnowsYetIsNotGiven();

private:
    void openLines() // A owns what comes, B watches
    {
        QVERIFY(app("A").opens(1, Privilege::Owner));
        QVERIFY(app("B").opens(1, Privilege::Monitor));
    }
    void joins(int call, int conference = 3)
    {
        provider().says(call, CallState::Conferenced, FakeProvider::call(conference).value);
    }
    // Calls 1 and 2 are in conference 3; handles of A are H1, H3, H5, those of B H2, H4, H6.
    void confer()
    {
        openLines();
        provider().announces(1, CallState::Connected);
        provider().announces(2, CallState::Connected);
        provider().announces(3, CallState::Connected, 0, 1, conference());
        joins(1);
        joins(2);
        forgetThePast();
    }
    static CallInfo conference()
    {
        CallInfo info = FakeProvider::voice();
        info.origin = quint32(CallOrigin::Conference);
        return info;
    }
};

using enum CallState;

void TestConference::aCallBecomesAConference() // F-23, M-33, P-9
{
    openLines();
    provider().announces(1, Connected);
    forgetThePast();
    const Result<PendingConference> made = app("A").setsUpConference(1);
    provider().completesWithCalls(2, 3);
    provider().says(2, OnHoldPendConf);
    joins(1, 2);
    provider().says(3, DialTone, quint32(DialToneMode::Normal));
    QCOMPARE(provider().commands(), lines("TSPI_lineSetupConference R1 l101 C1 d501 C2 C3 3"));
    QCOMPARE(app("A").on(2), made->conference);
    QCOMPARE(app("A").on(3), made->consultCall);
    QCOMPARE(messages("A"),
             lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H3 ONHOLDPENDCONF OWNER", "LINE_CALLSTATE H1 CONFERENCED H3",
                   "LINE_CALLSTATE H4 DIALTONE NORMAL OWNER"));
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H5 MONITOR", "LINE_CALLSTATE H5 UNKNOWN MONITOR",
                   "LINE_APPNEWCALL L2 H6 MONITOR", "LINE_CALLSTATE H6 UNKNOWN MONITOR",
                   "LINE_CALLSTATE H5 ONHOLDPENDCONF", "LINE_CALLSTATE H2 CONFERENCED H5",
                   "LINE_CALLSTATE H6 DIALTONE NORMAL"));
    QVERIFY(app("A").dials(3, u"5550103"_s));
    provider().completes();
    provider().says(3, Connected);
    QCOMPARE(app("A").asksForRelatedCalls(3).error(), LineError::NoConference); // F-50
    QVERIFY(app("A").adds(3, 2));
    provider().completes();
    QCOMPARE(app("A").asksForRelatedCalls(2)->size(), 2); // not before the provider says so (F-48)
    joins(3, 2);
    provider().says(2, Connected);
    QCOMPARE(*app("A").asksForRelatedCalls(2), (QList{app("A").on(2), app("A").on(1), app("A").on(3)}));
    QCOMPARE(provider().commands(),
             lines("TSPI_lineDial R2 C3 d503 5550103", "TSPI_lineAddToConference R3 C2 d502 C3 d503"));
    QCOMPARE(findings(), lines());
}

void TestConference::aConferenceMayBeginWithoutACall() // F-23
{
    openLines();
    forgetThePast();
    const Result<PendingConference> made = app("A").beginsConference();
    provider().completesWithCalls(1, 2);
    QCOMPARE(provider().commands(), lines("TSPI_lineSetupConference R1 l101 C1 C2 3"));
    QCOMPARE(app("A").on(1), made->conference);
    QCOMPARE(*app("A").asksForRelatedCalls(1), QList{made->conference}); // nobody has joined
    provider().says(1, OnHoldPendConf);
    provider().says(2, Connected);
    QVERIFY(app("A").adds(2, 1));
}

void TestConference::aThirdPartyIsAdded() // F-24, F-25
{
    confer();
    const Result<PendingCall> consult = app("A").preparesToAdd(3);
    provider().completesWithCall(4);
    provider().says(3, OnHoldPendConf);
    provider().says(4, Ringback);
    QCOMPARE(app("A").on(4), consult->call);
    QVERIFY(app("A").adds(4, 3));
    provider().completes();
    joins(4);
    provider().says(3, Connected);
    QCOMPARE(provider().commands(),
             lines("TSPI_linePrepareAddToConference R1 C3 d503 C4", "TSPI_lineAddToConference R2 C3 d503 C4 d504"));
    QCOMPARE(app("A").asksForRelatedCalls(1)->size(), 4);
    QCOMPARE(messages("A"),
             lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H5 ONHOLDPENDCONF", "LINE_CALLSTATE H7 RINGBACK OWNER",
                   "LINE_REPLY R2 OK", "LINE_CALLSTATE H7 CONFERENCED H5", "LINE_CALLSTATE H5 CONNECTED"));
}

void TestConference::aPartyIsRemoved() // F-26, V-70
{
    confer();
    QVERIFY(app("A").removes(1));
    provider().completes();
    provider().says(1, Connected);
    QCOMPARE(provider().commands(), lines("TSPI_lineRemoveFromConference R1 C1 d501"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 CONNECTED"));
    QCOMPARE(app("A").asksForRelatedCalls(1).error(), LineError::NoConference);
    QCOMPARE(*app("A").asksForRelatedCalls(2), (QList<HCall>{{5}, {3}}));
}

void TestConference::everyAppIsToldItsOwnHandleOfTheConference() // M-32, H-32, Q-19
{
    confer();
    joins(1);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 CONFERENCED H5"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 CONFERENCED H6"));
    QVERIFY(app("A").deallocates(3));
    app("B").messages();
    joins(1);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 CONFERENCED"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 CONFERENCED H6"));
    QVERIFY(app("B").opens(1, Privilege::None)); // the second open has its own
    QCOMPARE(app("B").asksForNewCalls()->size(), 3);
    app("B").messages();
    joins(2);
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H8 CONFERENCED H9 MONITOR", "LINE_CALLSTATE H4 CONFERENCED H6"));
}

void TestConference::aCallThatIsFoundInAConferenceIsToldItsConferenceToo() // M-32, M-41, T-01
{
    openLines();
    provider().announces(1, Connected, 0, 1, conference());
    forgetThePast();
    provider().announces(2, Conferenced, FakeProvider::call(1).value);
    QCOMPARE(messages("A"), lines("LINE_APPNEWCALL L1 H3 OWNER", "LINE_CALLSTATE H3 CONFERENCED H1 OWNER"));
    QCOMPARE(messages("B"), lines("LINE_APPNEWCALL L2 H4 MONITOR", "LINE_CALLSTATE H4 CONFERENCED H2 MONITOR"));
    QVERIFY(app("B").opens(1, Privilege::Owner)); // the one of a handoff says it as well
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(2), u"B.exe"_s, {}));
    QCOMPARE(messages("B").last(), u"LINE_CALLSTATE H6 CONFERENCED H5 OWNER"_s);
}

void TestConference::aParentThatIsNoneIsNotTold_data()
{
    QTest::addColumn<quint32>("parent");
    QTest::newRow("none") << 0u;
    QTest::newRow("a name that is not known") << FakeProvider::call(9).value;
    QTest::newRow("on another line") << FakeProvider::call(2).value;
    QTest::newRow("the call itself") << FakeProvider::call(1).value;
}

void TestConference::aParentThatIsNoneIsNotTold() // M-32, V-39
{
    QFETCH(const quint32, parent);
    openLines();
    QVERIFY(app("A").opens(2, Privilege::Owner));
    provider().announces(1, Connected);
    provider().announces(2, Connected, 0, 2, conference());
    forgetThePast();
    provider().says(1, Conferenced, parent);
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 CONFERENCED"));
    QCOMPARE(call(1)->mode, 0u);
    QCOMPARE(app("A").asksForRelatedCalls(1).error(), LineError::NoConference);
    QCOMPARE(*app("A").asksForRelatedCalls(2), QList{app("A").on(2)});
}

// ---- lineAddToConference ----

void TestConference::bothStatesDecideWhoJoins() // F-25, E-4
{
    openLines();
    const QFlags<CallState> conferenceStates = QFlags(OnHoldPendConf) | OnHold;
    const QFlags<CallState> consultStates = QFlags(Connected) | OnHold | Proceeding | Ringback;
    int number = 1;
    for (const Named<CallState> &first : namesOf<CallState>()) {
        for (const Named<CallState> &second : namesOf<CallState>()) {
            provider().announces(number, Unknown, 0, 1, conference());
            provider().announces(number + 1, Unknown);
            provider().says(number, first.value);
            provider().says(number + 1, second.value);
            provider().commands();
            const bool allowed = conferenceStates.testFlag(first.value) && consultStates.testFlag(second.value);
            const QByteArray states = QByteArray(first.name) + " and " + second.name;
            QVERIFY2(errorOf(app("A").adds(number + 1, number))
                         == (allowed ? LineError::None : LineError::InvalCallState),
                     states.constData());
            QVERIFY2(provider().commands().size() == (allowed ? 1 : 0), states.constData());
            number += 2;
        }
    }
}

void TestConference::whoJoinsIsInNoConferenceYet() // F-49, H-45
{
    confer();
    provider().says(3, OnHoldPendConf);
    provider().announces(4, Connected, 0, 1, conference());
    QVERIFY(app("A").opens(1, Privilege::Owner)); // once more
    provider().announces(5, Connected);
    const HCall elsewhere = server().lineGetNewCalls(app("A").id(), app("A").line())->last(); // of call 5
    QVERIFY(server().lineSetCallPrivilege(app("A").id(), elsewhere, Privilege::Owner));
    provider().commands();
    QCOMPARE(errorOf(app("A").adds(3, 3)), LineError::InvalCallHandle); // the conference itself
    QCOMPARE(errorOf(app("A").adds(1, 3)), LineError::InvalCallHandle); // a member already
    QCOMPARE(errorOf(app("A").adds(4, 3)), LineError::InvalCallHandle); // another conference
    const HLineApp id = app("A").id();
    QCOMPARE(errorOf(server().lineAddToConference(id, HCall{5}, {})), LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineAddToConference(id, HCall{5}, app("B").on(5))), LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineAddToConference(id, HCall{5}, elsewhere)), LineError::InvalCallHandle);
    QCOMPARE(provider().commands(), lines());
}

void TestConference::theConferenceIsNamedInItsError() // H-44
{
    confer();
    provider().announces(4, OnHoldPendConf);
    const HLineApp id = app("A").id();
    const HCall consult = app("A").on(4);
    QCOMPARE(errorOf(server().lineAddToConference(id, {}, {})), LineError::InvalConfCallHandle);
    QCOMPARE(errorOf(server().lineAddToConference(id, app("B").on(3), consult)), LineError::InvalConfCallHandle);
    QCOMPARE(errorOf(app("A").adds(1, 4)), LineError::InvalConfCallHandle); // no conference
    QCOMPARE(errorOf(app("A").adds(4, 1)), LineError::InvalConfCallHandle); // a member is none either
    QCOMPARE(errorOf(app("A").preparesToAdd(4)), LineError::InvalConfCallHandle);
    QCOMPARE(errorOf(app("A").preparesToAdd(1)), LineError::InvalConfCallHandle);
    QCOMPARE(provider().commands(), lines());
}

void TestConference::bothCallsNeedTheOwner() // P-1
{
    confer();
    provider().says(3, OnHoldPendConf);
    provider().announces(4, Connected);
    QCOMPARE(errorOf(app("B").adds(4, 3)), LineError::NotOwner);
    QVERIFY(app("B").becomes(Privilege::Owner, 3));
    QCOMPARE(errorOf(app("B").adds(4, 3)), LineError::NotOwner);
    QVERIFY(app("B").becomes(Privilege::Owner, 4));
    QVERIFY(app("B").adds(4, 3));
    QVERIFY(app("A").becomes(Privilege::Monitor, 3));
    QCOMPARE(errorOf(app("A").adds(4, 3)), LineError::NotOwner);
}

void TestConference::whatTheProviderCannotDoIsUnavailable() // E-4
{
    ProviderAbilities abilities = FakeProvider::everything;
    abilities.callFeatures &= ~CallFeatures(CallFeature::AddToConf);
    FakeProvider poor(&server(), u"Poor"_s, abilities);
    poor.addsDevice(1);
    TestApp owner(&server(), &poor, {u"O"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(owner.opens(3, Privilege::Owner));
    poor.announces(1, OnHold, 0, 1, conference());
    poor.announces(2, Connected);
    poor.commands();
    QCOMPARE(errorOf(owner.adds(2, 1)), LineError::OperationUnavail);
    QCOMPARE(poor.commands(), lines());
}

// ---- lineGetConfRelatedCalls ----

void TestConference::relatedCallsAreTheConferenceAndItsMembers() // F-37
{
    confer();
    provider().announces(4, Connected);
    for (int number : {1, 2, 3})
        QCOMPARE(*app("A").asksForRelatedCalls(number), (QList<HCall>{{5}, {1}, {3}}));
    QCOMPARE(*app("B").asksForRelatedCalls(1), (QList<HCall>{{6}, {2}, {4}}));
    QCOMPARE(app("A").asksForRelatedCalls(4).error(), LineError::NoConference);
    QCOMPARE(errorOf(server().lineGetConfRelatedCalls(app("A").id(), app("B").on(1))), LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineGetConfRelatedCalls(app("A").id(), {})), LineError::InvalCallHandle);
    QCOMPARE(provider().commands(), lines());
}

void TestConference::relatedCallsAreGivenAsMonitor() // O-6, P-17, P-29, M-30
{
    openLines();
    QVERIFY(app("C").opens(1, Privilege::Owner, MediaMode::InteractiveVoice)); // hears of nothing
    provider().announces(1, Connected);
    provider().announces(2, Connected);
    provider().announces(3, Connected, 0, 1, conference());
    joins(1);
    joins(2);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"C.exe"_s, {}));
    forgetThePast();
    const QList<HCall> handles = *app("C").asksForRelatedCalls(1);
    QCOMPARE(handles, (QList{app("C").on(3), app("C").on(1), app("C").on(2)}));
    QCOMPARE(app("C").privilegeOn(3), Privilege::Monitor);
    QCOMPARE(app("C").privilegeOn(2), Privilege::Monitor);
    QCOMPARE(app("C").privilegeOn(1), Privilege::Owner); // what it has is not touched
    QCOMPARE(messages("C"), lines());
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H5 NUMMONITORS", "LINE_CALLINFO H3 NUMMONITORS"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H6 NUMMONITORS", "LINE_CALLINFO H4 NUMMONITORS"));
    QCOMPARE(*app("C").asksForRelatedCalls(1), handles); // no new ones
    QCOMPARE(messages("A"), lines());
    joins(2);
    QCOMPARE(messages("C"),
             QStringList{u"LINE_CALLSTATE %1 CONFERENCED %2 MONITOR"_s.arg(shortName(handles.at(2)),
                                                                           shortName(handles.at(0)))});
    QCOMPARE(provider().commands(), lines());
}

void TestConference::relatedCallsAreThoseOfTheLineThatAsks() // F-37, A-1
{
    confer();
    QVERIFY(app("B").opens(1, Privilege::None));
    const QList<HCall> again = *app("B").asksForNewCalls();
    QCOMPARE(*server().lineGetConfRelatedCalls(app("B").id(), again.at(0)),
             (QList{again.at(2), again.at(0), again.at(1)}));
    QCOMPARE(*server().lineGetConfRelatedCalls(app("B").id(), HCall{2}), (QList<HCall>{{6}, {2}, {4}}));
}

void TestConference::whoIsInNoConferenceHasNoRelatedCalls() // F-37, F-50
{
    confer();
    provider().says(1, Disconnected, quint32(DisconnectMode::Normal)); // a member no more
    QCOMPARE(app("A").asksForRelatedCalls(1).error(), LineError::NoConference);
    provider().says(3, Idle);
    QVERIFY(app("A").deallocates(3));
    QVERIFY(app("B").deallocates(3)); // the conference is not known any more
    QCOMPARE(app("A").asksForRelatedCalls(2).error(), LineError::NoConference);
}

void TestConference::aConferenceIsWhatItsRecordOrItsMembersSay() // F-37
{
    openLines();
    provider().announces(1, Connected);
    provider().announces(2, Connected);
    QCOMPARE(app("A").asksForRelatedCalls(2).error(), LineError::NoConference);
    QCOMPARE(errorOf(app("A").preparesToAdd(2)), LineError::InvalConfCallHandle);
    joins(1, 2); // now it has a member
    QCOMPARE(app("A").asksForRelatedCalls(2)->size(), 2);
    QVERIFY(app("A").preparesToAdd(2));
    provider().says(1, Connected);
    QCOMPARE(app("A").asksForRelatedCalls(2).error(), LineError::NoConference);
    provider().says(2, conference(), CallInfoState::Origin);
    QCOMPARE(app("A").asksForRelatedCalls(2)->size(), 1);
}

void TestConference::aConferenceThatIsOverKeepsItsRelatives() // F-37: the conference in any state
{
    confer();
    provider().says(3, Idle);
    QCOMPARE(app("A").asksForRelatedCalls(3)->size(), 3);
    provider().says(1, Idle);
    QCOMPARE(*app("A").asksForRelatedCalls(3), (QList<HCall>{{5}, {3}}));
}

void TestConference::aConferenceThatNobodyKnowsYetIsNotGiven() // V-19, O-7
{
    openLines();
    provider().announces(1, Connected);
    provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(3), PackedCallInfo(conference()), 0});
    joins(1);
    QCOMPARE(app("A").asksForRelatedCalls(1).error(), LineError::NoConference);
    QCOMPARE(call(3)->handleCount(), 0u);
    provider().announces(2, OnHold, 0, 1, conference());
    QCOMPARE(errorOf(app("A").adds(1, 2)), LineError::InvalCallHandle); // a member all the same (F-49)
    provider().says(3, Connected);
    QCOMPARE(app("A").asksForRelatedCalls(1)->size(), 2);
}

QTEST_GUILESS_MAIN(TestConference)

#include "tst_conference.moc"
