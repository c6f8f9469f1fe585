// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the state map shows, as values: how many calls are in each state, which ways they go, the way of one call.
#pragma once

#include "models/statecounts.h"

#include <QString>

#include <vector>

namespace Linescope {

struct CallRecord;

struct StateMapNode {
    CallState state = CallState::Unknown;
    quint32 count = 0;
    QString visits;      // of the selected call, numbered, with the time it stayed: "1  0.4 s"
    bool isLast = false; // where the selected call is
    friend bool operator==(const StateMapNode &, const StateMapNode &) = default;
};

struct StateMapArrow {
    enum class Look : quint8 { Quiet, Flowing, Unusual, Forbidden };

    std::optional<CallState> from; // none: calls begin so
    CallState to = CallState::Unknown;
    Look look = Look::Quiet;
    quint32 lastMinute = 0;
    quint64 total = 0;
    CallId lastCall;
    const char *rule = "";
    bool onPath = false;
    bool isWarning() const { return look == Look::Unusual || look == Look::Forbidden; }
    friend bool operator==(const StateMapArrow &, const StateMapArrow &) = default;
};

struct StateMapScene {
    std::vector<StateMapNode> nodes;   // in the order of StateMapLayout::states()
    std::vector<StateMapArrow> arrows; // from what matters least to what matters most
    friend bool operator==(const StateMapScene &, const StateMapScene &) = default;
};

// An unusual way is shown for so long after a call took it; a forbidden one always.
constexpr Microseconds UnusualWayTime = 600'000'000;

// `record` and `pointedAt` may be none; all usual ways out of the state pointed at are shown.
StateMapScene makeStateMapScene(const StateCounts &counts, const CallRecord *record, std::optional<CallState> pointedAt,
                                Microseconds now);

// In words, several lines.
QString describe(const StateMapNode &node, const StateCounts &counts);
QString describe(const StateMapArrow &arrow);
// "C17: 5 steps, CONNECTED for 0:12."
QString describePath(const CallRecord &record, Microseconds now);

} // namespace Linescope
