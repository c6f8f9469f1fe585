// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's full path, report -> rules -> event -> World -> journal -> the application's queue, against what a
// telephony library conventionally does (designs.h) and against writing the memory alone.

#include "designs.h"

#include <QRandomGenerator>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr qsizetype batchSize = 100; // reports that come together, as from one read of a socket
constexpr qsizetype changes = 100'000;

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

void play(EngineDesign &engine, const QList<QList<Report>> &batches)
{
    for (qsizetype i = 0; i < batches.size(); ++i) {
        engine.take(batches.at(i));
        if (i % 100 == 99)
            engine.readMessages();
    }
    engine.readMessages();
}

struct Timing {
    int handles;
    int handlesPerCall;
    double objects; // ns per change of a call's state
    double array;
    double engine;
    double single; // one report per batch
    double toObjects;
    double toArray;
    double allocationsPerChange;
};

Timing measureTime(int handles, int handlesPerCall)
{
    const int calls = handles / handlesPerCall;
    ObjectDesign objects(calls, handlesPerCall);
    BareArray array(calls, handlesPerCall);
    EngineDesign engine(calls, handlesPerCall, 64 * 1024 * 1024);
    const QList<QList<Report>> batches = randomChanges(calls, batchSize);
    const QList<QList<Report>> singles = randomChanges(calls, 1);
    const auto playAll = [&batches](auto &design) {
        for (const QList<Report> &batch : batches)
            design.take(batch);
    };
    const std::vector<Figure> figures = interleaved(
        {
            {u"objects"_s, double(changes), [&] { playAll(objects); }, {}},
            {u"array"_s, double(changes), [&] { playAll(array); }, {}},
            {u"engine"_s, double(changes), [&] { play(engine, batches); }, {}},
            {u"single"_s, double(changes), [&] { play(engine, singles); }, {}},
        },
        9);
    const quint64 before = allocations;
    play(engine, batches);
    const quint64 used = allocations - before;
    return {handles,
            handlesPerCall,
            figures[0].median(),
            figures[1].median(),
            figures[2].median(),
            figures[3].median(),
            ratio(figures[2], figures[0]),
            ratio(figures[2], figures[1]),
            double(used) / double(changes)};
}

// At most as much as the conventional design with 100k handles, half of it with 1M.
double goalFor(int handles) { return handles >= 1'000'000 ? 0.5 : 1; }

void printTimes(const std::vector<Timing> &results)
{
    MarkdownTable table({u"live handles"_s, u"handles per call"_s, u"QObject per handle, ns"_s, u"engine, ns"_s,
                         u"engine, one report a batch, ns"_s, u"engine / QObject"_s, u"goal"_s, u"reached"_s,
                         u"bare array, ns"_s, u"engine / array"_s, u"allocations per change"_s});
    for (const Timing &result : results) {
        const bool hasGoal = result.handles >= 100'000;
        const double most = goalFor(result.handles);
        table.addRow({QString::number(result.handles), QString::number(result.handlesPerCall),
                      Benchmark::number(result.objects), Benchmark::number(result.engine),
                      Benchmark::number(result.single), Benchmark::number(result.toObjects),
                      hasGoal ? u"<= "_s + Benchmark::number(most) : u"-"_s,
                      hasGoal ? goal(result.toObjects <= most) : u"-"_s, Benchmark::number(result.array),
                      Benchmark::number(result.toArray), Benchmark::number(result.allocationsPerChange)});
    }
}

void printGrowth(const std::vector<Timing> &results)
{
    MarkdownTable table(
        {u"handles per call"_s, u"engine, growth from the fewest to the most handles"_s, u"goal"_s, u"reached"_s});
    for (const int handlesPerCall : {1, 3, 10}) {
        std::vector<double> times;
        for (const Timing &result : results) {
            if (result.handlesPerCall == handlesPerCall)
                times.push_back(result.engine);
        }
        const double growth = times.back() / times.front();
        table.addRow({QString::number(handlesPerCall), Benchmark::number(growth), u"<= 6"_s, goal(growth <= 6)});
    }
}

// For callgrind: instructions of `rounds` times 100,000 changes; the difference between two runs is free of the rest.
int playRounds(int handles, int handlesPerCall, int rounds)
{
    EngineDesign engine(handles / handlesPerCall, handlesPerCall, 4 * 1024 * 1024);
    const QList<QList<Report>> batches = randomChanges(handles / handlesPerCall, batchSize);
    for (int round = 0; round < rounds; ++round)
        play(engine, batches);
    return 0;
}

} // namespace

// bench_engine [most handles]
// bench_engine HANDLES HANDLES_PER_CALL ROUNDS     for callgrind
int main(int argc, char **argv)
{
    if (argc == 4)
        return playRounds(std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3]));
    const int most = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    std::vector<Timing> results;
    for (const int handlesPerCall : {1, 3, 10}) {
        for (const int handles : {1'000, 100'000, 1'000'000}) {
            if (handles <= most)
                results.push_back(measureTime(handles, handlesPerCall));
        }
    }
    printTimes(results);
    printGrowth(results);
    return 0;
}
