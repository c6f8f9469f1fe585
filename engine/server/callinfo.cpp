// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a call: LINECALLINFO and LINECALLSTATUS (rulebook 8).

#include "server/features.h"
#include "server/telephonyserver_p.h"

namespace Linescope {

Result<CallInfo> TelephonyServer::lineGetCallInfo(HLineApp app, HCall hCall)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const Call &call = *found->call; // in any state, IDLE too (H-7, I-2)
    CallInfo info = call.info.unpack();
    info.line = found->line->id.handle();
    info.lineDeviceId = deviceNumber(call.device);
    info.numOwners = call.owners; // P-27
    info.numMonitors = call.monitors;
    info.callStates |= quint32(CallState::Unknown); // S-33
    return info;
}

Result<CallStatus> TelephonyServer::lineGetCallStatus(HLineApp app, HCall hCall)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const Call &call = *found->call;
    CallStatus status;
    status.state = call.state;
    status.mode = call.mode;
    status.privilege = found->handle->privilege; // P-33
    const ProviderAbilities &abilities = d->entryOf(d->world.device(call.device)->provider).abilities;
    status.features = masked(callFeatures(call, abilities), status.privilege);
    if (status.privilege == Privilege::Owner)
        status.features2 = callFeatures2(call, abilities);
    status.stateEntryTime = call.stateSince; // I-81
    return status;
}

} // namespace Linescope
