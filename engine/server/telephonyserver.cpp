// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/telephonyserver.h"

#include "server/telephonyserver_p.h"
#include "tapi/names.h"

#include <QMetaMethod>

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

TelephonyServer::TelephonyServer(Clock *clock, const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, options))
{
}

TelephonyServer::~TelephonyServer() = default;

const World &TelephonyServer::world() const { return d->world; }
const Journal &TelephonyServer::journal() const { return d->journal; }
Clock *TelephonyServer::clock() const { return d->clock; }

void TelephonyServer::connectNotify(const QMetaMethod &signal)
{
    static const QMetaMethod batches = QMetaMethod::fromSignal(&TelephonyServer::advanced);
    if (signal != batches)
        ++d->factListeners;
}

// ---- transactions ----

// An observer may ask for more while it is told (a virtual application answers): that is told afterwards, in order.
void TelephonyServer::Private::flush()
{
    if (flushing)
        return;
    flushing = true;
    while (!batch.isEmpty()) {
        told.swap(batch);
        journal.append(told);
        if (factListeners > 0) {
            for (const Event &event : std::as_const(told))
                emitFacts(event);
        }
        Q_EMIT q->advanced(told);
        told.clear();
    }
    flushing = false;
}

void TelephonyServer::Private::emitFacts(const Event &event)
{
    std::visit(
        Overload{
            [this](const Events::ProviderState &e) { Q_EMIT q->providerStateChanged(e.provider, e.up, e.text); },
            [this](const Events::AppInitialized &e) { Q_EMIT q->appInitialized(e.app); },
            [this](const Events::AppShutdown &e) { Q_EMIT q->appShutdown(e.app, e.reason); },
            [this](const Events::DeviceAdded &e) { Q_EMIT q->deviceAdded(e.device); },
            [this](const Events::DeviceRemoved &e) { Q_EMIT q->deviceRemoved(e.device); },
            [this](const Events::DeviceState &e) { Q_EMIT q->deviceStateChanged(e.device, e.inService); },
            [this](const Events::LineOpened &e) { Q_EMIT q->lineOpened(e.line, e.app); },
            [this](const Events::LineClosed &e) { Q_EMIT q->lineClosed(e.line, e.reason); },
            [this](const Events::CallCreated &e) { Q_EMIT q->callCreated(e.call); },
            [this](const Events::CallState &e) { Q_EMIT q->callStateChanged(e.call, e.state, e.previous, e.mode); },
            [this](const Events::CallInfo &e) { Q_EMIT q->callInfoChanged(e.call, e.changed); },
            [](const Events::CallBytes &) {},
            [this](const Events::CallReleased &e) { Q_EMIT q->callReleased(e.call); },
            [this](const Events::HandleCreated &e) { Q_EMIT q->handleCreated(e.handle, e.call, e.app); },
            [this](const Events::HandlePrivilege &e) { Q_EMIT q->handlePrivilegeChanged(e.handle, e.privilege); },
            [this](const Events::HandleVoided &e) { Q_EMIT q->handleVoided(e.handle, e.reason); },
            [this](const Events::Message &e) { Q_EMIT q->messagePosted(e.app, e.message); },
            [](const Events::RequestMade &) {},
            [](const Events::RequestResult &) {},
            [](const Events::CommandSent &) {},
            [](const Events::ReportReceived &) {},
            [this](const Events::FindingRaised &e) { Q_EMIT q->findingRaised(*e.finding); },
        },
        event.payload);
}

// ---- messages ----

void TelephonyServer::Private::post(HLineApp app, const LineMessage &message)
{
    AppEntry &entry = entryOf(app);
    if (entry.queue.size() >= options.maxQueuedMessages) {
        const LineMessage dropped = entry.queue.pop();
        if (dropped.id == MessageId::Reply)
            entry.replied.remove(dropped.param1);
        if (!std::exchange(entry.overrun, true))
            raise("R-4", Severity::Warning, shortName(app),
                  tr("The application does not fetch its messages: the oldest are dropped."));
    }
    entry.queue.push(message);
    record(Events::Message{app, message});
}

void TelephonyServer::Private::postToLine(const Line &line, LineMessage message)
{
    message.callbackInstance = line.callbackInstance;
    post(line.app, message);
}

void TelephonyServer::Private::postToAll(ApiVersion atLeast, const LineMessage &message)
{
    std::vector<HLineApp> receivers;
    world.apps().forEach([&](const App &app) {
        if (app.apiVersion >= atLeast)
            receivers.push_back(app.id);
    });
    std::sort(receivers.begin(), receivers.end());
    for (HLineApp app : receivers)
        post(app, message);
}

std::optional<LineMessage> TelephonyServer::lineGetMessage(HLineApp app)
{
    Private::AppEntry *const entry = d->apps.find(app);
    if (!entry || entry->queue.isEmpty())
        return {};
    const LineMessage message = entry->queue.pop();
    if (message.id == MessageId::Reply)
        entry->replied.remove(message.param1);
    entry->overrun = entry->overrun && !entry->queue.isEmpty();
    return message;
}

qsizetype TelephonyServer::queuedMessages(HLineApp app) const
{
    const Private::AppEntry *const entry = d->apps.find(app);
    return entry ? entry->queue.size() : 0;
}

// ---- checks (E-1) ----

Result<> TelephonyServer::Private::requireApp(HLineApp app) const
{
    if (lastApp == 0)
        return fail(LineError::Uninitialized);
    if (!world.apps().contains(app))
        return fail(LineError::InvalAppHandle);
    return {};
}

const Line *TelephonyServer::Private::lineOf(HLineApp app, HLine line) const
{
    const Line *found = world.line(line);
    return found && found->app == app ? found : nullptr;
}

