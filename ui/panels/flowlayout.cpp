// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <climits>

namespace Linescope {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem *FlowLayout::takeAt(int index) { return index < m_items.size() ? m_items.takeAt(index) : nullptr; }

// At least one, however short the room is.
FlowLayout::Row FlowLayout::rowFrom(qsizetype first, int room) const
{
    Row row{first, first, 0, 0};
    for (; row.end < m_items.size(); ++row.end) {
        if (m_items[row.end]->isEmpty())
            continue;
        const QSize size = m_items[row.end]->sizeHint();
        const int wanted = row.width == 0 ? size.width() : row.width + spacing() + size.width();
        if (row.width > 0 && wanted > room)
            break;
        row.width = wanted;
        row.height = std::max(row.height, size.height());
    }
    return row;
}

void FlowLayout::placeRow(const Row &row, const QRect &room) const
{
    int x = room.left();
    for (qsizetype i = row.first; i < row.end; ++i) {
        if (i == m_trailing)
            x += std::max(0, room.width() - row.width);
        if (m_items[i]->isEmpty())
            continue;
        const QSize size = m_items[i]->sizeHint();
        const QRect place(x, room.top() + (row.height - size.height()) / 2, std::min(size.width(), room.width()),
                          size.height());
        m_items[i]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, place));
        x += size.width() + spacing();
    }
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = 0;
    for (Row row; row.end < m_items.size();) {
        row = rowFrom(row.end, width - margins.left() - margins.right());
        height += row.height + (height > 0 && row.height > 0 ? spacing() : 0);
    }
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    const Row row = rowFrom(0, INT_MAX);
    return QSize(row.width, row.height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    QRect room = rect.marginsRemoved(contentsMargins());
    for (Row row; row.end < m_items.size();) {
        row = rowFrom(row.end, room.width());
        placeRow(row, room);
        room.setTop(room.top() + row.height + spacing());
    }
}

} // namespace Linescope
