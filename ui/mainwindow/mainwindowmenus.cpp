// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MainWindow's menus and toolbar.
#include "mainwindow/mainwindow.h"

#include "mainwindow/pages.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/figures/keyfigurespanel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/tables/handlespanel.h"
#include "support/text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace Linescope {

namespace {

void fill(QWidget *target, const Actions &actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids) {
        if (id != ActionId::Count) {
            target->addAction(actions.at(id));
            continue;
        }
        auto *line = new QAction(target);
        line->setSeparator(true);
        target->addAction(line);
    }
}

constexpr ActionId Separator = ActionId::Count;

} // namespace

void MainWindow::makeMenus()
{
    menuBar()->setNativeMenuBar(false);
    const auto menu = [this](const QString &title, std::initializer_list<ActionId> ids) {
        auto *menu = menuBar()->addMenu(title);
        menu->setToolTipsVisible(true);
        fill(menu, *m_actions, ids);
        return menu;
    };
    menu(tr("&Source"),
         {ActionId::Connect, ActionId::ConnectStepByStep, ActionId::StartSimulator, ActionId::Disconnect, Separator,
          ActionId::Export, ActionId::Print, ActionId::CopyPicture, Separator, ActionId::CompareSources,
          ActionId::TestReport, ActionId::ShowAuditLog, Separator, ActionId::Settings, Separator, ActionId::Quit});
    m_viewMenu = menu(tr("&View"),
                      {ActionId::Pause, Separator, ActionId::ShowHandles, ActionId::ShowCalls, ActionId::ShowTimeline,
                       ActionId::ShowStateMap, ActionId::ShowLadder, ActionId::ShowMemory, ActionId::ShowFindings,
                       ActionId::ShowLeaks, ActionId::ShowConsole, ActionId::ShowCallLog});
    makeViewMenu();
    menu(tr("Record&ings"),
         {ActionId::Record, ActionId::OpenRecording, Separator, ActionId::LookBack, ActionId::BackToLive});
    menu(tr("&Line"), {ActionId::OpenLine, ActionId::CloseLine, Separator, ActionId::DeallocateIdleOfLine});
    makeCallMenu(menu(tr("&Call"),
                      {ActionId::MakeCall, Separator, ActionId::Accept, ActionId::Answer, ActionId::Hold,
                       ActionId::Unhold, ActionId::SwapHold, ActionId::Drop, Separator}));
    menu(tr("&App"),
         {ActionId::NewApp, Separator, ActionId::DeallocateIdleOfApp, Separator, ActionId::EndApp, ActionId::CrashApp});
    menu(tr("Si&mulator"),
         {ActionId::NewCall, ActionId::RemoteAnswer, ActionId::RemoteHangUp, Separator, ActionId::ForceClose,
          ActionId::InService, ActionId::OutOfService, Separator, ActionId::AddLine, ActionId::RemoveLine, Separator,
          ActionId::Automatic, Separator, ActionId::InjectFaults, ActionId::ClearFaults, ActionId::ProviderDies});
    menu(tr("&Help"),
         {ActionId::Help, ActionId::Tour, Separator, ActionId::CommandPalette, ActionId::Shortcuts, ActionId::Presenter,
          Separator, ActionId::About});
}

void MainWindow::makeCallMenu(QMenu *menu)
{
    const auto submenu = [&](const QString &title, std::initializer_list<ActionId> ids) {
        auto *child = menu->addMenu(title);
        child->setToolTipsVisible(true);
        fill(child, *m_actions, ids);
    };
    submenu(tr("&Transfer"),
            {ActionId::SetupTransfer, ActionId::CompleteTransfer, ActionId::CompleteAsConference, Separator,
             ActionId::BlindTransfer, ActionId::Redirect});
    submenu(tr("Co&nference"),
            {ActionId::SetupConference, ActionId::AddParty, ActionId::AddToConference, ActionId::RemoveFromConference});
    submenu(tr("&Park and pick up"), {ActionId::Park, ActionId::Unpark, ActionId::PickUp, Separator, ActionId::CampOn});
    submenu(tr("Di&gits"), {ActionId::Dial, ActionId::SendDigits, ActionId::MonitorDigits});
    submenu(tr("&Ownership"),
            {ActionId::BecomeOwner, ActionId::BecomeMonitor, ActionId::Handoff, Separator, ActionId::SecureCall});
    menu->addSeparator();
    fill(menu, *m_actions, {ActionId::ViewInfo, ActionId::ExplainCall, ActionId::Deallocate, ActionId::DeallocateIdle});
}

