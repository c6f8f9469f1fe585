// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people and the network do next with a call, as a pure function of the call.
#pragma once

#include "providers/simulator/simulatedcall.h"

#include <optional>

namespace Linescope {

struct Step {
    Microseconds after = 0;
    CallState state = CallState::Idle;
    quint32 mode = 0;
    quint32 cause = 0;   // Q.850, 0: as before
    bool clears = false; // the station hangs up itself: IDLE follows at once
};

// The next step unless something happens before. With `people` false only the network acts, nobody answers, holds or
// hangs up. Draws from the call's own random numbers.
std::optional<Step> nextStep(SimulatedCall &call, LineStyle style, bool people);

// The far end hangs up, whatever the state; none if there is nothing left to hang up.
std::optional<Step> remoteHangUp(const SimulatedCall &call, LineStyle style);

// The states a call can have (S-33).
CallStates possibleStates(bool inbound);
CallStates possibleStatesOfConference();
bool isActive(CallState state);
bool isPending(CallState state); // on hold until a transfer or a conference is set up

// Draws.
Fate incomingFate(Random &random);
Fate outgoingFate(Random &random);

} // namespace Linescope
