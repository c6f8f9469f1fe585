// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Objects, handle types, lifetimes: rulebook section 1.

#include "serverfixture.h"

#include <QSet>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestObjects : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void destroyingANodeDestroysAllBelowIt_data();
    void destroyingANodeDestroysAllBelowIt();
    void oneCallIsSharedByAllAndTheProviderSeesOne();
    void handlesOfTheSameCallDifferBetweenApps();
    void privilegeBelongsToAppAndCall();
    void aHandleIsObtainedInThreeWays();
    void twoOpensOfOneAppGiveTwoHandles();
    void aCallLivesInsideTheOpenPeriodOfItsLine();
    void idleIsNotDeath();
    void aProviderMustNameItsCalls();
    void aPendingCallIsNoCall();
    void aFailedCreationLeavesNothing_data();
    void aFailedCreationLeavesNothing();
    void theCallIdIsTheSameForAll();
    void numbersAreNeverGivenOutTwice();
    void deviceNumbersAreContiguousAndGrow();
    void requestNumbersArePositiveAndNew();
    void providersHaveTheirOwnNames();
};

void TestObjects::destroyingANodeDestroysAllBelowIt_data()
{
    QTest::addColumn<QString>("node");
    for (const char *node : {"HLINEAPP", "HLINE", "device"})
        QTest::addRow("O-1 %s", node) << QString::fromLatin1(node);
}

void TestObjects::destroyingANodeDestroysAllBelowIt() // O-1
{
    QFETCH(const QString, node);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().offers(2);
    provider().says(2, CallState::Idle);
    if (node == u"HLINEAPP")
        QVERIFY(app("A").shutsDown());
    else if (node == u"HLINE")
        QVERIFY(app("A").closes());
    else
        provider().removesDevice(1);
    QCOMPARE(world().lines().size(), 0);
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(world().apps().size(), node == u"HLINEAPP" ? 0 : 1);
}

void TestObjects::oneCallIsSharedByAllAndTheProviderSeesOne() // O-2
{
    for (const char *name : {"A", "B", "C"})
        QVERIFY(app(name).opens(1, Privilege::Owner | Privilege::Monitor));
    provider().offers(1);
    QCOMPARE(world().calls().size(), 1);
    QCOMPARE(world().handles().size(), 3);
    provider().says(1, CallState::Idle);
    provider().commands();
    for (const char *name : {"A", "B", "C"})
        QVERIFY(app(name).deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestObjects::handlesOfTheSameCallDifferBetweenApps() // O-4, A-1
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("A").on(1) != app("B").on(1));
    QCOMPARE(errorOf(server().lineGetCallInfo(app("A").id(), app("B").on(1))), LineError::InvalCallHandle);
}

void TestObjects::privilegeBelongsToAppAndCall() // O-5
{
    QVERIFY(app("A").opens(1, Privilege::Owner | Privilege::Monitor));
    QVERIFY(app("B").opens(1, Privilege::Owner | Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("B").calls("5551"));
    provider().completesWithCall(2);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QCOMPARE(app("B").privilegeOn(1), Privilege::Monitor);
    QCOMPARE(app("A").privilegeOn(2), Privilege::Monitor);
    QCOMPARE(app("B").privilegeOn(2), Privilege::Owner);
}

void TestObjects::aHandleIsObtainedInThreeWays() // O-6
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551")); // (a)
    provider().completesWithCall(1);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QVERIFY(!app("A").on(1).isNull());
    provider().offers(2); // (b)
    QCOMPARE(messages("A").first(), u"LINE_APPNEWCALL L1 H2 OWNER"_s);
    QVERIFY(app("B").opens(1, Privilege::None));
    QCOMPARE(app("B").asksForNewCalls()->size(), 2); // (c)
    QCOMPARE(world().handles().size(), 4);
}

void TestObjects::twoOpensOfOneAppGiveTwoHandles() // O-7
{
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    provider().offers(1);
    QCOMPARE(call(1)->monitors, 2u);
    QSet<quint32> seen;
    world().handles().forEach([&](const Handle &handle) {
        const Result<CallInfo> info = server().lineGetCallInfo(app("A").id(), handle.id);
        QCOMPARE(info->line, handle.line.handle()); // I-23
        seen.insert(info->line);
    });
    QCOMPARE(seen.size(), 2);
}

void TestObjects::aCallLivesInsideTheOpenPeriodOfItsLine() // O-8, V-14
{
    provider().offers(1); // nobody has opened the line
    QVERIFY(!call(1));
    QVERIFY(findings().contains(u"V-14 violation D1"_s));
    QVERIFY(app("A").opens(1));
    provider().offers(1);
    QVERIFY(call(1));
    QVERIFY(app("A").closes());
    QVERIFY(!call(1));
}

