// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a call (rulebook 8): LINECALLINFO and LINECALLSTATUS, what applications set in them, and how all hear
// of it. A setter changes nothing itself: the provider keeps the value and reports it.

#include "server/arguments.h"
#include "server/features.h"
#include "server/telephonyserver_p.h"

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

namespace {

// Counts of handles: no provider knows of handles (V-46).
constexpr CallInfoStates ofTheEngine = CallInfoState::NumOwnerIncr | CallInfoState::NumOwnerDecr
    | CallInfoState::NumMonitors;

// I-4: what LINECALLINFO has from 2.0 on.
void forgetMembersOf20(CallInfo &info)
{
    info.callTreatment = 0;
    info.callData.clear();
    info.sendingFlowspec.clear();
    info.receivingFlowspec.clear();
}

} // namespace

// ---- queries ----

Result<CallInfo> TelephonyServer::lineGetCallInfo(HLineApp app, HCall hCall)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const Call &call = *found->call; // in any state, IDLE too (H-7, I-2)
    CallInfo info = call.info.unpack();
    info.line = found->line->id.handle();
    info.lineDeviceId = deviceNumber(call.device);
    info.monitorDigitModes = d->digitModes.value(hCall).toInt(); // I-34
    info.numOwners = call.owners;                                // P-27
    info.numMonitors = call.monitors;
    info.callStates |= quint32(CallState::Unknown); // S-33
    if (found->line->apiVersion < ApiVersion::V2_0)
        forgetMembersOf20(info);
    return info;
}

Result<CallStatus> TelephonyServer::lineGetCallStatus(HLineApp app, HCall hCall)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const Call &call = *found->call;
    CallStatus status;
    status.state = call.state;
    status.mode = call.isIdle() || call.state == CallState::Conferenced ? 0 : call.mode; // I-73, S-12
    status.privilege = found->handle->privilege;                                         // P-33
    const ProviderAbilities &abilities = d->entryOf(d->world.device(call.device)->provider).abilities;
    status.features = masked(callFeatures(call, abilities), status.privilege);
    if (found->line->apiVersion < ApiVersion::V2_0) // I-77, I-78
        return status;
    if (status.privilege == Privilege::Owner)
        status.features2 = callFeatures2(call, abilities);
    status.stateEntryTime = call.stateSince; // I-81
    return status;
}

// ---- what an owner sets ----

Result<> TelephonyServer::Private::maySet(const Target &target, bool ProviderAbilities::*ability) const
{
    if (target.handle->privilege != Privilege::Owner)
        return fail(LineError::NotOwner);
    const ProviderEntry &entry = providers[world.device(target.call->device)->provider.value - 1];
    return entry.abilities.*ability ? Result<>() : fail(LineError::OperationUnavail);
}

Result<> TelephonyServer::lineSetAppSpecific(HLineApp app, HCall hCall, quint32 appSpecific)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    if (const Result<> may = d->maySet(*found, &ProviderAbilities::appSpecific); !may)
        return may;
    const Transaction transaction(d.get());
    d->underWay[found->call->id].appSpecific.push_back({appSpecific, app});
    d->sendFor(*found->call, Commands::SetAppSpecific{Private::commandTarget(*found), appSpecific});
    return {};
}

Result<> TelephonyServer::lineSetMediaMode(HLineApp app, HCall hCall, MediaModes mediaModes)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    if (const Result<> valid = requireMediaModes(mediaModes); !valid)
        return valid;
    if (const Result<> may = d->maySet(*found, &ProviderAbilities::mediaMode); !may)
        return may;
    const Transaction transaction(d.get());
    d->sendFor(*found->call, Commands::SetMediaMode{Private::commandTarget(*found), mediaModes});
    return {};
}

// ---- what the provider says ----

void TelephonyServer::Private::take(ProviderId provider, const Reports::CallInfo &report, quint64 commandsSeen)
{
    const CallId id = callOf(provider, report.call, commandsSeen);
    if (id.isNull())
        return;
    const Call &call = *world.call(id);
    if (call.isIdle()) {
        raise("V-45", Severity::Violation, shortName(id), tr("Call information was reported after IDLE."), id);
        return;
    }
    if (report.changed & ofTheEngine)
        raise("V-46", Severity::Violation, shortName(id),
              tr("The provider reported how many hold the call, which it cannot know."), id);
    const CallInfoStates changed = report.changed & ~ofTheEngine;
    if (!changed)
        return;
    const CallInfo info = withProviderPart(call.info.unpack(), report.info.unpack()); // I-6
    record(Events::CallInfo{id, changed, PackedCallInfo(info)});
    if (!unannounced.contains(id)) // nobody knows the call yet
        postCallInfo(call, changed, info.appSpecific);
}

void TelephonyServer::Private::postCallInfo(const Call &call, CallInfoStates changed, quint32 appSpecific)
{
    const bool maybeSet = changed.testFlag(CallInfoState::AppSpecific);
    const HLineApp setter = maybeSet ? takeSetter(call.id, appSpecific) : HLineApp();
    world.forEachHandle(call, [&](const Handle &handle) {
        const Line &line = *world.line(handle.line);
        const CallInfoStates news = line.app == setter ? changed & ~CallInfoStates(CallInfoState::AppSpecific)
                                                       : changed;
        if (news)
            postToLine(line, {MessageId::CallInfo, handle.id.handle(), 0, quint32(news.toInt()), 0, 0});
    });
}

// M-34: the first to have asked for this value; those who asked before have been overtaken.
HLineApp TelephonyServer::Private::takeSetter(CallId call, quint32 appSpecific)
{
    const auto known = underWay.find(call);
    if (known == underWay.end())
        return {};
    std::vector<AppSpecificSet> &sets = known->appSpecific;
    const auto found = std::find_if(sets.begin(), sets.end(),
                                    [appSpecific](const AppSpecificSet &set) { return set.value == appSpecific; });
    if (found == sets.end())
        return {};
    const HLineApp setter = found->setter;
    sets.erase(sets.begin(), found + 1);
    return setter;
}

} // namespace Linescope
