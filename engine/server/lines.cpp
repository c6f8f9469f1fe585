// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening and closing of lines, devices that come and go (rulebook 5).

#include "server/telephonyserver_p.h"

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

Result<ApiVersion> TelephonyServer::lineNegotiateApiVersion(HLineApp app, quint32 deviceId, ApiVersion low,
                                                            ApiVersion high)
{
    if (const Result<> valid = d->requireApp(app); !valid)
        return fail(valid.error());
    if (const Result<DeviceId> device = d->requireDevice(deviceId); !device)
        return fail(device.error());
    const auto best = std::find_if(std::rbegin(apiVersions), std::rend(apiVersions),
                                   [&](ApiVersion version) { return version >= low && version <= high; });
    if (best == std::rend(apiVersions))
        return fail(LineError::IncompatibleApiVersion);
    d->entryOf(app).negotiated.insert(deviceId, *best);
    return *best;
}

Result<HLine> TelephonyServer::lineOpen(HLineApp app, const Requests::Open &request) { return d->open(app, request); }

Result<HLine> TelephonyServer::Private::open(HLineApp app, const Requests::Open &request)
{
    if (const Result<> valid = requireApp(app); !valid)
        return fail(valid.error());
    quint32 deviceId = request.deviceId;
    if (deviceId == LineMapper) { // L-10
        const auto &all = world.devices();
        const auto usable = std::find_if(all.begin(), all.end(), [&](const Device &device) {
            return !device.removed && device.info.inService
                && entryOf(app).negotiated.contains(deviceNumber(device.id));
        });
        if (usable == all.end())
            return fail(LineError::LineMapperFailed);
        deviceId = deviceNumber(usable->id);
    }
    const Result<DeviceId> id = requireDevice(deviceId);
    if (!id)
        return fail(id.error());
    const Device &device = *world.device(*id);

    const ApiVersion negotiated = entryOf(app).negotiated.value(deviceId); // L-1, F-67
    const bool known = std::find(std::begin(apiVersions), std::end(apiVersions), request.apiVersion)
        != std::end(apiVersions);
    if (!known || request.apiVersion > negotiated)
        return fail(LineError::IncompatibleApiVersion);
    const quint32 privileges = request.privileges.toInt(); // L-9
    const Privileges monitorAndOwner = Privilege::Monitor | Privilege::Owner;
    if (privileges == 0
        || (privileges != quint32(Privilege::None) && (privileges & ~quint32(monitorAndOwner.toInt())) != 0))
        return fail(LineError::InvalPrivSelect);
    if (request.options & ~(OpenOptions(OpenOption::SingleAddress) | OpenOption::Proxy))
        return fail(LineError::InvalPrivSelect);
    if (request.options.testFlag(OpenOption::Proxy))
        return fail(LineError::OperationUnavail);
    const bool wantsOwner = request.privileges.testFlag(Privilege::Owner); // P-8
    if (wantsOwner && (!request.mediaModes || (request.mediaModes & ~device.info.mediaModes)))
        return fail(LineError::InvalMediaMode);
    if (request.options.testFlag(OpenOption::SingleAddress) && request.addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId); // P-14
    if (entryOf(device.provider).dead)
        return fail(LineError::ResourceUnavail); // L-8: it may be back soon

    const Transaction transaction(this);
    const ProviderId provider = device.provider;
    const DriverLine driver = device.driver;
    const HLine line{++lastLine};
    DeviceEntry &entry = deviceEntry(*id);
    const bool first = entry.lines.empty();
    entry.lines.push_back(line);
    record(Events::LineOpened{line, app, *id, request.apiVersion, request.privileges,
                              wantsOwner ? request.mediaModes : MediaModes(), request.options, request.addressId,
                              request.callbackInstance});
    if (first) { // L-2
        send(provider, Commands::OpenLine{driver});
        deviceEntry(*id).openedAt = entryOf(provider).commandsSent;
    }
    updateMediaDetection(*id);
    postLineState(*id, LineDevState::Open, 0, 0, app); // L-7
    return line;
}

TelephonyServer::Private::DeviceEntry &TelephonyServer::Private::deviceEntry(DeviceId device)
{
    if (device.value > devices.size())
        devices.resize(device.value);
    return devices[device.value - 1];
}

// The union of the media types of all opens goes to the provider whenever it changes (L-2, V-85).
void TelephonyServer::Private::updateMediaDetection(DeviceId id)
{
    DeviceEntry &entry = deviceEntry(id);
    MediaModes modes;
    for (HLine line : entry.lines)
        modes |= world.line(line)->mediaModes;
    if (modes == entry.detected)
        return;
    entry.detected = modes;
    const Device &device = *world.device(id);
    send(device.provider, Commands::SetDefaultMediaDetection{device.driver, modes});
}

