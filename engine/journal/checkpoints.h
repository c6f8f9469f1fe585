// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Worlds kept on the way through a stream of events, within a limit of memory.
#pragma once

#include "world/world.h"

#include <algorithm>
#include <deque>
#include <memory>

namespace Linescope {

// The memory a World takes, measured from its records.
qint64 byteSize(const World &world);

template<class Place> // where the stream goes on behind the checkpoint
class Checkpoints {
public:
    struct Checkpoint {
        std::shared_ptr<const World> world;
        Place place;
        qint64 bytes = 0;
        quint64 count = 0; // of events before it
    };

    Checkpoints(qint64 capacityBytes, quint64 distance)
        : m_capacity(capacityBytes)
        , m_wished(distance)
        , m_distance(distance)
    {
    }

    // After every event: keeps the World when it is time to. `count` events have been.
    void pass(quint64 count, const World &world, const Place &place)
    {
        if (m_kept.empty() || count - m_kept.back().count >= m_distance)
            keep(count, world, place);
    }
    void keep(quint64 count, const World &world, const Place &place)
    {
        const qint64 bytes = byteSize(world);
        m_kept.push_back({std::make_shared<const World>(world), place, bytes, count});
        m_bytes += bytes;
        while (m_bytes > m_capacity && m_kept.size() > 2)
            thinOut();
    }
    void dropFirst()
    {
        m_bytes -= m_kept.front().bytes;
        m_kept.pop_front();
    }
    void clear()
    {
        m_kept.clear();
        m_bytes = 0;
        m_distance = m_wished;
    }

    // The last one with that event or an earlier one; none when all are later.
    const Checkpoint *before(quint64 seq) const
    {
        const auto behind = std::upper_bound(
            m_kept.begin(), m_kept.end(), seq,
            [](quint64 wanted, const Checkpoint &checkpoint) { return wanted < checkpoint.world->seq(); });
        return behind == m_kept.begin() ? nullptr : &*std::prev(behind);
    }
    const std::deque<Checkpoint> &kept() const { return m_kept; }
    qint64 bytes() const { return m_bytes; }
    quint64 distance() const { return m_distance; }
    bool isLimited() const { return m_distance > m_wished; }

private:
    // The first stays, since nothing comes before it, and the last, from which the distance counts.
    void thinOut()
    {
        std::deque<Checkpoint> rest;
        m_bytes = 0;
        for (size_t i = 0; i < m_kept.size(); ++i) {
            if (i % 2 == 1 && i + 1 < m_kept.size())
                continue;
            m_bytes += m_kept[i].bytes;
            rest.push_back(std::move(m_kept[i]));
        }
        m_kept = std::move(rest);
        m_distance *= 2;
    }

    const qint64 m_capacity;
    const quint64 m_wished;
    quint64 m_distance;
    std::deque<Checkpoint> m_kept;
    qint64 m_bytes = 0;
};

} // namespace Linescope
