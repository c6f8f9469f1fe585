// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// lineHandoff and what all holders of a call hear of its counts: rulebook section 3, P-22 to P-29.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestHandoff : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void handoffByNameGoesToAnOwnerOpener();
    void handoffByNameNeedsTheLineOpenAsOwner();
    void handoffByMediaGoesToTheFirstForThatMedia();
    void handoffByMediaDoesNotLookAtTheAddress();
    void handoffByMediaTakesExactlyOneBit_data();
    void handoffByMediaTakesExactlyOneBit();
    void handoffMayFindNobodyOrTheCallerItself();
    void handoffLeavesTheCallerAndTheCallAlone();
    void theTargetKeepsTheHandleItHas();
    void theTargetIsToldEvenIfItWasOwnerAlready();
    void countsAreTheEnginesOwn();
    void aHandleIsCountedOnce();
    void everyoneButTheCauserHearsOfCounts();
    void nobodyHearsOfCountsWhenACallIsNewOrIdle();
};

void TestHandoff::handoffByNameGoesToAnOwnerOpener() // P-22
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().addsDevice(3, FakeProvider::deviceFor(MediaMode::InteractiveVoice | MediaMode::G3Fax));
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QVERIFY(app("B").opens(3, Privilege::Owner, MediaMode::G3Fax)); // its media registration is ignored
    provider().offers(1, 3);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    QCOMPARE(app("B").privilegeOn(1), Privilege::Owner);
}

void TestHandoff::handoffByNameNeedsTheLineOpenAsOwner() // P-22, P-24
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    QVERIFY(app("B").opens(2, Privilege::Owner)); // another line
    provider().offers(1);
    const auto handoff = [this](const QString &name) {
        return errorOf(server().lineHandoff(app("A").id(), app("A").on(1), name, {}));
    };
    QCOMPARE(handoff(u"M.exe"_s), LineError::TargetNotFound);
    QCOMPARE(handoff(u"B.exe"_s), LineError::TargetNotFound);
    QCOMPARE(handoff(u"nobody.exe"_s), LineError::TargetNotFound);
    QCOMPARE(app("M").privilegeOn(1), Privilege::Monitor);
}

void TestHandoff::handoffByMediaGoesToTheFirstForThatMedia() // P-23
{
    provider().addsDevice(3, FakeProvider::deviceFor(MediaMode::InteractiveVoice | MediaMode::G3Fax));
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QVERIFY(app("F").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QVERIFY(app("G").opens(3, Privilege::Owner, MediaMode::G3Fax));
    provider().offers(1, 3);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), {}, MediaMode::G3Fax));
    QCOMPARE(app("F").privilegeOn(1), Privilege::Owner);
    QVERIFY(app("G").on(1).isNull());
    QCOMPARE(app("A").info(1)->mediaMode, quint32(MediaMode::InteractiveVoice)); // P-25: not changed
}

void TestHandoff::handoffByMediaDoesNotLookAtTheAddress() // P-14, P-23: that restricts initial ownership only
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    DeviceInfo twoAddresses;
    twoAddresses.numAddresses = 2;
    provider().addsDevice(3, twoAddresses);
    QVERIFY(app("A").opens(3, Privilege::None));
    QVERIFY(app("B").opens(
        {2, ApiVersion::V2_2, Privilege::Owner, MediaMode::InteractiveVoice, OpenOption::SingleAddress, 1, 0}));
    provider().offers(1, 3); // on address 0
    QVERIFY(app("B").on(1).isNull());
    QVERIFY(app("A").asksForNewCalls());
    QVERIFY(app("A").becomes(Privilege::Owner, 1));
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), {}, MediaMode::InteractiveVoice));
    QCOMPARE(app("B").privilegeOn(1), Privilege::Owner);
}

void TestHandoff::handoffByMediaTakesExactlyOneBit_data()
{
    QTest::addColumn<MediaModes>("mediaModes");
    QTest::newRow("none") << MediaModes();
    QTest::newRow("one that there is not") << MediaModes::fromInt(0x10000);
    QTest::newRow("two") << (MediaMode::InteractiveVoice | MediaMode::G3Fax);
}

