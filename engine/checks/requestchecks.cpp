// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests, their completion, and what has to follow from it.

#include "checks/conformancechecks_p.h"
#include "provider/contractfields.h"
#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

using Checks::Beginning;
using Commands::CallAction;

namespace {

const auto *action(const Command &command) { return std::get_if<Commands::ActOnCall>(&command); }

bool isAction(const Command &command, CallAction wanted)
{
    return action(command) && action(command)->action == wanted;
}

// What may be asked of a call on a line that is out of service.
bool endsCalls(const Command &command) { return isAction(command, CallAction::Drop); }

} // namespace

// ---- sent ----

void ConformanceChecks::Private::take(const Events::CommandSent &event)
{
    now.provider = event.provider;
    std::visit(
        [&](const auto &command) {
            if constexpr (requires { command.request; })
                addRequest(event, command);
            else if constexpr (requires { command.line; })
                noteLine(event.command);
            expect(command);
        },
        event.command);
}

void ConformanceChecks::Private::addPart(RequestWatch &request, DriverLine line)
{
    if (const DeviceWatch *device = deviceOf(now.provider, line))
        request.device = device->id;
}

void ConformanceChecks::Private::addPart(RequestWatch &request, const CallTarget &target)
{
    if (target.call.isNull())
        return;
    const size_t place = request.calls[0].isNull() ? 0 : 1;
    request.calls[place] = target.call;
    CallWatch *const call = calls.find(target.call);
    if (!call)
        return;
    request.device = call->device;
    request.states[place] = call->stateSeq;
    request.alone = request.alone && call->pending == 0;
    ++call->pending;
}

void ConformanceChecks::Private::addPart(RequestWatch &request, CallId call)
{
    if (!call.isNull())
        request.creates[request.creates[0].isNull() ? 0 : 1] = call;
}

template<class Command>
void ConformanceChecks::Private::addRequest(const Events::CommandSent &event, const Command &command)
{
    constexpr quint32 most = 0x0fffffff; // a journal from elsewhere may hold any number
    if (command.request.isNull() || command.request.value > most || requests.contains(command.request))
        return;
    RequestWatch request;
    request.id = command.request;
    request.command = event.command;
    request.since = now.time;
    request.seq = now.seq;
    forEachField<Command>([&](const auto &field) { addPart(request, command.*field.member); });
    const DeviceWatch *device = deviceOf(request.device);
    request.fromApp = appDrops;
    request.outOfService = device && !device->inService;
    addDuty(Duty::Kind::Completion, request.id.value, now.seq, limits.request);
    requests.insert(std::move(request));
}

void ConformanceChecks::Private::expect(const Commands::ActOnCall &command)
{
    const CallId target = command.target.call;
    CallWatch *const call = calls.find(target);
    if (!call)
        return;
    if (command.action == CallAction::Drop) {
        letEnd(target);
        call->dropSeq = now.seq;
        if (!appDrops)
            addDuty(Duty::Kind::EngineDrop, target.value, now.seq, limits.drop);
    } else if (command.action == CallAction::RemoveFromConference) {
        letEnd(target, true);
    } else if (command.action == CallAction::Unhold && call->hasConsultation) {
        letConsultationsEnd(*call);
    }
}

void ConformanceChecks::Private::expect(const Commands::CompleteTransfer &command)
{
    letEnd(command.target.call);
    letEnd(command.consult.call);
}

void ConformanceChecks::Private::expect(const Commands::SetCallData &command)
{
    settings.push_back({command.target.call, command.request, CallInfoState::CallData, 0, command.data, now.seq});
}

void ConformanceChecks::Private::expect(const Commands::SetAppSpecific &command)
{
    settings.push_back({command.target.call, {}, CallInfoState::AppSpecific, command.appSpecific, {}, now.seq});
    addDuty(Duty::Kind::Setting, command.target.call.value, now.seq, limits.settle);
}

void ConformanceChecks::Private::expect(const Commands::GenerateDigits &command)
{
    if (!command.digits || command.digits->digits.isEmpty())
        return;
    generations.push_back({command.endToEndId, command.target.call, now.seq});
    const Microseconds length = Microseconds(command.digits->digits.size()) * command.digits->duration * 1_ms;
    addDuty(Duty::Kind::Generation, command.endToEndId, now.seq, limits.request + length);
}

void ConformanceChecks::Private::expect(const Commands::CloseCall &command)
{
    const CallWatch *call = calls.find(command.target.call);
    if (!call) // it was to be made (V-10)
        closeRequests("V-10", command.target.call, {});
    else if (call->pending > 0)
        closeRequests("V-8", command.target.call, {});
}

void ConformanceChecks::Private::closeRequests(const char *rule, CallId call, DeviceId device)
{
    const auto isMeant = [&](const RequestWatch &request) {
        const auto &names = request.calls;
        const auto &made = request.creates;
        return call.isNull() ? request.device == device
                             : names[0] == call || names[1] == call || made[0] == call || made[1] == call;
    };
    for (quint32 slot = 0; slot < requests.slotCount(); ++slot) {
        RequestWatch &request = requests.at(slot);
        if (request.id.isNull() || *request.closedRule != '\0' || !isMeant(request))
            continue;
        request.closedRule = rule;
        request.closedSeq = now.seq;
        addDuty(Duty::Kind::Completion, request.id.value, now.seq, limits.crossing);
    }
}

// ---- completed ----

