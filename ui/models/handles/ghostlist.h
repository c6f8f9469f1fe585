// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ghosts of void handles, oldest first, with a cap on their number.
#pragma once

#include "models/handles/handlerow.h"

#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace Linescope {

class GhostList {
public:
    explicit GhostList(size_t capacity)
        : m_capacity(capacity)
    {
    }

    const Ghost *find(HCall handle) const; // none if there is none; until the next change
    // `now` is when it came on screen. When the list is full the oldest ghost goes and is returned.
    std::optional<HCall> add(Ghost ghost, Microseconds now);
    // Forgets all that came at `time` or before and returns them.
    std::vector<HCall> takeUntil(Microseconds time);
    std::optional<Microseconds> oldest() const; // when the oldest came
    template<class F>
    void forEach(F f) const // of handles, oldest first
    {
        for (const Age &age : m_ages)
            f(age.handle);
    }
    void clear();

private:
    struct Age {
        HCall handle;
        Microseconds came;
    };

    size_t m_capacity;
    QHash<HCall, Ghost> m_ghosts;
    std::deque<Age> m_ages; // oldest first
};

} // namespace Linescope
