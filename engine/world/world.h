// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is true now, as plain data. apply() is the only way to change it; it is total and has no opinion: it never
// fails, never asks, never emits. Copyable (a copy is a snapshot); equal Worlds hold the same truth.
#pragma once

#include "world/event.h"
#include "world/slottable.h"

#include <QString>

#include <algorithm>

namespace Linescope {

struct Provider {
    ProviderId id;
    QString name;
    bool up = false;
    QString text;
    friend bool operator==(const Provider &, const Provider &) = default;
};

struct App {
    HLineApp id;
    QString name;
    QString moduleName;
    ApiVersion apiVersion = ApiVersion::V2_2;
    qint64 pid = 0;
    bool monitor = false; // Linescope's own watcher (G-13)
    Microseconds since = 0;
    quint32 lines = 0;    // HLINEs open
    quint32 handles = 0;  // live and retained
    quint32 retained = 0; // of these, on calls that are IDLE
    friend bool operator==(const App &, const App &) = default;
};

struct Device {
    DeviceId id;
    ProviderId provider;
    DriverLine driver;
    DeviceInfo info; // as last reported
    bool removed = false;
    quint32 opens = 0; // HLINEs (L-11)
    quint32 calls = 0; // not IDLE
    quint32 handles = 0;
    quint32 retained = 0; // handles on calls that are IDLE
    QString closedText;   // the provider's words when it last closed the line, until it is opened again
    friend bool operator==(const Device &, const Device &) = default;
};

struct Line { // an HLINE
    HLine id;
    HLineApp app;
    DeviceId device;
    ApiVersion apiVersion = ApiVersion::V2_2;
    Privileges privileges;
    MediaModes mediaModes;
    OpenOptions options;
    quint32 addressId = 0;
    quint32 callbackInstance = 0;
    Microseconds since = 0;
    quint32 handles = 0;
    quint32 retained = 0;
    quint32 firstHandle = 0xffffffff; // slot of the newest; the others follow by Handle::nextOfLine
    friend bool operator==(const Line &, const Line &) = default;
};

struct Call {
    CallId id;
    DeviceId device;
    DriverCall driver;
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    quint32 disconnectMode = 0; // the last one seen, kept after IDLE (S-29)
    quint32 owners = 0;
    quint32 monitors = 0;
    quint32 firstHandle = 0xffffffff; // slot of the newest handle; the others follow by Handle::nextOfCall
    quint32 providerBytes = 0;        // 0 = not reported
    Microseconds created = 0;
    Microseconds stateSince = 0;
    PackedCallInfo info;

    bool isIdle() const { return state == CallState::Idle; }
    quint32 handleCount() const { return owners + monitors; }
    // Ownerless, not over, and somebody watches: nobody can end it (P-31).
    bool isUnowned() const { return owners == 0 && monitors > 0 && !isIdle(); }
    friend bool operator==(const Call &, const Call &) = default;
};

struct Handle { // an HCALL
    HCall id;
    HLine line;
    CallId call;
    quint32 callSlot = 0xffffffff;
    quint32 nextOfCall = 0xffffffff;
    quint32 previousOfCall = 0xffffffff;
    quint32 nextOfLine = 0xffffffff;
    quint32 previousOfLine = 0xffffffff;
    Privilege privilege = Privilege::Monitor;
    quint32 bornAt = 0; // hundredths of a second after the World's first event: 497 days
    friend bool operator==(const Handle &, const Handle &) = default;
};

struct Totals { // kept as events come, so that key figures cost nothing
    quint32 liveCalls = 0;
    quint32 retainedCalls = 0; // IDLE and still held
    quint32 retainedHandles = 0;
    quint64 handlesCreated = 0;
    quint64 handlesVoided = 0;
    quint64 callsCreated = 0;
    quint64 libraryBytes = 0;         // the engine's memory for all calls and handles
    quint64 retainedLibraryBytes = 0; // of that, for calls that are IDLE
    quint64 providerBytes = 0;        // as reported
    quint64 retainedProviderBytes = 0;
    quint64 findings = 0;
    friend bool operator==(const Totals &, const Totals &) = default;
};

struct WorldOrigin;

class World {
public:
    void apply(const Event &event);
    void apply(const EventBatch &batch);
    // The same for whom the event's payload is at hand.
    template<class Payload>
    void apply(const Event &event, const Payload &payload)
    {
        m_seq = event.seq;
        m_time = event.time;
        if (m_epoch == 0)
            m_epoch = event.time;
        apply(payload);
    }

