// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LINECALLINFO, LINECALLSTATUS, LINEDEVSTATUS and LINEADDRESSSTATUS as plain structs (rulebook 8). Members are named
// after TAPI's, without their Hungarian prefix; sizes and offsets have gone, since strings know their length.
#pragma once

#include "tapi/constants.h"
#include "tapi/ids.h"
#include "tapi/packedbytes.h"
#include "tapi/sourcefacts.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <span>
#include <variant>

namespace Linescope {

struct CallInfo {
    // I-23 hLine, I-24: filled for the application that asks
    quint32 line = 0;
    quint32 lineDeviceId = 0;
    quint32 addressId = 0;
    quint32 bearerMode = 0;
    quint32 rate = 0; // bit/s
    quint32 mediaMode = 0;
    quint32 appSpecific = 0;
    quint32 callId = 0; // the provider's or switch's own number (O-15)
    quint32 relatedCallId = 0;
    quint32 callParamFlags = 0;
    quint32 callStates = 0; // the states this call can have (S-33)
    quint32 monitorDigitModes = 0;
    quint32 monitorMediaModes = 0;
    quint32 dialPause = 0; // I-36 DialParams, ms
    quint32 dialSpeed = 0;
    quint32 digitDuration = 0;
    quint32 waitForDialtone = 0;
    quint32 origin = 0;
    quint32 reason = 0;
    quint32 completionId = 0;
    quint32 numOwners = 0;
    quint32 numMonitors = 0;
    quint32 countryCode = 0;
    quint32 trunk = 0xffffffff; // unknown (V-54)
    quint32 callerIdFlags = 0;
    QString callerId;
    QString callerIdName;
    quint32 calledIdFlags = 0;
    QString calledId;
    QString calledIdName;
    quint32 connectedIdFlags = 0;
    QString connectedId;
    QString connectedIdName;
    quint32 redirectionIdFlags = 0;
    QString redirectionId;
    QString redirectionIdName;
    quint32 redirectingIdFlags = 0;
    QString redirectingId;
    QString redirectingIdName;
    QString appName;
    QString displayableAddress;
    QString calledParty;
    QString comment;
    QByteArray display;
    QByteArray userUserInfo;
    QByteArray highLevelComp;
    QByteArray lowLevelComp;
    QByteArray chargingInfo;
    QByteArray terminalModes;
    QByteArray devSpecific;
    quint32 callTreatment = 0;
    QByteArray callData;
    QByteArray sendingFlowspec;
    QByteArray receivingFlowspec;

    // Not of TAPI, but what real sources know beside it. Travels like devSpecific.
    quint32 cause = 0;    // Q.850 cause of the end, 0 = none yet
    QString providerRef;  // the provider's own name of the call (Asterisk: Uniqueid)
    QString group;        // calls that belong together (Asterisk: Linkedid)
    QString channel;      // the provider's own name of this leg (Asterisk: Channel)
    quint32 hungUpBy = 0; // HungUpBy, 0 = not told
    quint32 doubts = 0;   // Doubt flags

    friend bool operator==(const CallInfo &, const CallInfo &) = default;
};

// One member of CallInfo. A new member is a row in callInfoFields(); packing, comparing, printing follow.
struct CallInfoField {
    enum class FilledBy { Engine, Provider };
    using Member = std::variant<quint32 CallInfo::*, QString CallInfo::*, QByteArray CallInfo::*>;

    const char *name;      // "callerId": in JSON and scenarios
    const char *tapiName;  // "dwCallerIDOffset"; empty for what TAPI does not have
    const char *rule;      // "I-44"
    CallInfoState changed; // the LINECALLINFOSTATE_ bit that announces a change; OTHER where the rulebook has none
    FilledBy filledBy;
    Member member;
};
std::span<const CallInfoField> callInfoFields();

// The value of a field for people: constants by name, strings as they are, bytes as hexadecimal; empty when default.
QString displayText(const CallInfoField &field, const CallInfo &info);

// Which bits LINE_CALLINFO has to carry when the provider's record went from one to the other (V-43).
CallInfoStates changedStates(const CallInfo &before, const CallInfo &after);

// Takes the members that the provider fills from `provider`, keeps those of the engine (I-6).
CallInfo withProviderPart(const CallInfo &engine, const CallInfo &provider);

// A CallInfo in as few bytes as it needs: the members that differ from their default, packed. A call record costs what
// it says, not the size of every member TAPI foresees.
class PackedCallInfo {
public:
    PackedCallInfo() = default;
    explicit PackedCallInfo(const CallInfo &info);

    CallInfo unpack() const;
    QString text(QString CallInfo::*member) const; // one string member, without unpacking the rest
    quint32 number(quint32 CallInfo::*member) const;
    // Memory beside the object itself, allocator overhead not counted.
    qsizetype heapBytes() const { return m_members.heapBytes(); }

    friend bool operator==(const PackedCallInfo &, const PackedCallInfo &) = default;

private:
    PackedBytes m_members;
};

struct CallStatus { // 8.3
    CallState state = CallState::Unknown;
    quint32 mode = 0; // of that state; 0 once IDLE (I-73)
    Privilege privilege = Privilege::None;
    CallFeatures features;   // masked by privilege (P-34)
    CallFeatures2 features2; // masked in the same way, >= 2.0 (I-77)
    QByteArray devSpecific;
    qint64 stateEntryTime = 0; // us since 1970, UTC
};

struct LineDevStatus { // I-82, I-83
    quint32 numOpens = 0;
    MediaModes openMediaModes;
    quint32 numActiveCalls = 0;
    quint32 numOnHoldCalls = 0;
    quint32 numOnHoldPendCalls = 0;
    LineFeatures lineFeatures;
    DevStatusFlags devStatusFlags;
    QStringList appNames; // LINEAPPINFO, one per HLINE (L-11)
};

struct AddressStatus {
    quint32 numInUse = 0; // stations; not known to most providers
    quint32 numActiveCalls = 0;
    quint32 numOnHoldCalls = 0;
    quint32 numOnHoldPendCalls = 0;
    AddressFeatures addressFeatures;
};

} // namespace Linescope
