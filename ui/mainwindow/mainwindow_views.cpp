// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MainWindow's views: which there are, and how they follow each other.
#include "mainwindow/mainwindow.h"

#include "calllog/calllogservice.h"
#include "dialogs/auditdialog.h"
#include "guide/commandpalette.h"
#include "guide/guide.h"
#include "mainwindow/moments.h"
#include "mainwindow/operations.h"
#include "mainwindow/pages.h"
#include "models/liveworld.h"
#include "panels/checks/findingspanel.h"
#include "panels/checks/leakspanel.h"
#include "panels/console/consolepanel.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/diagrams/memorypanel.h"
#include "panels/diagrams/statemappanel.h"
#include "panels/diagrams/timelinepanel.h"
#include "panels/figures/keyfigurespanel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/mappingpanel.h"
#include "panels/tables/calllogpanel.h"
#include "panels/tables/callspanel.h"
#include "panels/tables/flasher.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "panels/tables/messagespanel.h"
#include "server/engine.h"
#include "support/settings/savedviews.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QStatusBar>
#include <QTreeView>

namespace Linescope {

void MainWindow::makePages()
{
    m_pages->add(m_handles, QStringLiteral("handles"), tr("Handles"));
    m_pages->add(m_calls, QStringLiteral("calls"), tr("Calls"));
    m_pages->add(m_timeline, QStringLiteral("timeline"), tr("Timeline"));
    m_pages->add(m_stateMap, QStringLiteral("statemap"), tr("State map"));
    m_pages->add(m_ladder, QStringLiteral("ladder"), tr("Ladder"));
    m_pages->add(m_memory, QStringLiteral("memory"), tr("Memory"));
    m_pages->add(m_findings, QStringLiteral("findings"), tr("Findings"));
    m_pages->add(m_leaks, QStringLiteral("leaks"), tr("Leaks"));
    m_pages->add(m_console, QStringLiteral("console"), tr("Console"));
    m_pages->add(m_callLog, QStringLiteral("calllog"), tr("Call log"));
}

void MainWindow::connectViews()
{
    connect(m_handles, &HandlesPanel::currentChanged, m_shared, [this](HCall handle) {
        Selection chosen;
        chosen.handle = handle;
        if (const Ghost *ghost = m_handles->model()->ghost(handle))
            chosen.call = ghost->call.id;
        m_shared->set(chosen);
    });
    connect(m_lines, &LinesPanel::currentChanged, m_shared, &SharedSelection::set);
    connect(m_shared, &SharedSelection::changed, this, &MainWindow::followSelection);
    connect(m_lines, &LinesPanel::activated, this, &MainWindow::filterBy);
    connect(m_stateMap, &StateMapPanel::filterWanted, this, &MainWindow::filterBy);
    connect(m_handles, &HandlesPanel::activated, m_actions->at(ActionId::ViewInfo), &QAction::trigger);
    connect(m_calls, &CallsPanel::handleActivated, m_actions->at(ActionId::ViewInfo), &QAction::trigger);
    connect(m_timeline, &TimelinePanel::handleActivated, m_actions->at(ActionId::ViewInfo), &QAction::trigger);
    connect(m_handles, &HandlesPanel::contextMenuWanted, this, &MainWindow::showHandleMenu);
    connect(m_calls, &CallsPanel::contextMenuWanted, this, &MainWindow::showHandleMenu);
    connect(m_ladder, &LadderPanel::messageWanted, this, &MainWindow::showMessage);
    connectFindings();
    connect(m_console, &ConsolePanel::newAppWanted, m_actions->at(ActionId::NewApp), &QAction::trigger);
    connect(m_console, &ConsolePanel::endAppWanted, this,
            [this](HLineApp app) { m_operations->removeApp(app, false); });
    connect(m_console, &ConsolePanel::failed, this, &MainWindow::tellFailure);
    connect(m_console, &ConsolePanel::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(visibleText(sentence), 5000); });
    connect(m_memory, &MemoryPanel::filterWanted, this, &MainWindow::filterBy);
    connect(m_callLog, &CallLogPanel::settingsWanted, this, &MainWindow::settingsRequested);
    connect(m_callLog, &CallLogPanel::failed, this, &MainWindow::tellFailure);
    connect(m_callLog, &CallLogPanel::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(visibleText(sentence), 5000); });
    connect(m_figures, &KeyFiguresPanel::filterWanted, this, &MainWindow::filterBy);
    connect(m_figures, &KeyFiguresPanel::viewWanted, this, &MainWindow::showFigure);
    connect(m_call, &CallPanel::chosen, m_shared, &SharedSelection::set);
    m_call->setAbilities([this](ProviderId provider) { return m_operations->abilities(provider); });
    connect(m_handles, &HandlesPanel::filterWanted, m_filter, &FilterLine::setFilter);
    connect(m_filter, &FilterLine::filterChanged, this, &MainWindow::filterChanged);
    connect(m_filter, &FilterLine::problemChanged, this, &MainWindow::filterProblem);
    connect(m_filter, &FilterLine::historyChanged, this,
            [this] { m_settings->setValue(QStringLiteral("view/filterHistory"), m_filter->history()); });
    m_handles->setSavedViews(m_savedViews);
    connect(m_pages, &Pages::pageChanged, this, &MainWindow::refreshActions);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::refreshActions);
    m_shared->setWorld([this]() -> const World & { return m_live->world(); });
    connect(m_lines, &LinesPanel::contextMenuWanted, this, &MainWindow::showLineMenu);
    const auto views = findChildren<View *>();
    for (View *view : views) {
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &position) { showViewMenu(view, view->mapToGlobal(position)); });
    }
}

