// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The arguments of every TAPI function by name: named after the function's parameters in lower camel case without
// prefix (dwAddressID: addressId), "on" the HLINE, "line" the device, "address" what is dialled. The same names in
// journals and in scenario files.
#pragma once

#include "tapi/fields.h"
#include "world/request.h"

namespace Linescope {

template<>
struct Fields<CallParams> {
    using S = CallParams;
    static constexpr auto list = std::tuple(field("addressId", &S::addressId), field("media", &S::mediaModes),
                                            field("bearer", &S::bearerMode), field("flags", &S::flags),
                                            field("displayableAddress", &S::displayableAddress),
                                            field("calledParty", &S::calledParty), field("comment", &S::comment));
};
template<>
struct Fields<Requests::InitializeEx> {
    using S = Requests::InitializeEx;
    static constexpr auto list = std::tuple(field("friendlyAppName", &S::appName), field("module", &S::moduleName),
                                            field("api", &S::apiVersion), field("pid", &S::pid),
                                            field("monitor", &S::monitor));
};
template<>
struct Fields<Requests::Shutdown> {
    using S = Requests::Shutdown;
    static constexpr auto list = std::tuple(field("crashed", &S::crashed));
};
template<>
struct Fields<Requests::NegotiateApiVersion> {
    using S = Requests::NegotiateApiVersion;
    static constexpr auto list = std::tuple(field("line", &S::deviceId, FieldKind::Device), field("low", &S::low),
                                            field("high", &S::high));
};
template<>
struct Fields<Requests::Open> {
    using S = Requests::Open;
    static constexpr auto list = std::tuple(
        field("line", &S::deviceId, FieldKind::Device), field("api", &S::apiVersion),
        field("privilege", &S::privileges), field("media", &S::mediaModes), field("options", &S::options),
        field("addressId", &S::addressId), field("callbackInstance", &S::callbackInstance));
};
template<>
struct Fields<Requests::Close> {
    using S = Requests::Close;
    static constexpr auto list = std::tuple(field("on", &S::line));
};
template<>
struct Fields<Requests::MakeCall> {
    using S = Requests::MakeCall;
    static constexpr auto list = std::tuple(field("on", &S::line), field("address", &S::destAddress),
                                            field("", &S::params, FieldKind::Nested));
};
template<>
struct Fields<Requests::Accept> {
    using S = Requests::Accept;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::Answer> {
    using S = Requests::Answer;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::Drop> {
    using S = Requests::Drop;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::Hold> {
    using S = Requests::Hold;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::Unhold> {
    using S = Requests::Unhold;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::DeallocateCall> {
    using S = Requests::DeallocateCall;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::GetCallInfo> {
    using S = Requests::GetCallInfo;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::GetCallStatus> {
    using S = Requests::GetCallStatus;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::GetNewCalls> {
    using S = Requests::GetNewCalls;
    static constexpr auto list = std::tuple(field("on", &S::line), field("addressId", &S::addressId),
                                            field("select", &S::select));
};
template<>
struct Fields<Requests::GetLineDevStatus> {
    using S = Requests::GetLineDevStatus;
    static constexpr auto list = std::tuple(field("on", &S::line));
};
template<>
struct Fields<Requests::GetAddressStatus> {
    using S = Requests::GetAddressStatus;
    static constexpr auto list = std::tuple(field("on", &S::line), field("addressId", &S::addressId));
};
template<>
struct Fields<Requests::SetCallPrivilege> {
    using S = Requests::SetCallPrivilege;
    static constexpr auto list = std::tuple(field("call", &S::call), field("privilege", &S::privilege));
};
template<>
struct Fields<Requests::Handoff> {
    using S = Requests::Handoff;
    static constexpr auto list = std::tuple(field("call", &S::call), field("fileName", &S::fileName),
                                            field("media", &S::mediaMode));
};
template<>
struct Fields<Requests::Dial> {
    using S = Requests::Dial;
    static constexpr auto list = std::tuple(field("call", &S::call), field("address", &S::destAddress));
};
template<>
struct Fields<Requests::SwapHold> {
    using S = Requests::SwapHold;
    static constexpr auto list = std::tuple(field("call", &S::activeCall), field("held", &S::heldCall));
};
template<>
struct Fields<Requests::SetupTransfer> {
    using S = Requests::SetupTransfer;
    static constexpr auto list = std::tuple(field("call", &S::call), field("", &S::params, FieldKind::Nested));
};
template<>
struct Fields<Requests::CompleteTransfer> {
    using S = Requests::CompleteTransfer;
    static constexpr auto list = std::tuple(field("call", &S::call), field("consult", &S::consultCall),
                                            field("mode", &S::mode));
};
template<>
struct Fields<Requests::BlindTransfer> {
    using S = Requests::BlindTransfer;
    static constexpr auto list = std::tuple(field("call", &S::call), field("address", &S::destAddress));
};
template<>
struct Fields<Requests::SetupConference> {
    using S = Requests::SetupConference;
    static constexpr auto list = std::tuple(field("call", &S::call), field("on", &S::line),
                                            field("numParties", &S::numParties),
                                            field("", &S::params, FieldKind::Nested));
};
template<>
struct Fields<Requests::PrepareAddToConference> {
    using S = Requests::PrepareAddToConference;
    static constexpr auto list = std::tuple(field("conference", &S::conference),
                                            field("", &S::params, FieldKind::Nested));
};
template<>
struct Fields<Requests::AddToConference> {
    using S = Requests::AddToConference;
    static constexpr auto list = std::tuple(field("conference", &S::conference), field("consult", &S::consultCall));
};
template<>
struct Fields<Requests::RemoveFromConference> {
    using S = Requests::RemoveFromConference;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::GetConfRelatedCalls> {
    using S = Requests::GetConfRelatedCalls;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::Park> {
    using S = Requests::Park;
    static constexpr auto list = std::tuple(field("call", &S::call), field("mode", &S::mode),
                                            field("address", &S::dirAddress));
};
template<>
struct Fields<Requests::Unpark> {
    using S = Requests::Unpark;
    static constexpr auto list = std::tuple(field("on", &S::line), field("addressId", &S::addressId),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Requests::Pickup> {
    using S = Requests::Pickup;
    static constexpr auto list = std::tuple(field("on", &S::line), field("addressId", &S::addressId),
                                            field("address", &S::destAddress), field("groupId", &S::groupId));
};
template<>
struct Fields<Requests::Redirect> {
    using S = Requests::Redirect;
    static constexpr auto list = std::tuple(field("call", &S::call), field("address", &S::destAddress));
};
template<>
struct Fields<Requests::SecureCall> {
    using S = Requests::SecureCall;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::CompleteCall> {
    using S = Requests::CompleteCall;
    static constexpr auto list = std::tuple(field("call", &S::call), field("mode", &S::mode),
                                            field("messageId", &S::messageId));
};
template<>
struct Fields<Requests::GenerateDigits> {
    using S = Requests::GenerateDigits;
    static constexpr auto list = std::tuple(field("call", &S::call), field("digitMode", &S::mode),
                                            field("digits", &S::digits), field("duration", &S::duration));
};
template<>
struct Fields<Requests::MonitorDigits> {
    using S = Requests::MonitorDigits;
    static constexpr auto list = std::tuple(field("call", &S::call), field("digitModes", &S::modes));
};
template<>
struct Fields<Requests::SetAppSpecific> {
    using S = Requests::SetAppSpecific;
    static constexpr auto list = std::tuple(field("call", &S::call), field("appSpecific", &S::appSpecific));
};
template<>
struct Fields<Requests::SetCallData> {
    using S = Requests::SetCallData;
    static constexpr auto list = std::tuple(field("call", &S::call), field("callData", &S::data));
};
template<>
struct Fields<Requests::SetMediaMode> {
    using S = Requests::SetMediaMode;
    static constexpr auto list = std::tuple(field("call", &S::call), field("media", &S::mediaModes));
};
template<>
struct Fields<Requests::SendUserUserInfo> {
    using S = Requests::SendUserUserInfo;
    static constexpr auto list = std::tuple(field("call", &S::call), field("userUserInfo", &S::data));
};
template<>
struct Fields<Requests::ReleaseUserUserInfo> {
    using S = Requests::ReleaseUserUserInfo;
    static constexpr auto list = std::tuple(field("call", &S::call));
};
template<>
struct Fields<Requests::SetStatusMessages> {
    using S = Requests::SetStatusMessages;
    static constexpr auto list = std::tuple(field("on", &S::line), field("lineStates", &S::lineStates),
                                            field("addressStates", &S::addressStates));
};
template<>
struct Fields<Requests::SetAppPriority> {
    using S = Requests::SetAppPriority;
    static constexpr auto list = std::tuple(field("fileName", &S::fileName), field("media", &S::mediaMode),
                                            field("priority", &S::priority));
};

} // namespace Linescope
