// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A word on a coloured ground.
#pragma once

#include "support/theme.h"

#include <QWidget>

namespace Linescope {

class Pill : public QWidget {
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);

    void show(const QString &text, const StateStyle &style); // an empty text hides it
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    StateStyle m_style;
};

} // namespace Linescope
