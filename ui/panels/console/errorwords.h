// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What LINEERR_ results mean, for people who do not know them by heart.
#pragma once

#include "tapi/constants.h"

#include <QString>

namespace Linescope {

// A sentence; empty for one that nobody has explained.
QString errorExplanation(LineError error);
// "LINEERR_NOTOWNER (0x80000046): Only an owner of the call may do this."
QString errorText(LineError error);

} // namespace Linescope
