// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The contract with a service provider (our TSPI): Command goes to the provider, Report comes from it. A provider never
// sees applications, handles or privileges (O-2). Both are values: they can be queued, recorded, printed, replayed.
#pragma once

#include "tapi/callinfo.h"
#include "tapi/constants.h"
#include "tapi/ids.h"

#include <QList>
#include <QString>

#include <memory>
#include <variant>

namespace Linescope {

// ---- Report: from the provider -------------------------------------------------------------------------------------

struct DeviceInfo {
    QString name; // "PJSIP/101"; the same name after a restart is the same device
    quint32 numAddresses = 1;
    MediaModes mediaModes = MediaMode::InteractiveVoice;
    DevCapFlags capFlags; // CLOSEDROP: see H-26
    bool inService = true;
    bool connected = true;
    QString stateText; // why it is out of service, in words

    friend bool operator==(const DeviceInfo &, const DeviceInfo &) = default;
};

namespace Reports {

// The device exists: found at start, or LINE_CREATE later (L-33).
struct DeviceAdded {
    DriverLine line;
    std::shared_ptr<const DeviceInfo> info;
};
// LINE_REMOVE: gone for good (L-30).
struct DeviceRemoved {
    DriverLine line;
};
// LINE_LINEDEVSTATE INSERVICE / OUTOFSERVICE / CONNECTED / DISCONNECTED (L-32, X-13): no handle is lost by it.
struct DeviceState {
    DriverLine line;
    bool inService = true;
    bool connected = true;
    QString text;
    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};
// LINE_CLOSE: the provider wants the line closed (L-27); `text` is its reason (L-26).
struct LineClose {
    DriverLine line;
    QString text;
    friend bool operator==(const LineClose &, const LineClose &) = default;
};
// LINE_NEWCALL (V-18). Only on a line that the engine has opened (O-8). CallState has to follow at once (V-19).
struct NewCall {
    DriverLine line;
    DriverCall call;
    PackedCallInfo info;
    quint32 bytes = 0; // the provider's own memory for this call, 0 = not reported
    friend bool operator==(const NewCall &, const NewCall &) = default;
};
// LINE_CALLSTATE. For CONFERENCED `mode` is the DriverCall of the parent (V-39).
struct CallState {
    DriverCall call;
    Linescope::CallState state = Linescope::CallState::Unknown;
    quint32 mode = 0;
    MediaModes mediaModes; // V-38; none = as in the call's record
    friend bool operator==(const CallState &, const CallState &) = default;
};
// LINE_CALLINFO: the provider's record of the call, whole, and the LINECALLINFOSTATE_ bits of what changed in it.
struct CallInfo {
    DriverCall call;
    CallInfoStates changed;
    PackedCallInfo info;
    friend bool operator==(const CallInfo &, const CallInfo &) = default;
};
// The provider's memory for a call has changed.
struct CallBytes {
    DriverCall call;
    quint32 bytes = 0;
    friend bool operator==(const CallBytes &, const CallBytes &) = default;
};
// ASYNC_COMPLETION (V-1..V-4). A successful MakeCall names the new call here (V-22).
struct Completion {
    RequestId request;
    LineError result = LineError::None;
    DriverCall call;
    friend bool operator==(const Completion &, const Completion &) = default;
};

bool operator==(const DeviceAdded &a, const DeviceAdded &b);
inline bool operator==(const DeviceRemoved &a, const DeviceRemoved &b) { return a.line == b.line; }

} // namespace Reports

using Report =
    std::variant<Reports::DeviceAdded, Reports::DeviceRemoved, Reports::DeviceState, Reports::LineClose,
                 Reports::NewCall, Reports::CallState, Reports::CallInfo, Reports::CallBytes, Reports::Completion>;

// ---- Command: to the provider --------------------------------------------------------------------------------------

// A call as both sides name it; `driver` is none while the call's MakeCall has not completed.
struct CallTarget {
    CallId call;
    DriverCall driver;
    friend bool operator==(CallTarget, CallTarget) = default;
};

namespace Commands {

struct OpenLine { // TSPI_lineOpen. A provider that cannot answers with LineClose and its reason.
    DriverLine line;
    friend bool operator==(OpenLine, OpenLine) = default;
};
struct CloseLine { // TSPI_lineClose: nothing about the line or its calls may be reported from now on (V-14)
    DriverLine line;
    friend bool operator==(CloseLine, CloseLine) = default;
};
struct SetDefaultMediaDetection { // L-2, V-85
    DriverLine line;
    MediaModes mediaModes;
    friend bool operator==(SetDefaultMediaDetection, SetDefaultMediaDetection) = default;
};
struct MakeCall { // completes with the new DriverCall (V-22); no event for the call before that (V-23)
    RequestId request;
    DriverLine line;
    CallId call;
    quint32 addressId = 0;
    QString destAddress;
    friend bool operator==(const MakeCall &, const MakeCall &) = default;
};
// TSPI_lineAccept, lineAnswer, lineDrop, lineHold, lineUnhold: asynchronous, each ends in one Completion.
enum class CallAction { Accept, Answer, Drop, Hold, Unhold };
struct ActOnCall {
    RequestId request;
    CallAction action = CallAction::Drop;
    CallTarget target;
    friend bool operator==(const ActOnCall &, const ActOnCall &) = default;
};
struct CloseCall { // TSPI_lineCloseCall: the last handle has gone (H-24); drop the record, report nothing more (V-13)
    CallTarget target;
    friend bool operator==(const CloseCall &, const CloseCall &) = default;
};

} // namespace Commands

using Command = std::variant<Commands::OpenLine, Commands::CloseLine, Commands::SetDefaultMediaDetection,
                             Commands::MakeCall, Commands::ActOnCall, Commands::CloseCall>;

// ---- Stimulus: what a person playing the network or the device may ask of a provider that can (the simulator)
// --------

namespace Stimuli {
struct NewIncomingCall {
    DriverLine line;
    QString callerId;
    QString callerName;
};
struct RemoteAnswer {
    DriverCall call;
};
struct RemoteHangUp {
    DriverCall call;
};
struct ForceLineClose {
    DriverLine line;
    QString text;
};
struct SetInService {
    DriverLine line;
    bool inService = true;
};
struct RemoveLine {
    DriverLine line;
};
struct AddLine {
    QString name;
};
struct SetAutomatic {
    bool on = true;
}; // calls come and go by themselves
struct Die {
    QString text;
}; // the provider fails as if it had crashed
} // namespace Stimuli

using Stimulus =
    std::variant<Stimuli::NewIncomingCall, Stimuli::RemoteAnswer, Stimuli::RemoteHangUp, Stimuli::ForceLineClose,
                 Stimuli::SetInService, Stimuli::RemoveLine, Stimuli::AddLine, Stimuli::SetAutomatic, Stimuli::Die>;

// ---- Health
// ----------------------------------------------------------------------------------------------------------

struct Health {
    bool up = false;
    QString text; // in words: "password refused", "reconnecting in 4 s"
    friend bool operator==(const Health &, const Health &) = default;
};

// What a provider can do at all; the engine answers OPERATIONUNAVAIL to the rest (E-4), the window greys it.
struct ProviderAbilities {
    bool makeCall = false;
    bool drop = false;
    bool accept = false;
    bool answer = false;
    bool hold = false; // and unhold
    bool stimuli = false;
    friend bool operator==(const ProviderAbilities &, const ProviderAbilities &) = default;
};

} // namespace Linescope
