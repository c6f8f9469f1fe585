// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the timeline says in words: of lanes, and of everything that is drawn in them.
#pragma once

#include "diagrams/timeline/timelinelayout.h"
#include "support/selection.h"

#include <QString>

namespace Linescope {

QString lineName(const TimelineModel &model, DeviceId id);
QString parties(const CallRecord &record); // "101 → 102"
QString laneName(const TimelineModel &model, const TimelineLane &lane);
struct LaneDetail {
    QString text;         // "2 calls", "101 → 102"
    quint32 retained = 0; // handles
};
LaneDetail laneDetail(const TimelineModel &model, const TimelineLane &lane);
QString lanesTitle(TimelineModel::Lanes lanes); // "Lines"

QString partName(const TimelineModel &model, const TimelinePart &part);
// All about it; several lines.
QString partDescription(const TimelineModel &model, const TimelinePart &part, Microseconds now);
Selection partSelection(const TimelineModel &model, const TimelinePart &part);

QString retainedText(Microseconds duration); // "retained 7:52"
// "10:41:07.112", with the date if that is another day than `now`'s.
QString momentText(Microseconds time, Microseconds now);

} // namespace Linescope
