// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulator's records of its lines and calls.
#pragma once

#include "provider/contract.h"
#include "provider/random.h"

namespace Linescope {

// How a line's calls end once the far end has hung up (S-27: every style is legal).
enum class LineStyle : quint8 {
    ClearsItself,   // IDLE at once; an unanswered call goes there directly (S-26)
    LeavesStanding, // DISCONNECTED until somebody drops the call, or for five minutes
    ClearsSlowly,   // IDLE after some seconds
};

// What becomes of a call if no application interferes.
enum class Fate : quint8 {
    LeftAlone, // rings until the caller loses patience, or until an application answers
    Missed,    // the caller gives up early
    Answered,  // by the person at the station, or by the called party
    Rejected,
    Busy,
    NoAnswer,
    Failure,
    NoDigits, // nothing was dialled
};

struct SimulatedLine {
    enum class Open : quint8 { No, Yes, Closing }; // Closing: LINE_CLOSE was sent, TSPI_lineClose has not come (V-59)

    QString name;
    QString number;
    LineStyle style = LineStyle::ClearsItself;
    bool closeDrop = false; // LINEDEVCAPFLAGS_CLOSEDROP (H-26)
    bool inService = true;
    bool removed = false;
    Open open = Open::No;
    MediaModes detected; // none: all
    LineDevStates asked; // what of the line's states is to be told (V-63)
    AddressStates askedOfAddress;
    bool rings = false;
    quint32 ringing = 0;   // number of the ringing that is valid; an older one in the agenda is void
    int active = 0;        // calls that occupy the line
    quint32 connected = 0; // number of the one call that talks, 0 = none
};

struct CallKey {
    DriverLine line;
    quint32 number = 0; // 1, 2, 3 ...: what the "switch" calls the call
    friend auto operator<=>(CallKey, CallKey) = default;
};

using CallStates = QFlags<CallState>;

// Exists whether the engine knows it or not: a station is used whether its line is open or closed (O-8, L-45).
struct SimulatedCall {
    DriverCall driver; // none while the engine does not know the call
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    Fate fate = Fate::LeftAlone;
    bool inbound = true;
    bool guided = false;     // an application has taken it into its hands, the person at the station leaves it alone
    bool bridge = false;     // a conference, which has no far end of its own
    bool moreDigits = false; // dialled in part only, so far
    quint32 partner = 0;     // number of the call that it was made for, or that was made for it; both name each other
    quint32 memberOf = 0;    // number of its conference
    quint32 plan = 0;        // number of the plan that is valid; an older one in the agenda is void
    quint32 typing = 0;      // the same for the keys that the far end presses
    quint32 generation = 0;  // of digits: the engine's number of the one under way, 0 = none
    DigitModes monitored;
    Random random;
    PackedCallInfo info;
};

} // namespace Linescope
