// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each event of the Manager Interface adds to what is known. One function per event, in the order of the table.
#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

ChannelTracker::Handler ChannelTracker::handlerOf(QByteArrayView event)
{
    using T = ChannelTracker;
    static const QHash<QByteArray, Handler> handlers = {
        {"Newchannel", &T::newChannel},
        {"CoreShowChannel", &T::listedChannel},
        {"Status", &T::listedChannel},
        {"CoreShowChannelsComplete", &T::channelsListed},
        {"StatusComplete", &T::channelsListed},
        {"Newstate", &T::ownEvent},
        {"NewCallerid", &T::partyEvent},
        {"NewConnectedLine", &T::partyEvent},
        {"Rename", &T::renamed},
        {"Hold", &T::hold},
        {"Unhold", &T::unhold},
        {"DialBegin", &T::dialBegin},
        {"DialState", &T::dialState},
        {"DialEnd", &T::dialEnd},
        {"BridgeEnter", &T::bridgeEnter},
        {"BridgeLeave", &T::bridgeLeave},
        {"BridgeDestroy", &T::bridgeDestroy},
        {"BridgeListItem", &T::bridgeListed},
        {"HangupRequest", &T::hangupRequest},
        {"SoftHangupRequest", &T::softHangupRequest},
        {"Hangup", &T::hangup},
        {"BlindTransfer", &T::blindTransfer},
        {"AttendedTransfer", &T::attendedTransfer},
        {"Pickup", &T::pickup},
        {"ParkedCall", &T::parked},
        {"UnParkedCall", &T::unparked},
        {"ParkedCallTimeOut", &T::unparked},
        {"ParkedCallGiveUp", &T::unparked},
        {"DeviceStateChange", &T::deviceState},
        {"EndpointList", &T::endpointListed},
        {"EndpointListComplete", &T::endpointsListed},
        {"DeviceStateListComplete", &T::devicesListed},
    };
    return handlers.value(QByteArray::fromRawData(event.data(), event.size()), &T::otherEvent);
}

QList<Report> ChannelTracker::consume(const Ami::Message &message)
{
    const QByteArrayView event = message.event();
    if (!event.isEmpty())
        (this->*handlerOf(event))(message);
    return takeReports();
}

void ChannelTracker::newChannel(const Ami::Message &message)
{
    const QByteArrayView uniqueId = message.value("Uniqueid");
    if (uniqueId.isEmpty() || message.value("Channel").isEmpty())
        return;
    if (find(uniqueId))
        return ownEvent(message); // a list has been faster
    Channel *channel = create(message);
    if (!channel)
        return;
    const QByteArrayView exten = message.value("Exten");
    if (exten != QByteArrayView("s"))
        channel->dialled = storedValue(exten);
    if (const auto expected = m_expected.constFind(channel->uniqueId); expected != m_expected.cend()) {
        channel->ours = true;
        channel->dialled = expected->dialled;
    }
    ownEvent(message);
}

void ChannelTracker::ownEvent(const Ami::Message &message)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    channel->lost = false;
    const bool changed = takeSnapshot(*channel, message);
    takeState(*channel, message);
    if (changed)
        reportInfo(*channel);
    report(*channel);
}

void ChannelTracker::partyEvent(const Ami::Message &message)
{
    if (subject(message))
        ownEvent(message);
}

// Any event about a channel brings its newest names and numbers, above all its Linkedid.
void ChannelTracker::otherEvent(const Ami::Message &message)
{
    if (message.value("Uniqueid").isEmpty() || !message.contains("ChannelState"))
        return;
    takeSide(subject(message), message, {});
}

void ChannelTracker::renamed(const Ami::Message &message)
{
    Channel *channel = subject(message);
    const QByteArrayView newName = message.value("Newname");
    if (!channel || newName.isEmpty())
        return;
    if (isLocal(channel->name))
        m_halves.remove(channel->name);
    channel->name = storedValue(newName);
    if (isLocal(channel->name))
        m_halves.insert(channel->name, channel->uniqueId);
    reportInfo(*channel);
}

void ChannelTracker::hold(const Ami::Message &message)
{
    if (Channel *channel = adopt(message)) {
        channel->held = true;
        ownEvent(message);
        if (Channel *other = farEnd(*channel))
            report(*other);
    }
}

void ChannelTracker::unhold(const Ami::Message &message)
{
    if (Channel *channel = adopt(message)) {
        channel->held = false;
        ownEvent(message);
        if (Channel *other = farEnd(*channel))
            report(*other);
    }
}

// ---- dialling ------------------------------------------------------------------------------------------------------

void ChannelTracker::dialBegin(const Ami::Message &message)
{
    Channel *caller = subject(message); // none when the server itself dials (Originate)
    Channel *called = find(message.value("DestUniqueid"));
    if (called) {
        if (called->direction == Channel::Direction::Unknown)
            called->direction = Channel::Direction::ToDevice;
        called->dialledBy = caller ? caller->uniqueId : QByteArray();
        takeSide(called, message, "Dest");
        report(*called);
    }
    if (!caller)
        return;
    ++caller->openForks;
    caller->answeredBy.clear();
    if (caller->progress != Channel::Progress::Ringback)
        caller->progress = Channel::Progress::Proceeding;
    if (caller->dialled.isEmpty())
        caller->dialled = storedValue(message.value("Exten"));
    takeSide(caller, message, {});
    reportInfo(*caller);
    report(*caller);
}

void ChannelTracker::dialState(const Ami::Message &message)
{
    takeSide(find(message.value("DestUniqueid")), message, "Dest");
    Channel *caller = subject(message);
    if (!caller)
        return;
    if (message.value("DialStatus") == QByteArrayView("RINGING"))
        caller->progress = Channel::Progress::Ringback;
    takeSide(caller, message, {});
    report(*caller);
}

