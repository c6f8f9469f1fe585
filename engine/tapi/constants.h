// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The constants of TAPI 2.2, with the values of tapi.h. tests/engine/tst_constants compares every one of them with
// the header of mingw-w64-common, so that no number rests on memory.
#pragma once

#include <QFlags>
#include <QtGlobal>

namespace Linescope {

// LINECALLSTATE_: Call states, rulebook 2.1 (S-01..S-16). Exactly one of the low 24 bits is set (S-20).
enum class CallState : quint32 {
    Idle = 0x1,
    Offering = 0x2,
    Accepted = 0x4,
    DialTone = 0x8,
    Dialing = 0x10,
    Ringback = 0x20,
    Busy = 0x40,
    SpecialInfo = 0x80,
    Connected = 0x100,
    Proceeding = 0x200,
    OnHold = 0x400,
    Conferenced = 0x800,
    OnHoldPendConf = 0x1000,
    OnHoldPendTransfer = 0x2000,
    Disconnected = 0x4000,
    Unknown = 0x8000,
};

// LINEDISCONNECTMODE_: Why a call was disconnected (S-40).
enum class DisconnectMode : quint32 {
    Normal = 0x1,
    Unknown = 0x2,
    Reject = 0x4,
    Pickup = 0x8,
    Forwarded = 0x10,
    Busy = 0x20,
    NoAnswer = 0x40,
    BadAddress = 0x80,
    Unreachable = 0x100,
    Congestion = 0x200,
    Incompatible = 0x400,
    Unavail = 0x800,
    NoDialTone = 0x1000,
    NumberChanged = 0x2000,
    OutOfOrder = 0x4000,
    TempFailure = 0x8000,
    QosUnavail = 0x10000,
    Blocked = 0x20000,
    DoNotDisturb = 0x40000,
    Cancelled = 0x80000,
};

// LINECONNECTEDMODE_: S-41; 0 means ACTIVE (S-32).
enum class ConnectedMode : quint32 {
    Active = 0x1,
    Inactive = 0x2,
    ActiveHeld = 0x4,
    InactiveHeld = 0x8,
    Confirmed = 0x10,
};

// LINEBUSYMODE_: S-42.
enum class BusyMode : quint32 {
    Station = 0x1,
    Trunk = 0x2,
    Unknown = 0x4,
    Unavail = 0x8,
};

// LINEDIALTONEMODE_: S-43.
enum class DialToneMode : quint32 {
    Normal = 0x1,
    Special = 0x2,
    Internal = 0x4,
    External = 0x8,
    Unknown = 0x10,
    Unavail = 0x20,
};

// LINEOFFERINGMODE_: S-44; 0 means ACTIVE (S-32).
enum class OfferingMode : quint32 {
    Active = 0x1,
    Inactive = 0x2,
};

// LINESPECIALINFO_: S-45.
enum class SpecialInfoMode : quint32 {
    NoCircuit = 0x1,
    CustIrreg = 0x2,
    Reorder = 0x4,
    Unknown = 0x8,
    Unavail = 0x10,
};

// LINECALLPRIVILEGE_: What an application may do with a call (rulebook 3).
enum class Privilege : quint32 {
    None = 0x1,
    Monitor = 0x2,
    Owner = 0x4,
};

// LINEOPENOPTION_: Options in the privilege word of lineOpen (rulebook 3).
enum class OpenOption : quint32 {
    SingleAddress = 0x80000000,
    Proxy = 0x40000000,
};

// LINEERR_: Results of TAPI functions (rulebook 7.1). A negative LONG in TAPI; None is success.
enum class LineError : quint32 {
    None = 0,
    Allocated = 0x80000001,
    BadDeviceId = 0x80000002,
    BearerModeUnavail = 0x80000003,
    CallUnavail = 0x80000005,
    CompletionOverrun = 0x80000006,
    ConferenceFull = 0x80000007,
    DialBilling = 0x80000008,
    DialDialTone = 0x80000009,
    DialPrompt = 0x8000000a,
    DialQuiet = 0x8000000b,
    IncompatibleApiVersion = 0x8000000c,
    IncompatibleExtVersion = 0x8000000d,
    IniFileCorrupt = 0x8000000e,
    InUse = 0x8000000f,
    InvalAddress = 0x80000010,
    InvalAddressId = 0x80000011,
    InvalAddressMode = 0x80000012,
    InvalAddressState = 0x80000013,
    InvalAppHandle = 0x80000014,
    InvalAppName = 0x80000015,
    InvalBearerMode = 0x80000016,
    InvalCallComplMode = 0x80000017,
    InvalCallHandle = 0x80000018,
    InvalCallParams = 0x80000019,
    InvalCallPrivilege = 0x8000001a,
    InvalCallSelect = 0x8000001b,
    InvalCallState = 0x8000001c,
    InvalCallStateList = 0x8000001d,
    InvalCard = 0x8000001e,
    InvalCompletionId = 0x8000001f,
    InvalConfCallHandle = 0x80000020,
    InvalConsultCallHandle = 0x80000021,
    InvalCountryCode = 0x80000022,
    InvalDeviceClass = 0x80000023,
    InvalDeviceHandle = 0x80000024,
    InvalDialParams = 0x80000025,
    InvalDigitList = 0x80000026,
    InvalDigitMode = 0x80000027,
    InvalDigits = 0x80000028,
    InvalExtVersion = 0x80000029,
    InvalGroupId = 0x8000002a,
    InvalLineHandle = 0x8000002b,
    InvalLineState = 0x8000002c,
    InvalLocation = 0x8000002d,
    InvalMediaList = 0x8000002e,
    InvalMediaMode = 0x8000002f,
    InvalMessageId = 0x80000030,
    InvalParam = 0x80000032,
    InvalParkId = 0x80000033,
    InvalParkMode = 0x80000034,
    InvalPointer = 0x80000035,
    InvalPrivSelect = 0x80000036,
    InvalRate = 0x80000037,
    InvalRequestMode = 0x80000038,
    InvalTerminalId = 0x80000039,
    InvalTerminalMode = 0x8000003a,
    InvalTimeout = 0x8000003b,
    InvalTone = 0x8000003c,
    InvalToneList = 0x8000003d,
    InvalToneMode = 0x8000003e,
    InvalTransferMode = 0x8000003f,
    LineMapperFailed = 0x80000040,
    NoConference = 0x80000041,
    NoDevice = 0x80000042,
    NoDriver = 0x80000043,
    NoMem = 0x80000044,
    NoRequest = 0x80000045,
    NotOwner = 0x80000046,
    NotRegistered = 0x80000047,
    OperationFailed = 0x80000048,
    OperationUnavail = 0x80000049,
    RateUnavail = 0x8000004a,
    ResourceUnavail = 0x8000004b,
    RequestOverrun = 0x8000004c,
    StructureTooSmall = 0x8000004d,
    TargetNotFound = 0x8000004e,
    TargetSelf = 0x8000004f,
    Uninitialized = 0x80000050,
    UserUserInfoTooBig = 0x80000051,
    Reinit = 0x80000052,
    AddressBlocked = 0x80000053,
    BillingRejected = 0x80000054,
    InvalFeature = 0x80000055,
    NoMultipleInstance = 0x80000056,
    InvalAgentId = 0x80000057,
    InvalAgentGroup = 0x80000058,
    InvalPassword = 0x80000059,
    InvalAgentState = 0x8000005a,
    InvalAgentActivity = 0x8000005b,
    DialVoiceDetect = 0x8000005c,
    UserCancelled = 0x8000005d,
    InvalAddressType = 0x8000005e,
    InvalAgentSessionState = 0x8000005f,
    Disconnected = 0x80000060,
    ServiceNotRunning = 0x80000061,
};

// LINE_: Messages to applications (rulebook 6.1).
enum class MessageId : quint32 {
    AddressState = 0x0,
    CallInfo = 0x1,
    CallState = 0x2,
    Close = 0x3,
    DevSpecific = 0x4,
    DevSpecificFeature = 0x5,
    GatherDigits = 0x6,
    Generate = 0x7,
    LineDevState = 0x8,
    MonitorDigits = 0x9,
    MonitorMedia = 0xa,
    MonitorTone = 0xb,
    Reply = 0xc,
    Request = 0xd,
    Create = 0x13,
    AppNewCall = 0x17,
    Remove = 0x19,
};

// LINECALLINFOSTATE_: Which members of LINECALLINFO changed (M-23).
enum class CallInfoState : quint32 {
    Other = 0x1,
    DevSpecific = 0x2,
    BearerMode = 0x4,
    Rate = 0x8,
    MediaMode = 0x10,
    AppSpecific = 0x20,
    CallId = 0x40,
    RelatedCallId = 0x80,
    Origin = 0x100,
    Reason = 0x200,
    CompletionId = 0x400,
    NumOwnerIncr = 0x800,
    NumOwnerDecr = 0x1000,
    NumMonitors = 0x2000,
    Trunk = 0x4000,
    CallerId = 0x8000,
    CalledId = 0x10000,
    ConnectedId = 0x20000,
    RedirectionId = 0x40000,
    RedirectingId = 0x80000,
    Display = 0x100000,
    UserUserInfo = 0x200000,
    HighLevelComp = 0x400000,
    LowLevelComp = 0x800000,
    ChargingInfo = 0x1000000,
    Terminal = 0x2000000,
    DialParams = 0x4000000,
    MonitorModes = 0x8000000,
    Treatment = 0x10000000,
    Qos = 0x20000000,
    CallData = 0x40000000,
};

// LINEDEVSTATE_: M-24.
enum class LineDevState : quint32 {
    Other = 0x1,
    Ringing = 0x2,
    Connected = 0x4,
    Disconnected = 0x8,
    MsgWaitOn = 0x10,
    MsgWaitOff = 0x20,
    InService = 0x40,
    OutOfService = 0x80,
    Maintenance = 0x100,
    Open = 0x200,
    Close = 0x400,
    NumCalls = 0x800,
    NumCompletions = 0x1000,
    Terminals = 0x2000,
    RoamMode = 0x4000,
    Battery = 0x8000,
    Signal = 0x10000,
    DevSpecific = 0x20000,
    Reinit = 0x40000,
    Lock = 0x80000,
    CapsChange = 0x100000,
    ConfigChange = 0x200000,
    TranslateChange = 0x400000,
    ComplCancel = 0x800000,
    Removed = 0x1000000,
};

// LINEADDRESSSTATE_: M-25.
enum class AddressState : quint32 {
    Other = 0x1,
    DevSpecific = 0x2,
    InUseZero = 0x4,
    InUseOne = 0x8,
    InUseMany = 0x10,
    NumCalls = 0x20,
    Forward = 0x40,
    Terminals = 0x80,
    CapsChange = 0x100,
};

// LINEMEDIAMODE_: I-28.
enum class MediaMode : quint32 {
    Unknown = 0x2,
    InteractiveVoice = 0x4,
    AutomatedVoice = 0x8,
    DataModem = 0x10,
    G3Fax = 0x20,
    Tdd = 0x40,
    G4Fax = 0x80,
    DigitalData = 0x100,
    Teletex = 0x200,
    Videotex = 0x400,
    Telex = 0x800,
    Mixed = 0x1000,
    Adsi = 0x2000,
    VoiceView = 0x4000,
    Video = 0x8000,
};

// LINEBEARERMODE_: I-26.
enum class BearerMode : quint32 {
    Voice = 0x1,
    Speech = 0x2,
    MultiUse = 0x4,
    Data = 0x8,
    AltSpeechData = 0x10,
    NonCallSignaling = 0x20,
    Passthrough = 0x40,
    RestrictedData = 0x80,
};

// LINECALLORIGIN_: I-37.
enum class CallOrigin : quint32 {
    Outbound = 0x1,
    Internal = 0x2,
    External = 0x4,
    Unknown = 0x10,
    Unavail = 0x20,
    Conference = 0x40,
    Inbound = 0x80,
};

// LINECALLREASON_: I-38.
enum class CallReason : quint32 {
    Direct = 0x1,
    FwdBusy = 0x2,
    FwdNoAnswer = 0x4,
    FwdUncond = 0x8,
    Pickup = 0x10,
    Unpark = 0x20,
    Redirect = 0x40,
    CallCompletion = 0x80,
    Transfer = 0x100,
    Reminder = 0x200,
    Unknown = 0x400,
    Unavail = 0x800,
    Intrude = 0x1000,
    Parked = 0x2000,
    CampedOn = 0x4000,
    RouteRequest = 0x8000,
};

// LINECALLTREATMENT_: I-60, what a caller who is not connected hears.
enum class CallTreatment : quint32 {
    Silence = 0x1,
    Ringback = 0x2,
    Busy = 0x3,
    Music = 0x4,
};

// LINECALLPARTYID_: Flags of a party of the call (I-44..I-48).
enum class PartyIdFlag : quint32 {
    Blocked = 0x1,
    OutOfArea = 0x2,
    Name = 0x4,
    Address = 0x8,
    Partial = 0x10,
    Unknown = 0x20,
    Unavail = 0x40,
};

// LINECALLPARAMFLAGS_: I-32.
enum class CallParamFlag : quint32 {
    Secure = 0x1,
    Idle = 0x2,
    BlockId = 0x4,
    OrigOffHook = 0x8,
    DestOffHook = 0x10,
    NoHoldConference = 0x20,
    PredictiveDial = 0x40,
    OneStepTransfer = 0x80,
};

// LINECALLFEATURE_: What can be done with a call now (I-80).
enum class CallFeature : quint32 {
    Accept = 0x1,
    AddToConf = 0x2,
    Answer = 0x4,
    BlindTransfer = 0x8,
    CompleteCall = 0x10,
    CompleteTransf = 0x20,
    Dial = 0x40,
    Drop = 0x80,
    GatherDigits = 0x100,
    GenerateDigits = 0x200,
    GenerateTone = 0x400,
    Hold = 0x800,
    MonitorDigits = 0x1000,
    MonitorMedia = 0x2000,
    MonitorTones = 0x4000,
    Park = 0x8000,
    PrepareAddConf = 0x10000,
    Redirect = 0x20000,
    RemoveFromConf = 0x40000,
    SecureCall = 0x80000,
    SendUserUser = 0x100000,
    SetCallParams = 0x200000,
    SetMediaControl = 0x400000,
    SetTerminal = 0x800000,
    SetupConf = 0x1000000,
    SetupTransfer = 0x2000000,
    SwapHold = 0x4000000,
    Unhold = 0x8000000,
    ReleaseUserUserInfo = 0x10000000,
    SetTreatment = 0x20000000,
    SetQos = 0x40000000,
    SetCallData = 0x80000000,
};

// LINECALLSELECT_: Scope of lineGetNewCalls (F-14).
enum class CallSelect : quint32 {
    Line = 0x1,
    Address = 0x2,
    Call = 0x4,
    DeviceId = 0x8,
};

// LINEDEVSTATUSFLAGS_: State of a line device (V-67).
enum class DevStatusFlag : quint32 {
    Connected = 0x1,
    MsgWait = 0x2,
    InService = 0x4,
    Locked = 0x8,
};

// LINEDEVCAPFLAGS_: Capabilities of a line device (H-26).
enum class DevCapFlag : quint32 {
    CrossAddrConf = 0x1,
    HighLevComp = 0x2,
    LowLevComp = 0x4,
    MediaControl = 0x8,
    MultipleAddr = 0x10,
    CloseDrop = 0x20,
    DialBilling = 0x40,
    DialQuiet = 0x80,
    DialDialTone = 0x100,
};

// LINEANSWERMODE_: What answering does to another active call (F-9).
enum class AnswerMode : quint32 {
    None = 0x1,
    Drop = 0x2,
    Hold = 0x4,
};
// LINEGENERATETERM_: M-7: how a generation of digits ended.
enum class GenerateTerm : quint32 {
    Done = 0x1,
    Cancel = 0x2,
};

// LINEDIGITMODE_: Digits generated (F-34) or listened for (M-9).
enum class DigitMode : quint32 {
    Pulse = 0x1,
    Dtmf = 0x2,
    DtmfEnd = 0x4,
};

// LINETRANSFERMODE_: How lineCompleteTransfer ends (F-21).
enum class TransferMode : quint32 {
    Transfer = 0x1,
    Conference = 0x2,
};

// LINEPARKMODE_: Who names the place where a call is parked (F-27).
enum class ParkMode : quint32 {
    Directed = 0x1,
    NonDirected = 0x2,
};

// LINECALLCOMPLMODE_: How lineCompleteCall completes a call that is not answered.
enum class CallComplMode : quint32 {
    CampOn = 0x1,
    CallBack = 0x2,
    Intrude = 0x4,
    Message = 0x8,
};

// LINECALLFEATURE2_: I-77, a refinement of LINECALLFEATURE_.
enum class CallFeature2 : quint32 {
    NoHoldConference = 0x1,
    OneStepTransfer = 0x2,
    ComplCampOn = 0x4,
    ComplCallback = 0x8,
    ComplIntrude = 0x10,
    ComplMessage = 0x20,
    TransferNorm = 0x40,
    TransferConf = 0x80,
    ParkDirect = 0x100,
    ParkNonDirect = 0x200,
};

// LINEFEATURE_: What can be done with a line now: LINEDEVSTATUS.dwLineFeatures.
enum class LineFeature : quint32 {
    DevSpecific = 0x1,
    DevSpecificFeat = 0x2,
    Forward = 0x4,
    MakeCall = 0x8,
    SetMediaControl = 0x10,
    SetTerminal = 0x20,
    SetDevStatus = 0x40,
    ForwardFwd = 0x80,
    ForwardDnd = 0x100,
};

// LINEADDRFEATURE_: What can be done with an address now: LINEADDRESSSTATUS.dwAddressFeatures.
enum class AddressFeature : quint32 {
    Forward = 0x1,
    MakeCall = 0x2,
    Pickup = 0x4,
    SetMediaControl = 0x8,
    SetTerminal = 0x10,
    SetupConf = 0x20,
    UncompleteCall = 0x40,
    Unpark = 0x80,
    PickupHeld = 0x100,
    PickupGroup = 0x200,
    PickupDirect = 0x400,
    PickupWaiting = 0x800,
    ForwardFwd = 0x1000,
    ForwardDnd = 0x2000,
};

using Privileges = QFlags<Privilege>;
using OpenOptions = QFlags<OpenOption>;
using CallInfoStates = QFlags<CallInfoState>;
using LineDevStates = QFlags<LineDevState>;
using AddressStates = QFlags<AddressState>;
using MediaModes = QFlags<MediaMode>;
using BearerModes = QFlags<BearerMode>;
using PartyIdFlags = QFlags<PartyIdFlag>;
using CallParamFlags = QFlags<CallParamFlag>;
using CallFeatures = QFlags<CallFeature>;
using DevStatusFlags = QFlags<DevStatusFlag>;
using DevCapFlags = QFlags<DevCapFlag>;
using DigitModes = QFlags<DigitMode>;
using CallFeatures2 = QFlags<CallFeature2>;
using LineFeatures = QFlags<LineFeature>;
using AddressFeatures = QFlags<AddressFeature>;
Q_DECLARE_OPERATORS_FOR_FLAGS(Privileges)
Q_DECLARE_OPERATORS_FOR_FLAGS(OpenOptions)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallInfoStates)
Q_DECLARE_OPERATORS_FOR_FLAGS(LineDevStates)
Q_DECLARE_OPERATORS_FOR_FLAGS(AddressStates)
Q_DECLARE_OPERATORS_FOR_FLAGS(MediaModes)
Q_DECLARE_OPERATORS_FOR_FLAGS(BearerModes)
Q_DECLARE_OPERATORS_FOR_FLAGS(PartyIdFlags)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallParamFlags)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallFeatures)
Q_DECLARE_OPERATORS_FOR_FLAGS(DevStatusFlags)
Q_DECLARE_OPERATORS_FOR_FLAGS(DevCapFlags)
Q_DECLARE_OPERATORS_FOR_FLAGS(DigitModes)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallFeatures2)
Q_DECLARE_OPERATORS_FOR_FLAGS(LineFeatures)
Q_DECLARE_OPERATORS_FOR_FLAGS(AddressFeatures)

// LINEMAPPER: "any line"; exists at application level only (L-10).
constexpr quint32 LineMapper = 0xffffffff;

// The API versions that can be negotiated (rulebook 0, P-30, H-50).
enum class ApiVersion : quint32 {
    None = 0,
    V1_4 = 0x00010004,
    V2_0 = 0x00020000,
    V2_1 = 0x00020001,
    V2_2 = 0x00020002,
};
constexpr ApiVersion apiVersions[] = {ApiVersion::V1_4, ApiVersion::V2_0, ApiVersion::V2_1, ApiVersion::V2_2};

} // namespace Linescope
