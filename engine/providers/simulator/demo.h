// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the demo shows: a few lines with traffic, and programs of different habits, one of which leaks handles.
#pragma once

#include "providers/simulator/simulatorsettings.h"
#include "server/virtualapp.h"

#include <QList>

namespace Linescope {

SimulatorSettings demoSettings();
QList<AppHabits> demoApps();

} // namespace Linescope