void ChannelTracker::dialEnd(const Ami::Message &message)
{
    const QByteArrayView status = message.value("DialStatus");
    if (Channel *called = find(message.value("DestUniqueid"))) {
        called->dialStatus = storedValue(status);
        takeSide(called, message, "Dest");
    }
    Channel *caller = subject(message);
    if (!caller)
        return;
    caller->openForks = std::max(caller->openForks - 1, 0);
    if (status == QByteArrayView("ANSWER"))
        caller->answeredBy = storedValue(message.value("DestUniqueid"));
    else if (status == QByteArrayView("BUSY") && caller->openForks == 0)
        caller->progress = Channel::Progress::Busy;
    takeSide(caller, message, {});
    report(*caller);
}

// ---- bridges -------------------------------------------------------------------------------------------------------

void ChannelTracker::bridgeEnter(const Ami::Message &message)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    if (Channel *replaced = find(message.value("SwapUniqueid")))
        part(*replaced);
    join(*channel, message.value("BridgeUniqueid"), message.value("BridgeType"));
    ownEvent(message);
    reportBridge(channel->bridge);
}

void ChannelTracker::bridgeLeave(const Ami::Message &message)
{
    Channel *channel = subject(message);
    const QByteArray bridge = message.value("BridgeUniqueid").toByteArray();
    if (!channel)
        return;
    Channel *other = farEnd(*channel);
    if (channel->bridge == bridge)
        part(*channel);
    ownEvent(message);
    if (other)
        report(*other);
    reportBridge(bridge);
}

void ChannelTracker::bridgeDestroy(const Ami::Message &message) { m_bridges.destroy(message.value("BridgeUniqueid")); }

void ChannelTracker::bridgeListed(const Ami::Message &message)
{
    m_bridges.setType(message.value("BridgeUniqueid").toByteArray(), message.value("BridgeType"));
}

// ---- the end -------------------------------------------------------------------------------------------------------

void ChannelTracker::hangupRequest(const Ami::Message &message)
{
    Channel *channel = subject(message);
    if (!channel)
        return;
    if (channel->endedBy == Channel::EndedBy::Nobody)
        channel->endedBy = Channel::EndedBy::Device;
    takeSide(channel, message, {});
}

void ChannelTracker::softHangupRequest(const Ami::Message &message)
{
    Channel *channel = subject(message);
    if (!channel)
        return;
    if (channel->endedBy == Channel::EndedBy::Nobody)
        channel->endedBy = Channel::EndedBy::Other;
    takeSide(channel, message, {});
}

void ChannelTracker::hangup(const Ami::Message &message)
{
    const QByteArrayView uniqueId = message.value("Uniqueid");
    if (!uniqueId.isEmpty())
        rememberGone(uniqueId.toByteArray());
    Channel *channel = find(uniqueId);
    if (!channel)
        return;
    channel->lost = false;
    takeSide(channel, message, {});
    channel->cause = quint8(std::clamp(message.value("Cause").toInt(), 0, 255));
    // A device that declines what it was never in has something to tell; one that leaves a call has not.
    const bool wasIn = channel->isUp() || channel->direction != Channel::Direction::ToDevice || channel->ours;
    const bool isLocalEnd = channel->endedBy == Channel::EndedBy::Engine
        || (channel->endedBy == Channel::EndedBy::Device && wasIn);
    if (isLocalEnd)
        end(*channel, std::nullopt);
    else
        end(*channel, disconnectMode(*channel, answeredElsewhere(*channel)));
}

// ---- transfer, pick-up, parking ------------------------------------------------------------------------------------

void ChannelTracker::blindTransfer(const Ami::Message &message)
{
    if (message.value("Result") != QByteArrayView("Success"))
        return;
    if (Channel *transferer = find(message.value("TransfererUniqueid")))
        transferer->endedBy = Channel::EndedBy::Device;
    Channel *transferee = find(message.value("TransfereeUniqueid"));
    if (!transferee || transferee->parked)
        return;
    transferee->reason = Channel::Reason::Transfer;
    reportInfo(*transferee);
}

void ChannelTracker::attendedTransfer(const Ami::Message &message)
{
    if (message.value("Result") != QByteArrayView("Success"))
        return;
    for (const char *key : {"OrigTransfererUniqueid", "SecondTransfererUniqueid"}) {
        if (Channel *transferer = find(message.value(key)))
            transferer->endedBy = Channel::EndedBy::Device;
    }
    for (const char *key : {"TransfereeUniqueid", "TransferTargetUniqueid"}) {
        if (Channel *party = find(message.value(key))) {
            party->reason = Channel::Reason::Transfer;
            reportInfo(*party);
        }
    }
}

void ChannelTracker::pickup(const Ami::Message &message)
{
    Channel *picker = subject(message);
    if (!picker)
        return;
    picker->reason = Channel::Reason::Pickup;
    takeSide(picker, message, {});
    reportInfo(*picker);
}

void ChannelTracker::parked(const Ami::Message &message)
{
    Channel *parkee = find(message.value("ParkeeUniqueid"));
    if (!parkee)
        return;
    parkee->parked = true;
    parkee->reason = Channel::Reason::Parked;
    parkee->parkingSpace = storedValue(message.value("ParkingSpace"));
    reportInfo(*parkee);
    report(*parkee);
}

void ChannelTracker::unparked(const Ami::Message &message)
{
    if (Channel *parkee = find(message.value("ParkeeUniqueid"))) {
        parkee->parked = false;
        report(*parkee);
    }
    if (Channel *retriever = find(message.value("RetrieverUniqueid"))) {
        retriever->reason = Channel::Reason::Unpark;
        reportInfo(*retriever);
    }
}

} // namespace Linescope
