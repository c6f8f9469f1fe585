// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables as text, for files and the clipboard.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Linescope {

// SpreadsheetSafe keeps a spreadsheet from taking a cell for a formula: an apostrophe goes before = + - @ TAB CR LF
// (and before an apostrophe, so that fromCsv() gives back what went in). E.164 numbers begin with +: they get one, too.
enum class CsvMode { SpreadsheetSafe, Raw };

QString csvCell(const QString &text, CsvMode mode);
// RFC 4180, UTF-8, CRLF after every row.
QByteArray toCsv(const QList<QStringList> &rows, CsvMode mode);
QList<QStringList> fromCsv(const QByteArray &csv, CsvMode mode);

// For the clipboard: tab between cells, line feed after rows, neither inside a cell. What could be a formula gets an
// apostrophe, a plain telephone number does not.
QString toTsv(const QList<QStringList> &rows);

} // namespace Linescope
