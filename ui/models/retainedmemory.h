// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who holds the memory of calls that are over. A handle's own record is its application's. The record of a call is held
// by all its holders at once: it is split evenly among their handles, so that the shares add up to the whole.
#pragma once

#include "world/world.h"

#include <QString>

#include <vector>

namespace Linescope {

struct MemoryShare { // of all applications of one name
    QString name;
    HLineApp app; // the one that holds most
    quint32 handles = 0;
    quint64 libraryBytes = 0;
    quint64 providerBytes = 0;
    quint64 bytes() const { return libraryBytes + providerBytes; }
    friend bool operator==(const MemoryShare &, const MemoryShare &) = default;
};

struct RetainedMemory {
    std::vector<MemoryShare> shares; // the largest first
    quint32 calls = 0;               // idle and held
    quint32 callsNotReported = 0;    // of these, how many the provider does not tell the memory of
    HCall oldest;                    // of the call that is idle for the longest time
    HLineApp oldestApp;
    Microseconds oldestSince = 0; // since when its call is idle
    friend bool operator==(const RetainedMemory &, const RetainedMemory &) = default;
};

// A walk over all calls: some ms for 100,000.
RetainedMemory retainedMemory(const World &world);

} // namespace Linescope
