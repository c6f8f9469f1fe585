// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/text.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QToolTip>

namespace Linescope {

namespace {

// U+061C, U+200E, U+200F, U+202A..202E, U+2066..2069: they reorder what follows, so that a name can lie.
bool isBidiControl(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

QChar visibleCharacter(QChar c)
{
    const char16_t code = c.unicode();
    if (code == u'\t')
        return u' ';
    if (code < 0x20)
        return QChar(char16_t(0x2400 + code)); // pictures of the control characters
    if (code == 0x7f)
        return QChar(u'\u2421');
    const bool noCharacter = code == 0xfeff || code >= 0xfffe;
    if ((code >= 0x80 && code < 0xa0) || code == 0x2028 || code == 0x2029 || noCharacter || isBidiControl(code))
        return QChar::ReplacementCharacter;
    return c;
}

bool isHalf(const QString &text, qsizetype i)
{
    if (text.at(i).isHighSurrogate())
        return i + 1 >= text.size() || !text.at(i + 1).isLowSurrogate();
    return text.at(i).isLowSurrogate() && (i == 0 || !text.at(i - 1).isHighSurrogate());
}

// Of a message box: lines are kept, each of them as visibleText() has it.
QString boxText(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.left(4000).split(u'\n'))
        lines += breakableText(visibleText(line, 1000));
    return lines.join(u'\n');
}

void show(QMessageBox::Icon icon, QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox box(icon, title, {}, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(boxText(text));
    box.exec();
}

} // namespace

QString visibleText(const QString &text, qsizetype maxLength)
{
    QString result = text.left(maxLength);
    for (qsizetype i = 0; i < result.size(); ++i)
        result[i] = isHalf(text, i) ? QChar(QChar::ReplacementCharacter) : visibleCharacter(result.at(i));
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1); // cut in two
    if (text.size() > maxLength)
        result += u'…';
    return result;
}

QString breakableText(const QString &visible)
{
    constexpr int longestWord = 13; // a time of day and its comma stay whole
    constexpr int longEnough = 10;  // to go on after a hyphen, a colon ...
    constexpr QChar place(0x200b);
    constexpr QChar joiner(0x200d);
    QString result;
    int word = 0;
    bool joined = false;
    for (const QChar c : visible) {
        word = c.isSpace() ? 0 : word + 1;
        if (word > longestWord && !joined && c != joiner && !c.isLowSurrogate() && !c.isMark()) {
            result += place;
            word = 1;
        }
        result += c;
        joined = c == joiner;
        if (word >= longEnough && c.unicode() < 0x80 && c.isPunct()) {
            result += place;
            word = 0;
        }
    }
    return result;
}

QString toolTipText(const QString &text)
{
    if (text.isEmpty())
        return {};
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines += visibleText(line).toHtmlEscaped();
    return QStringLiteral("<qt>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</qt>");
}

void setPlainToolTip(QWidget *widget, const QString &text) { widget->setToolTip(toolTipText(text)); }

void setPlainToolTip(QAction *action, const QString &text) { action->setToolTip(toolTipText(text)); }

void showPlainToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget)
{
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, toolTipText(text), widget);
}

int readingFlag(const QString &text)
{
    return text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
}

QString menuText(const QString &text) { return visibleText(text).replace(u'&', QStringLiteral("&&")); }

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

void setTextColor(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == color && palette.isBrushSet(QPalette::Active, QPalette::WindowText))
        return;
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color); // the role on a ground of role Base
    label->setPalette(palette);
}

void tell(QWidget *parent, const QString &title, const QString &text)
{
    show(QMessageBox::Information, parent, title, text);
}

void warn(QWidget *parent, const QString &title, const QString &text)
{
    show(QMessageBox::Warning, parent, title, text);
}

bool confirm(QWidget *parent, const QString &title, const QString &question, const QString &yes)
{
    QMessageBox box(QMessageBox::Question, title, {}, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(boxText(question));
    const auto *accept = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == accept;
}

} // namespace Linescope
