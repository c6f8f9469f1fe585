// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How usual it is that one call state follows another: the transition table of the rulebook (2.2). The engine forwards
// any order that a provider reports, except after IDLE (S-23, S-24); this is for those who judge and show it.
#pragma once

#include "tapi/constants.h"

namespace Linescope {

enum class Transition : quint8 {
    Usual,
    Unusual,   // allowed, but suspicious
    Forbidden, // never
};

struct TransitionVerdict {
    Transition transition = Transition::Usual;
    const char *rule = ""; // "T-13"; points to a literal
    friend bool operator==(const TransitionVerdict &, const TransitionVerdict &) = default;
};

TransitionVerdict judgeTransition(CallState from, CallState to);
// As the first state of a call; how the call came to be is not asked (T-01, T-02).
TransitionVerdict judgeFirstState(CallState state);

} // namespace Linescope
