// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shares the width of a table among its columns: each has the width it would like; when there is less room, the columns
// that can do with less give way down to their minimum, then the table scrolls; when there is more, one of them takes
// it. A column that the user drags keeps the width it was given. Larger letters make all of it wider.
#pragma once

#include <QList>
#include <QObject>
#include <QSet>

#include <limits>

class QTableView;

namespace Linescope {

class ColumnSharing : public QObject {
    Q_OBJECT

public:
    struct Wish { // pixels, for letters of DesignHeight
        int width = 100;
        int minimum = 100; // the same: never gives way
        bool takesRest = false;
    };

    static constexpr int DesignHeight = 14;

    ColumnSharing(QTableView *view, const QList<Wish> &wishes); // one for each column of the model

    void reset(); // what the user has dragged is forgotten
    void share();
    // The header's state with the wishes as widths, not with what a narrow window has left of them; for letters of
    // DesignHeight, whatever the letters are now and will be then.
    QByteArray saveState();
    // `known`: how many columns there were when it was saved, where that may be fewer than now.
    bool restoreState(const QByteArray &state, int known = std::numeric_limits<int>::max());

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitToFont();
    void dragged(int column, int width);
    Wish withHeading(int column) const;
    void setWidths(const QList<int> &widths);

    QTableView *m_view;
    const QList<Wish> m_design;
    QList<Wish> m_defaults; // the same for the letters that there are
    QList<Wish> m_wishes;
    QSet<int> m_dragged;         // columns
    int m_height = DesignHeight; // of the letters
    bool m_sharing = false;
};

} // namespace Linescope
