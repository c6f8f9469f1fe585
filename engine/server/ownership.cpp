// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who gets a handle, and with which privilege (rulebook 3).

#include "server/arguments.h"
#include "server/features.h"
#include "server/telephonyserver_p.h"
#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

namespace {

// Its place in a list of modules; behind all of them if it is not in it.
qsizetype placeIn(const QStringList &modules, const QString &module)
{
    const auto found = std::find_if(modules.begin(), modules.end(), [&](const QString &listed) {
        return listed.compare(module, Qt::CaseInsensitive) == 0;
    });
    return found - modules.begin();
}

} // namespace

HCall TelephonyServer::Private::createHandle(CallId call, const Line &line, Privilege privilege)
{
    const HCall handle{++lastHandle};
    record(Events::HandleCreated{handle, call, line.id, line.app, privilege, World::bytesPerHandle()});
    return handle;
}

// LINE_APPNEWCALL and, right behind it, the first LINE_CALLSTATE with the privilege that comes with it (M-41). An
// application below 2.0 learns of the call by the state alone (M-38).
void TelephonyServer::Private::announce(HCall id, CallState state, quint32 mode)
{
    const Handle &handle = *world.handle(id);
    const Line &line = *world.line(handle.line);
    if (line.apiVersion >= ApiVersion::V2_0) {
        const quint32 address = world.call(handle.call)->info.number(&CallInfo::addressId);
        postToLine(line, {MessageId::AppNewCall, line.id.handle(), 0, address, id.handle(), quint32(handle.privilege)});
    }
    postToLine(line, {MessageId::CallState, id.handle(), 0, quint32(state), mode, quint32(handle.privilege)});
}

// A call that the provider announced has its first state: one owner is chosen, every monitor gets a handle (P-5..P-10).
void TelephonyServer::Private::announceNewCall(CallId id, MediaModes mediaModes)
{
    const Call &call = *world.call(id);
    const HLine owner = chooseOwner(call, mediaModes);
    const std::vector<HLine> lines = deviceEntry(call.device).lines;
    std::vector<HCall> created;
    for (HLine hLine : lines) {
        const Line &line = *world.line(hLine);
        if (hLine == owner)
            created.push_back(createHandle(id, line, Privilege::Owner));
        else if (line.privileges.testFlag(Privilege::Monitor))
            created.push_back(createHandle(id, line, Privilege::Monitor));
    }
    const Call &announced = *world.call(id);
    for (HCall handle : created)
        announce(handle, announced.state, modeFor(announced, world.handle(handle)->line));
    const bool mayDrop = options.unownedCalls == ServerOptions::Unowned::Drop;
    if (owner.isNull() && mayDrop && announced.state != CallState::Offering)
        drop(announced); // P-15
}

// A call that an application made: its monitors hear of it when the maker has its reply, in state UNKNOWN (M-33).
void TelephonyServer::Private::announceCreatedCall(CallId id)
{
    const std::vector<HLine> lines = deviceEntry(world.call(id)->device).lines;
    for (HLine hLine : lines) {
        const Line &line = *world.line(hLine);
        if (line.privileges.testFlag(Privilege::Monitor) && handleOf(*world.call(id), hLine).isNull())
            announce(createHandle(id, line, Privilege::Monitor), CallState::Unknown, 0);
    }
}

// P-10 to P-14.
HLine TelephonyServer::Private::chooseOwner(const Call &call, MediaModes mediaModes) const
{
    if (!mediaModes)
        mediaModes = MediaModes::fromInt(call.info.number(&CallInfo::mediaMode));
    if (!mediaModes)
        mediaModes = MediaMode::InteractiveVoice;
    const quint32 address = call.info.number(&CallInfo::addressId);
    if (mediaModes.testFlag(MediaMode::Unknown)) { // P-12
        const HLine line = chooseOwnerFor(call, MediaMode::Unknown, address);
        if (!line.isNull())
            return line;
    }
    for (const Named<MediaMode> &mode : namesOf<MediaMode>()) {
        if (!mediaModes.testFlag(mode.value))
            continue;
        const HLine line = chooseOwnerFor(call, mode.value, address);
        if (!line.isNull())
            return line;
    }
    return {};
}

