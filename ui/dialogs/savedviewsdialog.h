// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The user's saved views: rename, delete, order. Views in, views out.
#pragma once

#include "support/settings/savedviews.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Linescope {

class SavedViewsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SavedViewsDialog(const QList<SavedView> &views, QWidget *parent = nullptr);

    QList<SavedView> views() const;

private:
    void takeName(QListWidgetItem *item);
    QString problemWith(const QListWidgetItem *item) const;
    void move(int by);
    void removeCurrent();
    void showState();

    QList<SavedView> m_views; // by the number that each item carries
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QPushButton *m_up;
    QPushButton *m_down;
    QLabel *m_about;
};

} // namespace Linescope
