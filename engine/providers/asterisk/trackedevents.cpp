// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each event of the Manager Interface adds to what is known. One function per event, in the order of the table.
#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

ChannelTracker::Handler ChannelTracker::handlerOf(QByteArrayView event)
{
    using T = ChannelTracker;
    static const QHash<QByteArray, Handler> handlers = {
        {"Newchannel", &T::newChannel},
        {"CoreShowChannel", &T::listedChannel},
        {"Status", &T::listedChannel},
        {"CoreShowChannelsComplete", &T::channelsListed},
        {"StatusComplete", &T::channelsListed},
        {"Newstate", &T::ownEvent},
        {"NewCallerid", &T::partyEvent},
        {"NewConnectedLine", &T::partyEvent},
        {"Rename", &T::renamed},
        {"LocalOptimizationBegin", &T::optimisationBegun},
        {"LocalOptimizationEnd", &T::optimisationEnded},
        {"Hold", &T::hold},
        {"Unhold", &T::unhold},
        {"DialBegin", &T::dialBegin},
        {"DialState", &T::dialState},
        {"DialEnd", &T::dialEnd},
        {"BridgeEnter", &T::bridgeEnter},
        {"BridgeLeave", &T::bridgeLeave},
        {"BridgeDestroy", &T::bridgeDestroy},
        {"BridgeListItem", &T::bridgeListed},
        {"HangupRequest", &T::hangupRequest},
        {"SoftHangupRequest", &T::softHangupRequest},
        {"Hangup", &T::hangup},
        {"BlindTransfer", &T::blindTransfer},
        {"AttendedTransfer", &T::attendedTransfer},
        {"Pickup", &T::pickup},
        {"ParkedCall", &T::parked},
        {"UnParkedCall", &T::unparked},
        {"ParkedCallTimeOut", &T::parkingTimedOut},
        {"ParkedCallSwap", &T::parkingSwapped},
        {"MusicOnHoldStart", &T::musicStarted},
        {"MusicOnHoldStop", &T::musicStopped},
        {"DTMFEnd", &T::digitEnded},
        {"DeviceStateChange", &T::deviceState},
        {"EndpointList", &T::endpointListed},
        {"EndpointListComplete", &T::endpointsListed},
        {"DeviceStateListComplete", &T::devicesListed},
        {"Newexten", &T::dialplanEvent},
        {"VarSet", &T::dialplanEvent},
    };
    return handlers.value(QByteArray::fromRawData(event.data(), event.size()), &T::otherEvent);
}

QList<Report> ChannelTracker::consume(const Ami::Message &message)
{
    const QByteArrayView event = message.event();
    if (!event.isEmpty())
        (this->*handlerOf(event))(message);
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
    ownEvent(message);
}

void ChannelTracker::ownEvent(const Ami::Message &message)
{
    Channel *channel = adopt(message);
    if (!channel)
        return;
    channel->lost = false;
    const bool changed = takeSnapshot(*channel, message);
    takeState(*channel, message);
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
        other->heldBy = holder.uniqueId;
        holder.holds = other->uniqueId;
    }
    return other;
}

Channel *ChannelTracker::release(Channel &holder)
{
    Channel *other = find(std::exchange(holder.holds, {}));
    if (other && other->heldBy == holder.uniqueId)
        other->heldBy.clear();
    return other;
}

// ---- dialling ------------------------------------------------------------------------------------------------------

void ChannelTracker::dialBegin(const Ami::Message &message)
{
    Channel *caller = subject(message); // none when the server itself dials (Originate)
    Channel *called = find(message.value("DestUniqueid"));
    if (called) {
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
    if (message.value("DialStatus") == QByteArrayView("RINGING"))
        caller->progress = Channel::Progress::Ringback;
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
        called->dialStatus = storedValue(status);
        called->wasForwarded = !message.value("Forward").isEmpty();
        takeSide(called, message, "Dest");
    }
    Channel *caller = subject(message);
    if (!caller)
        return;
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
        channel->endedBy = Channel::EndedBy::Device;
        if (Channel *other = farEnd(*channel))
            other->farEndAsked = true;
    }
    takeSide(channel, message, {});
}

void ChannelTracker::softHangupRequest(const Ami::Message &message)
{
    Channel *channel = subject(message);
    if (!channel)
        return;
    if (channel->endedBy == Channel::EndedBy::Nobody)
        channel->endedBy = Channel::EndedBy::Other;
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
    takeSide(channel, message, {});
    channel->cause = quint8(std::clamp(message.value("Cause").toInt(), 0, 255));
    // A device that declines what it was never in has something to tell; one that leaves a call has not.
    const bool wasIn = channel->isUp() || channel->direction != Channel::Direction::ToDevice || channel->ours;
    const bool isLocalEnd = channel->endedBy == Channel::EndedBy::Engine
        || (channel->endedBy == Channel::EndedBy::Device && wasIn);
    if (isLocalEnd)
        return end(*channel, std::nullopt);
    const DisconnectMode mode = disconnectMode(*channel, answeredElsewhere(*channel));
    if (mode == DisconnectMode::Unknown)
        channel->doubts |= Doubt::EndUnclear;
    end(*channel, mode);
}

// ---- what is heard -------------------------------------------------------------------------------------------------

void ChannelTracker::musicStarted(const Ami::Message &message) { setTreatment(message, CallTreatment::Music); }

void ChannelTracker::musicStopped(const Ami::Message &message) { setTreatment(message, {}); }

void ChannelTracker::setTreatment(const Ami::Message &message, CallTreatment treatment)
{
    if (Channel *channel = subject(message)) {
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
