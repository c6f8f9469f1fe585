// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's full path, report -> rules -> event -> World -> journal -> the application's queue, against what a
// telephony library conventionally does: a QObject per handle, found by hash, that emits a signal; none of the rules.

#include "benchmark.h"
#include "server/telephonyserver.h"

#include <QHash>
#include <QRandomGenerator>

#include <malloc.h>

#include <cstdlib>
#include <memory>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;

// ---- every allocation of the program is counted: Qt's containers call malloc, not operator new ----------------------

namespace {
quint64 allocations = 0;
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    ++allocations;
    return __libc_malloc(size);
}
void *calloc(size_t count, size_t size)
{
    ++allocations;
    return __libc_calloc(count, size);
}
void *realloc(void *memory, size_t size)
{
    ++allocations;
    return __libc_realloc(memory, size);
}
}
#endif

namespace {

qint64 heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

constexpr qsizetype batchSize = 100; // reports that come together, as from one read of a socket
constexpr qsizetype changes = 100'000;

QString number(const char *prefix, int i) { return QLatin1StringView(prefix) + QString::number(100'000 + i); }

// ---- the conventional design ----------------------------------------------------------------------------------------

class ObjectHandle : public QObject {
    Q_OBJECT

public:
    ObjectHandle(quint32 call, quint32 line, const QString &caller, const QString &called)
        : m_call(call)
        , m_line(line)
        , m_caller(caller)
        , m_called(called)
    {
    }
    void setState(CallState state, quint32 mode, Microseconds now)
    {
        m_state = state;
        m_mode = mode;
        m_since = now;
        Q_EMIT stateChanged(state);
    }

Q_SIGNALS:
    void stateChanged(Linescope::CallState state);

private:
    quint32 m_call;
    quint32 m_line;
    CallState m_state = CallState::Connected;
    quint32 m_mode = 0;
    Microseconds m_created = 0;
    Microseconds m_since = 0;
    QString m_caller;
    QString m_called;
};

class Observer : public QObject {
    Q_OBJECT

public:
    void see(CallState state) { m_seen += quint64(state); }
    quint64 seen() const { return m_seen; }

private:
    quint64 m_seen = 0;
};

class ObjectDesign {
public:
    explicit ObjectDesign(int handles)
    {
        for (int i = 0; i < handles; ++i) {
            auto *handle = new ObjectHandle(quint32(i), 1, number("+1555", i), number("", i));
            QObject::connect(handle, &ObjectHandle::stateChanged, &m_observer, &Observer::see);
            m_handles.insert(quint32(i + 1), handle);
        }
    }
    ~ObjectDesign() { qDeleteAll(m_handles); }
    Q_DISABLE_COPY_MOVE(ObjectDesign)

    void take(const QList<Report> &batch)
    {
        const Microseconds now = SystemClock::instance()->now();
        for (const Report &report : batch) {
            const auto &change = std::get<Reports::CallState>(report);
            m_handles.value(change.call.value)->setState(change.state, change.mode, now);
        }
    }

private:
    QHash<quint32, ObjectHandle *> m_handles;
    Observer m_observer;
};

// ---- ours -----------------------------------------------------------------------------------------------------------

class EngineDesign {
public:
    EngineDesign(int calls, int handlesPerCall, qsizetype journalBytes)
        : m_server(SystemClock::instance(), options(journalBytes))
    {
        m_provider = m_server.addProvider(u"bench"_s, {}, [](const Command &) {});
        m_server.report(m_provider, {Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()}});
        for (int app = 0; app < handlesPerCall; ++app)
            open(app);
        fillJournal();
        m_heapBefore = heapBytes();
        for (int i = 0; i < calls; ++i)
            announce(i);
    }

    void take(const QList<Report> &batch) { m_server.report(m_provider, batch); }
    void readMessages()
    {
        for (HLineApp app : m_apps) {
            while (const auto message = m_server.lineGetMessage(app))
                keep(*message);
        }
    }
    qint64 heapUsed() const { return heapBytes() - m_heapBefore; }
    const World &world() const { return m_server.world(); }

private:
    static ServerOptions options(qsizetype journalBytes)
    {
        ServerOptions options;
        options.journalBytes = journalBytes;
        return options;
    }
    void open(int number)
    {
        Requests::InitializeEx request;
        request.appName = u"app %1"_s.arg(number);
        const HLineApp app = *m_server.lineInitializeEx(request);
        m_server.lineNegotiateApiVersion(app, 0, ApiVersion::V2_2, ApiVersion::V2_2);
        Requests::Open open;
        open.privileges = number == 0 ? Privilege::Owner : Privilege::Monitor;
        open.mediaModes = MediaMode::InteractiveVoice;
        if (!m_server.lineOpen(app, open))
            std::abort();
        m_apps.push_back(app);
    }
    // The ring and the buffers reach their final size, so that what is measured is the calls alone.
    void fillJournal()
    {
        while (m_server.journal().dropped() == 0) {
            for (const bool inService : {false, true})
                take({Reports::DeviceState{{1}, inService, true, {}}});
        }
        for (int round = 0; round < 2; ++round) {
            announce(-1);
            take({Reports::CallState{{1'000'000'000}, CallState::Idle, 0, {}}});
            m_server.world().handles().forEach([this](const Handle &handle) { m_void.push_back(handle); });
            for (const Handle &handle : std::exchange(m_void, {}))
                m_server.lineDeallocateCall(m_server.world().appOf(handle), handle.id);
        }
    }
    void announce(int i)
    {
        CallInfo info;
        info.mediaMode = quint32(MediaMode::InteractiveVoice);
        info.callerId = number("+1555", i);
        info.calledId = number("", i);
        const DriverCall call{i < 0 ? 1'000'000'000 : quint32(i + 1)};
        take({Reports::NewCall{{1}, call, PackedCallInfo(info), 0},
              Reports::CallState{call, CallState::Connected, quint32(ConnectedMode::Active), {}}});
        readMessages();
    }

    TelephonyServer m_server;
    ProviderId m_provider;
    std::vector<HLineApp> m_apps;
    std::vector<Handle> m_void;
    qint64 m_heapBefore = 0;
};

// ---- what is measured -----------------------------------------------------------------------------------------------

QList<QList<Report>> randomChanges(int calls, qsizetype perBatch)
{
    QRandomGenerator random(4711);
    QList<QList<Report>> batches;
    for (qsizetype done = 0; done < changes; done += perBatch) {
        QList<Report> batch;
        for (qsizetype i = 0; i < perBatch; ++i) {
            const DriverCall call{quint32(random.bounded(calls)) + 1};
            const bool held = random.bounded(2) == 1;
            batch.append(Reports::CallState{
                call, held ? CallState::OnHold : CallState::Connected, held ? 0 : quint32(ConnectedMode::Active), {}});
        }
        batches.append(batch);
    }
    return batches;
}

struct Timing {
    int handles;
    double objects;
    double engine;
    double single; // one report per batch
    double ratio;
    double allocationsPerChange;
};

Timing measureTime(int handles)
{
    ObjectDesign objects(handles);
    EngineDesign engine(handles, 1, 64 * 1024 * 1024);
    const QList<QList<Report>> batches = randomChanges(handles, batchSize);
    const QList<QList<Report>> singles = randomChanges(handles, 1);
    const auto play = [&engine](const QList<QList<Report>> &reports) {
        for (qsizetype i = 0; i < reports.size(); ++i) {
            engine.take(reports.at(i));
            if (i % 100 == 99)
                engine.readMessages();
        }
        engine.readMessages();
    };
    const std::vector<Figure> figures = interleaved(
        {
            {u"objects"_s,
             double(changes),
             [&] {
                 for (const QList<Report> &batch : batches)
                     objects.take(batch);
             },
             {}},
            {u"engine"_s, double(changes), [&] { play(batches); }, {}},
            {u"single"_s, double(changes), [&] { play(singles); }, {}},
        },
        9);
    const quint64 before = allocations;
    play(batches);
    const quint64 used = allocations - before;
    return {handles,
            figures[0].median(),
            figures[1].median(),
            figures[2].median(),
            ratio(figures[1], figures[0]),
            double(used) / double(changes)};
}

double objectBytesPerHandle(int handles)
{
    const qint64 before = heapBytes();
    const ObjectDesign objects(handles);
    return double(heapBytes() - before) / handles;
}

double engineBytesPerHandle(int handles, int handlesPerCall)
{
    const EngineDesign engine(handles / handlesPerCall, handlesPerCall, 1024 * 1024);
    return double(engine.heapUsed()) / handles;
}

double reportedBytesPerHandle(int handles, int handlesPerCall)
{
    const EngineDesign engine(handles / handlesPerCall, handlesPerCall, 1024 * 1024);
    return double(engine.world().totals().libraryBytes) / handles;
}

void printTimes(const std::vector<Timing> &results)
{
    MarkdownTable table({u"live handles"_s, u"QObject per handle, ns"_s, u"engine, ns"_s,
                         u"engine, one report a batch, ns"_s, u"engine / QObject"_s, u"goal"_s, u"reached"_s,
                         u"allocations per change"_s});
    for (const Timing &result : results) {
        const bool hasGoal = result.handles >= 100'000;
        table.addRow({QString::number(result.handles), Benchmark::number(result.objects),
                      Benchmark::number(result.engine), Benchmark::number(result.single),
                      Benchmark::number(result.ratio), hasGoal ? u"<= 1"_s : u"-"_s,
                      hasGoal ? goal(result.ratio <= 1) : u"-"_s, Benchmark::number(result.allocationsPerChange)});
    }
}

void printGoals(const std::vector<Timing> &results, int handles)
{
    const double objects = objectBytesPerHandle(handles);
    const double one = engineBytesPerHandle(handles, 1);
    const double two = engineBytesPerHandle(handles, 2);
    const double growth = results.back().engine / results.front().engine;
    MarkdownTable table({u"figure"_s, u"measured"_s, u"goal"_s, u"reached"_s});
    table.addRow({u"engine, growth from the fewest to the most handles"_s, Benchmark::number(growth), u"<= 6"_s,
                  goal(growth <= 6)});
    table.addRow({u"QObject design, heap bytes per handle"_s, Benchmark::number(objects), u"-"_s, u"-"_s});
    table.addRow({u"engine, heap bytes per handle, 1 handle per call (with the call)"_s, Benchmark::number(one),
                  u"<= 1/4: %1"_s.arg(Benchmark::number(objects / 4)), goal(one <= objects / 4)});
    table.addRow({u"engine, heap bytes per handle, 2 handles per call (with the call)"_s, Benchmark::number(two),
                  u"<= 1/4: %1"_s.arg(Benchmark::number(objects / 4)), goal(two <= objects / 4)});
    table.addRow({u"the same, as the World reports it (no allocator, no spare capacity)"_s,
                  Benchmark::number(reportedBytesPerHandle(handles, 2)), u"-"_s, u"-"_s});
}

} // namespace

// bench_engine [most handles]
int main(int argc, char **argv)
{
    const int most = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    std::vector<Timing> results;
    for (const int handles : {1'000, 100'000, 1'000'000}) {
        if (handles <= most)
            results.push_back(measureTime(handles));
    }
    printTimes(results);
    printGoals(results, std::min(most, 100'000));
    return 0;
}

#include "bench_engine.moc"
