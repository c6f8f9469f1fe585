// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests on calls that are there (rulebook 7). They change nothing themselves: what the provider does shows in its
// reports.

#include "server/arguments.h"
#include "server/features.h"
#include "server/telephonyserver_p.h"

namespace Linescope {

using Commands::CallAction;

namespace {

constexpr qsizetype longestUserUserInfo = 4'096;
constexpr qsizetype longestCallData = 65'536;

Result<> requireSize(const QByteArray &data, qsizetype longest, LineError error)
{
    return data.size() > longest ? fail(error) : Result<>();
}

} // namespace

// ---- what every request needs ----

Result<> TelephonyServer::Private::requireAbility(const Call &call, CallFeature feature) const
{
    const ProviderEntry &entry = providers[world.device(call.device)->provider.value - 1];
    return entry.abilities.callFeatures.testFlag(feature) ? Result<>() : fail(LineError::OperationUnavail);
}

Result<> TelephonyServer::Private::mayAct(const Target &target, CallFeature feature) const
{
    if (target.handle->privilege != Privilege::Owner)
        return fail(LineError::NotOwner); // F-40
    if (!stateAllows(feature, *target.call))
        return fail(LineError::InvalCallState);
    return requireAbility(*target.call, feature);
}

Result<> TelephonyServer::Private::mayAct(const Target &first, const Target &second, CallFeature feature,
                                          bool statesAllow) const
{
    if (first.handle->privilege != Privilege::Owner || second.handle->privilege != Privilege::Owner)
        return fail(LineError::NotOwner);
    if (!statesAllow)
        return fail(LineError::InvalCallState);
    return requireAbility(*first.call, feature);
}

RequestId TelephonyServer::Private::addPending(Pending entry)
{
    const RequestId id{++lastRequest};
    pending.insert(id, std::move(entry));
    return id;
}

void TelephonyServer::Private::drop(const Call &call)
{
    if (!requireAbility(call, CallFeature::Drop))
        return;
    Pending entry;
    entry.device = call.device;
    entry.call = call.id;
    const CallTarget callTarget{call.id, call.driver};
    const ProviderId provider = world.device(call.device)->provider;
    send(provider, Commands::ActOnCall{addPending(std::move(entry)), CallAction::Drop, callTarget});
}

// ---- answering and ending ----

Result<RequestId> TelephonyServer::lineAccept(HLineApp app, HCall call)
{
    return d->act<Requests::Accept>(app, call, CallFeature::Accept, CallAction::Accept);
}

Result<RequestId> TelephonyServer::lineAnswer(HLineApp app, HCall call)
{
    return d->act<Requests::Answer>(app, call, CallFeature::Answer, CallAction::Answer);
}

Result<RequestId> TelephonyServer::lineDrop(HLineApp app, HCall call)
{
    return d->act<Requests::Drop>(app, call, CallFeature::Drop, CallAction::Drop);
}

Result<RequestId> TelephonyServer::lineDial(HLineApp app, HCall call, const QString &destAddress)
{
    return d->pass<Requests::Dial, Commands::Dial>(app, call, CallFeature::Dial, requireDialable(destAddress),
                                                   destAddress);
}

Result<RequestId> TelephonyServer::lineSecureCall(HLineApp app, HCall call)
{
    return d->act<Requests::SecureCall>(app, call, CallFeature::SecureCall, CallAction::SecureCall);
}

Result<RequestId> TelephonyServer::lineCompleteCall(HLineApp app, HCall call, CallComplMode mode, quint32 messageId)
{
    return d->pass<Requests::CompleteCall, Commands::CompleteCall>(app, call, CallFeature::CompleteCall,
                                                                   requireCompletionMode(mode), mode, messageId);
}

// ---- holding ----

Result<RequestId> TelephonyServer::lineHold(HLineApp app, HCall call)
{
    return d->act<Requests::Hold>(app, call, CallFeature::Hold, CallAction::Hold);
}

Result<RequestId> TelephonyServer::lineUnhold(HLineApp app, HCall call)
{
    return d->act<Requests::Unhold>(app, call, CallFeature::Unhold, CallAction::Unhold);
}

Result<RequestId> TelephonyServer::lineSwapHold(HLineApp app, HCall activeCall, HCall heldCall)
{
    const auto active = d->target(app, activeCall);
    if (!active)
        return fail(active.error());
    const auto held = d->target(app, heldCall);
    if (!held)
        return fail(held.error());
    if (active->line != held->line)
        return fail(LineError::InvalCallHandle); // H-45
    const bool statesAllow = statesAllowSwap(*active->call, *held->call);
    if (const Result<> may = d->mayAct(*active, *held, CallFeature::SwapHold, statesAllow); !may)
        return fail(may.error());
    return d->actOnBoth<Requests::SwapHold, Commands::SwapHold>(*active, *held);
}

// ---- sending a call elsewhere ----

Result<RequestId> TelephonyServer::lineBlindTransfer(HLineApp app, HCall call, const QString &destAddress)
{
    return d->pass<Requests::BlindTransfer, Commands::BlindTransfer>(app, call, CallFeature::BlindTransfer,
                                                                     requireAddress(destAddress), destAddress);
}

Result<RequestId> TelephonyServer::lineRedirect(HLineApp app, HCall call, const QString &destAddress)
{
    return d->pass<Requests::Redirect, Commands::Redirect>(app, call, CallFeature::Redirect,
                                                           requireAddress(destAddress), destAddress);
}

// With NONDIRECTED the place is the provider's choice, and what the application says of it goes nowhere.
Result<RequestId> TelephonyServer::linePark(HLineApp app, HCall call, ParkMode mode, const QString &dirAddress)
{
    const bool directed = mode == ParkMode::Directed;
    return d->act<Requests::Park>(app, call, CallFeature::Park, requireParking(mode, dirAddress),
                                  [&](RequestId id, const CallTarget &target) {
                                      d->pending[id].asksForPlace = !directed;
                                      return Commands::Park{id, target, mode, directed ? dirAddress : QString()};
                                  });
}

QString TelephonyServer::parkedAt(HLineApp app, RequestId request) const
{
    for (const Private::Parked &parked : d->parked) {
        if (parked.app == app && parked.request == request)
            return parked.place;
    }
    return {};
}

// ---- what travels with a call ----

Result<RequestId> TelephonyServer::lineSetCallData(HLineApp app, HCall call, const QByteArray &data)
{
    return d->pass<Requests::SetCallData, Commands::SetCallData>(
        app, call, CallFeature::SetCallData, requireSize(data, longestCallData, LineError::InvalParam), data);
}

Result<RequestId> TelephonyServer::lineSendUserUserInfo(HLineApp app, HCall call, const QByteArray &data)
{
    return d->pass<Requests::SendUserUserInfo, Commands::SendUserUserInfo>(
        app, call, CallFeature::SendUserUser, requireSize(data, longestUserUserInfo, LineError::UserUserInfoTooBig),
        data);
}

Result<RequestId> TelephonyServer::lineReleaseUserUserInfo(HLineApp app, HCall call)
{
    return d->act<Requests::ReleaseUserUserInfo>(app, call, CallFeature::ReleaseUserUserInfo,
                                                 CallAction::ReleaseUserUserInfo);
}

} // namespace Linescope
