// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the cells of HandleModel: the state as a pill (word, sign and colour), "retained" beside it and a hatch at the
// row's edge, void rows struck through; rows that have just come, changed or become void fade from a colour, with a
// mark.
#pragma once

#include "delegates/cellpainting.h"
#include "models/handles/flashbook.h"
#include "support/textcache.h"

#include <QStyledItemDelegate>

namespace Linescope {

class HandleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setFlashes(const FlashBook *flashes) { m_flashes = flashes; } // none: nothing flashes

protected:
    const FlashBook::Flash *flashOf(const QModelIndex &index) const; // none if it does not flash
    void paintFlash(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const FlashBook::Flash &flash) const;
    // Unless that would leave less than `needed` pixels of the cell.
    static QRect paintFlashMark(QPainter *painter, const QStyleOptionViewItem &option, const FlashBook::Flash &flash,
                                int needed);
    const TextCache &texts() const { return m_texts; }
    // "H42  0x4000002A", or only "H42" where there is no room for both.
    QString nameThatFits(const QString &name, const QStyleOptionViewItem &option, int width) const;

private:
    static bool isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index);
    static int neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index);
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    TextCache m_texts;
    const FlashBook *m_flashes = nullptr;
};

} // namespace Linescope
