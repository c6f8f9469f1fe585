// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Colours for series that mean nothing by themselves, as in charts. They can be told apart by the colour-blind, and are
// always used in this order, so that the order tells too.
#pragma once

#include <QColor>

class QPalette;

namespace Linescope {

constexpr int SeriesColorCount = 8;

QColor seriesColor(int index, const QPalette &palette); // 0..7, then again from the start
QColor otherSeriesColor(const QPalette &palette);       // "all others"

} // namespace Linescope
