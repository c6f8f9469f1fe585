// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MainWindow's menus and toolbar.
#include "mainwindow/mainwindow.h"

#include "panels/handlespanel.h"
#include "panels/keyfigurespanel.h"
#include "support/text.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace Linescope {

namespace {

constexpr int filterDelay = 300; // ms after the last key

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
         {ActionId::Connect, ActionId::StartSimulator, ActionId::Disconnect, Separator, ActionId::ExportCsv,
          ActionId::ExportRawCsv, Separator, ActionId::Quit});
    m_viewMenu = menu(tr("&View"), {ActionId::Pause, Separator, ActionId::Find, ActionId::ClearFilter, ActionId::Copy});
    makeViewMenu();
    menu(tr("&Line"), {ActionId::OpenLine, ActionId::CloseLine, Separator, ActionId::DeallocateIdleOfLine});
    makeCallMenu(menu(tr("&Call"),
                      {ActionId::MakeCall, Separator, ActionId::Accept, ActionId::Answer, ActionId::Hold,
                       ActionId::Unhold, ActionId::SwapHold, ActionId::Drop, Separator}));
    menu(tr("&App"),
         {ActionId::NewApp, Separator, ActionId::DeallocateIdleOfApp, Separator, ActionId::EndApp, ActionId::CrashApp});
    menu(tr("Si&mulator"),
         {ActionId::NewCall, ActionId::RemoteAnswer, ActionId::RemoteHangUp, Separator, ActionId::ForceClose,
          ActionId::InService, ActionId::OutOfService, Separator, ActionId::AddLine, ActionId::RemoveLine, Separator,
          ActionId::Automatic, ActionId::ProviderDies});
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
    fill(menu, *m_actions, {ActionId::ViewInfo, ActionId::Deallocate, ActionId::DeallocateIdle});
}

void MainWindow::makeViewMenu()
{
    m_viewMenu->addSeparator();
    for (auto *dock : findChildren<QDockWidget *>())
        m_viewMenu->addAction(dock->toggleViewAction());
    auto *columns = m_viewMenu->addMenu(tr("C&olumns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        m_handles->fillColumnMenu(columns);
    });
    m_viewMenu->addSeparator();
    addChoiceMenu(m_viewMenu, tr("&Colours"),
                  {{tr("As the &system"), colorSchemeName(ColorScheme::System)},
                   {tr("&Light"), colorSchemeName(ColorScheme::Light)},
                   {tr("&Dark"), colorSchemeName(ColorScheme::Dark)}},
                  colorSchemeName(m_settings->colorScheme()), [this](const QString &value) {
                      m_settings->setColorScheme(colorSchemeFromString(value));
                      applyColorScheme(m_settings->colorScheme());
                  });
    addChoiceMenu(m_viewMenu, tr("&Language"),
                  {{tr("As the &system"), {}},
                   {QStringLiteral("&English"), QStringLiteral("en")},
                   {QStringLiteral("&Français"), QStringLiteral("fr")}},
                  m_settings->language(), [this](const QString &value) { m_settings->setLanguage(value); });
    addChoiceMenu(m_viewMenu, tr("&Void handles stay"),
                  {{tr("&not at all"), QStringLiteral("0")},
                   {tr("&5 seconds"), QStringLiteral("5")},
                   {tr("&30 seconds"), QStringLiteral("30")},
                   {tr("5 &minutes"), QStringLiteral("300")}},
                  QString::number(m_settings->ghostSeconds()), [this](const QString &value) {
                      m_settings->setGhostSeconds(value.toInt());
                      m_handles->setGhostTime(Microseconds(m_settings->ghostSeconds()) * 1'000'000);
                  });
}

void MainWindow::addChoiceMenu(QMenu *parent, const QString &title, const QList<std::pair<QString, QString>> &choices,
                               const QString &current, const std::function<void(const QString &)> &chosen)
{
    auto *menu = parent->addMenu(title);
    auto *group = new QActionGroup(menu);
    for (const auto &[text, value] : choices) {
        auto *action = group->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == current);
        action->setData(value);
        menu->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [chosen](const QAction *action) { chosen(action->data().toString()); });
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Tools"));
    m_tools = bar;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->setMovable(false);
    fill(bar, *m_actions,
         {ActionId::Connect, ActionId::Pause, Separator, ActionId::CloseLine, ActionId::Deallocate,
          ActionId::DeallocateIdle, Separator, ActionId::MakeCall, ActionId::Answer, ActionId::Hold, ActionId::Drop});

    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter: state:idle app:crm caller:+33…"));
    m_filter->setAccessibleName(tr("Filter handles"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(150);
    m_filter->setMaxLength(1000);
    setPlainToolTip(m_filter,
                    tr("Words that a row must contain. state:, app:, line:, call:, handle:, caller:, called: and "
                       "privilege: look in one column; retained and live keep a kind; -word leaves out."));
    m_filter->setMaximumWidth(460);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addWidget(m_filter);

    addToolBarBreak();
    auto *figures = addToolBar(tr("Key figures"));
    figures->setObjectName(QStringLiteral("figures"));
    figures->setMovable(false);
    figures->addWidget(m_figures);

    m_filterDelay.setSingleShot(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterDelay.start(filterDelay); });
    connect(m_filter, &QLineEdit::returnPressed, this, &MainWindow::applyFilter);
    connect(&m_filterDelay, &QTimer::timeout, this, &MainWindow::applyFilter);
}

QMenu *MainWindow::createPopupMenu() { return nullptr; } // the toolbar stays; docks are in the View menu

void MainWindow::showHandleMenu(const QPoint &position)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    fill(&menu, *m_actions,
         {ActionId::ViewInfo, ActionId::Deallocate, Separator, ActionId::Accept, ActionId::Answer, ActionId::Hold,
          ActionId::Unhold, ActionId::Drop, Separator, ActionId::DeallocateIdleOfApp, ActionId::DeallocateIdleOfLine,
          ActionId::CloseLine, Separator, ActionId::RemoteAnswer, ActionId::RemoteHangUp, ActionId::ForceClose,
          Separator, ActionId::Copy});
    menu.exec(position);
}

void MainWindow::showLineMenu(const QPoint &position)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    fill(&menu, *m_actions,
         {ActionId::OpenLine, ActionId::CloseLine, ActionId::MakeCall, Separator, ActionId::DeallocateIdleOfLine,
          ActionId::DeallocateIdleOfApp, Separator, ActionId::NewCall, ActionId::ForceClose, ActionId::InService,
          ActionId::OutOfService, ActionId::AddLine, ActionId::RemoveLine, Separator, ActionId::EndApp,
          ActionId::CrashApp, Separator, ActionId::Disconnect});
    menu.exec(position);
}

} // namespace Linescope
