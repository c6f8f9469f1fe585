// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow's own actions do: sources, finding, copying, exporting, help.
#include "mainwindow/mainwindow.h"

#include "dialogs/reading.h"
#include "dialogs/voidpreview.h"
#include "mainwindow/operations.h"
#include "mainwindow/simulatorcommands.h"
#include "mainwindow/telephonycommands.h"
#include "models/liveworld.h"
#include "panels/handlespanel.h"
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
    const CommandContext context{m_actions, m_operations, m_live, m_shared, [this] { return m_handles->selected(); }};
    new TelephonyCommands(context, this);
    new SimulatorCommands(context, this);
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
    if (!provider)
        return;
    const QString question = tr("Disconnect %1? Its lines are removed.").arg(visibleText(provider->name));
    if (confirm(this, tr("Disconnect"), question + u'\n' + previewProviderEnd(m_live->world(), id).sentence(),
                tr("Disconnect")))
        Q_EMIT disconnectRequested(id);
}

void MainWindow::copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void MainWindow::copy()
{
    const Rows rows = m_handles->selected().isEmpty() ? Rows::All : Rows::Selected;
    copyText(toTsv(m_handles->table(rows, Qt::DisplayRole)));
}

QByteArray MainWindow::csv(CsvMode mode) const
{
    return toCsv(m_handles->table(Rows::All, HandleModel::ExportRole), mode);
}

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
