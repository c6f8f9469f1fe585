// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/loggedcall.h"

#include "journal/contractjson.h"
#include "tapi/names.h"
#include "tapi/overload.h"

#include <QCryptographicHash>

#include <algorithm>
#include <string_view>

namespace Linescope {

namespace {

using R = LoggedCall;
constexpr LoggedCallColumn columns[] = {
    {"session", &R::session},
    {"call", &R::call},
    {"device", &R::device},
    {"provider", &R::provider},
    {"provider_call", &R::providerCall},
    {"provider_ref", &R::providerRef},
    {"call_group", &R::group},
    {"channel", &R::channel},
    {"origin", &R::origin},
    {"reason", &R::reason},
    {"media_mode", &R::mediaMode},
    {"created", &R::created},
    {"connected", &R::connected},
    {"ended", &R::ended},
    {"talked", &R::talked},
    {"states", &R::states},
    {"ending", &R::ending},
    {"disconnect_mode", &R::disconnectMode},
    {"caller_number", &R::callerNumber},
    {"caller_name", &R::callerName},
    {"called_number", &R::calledNumber},
    {"called_name", &R::calledName},
    {"connected_number", &R::connectedNumber},
    {"connected_name", &R::connectedName},
    {"redirecting_number", &R::redirectingNumber},
    {"redirecting_name", &R::redirectingName},
    {"owners", &R::owners},
    {"monitors", &R::monitors},
    {"details", &R::details},
    {"cause", &R::cause, 2},
    {"redirection_number", &R::redirectionNumber, 2},
    {"redirection_name", &R::redirectionName, 2},
};

// What has a column of its own, or means nothing once the handle has gone.
constexpr std::string_view notDetails[] = {
    "line",        "lineDeviceId",  "callId",        "mediaMode",       "origin",        "reason",
    "numOwners",   "numMonitors",   "callerId",      "callerName",      "calledId",      "calledName",
    "connectedId", "connectedName", "redirectionId", "redirectionName", "redirectingId", "redirectingName",
    "cause",       "providerRef",   "group",         "channel"};

// At most, escaped as a record is.
qsizetype lengthOf(const CallInfoField &field, const CallInfo &info)
{
    constexpr qsizetype overhead = 64; // name, quotation marks, a number
    constexpr qsizetype escape = 6;    // "\u0007"
    return overhead
        + std::visit(Overload{[](quint32 CallInfo::*) { return qsizetype(0); },
                              [&](QString CallInfo::*text) { return escape * (info.*text).size(); },
                              [&](QByteArray CallInfo::*bytes) { return 2 * (info.*bytes).size(); }},
                     field.member);
}

// What would make it too long is left out: half a record would be none.
QString detailsOf(const CallInfo &info)
{
    qsizetype left = LongestLoggedText;
    const auto isWanted = [&](const CallInfoField &field) {
        if (std::find(std::begin(notDetails), std::end(notDetails), field.name) != std::end(notDetails))
            return false;
        const qsizetype length = lengthOf(field, info);
        if (length > left)
            return false;
        left -= length;
        return true;
    };
    JsonWriter json;
    writeCallInfo(json, info, isWanted);
    return QString::fromUtf8(json.take());
}

template<class Enum>
QString nameUnlessZero(quint32 value)
{
    return value == 0 ? QString() : nameOf(Enum(value));
}

} // namespace

std::span<const LoggedCallColumn> loggedCallColumns() { return columns; }

void takeCallInfo(LoggedCall &record, const CallInfo &info)
{
    record.providerCall = info.callId;
    record.providerRef = info.providerRef;
    record.group = info.group;
    record.channel = info.channel;
    record.origin = nameUnlessZero<CallOrigin>(info.origin);
    record.reason = nameUnlessZero<CallReason>(info.reason);
    record.mediaMode = namesOf(MediaModes::fromInt(info.mediaMode)).join(u' ');
    record.cause = info.cause;
    record.callerNumber = info.callerId;
    record.callerName = info.callerIdName;
    record.calledNumber = info.calledId;
    record.calledName = info.calledIdName;
    record.connectedNumber = info.connectedId;
    record.connectedName = info.connectedIdName;
    record.redirectionNumber = info.redirectionId;
    record.redirectionName = info.redirectionIdName;
    record.redirectingNumber = info.redirectingId;
    record.redirectingName = info.redirectingIdName;
    record.owners = info.numOwners;
    record.monitors = info.numMonitors;
    record.details = detailsOf(info);
}

QString storableText(const QString &text)
{
    QString result = text.left(LongestLoggedText);
    if (!result.isEmpty() && (result.front() == QChar(0xfeff) || result.front() == QChar(0xfffe)))
        result[0] = QChar(QChar::ReplacementCharacter);
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (result.at(i).isNull())
            result[i] = QChar(0x2400); // the picture of it
        else if (result.at(i).isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate())
            ++i;
        else if (result.at(i).isSurrogate())
            result[i] = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

void makeStorable(LoggedCall &record)
{
    for (const LoggedCallColumn &column : columns) {
        if (const auto *text = std::get_if<QString LoggedCall::*>(&column.member))
            record.*(*text) = storableText(record.*(*text));
    }
}

QString checksumOf(const LoggedCall &record)
{
    constexpr qsizetype bytes = 8;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &value) {
        hash.addData(QByteArray::number(value.size()) + ':');
        hash.addData(value);
    };
    for (const LoggedCallColumn &column : columns)
        std::visit(Overload{[&](QString LoggedCall::*text) { add((record.*text).toUtf8()); },
                            [&](qint64 LoggedCall::*number) { add(QByteArray::number(record.*number)); }},
                   column.member);
    return QString::fromLatin1(hash.result().first(bytes).toHex());
}

} // namespace Linescope
