// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A World as events, for recordings that begin in the middle of a session: the shortest story that ends with the same
// truth. Every record bears the number of the World's last event, and the time at which what it says came to be so.
#pragma once

#include "world/world.h"

#include <functional>

namespace Linescope {

// What no record tells.
struct WorldOrigin {
    quint64 seq = 0;        // of the last event before
    Microseconds time = 0;  // of that
    Microseconds began = 0; // of the first event of all
    quint64 callsCreated = 0;
    quint64 handlesCreated = 0;
    quint64 handlesVoided = 0;
    quint64 findings = 0;
    friend bool operator==(const WorldOrigin &, const WorldOrigin &) = default;
};

WorldOrigin originOf(const World &world);
void forEachRecord(const World &world, const std::function<void(const Event &)> &take);

// The way back: add() every record in its order, then take() the World.
class WorldRestorer {
public:
    explicit WorldRestorer(const WorldOrigin &origin);
    void add(const Event &record);
    World take();

private:
    WorldOrigin m_origin;
    World m_world;
};

} // namespace Linescope
