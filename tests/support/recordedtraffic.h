// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a recording holds in practice: the simulator's traffic with the demo's cast, one of which leaks handles.
#pragma once

#include "providers/simulator/demo.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"

#include <functional>
#include <memory>
#include <vector>

namespace Linescope::Test {

struct Traffic {
    quint32 seed = 1;
    int lines = 50;
    double callsPerMinute = 600;
    int appsPerHabit = 1; // of the cast
    qsizetype keepAtMost = 5'000;
};

// Calls `take` with every batch until there have been `events` of them, and the World after it.
inline void playTraffic(const Traffic &traffic, quint64 events,
                        const std::function<void(const EventBatch &, const World &)> &take)
{
    ManualClock clock;
    SimulatorSettings settings;
    settings.seed = traffic.seed;
    settings.lines = traffic.lines;
    settings.callsPerMinute = traffic.callsPerMinute;
    TelephonyServer server(&clock);
    const auto told = QObject::connect(&server, &TelephonyServer::advanced, &server,
                                       [&](const EventBatch &batch) { take(batch, server.world()); });
    std::vector<std::unique_ptr<VirtualApp>> apps;
    for (AppHabits habits : demoApps()) {
        habits.keepAtMost = traffic.keepAtMost;
        for (int i = 0; i < traffic.appsPerHabit; ++i)
            apps.push_back(std::make_unique<VirtualApp>(&server, habits));
    }
    ProviderHost host(
        &server, [&] { return std::make_unique<SimulatorProvider>(&clock, settings); },
        ProviderHost::Threading::Server);
    while (server.world().seq() < events)
        clock.advance(1_s);
    QObject::disconnect(told); // the end of all is of no interest
}

} // namespace Linescope::Test
