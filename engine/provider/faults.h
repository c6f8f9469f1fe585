// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be made to go wrong between a provider and the engine, so that it can be seen what comes of it. Whatever is
// done to a report is told by Reports::FaultInjected.
#pragma once

#include "tapi/clock.h"
#include "tapi/ids.h"

#include <QList>

namespace Linescope {

enum class FaultKind : quint8 {
    Delay,          // reports come late
    Drop,           // reports are lost
    Duplicate,      // reports come twice
    Reorder,        // a report comes after the one behind it
    SlowCompletion, // ASYNC_COMPLETION comes late (V-11)
    NoCompletion,   // ASYNC_COMPLETION is lost (V-1)
    WrongState,     // LINE_CALLSTATE says another state than the call has (2.2)
    LineCloseStorm, // LINE_CLOSE for every line that is open, at once
    Stall,          // nothing comes for a while, and then all of it
    Die,            // the provider fails as if it had crashed
    NullHandle,     // LINE_NEWCALL gets htCall = NULL back (R-13, V-26)
    NoMemory,       // requests fail with LINEERR_NOMEM
};

// "slowCompletion": as in JSON and scenarios; empty for what is no fault.
const char *toString(FaultKind kind);

struct Fault {
    FaultKind kind = FaultKind::Drop;
    DriverLine line = {};   // none: all lines
    double chance = 1;      // of each report that it can befall, 0..1
    quint32 times = 0;      // then it is over; 0: until others are set
    Microseconds delay = 0; // Delay, SlowCompletion, Stall: how late
    friend bool operator==(const Fault &, const Fault &) = default;
};

} // namespace Linescope
