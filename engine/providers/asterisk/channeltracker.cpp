// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr qsizetype maxUnclaimed = 4096;
constexpr size_t maxGone = 4096;
constexpr size_t maxChannels = 1'000'000;

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
    if (found) {
        found->reason = Channel::Reason::Unknown;
        found->doubts |= Doubt::FoundLater;
    }
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
    if (const LineTable::Line *line = m_lines.take(name, telling()))
        channel.line = line->id;
    return &channel;
}

std::optional<Provenance> ChannelTracker::provenance(DriverLine line) const
{
    const LineTable::Line *known = m_lines.find(line);
    return known ? std::optional(m_book.provenances().provenance(*known->why)) : std::nullopt;
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

void ChannelTracker::hear(Channel &channel)
{
    if (!channel.line.isNull())
        m_book.hear(channel);
}

void ChannelTracker::takeSide(Channel *channel, const Ami::Message &message, QByteArrayView prefix)
{
    if (!channel)
        return;
    if (!takeSnapshot(*channel, message, prefix))
        return;
    hear(*channel);
    reportInfo(*channel);
}

void ChannelTracker::join(Channel &channel, QByteArrayView bridge)
{
    if (bridge.size() > maxStoredValue || Linescope::lineName(channel.name).isEmpty())
        return;
    if (QByteArrayView(channel.bridge) != bridge)
        part(channel);
    channel.bridge = bridge.toByteArray();
    m_bridges.enter(channel.bridge, channel.uniqueId);
    const QList<QByteArray> members = m_bridges.members(channel.bridge);
    const Bridges::Kind kind = m_bridges.kind(channel.bridge);
    if (kind == Bridges::Kind::Parking)
        channel.parked = true;
    if (kind == Bridges::Kind::Parking || (members.size() < 2 && kind == Bridges::Kind::Talk))
        return;
    channel.wasBridged = true;
    if (members.size() != 2)
        return;
    for (const QByteArray &member : members) {
        Channel *other = find(member);
        if (!other)
            continue;
        if (!std::exchange(other->wasBridged, true))
            hear(*other);
        if (other->held && other->holds.isEmpty())
            putOnHold(*other);
    }
}

void ChannelTracker::part(Channel &channel)
{
    if (channel.bridge.isEmpty())
        return;
    if (m_bridges.kind(channel.bridge) == Bridges::Kind::Parking && channel.endedBy == Channel::EndedBy::Nobody)
        channel.parked = false; // and not one that hangs up: it was parked to its end
    m_bridges.leave(channel.bridge, channel.uniqueId);
    channel.bridge.clear();
}

void ChannelTracker::end(Channel &channel, const Ending &ending)
{
    const LineTable::Line *line = m_lines.find(channel.line);
    if (line && line->open && !channel.muted) {
        // Over before there was anything to tell: it begins all the same, and not with IDLE (V-17).
        if (channel.call.isNull())
            announce(channel);
        channel.ended = true;
        m_book.end(channel, ending, m_reports);
    } else if (line && line->unclaimed && m_unclaimed.size() < maxUnclaimed) {
        channel.ending = ending;
        m_unclaimed.append(channel);
    }
    channel.ended = true;
    if (!m_consultations.isEmpty())
        endConsultationsOf(channel, ending);
    const QByteArray bridge = channel.bridge;
    part(channel);
    if (!channel.room.isEmpty())
        leaveRoom({channel.line, channel.room}, channel.lost ? DisconnectMode::Unknown : DisconnectMode::Normal);
    m_monitored.remove(channel.call);
    m_moving.remove(channel.uniqueId);
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

// By whom it was put on hold, until that one takes it back, or it talks to another.
bool ChannelTracker::isOnHold(const Channel &channel) const
{
    const Channel *holder = channel.heldBy.isEmpty() || !channel.isUp() ? nullptr : find(channel.heldBy);
    if (!holder || !holder->held)
        return false;
    const Channel *other = farEnd(channel);
    return !other || other == holder;
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
    const LineTable::Line *line = m_lines.find(channel.line);
    if (!line || !line->open)
        return;
    // A conference is there before its members are in it, and ends after they have left.
    const QByteArray left = changeRoom(channel);
    tell(channel);
    if (!left.isEmpty())
        leaveRoom({channel.line, left});
}

void ChannelTracker::tell(Channel &channel)
{
    if (channel.muted)
        return;
    if (!channel.call.isNull())
        m_book.update(channel, stateOf(channel), m_reports);
    else if (isAudible(channel))
        announce(channel);
}

void ChannelTracker::reportInfo(const Channel &channel)
{
    if (!channel.call.isNull())
        m_book.updateInfo(channel, m_reports);
    if (!channel.consulting)
        return;
    for (const Consultation &consulting : std::as_const(m_consultations)) {
        if (consulting.transferer == channel.uniqueId)
            updateConsultation(consulting, channel);
    }
}

// In a crowd nobody's state depends on who comes and goes.
void ChannelTracker::reportBridge(const QByteArray &bridge)
{
    constexpr qsizetype crowd = 4;
    if (bridge.isEmpty())
        return;
    const QList<QByteArray> members = m_bridges.members(bridge);
    if (members.size() <= crowd)
        reportMembers(members);
}

// And the devices behind them, where they are Local channels.
void ChannelTracker::reportMembers(const QList<QByteArray> &uniqueIds)
{
    for (const QByteArray &member : uniqueIds) {
        Channel *channel = find(member);
        if (!channel)
            continue;
        report(*channel);
        const Channel *half = isLocal(channel->name) ? otherHalfOf(*channel) : nullptr;
        if (Channel *behind = half ? farEnd(*half) : nullptr)
            report(*behind);
    }
}

} // namespace Linescope
