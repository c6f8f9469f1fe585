// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl run --golden` and `--against`: the trace of a run beside one that was kept, or beside that of another
// source.
#pragma once

#include "linescopectl/options.h"
#include "scenario/tracecompare.h"

#include <tl/expected.hpp>

namespace Linescope {

// The file that keeps the trace of that scenario: `golden` itself, or, of a folder, "<scenario>.trace" in it.
QString goldenFile(const QString &golden, const QString &scenario);

// Writes the trace instead of what was kept; or a sentence that says why it cannot.
std::optional<QString> keepTrace(const QString &path, const Scenarios::Trace &trace);

// For people: what is different, side by side, fit for a terminal; and its last line, which counts.
QStringList comparisonLines(const Scenarios::TraceComparison &comparison, const QString &left, const QString &right,
                            int columns);
// For scripts: {"event":"comparison","file":...,"left":...,"right":...,"same":n,...}.
QByteArray comparisonJson(const Scenarios::TraceComparison &comparison, const QString &file, const QString &left,
                          const QString &right);

} // namespace Linescope