void TestObjects::idleIsNotDeath() // O-9
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().commands();
    provider().says(1, CallState::Idle);
    QVERIFY(call(1));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").deallocates(1));
    QVERIFY(!call(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestObjects::aProviderMustNameItsCalls() // O-11, V-22, V-25
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().reports(Reports::NewCall{FakeProvider::line(1), DriverCall{}, {}, 0});
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(findings(), lines("V-25 violation D1"));
    QVERIFY(app("A").calls("5551"));
    provider().completes(); // success, but no name
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(findings(), lines("V-22 violation P1"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OPERATIONFAILED"));
    provider().offers(1);
    provider().offers(1); // the name of a call that lives
    QCOMPARE(world().calls().size(), 1);
    QVERIFY(findings().contains(u"V-25 violation D1"_s));
}

void TestObjects::aPendingCallIsNoCall() // O-12, V-23, V-80
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("A").calls("5551"));
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(server().lineGetLineDevStatus(app("A").id(), app("A").line())->numActiveCalls, 0u);
    QCOMPARE(app("B").asksForNewCalls()->size(), 0);
    provider().completesWithCall(1);
    QCOMPARE(server().lineGetLineDevStatus(app("A").id(), app("A").line())->numActiveCalls, 1u);
}

void TestObjects::aFailedCreationLeavesNothing_data()
{
    QTest::addColumn<bool>("closeCall");
    QTest::newRow("O-13 as by default") << false;
    QTest::newRow("A-2 with TSPI_lineCloseCall") << true;
}

void TestObjects::aFailedCreationLeavesNothing() // O-13, V-24, A-2
{
    QFETCH(const bool, closeCall);
    ServerOptions options;
    options.closeCallAfterFailedCreate = closeCall;
    startServer(options);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const Result<PendingCall> made = app("A").calls("5551");
    forgetThePast();
    provider().completes(made->request, LineError::CallUnavail, {});
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 CALLUNAVAIL"));
    QCOMPARE(provider().commands(), closeCall ? lines("TSPI_lineCloseCall C1") : lines());
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(errorOf(server().lineDeallocateCall(app("A").id(), made->call)), LineError::InvalCallHandle);
}

void TestObjects::theCallIdIsTheSameForAll() // O-15
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    CallInfo info = FakeProvider::voice();
    info.callId = 4711;
    provider().offers(1, 1, info);
    QCOMPARE(app("A").info(1)->callId, 4711u);
    QCOMPARE(app("B").info(1)->callId, 4711u);
}

void TestObjects::numbersAreNeverGivenOutTwice() // O-16, X-8
{
    QSet<quint32> calls;
    QSet<quint32> handles;
    QSet<quint32> openLines;
    QSet<quint32> apps;
    for (int round = 0; round < 50; ++round) {
        const Result<HLineApp> registered = server().lineInitializeEx({u"A"_s, u"A.exe"_s, ApiVersion::V2_2, 0, false});
        server().lineNegotiateApiVersion(*registered, 0, ApiVersion::V2_2, ApiVersion::V2_2);
        const Result<HLine> line = server().lineOpen(*registered, {});
        provider().offers(1);
        apps.insert(registered->handle());
        openLines.insert(line->handle());
        calls.insert(call(1)->id.value);
        world().handles().forEach([&](const Handle &handle) { handles.insert(handle.id.handle()); });
        QVERIFY(server().lineShutdown(*registered));
    }
    for (const QSet<quint32> &numbers : {apps, openLines, calls, handles}) {
        QCOMPARE(numbers.size(), 50);
        QVERIFY(!numbers.contains(0));
    }
    QVERIFY(!handles.intersects(openLines)); // an HLINE is never taken for an HCALL
    QVERIFY(!openLines.intersects(apps));
}

void TestObjects::deviceNumbersAreContiguousAndGrow() // O-17
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1);
    provider().addsDevice(3);
    quint32 number = 0;
    for (const Device &device : world().devices())
        QCOMPARE(deviceNumber(device.id), number++);
    QCOMPARE(number, 4u);
    QCOMPARE(world().devices().at(3).provider, provider().id()); // not next to its others
}

void TestObjects::requestNumbersArePositiveAndNew() // O-19, E-3
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QSet<quint32> seen;
    for (int i = 0; i < 100; ++i) {
        const Result<RequestId> request = app("A").drops(1);
        QVERIFY(request && request->value > 0 && request->value <= 0x7fffffff);
        seen.insert(request->value);
    }
    QCOMPARE(seen.size(), 100);
    for (quint32 request : std::as_const(seen))
        provider().completes(RequestId{request}, LineError::None, {});
    QVERIFY(!seen.contains(app("A").drops(1)->value));
}

void TestObjects::providersHaveTheirOwnNames() // O-10, O-18
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1); // l101 there too
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(3, Privilege::Owner));
    provider().offers(1);
    other.offers(1); // d501 there too
    QCOMPARE(world().calls().size(), 2);
    provider().says(1, CallState::Connected);
    QCOMPARE(call(1)->state, CallState::Connected);
    QCOMPARE(world().call({2})->state, CallState::Offering);
    provider().commands();
    QVERIFY(server().lineClose(app("A").id(), app("A").line(2)));
    const QStringList expected = lines("TSPI_lineOpen l101", "TSPI_lineSetDefaultMediaDetection l101 INTERACTIVEVOICE",
                                       "TSPI_lineDrop R1 C2 d501", "TSPI_lineCloseCall C2 d501", "TSPI_lineClose l101");
    QCOMPARE(other.commands(), expected);
    QCOMPARE(provider().commands(), lines());
    other.completes(RequestId{1}, LineError::OperationFailed, {});
    QVERIFY(call(1));
}

QTEST_GUILESS_MAIN(TestObjects)

#include "tst_objects.moc"
