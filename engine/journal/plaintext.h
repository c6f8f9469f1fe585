// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which UTF-16 units of outside text may leave the program as they are. The rest can steer a terminal, forge a line of
// a log or turn text around: C0, DEL, C1, line and paragraph separators, bidi controls, invisible format characters.
#pragma once

#include <QString>

namespace Linescope {

constexpr bool isPlain(char16_t unit)
{
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0))
        return false;
    if (unit < 0x061c)
        return unit != 0x00ad;
    const bool bidi = unit == 0x061c || unit == 0x200e || unit == 0x200f || (unit >= 0x202a && unit <= 0x202e)
        || (unit >= 0x2066 && unit <= 0x206f);
    const bool separator = unit == 0x2028 || unit == 0x2029;
    const bool invisible = unit == 0x180e || (unit >= 0x200b && unit <= 0x200d) || (unit >= 0x2060 && unit <= 0x2065)
        || unit == 0xfeff || (unit >= 0xfff9 && unit <= 0xfffb) || unit == 0xfffe || unit == 0xffff;
    return !bidi && !separator && !invisible;
}

// The high surrogate of the language tags (U+E0000..U+E03FF), which are invisible, all of them.
constexpr char16_t tagSurrogate = 0xdb40;

// What is not plain, and half a character, as \u001b; tabs stay. For terminals, logs and XML.
QString writtenOut(const QString &text);

} // namespace Linescope
