// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What to do so that a view has something to show: for notes over empty views.
#pragma once

#include <QString>

namespace Linescope {

class World;

QString nextStep(const World &world); // a sentence

} // namespace Linescope
