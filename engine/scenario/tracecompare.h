// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two traces side by side: what is in both, what is in one of them, what is in both but not the same.
#pragma once

#include "scenario/trace.h"

#include <QJsonObject>

namespace Linescope::Scenarios {

struct TraceDifference {
    enum class Kind { Same, OnlyLeft, OnlyRight, Changed };

    Kind kind = Kind::Same;
    qsizetype left = -1; // row of the trace, -1: none
    qsizetype right = -1;
    friend bool operator==(const TraceDifference &, const TraceDifference &) = default;
};

struct TraceComparison {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)

public:
    Trace left;
    Trace right;
    QList<TraceDifference> rows;
    bool cut = false; // too much is different: a part was compared row by row

    bool same() const { return differences() == 0; }
    qsizetype differences() const;
};

// The fewest differences by the longest common subsequence (Myers), as long as there are at most `most`.
TraceComparison compare(const Trace &left, const Trace &right, int most = 2000);

// What stands for it where there is no room: " ", "<", ">", "|".
QChar signOf(TraceDifference::Kind kind);

// Lines for a terminal that many columns wide, equal stretches shortened to `context` rows around what is different;
// < 0: all rows. Texts are as they were: escape them.
QStringList sideBySide(const TraceComparison &comparison, int columns = 160, int context = 3);
// {"same": n, "changed": n, "onlyLeft": n, "onlyRight": n, "cut": false, "rows": [{"kind": "changed", ...}]}; rows that
// are the same are left out.
QJsonObject toJson(const TraceComparison &comparison);

} // namespace Linescope::Scenarios
