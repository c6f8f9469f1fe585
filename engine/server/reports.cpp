// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider reports (rulebook 9). The engine never rewrites a state (S-24); what no provider may say is dropped
// and becomes a finding.

#include "server/telephonyserver_p.h"
#include "tapi/names.h"

#include <algorithm>
#include <array>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

namespace {

// A record may lie across two cache lines.
template<class Record>
void prefetchMemory(const Record *record)
{
    __builtin_prefetch(record);
    __builtin_prefetch(reinterpret_cast<const char *>(record + 1) - 1);
}

} // namespace

void TelephonyServer::report(ProviderId provider, const QList<Report> &batch, quint64 commandsSeen)
{
    if (d->depth > 0) { // from inside a command: taken in when the request that sent it has returned (V-83, M-42)
        d->deferred.append({provider, batch, std::min(commandsSeen, d->entryOf(provider).commandsSent)});
        return;
    }
    d->takeDeferred(); // in order
    const Transaction transaction(d.get());
    d->take(provider, batch, commandsSeen);
}

void TelephonyServer::Private::takeDeferredSoon()
{
    if (std::exchange(deferredIsDue, true))
        return;
    clock->callAt(clock->now(), q, [this] {
        deferredIsDue = false;
        if (depth == 0) // else inside a command that lets events in; what ends it sees that there is more
            takeDeferred();
    });
}

void TelephonyServer::Private::takeDeferred()
{
    for (const Deferred &waiting : std::exchange(deferred, {})) {
        const Transaction transaction(this);
        take(waiting.provider, waiting.batch, waiting.commandsSeen);
    }
}

// The calls of a batch lie all over the memory. Asked for all at once they are fetched side by side; met one by one,
// each would be waited for.
void TelephonyServer::Private::prefetch(ProviderId provider, const QList<Report> &reports) const
{
    const auto &calls = providers[provider.value - 1].calls;
    constexpr qsizetype atOnce = 256; // what a small cache can hold
    std::array<const Call *, atOnce> touched;
    size_t count = 0;
    for (qsizetype i = 0; i < std::min(atOnce, reports.size()); ++i) {
        const auto *state = std::get_if<Reports::CallState>(&reports.at(i));
        const Call *call = state ? world.call(calls.value(state->call)) : nullptr;
        if (!call)
            continue;
        touched[count++] = call;
        prefetchMemory(call);
    }
    for (size_t i = 0; i < count; ++i) {
        if (touched[i]->firstHandle != SlotTable<HCall, Handle>::NoSlot)
            prefetchMemory(&world.handles().at(touched[i]->firstHandle));
    }
}

void TelephonyServer::Private::take(ProviderId provider, const QList<Report> &reports, quint64 commandsSeen)
{
    if (reports.size() > 1)
        prefetch(provider, reports);
    for (const Report &report : reports) {
        std::visit(
            [&](const auto &one) {
                record(Events::ReportReceived{provider, one});
                reportInHand = world.seq();
                take(provider, one, commandsSeen);
            },
            report);
    }
    reportInHand = 0;
}

// ---- devices ----

void TelephonyServer::Private::take(ProviderId provider, const Reports::DeviceAdded &report, quint64)
{
    ProviderEntry &entry = entryOf(provider);
    entry.dead = false;
    const auto &devices = world.devices();
    const auto known = std::find_if(devices.begin(), devices.end(), [&](const Device &device) {
        return device.provider == provider && !device.removed && device.info.name == report.info->name;
    });
    const DeviceId holder = entry.lines.value(report.line);
    if (!holder.isNull() && (known == devices.end() || known->id != holder)) {
        raise("V-65", Severity::Violation, shortName(provider),
              tr("A device was announced by a name that another device has."));
        return;
    }
    if (known != devices.end()) { // after a restart: the same name is the same device
        if (entry.lines.value(known->driver) == known->id)
            entry.lines.remove(known->driver);
        entry.lines.insert(report.line, known->id);
        changeDeviceState(known->id,
                          {report.line, report.info->inService, report.info->connected, report.info->stateText});
        return;
    }
    const DeviceId id = deviceFromNumber(quint32(devices.size())); // O-17
    entry.lines.insert(report.line, id);
    record(Events::DeviceAdded{id, provider, report.line, report.info});
    postToAll(ApiVersion::V1_4, {MessageId::Create, 0, 0, deviceNumber(id), 0, 0}); // L-33
}

DeviceId TelephonyServer::Private::deviceOf(ProviderId provider, DriverLine driver)
{
    const DeviceId id = entryOf(provider).lines.value(driver);
    if (id.isNull() || world.device(id)->removed) {
        raise("V-64", Severity::Violation, shortName(provider), tr("The provider named a line that it does not have."));
        return {};
    }
    return id;
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::DeviceRemoved &report, quint64)
{
    const DeviceId id = deviceOf(provider, report.line);
    if (id.isNull())
        return;
    removeDevice(id);
    entryOf(provider).lines.remove(report.line);
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::LineClose &report, quint64 commandsSeen)
{
    const DeviceId id = deviceOf(provider, report.line);
    if (!id.isNull() && commandsSeen >= deviceEntry(id).openedAt) // else it is about an earlier open
        closeByProvider(id, LineCloseReason::Provider, report.text);
}

// ---- calls ----

