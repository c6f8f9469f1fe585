// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calltrouble.h"

#include <QSqlError>

#include <sqlite3.h> // names of its results, nothing that is linked

namespace Linescope {

namespace {

using Kind = CallLogTrouble::Kind;

// By the primary result code: the low byte of the extended ones.
Kind kindOfSqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::Busy;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return Kind::Refused;
    case SQLITE_IOERR:
    case SQLITE_FULL:
        return Kind::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::Damaged;
    case SQLITE_CANTOPEN:
        return Kind::Gone;
    default:
        return Kind::Other;
    }
}

// SQLSTATE (PostgreSQL manual, appendix A); none when the server could not be asked.
Kind kindOfPostgres(const QString &state, QSqlError::ErrorType type, const QString &text)
{
    if (state.startsWith(u"28") || state == u"42501" || text.contains(u"authentication") || text.contains(u"password"))
        return Kind::Refused;
    if (state.startsWith(u"53"))
        return Kind::Full;
    if (state.startsWith(u"XX"))
        return Kind::Damaged;
    if (state.startsWith(u"08") || state.startsWith(u"57P") || type == QSqlError::ConnectionError || state.isEmpty())
        return Kind::Gone;
    return Kind::Other;
}

QString firstLine(const QString &text) { return text.section(u'\n', 0, 0).trimmed(); }

} // namespace

CallLogTrouble CallLogTrouble::of(const QSqlError &error, const CallLogSettings &settings)
{
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const bool isFile = settings.backend == CallLogSettings::Backend::Sqlite;
    return of(isFile ? kindOfSqlite(error.nativeErrorCode().toInt())
                     : kindOfPostgres(error.nativeErrorCode(), error.type(), error.databaseText()),
              firstLine(said), settings);
}

CallLogTrouble CallLogTrouble::of(Kind kind, const QString &said, const CallLogSettings &settings)
{
    const bool isFile = settings.backend == CallLogSettings::Backend::Sqlite;
    const QString place = callLogPlace(settings);
    switch (kind) {
    case Kind::Gone:
        return {kind,
                isFile ? tr("The call log %1 cannot be opened (%2). Look whether its folder is there.").arg(place, said)
                       : tr("The database of the call log, %1, does not answer (%2). Is the server running?")
                             .arg(place, said)};
    case Kind::Full:
        return {kind, tr("The call log %1 cannot be written (%2). Is the disk full?").arg(place, said)};
    case Kind::Damaged:
        return {kind, tr("The call log %1 is damaged (%2). Set it aside to begin a new one.").arg(place, said)};
    case Kind::Busy:
        return {kind, tr("Another program holds the call log %1 (%2).").arg(place, said)};
    case Kind::Refused:
        return {kind, tr("The call log %1 refuses Linescope (%2). Check user, password and rights.").arg(place, said)};
    case Kind::Foreign:
    case Kind::Other:
        break;
    }
    return {Kind::Other, tr("The call log %1 cannot be used: %2").arg(place, said)};
}

CallLogTrouble CallLogTrouble::fileGone(const CallLogSettings &settings)
{
    return {Kind::Gone, tr("The file of the call log, %1, was removed. A new one is begun.").arg(settings.file)};
}

CallLogTrouble CallLogTrouble::silent(const CallLogSettings &settings)
{
    return {Kind::Gone, tr("The database of the call log, %1, does not answer.").arg(callLogPlace(settings))};
}

CallLogTrouble CallLogTrouble::foreign(const CallLogSettings &settings)
{
    return {Kind::Foreign, tr("%1 is not a call log of Linescope. Choose another file.").arg(settings.file)};
}

CallLogTrouble CallLogTrouble::newer(int version)
{
    return {Kind::Foreign, tr("A newer Linescope has written this call log (its version is %1).").arg(version)};
}

CallLogTrouble CallLogTrouble::noDriver(const CallLogSettings &settings)
{
    const bool isFile = settings.backend == CallLogSettings::Backend::Sqlite;
    return {Kind::Other,
            tr("The package %1 is missing, without which the call log cannot be kept.")
                .arg(isFile ? QStringLiteral("libqt6sql6-sqlite") : QStringLiteral("libqt6sql6-psql"))};
}

CallLogTrouble CallLogTrouble::noFolder(const QString &folder, const QString &reason)
{
    return {Kind::Gone, tr("The call log cannot be kept in %1 (%2).").arg(folder, reason)};
}

CallLogTrouble CallLogTrouble::noPlace()
{
    return {Kind::Other, tr("It has not been said where the call log is to be kept.")};
}

} // namespace Linescope
