// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How things look, in one place: colours by meaning, with a value for light and one for dark surroundings. Which one
// is asked of the palette at hand, so a widget needs no more than its own palette(), again on PaletteChange.
#pragma once

#include "tapi/constants.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace Linescope {

struct StateStyle { // a pill; contrast of text and background is 4.5:1 at least
    QColor background;
    QColor text;
    friend bool operator==(const StateStyle &, const StateStyle &) = default;
};

enum class Tone {
    Good,
    Bad,
    Attention,
    Link,
    Muted,
    Card,
    CardBorder,
    AttentionCard,
    AttentionBorder,
    Badge,
    Hatch,
    HandleBar
};

bool isDark(const QPalette &palette);

StateStyle stateStyle(CallState state, const QPalette &palette);
QString stateText(CallState state); // TAPI's word: "CONNECTED"
// The word "retained" beside the state of a call that is idle and held.
StateStyle retainedStyle(const QPalette &palette);
QColor toneColor(Tone tone, const QPalette &palette);

enum class ColorScheme { System, Light, Dark };
QString colorSchemeName(ColorScheme scheme);            // "system", "light", "dark": as in options and settings
ColorScheme colorSchemeFromString(const QString &text); // System for anything else

QPalette lightPalette();
QPalette darkPalette();
// Sets style and palette of the application. System: light or dark as the platform was when the program started.
void applyColorScheme(ColorScheme scheme);

} // namespace Linescope
