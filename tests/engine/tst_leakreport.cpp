// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who keeps what is over, where it got it (O-6), what grows, what has no owner (P-31), no end, no
// answer (V-11).

#include "checks/leakreport.h"
#include "checks/leaktext.h"
#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using enum CallState;
using Story = std::function<void()>;
Q_DECLARE_METATYPE(Story)

class TestLeakReport : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void whoHoldsNothingLeaksNothing();
    void handlesOfIdleCallsAreHeld();
    void onlyTheFirstCallsAreNamed();
    void bytesAreThoseOfTheEngineAndTheProvider();
    void aHandleRemembersWhereItCameFrom_data();
    void aHandleRemembersWhereItCameFrom();
    void whatGrowsIsSaid();
    void aCallWithoutAnOwnerIsListed();
    void aCallWithoutAnEndIsListed();
    void aRequestWithoutAnAnswerIsListed();
    void nothingIsRememberedOfWhatIsVoid();

private:
    void looksOn()
    {
        m_calls = 0;
        m_tracker = std::make_unique<LeakTracker>();
        server().journal().forEach([this](const Event &event) { m_tracker->see(event); });
        connect(&server(), &TelephonyServer::advanced, this,
                [this](const EventBatch &batch) { m_tracker->see(batch); });
    }
    LeakReport report(const LeakLimits &limits = {}) { return m_tracker->report(world(), clock().now(), limits); }
    static QStringList text(const LeakReport &report) { return toLines(report); }
    Outcome asks(const char *name, const Request &request) { return server().execute(app(name).id(), request); }
    void endedCalls(int count)
    {
        for (int i = 0; i < count; ++i) {
            const int number = ++m_calls;
            provider().offers(number);
            provider().says(number, Idle);
            clock().advance(1_s);
        }
    }
    std::unique_ptr<LeakTracker> m_tracker;
    int m_calls = 0;
};

void TestLeakReport::whoHoldsNothingLeaksNothing()
{
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(report().isClean());
    QCOMPARE(text(report()),
             QStringList{u"No leaks: no application holds a call that is over, nothing waits for an answer."_s});
}

void TestLeakReport::handlesOfIdleCallsAreHeld()
{
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1));
    endedCalls(3);
    const Microseconds oldest = call(1)->stateSince;
    QVERIFY(app("A").deallocates(2));
    const LeakReport found = report();
    QCOMPARE(found.apps.size(), 2);
    const AppLeaks &first = found.apps.at(0); // most bytes first
    QCOMPARE(first.name, u"B"_s);
    QCOMPARE(first.retained, 3u);
    QCOMPARE(first.oldestSince, oldest);
    QCOMPARE(found.apps.at(1).retained, 2u);
    QCOMPARE(found.apps.at(1).held.at(0).calls, (QList<CallId>{{1}, {3}}));
    QCOMPARE(first.held.size(), 1);
    QCOMPARE(first.held.at(0).obtained, Obtained::AppNewCall);
    clock().advance(57_s);
    QCOMPARE(text(report()).first(3),
             lines("B (A2) holds 3 handle(s) of calls that are over, the oldest for 1:00.",
                   qPrintable(u"  Memory: engine %1 bytes, provider not reported."_s.arg(first.engineBytes)),
                   "  3 obtained by LINE_APPNEWCALL: C1, C2, C3"));
}

void TestLeakReport::onlyTheFirstCallsAreNamed()
{
    looksOn();
    QVERIFY(app("A").opens(1));
    endedCalls(10);
    LeakLimits limits;
    limits.named = 2;
    const LeakReport found = report(limits);
    QCOMPARE(found.apps.at(0).held.at(0).count, 10u);
    QCOMPARE(found.apps.at(0).held.at(0).calls, (QList<CallId>{{1}, {2}}));
    QCOMPARE(text(found).at(2), u"  10 obtained by LINE_APPNEWCALL: C1, C2 and 8 more"_s);
}

void TestLeakReport::bytesAreThoseOfTheEngineAndTheProvider()
{
    looksOn();
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").opens(1)); // a second handle to the same call
    endedCalls(1);
    QCOMPARE(report().apps.at(0).providerBytes, 0u);
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 200});
    const AppLeaks leaks = report().apps.at(0);
    QCOMPARE(leaks.retained, 2u);
    QCOMPARE(leaks.engineBytes, quint64(2 * World::bytesPerHandle() + World::bytesOf(*call(1))));
    QCOMPARE(leaks.providerBytes, 200u); // once
}

