// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an application asks of the engine: one struct per TAPI function, named after it; arguments named after the
// function's parameters. Values, so that requests can be queued to the engine's thread, recorded and replayed.
#pragma once

#include "tapi/callinfo.h"
#include "tapi/constants.h"
#include "tapi/ids.h"

#include <QList>
#include <QString>

#include <variant>

namespace Linescope {

// LINECALLPARAMS, the part that a call needs (I-49..I-52, F-45).
struct CallParams {
    quint32 addressId = 0;
    MediaModes mediaModes = MediaMode::InteractiveVoice;
    BearerModes bearerMode = BearerMode::Voice;
    CallParamFlags flags;
    QString displayableAddress;
    QString calledParty;
    QString comment;
    friend bool operator==(const CallParams &, const CallParams &) = default;
};

namespace Requests {

struct InitializeEx {
    QString appName;    // friendly name, empty: the module name (F-69)
    QString moduleName; // module file name without path; target of a direct handoff (P-22)
    ApiVersion apiVersion = ApiVersion::V2_2;
    qint64 pid = 0;
    bool monitor = false; // the application is Linescope's own watcher (G-13)
    friend bool operator==(const InitializeEx &, const InitializeEx &) = default;
};
struct Shutdown {
    bool crashed = false; // the application died, this is done on its behalf (L-42)
    friend bool operator==(const Shutdown &, const Shutdown &) = default;
};
struct NegotiateApiVersion {
    quint32 deviceId = 0; // dwDeviceID
    ApiVersion low = ApiVersion::V1_4;
    ApiVersion high = ApiVersion::V2_2;
    friend bool operator==(const NegotiateApiVersion &, const NegotiateApiVersion &) = default;
};
struct Open {
    quint32 deviceId = 0; // dwDeviceID or LineMapper
    ApiVersion apiVersion = ApiVersion::V2_2;
    Privileges privileges = Privilege::Monitor;
    MediaModes mediaModes;
    OpenOptions options;
    quint32 addressId = 0; // with SINGLEADDRESS (P-14)
    quint32 callbackInstance = 0;
    friend bool operator==(const Open &, const Open &) = default;
};
struct Close {
    HLine line;
    friend bool operator==(Close, Close) = default;
};
struct MakeCall {
    HLine line;
    QString destAddress;
    CallParams params;
    friend bool operator==(const MakeCall &, const MakeCall &) = default;
};
struct Accept {
    HCall call;
    friend bool operator==(Accept, Accept) = default;
};
struct Answer {
    HCall call;
    friend bool operator==(Answer, Answer) = default;
};
struct Drop {
    HCall call;
    friend bool operator==(Drop, Drop) = default;
};
struct Hold {
    HCall call;
    friend bool operator==(Hold, Hold) = default;
};
struct Unhold {
    HCall call;
    friend bool operator==(Unhold, Unhold) = default;
};
struct DeallocateCall {
    HCall call;
    friend bool operator==(DeallocateCall, DeallocateCall) = default;
};
struct GetCallInfo {
    HCall call;
    friend bool operator==(GetCallInfo, GetCallInfo) = default;
};
struct GetCallStatus {
    HCall call;
    friend bool operator==(GetCallStatus, GetCallStatus) = default;
};
struct GetNewCalls {
    HLine line;
    quint32 addressId = 0; // with CallSelect::Address
    CallSelect select = CallSelect::Line;
    friend bool operator==(const GetNewCalls &, const GetNewCalls &) = default;
};
struct GetLineDevStatus {
    HLine line;
    friend bool operator==(GetLineDevStatus, GetLineDevStatus) = default;
};
struct GetAddressStatus {
    HLine line;
    quint32 addressId = 0;
    friend bool operator==(const GetAddressStatus &, const GetAddressStatus &) = default;
};
struct SetCallPrivilege {
    HCall call;
    Privilege privilege = Privilege::Monitor;
    friend bool operator==(const SetCallPrivilege &, const SetCallPrivilege &) = default;
};
struct Handoff {
    HCall call;
    QString fileName; // of the target; empty: to the best application for the media mode (P-23)
    MediaModes mediaMode;
    friend bool operator==(const Handoff &, const Handoff &) = default;
};

} // namespace Requests

using Request = std::variant<Requests::InitializeEx, Requests::Shutdown, Requests::NegotiateApiVersion, Requests::Open,
                             Requests::Close, Requests::MakeCall, Requests::Accept, Requests::Answer, Requests::Drop,
                             Requests::Hold, Requests::Unhold, Requests::DeallocateCall, Requests::GetCallInfo,
                             Requests::GetCallStatus, Requests::GetNewCalls, Requests::GetLineDevStatus,
                             Requests::GetAddressStatus, Requests::SetCallPrivilege, Requests::Handoff>;

// "lineMakeCall": the function's name as TAPI spells it.
const char *functionName(const Request &request);
const char *functionName(size_t requestIndex);

// lineMakeCall: the request that is pending and the handle the call will have once LINE_REPLY says success. Until
// then the handle is not valid (O-12, H-46).
struct PendingCall {
    RequestId request;
    HCall call;
    friend bool operator==(PendingCall, PendingCall) = default;
};

// What a request gave: an error, or the value of the function that was called.
struct Outcome {
    LineError error = LineError::None;
    std::variant<std::monostate, HLineApp, HLine, HCall, RequestId, PendingCall, ApiVersion, CallInfo, CallStatus,
                 LineDevStatus, AddressStatus, QList<HCall>>
        value;

    bool ok() const { return error == LineError::None; }
};

} // namespace Linescope
