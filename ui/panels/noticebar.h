// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A strip above the table for what the user must know: a source that is down, an act that failed.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Linescope {

class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void setStanding(const QString &sentence); // stays until it is empty again
    void tell(const QString &sentence);        // until it is dismissed, or the next one comes
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    QLabel *m_label;
    QToolButton *m_dismiss;
    QString m_standing;
    QString m_told;
};

} // namespace Linescope
