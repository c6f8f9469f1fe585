// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a FaultInjector costs that injects nothing: a busy simulator under the engine, with it and without.
//
//   tests/benchmarks/bench_faults

#include "benchmark.h"
#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"

#include <QCoreApplication>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

using Make = std::function<std::unique_ptr<ServiceProvider>(Clock *)>;

SimulatorSettings busy()
{
    SimulatorSettings settings;
    settings.lines = 20;
    settings.callsPerMinute = 6000;
    settings.timeScale = 10;
    return settings;
}

// The events of ten simulated seconds.
qint64 play(const Make &make)
{
    ManualClock clock;
    TelephonyServer server(&clock);
    qint64 events = 0;
    QObject::connect(&server, &TelephonyServer::advanced, &server,
                     [&](const EventBatch &batch) { events += batch.size(); });
    const ProviderHost host(
        &server, [&] { return make(&clock); }, ProviderHost::Threading::Server);
    AppHabits habits;
    habits.name = QStringLiteral("crm");
    habits.deallocateAfterIdle = 1_s;
    const VirtualApp app(&server, habits);
    clock.advance(10_s);
    return events;
}

std::unique_ptr<ServiceProvider> bare(Clock *clock) { return std::make_unique<SimulatorProvider>(clock, busy()); }

std::unique_ptr<ServiceProvider> wrapped(Clock *clock) { return std::make_unique<FaultInjector>(bare(clock), clock); }

// Every kind, so rarely that it never strikes.
std::unique_ptr<ServiceProvider> armed(Clock *clock)
{
    const QString faults = faultKindNames().join(QStringLiteral(":0.000000001,")) + QStringLiteral(":0.000000001");
    return std::make_unique<FaultInjector>(bare(clock), clock, 1, faultsFromText(faults).value());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const qint64 events = play(bare);
    mustBeRight(play(wrapped) == events && play(armed) == events, "Nothing was to be injected.");
    const auto contender = [&](const char *name, const Make &make) {
        return Contender{QString::fromLatin1(name), double(events), [make] { keep(play(make)); }, {}};
    };
    const auto figures = interleaved({contender("simulator", bare), contender("wrapped, no faults", wrapped),
                                      contender("wrapped, twelve faults that never strike", armed)},
                                     15);
    MarkdownTable table({QStringLiteral("figure"), QStringLiteral("ns per event"), QStringLiteral("ratio"),
                         QStringLiteral("goal"), QStringLiteral("reached")});
    for (const Figure &figure : figures) {
        const double cost = ratio(figure, figures.front());
        const bool isGoal = &figure == &figures.at(1);
        table.addRow({figure.name, number(figure.median()), number(cost),
                      isGoal ? QStringLiteral("<= 1.05") : QStringLiteral("-"),
                      isGoal ? goal(cost <= 1.05) : QStringLiteral("-")});
    }
    return 0;
}
