// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl run`: plays scenario files and says how each ended.
#pragma once

#include "common/source.h"
#include "linescopectl/options.h"

#include <optional>

namespace Linescope {

// Results go to standard output, what is wrong with files to standard error. All files are read before the first is
// played. With `source` they are played against it, in real time.
ExitStatus runScenarios(const Options &options, const std::optional<Source> &source);

} // namespace Linescope
