// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results of scenarios as JUnit XML, which build servers read.
#pragma once

#include "scenario/scenariorunner.h"

#include <QByteArray>

namespace Linescope {

struct Played {
    QString file;
    QString title;
    Scenarios::ScenarioResult result;
    qint64 milliseconds = 0; // real time
};

// One test suite for each file with one test case. What comes from files holds no character that XML cannot.
QByteArray toJUnit(const QList<Played> &played);

} // namespace Linescope
