// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests that the provider answers: on a call that is there, and for calls that are not there yet.

#include "reference/model.h"

#include <algorithm>

namespace Linescope::Reference {

namespace {

using enum CallState;
using Commands::CallAction;

const std::vector<CallState> anyState;
const std::vector<CallState> notIdle = {Offering,    Accepted,       DialTone,           Dialing,      Ringback,
                                        Busy,        SpecialInfo,    Connected,          Proceeding,   OnHold,
                                        Conferenced, OnHoldPendConf, OnHoldPendTransfer, Disconnected, Unknown};

bool isIn(CallState state, const std::vector<CallState> &states)
{
    return states.empty() || std::find(states.begin(), states.end(), state) != states.end();
}

bool isBadText(const QString &text)
{
    return text.size() > 256
        || std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

LineError addressError(const QString &address, bool mayBeEmpty)
{
    return isBadText(address) || (!mayBeEmpty && address.isEmpty()) ? LineError::InvalAddress : LineError::None;
}

bool isOneBitOf(quint32 value, quint32 defined)
{
    return value != 0 && (value & ~defined) == 0 && (value & (value - 1)) == 0;
}

Outcome gives(RequestId request)
{
    Outcome outcome;
    outcome.value = request;
    return outcome;
}

} // namespace

LineError Model::checkParams(const Device &device, const CallParams &params) const
{
    if (!params.mediaModes || (params.mediaModes & ~device.info.mediaModes))
        return LineError::InvalMediaMode;
    if (!isOneBitOf(params.bearerMode.toInt(), 0xff))
        return LineError::InvalBearerMode;
    return LineError::None;
}

Pending &Model::begin(HLineApp app, HLine line, DeviceId device, HCall handle)
{
    const RequestId request{++m_lastRequest};
    Pending &made = pending[request];
    made.request = request;
    made.provider = devices.at(device).provider;
    made.app = app;
    made.line = line;
    made.handle = handle;
    made.device = device;
    return made;
}

// ---- on one call ---------------------------------------------------------------------------------------------------

Outcome Model::onCall(HLineApp app, HCall id, LineError badParameter, const std::vector<CallState> &states,
                      CallFeature feature, const std::function<Command(RequestId, CallTarget)> &command, Pending *made)
{
    const Handle *handle = handleOf(app, id);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    if (badParameter != LineError::None)
        return failed(badParameter);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    const Call &call = calls.at(handle->call);
    const bool rejoins = feature == CallFeature::Answer && call.state == Connected
        && call.mode == quint32(ConnectedMode::Inactive); // S-31
    if (!isIn(call.state, states) && !rejoins)
        return failed(LineError::InvalCallState);
    if (!can(call, feature))
        return failed(LineError::OperationUnavail);
    Pending &waiting = begin(app, handle->line, call.device, id);
    waiting.call = call.id;
    if (made) {
        waiting.parks = made->parks;
        waiting.claimedBy = made->claimedBy;
    }
    send(waiting.provider, command(waiting.request, targetOf(call.id)));
    return gives(waiting.request);
}

namespace {

std::function<Command(RequestId, CallTarget)> action(CallAction action)
{
    return [action](RequestId request, CallTarget target) { return Commands::ActOnCall{request, action, target}; };
}

} // namespace

Outcome Model::ask(HLineApp app, const Requests::Accept &request) // F-8
{
    Pending remembers;
    remembers.claimedBy = app;
    return onCall(app, request.call, {}, {Offering}, CallFeature::Accept, action(CallAction::Accept), &remembers);
}

Outcome Model::ask(HLineApp app, const Requests::Answer &request) // F-9
{
    Pending remembers;
    remembers.claimedBy = app;
    return onCall(app, request.call, {}, {Offering, Accepted}, CallFeature::Answer, action(CallAction::Answer),
                  &remembers);
}

Outcome Model::ask(HLineApp app, const Requests::Drop &request) // F-10
{
    return onCall(app, request.call, {}, notIdle, CallFeature::Drop, action(CallAction::Drop));
}

Outcome Model::ask(HLineApp app, const Requests::Hold &request) // F-17
{
    return onCall(app, request.call, {}, {Connected}, CallFeature::Hold, action(CallAction::Hold));
}

Outcome Model::ask(HLineApp app, const Requests::Unhold &request) // F-18
{
    return onCall(app, request.call, {}, {OnHold, OnHoldPendTransfer, OnHoldPendConf}, CallFeature::Unhold,
                  action(CallAction::Unhold));
}

Outcome Model::ask(HLineApp app, const Requests::SecureCall &request) // F-31
{
    return onCall(app, request.call, {}, anyState, CallFeature::SecureCall, action(CallAction::SecureCall));
}

Outcome Model::ask(HLineApp app, const Requests::ReleaseUserUserInfo &request)
{
    return onCall(app, request.call, {}, anyState, CallFeature::ReleaseUserUserInfo,
                  action(CallAction::ReleaseUserUserInfo));
}

Outcome Model::ask(HLineApp app, const Requests::RemoveFromConference &request) // F-26
{
    return onCall(app, request.call, {}, {Conferenced}, CallFeature::RemoveFromConf,
                  action(CallAction::RemoveFromConference));
}

Outcome Model::ask(HLineApp app, const Requests::Dial &request) // F-7, A-13
{
    std::vector<CallState> states = notIdle;
    std::erase(states, Disconnected);
    return onCall(app, request.call, addressError(request.destAddress, true), states, CallFeature::Dial,
                  [&](RequestId id, CallTarget target) {
                      return Commands::Dial{id, target, request.destAddress};
                  });
}

Outcome Model::ask(HLineApp app, const Requests::BlindTransfer &request) // F-22
{
    return onCall(app, request.call, addressError(request.destAddress, false), {Connected}, CallFeature::BlindTransfer,
                  [&](RequestId id, CallTarget target) {
                      return Commands::BlindTransfer{id, target, request.destAddress};
                  });
}

Outcome Model::ask(HLineApp app, const Requests::Redirect &request) // F-30
{
    return onCall(app, request.call, addressError(request.destAddress, false), {Offering}, CallFeature::Redirect,
                  [&](RequestId id, CallTarget target) {
                      return Commands::Redirect{id, target, request.destAddress};
                  });
}

Outcome Model::ask(HLineApp app, const Requests::Park &request) // F-27
{
    const bool directed = request.mode == ParkMode::Directed;
    LineError bad = LineError::None;
    if (!directed && request.mode != ParkMode::NonDirected)
        bad = LineError::InvalParkMode;
    else if (directed)
        bad = addressError(request.dirAddress, false);
    Pending remembers;
    remembers.parks = !directed;
    return onCall(
        app, request.call, bad, {Connected}, CallFeature::Park,
        [&](RequestId id, CallTarget target) {
            return Commands::Park{id, target, request.mode, directed ? request.dirAddress : QString()};
        },
        &remembers);
}

Outcome Model::ask(HLineApp app, const Requests::CompleteCall &request)
{
    const bool valid = isOneBitOf(quint32(request.mode), 0xf);
    return onCall(app, request.call, valid ? LineError::None : LineError::InvalCallComplMode, {Busy, Ringback},
                  CallFeature::CompleteCall, [&](RequestId id, CallTarget target) {
                      return Commands::CompleteCall{id, target, request.mode, request.messageId};
                  });
}

Outcome Model::ask(HLineApp app, const Requests::SetCallData &request) // F-36
{
    const LineError bad = request.data.size() > 65536 ? LineError::InvalParam : LineError::None;
    return onCall(app, request.call, bad, anyState, CallFeature::SetCallData, [&](RequestId id, CallTarget target) {
        return Commands::SetCallData{id, target, request.data};
    });
}

Outcome Model::ask(HLineApp app, const Requests::SendUserUserInfo &request)
{
    const LineError bad = request.data.size() > 4096 ? LineError::UserUserInfoTooBig : LineError::None;
    return onCall(app, request.call, bad, {Connected, Offering, Accepted, Ringback}, CallFeature::SendUserUser,
                  [&](RequestId id, CallTarget target) {
                      return Commands::SendUserUserInfo{id, target, request.data};
                  });
}

// ---- on two calls --------------------------------------------------------------------------------------------------

Outcome Model::ask(HLineApp app, const Requests::SwapHold &request) // F-19
{
    const Handle *active = handleOf(app, request.activeCall);
    const Handle *held = handleOf(app, request.heldCall);
    if (!active || !held || active->line != held->line) // H-45
        return failed(LineError::InvalCallHandle);
    if (active->privilege != Privilege::Owner || held->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    if (calls.at(active->call).state != Connected
        || !isIn(calls.at(held->call).state, {OnHold, OnHoldPendTransfer, OnHoldPendConf}))
        return failed(LineError::InvalCallState);
    if (!can(calls.at(active->call), CallFeature::SwapHold))
        return failed(LineError::OperationUnavail);
    Pending &waiting = begin(app, active->line, calls.at(active->call).device, active->id);
    waiting.call = active->call;
    send(waiting.provider, Commands::SwapHold{waiting.request, targetOf(active->call), targetOf(held->call)});
    return gives(waiting.request);
}

Outcome Model::ask(HLineApp app, const Requests::AddToConference &request) // F-25, F-49
{
    const Handle *conference = handleOf(app, request.conference);
    if (!conference || !isConference(calls.at(conference->call))) // H-44
        return failed(LineError::InvalConfCallHandle);
    const Handle *consult = handleOf(app, request.consultCall);
    if (!consult || consult->line != conference->line || isConference(calls.at(consult->call))
        || isMember(calls.at(consult->call)))
        return failed(LineError::InvalCallHandle);
    if (conference->privilege != Privilege::Owner || consult->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    if (!isIn(calls.at(conference->call).state, {OnHoldPendConf, OnHold})
        || !isIn(calls.at(consult->call).state, {Connected, OnHold, Proceeding, Ringback}))
        return failed(LineError::InvalCallState);
    if (!can(calls.at(conference->call), CallFeature::AddToConf))
        return failed(LineError::OperationUnavail);
    Pending &waiting = begin(app, conference->line, calls.at(conference->call).device, conference->id);
    waiting.call = conference->call;
    send(waiting.provider,
         Commands::AddToConference{waiting.request, targetOf(conference->call), targetOf(consult->call)});
    return gives(waiting.request);
}

// ---- functions that create calls (O-6, O-12) -----------------------------------------------------------------------

CallInfo Model::recordFor(const App &app, const CallParams &params, quint32 addressId, CallOrigin origin,
                          CallReason reason) const
{
    CallInfo info;
    info.addressId = addressId;
    info.mediaMode = params.mediaModes.toInt();
    info.bearerMode = params.bearerMode.toInt();
    info.origin = quint32(origin);
    info.reason = quint32(reason);
    info.appName = app.name;
    if (origin == CallOrigin::Outbound) { // made and consultation calls
        info.callParamFlags = params.flags.toInt();
        info.displayableAddress = params.displayableAddress;
        info.calledParty = params.calledParty;
        info.comment = params.comment;
        info.calledIdFlags = quint32(PartyIdFlag::Unknown);
    }
    return info;
}

Outcome Model::create(Line &line, const std::vector<CallInfo> &records,
                      const std::function<Command(RequestId, const std::vector<CallId> &)> &command)
{
    Pending &waiting = begin(line.app, line.id, line.device, {});
    std::vector<CallId> created;
    for (const CallInfo &record : records) {
        waiting.creates.push_back({CallId{++m_lastCall}, HCall{++m_lastHandle}, record});
        created.push_back(waiting.creates.back().call);
    }
    send(waiting.provider, command(waiting.request, created));
    Outcome outcome;
    if (records.size() == 2)
        outcome.value = PendingConference{waiting.request, waiting.creates[0].handle, waiting.creates[1].handle};
    else
        outcome.value = PendingCall{waiting.request, waiting.creates[0].handle};
    return outcome;
}

Outcome Model::ask(HLineApp app, const Requests::MakeCall &request) // F-6
{
    Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    if (isBadText(request.destAddress))
        return failed(LineError::InvalAddress);
    if (request.params.addressId >= device.info.numAddresses)
        return failed(LineError::InvalAddressId);
    const LineError bad = checkParams(device, request.params);
    if (bad != LineError::None)
        return failed(bad);
    if (!device.info.inService) // V-67
        return failed(LineError::InvalLineState);
    if (!abilitiesOf(device.id).addressFeatures.testFlag(AddressFeature::MakeCall))
        return failed(LineError::OperationUnavail);
    CallInfo record = recordFor(apps.at(app), request.params, request.params.addressId, CallOrigin::Outbound,
                                CallReason::Direct);
    record.calledId = request.destAddress;
    if (!request.destAddress.isEmpty())
        record.calledIdFlags = quint32(PartyIdFlag::Address);
    return create(*line, {record}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::MakeCall{id, device.driver, created[0], request.params.addressId, request.destAddress};
    });
}

Outcome Model::ask(HLineApp app, const Requests::Unpark &request) // F-28
{
    Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    if (request.addressId >= device.info.numAddresses)
        return failed(LineError::InvalAddressId);
    if (addressError(request.destAddress, false) != LineError::None)
        return failed(LineError::InvalAddress);
    if (!device.info.inService)
        return failed(LineError::InvalLineState);
    if (!abilitiesOf(device.id).addressFeatures.testFlag(AddressFeature::Unpark))
        return failed(LineError::OperationUnavail);
    const CallInfo record = recordFor(apps.at(app), {}, request.addressId, CallOrigin::Unknown, CallReason::Unpark);
    return create(*line, {record}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::Unpark{id, device.driver, created[0], request.addressId, request.destAddress};
    });
}

Outcome Model::ask(HLineApp app, const Requests::Pickup &request) // F-29
{
    Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    if (request.addressId >= device.info.numAddresses)
        return failed(LineError::InvalAddressId);
    if (isBadText(request.destAddress))
        return failed(LineError::InvalAddress);
    if (isBadText(request.groupId))
        return failed(LineError::InvalGroupId);
    if (!device.info.inService)
        return failed(LineError::InvalLineState);
    if (!abilitiesOf(device.id).addressFeatures.testFlag(AddressFeature::Pickup))
        return failed(LineError::OperationUnavail);
    const CallInfo record = recordFor(apps.at(app), {}, request.addressId, CallOrigin::Unknown, CallReason::Pickup);
    return create(*line, {record}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::Pickup{id, device.driver, created[0], request.addressId,
                                std::make_shared<const Commands::PickupSource>(
                                    Commands::PickupSource{request.destAddress, request.groupId})};
    });
}

Outcome Model::ask(HLineApp app, const Requests::SetupTransfer &request) // F-20
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const Call &call = calls.at(handle->call);
    const LineError bad = checkParams(devices.at(call.device), request.params);
    if (bad != LineError::None)
        return failed(bad);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    if (call.state != Connected)
        return failed(LineError::InvalCallState);
    if (!can(call, CallFeature::SetupTransfer))
        return failed(LineError::OperationUnavail);
    const CallInfo consult = recordFor(apps.at(app), request.params, call.info.addressId, CallOrigin::Outbound,
                                       CallReason::Direct);
    return create(lines.at(handle->line), {consult}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::SetupTransfer{id, targetOf(call.id), created[0]};
    });
}

