// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the cells of HandleModel: the state as a pill (word, sign and colour), "retained" beside it and a hatch at the
// row's edge, void rows struck through. Draws text directly, since painting is what a live table costs most.
#pragma once

#include <QCache>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace Linescope {

class HandleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    const QStaticText &laidOutText(const QString &text, const QFont &font) const; // until the next call

    mutable QCache<QString, QStaticText> m_texts{4000};
    mutable QFont m_font; // of m_texts
};

} // namespace Linescope
