// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callbook.h"

namespace Linescope {

DriverCall CallBook::announce(const Channel &channel, const StateAndMode &state, QList<Report> &reports)
{
    const CallInfo info = callInfo(channel);
    const DriverCall id = add(
        {.uniqueId = channel.uniqueId, .line = channel.line, .info = PackedCallInfo(info), .why = channel.why},
        quint32(channel.bytes()));
    Call &call = m_calls[id];
    m_provenances.takeUp(call.why);
    noteNew(call, changedStates({}, info), info.reason);
    reports.append(Reports::NewCall{channel.line, id, call.info, call.bytes});
    setState(id, state, reports);
    return id;
}

DriverCall CallBook::complete(RequestId request, const Channel &channel, const StateAndMode &state,
                              QList<Report> &reports)
{
    const DriverCall id = complete(request, {.uniqueId = channel.uniqueId, .line = channel.line, .why = channel.why},
                                   callInfo(channel), state, reports);
    setBytes(id, bytesOf(m_calls[id]) + quint32(channel.bytes()), reports);
    return id;
}

DriverCall CallBook::complete(RequestId request, Call &&made, const CallInfo &info, const StateAndMode &state,
                              QList<Report> &reports)
{
    made.info = PackedCallInfo(info);
    const DriverCall id = add(std::move(made), 0);
    Call &call = m_calls[id];
    const CallInfoStates record = changedStates({}, info);
    noteNew(call, record, info.reason);
    reports.append(Reports::Completion{request, LineError::None, id});
    reports.append(Reports::CallInfo{id, record, call.info});
    reports.append(Reports::CallBytes{id, call.bytes});
    setState(id, state, reports);
    return id;
}

void CallBook::noteNew(Call &call, CallInfoStates record, quint32 reason)
{
    note(call, record, reason);
    m_provenances.step(call.why).isNew = true;
}

void CallBook::note(Call &call, CallInfoStates changes, quint32 reason)
{
    ProvenanceLog::Step &step = m_provenances.step(call.why);
    step.changes |= changes;
    if (changes & CallInfoState::Reason)
        step.reason = reason;
}

std::optional<Provenance> CallBook::provenance(DriverCall call) const
{
    const auto known = m_calls.constFind(call);
    if (known == m_calls.cend())
        return {};
    return known->why ? m_provenances.provenance(*known->why) : Provenance();
}

DriverCall CallBook::add(Call &&call, quint32 more)
{
    const DriverCall id{++m_last};
    call.bytes = bytesOf(call) + more;
    m_calls.insert(id, std::move(call));
    return id;
}

void CallBook::updateInfo(DriverCall id, const CallInfo &info, quint32 more, QList<Report> &reports)
{
    const auto known = m_calls.find(id);
    if (known == m_calls.end())
        return;
    PackedCallInfo packed(info);
    if (packed == known->info)
        return;
    const CallInfoStates changed = changedStates(known->info.unpack(), info);
    known->info = std::move(packed);
    note(*known, changed, info.reason);
    reports.append(Reports::CallInfo{id, changed, known->info});
    setBytes(id, bytesOf(*known) + more, reports);
}

void CallBook::end(DriverCall id, const Ending &ending, QList<Report> &reports)
{
    const auto known = m_calls.find(id);
    if (known == m_calls.end())
        return;
    const bool wasOver = known->state.state == CallState::Idle;
    if (ending.mode)
        setState(id, {CallState::Disconnected, quint32(*ending.mode)}, reports);
    setState(id, {CallState::Idle}, reports);
    if (!wasOver) {
        ProvenanceLog::Step &step = m_provenances.step(known->why);
        step.endRule = ending.by;
        step.state = ending.mode ? CallState::Disconnected : CallState::Idle;
        step.mode = ending.mode ? quint32(*ending.mode) : 0;
    }
    if (known->why)
        known->why->settle();
    setBytes(id, bytesOf(*known), reports); // the channel's own record goes
}

QSet<DriverCall> CallBook::forgetLine(DriverLine line)
{
    QSet<DriverCall> forgotten;
    for (auto call = m_calls.begin(); call != m_calls.end();) {
        if (call->line == line) {
            forgotten.insert(call.key());
            call = m_calls.erase(call);
        } else {
            ++call;
        }
    }
    return forgotten;
}

void CallBook::setBytes(DriverCall id, quint32 bytes, QList<Report> &reports)
{
    Call &call = m_calls[id];
    if (call.bytes == bytes)
        return;
    call.bytes = bytes;
    reports.append(Reports::CallBytes{id, bytes});
}

// The same state may be so for another reason now.
void CallBook::setState(DriverCall id, const StateAndMode &state, QList<Report> &reports)
{
    const auto call = m_calls.find(id);
    if (call == m_calls.end() || (call->state == state && call->state.by == state.by))
        return;
    const bool isSame = std::exchange(call->state, state) == state;
    if (state.by) {
        ProvenanceLog::Step &step = m_provenances.step(call->why);
        step.stateRule = state.by;
        step.state = state.state;
        step.mode = state.mode;
    }
    if (!isSame)
        reports.append(Reports::CallState{id, state.state, state.mode, {}});
}

// ---- conferences ---------------------------------------------------------------------------------------------------

DriverCall CallBook::announceConference(const Channel &member, const QByteArray &roomName, QList<Report> &reports)
{
    const CallInfo info = conferenceInfo(member, roomName);
    const DriverCall id = add({.uniqueId = member.room, .line = member.line, .info = PackedCallInfo(info)}, 0);
    Call &call = m_calls[id];
    noteNew(call, {}, 0); // the rules of channels' records are not its own
    reports.append(Reports::NewCall{member.line, id, call.info, call.bytes});
    updateConference(id, false, reports);
    return id;
}

void CallBook::updateConference(DriverCall conference, bool isLost, QList<Report> &reports)
{
    using AsteriskMapping::OtherState;
    setState(conference, otherState(isLost ? OtherState::Lost : OtherState::Conference), reports);
}

} // namespace Linescope
