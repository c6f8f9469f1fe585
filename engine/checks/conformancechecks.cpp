// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/conformancechecks.h"

#include "checks/conformancechecks_p.h"

#include <utility>

namespace Linescope {

using Kind = ConformanceChecks::Private::InHand::Kind;

namespace {

// A journal from elsewhere may hold any number.
template<class Tag>
bool isPlausible(Id<Tag> id)
{
    return !id.isNull() && id.value <= 0x0fffffff;
}

} // namespace

ConformanceChecks::ConformanceChecks(const TimeLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

ConformanceChecks::~ConformanceChecks() = default;

void ConformanceChecks::see(const Event &event) { d->see(event); }

void ConformanceChecks::see(const EventBatch &batch)
{
    constexpr qsizetype atOnce = 256; // what a small cache can hold
    for (qsizetype begin = 0; begin < batch.size(); begin += atOnce) {
        const qsizetype end = std::min(batch.size(), begin + atOnce);
        if (end - begin > 1)
            d->prefetch(batch, begin, end);
        for (qsizetype i = begin; i < end; ++i)
            d->see(batch.at(i));
    }
}

// The calls lie all over the memory: asked for all at once, they are fetched side by side.
void ConformanceChecks::Private::prefetch(const EventBatch &batch, qsizetype begin, qsizetype end) const
{
    for (qsizetype i = begin; i < end; ++i) {
        const auto *state = std::get_if<Events::CallState>(&batch.at(i).payload);
        if (const CallWatch *call = state ? calls.find(state->call) : nullptr)
            __builtin_prefetch(call);
    }
}

void ConformanceChecks::passTo(Microseconds time)
{
    d->now.time = std::max(d->now.time, time);
    if (d->now.time >= d->nextDue)
        d->sweep();
}

Microseconds ConformanceChecks::nextDue() const { return d->nextDue; }
QList<Finding> ConformanceChecks::takeFindings() { return std::exchange(d->findings, {}); }
bool ConformanceChecks::hasFindings() const { return !d->findings.isEmpty(); }

qsizetype ConformanceChecks::remembered() const
{
    return d->calls.size() + d->requests.size()
        + qsizetype(d->duties.size() + d->settings.size() + d->generations.size() + d->devices.size());
}

void ConformanceChecks::Private::see(const Event &event)
{
    now.seq = event.seq;
    now.time = std::max(now.time, event.time);
    if (now.time >= nextDue)
        sweep();
    std::visit([this](const auto &payload) { take(payload); }, event.payload);
}

void ConformanceChecks::Private::raise(const char *rule, Severity severity, const QString &subject, const QString &text,
                                       Evidence evidence)
{
    findings.append({rule, severity, subject, text, evidence});
}

// ---- providers and devices ----

// A provider that has gone takes what it owes along.
void ConformanceChecks::Private::take(const Events::ProviderState &event)
{
    if (event.up)
        return;
    for (quint32 slot = 0; slot < requests.slotCount(); ++slot) {
        const RequestWatch &request = requests.at(slot);
        const DeviceWatch *device = request.id.isNull() ? nullptr : deviceOf(request.device);
        if (device && device->provider == event.provider)
            requests.remove(request.id);
    }
}

void ConformanceChecks::Private::take(const Events::DeviceAdded &event)
{
    constexpr quint32 most = 100'000; // a journal from elsewhere may hold any number
    if (event.device.isNull() || event.device.value > most)
        return;
    if (event.device.value > devices.size())
        devices.resize(event.device.value);
    DeviceWatch &device = devices[event.device.value - 1];
    device = {};
    device.id = event.device;
    device.provider = event.provider;
    device.driver = event.driver;
    device.inService = event.info->inService;
    lines.insert({event.provider, event.driver}, event.device);
}

void ConformanceChecks::Private::take(const Events::DeviceRemoved &event)
{
    DeviceWatch *device = deviceOf(event.device);
    if (!device)
        return;
    for (quint32 slot = 0; slot < requests.slotCount(); ++slot) {
        if (!requests.at(slot).id.isNull() && requests.at(slot).device == event.device)
            requests.remove(requests.at(slot).id);
    }
    if (device->closingSeq != 0)
        --closingLines;
    lines.remove({device->provider, device->driver});
    *device = {};
}

void ConformanceChecks::Private::take(const Events::DeviceState &event)
{
    DeviceWatch *device = deviceOf(event.device);
    if (!device)
        return;
    device->inService = event.inService;
    if (device->driver == event.driver)
        return;
    lines.remove({device->provider, device->driver});
    device->driver = event.driver;
    lines.insert({device->provider, device->driver}, device->id);
}

// ---- calls ----

void ConformanceChecks::Private::take(const Events::CallCreated &event)
{
    if (!isPlausible(event.call) || calls.contains(event.call))
        return;
    const Name *before = released.find([&](const Name &name) {
        return !name.driver.isNull() && name.driver == event.driver && name.provider == hand.provider;
    });
    CallWatch call;
    call.id = event.call;
    call.device = event.device;
    call.driver = event.driver;
    call.info = event.info;
    call.lastSeq = handSeq();
    const Linescope::CallInfo info = event.info.unpack();
    note(call, info);
    if (hand.kind == Kind::Completion)
        call.beginning = checkBeginning(event.call, call.from);
    if (CallWatch *first = calls.find(call.from))
        first->hasConsultation = true;
    if (before && now.time - before->time < limits.reuse)
        raise("V-25", Severity::Warning, shortName(call.id),
              tr("The name of a call that has just been closed was used again at once."), {handSeq(), before->seq});
    if (call.beginning == Checks::Beginning::Announced) {
        call.hasRecord = true;
        checkParties(call, info);
        checkMedia(call);
    }
    addDuty(Duty::Kind::FirstState, call.id.value, handSeq(), limits.firstState);
    calls.insert(std::move(call));
}

void ConformanceChecks::Private::take(const Events::CallReleased &event)
{
    const CallWatch *call = calls.find(event.call);
    if (!call)
        return;
    forget(*call);
    const DeviceWatch *device = deviceOf(call->device);
    released.add({device ? device->provider : ProviderId(), call->driver, call->device, now.time, now.seq, 0});
    calls.remove(event.call);
}

void ConformanceChecks::Private::take(const Events::RequestMade &event)
{
    appDrops = event.request && std::holds_alternative<Requests::Drop>(*event.request);
}

// ---- reports ----

void ConformanceChecks::Private::take(const Events::ReportReceived &event)
{
    hand = {};
    hand.seq = now.seq;
    hand.provider = event.provider;
    now.provider = event.provider;
    std::visit(Overload{
                   [this](const Reports::CallState &report) {
                       hand.kind = Kind::CallState;
                       hand.call = report.call;
                       hand.state = report.state;
                       hand.mode = report.mode;
                       hand.media = report.mediaModes;
                       if (closingLines > 0)
                           checkClosingCall(report.call);
                   },
                   [this](const Reports::NewCall &report) {
                       hand.kind = Kind::NewCall;
                       hand.call = report.call;
                       DeviceWatch *device = closingLines > 0 ? deviceOf(hand.provider, report.line) : nullptr;
                       if (device && device->closingSeq != 0)
                           checkClosing(*device);
                   },
                   [this](const Reports::CallInfo &report) {
                       hand.kind = Kind::CallInfo;
                       hand.call = report.call;
                       hand.changed = report.changed;
                       if (closingLines > 0)
                           checkClosingCall(report.call);
                   },
                   [this](const Reports::Completion &report) {
                       hand.kind = Kind::Completion;
                       hand.call = report.call;
                       complete(report);
                   },
                   [this](const Reports::Generate &report) {
                       hand.call = report.call;
                       endGeneration(report);
                   },
                   [this](const Reports::MonitorDigits &report) { hand.call = report.call; },
                   [this](const Reports::CallBytes &report) { hand.call = report.call; },
                   [this](const Reports::LineClose &report) { take(report); },
                   [this](const Reports::LineDevState &report) { take(report); },
                   [this](const Reports::AddressState &report) { take(report); },
                   [](const auto &) {},
               },
               event.report);
}

// The server says of which calls the provider may not speak.
void ConformanceChecks::Private::take(const Events::FindingRaised &event)
{
    const QLatin1StringView rule(event.finding->rule);
    if (rule == QLatin1StringView("V-25") && event.finding->severity == Severity::Violation
        && hand.kind == Kind::Completion
        && (std::holds_alternative<Commands::Unpark>(completed.command)
            || std::holds_alternative<Commands::Pickup>(completed.command)))
        raise("V-73", Severity::Violation, event.finding->subject,
              tr("A call that was taken got the name of another call."), {hand.seq, completed.seq});
    if (rule != QLatin1StringView("V-18") || hand.call.isNull())
        return;
    const auto same = [this](const Name &name) { return name.driver == hand.call && name.provider == hand.provider; };
    if (const Name *name = failed.find(same))
        raise("V-24", Severity::Violation, event.finding->subject, tr("A call that could not be made was spoken of."),
              {hand.seq, name->seq});
    if (Name *name = unknown.find(same))
        name->states |= hand.kind == Kind::CallState ? quint32(hand.state) : 0;
    else
        unknown.add(
            {hand.provider, hand.call, {}, now.time, hand.seq, hand.kind == Kind::CallState ? quint32(hand.state) : 0});
}

} // namespace Linescope
