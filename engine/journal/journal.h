// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The event stream in memory: a ring with a byte cap. It drops the oldest events and says how many.
#pragma once

#include "world/event.h"

#include <vector>

namespace Linescope {

// The memory an event takes, its strings and shared parts included.
qsizetype byteSize(const Event &event);

class Journal {
public:
    explicit Journal(qsizetype capacityBytes = 64 * 1024 * 1024);

    void append(const Event &event);
    void append(const EventBatch &batch);

    qsizetype count() const { return qsizetype(m_size); }
    qsizetype bytes() const { return m_bytes; }
    qsizetype capacityBytes() const { return m_capacity; }
    quint64 dropped() const { return m_dropped; }
    quint64 firstSeq() const { return m_size == 0 ? 0 : at(0).seq; }
    const Event &at(qsizetype index) const { return m_ring[wrapped(m_head + size_t(index))]; }

    // Calls f(const Event &), oldest first.
    template<class F>
    void forEach(F f) const
    {
        for (qsizetype i = 0; i < count(); ++i)
            f(at(i));
    }

private:
    size_t wrapped(size_t place) const { return place & (m_sizes.size() - 1); }
    Event &placeFor(qsizetype bytes);
    void dropOldest();
    void grow();

    std::vector<Event> m_ring;    // size: a power of two
    std::vector<quint32> m_sizes; // byteSize() of each, so that the oldest need not be looked at
    size_t m_head = 0;
    size_t m_size = 0;
    qsizetype m_bytes = 0;
    qsizetype m_capacity;
    quint64 m_dropped = 0;
};

} // namespace Linescope
