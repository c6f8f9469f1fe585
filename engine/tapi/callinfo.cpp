// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/callinfo.h"

#include "tapi/names.h"
#include "tapi/overload.h"

#include <QStringDecoder>
#include <QVarLengthArray>

#include <algorithm>

namespace Linescope {

namespace {

constexpr auto byEngine = CallInfoField::FilledBy::Engine;
constexpr auto byProvider = CallInfoField::FilledBy::Provider;
using S = CallInfoState;

constexpr CallInfoField fields[] = {
    {"line", "hLine", "I-23", S::Other, byEngine, &CallInfo::line},
    {"lineDeviceId", "dwLineDeviceID", "I-24", S::Other, byEngine, &CallInfo::lineDeviceId},
    {"addressId", "dwAddressID", "I-25", S::Other, byProvider, &CallInfo::addressId},
    {"bearerMode", "dwBearerMode", "I-26", S::BearerMode, byProvider, &CallInfo::bearerMode},
    {"rate", "dwRate", "I-27", S::Rate, byProvider, &CallInfo::rate},
    {"mediaMode", "dwMediaMode", "I-28", S::MediaMode, byProvider, &CallInfo::mediaMode},
    {"appSpecific", "dwAppSpecific", "I-29", S::AppSpecific, byProvider, &CallInfo::appSpecific},
    {"callId", "dwCallID", "I-30", S::CallId, byProvider, &CallInfo::callId},
    {"relatedCallId", "dwRelatedCallID", "I-31", S::RelatedCallId, byProvider, &CallInfo::relatedCallId},
    {"callParamFlags", "dwCallParamFlags", "I-32", S::Other, byProvider, &CallInfo::callParamFlags},
    {"callStates", "dwCallStates", "I-33", S::Other, byProvider, &CallInfo::callStates},
    {"monitorDigitModes", "dwMonitorDigitModes", "I-34", S::MonitorModes, byEngine, &CallInfo::monitorDigitModes},
    {"monitorMediaModes", "dwMonitorMediaModes", "I-35", S::MonitorModes, byEngine, &CallInfo::monitorMediaModes},
    {"dialPause", "DialParams.dwDialPause", "I-36", S::DialParams, byProvider, &CallInfo::dialPause},
    {"dialSpeed", "DialParams.dwDialSpeed", "I-36", S::DialParams, byProvider, &CallInfo::dialSpeed},
    {"digitDuration", "DialParams.dwDigitDuration", "I-36", S::DialParams, byProvider, &CallInfo::digitDuration},
    {"waitForDialtone", "DialParams.dwWaitForDialtone", "I-36", S::DialParams, byProvider, &CallInfo::waitForDialtone},
    {"origin", "dwOrigin", "I-37", S::Origin, byProvider, &CallInfo::origin},
    {"reason", "dwReason", "I-38", S::Reason, byProvider, &CallInfo::reason},
    {"completionId", "dwCompletionID", "I-39", S::CompletionId, byProvider, &CallInfo::completionId},
    {"numOwners", "dwNumOwners", "I-40", S::Other, byEngine, &CallInfo::numOwners},
    {"numMonitors", "dwNumMonitors", "I-41", S::NumMonitors, byEngine, &CallInfo::numMonitors},
    {"countryCode", "dwCountryCode", "I-42", S::Other, byProvider, &CallInfo::countryCode},
    {"trunk", "dwTrunk", "I-43", S::Trunk, byProvider, &CallInfo::trunk},
    {"callerIdFlags", "dwCallerIDFlags", "I-44", S::CallerId, byProvider, &CallInfo::callerIdFlags},
    {"callerId", "dwCallerIDOffset", "I-44", S::CallerId, byProvider, &CallInfo::callerId},
    {"callerName", "dwCallerIDNameOffset", "I-44", S::CallerId, byProvider, &CallInfo::callerIdName},
    {"calledIdFlags", "dwCalledIDFlags", "I-45", S::CalledId, byProvider, &CallInfo::calledIdFlags},
    {"calledId", "dwCalledIDOffset", "I-45", S::CalledId, byProvider, &CallInfo::calledId},
    {"calledName", "dwCalledIDNameOffset", "I-45", S::CalledId, byProvider, &CallInfo::calledIdName},
    {"connectedIdFlags", "dwConnectedIDFlags", "I-46", S::ConnectedId, byProvider, &CallInfo::connectedIdFlags},
    {"connectedId", "dwConnectedIDOffset", "I-46", S::ConnectedId, byProvider, &CallInfo::connectedId},
    {"connectedName", "dwConnectedIDNameOffset", "I-46", S::ConnectedId, byProvider, &CallInfo::connectedIdName},
    {"redirectionIdFlags", "dwRedirectionIDFlags", "I-47", S::RedirectionId, byProvider, &CallInfo::redirectionIdFlags},
    {"redirectionId", "dwRedirectionIDOffset", "I-47", S::RedirectionId, byProvider, &CallInfo::redirectionId},
    {"redirectionName", "dwRedirectionIDNameOffset", "I-47", S::RedirectionId, byProvider,
     &CallInfo::redirectionIdName},
    {"redirectingIdFlags", "dwRedirectingIDFlags", "I-48", S::RedirectingId, byProvider, &CallInfo::redirectingIdFlags},
    {"redirectingId", "dwRedirectingIDOffset", "I-48", S::RedirectingId, byProvider, &CallInfo::redirectingId},
    {"redirectingName", "dwRedirectingIDNameOffset", "I-48", S::RedirectingId, byProvider,
     &CallInfo::redirectingIdName},
    {"appName", "dwAppNameOffset", "I-49", S::Other, byEngine, &CallInfo::appName},
    {"displayableAddress", "dwDisplayableAddressOffset", "I-50", S::Other, byEngine, &CallInfo::displayableAddress},
    {"calledParty", "dwCalledPartyOffset", "I-51", S::Other, byEngine, &CallInfo::calledParty},
    {"comment", "dwCommentOffset", "I-52", S::Other, byEngine, &CallInfo::comment},
    {"display", "dwDisplayOffset", "I-53", S::Display, byProvider, &CallInfo::display},
    {"userUserInfo", "dwUserUserInfoOffset", "I-54", S::UserUserInfo, byProvider, &CallInfo::userUserInfo},
    {"highLevelComp", "dwHighLevelCompOffset", "I-55", S::HighLevelComp, byProvider, &CallInfo::highLevelComp},
    {"lowLevelComp", "dwLowLevelCompOffset", "I-56", S::LowLevelComp, byProvider, &CallInfo::lowLevelComp},
    {"chargingInfo", "dwChargingInfoOffset", "I-57", S::ChargingInfo, byProvider, &CallInfo::chargingInfo},
    {"terminalModes", "dwTerminalModesOffset", "I-58", S::Terminal, byProvider, &CallInfo::terminalModes},
    {"devSpecific", "dwDevSpecificOffset", "I-59", S::DevSpecific, byProvider, &CallInfo::devSpecific},
    {"callTreatment", "dwCallTreatment", "I-60", S::Treatment, byProvider, &CallInfo::callTreatment},
    {"callData", "dwCallDataOffset", "I-61", S::CallData, byProvider, &CallInfo::callData},
    {"sendingFlowspec", "dwSendingFlowspecOffset", "I-62", S::Qos, byProvider, &CallInfo::sendingFlowspec},
    {"receivingFlowspec", "dwReceivingFlowspecOffset", "I-62", S::Qos, byProvider, &CallInfo::receivingFlowspec},
    {"cause", "", "", S::DevSpecific, byProvider, &CallInfo::cause},
    {"providerRef", "", "", S::DevSpecific, byProvider, &CallInfo::providerRef},
    {"group", "", "", S::DevSpecific, byProvider, &CallInfo::group},
    {"channel", "", "", S::DevSpecific, byProvider, &CallInfo::channel},
    {"hungUpBy", "", "", S::DevSpecific, byProvider, &CallInfo::hungUpBy},
    {"doubts", "", "", S::DevSpecific, byProvider, &CallInfo::doubts},
};

const CallInfo defaults;

// A packed member is its index in `fields` and a number: the value, or how many bytes follow. Numbers take seven bits
// to a byte, the lowest first.
using Packed = QVarLengthArray<char, 512>;

void appendNumber(Packed &packed, quint32 number)
{
    for (; number >= 0x80; number >>= 7)
        packed.append(char(number | 0x80));
    packed.append(char(number));
}

quint32 takeNumber(QByteArrayView &packed)
{
    quint32 number = 0;
    qsizetype i = 0;
    for (; uchar(packed[i]) >= 0x80; ++i)
        number |= quint32(packed[i] & 0x7f) << 7 * i;
    number |= quint32(packed[i]) << 7 * i;
    packed = packed.sliced(i + 1);
    return number;
}

void appendBytes(Packed &packed, QByteArrayView bytes)
{
    appendNumber(packed, quint32(bytes.size()));
    packed.append(bytes.data(), bytes.size());
}

void appendMember(Packed &packed, size_t index, const CallInfo &info)
{
    packed.append(char(index));
    std::visit(Overload{
                   [&](quint32 CallInfo::*number) { appendNumber(packed, info.*number); },
                   [&](QString CallInfo::*text) { appendBytes(packed, (info.*text).toUtf8()); },
                   [&](QByteArray CallInfo::*bytes) { appendBytes(packed, info.*bytes); },
               },
               fields[index].member);
}

// Calls f(index, number, bytes) for every packed member until it returns true; only one of the two counts.
template<class F>
void readMembers(QByteArrayView packed, F f)
{
    while (!packed.isEmpty()) {
        const auto index = size_t(uchar(packed.front()));
        packed = packed.sliced(1);
        const quint32 number = takeNumber(packed);
        const bool isNumber = std::holds_alternative<quint32 CallInfo::*>(fields[index].member);
        const QByteArrayView bytes = packed.first(isNumber ? 0 : number);
        packed = packed.sliced(bytes.size());
        if (f(index, number, bytes))
            return;
    }
}

// fromUtf8() would take U+FEFF at the beginning for a byte order mark.
QString toText(QByteArrayView bytes)
{
    if (!bytes.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

template<class Member>
size_t indexOf(Member member)
{
    const auto isIt = [member](const CallInfoField &field) {
        const auto *candidate = std::get_if<Member>(&field.member);
        return candidate && *candidate == member;
    };
    return size_t(std::find_if(std::begin(fields), std::end(fields), isIt) - std::begin(fields));
}

bool sameMember(const CallInfoField &field, const CallInfo &a, const CallInfo &b)
{
    return std::visit([&](auto member) { return a.*member == b.*member; }, field.member);
}

QString numberText(const CallInfoField &field, quint32 value)
{
    const QByteArrayView name = field.name;
    const auto join = [](const QStringList &names) { return names.join(u" | "); };
    if (name == "bearerMode")
        return join(namesOf(BearerModes::fromInt(value)));
    if (name == "mediaMode" || name == "monitorMediaModes")
        return join(namesOf(MediaModes::fromInt(value)));
    if (name == "monitorDigitModes")
        return join(namesOf(DigitModes::fromInt(value)));
    if (name == "callParamFlags")
        return join(namesOf(CallParamFlags::fromInt(value)));
    if (name == "callStates")
        return join(namesOf(QFlags<CallState>::fromInt(value)));
    if (name == "origin")
        return nameOf(CallOrigin(value));
    if (name == "reason")
        return nameOf(CallReason(value));
    if (name == "callTreatment")
        return nameOf(CallTreatment(value));
    if (name == "hungUpBy")
        return nameOf(HungUpBy(value));
    if (name == "doubts")
        return join(namesOf(Doubts::fromInt(value)));
    if (name.endsWith("IdFlags"))
        return join(namesOf(PartyIdFlags::fromInt(value)));
    if (name == "line")
        return shortName(HLine::fromHandle(value));
    return QString::number(value);
}

} // namespace

std::span<const CallInfoField> callInfoFields() { return fields; }

QString displayText(const CallInfoField &field, const CallInfo &info)
{
    if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member)) {
        const quint32 value = info.**number;
        return value == defaults.**number ? QString() : numberText(field, value);
    }
    if (const auto *text = std::get_if<QString CallInfo::*>(&field.member))
        return info.**text;
    return QString::fromLatin1((info.*std::get<QByteArray CallInfo::*>(field.member)).toHex(' '));
}

CallInfoStates changedStates(const CallInfo &before, const CallInfo &after)
{
    CallInfoStates changed;
    for (const CallInfoField &field : fields) {
        if (!sameMember(field, before, after))
            changed |= field.changed;
    }
    return changed;
}

CallInfo withProviderPart(const CallInfo &engine, const CallInfo &provider)
{
    CallInfo result = provider;
    for (const CallInfoField &field : fields) {
        if (field.filledBy == byEngine)
            std::visit([&](auto member) { result.*member = engine.*member; }, field.member);
    }
    return result;
}

PackedCallInfo::PackedCallInfo(const CallInfo &info)
{
    Packed packed;
    for (size_t i = 0; i < std::size(fields); ++i) {
        if (!sameMember(fields[i], info, defaults))
            appendMember(packed, i, info);
    }
    m_members = PackedBytes(QByteArrayView(packed.data(), packed.size()));
}

CallInfo PackedCallInfo::unpack() const
{
    CallInfo info;
    readMembers(m_members.view(), [&](size_t index, quint32 value, QByteArrayView bytes) {
        std::visit(Overload{
                       [&](quint32 CallInfo::*number) { info.*number = value; },
                       [&](QString CallInfo::*text) { info.*text = toText(bytes); },
                       [&](QByteArray CallInfo::*data) { info.*data = bytes.toByteArray(); },
                   },
                   fields[index].member);
        return false;
    });
    return info;
}

QString PackedCallInfo::text(QString CallInfo::*member) const
{
    QString result;
    const size_t wanted = indexOf(member);
    readMembers(m_members.view(), [&](size_t index, quint32, QByteArrayView bytes) {
        if (index == wanted)
            result = toText(bytes);
        return index >= wanted;
    });
    return result;
}

quint32 PackedCallInfo::number(quint32 CallInfo::*member) const
{
    quint32 result = defaults.*member;
    const size_t wanted = indexOf(member);
    readMembers(m_members.view(), [&](size_t index, quint32 value, QByteArrayView) {
        if (index == wanted)
            result = value;
        return index >= wanted;
    });
    return result;
}

} // namespace Linescope