void MainWindow::makeViewMenu()
{
    m_viewMenu->addSeparator();
    for (auto *dock : findChildren<QDockWidget *>())
        m_viewMenu->addAction(dock->toggleViewAction());
    m_viewMenu->addSeparator();
    fill(m_viewMenu, *m_actions, {ActionId::Find, ActionId::ClearFilter, ActionId::Copy});
    auto *copies = m_viewMenu->addMenu(tr("Copy &as"));
    fill(copies, *m_actions,
         {ActionId::CopyCallText, ActionId::CopyCallJson, Separator, ActionId::CopyMermaid, ActionId::CopyPlantUml});
    const auto submenu = [this](const QString &title, void (HandlesPanel::*fillMenu)(QMenu *)) {
        auto *child = m_viewMenu->addMenu(title);
        connect(child, &QMenu::aboutToShow, this, [this, child, fillMenu] {
            child->clear();
            (m_handles->*fillMenu)(child);
        });
        // Where the effect can be seen.
        connect(child, &QMenu::triggered, this, [this] { m_pages->setCurrentWidget(m_handles); });
    };
    m_viewMenu->addSeparator();
    submenu(tr("&Group by"), &HandlesPanel::fillGroupMenu);
    submenu(tr("Sa&ved views"), &HandlesPanel::fillViewsMenu);
    submenu(tr("C&olumns"), &HandlesPanel::fillColumnMenu);
    m_viewMenu->addSeparator();
    fill(m_viewMenu, *m_actions, {ActionId::Presenter, ActionId::ResetLayout});
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Tools"));
    m_tools = bar;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setMovable(false);
    fill(bar, *m_actions,
         {ActionId::Connect, ActionId::Pause, Separator, ActionId::CloseLine, ActionId::Deallocate,
          ActionId::DeallocateIdle, Separator, ActionId::MakeCall, ActionId::Answer, ActionId::Hold, ActionId::Drop});

    m_filter = new FilterLine(m_live);
    m_filter->setProperty("helpPage", QStringLiteral("filter"));
    m_figures->setProperty("helpPage", QStringLiteral("keyfigures"));
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addWidget(m_filter);

    addToolBarBreak();
    auto *figures = addToolBar(tr("Key figures"));
    figures->setObjectName(QStringLiteral("figures"));
    figures->setMovable(false);
    figures->addWidget(m_figures);
    fitToolBar();
}

QMenu *MainWindow::createPopupMenu() { return nullptr; } // the toolbar stays; docks are in the View menu

// Shift+F10 does what the menu key does, which many keyboards lack; Qt knows that on Windows only.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    QWidget *focus = QApplication::focusWidget();
    if (event->key() != Qt::Key_F10 || event->modifiers() != Qt::ShiftModifier || !focus)
        return QMainWindow::keyPressEvent(event);
    const QPoint place = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, focus->mapToGlobal(place));
    QCoreApplication::sendEvent(focus, &asked);
}

void MainWindow::showHandleMenu(const QPoint &position)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    fill(&menu, *m_actions,
         {ActionId::ViewInfo,
          ActionId::ExplainCall,
          ActionId::Deallocate,
          Separator,
          ActionId::Accept,
          ActionId::Answer,
          ActionId::Hold,
          ActionId::Unhold,
          ActionId::Drop,
          Separator,
          ActionId::DeallocateIdleOfApp,
          ActionId::DeallocateIdleOfLine,
          ActionId::CloseLine,
          Separator,
          ActionId::RemoteAnswer,
          ActionId::RemoteHangUp,
          ActionId::ForceClose,
          Separator,
          ActionId::Copy,
          ActionId::Export,
          ActionId::Print});
    menu.exec(position);
}

// What can be taken out of a view. It becomes the current one, which these actions are about.
void MainWindow::showViewMenu(View *view, const QPoint &position)
{
    if (currentView() != view)
        view->setFocus(Qt::OtherFocusReason);
    QMenu menu;
    menu.setToolTipsVisible(true);
    if (view->hasTable())
        fill(&menu, *m_actions, {ActionId::Copy});
    if (view->picture())
        fill(&menu, *m_actions, {ActionId::CopyPicture});
    if (view == m_ladder)
        fill(&menu, *m_actions, {ActionId::CopyMermaid, ActionId::CopyPlantUml});
    if (view == m_call)
        fill(&menu, *m_actions, {ActionId::CopyCallText, ActionId::CopyCallJson});
    fill(&menu, *m_actions, {Separator, ActionId::Export, ActionId::Print});
    menu.exec(position);
}

void MainWindow::showLineMenu(const QPoint &position)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    fill(&menu, *m_actions,
         {ActionId::OpenLine, ActionId::CloseLine, ActionId::MakeCall, ActionId::ExplainCall, Separator,
          ActionId::DeallocateIdleOfLine, ActionId::DeallocateIdleOfApp, Separator, ActionId::NewCall,
          ActionId::ForceClose, ActionId::InService, ActionId::OutOfService, ActionId::AddLine, ActionId::RemoveLine,
          Separator, ActionId::EndApp, ActionId::CrashApp, Separator, ActionId::Disconnect});
    menu.exec(position);
}

} // namespace Linescope
