// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of every Command and Report by name, as in journals. A CallTarget named "call" is written as "call" and
// "driverCall", one named "held" as "held" and "driverHeld".
#pragma once

#include "provider/contract.h"
#include "tapi/fields.h"

namespace Linescope {

template<>
struct Fields<DeviceInfo> {
    using S = DeviceInfo;
    static constexpr auto list = std::tuple(field("name", &S::name), field("addresses", &S::numAddresses),
                                            field("media", &S::mediaModes), field("capabilities", &S::capFlags),
                                            field("inService", &S::inService), field("connected", &S::connected),
                                            field("text", &S::stateText));
};
template<>
struct Fields<Commands::OpenLine> {
    using S = Commands::OpenLine;
    static constexpr auto list = std::tuple(field("driverLine", &S::line));
};
template<>
struct Fields<Commands::CloseLine> {
    using S = Commands::CloseLine;
    static constexpr auto list = std::tuple(field("driverLine", &S::line));
};
template<>
struct Fields<Commands::SetDefaultMediaDetection> {
    using S = Commands::SetDefaultMediaDetection;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("media", &S::mediaModes));
};
template<>
struct Fields<Commands::MakeCall> {
    using S = Commands::MakeCall;
    static constexpr auto list = std::tuple(field("request", &S::request), field("driverLine", &S::line),
                                            field("call", &S::call), field("addressId", &S::addressId),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Commands::ActOnCall> {
    using S = Commands::ActOnCall;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target));
};
template<>
struct Fields<Commands::CloseCall> {
    using S = Commands::CloseCall;
    static constexpr auto list = std::tuple(field("call", &S::target));
};
template<>
struct Fields<Commands::Unpark> {
    using S = Commands::Unpark;
    static constexpr auto list = std::tuple(field("request", &S::request), field("driverLine", &S::line),
                                            field("call", &S::call), field("addressId", &S::addressId),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Commands::PickupSource> {
    using S = Commands::PickupSource;
    static constexpr auto list = std::tuple(field("address", &S::destAddress), field("groupId", &S::groupId));
};
template<>
struct Fields<Commands::Pickup> {
    using S = Commands::Pickup;
    static constexpr auto list = std::tuple(field("request", &S::request), field("driverLine", &S::line),
                                            field("call", &S::call), field("addressId", &S::addressId),
                                            field("", &S::from, FieldKind::Nested));
};
template<>
struct Fields<Commands::SetupTransfer> {
    using S = Commands::SetupTransfer;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("consult", &S::consult));
};
template<>
struct Fields<Commands::CompleteTransfer> {
    using S = Commands::CompleteTransfer;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("consult", &S::consult), field("mode", &S::mode),
                                            field("conference", &S::conference));
};
template<>
struct Fields<Commands::SetupConference> {
    using S = Commands::SetupConference;
    static constexpr auto list = std::tuple(field("request", &S::request), field("driverLine", &S::line),
                                            field("call", &S::target), field("conference", &S::conference),
                                            field("consult", &S::consult), field("numParties", &S::numParties));
};
template<>
struct Fields<Commands::PrepareAddToConference> {
    using S = Commands::PrepareAddToConference;
    static constexpr auto list = std::tuple(field("request", &S::request), field("conference", &S::conference),
                                            field("consult", &S::consult));
};
template<>
struct Fields<Commands::AddToConference> {
    using S = Commands::AddToConference;
    static constexpr auto list = std::tuple(field("request", &S::request), field("conference", &S::conference),
                                            field("consult", &S::consult));
};
template<>
struct Fields<Commands::SwapHold> {
    using S = Commands::SwapHold;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("held", &S::held));
};
template<>
struct Fields<Commands::Dial> {
    using S = Commands::Dial;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Commands::BlindTransfer> {
    using S = Commands::BlindTransfer;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Commands::Redirect> {
    using S = Commands::Redirect;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("address", &S::destAddress));
};
template<>
struct Fields<Commands::Park> {
    using S = Commands::Park;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("mode", &S::mode), field("address", &S::dirAddress));
};
template<>
struct Fields<Commands::CompleteCall> {
    using S = Commands::CompleteCall;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("mode", &S::mode), field("messageId", &S::messageId));
};
template<>
struct Fields<Commands::SetCallData> {
    using S = Commands::SetCallData;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("callData", &S::data));
};
template<>
struct Fields<Commands::SendUserUserInfo> {
    using S = Commands::SendUserUserInfo;
    static constexpr auto list = std::tuple(field("request", &S::request), field("call", &S::target),
                                            field("userUserInfo", &S::data));
};
template<>
struct Fields<Commands::SetAppSpecific> {
    using S = Commands::SetAppSpecific;
    static constexpr auto list = std::tuple(field("call", &S::target), field("appSpecific", &S::appSpecific));
};
template<>
struct Fields<Commands::SetMediaMode> {
    using S = Commands::SetMediaMode;
    static constexpr auto list = std::tuple(field("call", &S::target), field("media", &S::mediaModes));
};
template<>
struct Fields<Commands::MonitorDigits> {
    using S = Commands::MonitorDigits;
    static constexpr auto list = std::tuple(field("call", &S::target), field("digitModes", &S::modes));
};
template<>
struct Fields<Commands::DigitString> {
    using S = Commands::DigitString;
    static constexpr auto list = std::tuple(field("digitMode", &S::mode), field("digits", &S::digits),
                                            field("duration", &S::duration));
};
template<>
struct Fields<Commands::GenerateDigits> {
    using S = Commands::GenerateDigits;
    static constexpr auto list = std::tuple(field("call", &S::target), field("endToEndId", &S::endToEndId),
                                            field("", &S::digits, FieldKind::Nested));
};
template<>
struct Fields<Commands::SetStatusMessages> {
    using S = Commands::SetStatusMessages;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("lineStates", &S::lineStates),
                                            field("addressStates", &S::addressStates));
};
template<>
struct Fields<Reports::DeviceAdded> {
    using S = Reports::DeviceAdded;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Reports::DeviceRemoved> {
    using S = Reports::DeviceRemoved;
    static constexpr auto list = std::tuple(field("driverLine", &S::line));
};
template<>
struct Fields<Reports::DeviceState> {
    using S = Reports::DeviceState;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("inService", &S::inService),
                                            field("connected", &S::connected), field("text", &S::text));
};
template<>
struct Fields<Reports::LineClose> {
    using S = Reports::LineClose;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("text", &S::text));
};
template<>
struct Fields<Reports::NewCall> {
    using S = Reports::NewCall;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("driverCall", &S::call),
                                            field("bytes", &S::bytes), field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Reports::CallState> {
    using S = Reports::CallState;
    static constexpr auto list = std::tuple(field("driverCall", &S::call), field("state", &S::state),
                                            field("mode", &S::mode), field("media", &S::mediaModes));
};
template<>
struct Fields<Reports::CallInfo> {
    using S = Reports::CallInfo;
    static constexpr auto list = std::tuple(field("driverCall", &S::call), field("changed", &S::changed),
                                            field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Reports::CallBytes> {
    using S = Reports::CallBytes;
    static constexpr auto list = std::tuple(field("driverCall", &S::call), field("bytes", &S::bytes));
};
template<>
struct Fields<Reports::Completion> {
    using S = Reports::Completion;
    static constexpr auto list = std::tuple(field("request", &S::request), field("result", &S::result),
                                            field("driverCall", &S::call), field("driverConsult", &S::consult),
                                            field("parkAddress", &S::parkAddress));
};
template<>
struct Fields<Reports::Generate> {
    using S = Reports::Generate;
    static constexpr auto list = std::tuple(field("driverCall", &S::call), field("endToEndId", &S::endToEndId),
                                            field("termination", &S::termination));
};
template<>
struct Fields<Reports::MonitorDigits> {
    using S = Reports::MonitorDigits;
    static constexpr auto list = std::tuple(field("driverCall", &S::call), field("digit", &S::digit, FieldKind::Ascii),
                                            field("digitMode", &S::mode));
};
template<>
struct Fields<Reports::LineDevState> {
    using S = Reports::LineDevState;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("states", &S::states),
                                            field("p2", &S::param2), field("p3", &S::param3));
};
template<>
struct Fields<Reports::AddressState> {
    using S = Reports::AddressState;
    static constexpr auto list = std::tuple(field("driverLine", &S::line), field("addressId", &S::addressId),
                                            field("states", &S::states));
};
template<>
struct Fields<Reports::FaultInjected> {
    using S = Reports::FaultInjected;
    static constexpr auto list = std::tuple(field("fault", &S::kind), field("driverLine", &S::line),
                                            field("driverCall", &S::call), field("text", &S::text));
};

} // namespace Linescope
