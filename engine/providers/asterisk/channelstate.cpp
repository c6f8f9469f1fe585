// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelstate.h"

#include <algorithm>

namespace Linescope {

namespace {

quint32 reasonOf(Channel::Reason reason) { return quint32(AsteriskMapping::reasons()[size_t(reason)].reason); }

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
quint32 possibleStates()
{
    static const quint32 states = [] {
        quint32 all = quint32(CallState::Disconnected) | quint32(CallState::Idle);
        for (const AsteriskMapping::StateRule &rule : AsteriskMapping::stateRules())
            all |= quint32(rule.state);
        return all;
    }();
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
    StateAndMode state = AsteriskMapping::stateRule(channel, peerHolds).result();
    if (state.state == CallState::Conferenced)
        state.mode = channel.conference.value;
    return state;
}

Ending endingOf(const Channel &channel, bool answeredElsewhere)
{
    const auto rules = AsteriskMapping::endRules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const auto &r) { return r.applies(channel, answeredElsewhere); });
    return {rule->mode(channel), &rule->rule};
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
    info.reason = reasonOf(channel.reason);
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
