// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window: docks, menus, and which action does what. What is shown lives in panels, what is done in Operations.
#pragma once

#include "dialogs/connectdialog.h"
#include "mainwindow/actions.h"
#include "support/csv.h"
#include "support/selection.h"
#include "support/settings.h"
#include "tapi/clock.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QActionGroup;
class QLabel;
class QLineEdit;
class QToolBar;

namespace Linescope {

class CallHistory;
class CallPanel;
class CallsPanel;
class Engine;
class Guide;
class HandlesPanel;
class KeyFiguresPanel;
class LadderModel;
class LadderPanel;
class LinesPanel;
class LiveWorld;
class MessagesPanel;
class NoticeBar;
class Operations;
class Pages;
class StateMapPanel;
class TimelinePanel;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // Engine, world, settings and clock must outlive the window.
    MainWindow(Engine *engine, LiveWorld *live, Settings *settings, Clock *clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    Actions *actions() const { return m_actions; }
    Operations *operations() const { return m_operations; }
    Pages *pages() const { return m_pages; }
    HandlesPanel *handles() const { return m_handles; }
    LinesPanel *lines() const { return m_lines; }
    CallPanel *call() const { return m_call; }
    MessagesPanel *messages() const { return m_messages; }
    NoticeBar *notice() const { return m_notice; }
    Guide *guide() const { return m_guide; }
    QLineEdit *filterLine() const { return m_filter; }
    QString healthText() const; // of the status bar

    Selection selection() const; // completed
    SharedSelection *sharedSelection() const { return m_shared; }
    QByteArray csv(CsvMode mode) const; // the rows as shown

public Q_SLOTS:
    void tellFailure(const QString &sentence);

Q_SIGNALS:
    void connectRequested(const Linescope::ConnectionRequest &request);
    void disconnectRequested(Linescope::ProviderId provider);
    void simulatorRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QMenu *createPopupMenu() override;

private:
    void makePages();
    void connectViews();
    void makeDocks();
    void makeMenus();
    void makeCallMenu(QMenu *menu);
    void makeViewMenu();
    void makeToolBar();
    void makeStatusBar();
    void addChoiceMenu(QMenu *parent, const QString &title, const QList<std::pair<QString, QString>> &choices,
                       const QString &current, const std::function<void(const QString &)> &chosen);
    void connectActions();
    template<class Act>
    void on(ActionId id, Act act);
    void showHandleMenu(const QPoint &position);
    void showLineMenu(const QPoint &position);

    void followSelection(const Selection &selection);
    void scheduleRefresh();
    void refresh();
    void refreshEverySecond();
    void refreshStatus();
    void refreshActions();
    void applyFilter();
    void filterBy(const QString &filter);
    void setPaused(bool paused);

    void disconnectSource();
    void connectSource();
    void copy();
    void copyText(const QString &text);
    void exportCsv(CsvMode mode);

    void restoreLayout();
    void saveLayout();

    LiveWorld *m_live;
    Settings *m_settings;
    Clock *m_clock;
    SharedSelection *m_shared;
    Actions *m_actions;
    Operations *m_operations;
    CallHistory *m_history;
    NoticeBar *m_notice;
    KeyFiguresPanel *m_figures;
    HandlesPanel *m_handles;
    CallsPanel *m_calls;
    TimelinePanel *m_timeline;
    StateMapPanel *m_stateMap;
    LadderModel *m_ladderModel;
    LadderPanel *m_ladder;
    Pages *m_pages;
    LinesPanel *m_lines;
    CallPanel *m_call;
    MessagesPanel *m_messages;
    Guide *m_guide = nullptr;
    QLineEdit *m_filter = nullptr;
    QString m_filterProblem;
    QLabel *m_health = nullptr;
    QLabel *m_behind = nullptr;
    QLabel *m_control = nullptr;
    QMenu *m_viewMenu = nullptr;
    QToolBar *m_tools = nullptr;
    QTimer m_frame;
    QTimer m_seconds;
    QTimer m_filterDelay;
};

} // namespace Linescope
