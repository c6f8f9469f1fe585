// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of a ladder as they would be read aloud.
#pragma once

#include "diagrams/ladder/ladder.h"
#include "diagrams/ladder/ladderwords.h"

namespace Linescope::Test {

inline QString textOf(const Ladder &ladder, const LadderRow &row) { return ladderText(*ladder.rows().step(row)); }

// The first row whose text begins so.
inline const LadderRow *rowOf(const Ladder &ladder, const QString &beginning)
{
    for (const LadderRow &row : ladder.rows().rows()) {
        if (textOf(ladder, row).startsWith(beginning))
            return &row;
    }
    return nullptr;
}

inline QStringList texts(const Ladder &ladder)
{
    QStringList lines;
    for (const LadderRow &row : ladder.rows().rows())
        lines += textOf(ladder, row);
    return lines;
}

} // namespace Linescope::Test
