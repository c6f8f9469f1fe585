// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells models what happens: makes events by hand or by chance (seeded), keeps the World they lead to, hands them over
// like an engine does. Every story obeys the rules that models may rely on.
#pragma once

#include "journal/eventfeed.h"
#include "models/liveworld.h"
#include "tapi/clock.h"

#include <QRandomGenerator>

#include <memory>

namespace Linescope::Test {

class Storyteller {
public:
    explicit Storyteller(quint32 seed = 1)
        : m_random(seed)
    {
    }

    ManualClock clock;
    EventFeed feed;
    LiveWorld live{&feed};

    const World &world() const { return m_world; }

    ProviderId provider(const QString &name)
    {
        const ProviderId id{++m_lastProvider};
        add(Events::ProviderState{id, true, name, {}});
        return id;
    }
    HLineApp app(const QString &name)
    {
        const HLineApp id{++m_lastApp};
        Requests::InitializeEx request;
        request.appName = name;
        request.moduleName = name + QStringLiteral(".exe");
        add(Events::AppInitialized{id, std::make_shared<const Requests::InitializeEx>(request)});
        return id;
    }
    DeviceId device(const QString &name, ProviderId provider = {1})
    {
        const DeviceId id{++m_lastDevice};
        DeviceInfo info;
        info.name = name;
        add(Events::DeviceAdded{id, provider, {100 + id.value}, std::make_shared<const DeviceInfo>(info)});
        return id;
    }
    HLine opens(HLineApp app, DeviceId device)
    {
        const HLine id{++m_lastLine};
        Events::LineOpened event;
        event.line = id;
        event.app = app;
        event.device = device;
        event.privileges = Privilege::Owner;
        add(event);
        return id;
    }
    // The line of an application, on a device of its own.
    HLine opensOne()
    {
        provider(QStringLiteral("Simulator"));
        const DeviceId line = device(QStringLiteral("Line 1"));
        return opens(app(QStringLiteral("crm")), line);
    }
    CallId call(DeviceId device, CallState state = CallState::Offering, const QString &caller = {},
                const QString &called = {})
    {
        const CallId id{++m_lastCall};
        add(Events::CallCreated{id, device, {500 + id.value}, 0, info(caller, called)});
        says(id, state);
        return id;
    }
    HCall handle(CallId call, HLine line, Privilege privilege = Privilege::Owner)
    {
        const HCall id{++m_lastHandle};
        add(Events::HandleCreated{id, call, line, m_world.line(line)->app, privilege, World::bytesPerHandle()});
        return id;
    }
    void says(CallId call, CallState state, quint32 mode = 0)
    {
        add(Events::CallState{call, state, m_world.call(call)->state, mode});
    }
    void says(CallId call, const QString &caller, const QString &called)
    {
        add(Events::CallInfo{call, CallInfoState::CallerId, info(caller, called)});
    }
    void becomes(HCall handle, Privilege privilege)
    {
        const Handle &h = *m_world.handle(handle);
        add(Events::HandlePrivilege{handle, h.call, m_world.appOf(h), privilege});
    }
    // The call is released with its last handle.
    void voids(HCall handle, VoidReason reason = VoidReason::Deallocated)
    {
        const Handle h = *m_world.handle(handle);
        const Call &call = *m_world.call(h.call);
        const bool last = call.handleCount() == 1;
        const DeviceId device = call.device;
        add(Events::HandleVoided{handle, h.call, h.line, m_world.appOf(h), reason, call.isIdle(), 0});
        if (last)
            add(Events::CallReleased{h.call, device});
    }
    void closes(HLine line, LineCloseReason reason = LineCloseReason::App,
                VoidReason voidReason = VoidReason::LineClosedByApp)
    {
        std::vector<HCall> handles;
        m_world.handles().forEach([&](const Handle &h) {
            if (h.line == line)
                handles.push_back(h.id);
        });
        for (const HCall handle : handles)
            voids(handle, voidReason);
        const Line record = *m_world.line(line);
        add(Events::LineClosed{line, record.app, record.device, reason, {}});
    }
    void shutsDown(HLineApp app)
    {
        for (const HLine line : linesOf(app))
            closes(line, LineCloseReason::Shutdown, VoidReason::AppShutdown);
        add(Events::AppShutdown{app, ShutdownReason::Shutdown});
    }
    void removes(DeviceId device)
    {
        std::vector<HLine> lines;
        m_world.lines().forEach([&](const Line &line) {
            if (line.device == device)
                lines.push_back(line.id);
        });
        for (const HLine line : lines)
            closes(line, LineCloseReason::Removed, VoidReason::DeviceRemoved);
        add(Events::DeviceRemoved{device});
    }
    template<class Payload>
    void add(const Payload &payload)
    {
        const Event event{m_world.seq() + 1, clock.now(), payload};
        m_world.apply(event);
        m_batch.append(event);
    }
    // Hands over what has happened and shows it. Pushed only, while the window is paused.
    void tells()
    {
        feed.push(m_batch, m_world);
        m_batch.clear();
        if (!live.isPaused())
            live.advanceNow();
    }

