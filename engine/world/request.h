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
struct Dial {
    HCall call;
    QString destAddress; // empty: ends a partial dial (F-7)
    friend bool operator==(const Dial &, const Dial &) = default;
};
struct SwapHold {
    HCall activeCall;
    HCall heldCall;
    friend bool operator==(SwapHold, SwapHold) = default;
};
struct SetupTransfer {
    HCall call;
    CallParams params; // of the consultation call
    friend bool operator==(const SetupTransfer &, const SetupTransfer &) = default;
};
struct CompleteTransfer {
    HCall call;
    HCall consultCall;
    TransferMode mode = TransferMode::Transfer;
    friend bool operator==(const CompleteTransfer &, const CompleteTransfer &) = default;
};
struct BlindTransfer {
    HCall call;
    QString destAddress;
    friend bool operator==(const BlindTransfer &, const BlindTransfer &) = default;
};
struct SetupConference {
    HCall call;             // its first party; none: begins with `line`
    HLine line;             // where there is no call yet
    quint32 numParties = 3; // expected
    CallParams params;      // of the consultation call
    friend bool operator==(const SetupConference &, const SetupConference &) = default;
};
struct PrepareAddToConference {
    HCall conference;
    CallParams params; // of the consultation call
    friend bool operator==(const PrepareAddToConference &, const PrepareAddToConference &) = default;
};
struct AddToConference {
    HCall conference;
    HCall consultCall;
    friend bool operator==(AddToConference, AddToConference) = default;
};
struct RemoveFromConference {
    HCall call;
    friend bool operator==(RemoveFromConference, RemoveFromConference) = default;
};
struct GetConfRelatedCalls {
    HCall call;
    friend bool operator==(GetConfRelatedCalls, GetConfRelatedCalls) = default;
};
struct Park {
    HCall call;
    ParkMode mode = ParkMode::NonDirected;
    QString dirAddress; // with DIRECTED; with NONDIRECTED the provider chooses: see TelephonyServer::parkedAt()
    friend bool operator==(const Park &, const Park &) = default;
};
struct Unpark {
    HLine line;
    quint32 addressId = 0;
    QString destAddress; // where the call is parked
    friend bool operator==(const Unpark &, const Unpark &) = default;
};
struct Pickup {
    HLine line;
    quint32 addressId = 0;
    QString destAddress; // whose call; both empty: call waiting (F-29)
    QString groupId;
    friend bool operator==(const Pickup &, const Pickup &) = default;
};
struct Redirect {
    HCall call;
    QString destAddress;
    friend bool operator==(const Redirect &, const Redirect &) = default;
};
struct SecureCall {
    HCall call;
    friend bool operator==(SecureCall, SecureCall) = default;
};
struct CompleteCall {
    HCall call;
    CallComplMode mode = CallComplMode::CampOn;
    quint32 messageId = 0; // with MESSAGE
    friend bool operator==(const CompleteCall &, const CompleteCall &) = default;
};
struct GenerateDigits {
    HCall call;
    DigitMode mode = DigitMode::Dtmf;
    QString digits;       // empty: ends the generation that is under way (F-34)
    quint32 duration = 0; // ms of each digit, 0: the provider's default
    friend bool operator==(const GenerateDigits &, const GenerateDigits &) = default;
};
struct MonitorDigits {
    HCall call;
    DigitModes modes; // none: no more
    friend bool operator==(const MonitorDigits &, const MonitorDigits &) = default;
};
struct SetAppSpecific {
    HCall call;
    quint32 appSpecific = 0;
    friend bool operator==(const SetAppSpecific &, const SetAppSpecific &) = default;
};
struct SetCallData {
    HCall call;
    QByteArray data; // overwrites; empty removes (F-65)
    friend bool operator==(const SetCallData &, const SetCallData &) = default;
};
struct SetMediaMode {
    HCall call;
    MediaModes mediaModes;
    friend bool operator==(const SetMediaMode &, const SetMediaMode &) = default;
};
struct SendUserUserInfo {
    HCall call;
    QByteArray data;
    friend bool operator==(const SendUserUserInfo &, const SendUserUserInfo &) = default;
};
struct ReleaseUserUserInfo {
    HCall call;
    friend bool operator==(ReleaseUserUserInfo, ReleaseUserUserInfo) = default;
};
struct SetStatusMessages {
    HLine line;
    LineDevStates lineStates;
    AddressStates addressStates;
    friend bool operator==(const SetStatusMessages &, const SetStatusMessages &) = default;
};
struct SetAppPriority {
    QString fileName;     // module of the application (P-11)
    MediaModes mediaMode; // exactly one
    quint32 priority = 1; // 1: first; 0: no more in the list
    friend bool operator==(const SetAppPriority &, const SetAppPriority &) = default;
};

} // namespace Requests

using Request = std::variant<
    Requests::InitializeEx, Requests::Shutdown, Requests::NegotiateApiVersion, Requests::Open, Requests::Close,
    Requests::MakeCall, Requests::Accept, Requests::Answer, Requests::Drop, Requests::Hold, Requests::Unhold,
    Requests::DeallocateCall, Requests::GetCallInfo, Requests::GetCallStatus, Requests::GetNewCalls,
    Requests::GetLineDevStatus, Requests::GetAddressStatus, Requests::SetCallPrivilege, Requests::Handoff,
    Requests::Dial, Requests::SwapHold, Requests::SetupTransfer, Requests::CompleteTransfer, Requests::BlindTransfer,
    Requests::SetupConference, Requests::PrepareAddToConference, Requests::AddToConference,
    Requests::RemoveFromConference, Requests::GetConfRelatedCalls, Requests::Park, Requests::Unpark, Requests::Pickup,
    Requests::Redirect, Requests::SecureCall, Requests::CompleteCall, Requests::GenerateDigits, Requests::MonitorDigits,
    Requests::SetAppSpecific, Requests::SetCallData, Requests::SetMediaMode, Requests::SendUserUserInfo,
    Requests::ReleaseUserUserInfo, Requests::SetStatusMessages, Requests::SetAppPriority>;

// "lineMakeCall": the function's name as TAPI spells it.
const char *functionName(const Request &request);
const char *functionName(size_t requestIndex);

// A function that creates a call: the request that is pending and the handle the call will have once LINE_REPLY says
// success. Until then the handle is not valid (O-12, H-46). lineCompleteTransfer has a call with CONFERENCE only.
struct PendingCall {
    RequestId request;
    HCall call;
    friend bool operator==(PendingCall, PendingCall) = default;
};
// The same for lineSetupConference, which creates two.
struct PendingConference {
    RequestId request;
    HCall conference;
    HCall consultCall;
    friend bool operator==(PendingConference, PendingConference) = default;
};

// What a request gave: an error, or the value of the function that was called.
struct Outcome {
    LineError error = LineError::None;
    std::variant<std::monostate, HLineApp, HLine, HCall, RequestId, PendingCall, PendingConference, ApiVersion,
                 CallInfo, CallStatus, LineDevStatus, AddressStatus, QList<HCall>>
        value;

    bool ok() const { return error == LineError::None; }
};

} // namespace Linescope
