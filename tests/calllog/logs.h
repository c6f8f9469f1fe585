// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls to be logged, and where.
#pragma once

#include "calllog/calldatabase.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <limits>

namespace Linescope::Test {

inline CallLogSettings logIn(const QString &folder)
{
    CallLogSettings settings;
    settings.file = QDir(folder).filePath(QStringLiteral("calls.sqlite"));
    settings.groupDelay = std::chrono::milliseconds(10);
    return settings;
}

// The call of that number; every one is different.
inline LoggedCall callOf(int number, const QString &session = QStringLiteral("s"))
{
    LoggedCall record;
    record.session = session;
    record.call = number;
    record.device = QStringLiteral("PJSIP/%1").arg(100 + number % 7);
    record.provider = QStringLiteral("Asterisk");
    record.origin = number % 2 == 0 ? QStringLiteral("INBOUND") : QStringLiteral("OUTBOUND");
    record.created = 1'795'000'000'000'000 + number * qint64(60'000'000);
    record.connected = number % 3 == 0 ? 0 : record.created + 2'000'000;
    record.ended = record.created + 32'000'000;
    record.talked = record.connected == 0 ? 0 : 30'000'000;
    record.states = QStringLiteral("[[\"OFFERING\",1]]");
    record.ending = QStringLiteral("idle");
    record.disconnectMode = number % 3 == 0 ? QStringLiteral("NOANSWER") : QStringLiteral("NORMAL");
    record.callerNumber = QStringLiteral("+1202555%1").arg(number, 4, 10, QLatin1Char('0'));
    record.callerName = QStringLiteral("Caller %1").arg(number);
    record.calledNumber = QStringLiteral("%1").arg(100 + number);
    record.details = QStringLiteral("{}");
    return record;
}

inline QList<LoggedCall> callsFrom(int first, int count)
{
    QList<LoggedCall> records;
    for (int i = first; i < first + count; ++i)
        records += callOf(i);
    return records;
}

// What is in the log, by a connection of its own; the numbers of the calls.
inline QList<qint64> loggedIn(const CallLogSettings &settings, const QByteArray &password = {})
{
    CallDatabase database(settings, password);
    if (const auto opened = database.open(CallDatabase::Access::Read); !opened)
        return {};
    const auto rows = database.readAfter(std::numeric_limits<qint64>::min(), 1'000'000);
    QList<qint64> calls;
    if (!rows)
        return calls;
    for (const CallLogRow &row : *rows)
        calls += row.damaged ? -row.record.call : row.record.call;
    std::sort(calls.begin(), calls.end());
    return calls;
}

inline QList<qint64> numbers(qint64 first, qint64 last)
{
    QList<qint64> result;
    for (qint64 i = first; i <= last; ++i)
        result += i;
    return result;
}

} // namespace Linescope::Test
