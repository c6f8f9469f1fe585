// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Filters for tests of what shows handles.
#pragma once

#include "filter/handlefilter.h"
#include "storyteller.h"

namespace Linescope::Test {

inline HandleFilter filter(const QString &text) { return HandleFilter::parse(text).value(); }

inline HandleFilter anyFilter(Storyteller &story)
{
    static constexpr const char *filters[] = {"",
                                              "state:connected",
                                              "retained or caller:1*",
                                              "instate>300ms",
                                              "-app:app-d (age<2s or privilege:owner)",
                                              "retainedfor>=200ms",
                                              "nobody"};
    return filter(QString::fromLatin1(filters[story.chance(int(std::size(filters)))]));
}

} // namespace Linescope::Test
