// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One of the key figures: what it counts, how many there are, how it went in the last minute. A button.
#pragma once

#include "panels/figures/sparkline.h"

#include <QAbstractButton>

namespace Linescope {

class KeyFigureCard : public QAbstractButton {
    Q_OBJECT

public:
    // `hint` says what the figure is, `action` what a click does.
    KeyFigureCard(const QString &title, const QString &hint, const QString &action, QWidget *parent = nullptr);

    void setValue(const QString &text);
    QString value() const { return m_value; }
    void setAttention(bool attention); // stands out
    void setActive(bool active);       // the table shows what it counts, and only that
    bool isActive() const { return m_active; }

    void addSample(double value);
    void setSparklineShown(bool shown);
    bool isSparklineShown() const { return m_sparklineShown; }
    int widthWith(bool sparkline) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QFont titleFont() const;
    QFont valueFont() const;
    void measure();
    void updateNames();
    void paintGround(QPainter *painter) const;

    QString m_value;
    QString m_hint;
    QString m_action;
    Sparkline m_sparkline;
    int m_textWidth = 0; // only grows, so that cards do not jump about
    bool m_attention = false;
    bool m_active = false;
    bool m_sparklineShown = true;
};

} // namespace Linescope
