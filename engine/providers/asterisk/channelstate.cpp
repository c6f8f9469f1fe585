// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelstate.h"

namespace Linescope {

namespace {

template<class Mode>
StateAndMode with(CallState state, Mode mode)
{
    return {state, quint32(mode)};
}

StateAndMode stateOfUp(const Channel &channel, bool peerHolds)
{
    if (channel.consulting)
        return {CallState::OnHoldPendTransfer};
    if (channel.held)
        return {CallState::OnHold};
    if (peerHolds || channel.parked)
        return with(CallState::Connected, ConnectedMode::ActiveHeld);
    return with(CallState::Connected, channel.wasBridged ? ConnectedMode::Active : ConnectedMode::Confirmed);
}

StateAndMode stateOfCaller(const Channel &channel)
{
    if (channel.progress == Channel::Progress::Busy || channel.state == ChannelState::Busy)
        return with(CallState::Busy, BusyMode::Unknown);
    if (channel.progress == Channel::Progress::Ringback)
        return {CallState::Ringback};
    if (channel.progress == Channel::Progress::Proceeding)
        return {CallState::Proceeding};
    if (channel.state == ChannelState::OffHook)
        return with(CallState::DialTone, DialToneMode::Unknown);
    return {CallState::Dialing};
}

// DialStatus of the dialled side.
DisconnectMode modeOfDialStatus(QByteArrayView status)
{
    struct Row {
        const char *status;
        DisconnectMode mode;
    };
    static constexpr Row rows[] = {
        {"BUSY", DisconnectMode::Busy},
        {"NOANSWER", DisconnectMode::NoAnswer},
        {"CANCEL", DisconnectMode::Cancelled},
        {"ABORT", DisconnectMode::Cancelled},
        {"CHANUNAVAIL", DisconnectMode::Unreachable},
        {"CONGESTION", DisconnectMode::Congestion},
    };
    for (const Row &row : rows) {
        if (status == QByteArrayView(row.status))
            return row.mode;
    }
    return DisconnectMode::Unknown;
}

CallReason reasonOf(Channel::Reason reason)
{
    switch (reason) {
    case Channel::Reason::Direct:
        return CallReason::Direct;
    case Channel::Reason::Unknown:
        return CallReason::Unknown;
    case Channel::Reason::Transfer:
        return CallReason::Transfer;
    case Channel::Reason::Pickup:
        return CallReason::Pickup;
    case Channel::Reason::Parked:
        return CallReason::Parked;
    case Channel::Reason::Unpark:
        return CallReason::Unpark;
    case Channel::Reason::Reminder:
        return CallReason::Reminder;
    case Channel::Reason::Forwarded:
        return CallReason::FwdUncond;
    }
    Q_UNREACHABLE();
}

quint32 originOf(const Channel &channel)
{
    if (channel.ours || channel.direction == Channel::Direction::FromDevice)
        return quint32(CallOrigin::Outbound);
    return quint32(channel.direction == Channel::Direction::ToDevice ? CallOrigin::Inbound : CallOrigin::Unknown);
}

quint32 partyFlags(const QString &number, const QString &name, bool blocked)
{
    PartyIdFlags flags;
    flags.setFlag(PartyIdFlag::Address, !number.isEmpty());
    flags.setFlag(PartyIdFlag::Name, !name.isEmpty());
    flags.setFlag(PartyIdFlag::Blocked, blocked);
    if (!flags)
        flags = PartyIdFlag::Unknown;
    return quint32(flags.toInt());
}

// I-33: every state that callState() and the end of a channel can give.
constexpr quint32 possibleStates()
{
    quint32 states = 0;
    for (const CallState state :
         {CallState::Idle, CallState::Offering, CallState::DialTone, CallState::Dialing, CallState::Ringback,
          CallState::Busy, CallState::Connected, CallState::Proceeding, CallState::OnHold,
          CallState::OnHoldPendTransfer, CallState::Conferenced, CallState::Disconnected, CallState::Unknown})
        states |= quint32(state);
    return states;
}

struct Parties {
    ChannelParty caller;
    ChannelParty called;
};

// Asterisk's CallerID of a channel is the device's own number; TAPI's caller is who placed the call (I-44, I-45).
Parties partiesOf(const Channel &channel)
{
    if (channel.direction == Channel::Direction::ToDevice && !channel.ours)
        return {channel.firstConnected, channel.caller};
    return {channel.caller, {channel.dialled, {}}};
}

quint32 hungUpBy(const Channel &channel)
{
    if (!channel.ended)
        return 0;
    switch (channel.endedBy) {
    case Channel::EndedBy::Device:
        return quint32(HungUpBy::Device);
    case Channel::EndedBy::Engine:
        return quint32(HungUpBy::Application);
    case Channel::EndedBy::Other: // or an operator, or the dialplan
    case Channel::EndedBy::Nobody:
        return channel.farEndAsked ? quint32(HungUpBy::FarEnd) : 0;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isAudible(const Channel &channel) { return channel.ours || channel.state != ChannelState::Down; }

StateAndMode callState(const Channel &channel, bool peerHolds)
{
    if (channel.lost)
        return {CallState::Unknown};
    if (channel.isConferenced())
        return {CallState::Conferenced, channel.conference.value};
    if (channel.isUp())
        return stateOfUp(channel, peerHolds);
    if (channel.direction != Channel::Direction::ToDevice || channel.ours)
        return stateOfCaller(channel);
    // It ended before it rang, or it rings for information only (S-44, S-54).
    return with(CallState::Offering,
                channel.state == ChannelState::Ringing ? OfferingMode::Active : OfferingMode::Inactive);
}

DisconnectMode disconnectMode(int cause)
{
    switch (cause) {
    case 1:
    case 28:
        return DisconnectMode::BadAddress;
    case 16:
        return DisconnectMode::Normal;
    case 17:
        return DisconnectMode::Busy;
    case 18:
    case 19:
        return DisconnectMode::NoAnswer;
    case 2:
    case 3:
    case 20:
    case 102:
        return DisconnectMode::Unreachable;
    case 21:
        return DisconnectMode::Reject;
    case 22:
        return DisconnectMode::NumberChanged;
    case 23:
        return DisconnectMode::Forwarded;
    case 26:
        return DisconnectMode::Pickup;
    case 27:
        return DisconnectMode::OutOfOrder;
    case 34:
    case 42:
    case 44:
        return DisconnectMode::Congestion;
    case 38:
    case 41:
        return DisconnectMode::TempFailure;
    case 49:
        return DisconnectMode::QosUnavail;
    case 29:
    case 50:
    case 52:
    case 54:
    case 57:
        return DisconnectMode::Blocked;
    case 58:
    case 65:
    case 88:
        return DisconnectMode::Incompatible;
    default:
        return DisconnectMode::Unknown;
    }
}

DisconnectMode disconnectMode(const Channel &channel, bool answeredElsewhere)
{
    const DisconnectMode byCause = disconnectMode(channel.cause);
    const bool saysLittle = byCause == DisconnectMode::Unknown || byCause == DisconnectMode::Normal;
    if (!saysLittle || channel.isUp())
        return byCause;
    if (answeredElsewhere || channel.wasPickedUp)
        return DisconnectMode::Pickup;
    if (channel.wasForwarded)
        return DisconnectMode::Forwarded;
    const DisconnectMode byDial = modeOfDialStatus(channel.dialStatus);
    return byDial == DisconnectMode::Unknown ? byCause : byDial;
}

CallInfo callInfo(const Channel &channel)
{
    const Parties parties = partiesOf(channel);
    const bool incoming = originOf(channel) == quint32(CallOrigin::Inbound);
    CallInfo info;
    info.bearerMode = quint32(BearerMode::Voice);
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.callStates = possibleStates();
    info.origin = originOf(channel);
    info.reason = quint32(reasonOf(channel.reason));
    info.callerId = QString::fromUtf8(parties.caller.number);
    info.callerIdName = QString::fromUtf8(parties.caller.name);
    info.callerIdFlags = partyFlags(info.callerId, info.callerIdName, channel.callerBlocked && !incoming);
    info.calledId = QString::fromUtf8(parties.called.number);
    info.calledIdName = QString::fromUtf8(parties.called.name);
    info.calledIdFlags = partyFlags(info.calledId, info.calledIdName, false);
    const ChannelParty &connected = channel.consulting ? channel.waiting : channel.connected;
    info.connectedId = QString::fromUtf8(connected.number);
    info.connectedIdName = QString::fromUtf8(connected.name);
    info.connectedIdFlags = partyFlags(info.connectedId, info.connectedIdName, false);
    info.redirectionId = QString::fromUtf8(channel.redirection);
    if (!info.redirectionId.isEmpty())
        info.redirectionIdFlags = partyFlags(info.redirectionId, {}, false);
    info.redirectingId = QString::fromUtf8(channel.redirecting.number);
    info.redirectingIdName = QString::fromUtf8(channel.redirecting.name);
    if (!info.redirectingId.isEmpty())
        info.redirectingIdFlags = partyFlags(info.redirectingId, info.redirectingIdName, false);
    info.callTreatment = quint32(channel.treatment);
    info.cause = channel.ended ? channel.cause : 0;
    info.providerRef = QString::fromUtf8(channel.uniqueId);
    info.group = QString::fromUtf8(channel.linkedId);
    info.channel = QString::fromUtf8(channel.name);
    info.hungUpBy = hungUpBy(channel);
    info.doubts = channel.doubts.toInt();
    return info;
}

CallInfo conferenceInfo(const Channel &member, const QByteArray &roomName)
{
    CallInfo info;
    info.bearerMode = quint32(BearerMode::Voice);
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.callStates = quint32(CallState::Connected) | quint32(CallState::Disconnected) | quint32(CallState::Idle)
        | quint32(CallState::Unknown);
    info.origin = quint32(CallOrigin::Conference);
    info.reason = quint32(CallReason::Direct);
    info.callerIdFlags = info.connectedIdFlags = quint32(PartyIdFlag::Unavail);
    info.calledId = QString::fromUtf8(roomName);
    info.calledIdFlags = partyFlags(info.calledId, {}, false);
    info.providerRef = QString::fromUtf8(member.room);
    info.group = QString::fromUtf8(member.linkedId);
    return info;
}

CallInfo consultationInfo(const Channel &transferer, const QByteArray &number, const QByteArray &leg)
{
    CallInfo info;
    info.bearerMode = quint32(BearerMode::Voice);
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.callStates = possibleStates();
    info.origin = quint32(CallOrigin::Outbound);
    info.reason = quint32(CallReason::Direct);
    info.callerId = QString::fromUtf8(transferer.caller.number);
    info.callerIdName = QString::fromUtf8(transferer.caller.name);
    info.callerIdFlags = partyFlags(info.callerId, info.callerIdName, false);
    info.calledId = QString::fromUtf8(number);
    info.calledIdFlags = partyFlags(info.calledId, {}, false);
    if (!leg.isEmpty() && transferer.connected != transferer.waiting) {
        info.connectedId = QString::fromUtf8(transferer.connected.number);
        info.connectedIdName = QString::fromUtf8(transferer.connected.name);
    }
    info.connectedIdFlags = partyFlags(info.connectedId, info.connectedIdName, false);
    info.providerRef = QString::fromUtf8(leg);
    info.group = QString::fromUtf8(transferer.linkedId);
    info.channel = QString::fromUtf8(transferer.name);
    return info;
}

} // namespace Linescope
