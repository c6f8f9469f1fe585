// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the rows of HandleTree: a heading across the whole row for groups of the first level, indentation and a branch
// mark in the column with the tree in it, all else like HandleDelegate.
#pragma once

#include "delegates/handledelegate.h"

class QTableView;

namespace Linescope {

class TreeDelegate : public HandleDelegate {
    Q_OBJECT

public:
    explicit TreeDelegate(QTableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the branch mark of a group is; `cell` is that of the tree's column.
    static QRect markRect(const QRect &cell, int depth, Qt::LayoutDirection direction);

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBranch(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QRect headingRect(const QStyleOptionViewItem &option) const;

    QTableView *m_view;
};

} // namespace Linescope
