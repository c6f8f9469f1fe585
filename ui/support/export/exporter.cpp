// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/exporter.h"

#include "models/liveworld.h"
#include "support/export/savefile.h"
#include "support/export/tableprinter.h"
#include "support/text.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace Linescope {

namespace {

ExportFormat formatOf(const QString &fileName, const QList<ExportFormat> &possible, ExportFormat chosen)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const auto found = std::find_if(possible.begin(), possible.end(),
                                    [&](ExportFormat format) { return formatSuffix(format) == suffix; });
    return found == possible.end() ? chosen : *found;
}

QString baseName(const View *view)
{
    if (view->picture())
        return view->picture()->pictureName();
    return view->objectName().isEmpty() ? QStringLiteral("table") : view->objectName();
}

QByteArray pdfOf(const Table &table, const QString &caption)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(caption);
    writer.setPageOrientation(QPageLayout::Landscape);
    return TablePrinter(table, caption).print(&writer) ? buffer.data() : QByteArray();
}

} // namespace

Exporter::Exporter(const LiveWorld *live, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
{
}

QList<ExportFormat> Exporter::formatsOf(const View *view)
{
    QList<ExportFormat> formats;
    if (!view)
        return formats;
    if (view->hasTable())
        formats << ExportFormat::Csv << ExportFormat::Json;
    if (view->picture())
        formats << ExportFormat::Svg << ExportFormat::Png;
    if (!formats.isEmpty())
        formats << ExportFormat::Pdf;
    return formats;
}

PictureFacts Exporter::factsOf(const View *view) const
{
    PictureFacts facts;
    facts.title = view->windowTitle().isEmpty() ? view->accessibleName() : view->windowTitle();
    if (facts.title.isEmpty())
        facts.title = baseName(view);
    QStringList sources;
    for (const Provider &provider : m_live->world().providers())
        sources += visibleText(provider.name, 60);
    facts.source = sources.join(QStringLiteral(", "));
    facts.time = QDateTime::fromMSecsSinceEpoch(m_clock->now() / 1000);
    return facts;
}

void Exporter::exportView(const View *view, QWidget *parent)
{
    const QList<ExportFormat> formats = formatsOf(view);
    if (formats.isEmpty())
        return Q_EMIT failed(tr("There is nothing to export here."));
    ExportDialog dialog(formats, view->rowCount(Rows::All), view->rowCount(Rows::Selected), m_last, parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_last = dialog.choice();
    const QString name = askFileName(view, m_last.format, parent);
    if (name.isEmpty())
        return;
    m_folder = QFileInfo(name).absolutePath();
    if (const QString problem = write(view, m_last, name); !problem.isEmpty())
        Q_EMIT failed(problem);
    else
        Q_EMIT done(tr("Exported to %1.").arg(visibleText(name)));
}

QString Exporter::askFileName(const View *view, ExportFormat format, QWidget *parent) const
{
    const QString suffix = formatSuffix(format);
    const QString time = factsOf(view).time.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString suggestion = QStringLiteral("%1-%2.%3").arg(baseName(view), time, suffix);
    QString name = QFileDialog::getSaveFileName(parent, tr("Export"), QDir(m_folder).filePath(suggestion),
                                                QStringLiteral("%1 (*.%2)").arg(formatName(format), suffix));
    if (!name.isEmpty() && QFileInfo(name).suffix().isEmpty())
        name += u'.' + suffix;
    return name;
}

QString Exporter::write(const View *view, ExportChoice choice, const QString &fileName) const
{
    choice.format = formatOf(fileName, formatsOf(view), choice.format);
    const PictureFacts facts = factsOf(view);
    const auto table = [&] {
        const Table values = view->values(choice.rows);
        return choice.masking == Masking::Mask ? maskedTable(values) : values;
    };
    switch (choice.format) {
    case ExportFormat::Csv:
        return saveFile(fileName, toCsv(table(), choice.csv));
    case ExportFormat::Json:
        return saveFile(fileName, toJson(table()));
    case ExportFormat::Svg:
        return saveFile(fileName, [&](QIODevice *file) { return writeSvg(*view->picture(), facts, file); });
    case ExportFormat::Png:
        return saveFile(fileName, [&](QIODevice *f) { return writePng(*view->picture(), facts, choice.scale, f); });
    case ExportFormat::Pdf:
        if (view->picture())
            return saveFile(fileName, [&](QIODevice *file) { return writePdf(*view->picture(), facts, file); });
        return saveFile(fileName, pdfOf(table(), facts.caption()));
    }
    return {};
}

bool Exporter::paint(const View *view, QPagedPaintDevice *device) const
{
    const PictureFacts facts = factsOf(view);
    if (view->picture())
        return paintOnPage(*view->picture(), facts, device);
    return TablePrinter(tableFromTexts(view->table(Rows::All, Qt::DisplayRole)), facts.caption()).print(device);
}

void Exporter::printView(const View *view, QWidget *parent)
{
    if (formatsOf(view).isEmpty())
        return Q_EMIT failed(tr("There is nothing to print here."));
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(factsOf(view).caption());
    printer.setPageOrientation(QPageLayout::Landscape);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(tr("Print"));
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [this, view](QPrinter *to) { paint(view, to); });
    dialog.exec();
}

void Exporter::copyPicture(const View *view)
{
    if (!view || !view->picture())
        return Q_EMIT failed(tr("There is no picture to copy here."));
    QGuiApplication::clipboard()->setMimeData(pictureMimeData(*view->picture()));
    Q_EMIT done(tr("The picture is on the clipboard, its words with it."));
}

} // namespace Linescope
