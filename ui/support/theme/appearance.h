// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user can choose about looks: a value, kept in the settings and handed to applyTheme().
#pragma once

#include "tapi/constants.h"

#include <QMap>
#include <QRgb>
#include <QString>

namespace Linescope {

enum class ColorScheme { System, Light, Dark, HighContrast };
enum class StateColorSet { Standard, ColorBlindSafe };

struct Appearance {
    static constexpr int MinFontSize = 6;
    static constexpr int MaxFontSize = 32;
    static constexpr int MinScale = 75;
    static constexpr int MaxScale = 250;

    ColorScheme scheme = ColorScheme::System;
    StateColorSet stateColors = StateColorSet::Standard;
    QMap<CallState, QRgb> ownStateColors; // the user's, over those of the set
    QString fontFamily;                   // empty: the system's
    int fontSize = 0;                     // points; 0: the system's
    int scale = 100;                      // percent of that, for presentations
    bool reducedMotion = false;
    friend bool operator==(const Appearance &, const Appearance &) = default;
};

QString colorSchemeName(ColorScheme scheme); // "system", "light", "dark", "contrast": in options and settings
ColorScheme colorSchemeFromString(const QString &text); // System for anything else

} // namespace Linescope
