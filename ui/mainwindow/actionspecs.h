// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every action is called, looks like and does, in a sentence; and its keys.
#pragma once

#include "mainwindow/actions.h"

#include <span>

namespace Linescope {

struct ActionSpec {
    ActionId id;
    const char *name; // in the settings, for ever: never translated, never changed
    const char *text;
    const char *icon;
    const char *shortcut; // as QKeySequence reads it
    const char *toolTip;
    const char *shortText = nullptr; // on the toolbar
};

std::span<const ActionSpec> actionSpecs(); // in the order of ActionId

} // namespace Linescope
