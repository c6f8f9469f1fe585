// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/theme/theme.h"

#include "support/theme/statecolors.h"
#include "support/theme/themestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace Linescope {

namespace {

// For light, dark and high contrast.
struct Shades {
    QRgb light;
    QRgb dark;
    QRgb contrast;
    QColor on(const QPalette &palette) const
    {
        switch (groundOf(palette)) {
        case Ground::Light:
            return QColor::fromRgb(light);
        case Ground::Dark:
            return QColor::fromRgb(dark);
        case Ground::HighContrast:
            return QColor::fromRgb(contrast);
        }
        return {};
    }
};

constexpr Shades toneValue(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {0x15803d, 0x4ac17a, 0x5dfc9b};
    case Tone::Bad:
        return {0xb91c1c, 0xf98080, 0xff9a9a};
    case Tone::Attention:
        return {0xc2410c, 0xf5a05a, 0xffe14d};
    case Tone::Link:
        return {0x2158d6, 0x8ab0ff, 0x8fd3ff};
    case Tone::Muted:
        return {0x5c6472, 0xa3abb9, 0xd8d8d8};
    case Tone::Card:
        return {0xffffff, 0x20252e, 0x000000};
    case Tone::CardBorder:
        return {0xd5d9e0, 0x454d5b, 0xffffff};
    case Tone::AttentionCard:
        return {0xfff7ed, 0x382a1c, 0x000000};
    case Tone::AttentionBorder:
        return {0xfdba74, 0x8a5a2b, 0xffe14d};
    case Tone::Badge:
        return {0xe3e6eb, 0x454d5b, 0x3a3a3a};
    case Tone::Hatch:
        return {0xb0b5bf, 0x5b6474, 0xffffff};
    case Tone::HandleBar: // with the text of a pill on it
        return {0x4f6b95, 0x8ea6cf, 0xbcd7ff};
    }
    return {0, 0xffffff, 0xffffff};
}

struct PaletteColors {
    QRgb window, windowText, base, alternateBase, button, border, highlight, highlightedText, placeholder, disabled,
        link;
};

constexpr PaletteColors lightColors{0xf3f4f7, 0x1f2430, 0xffffff, 0xf7f8fa, 0xfafbfc, 0xb9bfca,
                                    0x2563eb, 0xffffff, 0x6b7280, 0x9aa0ab, 0x2158d6};
// The window is lighter than what lies in it: Fusion draws the frames of check boxes and fields darker than the window.
constexpr PaletteColors darkColors{0x2a303a, 0xe6e9ef, 0x1b1f27, 0x20252e, 0x363d49, 0x12151b,
                                   0x3b6fd8, 0xffffff, 0x949cab, 0x6c7482, 0x8ab0ff};
// Black, white, and yellow for what is chosen; the frames are ThemeStyle's.
constexpr PaletteColors contrastColors{0x000000, 0xffffff, 0x000000, 0x161616, 0x000000, 0xffffff,
                                       0xffe14d, 0x000000, 0xd8d8d8, 0x9c9c9c, 0x8fd3ff};

QPalette makePalette(const PaletteColors &c)
{
    QPalette palette(QColor::fromRgb(c.button), QColor::fromRgb(c.window));
    const auto set = [&](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor::fromRgb(rgb)); };
    set(QPalette::Window, c.window);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, c.windowText);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternateBase);
    set(QPalette::ToolTipBase, c.alternateBase);
    set(QPalette::Button, c.button);
    set(QPalette::Dark, c.border);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::HighlightedText, c.highlightedText);
    set(QPalette::PlaceholderText, c.placeholder);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(c.border));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor::fromRgb(c.windowText));
    return palette;
}

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

struct SystemLook { // before the first palette and font of ours
    bool dark = isDark(QApplication::palette());
    QFont font = QApplication::font();
};

const SystemLook &systemLook()
{
    static const SystemLook look;
    return look;
}

Appearance &applied()
{
    static Appearance appearance;
    return appearance;
}

QPalette paletteFor(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::System:
        return systemLook().dark ? darkPalette() : lightPalette();
    case ColorScheme::Light:
        return lightPalette();
    case ColorScheme::Dark:
        return darkPalette();
    case ColorScheme::HighContrast:
        return highContrastPalette();
    }
    return {};
}

QFont fontFor(const Appearance &appearance)
{
    QFont font = systemLook().font;
    if (!appearance.fontFamily.isEmpty())
        font.setFamily(appearance.fontFamily);
    const qreal size = appearance.fontSize > 0 ? appearance.fontSize : font.pointSizeF();
    if (size > 0 && (appearance.fontSize > 0 || appearance.scale != 100))
        font.setPointSizeF(size * appearance.scale / 100);
    return font;
}

// Colours that no palette has: every widget looks again, as if its palette had changed.
void tellEverybody()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(QEvent::PaletteChange);
        QApplication::sendEvent(widget, &change);
        widget->update();
    }
}

} // namespace

Ground groundOf(const QPalette &palette)
{
    if (palette.color(QPalette::Window).rgb() == QColor(Qt::black).rgb()
        && palette.color(QPalette::Highlight).rgb() == highContrastPalette().color(QPalette::Highlight).rgb())
        return Ground::HighContrast;
    return isDark(palette) ? Ground::Dark : Ground::Light;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

StateStyle retainedStyle(const QPalette &palette)
{
    return {Shades{0xfed7aa, 0x5a3a1a, 0x000000}.on(palette), Shades{0x8a2f10, 0xffcf9e, 0xffe14d}.on(palette)};
}

QColor toneColor(Tone tone, const QPalette &palette) { return toneValue(tone).on(palette); }

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &ground)
{
    return contrastRatio(ground, Qt::white) >= contrastRatio(ground, Qt::black) ? Qt::white : Qt::black;
}

QString colorSchemeName(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::System:
        return QStringLiteral("system");
    case ColorScheme::Light:
        return QStringLiteral("light");
    case ColorScheme::Dark:
        return QStringLiteral("dark");
    case ColorScheme::HighContrast:
        return QStringLiteral("contrast");
    }
    return {};
}

ColorScheme colorSchemeFromString(const QString &text)
{
    for (auto scheme : {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast}) {
        if (text == colorSchemeName(scheme))
            return scheme;
    }
    return ColorScheme::System;
}

QPalette lightPalette() { return makePalette(lightColors); }

QPalette darkPalette() { return makePalette(darkColors); }

QPalette highContrastPalette()
{
    static const QPalette palette = makePalette(contrastColors);
    return palette;
}

void applyTheme(const Appearance &appearance)
{
    systemLook();
    static const bool styled = [] {
        QApplication::setStyle(new ThemeStyle);
        return true;
    }();
    Q_UNUSED(styled)
    const Appearance before = std::exchange(applied(), appearance);
    setStateColors(appearance);
    QApplication::setPalette(paletteFor(appearance.scheme));
    if (const QFont font = fontFor(appearance); font != QApplication::font())
        QApplication::setFont(font);
    if (appearance.stateColors != before.stateColors || appearance.ownStateColors != before.ownStateColors)
        tellEverybody();
}

void applyColorScheme(ColorScheme scheme)
{
    Appearance appearance = applied();
    appearance.scheme = scheme;
    applyTheme(appearance);
}

bool motionIsReduced() { return applied().reducedMotion; }

} // namespace Linescope
