// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/theme.h"

#include "tapi/names.h"

#include <QApplication>
#include <QStyleFactory>

namespace Linescope {

namespace {

struct LightAndDark {
    QRgb light;
    QRgb dark;
    QColor on(const QPalette &palette) const { return QColor::fromRgb(isDark(palette) ? dark : light); }
};

constexpr LightAndDark pillText{0xffffff, 0x10151f};

constexpr LightAndDark pillColor(CallState state)
{
    switch (state) {
    case CallState::Idle:
        return {0x667080, 0x9aa3b2};
    case CallState::Offering:
    case CallState::Accepted:
        return {0xb45309, 0xf5a524};
    case CallState::DialTone:
    case CallState::Dialing:
    case CallState::Proceeding:
        return {0x0e7490, 0x38bdd3};
    case CallState::Ringback:
        return {0x2563eb, 0x7aa5ff};
    case CallState::Connected:
    case CallState::Conferenced:
        return {0x15803d, 0x4ac17a};
    case CallState::OnHold:
    case CallState::OnHoldPendConf:
    case CallState::OnHoldPendTransfer:
        return {0x7c3aed, 0xb794f6};
    case CallState::Busy:
    case CallState::SpecialInfo:
        return {0xdc2626, 0xf98080};
    case CallState::Disconnected:
        return {0x9a3412, 0xe8936a};
    case CallState::Unknown:
        return {0x374151, 0xc3c9d4};
    }
    return {0x374151, 0xc3c9d4};
}

constexpr LightAndDark toneValue(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {0x15803d, 0x4ac17a};
    case Tone::Bad:
        return {0xb91c1c, 0xf98080};
    case Tone::Attention:
        return {0xc2410c, 0xf5a05a};
    case Tone::Link:
        return {0x2158d6, 0x8ab0ff};
    case Tone::Muted:
        return {0x5c6472, 0xa3abb9};
    case Tone::Card:
        return {0xffffff, 0x20252e};
    case Tone::CardBorder:
        return {0xd5d9e0, 0x454d5b};
    case Tone::AttentionCard:
        return {0xfff7ed, 0x382a1c};
    case Tone::AttentionBorder:
        return {0xfdba74, 0x8a5a2b};
    case Tone::Badge:
        return {0xe3e6eb, 0x454d5b};
    case Tone::Hatch:
        return {0xb0b5bf, 0x5b6474};
    case Tone::HandleBar: // with the text of a pill on it
        return {0x4f6b95, 0x8ea6cf};
    }
    return {0, 0xffffff};
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
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

StateStyle stateStyle(CallState state, const QPalette &palette)
{
    return {pillColor(state).on(palette), pillText.on(palette)};
}

QString stateText(CallState state) { return nameOf(state); }

StateStyle retainedStyle(const QPalette &palette)
{
    return {LightAndDark{0xfed7aa, 0x5a3a1a}.on(palette), LightAndDark{0x8a2f10, 0xffcf9e}.on(palette)};
}

QColor toneColor(Tone tone, const QPalette &palette) { return toneValue(tone).on(palette); }

QString colorSchemeName(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::System:
        return QStringLiteral("system");
    case ColorScheme::Light:
        return QStringLiteral("light");
    case ColorScheme::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

ColorScheme colorSchemeFromString(const QString &text)
{
    for (auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        if (text == colorSchemeName(scheme))
            return scheme;
    }
    return ColorScheme::System;
}

QPalette lightPalette() { return makePalette(lightColors); }

QPalette darkPalette() { return makePalette(darkColors); }

void applyColorScheme(ColorScheme scheme)
{
    static const bool systemIsDark = isDark(QApplication::palette()); // before the first palette of ours
    static const bool styled = [] {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        return true;
    }();
    Q_UNUSED(styled)
    const bool dark = scheme == ColorScheme::Dark || (scheme == ColorScheme::System && systemIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace Linescope
