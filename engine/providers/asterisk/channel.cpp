// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channel.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace Linescope {

namespace {

bool isKnown(QByteArrayView value) { return !value.isEmpty() && value != QByteArrayView("<unknown>"); }

bool assign(QByteArray &member, QByteArrayView value)
{
    if (!isKnown(value) || QByteArrayView(member) == value)
        return false;
    const QByteArray before = std::exchange(member, storedValue(value));
    return member != before;
}

// A new number brings its own name, even if that is none.
bool assignParty(ChannelParty &party, QByteArrayView number, QByteArrayView name)
{
    if (!assign(party.number, number))
        return assign(party.name, name);
    party.name = isKnown(name) ? storedValue(name) : QByteArray();
    return true;
}

// "32 (Presentation Prohibited, Not Screened)"
bool isBlocked(QByteArrayView presentation)
{
    const qsizetype space = presentation.indexOf(' ');
    return ((space < 0 ? presentation : presentation.first(space)).toInt() & 0x60) == 0x20;
}

QByteArrayView technology(QByteArrayView channelName)
{
    const qsizetype slash = channelName.indexOf('/');
    return slash < 0 ? QByteArrayView() : channelName.first(slash);
}

// Channels that the server makes for itself: nobody's line.
bool isPlumbing(QByteArrayView technology)
{
    static constexpr std::array<const char *, 14> helpers = {
        "Announcer", "AsyncGoto", "Bridge",   "CBAnn", "CBRec",     "ConfBridgeRecorder", "Message",
        "Multicast", "Null",      "Recorder", "Snoop", "Surrogate", "UnicastRTP",         "VoiceMailPlayback"};
    return std::any_of(helpers.begin(), helpers.end(),
                       [&](const char *helper) { return technology == QByteArrayView(helper); });
}

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

} // namespace

qsizetype Channel::bytes() const
{
    qsizetype bytes = sizeof(Channel);
    for (const QByteArray *text : {&uniqueId,
                                   &linkedId,
                                   &name,
                                   &dialled,
                                   &bridge,
                                   &dialledBy,
                                   &heldBy,
                                   &holds,
                                   &answeredBy,
                                   &dialStatus,
                                   &room,
                                   &redirection,
                                   &parkingSpace,
                                   &parkingLot,
                                   &redirecting.number,
                                   &redirecting.name,
                                   &diversion.to,
                                   &diversion.by.number,
                                   &diversion.by.name,
                                   &caller.number,
                                   &caller.name,
                                   &connected.number,
                                   &connected.name,
                                   &waiting.number,
                                   &waiting.name,
                                   &firstConnected.number,
                                   &firstConnected.name})
        bytes += text->capacity();
    return bytes;
}

QByteArrayView lineName(QByteArrayView channelName)
{
    const QByteArrayView tech = technology(channelName);
    if (tech.isEmpty() || isPlumbing(tech))
        return {};
    QByteArrayView name = channelName;
    if (const qsizetype half = name.lastIndexOf(';'); half > 0 && isLocal(name))
        name = name.first(half);
    const qsizetype dash = name.lastIndexOf('-');
    if (dash <= tech.size() + 1)
        return name;
    // DAHDI/1-1 and the like count in decimals; a dash of the endpoint's own name is no suffix.
    return isHex(name.sliced(dash + 1)) ? name.first(dash) : name;
}

bool isLocal(QByteArrayView channelName) { return channelName.startsWith("Local/"); }

QByteArray otherHalf(QByteArrayView localChannelName)
{
    if (!isLocal(localChannelName) || localChannelName.size() < 2)
        return {};
    QByteArray other = localChannelName.toByteArray();
    other.back() = other.endsWith('1') ? '2' : '1';
    return other;
}

QByteArray storedValue(QByteArrayView value)
{
    return value.first(std::min(value.size(), maxStoredValue)).toByteArray();
}

QByteArray knownValue(QByteArrayView value) { return isKnown(value) ? storedValue(value) : QByteArray(); }

bool takeSnapshot(Channel &channel, const Ami::Message &message, QByteArrayView prefix)
{
    QByteArrayView callerNumber, callerName, connectedNumber, connectedName;
    bool changed = false;
    for (const auto &[key, value] : message.headers()) {
        if (key.size() <= prefix.size() || (!prefix.isEmpty() && !key.startsWith(prefix)))
            continue;
        const QByteArrayView name = key.sliced(prefix.size());
        if (Ami::isSameKey(name, "Channel"))
            changed |= channel.name.isEmpty() && assign(channel.name, value); // only Rename changes it
        else if (Ami::isSameKey(name, "Linkedid"))
            changed |= assign(channel.linkedId, value);
        else if (Ami::isSameKey(name, "CallerIDNum"))
            callerNumber = value;
        else if (Ami::isSameKey(name, "CallerIDName"))
            callerName = value;
        else if (Ami::isSameKey(name, "ConnectedLineNum"))
            connectedNumber = value;
        else if (Ami::isSameKey(name, "ConnectedLineName"))
            connectedName = value;
        else if (prefix.isEmpty() && Ami::isSameKey(name, "CID-CallingPres"))
            channel.callerBlocked = isBlocked(value);
    }
    changed |= assignParty(channel.caller, callerNumber, callerName);
    changed |= assignParty(channel.connected, connectedNumber, connectedName);
    if (!channel.isUp())
        channel.firstConnected = channel.connected;
    return changed;
}

bool takeState(Channel &channel, const Ami::Message &message)
{
    bool ok = false;
    const int number = message.value("ChannelState").toInt(&ok);
    if (!ok || number < 0 || number > int(ChannelState::PreRing) || channel.isUp())
        return false;
    const auto state = ChannelState(number);
    if (state == ChannelState::Down && channel.state != ChannelState::Down)
        return false;
    const bool changed = channel.state != state;
    channel.state = state;
    if (channel.direction != Channel::Direction::Unknown)
        return changed;
    if (state == ChannelState::Ringing || state == ChannelState::PreRing)
        channel.direction = Channel::Direction::ToDevice;
    else if (state != ChannelState::Down && state != ChannelState::Up)
        channel.direction = Channel::Direction::FromDevice;
    return changed;
}

} // namespace Linescope
