// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "calllog/calllogservice.h"
#include "guide/guide.h"
#include "mainwindow/availability.h"
#include "mainwindow/moments.h"
#include "mainwindow/operations.h"
#include "mainwindow/pages.h"
#include "mainwindow/recordings.h"
#include "models/callhistory.h"
#include "models/ladder/laddermodel.h"
#include "models/liveworld.h"
#include "models/messagemodel.h"
#include "moment/timebar.h"
#include "panels/checks/findingspanel.h"
#include "panels/checks/leakspanel.h"
#include "panels/console/consolepanel.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/diagrams/memorypanel.h"
#include "panels/diagrams/statemappanel.h"
#include "panels/diagrams/timelinepanel.h"
#include "panels/faultbar.h"
#include "panels/figures/keyfigurespanel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/mappingpanel.h"
#include "panels/noticebar.h"
#include "panels/tables/calllogpanel.h"
#include "panels/tables/callspanel.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "panels/tables/messagespanel.h"
#include "support/export/exporter.h"
#include "support/faultwords.h"
#include "support/settings/savedviews.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QStatusBar>
#include <QVBoxLayout>

namespace Linescope {

MainWindow::MainWindow(Engine *engine, LiveWorld *live, Settings *settings, Clock *clock, QWidget *parent)
    : QMainWindow(parent)
    , m_live(live)
    , m_settings(settings)
    , m_clock(clock)
    , m_momentClock(clock)
    , m_shared(new SharedSelection(this))
    , m_actions(new Actions(this))
    , m_operations(new Operations(engine, live, this))
    , m_history(new CallHistory(live, this))
    , m_notice(new NoticeBar(this))
    , m_faultBar(new FaultBar(m_actions->at(ActionId::InjectFaults), m_actions->at(ActionId::ClearFaults), this))
    , m_figures(new KeyFiguresPanel(live, this))
    , m_handles(new HandlesPanel(live, &m_momentClock, this))
    , m_calls(new CallsPanel(live, &m_momentClock, m_shared, this))
    , m_timeline(new TimelinePanel(live, m_history, m_shared, &m_momentClock, this))
    , m_stateMap(new StateMapPanel(live, m_history, m_shared, &m_momentClock, this))
    , m_ladderModel(new LadderModel(live, this))
    , m_ladder(new LadderPanel(live, m_ladderModel, m_shared, this))
    , m_memory(new MemoryPanel(live, m_shared, &m_momentClock, this))
    , m_findings(new FindingsPanel(
          live, m_shared, [this](quint64 event) { return m_messages->model()->description(event); }, this))
    , m_leaks(new LeaksPanel(live, m_shared, &m_momentClock, this))
    , m_console(new ConsolePanel(m_operations, live, m_shared, clock, this))
    , m_callLog(new CallLogPanel(live, this))
    , m_pages(new Pages(this))
    , m_timeBar(new TimeBar(this))
    , m_savedViews(new SavedViews(settings, this))
    , m_exporter(new Exporter(live, clock, this))
    , m_lines(new LinesPanel(live, this))
    , m_call(new CallPanel(live, m_history, m_handles->model(), this))
    , m_mapping(new MappingPanel(live, &m_momentClock, this))
    , m_messages(new MessagesPanel(live, this))
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/linescope.svg")));
    makeDocks();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    connectActions();
    m_guide = new Guide(this, settings, clock);
    followSettings();

    connect(m_live, &LiveWorld::advanced, this, &MainWindow::scheduleRefresh);
    connect(m_live, &LiveWorld::reset, this, &MainWindow::scheduleRefresh);
    connect(m_live, &LiveWorld::pausedChanged, this, &MainWindow::scheduleRefresh);
    connect(m_operations, &Operations::failed, this, &MainWindow::tellFailure);
    connect(m_operations, &Operations::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(visibleText(sentence), 5000); });
    connect(m_operations, &Operations::faultsChanged, this, &MainWindow::scheduleRefresh);
    connect(m_exporter, &Exporter::failed, this, &MainWindow::tellFailure);
    setAuditFile({});
    connect(m_exporter, &Exporter::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(visibleText(sentence), 5000); });
    m_recordings = new Recordings(engine, settings, this);
    m_moments = new Moments({engine, live, &m_momentClock, m_timeBar, m_findings->model(), m_actions}, this);
    connectViews();
    connectMapping(engine);
    connectViewActions();
    connectMoments();

    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &MainWindow::refresh);
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &MainWindow::refreshEverySecond);
    m_seconds.start();
    restoreLayout();
    refresh();
}

