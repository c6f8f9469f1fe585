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
        end(channel, channel.endMode);
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
            channel.call = {};
            channel.muted = false;
        }
    }
    return m_book.forgetLine(id);
}

void ChannelTracker::closeCall(DriverCall call)
{
    if (Channel *channel = find(m_book.uniqueId(call)); channel && channel->call == call) {
        channel->call = {};
        channel->muted = true;
    }
    m_book.forget(call);
}

void ChannelTracker::forgetUnclaimed(const QList<DriverLine> &lines)
{
    m_unclaimed.removeIf([&lines](const Channel &channel) { return lines.contains(channel.line); });
    for (const DriverLine id : lines) {
        if (LineTable::Line *line = m_lines.find(id))
            line->unclaimed = false;
    }
}

void ChannelTracker::expect(const QByteArray &uniqueId, RequestId request, DriverLine line, const QString &destAddress)
{
    m_expected.insert(uniqueId, {request, line, destAddress.toUtf8()});
}

void ChannelTracker::setDropping(DriverCall call, bool dropping)
{
    Channel *channel = find(m_book.uniqueId(call));
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

QByteArray ChannelTracker::channelName(DriverCall call) const
{
    const Channel *channel = find(m_book.uniqueId(call));
    return channel ? channel->name : QByteArray();
}

// ---- connection ----------------------------------------------------------------------------------------------------

QList<Report> ChannelTracker::connected()
{
    m_channelsDue = m_devicesDue = true;
    m_lines.setConnected(true, {}, m_reports);
    return takeReports();
}

QList<Report> ChannelTracker::disconnected(const QString &reason)
{
    m_channelsDue = m_devicesDue = false;
    m_bridges.clear();
    m_expected.clear();
    m_lines.setConnected(false, reason, m_reports);
    for (auto &[uniqueId, channel] : m_channels) {
        channel.lost = true;
        channel.held = false;
        channel.bridge.clear();
        report(channel);
    }
    return takeReports();
}

QList<Report> ChannelTracker::withoutChannelList()
{
    m_channelsDue = false;
    endUnconfirmed();
    return takeReports();
}

void ChannelTracker::endUnconfirmed()
{
    QList<QByteArray> unconfirmed;
    for (const auto &[uniqueId, channel] : m_channels) {
        if (channel.lost)
            unconfirmed.append(uniqueId);
    }
    std::sort(unconfirmed.begin(), unconfirmed.end()); // the same run gives the same reports
    for (const QByteArray &uniqueId : std::as_const(unconfirmed)) {
        if (Channel *channel = find(uniqueId))
            end(*channel, DisconnectMode::Unknown);
    }
}

} // namespace Linescope
