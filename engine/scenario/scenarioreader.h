// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a scenario file: strictly, and as a file of unknown origin. Nothing in it can name another file or a program.
// Any thread.
#pragma once

#include "scenario/scenario.h"

#include <tl/expected.hpp>

namespace Linescope::Scenarios {

constexpr quint64 maxSteps = 1'000'000; // with every repeat unrolled

// `file` is for the messages only. All that is wrong is told, at most 100 errors; there is at least one.
tl::expected<Scenario, QList<ScenarioError>> readScenario(const QByteArray &json, const QString &file);
// The same from disk.
tl::expected<Scenario, QList<ScenarioError>> readScenarioFile(const QString &path);

} // namespace Linescope::Scenarios
