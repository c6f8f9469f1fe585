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

// The same for functions of two calls, in the order of the function's parameters.
bool statesAllowSwap(const Call &active, const Call &held);        // F-19
bool statesAllowTransfer(const Call &call, const Call &consult);   // F-21
bool statesAllowJoin(const Call &conference, const Call &consult); // F-25

// The handle's owner is the last of a call that is not over: it may not step back to MONITOR (P-19).
bool isLastOwner(const Handle &handle, const Call &call);
// Such a one may not leave with an API version below 2.0, either (P-30).
bool mayDeallocate(const Handle &handle, const Call &call, const Line &line);

// The conference that the call is, or belongs to; none if it has nothing to do with one (F-48). Looks at all calls.
CallId conferenceOf(const World &world, const Call &call);
std::vector<CallId> membersOf(const World &world, CallId conference); // oldest first
// All that lineAddToConference asks of the two (F-25, F-49), but for privileges and lines.
bool mayJoin(const World &world, const Call &conference, const Call &consult);

// Where a direct handoff goes: the HLINE of that module which was the first to open the device as an owner (P-22);
// none: nobody qualifies. Looks at all lines.
HLine handoffTarget(const World &world, DeviceId device, const QString &moduleName);

// For an owner: what the state allows and the provider can do; nothing once IDLE (I-75).
CallFeatures callFeatures(const Call &call, const ProviderAbilities &abilities);
CallFeatures2 callFeatures2(const Call &call, const ProviderAbilities &abilities);

// What remains for a holder with that privilege (P-34): a monitor may listen for digits, no more.
CallFeatures masked(CallFeatures features, Privilege privilege);

LineFeatures lineFeatures(const Device &device, const ProviderAbilities &abilities);
AddressFeatures addressFeatures(const Device &device, const ProviderAbilities &abilities);

} // namespace Linescope
