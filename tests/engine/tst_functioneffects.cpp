// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What functions do when they succeed: rulebook section 7.3.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestFunctionEffects : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void theProviderMayRefuseInItsReply();
    void theHighestCommonVersionIsAgreedOn_data();
    void theHighestCommonVersionIsAgreedOn();
    void anAppWithoutANameIsCalledAfterItsModule();
    void theFirstAppThatActsIsRemembered();
    void anIdleCallCannotBeDropped();
    void aDisconnectedCallCanBeDropped();
    void aCallParametersEndUpInItsRecord();
    void newCallsAreThoseTheLineHasNotYet();
    void newCallsCanBeAskedForAnAddress();
    void newCallsIncludeIdleOnes();

private:
    void openA() // A owns call 1, B watches it
    {
        QVERIFY(app("A").opens(1, Privilege::Owner));
        QVERIFY(app("B").opens(1, Privilege::Monitor));
        provider().offers(1);
    }
};

void TestFunctionEffects::theProviderMayRefuseInItsReply() // E-2, F-6
{
    openA();
    forgetThePast();
    QVERIFY(app("A").answers(1));
    provider().completes(LineError::InUse);
    QVERIFY(app("A").calls("5551"));
    provider().completes(LineError::AddressBlocked);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 INUSE", "LINE_REPLY R2 ADDRESSBLOCKED"));
}

void TestFunctionEffects::theHighestCommonVersionIsAgreedOn_data()
{
    QTest::addColumn<quint32>("low");
    QTest::addColumn<quint32>("high");
    QTest::addColumn<quint32>("agreed");
    QTest::newRow("all") << 0x10004u << 0x20002u << 0x20002u;
    QTest::newRow("old") << 0x10003u << 0x10004u << 0x10004u;
    QTest::newRow("later too") << 0x20000u << 0x30001u << 0x20002u;
    QTest::newRow("one") << 0x20001u << 0x20001u << 0x20001u;
}

void TestFunctionEffects::theHighestCommonVersionIsAgreedOn() // F-3
{
    QFETCH(const quint32, low);
    QFETCH(const quint32, high);
    QFETCH(const quint32, agreed);
    QCOMPARE(quint32(*server().lineNegotiateApiVersion(app("A").id(), 0, ApiVersion(low), ApiVersion(high))), agreed);
}

void TestFunctionEffects::anAppWithoutANameIsCalledAfterItsModule() // F-69
{
    const Result<HLineApp> id = server().lineInitializeEx({{}, u"desk.exe"_s, ApiVersion::V2_2, 0, false});
    QCOMPARE(world().app(*id)->name, u"desk.exe"_s);
}

void TestFunctionEffects::theFirstAppThatActsIsRemembered() // F-69, I-49
{
    openA();
    provider().offers(2);
    QCOMPARE(app("A").info(1)->appName, QString());
    QVERIFY(app("A").accepts(1));
    provider().completes(LineError::OperationFailed);
    QCOMPARE(app("A").info(1)->appName, QString()); // it did not
    QVERIFY(app("A").answers(1));
    provider().completes();
    QCOMPARE(app("B").info(1)->appName, u"A"_s);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QVERIFY(app("B").answers(2).error() == LineError::NotOwner);
    provider().says(1, FakeProvider::voice(), CallInfoState::CallerId);
    QCOMPARE(app("B").info(1)->appName, u"A"_s); // I-6
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(3);
    QCOMPARE(app("A").info(3)->appName, u"A"_s);
}

void TestFunctionEffects::anIdleCallCannotBeDropped() // F-41
{
    openA();
    provider().says(1, CallState::Idle);
    QCOMPARE(errorOf(app("A").drops(1)), LineError::InvalCallState);
}

void TestFunctionEffects::aDisconnectedCallCanBeDropped() // F-42, S-25, X-11
{
    openA();
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal));
    QVERIFY(app("A").drops(1));
    provider().completes();
    provider().says(1, CallState::Idle);
    QVERIFY(call(1)->isIdle());
    QCOMPARE(findings(), lines());
}

void TestFunctionEffects::aCallParametersEndUpInItsRecord() // I-50, I-51, I-52, F-6
{
    openA();
    CallParams params;
    params.displayableAddress = u"Ann (5551)"_s;
    params.calledParty = u"Ann"_s;
    params.comment = u"about the offer"_s;
    QVERIFY(server().lineMakeCall(app("A").id(), app("A").line(), u"5551"_s, params));
    provider().completesWithCall(2);
    const CallInfo info = *app("A").info(2);
    QCOMPARE(info.displayableAddress, u"Ann (5551)"_s);
    QCOMPARE(info.calledParty, u"Ann"_s);
    QCOMPARE(info.comment, u"about the offer"_s);
    QCOMPARE(info.calledId, u"5551"_s);
    QCOMPARE(info.origin, quint32(CallOrigin::Outbound));
    QCOMPARE(info.mediaMode, quint32(MediaMode::InteractiveVoice));
    QCOMPARE(info.bearerMode, quint32(BearerMode::Voice));
}

void TestFunctionEffects::newCallsAreThoseTheLineHasNotYet() // F-14, F-60, F-62, F-63
{
    openA();
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(2);
    provider().offers(3, 1);
    forgetThePast();
    const Result<QList<HCall>> found = app("C").asksForNewCalls();
    QCOMPARE(found->size(), 3);
    for (HCall handle : *found)
        QCOMPARE(world().handle(handle)->privilege, Privilege::Monitor);
    QCOMPARE(app("C").asksForNewCalls()->size(), 0);
    QCOMPARE(messages("A").size(), 3); // NUMMONITORS of each
    QCOMPARE(messages("C"), lines());
    QVERIFY(app("C").opens(1, Privilege::None)); // per HLINE
    QCOMPARE(app("C").asksForNewCalls()->size(), 3);
}

void TestFunctionEffects::newCallsCanBeAskedForAnAddress() // F-14
{
    DeviceInfo info;
    info.numAddresses = 2;
    provider().addsDevice(3, info);
    QVERIFY(app("A").opens(3, Privilege::None));
    CallInfo record = FakeProvider::voice();
    provider().offers(1, 3, record);
    record.addressId = 1;
    provider().offers(2, 3, record);
    const auto ask = [this](quint32 address) {
        return server().lineGetNewCalls(app("A").id(), app("A").line(), CallSelect::Address, address)->size();
    };
    QCOMPARE(ask(1), 1);
    QVERIFY(!app("A").on(2).isNull());
    QVERIFY(app("A").on(1).isNull());
    QCOMPARE(ask(1), 0);
    QCOMPARE(ask(0), 1);
}

void TestFunctionEffects::newCallsIncludeIdleOnes() // F-61, A-16
{
    openA();
    provider().says(1, CallState::Idle);
    QVERIFY(app("C").opens(1, Privilege::None));
    forgetThePast();
    QCOMPARE(app("C").asksForNewCalls()->size(), 1);
    QCOMPARE(messages("A"), lines()); // M-35
    QVERIFY(app("A").deallocates(1));
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines()); // the asker owes a deallocation
    QVERIFY(app("C").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

QTEST_GUILESS_MAIN(TestFunctionEffects)

#include "tst_functioneffects.moc"
