// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One row of the table of handles as its columns see it, and the ghost that a void handle leaves behind.
#pragma once

#include "world/world.h"

namespace Linescope {

// live: the call is not IDLE; retained: IDLE, but the handle is valid and can be read; void: only a ghost is left.
enum class Life { Live, Retained, Void };

// A void handle as it was last seen, with why and when it went.
struct Ghost {
    Handle handle;
    Call call;
    QString app;
    QString line;
    QString provider;
    Microseconds bornAt = 0;
    VoidReason reason = VoidReason::Deallocated;
    Microseconds since = 0;
};

struct HandleRow {
    const World *world = nullptr;
    const Handle *handle = nullptr; // none: there is no such row
    const Call *call = nullptr;
    const Ghost *ghost = nullptr; // only of void handles
    Microseconds now = 0;         // for a ghost the time it went

    Life life() const { return ghost ? Life::Void : call->isIdle() ? Life::Retained : Life::Live; }
    QString app() const;
    QString line() const;     // the name of the line device
    QString provider() const; // whose it is
    QString parties() const;  // "101 → 102"
    Microseconds bornAt() const { return ghost ? ghost->bornAt : world->bornAt(*handle); }
    // The engine's memory that stays as long as this handle does: its own and the call's record.
    quint32 bytes() const { return World::bytesPerHandle() + World::bytesOf(*call); }
};

} // namespace Linescope
