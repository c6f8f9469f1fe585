// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/cellpainting.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Linescope {

using namespace Qt::StringLiterals;

void paintCellBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
    else if (option.features & QStyleOptionViewItem::Alternate)
        painter->fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));
}

void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = option.palette.color(QPalette::Highlight);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

QColor cellTextColor(const QStyleOptionViewItem &option, Life life)
{
    if (option.state & QStyle::State_Selected)
        return option.palette.color(QPalette::HighlightedText);
    return life == Life::Live ? option.palette.color(QPalette::Text) : toneColor(Tone::Muted, option.palette);
}

QString shortenedParties(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString arrow = u" → "_s;
    const qsizetype at = text.indexOf(arrow);
    const int room = width - metrics.horizontalAdvance(arrow);
    if (at < 0 || room < 8 * metrics.averageCharWidth())
        return metrics.elidedText(text, Qt::ElideRight, width);
    const QString caller = text.left(at);
    const QString called = text.mid(at + arrow.size());
    const int forCalled = std::min(metrics.horizontalAdvance(called),
                                   std::max(room / 2, room - metrics.horizontalAdvance(caller)));
    return metrics.elidedText(caller, Qt::ElideMiddle, room - forCalled) + arrow
        + metrics.elidedText(called, Qt::ElideMiddle, forCalled);
}

void strikeThrough(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->setPen(cellTextColor(option, Life::Void));
    const int y = option.rect.center().y();
    painter->drawLine(option.rect.left(), y, option.rect.right(), y);
}

} // namespace Linescope
