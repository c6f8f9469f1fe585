// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages and commands as a person reads them, in the scenario's own words: "LINE_CALLSTATE CA CONNECTED ACTIVE".
#pragma once

#include "provider/contract.h"
#include "scenario/names.h"
#include "tapi/linemessage.h"

namespace Linescope::Scenarios {

QString textOf(const LineMessage &message, const Names &names);
QString textOf(const Command &command, const Names &names);

} // namespace Linescope::Scenarios
