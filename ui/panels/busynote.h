// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Says over a view that its new rows are on their way, and how far they are.
#pragma once

#include <QObject>

class QAbstractItemView;
class QLabel;

namespace Linescope {

class BusyNote : public QObject {
    Q_OBJECT

public:
    explicit BusyNote(QAbstractItemView *view);

    void setPercent(int percent); // negative: nothing is on its way
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QAbstractItemView *m_view;
    QLabel *m_label;
};

} // namespace Linescope
