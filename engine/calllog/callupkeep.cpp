// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deletion for good, and the search for damage.
#include "calllog/calldatabase.h"

#include "journal/jsonwriter.h"

#include <QSqlError>
#include <QSqlQuery>

#include <iterator>

namespace Linescope {

namespace {

// As it stands in details: between quotation marks, escaped.
QString jsonText(const QString &text)
{
    JsonWriter json;
    json.add("t", text);
    return QString::fromUtf8(json.take()).sliced(qsizetype(std::size("{\"t\":")) - 1).chopped(1);
}

} // namespace

LogResult<qint64> CallDatabase::remove(const QString &condition, const QVariantList &values)
{
    auto query = ask(QStringLiteral("DELETE FROM calllog_calls WHERE ") + condition, values);
    if (!query)
        return tl::unexpected(query.error());
    const qint64 removed = query->numRowsAffected();
    query->finish();
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
        return tl::unexpected(CallLogTrouble::of(CallLogTrouble::Kind::Busy,
                                                 CallLogTrouble::tr("its journal is being read"), m_settings));
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
    values += patternOf(storableText(jsonText(number)));
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
            return tl::unexpected(CallLogTrouble::of(CallLogTrouble::Kind::Damaged, said, m_settings));
    }
    qint64 damaged = 0;
    const LogResult<> read = forEachRow([&](const CallLogRow &row) -> LogResult<bool> {
        damaged += row.damaged ? 1 : 0;
        return !mayGoOn || mayGoOn();
    });
    return read ? LogResult<qint64>(damaged) : tl::unexpected(read.error());
}

} // namespace Linescope
