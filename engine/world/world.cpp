// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world/world.h"

#include "tapi/names.h"

#include <QStringList>

namespace Linescope {

namespace {

// For counters that go up and down together: +1 or -1 of an unsigned number.
template<class Counter>
void add(Counter &counter, qint64 amount)
{
    counter = Counter(qint64(counter) + amount);
}

} // namespace

void World::apply(const EventBatch &batch)
{
    for (const Event &event : batch)
        apply(event);
}

void World::apply(const Event &event)
{
    std::visit([&](const auto &payload) { apply(event, payload); }, event.payload);
}

const Provider *World::provider(ProviderId id) const
{
    return id.isNull() || id.value > m_providers.size() ? nullptr : &m_providers[id.value - 1];
}

const Device *World::device(DeviceId id) const
{
    return id.isNull() || id.value > m_devices.size() ? nullptr : &m_devices[id.value - 1];
}

Device *World::deviceFor(DeviceId id) { return const_cast<Device *>(std::as_const(*this).device(id)); }

HLineApp World::appOf(const Handle &handle) const
{
    const Line *line = m_lines.find(handle.line);
    return line ? line->app : HLineApp();
}

quint32 World::bytesOf(const Call &call)
{
    return SlotTable<CallId, Call>::bytesPerRecord() + quint32(call.info.heapBytes());
}

void World::apply(const Events::ProviderState &event)
{
    if (event.provider.isNull())
        return;
    if (event.provider.value > m_providers.size())
        m_providers.resize(event.provider.value);
    Provider &provider = m_providers[event.provider.value - 1];
    provider.id = event.provider;
    if (!event.name.isEmpty())
        provider.name = event.name;
    provider.up = event.up;
    provider.text = event.text;
}

void World::apply(const Events::AppInitialized &event)
{
    const Requests::InitializeEx &request = *event.request;
    App app;
    app.id = event.app;
    app.name = request.appName;
    app.moduleName = request.moduleName;
    app.apiVersion = request.apiVersion;
    app.pid = request.pid;
    app.monitor = request.monitor;
    app.since = m_time;
    m_apps.insert(std::move(app));
}

void World::apply(const Events::AppShutdown &event) { m_apps.remove(event.app); }

void World::apply(const Events::DeviceAdded &event)
{
    if (event.device.isNull())
        return;
    if (event.device.value > m_devices.size())
        m_devices.resize(event.device.value);
    Device &device = m_devices[event.device.value - 1];
    device.id = event.device;
    device.provider = event.provider;
    device.driver = event.driver;
    device.info = *event.info;
}

void World::apply(const Events::DeviceRemoved &event)
{
    Device *device = deviceFor(event.device);
    if (!device)
        return;
    device->removed = true;
    device->info.inService = false;
}

void World::apply(const Events::DeviceState &event)
{
    Device *device = deviceFor(event.device);
    if (!device)
        return;
    device->driver = event.driver;
    device->info.inService = event.inService;
    device->info.connected = event.connected;
    device->info.stateText = event.text;
}

void World::apply(const Events::LineOpened &event)
{
    App *app = m_apps.find(event.app);
    Device *device = deviceFor(event.device);
    if (!app || !device)
        return;
    Line line;
    line.id = event.line;
    line.app = event.app;
    line.device = event.device;
    line.apiVersion = event.apiVersion;
    line.privileges = event.privileges;
    line.mediaModes = event.mediaModes;
    line.options = event.options;
    line.addressId = event.addressId;
    line.callbackInstance = event.callbackInstance;
    line.since = m_time;
    m_lines.insert(std::move(line));
    ++app->lines;
    ++device->opens;
    device->closedText.clear();
}

void World::apply(const Events::LineClosed &event)
{
    App *app = m_apps.find(event.app);
    Device *device = deviceFor(event.device);
    if (!app || !device || !m_lines.contains(event.line))
        return;
    m_lines.remove(event.line);
    --app->lines;
    --device->opens;
    if (event.reason == LineCloseReason::Provider || event.reason == LineCloseReason::Removed)
        device->closedText = event.text;
}

void World::apply(const Events::CallCreated &event)
{
    Device *device = deviceFor(event.device);
    if (!device || m_calls.contains(event.call))
        return;
    Call call;
    call.id = event.call;
    call.device = event.device;
    call.driver = event.driver;
    call.providerBytes = event.bytes;
    call.created = m_time;
    call.stateSince = m_time;
    call.info = event.info;
    ++m_totals.callsCreated;
    ++m_totals.liveCalls;
    m_totals.libraryBytes += bytesOf(call);
    m_totals.providerBytes += call.providerBytes;
    ++device->calls;
    m_calls.insert(std::move(call));
}

void World::apply(const Events::CallState &event)
{
    Call *const found = m_calls.find(event.call);
    if (!found)
        return;
    Call &call = *found;
    const bool wasIdle = call.isIdle();
    call.state = event.state;
    call.mode = event.mode;
    call.stateSince = m_time;
    if (event.state == CallState::Disconnected)
        call.disconnectMode = event.mode;
    if (wasIdle || !call.isIdle())
        return;
    --m_totals.liveCalls;
    --deviceFor(call.device)->calls;
    if (call.handleCount() > 0)
        countRetained(call, +1);
}

// Everything that counts retained handles: all of one call at once, when it goes IDLE.
void World::countRetained(const Call &call, int sign)
{
    m_totals.retainedCalls += quint32(sign);
    add(m_totals.retainedHandles, sign * qint64(call.handleCount()));
    add(m_totals.retainedLibraryBytes, sign * (qint64(bytesOf(call)) + call.handleCount() * qint64(bytesPerHandle())));
    add(m_totals.retainedProviderBytes, sign * qint64(call.providerBytes));
    add(deviceFor(call.device)->retained, sign * qint64(call.handleCount()));
    forEachHandle(call, [&](const Handle &handle) {
        Line *const line = m_lines.find(handle.line);
        App *const app = line ? m_apps.find(line->app) : nullptr;
        if (!app) // the journal of a stranger: the line or its application went before its handles
            return;
        add(line->retained, sign);
        add(app->retained, sign);
    });
}

void World::apply(const Events::CallInfo &event)
{
    Call *const found = m_calls.find(event.call);
    if (!found)
        return;
    Call &call = *found;
    const bool retained = call.isIdle() && call.handleCount() > 0;
    const qint64 before = bytesOf(call);
    call.info = event.info;
    const qint64 change = qint64(bytesOf(call)) - before;
    add(m_totals.libraryBytes, change);
    if (retained)
        add(m_totals.retainedLibraryBytes, change);
}

void World::apply(const Events::CallBytes &event)
{
    Call *const found = m_calls.find(event.call);
    if (!found)
        return;
    Call &call = *found;
    const qint64 change = qint64(event.bytes) - call.providerBytes;
    call.providerBytes = event.bytes;
    add(m_totals.providerBytes, change);
    if (call.isIdle() && call.handleCount() > 0)
        add(m_totals.retainedProviderBytes, change);
}

void World::apply(const Events::CallReleased &event)
{
    const Call *const found = m_calls.find(event.call);
    if (!found)
        return;
    const Call &call = *found;
    if (!call.isIdle()) {
        --m_totals.liveCalls;
        --deviceFor(call.device)->calls;
    }
    m_totals.libraryBytes -= bytesOf(call);
    m_totals.providerBytes -= call.providerBytes;
    m_calls.remove(event.call);
}

void World::apply(const Events::HandleCreated &event)
{
    const quint32 callSlot = m_calls.slotOf(event.call);
    Line *const line = m_lines.find(event.line);
    App *const app = m_apps.find(event.app);
    if (callSlot == SlotTable<CallId, Call>::NoSlot || !line || !app || m_handles.contains(event.handle))
        return;
    Call &call = m_calls.at(callSlot);
    Handle handle;
    handle.id = event.handle;
    handle.line = event.line;
    handle.call = event.call;
    handle.callSlot = callSlot;
    handle.privilege = event.privilege;
    handle.nextOfCall = call.firstHandle;
    handle.nextOfLine = line->firstHandle;
    handle.bornAt = quint32((m_time - m_epoch) / 10'000);
    const quint32 slot = m_handles.insert(handle);
    if (call.firstHandle != SlotTable<HCall, Handle>::NoSlot)
        m_handles.at(call.firstHandle).previousOfCall = slot;
    call.firstHandle = slot;
    if (line->firstHandle != SlotTable<HCall, Handle>::NoSlot)
        m_handles.at(line->firstHandle).previousOfLine = slot;
    line->firstHandle = slot;

    ++(event.privilege == Privilege::Owner ? call.owners : call.monitors);
    ++m_totals.handlesCreated;
    m_totals.libraryBytes += bytesPerHandle();
    Device *device = deviceFor(line->device);
    ++line->handles;
    ++app->handles;
    ++device->handles;
    if (!call.isIdle())
        return;
    ++line->retained;
    ++app->retained;
    ++device->retained;
    ++m_totals.retainedHandles;
    m_totals.retainedLibraryBytes += bytesPerHandle();
    if (call.handleCount() == 1) {
        ++m_totals.retainedCalls;
        m_totals.retainedLibraryBytes += bytesOf(call);
        m_totals.retainedProviderBytes += call.providerBytes;
    }
}

void World::apply(const Events::HandlePrivilege &event)
{
    Handle *const found = m_handles.find(event.handle);
    if (!found)
        return;
    Handle &handle = *found;
    Call &call = m_calls.at(handle.callSlot);
    --(handle.privilege == Privilege::Owner ? call.owners : call.monitors);
    ++(event.privilege == Privilege::Owner ? call.owners : call.monitors);
    handle.privilege = event.privilege;
}

void World::apply(const Events::HandleVoided &event)
{
    const Handle *const found = m_handles.find(event.handle);
    Line *const line = m_lines.find(event.line);
    App *const app = m_apps.find(event.app);
    if (!found || !line || !app || found->line != event.line)
        return;
    const Handle handle = *found;
    Call &call = m_calls.at(handle.callSlot);
    constexpr quint32 none = SlotTable<HCall, Handle>::NoSlot;
    if (handle.previousOfCall == none)
        call.firstHandle = handle.nextOfCall;
    else
        m_handles.at(handle.previousOfCall).nextOfCall = handle.nextOfCall;
    if (handle.nextOfCall != none)
        m_handles.at(handle.nextOfCall).previousOfCall = handle.previousOfCall;
    if (handle.previousOfLine == none)
        line->firstHandle = handle.nextOfLine;
    else
        m_handles.at(handle.previousOfLine).nextOfLine = handle.nextOfLine;
    if (handle.nextOfLine != none)
        m_handles.at(handle.nextOfLine).previousOfLine = handle.previousOfLine;
    m_handles.remove(event.handle);

    --(handle.privilege == Privilege::Owner ? call.owners : call.monitors);
    ++m_totals.handlesVoided;
    m_totals.libraryBytes -= bytesPerHandle();
    Device *device = deviceFor(line->device);
    --line->handles;
    --app->handles;
    --device->handles;
    if (!call.isIdle())
        return;
    --line->retained;
    --app->retained;
    --device->retained;
    --m_totals.retainedHandles;
    m_totals.retainedLibraryBytes -= bytesPerHandle();
    if (call.handleCount() == 0) {
        --m_totals.retainedCalls;
        m_totals.retainedLibraryBytes -= bytesOf(call);
        m_totals.retainedProviderBytes -= call.providerBytes;
    }
}

void World::apply(const Events::FindingRaised &) { ++m_totals.findings; }

namespace {

// What two records have to agree in: everything but the places where others lie.
Line withoutPlaces(Line line)
{
    line.firstHandle = 0;
    return line;
}
Call withoutPlaces(Call call)
{
    call.firstHandle = 0;
    return call;
}
Handle withoutPlaces(Handle handle)
{
    handle.callSlot = 0;
    handle.nextOfCall = handle.previousOfCall = 0;
    handle.nextOfLine = handle.previousOfLine = 0;
    return handle;
}

// The handles of two calls or lines, one by one.
template<class Owner>
bool sameChain(const World &a, const Owner &ownerA, const World &b, const Owner &ownerB)
{
    std::vector<HCall> handles;
    a.forEachHandle(ownerA, [&](const Handle &handle) { handles.push_back(handle.id); });
    size_t i = 0;
    bool same = true;
    b.forEachHandle(ownerB, [&](const Handle &handle) {
        same = same && i < handles.size() && handles[i] == handle.id;
        ++i;
    });
    return same && i == handles.size();
}

template<class Table, class Same>
bool sameRecords(const Table &a, const Table &b, Same same)
{
    bool result = a.size() == b.size();
    a.forEach([&](const auto &record) {
        const auto *const other = result ? b.find(record.id) : nullptr;
        result = other && same(record, *other);
    });
    return result;
}

} // namespace

bool operator==(const World &a, const World &b)
{
    const auto same = [&](const auto &one, const auto &other) { return withoutPlaces(one) == withoutPlaces(other); };
    const auto sameWithHandles = [&](const auto &one, const auto &other) {
        return same(one, other) && sameChain(a, one, b, other);
    };
    return a.m_seq == b.m_seq && a.m_time == b.m_time && a.m_epoch == b.m_epoch && a.m_totals == b.m_totals
        && a.m_providers == b.m_providers && a.m_devices == b.m_devices && a.m_apps == b.m_apps
        && sameRecords(a.m_lines, b.m_lines, sameWithHandles) && sameRecords(a.m_calls, b.m_calls, sameWithHandles)
        && sameRecords(a.m_handles, b.m_handles, same);
}

QStringList World::dump() const
{
    QStringList result;
    for (const Provider &provider : m_providers)
        result.append(shortName(provider.id) + u' ' + provider.name
                      + (provider.up ? QStringLiteral(" up ") : QStringLiteral(" down ")) + provider.text);
    for (const Device &device : m_devices)
        result.append(shortName(device.id) + u' ' + device.info.name
                      + (device.removed ? QStringLiteral(" removed") : QString())
                      + (device.info.inService ? QStringLiteral(" in service") : QStringLiteral(" out of service"))
                      + QStringLiteral(" opens %1 calls %2 handles %3 retained %4")
                            .arg(device.opens)
                            .arg(device.calls)
                            .arg(device.handles)
                            .arg(device.retained));
    m_apps.forEach([&](const App &app) {
        result.append(QStringLiteral("%1 %2 lines %3 handles %4 retained %5")
                          .arg(shortName(app.id), app.name)
                          .arg(app.lines)
                          .arg(app.handles)
                          .arg(app.retained));
    });
    m_lines.forEach([&](const Line &line) {
        result.append(QStringLiteral("%1 %2 %3 %4 handles %5 retained %6")
                          .arg(shortName(line.id), shortName(line.app), shortName(line.device),
                               namesOf(line.privileges).join(u'|'))
                          .arg(line.handles)
                          .arg(line.retained));
    });
    m_calls.forEach([&](const Call &call) {
        result.append(
            QStringLiteral("%1 %2 %3 %4 owners %5 monitors %6 %7")
                .arg(shortName(call.id), shortName(call.device), nameOf(call.state), modeName(call.state, call.mode))
                .arg(call.owners)
                .arg(call.monitors)
                .arg(call.info.text(&CallInfo::callerId)));
    });
    m_handles.forEach([&](const Handle &handle) {
        result.append(shortName(handle.id) + u' ' + shortName(handle.call) + u' ' + shortName(handle.line) + u' '
                      + nameOf(handle.privilege));
    });
    result.sort();
    return result;
}

} // namespace Linescope
