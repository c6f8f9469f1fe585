// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls that are sent on, fetched and parked: what the events of transfers, pick-ups and parking lots add.
#include "channeltracker.h"

namespace Linescope {

namespace {

ChannelParty partyIn(const Ami::Message &message, const QByteArray &prefix)
{
    return {knownValue(message.value(prefix + "CallerIDNum")), knownValue(message.value(prefix + "CallerIDName"))};
}

} // namespace

// Why the called one rings: what its caller is in the middle of. A Local channel passes it on through its other half.
void ChannelTracker::pass(const Channel &caller, Channel &called)
{
    const Channel *half = isLocal(caller.name) ? otherHalfOf(caller) : nullptr;
    const Channel::Diversion &diversion = half ? half->diversion : caller.diversion;
    const QByteArrayView line = Linescope::lineName(called.name);
    const bool isMeant = diversion.to.isEmpty() || diversion.to == line
        || line.startsWith("Local/" + diversion.to + '@');
    if (diversion.reason == Channel::Reason::Direct || !isMeant)
        return;
    hear(called);
    called.reason = diversion.reason;
    called.redirecting = diversion.by;
    if (isLocal(called.name)) {
        const Channel::Diversion before = std::exchange(called.diversion, {{}, diversion.by, diversion.reason});
        const bool isNews = before.reason != diversion.reason || before.by != diversion.by;
        if (const Channel *further = isNews ? otherHalfOf(called) : nullptr)
            passToDialled(*further); // it runs by itself, and may have dialled before
    }
    reportInfo(called);
}

// Who has sent the call on is not in it any more, nobody was disconnected, and nobody waits for it.
void ChannelTracker::letGo(QByteArrayView transferer)
{
    Channel *channel = find(transferer);
    if (!channel)
        return;
    hear(*channel);
    if (channel->endedBy != Channel::EndedBy::Engine)
        channel->endedBy = Channel::EndedBy::Device;
    if (Channel *waiting = release(*channel))
        report(*waiting);
}

// ---- transfers -----------------------------------------------------------------------------------------------------

void ChannelTracker::blindTransfer(const Ami::Message &message)
{
    if (message.value("Result") != QByteArrayView("Success"))
        return;
    letGo(message.value("TransfererUniqueid"));
    Channel *transferee = find(message.value("TransfereeUniqueid"));
    if (!transferee)
        return;
    hear(*transferee);
    transferee->redirecting = partyIn(message, "Transferer");
    if (transferee->parked) // ParkedCall was faster
        return reportInfo(*transferee);
    transferee->reason = Channel::Reason::Transfer;
    transferee->redirection = storedValue(message.value("Extension"));
    transferee->diversion = {{}, transferee->redirecting, Channel::Reason::Transfer};
    reportInfo(*transferee);
    passToDialled(*transferee);
}

// To those who ring for it already: their DialBegin was faster.
void ChannelTracker::passToDialled(const Channel &dialler)
{
    QList<Channel *> dialled;
    collectDialled(dialler, dialled);
    for (Channel *called : std::as_const(dialled)) {
        const Channel *caller = find(called->dialledBy);
        if (caller && !called->isUp())
            pass(*caller, *called);
    }
}

// Threeway: the transferer stays, and all three talk. Else its two calls are over, and the others talk or ring.
void ChannelTracker::attendedTransfer(const Ami::Message &message)
{
    if (message.value("Result") != QByteArrayView("Success"))
        return;
    Channel *transferer = find(message.value("OrigTransfererUniqueid"));
    if (message.value("DestType") == QByteArrayView("Threeway"))
        return transferer ? stopHolding(*transferer) : void();
    letGo(message.value("OrigTransfererUniqueid"));
    letGo(message.value("SecondTransfererUniqueid"));
    Channel *transferee = find(message.value("TransfereeUniqueid"));
    const ChannelParty by = partyIn(message, "OrigTransferer");
    const QList<Channel *> targets = transferTargets(message, transferee);
    for (Channel *target : targets) {
        if (transferee && !target->isUp())
            target->dialledBy = transferee->uniqueId;
        sentOn(*target, by, target->redirection);
    }
    if (!transferee)
        return;
    const QByteArray number = knownValue(message.value("TransferTargetCallerIDNum"));
    sentOn(*transferee, by, !number.isEmpty() || targets.isEmpty() ? number : targets.last()->caller.number);
}

void ChannelTracker::sentOn(Channel &party, const ChannelParty &by, const QByteArray &to)
{
    hear(party);
    party.reason = Channel::Reason::Transfer;
    party.redirecting = by;
    party.redirection = to;
    reportInfo(party);
}

// No Unhold tells of it.
void ChannelTracker::stopHolding(Channel &holder)
{
    hear(holder);
    holder.held = false;
    holder.doubts &= ~Doubts(Doubt::HoldInferred);
    reportInfo(holder);
    Channel *waiting = release(holder);
    report(holder);
    if (waiting)
        report(*waiting);
}

// Asterisk does not always name the target, and never while it rings: then it is whom the transferee is bridged with by
// now, or whom the transferer's second call makes ring.
QList<Channel *> ChannelTracker::transferTargets(const Ami::Message &message, const Channel *transferee)
{
    Channel *first = find(message.value("OrigTransfererUniqueid"));
    Channel *second = find(message.value("SecondTransfererUniqueid"));
    Channel *target = find(message.value("TransferTargetUniqueid"));
    if (!target && transferee)
        target = find(m_bridges.other(transferee->bridge, transferee->uniqueId));
    if (target && target != first && target != second)
        return withDevicesBehind(*target);
    QList<Channel *> ringing;
    if (second)
        collectDialled(*second, ringing);
    return ringing;
}

// The channel, and who talks or rings behind it if it is a Local one.
QList<Channel *> ChannelTracker::withDevicesBehind(Channel &channel)
{
    QList<Channel *> all{&channel};
    Channel *half = isLocal(channel.name) ? otherHalfOf(channel) : nullptr;
    if (Channel *behind = half ? farEnd(*half) : nullptr)
        all << behind;
    else if (half)
        collectDialled(*half, all);
    return all;
}

void ChannelTracker::collectDialled(const Channel &dialler, QList<Channel *> &all, int hops)
{
    if (hops >= maxLocalHops)
        return;
    for (auto &[uniqueId, channel] : m_channels) {
        if (channel.dialledBy != dialler.uniqueId || all.contains(&channel))
            continue;
        all << &channel;
        if (const Channel *half = isLocal(channel.name) ? otherHalfOf(channel) : nullptr)
            collectDialled(*half, all, hops + 1);
    }
}

void ChannelTracker::pickup(const Ami::Message &message)
{
    Channel *picker = subject(message);
    if (!picker)
        return;
    hear(*picker);
    picker->reason = Channel::Reason::Pickup;
    takeSnapshot(*picker, message);
    reportInfo(*picker);
    if (Channel *target = find(message.value("TargetUniqueid"))) {
        hear(*target);
        target->wasPickedUp = true; // the cause of its end does not always say so
    }
}

// ---- parking -------------------------------------------------------------------------------------------------------

void ChannelTracker::parked(const Ami::Message &message)
{
    Channel *parkee = find(message.value("ParkeeUniqueid"));
    if (!parkee)
        return;
    hear(*parkee);
    parkee->parked = true;
    parkee->reason = Channel::Reason::Parked;
    parkee->redirection = parkee->parkingSpace = storedValue(message.value("ParkingSpace"));
    parkee->parkingLot = storedValue(message.value("Parkinglot"));
    parkee->diversion = {};
    reportInfo(*parkee);
    report(*parkee);
}

void ChannelTracker::unparked(const Ami::Message &message)
{
    if (Channel *parkee = find(message.value("ParkeeUniqueid"))) {
        hear(*parkee);
        parkee->parked = false;
        parkee->parkingSpace.clear();
        report(*parkee);
    }
    if (Channel *retriever = find(message.value("RetrieverUniqueid"))) {
        hear(*retriever);
        retriever->reason = Channel::Reason::Unpark;
        reportInfo(*retriever);
    }
}

// It comes back to who had parked it, if the parking lot is set up so.
void ChannelTracker::parkingTimedOut(const Ami::Message &message)
{
    unparked(message);
    Channel *parkee = find(message.value("ParkeeUniqueid"));
    const QByteArray parker = storedValue(message.value("ParkerDialString"));
    if (parkee && !parker.isEmpty()) {
        parkee->diversion = {parker, {}, Channel::Reason::Reminder};
        passToDialled(*parkee);
    }
}

// Another channel is parked in its stead.
void ChannelTracker::parkingSwapped(const Ami::Message &message)
{
    const QByteArray space = storedValue(message.value("ParkingSpace")), lot = storedValue(message.value("Parkinglot"));
    for (auto &[uniqueId, channel] : m_channels) {
        const bool isThere = channel.parked && !space.isEmpty() && channel.parkingSpace == space
            && channel.parkingLot == lot;
        if (isThere && message.value("ParkeeUniqueid") != uniqueId) {
            channel.parked = false;
            report(channel);
        }
    }
    parked(message);
}

} // namespace Linescope
