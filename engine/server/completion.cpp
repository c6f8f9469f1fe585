// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes of a request (ASYNC_COMPLETION): LINE_REPLY, and the calls that it created. No function is special here.

#include "server/telephonyserver_p.h"

#include <algorithm>
#include <array>

namespace Linescope {

namespace {

constexpr size_t rememberedParks = 256;

} // namespace

void TelephonyServer::Private::complete(ProviderId provider, const Reports::Completion &report)
{
    const auto found = pending.constFind(report.request);
    if (found == pending.constEnd() || world.device(found->device)->provider != provider) {
        raise("V-1", Severity::Violation, shortName(provider),
              tr("Request %1 was completed, but none of that number is pending.").arg(report.request.value));
        return;
    }
    const Pending request = pending.take(report.request);
    if (!request.creates.empty()) {
        completeCreation(provider, request, report);
        return;
    }
    if (report.result == LineError::None)
        rememberActor(request);
    if (report.result == LineError::None && request.asksForPlace && !request.abandoned) {
        parked.push_back({request.app, report.request, report.parkAddress});
        if (parked.size() > rememberedParks)
            parked.pop_front();
    }
    reply(request, report.request, report.result);
}

// F-69: the first that accepts or answers a call gives it its name.
void TelephonyServer::Private::rememberActor(const Pending &request)
{
    const bool claims = request.function
            == functionIndex<Requests::Accept> || request.function == functionIndex<Requests::Answer>;
    const Call *call = world.call(request.call);
    const App *app = world.app(request.app);
    if (!claims || !call || !app || !call->info.text(&CallInfo::appName).isEmpty())
        return;
    CallInfo info = call->info.unpack();
    info.appName = app->name;
    record(Events::CallInfo{call->id, CallInfoState::Other, PackedCallInfo(info)});
}

void TelephonyServer::Private::reply(const Pending &request, RequestId id, LineError result)
{
    AppEntry *const app = apps.find(request.app);
    if (request.abandoned || !app)
        return;
    app->replied.insert(id.value, request.line);
    post(request.app, {MessageId::Reply, 0, 0, id.value, quint32(result), 0});
}

// ---- calls that come to be ----

// M-40: the reply comes first, then everything else about the calls.
void TelephonyServer::Private::completeCreation(ProviderId provider, const Pending &request,
                                                const Reports::Completion &report)
{
    const std::array named{report.call, report.consult};
    const auto names = std::span(named).first(request.creates.size());
    LineError result = report.result;
    if (result == LineError::None && !namesAreTheirOwn(provider, names))
        result = LineError::OperationFailed;
    if (result != LineError::None) {                                  // O-13
        if (options.closeCallAfterFailedCreate && !request.abandoned)
            closeReserved(request);
        reply(request, report.request, result);
        return;
    }
    if (request.abandoned) {
        closeTooLate(provider, request, names);
        return;
    }
    for (size_t i = 0; i < names.size(); ++i)
        createCall(request, request.creates[i], names[i]);
    reply(request, report.request, LineError::None);
    for (const Reserved &made : request.creates)
        announceCreatedCall(made.call);
    postCallCounts(request.device, request.creates.front().info); // all of them are on one address
}

bool TelephonyServer::Private::namesAreTheirOwn(ProviderId provider, std::span<const DriverCall> names)
{
    const auto &calls = entryOf(provider).calls;
    const bool missing = std::any_of(names.begin(), names.end(), [](DriverCall name) { return name.isNull(); });
    const bool taken = std::any_of(names.begin(), names.end(), [&](DriverCall name) { return calls.contains(name); })
        || std::adjacent_find(names.begin(), names.end()) != names.end();
    if (missing || taken)
        raise(missing ? "V-22" : "V-25", Severity::Violation, shortName(provider),
              tr("A new call was completed without a name of its own."));
    return !missing && !taken;
}

void TelephonyServer::Private::createCall(const Pending &request, const Reserved &made, DriverCall driver)
{
    ProviderEntry &entry = entryOf(world.device(request.device)->provider);
    entry.closedCalls.remove(driver);
    entry.calls.insert(driver, made.call);
    record(Events::CallCreated{made.call, request.device, driver, 0, made.info});
    record(Events::HandleCreated{made.handle, made.call, request.line, request.app, Privilege::Owner,
                                 World::bytesPerHandle()}); // P-9
    quiet.insert(made.handle);
    unstated.insert(made.call);
}

void TelephonyServer::Private::closeReserved(const Pending &request)
{
    const ProviderId provider = world.device(request.device)->provider;
    for (const Reserved &made : request.creates)
        send(provider, Commands::CloseCall{{made.call, {}}});
}

// The line closed before, and the provider had made the calls when it heard of it. They go with a line that has closed
// altogether (V-82).
void TelephonyServer::Private::closeTooLate(ProviderId provider, const Pending &request,
                                            std::span<const DriverCall> names)
{
    const bool lineIsOpen = !deviceEntry(request.device).lines.empty();
    ProviderEntry &entry = entryOf(provider);
    for (size_t i = 0; i < names.size(); ++i) {
        if (lineIsOpen)
            send(provider, Commands::CloseCall{{request.creates[i].call, names[i]}});
        entry.closedCalls.insert(names[i], entry.commandsSent);
    }
}

} // namespace Linescope
