// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading what is expected, by what it is about.
//
// expectation.cpp     the step
// messagepattern.cpp  messages to applications
// commandpattern.cpp  commands to the provider
// findingpattern.cpp  findings
// worldpattern.cpp    the state of things
#pragma once

#include "scenario/expectation.h"

namespace Linescope::Scenarios {

// json: what the step expects, {"message": ...} and the like.
MessagePattern readMessage(Decoder &decoder, const QJsonObject &json);
CommandPattern readCommand(Decoder &decoder, const QJsonObject &json);
FindingPattern readFinding(Decoder &decoder, const QJsonObject &json);
// value: of "world".
WorldPattern readWorld(Decoder &decoder, const QJsonValue &value);

} // namespace Linescope::Scenarios
