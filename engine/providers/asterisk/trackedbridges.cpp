// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who comes together with whom: bridges, and Local channels that are taken out from between two others.
#include "channeltracker.h"

namespace Linescope {

void ChannelTracker::bridgeEnter(const Ami::Message &message)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    if (Channel *replaced = find(message.value("SwapUniqueid")))
        part(*replaced);
    channel->optimising = Channel::Optimising::No;
    if (Linescope::lineName(channel->name).isEmpty())
        return; // announcers and recorders are in a bridge without taking part
    hear(*channel);
    m_bridges.tell(message);
    join(*channel, message.value("BridgeUniqueid"));
    ownEvent(message);
    reportMembers({channel->uniqueId}); // whatever the crowd: who is behind it
    reportBridge(channel->bridge);
}

void ChannelTracker::bridgeLeave(const Ami::Message &message)
{
    Channel *channel = subject(message);
    const QByteArray bridge = message.value("BridgeUniqueid").toByteArray();
    if (!channel)
        return;
    if (channel->optimising != Channel::Optimising::No) {
        channel->optimising = Channel::Optimising::Left;
        return;
    }
    hear(*channel);
    if (channel->bridge == bridge)
        leaveBridge(*channel);
    else
        reportBridge(bridge);
    ownEvent(message);
}

void ChannelTracker::leaveBridge(Channel &channel)
{
    Channel *other = farEnd(channel);
    const QByteArray bridge = channel.bridge;
    part(channel);
    if (other)
        report(*other);
    reportMembers({channel.uniqueId});
    reportBridge(bridge);
}

void ChannelTracker::bridgeDestroy(const Ami::Message &message) { m_bridges.destroy(message.value("BridgeUniqueid")); }

void ChannelTracker::bridgeListed(const Ami::Message &message)
{
    const QByteArray bridge = message.value("BridgeUniqueid").toByteArray();
    const QList<QByteArray> members = m_bridges.members(bridge);
    if (members.isEmpty() && !m_channelsDue)
        return; // those who are in it would have been named already
    m_bridges.tell(message);
    for (const QByteArray &member : members) {
        if (Channel *channel = find(member))
            join(*channel, bridge);
    }
    reportMembers(members);
}

// ---- Local channels that go ---------------------------------------------------------------------------------------

// Until that is over, those who leave a bridge are about to enter another: nothing changes for the devices.
void ChannelTracker::optimisationBegun(const Ami::Message &message)
{
    const QByteArrayView half = message.value("LocalOneUniqueid"), source = message.value("SourceUniqueid");
    for (const QByteArrayView uniqueId : {half, message.value("LocalTwoUniqueid"), source}) {
        if (Channel *channel = find(uniqueId))
            channel->optimising = Channel::Optimising::Yes;
    }
    if (const Channel *known = find(half))
        m_moving.insert(known->uniqueId, storedValue(source));
}

void ChannelTracker::optimisationEnded(const Ami::Message &message)
{
    const QByteArray half = message.value("LocalOneUniqueid").toByteArray(), source = m_moving.take(half);
    for (const QByteArrayView uniqueId :
         {QByteArrayView(half), message.value("LocalTwoUniqueid"), QByteArrayView(source)}) {
        Channel *channel = find(uniqueId);
        if (channel && std::exchange(channel->optimising, Channel::Optimising::No) == Channel::Optimising::Left) {
            hear(*channel);
            leaveBridge(*channel);
        }
    }
}

} // namespace Linescope
