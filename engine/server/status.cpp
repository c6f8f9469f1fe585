// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a line and an address: LINEDEVSTATUS and LINEADDRESSSTATUS (I-82..I-84), and LINE_LINEDEVSTATE and
// LINE_ADDRESSSTATE for those who asked for them (M-1, M-8).

#include "server/arguments.h"
#include "server/features.h"
#include "server/telephonyserver_p.h"

#include <array>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

namespace {

// Who opens and closes a line is not for providers to know (V-46); REINIT cannot be disabled (M-8).
constexpr LineDevStates ofTheEngine = LineDevState::Open | LineDevState::Close;
constexpr LineDevStates notAskedFor = ofTheEngine | LineDevState::Reinit;

} // namespace

// ---- queries ----

TelephonyServer::Private::CountedAs TelephonyServer::Private::countedAs(CallState state)
{
    if (state == CallState::Idle)
        return CountedAs::Nothing;
    if (state == CallState::OnHold)
        return CountedAs::OnHold;
    if (state == CallState::OnHoldPendConf || state == CallState::OnHoldPendTransfer)
        return CountedAs::OnHoldPending;
    return CountedAs::Active;
}

// I-82. A call that was announced counts from its first state on.
template<class Matches>
TelephonyServer::Private::CallCounts TelephonyServer::Private::countCalls(Matches matches) const
{
    CallCounts counts{};
    world.calls().forEach([&](const Call &call) {
        if (matches(call) && !unannounced.contains(call.id))
            ++counts[size_t(countedAs(call.state))];
    });
    return counts;
}

Result<LineDevStatus> TelephonyServer::lineGetLineDevStatus(HLineApp app, HLine hLine)
{
    using CountedAs = Private::CountedAs;
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    const Device &device = *d->world.device((*line)->device);
    const auto counts = d->countCalls([&](const Call &call) { return call.device == device.id; });
    LineDevStatus status;
    status.numOpens = device.opens; // I-83
    status.openMediaModes = d->deviceEntry(device.id).detected;
    status.numActiveCalls = counts[size_t(CountedAs::Active)];
    status.numOnHoldCalls = counts[size_t(CountedAs::OnHold)];
    status.numOnHoldPendCalls = counts[size_t(CountedAs::OnHoldPending)];
    status.lineFeatures = lineFeatures(device, d->entryOf(device.provider).abilities);
    status.devStatusFlags.setFlag(DevStatusFlag::Connected, device.info.connected);
    status.devStatusFlags.setFlag(DevStatusFlag::InService, device.info.inService);
    if ((*line)->apiVersion < ApiVersion::V2_0) // I-3
        return status;
    for (HLine open : d->deviceEntry(device.id).lines)
        status.appNames.append(d->world.app(d->world.line(open)->app)->name);
    return status;
}

Result<AddressStatus> TelephonyServer::lineGetAddressStatus(HLineApp app, HLine hLine, quint32 addressId)
{
    using CountedAs = Private::CountedAs;
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    const Device &device = *d->world.device((*line)->device);
    if (addressId >= device.info.numAddresses)
        return fail(LineError::InvalAddressId);
    const auto counts = d->countCalls([&](const Call &call) {
        return call.device == device.id && call.info.number(&CallInfo::addressId) == addressId;
    });
    AddressStatus status;
    status.numActiveCalls = counts[size_t(CountedAs::Active)];
    status.numOnHoldCalls = counts[size_t(CountedAs::OnHold)];
    status.numOnHoldPendCalls = counts[size_t(CountedAs::OnHoldPending)];
    status.addressFeatures = addressFeatures(device, d->entryOf(device.provider).abilities);
    return status;
}

// ---- who wants to hear what ----

Result<> TelephonyServer::lineSetStatusMessages(HLineApp app, HLine hLine, LineDevStates lineStates,
                                                AddressStates addressStates)
{
    const Result<const Line *> line = d->requireLine(app, hLine);
    if (!line)
        return fail(line.error());
    if (const Result<> valid = requireStatusStates(lineStates, addressStates); !valid)
        return valid;
    const Transaction transaction(d.get());
    if (lineStates || addressStates)
        d->statusMasks.insert(hLine, {lineStates, addressStates});
    else
        d->statusMasks.remove(hLine);
    d->updateStatusMessages((*line)->device);
    return {};
}

