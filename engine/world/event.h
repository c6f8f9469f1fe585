// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one kind of truth: an Event says what happened. Events are made by TelephonyServer, in order; World::apply is the
// only thing that turns them into state. Ids in events are never none unless the comment says so.
#pragma once

#include "provider/contract.h"
#include "tapi/clock.h"
#include "tapi/linemessage.h"
#include "tapi/overload.h"
#include "world/request.h"

#include <QList>

#include <memory>
#include <variant>

namespace Linescope {

enum class ShutdownReason : quint8 { Shutdown, Crashed };
enum class LineCloseReason : quint8 { App, Provider, Removed, Shutdown, Crashed };
enum class VoidReason : quint8 {
    Deallocated,
    LineClosedByApp,
    LineClosedByProvider,
    DeviceRemoved,
    AppShutdown,
    AppCrashed
};
enum class Severity : quint8 { Info, Warning, Violation };

// "lineClosedByProvider": as in JSON.
const char *toString(ShutdownReason reason);
const char *toString(LineCloseReason reason);
const char *toString(VoidReason reason);
const char *toString(Severity severity);

// What a finding rests on: the number of the offending event, and of the one before it about the same subject; 0: none.
struct Evidence {
    quint64 event = 0;
    quint64 before = 0;
    friend bool operator==(Evidence, Evidence) = default;
};

struct Finding {
    const char *rule = ""; // "V-15"; points to a literal
    Severity severity = Severity::Violation;
    QString subject; // "C17"
    QString text;
    Evidence evidence = {};
    friend bool operator==(const Finding &, const Finding &);
};

namespace Events {

struct ProviderState {
    ProviderId provider;
    bool up = false;
    QString name; // only in the first event of a provider
    QString text;
    friend bool operator==(const ProviderState &, const ProviderState &) = default;
};
struct AppInitialized {
    HLineApp app;
    std::shared_ptr<const Requests::InitializeEx> request;
    friend bool operator==(const AppInitialized &a, const AppInitialized &b)
    {
        return a.app == b.app && *a.request == *b.request;
    }
};
struct AppShutdown {
    HLineApp app;
    ShutdownReason reason = ShutdownReason::Shutdown;
    friend bool operator==(const AppShutdown &, const AppShutdown &) = default;
};
struct DeviceAdded {
    DeviceId device;
    ProviderId provider;
    DriverLine driver;
    std::shared_ptr<const DeviceInfo> info;
    friend bool operator==(const DeviceAdded &a, const DeviceAdded &b)
    {
        return a.device == b.device && a.provider == b.provider && a.driver == b.driver && *a.info == *b.info;
    }
};
struct DeviceRemoved {
    DeviceId device;
    friend bool operator==(const DeviceRemoved &, const DeviceRemoved &) = default;
};
struct DeviceState {
    DeviceId device;
    DriverLine driver; // a restarted provider may name the device anew
    bool inService = true;
    bool connected = true;
    QString text;
    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};
struct LineOpened {
    HLine line;
    HLineApp app;
    DeviceId device;
    ApiVersion apiVersion = ApiVersion::V2_2;
    Privileges privileges;
    MediaModes mediaModes;
    OpenOptions options;
    quint32 addressId = 0;
    quint32 callbackInstance = 0;
    friend bool operator==(const LineOpened &, const LineOpened &) = default;
};
struct LineClosed {
    HLine line;
    HLineApp app;
    DeviceId device;
    LineCloseReason reason = LineCloseReason::App;
    QString text; // the provider's words (L-26)
    friend bool operator==(const LineClosed &, const LineClosed &) = default;
};
struct CallCreated {
    CallId call;
    DeviceId device;
    DriverCall driver;
    quint32 bytes = 0; // the provider's own, 0 = not reported
    PackedCallInfo info;
    friend bool operator==(const CallCreated &, const CallCreated &) = default;
};
struct CallState {
    CallId call;
    Linescope::CallState state = Linescope::CallState::Unknown;
    Linescope::CallState previous = Linescope::CallState::Unknown;
    quint32 mode = 0; // of the state; for CONFERENCED the CallId of the parent
    friend bool operator==(const CallState &, const CallState &) = default;
};
struct CallInfo {
    CallId call;
    CallInfoStates changed;
    PackedCallInfo info; // the whole record
    friend bool operator==(const CallInfo &, const CallInfo &) = default;
};
struct CallBytes { // the provider's own memory for the call
    CallId call;
    quint32 bytes = 0;
    friend bool operator==(const CallBytes &, const CallBytes &) = default;
};
struct CallReleased { // TSPI_lineCloseCall was sent and the record is gone
    CallId call;
    DeviceId device;
    friend bool operator==(const CallReleased &, const CallReleased &) = default;
};
struct HandleCreated {
    HCall handle;
    CallId call;
    HLine line;
    HLineApp app;
    Privilege privilege = Privilege::Monitor;
    quint32 bytes = 0; // the engine's memory for this handle
    friend bool operator==(const HandleCreated &, const HandleCreated &) = default;
};
struct HandlePrivilege {
    HCall handle;
    CallId call;
    HLineApp app;
    Privilege privilege = Privilege::Monitor;
    friend bool operator==(const HandlePrivilege &, const HandlePrivilege &) = default;
};
struct HandleVoided {
    HCall handle;
    CallId call;
    HLine line;
    HLineApp app;
    VoidReason reason = VoidReason::Deallocated;
    bool wasIdle = false;
    Microseconds retainedFor = 0; // since IDLE, 0 if it was not idle
    friend bool operator==(const HandleVoided &, const HandleVoided &) = default;
};
struct Message { // put into the application's queue
    HLineApp app;
    LineMessage message;
    friend bool operator==(const Message &, const Message &) = default;
};
struct RequestMade {
    HLineApp app; // none for lineInitializeEx
    std::shared_ptr<const Linescope::Request> request;
    friend bool operator==(const RequestMade &a, const RequestMade &b);
};
struct RequestResult { // of the request recorded just before
    HLineApp app;
    quint8 function = 0; // index in Request; see functionName()
    LineError error = LineError::None;
    RequestId request; // none for synchronous functions
    friend bool operator==(const RequestResult &, const RequestResult &) = default;
};
struct CommandSent {
    ProviderId provider;
    Command command;
    friend bool operator==(const CommandSent &a, const CommandSent &b);
};
struct ReportReceived {
    ProviderId provider;
    Report report;
    friend bool operator==(const ReportReceived &a, const ReportReceived &b);
};
struct FindingRaised {
    std::shared_ptr<const Finding> finding;
    friend bool operator==(const FindingRaised &a, const FindingRaised &b) { return *a.finding == *b.finding; }
};

} // namespace Events

using EventPayload = std::variant<
    Events::ProviderState, Events::AppInitialized, Events::AppShutdown, Events::DeviceAdded, Events::DeviceRemoved,
    Events::DeviceState, Events::LineOpened, Events::LineClosed, Events::CallCreated, Events::CallState,
    Events::CallInfo, Events::CallBytes, Events::CallReleased, Events::HandleCreated, Events::HandlePrivilege,
    Events::HandleVoided, Events::Message, Events::RequestMade, Events::RequestResult, Events::CommandSent,
    Events::ReportReceived, Events::FindingRaised>;

struct Event {
    quint64 seq = 0; // 1, 2, 3 ... without holes
    Microseconds time = 0;
    EventPayload payload;

    Event() = default;
    template<class Payload> // made in its place, not moved there
    Event(quint64 seq, Microseconds time, Payload &&payload)
        : seq(seq)
        , time(time)
        , payload(std::forward<Payload>(payload))
    {
    }
    friend bool operator==(const Event &a, const Event &b);
};

using EventBatch = QList<Event>;

} // namespace Linescope
