// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine wants, and what becomes of the calls when the connection breaks.
#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

// ---- commands ------------------------------------------------------------------------------------------------------

QList<Report> ChannelTracker::openLine(DriverLine id)
{
    LineTable::Line *line = m_lines.find(id);
    if (!line)
        return {Reports::LineClose{id, LineTable::tr("There is no such line.")}};
    if (std::exchange(line->open, true))
        return {};
    line->unclaimed = false;
    QList<Channel> ended;
    std::copy_if(m_unclaimed.begin(), m_unclaimed.end(), std::back_inserter(ended),
                 [id](const Channel &channel) { return channel.line == id; });
    m_unclaimed.removeIf([id](const Channel &channel) { return channel.line == id; });
    for (Channel &channel : ended)
        end(channel, channel.ending);
    for (auto &[uniqueId, channel] : m_channels) {
        if (channel.line == id)
            report(channel);
    }
    return takeReports();
}

QSet<DriverCall> ChannelTracker::closeLine(DriverLine id)
{
    LineTable::Line *line = m_lines.find(id);
    if (!line)
        return {};
    line->open = false;
    for (auto &[uniqueId, channel] : m_channels) {
        if (channel.line == id) {
            m_monitored.remove(channel.call);
            channel.call = channel.conference = {};
            channel.room.clear();
            channel.muted = channel.consulting = false;
        }
    }
    m_consultations.removeIf([&](const Consultation &c) { return m_book.line(c.call) == id; });
    m_conferences.removeIf([id](const auto &conference) { return conference.key().first == id; });
    return m_book.forgetLine(id);
}

QList<Report> ChannelTracker::closeCall(DriverCall call)
{
    if (Channel *channel = find(m_book.uniqueId(call)); channel && channel->call == call) {
        channel->call = {};
        channel->muted = true;
    }
    closeConference(call);
    m_monitored.remove(call);
    m_book.forget(call); // nothing is said of it from here on
    closeConsultation(call);
    return takeReports();
}

void ChannelTracker::monitorDigits(DriverCall call, DigitModes modes)
{
    if (modes)
        m_monitored.insert(call, modes);
    else
        m_monitored.remove(call);
}

void ChannelTracker::forgetUnclaimed(const QList<DriverLine> &lines)
{
    m_unclaimed.removeIf([&lines](const Channel &channel) { return lines.contains(channel.line); });
    for (const DriverLine id : lines) {
        if (LineTable::Line *line = m_lines.find(id))
            line->unclaimed = false;
    }
}

void ChannelTracker::setDropping(DriverCall call, bool dropping)
{
    Channel *channel = channelOf(call);
    if (channel && dropping)
        channel->endedBy = Channel::EndedBy::Engine;
    else if (channel && channel->endedBy == Channel::EndedBy::Engine)
        channel->endedBy = Channel::EndedBy::Nobody;
}

QByteArray ChannelTracker::lineName(DriverLine line)
{
    const LineTable::Line *known = m_lines.find(line);
    return known ? known->name : QByteArray();
}

Channel *ChannelTracker::channelOf(DriverCall call)
{
    if (Channel *channel = find(m_book.uniqueId(call)))
        return channel;
    const auto member = std::find_if(m_channels.begin(), m_channels.end(), [call](const auto &entry) {
        return !call.isNull() && entry.second.conference == call;
    });
    return member == m_channels.end() ? nullptr : &member->second;
}

QByteArray ChannelTracker::channelName(DriverCall call) const
{
    const Channel *channel = const_cast<ChannelTracker *>(this)->channelOf(call);
    return channel ? channel->name : QByteArray();
}

// Who is consulted is at the far end of the consultation call, and nobody at that of the call that waits.
const Channel *ChannelTracker::peerOf(DriverCall call) const
{
    if (const Consultation *consulting = const_cast<ChannelTracker *>(this)->consultation(call))
        return find(consulting->leg);
    const Channel *channel = find(m_book.uniqueId(call));
    return channel && !channel->consulting ? find(m_bridges.other(channel->bridge, channel->uniqueId)) : nullptr;
}

QByteArray ChannelTracker::peerName(DriverCall call) const
{
    const Channel *peer = peerOf(call);
    return peer ? peer->name : QByteArray();
}

QByteArray ChannelTracker::peerId(DriverCall call) const
{
    const Channel *peer = peerOf(call);
    return peer ? peer->uniqueId : QByteArray();
}

QByteArray ChannelTracker::diallerName(DriverCall call) const
{
    const Channel *channel = find(m_book.uniqueId(call));
    const Channel *dialler = channel ? find(channel->dialledBy) : nullptr;
    return dialler ? dialler->name : QByteArray();
}

std::pair<QByteArray, QByteArray> ChannelTracker::roomAndMember(DriverCall call) const
{
    const Channel *channel = find(m_book.uniqueId(call));
    const Channel *member = channel ? memberFor(*channel) : nullptr;
    if (!member)
        return {};
    return {m_bridges.roomName(member->bridge), member->name};
}

QByteArray ChannelTracker::parkingSpace(QByteArrayView uniqueId) const
{
    const Channel *channel = find(uniqueId);
    return channel && channel->parked ? channel->parkingSpace : QByteArray();
}

// ---- connection ----------------------------------------------------------------------------------------------------

QList<Report> ChannelTracker::connected()
{
    m_channelsDue = m_devicesDue = true;
    m_lines.setConnected(true, {}, telling());
    return takeReports();
}

QList<Report> ChannelTracker::disconnected(const QString &reason)
{
    m_channelsDue = m_devicesDue = false;
    m_bridges.clear();
    m_expected.clear();
    m_lines.setConnected(false, reason, telling());
    for (auto &[uniqueId, channel] : m_channels) {
        hear(channel);
        channel.lost = true;
        channel.held = false;
        channel.doubts &= ~Doubts(Doubt::HoldInferred);
        channel.holds.clear();
        channel.heldBy.clear();
        channel.bridge.clear();
        report(channel);
    }
    for (const Consultation &consulting : std::as_const(m_consultations))
        m_book.setState(consulting.call, otherState(AsteriskMapping::OtherState::Lost), m_reports);
    for (const Conference &conference : std::as_const(m_conferences))
        m_book.updateConference(conference.call, true, m_reports);
    return takeReports();
}

QList<Report> ChannelTracker::withoutChannelList()
{
    m_channelsDue = false;
    endUnconfirmed();
    settleRooms();
    return takeReports();
}

void ChannelTracker::endUnconfirmed()
{
    loseConsultations();
    QList<QByteArray> unconfirmed;
    for (const auto &[uniqueId, channel] : m_channels) {
        if (channel.lost)
            unconfirmed.append(uniqueId);
    }
    std::sort(unconfirmed.begin(), unconfirmed.end()); // the same run gives the same reports
    for (const QByteArray &uniqueId : std::as_const(unconfirmed)) {
        if (Channel *channel = find(uniqueId)) {
            channel->doubts |= Doubt::EndUnseen;
            end(*channel, otherEnd(AsteriskMapping::OtherEnd::Unseen, DisconnectMode::Unknown));
        }
    }
}

} // namespace Linescope
