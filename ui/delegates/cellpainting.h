// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the delegates of live tables have in common. Text is drawn directly, since painting is what a live table costs
// most.
#pragma once

#include "models/handlerow.h"
#include "support/theme.h"

#include <QCache>
#include <QStaticText>
#include <QStyleOptionViewItem>

class QPainter;

namespace Linescope {

constexpr int CellMargin = 6;

void paintCellBackground(QPainter *painter, const QStyleOptionViewItem &option);
void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &option);
QColor cellTextColor(const QStyleOptionViewItem &option, Life life);
void strikeThrough(QPainter *painter, const QStyleOptionViewItem &option);

// Laying out text costs more than drawing it, and most of a table stays the same from frame to frame.
class TextCache {
public:
    // In `rect`, elided if there is no room. In the painter's pen and the option's font.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
               Qt::Alignment alignment) const;

private:
    const QStaticText &laidOut(const QString &text, const QFont &font) const; // until the next call

    mutable QCache<QString, QStaticText> m_texts{4000};
    mutable QFont m_font;
};

} // namespace Linescope
