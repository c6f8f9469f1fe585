// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a watch session shows, in one of three ways: JSON, plain lines, a live table.
#pragma once

#include "common/source.h"
#include "world/world.h"

#include <memory>

namespace Linescope {

class Output {
public:
    virtual ~Output() = default;

    virtual void begin(const Source &source, Microseconds started) = 0;
    // An event that the filter lets through and that `world` already knows.
    virtual void show(const Event &event, const World &world) = 0;
    // After a batch, also when nothing of it was shown. False when nobody reads any more.
    virtual bool flush(const World &world) = 0;
    virtual void end(const World &world, quint64 dropped) = 0;
};

} // namespace Linescope
