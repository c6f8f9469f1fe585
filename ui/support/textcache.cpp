// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/textcache.h"

#include "support/text.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace Linescope {

const QStaticText &TextCache::laidOut(const QString &text, const QFont &font) const
{
    if (font != m_font) {
        m_font = font;
        m_texts.clear();
        m_cuts.clear();
    }
    if (const QStaticText *known = m_texts.object(text))
        return *known;
    auto *laidOut = new QStaticText(text);
    laidOut->setTextFormat(Qt::PlainText);
    laidOut->setPerformanceHint(QStaticText::AggressiveCaching);
    laidOut->prepare({}, font);
    m_texts.insert(text, laidOut); // a cost of 1 each: never refused
    return *laidOut;
}

bool TextCache::fits(const QString &text, const QFont &font, int width) const
{
    return laidOut(text, font).size().width() <= width;
}

QString TextCache::cutAtEnd(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.elidedText(text, Qt::ElideRight, width);
}

QString TextCache::shortened(const QString &text, const QStyleOptionViewItem &option, int width, Shorten shorten) const
{
    const Cut cut{text, width, shorten};
    if (const QString *known = m_cuts.object(cut))
        return *known;
    auto *shown = new QString(shorten(text, option.fontMetrics, width));
    m_cuts.insert(cut, shown); // never refused, as above
    return *shown;
}

void TextCache::paint(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
                      Qt::Alignment alignment, Shorten shorten) const
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    alignment = QStyle::visualAlignment(option.direction, alignment);
    const QStaticText &known = laidOut(text, option.font);
    const QSizeF size = known.size();
    if (size.width() <= rect.width()) {
        const qreal x = alignment & Qt::AlignRight ? rect.x() + rect.width() - size.width() : rect.x();
        painter->drawStaticText(QPointF(x, rect.y() + (rect.height() - size.height()) / 2), known);
    } else {
        painter->drawText(rect, int(alignment) | Qt::TextSingleLine | readingFlag(text),
                          shortened(text, option, rect.width(), shorten));
    }
}

} // namespace Linescope
