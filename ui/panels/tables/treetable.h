// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows a HandleTree: a table with a tree in its first column. Left collapses or goes to what a row is in, Right
// expands,
// * and / expand and collapse everything, Enter and a double click activate a handle and expand a group.
#pragma once

#include "models/handles/handletree.h"
#include "panels/view.h"

#include <QTableView>
#include <QTimer>

namespace Linescope {

class ColumnSharing;
class Flasher;

class TreeTable : public QTableView {
    Q_OBJECT

public:
    TreeTable(LiveWorld *live, Clock *clock, int levels, QWidget *parent = nullptr); // above the handles

    HandleTree *tree() const { return m_tree; }
    ColumnSharing *columns() const { return m_columns; }
    Flasher *flasher() const { return m_flasher; }

    Selection current() const;
    QList<HCall> selectedHandles() const; // that are valid; groups are not what is in them
    void selectRowAt(int row);            // -1: nothing
    void tellVisibleRows();
    // Visible columns as on screen, a header first.
    QList<QStringList> rows(bool onlySelected, int role) const;

Q_SIGNALS:
    void currentRowChanged();
    void handleActivated(Linescope::HCall handle);
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUp();
    bool goOut();
    bool goIn();
    void activateRow(int row);

    LiveWorld *m_live;
    HandleTree *m_tree;
    ColumnSharing *m_columns;
    Flasher *m_flasher;
    QTimer m_seconds;
    QTimer m_settled; // the size is what it will be
    QTimer m_hidden;
};

} // namespace Linescope
