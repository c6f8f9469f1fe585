// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests that create a call (O-6, rulebook 7). The call is reserved here and made in completion.cpp.

#include "server/arguments.h"
#include "server/features.h"
#include "server/telephonyserver_p.h"

namespace Linescope {

namespace {

// A call that goes out: dialled now or, as a consultation call, later.
CallInfo outboundCall(const CallParams &params, quint32 addressId, const QString &destAddress = {})
{
    CallInfo info;
    info.addressId = addressId;
    info.mediaMode = params.mediaModes.toInt();
    info.bearerMode = params.bearerMode.toInt();
    info.callParamFlags = params.flags.toInt();
    info.origin = quint32(CallOrigin::Outbound);
    info.reason = quint32(CallReason::Direct);
    info.calledId = destAddress;
    info.calledIdFlags = quint32(destAddress.isEmpty() ? PartyIdFlag::Unknown : PartyIdFlag::Address);
    info.displayableAddress = params.displayableAddress;
    info.calledParty = params.calledParty;
    info.comment = params.comment;
    return info;
}

// A call of somebody else that is taken over here.
CallInfo foreignCall(CallReason reason, quint32 addressId)
{
    CallInfo info;
    info.addressId = addressId;
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.bearerMode = quint32(BearerMode::Voice);
    info.origin = quint32(CallOrigin::Unknown);
    info.reason = quint32(reason);
    return info;
}

CallInfo conferenceCall(const CallParams &params, quint32 addressId)
{
    CallInfo info;
    info.addressId = addressId;
    info.mediaMode = params.mediaModes.toInt();
    info.bearerMode = params.bearerMode.toInt();
    info.origin = quint32(CallOrigin::Conference);
    info.reason = quint32(CallReason::Direct);
    return info;
}

quint32 addressOf(const Call &call) { return call.info.number(&CallInfo::addressId); }

} // namespace

Result<> TelephonyServer::Private::mayCreate(const Device &device, AddressFeature feature) const
{
    if (!device.info.inService)
        return fail(LineError::InvalLineState);
    const ProviderAbilities &abilities = providers[device.provider.value - 1].abilities;
    return abilities.addressFeatures.testFlag(feature) ? Result<>() : fail(LineError::OperationUnavail);
}

TelephonyServer::Private::Reserved TelephonyServer::Private::reserve(const Line &line, CallInfo info)
{
    info.appName = world.app(line.app)->name;
    return {CallId{++lastCall}, HCall{++lastHandle}, PackedCallInfo(info)};
}

// ---- calls of a line ----

Result<PendingCall> TelephonyServer::lineMakeCall(HLineApp app, HLine hLine, const QString &destAddress,
                                                  const CallParams &params)
{
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    const Device &device = *d->world.device((*line)->device);
    if (const Result<> dialable = requireDialable(destAddress); !dialable)
        return fail(dialable.error());
    if (params.addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    if (const Result<> fitting = requireCallParams(device, params); !fitting)
        return fail(fitting.error());
    if (const Result<> may = d->mayCreate(device, AddressFeature::MakeCall); !may)
        return fail(may.error());
    return d->create<Requests::MakeCall>(
        **line, outboundCall(params, params.addressId, destAddress), [&](RequestId id, CallId call) {
            return Commands::MakeCall{id, device.driver, call, params.addressId, destAddress};
        });
}

Result<PendingCall> TelephonyServer::lineUnpark(HLineApp app, HLine hLine, quint32 addressId,
                                                const QString &destAddress)
{
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    const Device &device = *d->world.device((*line)->device);
    if (addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    if (const Result<> place = requireAddress(destAddress); !place)
        return fail(place.error());
    if (const Result<> may = d->mayCreate(device, AddressFeature::Unpark); !may)
        return fail(may.error());
    return d->create<Requests::Unpark>(**line, foreignCall(CallReason::Unpark, addressId),
                                       [&](RequestId id, CallId call) {
                                           return Commands::Unpark{id, device.driver, call, addressId, destAddress};
                                       });
}

Result<PendingCall> TelephonyServer::linePickup(HLineApp app, HLine hLine, quint32 addressId,
                                                const QString &destAddress, const QString &groupId)
{
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    const Device &device = *d->world.device((*line)->device);
    if (addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    if (const Result<> dialable = requireDialable(destAddress); !dialable)
        return fail(dialable.error());
    if (!requireDialable(groupId))
        return fail(LineError::InvalGroupId);
    if (const Result<> may = d->mayCreate(device, AddressFeature::Pickup); !may)
        return fail(may.error());
    return d->create<Requests::Pickup>(
        **line, foreignCall(CallReason::Pickup, addressId), [&](RequestId id, CallId call) {
            return Commands::Pickup{
                id, device.driver, call, addressId,
                std::make_shared<const Commands::PickupSource>(Commands::PickupSource{destAddress, groupId})};
        });
}

// ---- transfer ----

Result<PendingCall> TelephonyServer::lineSetupTransfer(HLineApp app, HCall call, const CallParams &params)
{
    const auto found = d->target(app, call);
    if (!found)
        return fail(found.error());
    const Result<> fitting = requireCallParams(*d->world.device(found->call->device), params);
    if (!fitting)
        return fail(fitting.error());
    if (const Result<> may = d->mayAct(*found, CallFeature::SetupTransfer); !may)
        return fail(may.error());
    return d->create<Requests::SetupTransfer>(
        *found->line, outboundCall(params, addressOf(*found->call)), [&](RequestId id, CallId consult) {
            return Commands::SetupTransfer{id, Private::commandTarget(*found), consult};
        });
}

// F-21: two calls become one beyond us, or a conference here. A call on hard hold is as good as one on hold for the
// transfer (F-53).
Result<PendingCall> TelephonyServer::lineCompleteTransfer(HLineApp app, HCall hCall, HCall hConsult, TransferMode mode)
{
    const auto call = d->target(app, hCall);
    if (!call)
        return fail(call.error());
    const auto consult = d->target(app, hConsult);
    if (!consult)
        return fail(LineError::InvalConsultCallHandle); // H-44
    if (call->line != consult->line || call->call == consult->call)
        return fail(LineError::InvalCallHandle); // H-45
    if (mode != TransferMode::Transfer && mode != TransferMode::Conference)
        return fail(LineError::InvalTransferMode);
    const bool statesAllow = statesAllowTransfer(*call->call, *consult->call);
    if (const Result<> may = d->mayAct(*call, *consult, CallFeature::CompleteTransf, statesAllow); !may)
        return fail(may.error());

    if (mode == TransferMode::Transfer)
        return PendingCall{
            d->actOnBoth<Requests::CompleteTransfer, Commands::CompleteTransfer>(*call, *consult, mode, CallId()), {}};
    return d->create<Requests::CompleteTransfer>(
        *call->line, conferenceCall({}, addressOf(*call->call)), [&](RequestId id, CallId conference) {
            return Commands::CompleteTransfer{id, Private::commandTarget(*call), Private::commandTarget(*consult), mode,
                                              conference};
        });
}

// ---- conferences ----

struct TelephonyServer::Private::ConferenceStart {
    const Line *line;
    CallTarget first; // party; none when it begins with a line
    quint32 addressId;
};

Result<TelephonyServer::Private::ConferenceStart>
TelephonyServer::Private::startOfConference(HLineApp app, const Requests::SetupConference &request) const
{
    if (request.call.isNull()) {
        const Result<const Line *> line = requireLine(app, request.line);
        if (!line)
            return fail(line.error());
        const Device &device = *world.device((*line)->device);
        if (const Result<> fitting = requireCallParams(device, request.params); !fitting)
            return fail(fitting.error());
        if (const Result<> may = mayCreate(device, AddressFeature::SetupConf); !may)
            return fail(may.error());
        return ConferenceStart{*line, {}, 0};
    }
    const Result<Target> call = target(app, request.call);
    if (!call)
        return fail(call.error());
    const Result<> fitting = requireCallParams(*world.device(call->call->device), request.params);
    if (!fitting)
        return fail(fitting.error());
    if (const Result<> may = mayAct(*call, CallFeature::SetupConf); !may)
        return fail(may.error());
    return ConferenceStart{call->line, commandTarget(*call), addressOf(*call->call)};
}

Result<PendingConference> TelephonyServer::lineSetupConference(HLineApp app, const Requests::SetupConference &request)
{
    const auto start = d->startOfConference(app, request);
    if (!start)
        return fail(start.error());
    const Private::Reserved conference = d->reserve(*start->line, conferenceCall(request.params, start->addressId));
    const Private::Reserved consult = d->reserve(*start->line, outboundCall(request.params, start->addressId));
    Private::Pending entry;
    entry.function = functionIndex<Requests::SetupConference>;
    entry.creates = {conference, consult};
    const RequestId id = d->request(*start->line, std::move(entry), [&](RequestId id) {
        return Commands::SetupConference{id,           d->world.device(start->line->device)->driver,
                                         start->first, conference.call,
                                         consult.call, request.numParties};
    });
    return PendingConference{id, conference.handle, consult.handle};
}

Result<PendingCall> TelephonyServer::linePrepareAddToConference(HLineApp app, HCall hConference,
                                                                const CallParams &params)
{
    const auto conference = d->conferenceTarget(app, hConference);
    if (!conference)
        return fail(conference.error());
    const Result<> fitting = requireCallParams(*d->world.device(conference->call->device), params);
    if (!fitting)
        return fail(fitting.error());
    if (const Result<> may = d->mayAct(*conference, CallFeature::PrepareAddConf); !may)
        return fail(may.error());
    return d->create<Requests::PrepareAddToConference>(
        *conference->line, outboundCall(params, addressOf(*conference->call)), [&](RequestId id, CallId consult) {
            return Commands::PrepareAddToConference{id, Private::commandTarget(*conference), consult};
        });
}

} // namespace Linescope
