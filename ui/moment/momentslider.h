// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A slider over a span of time, with marks above it: findings and bookmarks. Its values are microseconds told by
// time(); as a QSlider it has steps enough for every pixel.
#pragma once

#include "moment/past.h"

#include <QSlider>

namespace Linescope {

class MomentSlider : public QSlider {
    Q_OBJECT

public:
    explicit MomentSlider(QWidget *parent = nullptr);

    void setSpan(Microseconds first, Microseconds last);
    void setTime(Microseconds time); // tells nobody
    Microseconds time() const { return timeAt(value()); }
    void setMarks(const QList<MomentMark> &marks); // in the order of their times
    const QList<MomentMark> &marks() const { return m_marks; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void timeChosen(Linescope::Microseconds time); // by the user
    void markChosen(quint64 seq);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    static constexpr int Steps = 100'000;

    Microseconds timeAt(int value) const;
    int valueAt(Microseconds time) const;
    int valueOfX(int x) const;
    int xOf(Microseconds time) const;
    int markHeight() const;
    const MomentMark *markAt(const QPoint &position) const;
    QString textAt(const QPoint &position) const;

    Microseconds m_first = 0;
    Microseconds m_last = 0;
    QList<MomentMark> m_marks;
};

} // namespace Linescope