Result<const Line *> TelephonyServer::Private::requireLine(HLineApp app, HLine line) const
{
    if (lastApp == 0)
        return fail(LineError::Uninitialized);
    const Line *found = lineOf(app, line);
    return found ? Result<const Line *>(found) : fail(LineError::InvalLineHandle);
}

Result<TelephonyServer::Private::Target> TelephonyServer::Private::target(HLineApp app, HCall call) const
{
    if (lastApp == 0)
        return fail(LineError::Uninitialized);
    const Handle *handle = world.handle(call);
    const Line *line = handle ? lineOf(app, handle->line) : nullptr;
    if (!line)
        return fail(LineError::InvalCallHandle);
    return Target{handle, &world.calls().at(handle->callSlot), line};
}

Result<DeviceId> TelephonyServer::Private::requireDevice(quint32 deviceId) const
{
    if (deviceId >= world.devices().size())
        return fail(LineError::BadDeviceId);
    if (world.devices()[deviceId].removed)
        return fail(LineError::NoDevice);
    return deviceFromNumber(deviceId);
}

// ---- applications ----

Result<HLineApp> TelephonyServer::lineInitializeEx(const Requests::InitializeEx &request)
{
    const auto hasControl = [](const QString &name) {
        return std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    };
    if (hasControl(request.appName) || hasControl(request.moduleName)
        || (request.appName.isEmpty() && request.moduleName.isEmpty()))
        return fail(LineError::InvalAppName);
    if (std::find(std::begin(apiVersions), std::end(apiVersions), request.apiVersion) == std::end(apiVersions))
        return fail(LineError::InvalParam);

    const Transaction transaction(d.get());
    auto full = std::make_shared<Requests::InitializeEx>(request);
    if (full->moduleName.isEmpty())
        full->moduleName = full->appName;
    if (full->appName.isEmpty())
        full->appName = full->moduleName; // F-69
    const HLineApp app{++d->lastApp};
    Private::AppEntry entry;
    entry.id = app;
    d->apps.insert(std::move(entry));
    d->record(Events::AppInitialized{app, std::move(full)});
    return app;
}

Result<> TelephonyServer::lineShutdown(HLineApp app, bool crashed)
{
    if (const Result<> valid = d->requireApp(app); !valid)
        return valid;
    const Transaction transaction(d.get());
    std::vector<HLine> lines;
    d->world.lines().forEach([&](const Line &line) {
        if (line.app == app)
            lines.push_back(line.id);
    });
    std::sort(lines.begin(), lines.end());
    for (HLine line : lines) { // L-40
        d->close(line, crashed ? LineCloseReason::Crashed : LineCloseReason::Shutdown,
                 crashed ? VoidReason::AppCrashed : VoidReason::AppShutdown);
    }
    d->apps.remove(app);
    d->record(Events::AppShutdown{app, crashed ? ShutdownReason::Crashed : ShutdownReason::Shutdown});
    return {};
}

// ---- providers ----

ProviderId TelephonyServer::addProvider(const QString &name, const ProviderAbilities &abilities, CommandSink sink)
{
    const Transaction transaction(d.get());
    Private::ProviderEntry entry;
    entry.abilities = abilities;
    entry.sink = std::move(sink);
    d->providers.push_back(std::move(entry));
    const ProviderId id{quint32(d->providers.size())};
    d->record(Events::ProviderState{id, false, name, tr("Starting.")});
    return id;
}

ProviderAbilities TelephonyServer::abilities(ProviderId provider) const
{
    return provider.isNull() || provider.value > d->providers.size() ? ProviderAbilities()
                                                                     : d->entryOf(provider).abilities;
}

void TelephonyServer::setAbilities(ProviderId provider, const ProviderAbilities &abilities)
{
    d->entryOf(provider).abilities = abilities;
    Q_EMIT abilitiesChanged(provider);
}

void TelephonyServer::setHealth(ProviderId provider, const Health &health)
{
    const Transaction transaction(d.get());
    d->entryOf(provider).dead = d->entryOf(provider).dead && !health.up;
    const Provider *shown = d->world.provider(provider);
    if (shown->up != health.up || shown->text != health.text)
        d->record(Events::ProviderState{provider, health.up, {}, health.text});
}

void TelephonyServer::Private::send(ProviderId provider, const Command &command)
{
    ProviderEntry &entry = entryOf(provider);
    if (entry.dead)
        return;
    record(Events::CommandSent{provider, command});
    ++entry.commandsSent;
    entry.sink(command);
}

void TelephonyServer::providerDied(ProviderId provider, const QString &reason)
{
    const Transaction transaction(d.get());
    Private::ProviderEntry &entry = d->entryOf(provider);
    entry.dead = true; // nothing is sent from here on
    const std::vector<Device> devices = d->world.devices();
    for (const Device &device : devices) {
        if (device.provider != provider || device.removed)
            continue;
        d->closeByProvider(device.id, LineCloseReason::Provider, reason);
        d->record(Events::DeviceState{device.id, device.driver, false, false, reason});
    }
    entry.lines.clear();
    entry.calls.clear();
    entry.closedCalls.clear();
    entry.refused.clear();
    d->pending.removeIf([&](const auto &pending) { return d->world.device(pending->device)->provider == provider; });
    d->record(Events::ProviderState{provider, false, {}, reason});
}

void TelephonyServer::removeProvider(ProviderId provider)
{
    const Transaction transaction(d.get());
    const std::vector<Device> devices = d->world.devices();
    for (const Device &device : devices) {
        if (device.provider == provider && !device.removed)
            d->removeDevice(device.id);
    }
    d->entryOf(provider).dead = true;
    d->entryOf(provider).sink = [](const Command &) {};
    d->record(Events::ProviderState{provider, false, {}, tr("Disconnected.")});
}

} // namespace Linescope
