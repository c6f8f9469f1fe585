// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tapi/overload.h"
#include "world/request.h"

namespace Linescope {

// That LINE_REPLY will name (O-19); none of a request that failed at once or is synchronous.
inline RequestId requestOf(const Outcome &outcome)
{
    return std::visit(Overload{
                          [](RequestId request) { return request; },
                          [](const PendingCall &pending) { return pending.request; },
                          [](const PendingConference &pending) { return pending.request; },
                          [](const auto &) { return RequestId(); },
                      },
                      outcome.value);
}

} // namespace Linescope
