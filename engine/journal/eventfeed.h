// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the engine's thread and an observer on another thread meet: the one place. Bounded: when the observer is too
// slow, what has gathered is thrown away and the observer is told to begin anew from a snapshot (take().resync), so a
// frozen window costs the engine nothing and ends with the right picture. std::mutex only, no Qt queue (TSan sees it).
#pragma once

#include "world/world.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Linescope {

class EventFeed {
public:
    // `wake` is called on the engine's thread when the first event comes after a take().
    explicit EventFeed(qsizetype capacityEvents = 1 << 20, std::function<void()> wake = {});

    // Engine's thread. `world` is the state after the batch, copied only when a snapshot is due.
    void push(const EventBatch &batch, const World &world);
    // What comes from now on is about another World, which takes the place of the observer's.
    void startAnew(const World &world);

    struct Batch {
        std::optional<World> resync; // replaces the observer's World, before the events are applied
        quint64 skipped = 0;         // events that were not delivered because of that
        EventBatch events;
    };
    // Observer's thread: what has come since the last call.
    Batch take();
    qsizetype pending() const;

private:
    mutable std::mutex m_mutex;
    const qsizetype m_capacity;
    const std::function<void()> m_wake;
    Batch m_batch;
    bool m_overflow = true; // the first take() starts with a snapshot
};

} // namespace Linescope