Result<> TelephonyServer::lineClose(HLineApp app, HLine line)
{
    if (d->lastApp == 0)
        return fail(LineError::Uninitialized);
    if (!d->lineOf(app, line))
        return fail(LineError::InvalLineHandle);
    const Transaction transaction(d.get());
    d->close(line, LineCloseReason::App, VoidReason::LineClosedByApp);
    return {};
}

// L-15..L-25. The closer gets no message; what it had queued for this line goes (M-48).
void TelephonyServer::Private::close(HLine id, LineCloseReason reason, VoidReason voidReason)
{
    const Line line = *world.line(id);
    statusMasks.remove(id);
    abandonRequests(id);
    std::vector<HCall> handles;
    world.forEachHandle(line, [&](const Handle &handle) { handles.push_back(handle.id); });
    for (auto handle = handles.rbegin(); handle != handles.rend(); ++handle)
        release(*handle, voidReason);
    purgeQueue(line.app);
    entryOf(line.app).queue.removeIf([&](const LineMessage &message) { return message.device == id.handle(); });
    std::erase(deviceEntry(line.device).lines, id);
    record(Events::LineClosed{id, line.app, line.device, reason, {}});
    if (deviceEntry(line.device).lines.empty()) {
        closeAtProvider(line.device);
        return;
    }
    updateMediaDetection(line.device);
    updateStatusMessages(line.device);
    postLineState(line.device, LineDevState::Close, 0, 0, line.app); // L-22
}

// Requests made through this line get no reply (L-23); calls that were being made are given up (H-29, V-10).
void TelephonyServer::Private::abandonRequests(HLine line)
{
    std::vector<RequestId> creating;
    for (auto request = pending.begin(); request != pending.end(); ++request) {
        if (request->line != line)
            continue;
        request->abandoned = true;
        if (!request->creates.empty())
            creating.push_back(request.key());
    }
    std::sort(creating.begin(), creating.end());
    for (RequestId request : creating)
        closeReserved(*pending.constFind(request));
    // Replies that are queued already are not fetched any more either (H-55).
    AppEntry &entry = entryOf(world.line(line)->app);
    entry.queue.removeIf([&](const LineMessage &message) {
        return message.id == MessageId::Reply && entry.replied.value(message.param1) == line;
    });
}

// L-21: the last open has gone; calls that nobody holds any more are closed, then the line.
void TelephonyServer::Private::closeAtProvider(DeviceId id)
{
    std::vector<CallId> rest;
    world.calls().forEach([&](const Call &call) {
        if (call.device == id)
            rest.push_back(call.id);
    });
    std::sort(rest.begin(), rest.end());
    for (CallId call : rest)
        releaseCall(call);
    const Device &device = *world.device(id);
    DeviceEntry &entry = deviceEntry(id);
    entry.detected = {};
    entry.wanted = {};
    send(device.provider, Commands::CloseLine{device.driver});
    entry.closedAt = entryOf(device.provider).commandsSent;
}

// LINE_CLOSE, L-28: everything below the device is invalid first; then each HLINE's application is told, once; then the
// calls and the line are closed at the provider. No message about single calls, no IDLE (L-29).
void TelephonyServer::Private::closeByProvider(DeviceId id, LineCloseReason reason, const QString &text)
{
    const std::vector<HLine> open = deviceEntry(id).lines;
    if (open.empty())
        return;
    const VoidReason voidReason = reason == LineCloseReason::Removed ? VoidReason::DeviceRemoved
                                                                     : VoidReason::LineClosedByProvider;
    std::vector<Line> closed;
    for (HLine line : open) {
        closed.push_back(*world.line(line));
        statusMasks.remove(line);
        abandonRequests(line);
        std::vector<Handle> handles;
        world.forEachHandle(closed.back(), [&](const Handle &handle) { handles.push_back(handle); });
        for (auto handle = handles.rbegin(); handle != handles.rend(); ++handle)
            voidHandle(*handle, voidReason);
        purgeQueue(closed.back().app);
        entryOf(closed.back().app).queue.removeIf([&](const LineMessage &message) {
            return message.device == line.handle();
        });
        record(Events::LineClosed{line, closed.back().app, id, reason, text});
    }
    deviceEntry(id).lines.clear();
    for (const Line &line : closed)
        postToLine(line, {MessageId::Close, line.id.handle(), 0, 0, 0, 0});
    closeAtProvider(id);
}

// LINE_REMOVE, L-30: LINE_CLOSE comes first (M-43), the number stays reserved (L-31).
void TelephonyServer::Private::removeDevice(DeviceId id)
{
    closeByProvider(id, LineCloseReason::Removed, tr("The device was removed."));
    record(Events::DeviceRemoved{id});
    postToAll(ApiVersion::V2_0, {MessageId::Remove, 0, 0, deviceNumber(id), 0, 0}); // M-14
}

} // namespace Linescope