// V-63: the provider hears of the union of all opens, whenever what it has to report changes.
void TelephonyServer::Private::updateStatusMessages(DeviceId id)
{
    DeviceEntry &entry = deviceEntry(id);
    StatusMasks wanted;
    for (HLine line : entry.lines) {
        const StatusMasks masks = statusMasks.value(line);
        wanted.line |= masks.line;
        wanted.address |= masks.address;
    }
    const StatusMasks before = std::exchange(entry.wanted, wanted);
    const LineDevStates asked = wanted.line & ~notAskedFor;
    if (asked == (before.line & ~notAskedFor) && wanted.address == before.address)
        return;
    const Device &device = *world.device(id);
    send(device.provider, Commands::SetStatusMessages{device.driver, asked, wanted.address});
}

void TelephonyServer::Private::postLineState(DeviceId id, LineDevStates states, quint32 param2, quint32 param3,
                                             HLineApp butNot)
{
    const DeviceEntry &entry = deviceEntry(id);
    if (!(entry.wanted.line & states))
        return;
    for (HLine hLine : entry.lines) {
        const Line &line = *world.line(hLine);
        const LineDevStates news = statusMasks.value(hLine).line & states;
        if (news && line.app != butNot)
            postToLine(line, {MessageId::LineDevState, hLine.handle(), 0, quint32(news.toInt()), param2, param3});
    }
}

void TelephonyServer::Private::postAddressState(DeviceId id, quint32 addressId, AddressStates states)
{
    const DeviceEntry &entry = deviceEntry(id);
    if (!(entry.wanted.address & states))
        return;
    for (HLine hLine : entry.lines) {
        const AddressStates news = statusMasks.value(hLine).address & states;
        if (news)
            postToLine(*world.line(hLine),
                       {MessageId::AddressState, hLine.handle(), 0, addressId, quint32(news.toInt()), 0});
    }
}

// V-56: the engine counts the calls, so it tells of them itself.
void TelephonyServer::Private::postCallCounts(DeviceId device, const PackedCallInfo &info)
{
    postLineState(device, LineDevState::NumCalls);
    if (deviceEntry(device).wanted.address.testFlag(AddressState::NumCalls))
        postAddressState(device, info.number(&CallInfo::addressId), AddressState::NumCalls);
}

// ---- what the provider says ----

// The same device may be given a new name by a provider that has started again.
void TelephonyServer::Private::changeDeviceState(DeviceId id, const Reports::DeviceState &state)
{
    const DeviceInfo &info = world.device(id)->info;
    LineDevStates changed;
    if (info.inService != state.inService)
        changed |= state.inService ? LineDevState::InService : LineDevState::OutOfService;
    if (info.connected != state.connected)
        changed |= state.connected ? LineDevState::Connected : LineDevState::Disconnected;
    record(Events::DeviceState{id, state.line, state.inService, state.connected, state.text});
    postLineState(id, changed);
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::DeviceState &report, quint64)
{
    const DeviceId id = deviceOf(provider, report.line);
    if (id.isNull())
        return;
    const DeviceInfo &info = world.device(id)->info;
    if (info.inService != report.inService || info.connected != report.connected || info.stateText != report.text)
        changeDeviceState(id, report);
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::LineDevState &report, quint64)
{
    const DeviceId id = deviceOf(provider, report.line);
    if (id.isNull())
        return;
    if (report.states & ofTheEngine)
        raise("V-46", Severity::Violation, shortName(id),
              tr("The provider reported who opens or closes the line, which it cannot know."));
    if (report.states.testFlag(LineDevState::Reinit))
        postToAll(ApiVersion::V1_4,
                  {MessageId::LineDevState, 0, 0, quint32(LineDevState::Reinit), report.param2, report.param3});
    const LineDevStates told = report.states & ~(notAskedFor | LineDevState::NumCalls); // I-82
    postLineState(id, told, report.param2, report.param3);
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::AddressState &report, quint64)
{
    const DeviceId id = deviceOf(provider, report.line);
    if (!id.isNull())
        postAddressState(id, report.addressId, report.states & ~AddressStates(AddressState::NumCalls)); // I-82
}

} // namespace Linescope
