// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was done by hand, who did it, and what came of it: the rows of the audit log (promise 29). One line of JSON
// each, "audit/1", described in resources/help/linescopectl.md.
#pragma once

#include "tapi/clock.h"
#include "world/request.h"

#include <QCoreApplication>
#include <QString>

#include <tl/expected.hpp>

#include <variant>

namespace Linescope {

struct AuditedAct { // about to be done
    QString app;    // "desk (A2)": on whose behalf
    Request request;
    QString provider; // as the World names it
    QString line;     // name of the device
    CallId call;      // none: the request is about no call
    QString caller;   // of that call
    QString called;
};
struct AuditedResult { // of an act of the same session
    quint64 act = 0;   // its number
    LineError result = LineError::None;
};
struct AuditedLoss {  // somebody has changed or cut the file: what was there is not what had been written
    quint64 rows = 0; // that had been written
};

constexpr quint64 mostAuditRows = quint64(1) << 53; // more is no number of a row

struct AuditRow {
    quint64 number = 0; // 1, 2, 3 ... without holes
    Microseconds time = 0;
    QString session; // of the program
    QString user;    // of the operating system
    QString host;
    std::variant<AuditedAct, AuditedResult, AuditedLoss> what;
};

// Whether it is more than a question: what changes nothing at a switch, a line, a call or a handle is no act.
bool isAct(const Request &request);

// The row's object without its end, to which "previous" and "hash" are added.
QByteArray toJson(const AuditRow &row);
tl::expected<AuditRow, QString> auditRowFrom(QByteArrayView line);

} // namespace Linescope
