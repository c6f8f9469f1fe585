// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each event of the Manager Interface adds to what is known. One function per event, in the order of the table.
#include "channeltracker.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Linescope {

std::span<const ChannelTracker::MappedEvent> ChannelTracker::allMappedEvents()
{
    using T = ChannelTracker;
    static constexpr MappedEvent events[] = {
        {{"Newchannel",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A channel: its line, its parties, the number it dialled (Exten).")},
         &T::newChannel},
        {{"CoreShowChannel",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A channel that was there before, as the list of channels has it.")},
         &T::listedChannel},
        {{"Status",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A channel that was there before, as the list of channels has it.")},
         &T::listedChannel},
        {{"CoreShowChannelsComplete",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The list of channels is complete: what it has not named has ended.")},
         &T::channelsListed},
        {{"StatusComplete",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The list of channels is complete: what it has not named has ended.")},
         &T::channelsListed},
        {{"Newstate",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "The state of the channel, and with the first one who calls: Ringing, its device is called; Ring,"
              " Dialing, OffHook, its device calls. Up is never taken back.")},
         &T::ownEvent},
        {{"NewCallerid", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device's own number and name.")},
         &T::partyEvent},
        {{"NewConnectedLine", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Number and name of the other side.")},
         &T::partyEvent},
        {{"Rename", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Another name of the channel.")}, &T::renamed},
        {{"LocalOptimizationBegin",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A Local channel goes from between two others; they are not alone meanwhile.")},
         &T::optimisationBegun},
        {{"LocalOptimizationEnd", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The Local channel has gone.")},
         &T::optimisationEnded},
        {{"Hold",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device of the channel has put its far end on hold.")},
         &T::hold},
        {{"Unhold",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device of the channel holds nobody any more.")},
         &T::unhold},
        {{"DialBegin",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The server dials the channel Dest...; for the channel, if one is named.")},
         &T::dialBegin},
        {{"DialState",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "RINGING: whom the server dialled for the channel rings.")},
         &T::dialState},
        {{"DialEnd",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "How the dialling of the channel Dest... ended (DialStatus), and to where it sent the call on"
              " (Forward).")},
         &T::dialEnd},
        {{"BridgeEnter",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "The channel is in that bridge, with whoever else is in it; the bridge may be a conference or a"
              " parking lot.")},
         &T::bridgeEnter},
        {{"BridgeLeave", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The channel is in no bridge.")},
         &T::bridgeLeave},
        {{"BridgeDestroy", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "There is no such bridge any more.")},
         &T::bridgeDestroy},
        {{"BridgeListItem",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "What kind of bridge it is: a talk, a conference, a parking lot.")},
         &T::bridgeListed},
        {{"HangupRequest",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The device of the channel asks for the end; who asks first ended the call.")},
         &T::hangupRequest},
        {{"SoftHangupRequest",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Something else asks for the end of the channel: the other side, the server, an"
                            " operator.")},
         &T::softHangupRequest},
        {{"Hangup", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The channel has ended, with that cause.")},
         &T::hangup},
        {{"BlindTransfer",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The transferer's call is over; the transferee goes to the extension.")},
         &T::blindTransfer},
        {{"AttendedTransfer",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Both calls of the transferer are over, and the others talk or ring; Threeway: all three"
                            " talk.")},
         &T::attendedTransfer},
        {{"Pickup",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The channel takes the call of the channel Target...")},
         &T::pickup},
        {{"ParkedCall", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The parkee is parked, in that space.")},
         &T::parked},
        {{"UnParkedCall",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The parkee is not parked any more; the retriever talks to it.")},
         &T::unparked},
        {{"ParkedCallTimeOut",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The parkee is not parked any more, and comes back to its parker.")},
         &T::parkingTimedOut},
        {{"ParkedCallSwap", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Another channel is parked in its stead.")},
         &T::parkingSwapped},
        {{"MusicOnHoldStart", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The channel hears music.")},
         &T::musicStarted},
        {{"MusicOnHoldStop", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The channel hears no music any more.")},
         &T::musicStopped},
        {{"DTMFEnd",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A digit was pressed: LINE_MONITORDIGITS for who asked for it.")},
         &T::digitEnded},
        {{"DeviceStateChange",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Whether a device can be reached: its line is in service or not.")},
         &T::deviceState},
        {{"EndpointList", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "An endpoint of PJSIP: a line.")},
         &T::endpointListed},
        {{"EndpointListComplete",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The list of endpoints is complete: lines that it has not named are removed.")},
         &T::endpointsListed},
        {{"DeviceStateListComplete",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The list of device states is complete: who is on hold is held by its far end.")},
         &T::devicesListed},
        {{"Newexten", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Nothing that other events do not tell.")},
         &T::dialplanEvent},
        {{"VarSet", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Nothing that other events do not tell.")},
         &T::dialplanEvent},
        {{"",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The newest names and numbers of its channel, above all its Linkedid.")},
         &T::otherEvent},
    };
    return events;
}

// Asked for with every event: names of one length are few, so a hash would cost more than it saves.
const ChannelTracker::MappedEvent &ChannelTracker::mappedEvent(QByteArrayView event)
{
    static constexpr size_t longest = 31;
    static const auto byLength = [] {
        std::array<std::vector<const MappedEvent *>, longest + 1> all;
        for (const MappedEvent &mapped : allMappedEvents())
            all.at(qstrlen(mapped.event.name)).push_back(&mapped);
        return all;
    }();
    const auto &candidates = byLength[std::min(size_t(event.size()), longest)];
    const auto found = std::find_if(candidates.begin(), candidates.end(), [event](const MappedEvent *candidate) {
        const char *const name = candidate->event.name;
        return name[0] == event.front() && name[event.size() - 1] == event.back()
            && event == QByteArrayView(name, event.size());
    });
    return found == candidates.end() ? allMappedEvents().back() : **found;
}

QList<AsteriskMapping::Event> ChannelTracker::mappedEvents()
{
    QList<AsteriskMapping::Event> events;
    for (const MappedEvent &mapped : allMappedEvents())
        events.append(mapped.event);
    return events;
}

QList<Report> ChannelTracker::consume(const Ami::Message &message, Microseconds time)
{
    const QByteArrayView event = message.event();
    if (event.isEmpty())
        return {};
    const MappedEvent &mapped = mappedEvent(event);
    m_book.provenances().begin(mapped.event, message, time);
    (this->*mapped.handler)(message);
    m_book.provenances().done();
    return takeReports();
}

void ChannelTracker::newChannel(const Ami::Message &message)
{
    const QByteArrayView uniqueId = message.value("Uniqueid");
    if (uniqueId.isEmpty() || message.value("Channel").isEmpty())
        return;
    if (find(uniqueId))
        return ownEvent(message); // a list has been faster
    Channel *channel = create(message);
    if (!channel)
        return;
    const QByteArrayView exten = message.value("Exten");
    if (exten != QByteArrayView("s"))
        channel->dialled = storedValue(exten);
    if (const auto expected = m_expected.constFind(channel->uniqueId); expected != m_expected.cend()) {
        channel->ours = true;
        channel->dialled = expected->dialled;
        channel->reason = expected->reason;
    }
    hear(*channel);
    ownEvent(message);
}

void ChannelTracker::ownEvent(const Ami::Message &message)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    channel->lost = false;
    const bool changed = takeSnapshot(*channel, message);
    if (takeState(*channel, message) || changed)
        hear(*channel);
    if (changed)
        reportInfo(*channel);
    if (!m_consultations.isEmpty())
        followConsultation(*channel);
    report(*channel);
}

void ChannelTracker::partyEvent(const Ami::Message &message)
{
    if (subject(message))
        ownEvent(message);
}

// Half of all that a server sends, to whom has asked for it: they tell nothing that others do not.
void ChannelTracker::dialplanEvent(const Ami::Message &) { }

// Any event about a channel brings its newest names and numbers, above all its Linkedid.
void ChannelTracker::otherEvent(const Ami::Message &message)
{
    if (message.value("Uniqueid").isEmpty() || !message.contains("ChannelState"))
        return;
    takeSide(subject(message), message, {});
}

void ChannelTracker::renamed(const Ami::Message &message)
{
    Channel *channel = subject(message);
    const QByteArrayView newName = message.value("Newname");
    if (!channel || newName.isEmpty())
        return;
    if (isLocal(channel->name))
        m_halves.remove(channel->name);
    hear(*channel);
    channel->name = storedValue(newName);
    if (isLocal(channel->name))
        m_halves.insert(channel->name, channel->uniqueId);
    reportInfo(*channel);
}

void ChannelTracker::hold(const Ami::Message &message) { setHeld(message, true); }

void ChannelTracker::unhold(const Ami::Message &message) { setHeld(message, false); }

void ChannelTracker::setHeld(const Ami::Message &message, bool held)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    hear(*channel);
    channel->held = held;
    if (channel->doubts & Doubt::HoldInferred) {
        channel->doubts &= ~Doubts(Doubt::HoldInferred);
        reportInfo(*channel);
    }
    Channel *other = held ? putOnHold(*channel) : release(*channel);
    ownEvent(message);
    if (other)
        report(*other);
}

// Whoever is at the far end now waits, wherever the one who holds goes meanwhile.
Channel *ChannelTracker::putOnHold(Channel &holder)
{
    Channel *other = farEnd(holder);
    if (other) {
        hear(*other);
        other->heldBy = holder.uniqueId;
        holder.holds = other->uniqueId;
    }
    return other;
}

Channel *ChannelTracker::release(Channel &holder)
{
    Channel *other = find(std::exchange(holder.holds, {}));
    if (other && other->heldBy == holder.uniqueId) {
        hear(*other);
        other->heldBy.clear();
    }
    return other;
}

// ---- dialling ------------------------------------------------------------------------------------------------------

void ChannelTracker::dialBegin(const Ami::Message &message)
{
    Channel *caller = subject(message); // none when the server itself dials (Originate)
    Channel *called = find(message.value("DestUniqueid"));
    if (called) {
        hear(*called);
        if (called->direction == Channel::Direction::Unknown)
            called->direction = Channel::Direction::ToDevice;
        called->dialledBy = caller ? caller->uniqueId : QByteArray();
        if (caller)
            pass(*caller, *called);
        takeSide(called, message, "Dest");
        report(*called);
    }
    if (!caller)
        return;
    hear(*caller);
    ++caller->openForks;
    caller->answeredBy.clear();
    if (caller->progress != Channel::Progress::Ringback)
        caller->progress = Channel::Progress::Proceeding;
    if (caller->dialled.isEmpty())
        caller->dialled = storedValue(message.value("Exten"));
    takeSnapshot(*caller, message);
    reportInfo(*caller);
    report(*caller);
}

void ChannelTracker::dialState(const Ami::Message &message)
{
    takeSide(find(message.value("DestUniqueid")), message, "Dest");
    Channel *caller = subject(message);
    if (!caller)
        return;
    if (message.value("DialStatus") == QByteArrayView("RINGING")) {
        hear(*caller);
        caller->progress = Channel::Progress::Ringback;
    }
    takeSide(caller, message, {});
    report(*caller);
}

// The number of who was dialled, as it is in the event.
static ChannelParty calledParty(const Ami::Message &message)
{
    return {knownValue(message.value("DestCallerIDNum")), knownValue(message.value("DestCallerIDName"))};
}

void ChannelTracker::dialEnd(const Ami::Message &message)
{
    const QByteArrayView status = message.value("DialStatus");
    if (Channel *called = find(message.value("DestUniqueid"))) {
        hear(*called);
        called->dialStatus = storedValue(status);
        called->wasForwarded = !message.value("Forward").isEmpty();
        takeSide(called, message, "Dest");
    }
    Channel *caller = subject(message);
    if (!caller)
        return;
    hear(*caller);
    caller->openForks = std::max(caller->openForks - 1, 0);
    if (status == QByteArrayView("ANSWER")) {
        caller->answeredBy = storedValue(message.value("DestUniqueid"));
        caller->diversion = {};
    }
    if (status == QByteArrayView("BUSY") && caller->openForks == 0)
        caller->progress = Channel::Progress::Busy;
    if (const QByteArrayView forward = message.value("Forward"); !forward.isEmpty())
        caller->diversion = {storedValue(forward), calledParty(message), Channel::Reason::Forwarded};
    takeSide(caller, message, {});
    report(*caller);
}

// ---- the end -------------------------------------------------------------------------------------------------------

void ChannelTracker::hangupRequest(const Ami::Message &message)
{
    Channel *channel = subject(message);
    if (!channel)
        return;
    if (channel->endedBy == Channel::EndedBy::Nobody) {
        hear(*channel);
        channel->endedBy = Channel::EndedBy::Device;
        if (Channel *other = farEnd(*channel)) {
            hear(*other);
            other->farEndAsked = true;
        }
    }
    takeSide(channel, message, {});
}

void ChannelTracker::softHangupRequest(const Ami::Message &message)
{
    Channel *channel = subject(message);
    if (!channel)
        return;
    if (channel->endedBy == Channel::EndedBy::Nobody) {
        hear(*channel);
        channel->endedBy = Channel::EndedBy::Other;
    }
    takeSide(channel, message, {});
}

void ChannelTracker::hangup(const Ami::Message &message)
{
    const QByteArrayView uniqueId = message.value("Uniqueid");
    if (!uniqueId.isEmpty())
        rememberGone(uniqueId.toByteArray());
    Channel *channel = find(uniqueId);
    if (!channel)
        return;
    channel->lost = false;
    hear(*channel);
    takeSide(channel, message, {});
    channel->cause = quint8(std::clamp(message.value("Cause").toInt(), 0, 255));
    const Ending ending = endingOf(*channel, answeredElsewhere(*channel));
    if (ending.mode == DisconnectMode::Unknown)
        channel->doubts |= Doubt::EndUnclear;
    end(*channel, ending);
}

// ---- what is heard -------------------------------------------------------------------------------------------------

void ChannelTracker::musicStarted(const Ami::Message &message) { setTreatment(message, CallTreatment::Music); }

void ChannelTracker::musicStopped(const Ami::Message &message) { setTreatment(message, {}); }

void ChannelTracker::setTreatment(const Ami::Message &message, CallTreatment treatment)
{
    if (Channel *channel = subject(message)) {
        hear(*channel);
        channel->treatment = treatment;
        takeSnapshot(*channel, message);
        reportInfo(*channel);
    }
}

// Pressed on the device, or sent to it by the far end. The beginning of a digit is not always told, the end is.
void ChannelTracker::digitEnded(const Ami::Message &message)
{
    const Channel *channel = subject(message);
    const QByteArrayView digit = message.value("Digit");
    if (!channel || channel->call.isNull() || digit.size() != 1)
        return;
    const DriverCall call = channel->consulting ? consultationOf(channel->call) : channel->call;
    for (const DigitMode mode : {DigitMode::Dtmf, DigitMode::DtmfEnd}) {
        if (m_monitored.value(call) & mode)
            m_reports.append(Reports::MonitorDigits{call, quint32(uchar(digit.front())), mode});
    }
}

} // namespace Linescope
