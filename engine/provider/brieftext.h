// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports and commands in a few words, by their short names: "callState d40 CONNECTED ACTIVE", "makeCall R3 l1".
// Nothing that came from outside is in them.
#pragma once

#include "provider/contract.h"

namespace Linescope {

QString briefText(const Report &report);
QString briefText(const Command &command);

} // namespace Linescope
