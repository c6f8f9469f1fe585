// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/theme/statecolors.h"

#include "support/theme/theme.h"
#include "tapi/names.h"

#include <array>
#include <bit>

namespace Linescope {

namespace {

// States that mean the same to somebody who looks from afar.
enum class Family { Idle, Offering, Dialing, Ringback, Connected, Hold, Busy, Disconnected, Unknown };

constexpr Family familyOf(CallState state)
{
    switch (state) {
    case CallState::Idle:
        return Family::Idle;
    case CallState::Offering:
    case CallState::Accepted:
        return Family::Offering;
    case CallState::DialTone:
    case CallState::Dialing:
    case CallState::Proceeding:
        return Family::Dialing;
    case CallState::Ringback:
        return Family::Ringback;
    case CallState::Connected:
    case CallState::Conferenced:
        return Family::Connected;
    case CallState::OnHold:
    case CallState::OnHoldPendConf:
    case CallState::OnHoldPendTransfer:
        return Family::Hold;
    case CallState::Busy:
    case CallState::SpecialInfo:
        return Family::Busy;
    case CallState::Disconnected:
        return Family::Disconnected;
    case CallState::Unknown:
        return Family::Unknown;
    }
    return Family::Unknown;
}

using Values = std::array<QRgb, 9>; // by Family

constexpr Values standard[] = {
    {0x667080, 0xb45309, 0x0e7490, 0x2563eb, 0x15803d, 0x7c3aed, 0xdc2626, 0x9a3412, 0x374151},
    {0x9aa3b2, 0xf5a524, 0x38bdd3, 0x7aa5ff, 0x4ac17a, 0xb794f6, 0xf98080, 0xe8936a, 0xc3c9d4},
    {0xb8bfca, 0xffb53d, 0x4fdcf2, 0x93b6ff, 0x5dfc9b, 0xd0b3ff, 0xff8f8f, 0xf0a27c, 0xffffff},
};
// After Okabe and Ito, moved until any two are told apart with each kind of colour blindness, and by lightness.
constexpr Values colorBlindSafe[] = {
    {0x919191, 0xc28801, 0x3e61f1, 0x003f5b, 0x00934b, 0xd03db3, 0xac2000, 0x433b29, 0x000000},
    {0x888888, 0xedad00, 0x69e1ff, 0x1b80eb, 0x01ba5a, 0xcbbdae, 0xe54200, 0x87634a, 0xffffff},
    {0x888888, 0xece000, 0xb5b6f1, 0x3183e0, 0x2ff671, 0xffaca3, 0xf46f02, 0xa57045, 0xffffff},
};

constexpr size_t stateCount = 16;                                 // bits of LINECALLSTATE_
using Styles = std::array<std::array<StateStyle, stateCount>, 3>; // by Ground

size_t indexOf(CallState state) { return size_t(std::countr_zero(quint32(state))) % stateCount; }

Styles makeStyles(const Appearance &appearance)
{
    Styles styles;
    for (const Ground ground : {Ground::Light, Ground::Dark, Ground::HighContrast}) {
        for (const auto &[state, name] : namesOf<CallState>()) {
            const auto own = appearance.ownStateColors.constFind(state);
            const QColor background = own == appearance.ownStateColors.cend()
                ? defaultStateColor(state, appearance.stateColors, ground)
                : QColor::fromRgb(*own);
            styles[size_t(ground)][indexOf(state)] = {background, readableOn(background)};
        }
    }
    return styles;
}

Styles &styles()
{
    static Styles styles = makeStyles({});
    return styles;
}

} // namespace

QColor defaultStateColor(CallState state, StateColorSet set, Ground ground)
{
    const auto &values = set == StateColorSet::Standard ? standard : colorBlindSafe;
    return QColor::fromRgb(values[size_t(ground)][size_t(familyOf(state))]);
}

void setStateColors(const Appearance &appearance) { styles() = makeStyles(appearance); }

StateStyle stateStyle(CallState state, const QPalette &palette)
{
    return styles()[size_t(groundOf(palette))][indexOf(state)];
}

QString stateText(CallState state) { return nameOf(state); }

} // namespace Linescope
