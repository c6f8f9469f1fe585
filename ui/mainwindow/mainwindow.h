// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window: docks, menus, and which action does what. What is shown lives in panels, what is done in Operations.
#pragma once

#include "dialogs/connectionrequest.h"
#include "mainwindow/actions.h"
#include "moment/momentclock.h"
#include "support/selection.h"
#include "support/settings/settings.h"
#include "tapi/clock.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>

class QLabel;
class QToolBar;

namespace Linescope {

class AuditDialog;
class CallHistory;
class CallLogPanel;
class CallLogService;
class CallPanel;
class CallsPanel;
class ConsolePanel;
class Engine;
class Exporter;
class FaultBar;
class FilterLine;
class FindingsPanel;
class Guide;
class HandlesPanel;
class KeyFiguresPanel;
enum class KeyFigure;
class LadderModel;
class LadderPanel;
class LeaksPanel;
class LinesPanel;
class LiveWorld;
class MappingPanel;
class MemoryPanel;
class MessagesPanel;
class Moments;
class NoticeBar;
class Operations;
class Pages;
class QaCommands;
struct PaletteEntry;
class Recordings;
class SavedViews;
class StateMapPanel;
class TimeBar;
class TimelinePanel;
class View;

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
    MappingPanel *mapping() const { return m_mapping; }
    MessagesPanel *messages() const { return m_messages; }
    FindingsPanel *findings() const { return m_findings; }
    Moments *moments() const { return m_moments; }
    Recordings *recordings() const { return m_recordings; }
    FaultBar *faultBar() const { return m_faultBar; }
    ConsolePanel *console() const { return m_console; }
    QaCommands *qa() const { return m_qa; }
    NoticeBar *notice() const { return m_notice; }
    KeyFiguresPanel *keyFigures() const { return m_figures; }
    Guide *guide() const { return m_guide; }
    FilterLine *filterLine() const { return m_filter; }
    Exporter *exporter() const { return m_exporter; }
    CallLogPanel *callLog() const { return m_callLog; }
    // The log that the page shows and whose troubles are told; none: it is off. Must outlive the window.
    void setCallLog(CallLogService *service);
    // What is wrong with the address of a source, a sentence; who knows the sources knows it.
    void setAddressCheck(CheckAddress check) { m_checkAddress = std::move(check); }
    void setConnectionTry(TryConnection test) { m_tryConnection = std::move(test); }
    // Where what is done by hand is written (Engine::startAudit); empty: it is not.
    void setAuditFile(const QString &file);
    void showAuditLog();
    QString healthText() const; // of the status bar

    Selection selection() const; // completed
    SharedSelection *sharedSelection() const { return m_shared; }

    // The view that an export is about: the page, or the dock that has the focus.
    View *currentView() const;
    void goTo(const QString &name); // shows the view and gives it the focus

public Q_SLOTS:
    void showView(const QString &name); // a page or a dock, by its stable name: "timeline", "inspector"
    void tellFailure(const QString &sentence);
    void setAlarms(const QStringList &sentences); // that are active: they stay in sight

Q_SIGNALS:
    void connectRequested(const Linescope::ConnectionRequest &request);
    void disconnectRequested(Linescope::ProviderId provider);
    void simulatorRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QMenu *createPopupMenu() override;

private:
    void makePages();
    void connectViews();
    void connectFindings();
    void connectMapping(Engine *engine);
    void connectMoments();
    void openRecording();
    void refreshMoments();
    void showMessage(quint64 event);
    void makeDocks();
    void makeMenus();
    void makeCallMenu(QMenu *menu);
    void makeViewMenu();
    void makeToolBar();
    void shareRoom();
    void fitToolBar(); // to font and width of the window
    void makeStatusBar();
    void connectActions();
    template<class Act>
    void on(ActionId id, Act act);
    void showHandleMenu(const QPoint &position);
    void showLineMenu(const QPoint &position);
    void showViewMenu(View *view, const QPoint &position);

    void followSelection(const Selection &selection);
    void scheduleRefresh();
    void refresh();
    void refreshEverySecond();
    void refreshStatus();
    void refreshFaults();
    void refreshActions();
    QString whyNothingToTake(ActionId id) const;
    void updateMasking();
    void filterBy(const QString &filter);
    void filterChanged(const QString &filter);
    void filterProblem(const QString &problem);
    QList<PaletteEntry> savedViewEntries();
    void followSettings();
    void showFigure(KeyFigure figure);
    void connectViewActions();
    void setPaused(bool paused);

    void disconnectSource();
    void connectSource();
    void connectStepByStep();
    void connectTo(const ConnectionRequest &request);
    void copy();
    void copyText(const QString &text);

    void restoreLayout();
    void saveLayout();

    LiveWorld *m_live;
    Settings *m_settings;
    Clock *m_clock;
    MomentClock m_momentClock; // of the views
    SharedSelection *m_shared;
    Actions *m_actions;
    Operations *m_operations;
    CallHistory *m_history;
    NoticeBar *m_notice;
    FaultBar *m_faultBar;
    KeyFiguresPanel *m_figures;
    HandlesPanel *m_handles;
    CallsPanel *m_calls;
    TimelinePanel *m_timeline;
    StateMapPanel *m_stateMap;
    LadderModel *m_ladderModel;
    LadderPanel *m_ladder;
    MemoryPanel *m_memory;
    FindingsPanel *m_findings;
    LeaksPanel *m_leaks;
    ConsolePanel *m_console;
    CallLogPanel *m_callLog;
    CallLogService *m_callLogService = nullptr;
    QString m_auditFile;
    QPointer<AuditDialog> m_auditDialog; // while it is open
    CheckAddress m_checkAddress;
    TryConnection m_tryConnection;
    Pages *m_pages;
    TimeBar *m_timeBar;
    Moments *m_moments = nullptr;
    Recordings *m_recordings = nullptr;
    SavedViews *m_savedViews;
    Exporter *m_exporter;
    LinesPanel *m_lines;
    CallPanel *m_call;
    MappingPanel *m_mapping;
    MessagesPanel *m_messages;
    QaCommands *m_qa = nullptr;
    Guide *m_guide = nullptr;
    FilterLine *m_filter = nullptr;
    QString m_filterProblem;
    QStringList m_alarms;
    bool m_isNew = false; // nobody has laid it out yet
    bool m_presenting = false;
    QLabel *m_health = nullptr;
    QLabel *m_recording = nullptr;
    QLabel *m_behind = nullptr;
    QLabel *m_control = nullptr;
    QMenu *m_viewMenu = nullptr;
    QToolBar *m_tools = nullptr;
    QTimer m_frame;
    QTimer m_seconds;
};

} // namespace Linescope
