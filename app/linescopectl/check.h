// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl check`: what a recorded session did against the rules. Its JSON is "check/1", described in
// resources/help/linescopectl.md.
#pragma once

#include "checks/leakreport.h"
#include "linescopectl/options.h"

namespace Linescope {

// The result goes to standard output, what is wrong with the file to standard error.
ExitStatus checkJournal(const Options &options);

// A leak report on that file, fit for a terminal.
void printLeaks(int file, const LeakReport &report);

} // namespace Linescope
