// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A long recording: how long the index takes, what the checkpoints cost, how long it takes to any moment.

#include "benchmark.h"
#include "journal/recorder.h"
#include "journal/timetravel.h"
#include "recordedtraffic.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdlib>
#include <malloc.h>
#include <thread>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;

namespace {

// A recording of so many events; the writer's pace is waited for, so that none is lost.
void record(const QString &file, bool compressed, quint64 events)
{
    RecordingOptions options;
    options.file = file;
    options.compressed = compressed;
    options.capacityEvents = 1 << 20;
    Recorder recorder(options, {});
    Test::playTraffic({}, events, [&](const EventBatch &batch, const World &world) {
        while (world.seq() > recorder.status().events + 500'000)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        recorder.push(batch, world);
    });
    const RecordingStatus status = recorder.stop();
    mustBeRight(status.dropped == 0 && status.error.isEmpty(), "a whole recording");
}

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

QString mebibytes(qint64 bytes) { return Benchmark::number(double(bytes) / 1048576); }

} // namespace

// bench_timetravel [events [folder]]     the recordings need 250 bytes an event there
int main(int argc, char **argv)
{
    const quint64 events = argc > 1 ? strtoull(argv[1], nullptr, 10) : 10'000'000;
    QTemporaryDir temporary(argc > 2 ? QString::fromLocal8Bit(argv[2]) + u"/bench-XXXXXX"_s : QString());
    MarkdownTable table({u"recording"_s, u"events"_s, u"file, MiB"_s, u"index, s"_s, u"events/s"_s, u"checkpoints"_s,
                         u"their size, MiB"_s, u"allocated, MiB"_s, u"events between"_s, u"seek, median ms"_s,
                         u"longest ms"_s, u"goal"_s, u"reached"_s});
    for (const bool compressed : {false, true}) {
        const QString file = temporary.filePath(compressed ? u"a.jsonl.gz"_s : u"a.jsonl"_s);
        record(file, compressed, events);
        const size_t before = mallinfo2().uordblks;
        auto machine = TimeMachine::open(file);
        mustBeRight(machine.has_value(), "a recording");
        QElapsedTimer timer;
        timer.start();
        (*machine)->build();
        const double seconds = milliseconds(timer) / 1000;
        const TimeMachineStatus &status = (*machine)->status();
        const auto allocated = qint64(mallinfo2().uordblks - before);
        QRandomGenerator random(1);
        std::vector<double> seeks;
        for (int i = 0; i < 100; ++i) {
            const auto seq = quint64(random.bounded(qint64(status.lastSeq)));
            timer.start();
            mustBeRight((*machine)->worldAt(seq)->seq() == seq, "that moment");
            seeks.push_back(milliseconds(timer));
        }
        const double longest = *std::max_element(seeks.begin(), seeks.end());
        table.addRow({compressed ? u"compressed"_s : u"plain"_s, QString::number(status.events),
                      mebibytes(QFileInfo(file).size()), Benchmark::number(seconds),
                      Benchmark::number(double(status.events) / seconds), QString::number(status.checkpoints),
                      mebibytes(status.checkpointBytes), mebibytes(allocated), QString::number(status.distance),
                      Benchmark::number(median(seeks)), Benchmark::number(longest), u"<= 200"_s, goal(longest <= 200)});
        QFile::remove(file);
    }
    return 0;
}
