// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sinks: the only ways in which text reaches a label, a tooltip, a menu or a message box. Caller names, dial
// strings and a provider's words are hostile; Qt guesses markup in them unless it is told not to.
#pragma once

#include <QString>

class QAction;
class QColor;
class QLabel;
class QPoint;
class QWidget;

namespace Linescope {

// One line of what can be seen: control characters, line separators and bidirectional overrides become visible
// pictures or U+FFFD, what is no character too; at most `maxLength` characters, then an ellipsis.
QString visibleText(const QString &text, qsizetype maxLength = 512);

// The same with places to break in words that are too long for a narrow column: zero-width spaces, which nobody sees.
// For labels that wrap.
QString breakableText(const QString &visible);

// As plain text whatever it contains; for every setToolTip(). Lines are kept.
QString toolTipText(const QString &text);
void setPlainToolTip(QWidget *widget, const QString &text);
void setPlainToolTip(QAction *action, const QString &text);
// At once, for what a view paints; none hides it.
void showPlainToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget);

// For QPainter::drawText(): a text is read in its own direction, whatever that of the window is. Of "+33 1 99", turned
// around with the window, nobody could read the number.
int readingFlag(const QString &text);

// For QAction::setText(): an ampersand is an ampersand.
QString menuText(const QString &text);

// A label that never takes its text for markup.
QLabel *makeLabel(const QString &text = {}, QWidget *parent = nullptr);

void setTextColor(QLabel *label, const QColor &color);

// Modal boxes. `question` and `text` are shown as plain text.
void tell(QWidget *parent, const QString &title, const QString &text);
void warn(QWidget *parent, const QString &title, const QString &text);
bool confirm(QWidget *parent, const QString &title, const QString &question, const QString &yes);

} // namespace Linescope
