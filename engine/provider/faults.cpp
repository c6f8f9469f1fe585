// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/faults.h"

#include <array>

namespace Linescope {

const char *toString(FaultKind kind)
{
    static constexpr std::array names = {
        "delay",      "drop",           "duplicate", "reorder", "slowCompletion", "noCompletion",
        "wrongState", "lineCloseStorm", "stall",     "die",     "nullHandle",     "noMemory",
    };
    return size_t(kind) < names.size() ? names[size_t(kind)] : "";
}

} // namespace Linescope
