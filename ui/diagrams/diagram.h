// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A painted view whose parts can be pointed at, walked through with the arrow keys, chosen with Enter, and read by a
// screen reader: each part is an accessible list item. A diagram draws; what its parts are, items() tells when asked.
#pragma once

#include "support/export/picture.h"
#include "support/selection.h"

#include <QAbstractScrollArea>

#include <vector>

namespace Linescope {

struct DiagramItem {
    QRectF rect;         // on the viewport
    QString name;        // short: "H42, retained"
    QString description; // all that its looks tell, in words; plain text, may have several lines
    Selection selection; // what choosing it selects; may be empty
};

class Diagram : public QAbstractScrollArea, public Picture {
    Q_OBJECT

public:
    explicit Diagram(QWidget *parent = nullptr);

    // What is on the viewport, in reading order.
    virtual std::vector<DiagramItem> items() const = 0;

    // The same one by one, for diagrams with so many that all of them take time.
    virtual int itemCount() const { return int(items().size()); }
    virtual DiagramItem item(int index) const { return items()[size_t(index)]; }
    virtual std::vector<QRectF> itemRects() const;

    int currentItem() const { return m_current; } // index in items(), -1 for none
    void setCurrentItem(int index);

    QSizeF pictureSize() const override { return viewport()->size(); }
    QString pictureText() const override; // a line for each item

Q_SIGNALS:
    void chosen(const Linescope::DiagramItem &item);    // by click, Enter or Space
    void activated(const Linescope::DiagramItem &item); // by double click or Ctrl+Enter

protected:
    // The index of the topmost item there, or -1.
    virtual int itemAt(const QPointF &position) const;
    // Call after scrolling, zooming or a change of what there is.
    void itemsMoved();
    // The current item has another index now, nothing else.
    void setCurrentIndex(int index) { m_current = index; }

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override; // the picture, then the frame around the current item
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int neighbour(int key) const;

    int m_current = -1;
};

} // namespace Linescope