void TestHandoff::handoffByMediaTakesExactlyOneBit() // P-23
{
    QFETCH(const MediaModes, mediaModes);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner));
    provider().offers(1);
    QCOMPARE(errorOf(server().lineHandoff(app("A").id(), app("A").on(1), {}, mediaModes)), LineError::InvalMediaMode);
}

void TestHandoff::handoffMayFindNobodyOrTheCallerItself() // P-24
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    const auto handoff = [this](const QString &name, MediaModes mediaModes) {
        return errorOf(server().lineHandoff(app("A").id(), app("A").on(1), name, mediaModes));
    };
    QCOMPARE(handoff({}, MediaMode::InteractiveVoice), LineError::TargetSelf);
    QCOMPARE(handoff({}, MediaMode::G3Fax), LineError::TargetNotFound);
    QCOMPARE(handoff(u"A.exe"_s, {}), LineError::None); // to itself by name: success
    QCOMPARE(call(1)->owners, 1u);
}

void TestHandoff::handoffLeavesTheCallerAndTheCallAlone() // P-25
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QCOMPARE(call(1)->owners, 2u);
    QCOMPARE(call(1)->state, CallState::Offering);
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(messages("A"), lines()); // the causer (P-29)
}

void TestHandoff::theTargetKeepsTheHandleItHas() // P-26
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner | Privilege::Monitor));
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    provider().offers(1);
    const HCall before = app("B").on(1);
    forgetThePast();
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    QCOMPARE(app("B").on(1), before);
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 OFFERING ACTIVE OWNER"));
    QCOMPARE(messages("M"), lines("LINE_CALLINFO H3 NUMOWNERINCR|NUMMONITORS"));
}

void TestHandoff::theTargetIsToldEvenIfItWasOwnerAlready() // P-26
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner));
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    forgetThePast();
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), u"B.exe"_s, {}));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H3 OFFERING ACTIVE OWNER"));
    QCOMPARE(messages("M"), lines()); // no count has changed
}

void TestHandoff::countsAreTheEnginesOwn() // P-27, I-40, I-41
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    CallInfo info = FakeProvider::voice();
    info.numOwners = 17; // no business of the provider
    info.numMonitors = 18;
    provider().offers(1, 1, info);
    provider().says(1, info, CallInfoState::CallerId);
    for (const char *name : {"A", "B"}) {
        QCOMPARE(app(name).info(1)->numOwners, 1u);
        QCOMPARE(app(name).info(1)->numMonitors, 1u);
    }
}

void TestHandoff::aHandleIsCountedOnce() // P-28, A-20
{
    QVERIFY(app("A").opens(1, Privilege::Owner | Privilege::Monitor));
    QVERIFY(app("A").opens(1, Privilege::Owner | Privilege::Monitor)); // a second HLINE of the same application
    provider().offers(1);
    QCOMPARE(app("A").info(1)->numOwners, 1u);
    QCOMPARE(app("A").info(1)->numMonitors, 1u);
}

void TestHandoff::everyoneButTheCauserHearsOfCounts() // P-29, M-34
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("C").opens(1, Privilege::None));
    forgetThePast();
    QVERIFY(app("C").asksForNewCalls()); // F-63
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 NUMMONITORS"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMMONITORS"));
    QCOMPARE(messages("C"), lines());
}

void TestHandoff::nobodyHearsOfCountsWhenACallIsNewOrIdle() // P-29, M-35
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1); // the UNKNOWN announcement to B
    provider().offers(2);
    QCOMPARE(messages("A").filter(u"LINE_CALLINFO"_s), lines());
    QCOMPARE(messages("B").filter(u"LINE_CALLINFO"_s), lines());
    provider().says(2, CallState::Idle);
    QVERIFY(app("C").opens(1));
    forgetThePast();
    QVERIFY(app("C").asksForNewCalls());
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 NUMMONITORS")); // of call 1 alone
}

QTEST_GUILESS_MAIN(TestHandoff)

#include "tst_handoff.moc"
