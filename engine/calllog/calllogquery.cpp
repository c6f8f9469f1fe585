// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogquery.h"

#include <algorithm>

namespace Linescope {

namespace {

class Terms {
public:
    void add(const char *text, std::initializer_list<QVariant> values = {})
    {
        m_texts += QString::fromLatin1(text);
        m_values += QVariantList(values);
    }
    void search(const QString &words)
    {
        static constexpr const char *searched[] = {
            "caller_number",  "caller_name",        "called_number",    "called_name",        "connected_number",
            "connected_name", "redirecting_number", "redirecting_name", "redirection_number", "redirection_name",
            "device",         "provider_ref",       "channel"};
        QString pattern = storableText(words).toLower();
        for (const char16_t special : {u'\\', u'%', u'_'}) // the backslash first
            pattern.replace(QChar(special), u'\\' + QString(QChar(special)));
        QStringList places;
        for (const char *column : searched) {
            places += QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(QLatin1StringView(column));
            m_values += u'%' + pattern + u'%';
        }
        m_texts += u'(' + places.join(QStringLiteral(" OR ")) + u')';
    }
    CallLogCondition condition() const
    {
        return {m_texts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + m_texts.join(QStringLiteral(" AND ")),
                m_values};
    }

private:
    QStringList m_texts;
    QVariantList m_values;
};

} // namespace

CallLogCondition conditionOf(const CallLogQuery &query)
{
    Terms terms;
    if (query.newest > 0)
        terms.add("id <= ?", {query.newest});
    if (query.since > 0)
        terms.add("created >= ?", {query.since});
    if (query.until > 0)
        terms.add("created < ?", {query.until});
    if (!query.device.isEmpty())
        terms.add("device = ?", {query.device});
    if (!query.disconnectMode.isEmpty())
        terms.add("disconnect_mode = ?", {query.disconnectMode});
    if (query.direction == CallLogQuery::Direction::Inbound)
        terms.add("origin IN ('INBOUND', 'EXTERNAL')");
    else if (query.direction == CallLogQuery::Direction::Outbound)
        terms.add("origin = 'OUTBOUND'");
    else if (query.direction == CallLogQuery::Direction::Internal)
        terms.add("origin = 'INTERNAL'");
    if (query.result == CallLogQuery::Result::Answered)
        terms.add("connected > 0");
    else if (query.result == CallLogQuery::Result::Unanswered)
        terms.add("connected = 0");
    if (!query.search.isEmpty())
        terms.search(query.search);
    return terms.condition();
}

// The number of the row is the second key, or equal rows would change places from page to page.
QString orderOf(const CallLogQuery &query)
{
    const auto columns = loggedCallColumns();
    const auto found = std::find_if(columns.begin(), columns.end(), [&query](const LoggedCallColumn &column) {
        return query.sortedBy == QLatin1StringView(column.name);
    });
    const QString column = QLatin1StringView(found == columns.end() ? "created" : found->name);
    const QString direction = query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    return QStringLiteral(" ORDER BY %1 %2, id %2").arg(column, direction);
}

} // namespace Linescope
