// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Picture as a file, on the clipboard, on paper.
#pragma once

#include "support/export/picture.h"

#include <QByteArray>
#include <QDateTime>

class QIODevice;
class QMimeData;
class QPagedPaintDevice;
class QRectF;

namespace Linescope {

// What a file says about itself beside the picture.
struct PictureFacts {
    QString title;           // for people: "Timeline"
    QString source;          // "Simulator"; may be empty
    QDateTime time;          // when the picture was taken
    QString caption() const; // one line: title, source, time
};

enum class PictureFormat { Svg, Png, Pdf };

constexpr qint64 MaxImagePixels = 100'000'000; // larger pictures are drawn smaller

// The picture is drawn anew, not grabbed: vectors stay vectors. False if the device refuses or nothing can be drawn.
bool writeSvg(const Picture &picture, const PictureFacts &facts, QIODevice *device);
bool writePng(const Picture &picture, const PictureFacts &facts, int scale, QIODevice *device);
bool writePdf(const Picture &picture, const PictureFacts &facts, QIODevice *device);

// Fitted into the page, below a caption, in the colours for paper.
bool paintOnPage(const Picture &picture, const PictureFacts &facts, QPagedPaintDevice *page);

// Image and words, for the clipboard. Belongs to the caller.
QMimeData *pictureMimeData(const Picture &picture, int scale = 2);

} // namespace Linescope
