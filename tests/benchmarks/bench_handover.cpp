// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How events reach another thread: a queued signal per event, the conventional way, against EventFeed, drained once
// per frame. First what the transport costs, then what it does to input: how late an event of the user is dealt with
// while a million events a second come in.

#include "benchmark.h"
#include "journal/eventfeed.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;
using Timepoint = std::chrono::steady_clock::time_point;

namespace {

constexpr int frame = 16;      // ms
constexpr int batchSize = 100; // events that come together
constexpr qint64 perSecond = 1'000'000;
constexpr qint64 mostUnderWay = 100'000;      // six frames of a million a second
constexpr qsizetype capacity = 4 * perSecond; // no event is left out, however long this thread has to wait for its turn

qint64 processCpuTime()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

Event stateEvent(quint64 seq)
{
    return {seq, Microseconds(seq),
            Events::CallState{{quint32(seq % 1000) + 1}, CallState::OnHold, CallState::Connected, 0}};
}

// Both ways end here, on the main thread. Ends its event loop when it has seen all.
class Receiver {
public:
    explicit Receiver(qint64 total)
        : m_total(total)
    {
    }
    void see(const Event &event)
    {
        keep(event.seq);
        const qint64 seen = m_seen.load(std::memory_order_relaxed) + 1; // only this thread writes it
        m_seen.store(seen, std::memory_order_relaxed);
        if (seen == m_total)
            m_loop.quit();
    }
    qint64 seen() const { return m_seen.load(std::memory_order_relaxed); }
    void waitForAll() { m_loop.exec(); }

private:
    const qint64 m_total;
    std::atomic<qint64> m_seen = 0;
    QEventLoop m_loop;
};

// ---- a queued signal per event --------------------------------------------------------------------------------------

class Sender : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void happened(const Linescope::Event &event);
};

class QueuedSignals {
public:
    explicit QueuedSignals(Receiver *receiver)
    {
        QObject::connect(
            &m_sender, &Sender::happened, &m_context, [receiver](const Event &event) { receiver->see(event); },
            Qt::QueuedConnection);
    }
    void send(const EventBatch &batch)
    {
        for (const Event &event : batch)
            Q_EMIT m_sender.happened(event);
    }

private:
    Sender m_sender;
    QObject m_context;
};

// ---- EventFeed ------------------------------------------------------------------------------------------------------

class Feed {
public:
    explicit Feed(Receiver *receiver)
        : m_receiver(receiver)
    {
        m_feed.push({}, m_world); // from the start: no snapshot is needed
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            for (const Event &event : m_feed.take().events)
                m_receiver->see(event);
        });
        m_timer.start(frame);
    }
    void send(const EventBatch &batch) { m_feed.push(batch, m_world); }

private:
    Receiver *m_receiver;
    EventFeed m_feed{capacity};
    const World m_world;
    QTimer m_timer;
};

// ---- what is measured -----------------------------------------------------------------------------------------------

struct Carried {
    double cpuPerEvent = 0; // ns, of both threads
    double eventsPerSecond = 0;
    double inputLatency = 0; // ms, 99 of 100 are faster
};

// A producer thread sends `total` events at that rate (0: as fast as it can), this thread's event loop takes them, a
// third thread posts an input event every 5 ms.
template<class Transport>
Carried carry(qint64 total, qint64 rate)
{
    Receiver receiver(total);
    Transport transport(&receiver);
    std::vector<double> latencies;
    std::atomic<bool> done = false;
    QObject input;
    const auto ms = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
    const qint64 cpu = processCpuTime();
    const Timepoint start = std::chrono::steady_clock::now();
    std::thread user([&] {
        while (!done) {
            const Timepoint posted = std::chrono::steady_clock::now();
            QMetaObject::invokeMethod(
                &input, [&, posted] { latencies.push_back(ms(std::chrono::steady_clock::now() - posted)); },
                Qt::QueuedConnection);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    std::thread producer([&] {
        for (qint64 sent = 0; sent < total;) {
            EventBatch batch;
            batch.reserve(batchSize);
            for (int i = 0; i < batchSize; ++i)
                batch.append(stateEvent(quint64(++sent)));
            if (rate > 0)
                std::this_thread::sleep_until(start + std::chrono::nanoseconds(sent * 1'000'000'000 / rate));
            else
                while (sent - receiver.seen() > mostUnderWay) // asleep: waiting is no cost of the transport
                    std::this_thread::sleep_for(std::chrono::microseconds(200));
            transport.send(batch);
        }
    });
    receiver.waitForAll();
    const double seconds = ms(std::chrono::steady_clock::now() - start) / 1000;
    const qint64 used = processCpuTime() - cpu;
    done = true;
    user.join();
    producer.join();
    QCoreApplication::processEvents();
    std::sort(latencies.begin(), latencies.end());
    const double late = latencies.empty() ? 0 : latencies[latencies.size() * 99 / 100];
    return {double(used) / double(total), double(total) / seconds, late};
}

// What making the events costs, without handing them over.
double makingAlone(qint64 total)
{
    const qint64 start = threadCpuTime();
    for (qint64 sent = 0; sent < total;) {
        EventBatch batch;
        batch.reserve(batchSize);
        for (int i = 0; i < batchSize; ++i)
            batch.append(stateEvent(quint64(++sent)));
        keep(batch);
    }
    return double(threadCpuTime() - start) / double(total);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::vector<double> queuedCost, feedCost, queuedLatency, feedLatency, queuedRate, feedRate, costRatio, latencyRatio;
    for (int round = 0; round < 7; ++round) {
        const double making = makingAlone(perSecond);
        const double queued = carry<QueuedSignals>(perSecond, 0).cpuPerEvent - making;
        const double feed = carry<Feed>(perSecond, 0).cpuPerEvent - making;
        queuedCost.push_back(queued);
        feedCost.push_back(feed);
        costRatio.push_back(queued / feed);
        const Carried queuedPaced = carry<QueuedSignals>(2 * perSecond, perSecond);
        const Carried feedPaced = carry<Feed>(2 * perSecond, perSecond);
        queuedLatency.push_back(queuedPaced.inputLatency);
        feedLatency.push_back(feedPaced.inputLatency);
        queuedRate.push_back(queuedPaced.eventsPerSecond);
        feedRate.push_back(feedPaced.eventsPerSecond);
        latencyRatio.push_back(queuedPaced.inputLatency / feedPaced.inputLatency);
    }
    MarkdownTable table(
        {u"figure"_s, u"queued signal per event"_s, u"EventFeed"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    table.addRow({u"CPU of both threads per event, ns, without making the event"_s,
                  Benchmark::number(median(queuedCost)), Benchmark::number(median(feedCost)),
                  Benchmark::number(median(costRatio)), u">= 25"_s, goal(median(costRatio) >= 25)});
    table.addRow({u"input latency at 1M events/s, 99th percentile, ms"_s, Benchmark::number(median(queuedLatency)),
                  Benchmark::number(median(feedLatency)), Benchmark::number(median(latencyRatio)), u">= 10"_s,
                  goal(median(latencyRatio) >= 10)});
    table.addRow({u"events/s carried of 1M asked"_s, Benchmark::number(median(queuedRate)),
                  Benchmark::number(median(feedRate)), u"-"_s, u"-"_s, u"-"_s});
    return 0;
}

#include "bench_handover.moc"
