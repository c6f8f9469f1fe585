// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to happen within a time. Duties lie in a row and are looked through only when the first of them may be over,
// or when there are twice as many as there were then: most of them are done long before.

#include "checks/conformancechecks_p.h"
#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

using Kind = ConformanceChecks::Private::Duty::Kind;

void ConformanceChecks::Private::addDuty(Kind kind, quint32 id, quint64 seq, Microseconds limit)
{
    constexpr size_t few = 1024;
    duties.push_back({kind, id, seq, now.time + limit});
    nextDue = std::min(nextDue, duties.back().due);
    if (duties.size() > 2 * dutiesAtSweep + few)
        sweep();
}

void ConformanceChecks::Private::sweep()
{
    std::vector<Duty> over;
    nextDue = Never;
    std::erase_if(duties, [&](const Duty &duty) {
        if (!isOpen(duty))
            return true;
        if (duty.due > now.time) {
            nextDue = std::min(nextDue, duty.due);
            return false;
        }
        over.push_back(duty);
        return true;
    });
    dutiesAtSweep = duties.size();
    for (const Duty &duty : over) {
        if (isOpen(duty)) // one may have ended another
            judge(duty);
    }
}

bool ConformanceChecks::Private::isOpen(const Duty &duty)
{
    const auto generation = [&] {
        return std::any_of(generations.begin(), generations.end(),
                           [&](const Generation &one) { return one.number == duty.id && one.seq == duty.seq; });
    };
    const auto setting = [&] {
        return std::any_of(settings.begin(), settings.end(), [&](const Setting &one) { return one.seq == duty.seq; });
    };
    if (duty.kind == Kind::Completion)
        return requests.contains(RequestId{duty.id});
    if (duty.kind == Kind::Generation)
        return generation();
    if (duty.kind == Kind::Setting)
        return setting();
    if (duty.kind == Kind::RingForCall) {
        const DeviceWatch *device = deviceOf(DeviceId{duty.id});
        return device && device->offered == 0 && device->offeredAt < device->rangAt && device->rangSeq == duty.seq;
    }
    const CallWatch *call = calls.find(CallId{duty.id});
    if (!call)
        return false;
    switch (duty.kind) {
    case Kind::FirstState:
        return !call->hasState;
    case Kind::EngineDrop:
    case Kind::AppDrop:
        return call->state != CallState::Idle && call->dropSeq == duty.seq;
    case Kind::LeaveConference:
        return call->state == CallState::Conferenced && call->stateSeq < duty.seq;
    case Kind::NewState:
        return call->stateSeq < duty.seq;
    case Kind::Idle:
        return call->state != CallState::Idle;
    case Kind::Conferenced:
        return call->state != CallState::Conferenced && call->state != CallState::Idle;
    case Kind::Connected:
        return call->state != CallState::Connected && call->state != CallState::Idle;
    case Kind::Completion:
    case Kind::Setting:
    case Kind::Generation:
    case Kind::RingForCall:
        break;
    }
    return false;
}

void ConformanceChecks::Private::judge(const Duty &duty)
{
    if (duty.kind == Kind::Completion) {
        judgeRequest(*requests.find(RequestId{duty.id}));
    } else if (duty.kind == Kind::RingForCall) {
        const DeviceWatch &device = *deviceOf(DeviceId{duty.id});
        raise("V-42", Severity::Warning, shortName(device.id), tr("The line rings, but no call is offered on it."),
              {duty.seq, device.closedSeq});
    } else if (duty.kind == Kind::Setting) {
        const auto one = std::find_if(settings.begin(), settings.end(),
                                      [&](const Setting &setting) { return setting.seq == duty.seq; });
        const bool number = one->what == CallInfoState::AppSpecific;
        const CallWatch *call = calls.find(one->call);
        if (call && call->state != CallState::Idle) // V-45
            raise(number ? "V-47" : "V-48", Severity::Violation, shortName(one->call),
                  tr("A value was set for the call, but the provider has not told that it changed."),
                  {duty.seq, call->lastSeq});
        settings.erase(one);
    } else if (duty.kind == Kind::Generation) {
        const auto one = std::find_if(generations.begin(), generations.end(),
                                      [&](const Generation &generation) { return generation.seq == duty.seq; });
        raise("V-69", Severity::Violation, shortName(one->call), tr("The generation of digits has not ended."),
              {duty.seq, 0});
        generations.erase(one);
    } else {
        judge(duty, *calls.find(CallId{duty.id}));
    }
}

void ConformanceChecks::Private::judge(const Duty &duty, const CallWatch &call)
{
    const auto found = [&](const char *rule, Severity severity, const QString &text) {
        raise(rule, severity, shortName(call.id), text, {duty.seq, call.lastSeq == duty.seq ? 0 : call.lastSeq});
    };
    const QString state = nameOf(call.state);
    switch (duty.kind) {
    case Kind::FirstState:
        return found("V-20", Severity::Warning, tr("The new call has not got a state."));
    case Kind::EngineDrop:
        return found("V-28", Severity::Violation,
                     tr("The engine has dropped the call, but it is still %1.").arg(state));
    case Kind::AppDrop:
        return found("V-29", Severity::Warning,
                     tr("The provider says that the call was dropped, but it is still %1.").arg(state));
    case Kind::LeaveConference:
        return found("V-70", Severity::Violation,
                     tr("The call was removed from its conference, but it is still CONFERENCED."));
    case Kind::NewState:
        return found("V-71", Severity::Violation,
                     tr("Two calls were swapped, but this one has not reported its new state."));
    case Kind::Idle:
        return found("V-72", Severity::Violation, tr("The call was transferred, but it is still %1.").arg(state));
    case Kind::Conferenced:
    case Kind::Connected:
        return found("V-72", Severity::Violation,
                     tr("The transfer has ended in a conference, but the call is still %1.").arg(state));
    case Kind::Completion:
    case Kind::Setting:
    case Kind::Generation:
    case Kind::RingForCall:
        break;
    }
}

void ConformanceChecks::Private::judgeRequest(RequestWatch &request)
{
    const CallWatch *call = calls.find(request.calls[0]);
    const QString name = QString::fromLatin1(commandName(request.command));
    const QString subject = shortName(request.calls[0].isNull() ? request.creates[0] : request.calls[0]);
    const Evidence evidence{request.seq, call && call->lastSeq < request.seq ? call->lastSeq : 0};
    if (*request.closedRule != '\0') {
        raise(request.closedRule, Severity::Violation, subject.isEmpty() ? shortName(request.device) : subject,
              tr("Request %1 (%2) was never completed, although its call or line has been closed.")
                  .arg(shortName(request.id), name),
              {request.closedSeq, request.seq});
        requests.remove(request.id); // it will not be any more
        return;
    }
    raise("V-11", Severity::Warning, subject.isEmpty() ? shortName(request.device) : subject,
          tr("Request %1 (%2) has not been completed for %3 s.")
              .arg(shortName(request.id), name)
              .arg(limits.request / 1_s),
          evidence);
}

} // namespace Linescope
