// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who watches the simulator in the demo: programs of different habits, one of which leaks handles. (The lines and the
// traffic of the demo are the defaults of SimulatorSettings.)
#pragma once

#include "server/virtualapp.h"

#include <QList>

namespace Linescope {

QList<AppHabits> demoApps();

} // namespace Linescope
