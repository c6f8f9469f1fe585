// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each member of LINECALLINFO and LINECALLSTATUS means, a sentence each (rulebook 8).
#pragma once

#include <QString>

#include <span>

namespace Linescope {

struct FieldMeaning {
    const char *name;    // CallInfoField::name, or that of a member of LINECALLSTATUS
    const char *meaning; // to be translated in the context Linescope::FieldMeanings
};
std::span<const FieldMeaning> fieldMeanings();

QString meaningOf(const char *name); // translated; empty for an unknown one

} // namespace Linescope
