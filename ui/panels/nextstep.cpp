// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/nextstep.h"

#include "world/world.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::NextStep)
};

} // namespace

QString nextStep(const World &world)
{
    if (world.providers().empty())
        return Words::tr("Connect to an Asterisk server, or start the simulator's demo: both are in the Source menu.");
    if (world.lines().isEmpty())
        return Words::tr("Open a line as an application: Line › Open line…");
    return Words::tr("Wait for a call, or make one: Call › Make call…");
}

} // namespace Linescope
