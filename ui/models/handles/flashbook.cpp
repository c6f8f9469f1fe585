// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/flashbook.h"

#include <algorithm>

namespace Linescope {

void FlashBook::note(HCall handle, Kind kind, Aspects aspects, Microseconds now)
{
    const auto it = m_flashes.find(handle);
    if (it == m_flashes.end()) {
        if (m_flashes.size() < Capacity)
            m_flashes.insert(handle, {kind, aspects, now});
        return;
    }
    if (kind == Kind::Void) {
        *it = {kind, aspects, now};
    } else if (kind == Kind::Changed && it->kind == Kind::Changed) {
        it->aspects |= aspects;
        it->since = now;
    }
}

const FlashBook::Flash *FlashBook::find(HCall handle) const
{
    const auto it = m_flashes.constFind(handle);
    return it == m_flashes.constEnd() ? nullptr : &*it;
}

qreal FlashBook::strength(const Flash &flash) const
{
    const Microseconds step = std::clamp<Microseconds>((m_now - flash.since) / (Duration / Steps), 0, Steps);
    return 1 - qreal(step) / Steps;
}

void FlashBook::setTime(Microseconds now)
{
    m_now = now;
    m_flashes.removeIf([now](auto it) { return now - it->since >= Duration; });
}

} // namespace Linescope
