// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A strip above the views while faults are injected: what is seen there may be their doing. It stays until they are
// cleared.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QAction;

namespace Linescope {

class FaultBar : public QWidget {
    Q_OBJECT

public:
    // The buttons trigger the actions.
    FaultBar(QAction *change, QAction *clear, QWidget *parent = nullptr);

    void setText(const QString &sentence); // none: there is no strip
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QString &name, QAction *action);
    void updateIcon();
    void updateLabel();

    QLabel *m_icon;
    QLabel *m_label;
    QString m_text;
};

} // namespace Linescope
