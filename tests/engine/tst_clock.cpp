// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/clock.h"

#include <QDateTime>
#include <QEventLoop>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Linescope;

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeIsWrittenAsIsoInUtc_data();
    void timeIsWrittenAsIsoInUtc();
    void aDurationIsWrittenForPeople_data();
    void aDurationIsWrittenForPeople();
    void aManualClockStandsStillUntilAdvanced();
    void whatIsDueRunsInOrderOfTimeThenOfArrival();
    void whatIsDueSeesItsOwnTime();
    void whatIsAddedOnTheWayRunsOnTheWay();
    void aPastMomentIsDueAtTheNextAdvance();
    void nothingRunsForAReceiverThatHasGone();
    void theSystemClockNeverGoesBack();
    void theSystemClockAgreesWithTheWallClock();
    void theSystemClockCallsInTheThreadThatAsked();
};

void TestClock::timeIsWrittenAsIsoInUtc_data()
{
    QTest::addColumn<Microseconds>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << Microseconds(0) << u"1970-01-01T00:00:00.000000Z"_s;
    QTest::newRow("microseconds") << 1'795'344'060'000'007_us << u"2026-11-22T10:41:00.000007Z"_s;
    QTest::newRow("leap day") << 1'709'208'000_s + 999'999_us << u"2024-02-29T12:00:00.999999Z"_s;
}

void TestClock::timeIsWrittenAsIsoInUtc()
{
    QFETCH(const Microseconds, time);
    QFETCH(const QString, text);
    QCOMPARE(toIsoString(time), text);
}

void TestClock::aDurationIsWrittenForPeople_data()
{
    QTest::addColumn<Microseconds>("duration");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << Microseconds(0) << u"0:00"_s;
    QTest::newRow("less than a second") << 999'999_us << u"0:00"_s;
    QTest::newRow("seconds") << 3_s << u"0:03"_s;
    QTest::newRow("minutes") << 472_s << u"7:52"_s;
    QTest::newRow("just before an hour") << 3599_s + 999_ms << u"59:59"_s;
    QTest::newRow("an hour") << 3600_s << u"1:00:00"_s;
    QTest::newRow("hours") << 7989_s << u"2:13:09"_s;
    QTest::newRow("days stay hours") << 360'000_s << u"100:00:00"_s;
}

void TestClock::aDurationIsWrittenForPeople()
{
    QFETCH(const Microseconds, duration);
    QFETCH(const QString, text);
    QCOMPARE(toDurationString(duration), text);
}

void TestClock::aManualClockStandsStillUntilAdvanced()
{
    ManualClock clock(5_s);
    QCOMPARE(clock.now(), 5_s);
    clock.advance(250_ms);
    QCOMPARE(clock.now(), 5'250_ms);
    clock.advance(0);
    QCOMPARE(clock.now(), 5'250_ms);
}

void TestClock::whatIsDueRunsInOrderOfTimeThenOfArrival()
{
    ManualClock clock(0);
    QStringList order;
    const auto at = [&](Microseconds when, const QString &name) {
        clock.callAt(when, this, [&order, name] { order.append(name); });
    };
    at(2_s, u"late"_s);
    at(1_s, u"first"_s);
    at(1_s, u"second"_s);
    at(9_s, u"never"_s);
    clock.advance(1_s - 1_us);
    QCOMPARE(order, QStringList());
    clock.advance(5_s);
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s, u"late"_s}));
}

void TestClock::whatIsDueSeesItsOwnTime()
{
    ManualClock clock(0);
    Microseconds seen = -1;
    clock.callAt(3_s, this, [&] { seen = clock.now(); });
    clock.advance(10_s);
    QCOMPARE(seen, 3_s);
    QCOMPARE(clock.now(), 10_s);
}

void TestClock::whatIsAddedOnTheWayRunsOnTheWay()
{
    ManualClock clock(0);
    QList<Microseconds> ticks;
    std::function<void()> tick = [&] {
        ticks.append(clock.now());
        clock.callAt(clock.now() + 2_s, this, tick);
    };
    clock.callAt(1_s, this, tick);
    clock.advance(6_s);
    QCOMPARE(ticks, (QList<Microseconds>{1_s, 3_s, 5_s}));
}

void TestClock::aPastMomentIsDueAtTheNextAdvance()
{
    ManualClock clock(10_s);
    Microseconds seen = -1;
    clock.callAt(1_s, this, [&] { seen = clock.now(); });
    clock.advance(1_s);
    QVERIFY(seen >= 10_s); // time never goes back
    QCOMPARE(clock.now(), 11_s);
}

void TestClock::nothingRunsForAReceiverThatHasGone()
{
    ManualClock clock(0);
    int runs = 0;
    auto gone = std::make_unique<QObject>();
    clock.callAt(1_s, gone.get(), [&] { ++runs; });
    clock.callAt(1_s, this, [&] { runs += 10; });
    gone.reset();
    clock.advance(2_s);
    QCOMPARE(runs, 10);
}

void TestClock::theSystemClockNeverGoesBack()
{
    Microseconds last = SystemClock::instance()->now();
    for (int i = 0; i < 100'000; ++i) {
        const Microseconds now = SystemClock::instance()->now();
        QVERIFY(now >= last);
        last = now;
    }
}

void TestClock::theSystemClockAgreesWithTheWallClock()
{
    const Microseconds wall = QDateTime::currentMSecsSinceEpoch() * 1000;
    QVERIFY(qAbs(SystemClock::instance()->now() - wall) < 2_s);
}

void TestClock::theSystemClockCallsInTheThreadThatAsked()
{
    std::atomic<QThread *> ranIn = nullptr;
    const std::unique_ptr<QThread> thread(QThread::create([&ranIn] {
        QEventLoop loop;
        SystemClock *clock = SystemClock::instance();
        clock->callAt(clock->now() + 1_ms, &loop, [&] {
            ranIn = QThread::currentThread();
            loop.quit();
        });
        loop.exec();
    }));
    thread->start();
    QVERIFY(thread->wait(5000));
    QCOMPARE(ranIn.load(), thread.get());
}

QTEST_GUILESS_MAIN(TestClock)

#include "tst_clock.moc"
