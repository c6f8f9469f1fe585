// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much fits into a frame: the number of changes at which 99 frames of 100 still take no more than 16 ms of CPU.
#pragma once

#include "benchmark.h"

#include <functional>
#include <vector>

namespace Linescope::Benchmark {

struct FrameContender {
    std::function<void(int changes)> prepare; // not timed
    std::function<void()> frame;              // timed
};

// One figure for each contender. They take turns frame by frame, each with its own number of changes, which closes in
// on the greatest that fits. Below 1 when not even one change does: then the part of it that would.
std::vector<double> changesPerFrame(const std::vector<FrameContender> &contenders);

} // namespace Linescope::Benchmark
