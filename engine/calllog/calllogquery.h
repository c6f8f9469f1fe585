// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A question about the call log: which calls, in which order; and what the answer looks like.
#pragma once

#include "calllog/loggedcall.h"

#include <QStringList>
#include <QVariantList>

namespace Linescope {

struct CallLogQuery {
    enum class Direction : quint8 { All, Inbound, Outbound, Internal };
    enum class Result : quint8 { All, Answered, Unanswered };

    QString search;         // in numbers, names, line and references, whatever the case
    Microseconds since = 0; // of the beginning of the call
    Microseconds until = 0; // 0: no limit
    QString device;
    QString disconnectMode;
    Direction direction = Direction::All;
    Result result = Result::All;
    QString sortedBy = QStringLiteral("created"); // a column of loggedCallColumns(); any other is this one
    bool descending = true;
    qint64 newest = 0; // rows that came after this one are left out; 0: none is

    friend bool operator==(const CallLogQuery &, const CallLogQuery &) = default;
};

struct CallLogRow {
    qint64 id = 0;
    LoggedCall record;
    bool damaged = false; // the row is not what was written
    friend bool operator==(const CallLogRow &, const CallLogRow &) = default;
};

struct CallLogTotals {
    qint64 calls = 0;
    qint64 answered = 0;
    qint64 talked = 0; // microseconds
    qint64 newest = 0; // id of the last row that was counted
    friend bool operator==(const CallLogTotals &, const CallLogTotals &) = default;
};

// What there is to choose from.
struct CallLogChoices {
    QStringList devices;
    QStringList disconnectModes;
    friend bool operator==(const CallLogChoices &, const CallLogChoices &) = default;
};

// Of the call, by its LINECALLORIGIN name; All: it is none of these.
CallLogQuery::Direction directionOf(const LoggedCall &record);

// For LIKE ... ESCAPE '\': the text anywhere.
QString patternOf(const QString &text);

// " WHERE ..." with a ? for each of `values`; empty when there is nothing to say.
struct CallLogCondition {
    QString text;
    QVariantList values;
};
CallLogCondition conditionOf(const CallLogQuery &query);
QString orderOf(const CallLogQuery &query); // " ORDER BY ..."

} // namespace Linescope
