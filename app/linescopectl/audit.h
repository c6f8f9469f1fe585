// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl audit`: what was done by hand, and whether the log of it is as it was written.
#pragma once

#include "linescopectl/options.h"

namespace Linescope {

// The rows go to standard output, what is wrong with them to standard error.
ExitStatus printAudit(const Options &options);

} // namespace Linescope