// The user's list for that media mode comes first, then the order of opening (P-11). SINGLEADDRESS restricts initial
// ownership only (P-14): a handoff names no address.
HLine TelephonyServer::Private::chooseOwnerFor(const Call &call, MediaModes mediaMode,
                                               std::optional<quint32> address) const
{
    const QStringList listed = priorities.value(quint32(mediaMode.toInt()));
    HLine chosen;
    qsizetype best = 0;
    for (HLine id : devices[call.device.value - 1].lines) {
        const Line &line = *world.line(id);
        if (!mayOwn(line, mediaMode, address))
            continue;
        const qsizetype place = placeIn(listed, world.app(line.app)->moduleName);
        if (chosen.isNull() || place < best) {
            chosen = id;
            best = place;
        }
    }
    return chosen;
}

bool TelephonyServer::Private::mayOwn(const Line &line, MediaModes mediaMode, std::optional<quint32> address) const
{
    const bool otherAddress = address && line.options.testFlag(OpenOption::SingleAddress) && line.addressId != *address;
    return line.privileges.testFlag(Privilege::Owner) && (line.mediaModes & mediaMode) && !otherAddress;
}

Result<> TelephonyServer::lineSetAppPriority(HLineApp, const QString &fileName, MediaModes mediaMode, quint32 priority)
{
    if (d->lastApp == 0)
        return fail(LineError::Uninitialized);
    if (fileName.isEmpty())
        return fail(LineError::InvalAppName);
    if (const Result<> valid = requireMediaMode(mediaMode); !valid)
        return valid;
    if (priority > 1)
        return fail(LineError::InvalParam);
    QStringList &listed = d->priorities[quint32(mediaMode.toInt())];
    const qsizetype place = placeIn(listed, fileName);
    if (place < listed.size())
        listed.removeAt(place);
    if (priority == 1)
        listed.prepend(fileName);
    return {};
}

HCall TelephonyServer::Private::handleOf(const Call &call, HLine line) const
{
    HCall found;
    world.forEachHandle(call, [&](const Handle &handle) {
        if (handle.line == line)
            found = handle.id;
    });
    return found;
}

// Its first LINE_CALLSTATE says MONITOR again (M-30); the others hear of it (P-29), the asker does not.
HCall TelephonyServer::Private::grantMonitor(CallId call, const Line &line)
{
    const HCall handle = createHandle(call, line, Privilege::Monitor);
    quiet.insert(handle);
    notifyCounts(*world.call(call), line.app, CallInfoState::NumMonitors);
    return handle;
}

void TelephonyServer::Private::notifyCounts(const Call &call, HLineApp causer, CallInfoStates bits, HLineApp alsoNot)
{
    if (call.isIdle()) // M-35
        return;
    std::vector<HCall> others;
    world.forEachHandle(call, [&](const Handle &handle) {
        const HLineApp app = world.appOf(handle);
        if (app != causer && app != alsoNot)
            others.push_back(handle.id);
    });
    for (auto handle = others.rbegin(); handle != others.rend(); ++handle) {
        const Line &line = *world.line(world.handle(*handle)->line);
        postToLine(line, {MessageId::CallInfo, handle->handle(), 0, quint32(bits.toInt()), 0, 0});
    }
}

