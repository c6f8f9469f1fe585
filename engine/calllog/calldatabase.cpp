// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening, writing, reading. The schema is in callschema.cpp, deletion and checks are in callupkeep.cpp.
#include "calllog/calldatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <limits>

namespace Linescope {

namespace {

std::atomic<int> connections = 0;

const QString &insertStatement()
{
    static const QString statement = [] {
        QStringList names;
        QStringList marks;
        for (const LoggedCallColumn &column : loggedCallColumns()) {
            names += QLatin1StringView(column.name);
            marks += QStringLiteral("?");
        }
        return QStringLiteral("INSERT INTO calllog_calls (%1, checksum) VALUES (%2, ?) "
                              "ON CONFLICT (session, call) DO NOTHING")
            .arg(names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")));
    }();
    return statement;
}

const QString &columnList()
{
    static const QString list = [] {
        QStringList names{QStringLiteral("id")};
        for (const LoggedCallColumn &column : loggedCallColumns())
            names += QLatin1StringView(column.name);
        return (names + QStringList{QStringLiteral("checksum")}).join(QStringLiteral(", "));
    }();
    return list;
}

CallLogRow rowOf(const QSqlQuery &query)
{
    CallLogRow row;
    int index = 0;
    row.id = query.value(index++).toLongLong();
    for (const LoggedCallColumn &column : loggedCallColumns()) {
        const QVariant value = query.value(index++);
        if (const auto *text = std::get_if<QString LoggedCall::*>(&column.member))
            row.record.*(*text) = value.toString();
        else
            row.record.*std::get<qint64 LoggedCall::*>(column.member) = value.toLongLong();
    }
    row.damaged = query.value(index).toString() != checksumOf(row.record);
    return row;
}

} // namespace

CallDatabase::CallDatabase(const CallLogSettings &settings, const QByteArray &password)
    : m_settings(settings)
    , m_password(password)
    , m_name(QStringLiteral("calllog%1").arg(++connections))
{
}

CallDatabase::~CallDatabase()
{
    close();
    m_password.fill('\0');
}

LogResult<> CallDatabase::open(Access access)
{
    close();
    LogResult<> result = connectTo(access);
    if (result)
        result = setUpConnection(access);
    if (result)
        result = bringSchemaUp(access);
    if (!result)
        close();
    return result;
}

void CallDatabase::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

LogResult<> CallDatabase::connectTo(Access access)
{
    const QString driver = isSqlite() ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver))
        return tl::unexpected(CallLogTrouble::noDriver(m_settings));
    if ((isSqlite() ? m_settings.file : m_settings.database).isEmpty())
        return tl::unexpected(CallLogTrouble::noPlace());
    if (isSqlite() && access == Access::Write) {
        if (LogResult<> prepared = prepareFile(); !prepared)
            return prepared;
    }
    m_database = QSqlDatabase::addDatabase(driver, m_name);
    if (isSqlite()) {
        m_database.setDatabaseName(m_settings.file);
        m_database.setConnectOptions(access == Access::Read
                                         ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000;QSQLITE_OPEN_READONLY")
                                         : QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    } else {
        setUpPostgres();
    }
    if (!m_database.open())
        return failed(m_database.lastError());
    rememberFile();
    return {};
}

// To another machine the way is encrypted and the server shows who it is, unless that was given up explicitly.
void CallDatabase::setUpPostgres()
{
    m_database.setHostName(m_settings.host);
    m_database.setPort(m_settings.port);
    m_database.setDatabaseName(m_settings.database);
    m_database.setUserName(m_settings.user);
    m_database.setPassword(QString::fromUtf8(m_password));
    QString options = QStringLiteral("connect_timeout=2;tcp_user_timeout=5000;application_name=linescope");
    const bool isNear = m_settings.host.isEmpty() || m_settings.host.startsWith(u'/') || m_settings.host == u"localhost"
        || m_settings.host == u"127.0.0.1" || m_settings.host == u"::1";
    if (!isNear && !m_settings.insecure) {
        QString authority = m_settings.authority.isEmpty() ? QStringLiteral("/etc/ssl/certs/ca-certificates.crt")
                                                           : m_settings.authority;
        authority.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'")).remove(u';');
        options += QStringLiteral(";sslmode=verify-full;sslrootcert='%1'").arg(authority);
    }
    m_database.setConnectOptions(options);
}

// SQLite would make the file with the rights that the umask leaves; journals take those of the file.
LogResult<> CallDatabase::prepareFile() const
{
    const QString folder = QFileInfo(m_settings.file).absolutePath();
    if (!QDir().mkpath(folder))
        return tl::unexpected(CallLogTrouble::noFolder(folder, QString::fromLocal8Bit(std::strerror(errno))));
    const int file = ::open(QFile::encodeName(m_settings.file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY,
                            S_IRUSR | S_IWUSR);
    if (file < 0)
        return tl::unexpected(CallLogTrouble::noFolder(folder, QString::fromLocal8Bit(std::strerror(errno))));
    struct stat status = {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        ::fchmod(file, S_IRUSR | S_IWUSR);
    ::close(file);
    return {};
}

void CallDatabase::rememberFile()
{
    struct stat status = {};
    if (isSqlite() && ::stat(QFile::encodeName(m_settings.file).constData(), &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
}

LogResult<> CallDatabase::lookAtFile() const
{
    struct stat status = {};
    const bool isThere = !isSqlite()
        || (::stat(QFile::encodeName(m_settings.file).constData(), &status) == 0 && status.st_dev == m_device
            && status.st_ino == m_inode);
    return isThere ? LogResult<>() : tl::unexpected(CallLogTrouble::fileGone(m_settings));
}

LogResult<> CallDatabase::look() { return isSqlite() ? lookAtFile() : execute(QStringLiteral("SELECT 1")); }

LogResult<> CallDatabase::write(std::span<const LoggedCall> records)
{
    return inTransaction([this, records]() -> LogResult<> {
        QSqlQuery insert(m_database);
        if (!insert.prepare(insertStatement()))
            return failed(insert.lastError());
        for (const LoggedCall &given : records) {
            LoggedCall record = given;
            makeStorable(record);
            for (const LoggedCallColumn &column : loggedCallColumns()) {
                if (const auto *text = std::get_if<QString LoggedCall::*>(&column.member))
                    insert.addBindValue((record.*(*text)).isNull() ? QStringLiteral("") : record.*(*text));
                else
                    insert.addBindValue(record.*std::get<qint64 LoggedCall::*>(column.member));
            }
            insert.addBindValue(checksumOf(record));
            if (!insert.exec())
                return failed(insert.lastError());
        }
        return {};
    });
}

LogResult<QList<CallLogRow>> CallDatabase::rows(const QString &rest, const QVariantList &values)
{
    auto select = ask(QStringLiteral("SELECT %1 FROM calllog_calls").arg(columnList()) + rest, values);
    if (!select)
        return tl::unexpected(select.error());
    QList<CallLogRow> result;
    while (select->next())
        result += rowOf(*select);
    if (select->lastError().isValid())
        return failed(select->lastError());
    return result;
}

LogResult<QList<CallLogRow>> CallDatabase::read(const CallLogQuery &query, qint64 first, qint64 count)
{
    const CallLogCondition condition = conditionOf(query);
    return rows(condition.text + orderOf(query) + QStringLiteral(" LIMIT ? OFFSET ?"),
                condition.values + QVariantList{count, first});
}

LogResult<QList<CallLogRow>> CallDatabase::readAfter(qint64 id, qint64 count)
{
    return rows(QStringLiteral(" WHERE id > ? ORDER BY id LIMIT ?"), {id, count});
}

LogResult<> CallDatabase::forEachRow(const std::function<LogResult<bool>(const CallLogRow &)> &work)
{
    constexpr qint64 atOnce = 1000;
    for (qint64 after = std::numeric_limits<qint64>::min();;) {
        const auto rows = readAfter(after, atOnce);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const CallLogRow &row : *rows) {
            const LogResult<bool> goOn = work(row);
            if (!goOn)
                return tl::unexpected(goOn.error());
            if (!*goOn)
                return {};
        }
        if (rows->size() < atOnce)
            return {};
        after = rows->last().id;
    }
}

LogResult<CallLogTotals> CallDatabase::totals(const CallLogQuery &query)
{
    const CallLogCondition condition = conditionOf(query);
    auto select = ask(QStringLiteral("SELECT COUNT(*), COALESCE(SUM(CASE WHEN connected > 0 THEN 1 ELSE 0 END), 0), "
                                     "CAST(COALESCE(SUM(talked), 0) AS BIGINT), COALESCE(MAX(id), 0) "
                                     "FROM calllog_calls")
                          + condition.text,
                      condition.values);
    if (!select)
        return tl::unexpected(select.error());
    if (!select->next())
        return failed(select->lastError());
    return CallLogTotals{select->value(0).toLongLong(), select->value(1).toLongLong(), select->value(2).toLongLong(),
                         select->value(3).toLongLong()};
}

LogResult<CallLogChoices> CallDatabase::choices()
{
    const auto distinct = [this](const QString &column) -> LogResult<QStringList> {
        auto select = ask(
            QStringLiteral("SELECT DISTINCT %1 FROM calllog_calls WHERE %1 <> '' ORDER BY %1 LIMIT 1000").arg(column));
        if (!select)
            return tl::unexpected(select.error());
        QStringList values;
        while (select->next())
            values += select->value(0).toString();
        return values;
    };
    const auto devices = distinct(QStringLiteral("device"));
    if (!devices)
        return tl::unexpected(devices.error());
    const auto modes = distinct(QStringLiteral("disconnect_mode"));
    if (!modes)
        return tl::unexpected(modes.error());
    return CallLogChoices{*devices, *modes};
}

LogResult<QSqlQuery> CallDatabase::ask(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failed(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed(query.lastError());
    return query;
}

LogResult<> CallDatabase::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    return query.exec(statement) ? LogResult<>() : failed(query.lastError());
}

LogResult<qint64> CallDatabase::number(const QString &statement)
{
    auto query = ask(statement);
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failed(query->lastError());
    return query->value(0).toLongLong();
}

LogResult<> CallDatabase::inTransaction(const std::function<LogResult<>()> &work)
{
    if (!m_database.transaction())
        return failed(m_database.lastError());
    LogResult<> result = work();
    if (result && !m_database.commit())
        result = failed(m_database.lastError());
    if (!result && m_database.isOpen())
        m_database.rollback();
    return result;
}

tl::unexpected<CallLogTrouble> CallDatabase::failed(const QSqlError &error) const
{
    return tl::unexpected(CallLogTrouble::of(error, m_settings));
}

} // namespace Linescope
