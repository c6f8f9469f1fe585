// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The values of a call's record (LINECALLINFO) in scenarios: by the names of callInfoFields(), constants by name.
#pragma once

#include "scenario/decoder.h"
#include "tapi/callinfo.h"

namespace Linescope::Scenarios {

QStringList callInfoKeys();
// Of those, what a provider reports.
QStringList providerCallInfoKeys();
// The constants of a member that has some; `flags` says whether several may be set.
const Constants *callInfoConstants(const CallInfoField &field, bool &flags);

// Sets the members that the JSON has and a provider fills.
void fillCallInfo(Decoder &decoder, const QJsonObject &json, CallInfo &info);
// The keys whose members are not what the JSON says.
QStringList differences(Decoder &decoder, const QJsonObject &wanted, const CallInfo &info);

} // namespace Linescope::Scenarios
