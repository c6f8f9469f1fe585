// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How events reach another thread: a queued signal per event, the conventional way, against EventFeed, drained once
// per frame. First what the transport costs, then what it does to input: how late an event of the user is dealt with
// while a million events a second come in, change a World of 100,000 calls and are painted. Run offscreen:
// QT_QPA_PLATFORM=offscreen.

#include "benchmark.h"
#include "journal/eventfeed.h"
#include "tapi/names.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QEventLoop>
#include <QHeaderView>
#include <QTableView>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;
using Timepoint = std::chrono::steady_clock::time_point;

namespace {

constexpr int frame = 16;      // ms
constexpr int batchSize = 100; // events that come together
constexpr quint32 callCount = 100'000;
constexpr qint64 perSecond = 1'000'000;
constexpr qint64 mostUnderWay = 100'000;      // six frames of a million a second
constexpr qsizetype capacity = 4 * perSecond; // no event is left out, however long this thread has to wait for its turn

qint64 processCpuTime()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// Of calls all over the World, as they would come.
Event stateEvent(quint64 seq)
{
    const quint32 call = quint32(seq * 2'654'435'761 % callCount) + 1;
    return {seq, Microseconds(seq), Events::CallState{{call}, CallState::OnHold, CallState::Connected, 0}};
}

World worldOfCalls()
{
    World world;
    world.apply({0, 1, Events::ProviderState{{1}, true, u"Provider"_s, {}}});
    world.apply({0, 1, Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>()}});
    for (quint32 call = 1; call <= callCount; ++call)
        world.apply({0, 1, Events::CallCreated{{call}, {1}, {call}, 0, {}}});
    return world;
}

// The first calls of a World, as many as a window shows.
class Screen : public QAbstractTableModel {
public:
    Screen(const World *world, bool paintsEveryRow)
        : m_world(world)
        , m_paintsEveryRow(paintsEveryRow)
    {
        m_view.setModel(this);
        m_view.verticalHeader()->hide();
        m_view.verticalHeader()->setDefaultSectionSize(22);
        m_view.resize(1280, 800);
        m_view.show();
    }
    void change(CallId call)
    {
        const int row = int(call.value) - 1;
        if (row >= rows)
            return;
        m_first = std::min(m_first, row);
        m_last = std::max(m_last, row);
    }
    void showFrame()
    {
        if (m_paintsEveryRow)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, columns - 1));
        else if (m_first <= m_last)
            Q_EMIT dataChanged(index(m_first, 0), index(m_last, columns - 1));
        m_first = rows;
        m_last = -1;
    }

    int rowCount(const QModelIndex &) const override { return rows; }
    int columnCount(const QModelIndex &) const override { return columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const Call &call = *m_world->call({quint32(index.row()) + 1});
        return index.column() == 0 ? nameOf(call.state) : QString::number(call.stateSince + index.column());
    }

private:
    static constexpr int rows = 36;
    static constexpr int columns = 10;
    const World *m_world;
    const bool m_paintsEveryRow;
    QTableView m_view;
    int m_first = rows; // of the rows that have changed since the last frame
    int m_last = -1;
};

// Both ways end here, on the main thread. Ends its event loop when it has seen all.
class Receiver {
public:
    enum class Shows { Nothing, Changes, EveryRow }; // once a frame
    Receiver(qint64 total, Shows shows)
        : m_total(total)
    {
        if (shows == Shows::Nothing)
            return;
        m_world = worldOfCalls();
        m_screen = std::make_unique<Screen>(&m_world, shows == Shows::EveryRow);
        m_frame.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_frame, &QTimer::timeout, &m_frame, [this] { m_screen->showFrame(); });
        m_frame.start(frame);
    }
    void see(const Event &event)
    {
        keep(event.seq);
        if (m_screen)
            show(event);
        const qint64 seen = m_seen.load(std::memory_order_relaxed) + 1; // only this thread writes it
        m_seen.store(seen, std::memory_order_relaxed);
        if (seen == m_total)
            m_loop.quit();
    }
    qint64 seen() const { return m_seen.load(std::memory_order_relaxed); }
    void waitForAll() { m_loop.exec(); }

private:
    void show(const Event &event)
    {
        m_world.apply(event);
        m_screen->change(std::get<Events::CallState>(event.payload).call);
    }

    const qint64 m_total;
    World m_world;
    std::unique_ptr<Screen> m_screen;
    QTimer m_frame;
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
Carried carry(qint64 total, qint64 rate, Receiver::Shows shows)
{
    Receiver receiver(total, shows);
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

// Of both ways, a round each in turn.
struct Compared {
    std::vector<double> queued, feed, ratio;
    void add(double q, double f)
    {
        queued.push_back(q);
        feed.push_back(f);
        ratio.push_back(q / f);
    }
};

void addRow(MarkdownTable &table, const QString &figure, const Compared &compared, double wanted)
{
    const double reached = median(compared.ratio);
    table.addRow({figure, Benchmark::number(median(compared.queued)), Benchmark::number(median(compared.feed)),
                  Benchmark::number(reached), wanted > 0 ? u">= %1"_s.arg(wanted) : u"-"_s,
                  wanted > 0 ? goal(reached >= wanted) : u"-"_s});
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    MarkdownTable table(
        {u"figure"_s, u"queued signal per event"_s, u"EventFeed"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    Compared cost;
    for (int round = 0; round < 7; ++round) {
        const double making = makingAlone(perSecond);
        const auto of = [&](Carried carried) { return carried.cpuPerEvent - making; };
        cost.add(of(carry<QueuedSignals>(perSecond, 0, Receiver::Shows::Nothing)),
                 of(carry<Feed>(perSecond, 0, Receiver::Shows::Nothing)));
    }
    addRow(table, u"CPU of both threads per event, ns, without making the event"_s, cost, 25);
    for (const auto &[shows, what] : {std::pair(Receiver::Shows::Changes, u"rows that changed painted"_s),
                                      std::pair(Receiver::Shows::EveryRow, u"all rows painted"_s)}) {
        Compared latency, rate;
        for (int round = 0; round < 7; ++round) {
            const Carried queued = carry<QueuedSignals>(2 * perSecond, perSecond, shows);
            const Carried feed = carry<Feed>(2 * perSecond, perSecond, shows);
            latency.add(queued.inputLatency, feed.inputLatency);
            rate.add(queued.eventsPerSecond, feed.eventsPerSecond);
        }
        addRow(table, u"input latency at 1M events/s, 99th percentile, ms, "_s + what, latency, 10);
        addRow(table, u"events/s carried of 1M asked, "_s + what, rate, 0);
    }
    return 0;
}

#include "bench_handover.moc"
