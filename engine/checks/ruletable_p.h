// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of rules(), in parts. Their texts are translated in the context Linescope::Rule.
#pragma once

#include "checks/rules.h"

#include <QCoreApplication>

namespace Linescope {

std::span<const Rule> callRules();
std::span<const Rule> lineRules();
std::span<const Rule> stepRules();

} // namespace Linescope
