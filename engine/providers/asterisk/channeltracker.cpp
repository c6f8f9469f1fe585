// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr qsizetype maxUnclaimed = 4096;
constexpr size_t maxGone = 4096;
constexpr size_t maxChannels = 1'000'000;
constexpr int maxLocalHops = 16; // Local channels in a row between two devices

QByteArray rawKey(QByteArrayView text) { return QByteArray::fromRawData(text.data(), text.size()); }

} // namespace

// ---- channels ------------------------------------------------------------------------------------------------------

Channel *ChannelTracker::find(QByteArrayView uniqueId)
{
    const auto found = m_channels.find(rawKey(uniqueId));
    return found == m_channels.end() ? nullptr : &found->second;
}

Channel *ChannelTracker::adopt(const Ami::Message &message)
{
    Channel *known = subject(message);
    const QByteArrayView uniqueId = message.value("Uniqueid");
    if (known || uniqueId.isEmpty() || message.value("Channel").isEmpty() || isGone(uniqueId))
        return known;
    Channel *found = create(message);
    if (found)
        found->reason = Channel::Reason::Unknown;
    return found;
}

Channel *ChannelTracker::create(const Ami::Message &message)
{
    const QByteArray uniqueId = message.value("Uniqueid").toByteArray();
    if (m_channels.size() >= maxChannels || uniqueId.size() > maxStoredValue)
        return nullptr;
    Channel &channel = m_channels[uniqueId];
    channel.uniqueId = uniqueId;
    takeSnapshot(channel, message);
    if (isLocal(channel.name))
        m_halves.insert(channel.name, uniqueId);
    const QByteArrayView name = Linescope::lineName(channel.name);
    if (name.isEmpty() || (m_local == LocalChannels::Fold && isLocal(channel.name)))
        return &channel;
    if (const LineTable::Line *line = m_lines.take(name, m_reports))
        channel.line = line->id;
    return &channel;
}

bool ChannelTracker::isGone(QByteArrayView uniqueId) const { return m_gone.contains(rawKey(uniqueId)); }

void ChannelTracker::rememberGone(const QByteArray &uniqueId)
{
    if (m_gone.contains(uniqueId))
        return;
    m_gone.insert(uniqueId);
    m_goneOrder.push_back(uniqueId);
    if (m_goneOrder.size() > maxGone) {
        m_gone.remove(m_goneOrder.front());
        m_goneOrder.pop_front();
    }
}

void ChannelTracker::takeSide(Channel *channel, const Ami::Message &message, QByteArrayView prefix)
{
    if (!channel)
        return;
    if (takeSnapshot(*channel, message, prefix))
        reportInfo(*channel);
}

void ChannelTracker::join(Channel &channel, QByteArrayView bridge, QByteArrayView type)
{
    if (bridge.size() > maxStoredValue)
        return;
    if (QByteArrayView(channel.bridge) != bridge)
        part(channel);
    channel.bridge = bridge.toByteArray();
    m_bridges.enter(channel.bridge, type, channel.uniqueId);
    const QList<QByteArray> members = m_bridges.members(channel.bridge);
    if (type == QByteArrayView("parking") || (members.size() < 2 && type == QByteArrayView("basic")))
        return;
    channel.wasBridged = true;
    if (members.size() != 2)
        return;
    for (const QByteArray &member : members) {
        if (Channel *other = find(member))
            other->wasBridged = true;
    }
}

void ChannelTracker::part(Channel &channel)
{
    if (channel.bridge.isEmpty())
        return;
    m_bridges.leave(channel.bridge, channel.uniqueId);
    channel.bridge.clear();
}

void ChannelTracker::end(Channel &channel, std::optional<DisconnectMode> mode)
{
    const LineTable::Line *line = m_lines.find(channel.line);
    if (line && line->open && !channel.muted) {
        if (channel.call.isNull()) {
            // Over before there was anything to tell: it begins all the same, and not with IDLE (V-17).
            const int cause = std::exchange(channel.cause, quint8(0));
            announce(channel);
            channel.cause = quint8(cause);
        }
        m_book.end(channel, mode, m_reports);
    } else if (line && line->unclaimed && m_unclaimed.size() < maxUnclaimed) {
        channel.endMode = mode;
        m_unclaimed.append(channel);
    }
    const QByteArray bridge = channel.bridge;
    part(channel);
    if (find(channel.uniqueId) == &channel) { // and not one that nobody could claim in time
        m_halves.remove(channel.name);
        m_channels.erase(QByteArray(channel.uniqueId));
    }
    reportBridge(bridge);
}

// ---- what follows from it ------------------------------------------------------------------------------------------

Channel *ChannelTracker::otherHalfOf(const Channel &channel)
{
    return find(m_halves.value(Linescope::otherHalf(channel.name)));
}

Channel *ChannelTracker::farEnd(const Channel &channel)
{
    const Channel *here = &channel;
    for (int hops = 0; here && hops < maxLocalHops; ++hops) {
        Channel *other = find(m_bridges.other(here->bridge, here->uniqueId));
        if (!other || m_local == LocalChannels::Show || !isLocal(other->name))
            return other;
        here = otherHalfOf(*other);
    }
    return nullptr;
}

bool ChannelTracker::answeredElsewhere(const Channel &channel)
{
    const Channel *fork = &channel;
    for (int hops = 0; fork && hops < maxLocalHops; ++hops) {
        const Channel *caller = find(fork->dialledBy);
        if (!caller)
            return false;
        if (!caller->answeredBy.isEmpty())
            return caller->answeredBy != fork->uniqueId;
        if (!isLocal(caller->name))
            return false;
        fork = otherHalfOf(*caller);
    }
    return false;
}

StateAndMode ChannelTracker::stateOf(const Channel &channel) const
{
    const Channel *other = channel.isUp() && !channel.bridge.isEmpty() ? farEnd(channel) : nullptr;
    return callState(channel, other && other->held);
}

void ChannelTracker::announce(Channel &channel)
{
    const auto expected = m_expected.find(channel.uniqueId);
    if (expected == m_expected.end()) {
        channel.call = m_book.announce(channel, stateOf(channel), m_reports);
        return;
    }
    channel.call = m_book.complete(expected->request, channel, stateOf(channel), m_reports);
    m_expected.erase(expected);
}

void ChannelTracker::report(Channel &channel)
{
    if (channel.line.isNull() || channel.muted)
        return;
    if (!channel.call.isNull()) {
        m_book.update(channel, stateOf(channel), m_reports);
        return;
    }
    const LineTable::Line *line = m_lines.find(channel.line);
    if (line && line->open && isAudible(channel))
        announce(channel);
}

void ChannelTracker::reportInfo(const Channel &channel)
{
    if (!channel.call.isNull())
        m_book.updateInfo(channel, m_reports);
}

// In a crowd nobody's state depends on who comes and goes.
void ChannelTracker::reportBridge(const QByteArray &bridge)
{
    constexpr qsizetype crowd = 4;
    if (bridge.isEmpty())
        return;
    const QList<QByteArray> members = m_bridges.members(bridge);
    if (members.size() > crowd)
        return;
    for (const QByteArray &member : members) {
        Channel *channel = find(member);
        if (!channel)
            continue;
        report(*channel);
        if (Channel *other = farEnd(*channel))
            report(*other);
    }
}

} // namespace Linescope
