// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Something drawn, not laid out in widgets: what exporting and printing need to know of it.
#pragma once

#include <QSizeF>
#include <QString>

class QPainter;

namespace Linescope {

class Picture {
public:
    virtual ~Picture() = default;

    virtual QString pictureName() const = 0;                // "timeline": for file names, not translated
    virtual QSizeF pictureSize() const = 0;                 // in device-independent pixels
    virtual void paintPicture(QPainter *painter) const = 0; // from (0, 0) to pictureSize(), background included
    // The same for white paper: in light colours, whatever the screen has.
    virtual void paintOnPaper(QPainter *painter) const { paintPicture(painter); }
    virtual QString pictureText() const = 0; // the same in words, plain text, for who cannot see it
};

} // namespace Linescope
