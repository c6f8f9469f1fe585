// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which events a filter over handles lets through: those of a call or handle that matches, before the event or after
// it; and what concerns neither (providers, devices, applications, lines, findings).
#pragma once

#include "filter/handlefilter.h"
#include "world/world.h"

namespace Linescope {

class EventFilter {
public:
    explicit EventFilter(const HandleFilter &filter)
        : m_filter(filter)
    {
    }

    // Applies the event to the world and says whether it is to be shown.
    bool apply(const Event &event, World &world);

private:
    bool passes(const Event &event, const World &world) const;

    HandleFilter m_filter;
    bool m_requestPassed = true; // a result goes with its request
};

} // namespace Linescope
