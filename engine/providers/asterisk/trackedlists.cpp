// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the lists add that a client asks for after its login. They arrive among live events and may be ahead of them.
#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

namespace {

// Whom Dial or Queue made ring, or whom they ring somebody for.
bool isDialledByServer(const Ami::Message &item)
{
    const QByteArrayView application = item.value("Application");
    return application.startsWith("AppDial") || application.startsWith("AppQueue");
}

bool dials(const Ami::Message &item)
{
    const QByteArrayView application = item.value("Application");
    return application == QByteArrayView("Dial") || application == QByteArrayView("Queue");
}

// DNID is set on channels that dialled in; an application other than AppDial runs for the channel's own extension.
QByteArrayView dialledNumber(const Ami::Message &item)
{
    const QByteArrayView dnid = item.value("DNID");
    if (!dnid.isEmpty())
        return dnid;
    const QByteArrayView exten = item.value("Exten");
    return exten == QByteArrayView("s") ? QByteArrayView() : exten;
}

} // namespace

void ChannelTracker::listedChannel(const Ami::Message &message)
{
    const QByteArrayView uniqueId = message.value("Uniqueid");
    const bool isNew = !find(uniqueId);
    Channel *channel = adopt(message);
    if (!channel)
        return;
    if (isNew || channel->lost)
        hear(*channel);
    if (isNew && isDialledByServer(message))
        channel->direction = Channel::Direction::ToDevice;
    else if (isNew && (dials(message) || !message.value("DNID").isEmpty()))
        channel->direction = Channel::Direction::FromDevice;
    if (isNew && channel->direction != Channel::Direction::ToDevice)
        channel->dialled = storedValue(dialledNumber(message));
    if (isNew && message.value("Application") == QByteArrayView("Dial"))
        channel->progress = Channel::Progress::Proceeding;
    // A list is made at once: the bridge it names may be ahead of BridgeEnter, or behind BridgeLeave only if this
    // channel's own events have come before.
    const QByteArrayView bridge = message.value("BridgeId");
    if (channel->bridge.isEmpty() && !bridge.isEmpty())
        join(*channel, bridge);
    ownEvent(message);
    reportBridge(channel->bridge);
}

void ChannelTracker::channelsListed(const Ami::Message &)
{
    if (!m_channelsDue)
        return;
    m_channelsDue = false;
    endUnconfirmed();
    m_bridges.removeEmpty();
    settleRooms();
    for (auto &[uniqueId, channel] : m_channels) {
        if (channel.state == ChannelState::Ringing && channel.dialledBy.isEmpty())
            linkRinging(channel);
    }
    inferHolds();
}

// Who dialled a device that was found ringing: the oldest channel of the call, if it still waits.
void ChannelTracker::linkRinging(Channel &ringing)
{
    Channel *caller = find(ringing.linkedId);
    if (!caller || caller == &ringing || caller->state != ChannelState::Ring)
        return;
    hear(ringing);
    hear(*caller);
    ringing.dialledBy = caller->uniqueId;
    ++caller->openForks;
    caller->progress = Channel::Progress::Ringback;
    report(*caller);
}

// The state of a device says that it is held; the one that holds is at the other end.
void ChannelTracker::inferHolds()
{
    for (auto &[uniqueId, channel] : m_channels) {
        const LineTable::Line *line = m_lines.find(channel.line);
        Channel *other = line && line->foundHeld && channel.isUp() ? farEnd(channel) : nullptr;
        if (!other || !other->isUp() || other->held)
            continue;
        hear(*other);
        other->held = true;
        (void)putOnHold(*other);
        other->doubts |= Doubt::HoldInferred;
        reportInfo(*other);
        report(*other);
        report(channel);
    }
}

// ---- devices -------------------------------------------------------------------------------------------------------

void ChannelTracker::deviceState(const Ami::Message &message)
{
    const QByteArrayView device = message.value("Device"), state = message.value("State");
    const bool isListed = message.contains("ActionID");
    LineTable::Line *line = m_lines.find(device);
    if (!line && isListed && m_linesFromDevices && device.startsWith("PJSIP/") && state != QByteArrayView("INVALID"))
        line = m_lines.take(device, telling());
    if (!line)
        return;
    if (isListed)
        line->foundHeld = LineTable::saysHeld(state);
    m_lines.setDeviceState(*line, state, telling());
}

void ChannelTracker::endpointListed(const Ami::Message &message)
{
    const QByteArrayView name = message.value("ObjectName");
    if (name.isEmpty())
        return;
    LineTable::Line *line = m_lines.take(QByteArray("PJSIP/").append(name), telling());
    if (!line)
        return;
    line->listed = m_endpointList;
    line->foundHeld = LineTable::saysHeld(message.value("DeviceState"));
    m_lines.setDeviceState(*line, message.value("DeviceState"), telling());
}

void ChannelTracker::endpointsListed(const Ami::Message &message)
{
    const auto busy = [this](const LineTable::Line &line) {
        return std::any_of(m_channels.begin(), m_channels.end(),
                           [&](const auto &entry) { return entry.second.line == line.id; });
    };
    m_lines.removeUnlisted(m_endpointList++, busy, m_reports);
    devicesListed(message);
}

// Hold events tell the rest; only a fresh connection has to guess.
void ChannelTracker::devicesListed(const Ami::Message &)
{
    if (!std::exchange(m_devicesDue, false))
        return;
    if (!m_channelsDue)
        inferHolds();
}

} // namespace Linescope
