// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults in words for people.
#pragma once

#include "provider/faults.h"

#include <QString>

#include <functional>

namespace Linescope {

QString faultName(FaultKind kind);    // "Lost reports"
QString faultMeaning(FaultKind kind); // a sentence

// "lost reports 10 %, provider dies once": `lineName` names the lines of faults that are about one.
QString faultSummary(const QList<Fault> &faults, const std::function<QString(DriverLine)> &lineName);

} // namespace Linescope
