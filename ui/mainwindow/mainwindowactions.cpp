// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow's actions do: ask what is missing, then tell Operations.
#include "mainwindow/mainwindow.h"

#include "dialogs/closelinedialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "mainwindow/operations.h"
#include "models/liveworld.h"
#include "panels/handlespanel.h"
#include "panels/linespanel.h"
#include "support/text.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QSaveFile>
#include <QStatusBar>

namespace Linescope {

template<class Act>
void MainWindow::on(ActionId id, Act act)
{
    connect(m_actions->at(id), &QAction::triggered, this, act);
}

void MainWindow::connectActions()
{
    on(ActionId::Connect, &MainWindow::connectSource);
    on(ActionId::StartSimulator, &MainWindow::simulatorRequested);
    on(ActionId::Disconnect, &MainWindow::disconnectSource);
    connect(m_actions->at(ActionId::Pause), &QAction::toggled, this, &MainWindow::setPaused);
    on(ActionId::Quit, &QWidget::close);
    on(ActionId::OpenLine, &MainWindow::openLine);
    on(ActionId::CloseLine, &MainWindow::closeLine);
    on(ActionId::NewApp, &MainWindow::newApp);
    on(ActionId::EndApp, [this] { m_operations->removeApp(selection().app, false); });
    on(ActionId::CrashApp, [this] { m_operations->removeApp(selection().app, true); });
    on(ActionId::Find, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    on(ActionId::ClearFilter, [this] {
        m_filter->clear();
        applyFilter();
    });
    on(ActionId::Copy, &MainWindow::copy);
    on(ActionId::ExportCsv, [this] { exportCsv(CsvMode::SpreadsheetSafe); });
    on(ActionId::ExportRawCsv, [this] { exportCsv(CsvMode::Raw); });
    connectCallActions();
    connectStimuli();
}

void MainWindow::connectCallActions()
{
    on(ActionId::MakeCall, &MainWindow::makeCall);
    on(ActionId::Accept, [this] { m_operations->accept(m_shared->current().handle); });
    on(ActionId::Answer, [this] { m_operations->answer(m_shared->current().handle); });
    on(ActionId::Hold, [this] { m_operations->hold(m_shared->current().handle); });
    on(ActionId::Unhold, [this] { m_operations->unhold(m_shared->current().handle); });
    on(ActionId::Drop, &MainWindow::drop);
    on(ActionId::ViewInfo, [this] { m_operations->readCallInfo(m_shared->current().handle); });
    on(ActionId::Deallocate, &MainWindow::deallocate);
    on(ActionId::DeallocateIdle,
       [this] { deallocateIdle([](const Handle &) { return true; }, m_live->world().totals().retainedHandles); });
    on(ActionId::DeallocateIdleOfApp, [this] {
        const HLineApp id = selection().app;
        if (const App *app = m_live->world().app(id))
            deallocateIdle([this, id](const Handle &handle) { return m_live->world().appOf(handle) == id; },
                           app->retained);
    });
    on(ActionId::DeallocateIdleOfLine, [this] {
        const DeviceId id = selection().device;
        const Device *device = m_live->world().device(id);
        if (!device)
            return;
        deallocateIdle(
            [this, id](const Handle &handle) {
                const Line *line = m_live->world().line(handle.line);
                return line && line->device == id;
            },
            device->retained);
    });
}

void MainWindow::connectStimuli()
{
    const auto line = [this] {
        const Device *device = m_live->world().device(selection().device);
        return device ? device->driver : DriverLine();
    };
    const auto call = [this] {
        const Handle *handle = m_live->world().handle(m_shared->current().handle);
        const Call *call = handle ? m_live->world().call(handle->call) : nullptr;
        return call ? call->driver : DriverCall();
    };
    on(ActionId::NewCall, &MainWindow::newCall);
    on(ActionId::AddLine, &MainWindow::addLine);
    on(ActionId::RemoteAnswer, [=, this] { stimulate(Stimuli::RemoteAnswer{call()}); });
    on(ActionId::RemoteHangUp, [=, this] { stimulate(Stimuli::RemoteHangUp{call()}); });
    on(ActionId::ForceClose, [=, this] { stimulate(Stimuli::ForceLineClose{line(), tr("closed by hand")}); });
    on(ActionId::InService, [=, this] { stimulate(Stimuli::SetInService{line(), true}); });
    on(ActionId::OutOfService, [=, this] { stimulate(Stimuli::SetInService{line(), false}); });
    on(ActionId::RemoveLine, [=, this] { stimulate(Stimuli::RemoveLine{line()}); });
    on(ActionId::ProviderDies, [this] { stimulate(Stimuli::Die{tr("ended by hand")}); });
    connect(m_actions->at(ActionId::Automatic), &QAction::triggered, this,
            [this](bool on) { stimulate(Stimuli::SetAutomatic{on}); });
}

ProviderId MainWindow::simulator() const
{
    if (const ProviderId chosen = selection().provider; m_operations->abilities(chosen).stimuli)
        return chosen;
    for (const Provider &provider : m_live->world().providers()) {
        if (m_operations->abilities(provider.id).stimuli)
            return provider.id;
    }
    return {};
}

void MainWindow::stimulate(const Stimulus &stimulus) { m_operations->stimulate(simulator(), stimulus); }

void MainWindow::openLine()
{
    const Selection chosen = selection();
    OpenLineDialog dialog(m_live->world(), chosen.app, chosen.device, this);
    if (dialog.exec() == QDialog::Accepted)
        m_operations->openLine(dialog.app(), dialog.request());
}

void MainWindow::closeLine()
{
    const Selection chosen = selection();
    const World &world = m_live->world();
    const Device *device = world.device(chosen.device);
    if (!device)
        return;
    const DriverLine driver = device->driver;
    CloseLineDialog dialog(world, chosen.device, chosen.line, m_operations->abilities(device->provider).stimuli, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const CloseLineDialog::Choice choice = dialog.choice(); !choice.asProvider)
        m_operations->closeLine(choice.line);
    else
        m_operations->stimulate(chosen.provider, Stimuli::ForceLineClose{driver, tr("closed by hand")});
}

void MainWindow::makeCall()
{
    const World &world = m_live->world();
    QList<HLine> lines;
    HLine suggested = selection().line;
    world.lines().forEach([&](const Line &line) {
        const Device *device = world.device(line.device);
        if (!device || !m_operations->abilities(device->provider).addressFeatures.testFlag(AddressFeature::MakeCall))
            return;
        lines += line.id;
        if (suggested.isNull() && (line.device == selection().device || line.app == selection().app))
            suggested = line.id;
    });
    MakeCallDialog dialog(world, lines, suggested, this);
    if (dialog.exec() == QDialog::Accepted)
        m_operations->makeCall(dialog.request());
}

void MainWindow::drop()
{
    const World &world = m_live->world();
    const HCall id = m_shared->current().handle;
    const Handle *handle = world.handle(id);
    const Call *call = handle ? world.call(handle->call) : nullptr;
    if (!call)
        return;
    const bool real = !m_operations->abilities(selection().provider).stimuli;
    const QString question = tr("Hang up the call from %1 to %2?")
                                 .arg(visibleText(call->info.text(&CallInfo::callerId)),
                                      visibleText(call->info.text(&CallInfo::calledId)));
    if (!real || confirm(this, tr("Drop"), question, tr("Hang up")))
        m_operations->drop(id);
}

void MainWindow::newApp()
{
    NewAppDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted)
        m_operations->addApp(dialog.habits());
}

void MainWindow::newCall()
{
    const Device *device = m_live->world().device(selection().device);
    if (!device)
        return;
    const DriverLine driver = device->driver;
    const ProviderId provider = device->provider;
    IncomingCallDialog dialog(device->info.name, this);
    if (dialog.exec() == QDialog::Accepted)
        m_operations->stimulate(provider, Stimuli::NewIncomingCall{driver, dialog.number(), dialog.name()});
}

void MainWindow::addLine()
{
    const QString suggestion = tr("Line %1").arg(m_live->world().devices().size() + 1);
    NameDialog dialog(tr("Add line"), tr("&Name:"), tr("Add"), suggestion, this);
    if (dialog.exec() == QDialog::Accepted)
        stimulate(Stimuli::AddLine{dialog.text()});
}

void MainWindow::connectSource()
{
    ConnectDialog dialog(m_settings->connections(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ConnectionRequest request = dialog.request();
    m_settings->addConnection(request.url);
    Q_EMIT connectRequested(request);
}

void MainWindow::disconnectSource()
{
    const ProviderId id = selection().provider;
    const Provider *provider = m_live->world().provider(id);
    if (provider
        && confirm(this, tr("Disconnect"),
                   tr("Disconnect %1? Its lines are removed, and every handle on them becomes void.")
                       .arg(visibleText(provider->name)),
                   tr("Disconnect")))
        Q_EMIT disconnectRequested(id);
}

void MainWindow::deallocate()
{
    const QList<HCall> chosen = m_handles->selected();
    m_operations->deallocate(chosen.contains(m_shared->current().handle) ? chosen
                                                                         : QList<HCall>{m_shared->current().handle});
}

void MainWindow::deallocateIdle(const std::function<bool(const Handle &)> &wanted, quint32 count)
{
    const QString question = tr("Deallocate %n retained handle(s)? Their applications can no longer read the calls.",
                                nullptr, int(count));
    if (confirm(this, tr("Deallocate idle handles"), question, tr("Deallocate")))
        m_operations->deallocateIdle(wanted);
}

void MainWindow::showCallInfo(HCall handle, const CallInfo &info)
{
    const Handle *record = m_live->world().handle(handle);
    const Call *call = record ? m_live->world().call(record->call) : nullptr;
    const QString headline = call && call->isIdle()
        ? tr("The call is over, but its record can be read until the handle is deallocated or its line closes (H-7).")
        : tr("The record of the call as lineGetCallInfo gives it to the holder of the handle.");
    CallInfoDialog dialog(tr("Call information of %1").arg(shortName(handle)), headline, info, this);
    dialog.exec();
}

void MainWindow::copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void MainWindow::copy() { copyText(toTsv(m_handles->table(!m_handles->selected().isEmpty(), Qt::DisplayRole))); }

QByteArray MainWindow::csv(CsvMode mode) const { return toCsv(m_handles->table(false, HandleModel::ExportRole), mode); }

void MainWindow::exportCsv(CsvMode mode)
{
    const QString name = QFileDialog::getSaveFileName(this, tr("Export handles"), QStringLiteral("handles.csv"),
                                                      tr("CSV files (*.csv)"));
    if (name.isEmpty())
        return;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv(mode)) < 0 || !file.commit())
        tellFailure(tr("%1 could not be written: %2.").arg(name, file.errorString()));
    else
        statusBar()->showMessage(tr("The rows are in %1.").arg(visibleText(name)), 5000);
}

} // namespace Linescope
