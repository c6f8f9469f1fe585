// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of handles, in groups or not: filter, sorting, columns, selection, saved views, and words when it is empty.
#pragma once

#include "models/handles/handlemodel.h"
#include "panels/view.h"
#include "support/settings/savedviews.h"

#include <QTimer>

class QComboBox;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace Linescope {

class ColumnSharing;
class EmptyNote;
class Flasher;
class TreeBar;
class TreeTable;

class HandlesPanel : public View {
    Q_OBJECT

public:
    HandlesPanel(LiveWorld *live, Clock *clock, QWidget *parent = nullptr);

    QTableView *view() const { return m_view; } // without groups
    HandleModel *model() const { return m_model; }
    TreeTable *groupedView() const { return m_groups; }
    Flasher *flasher() const { return m_flasher; }

    HCall current() const; // none if nothing or a group is selected; may be a ghost
    QList<HCall> selected() const;
    void select(HCall handle);

    // Empty, or a sentence that says what is wrong; a wrong filter leaves the rows as they are.
    QString setFilter(const QString &text);
    void setGhostTime(Microseconds time);
    void setFlashing(bool on);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);

    // What is shown, as a view to save, and back. Tells the filter by filterWanted().
    SavedView savedView(const QString &name) const;
    void show(const SavedView &view);
    using QWidget::show;
    void setSavedViews(SavedViews *views); // none: the user cannot save any; must outlive the panel
    void fillViewsMenu(QMenu *menu);
    void saveCurrentView(); // asks for the name
    void manageViews();

    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override { return true; }
    int rowCount(Rows rows) const override;
    QList<HCall> selectedHandles() const override;
    Table values(Rows rows) const override;

    void fillColumnMenu(QMenu *menu);
    void fillGroupMenu(QMenu *menu);
    QByteArray saveColumns() const; // and the grouping
    void restoreColumns(const QByteArray &bytes);

    void refresh() override; // what is on screen, and the note

Q_SIGNALS:
    void currentChanged(Linescope::HCall handle);
    void contextMenuWanted(const QPoint &globalPosition);
    void activated(Linescope::HCall handle);
    void filterWanted(const QString &filter); // already set here: for whoever shows the filter's text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void watchForRowsThatGo(const QAbstractItemModel *model);
    void tellCurrent();
    void makeView();
    void makeBar();
    void setRowHeight();
    void showHeaderMenu(QWidget *header, const QPoint &position);
    void showDefaultColumns();
    void chooseColumn(int column, bool shown); // as the user wants it
    bool isWanted(int column) const;           // as long as the user has not chosen
    void showSourceIfWanted();
    bool hasSeveralSources() const;
    void setColumnShown(int column, bool shown);
    void sortBy(int column, Qt::SortOrder order);
    QTableView *shownView() const;
    void tellVisibleRows();
    void updateNote();

    LiveWorld *m_live;
    HandleModel *m_model;
    QStackedWidget *m_stack;
    QTableView *m_view;
    TreeTable *m_groups;
    EmptyNote *m_note;
    EmptyNote *m_groupsNote;
    ColumnSharing *m_columns = nullptr;
    Flasher *m_flasher = nullptr;
    TreeBar *m_bar = nullptr;
    QComboBox *m_groupings;
    QToolButton *m_viewsButton;
    SavedViews *m_savedViews = nullptr;
    QTimer m_seconds;
    bool m_rowsGo = false;         // right now
    bool m_sourceIsChosen = false; // or hidden by choice; else that column is there when there are several sources
    QString m_filter;
    Grouping m_grouping = Grouping::None;
    HCall m_chosen; // selected again when hidden groups come back
};

} // namespace Linescope
