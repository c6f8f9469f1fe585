// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random numbers that are the same on every platform for a seed: splitmix64, and integer arithmetic only. (The
// distributions of <random> differ between standard libraries.)
#pragma once

#include "tapi/clock.h"

namespace Linescope {

class Random {
public:
    explicit Random(quint64 seed = 0)
        : m_state(seed)
    {
    }

    quint64 next64()
    {
        quint64 z = m_state += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
    quint32 next() { return quint32(next64() >> 32); }
    quint32 below(quint32 limit) { return quint32(quint64(next()) * limit >> 32); }
    bool percent(quint32 chance) { return below(100) < chance; }

    // Whole milliseconds, from low to less than high.
    Microseconds between(Microseconds low, Microseconds high)
    {
        return low + Microseconds(below(quint32((high - low) / 1000))) * 1000;
    }

    // Exponentially distributed, as the gaps between calls are; after von Neumann, who needs comparisons only.
    Microseconds exponential(Microseconds mean)
    {
        for (quint64 whole = 0;; ++whole) {
            const quint32 first = next();
            bool odd = true;
            for (quint32 last = first, drawn = next(); drawn < last; last = drawn, drawn = next())
                odd = !odd;
            if (odd)
                return Microseconds((quint64(mean) * (whole << 20 | first >> 12)) >> 20);
        }
    }

private:
    quint64 m_state;
};

} // namespace Linescope
