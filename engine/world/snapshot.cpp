// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world/snapshot.h"

#include <vector>

namespace Linescope {

namespace {

class Teller {
public:
    Teller(const World &world, const std::function<void(const Event &)> &take)
        : m_world(world)
        , m_began(originOf(world).began)
        , m_take(take)
    {
    }

    void tell() const
    {
        for (const Provider &provider : m_world.providers()) {
            if (!provider.id.isNull())
                say(m_began, Events::ProviderState{provider.id, provider.up, provider.name, provider.text});
        }
        for (const Device &device : m_world.devices())
            tell(device);
        inOrder(m_world.apps(), [this](const App &app) { tell(app); });
        inOrder(m_world.lines(), [this](const Line &line) { tell(line); });
        inOrder(m_world.calls(), [this](const Call &call) { tell(call); });
        inOrder(m_world.handles(), [this](const Handle &handle) { tell(handle); });
        for (const Device &device : m_world.devices()) {
            if (!device.closedText.isEmpty())
                say(m_began, Events::LineClosed{{}, {}, device.id, LineCloseReason::Provider, device.closedText});
        }
    }

private:
    template<class Payload>
    void say(Microseconds time, Payload &&payload) const
    {
        m_take(Event(m_world.seq(), time, std::forward<Payload>(payload)));
    }

    // Handles are chained in the order of their ids.
    template<class Table, class Tell>
    static void inOrder(const Table &table, Tell tell)
    {
        using Record = std::decay_t<decltype(table.at(0))>;
        std::vector<const Record *> records;
        records.reserve(size_t(table.size()));
        table.forEach([&](const Record &record) { records.push_back(&record); });
        std::sort(records.begin(), records.end(), [](const Record *a, const Record *b) { return a->id < b->id; });
        for (const Record *record : records)
            tell(*record);
    }

    void tell(const Device &device) const
    {
        if (device.id.isNull())
            return;
        say(m_began,
            Events::DeviceAdded{device.id, device.provider, device.driver,
                                std::make_shared<const DeviceInfo>(device.info)});
        if (device.removed)
            say(m_began, Events::DeviceRemoved{device.id});
    }
    void tell(const App &app) const
    {
        Requests::InitializeEx request;
        request.appName = app.name;
        request.moduleName = app.moduleName;
        request.apiVersion = app.apiVersion;
        request.pid = app.pid;
        request.monitor = app.monitor;
        say(app.since,
            Events::AppInitialized{app.id, std::make_shared<const Requests::InitializeEx>(std::move(request))});
    }
    void tell(const Line &line) const
    {
        say(line.since,
            Events::LineOpened{line.id, line.app, line.device, line.apiVersion, line.privileges, line.mediaModes,
                               line.options, line.addressId, line.callbackInstance});
    }
    void tell(const Call &call) const
    {
        say(call.created, Events::CallCreated{call.id, call.device, call.driver, call.providerBytes, call.info});
        if (call.disconnectMode != 0 && call.state != CallState::Disconnected)
            say(call.stateSince,
                Events::CallState{call.id, CallState::Disconnected, CallState::Unknown, call.disconnectMode});
        if (call.state != CallState::Unknown || call.stateSince != call.created || call.mode != 0)
            say(call.stateSince, Events::CallState{call.id, call.state, CallState::Unknown, call.mode});
    }
    void tell(const Handle &handle) const
    {
        const Microseconds born = m_began + Microseconds(handle.bornAt) * 10'000;
        say(born,
            Events::HandleCreated{handle.id, handle.call, handle.line, m_world.appOf(handle), handle.privilege,
                                  World::bytesPerHandle()});
    }

    const World &m_world;
    const Microseconds m_began;
    const std::function<void(const Event &)> &m_take;
};

} // namespace

WorldOrigin originOf(const World &world)
{
    const Totals &totals = world.totals();
    return {world.seq(),           world.time(),         world.m_epoch,  totals.callsCreated,
            totals.handlesCreated, totals.handlesVoided, totals.findings};
}

void forEachRecord(const World &world, const std::function<void(const Event &)> &take) { Teller(world, take).tell(); }

WorldRestorer::WorldRestorer(const WorldOrigin &origin)
    : m_origin(origin)
{
    m_world.m_epoch = origin.began;
}

void WorldRestorer::add(const Event &record)
{
    const auto *const closed = std::get_if<Events::LineClosed>(&record.payload);
    Device *const device = closed ? m_world.deviceFor(closed->device) : nullptr;
    if (device)
        device->closedText = closed->text;
    else
        m_world.apply(record);
}

World WorldRestorer::take()
{
    m_world.m_seq = m_origin.seq;
    m_world.m_time = m_origin.time;
    m_world.m_epoch = m_origin.began;
    m_world.m_totals.callsCreated = m_origin.callsCreated;
    m_world.m_totals.handlesCreated = m_origin.handlesCreated;
    m_world.m_totals.handlesVoided = m_origin.handlesVoided;
    m_world.m_totals.findings = m_origin.findings;
    return std::move(m_world);
}

} // namespace Linescope