void ConformanceChecks::Private::complete(const Reports::Completion &report)
{
    RequestWatch *const found = requests.find(report.request);
    completed = found ? std::move(*found) : RequestWatch();
    if (!found) // V-1, of the server
        return;
    requests.remove(report.request);
    for (CallId id : completed.calls) {
        CallWatch *const call = calls.find(id);
        if (call && call->pending > 0)
            --call->pending;
    }
    const CallId about = completed.calls[0].isNull() ? completed.creates[0] : completed.calls[0];
    const QString subject = about.isNull() ? shortName(completed.device) : shortName(about);
    if (report.result != LineError::None && !(quint32(report.result) & 0x80000000))
        raise("V-4", Severity::Violation, subject,
              tr("A request was completed with %1, which is neither success nor an error.").arg(quint32(report.result)),
              {hand.seq, completed.seq});
    checkNames(completed, report);
    if (report.result == LineError::None)
        succeed(completed);
    else
        fail(completed, report.result);
}

void ConformanceChecks::Private::succeed(const RequestWatch &request)
{
    const auto await = [&](Duty::Kind kind, CallId call, Microseconds limit) {
        if (!call.isNull())
            addDuty(kind, call.value, request.seq, limit);
    };
    const CallWatch *call = calls.find(request.calls[0]);
    const DeviceWatch *device = deviceOf(request.device);
    if (request.outOfService && device && !device->inService && !endsCalls(request.command))
        raise("V-67", Severity::Warning, shortName(device->id),
              tr("The line is out of service, but a request on it succeeded."), {hand.seq, request.seq});
    const auto *transfer = std::get_if<Commands::CompleteTransfer>(&request.command);
    if (isAction(request.command, CallAction::Drop)) {
        if (request.fromApp && call && call->dropSeq == request.seq)
            await(Duty::Kind::AppDrop, request.calls[0], limits.drop);
    } else if (isAction(request.command, CallAction::RemoveFromConference)) {
        await(Duty::Kind::LeaveConference, request.calls[0], limits.settle);
    } else if (std::holds_alternative<Commands::SwapHold>(request.command)) {
        for (CallId id : request.calls)
            await(Duty::Kind::NewState, id, limits.settle);
    } else if (std::holds_alternative<Commands::SetCallData>(request.command)) {
        await(Duty::Kind::Setting, request.calls[0], limits.settle);
    } else if (transfer) {
        const bool conference = transfer->mode == TransferMode::Conference;
        for (CallId id : request.calls)
            await(conference ? Duty::Kind::Conferenced : Duty::Kind::Idle, id, limits.settle);
        if (conference)
            await(Duty::Kind::Connected, transfer->conference, limits.settle);
    }
}

void ConformanceChecks::Private::fail(const RequestWatch &request, LineError result)
{
    CallWatch *const call = calls.find(request.calls[0]);
    std::erase_if(settings, [&](const Setting &one) { return one.request == request.id && !one.request.isNull(); });
    if (!call)
        return;
    if (call->dropSeq == request.seq)
        call->dropSeq = 0;
    if (call->pending == 0)
        call->mayEnd = call->mayEndOnce = false;
    if (result == LineError::InvalCallState && request.alone && call->stateSeq == request.states[0])
        raise("V-57", Severity::Warning, shortName(call->id),
              tr("%1 was refused with INVALCALLSTATE in %2, where it is offered.")
                  .arg(QString::fromLatin1(commandName(request.command)), nameOf(call->state)),
              {hand.seq, request.seq});
}

// ---- calls that requests create ----

void ConformanceChecks::Private::checkNames(const RequestWatch &request, const Reports::Completion &report)
{
    const QString subject = shortName(request.device);
    for (const DriverCall driver : {report.call, report.consult}) {
        if (driver.isNull() || request.creates[0].isNull())
            continue;
        if (report.result != LineError::None) {
            failed.add({hand.provider, driver, request.device, now.time, hand.seq, 0});
            continue;
        }
        Name *const early = unknown.find(
            [&](const Name &name) { return name.driver == driver && name.provider == hand.provider; });
        if (!early)
            continue;
        constexpr quint32 notYet = quint32(CallState::DialTone) | quint32(CallState::Dialing)
            | quint32(CallState::Unknown);
        raise("V-23", Severity::Violation, subject,
              tr("A call was spoken of before the request that makes it was completed."), {early->seq, request.seq});
        if (std::holds_alternative<Commands::MakeCall>(request.command) && early->states & ~notYet)
            raise("V-7", Severity::Violation, subject,
                  tr("lineMakeCall succeeded only after the call had come to PROCEEDING."), {hand.seq, early->seq});
        *early = {};
    }
}

Checks::Beginning ConformanceChecks::Private::checkBeginning(CallId created, CallId &from) const
{
    const Command &command = completed.command;
    if (std::holds_alternative<Commands::Unpark>(command) || std::holds_alternative<Commands::Pickup>(command))
        return Beginning::Taken;
    from = completed.calls[0];
    if (const auto *setup = std::get_if<Commands::SetupConference>(&command); setup && setup->conference == created)
        return Beginning::Conference;
    if (const auto *transfer = std::get_if<Commands::CompleteTransfer>(&command);
        transfer && transfer->conference == created)
        return Beginning::Conference;
    return from.isNull() ? Beginning::Made : Beginning::Consultation;
}

// ---- digits ----

void ConformanceChecks::Private::endGeneration(const Reports::Generate &report)
{
    const auto ended = std::find_if(generations.begin(), generations.end(),
                                    [&](const Generation &one) { return one.number == report.endToEndId; });
    if (ended == generations.end()) // the server says so
        return;
    const auto older = std::find_if(generations.begin(), ended,
                                    [&](const Generation &one) { return one.call == ended->call; });
    if (older != ended)
        raise("V-69", Severity::Violation, shortName(ended->call),
              tr("A generation of digits has ended while one that was begun before it goes on."),
              {hand.seq, older->seq});
    generations.erase(ended);
}

} // namespace Linescope
