// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of a view as data for other programs and for paper.
#pragma once

#include "journal/masking.h"
#include "support/export/csv.h"

#include <QVariant>

class QAbstractItemModel;
class QMetaEnum;

namespace Linescope {

struct Table {
    QString title;            // of the view, for people
    QStringList keys;         // names of the columns for programs: English, the same in every language and version
    QStringList titles;       // the same for people
    QList<QVariantList> rows; // numbers as numbers, truths as truths, the rest as text
    bool isEmpty() const { return rows.isEmpty(); }
};

// "inState" for HandleModel::Column::InState.
QString columnKey(const QMetaEnum &columns, int column);
// A key made of a title, for views that have no better one: "Caller → called" becomes "callerCalled".
QString keyFromTitle(const QString &title, int column);
// What a view with a model needs for View::values(). `role` gives the plain value.
Table tableOf(const QAbstractItemModel &model, const QList<int> &columns, const QList<int> &rows, int role,
              const QStringList &keys = {});
// Of texts with a header first, as View::table() has them.
Table tableFromTexts(const QList<QStringList> &rows, const QStringList &keys = {});

// Numbers and names of people end in their last two characters. Columns of parties and names are masked whole, runs of
// digits in all others; short names (H42), times and numbers stay.
Table maskedTable(const Table &table);

// [{"handle":"H42","bytes":232}, ...], a row a line, UTF-8. What could steer a terminal or turn text around is \uXXXX.
QByteArray toJson(const Table &table);
QByteArray toCsv(const Table &table, CsvMode mode);
// JSON text with every character that isPlain() refuses escaped; line feeds between tokens stay.
QByteArray escapedJson(const QByteArray &json);

} // namespace Linescope
