// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The theme's inside: which colours stateStyle() gives from now on.
#pragma once

#include "support/theme/appearance.h"

namespace Linescope {

void setStateColors(const Appearance &appearance);

} // namespace Linescope
