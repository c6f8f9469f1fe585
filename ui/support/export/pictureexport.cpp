// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/pictureexport.h"

#include "support/text.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QScreen>
#include <QSvgGenerator>

#include <cmath>

namespace Linescope {

namespace {

constexpr qsizetype MaxWords = 100'000;

// The picture in words; every line made safe, since readers of files guess markup, too.
QString wordsOf(const Picture &picture)
{
    QStringList lines;
    for (const QString &line : picture.pictureText().left(MaxWords).split(u'\n'))
        lines += visibleText(line, 2000);
    return lines.join(u'\n');
}

bool isDrawable(const Picture &picture)
{
    const QSizeF size = picture.pictureSize();
    return size.width() >= 1 && size.height() >= 1;
}

QImage imageOf(const Picture &picture, double scale)
{
    const QSizeF size = picture.pictureSize();
    const double pixels = size.width() * size.height();
    const double fitting = std::min(scale, std::sqrt(double(MaxImagePixels) / pixels));
    QImage image((size * fitting).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(image.width() / size.width(), image.height() / size.height());
    picture.paintPicture(&painter);
    return image;
}

// Letters are as large as a device's dots an inch make them, and a picture has room for those of the screen.
int dotsOfTheScreen() { return qRound(QGuiApplication::primaryScreen()->logicalDotsPerInch()); }

void takeDotsOfTheScreen(QPagedPaintDevice *page)
{
    if (auto *writer = dynamic_cast<QPdfWriter *>(page))
        writer->setResolution(dotsOfTheScreen());
    else if (auto *printer = dynamic_cast<QPrinter *>(page))
        printer->setResolution(dotsOfTheScreen());
}

QString creator() { return QStringLiteral("Linescope ") + QCoreApplication::applicationVersion(); }

} // namespace

QString PictureFacts::caption() const
{
    QStringList parts{visibleText(title)};
    if (!source.isEmpty())
        parts += visibleText(source);
    if (time.isValid())
        parts += QLocale().toString(time, QLocale::ShortFormat);
    return parts.join(QStringLiteral(" · "));
}

bool writeSvg(const Picture &picture, const PictureFacts &facts, QIODevice *device)
{
    if (!isDrawable(picture))
        return false;
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsOfTheScreen());
    generator.setSize(picture.pictureSize().toSize());
    generator.setViewBox(QRectF(QPointF(), picture.pictureSize()));
    generator.setTitle(facts.caption().toHtmlEscaped()); // written as they are
    generator.setDescription(wordsOf(picture).toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    picture.paintPicture(&painter);
    return painter.end() && device->write(buffer.data()) == buffer.size();
}

bool writePng(const Picture &picture, const PictureFacts &facts, int scale, QIODevice *device)
{
    if (!isDrawable(picture))
        return false;
    QImage image = imageOf(picture, scale);
    image.setText(QStringLiteral("Title"), facts.caption());
    image.setText(QStringLiteral("Description"), wordsOf(picture));
    image.setText(QStringLiteral("Software"), creator());
    if (facts.time.isValid())
        image.setText(QStringLiteral("Creation Time"), facts.time.toString(Qt::ISODate));
    QBuffer buffer; // a writer asks its device for more than to be written to
    return image.save(&buffer, "PNG") && device->write(buffer.data()) == buffer.size();
}

bool writePdf(const Picture &picture, const PictureFacts &facts, QIODevice *device)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(facts.caption());
    writer.setCreator(creator());
    return paintOnPage(picture, facts, &writer) && device->write(buffer.data()) == buffer.size();
}

bool paintOnPage(const Picture &picture, const PictureFacts &facts, QPagedPaintDevice *page)
{
    if (!isDrawable(picture))
        return false;
    const QSizeF size = picture.pictureSize();
    takeDotsOfTheScreen(page);
    page->setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter;
    if (!painter.begin(page))
        return false;
    QFont font = painter.font();
    font.setPointSizeF(9);
    painter.setFont(font);
    const QRectF area = QRectF(QPointF(), QSizeF(painter.viewport().size()));
    const double headerHeight = painter.fontMetrics().height() * 1.6;
    const QRectF header(0, 0, area.width(), headerHeight);
    painter.drawText(header, Qt::AlignLeading | Qt::AlignTop | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(facts.caption(), Qt::ElideRight, int(area.width())));

    const QSizeF room(area.width(), area.height() - headerHeight);
    const double scale = std::min({room.width() / size.width(), room.height() / size.height(), 2.0});
    painter.translate((room.width() - size.width() * scale) / 2, headerHeight);
    painter.scale(scale, scale);
    painter.setClipRect(QRectF(QPointF(), size));
    picture.paintOnPaper(&painter);
    return painter.end();
}

QMimeData *pictureMimeData(const Picture &picture, int scale)
{
    auto *data = new QMimeData;
    if (isDrawable(picture))
        data->setImageData(imageOf(picture, scale));
    data->setText(wordsOf(picture));
    return data;
}

} // namespace Linescope
