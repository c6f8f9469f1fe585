// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Consultation calls. Asterisk makes them with Atxfer on the channel of the call itself: the far end waits, and a Local
// channel dials. TAPI has a call of its own for that; its state is that of the Local channel.
#include "channeltracker.h"

#include <algorithm>

namespace Linescope {

namespace {

using AsteriskMapping::OtherEnd;
using AsteriskMapping::OtherState;

StateAndMode stateOfLeg(const Channel &leg)
{
    if (leg.isUp())
        return otherState(OtherState::ConsultationAnswered);
    const bool rings = leg.state == ChannelState::Ringing;
    return otherState(rings ? OtherState::ConsultationRings : OtherState::ConsultationProceeds);
}

// Whoever asked for the end of a Local channel: who was consulted does not answer, or has hung up.
Ending endOfLeg(const Channel &leg)
{
    if (leg.isUp())
        return otherEnd(OtherEnd::ConsultedLeft, DisconnectMode::Normal);
    Channel asked = leg;
    asked.endedBy = Channel::EndedBy::Nobody;
    return endingOf(asked, false);
}

} // namespace

ChannelTracker::Consultation *ChannelTracker::consultation(DriverCall call)
{
    const auto found = std::find_if(m_consultations.begin(), m_consultations.end(),
                                    [call](const Consultation &c) { return c.call == call; });
    return call.isNull() || found == m_consultations.end() ? nullptr : &*found;
}

bool ChannelTracker::isConsultation(DriverCall call) const
{
    return std::any_of(m_consultations.begin(), m_consultations.end(),
                       [call](const Consultation &c) { return c.call == call; });
}

bool ChannelTracker::mayConsult(DriverCall call) const
{
    const Channel *channel = find(m_book.uniqueId(call));
    return channel && channel->isUp() && !channel->consulting && channel->room.isEmpty()
        && !m_bridges.other(channel->bridge, channel->uniqueId).isEmpty();
}

QList<Report> ChannelTracker::consult(DriverCall call, RequestId request)
{
    Channel *transferer = find(m_book.uniqueId(call));
    if (!transferer)
        return {};
    transferer->waiting = transferer->connected;
    transferer->consulting = true;
    report(*transferer);
    m_consultations.append({m_book.complete(request, {}, transferer->line, consultationInfo(*transferer, {}, {}),
                                            otherState(OtherState::ConsultationBegun), m_reports),
                            transferer->uniqueId,
                            {},
                            {},
                            {}});
    return takeReports();
}

QList<Report> ChannelTracker::dialConsultation(DriverCall call, const QByteArray &legName, const QByteArray &number)
{
    Consultation *consulting = consultation(call);
    const Channel *transferer = consulting ? find(consulting->transferer) : nullptr;
    if (!transferer)
        return {};
    consulting->legName = legName;
    consulting->number = number;
    m_book.updateInfo(call, consultationInfo(*transferer, number, {}), 0, m_reports);
    m_book.setState(call, otherState(OtherState::ConsultationDialling), m_reports);
    return takeReports();
}

QList<Report> ChannelTracker::endConsultation(DriverCall call, std::optional<DisconnectMode> mode)
{
    if (const Consultation *consulting = consultation(call))
        finish(*consulting, otherEnd(mode ? OtherEnd::ConsultationBroken : OtherEnd::ConsultationOver, mode));
    return takeReports();
}

QByteArray ChannelTracker::transfererOf(DriverCall call) const
{
    const Consultation *consulting = const_cast<ChannelTracker *>(this)->consultation(call);
    const Channel *transferer = consulting ? find(consulting->transferer) : nullptr;
    return transferer ? transferer->name : QByteArray();
}

DriverCall ChannelTracker::consultationOf(DriverCall call) const
{
    const QByteArray transferer = m_book.uniqueId(call);
    const auto found = std::find_if(m_consultations.begin(), m_consultations.end(),
                                    [&](const Consultation &c) { return c.transferer == transferer; });
    return found == m_consultations.end() ? DriverCall() : found->call;
}

bool ChannelTracker::isDialled(DriverCall call) const
{
    const Consultation *consulting = const_cast<ChannelTracker *>(this)->consultation(call);
    return consulting && !consulting->legName.isEmpty();
}

bool ChannelTracker::hasBegun(DriverCall call) const
{
    const Consultation *consulting = const_cast<ChannelTracker *>(this)->consultation(call);
    return consulting && !consulting->leg.isEmpty();
}

bool ChannelTracker::mayTakeBack(DriverCall call) const
{
    const Consultation *consulting = const_cast<ChannelTracker *>(this)->consultation(call);
    const Channel *leg = consulting ? find(consulting->leg) : nullptr;
    const Channel *transferer = consulting ? find(consulting->transferer) : nullptr;
    return leg && transferer && !leg->bridge.isEmpty() && leg->bridge == transferer->bridge;
}

void ChannelTracker::setTakenBack(DriverCall call, bool takenBack)
{
    if (Consultation *consulting = consultation(call))
        consulting->takenBack = takenBack;
}

// The Local channel that Atxfer makes names what was dialled, and belongs to the transferer's call.
void ChannelTracker::followConsultation(const Channel &channel)
{
    for (Consultation &consulting : m_consultations) {
        const bool mayBeNew = consulting.leg.isEmpty() && !consulting.legName.isEmpty() && channel.name.endsWith(";1")
            && Linescope::lineName(channel.name) == consulting.legName;
        const Channel *transferer = mayBeNew ? find(consulting.transferer) : nullptr;
        if (transferer && channel.linkedId == transferer->linkedId) {
            consulting.leg = channel.uniqueId;
            updateConsultation(consulting, *transferer);
        }
        if (consulting.leg == channel.uniqueId)
            return m_book.setState(consulting.call, stateOfLeg(channel), m_reports);
    }
}

void ChannelTracker::updateConsultation(const Consultation &consulting, const Channel &transferer)
{
    m_book.updateInfo(consulting.call, consultationInfo(transferer, consulting.number, consulting.leg), 0, m_reports);
}

// The transferer has gone, and with it both its calls; or who was consulted, and the other call goes on.
void ChannelTracker::endConsultationsOf(const Channel &channel, const Ending &ending)
{
    const QList<Consultation> all = m_consultations;
    for (const Consultation &consulting : all) {
        if (consulting.transferer == channel.uniqueId)
            finish(consulting, ending);
        else if (consulting.leg == channel.uniqueId && consulting.takenBack)
            finish(consulting, otherEnd(OtherEnd::ConsultationOver, {}));
        else if (consulting.leg == channel.uniqueId)
            finish(consulting, endOfLeg(channel));
    }
}

void ChannelTracker::finish(const Consultation &consulting, const Ending &ending)
{
    const Consultation ended = consulting; // lies in the list
    m_consultations.removeIf([&](const Consultation &c) { return c.call == ended.call; });
    Channel *transferer = find(ended.transferer);
    if (transferer && !ending.mode) {
        const bool byDevice = transferer->ended && transferer->endedBy == Channel::EndedBy::Device;
        CallInfo info = consultationInfo(*transferer, ended.number, ended.leg);
        info.hungUpBy = quint32(byDevice ? HungUpBy::Device : HungUpBy::Application);
        m_book.updateInfo(ended.call, info, 0, m_reports);
    }
    m_book.end(ended.call, ending, m_reports);
    m_monitored.remove(ended.call);
    if (!transferer || transferer->ended)
        return;
    // Unhold and the old connected party come a moment later, or not at all.
    transferer->consulting = false;
    transferer->connected = transferer->waiting;
    reportInfo(*transferer);
    stopHolding(*transferer);
}

// No list tells of them. What the list has said of the transferers stands.
void ChannelTracker::loseConsultations()
{
    const QList<Consultation> all = std::exchange(m_consultations, {});
    for (const Consultation &consulting : all) {
        m_book.end(consulting.call, otherEnd(OtherEnd::Unseen, DisconnectMode::Unknown), m_reports);
        if (Channel *transferer = find(consulting.transferer)) {
            transferer->consulting = false;
            reportInfo(*transferer);
            report(*transferer);
        }
    }
}

// V-13. What goes on at the telephone is not undone by it: the other call waits until that is over.
void ChannelTracker::closeConsultation(DriverCall call)
{
    if (const Consultation *consulting = consultation(call); consulting && consulting->legName.isEmpty())
        finish(*consulting, otherEnd(OtherEnd::ConsultationOver, {}));
}

} // namespace Linescope
