// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What recording costs on the engine's thread: the engine's full path with a recorder that observes, against the same
// path with an observer that does nothing.

#include "designs.h"
#include "journal/recorder.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <thread>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr qsizetype changes = 10'000;
constexpr int calls = 10'000;

QList<QList<Report>> randomChanges(qsizetype perBatch)
{
    QRandomGenerator random(4711);
    QList<QList<Report>> batches;
    for (qsizetype done = 0; done < changes; done += perBatch) {
        QList<Report> batch;
        for (qsizetype i = 0; i < perBatch; ++i) {
            const bool held = random.bounded(2) == 1;
            batch.append(Reports::CallState{{quint32(random.bounded(calls)) + 1},
                                            held ? CallState::OnHold : CallState::Connected,
                                            held ? 0 : quint32(ConnectedMode::Active),
                                            {}});
        }
        batches.append(batch);
    }
    return batches;
}

struct Engine {
    Engine()
        : design(calls, 3, 64 * 1024 * 1024)
    {
        QObject::connect(&design.server(), &TelephonyServer::advanced, &design.server(),
                         [this](const EventBatch &batch) {
                             events += batch.size();
                             if (recorder)
                                 recorder->push(batch, design.world());
                         });
    }
    void play(const QList<QList<Report>> &batches)
    {
        for (const QList<Report> &batch : batches)
            design.take(batch);
        design.readMessages();
    }

    EngineDesign design;
    Recorder *recorder = nullptr;
    qint64 events = 0;
};

} // namespace

int main()
{
    QTemporaryDir folder;
    MarkdownTable table({u"reports per batch"_s, u"engine, ns per event"_s, u"with a recorder"_s, u"recording costs"_s,
                         u"goal"_s, u"reached"_s, u"events dropped"_s});
    for (const qsizetype perBatch : {1, 10, 100}) {
        RecordingOptions options;
        options.file = folder.filePath(u"a"_s);
        const QList<QList<Report>> batches = randomChanges(perBatch);
        Engine bare;
        Engine recorded;
        Recorder recorder(options, recorded.design.world());
        recorded.recorder = &recorder;
        bare.play(batches);
        const auto events = double(bare.events);
        // So that each round finds an empty queue, as a disk that keeps up does.
        const auto settle = [&recorder] {
            for (quint64 before = ~0ull; before != recorder.status().events;) {
                before = recorder.status().events;
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        };
        const std::vector<Figure> figures = interleaved(
            {{u"bare"_s, events, [&] { bare.play(batches); }, settle},
             {u"recorded"_s, events, [&] { recorded.play(batches); }, settle}},
            15);
        const double cost = ratio(figures[1], figures[0]) - 1;
        table.addRow({QString::number(perBatch), Benchmark::number(figures[0].median()),
                      Benchmark::number(figures[1].median()), Benchmark::number(cost * 100) + u" %"_s, u"<= 30 %"_s,
                      goal(cost <= 0.3), QString::number(recorder.stop().dropped)});
    }
    return 0;
}