    quint64 seq() const { return m_seq; }        // of the last event
    Microseconds time() const { return m_time; } // of the last event
    const Totals &totals() const { return m_totals; }

    const std::vector<Provider> &providers() const { return m_providers; } // by id, none ever goes
    const std::vector<Device> &devices() const { return m_devices; }       // by dwDeviceID, removed ones too (L-31)
    const SlotTable<HLineApp, App> &apps() const { return m_apps; }
    const SlotTable<HLine, Line> &lines() const { return m_lines; }
    const SlotTable<CallId, Call> &calls() const { return m_calls; }
    const SlotTable<HCall, Handle> &handles() const { return m_handles; }

    const Provider *provider(ProviderId id) const;
    const Device *device(DeviceId id) const;
    const App *app(HLineApp id) const { return m_apps.find(id); }
    const Line *line(HLine id) const { return m_lines.find(id); }
    const Call *call(CallId id) const { return m_calls.find(id); }
    const Handle *handle(HCall id) const { return m_handles.find(id); }

    // The application that holds a handle.
    HLineApp appOf(const Handle &handle) const;
    // To the hundredth of a second, never before its call.
    Microseconds bornAt(const Handle &handle) const
    {
        return std::max(m_epoch + Microseconds(handle.bornAt) * 10'000, m_calls.at(handle.callSlot).created);
    }

    // Calls f(const Handle &) for every handle of a call, newest first.
    template<class F>
    void forEachHandle(const Call &call, F f) const
    {
        for (quint32 slot = call.firstHandle; slot != SlotTable<HCall, Handle>::NoSlot;) {
            const Handle &handle = m_handles.at(slot);
            slot = handle.nextOfCall;
            f(handle);
        }
    }

    // The same for an HLINE.
    template<class F>
    void forEachHandle(const Line &line, F f) const
    {
        for (quint32 slot = line.firstHandle; slot != SlotTable<HCall, Handle>::NoSlot;) {
            const Handle &handle = m_handles.at(slot);
            slot = handle.nextOfLine;
            f(handle);
        }
    }

    // The engine's memory for a call's record, shared by all its handles; and for one handle.
    static quint32 bytesOf(const Call &call);
    static constexpr quint32 bytesPerHandle() { return SlotTable<HCall, Handle>::bytesPerRecord(); }

    // One line per object, sorted: what a test prints when two Worlds differ.
    QStringList dump() const;

    // The same truth, wherever its records lie.
    friend bool operator==(const World &a, const World &b);

private:
    friend class WorldRestorer;
    friend WorldOrigin originOf(const World &world);
    void apply(const Events::ProviderState &event);
    void apply(const Events::AppInitialized &event);
    void apply(const Events::AppShutdown &event);
    void apply(const Events::DeviceAdded &event);
    void apply(const Events::DeviceRemoved &event);
    void apply(const Events::DeviceState &event);
    void apply(const Events::LineOpened &event);
    void apply(const Events::LineClosed &event);
    void apply(const Events::CallCreated &event);
    void apply(const Events::CallState &event);
    void apply(const Events::CallInfo &event);
    void apply(const Events::CallBytes &event);
    void apply(const Events::CallReleased &event);
    void apply(const Events::HandleCreated &event);
    void apply(const Events::HandlePrivilege &event);
    void apply(const Events::HandleVoided &event);
    void apply(const Events::FindingRaised &event);
    void apply(const Events::Message &) { }
    void apply(const Events::RequestMade &) { }
    void apply(const Events::RequestResult &) { }
    void apply(const Events::CommandSent &) { }
    void apply(const Events::ReportReceived &) { }

    Device *deviceFor(DeviceId id);
    void countRetained(const Call &call, int sign);

    quint64 m_seq = 0;
    Microseconds m_time = 0;
    Microseconds m_epoch = 0; // time of the first event
    Totals m_totals;
    std::vector<Provider> m_providers;
    std::vector<Device> m_devices;
    SlotTable<HLineApp, App> m_apps;
    SlotTable<HLine, Line> m_lines;
    SlotTable<CallId, Call> m_calls;
    SlotTable<HCall, Handle> m_handles;
};

} // namespace Linescope
