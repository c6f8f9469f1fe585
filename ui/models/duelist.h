// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When time alone may change a filter's mind about a handle, shown or not, and so when to look at it again.
#pragma once

#include "filter/handlefilter.h"
#include "models/handles/vieworder.h"
#include "tapi/clock.h"

#include <optional>
#include <utility>

namespace Linescope {

class DueList {
public:
    using Entry = ViewOrder::Entry; // moment and HCall::value

    // None if that never happens.
    static std::optional<Entry> entryFor(const HandleFilter &filter, const World &world, const Handle &handle,
                                         Microseconds now);

    void clear() { m_moments.clear(); }
    void assign(ViewOrder moments) { m_moments = std::move(moments); }
    void assign(std::vector<Entry> entries) { m_moments.assign(std::move(entries)); }
    void update(const HandleFilter &filter, const World &world, const Handle &handle, Microseconds now);
    void remove(HCall handle) { m_moments.remove(handle.value); }

    // Takes the handles out whose moment has come, as many as one turn of the event loop can carry, and calls
    // look(handle) for each that is still there; it may update() them. True if that was not all.
    template<class F>
    bool take(const World &world, Microseconds now, F look)
    {
        for (int i = 0; i < MostPerTurn && isDue(now); ++i) {
            const HCall id{m_moments.at(0)};
            m_moments.remove(id.value);
            if (const Handle *handle = world.handle(id))
                look(*handle);
        }
        return isDue(now);
    }

private:
    static constexpr int MostPerTurn = 20'000;

    bool isDue(Microseconds now) const { return m_moments.size() > 0 && Microseconds(m_moments.entry(0).key) <= now; }

    ViewOrder m_moments;
};

} // namespace Linescope