void TestLeakReport::aHandleRemembersWhereItCameFrom_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<int>("call");
    QTest::addColumn<QString>("origin");
    const auto row = [](const char *origin, int call, const Story &story) {
        QTest::newRow(origin) << story << call << QString::fromLatin1(origin);
    };
    row("LINE_APPNEWCALL", 1, [this] { provider().offers(1); });
    row("lineMakeCall", 1, [this] {
        asks("A", Requests::MakeCall{app("A").line(), u"5550100"_s, {}});
        provider().completesWithCall(1);
    });
    row("lineUnpark", 1, [this] {
        asks("A", Requests::Unpark{app("A").line(), 0, u"700"_s});
        provider().completesWithCall(1);
    });
    row("linePickup", 1, [this] {
        asks("A", Requests::Pickup{app("A").line(), 0, {}, {}});
        provider().completesWithCall(1);
    });
    const auto talks = [this] {
        provider().offers(1);
        provider().says(1, Connected);
    };
    row("lineSetupTransfer", 2, [=, this] {
        talks();
        asks("A", Requests::SetupTransfer{app("A").on(1), {}});
        provider().completesWithCall(2);
    });
    row("lineSetupConference", 3, [=, this] {
        talks();
        asks("A", Requests::SetupConference{app("A").on(1), {}, 3, {}});
        provider().completesWithCalls(2, 3);
    });
    row("lineGetNewCalls", 1, [this] {
        QVERIFY(app("B").opens(1, Privilege::None));
        QVERIFY(app("A").closes());
        provider().offers(1);
        QVERIFY(app("A").opens(1));
        asks("A", Requests::GetNewCalls{app("A").line(), 0, CallSelect::Line});
    });
    row("lineHandoff", 1, [this] {
        QVERIFY(app("A").closes());
        QVERIFY(app("B").opens(1, Privilege::Owner));
        provider().offers(1);
        QVERIFY(app("A").opens(1, Privilege::Owner));
        asks("B", Requests::Handoff{app("B").on(1), u"A.exe"_s, {}});
    });
}

void TestLeakReport::aHandleRemembersWhereItCameFrom()
{
    QFETCH(const Story, story);
    QFETCH(const int, call);
    QFETCH(const QString, origin);
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    story();
    QVERIFY(!app("A").on(call).isNull());
    QCOMPARE(QString::fromLatin1(toString(m_tracker->obtained(app("A").on(call)))), origin);
}

void TestLeakReport::whatGrowsIsSaid()
{
    looksOn();
    QVERIFY(app("A").opens(1));
    endedCalls(5);
    clock().advance(600_s);
    endedCalls(7);
    clock().advance(300_s);
    endedCalls(1); // a minute that has begun is known when something happens
    LeakLimits limits;
    limits.growthOver = 600_s;
    const LeakReport found = report(limits);
    QVERIFY(found.growthSince > 0);
    QCOMPARE(found.apps.at(0).growth, 8);
    limits.growthOver = 60_s;
    QCOMPARE(report(limits).apps.at(0).growth, 1);
    limits.growthOver = 3600_s; // longer than it has looked on
    QCOMPARE(report(limits).growthSince, 0);
}

void TestLeakReport::aCallWithoutAnOwnerIsListed()
{
    looksOn();
    QVERIFY(app("A").opens(1));
    provider().announces(1, Connected);
    const LeakReport found = report();
    QCOMPARE(found.ownerless, QList<CallId>{{1}});
    QCOMPARE(text(found), QStringList{u"1 live call(s) have no owner: nobody can end them. C1"_s});
}

void TestLeakReport::aCallWithoutAnEndIsListed()
{
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, Connected);
    clock().advance(3599_s);
    QVERIFY(report().endless.isEmpty());
    clock().advance(1_s);
    QCOMPARE(text(report()), QStringList{u"C1 has been CONNECTED for 1:00:00, without an end."_s});
    provider().says(1, Idle);
    QVERIFY(report().endless.isEmpty());
}

void TestLeakReport::aRequestWithoutAnAnswerIsListed()
{
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    clock().advance(61_s);
    QCOMPARE(text(report()), QStringList{u"Request R1 (answer C1) has had no answer for 1:01."_s});
    provider().completes();
    QVERIFY(report().isClean());
}

void TestLeakReport::nothingIsRememberedOfWhatIsVoid()
{
    looksOn();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    for (int number = 1; number <= 10'000; ++number) {
        provider().offers(number);
        provider().says(number, Idle);
        QVERIFY(app("A").deallocates(number));
        app("A").rawMessages();
    }
    QCOMPARE(m_tracker->remembered(), 1); // the application
    QVERIFY(app("A").shutsDown());
    QCOMPARE(m_tracker->remembered(), 0);
}

QTEST_GUILESS_MAIN(TestLeakReport)
#include "tst_leakreport.moc"
