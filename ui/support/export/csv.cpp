// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/csv.h"

#include "support/text.h"

#include <algorithm>

namespace Linescope {

namespace {

bool startsFormula(QChar c) { return QStringView(u"=+-@\t\r\n").contains(c); }

bool isTelephoneNumber(const QString &text)
{
    return text.size() > 1 && text.startsWith(u'+')
        && std::all_of(text.cbegin() + 1, text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u' '; });
}

QString unguarded(const QString &cell, CsvMode mode)
{
    return mode == CsvMode::SpreadsheetSafe && cell.startsWith(u'\'') ? cell.sliced(1) : cell;
}

} // namespace

QString csvCell(const QString &text, CsvMode mode)
{
    QString cell = text;
    if (mode == CsvMode::SpreadsheetSafe && !cell.isEmpty() && (startsFormula(cell.front()) || cell.front() == u'\''))
        cell.prepend(u'\'');
    const bool quote = std::any_of(cell.cbegin(), cell.cend(),
                                   [](QChar c) { return QStringView(u",;\"\t\r\n'").contains(c); });
    return quote ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
}

QByteArray toCsv(const QList<QStringList> &rows, CsvMode mode)
{
    QByteArray csv;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            csv += (i == 0 ? "" : ",") + csvCell(row.at(i), mode).toUtf8();
        csv += "\r\n";
    }
    return csv;
}

QList<QStringList> fromCsv(const QByteArray &csv, CsvMode mode)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text.at(i + 1) == u'"')
                cell += text.at(++i);
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',' || c == u'\n') {
            row += unguarded(cell, mode);
            cell.clear();
            if (c == u'\n')
                rows += std::exchange(row, {});
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        rows += row << unguarded(cell, mode);
    return rows;
}

QString toTsv(const QList<QStringList> &rows)
{
    QString tsv;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &text : row) {
            const bool guard = !text.isEmpty() && startsFormula(text.front()) && !isTelephoneNumber(text);
            cells += (guard ? QStringLiteral("'") : QString()) + visibleText(text, text.size());
        }
        tsv += cells.join(u'\t') + u'\n';
    }
    return tsv;
}

} // namespace Linescope
