// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a line and an address: LINEDEVSTATUS and LINEADDRESSSTATUS (I-82..I-84).

#include "server/telephonyserver_p.h"

namespace Linescope {

namespace {

struct CallCounts {
    quint32 active = 0;
    quint32 onHold = 0;
    quint32 onHoldPending = 0;
};

// I-82: IDLE calls count nowhere.
template<class Matches>
CallCounts countCalls(const World &world, Matches matches)
{
    CallCounts counts;
    world.calls().forEach([&](const Call &call) {
        if (!matches(call) || call.isIdle())
            return;
        if (call.state == CallState::OnHold)
            ++counts.onHold;
        else if (call.state == CallState::OnHoldPendConf || call.state == CallState::OnHoldPendTransfer)
            ++counts.onHoldPending;
        else
            ++counts.active;
    });
    return counts;
}

} // namespace

Result<LineDevStatus> TelephonyServer::lineGetLineDevStatus(HLineApp app, HLine hLine)
{
    if (d->lastApp == 0)
        return fail(LineError::Uninitialized);
    const Line *line = d->lineOf(app, hLine);
    if (!line)
        return fail(LineError::InvalLineHandle);
    const Device &device = *d->world.device(line->device);
    const CallCounts counts = countCalls(d->world, [&](const Call &call) { return call.device == device.id; });
    LineDevStatus status;
    status.numOpens = device.opens;
    status.openMediaModes = d->deviceEntry(device.id).detected;
    status.numActiveCalls = counts.active;
    status.numOnHoldCalls = counts.onHold;
    status.numOnHoldPendCalls = counts.onHoldPending;
    status.devStatusFlags.setFlag(DevStatusFlag::Connected, device.info.connected);
    status.devStatusFlags.setFlag(DevStatusFlag::InService, device.info.inService);
    for (HLine open : d->deviceEntry(device.id).lines)
        status.appNames.append(d->world.app(d->world.line(open)->app)->name);
    return status;
}

Result<AddressStatus> TelephonyServer::lineGetAddressStatus(HLineApp app, HLine hLine, quint32 addressId)
{
    if (d->lastApp == 0)
        return fail(LineError::Uninitialized);
    const Line *line = d->lineOf(app, hLine);
    if (!line)
        return fail(LineError::InvalLineHandle);
    const Device &device = *d->world.device(line->device);
    if (addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    const CallCounts counts = countCalls(d->world, [&](const Call &call) {
        return call.device == device.id && call.info.number(&CallInfo::addressId) == addressId;
    });
    return AddressStatus{0, counts.active, counts.onHold, counts.onHoldPending, {}};
}

} // namespace Linescope
