// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures and moments as people read them.
#pragma once

#include "tapi/clock.h"

#include <QString>

namespace Linescope {

QString bytesText(quint64 bytes);    // "3.4 KiB"
QString timeText(Microseconds time); // "10:41:07.112", local time; empty for 0

} // namespace Linescope
