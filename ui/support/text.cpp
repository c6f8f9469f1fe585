// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/text.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

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
    if ((code >= 0x80 && code < 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff || isBidiControl(code))
        return QChar::ReplacementCharacter;
    return c;
}

void show(QMessageBox::Icon icon, QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox box(icon, title, {}, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.exec();
}

} // namespace

QString visibleText(const QString &text, qsizetype maxLength)
{
    QString result = text.left(maxLength);
    for (QChar &c : result)
        c = visibleCharacter(c);
    if (text.size() > maxLength)
        result += u'…';
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
    box.setText(question);
    const auto *accept = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == accept;
}

} // namespace Linescope
