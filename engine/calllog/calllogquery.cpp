// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogquery.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

struct OriginDirection {
    CallOrigin origin;
    CallLogQuery::Direction direction;
};
constexpr OriginDirection directions[] = {{CallOrigin::Inbound, CallLogQuery::Direction::Inbound},
                                          {CallOrigin::External, CallLogQuery::Direction::Inbound},
                                          {CallOrigin::Outbound, CallLogQuery::Direction::Outbound},
                                          {CallOrigin::Internal, CallLogQuery::Direction::Internal}};

class Terms {
public:
    void add(const char *text, std::initializer_list<QVariant> values = {})
    {
        m_texts += QString::fromLatin1(text);
        m_values += QVariantList(values);
    }
    void addOrigins(CallLogQuery::Direction direction)
    {
        QStringList marks;
        for (const OriginDirection &known : directions) {
            if (known.direction != direction)
                continue;
            marks += QStringLiteral("?");
            m_values += nameOf(known.origin);
        }
        m_texts += QStringLiteral("origin IN (%1)").arg(marks.join(u','));
    }
    void search(const QString &words)
    {
        static constexpr const char *searched[] = {
            "caller_number",  "caller_name",        "called_number",    "called_name",        "connected_number",
            "connected_name", "redirecting_number", "redirecting_name", "redirection_number", "redirection_name",
            "device",         "provider_ref",       "channel"};
        const QString pattern = patternOf(storableText(words).toLower());
        QStringList places;
        for (const char *column : searched) {
            places += QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(QLatin1StringView(column));
            m_values += pattern;
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

CallLogQuery::Direction directionOf(const LoggedCall &record)
{
    const auto origin = fromName<CallOrigin>(record.origin);
    const auto known = std::find_if(std::begin(directions), std::end(directions),
                                    [&](const OriginDirection &candidate) { return candidate.origin == origin; });
    return known == std::end(directions) ? CallLogQuery::Direction::All : known->direction;
}

QString patternOf(const QString &text)
{
    QString escaped = text;
    for (const char16_t special : {u'\\', u'%', u'_'}) // the backslash first
        escaped.replace(QChar(special), u'\\' + QString(QChar(special)));
    return u'%' + escaped + u'%';
}

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
    if (query.direction != CallLogQuery::Direction::All)
        terms.addOrigins(query.direction);
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
