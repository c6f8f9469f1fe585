// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which rows have just come, changed or become void, and for how long their colour still fades. Only of rows that were
// on screen when it happened, and no more than a screen has.
#pragma once

#include "models/handles/neteffect.h"

#include <QHash>

namespace Linescope {

class FlashBook {
public:
    enum class Kind { New, Changed, Void };
    struct Flash {
        Kind kind = Kind::New;
        Aspects aspects; // what has changed
        Microseconds since = 0;
    };
    static constexpr Microseconds Duration = 1'500'000;
    static constexpr int Steps = 10;
    static constexpr qsizetype Capacity = 500;

    // What is new stays new when it changes; what is void is nothing else.
    void note(HCall handle, Kind kind, Aspects aspects, Microseconds now);
    const Flash *find(HCall handle) const; // none if there is none; until the next change
    // From 1 down to 0, in steps, as of the last setTime().
    qreal strength(const Flash &flash) const;
    void setTime(Microseconds now); // forgets what has faded
    QList<HCall> handles() const { return m_flashes.keys(); }
    bool isEmpty() const { return m_flashes.isEmpty(); }
    void clear() { m_flashes.clear(); }

private:
    QHash<HCall, Flash> m_flashes;
    Microseconds m_now = 0;
};

} // namespace Linescope
