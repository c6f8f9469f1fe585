// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a handle or a call is as it is, in sentences: why it is still there and what would free it (H-4, H-24, R-10,
// L-15 to L-28), why it is void, what is wrong with it.
#pragma once

#include "models/handles/handlerow.h"

#include <QStringList>

namespace Linescope {

// `handle` and `ghost` may be none. Empty: there is nothing to explain.
QStringList explanationOf(const World &world, const Call &call, const Handle *handle, const Ghost *ghost,
                          Microseconds now);

QString appNameOf(const World &world, HLineApp app); // its short name once it is gone

} // namespace Linescope
