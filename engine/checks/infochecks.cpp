// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider says of a call, and what it said before.

#include "checks/conformancechecks_p.h"
#include "tapi/names.h"

namespace Linescope {

namespace {

constexpr CallInfoStates ofTheEngine = CallInfoState::NumOwnerIncr | CallInfoState::NumOwnerDecr
    | CallInfoState::NumMonitors | CallInfoState::MonitorModes;

struct Party {
    quint32 CallInfo::*flags;
    QString CallInfo::*number;
    QString CallInfo::*name;
};
constexpr Party parties[] = {
    {&CallInfo::callerIdFlags, &CallInfo::callerId, &CallInfo::callerIdName},
    {&CallInfo::calledIdFlags, &CallInfo::calledId, &CallInfo::calledIdName},
    {&CallInfo::connectedIdFlags, &CallInfo::connectedId, &CallInfo::connectedIdName},
    {&CallInfo::redirectionIdFlags, &CallInfo::redirectionId, &CallInfo::redirectionIdName},
    {&CallInfo::redirectingIdFlags, &CallInfo::redirectingId, &CallInfo::redirectingIdName},
};

bool agrees(const CallInfo &info, const Party &party)
{
    const quint32 flags = info.*party.flags;
    const bool hasNumber = !(info.*party.number).isEmpty();
    const bool hasName = !(info.*party.name).isEmpty();
    constexpr quint32 nothing = quint32(PartyIdFlag::Blocked) | quint32(PartyIdFlag::OutOfArea)
        | quint32(PartyIdFlag::Unknown) | quint32(PartyIdFlag::Unavail);
    return bool(flags & quint32(PartyIdFlag::Address)) == hasNumber
        && bool(flags & quint32(PartyIdFlag::Name)) == hasName && !(flags & nothing && (hasNumber || hasName));
}

} // namespace

void ConformanceChecks::Private::note(CallWatch &call, const Linescope::CallInfo &info)
{
    call.states = info.callStates;
    call.origin = info.origin;
    call.media = info.mediaMode;
}

void ConformanceChecks::Private::take(const Events::CallInfo &event)
{
    CallWatch *const call = calls.find(event.call);
    if (!call)
        return;
    const PackedCallInfo old = std::exchange(call->info, event.info);
    if (hand.kind != InHand::Kind::CallInfo) // the engine's own part of it
        return;
    if (call->beginning == Checks::Beginning::Announced && !call->hasState && !std::exchange(call->toldEarly, true))
        raise("V-19", Severity::Violation, *call, tr("Information about a new call came before its first state."));
    const Linescope::CallInfo info = event.info.unpack();
    const bool answers = bool(takeSettings(*call, info) & hand.changed);
    if (call->hasRecord) {
        const Linescope::CallInfo before = old.unpack();
        const CallInfoStates changed = changedStates(before, info) & ~ofTheEngine;
        if (changed & ~hand.changed)
            raise("V-43", Severity::Violation, *call,
                  tr("The record has changed in %1 too, which was not told.")
                      .arg(namesOf(changed & ~hand.changed).join(u", ")));
        if (!changed && !answers)
            raise("V-44", Severity::Warning, *call, tr("A change of the record was told, but there is none."));
        checkRecord(*call, before, info);
    }
    call->hasRecord = true;
    checkParties(*call, info);
    note(*call, info);
    call->lastSeq = handSeq();
}

void ConformanceChecks::Private::checkRecord(CallWatch &call, const Linescope::CallInfo &before,
                                             const Linescope::CallInfo &after)
{
    const auto check = [&](quint32 from, quint32 to, quint32 unknown, quint32 never, CallInfoState bit,
                           const QString &text) {
        if (from == to || from == 0 || from == unknown)
            return;
        if (from == never || !hand.changed.testFlag(bit))
            raise("V-52", Severity::Warning, call, text);
    };
    check(before.origin, after.origin, quint32(CallOrigin::Unknown), quint32(CallOrigin::Unavail),
          CallInfoState::Origin,
          tr("The origin of the call went from %1 to %2.")
              .arg(nameOf(CallOrigin(before.origin)), nameOf(CallOrigin(after.origin))));
    check(before.reason, after.reason, quint32(CallReason::Unknown), quint32(CallReason::Unavail),
          CallInfoState::Reason,
          tr("The reason of the call went from %1 to %2.")
              .arg(nameOf(CallReason(before.reason)), nameOf(CallReason(after.reason))));
    if (before.addressId != after.addressId)
        raise("V-53", Severity::Warning, call,
              tr("The call went from address %1 to address %2.").arg(before.addressId).arg(after.addressId));
}

void ConformanceChecks::Private::checkParties(CallWatch &call, const Linescope::CallInfo &info)
{
    const bool agree = std::all_of(std::begin(parties), std::end(parties),
                                   [&](const Party &party) { return agrees(info, party); });
    if (!agree && !std::exchange(call.toldParties, true))
        raise("V-51", Severity::Warning, call,
              tr("The flags of a party do not say what is known of it: a number, a name, nothing."));
    if (info.trunk == 0 && !std::exchange(call.toldTrunk, true))
        raise("V-54", Severity::Warning, call, tr("The trunk is 0; unknown is 0xFFFFFFFF."));
}

// ---- what applications set ----

CallInfoStates ConformanceChecks::Private::takeSettings(const CallWatch &call, const Linescope::CallInfo &info)
{
    CallInfoStates told;
    for (const CallInfoState what : {CallInfoState::AppSpecific, CallInfoState::CallData}) {
        if (settings.empty() || !hand.changed.testFlag(what))
            continue;
        const auto isOurs = [&](const Setting &one) { return one.call == call.id && one.what == what; };
        const auto hasCome = [&](const Setting &one) {
            return isOurs(one)
                && (what == CallInfoState::AppSpecific ? one.number == info.appSpecific : one.data == info.callData);
        };
        const auto last = std::find_if(settings.rbegin(), settings.rend(), hasCome);
        const auto asked = std::find_if(settings.begin(), settings.end(), isOurs);
        if (asked == settings.end())
            continue;
        told |= what;
        if (last == settings.rend()) {
            raise(what == CallInfoState::AppSpecific ? "V-47" : "V-48", Severity::Violation, shortName(call.id),
                  tr("Another value was told than the one that was set."), {handSeq(), asked->seq});
            settings.erase(asked);
            continue;
        }
        const quint64 seq = last->seq; // those that were set before it have been overtaken
        std::erase_if(settings, [&](const Setting &one) { return isOurs(one) && one.seq <= seq; });
    }
    return told;
}

} // namespace Linescope