Outcome Model::ask(HLineApp app, const Requests::CompleteTransfer &request) // F-21
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const Handle *consult = handleOf(app, request.consultCall);
    if (!consult) // H-44
        return failed(LineError::InvalConsultCallHandle);
    if (handle->line != consult->line || handle->id == consult->id) // H-45
        return failed(LineError::InvalCallHandle);
    if (!isOneBitOf(quint32(request.mode), 0x3))
        return failed(LineError::InvalTransferMode);
    if (handle->privilege != Privilege::Owner || consult->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    const Call &call = calls.at(handle->call);
    if (!isIn(call.state, {OnHold, OnHoldPendTransfer})
        || !isIn(calls.at(consult->call).state, {Connected, Ringback, Busy, Proceeding}))
        return failed(LineError::InvalCallState);
    if (!can(call, CallFeature::CompleteTransf))
        return failed(LineError::OperationUnavail);
    const auto command = [&](RequestId id, CallId conference) {
        return Commands::CompleteTransfer{id, targetOf(call.id), targetOf(consult->call), request.mode, conference};
    };
    if (request.mode == TransferMode::Conference) {
        const CallInfo conference = recordFor(apps.at(app), {}, call.info.addressId, CallOrigin::Conference,
                                              CallReason::Direct);
        return create(lines.at(handle->line), {conference},
                      [&](RequestId id, const std::vector<CallId> &created) { return command(id, created[0]); });
    }
    Pending &waiting = begin(app, handle->line, call.device, handle->id);
    waiting.call = call.id;
    send(waiting.provider, command(waiting.request, {}));
    Outcome outcome;
    outcome.value = PendingCall{waiting.request, {}};
    return outcome;
}