void TelephonyServer::Private::take(ProviderId provider, const Reports::NewCall &report, quint64 commandsSeen)
{
    const DeviceId device = deviceOf(provider, report.line);
    if (device.isNull())
        return;
    ProviderEntry &entry = entryOf(provider);
    const quint64 closedAt = deviceEntry(device).closedAt;
    if (commandsSeen < closedAt) { // of an earlier open of the line (O-8): it went with that, and so does what follows
        entry.closedCalls.insert(report.call, closedAt);
        return;
    }
    if (deviceEntry(device).lines.empty() || commandsSeen < deviceEntry(device).openedAt) {
        raise("V-14", Severity::Violation, shortName(device), tr("A call was announced on a line that is not open."));
        return;
    }
    if (report.call.isNull() || entry.calls.contains(report.call)) {
        raise("V-25", Severity::Violation, shortName(device),
              tr("A new call was announced without a name of its own."));
        return;
    }
    const CallId id{++lastCall};
    entry.closedCalls.remove(report.call);
    entry.refused.remove(report.call);
    entry.calls.insert(report.call, id);
    unannounced.insert(id);
    const CallInfo info = withProviderPart({}, report.info.unpack()); // I-6
    record(Events::CallCreated{id, device, report.call, report.bytes, PackedCallInfo(info)});
}

// The call of that name; none if the provider may not speak of it any more. What was on its way when the call was
// closed is dropped without a finding.
CallId TelephonyServer::Private::callOf(ProviderId provider, DriverCall driver, quint64 commandsSeen)
{
    ProviderEntry &entry = entryOf(provider);
    if (const CallId call = entry.calls.value(driver); !call.isNull())
        return call;
    const std::optional<quint64> closedBy = entry.closedCalls.closedBy(driver);
    if (entry.refused.contains(driver))
        raise("V-26", Severity::Violation, shortName(provider),
              tr("The provider spoke of a call that the engine had refused."));
    else if (!closedBy)
        raise("V-18", Severity::Violation, shortName(provider),
              tr("The provider spoke of a call that it has not announced."));
    else if (commandsSeen >= *closedBy)
        raise("V-13", Severity::Violation, shortName(provider),
              tr("The provider spoke of a call after it had been closed."));
    return {};
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::CallState &report, quint64 commandsSeen)
{
    const CallId id = callOf(provider, report.call, commandsSeen);
    if (id.isNull())
        return;
    const Call &call = *world.call(id);
    if (call.isIdle()) { // S-21, S-24
        const bool again = report.state == CallState::Idle;
        raise(again ? "V-16" : "V-15", again ? Severity::Warning : Severity::Violation, shortName(id),
              tr("%1 was reported after IDLE, which is the end of a call.").arg(nameOf(report.state)), id);
        return;
    }
    const bool first = !unannounced.isEmpty() && unannounced.remove(id);
    const quint32 mode = report.state == CallState::Conferenced
        ? conferenceParent(provider, call, DriverCall{report.mode})
        : report.mode;
    const bool firstOfCreated = !unstated.isEmpty() && unstated.remove(id);
    if ((first || firstOfCreated) && report.state == CallState::Idle) // S-22, T-02
        raise("V-17", first ? Severity::Violation : Severity::Warning, shortName(id), tr("A new call began with IDLE."),
              id);
    const CountedAs before = first ? CountedAs::Nothing : countedAs(call.state);
    record(Events::CallState{id, report.state, call.state, mode});
    if (first && report.state != CallState::Idle)
        announceNewCall(id, report.mediaModes);
    else
        postCallState(call);
    if (countedAs(call.state) != before)
        postCallCounts(call.device, call.info);
    if (call.isIdle() && call.handleCount() == 0)
        releaseCall(id);
}

// World does not change while messages are posted, so the handles can be walked as they are.
void TelephonyServer::Private::postCallState(const Call &call)
{
    const bool checkQuiet = !quiet.isEmpty();
    world.forEachHandle(call, [&](const Handle &handle) {
        const Line &line = *world.line(handle.line);
        const bool begins = checkQuiet && quiet.remove(handle.id);
        const quint32 privilege = begins ? quint32(handle.privilege) : 0; // M-30
        postToLine(
            line,
            {MessageId::CallState, handle.id.handle(), 0, quint32(call.state), modeFor(call, line.id), privilege});
    });
}

// For events, a CallId stands for the parent of a CONFERENCED call; 0 if it has none on its line (V-39).
quint32 TelephonyServer::Private::conferenceParent(ProviderId provider, const Call &call, DriverCall driver) const
{
    const Call *parent = world.call(providers[provider.value - 1].calls.value(driver));
    return parent && parent->device == call.device && parent != &call ? parent->id.value : 0;
}

// M-32: each application gets its own handle of a conference, 0 if it has none.
quint32 TelephonyServer::Private::modeFor(const Call &call, HLine line) const
{
    if (call.state != CallState::Conferenced)
        return call.mode;
    const Call *parent = world.call(CallId{call.mode});
    return parent ? handleOf(*parent, line).handle() : 0;
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::CallBytes &report, quint64 commandsSeen)
{
    const CallId id = callOf(provider, report.call, commandsSeen);
    if (!id.isNull() && world.call(id)->providerBytes != report.bytes)
        record(Events::CallBytes{id, report.bytes});
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::Completion &report, quint64)
{
    complete(provider, report);
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::FaultInjected &report, quint64)
{
    constexpr qsizetype most = 10'000; // who refuses more forgets them, and their reports are V-18
    QSet<DriverCall> &refused = entryOf(provider).refused;
    if (refused.size() >= most)
        refused.clear();
    if (report.kind == FaultKind::NullHandle && !report.call.isNull())
        refused.insert(report.call);
}

} // namespace Linescope
