// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps numbers and names of people out of what is shown to others (demos, screenshots, bug reports).
#pragma once

#include <QString>

namespace Linescope {

enum class Masking { None, Mask };

inline constexpr qsizetype ShortestMaskedNumber = 3; // digits, in free text

// A number or a name: all but the last two characters replaced by '*'; of short ones half stays at most.
QString masked(const QString &text);
// Free text (names of devices and channels, health texts): only runs of three digits or more, in the same way.
QString withMaskedNumbers(const QString &text);

} // namespace Linescope
