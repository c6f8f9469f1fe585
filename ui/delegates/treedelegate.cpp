// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/treedelegate.h"

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"
#include "support/text.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace Linescope {

namespace {

using Column = HandleTree::Column;

constexpr int Indentation = 16;
constexpr int MarkWidth = 18;

// A triangle that points along the text, or down.
void paintMark(QPainter *painter, const QRect &rect, bool expanded, Qt::LayoutDirection direction)
{
    const QPointF center = QRectF(rect).center();
    const qreal s = 3.5;
    const qreal along = direction == Qt::RightToLeft ? -s : s;
    const QPointF down[] = {{-s, -s / 2}, {s, -s / 2}, {0, s}};
    const QPointF side[] = {{-along / 2, -s}, {-along / 2, s}, {along, 0}};
    QPolygonF triangle;
    for (const QPointF &point : expanded ? down : side)
        triangle << center + point;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(painter->pen().color());
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(triangle);
    painter->restore();
}

} // namespace

TreeDelegate::TreeDelegate(QTableView *view)
    : HandleDelegate(view)
    , m_view(view)
{
}

QRect TreeDelegate::markRect(const QRect &cell, int depth, Qt::LayoutDirection direction)
{
    const QRect rect(cell.left() + 3 + depth * Indentation, cell.top(), MarkWidth, cell.height());
    return QStyle::visualRect(direction, cell, rect);
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(HandleTree::HeadingRole).toBool())
        paintHeading(painter, option, index);
    else if (index.column() == int(Column::Handle))
        paintBranch(painter, option, index);
    else
        HandleDelegate::paint(painter, option, index);
}

// From the tree's column to the end of the row, or to the bytes if they come behind it.
QRect TreeDelegate::headingRect(const QStyleOptionViewItem &option) const
{
    const QHeaderView *header = m_view->horizontalHeader();
    const auto left = [&](Column column) { return header->sectionViewportPosition(int(column)); };
    const auto right = [&](Column column) { return left(column) + header->sectionSize(int(column)); };
    QRect rect = option.rect;
    rect.setLeft(0);
    rect.setRight(m_view->viewport()->width());
    const bool hasBytes = !header->isSectionHidden(int(Column::Bytes));
    if (option.direction == Qt::RightToLeft) {
        rect.setRight(right(Column::Handle) - 1);
        if (hasBytes && left(Column::Bytes) < left(Column::Handle))
            rect.setLeft(right(Column::Bytes));
    } else {
        rect.setLeft(left(Column::Handle));
        if (hasBytes && left(Column::Bytes) > left(Column::Handle))
            rect.setRight(left(Column::Bytes) - 1);
    }
    return rect;
}

// Cells are painted one by one and know nothing of each other: each shows its part of the same heading.
void TreeDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        paintCellBackground(painter, option);
    else
        painter->fillRect(option.rect, toneColor(Tone::Badge, option.palette));
    if (index.column() == int(Column::Bytes)) {
        painter->setPen(cellTextColor(cell, Life::Live));
        texts().paint(painter, option, option.rect.adjusted(CellMargin, 0, -CellMargin, 0), index.data().toString(),
                      Qt::AlignRight | Qt::AlignVCenter);
    } else {
        painter->save();
        painter->setClipRect(option.rect, Qt::IntersectClip);
        const QModelIndex first = index.siblingAtColumn(int(Column::Handle));
        const QRect row = headingRect(option);
        painter->setPen(cellTextColor(option, Life::Live));
        const QRect mark = markRect(row, 0, option.direction);
        paintMark(painter, mark, first.data(HandleTree::ExpandedRole).toBool(), option.direction);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        const QFontMetrics metrics(bold);
        QRect room = QStyle::visualRect(option.direction, row, row.adjusted(MarkWidth + 6, 0, -CellMargin, 0));
        const int align = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
        const QString name = metrics.elidedText(first.data().toString(), Qt::ElideMiddle, room.width() * 2 / 3);
        painter->drawText(room, align | Qt::TextSingleLine | readingFlag(name), name);
        painter->setFont(option.font);
        const int used = metrics.horizontalAdvance(name) + 12;
        room = QStyle::visualRect(option.direction, room, room.adjusted(used, 0, 0, 0));
        const QString summary = first.data(HandleTree::SummaryRole).toString();
        painter->drawText(room, align | Qt::TextSingleLine | readingFlag(summary),
                          option.fontMetrics.elidedText(summary, Qt::ElideRight, room.width()));
        painter->restore();
    }
    if (option.state & QStyle::State_HasFocus)
        paintCellFocus(painter, option);
}

void TreeDelegate::paintBranch(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellBackground(painter, option);
    const Life life = Life(index.data(HandleModel::LifeRole).toInt());
    const int depth = index.data(HandleTree::DepthRole).toInt();
    const QRect mark = markRect(option.rect, depth, option.direction);
    QStyleOptionViewItem rest = option;
    const FlashBook::Flash *flash = flashOf(index);
    if (flash) {
        const int before = markRect(option.rect, depth, Qt::LeftToRight).right() + 3 - option.rect.left();
        const int name = option.fontMetrics.horizontalAdvance(shortPart(index.data().toString()));
        paintFlash(painter, option, index, *flash);
        rest.rect = paintFlashMark(painter, option, *flash, before + name + CellMargin);
    }
    painter->setPen(cellTextColor(option, life));
    if (index.data(HandleTree::GroupRole).toBool() && rest.rect.contains(mark.center()))
        paintMark(painter, mark, index.data(HandleTree::ExpandedRole).toBool(), option.direction);
    const bool toLeft = option.direction == Qt::RightToLeft;
    QRect room = rest.rect.adjusted(CellMargin, 0, -CellMargin, 0);
    if (toLeft)
        room.setRight(std::min(room.right(), mark.left() - 2));
    else
        room.setLeft(mark.right() + 3);
    texts().paint(painter, rest, room, nameThatFits(index.data().toString(), rest, room.width()),
                  QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    if (life == Life::Void)
        strikeThrough(painter, option);
    if (option.state & QStyle::State_HasFocus)
        paintCellFocus(painter, option);
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = HandleDelegate::sizeHint(option, index);
    if (index.data(HandleTree::HeadingRole).toBool())
        size.setWidth(40); // goes across cells
    else if (index.column() == int(Column::Handle))
        size.rwidth() += MarkWidth + index.data(HandleTree::DepthRole).toInt() * Indentation;
    return size;
}

} // namespace Linescope
