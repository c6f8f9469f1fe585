// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/contract.h"

namespace Linescope {

bool Reports::operator==(const DeviceAdded &a, const DeviceAdded &b)
{
    return a.line == b.line && (a.info == b.info || (a.info && b.info && *a.info == *b.info));
}

} // namespace Linescope
