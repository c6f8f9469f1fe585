// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which family of modes belongs to a call state (rulebook S-01 to S-16): the one place that knows it.
#pragma once

#include "tapi/constants.h"

namespace Linescope {

// What `withFamily` gives for a mode of the state's family, 0 cast to it; what `without` gives for a state that has
// none.
template<class WithFamily, class Without>
auto forModesOf(CallState state, WithFamily withFamily, Without without) -> decltype(without())
{
    switch (state) {
    case CallState::Offering:
        return withFamily(OfferingMode());
    case CallState::DialTone:
        return withFamily(DialToneMode());
    case CallState::Busy:
        return withFamily(BusyMode());
    case CallState::SpecialInfo:
        return withFamily(SpecialInfoMode());
    case CallState::Connected:
        return withFamily(ConnectedMode());
    case CallState::Disconnected:
        return withFamily(DisconnectMode());
    case CallState::Idle:
    case CallState::Accepted:
    case CallState::Dialing:
    case CallState::Ringback:
    case CallState::Proceeding:
    case CallState::OnHold:
    case CallState::Conferenced:
    case CallState::OnHoldPendConf:
    case CallState::OnHoldPendTransfer:
    case CallState::Unknown:
        break;
    }
    return without();
}

} // namespace Linescope
