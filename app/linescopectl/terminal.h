// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The terminal as a sink of text: what comes from outside reaches it only through terminalText().
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace Linescope {

// Outside text for a terminal or a log: what could steer it is written out as \u001b (threat 5). Tabs stay.
QString terminalText(const QString &text);

// Columns that a text takes on the screen: 2 for a wide character, 0 for a combining one.
int columnsOf(QStringView text);
// Exactly so many columns: filled with blanks, or cut and ended with an ellipsis.
QString fitted(const QString &text, int columns);

bool isTerminal(int file);
QSize terminalSize(int file); // 80x24 when it does not say

// Writes all of it at once; false when nobody reads any more.
bool writeAll(int file, const QByteArray &text);
// "linescopectl: the sentence" on standard error.
void sayError(const QString &sentence);

} // namespace Linescope
