// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConsolePanel: the session becomes a scenario file.

#include "panels/console/consolepanel.h"

#include "mainwindow/operations.h"
#include "models/liveworld.h"
#include "scenario/scenariowriter.h"

#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>

namespace Linescope {

void ConsolePanel::saveScenario()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as scenario"),
                                                      QStringLiteral("session.scenario.json"),
                                                      tr("Scenarios (*.scenario.json);;All files (*)"));
    if (!path.isEmpty())
        saveScenarioTo(path);
}

void ConsolePanel::saveScenarioTo(const QString &path)
{
    Scenarios::WriteOptions options;
    options.title = tr("A session at the test console");
    options.options = m_operations->options();
    for (const Provider &provider : m_live->world().providers()) // one of them: a scenario has one provider
        options.abilities = m_operations->abilities(provider.id);
    const QPointer<ConsolePanel> self(this);
    m_operations->readJournal([self, path, options](const EventBatch &journal) {
        if (!self)
            return;
        const Masker &masker = self->m_live->masker(); // what is on screen is masked, and so is what leaves it
        const auto written = Scenarios::writeScenario(masker.isOff() ? journal : masker.masked(journal), options);
        if (written.isEmpty()) {
            Q_EMIT self->failed(written.notes.join(QLatin1Char(' ')));
            return;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(written.toText()) < 0 || !file.commit()) {
            Q_EMIT self->failed(tr("%1 cannot be written: %2").arg(path, file.errorString()));
            return;
        }
        Q_EMIT self->done(tr("The scenario is in %1.").arg(path));
        if (!written.notes.isEmpty())
            Q_EMIT self->failed(
                tr("Not all of the session could be written. %1").arg(written.notes.join(QLatin1Char(' '))));
        Q_EMIT self->scenarioSaved(path, written.notes);
    });
}

} // namespace Linescope