MainWindow::~MainWindow()
{
    saveLayout();
    // What goes with the window still tells of it: the focus leaves, rows go.
    disconnect(qApp, nullptr, this, nullptr);
    const auto children = findChildren<QObject *>();
    for (const QObject *child : children)
        disconnect(child, nullptr, this, nullptr);
}

void MainWindow::makeDocks()
{
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);

    makePages();
    auto *center = new QWidget;
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_notice);
    column->addWidget(m_faultBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_timeBar);
    setCentralWidget(center);

    const auto addDock = [this](const QString &name, const QString &title, QWidget *panel, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        panel->setObjectName(name);
        panel->setWindowTitle(title);
        dock->setWidget(panel);
        addDockWidget(area, dock);
        return dock;
    };
    addDock(QStringLiteral("lines"), tr("Lines and apps"), m_lines, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("call"), tr("Call inspector"), m_call, Qt::RightDockWidgetArea);
    m_call->setObjectName(QStringLiteral("inspector"));
    auto *messages = addDock(QStringLiteral("messages"), tr("Messages"), m_messages, Qt::BottomDockWidgetArea);
    auto *mapping = addDock(QStringLiteral("mapping"), tr("Mapping"), m_mapping, Qt::BottomDockWidgetArea);
    tabifyDockWidget(messages, mapping);
    // Once it has its place.
    connect(mapping, &QDockWidget::visibilityChanged, m_mapping, &MappingPanel::refresh, Qt::QueuedConnection);
    messages->raise();
    for (const ActionId id : {ActionId::Deallocate, ActionId::CloseLine})
        m_call->addButton(m_actions->at(id));
    m_call->addButton(m_actions->at(ActionId::CopyCallText));
}

void MainWindow::makeStatusBar()
{
    m_health = makeLabel();
    m_behind = makeLabel();
    m_control = makeLabel();
    m_recording = makeLabel();
    m_health->setAccessibleName(tr("Health of the sources"));
    statusBar()->addWidget(m_health, 1);
    statusBar()->addPermanentWidget(m_recording);
    statusBar()->addPermanentWidget(m_behind);
    statusBar()->addPermanentWidget(m_control);
}

Selection MainWindow::selection() const { return completed(m_shared->current(), m_live->world()); }

void MainWindow::setAlarms(const QStringList &sentences)
{
    m_alarms = sentences;
    refreshStatus();
}

QString MainWindow::healthText() const { return m_health->text(); }

void MainWindow::scheduleRefresh()
{
    if (!m_frame.isActive())
        m_frame.start(0);
}

void MainWindow::refresh()
{
    m_figures->refresh();
    m_pages->refresh();
    m_pages->setBadge(QStringLiteral("findings"), m_findings->badge());
    m_messages->refresh();
    m_call->refresh();
    m_mapping->refresh();
    refreshStatus();
    refreshActions();
}

void MainWindow::refreshEverySecond()
{
    if (!m_live->isPaused())
        m_figures->measureRate();
    m_pages->refresh();
    m_call->refresh();
    m_mapping->refresh();
    refreshStatus();
    refreshActions(); // what a view measures gives it rows without an event
}

