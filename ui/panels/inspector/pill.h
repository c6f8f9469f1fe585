// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A word on a coloured ground; of a state with its sign before it.
#pragma once

#include "support/theme/theme.h"

#include <QWidget>

#include <optional>

namespace Linescope {

class Pill : public QWidget {
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);

    void show(const QString &text, const StateStyle &style); // an empty text hides it
    void showState(CallState state);                         // in the theme's colours, whatever they become
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont boldFont() const;
    int shapeWidth() const; // with the gap behind it; 0 without a state

    QString m_text;
    StateStyle m_style;
    std::optional<CallState> m_state;
};

} // namespace Linescope
