// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// In the place of a view that has nothing to show yet: why, and a button that gives it something.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Linescope {

class EmptyOffer : public QWidget {
    Q_OBJECT

public:
    explicit EmptyOffer(const QString &button, QWidget *parent = nullptr);

    void setText(const QString &sentence);

Q_SIGNALS:
    void taken();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColors();

    QLabel *m_label;
    QPushButton *m_button;
};

} // namespace Linescope
