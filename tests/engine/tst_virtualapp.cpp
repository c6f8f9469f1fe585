// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Applications inside Linescope and their habits. They act on the clock's word only, so no test waits.

#include "server/virtualapp.h"
#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestVirtualApp : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void itOpensAllLinesAndThoseThatCome();
    void itLeavesLinesAloneWhenToldTo();
    void itTakesTheCallsThatAreThere();
    void itAnswersAfterAWhile();
    void itDoesNotAnswerWhatIsGone();
    void itDropsWhatWasDisconnected();
    void itDeallocatesAfterAWhile();
    void itForgetsAndLeaks();
    void itKeepsNoMoreThanItMay();
    void itReopensWhatTheProviderClosed();
    void itDoesNotReopenWhatWasClosedOnPurpose();
    void itIsMarkedWhenItIsTheMonitor();
    void itLeavesWithAShutdown();
    void itSurvivesItsServer();
    void itReopensAtOnceWhatIsBackInService();
    void itLeavesWhatItClosedAloneWhenThatIsBackInService();
    void itTriesAgainUntilADeadProviderIsBack();
    void itNeverReopensWhenToldSo();
    void itDoesNotAnswerWhatItOnlyMonitors();
    void itLeavesHandlesAloneThatAreGone();
    void itDoesNothingMoreWhenItHasBeenShutDown();
    void itForgetsWhatItWasAboutToDoForAServerThatIsGone();
    void itIsNobodyWithoutAName();

private:
    static AppHabits habits(Privileges privileges = Privilege::Owner)
    {
        AppHabits habits;
        habits.name = u"V"_s;
        habits.privileges = privileges;
        habits.mediaModes = MediaMode::InteractiveVoice;
        return habits;
    }
    qsizetype openLines(HLineApp app)
    {
        qsizetype count = 0;
        world().lines().forEach([&](const Line &line) { count += line.app == app ? 1 : 0; });
        return count;
    }
};

void TestVirtualApp::itOpensAllLinesAndThoseThatCome() // L-33
{
    const VirtualApp v(&server(), habits());
    QCOMPARE(world().app(v.id())->name, u"V"_s);
    QCOMPARE(openLines(v.id()), 2);
    provider().addsDevice(3);
    QCOMPARE(openLines(v.id()), 3);
    provider().removesDevice(3);
    QCOMPARE(openLines(v.id()), 2);
}

void TestVirtualApp::itLeavesLinesAloneWhenToldTo()
{
    AppHabits alone = habits();
    alone.openAllLines = false;
    const VirtualApp v(&server(), alone);
    provider().addsDevice(3);
    QCOMPARE(openLines(v.id()), 0);
}

void TestVirtualApp::itTakesTheCallsThatAreThere() // L-44
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    const VirtualApp taking(&server(), habits(Privilege::Monitor));
    QCOMPARE(world().app(taking.id())->handles, 1u);
    AppHabits blind = habits(Privilege::Monitor);
    blind.takeExistingCalls = false;
    const VirtualApp leaving(&server(), blind);
    QCOMPARE(world().app(leaving.id())->handles, 0u);
}

void TestVirtualApp::itAnswersAfterAWhile()
{
    AppHabits answering = habits();
    answering.answerAfter = 3_s;
    const VirtualApp v(&server(), answering);
    provider().commands();
    provider().offers(1);
    clock().advance(3_s - 1_us);
    QCOMPARE(provider().commands(), lines());
    clock().advance(1_us);
    QCOMPARE(provider().commands(), lines("TSPI_lineAnswer R1 C1 d501"));
}

void TestVirtualApp::itDoesNotAnswerWhatIsGone()
{
    AppHabits answering = habits();
    answering.answerAfter = 3_s;
    const VirtualApp v(&server(), answering);
    provider().offers(1);
    provider().says(1, CallState::Idle);
    provider().offers(2);
    provider().says(2, CallState::Connected);
    provider().commands();
    clock().advance(10_s);
    QCOMPARE(provider().commands(), lines());
}

void TestVirtualApp::itDropsWhatWasDisconnected()
{
    AppHabits tidy = habits();
    tidy.dropAfterDisconnect = 2_s;
    const VirtualApp v(&server(), tidy);
    provider().offers(1);
    provider().offers(2);
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal));
    provider().says(2, CallState::Disconnected, quint32(DisconnectMode::Normal));
    provider().says(2, CallState::Idle); // this one went by itself
    provider().commands();
    clock().advance(2_s);
    QCOMPARE(provider().commands(), lines("TSPI_lineDrop R1 C1 d501"));
}

