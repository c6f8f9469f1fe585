// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A leak report as plain text for people, a line each. Names of applications come from outside: whoever shows the lines
// treats them as such.
#pragma once

#include "checks/leakreport.h"

#include <QStringList>

namespace Linescope {

QStringList toLines(const LeakReport &report);

} // namespace Linescope
