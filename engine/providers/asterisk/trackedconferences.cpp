// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Conferences: a room, or three who talk. TAPI wants a call on the line of each member that stands for the conference
// (V-39), so every line with members in one gets such a call, for as long as they are in it.
#include "channeltracker.h"

namespace Linescope {

// The channel that is in a conference: this one, or the Local one that it is behind; none if there is none.
const Channel *ChannelTracker::memberFor(const Channel &channel) const
{
    const Channel *here = &channel;
    for (int hops = 0; here && !here->bridge.isEmpty() && hops < maxLocalHops; ++hops) {
        if (m_bridges.isConference(here->bridge))
            return here;
        const Channel *other = find(m_bridges.other(here->bridge, here->uniqueId));
        if (!other || m_local == LocalChannels::Show || !isLocal(other->name))
            return nullptr;
        here = otherHalfOf(*other);
    }
    return nullptr;
}

// Returns the room that it has left, empty if it has left none. While nobody knows who else is there, it is where it
// was.
QByteArray ChannelTracker::changeRoom(Channel &channel)
{
    if (channel.lost)
        return {};
    const Channel *member = channel.isUp() ? memberFor(channel) : nullptr;
    const QByteArray room = member ? member->bridge : QByteArray();
    if (m_channelsDue && room.isEmpty())
        return {}; // those who make it a conference may still be named
    if (room == channel.room) {
        if (!channel.conference.isNull())
            m_book.updateConference(channel.conference, false, m_reports);
        return {};
    }
    const QByteArray left = std::exchange(channel.room, channel.muted ? QByteArray() : room);
    channel.conference = {};
    if (!channel.room.isEmpty())
        enterRoom(channel);
    return left;
}

// Now that everybody has been named.
void ChannelTracker::settleRooms()
{
    for (auto &[uniqueId, channel] : m_channels)
        report(channel);
}

void ChannelTracker::enterRoom(Channel &channel)
{
    Conference &conference = m_conferences[{channel.line, channel.room}];
    if (conference.members++ == 0)
        conference.call = m_book.announceConference(channel, m_bridges.roomName(channel.room), m_reports);
    channel.conference = conference.call;
}

void ChannelTracker::leaveRoom(const Room &room, DisconnectMode mode)
{
    const auto conference = m_conferences.find(room);
    if (conference == m_conferences.end() || --conference->members > 0)
        return;
    m_book.end(conference->call, otherEnd(AsteriskMapping::OtherEnd::ConferenceLeft, mode), m_reports);
    m_conferences.erase(conference);
}

// Its members are not in a conference any more, as far as the engine can tell: there is nothing to name (V-39).
void ChannelTracker::closeConference(DriverCall call)
{
    const auto conference = m_conferences.find({m_book.line(call), m_book.uniqueId(call)});
    if (conference == m_conferences.end() || conference->call != call)
        return;
    conference->call = {};
    for (auto &[uniqueId, channel] : m_channels) {
        if (channel.conference != call)
            continue;
        channel.conference = {};
        report(channel);
    }
}

} // namespace Linescope
