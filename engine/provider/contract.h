// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The contract with a service provider (our TSPI): Command goes to the provider, Report comes from it. A provider never
// sees applications, handles or privileges (O-2). Both are values: they can be queued, recorded, printed, replayed.
#pragma once

#include "provider/faults.h"
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
// ASYNC_COMPLETION (V-1..V-4). A request that creates a call names it here when it succeeds (V-22): `call` is the call
// that was made, unparked, picked up, the consultation call, or the conference of SetupConference and CompleteTransfer;
// `consult` the consultation call of SetupConference.
struct Completion {
    RequestId request;
    LineError result = LineError::None;
    DriverCall call = {};
    DriverCall consult = {};
    QString parkAddress = {}; // where a call was parked with NONDIRECTED (F-27)
    friend bool operator==(const Completion &, const Completion &) = default;
};

// LINE_GENERATE: the generation of that number (Commands::GenerateDigits) has ended (V-69).
struct Generate {
    DriverCall call;
    quint32 endToEndId = 0;
    GenerateTerm termination = GenerateTerm::Done;
    friend bool operator==(const Generate &, const Generate &) = default;
};
// LINE_MONITORDIGITS: a digit was heard on the call.
struct MonitorDigits {
    DriverCall call;
    quint32 digit = 0; // ASCII
    DigitMode mode = DigitMode::Dtmf;
    friend bool operator==(const MonitorDigits &, const MonitorDigits &) = default;
};
// LINE_LINEDEVSTATE, what DeviceState does not say: RINGING with its mode and count (M-31, V-41), MSGWAITON ... OPEN,
// CLOSE and NUMCALLS are the engine's own (V-46, I-82).
struct LineDevState {
    DriverLine line;
    LineDevStates states;
    quint32 param2 = 0;
    quint32 param3 = 0;
    friend bool operator==(const LineDevState &, const LineDevState &) = default;
};
// LINE_ADDRESSSTATE: INUSEZERO, FORWARD ... NUMCALLS is the engine's own (I-82).
struct AddressState {
    DriverLine line;
    quint32 addressId = 0;
    AddressStates states;
    friend bool operator==(const AddressState &, const AddressState &) = default;
};

// No report of the provider's: something was made to go wrong on purpose, and this says what.
struct FaultInjected {
    FaultKind kind = FaultKind::Drop;
    DriverLine line; // none: the provider as a whole
    DriverCall call; // none: no call in particular
    QString text;    // what was done to which report, in words
    friend bool operator==(const FaultInjected &, const FaultInjected &) = default;
};

bool operator==(const DeviceAdded &a, const DeviceAdded &b);
inline bool operator==(const DeviceRemoved &a, const DeviceRemoved &b) { return a.line == b.line; }

} // namespace Reports

using Report = std::variant<Reports::DeviceAdded, Reports::DeviceRemoved, Reports::DeviceState, Reports::LineClose,
                            Reports::NewCall, Reports::CallState, Reports::CallInfo, Reports::CallBytes,
                            Reports::Completion, Reports::Generate, Reports::MonitorDigits, Reports::LineDevState,
                            Reports::AddressState, Reports::FaultInjected>;