Outcome Model::ask(HLineApp app, const Requests::SetupConference &request) // F-23
{
    const Handle *handle = request.call.isNull() ? nullptr : handleOf(app, request.call);
    if (!request.call.isNull() && !handle)
        return failed(LineError::InvalCallHandle);
    Line *line = handle ? &lines.at(handle->line) : lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    const LineError bad = checkParams(device, request.params);
    if (bad != LineError::None)
        return failed(bad);
    if (handle && handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    if (handle && calls.at(handle->call).state != Connected)
        return failed(LineError::InvalCallState);
    if (!handle && !device.info.inService)
        return failed(LineError::InvalLineState);
    if (handle ? !can(calls.at(handle->call), CallFeature::SetupConf)
               : !abilitiesOf(device.id).addressFeatures.testFlag(AddressFeature::SetupConf))
        return failed(LineError::OperationUnavail);
    const quint32 addressId = handle ? calls.at(handle->call).info.addressId : 0;
    const CallInfo conference = recordFor(apps.at(app), request.params, addressId, CallOrigin::Conference,
                                          CallReason::Direct);
    const CallInfo consult = recordFor(apps.at(app), request.params, addressId, CallOrigin::Outbound,
                                       CallReason::Direct);
    return create(*line, {conference, consult}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::SetupConference{id,         device.driver, handle ? targetOf(handle->call) : CallTarget(),
                                         created[0], created[1],    request.numParties};
    });
}

Outcome Model::ask(HLineApp app, const Requests::PrepareAddToConference &request) // F-24
{
    const Handle *handle = handleOf(app, request.conference);
    if (!handle || !isConference(calls.at(handle->call))) // H-44
        return failed(LineError::InvalConfCallHandle);
    const Call &call = calls.at(handle->call);
    const LineError bad = checkParams(devices.at(call.device), request.params);
    if (bad != LineError::None)
        return failed(bad);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    if (call.state != Connected)
        return failed(LineError::InvalCallState);
    if (!can(call, CallFeature::PrepareAddConf))
        return failed(LineError::OperationUnavail);
    const CallInfo consult = recordFor(apps.at(app), request.params, call.info.addressId, CallOrigin::Outbound,
                                       CallReason::Direct);
    return create(lines.at(handle->line), {consult}, [&](RequestId id, const std::vector<CallId> &created) {
        return Commands::PrepareAddToConference{id, targetOf(call.id), created[0]};
    });
}

} // namespace Linescope::Reference
