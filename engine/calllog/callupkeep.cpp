// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deletion for good, and the search for damage.
#include "calllog/calldatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <limits>

namespace Linescope {

namespace {

// As it stands in details: between quotation marks, escaped.
QString jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

QString escapedPattern(QString text)
{
    for (const char16_t special : {u'\\', u'%', u'_'})
        text.replace(QChar(special), u'\\' + QString(QChar(special)));
    return text;
}

} // namespace

LogResult<qint64> CallDatabase::remove(const QString &condition, const QVariantList &values)
{
    QSqlQuery query(m_database);
    if (!query.prepare(QStringLiteral("DELETE FROM calllog_calls WHERE ") + condition))
        return failed(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed(query.lastError());
    const qint64 removed = query.numRowsAffected();
    query.finish();
    // Also when there was nothing: an earlier deletion may not have come so far.
    if (LogResult<> forgotten = forgetTraces(); !forgotten)
        return tl::unexpected(forgotten.error());
    return removed;
}

// SQLite has overwritten the rows (secure_delete), but its journal holds the pages as they were. PostgreSQL keeps dead
// rows until the table is written anew.
LogResult<> CallDatabase::forgetTraces()
{
    if (!isSqlite())
        return execute(QStringLiteral("VACUUM FULL calllog_calls"));
    const auto busy = number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy)
        return tl::unexpected(busy.error());
    if (*busy != 0)
        return failed(QSqlError({}, {}, QSqlError::StatementError, QStringLiteral("5")));
    return {};
}

LogResult<qint64> CallDatabase::removeEndedBefore(Microseconds time)
{
    return remove(QStringLiteral("ended < ?"), {time});
}

LogResult<qint64> CallDatabase::removeNumber(const QString &number)
{
    if (number.isEmpty())
        return 0;
    const QString stored = storableText(number);
    QStringList places;
    QVariantList values;
    for (const char *column :
         {"caller_number", "called_number", "connected_number", "redirecting_number", "redirection_number"}) {
        places += QLatin1StringView(column) + QStringLiteral(" = ?");
        values += stored;
    }
    places += QStringLiteral("details LIKE ? ESCAPE '\\'");
    values += u'%' + escapedPattern(storableText(jsonText(number))) + u'%';
    return remove(places.join(QStringLiteral(" OR ")), values);
}

LogResult<qint64> CallDatabase::check(Check check, const std::function<bool()> &mayGoOn)
{
    if (isSqlite()) {
        QSqlQuery query(m_database);
        if (!query.exec(check == Check::Quick ? QStringLiteral("PRAGMA quick_check(1)")
                                              : QStringLiteral("PRAGMA integrity_check(1)"))
            || !query.next())
            return failed(query.lastError());
        const QString said = query.value(0).toString();
        if (said != u"ok")
            return failed(QSqlError({}, said, QSqlError::StatementError, QStringLiteral("11")));
    }
    return damagedRows(mayGoOn);
}

// In the order of their numbers, so that every page is found at once.
LogResult<qint64> CallDatabase::damagedRows(const std::function<bool()> &mayGoOn)
{
    constexpr qint64 atOnce = 1000;
    qint64 damaged = 0;
    for (qint64 after = std::numeric_limits<qint64>::min();;) {
        if (mayGoOn && !mayGoOn())
            return damaged;
        const auto rows = readAfter(after, atOnce);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const CallLogRow &row : *rows)
            damaged += row.damaged ? 1 : 0;
        if (rows->size() < atOnce)
            return damaged;
        after = rows->last().id;
    }
}

} // namespace Linescope