// "callState": as in JSON and scenarios.
const char *reportName(size_t reportIndex);

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
struct Unpark { // as MakeCall; destAddress is where the call is parked
    RequestId request;
    DriverLine line;
    CallId call;
    quint32 addressId = 0;
    QString destAddress;
    friend bool operator==(const Unpark &, const Unpark &) = default;
};
struct PickupSource {
    QString destAddress; // whose call; both empty: call waiting
    QString groupId;
    friend bool operator==(const PickupSource &, const PickupSource &) = default;
};
struct Pickup { // as MakeCall
    RequestId request;
    DriverLine line;
    CallId call;
    quint32 addressId = 0;
    std::shared_ptr<const PickupSource> from; // never null
    friend bool operator==(const Pickup &a, const Pickup &b)
    {
        return a.request == b.request && a.line == b.line && a.call == b.call && a.addressId == b.addressId
            && *a.from == *b.from;
    }
};
struct SetupTransfer { // completes with the consultation call
    RequestId request;
    CallTarget target;
    CallId consult;
    friend bool operator==(const SetupTransfer &, const SetupTransfer &) = default;
};
struct CompleteTransfer { // with CONFERENCE it completes with the conference
    RequestId request;
    CallTarget target;
    CallTarget consult;
    TransferMode mode = TransferMode::Transfer;
    CallId conference; // none with TRANSFER
    friend bool operator==(const CompleteTransfer &, const CompleteTransfer &) = default;
};
struct SetupConference { // completes with the conference and the consultation call
    RequestId request;
    DriverLine line;
    CallTarget target; // the first party, or none
    CallId conference;
    CallId consult;
    quint32 numParties = 0;
    friend bool operator==(const SetupConference &, const SetupConference &) = default;
};
struct PrepareAddToConference { // completes with the consultation call
    RequestId request;
    CallTarget conference;
    CallId consult;
    friend bool operator==(const PrepareAddToConference &, const PrepareAddToConference &) = default;
};
struct AddToConference {
    RequestId request;
    CallTarget conference;
    CallTarget consult;
    friend bool operator==(const AddToConference &, const AddToConference &) = default;
};
struct SwapHold {
    RequestId request;
    CallTarget target; // the active call
    CallTarget held;
    friend bool operator==(const SwapHold &, const SwapHold &) = default;
};
// TSPI_lineAccept ...: asynchronous, each ends in one Completion.
enum class CallAction { Accept, Answer, Drop, Hold, Unhold, SecureCall, RemoveFromConference, ReleaseUserUserInfo };
struct ActOnCall {
    RequestId request;
    CallAction action = CallAction::Drop;
    CallTarget target;
    friend bool operator==(const ActOnCall &, const ActOnCall &) = default;
};
struct Dial {
    RequestId request;
    CallTarget target;
    QString destAddress;
    friend bool operator==(const Dial &, const Dial &) = default;
};
struct BlindTransfer {
    RequestId request;
    CallTarget target;
    QString destAddress;
    friend bool operator==(const BlindTransfer &, const BlindTransfer &) = default;
};
struct Redirect {
    RequestId request;
    CallTarget target;
    QString destAddress;
    friend bool operator==(const Redirect &, const Redirect &) = default;
};
struct Park { // with NONDIRECTED the completion names the place
    RequestId request;
    CallTarget target;
    ParkMode mode = ParkMode::NonDirected;
    QString dirAddress;
    friend bool operator==(const Park &, const Park &) = default;
};
struct CompleteCall {
    RequestId request;
    CallTarget target;
    CallComplMode mode = CallComplMode::CampOn;
    quint32 messageId = 0;
    friend bool operator==(const CompleteCall &, const CompleteCall &) = default;
};
struct SetCallData { // then CallInfo with CALLDATA (V-48)
    RequestId request;
    CallTarget target;
    QByteArray data;
    friend bool operator==(const SetCallData &, const SetCallData &) = default;
};
struct SendUserUserInfo {
    RequestId request;
    CallTarget target;
    QByteArray data;
    friend bool operator==(const SendUserUserInfo &, const SendUserUserInfo &) = default;
};
// The synchronous functions of TSPI: no completion. What the provider does shows in its reports.
struct SetAppSpecific { // then CallInfo with APPSPECIFIC (V-47)
    CallTarget target;
    quint32 appSpecific = 0;
    friend bool operator==(const SetAppSpecific &, const SetAppSpecific &) = default;
};
struct SetMediaMode { // then CallInfo with MEDIAMODE (V-86)
    CallTarget target;
    MediaModes mediaModes;
    friend bool operator==(const SetMediaMode &, const SetMediaMode &) = default;
};
struct MonitorDigits { // the union of what all applications want to hear; none: no more
    CallTarget target;
    DigitModes modes;
    friend bool operator==(const MonitorDigits &, const MonitorDigits &) = default;
};
struct DigitString {
    DigitMode mode = DigitMode::Dtmf;
    QString digits;       // empty: end the generation that is under way
    quint32 duration = 0; // ms of each digit, 0: the provider's default
    friend bool operator==(const DigitString &, const DigitString &) = default;
};
struct GenerateDigits { // ends in one Generate with the same number (V-69); ends the one before with CANCEL (F-58)
    CallTarget target;
    quint32 endToEndId = 0;
    std::shared_ptr<const DigitString> digits; // never null
    friend bool operator==(const GenerateDigits &a, const GenerateDigits &b)
    {
        return a.target == b.target && a.endToEndId == b.endToEndId && *a.digits == *b.digits;
    }
};
struct SetStatusMessages { // the union of what all applications want to hear (V-63)
    DriverLine line;
    LineDevStates lineStates;
    AddressStates addressStates;
    friend bool operator==(const SetStatusMessages &, const SetStatusMessages &) = default;
};
struct CloseCall { // TSPI_lineCloseCall: the last handle has gone (H-24); drop the record, report nothing more (V-13)
    CallTarget target;
    friend bool operator==(const CloseCall &, const CloseCall &) = default;
};

} // namespace Commands

