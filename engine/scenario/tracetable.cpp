// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A comparison as text and as JSON.

#include "scenario/tracecompare.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

using Kind = TraceDifference::Kind;

QString cell(const QString &text, int width)
{
    return text.size() <= width ? text.leftJustified(width) : text.left(width - 1) + u'…';
}

// Whether the row is within `context` rows of one that is different.
QList<bool> shownRows(const TraceComparison &comparison, int context)
{
    QList<bool> shown(comparison.rows.size(), context < 0);
    for (qsizetype i = 0; i < comparison.rows.size() && context >= 0; ++i) {
        if (comparison.rows.at(i).kind == Kind::Same)
            continue;
        const qsizetype last = std::min(comparison.rows.size() - 1, i + context);
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= last; ++near)
            shown[near] = true;
    }
    return shown;
}

const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return "same";
    case Kind::OnlyLeft:
        return "onlyLeft";
    case Kind::OnlyRight:
        return "onlyRight";
    case Kind::Changed:
        return "changed";
    }
    return "";
}

QString rowText(const Trace &trace, qsizetype row) { return row < 0 ? QString() : trace.at(row).text; }

} // namespace

QChar signOf(TraceDifference::Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return u' ';
    case Kind::OnlyLeft:
        return u'<';
    case Kind::OnlyRight:
        return u'>';
    case Kind::Changed:
        return u'|';
    }
    return u' ';
}

QStringList sideBySide(const TraceComparison &comparison, int columns, int context)
{
    const int width = std::max(16, (columns - 3) / 2);
    const QList<bool> shown = shownRows(comparison, context);
    QStringList lines;
    qsizetype skipped = 0;
    const auto tellSkipped = [&] {
        if (skipped > 0)
            lines.append(TraceComparison::tr("... %n equal row(s) ...", nullptr, int(skipped)));
        skipped = 0;
    };
    for (qsizetype i = 0; i < comparison.rows.size(); ++i) {
        if (!shown.at(i)) {
            ++skipped;
            continue;
        }
        tellSkipped();
        const TraceDifference &row = comparison.rows.at(i);
        const QString line = cell(rowText(comparison.left, row.left), width) + u' ' + signOf(row.kind) + u' '
            + rowText(comparison.right, row.right);
        lines.append(line.size() > columns && context >= 0 ? line.left(columns - 1) + u'…' : line);
    }
    tellSkipped();
    return lines;
}

QJsonObject toJson(const TraceComparison &comparison)
{
    QJsonArray rows;
    qint64 counts[4] = {};
    for (const TraceDifference &row : comparison.rows) {
        ++counts[size_t(row.kind)];
        if (row.kind == Kind::Same)
            continue;
        QJsonObject json{{u"kind"_s, QString::fromLatin1(nameOf(row.kind))}};
        if (row.left >= 0) {
            json.insert(u"leftRow"_s, qint64(row.left) + 1);
            json.insert(u"left"_s, rowText(comparison.left, row.left));
        }
        if (row.right >= 0) {
            json.insert(u"rightRow"_s, qint64(row.right) + 1);
            json.insert(u"right"_s, rowText(comparison.right, row.right));
        }
        rows.append(json);
    }
    return {{u"same"_s, counts[0]},    {u"onlyLeft"_s, counts[1]}, {u"onlyRight"_s, counts[2]},
            {u"changed"_s, counts[3]}, {u"cut"_s, comparison.cut}, {u"rows"_s, rows}};
}

} // namespace Linescope::Scenarios
