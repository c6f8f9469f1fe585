// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done now, as bits: the state column of the function table (rulebook 7.2) and what follows from it for
// LINECALLSTATUS, LINEDEVSTATUS and LINEADDRESSSTATUS. The window greys from the same functions. Without state; any
// thread.
#pragma once

#include "provider/contract.h"
#include "world/world.h"

namespace Linescope {

// Whether the function with this bit may be called in the call's state. Functions for "any" state may be called on an
// IDLE call too: the provider decides (E-6).
bool stateAllows(CallFeature feature, const Call &call);

// For an owner: what the state allows and the provider can do; nothing once IDLE (I-75).
CallFeatures callFeatures(const Call &call, const ProviderAbilities &abilities);
CallFeatures2 callFeatures2(const Call &call, const ProviderAbilities &abilities);

// What remains for a holder with that privilege (P-34): a monitor may listen for digits, no more.
CallFeatures masked(CallFeatures features, Privilege privilege);

LineFeatures lineFeatures(const Device &device, const ProviderAbilities &abilities);
AddressFeatures addressFeatures(const Device &device, const ProviderAbilities &abilities);

} // namespace Linescope
