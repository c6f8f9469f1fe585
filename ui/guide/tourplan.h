// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario cut into the chapters of a tour: a caption and the steps up to the next one, each with its moment.
#pragma once

#include "scenario/scenario.h"
#include "tapi/clock.h"

#include <QList>
#include <QString>

namespace Linescope {

struct TourAction {         // a step that is not a caption
    Microseconds begin = 0; // in the chapter
    Microseconds end = 0;
    Microseconds wait = 0; // how much time it lets pass between begin and end
};

struct TourChapter {
    QString text;
    QString about; // name of a handle, a line or an application
    QString view;
    Microseconds hold = 0;
    QList<TourAction> actions;
};

// The caption is there first; then the steps come one by one; then there is time to look. A long wait is a time-lapse.
QList<TourChapter> tourPlan(const Scenarios::Scenario &scenario, const QString &language);

} // namespace Linescope