void TestVirtualApp::itDeallocatesAfterAWhile() // H-9
{
    AppHabits tidy = habits();
    tidy.deallocateAfterIdle = 5_s;
    const VirtualApp v(&server(), tidy);
    provider().offers(1);
    provider().says(1, CallState::Idle);
    provider().commands();
    clock().advance(5_s - 1_us);
    QCOMPARE(world().totals().retainedHandles, 1u);
    clock().advance(1_us);
    QCOMPARE(world().totals().retainedHandles, 0u);
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestVirtualApp::itForgetsAndLeaks()
{
    const VirtualApp v(&server(), habits(Privilege::Monitor));
    for (int number = 1; number <= 20; ++number) {
        provider().offers(number);
        provider().says(number, CallState::Idle);
    }
    clock().advance(3600_s);
    QCOMPARE(world().app(v.id())->retained, 20u);
    QCOMPARE(server().queuedMessages(v.id()), 0); // it reads its messages all the same
}

void TestVirtualApp::itKeepsNoMoreThanItMay()
{
    AppHabits capped = habits(Privilege::Monitor);
    capped.keepAtMost = 10;
    const VirtualApp v(&server(), capped);
    for (int number = 1; number <= 25; ++number) {
        provider().offers(number);
        provider().says(number, CallState::Idle);
    }
    QCOMPARE(world().app(v.id())->retained, 10u);
    QVERIFY(!call(15)); // the oldest went
    QVERIFY(call(16));
}

void TestVirtualApp::itReopensWhatTheProviderClosed() // L-29
{
    const VirtualApp v(&server(), habits());
    provider().closesLine(1);
    QCOMPARE(openLines(v.id()), 1);
    clock().advance(10_s);
    QCOMPARE(openLines(v.id()), 2);
}

void TestVirtualApp::itDoesNotReopenWhatWasClosedOnPurpose()
{
    const VirtualApp v(&server(), habits());
    HLine line;
    world().lines().forEach([&](const Line &candidate) { line = candidate.id; });
    QVERIFY(server().lineClose(v.id(), line));
    clock().advance(3600_s);
    provider().addsDevice(3); // looks for missing lines again
    QCOMPARE(openLines(v.id()), 2);
}

void TestVirtualApp::itIsMarkedWhenItIsTheMonitor() // G-13
{
    AppHabits watching = habits(Privilege::Monitor);
    watching.monitor = true;
    const VirtualApp v(&server(), watching);
    QVERIFY(world().app(v.id())->monitor);
}

void TestVirtualApp::itLeavesWithAShutdown() // L-40
{
    {
        const VirtualApp v(&server(), habits());
        provider().offers(1);
    }
    QCOMPARE(world().apps().size(), 0);
    QCOMPARE(world().lines().size(), 0);
    clock().advance(100_s);
}

void TestVirtualApp::itSurvivesItsServer()
{
    auto another = std::make_unique<TelephonyServer>(&clock());
    AppHabits answering = habits();
    answering.answerAfter = 1_s;
    const VirtualApp v(another.get(), answering);
    QVERIFY(another->world().app(v.id()));
    another.reset();
    clock().advance(10_s);
}

void TestVirtualApp::itReopensAtOnceWhatIsBackInService() // L-29
{
    const VirtualApp v(&server(), habits());
    provider().reports(Reports::DeviceState{FakeProvider::line(1), false, true, u"unplugged"_s});
    QCOMPARE(openLines(v.id()), 2); // out of service is no loss (L-32)
    provider().closesLine(1);
    QCOMPARE(openLines(v.id()), 1);
    provider().reports(Reports::DeviceState{FakeProvider::line(2), false, true, {}});
    QCOMPARE(openLines(v.id()), 1); // news of another line
    provider().reports(Reports::DeviceState{FakeProvider::line(1), true, true, {}});
    QCOMPARE(openLines(v.id()), 2); // before its time
    clock().advance(10_s);
    QCOMPARE(openLines(v.id()), 2); // and not once more
}

void TestVirtualApp::itLeavesWhatItClosedAloneWhenThatIsBackInService()
{
    const VirtualApp v(&server(), habits());
    HLine line;
    world().lines().forEach([&](const Line &candidate) {
        if (candidate.device == DeviceId{1})
            line = candidate.id;
    });
    QVERIFY(server().lineClose(v.id(), line));
    provider().reports(Reports::DeviceState{FakeProvider::line(1), false, true, {}});
    provider().reports(Reports::DeviceState{FakeProvider::line(1), true, true, {}});
    clock().advance(3600_s);
    QCOMPARE(openLines(v.id()), 1);
}

void TestVirtualApp::itTriesAgainUntilADeadProviderIsBack() // L-8, L-29
{
    const VirtualApp v(&server(), habits());
    provider().dies(u"gone"_s);
    QCOMPARE(openLines(v.id()), 0);
    clock().advance(25_s); // refused after 10 s and after 20 s
    QCOMPARE(openLines(v.id()), 0);
    server().setHealth(provider().id(), {true, {}});
    clock().advance(5_s - 1_us);
    QCOMPARE(openLines(v.id()), 0);
    clock().advance(1_us);
    QCOMPARE(openLines(v.id()), 2);
}

void TestVirtualApp::itNeverReopensWhenToldSo()
{
    AppHabits once = habits();
    once.reopenAfter = -1;
    const VirtualApp v(&server(), once);
    provider().closesLine(1);
    clock().advance(3600_s);
    provider().addsDevice(3);       // looks for missing lines again
    QCOMPARE(openLines(v.id()), 2); // D2 and D3
}

void TestVirtualApp::itDoesNotAnswerWhatItOnlyMonitors() // P-1
{
    AppHabits eager = habits(Privilege::Monitor);
    eager.answerAfter = 1_s;
    eager.dropAfterDisconnect = 1_s;
    QVERIFY(app("A").opens(1, Privilege::Owner));
    const VirtualApp v(&server(), eager);
    provider().offers(1);
    provider().offers(2);
    provider().says(2, CallState::Disconnected, quint32(DisconnectMode::Normal));
    QCOMPARE(world().app(v.id())->handles, 2u);
    provider().commands();
    clock().advance(10_s);
    QCOMPARE(provider().commands(), lines());
}

void TestVirtualApp::itLeavesHandlesAloneThatAreGone() // H-40
{
    AppHabits busy = habits();
    busy.answerAfter = 5_s;
    busy.dropAfterDisconnect = 5_s;
    busy.deallocateAfterIdle = 5_s;
    busy.reopenAfter = -1;
    const VirtualApp v(&server(), busy);
    provider().offers(1);
    provider().offers(2);
    provider().says(2, CallState::Disconnected, quint32(DisconnectMode::Normal));
    provider().offers(3);
    provider().says(3, CallState::Idle);
    QCOMPARE(world().app(v.id())->handles, 3u);
    provider().closesLine(1);
    QCOMPARE(world().app(v.id())->handles, 0u);
    qsizetype requests = 0;
    QObject counting; // ends before what it counts with
    connect(&server(), &TelephonyServer::advanced, &counting, [&requests](const EventBatch &batch) {
        for (const Event &event : batch)
            requests += std::holds_alternative<Events::RequestMade>(event.payload) ? 1 : 0;
    });
    provider().commands();
    clock().advance(10_s);
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(requests, 0); // it does not even ask
}

void TestVirtualApp::itDoesNothingMoreWhenItHasBeenShutDown() // L-40
{
    AppHabits answering = habits();
    answering.answerAfter = 1_s;
    const VirtualApp v(&server(), answering);
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(server().lineShutdown(v.id(), true));
    QVERIFY(call(1)); // somebody else holds it
    provider().commands();
    provider().addsDevice(3);
    provider().offers(2);
    clock().advance(3600_s);
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(openLines(v.id()), 0);
    QCOMPARE(world().apps().size(), 1);
}

void TestVirtualApp::itForgetsWhatItWasAboutToDoForAServerThatIsGone()
{
    auto another = std::make_unique<TelephonyServer>(&clock());
    AppHabits answering = habits();
    answering.answerAfter = 1_s;
    const VirtualApp v(another.get(), answering);
    FakeProvider anothers(another.get(), u"Another"_s);
    anothers.addsDevice(1);
    anothers.offers(1);
    anothers.commands();
    another.reset();
    clock().advance(10_s);
    QCOMPARE(anothers.commands(), lines());
}

void TestVirtualApp::itIsNobodyWithoutAName() // F-69
{
    const VirtualApp v(&server(), AppHabits());
    QVERIFY(v.id().isNull());
    provider().addsDevice(3);
    QCOMPARE(world().apps().size(), 0);
    QCOMPARE(world().lines().size(), 0);
}

QTEST_GUILESS_MAIN(TestVirtualApp)

#include "tst_virtualapp.moc"