void MainWindow::showMessage(quint64 event)
{
    showView(QStringLiteral("messages"));
    m_messages->showMessage(event);
}

// A recording's calls and lines have the numbers of others.
void MainWindow::connectMapping(Engine *engine)
{
    m_mapping->setAsk([this, engine](const MappingPanel::Subject &subject, const MappingPanel::Tell &tell) {
        if (m_moments->recording().isEmpty())
            engine->askProvenance(subject, tell);
        else
            tell({});
    });
    connect(m_moments, &Moments::changed, this, [this, shown = QString()]() mutable {
        if (std::exchange(shown, m_moments->recording()) != shown)
            m_mapping->showSubject();
    });
    connect(m_mapping, &MappingPanel::rulesWanted, this,
            [this] { m_guide->showHelpPage(QStringLiteral("asterisk-mapping")); });
}

// What has been found is seen on the tab, whatever page is shown.
void MainWindow::connectFindings()
{
    const QString key = QStringLiteral("checks/muted");
    MutedRules muted;
    const QVariantMap kept = m_settings->value(key).toMap();
    for (auto it = kept.begin(); it != kept.end(); ++it)
        muted.insert(it.key(), it.value().toString());
    m_findings->setMuted(muted);
    connect(m_findings, &FindingsPanel::mutedChanged, this, [this, key](const MutedRules &rules) {
        QVariantMap values;
        for (auto it = rules.begin(); it != rules.end(); ++it)
            values.insert(it.key(), it.value());
        m_settings->setValue(key, values.isEmpty() ? QVariant() : QVariant(values));
    });
    connect(m_findings, &FindingsPanel::messageWanted, this, &MainWindow::showMessage);
    connect(m_findings, &FindingsPanel::momentWanted, this, [this](quint64 event) { m_moments->showEvent(event); });
    connect(m_findings, &FindingsPanel::summaryChanged, this, &MainWindow::scheduleRefresh);
}

void MainWindow::setCallLog(CallLogService *service)
{
    m_callLogService = service;
    m_callLog->setService(service);
    if (service)
        connect(service, &CallLogService::statusChanged, this, &MainWindow::scheduleRefresh);
}

void MainWindow::setAuditFile(const QString &file)
{
    m_auditFile = file;
    m_actions->setWhyNot(ActionId::ShowAuditLog, file.isEmpty() ? tr("Nothing is written down here.") : QString());
}

