// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow's own actions do: sources, finding, copying, exporting, help.
#include "mainwindow/mainwindow.h"

#include "dialogs/connectdialog.h"
#include "dialogs/connectwizard.h"
#include "dialogs/voidwords.h"
#include "mainwindow/operations.h"
#include "mainwindow/pages.h"
#include "mainwindow/qacommands.h"
#include "mainwindow/simulatorcommands.h"
#include "mainwindow/telephonycommands.h"
#include "models/liveworld.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/mappingpanel.h"
#include "panels/noticebar.h"
#include "panels/tables/handlespanel.h"
#include "support/export/csv.h"
#include "support/export/exporter.h"
#include "support/text.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Linescope {

template<class Act>
void MainWindow::on(ActionId id, Act act)
{
    connect(m_actions->at(id), &QAction::triggered, this, act);
}

void MainWindow::connectActions()
{
    on(ActionId::Connect, &MainWindow::connectSource);
    on(ActionId::ConnectStepByStep, &MainWindow::connectStepByStep);
    on(ActionId::StartSimulator, &MainWindow::simulatorRequested);
    on(ActionId::Disconnect, &MainWindow::disconnectSource);
    connect(m_actions->at(ActionId::Pause), &QAction::toggled, this, &MainWindow::setPaused);
    on(ActionId::Quit, &QWidget::close);
    on(ActionId::Find, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    on(ActionId::ClearFilter, [this] { m_filter->setFilter({}); });
    on(ActionId::Copy, &MainWindow::copy);
    on(ActionId::Export, [this] {
        View *exported = currentView();
        exported->fetchRows(Rows::All, [this, exported] { m_exporter->exportView(exported, this); });
    });
    on(ActionId::Print, [this] {
        View *printed = currentView();
        printed->fetchRows(Rows::All, [this, printed] { m_exporter->printView(printed, this); });
    });
    on(ActionId::CopyPicture, [this] { m_exporter->copyPicture(currentView()); });
    on(ActionId::CopyCallText, [this] { m_call->copyText(); });
    on(ActionId::CopyCallJson, [this] { m_call->copyJson(); });
    on(ActionId::ShowAuditLog, &MainWindow::showAuditLog);
    on(ActionId::ExplainCall, [this] {
        m_mapping->follow(m_shared->current()); // of a call that has gone too: what was told of it last
        showView(QStringLiteral("mapping"));
        m_mapping->setFocus();
    });
    on(ActionId::Settings, &MainWindow::settingsRequested);
    const CommandContext context{m_actions, m_operations, m_live,
                                 m_shared,  m_settings,   [this] { return m_pages->current()->selectedHandles(); }};
    new TelephonyCommands(context, this);
    new SimulatorCommands(context, this);
    m_qa = new QaCommands(
        context, [this] { return currentView(); }, this);
}

void MainWindow::connectViewActions()
{
    const std::pair<ActionId, const char *> pages[] = {
        {ActionId::ShowHandles, "handles"},   {ActionId::ShowCalls, "calls"},   {ActionId::ShowTimeline, "timeline"},
        {ActionId::ShowStateMap, "statemap"}, {ActionId::ShowLadder, "ladder"}, {ActionId::ShowMemory, "memory"},
        {ActionId::ShowFindings, "findings"}, {ActionId::ShowLeaks, "leaks"},   {ActionId::ShowConsole, "console"},
        {ActionId::ShowCallLog, "calllog"}};
    for (const auto &[id, name] : pages)
        on(id, [this, page = QString::fromLatin1(name)] { goTo(page); });
    on(ActionId::CopyMermaid, [this] { m_ladder->copyMermaid(); });
    on(ActionId::CopyPlantUml, [this] { m_ladder->copyPlantUml(); });
    on(ActionId::SaveView, [this] { m_handles->saveCurrentView(); });
    on(ActionId::ManageViews, [this] { m_handles->manageViews(); });
    on(ActionId::ResetLayout, [this] { m_settings->resetLayout(); });
}

void MainWindow::tellFailure(const QString &sentence) { m_notice->tell(sentence); }

void MainWindow::connectSource()
{
    ConnectDialog dialog(m_settings->connections(), m_checkAddress, this);
    dialog.setTry(m_tryConnection);
    dialog.setProfiles(m_settings->profiles());
    connect(&dialog, &ConnectDialog::profilesChanged, m_settings, &Settings::setProfiles);
    if (dialog.exec() == QDialog::Accepted)
        connectTo(dialog.request());
}

void MainWindow::connectStepByStep()
{
    ConnectWizard wizard(m_checkAddress, m_tryConnection, this);
    if (wizard.exec() != QDialog::Accepted)
        return;
    const ConnectionRequest request = wizard.request();
    if (const QString name = wizard.profileName(); !name.isEmpty())
        m_settings->addProfile({name, request.url});
    connectTo(request);
}

void MainWindow::connectTo(const ConnectionRequest &request)
{
    m_settings->addConnection(request.url);
    Q_EMIT connectRequested(request);
}

void MainWindow::disconnectSource()
{
    const ProviderId id = selection().provider;
    const Provider *provider = m_live->world().provider(id);
    if (!provider)
        return;
    const QString question = tr("Disconnect %1? Its lines are removed.").arg(visibleText(provider->name));
    if (!m_settings->confirm(Destructive::Disconnect)
        || confirm(this, tr("Disconnect"), question + u'\n' + voidSentence(previewProviderEnd(m_live->world(), id)),
                   tr("Disconnect")))
        Q_EMIT disconnectRequested(id);
}

void MainWindow::copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void MainWindow::copy()
{
    View *view = currentView();
    const Rows rows = view->rowCount(Rows::Selected) == 0 ? Rows::All : Rows::Selected;
    view->fetchRows(rows, [this, view, rows] { copyText(toTsv(view->table(rows, Qt::DisplayRole))); });
}

} // namespace Linescope
