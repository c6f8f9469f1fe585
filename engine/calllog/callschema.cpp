// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tables: made, recognised, brought to today's version. What has been done is in calllog_version.
#include "calllog/calldatabase.h"

#include <QSqlError>
#include <QSqlQuery>

namespace Linescope {

namespace {

QString definitionOf(const LoggedCallColumn &column)
{
    const bool isText = std::holds_alternative<QString LoggedCall::*>(column.member);
    return QLatin1StringView(column.name)
        + (isText ? QStringLiteral(" TEXT NOT NULL DEFAULT ''") : QStringLiteral(" BIGINT NOT NULL DEFAULT 0"));
}

const QString checksumDefinition = QStringLiteral("checksum TEXT NOT NULL DEFAULT ''");

} // namespace

// FULL, not NORMAL: a commit is on the disk when it returns. With NORMAL what was committed would survive the end of
// the program, but the last commits not a power failure, and the handles that held the same would be gone by then.
LogResult<> CallDatabase::setUpConnection(Access access)
{
    if (!isSqlite())
        return {};
    QStringList pragmas{QStringLiteral("PRAGMA trusted_schema = OFF")};
    if (access == Access::Write)
        pragmas += {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
                    QStringLiteral("PRAGMA secure_delete = ON")};
    for (const QString &pragma : pragmas) {
        if (LogResult<> done = execute(pragma); !done)
            return done;
    }
    return {};
}

LogResult<bool> CallDatabase::hasSchema()
{
    const auto found = number(isSqlite() ? QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' "
                                                          "AND name = 'calllog_version'")
                                         : QStringLiteral("SELECT COUNT(to_regclass('calllog_version'))"));
    if (!found)
        return tl::unexpected(found.error());
    if (*found > 0 || !isSqlite())
        return *found > 0;
    const auto others = number(QStringLiteral("SELECT COUNT(*) FROM sqlite_master"));
    if (!others)
        return tl::unexpected(others.error());
    return *others == 0 ? LogResult<bool>(false) : tl::unexpected(CallLogTrouble::foreign(m_settings));
}

LogResult<> CallDatabase::bringSchemaUp(Access access)
{
    const auto has = hasSchema();
    if (!has)
        return tl::unexpected(has.error());
    if (!*has)
        return access == Access::Write ? createSchema() : tl::unexpected(CallLogTrouble::fileGone(m_settings));
    const auto version = number(QStringLiteral("SELECT version FROM calllog_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > Version)
        return tl::unexpected(CallLogTrouble::newer(int(*version)));
    if (*version < Version && access == Access::Write)
        return migrate(int(*version));
    return {};
}

LogResult<> CallDatabase::createSchema()
{
    QStringList definitions{isSqlite() ? QStringLiteral("id INTEGER PRIMARY KEY")
                                       : QStringLiteral("id BIGSERIAL PRIMARY KEY")};
    for (const LoggedCallColumn &column : loggedCallColumns())
        definitions += definitionOf(column);
    definitions += {checksumDefinition, QStringLiteral("UNIQUE (session, call)")};
    const QStringList statements{
        QStringLiteral("CREATE TABLE calllog_calls (%1)").arg(definitions.join(QStringLiteral(", "))),
        QStringLiteral("CREATE INDEX calllog_created ON calllog_calls (created, id)"),
        QStringLiteral("CREATE INDEX calllog_ended ON calllog_calls (ended)"),
        QStringLiteral("CREATE INDEX calllog_device ON calllog_calls (device, created)"),
        QStringLiteral("CREATE TABLE calllog_version (version INTEGER NOT NULL)"),
        QStringLiteral("INSERT INTO calllog_version (version) VALUES (%1)").arg(Version)};
    return inTransaction([&]() -> LogResult<> {
        for (const QString &statement : statements) {
            if (LogResult<> done = execute(statement); !done)
                return done;
        }
        return {};
    });
}

// 1 -> 2: the cause of the end, the redirection, and a checksum for every row.
LogResult<> CallDatabase::migrate(int version)
{
    return inTransaction([&]() -> LogResult<> {
        for (const LoggedCallColumn &column : loggedCallColumns()) {
            if (column.since <= version)
                continue;
            const QString add = QStringLiteral("ALTER TABLE calllog_calls ADD COLUMN ") + definitionOf(column);
            if (LogResult<> done = execute(add); !done)
                return done;
        }
        if (LogResult<> done = execute(QStringLiteral("ALTER TABLE calllog_calls ADD COLUMN ") + checksumDefinition);
            !done)
            return done;
        if (LogResult<> done = addChecksums(); !done)
            return done;
        return execute(QStringLiteral("UPDATE calllog_version SET version = %1").arg(Version));
    });
}

LogResult<> CallDatabase::addChecksums()
{
    QSqlQuery update(m_database);
    if (!update.prepare(QStringLiteral("UPDATE calllog_calls SET checksum = ? WHERE id = ?")))
        return failed(update.lastError());
    return forEachRow([&](const CallLogRow &row) -> LogResult<bool> {
        update.addBindValue(checksumOf(row.record));
        update.addBindValue(row.id);
        return update.exec() ? LogResult<bool>(true) : failed(update.lastError());
    });
}

} // namespace Linescope
