// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/duelist.h"

#include <limits>

namespace Linescope {

std::optional<DueList::Entry> DueList::entryFor(const HandleFilter &filter, const World &world, const Handle &handle,
                                                Microseconds now)
{
    if (!filter.dependsOnTime())
        return {};
    const Microseconds next = filter.nextChange(world, handle, now);
    if (next == std::numeric_limits<Microseconds>::max())
        return {};
    return Entry{quint64(next), handle.id.value};
}

void DueList::update(const HandleFilter &filter, const World &world, const Handle &handle, Microseconds now)
{
    if (!filter.dependsOnTime())
        return;
    remove(handle.id);
    if (const auto entry = entryFor(filter, world, handle, now))
        m_moments.insert(*entry);
}

} // namespace Linescope
