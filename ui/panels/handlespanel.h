// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of handles: filter, sorting, columns, selection, and words when it is empty.
#pragma once

#include "models/handlemodel.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QTableView;

namespace Linescope {

class EmptyNote;

class HandlesPanel : public QWidget {
    Q_OBJECT

public:
    HandlesPanel(LiveWorld *live, Clock *clock, QWidget *parent = nullptr);

    QTableView *view() const { return m_view; }
    HandleModel *model() const { return m_model; }

    HCall current() const; // none if nothing is selected; may be a ghost
    QList<HCall> selected() const;
    void select(HCall handle);

    // Empty, or a sentence that says what is wrong; a wrong filter leaves the rows as they are.
    QString setFilter(const QString &text);
    void setGhostTime(Microseconds time) { m_model->setGhostTime(time); }

    // Visible columns in the order on screen, selected rows or all, with a header.
    QList<QStringList> table(bool onlySelected, int role) const;

    void fillColumnMenu(QMenu *menu);
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &bytes);

    void refresh(); // what is on screen, and the note; at most once per frame

Q_SIGNALS:
    void currentChanged(Linescope::HCall handle);
    void contextMenuWanted(const QPoint &globalPosition);
    void activated(Linescope::HCall handle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setRowHeight();
    void tellVisibleRows();
    void updateNote();
    void showDefaultColumns();

    LiveWorld *m_live;
    HandleModel *m_model;
    QTableView *m_view;
    EmptyNote *m_note;
    QTimer m_seconds;
    QString m_filter;
};

} // namespace Linescope
