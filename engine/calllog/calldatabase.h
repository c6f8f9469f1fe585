// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log's database, on the thread that opened it: every statement blocks. SQLite or PostgreSQL; beyond opening,
// schema and deletion for good they are alike. All values are bound, none is ever part of a statement.
#pragma once

#include "calllog/calllogquery.h"
#include "calllog/calltrouble.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <span>

namespace Linescope {

class CallDatabase {
public:
    // Writing creates what is missing and migrates an older schema; reading wants it all there.
    enum class Access : quint8 { Write, Read };
    enum class Check : quint8 { Quick, Thorough };

    static constexpr int Version = 2; // of the schema

    CallDatabase(const CallLogSettings &settings, const QByteArray &password);
    ~CallDatabase();
    Q_DISABLE_COPY_MOVE(CallDatabase)

    LogResult<> open(Access access);
    void close();
    bool isOpen() const { return m_database.isOpen(); }
    // SQLite: whether the file that is open is still the one of that name. What is written to a removed file is lost.
    LogResult<> lookAtFile() const;
    LogResult<> look(); // that, or whether the server answers

    // All or none, in one commit. Rows that are there already, by session and call, stay as they are: to write again
    // what may have been written does no harm.
    LogResult<> write(std::span<const LoggedCall> records);

    LogResult<QList<CallLogRow>> read(const CallLogQuery &query, qint64 first, qint64 count);
    LogResult<QList<CallLogRow>> readAfter(qint64 id, qint64 count); // in the order of their numbers
    LogResult<CallLogTotals> totals(const CallLogQuery &query);
    LogResult<CallLogChoices> choices();

    // Delete for good: rows, their traces in the file and its journal. The number of rows, or trouble.
    LogResult<qint64> removeEndedBefore(Microseconds time);
    LogResult<qint64> removeNumber(const QString &number); // of any party, and in details

    // How many rows are not what was written; trouble if the file itself is damaged. `mayGoOn` is asked now and then.
    LogResult<qint64> check(Check check, const std::function<bool()> &mayGoOn = {});

private:
    bool isSqlite() const { return m_settings.backend == CallLogSettings::Backend::Sqlite; }
    LogResult<> prepareFile() const;
    void rememberFile();
    LogResult<> connectTo(Access access);
    void setUpPostgres();
    LogResult<> setUpConnection(Access access);
    LogResult<> bringSchemaUp(Access access);
    LogResult<bool> hasSchema();
    LogResult<> createSchema();
    LogResult<> migrate(int version);
    LogResult<> addChecksums();
    // In the order of their numbers, so that every page is found at once; until `work` says false.
    LogResult<> forEachRow(const std::function<LogResult<bool>(const CallLogRow &)> &work);
    LogResult<QList<CallLogRow>> rows(const QString &rest, const QVariantList &values);
    LogResult<> execute(const QString &statement);
    LogResult<QSqlQuery> ask(const QString &statement, const QVariantList &values = {});
    LogResult<qint64> number(const QString &statement);
    LogResult<> inTransaction(const std::function<LogResult<>()> &work);
    LogResult<qint64> remove(const QString &condition, const QVariantList &values);
    LogResult<> forgetTraces();
    tl::unexpected<CallLogTrouble> failed(const QSqlError &error) const;

    const CallLogSettings m_settings;
    QByteArray m_password;
    const QString m_name; // of the connection
    QSqlDatabase m_database;
    quint64 m_device = 0; // of the file that is open
    quint64 m_inode = 0;
};

} // namespace Linescope
