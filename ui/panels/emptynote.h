// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words over a view that has nothing to show: why, and what to do about it.
#pragma once

#include <QObject>

class QAbstractScrollArea;
class QLabel;

namespace Linescope {

class EmptyNote : public QObject {
    Q_OBJECT

public:
    explicit EmptyNote(QAbstractScrollArea *view);

    void setText(const QString &text); // empty: nothing over the view
    QString text() const;
    void setTop(int top); // what lies above stays free, in pixels

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QAbstractScrollArea *m_view;
    QLabel *m_label;
    int m_top = 0;
};

} // namespace Linescope
