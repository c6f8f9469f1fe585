// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/qacommands.h"

#include "checks/rules.h"
#include "dialogs/reportdialog.h"
#include "panels/view.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPointer>
#include <QSysInfo>

namespace Linescope {

namespace {

QByteArray pngOf(const Picture &picture)
{
    constexpr int largest = 4000; // pixels
    const QSize size = picture.pictureSize().toSize().boundedTo({largest, largest});
    if (size.isEmpty())
        return {};
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    picture.paintOnPaper(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

QaCommands::QaCommands(CommandContext context, std::function<View *()> view, QWidget *window)
    : WindowCommands(std::move(context), window)
    , m_view(std::move(view))
{
    on(ActionId::CompareSources, [this] { compare(); });
    on(ActionId::TestReport, [this] { writeReport(); });
}

void QaCommands::compare()
{
    CompareDialog dialog(m_makeProvider, window());
    dialog.exec();
}

TestReport QaCommands::reportOf(const EventBatch &journal) const
{
    TestReport report;
    report.title = tr("Test report");
    report.environment.time = QDateTime::currentDateTime();
    report.environment.version = QCoreApplication::applicationVersion();
    report.environment.qt = QString::fromLatin1(qVersion());
    report.environment.system = QSysInfo::prettyProductName() + QLatin1Char(' ') + QSysInfo::currentCpuArchitecture();
    if (m_sources)
        report.environment.source = m_sources().join(QStringLiteral(", "));
    QStringList providers;
    ProviderAbilities abilities;
    for (const Provider &provider : world().providers()) {
        providers.append(provider.name);
        const ProviderAbilities each = operations()->abilities(provider.id);
        abilities.callFeatures |= each.callFeatures;
        abilities.callFeatures2 |= each.callFeatures2;
        abilities.addressFeatures |= each.addressFeatures;
        abilities.appSpecific = abilities.appSpecific || each.appSpecific;
        abilities.mediaMode = abilities.mediaMode || each.mediaMode;
    }
    report.environment.provider = providers.join(QStringLiteral(", "));
    if (providers.isEmpty())
        return report;
    report.findings = findingGroups(journal, [](const QString &rule) {
        const Rule *known = findRule(rule);
        return known ? known->explanation() : QString();
    });
    report.capabilities = capabilities(journal, abilities);
    if (View *view = m_view(); view && view->picture())
        report.pictures.append({view->picture()->pictureName(), pngOf(*view->picture())});
    return report;
}

// What is on screen is masked, and so is what leaves it.
void QaCommands::writeReport()
{
    operations()->readJournal([self = QPointer(this)](const EventBatch &journal) {
        if (!self)
            return;
        const Masker &masker = self->context().live->masker();
        ReportDialog dialog(self->reportOf(masker.isOff() ? journal : masker.masked(journal)), self->window());
        dialog.exec();
    });
}

} // namespace Linescope
