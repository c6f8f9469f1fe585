// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values made up from the lists of fields: every member of every request, command, report and event, in and out of
// range.
#pragma once

#include "choices.h"
#include "world/event.h"

namespace Linescope::Test {

// Hostile, but of whole characters.
QString randomText(Choices &choices);
CallInfo randomCallInfo(Choices &choices);
Request randomRequest(Choices &choices, size_t alternative);
Command randomCommand(Choices &choices, size_t alternative);
Report randomReport(Choices &choices, size_t alternative);
LineMessage randomMessage(Choices &choices);
EventPayload randomPayload(Choices &choices, size_t alternative);

} // namespace Linescope::Test
