// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the signs of the timeline mean; as many lines as its width needs.
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QPainter;

namespace Linescope {

class TimelineLegend : public QWidget {
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, heightForWidth(std::max(120, width()))}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        QString text;
        std::function<void(QPainter *, const QRect &)> paintSign;
        int signWidth = 22; // at a height of 12
    };
    void addStates();
    void addHandles();
    void addMarks();
    QFontMetrics metrics() const;
    QSize signSize(const Entry &entry) const;
    int widthOf(const Entry &entry) const;
    // Calls place(entry, position) for each, returns the height.
    int flow(int width, const std::function<void(const Entry &, const QPoint &)> &place) const;

    std::vector<Entry> m_entries;
};

} // namespace Linescope