// Beside the window, which goes on meanwhile.
void MainWindow::showAuditLog()
{
    if (!m_auditDialog) {
        m_auditDialog = new AuditDialog(m_auditFile, m_live, this);
        m_auditDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_auditDialog->show();
    m_auditDialog->raise();
    m_auditDialog->activateWindow();
}

// In the table, where a filter has an effect that can be seen.
void MainWindow::filterBy(const QString &filter)
{
    m_pages->setCurrentWidget(m_handles);
    m_filter->setFilter(filter);
}

void MainWindow::filterChanged(const QString &filter)
{
    m_handles->setFilter(filter);
    m_calls->setFilter(filter);
    m_figures->setCurrentFilter(filter);
    m_settings->setFilter(filter);
    refresh();
}

void MainWindow::filterProblem(const QString &problem)
{
    m_filterProblem = problem;
    refresh();
}

// Figures that are no rows of the table.
void MainWindow::showFigure(KeyFigure figure)
{
    showView(figure == KeyFigure::Lines          ? QStringLiteral("lines")
                 : figure == KeyFigure::Findings ? QStringLiteral("findings")
                                                 : QStringLiteral("messages"));
    if (figure == KeyFigure::Lines)
        m_lines->view()->setFocus();
}

void MainWindow::showView(const QString &name)
{
    if (m_pages->raise(name))
        return;
    for (auto *dock : findChildren<QDockWidget *>()) {
        if (dock->objectName() == name || dock->widget()->objectName() == name) {
            dock->show();
            dock->raise();
        }
    }
}

void MainWindow::goTo(const QString &name)
{
    showView(name);
    if (m_pages->currentName() == name)
        m_pages->currentWidget()->setFocus();
}

View *MainWindow::currentView() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget && widget != this; widget = widget->parentWidget()) {
        if (auto *view = qobject_cast<View *>(widget))
            return view;
    }
    return m_pages->current();
}

// Saved views can be found like actions.
QList<PaletteEntry> MainWindow::savedViewEntries()
{
    QList<PaletteEntry> entries;
    for (const SavedView &view : SavedViews::builtIn() + m_savedViews->own()) {
        PaletteEntry entry;
        entry.id = QStringLiteral("view/") + view.name;
        entry.text = view.name;
        entry.category = tr("Saved views");
        entry.trigger = [this, view] {
            m_pages->setCurrentWidget(m_handles);
            m_handles->show(view);
        };
        entries += entry;
    }
    return entries;
}

void MainWindow::followSettings()
{
    const auto showGhosts = [this](int seconds) {
        const Microseconds time = Microseconds(seconds) * 1_s;
        m_handles->setGhostTime(time);
        m_calls->setGhostTime(time);
    };
    const auto flash = [this](bool on) {
        m_handles->setFlashing(on);
        m_calls->setFlashing(on);
    };
    connect(m_settings, &Settings::ghostSecondsChanged, this, showGhosts);
    connect(m_settings, &Settings::flashChanged, this, flash);
    showGhosts(m_settings->ghostSeconds());
    flash(m_settings->flash());
    m_guide->palette()->addSource([this] { return savedViewEntries(); });
    connect(m_guide, &Guide::maskingWanted, this, [this](bool masked) {
        m_presenting = masked;
        updateMasking();
    });
    connect(m_settings, &Settings::maskingChanged, this, &MainWindow::updateMasking);
    connect(m_settings, &Settings::formatsChanged, this, [this] {
        const auto tables = findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *table : tables) // asks its model when it is painted
            table->viewport()->update();
        scheduleRefresh();
    });
    connect(m_settings, &Settings::troubled, this, &MainWindow::tellFailure);
    m_settings->sync(); // tells what is wrong from the beginning
}

// In front of an audience names and numbers are masked, whatever the settings say.
void MainWindow::updateMasking()
{
    const MaskingChoice always{MaskingMode::Mask, true};
    const MaskingChoice chosen = m_settings->preferences().masking;
    m_live->setMasking(m_presenting && chosen.mode == MaskingMode::Off ? always : chosen);
    statusBar()->clearMessage(); // it may tell a number that was dialled
}

// Every view shows the same choice.
void MainWindow::followSelection(const Selection &selection)
{
    if (!selection.handle.isNull()) {
        if (m_handles->current() != selection.handle)
            m_handles->select(selection.handle);
    }
    m_call->follow(selection.isEmpty() ? selection : completed(selection, m_live->world()));
    m_mapping->follow(selection);
    refresh();
}

} // namespace Linescope
