// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Controls in a row, and in more rows where one is too short: nothing in a narrow view is cut off.
#pragma once

#include <QLayout>
#include <QList>

namespace Linescope {

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent);
    ~FlowLayout() override;

    // Those from here on stand at the far end of their row.
    void addStretch() { m_trailing = m_items.size(); }

    void addItem(QLayoutItem *item) override { m_items += item; }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; // of one row
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Row {
        qsizetype first = 0;
        qsizetype end = 0;
        int width = 0;
        int height = 0;
    };
    Row rowFrom(qsizetype first, int room) const;
    void placeRow(const Row &row, const QRect &room) const;

    QList<QLayoutItem *> m_items;
    qsizetype m_trailing = -1; // index, -1: none
};

} // namespace Linescope
