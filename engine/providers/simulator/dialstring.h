// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the simulated network makes of a dialled number. Numbers that end in a Q.850 cause meet it:
//   17 busy, 18 nobody answers, 21 rejected, 34 no circuit (congestion); all others are answered.
#pragma once

#include "providers/simulator/simulatedcall.h"

#include <QString>

namespace Linescope {

// None, or why this string cannot be dialled: a DIAL... code for a modifier that no simulated line has (V-68).
// At the end of the string, ';' means that more digits follow (F-6).
LineError checkDialString(const QString &address);
bool moreDigitsFollow(const QString &address);
QString withoutSemicolon(const QString &address);
Fate fateOfNumber(const QString &address);
// The two digits that lead to a fate; empty for Answered.
QString endingFor(Fate fate);

} // namespace Linescope
