// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server has said about one channel: facts, nothing of TAPI yet (channelstate.h draws the conclusions).
// Keys and numbers stay UTF-8 bytes as they came; a Uniqueid is a string, never a number.
#pragma once

#include "amimessage.h"
#include "tapi/constants.h"
#include "tapi/ids.h"

#include <QByteArray>

#include <optional>

namespace Linescope {

// ChannelState: of AMI.
enum class ChannelState : quint8 {
    Down = 0,
    Reserved = 1,
    OffHook = 2,
    Dialing = 3,
    Ring = 4,    // it calls the server
    Ringing = 5, // the server calls it
    Up = 6,
    Busy = 7,
    DialingOffHook = 8,
    PreRing = 9,
};

struct ChannelParty {
    QByteArray number;
    QByteArray name;
    friend bool operator==(const ChannelParty &, const ChannelParty &) = default;
};

struct Channel {
    enum class Direction : quint8 { Unknown, FromDevice, ToDevice };
    enum class Progress : quint8 { None, Proceeding, Ringback, Busy };
    enum class Reason : quint8 { Direct, Unknown, Transfer, Pickup, Parked, Unpark };
    // Who asked first for the end.
    enum class EndedBy : quint8 { Nobody, Device, Other, Engine };

    QByteArray uniqueId;
    QByteArray linkedId;
    QByteArray name;
    QByteArray dialled;    // the number that the device dialled
    QByteArray bridge;     // BridgeUniqueid, empty: alone
    QByteArray dialledBy;  // Uniqueid of the channel whose Dial made this one ring
    QByteArray answeredBy; // Uniqueid of the channel that answered this one's Dial
    QByteArray dialStatus; // DialStatus of the DialEnd about this channel
    QByteArray parkingSpace;
    ChannelParty caller;         // CallerID...: of the device itself, whoever placed the call
    ChannelParty connected;      // ConnectedLine...: the other side
    ChannelParty firstConnected; // what `connected` was when the call was answered
    DriverLine line;             // none: a channel that is not shown
    DriverCall call;             // none: the engine does not know of it
    int openForks = 0;           // dialled by this one and not decided
    ChannelState state = ChannelState::Down;
    Direction direction = Direction::Unknown;
    Progress progress = Progress::None;
    Reason reason = Reason::Direct;
    EndedBy endedBy = EndedBy::Nobody;
    quint8 cause = 0;                      // Q.850, once it has hung up
    std::optional<DisconnectMode> endMode; // how it ended, none: by its own device
    bool callerBlocked = false;
    bool held = false; // this device put its peer on hold
    bool wasBridged = false;
    bool parked = false;
    bool lost = false;  // the connection broke, nobody knows how it is
    bool muted = false; // the engine has closed the call (V-13)
    bool ours = false;  // made by our Originate

    bool isUp() const { return state == ChannelState::Up; }
    qsizetype bytes() const; // of this record and its strings, allocator overhead not counted
};

// "PJSIP/100-0000002a" -> "PJSIP/100", "Local/5@x-0000000b;1" -> "Local/5@x"; empty for what has no line at all
// (OutgoingSpoolFailed and the helper channels of bridges and conferences).
QByteArrayView lineName(QByteArrayView channelName);
bool isLocal(QByteArrayView channelName);
// The name of the other half of a Local channel.
QByteArray otherHalf(QByteArrayView localChannelName);

// A value as it is kept: cut where it is longer than anything that Asterisk itself would store.
constexpr qsizetype maxStoredValue = 1024; // bytes
QByteArray storedValue(QByteArrayView value);

// Takes over what a message says about a channel: headers "Channel", "CallerIDNum" ..., with a prefix "DestChannel" ...
// Unknown values ("<unknown>") keep what was known, long ones are cut. True if something changed that is shown.
bool takeSnapshot(Channel &channel, const Ami::Message &message, QByteArrayView prefix = {});
// The channel's state in a message, if there is one; a channel that is up stays up, however late a message comes.
bool takeState(Channel &channel, const Ami::Message &message);

} // namespace Linescope
