// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The constants by name, family by family, in the order of tapi.h.

#include "tapi/names.h"

namespace Linescope {

template<>
std::span<const Named<CallState>> namesOf<CallState>()
{
    using enum CallState;
    // clang-format off
    static constexpr Named<CallState> names[] = {
        {Idle, "IDLE"}, {Offering, "OFFERING"}, {Accepted, "ACCEPTED"}, {DialTone, "DIALTONE"}, {Dialing, "DIALING"},
        {Ringback, "RINGBACK"}, {Busy, "BUSY"}, {SpecialInfo, "SPECIALINFO"}, {Connected, "CONNECTED"},
        {Proceeding, "PROCEEDING"}, {OnHold, "ONHOLD"}, {Conferenced, "CONFERENCED"},
        {OnHoldPendConf, "ONHOLDPENDCONF"}, {OnHoldPendTransfer, "ONHOLDPENDTRANSFER"},
        {Disconnected, "DISCONNECTED"}, {Unknown, "UNKNOWN"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<DisconnectMode>> namesOf<DisconnectMode>()
{
    using enum DisconnectMode;
    // clang-format off
    static constexpr Named<DisconnectMode> names[] = {
        {Normal, "NORMAL"}, {Unknown, "UNKNOWN"}, {Reject, "REJECT"}, {Pickup, "PICKUP"}, {Forwarded, "FORWARDED"},
        {Busy, "BUSY"}, {NoAnswer, "NOANSWER"}, {BadAddress, "BADADDRESS"}, {Unreachable, "UNREACHABLE"},
        {Congestion, "CONGESTION"}, {Incompatible, "INCOMPATIBLE"}, {Unavail, "UNAVAIL"}, {NoDialTone, "NODIALTONE"},
        {NumberChanged, "NUMBERCHANGED"}, {OutOfOrder, "OUTOFORDER"}, {TempFailure, "TEMPFAILURE"},
        {QosUnavail, "QOSUNAVAIL"}, {Blocked, "BLOCKED"}, {DoNotDisturb, "DONOTDISTURB"}, {Cancelled, "CANCELLED"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<ConnectedMode>> namesOf<ConnectedMode>()
{
    using enum ConnectedMode;
    // clang-format off
    static constexpr Named<ConnectedMode> names[] = {
        {Active, "ACTIVE"}, {Inactive, "INACTIVE"}, {ActiveHeld, "ACTIVEHELD"}, {InactiveHeld, "INACTIVEHELD"},
        {Confirmed, "CONFIRMED"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<BusyMode>> namesOf<BusyMode>()
{
    using enum BusyMode;
    // clang-format off
    static constexpr Named<BusyMode> names[] = {
        {Station, "STATION"}, {Trunk, "TRUNK"}, {Unknown, "UNKNOWN"}, {Unavail, "UNAVAIL"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<DialToneMode>> namesOf<DialToneMode>()
{
    using enum DialToneMode;
    // clang-format off
    static constexpr Named<DialToneMode> names[] = {
        {Normal, "NORMAL"}, {Special, "SPECIAL"}, {Internal, "INTERNAL"}, {External, "EXTERNAL"},
        {Unknown, "UNKNOWN"}, {Unavail, "UNAVAIL"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<OfferingMode>> namesOf<OfferingMode>()
{
    using enum OfferingMode;
    // clang-format off
    static constexpr Named<OfferingMode> names[] = {
        {Active, "ACTIVE"}, {Inactive, "INACTIVE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<SpecialInfoMode>> namesOf<SpecialInfoMode>()
{
    using enum SpecialInfoMode;
    // clang-format off
    static constexpr Named<SpecialInfoMode> names[] = {
        {NoCircuit, "NOCIRCUIT"}, {CustIrreg, "CUSTIRREG"}, {Reorder, "REORDER"}, {Unknown, "UNKNOWN"},
        {Unavail, "UNAVAIL"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<Privilege>> namesOf<Privilege>()
{
    using enum Privilege;
    // clang-format off
    static constexpr Named<Privilege> names[] = {
        {None, "NONE"}, {Monitor, "MONITOR"}, {Owner, "OWNER"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<OpenOption>> namesOf<OpenOption>()
{
    using enum OpenOption;
    // clang-format off
    static constexpr Named<OpenOption> names[] = {
        {SingleAddress, "SINGLEADDRESS"}, {Proxy, "PROXY"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<LineError>> namesOf<LineError>()
{
    using enum LineError;
    // clang-format off
    static constexpr Named<LineError> names[] = {
        {Allocated, "ALLOCATED"}, {BadDeviceId, "BADDEVICEID"}, {BearerModeUnavail, "BEARERMODEUNAVAIL"},
        {CallUnavail, "CALLUNAVAIL"}, {CompletionOverrun, "COMPLETIONOVERRUN"}, {ConferenceFull, "CONFERENCEFULL"},
        {DialBilling, "DIALBILLING"}, {DialDialTone, "DIALDIALTONE"}, {DialPrompt, "DIALPROMPT"},
        {DialQuiet, "DIALQUIET"}, {IncompatibleApiVersion, "INCOMPATIBLEAPIVERSION"},
        {IncompatibleExtVersion, "INCOMPATIBLEEXTVERSION"}, {IniFileCorrupt, "INIFILECORRUPT"}, {InUse, "INUSE"},
        {InvalAddress, "INVALADDRESS"}, {InvalAddressId, "INVALADDRESSID"}, {InvalAddressMode, "INVALADDRESSMODE"},
        {InvalAddressState, "INVALADDRESSSTATE"}, {InvalAppHandle, "INVALAPPHANDLE"}, {InvalAppName, "INVALAPPNAME"},
        {InvalBearerMode, "INVALBEARERMODE"}, {InvalCallComplMode, "INVALCALLCOMPLMODE"},
        {InvalCallHandle, "INVALCALLHANDLE"}, {InvalCallParams, "INVALCALLPARAMS"},
        {InvalCallPrivilege, "INVALCALLPRIVILEGE"}, {InvalCallSelect, "INVALCALLSELECT"},
        {InvalCallState, "INVALCALLSTATE"}, {InvalCallStateList, "INVALCALLSTATELIST"}, {InvalCard, "INVALCARD"},
        {InvalCompletionId, "INVALCOMPLETIONID"}, {InvalConfCallHandle, "INVALCONFCALLHANDLE"},
        {InvalConsultCallHandle, "INVALCONSULTCALLHANDLE"}, {InvalCountryCode, "INVALCOUNTRYCODE"},
        {InvalDeviceClass, "INVALDEVICECLASS"}, {InvalDeviceHandle, "INVALDEVICEHANDLE"},
        {InvalDialParams, "INVALDIALPARAMS"}, {InvalDigitList, "INVALDIGITLIST"}, {InvalDigitMode, "INVALDIGITMODE"},
        {InvalDigits, "INVALDIGITS"}, {InvalExtVersion, "INVALEXTVERSION"}, {InvalGroupId, "INVALGROUPID"},
        {InvalLineHandle, "INVALLINEHANDLE"}, {InvalLineState, "INVALLINESTATE"}, {InvalLocation, "INVALLOCATION"},
        {InvalMediaList, "INVALMEDIALIST"}, {InvalMediaMode, "INVALMEDIAMODE"}, {InvalMessageId, "INVALMESSAGEID"},
        {InvalParam, "INVALPARAM"}, {InvalParkId, "INVALPARKID"}, {InvalParkMode, "INVALPARKMODE"},
        {InvalPointer, "INVALPOINTER"}, {InvalPrivSelect, "INVALPRIVSELECT"}, {InvalRate, "INVALRATE"},
        {InvalRequestMode, "INVALREQUESTMODE"}, {InvalTerminalId, "INVALTERMINALID"},
        {InvalTerminalMode, "INVALTERMINALMODE"}, {InvalTimeout, "INVALTIMEOUT"}, {InvalTone, "INVALTONE"},
        {InvalToneList, "INVALTONELIST"}, {InvalToneMode, "INVALTONEMODE"}, {InvalTransferMode, "INVALTRANSFERMODE"},
        {LineMapperFailed, "LINEMAPPERFAILED"}, {NoConference, "NOCONFERENCE"}, {NoDevice, "NODEVICE"},
        {NoDriver, "NODRIVER"}, {NoMem, "NOMEM"}, {NoRequest, "NOREQUEST"}, {NotOwner, "NOTOWNER"},
        {NotRegistered, "NOTREGISTERED"}, {OperationFailed, "OPERATIONFAILED"},
        {OperationUnavail, "OPERATIONUNAVAIL"}, {RateUnavail, "RATEUNAVAIL"}, {ResourceUnavail, "RESOURCEUNAVAIL"},
        {RequestOverrun, "REQUESTOVERRUN"}, {StructureTooSmall, "STRUCTURETOOSMALL"},
        {TargetNotFound, "TARGETNOTFOUND"}, {TargetSelf, "TARGETSELF"}, {Uninitialized, "UNINITIALIZED"},
        {UserUserInfoTooBig, "USERUSERINFOTOOBIG"}, {Reinit, "REINIT"}, {AddressBlocked, "ADDRESSBLOCKED"},
        {BillingRejected, "BILLINGREJECTED"}, {InvalFeature, "INVALFEATURE"},
        {NoMultipleInstance, "NOMULTIPLEINSTANCE"}, {InvalAgentId, "INVALAGENTID"},
        {InvalAgentGroup, "INVALAGENTGROUP"}, {InvalPassword, "INVALPASSWORD"}, {InvalAgentState, "INVALAGENTSTATE"},
        {InvalAgentActivity, "INVALAGENTACTIVITY"}, {DialVoiceDetect, "DIALVOICEDETECT"},
        {UserCancelled, "USERCANCELLED"}, {InvalAddressType, "INVALADDRESSTYPE"},
        {InvalAgentSessionState, "INVALAGENTSESSIONSTATE"}, {Disconnected, "DISCONNECTED"},
        {ServiceNotRunning, "SERVICE_NOT_RUNNING"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<MessageId>> namesOf<MessageId>()
{
    using enum MessageId;
    // clang-format off
    static constexpr Named<MessageId> names[] = {
        {AddressState, "ADDRESSSTATE"}, {CallInfo, "CALLINFO"}, {CallState, "CALLSTATE"}, {Close, "CLOSE"},
        {DevSpecific, "DEVSPECIFIC"}, {DevSpecificFeature, "DEVSPECIFICFEATURE"}, {GatherDigits, "GATHERDIGITS"},
        {Generate, "GENERATE"}, {LineDevState, "LINEDEVSTATE"}, {MonitorDigits, "MONITORDIGITS"},
        {MonitorMedia, "MONITORMEDIA"}, {MonitorTone, "MONITORTONE"}, {Reply, "REPLY"}, {Request, "REQUEST"},
        {Create, "CREATE"}, {AppNewCall, "APPNEWCALL"}, {Remove, "REMOVE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallInfoState>> namesOf<CallInfoState>()
{
    using enum CallInfoState;
    // clang-format off
    static constexpr Named<CallInfoState> names[] = {
        {Other, "OTHER"}, {DevSpecific, "DEVSPECIFIC"}, {BearerMode, "BEARERMODE"}, {Rate, "RATE"},
        {MediaMode, "MEDIAMODE"}, {AppSpecific, "APPSPECIFIC"}, {CallId, "CALLID"}, {RelatedCallId, "RELATEDCALLID"},
        {Origin, "ORIGIN"}, {Reason, "REASON"}, {CompletionId, "COMPLETIONID"}, {NumOwnerIncr, "NUMOWNERINCR"},
        {NumOwnerDecr, "NUMOWNERDECR"}, {NumMonitors, "NUMMONITORS"}, {Trunk, "TRUNK"}, {CallerId, "CALLERID"},
        {CalledId, "CALLEDID"}, {ConnectedId, "CONNECTEDID"}, {RedirectionId, "REDIRECTIONID"},
        {RedirectingId, "REDIRECTINGID"}, {Display, "DISPLAY"}, {UserUserInfo, "USERUSERINFO"},
        {HighLevelComp, "HIGHLEVELCOMP"}, {LowLevelComp, "LOWLEVELCOMP"}, {ChargingInfo, "CHARGINGINFO"},
        {Terminal, "TERMINAL"}, {DialParams, "DIALPARAMS"}, {MonitorModes, "MONITORMODES"}, {Treatment, "TREATMENT"},
        {Qos, "QOS"}, {CallData, "CALLDATA"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<LineDevState>> namesOf<LineDevState>()
{
    using enum LineDevState;
    // clang-format off
    static constexpr Named<LineDevState> names[] = {
        {Other, "OTHER"}, {Ringing, "RINGING"}, {Connected, "CONNECTED"}, {Disconnected, "DISCONNECTED"},
        {MsgWaitOn, "MSGWAITON"}, {MsgWaitOff, "MSGWAITOFF"}, {InService, "INSERVICE"},
        {OutOfService, "OUTOFSERVICE"}, {Maintenance, "MAINTENANCE"}, {Open, "OPEN"}, {Close, "CLOSE"},
        {NumCalls, "NUMCALLS"}, {NumCompletions, "NUMCOMPLETIONS"}, {Terminals, "TERMINALS"}, {RoamMode, "ROAMMODE"},
        {Battery, "BATTERY"}, {Signal, "SIGNAL"}, {DevSpecific, "DEVSPECIFIC"}, {Reinit, "REINIT"}, {Lock, "LOCK"},
        {CapsChange, "CAPSCHANGE"}, {ConfigChange, "CONFIGCHANGE"}, {TranslateChange, "TRANSLATECHANGE"},
        {ComplCancel, "COMPLCANCEL"}, {Removed, "REMOVED"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<AddressState>> namesOf<AddressState>()
{
    using enum AddressState;
    // clang-format off
    static constexpr Named<AddressState> names[] = {
        {Other, "OTHER"}, {DevSpecific, "DEVSPECIFIC"}, {InUseZero, "INUSEZERO"}, {InUseOne, "INUSEONE"},
        {InUseMany, "INUSEMANY"}, {NumCalls, "NUMCALLS"}, {Forward, "FORWARD"}, {Terminals, "TERMINALS"},
        {CapsChange, "CAPSCHANGE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<MediaMode>> namesOf<MediaMode>()
{
    using enum MediaMode;
    // clang-format off
    static constexpr Named<MediaMode> names[] = {
        {Unknown, "UNKNOWN"}, {InteractiveVoice, "INTERACTIVEVOICE"}, {AutomatedVoice, "AUTOMATEDVOICE"},
        {DataModem, "DATAMODEM"}, {G3Fax, "G3FAX"}, {Tdd, "TDD"}, {G4Fax, "G4FAX"}, {DigitalData, "DIGITALDATA"},
        {Teletex, "TELETEX"}, {Videotex, "VIDEOTEX"}, {Telex, "TELEX"}, {Mixed, "MIXED"}, {Adsi, "ADSI"},
        {VoiceView, "VOICEVIEW"}, {Video, "VIDEO"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<BearerMode>> namesOf<BearerMode>()
{
    using enum BearerMode;
    // clang-format off
    static constexpr Named<BearerMode> names[] = {
        {Voice, "VOICE"}, {Speech, "SPEECH"}, {MultiUse, "MULTIUSE"}, {Data, "DATA"},
        {AltSpeechData, "ALTSPEECHDATA"}, {NonCallSignaling, "NONCALLSIGNALING"}, {Passthrough, "PASSTHROUGH"},
        {RestrictedData, "RESTRICTEDDATA"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallOrigin>> namesOf<CallOrigin>()
{
    using enum CallOrigin;
    // clang-format off
    static constexpr Named<CallOrigin> names[] = {
        {Outbound, "OUTBOUND"}, {Internal, "INTERNAL"}, {External, "EXTERNAL"}, {Unknown, "UNKNOWN"},
        {Unavail, "UNAVAIL"}, {Conference, "CONFERENCE"}, {Inbound, "INBOUND"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallReason>> namesOf<CallReason>()
{
    using enum CallReason;
    // clang-format off
    static constexpr Named<CallReason> names[] = {
        {Direct, "DIRECT"}, {FwdBusy, "FWDBUSY"}, {FwdNoAnswer, "FWDNOANSWER"}, {FwdUncond, "FWDUNCOND"},
        {Pickup, "PICKUP"}, {Unpark, "UNPARK"}, {Redirect, "REDIRECT"}, {CallCompletion, "CALLCOMPLETION"},
        {Transfer, "TRANSFER"}, {Reminder, "REMINDER"}, {Unknown, "UNKNOWN"}, {Unavail, "UNAVAIL"},
        {Intrude, "INTRUDE"}, {Parked, "PARKED"}, {CampedOn, "CAMPEDON"}, {RouteRequest, "ROUTEREQUEST"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallTreatment>> namesOf<CallTreatment>()
{
    using enum CallTreatment;
    static constexpr Named<CallTreatment> names[] = {
        {Silence, "SILENCE"}, {Ringback, "RINGBACK"}, {Busy, "BUSY"}, {Music, "MUSIC"}};
    return names;
}

template<>
std::span<const Named<PartyIdFlag>> namesOf<PartyIdFlag>()
{
    using enum PartyIdFlag;
    // clang-format off
    static constexpr Named<PartyIdFlag> names[] = {
        {Blocked, "BLOCKED"}, {OutOfArea, "OUTOFAREA"}, {Name, "NAME"}, {Address, "ADDRESS"}, {Partial, "PARTIAL"},
        {Unknown, "UNKNOWN"}, {Unavail, "UNAVAIL"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallParamFlag>> namesOf<CallParamFlag>()
{
    using enum CallParamFlag;
    // clang-format off
    static constexpr Named<CallParamFlag> names[] = {
        {Secure, "SECURE"}, {Idle, "IDLE"}, {BlockId, "BLOCKID"}, {OrigOffHook, "ORIGOFFHOOK"},
        {DestOffHook, "DESTOFFHOOK"}, {NoHoldConference, "NOHOLDCONFERENCE"}, {PredictiveDial, "PREDICTIVEDIAL"},
        {OneStepTransfer, "ONESTEPTRANSFER"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallFeature>> namesOf<CallFeature>()
{
    using enum CallFeature;
    // clang-format off
    static constexpr Named<CallFeature> names[] = {
        {Accept, "ACCEPT"}, {AddToConf, "ADDTOCONF"}, {Answer, "ANSWER"}, {BlindTransfer, "BLINDTRANSFER"},
        {CompleteCall, "COMPLETECALL"}, {CompleteTransf, "COMPLETETRANSF"}, {Dial, "DIAL"}, {Drop, "DROP"},
        {GatherDigits, "GATHERDIGITS"}, {GenerateDigits, "GENERATEDIGITS"}, {GenerateTone, "GENERATETONE"},
        {Hold, "HOLD"}, {MonitorDigits, "MONITORDIGITS"}, {MonitorMedia, "MONITORMEDIA"},
        {MonitorTones, "MONITORTONES"}, {Park, "PARK"}, {PrepareAddConf, "PREPAREADDCONF"}, {Redirect, "REDIRECT"},
        {RemoveFromConf, "REMOVEFROMCONF"}, {SecureCall, "SECURECALL"}, {SendUserUser, "SENDUSERUSER"},
        {SetCallParams, "SETCALLPARAMS"}, {SetMediaControl, "SETMEDIACONTROL"}, {SetTerminal, "SETTERMINAL"},
        {SetupConf, "SETUPCONF"}, {SetupTransfer, "SETUPTRANSFER"}, {SwapHold, "SWAPHOLD"}, {Unhold, "UNHOLD"},
        {ReleaseUserUserInfo, "RELEASEUSERUSERINFO"}, {SetTreatment, "SETTREATMENT"}, {SetQos, "SETQOS"},
        {SetCallData, "SETCALLDATA"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallSelect>> namesOf<CallSelect>()
{
    using enum CallSelect;
    // clang-format off
    static constexpr Named<CallSelect> names[] = {
        {Line, "LINE"}, {Address, "ADDRESS"}, {Call, "CALL"}, {DeviceId, "DEVICEID"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<DevStatusFlag>> namesOf<DevStatusFlag>()
{
    using enum DevStatusFlag;
    // clang-format off
    static constexpr Named<DevStatusFlag> names[] = {
        {Connected, "CONNECTED"}, {MsgWait, "MSGWAIT"}, {InService, "INSERVICE"}, {Locked, "LOCKED"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<DevCapFlag>> namesOf<DevCapFlag>()
{
    using enum DevCapFlag;
    // clang-format off
    static constexpr Named<DevCapFlag> names[] = {
        {CrossAddrConf, "CROSSADDRCONF"}, {HighLevComp, "HIGHLEVCOMP"}, {LowLevComp, "LOWLEVCOMP"},
        {MediaControl, "MEDIACONTROL"}, {MultipleAddr, "MULTIPLEADDR"}, {CloseDrop, "CLOSEDROP"},
        {DialBilling, "DIALBILLING"}, {DialQuiet, "DIALQUIET"}, {DialDialTone, "DIALDIALTONE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<AnswerMode>> namesOf<AnswerMode>()
{
    using enum AnswerMode;
    // clang-format off
    static constexpr Named<AnswerMode> names[] = {
        {None, "NONE"}, {Drop, "DROP"}, {Hold, "HOLD"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<GenerateTerm>> namesOf<GenerateTerm>()
{
    using enum GenerateTerm;
    // clang-format off
    static constexpr Named<GenerateTerm> names[] = {
        {Done, "DONE"}, {Cancel, "CANCEL"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<DigitMode>> namesOf<DigitMode>()
{
    using enum DigitMode;
    // clang-format off
    static constexpr Named<DigitMode> names[] = {
        {Pulse, "PULSE"}, {Dtmf, "DTMF"}, {DtmfEnd, "DTMFEND"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<TransferMode>> namesOf<TransferMode>()
{
    using enum TransferMode;
    // clang-format off
    static constexpr Named<TransferMode> names[] = {
        {Transfer, "TRANSFER"}, {Conference, "CONFERENCE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<ParkMode>> namesOf<ParkMode>()
{
    using enum ParkMode;
    // clang-format off
    static constexpr Named<ParkMode> names[] = {
        {Directed, "DIRECTED"}, {NonDirected, "NONDIRECTED"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallComplMode>> namesOf<CallComplMode>()
{
    using enum CallComplMode;
    // clang-format off
    static constexpr Named<CallComplMode> names[] = {
        {CampOn, "CAMPON"}, {CallBack, "CALLBACK"}, {Intrude, "INTRUDE"}, {Message, "MESSAGE"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<CallFeature2>> namesOf<CallFeature2>()
{
    using enum CallFeature2;
    // clang-format off
    static constexpr Named<CallFeature2> names[] = {
        {NoHoldConference, "NOHOLDCONFERENCE"}, {OneStepTransfer, "ONESTEPTRANSFER"}, {ComplCampOn, "COMPLCAMPON"},
        {ComplCallback, "COMPLCALLBACK"}, {ComplIntrude, "COMPLINTRUDE"}, {ComplMessage, "COMPLMESSAGE"},
        {TransferNorm, "TRANSFERNORM"}, {TransferConf, "TRANSFERCONF"}, {ParkDirect, "PARKDIRECT"},
        {ParkNonDirect, "PARKNONDIRECT"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<LineFeature>> namesOf<LineFeature>()
{
    using enum LineFeature;
    // clang-format off
    static constexpr Named<LineFeature> names[] = {
        {DevSpecific, "DEVSPECIFIC"}, {DevSpecificFeat, "DEVSPECIFICFEAT"}, {Forward, "FORWARD"},
        {MakeCall, "MAKECALL"}, {SetMediaControl, "SETMEDIACONTROL"}, {SetTerminal, "SETTERMINAL"},
        {SetDevStatus, "SETDEVSTATUS"}, {ForwardFwd, "FORWARDFWD"}, {ForwardDnd, "FORWARDDND"},
    };
    // clang-format on
    return names;
}

template<>
std::span<const Named<AddressFeature>> namesOf<AddressFeature>()
{
    using enum AddressFeature;
    // clang-format off
    static constexpr Named<AddressFeature> names[] = {
        {Forward, "FORWARD"}, {MakeCall, "MAKECALL"}, {Pickup, "PICKUP"}, {SetMediaControl, "SETMEDIACONTROL"},
        {SetTerminal, "SETTERMINAL"}, {SetupConf, "SETUPCONF"}, {UncompleteCall, "UNCOMPLETECALL"},
        {Unpark, "UNPARK"}, {PickupHeld, "PICKUPHELD"}, {PickupGroup, "PICKUPGROUP"}, {PickupDirect, "PICKUPDIRECT"},
        {PickupWaiting, "PICKUPWAITING"}, {ForwardFwd, "FORWARDFWD"}, {ForwardDnd, "FORWARDDND"},
    };
    // clang-format on
    return names;
}

} // namespace Linescope
