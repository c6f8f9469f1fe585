// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/serviceprovider.h"

namespace Linescope {

void ServiceProvider::stimulate(const Stimulus &) { }

} // namespace Linescope
