// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults in one line of text, as in the address of a source: "drop:0.1,delay:0.25:250ms,lineCloseStorm:x1:line2". Each
// is a kind and, in any order: a chance (0.1 or 10%), a time (us, ms, s, m), how many times (x3; x0: again and again),
// a line (line2).
#pragma once

#include "provider/faults.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace Linescope {

constexpr int FaultKinds = 12;
constexpr qsizetype MaxFaults = 100; // at once
constexpr Microseconds LongestFault = 3'600'000'000;

std::optional<FaultKind> faultKindOf(const QString &name);
QStringList faultKindNames();

// Delay, SlowCompletion and Stall take time.
bool takesTime(FaultKind kind);
// A fault of that kind with what it has when nothing more is said: befalls everything; ends of lines and of the
// provider once.
Fault usualFault(FaultKind kind);

// A fault of that kind has struck, on that line or none: one that has had its times goes.
void countStrike(QList<Fault> &faults, FaultKind kind, DriverLine line);

// Or a sentence that says what is wrong. No text: no faults.
tl::expected<QList<Fault>, QString> faultsFromText(const QString &text);
QString faultsToText(const QList<Fault> &faults);

// "250ms", "5s": as in the text.
QString faultTime(Microseconds time);

} // namespace Linescope
