// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Turns the messages of a Manager Interface into Reports: endpoints are lines, channels are calls. No input, no output,
// no clock; one thread. Events of one channel come in order, those of different channels in none, so every event only
// adds to what is known of a channel, and what is reported follows from what is known.
#pragma once

#include "amimessage.h"
#include "bridges.h"
#include "callbook.h"
#include "channel.h"
#include "linetable.h"

#include <QSet>

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace Linescope {

// Local channels are plumbing of the dialplan.
enum class LocalChannels {
    Fold, // not shown; what they connect is
    Show, // each is a call, on a line "Local/EXTEN@CONTEXT"
};

class ChannelTracker {
public:
    explicit ChannelTracker(LocalChannels local = LocalChannels::Fold)
        : m_local(local)
    {
    }

    // `time`: when it came.
    QList<Report> consume(const Ami::Message &message, Microseconds time = 0);

    // The login succeeded: lists follow, as far as they are permitted.
    QList<Report> connected();
    // Nothing is known any more: lines go out of service, calls become UNKNOWN.
    QList<Report> disconnected(const QString &reason);
    // There will be no list of channels: what was known before the connection broke is taken to have ended.
    QList<Report> withoutChannelList();

    // There will be no list of endpoints: the list of device states has to name the lines.
    void takeLinesFromDevices() { m_linesFromDevices = true; }

    // Reports the calls that are already there (L-45).
    QList<Report> openLine(DriverLine line);
    QSet<DriverCall> closeLine(DriverLine line); // silent from now on (V-14); the calls that were open on it
    QList<Report> closeCall(DriverCall call);    // silent from now on (V-13); others may change by it
    // A line that appeared with its first channel remembers what ended before anybody could open it, until now.
    void forgetUnclaimed(const QList<DriverLine> &lines);

    // A channel that will come: made for lineMakeCall, lineUnpark or linePickup on that line.
    struct Expected {
        RequestId request;
        DriverLine line;
        QByteArray dialled;
        Channel::Reason reason = Channel::Reason::Direct;
    };
    void expect(const QByteArray &uniqueId, const Expected &expected) { m_expected.insert(uniqueId, expected); }
    // True if it has not come yet; from now on it is a channel like any other.
    bool unexpect(const QByteArray &uniqueId) { return m_expected.remove(uniqueId); }
    // ---- consultation calls, in trackedconsultations.cpp ----
    bool mayConsult(DriverCall call) const; // it talks to one who can be made to wait
    // lineSetupTransfer: completes the request with the consultation call, which has a dial tone.
    QList<Report> consult(DriverCall call, RequestId request);
    // `number` is being dialled for it; the Local channel that does it will have the name `legName` and a number.
    QList<Report> dialConsultation(DriverCall consultation, const QByteArray &legName, const QByteArray &number);
    QList<Report> endConsultation(DriverCall consultation, std::optional<DisconnectMode> mode);
    bool isConsultation(DriverCall call) const;
    bool isDialled(DriverCall consultation) const;
    bool mayTakeBack(DriverCall consultation) const;            // it talks or rings in the bridge of its transferer
    void setTakenBack(DriverCall consultation, bool takenBack); // its end will be our own
    bool hasBegun(DriverCall consultation) const;               // there is a channel that dials
    DriverCall consultationOf(DriverCall call) const;           // none: it has none
    QByteArray transfererOf(DriverCall consultation) const;     // the name of the channel that consults

    // What is pressed on the call is to be reported as these; none: nothing (LINE_MONITORDIGITS).
    void monitorDigits(DriverCall call, DigitModes modes);
    // lineDrop is on its way, or has been refused.
    void setDropping(DriverCall call, bool dropping);

    QByteArray lineName(DriverLine line);
    // Of a conference: that of a member. Empty once the call has ended.
    QByteArray channelName(DriverCall call) const;
    // The channel at the other end of the call's bridge, which may be a Local one; empty if it talks to nobody.
    QByteArray peerName(DriverCall call) const;
    QByteArray peerId(DriverCall call) const; // its Uniqueid
    // The channel whose Dial makes the call ring; empty if nobody's does.
    QByteArray diallerName(DriverCall call) const;
    // The conference room that it is in, and the channel that is in it for the call, which may be a Local one; empty if
    // it is in none.
    std::pair<QByteArray, QByteArray> roomAndMember(DriverCall call) const;
    // Where the channel is parked; empty: it is not.
    QByteArray parkingSpace(QByteArrayView uniqueId) const;
    // What happens next is not because of a message: a request, the connection.
    void beginOther(Microseconds time) { m_book.provenances().beginOther(time); }
    // None: there is no such call, or line.
    std::optional<Provenance> provenance(DriverCall call) const { return m_book.provenance(call); }
    std::optional<Provenance> provenance(DriverLine line) const;
    static QList<AsteriskMapping::Event> mappedEvents(); // what each event adds, in the order of reading
    qsizetype channelCount() const { return qsizetype(m_channels.size()); }
    qsizetype bridgeCount() const { return m_bridges.count(); }

private:
    using Handler = void (ChannelTracker::*)(const Ami::Message &);
    static constexpr int maxLocalHops = 16; // Local channels in a row between two devices

    struct MappedEvent {
        AsteriskMapping::Event event;
        Handler handler;
    };
    static std::span<const MappedEvent> allMappedEvents(); // the last one is for all others
    static const MappedEvent &mappedEvent(QByteArrayView event);

    struct Consultation {
        DriverCall call;
        QByteArray transferer; // Uniqueid
        QByteArray legName;    // "Local/6003@default", once that is being dialled
        QByteArray leg;        // Uniqueid of its first half, once it is there
        QByteArray number;
        bool takenBack = false; // CancelAtxfer is on its way
    };
    struct Conference {
        DriverCall call; // none: the engine has closed it
        int members = 0; // on this line
    };

    // ---- events, in trackedevents.cpp ----
    void newChannel(const Ami::Message &message);
    void listedChannel(const Ami::Message &message);
    void channelsListed(const Ami::Message &message);
    void ownEvent(const Ami::Message &message);
    void partyEvent(const Ami::Message &message);
    void renamed(const Ami::Message &message);
    void optimisationBegun(const Ami::Message &message);
    void optimisationEnded(const Ami::Message &message);
    void hold(const Ami::Message &message);
    void unhold(const Ami::Message &message);
    void setHeld(const Ami::Message &message, bool held);
    Channel *putOnHold(Channel &holder);
    Channel *release(Channel &holder);
    void dialBegin(const Ami::Message &message);
    void dialState(const Ami::Message &message);
    void dialEnd(const Ami::Message &message);
    void bridgeEnter(const Ami::Message &message);
    void bridgeLeave(const Ami::Message &message);
    void bridgeDestroy(const Ami::Message &message);
    void bridgeListed(const Ami::Message &message);
    void hangupRequest(const Ami::Message &message);
    void softHangupRequest(const Ami::Message &message);
    void hangup(const Ami::Message &message);
    void blindTransfer(const Ami::Message &message);
    void attendedTransfer(const Ami::Message &message);
    void pickup(const Ami::Message &message);
    void parked(const Ami::Message &message);
    void unparked(const Ami::Message &message);
    void parkingTimedOut(const Ami::Message &message);
    void parkingSwapped(const Ami::Message &message);
    void musicStarted(const Ami::Message &message);
    void musicStopped(const Ami::Message &message);
    void setTreatment(const Ami::Message &message, CallTreatment treatment);
    void digitEnded(const Ami::Message &message);
    void deviceState(const Ami::Message &message);
    void endpointListed(const Ami::Message &message);
    void endpointsListed(const Ami::Message &message);
    void devicesListed(const Ami::Message &message);
    void dialplanEvent(const Ami::Message &message);
    void otherEvent(const Ami::Message &message);

    // ---- channels ----
    Channel *find(QByteArrayView uniqueId);
    Channel *channelOf(DriverCall call); // of a conference: one of a member
    const Channel *peerOf(DriverCall call) const;
    const Channel *find(QByteArrayView uniqueId) const { return const_cast<ChannelTracker *>(this)->find(uniqueId); }
    Channel *subject(const Ami::Message &message) { return find(message.value("Uniqueid")); }
    // The subject of an event that only a living channel has; one found in mid-life is taken over. Not every event is
    // of that kind: NewCallerid may follow Hangup.
    Channel *adopt(const Ami::Message &message);
    Channel *create(const Ami::Message &message); // none if there are too many already
    bool isGone(QByteArrayView uniqueId) const;
    void rememberGone(const QByteArray &uniqueId);
    void hear(Channel &channel); // the message at hand says something of it
    void takeSide(Channel *channel, const Ami::Message &message, QByteArrayView prefix);
    void join(Channel &channel, QByteArrayView bridge);
    void part(Channel &channel);
    void leaveBridge(Channel &channel);
    void linkRinging(Channel &ringing);
    void pass(const Channel &caller, Channel &called);
    void passToDialled(const Channel &dialler);
    void letGo(QByteArrayView transferer);
    void stopHolding(Channel &holder);
    void sentOn(Channel &party, const ChannelParty &by, const QByteArray &to);
    QList<Channel *> transferTargets(const Ami::Message &message, const Channel *transferee);
    QList<Channel *> withDevicesBehind(Channel &channel);
    void collectDialled(const Channel &dialler, QList<Channel *> &all, int hops = 0);
    void end(Channel &channel, const Ending &ending);
    void endUnconfirmed();
    void inferHolds();

    // ---- what is reported ----
    void report(Channel &channel);
    void reportInfo(const Channel &channel);
    void reportBridge(const QByteArray &bridge);
    void reportMembers(const QList<QByteArray> &uniqueIds);
    void tell(Channel &channel);
    void announce(Channel &channel);
    bool isOnHold(const Channel &channel) const;
    StateAndMode stateOf(const Channel &channel) const { return callState(channel, isOnHold(channel)); }
    Channel *farEnd(const Channel &channel);
    const Channel *farEnd(const Channel &channel) const { return const_cast<ChannelTracker *>(this)->farEnd(channel); }
    Channel *otherHalfOf(const Channel &channel);
    const Channel *otherHalfOf(const Channel &channel) const
    {
        return const_cast<ChannelTracker *>(this)->otherHalfOf(channel);
    }
    bool answeredElsewhere(const Channel &channel);

    // ---- conferences, in trackedconferences.cpp ----
    using Room = std::pair<DriverLine, QByteArray>; // on which line, BridgeUniqueid
    const Channel *memberFor(const Channel &channel) const;
    QByteArray changeRoom(Channel &channel);
    void settleRooms();
    void enterRoom(Channel &channel);
    void leaveRoom(const Room &room, DisconnectMode mode = DisconnectMode::Normal);
    void closeConference(DriverCall call);

    Consultation *consultation(DriverCall call);
    void followConsultation(const Channel &channel);
    void updateConsultation(const Consultation &consulting, const Channel &transferer);
    void endConsultationsOf(const Channel &channel, const Ending &ending);
    void finish(const Consultation &consulting, const Ending &ending);
    void closeConsultation(DriverCall call);
    void loseConsultations();

    LineTable::Telling telling() { return {m_reports, m_book.provenances()}; }
    QList<Report> takeReports() { return std::exchange(m_reports, {}); }

    LocalChannels m_local;
    LineTable m_lines;
    Bridges m_bridges;
    CallBook m_book;
    std::unordered_map<QByteArray, Channel> m_channels; // by Uniqueid; a channel stays where it is
    QHash<QByteArray, QByteArray> m_halves;             // name of a Local channel -> Uniqueid
    QHash<QByteArray, QByteArray> m_moving;             // who takes the place of which half of a Local channel
    QHash<QByteArray, Expected> m_expected;             // by Uniqueid
    QHash<Room, Conference> m_conferences;
    QList<Consultation> m_consultations;       // few
    QHash<DriverCall, DigitModes> m_monitored; // whose digits are to be reported
    QList<Channel> m_unclaimed;                // ended before their line could be opened
    QSet<QByteArray> m_gone;                   // the Uniqueids that ended last: events about them may still come
    std::deque<QByteArray> m_goneOrder;        // oldest first
    QList<Report> m_reports;                   // of the message at hand
    quint32 m_endpointList = 1;                // the list of endpoints that is being read
    bool m_channelsDue = false;                // asked for the list of channels
    bool m_devicesDue = false;                 // and for that of devices
    bool m_linesFromDevices = false;
};

} // namespace Linescope
