// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laying out a text costs more than drawing it, and from frame to frame most texts stay the same: keeps those of one
// font laid out.
#pragma once

#include <QCache>
#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace Linescope {

class TextCache {
public:
    // What is shown of a text that has no room.
    using Shorten = QString (*)(const QString &text, const QFontMetrics &metrics, int width);
    static QString cutAtEnd(const QString &text, const QFontMetrics &metrics, int width);

    const QStaticText &laidOut(const QString &text, const QFont &font) const; // until the next call
    bool fits(const QString &text, const QFont &font, int width) const;
    // In `rect`, in the painter's pen and the option's font.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
               Qt::Alignment alignment, Shorten shorten = cutAtEnd) const;

private:
    struct Cut {
        QString text;
        int width;
        Shorten shorten;
        friend bool operator==(const Cut &, const Cut &) = default;
        friend size_t qHash(const Cut &cut, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, cut.text, cut.width, quintptr(cut.shorten));
        }
    };

    QString shortened(const QString &text, const QStyleOptionViewItem &option, int width, Shorten shorten) const;

    mutable QCache<QString, QStaticText> m_texts{4096};
    mutable QCache<Cut, QString> m_cuts{4096};
    mutable QFont m_font;
};

} // namespace Linescope
