// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A ladder of a call that has been played, and its rows as they would be read aloud.
#pragma once

#include "diagrams/ladder/ladder.h"
#include "diagrams/ladder/ladderwords.h"
#include "ladderstage.h"

namespace Linescope::Test {

struct ShownLadder {
    explicit ShownLadder(int height = 400)
    {
        ladder.resize(900, height);
        ladder.show();
        ladder.setCall(call);
    }

    LadderStage stage;
    const CallId call = stage.playsACall(QStringLiteral("crm"));
    Ladder ladder{&stage.live, stage.model.get()};
};

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
