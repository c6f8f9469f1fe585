// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl run`: plays scenario files and says how each ended.
#pragma once

#include "common/source.h"
#include "linescopectl/options.h"

#include <optional>

namespace Linescope {

// Results go to standard output, what is wrong with files to standard error. All files are read before the first is
// played. With `source` they are played against it, in real time; with `against` against that one too, and the traces
// of both are compared.
ExitStatus runScenarios(const Options &options, const std::optional<Source> &source,
                        const std::optional<Source> &against = {});

} // namespace Linescope
