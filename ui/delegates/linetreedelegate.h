// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a node of LineTreeModel: a dot for its health, its name, a note, and how many handles it has.
#pragma once

#include <QStyledItemDelegate>

namespace Linescope {

class LineTreeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // "3 idle" beside a name that it leaves room for, else "▪ 3".
    static QString retainedText(int retained, const QString &name, int room, const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Linescope
