// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl replay`: reads a recording up to a moment and prints what was true then.
#pragma once

#include "linescopectl/options.h"

namespace Linescope {

// To standard output; what is wrong with the recording to standard error, after what could be read of it.
ExitStatus replayJournal(const Options &options);

} // namespace Linescope
