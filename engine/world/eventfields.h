// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of every Event by name, as in journals. What an event holds as a variant (a request, command or report)
// and the parts of a message are not members of one name: they are missing here.
#pragma once

#include "provider/contractfields.h"
#include "world/event.h"
#include "world/requestfields.h"

namespace Linescope {

template<>
struct Fields<Events::ProviderState> {
    using S = Events::ProviderState;
    static constexpr auto list = std::tuple(field("provider", &S::provider), field("name", &S::name),
                                            field("up", &S::up), field("text", &S::text));
};
template<>
struct Fields<Events::AppInitialized> {
    using S = Events::AppInitialized;
    static constexpr auto list = std::tuple(field("app", &S::app), field("", &S::request, FieldKind::Nested));
};
template<>
struct Fields<Events::AppShutdown> {
    using S = Events::AppShutdown;
    static constexpr auto list = std::tuple(field("app", &S::app), field("reason", &S::reason));
};
template<>
struct Fields<Events::DeviceAdded> {
    using S = Events::DeviceAdded;
    static constexpr auto list = std::tuple(field("device", &S::device), field("provider", &S::provider),
                                            field("driverLine", &S::driver), field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Events::DeviceRemoved> {
    using S = Events::DeviceRemoved;
    static constexpr auto list = std::tuple(field("device", &S::device));
};
template<>
struct Fields<Events::DeviceState> {
    using S = Events::DeviceState;
    static constexpr auto list = std::tuple(field("device", &S::device), field("driverLine", &S::driver),
                                            field("inService", &S::inService), field("connected", &S::connected),
                                            field("text", &S::text));
};
template<>
struct Fields<Events::LineOpened> {
    using S = Events::LineOpened;
    static constexpr auto list = std::tuple(
        field("line", &S::line), field("app", &S::app), field("device", &S::device), field("api", &S::apiVersion),
        field("privilege", &S::privileges), field("media", &S::mediaModes), field("options", &S::options),
        field("addressId", &S::addressId), field("callbackInstance", &S::callbackInstance));
};
template<>
struct Fields<Events::LineClosed> {
    using S = Events::LineClosed;
    static constexpr auto list = std::tuple(field("line", &S::line), field("app", &S::app), field("device", &S::device),
                                            field("reason", &S::reason), field("text", &S::text));
};
template<>
struct Fields<Events::CallCreated> {
    using S = Events::CallCreated;
    static constexpr auto list = std::tuple(field("call", &S::call), field("device", &S::device),
                                            field("driverCall", &S::driver), field("bytes", &S::bytes),
                                            field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Events::CallState> {
    using S = Events::CallState;
    static constexpr auto list = std::tuple(field("call", &S::call), field("state", &S::state), field("mode", &S::mode),
                                            field("previous", &S::previous));
};
template<>
struct Fields<Events::CallInfo> {
    using S = Events::CallInfo;
    static constexpr auto list = std::tuple(field("call", &S::call), field("changed", &S::changed),
                                            field("", &S::info, FieldKind::Nested));
};
template<>
struct Fields<Events::CallBytes> {
    using S = Events::CallBytes;
    static constexpr auto list = std::tuple(field("call", &S::call), field("bytes", &S::bytes));
};
template<>
struct Fields<Events::CallReleased> {
    using S = Events::CallReleased;
    static constexpr auto list = std::tuple(field("call", &S::call), field("device", &S::device));
};
template<>
struct Fields<Events::HandleCreated> {
    using S = Events::HandleCreated;
    static constexpr auto list = std::tuple(field("handle", &S::handle), field("call", &S::call),
                                            field("line", &S::line), field("app", &S::app),
                                            field("privilege", &S::privilege), field("bytes", &S::bytes));
};
template<>
struct Fields<Events::HandlePrivilege> {
    using S = Events::HandlePrivilege;
    static constexpr auto list = std::tuple(field("handle", &S::handle), field("call", &S::call), field("app", &S::app),
                                            field("privilege", &S::privilege));
};
template<>
struct Fields<Events::HandleVoided> {
    using S = Events::HandleVoided;
    static constexpr auto list = std::tuple(field("handle", &S::handle), field("call", &S::call),
                                            field("line", &S::line), field("app", &S::app), field("reason", &S::reason),
                                            field("wasIdle", &S::wasIdle), field("retainedFor", &S::retainedFor));
};
template<>
struct Fields<Events::Message> {
    using S = Events::Message;
    static constexpr auto list = std::tuple(field("app", &S::app));
};
template<>
struct Fields<Events::RequestMade> {
    using S = Events::RequestMade;
    static constexpr auto list = std::tuple(field("app", &S::app));
};
template<>
struct Fields<Events::RequestResult> {
    using S = Events::RequestResult;
    static constexpr auto list = std::tuple(field("app", &S::app), field("function", &S::function),
                                            field("request", &S::request), field("error", &S::error));
};
template<>
struct Fields<Events::CommandSent> {
    using S = Events::CommandSent;
    static constexpr auto list = std::tuple(field("provider", &S::provider));
};
template<>
struct Fields<Events::ReportReceived> {
    using S = Events::ReportReceived;
    static constexpr auto list = std::tuple(field("provider", &S::provider));
};
template<>
struct Fields<Finding> {
    using S = Finding;
    static constexpr auto list = std::tuple(field("rule", &S::rule), field("severity", &S::severity),
                                            field("subject", &S::subject), field("text", &S::text),
                                            field("evidence", &S::evidence));
};
template<>
struct Fields<Events::FindingRaised> {
    using S = Events::FindingRaised;
    static constexpr auto list = std::tuple(field("", &S::finding, FieldKind::Nested));
};

} // namespace Linescope
