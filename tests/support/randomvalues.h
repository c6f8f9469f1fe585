// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values made up from the lists of fields: every member of every request, command, report and event, in and out of
// range.
#pragma once

#include "world/event.h"

#include <QRandomGenerator>

namespace Linescope::Test {

// Hostile, but of whole characters.
QString randomText(QRandomGenerator &random);
CallInfo randomCallInfo(QRandomGenerator &random);
Request randomRequest(QRandomGenerator &random, size_t alternative);
Command randomCommand(QRandomGenerator &random, size_t alternative);
Report randomReport(QRandomGenerator &random, size_t alternative);
LineMessage randomMessage(QRandomGenerator &random);
EventPayload randomPayload(QRandomGenerator &random, size_t alternative);

} // namespace Linescope::Test