using Command = std::variant<
    Commands::OpenLine, Commands::CloseLine, Commands::SetDefaultMediaDetection, Commands::MakeCall,
    Commands::ActOnCall, Commands::CloseCall, Commands::Unpark, Commands::Pickup, Commands::SetupTransfer,
    Commands::CompleteTransfer, Commands::SetupConference, Commands::PrepareAddToConference, Commands::AddToConference,
    Commands::SwapHold, Commands::Dial, Commands::BlindTransfer, Commands::Redirect, Commands::Park,
    Commands::CompleteCall, Commands::SetCallData, Commands::SendUserUserInfo, Commands::SetAppSpecific,
    Commands::SetMediaMode, Commands::MonitorDigits, Commands::GenerateDigits, Commands::SetStatusMessages>;

// "makeCall": as in JSON and scenarios; for ActOnCall the name of its action.
const char *commandName(const Command &command);
const char *actionName(Commands::CallAction action);

// ---- Stimulus: what a person playing the network or the device may ask of a provider that can (the simulator) ------

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
struct RemoteDigits { // the far end presses keys: 0-9, *, #, A-D
    DriverCall call;
    QString digits;
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
};                 // the provider fails as if it had crashed
struct SetFaults { // instead of those that were set before; empty: all is well again
    QList<Fault> faults;
};
} // namespace Stimuli

using Stimulus =
    std::variant<Stimuli::NewIncomingCall, Stimuli::RemoteAnswer, Stimuli::RemoteHangUp, Stimuli::RemoteDigits,
                 Stimuli::ForceLineClose, Stimuli::SetInService, Stimuli::RemoveLine, Stimuli::AddLine,
                 Stimuli::SetAutomatic, Stimuli::Die, Stimuli::SetFaults>;

// ---- Health --------------------------------------------------------------------------------------------------------

struct Health {
    bool up = false;
    QString text; // in words: "password refused", "reconnecting in 4 s"
    friend bool operator==(const Health &, const Health &) = default;
};

// What a provider can do at all, in the words of LINEADDRESSCAPS; the engine answers OPERATIONUNAVAIL to the rest
// (E-4), the window greys it.
struct ProviderAbilities {
    // Why a feature is none of its abilities, where it could be: a permission that is missing, a number that is not
    // set.
    struct Lack {
        std::variant<CallFeature, AddressFeature> feature;
        QString why; // a sentence that says what to do
        friend bool operator==(const Lack &, const Lack &) = default;
    };

    CallFeatures callFeatures;
    CallFeatures2 callFeatures2;     // TRANSFERNORM, PARKDIRECT ...
    AddressFeatures addressFeatures; // MAKECALL, PICKUP, UNPARK, SETUPCONF
    bool appSpecific = false;        // stores dwAppSpecific (lineSetAppSpecific has no bit of its own)
    bool mediaMode = false;          // the same for lineSetMediaMode
    bool stimuli = false;
    QList<Lack> lacks;

    // Can do more than look and listen.
    bool controls() const { return addressFeatures || callFeatures & ~CallFeatures(CallFeature::MonitorDigits); }
    template<class Feature>               // CallFeature, AddressFeature
    QString whyNot(Feature feature) const // empty: nothing is known
    {
        for (const Lack &lack : lacks) {
            if (lack.feature == std::variant<CallFeature, AddressFeature>(feature))
                return lack.why;
        }
        return {};
    }
    friend bool operator==(const ProviderAbilities &, const ProviderAbilities &) = default;
};

} // namespace Linescope