    // ---- by chance ----
    int chance(int below) { return int(m_random.bounded(below)); }

    void beginsByChance()
    {
        provider(QStringLiteral("Simulator"));
        for (int i = 0; i < 5; ++i)
            device(QStringLiteral("Line %1").arg(i + 1));
        for (int i = 0; i < 4; ++i)
            app(QStringLiteral("app-%1").arg(QChar(u'd' - i)));
        for (int i = 0; i < 12; ++i)
            opensByChance();
    }
    void happensByChance(int events)
    {
        for (int i = 0; i < events; ++i)
            happensByChance();
    }

private:
    static PackedCallInfo info(const QString &caller, const QString &called)
    {
        CallInfo info;
        info.callerId = caller;
        info.calledId = called;
        return PackedCallInfo(info);
    }
    void happensByChance()
    {
        clock.advance(Microseconds(m_random.bounded(200'000)));
        const int what = chance(100);
        if (what < 25)
            anyLine([this](const Line &line) { startsCall(line.device); });
        else if (what < 55)
            anyCall([this](const Call &call) {
                if (!call.isIdle()) // which is the last
                    says(call.id, anyState());
            });
        else if (what < 65)
            anyCall([this](const Call &call) { says(call.id, anyNumber(), anyNumber()); });
        else if (what < 70)
            anyHandle([this](const Handle &h) {
                becomes(h.id, h.privilege == Privilege::Owner ? Privilege::Monitor : Privilege::Owner);
            });
        else if (what < 75)
            anyCall([this](const Call &call) { takesPart(call.id); });
        else if (what < 95)
            anyHandle([this](const Handle &h) { voids(h.id); });
        else if (what < 97)
            anyLine([this](const Line &line) { closes(line.id); });
        else if (what < 98)
            app(QStringLiteral("app-%1").arg(m_lastApp));
        else
            opensByChance();
    }
    void startsCall(DeviceId device)
    {
        const CallId id = call(device, anyState(), anyNumber(), anyNumber());
        const int holders = 1 + chance(3);
        for (int i = 0; i < holders; ++i)
            takesPart(id, chance(2) == 0 ? Privilege::Owner : Privilege::Monitor);
    }
    // A line of the call's device that has no handle on it yet gets one.
    void takesPart(CallId id, Privilege privilege = Privilege::Owner)
    {
        const Call &call = *m_world.call(id);
        std::vector<HLine> lines;
        m_world.lines().forEach([&](const Line &line) {
            if (line.device == call.device)
                lines.push_back(line.id);
        });
        m_world.forEachHandle(call, [&](const Handle &h) { std::erase(lines, h.line); });
        if (!lines.empty())
            handle(id, lines[size_t(chance(int(lines.size())))], privilege);
    }
    void opensByChance()
    {
        const Device &device = m_world.devices().at(size_t(chance(int(m_lastDevice))));
        if (!device.removed)
            opens(anyApp(), device.id);
    }
    CallState anyState()
    {
        static constexpr CallState states[] = {CallState::Idle,      CallState::Offering,  CallState::Ringback,
                                               CallState::Connected, CallState::OnHold,    CallState::Busy,
                                               CallState::Idle,      CallState::Connected, CallState::Disconnected};
        return states[chance(int(std::size(states)))];
    }
    QString anyNumber() { return chance(5) == 0 ? QString() : QStringLiteral("+33 1 %1").arg(chance(50)); }
    HLineApp anyApp() { return m_world.apps().at(quint32(chance(int(m_world.apps().slotCount())))).id; }
    template<class Table, class F>
    void any(const Table &table, F f)
    {
        const auto record = table.slotCount() == 0 ? typename std::decay_t<decltype(table.at(0))>()
                                                   : table.at(quint32(chance(int(table.slotCount()))));
        if (!record.id.isNull())
            f(record);
    }
    template<class F>
    void anyCall(F f)
    {
        any(m_world.calls(), f);
    }
    template<class F>
    void anyHandle(F f)
    {
        any(m_world.handles(), f);
    }
    template<class F>
    void anyLine(F f)
    {
        any(m_world.lines(), f);
    }
    std::vector<HLine> linesOf(HLineApp app) const
    {
        std::vector<HLine> lines;
        m_world.lines().forEach([&](const Line &line) {
            if (line.app == app)
                lines.push_back(line.id);
        });
        return lines;
    }

    QRandomGenerator m_random;
    World m_world;
    EventBatch m_batch;
    quint32 m_lastProvider = 0;
    quint32 m_lastApp = 0;
    quint32 m_lastDevice = 0;
    quint32 m_lastLine = 0;
    quint32 m_lastCall = 0;
    quint32 m_lastHandle = 0;
};

} // namespace Linescope::Test
