// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/linetreedelegate.h"

#include "models/linetreemodel.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

using Kind = LineTreeModel::Kind;

// `room` is that of a cell that is never mirrored; what is drawn goes to the side where it is read.
QRect placed(const QStyleOptionViewItem &item, const QRect &room)
{
    return QStyle::visualRect(item.direction, item.rect, room);
}

int badgeWidth(const QString &text, const QFontMetrics &metrics)
{
    return std::max(metrics.horizontalAdvance(text) + 12, 22);
}

// At the end of the room; gives back what is left of it.
QRect paintBadge(QPainter *painter, const QStyleOptionViewItem &item, QRect room, const QString &text,
                 const StateStyle &style)
{
    const QFontMetrics metrics(painter->font());
    const int width = badgeWidth(text, metrics);
    const QRect logical(room.right() - width, room.center().y() - metrics.height() / 2, width, metrics.height() + 1);
    const QRect badge = placed(item, logical);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.background);
    painter->drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter->setPen(style.text);
    painter->drawText(badge, Qt::AlignCenter | readingFlag(text), text);
    room.setRight(logical.left() - 4);
    return room;
}

QRect paintDot(QPainter *painter, const QStyleOptionViewItem &item, QRect room, bool up)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(up ? Tone::Good : Tone::Bad, item.palette));
    const QRect column = placed(item, QRect(room.left(), room.top(), 14, room.height()));
    const QPointF center(column.left() + 7, room.center().y() + 0.5);
    if (up)
        painter->drawEllipse(center, 4, 4);
    else
        painter->drawRect(QRectF(center.x() - 3.5, center.y() - 3.5, 7, 7)); // not by colour alone
    room.setLeft(room.left() + 18);
    return room;
}

QRect paintWords(QPainter *painter, const QStyleOptionViewItem &item, QRect room, const QString &text,
                 Qt::TextElideMode elide)
{
    const QFontMetrics metrics(painter->font());
    const QString shown = metrics.elidedText(text, elide, room.width());
    const Qt::Alignment side = QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(placed(item, room), int(side) | readingFlag(text), shown);
    room.setLeft(room.left() + metrics.horizontalAdvance(shown) + 6);
    return room;
}

} // namespace

void LineTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = visibleText(item.text);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Kind kind = Kind(index.data(LineTreeModel::KindRole).toInt());
    const bool selected = item.state & QStyle::State_Selected;
    const QPalette &palette = item.palette;
    const auto textColor = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect room = item.rect.adjusted(2, 0, -4, 0);
    if (kind == Kind::Device || kind == Kind::Provider)
        room = paintDot(painter, item, room, index.data(LineTreeModel::UpRole).toBool());

    painter->setFont(item.font);
    if (kind != Kind::Provider && kind != Kind::Apps) {
        const int count = index.data(LineTreeModel::CountRole).toInt();
        const int retained = index.data(LineTreeModel::RetainedRole).toInt();
        room = paintBadge(painter, item, room, QLocale().toString(count),
                          {toneColor(Tone::Badge, palette), palette.color(QPalette::WindowText)});
        if (retained > 0)
            room = paintBadge(painter, item, room, retainedText(retained, text, room.width(), item.fontMetrics),
                              retainedStyle(palette));
    } else {
        QFont bold = item.font;
        bold.setBold(true);
        painter->setFont(bold);
    }

    painter->setPen(textColor);
    room = paintWords(painter, item, room, text, Qt::ElideMiddle); // names often differ at their ends
    const QString note = visibleText(index.data(LineTreeModel::NoteRole).toString());
    if (!note.isEmpty() && note != text && room.width() > 20) {
        painter->setFont(item.font);
        painter->setPen(selected ? textColor : toneColor(Tone::Muted, palette));
        paintWords(painter, item, room, note, Qt::ElideRight);
    }
    painter->restore();
}

QString LineTreeDelegate::retainedText(int retained, const QString &name, int room, const QFontMetrics &metrics)
{
    const QString words = tr("%n idle", nullptr, retained);
    const bool hasRoom = metrics.horizontalAdvance(name) + 6 + badgeWidth(words, metrics) <= room;
    return hasRoom ? words : u"▪ %1"_s.arg(QLocale().toString(retained));
}

QSize LineTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, option.fontMetrics.height() + 8};
}

} // namespace Linescope
