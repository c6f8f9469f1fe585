// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A step of a ladder in words, and between whom it went.
#pragma once

#include "models/ladder/ladderstep.h"

#include <QString>

namespace Linescope {

struct LadderLane {
    enum class Kind : quint8 { App, Engine, Provider };
    Kind kind = Kind::Engine;
    quint32 id = 0; // Id::handle of the application or the provider, engineLane for the engine
    QString name;   // as it came: outside text
    QString tag;    // "A2", "P1"; empty for the engine
    friend bool operator==(const LadderLane &, const LadderLane &) = default;
};
constexpr quint32 engineLane = 0xffffffff;

// Lanes by their id. Both the same: at one lane. None: across all of them.
struct LadderEnds {
    quint32 from = 0;
    quint32 to = 0;
    bool isAcross() const { return from == 0; }
    bool isArrow() const { return from != to; }
    friend bool operator==(LadderEnds, LadderEnds) = default;
};
LadderEnds ladderEnds(const LadderStep &step);

// One line, outside text in it as it came: "lineDrop H5", "C17 CONNECTED ACTIVE", "H42 begins, OWNER".
QString ladderText(const LadderStep &step);
QString ladderKindName(LadderKind kind);               // "Requests", for a menu
QString durationText(Microseconds duration);           // "3.2 s", "2 min 05 s"
QString relativeTimeText(Microseconds sinceBeginning); // "+0.350"

} // namespace Linescope
