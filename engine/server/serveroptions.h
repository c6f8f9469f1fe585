// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the engine reads what TAPI leaves open, and how much it keeps.
#pragma once

#include <QtGlobal>

namespace Linescope {

struct ServerOptions {
    enum class Unowned { Keep, Drop };
    // Calls that nobody can own (A-6, P-15). Drop: drop them unless OFFERING. Keep is the default here, because a
    // monitor must not hang up calls of the system it watches.
    Unowned unownedCalls = Unowned::Keep;
    bool closeDropsSoleOwned = true;
    bool closeCallAfterFailedCreate = false;
    bool checks = true;                      // Engine and scenarios: the conformance checks look on (ServerChecks)
    qsizetype journalBytes = 64 * 1024 * 1024;
    qsizetype maxQueuedMessages = 65536; // per application; then the oldest are dropped, with a finding
};

} // namespace Linescope