// P-17, F-60..F-63: a MONITOR handle for each call that this HLINE has none of, IDLE ones included.
Result<QList<HCall>> TelephonyServer::lineGetNewCalls(HLineApp app, HLine hLine, CallSelect select, quint32 addressId)
{
    if (d->lastApp == 0)
        return fail(LineError::Uninitialized);
    const Line *found = d->lineOf(app, hLine);
    if (!found)
        return fail(LineError::InvalLineHandle);
    if (select != CallSelect::Line && select != CallSelect::Address)
        return fail(LineError::InvalCallSelect);
    const Line line = *found;
    if (select == CallSelect::Address && addressId >= d->world.device(line.device)->info.numAddresses)
        return fail(LineError::InvalAddressId);

    const Transaction transaction(d.get());
    std::vector<CallId> calls;
    d->world.calls().forEach([&](const Call &call) {
        const bool here = call.device == line.device
            && (select == CallSelect::Line || call.info.number(&CallInfo::addressId) == addressId);
        if (here && !d->unannounced.contains(call.id) && d->handleOf(call, hLine).isNull())
            calls.push_back(call.id);
    });
    std::sort(calls.begin(), calls.end());
    QList<HCall> handles;
    for (CallId call : calls)
        handles.append(d->grantMonitor(call, line));
    return handles;
}

// P-17..P-20. The changer itself is told nothing.
Result<> TelephonyServer::lineSetCallPrivilege(HLineApp app, HCall hCall, Privilege privilege)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    if (privilege != Privilege::Monitor && privilege != Privilege::Owner)
        return fail(LineError::InvalCallPrivilege); // P-20
    const Privilege before = found->handle->privilege;
    if (privilege == before)
        return {};
    const Call &call = *found->call;
    if (isLastOwner(*found->handle, call))
        return fail(LineError::InvalCallState); // P-19
    const Transaction transaction(d.get());
    d->record(Events::HandlePrivilege{hCall, call.id, app, privilege});
    d->notifyCounts(call, app,
                    CallInfoState::NumMonitors
                        | (privilege == Privilege::Owner ? CallInfoState::NumOwnerIncr : CallInfoState::NumOwnerDecr));
    return {};
}

// P-22..P-26, Q-12. The caller stays owner and is told nothing, since it is the causer.
Result<> TelephonyServer::lineHandoff(HLineApp app, HCall hCall, const QString &fileName, MediaModes mediaMode)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const bool direct = !fileName.isEmpty();
    if (!direct && !requireMediaMode(mediaMode))
        return fail(LineError::InvalMediaMode); // P-23
    if (found->handle->privilege != Privilege::Owner)
        return fail(LineError::NotOwner);

    const Call &call = *found->call;
    const HLine targetLine = direct ? handoffTarget(d->world, call.device, fileName)
                                    : d->chooseOwnerFor(call, mediaMode, {});
    if (targetLine.isNull())
        return fail(LineError::TargetNotFound);
    const Line target = *d->world.line(targetLine);
    if (target.app == app) // P-24
        return direct ? Result<>() : fail(LineError::TargetSelf);

    const Transaction transaction(d.get());
    const CallId callId = call.id;
    HCall given = d->handleOf(call, targetLine);
    const bool isNew = given.isNull();
    const bool wasMonitor = !isNew && d->world.handle(given)->privilege == Privilege::Monitor;
    if (isNew)
        given = d->createHandle(callId, target, Privilege::Owner);
    else if (wasMonitor)
        d->record(Events::HandlePrivilege{given, callId, target.app, Privilege::Owner});
    const Call &now = *d->world.call(callId);
    const quint32 mode = d->modeFor(now, targetLine);
    d->quiet.remove(given);
    if (isNew)
        d->announce(given, now.state, mode);
    else // P-26: even if it was owner already
        d->postToLine(target,
                      {MessageId::CallState, given.handle(), 0, quint32(now.state), mode, quint32(Privilege::Owner)});
    if (isNew || wasMonitor)
        d->notifyCounts(now, app,
                        wasMonitor ? CallInfoState::NumOwnerIncr | CallInfoState::NumMonitors
                                   : CallInfoStates(CallInfoState::NumOwnerIncr),
                        target.app);
    return {};
}

} // namespace Linescope
