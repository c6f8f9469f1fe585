// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an engine would tell a window: a World that events happen to, and those of them that nobody has taken yet.
#pragma once

#include "models/liveworld.h"

#include <memory>
#include <utility>

namespace Linescope::Benchmark {

class EventMaker {
public:
    // Every event is that much later than the one before it.
    explicit EventMaker(Microseconds pace = 0)
        : m_pace(pace)
    {
    }

    const World &world() const { return m_world; }
    EventBatch takeBatch() { return std::exchange(m_batch, {}); }
    // Brings what nobody has taken to a screen.
    void tell(EventFeed *feed, LiveWorld *live)
    {
        feed->push(takeBatch(), m_world);
        live->advanceNow();
    }

    template<class Payload>
    void add(const Payload &payload)
    {
        clock.advance(m_pace);
        const Event event{m_world.seq() + 1, clock.now(), payload};
        m_world.apply(event);
        m_batch.append(event);
    }
    void addProvider(const QString &name) { add(Events::ProviderState{{1}, true, name, {}}); }
    void addApp(HLineApp app, const QString &name)
    {
        Requests::InitializeEx request;
        request.appName = name;
        add(Events::AppInitialized{app, std::make_shared<const Requests::InitializeEx>(request)});
    }
    void addDevice(DeviceId device, const QString &name)
    {
        DeviceInfo info;
        info.name = name;
        add(Events::DeviceAdded{device, {1}, {device.value}, std::make_shared<const DeviceInfo>(info)});
    }
    void openLine(HLine line, HLineApp app, DeviceId device)
    {
        Events::LineOpened event;
        event.line = line;
        event.app = app;
        event.device = device;
        add(event);
    }

    ManualClock clock;

private:
    const Microseconds m_pace;
    World m_world;
    EventBatch m_batch;
};

} // namespace Linescope::Benchmark
