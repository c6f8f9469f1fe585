// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's actions are about.
#pragma once

#include "world/world.h"

namespace Linescope {

struct Selection { // ids of things that may have gone meanwhile
    HCall handle;
    HLine line;
    DeviceId device;
    HLineApp app;
    ProviderId provider;
    friend bool operator==(const Selection &, const Selection &) = default;
};

// Fills in what a handle, a line, a device imply; drops what is no more.
Selection completed(Selection selection, const World &world);

} // namespace Linescope
