// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arguments of functions that are right or wrong by themselves (E-1, READINGS.md). Without state; any thread.
#pragma once

#include "tapi/result.h"
#include "world/world.h"

namespace Linescope {

// INVALADDRESS for what no provider may get to see: control characters, a number without end. Empty is a number too.
Result<> requireDialable(const QString &address);
// The same where something has to be dialled.
Result<> requireAddress(const QString &address);
// INVALMEDIAMODE, INVALBEARERMODE: what the device has not, none, or more bearer modes than a call has.
Result<> requireCallParams(const Device &device, const CallParams &params);
// Exactly one bit, and one of the family's.
Result<> requireCompletionMode(CallComplMode mode);
Result<> requireParking(ParkMode mode, const QString &address);
// INVALDIGITMODE unless PULSE or DTMF, which nobody looks at without digits; INVALPARAM for digits without end.
Result<> requireDigits(DigitMode mode, const QString &digits);
Result<> requireDigitModes(DigitModes modes);
// Of a call: at least one, UNKNOWN beside others (V-86).
Result<> requireMediaModes(MediaModes modes);
// Exactly one.
Result<> requireMediaMode(MediaModes mode);
// INVALLINESTATE, INVALADDRESSSTATE: bits that do not exist.
Result<> requireStatusStates(LineDevStates lineStates, AddressStates addressStates);

} // namespace Linescope
