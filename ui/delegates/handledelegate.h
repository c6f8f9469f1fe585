// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the cells of HandleModel: the state as a pill (word and colour), "retained" beside it and a hatch at the row's
// edge, void rows struck through. Draws text directly, since painting is what a live table costs most.
#pragma once

#include <QStyledItemDelegate>

namespace Linescope {

class HandleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace Linescope
