// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the conformance checks cost: the engine alone and the engine with the checks beside it, in turn, on calls that
// keep to the rules.

#include "designs.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr qsizetype batchSize = 100;
constexpr qsizetype changes = 100'000;

// Each call is held and taken back in turn, at random places, an even number of times each.
QList<QList<Report>> changesOf(int calls)
{
    QRandomGenerator random(4711);
    std::vector<bool> held(size_t(calls), false);
    QList<QList<Report>> batches;
    for (qsizetype done = 0; done < changes; done += batchSize) {
        QList<Report> batch;
        for (qsizetype i = 0; i < batchSize; ++i) {
            const auto call = quint32(random.bounded(calls));
            held[call] = !held[call];
            batch.append(Reports::CallState{{call + 1},
                                            held[call] ? CallState::OnHold : CallState::Connected,
                                            held[call] ? 0 : quint32(ConnectedMode::Active),
                                            {}});
        }
        batches.append(batch);
    }
    for (quint32 call = 0; call < held.size(); ++call) { // as before, so that it can be played again
        if (held[call])
            batches.append(QList<Report>{
                Reports::CallState{{call + 1}, CallState::Connected, quint32(ConnectedMode::Active), {}}});
    }
    return batches;
}

// The same calls on two engines.
class Contest {
public:
    explicit Contest(int handles, int handlesPerCall)
        : m_calls(handles / handlesPerCall)
        , m_alone(m_calls, handlesPerCall, 64 * 1024 * 1024)
        , m_checked(m_calls, handlesPerCall, 64 * 1024 * 1024, EngineDesign::Texts::With, EngineDesign::Checks::With)
        , m_batches(changesOf(m_calls))
    {
    }

    std::vector<Figure> measure()
    {
        double reports = 0;
        for (const auto &batch : m_batches)
            reports += double(batch.size());
        return interleaved({{u"alone"_s, reports, [this] { play(m_alone); }, {}},
                            {u"checked"_s, reports, [this] { play(m_checked); }, {}}},
                           9);
    }
    double allocationsPerChange()
    {
        const auto used = [this](EngineDesign &engine) {
            const quint64 before = allocations;
            play(engine);
            return double(allocations - before);
        };
        return (used(m_checked) - used(m_alone)) / double(changes);
    }
    quint64 findings() const { return m_checked.world().totals().findings; }

private:
    void play(EngineDesign &engine) const
    {
        for (qsizetype i = 0; i < m_batches.size(); ++i) {
            engine.take(m_batches.at(i));
            if (i % 100 == 99)
                engine.readMessages();
        }
        engine.readMessages();
    }

    const int m_calls;
    EngineDesign m_alone;
    EngineDesign m_checked;
    const QList<QList<Report>> m_batches;
};

} // namespace

// bench_checks [most handles]
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv); // for the clock of the checks
    const int most = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    MarkdownTable table({u"live handles"_s, u"handles per call"_s, u"engine, ns"_s, u"with checks, ns"_s,
                         u"checks / engine"_s, u"goal"_s, u"reached"_s, u"allocations per change"_s, u"findings"_s});
    for (const int handlesPerCall : {1, 3}) {
        for (const int handles : {1'000, 100'000, 1'000'000}) {
            if (handles > most)
                continue;
            Contest contest(handles, handlesPerCall);
            const quint64 before = contest.findings();
            const std::vector<Figure> figures = contest.measure();
            const double cost = ratio(figures[1], figures[0]) - 1;
            table.addRow(
                {QString::number(handles), QString::number(handlesPerCall), Benchmark::number(figures[0].median()),
                 Benchmark::number(figures[1].median()), Benchmark::number(cost), u"<= 0.5"_s, goal(cost <= 0.5),
                 Benchmark::number(contest.allocationsPerChange()), QString::number(contest.findings() - before)});
        }
    }
    return 0;
}
