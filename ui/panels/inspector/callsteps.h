// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the history remembers of a call, as facts.
#pragma once

#include "models/callhistory.h"
#include "panels/inspector/callfacts.h"

namespace Linescope {

QList<StepFact> stepsOf(const CallRecord &record, Microseconds now);
QList<HolderFact> holdersOf(const CallRecord &record, HCall chosen);

} // namespace Linescope
