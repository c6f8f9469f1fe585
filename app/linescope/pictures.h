// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of every view in light and dark and in two sizes, for the README, the help, and for looking at them.
#pragma once

#include <QString>

namespace Linescope {

class MainWindow;

// Writes FOLDER/VIEW-SCHEME-WIDTHxHEIGHT.png. Empty, or a sentence that says which one could not be written, and why.
// Takes some seconds, in which the window goes on living. The scale of the screen (QT_SCALE_FACTOR) is in the name if
// it is not 1: VIEW-SCHEME-WIDTHxHEIGHT@2.png.
QString savePictures(MainWindow *window, const QString &folder);
// One of the window as it is, into a PNG file; the answer is the same.
QString savePicture(MainWindow *window, const QString &path);

} // namespace Linescope
