// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How things look, in one place: colours by meaning, with a value for light, dark and high contrast surroundings. Which
// one is asked of the palette at hand, so a widget needs no more than its own palette(), again on PaletteChange.
#pragma once

#include "support/theme/appearance.h"

#include <QColor>
#include <QPalette>
#include <QString>

class QPainter;
class QRectF;

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

enum class Ground { Light, Dark, HighContrast };
Ground groundOf(const QPalette &palette);
bool isDark(const QPalette &palette);

// In the colours that the user has chosen (applyTheme); every palette's PaletteChange comes when they change.
StateStyle stateStyle(CallState state, const QPalette &palette);
QString stateText(CallState state); // TAPI's word: "CONNECTED"
// The sign of a state, beside its word: no two states have the same. Fills `box`, which should be square.
void drawStateShape(QPainter *painter, CallState state, const QRectF &box, const QColor &color);
// The word "retained" beside the state of a call that is idle and held.
StateStyle retainedStyle(const QPalette &palette);
QColor toneColor(Tone tone, const QPalette &palette);

// WCAG 2: 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);
// Black or white, whichever is read better on it: 4.5:1 at least, whatever the ground.
QColor readableOn(const QColor &ground);
// The colour of a state without the user's choice.
QColor defaultStateColor(CallState state, StateColorSet set, Ground ground);

QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

// Style, palette and font of the application. System: light or dark as the platform was when the program started.
void applyTheme(const Appearance &appearance);
void applyColorScheme(ColorScheme scheme); // the rest stays
// Whether what moves or flashes should rather not.
bool motionIsReduced();

} // namespace Linescope
