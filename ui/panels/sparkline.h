// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last minute of a figure as a small curve.
#pragma once

#include <QWidget>

#include <deque>

namespace Linescope {

class Sparkline : public QWidget {
    Q_OBJECT

public:
    static constexpr size_t MaxValues = 60;

    explicit Sparkline(QWidget *parent = nullptr);
    void add(double value);
    QSize sizeHint() const override { return {96, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::deque<double> m_values; // oldest first
};

} // namespace Linescope
