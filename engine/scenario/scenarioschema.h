// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON Schema (draft 2020-12) of scenario files, made from the lists that the reader reads by. Editors check and
// complete with it; resources/scenarios/scenario.schema.json is this text.
#pragma once

#include <QByteArray>

namespace Linescope::Scenarios {

QByteArray scenarioSchema();

} // namespace Linescope::Scenarios
