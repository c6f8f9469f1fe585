// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/theme/seriescolors.h"

#include "support/theme/theme.h"

#include <iterator>

namespace Linescope {

namespace {

struct LightAndDark {
    QRgb light;
    QRgb dark;
};

// After Okabe and Ito; neighbours differ in lightness as well.
constexpr LightAndDark Colors[SeriesColorCount] = {
    {0x0072b2, 0x4aa3df}, {0xe69f00, 0xf2b632}, {0x009e73, 0x2fc497}, {0xcc79a7, 0xe39cc4},
    {0x56b4e9, 0x86ccf5}, {0xb84c00, 0xe07a3c}, {0xc9b800, 0xf0e442}, {0x5b3f8c, 0xa48bd6},
};

} // namespace

QColor seriesColor(int index, const QPalette &palette)
{
    const LightAndDark &color = Colors[index % int(std::size(Colors))];
    return QColor::fromRgb(isDark(palette) ? color.dark : color.light);
}

QColor otherSeriesColor(const QPalette &palette) { return QColor::fromRgb(isDark(palette) ? 0x7d8694 : 0x9aa3b2); }

} // namespace Linescope
