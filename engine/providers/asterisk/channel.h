// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server has said about one channel: facts, nothing of TAPI yet (channelstate.h draws the conclusions).
// Keys and numbers stay UTF-8 bytes as they came; a Uniqueid is a string, never a number.
#pragma once

#include "amimessage.h"
#include "tapi/constants.h"
#include "tapi/ids.h"
#include "tapi/sourcefacts.h"

#include <QByteArray>

#include <memory>
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

namespace AsteriskMapping {
struct Rule;
}
class ProvenanceLog;

struct Ending {
    std::optional<DisconnectMode> mode; // none: by its own device, IDLE at once
    const AsteriskMapping::Rule *by = nullptr;
};

struct ChannelParty {
    QByteArray number;
    QByteArray name;
    friend bool operator==(const ChannelParty &, const ChannelParty &) = default;
};

struct Channel {
    enum class Direction : quint8 { Unknown, FromDevice, ToDevice };
    enum class Progress : quint8 { None, Proceeding, Ringback, Busy };
    enum class Reason : quint8 { Direct, Unknown, Transfer, Pickup, Parked, Unpark, Reminder, Forwarded };
    // Who asked first for the end.
    enum class EndedBy : quint8 { Nobody, Device, Other, Engine };
    // A Local channel is being taken out from between two others, which are in one bridge afterwards.
    enum class Optimising : quint8 { No, Yes, Left };

    // Why whom it makes ring next will ring: it was transferred or forwarded, or comes back to who had parked it.
    struct Diversion {
        QByteArray to; // only if it is this line; empty: whoever is dialled
        ChannelParty by;
        Reason reason = Reason::Direct;
    };

    QByteArray uniqueId;
    QByteArray linkedId;
    QByteArray name;
    QByteArray dialled;     // the number that the device dialled
    QByteArray bridge;      // BridgeUniqueid, empty: alone
    QByteArray room;        // BridgeUniqueid of the conference that it is in, be it through Local channels; or empty
    QByteArray dialledBy;   // Uniqueid of the channel whose Dial made this one ring
    QByteArray heldBy;      // Uniqueid of the channel that put this one on hold; counts only while that one is `held`
    QByteArray holds;       // the other way round; empty: it was not known who was at the far end
    QByteArray answeredBy;  // Uniqueid of the channel that answered this one's Dial
    QByteArray dialStatus;  // DialStatus of the DialEnd about this channel
    ChannelParty caller;    // CallerID...: of the device itself, whoever placed the call
    ChannelParty connected; // ConnectedLine...: the other side
    ChannelParty waiting;   // what `connected` was before it began to consult somebody
    ChannelParty firstConnected; // what `connected` was when the call was answered
    ChannelParty redirecting;    // who sent the call on, by transfer or forwarding
    QByteArray redirection;      // where it was sent on to: a number, or a parking space
    QByteArray parkingSpace;     // where it is parked, once that has been told
    QByteArray parkingLot;
    Diversion diversion;
    DriverLine line;       // none: a channel that is not shown
    DriverCall call;       // none: the engine does not know of it
    DriverCall conference; // the call that stands for `room` on this line; none: the engine has closed it
    int openForks = 0;     // dialled by this one and not decided
    ChannelState state = ChannelState::Down;
    Direction direction = Direction::Unknown;
    Progress progress = Progress::None;
    Reason reason = Reason::Direct;
    EndedBy endedBy = EndedBy::Nobody;
    Optimising optimising = Optimising::No;
    quint8 cause = 0;                   // Q.850, once it has hung up
    Ending ending;                      // once that is known
    std::shared_ptr<ProvenanceLog> why; // what was said of it; none: nothing yet, or it is nobody's call
    Doubts doubts;
    CallTreatment treatment = {}; // what it hears instead of somebody; none: nothing of the kind
    bool callerBlocked = false;
    bool held = false; // this device put its peer on hold, whoever is in its bridge by now
    bool wasBridged = false;
    bool parked = false;
    bool lost = false;         // the connection broke, nobody knows how it is
    bool muted = false;        // the engine has closed the call (V-13)
    bool ended = false;        // its Hangup has come, or it must be taken to have ended
    bool ours = false;         // made by our Originate
    bool consulting = false;   // its far end waits while it talks to somebody else (Atxfer)
    bool farEndAsked = false;  // its far end has asked for the end
    bool wasPickedUp = false;  // another device answered it (Pickup)
    bool wasForwarded = false; // its device sent the call on elsewhere before it answered

    bool isUp() const { return state == ChannelState::Up; }
    // Whether the conference it is in is what there is to say of it.
    bool isConferenced() const { return !conference.isNull() && isUp() && !held && !lost && !consulting; }
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
QByteArray knownValue(QByteArrayView value); // the same, empty for "<unknown>"

// Takes over what a message says about a channel: headers "Channel", "CallerIDNum" ..., with a prefix "DestChannel" ...
// Unknown values ("<unknown>") keep what was known, long ones are cut. True if something changed that is shown.
bool takeSnapshot(Channel &channel, const Ami::Message &message, QByteArrayView prefix = {});
// The channel's state in a message, if there is one; a channel that is up stays up, however late a message comes.
// True if it is another one.
bool takeState(Channel &channel, const Ami::Message &message);

} // namespace Linescope
