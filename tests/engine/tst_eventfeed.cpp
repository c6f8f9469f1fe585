// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one place where two threads meet. Run under ThreadSanitizer too (preset tsan).

#include "journal/eventfeed.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

// A World that grows by providers: event n says that P1's text is n.
class Source {
public:
    World world;

    EventBatch next(qsizetype count)
    {
        EventBatch batch;
        for (qsizetype i = 0; i < count; ++i) {
            ++m_seq;
            batch.append(
                {m_seq, Microseconds(m_seq), Events::ProviderState{{1}, true, u"P"_s, QString::number(m_seq)}});
        }
        world.apply(batch);
        return batch;
    }

private:
    quint64 m_seq = 0;
};

void advance(World &world, const EventFeed::Batch &batch)
{
    if (batch.resync)
        world = *batch.resync;
    world.apply(batch.events);
}

} // namespace

class TestEventFeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anObserverFromTheStartMissesNothing();
    void anObserverThatComesLaterBeginsWithASnapshot();
    void whatIsPushedIsTakenOnceAndInOrder();
    void anObserverThatIsTooSlowBeginsAnew();
    void aBatchBeyondTheCapacityIsASnapshot();
    void aFirstBatchBeyondTheCapacityIsASnapshotToo();
    void theFeedNeverHoldsMoreThanItsCapacity();
    void theObserverIsWokenOncePerTake();
    void twoThreadsEndWithTheSameWorld_data();
    void twoThreadsEndWithTheSameWorld();
};

void TestEventFeed::anObserverFromTheStartMissesNothing()
{
    EventFeed feed;
    Source source;
    feed.push(source.next(3), source.world);
    const EventFeed::Batch batch = feed.take();
    QVERIFY(!batch.resync);
    QCOMPARE(batch.events.size(), 3);
    World mine;
    advance(mine, batch);
    QVERIFY(mine == source.world);
}

void TestEventFeed::anObserverThatComesLaterBeginsWithASnapshot()
{
    EventFeed feed;
    Source source;
    source.next(3);
    feed.push(source.next(2), source.world);
    feed.push(source.next(2), source.world);
    const EventFeed::Batch batch = feed.take();
    QVERIFY(batch.resync);
    QCOMPARE(batch.skipped, 0u); // nothing that the observer had been promised
    QCOMPARE(batch.events.size(), 2);
    World mine;
    advance(mine, batch);
    QVERIFY(mine == source.world);
}

void TestEventFeed::aFirstBatchBeyondTheCapacityIsASnapshotToo()
{
    EventFeed feed(2);
    Source source;
    feed.push(source.next(3), source.world);
    const EventFeed::Batch batch = feed.take();
    QVERIFY(batch.resync);
    QCOMPARE(batch.events.size(), 0);
    World mine;
    advance(mine, batch);
    QVERIFY(mine == source.world);
}

void TestEventFeed::whatIsPushedIsTakenOnceAndInOrder()
{
    EventFeed feed;
    Source source;
    feed.push(source.next(1), source.world);
    World mine;
    advance(mine, feed.take());
    feed.push(source.next(2), source.world);
    feed.push(source.next(3), source.world);
    QCOMPARE(feed.pending(), 5);
    const EventFeed::Batch batch = feed.take();
    QVERIFY(!batch.resync);
    QCOMPARE(batch.events.size(), 5);
    quint64 seq = mine.seq();
    for (const Event &event : batch.events)
        QCOMPARE(event.seq, ++seq);
    QCOMPARE(feed.pending(), 0);
    QVERIFY(feed.take().events.isEmpty());
}

void TestEventFeed::anObserverThatIsTooSlowBeginsAnew()
{
    EventFeed feed(10);
    Source source;
    feed.push(source.next(1), source.world);
    World mine;
    advance(mine, feed.take());
    for (int i = 0; i < 5; ++i)
        feed.push(source.next(4), source.world);
    const EventFeed::Batch batch = feed.take();
    QVERIFY(batch.resync);
    QVERIFY(batch.skipped > 0); // and it is told so
    advance(mine, batch);
    QVERIFY(mine == source.world);
    feed.push(source.next(1), source.world); // and all is as before
    const EventFeed::Batch next = feed.take();
    QVERIFY(!next.resync);
    QCOMPARE(next.skipped, 0u);
    advance(mine, next);
    QVERIFY(mine == source.world);
}

void TestEventFeed::aBatchBeyondTheCapacityIsASnapshot()
{
    EventFeed feed(10);
    Source source;
    feed.push(source.next(1), source.world);
    feed.take();
    feed.push(source.next(1000), source.world);
    const EventFeed::Batch batch = feed.take();
    World mine;
    advance(mine, batch);
    QVERIFY(batch.events.size() <= 10);
    QVERIFY(mine == source.world);
}

void TestEventFeed::theFeedNeverHoldsMoreThanItsCapacity()
{
    EventFeed feed(100);
    Source source;
    for (int i = 0; i < 1000; ++i) {
        feed.push(source.next(1 + i % 7), source.world);
        QVERIFY(feed.pending() <= 100);
    }
}

void TestEventFeed::theObserverIsWokenOncePerTake()
{
    int wakes = 0;
    EventFeed feed(100, [&] { ++wakes; });
    Source source;
    for (int i = 0; i < 5; ++i)
        feed.push(source.next(1), source.world);
    QCOMPARE(wakes, 1);
    feed.take();
    QCOMPARE(wakes, 1);
    feed.push(source.next(1), source.world);
    feed.push(source.next(1), source.world);
    QCOMPARE(wakes, 2);
    feed.take();
    for (int i = 0; i < 1000; ++i) // over the cap and back: still one wake-up
        feed.push(source.next(1), source.world);
    QCOMPARE(wakes, 3);
}

void TestEventFeed::twoThreadsEndWithTheSameWorld_data()
{
    QTest::addColumn<int>("capacity");
    QTest::newRow("the observer keeps up") << 1'000'000;
    QTest::newRow("the observer is overrun") << 50;
}

void TestEventFeed::twoThreadsEndWithTheSameWorld()
{
    QFETCH(const int, capacity);
    EventFeed feed(capacity);
    Source source;
    std::atomic<bool> done = false;
    std::thread engine([&] {
        for (int i = 0; i < 20'000; ++i)
            feed.push(source.next(1 + i % 5), source.world);
        done = true;
    });
    World mine;
    quint64 holes = 0;
    for (bool last = false; !last;) {
        last = done;
        const EventFeed::Batch batch = feed.take();
        quint64 seq = batch.resync ? batch.resync->seq() : mine.seq();
        for (const Event &event : batch.events)
            holes += event.seq != ++seq;
        advance(mine, batch);
    }
    engine.join();
    QCOMPARE(holes, 0u);
    QVERIFY(mine == source.world);
}

QTEST_APPLESS_MAIN(TestEventFeed)

#include "tst_eventfeed.moc"
