// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every function as a value: recorded in the journal with its result.

#include "server/telephonyserver_p.h"

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

namespace {

template<class T>
Outcome outcome(const Result<T> &result)
{
    if (!result)
        return {result.error(), {}};
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return {LineError::None, *result};
}

} // namespace

Outcome TelephonyServer::execute(HLineApp app, const Request &request)
{
    const Transaction transaction(d.get());
    const size_t function = request.index();
    d->record(Events::RequestMade{app, std::make_shared<const Request>(request)});
    const Outcome result = std::visit(
        Overload{
            [&](const Requests::InitializeEx &r) { return outcome(lineInitializeEx(r)); },
            [&](const Requests::Shutdown &r) { return outcome(lineShutdown(app, r.crashed)); },
            [&](const Requests::NegotiateApiVersion &r) {
                return outcome(lineNegotiateApiVersion(app, r.deviceId, r.low, r.high));
            },
            [&](const Requests::Open &r) { return outcome(lineOpen(app, r)); },
            [&](const Requests::Close &r) { return outcome(lineClose(app, r.line)); },
            [&](const Requests::MakeCall &r) { return outcome(lineMakeCall(app, r.line, r.destAddress, r.params)); },
            [&](const Requests::Accept &r) { return outcome(lineAccept(app, r.call)); },
            [&](const Requests::Answer &r) { return outcome(lineAnswer(app, r.call)); },
            [&](const Requests::Drop &r) { return outcome(lineDrop(app, r.call)); },
            [&](const Requests::Hold &r) { return outcome(lineHold(app, r.call)); },
            [&](const Requests::Unhold &r) { return outcome(lineUnhold(app, r.call)); },
            [&](const Requests::DeallocateCall &r) { return outcome(lineDeallocateCall(app, r.call)); },
            [&](const Requests::GetCallInfo &r) { return outcome(lineGetCallInfo(app, r.call)); },
            [&](const Requests::GetCallStatus &r) { return outcome(lineGetCallStatus(app, r.call)); },
            [&](const Requests::GetNewCalls &r) {
                return outcome(lineGetNewCalls(app, r.line, r.select, r.addressId));
            },
            [&](const Requests::GetLineDevStatus &r) { return outcome(lineGetLineDevStatus(app, r.line)); },
            [&](const Requests::GetAddressStatus &r) {
                return outcome(lineGetAddressStatus(app, r.line, r.addressId));
            },
            [&](const Requests::SetCallPrivilege &r) {
                return outcome(lineSetCallPrivilege(app, r.call, r.privilege));
            },
            [&](const Requests::Handoff &r) { return outcome(lineHandoff(app, r.call, r.fileName, r.mediaMode)); },
            [&](const Requests::Dial &r) { return outcome(lineDial(app, r.call, r.destAddress)); },
            [&](const Requests::SwapHold &r) { return outcome(lineSwapHold(app, r.activeCall, r.heldCall)); },
            [&](const Requests::SetupTransfer &r) { return outcome(lineSetupTransfer(app, r.call, r.params)); },
            [&](const Requests::CompleteTransfer &r) {
                return outcome(lineCompleteTransfer(app, r.call, r.consultCall, r.mode));
            },
            [&](const Requests::BlindTransfer &r) { return outcome(lineBlindTransfer(app, r.call, r.destAddress)); },
            [&](const Requests::SetupConference &r) { return outcome(lineSetupConference(app, r)); },
            [&](const Requests::PrepareAddToConference &r) {
                return outcome(linePrepareAddToConference(app, r.conference, r.params));
            },
            [&](const Requests::AddToConference &r) {
                return outcome(lineAddToConference(app, r.conference, r.consultCall));
            },
            [&](const Requests::RemoveFromConference &r) { return outcome(lineRemoveFromConference(app, r.call)); },
            [&](const Requests::GetConfRelatedCalls &r) { return outcome(lineGetConfRelatedCalls(app, r.call)); },
            [&](const Requests::Park &r) { return outcome(linePark(app, r.call, r.mode, r.dirAddress)); },
            [&](const Requests::Unpark &r) { return outcome(lineUnpark(app, r.line, r.addressId, r.destAddress)); },
            [&](const Requests::Pickup &r) {
                return outcome(linePickup(app, r.line, r.addressId, r.destAddress, r.groupId));
            },
            [&](const Requests::Redirect &r) { return outcome(lineRedirect(app, r.call, r.destAddress)); },
            [&](const Requests::SecureCall &r) { return outcome(lineSecureCall(app, r.call)); },
            [&](const Requests::CompleteCall &r) {
                return outcome(lineCompleteCall(app, r.call, r.mode, r.messageId));
            },
            [&](const Requests::GenerateDigits &r) {
                return outcome(lineGenerateDigits(app, r.call, r.mode, r.digits, r.duration));
            },
            [&](const Requests::MonitorDigits &r) { return outcome(lineMonitorDigits(app, r.call, r.modes)); },
            [&](const Requests::SetAppSpecific &r) { return outcome(lineSetAppSpecific(app, r.call, r.appSpecific)); },
            [&](const Requests::SetCallData &r) { return outcome(lineSetCallData(app, r.call, r.data)); },
            [&](const Requests::SetMediaMode &r) { return outcome(lineSetMediaMode(app, r.call, r.mediaModes)); },
            [&](const Requests::SendUserUserInfo &r) { return outcome(lineSendUserUserInfo(app, r.call, r.data)); },
            [&](const Requests::ReleaseUserUserInfo &r) { return outcome(lineReleaseUserUserInfo(app, r.call)); },
            [&](const Requests::SetStatusMessages &r) {
                return outcome(lineSetStatusMessages(app, r.line, r.lineStates, r.addressStates));
            },
            [&](const Requests::SetAppPriority &r) {
                return outcome(lineSetAppPriority(app, r.fileName, r.mediaMode, r.priority));
            },
        },
        request);
    Events::RequestResult recorded{app, quint8(function), result.error, {}};
    if (const auto *id = std::get_if<RequestId>(&result.value))
        recorded.request = *id;
    if (const auto *made = std::get_if<PendingCall>(&result.value))
        recorded.request = made->request;
    if (const auto *made = std::get_if<PendingConference>(&result.value))
        recorded.request = made->request;
    d->record(recorded);
    return result;
}

} // namespace Linescope
