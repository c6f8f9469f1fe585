// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must be true of every engine at every moment, whatever the story: looked at after each test.
#pragma once

#include "server/telephonyserver.h"

#include <QStringList>

namespace Linescope::Test {

// Sentences saying where a World contradicts itself: counts against a recount, links, bytes. Empty when all is well.
QStringList contradictions(const World &world);

// The same for a server: its World, its journal without holes, every event of it written and read back, the World
// rebuilt from it, and what the server keeps beside the World, which has to go with what it belongs to.
QStringList contradictions(const TelephonyServer &server);

} // namespace Linescope::Test
