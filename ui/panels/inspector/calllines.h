// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The states of a call and its holders as bars on the scale of its life.
#pragma once

#include "panels/inspector/callfacts.h"
#include "panels/inspector/lifelines.h"

namespace Linescope {

QList<Lifeline> stepLines(const CallFacts &facts, const QPalette &palette);
QList<Lifeline> holderLines(const CallFacts &facts, const QPalette &palette); // choosing one selects its handle

} // namespace Linescope
