// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One ended call as the call log keeps it: a row of its table. A new column is a row in loggedCallColumns().
#pragma once

#include "tapi/callinfo.h"
#include "tapi/clock.h"

#include <QString>

#include <span>
#include <variant>

namespace Linescope {

// Constants are kept by TAPI's name for them ("INBOUND"): the table is read by other programs, too. Times are
// microseconds since 1970, UTC; 0: never.
struct LoggedCall {
    QString session; // UUID of the run of the engine: with `call` the name of the call for good
    qint64 call = 0; // CallId
    QString device;  // its name
    QString provider;
    qint64 providerCall = 0; // dwCallID
    QString providerRef;
    QString group;
    QString channel;
    QString origin;
    QString reason;
    QString mediaMode;
    qint64 created = 0;
    qint64 connected = 0; // the first time
    qint64 ended = 0;
    qint64 talked = 0;      // microseconds from CONNECTED to the end of the conversation
    QString states;         // JSON: [["OFFERING", time], ...], the first ones if they would be too many
    QString ending;         // "idle", or why there was no IDLE: "lineClosedByProvider", "deviceRemoved"
    QString disconnectMode; // the last one (S-29)
    qint64 cause = 0;       // Q.850
    QString callerNumber;
    QString callerName;
    QString calledNumber;
    QString calledName;
    QString connectedNumber;
    QString connectedName;
    QString redirectionNumber;
    QString redirectionName;
    QString redirectingNumber;
    QString redirectingName;
    qint64 owners = 0; // handles at the end
    qint64 monitors = 0;
    QString details; // JSON, as in a recording: what else LINECALLINFO held, if it is not too long

    friend bool operator==(const LoggedCall &, const LoggedCall &) = default;
};

struct LoggedCallColumn {
    using Member = std::variant<QString LoggedCall::*, qint64 LoggedCall::*>;

    const char *name;
    Member member;
    int since = 1; // version of the schema
};
std::span<const LoggedCallColumn> loggedCallColumns();

// Fills what LINECALLINFO says. Everything that is not a column goes to `details`.
void takeCallInfo(LoggedCall &record, const CallInfo &info);

inline constexpr qsizetype LongestLoggedText = 64 * 1024; // characters

// Texts as any database gives them back: no NUL, no half character, none that is a byte order mark at the beginning;
// none longer than LongestLoggedText. What is written must be what is read, or every checksum would tell of damage.
void makeStorable(LoggedCall &record);
QString storableText(const QString &text);

// Over all columns, 16 characters. Against accidents, not against people.
QString checksumOf(const LoggedCall &record);

} // namespace Linescope
