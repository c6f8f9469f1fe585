// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laying out a text costs more than drawing it, and from frame to frame most texts stay the same: keeps those of one
// font laid out.
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace Linescope {

class TextCache {
public:
    const QStaticText &laidOut(const QString &text, const QFont &font) const; // until the next call
    bool fits(const QString &text, const QFont &font, int width) const;
    // In `rect`, elided if there is no room. In the painter's pen and the option's font.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
               Qt::Alignment alignment) const;

private:
    mutable QCache<QString, QStaticText> m_texts{4096};
    mutable QFont m_font;
};

} // namespace Linescope