void MainWindow::refreshStatus()
{
    QStringList health;
    QStringList down;
    QStringList names;
    bool control = false;
    for (const Provider &provider : m_live->world().providers()) {
        const QString name = visibleText(provider.name, 60);
        const QString words = visibleText(provider.text, 200);
        health += provider.up ? tr("● %1: %2").arg(name, words.isEmpty() ? tr("up") : words)
                              : tr("■ %1: %2").arg(name, words.isEmpty() ? tr("down") : words);
        names += name;
        if (!provider.up)
            down += tr("%1 is down: %2").arg(name, words.isEmpty() ? tr("no reason given") : words);
        control = control || m_operations->abilities(provider.id).controls();
    }
    const QString logTrouble = m_callLogService ? visibleText(m_callLogService->trouble()) : QString();
    m_notice->setStanding((down + m_alarms + QStringList{logTrouble, m_filterProblem}).join(u' ').trimmed());
    m_health->setText(health.isEmpty() ? tr("No source is connected.") : health.join(QStringLiteral(" · ")));
    setTextColor(m_health, down.isEmpty() ? palette().color(QPalette::WindowText) : toneColor(Tone::Bad, palette()));
    setWindowTitle(names.isEmpty() ? tr("Linescope") : tr("%1 — Linescope").arg(names.join(QStringLiteral(", "))));
    m_control->setText(health.isEmpty() ? QString() : control ? tr("control: on") : tr("read-only"));

    m_recording->setText(m_recordings->text());
    setTextColor(m_recording, toneColor(Tone::Bad, palette()));
    if (m_moments->isAway())
        m_behind->setText(m_moments->recording().isEmpty() ? tr("the past") : tr("a recording"));
    else if (m_live->isPaused())
        m_behind->setText(tr("view paused, %n event(s) behind", nullptr, int(m_live->behind())));
    else if (m_live->skipped() > 0)
        m_behind->setText(tr("live, %n event(s) skipped", nullptr, int(m_live->skipped())));
    else
        m_behind->setText(tr("live"));
    refreshFaults();
}

// As long as something is made to go wrong, it is in sight.
void MainWindow::refreshFaults()
{
    QStringList sentences;
    for (const Provider &provider : m_live->world().providers()) {
        const QList<Fault> faults = m_operations->faults(provider.id);
        if (faults.isEmpty())
            continue;
        const auto lineName = [&](DriverLine line) {
            for (const Device &device : m_live->world().devices()) {
                if (device.provider == provider.id && device.driver == line && !device.removed)
                    return visibleText(device.info.name, 40);
            }
            return shortName(line);
        };
        sentences +=
            tr("Faults are injected into %1: %2.").arg(visibleText(provider.name, 60), faultSummary(faults, lineName));
    }
    m_faultBar->setText(sentences.join(u' '));
}

void MainWindow::refreshActions()
{
    const Availability availability(m_live->world(), m_shared->current(),
                                    [this](ProviderId provider) { return m_operations->abilities(provider); });
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        const QString why = availability.whyNot(ActionId(i));
        m_actions->setWhyNot(ActionId(i), why.isEmpty() ? whyNothingToTake(ActionId(i)) : why);
    }
}

// Why the view at hand has nothing for the action to take.
QString MainWindow::whyNothingToTake(ActionId id) const
{
    const View *view = currentView();
    switch (id) {
    case ActionId::ClearFilter:
        return m_filter->text().isEmpty() ? tr("The filter is empty.") : QString();
    case ActionId::ClearFaults:
        return m_faultBar->text().isEmpty() ? tr("No faults are injected.") : QString();
    case ActionId::Copy:
        return view->hasTable() && view->rowCount(Rows::All) > 0 ? QString() : tr("There are no rows.");
    case ActionId::Export:
    case ActionId::Print:
        return view->hasTable() || view->picture() ? QString() : tr("This view has nothing to export yet.");
    case ActionId::CopyPicture:
        return view->picture() ? QString() : tr("This view is no picture.");
    case ActionId::CopyCallText:
    case ActionId::CopyCallJson:
        return m_call->call().isNull() ? tr("Select a handle first.") : QString();
    case ActionId::LookBack:
        return m_moments->isAway() ? tr("You look at the past already.") : QString();
    case ActionId::BackToLive:
        return m_moments->isAway() ? QString() : tr("The views show what is true now.");
    case ActionId::CopyMermaid:
    case ActionId::CopyPlantUml:
        return m_ladder->whyNothingToCopy();
    default:
        return {};
    }
}

void MainWindow::setPaused(bool paused)
{
    m_live->setPaused(paused);
    refreshStatus();
}

} // namespace Linescope
