// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All states as they look, each a button that asks for a colour of the user's own.
#pragma once

#include "support/theme/theme.h"

#include <QAbstractButton>
#include <QWidget>

namespace Linescope {

class StateButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit StateButton(CallState state, QWidget *parent = nullptr);
    CallState state() const { return m_state; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void deleted(); // the key was pressed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const CallState m_state;
};

class StateColorGrid : public QWidget {
    Q_OBJECT

public:
    explicit StateColorGrid(QWidget *parent = nullptr);

    QMap<CallState, QRgb> colors() const { return m_colors; } // of the user's own
    void setColors(const QMap<CallState, QRgb> &colors);

Q_SIGNALS:
    void changed();

private:
    void ask(StateButton *button);

    QMap<CallState, QRgb> m_colors;
};

} // namespace Linescope
