// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callbook.h"

namespace Linescope {

DriverCall CallBook::announce(const Channel &channel, const StateAndMode &state, QList<Report> &reports)
{
    const DriverCall id = add(
        {.uniqueId = channel.uniqueId, .line = channel.line, .info = PackedCallInfo(callInfo(channel))},
        quint32(channel.bytes()));
    const Call &call = m_calls[id];
    reports.append(Reports::NewCall{channel.line, id, call.info, call.bytes});
    setState(id, state, reports);
    return id;
}

DriverCall CallBook::complete(RequestId request, const Channel &channel, const StateAndMode &state,
                              QList<Report> &reports)
{
    const DriverCall id = complete(request, channel.uniqueId, channel.line, callInfo(channel), state, reports);
    setBytes(id, bytesOf(m_calls[id]) + quint32(channel.bytes()), reports);
    return id;
}

DriverCall CallBook::complete(RequestId request, const QByteArray &uniqueId, DriverLine line, const CallInfo &info,
                              const StateAndMode &state, QList<Report> &reports)
{
    const DriverCall id = add({.uniqueId = uniqueId, .line = line, .info = PackedCallInfo(info)}, 0);
    const Call &call = m_calls[id];
    reports.append(Reports::Completion{request, LineError::None, id});
    reports.append(Reports::CallInfo{id, changedStates({}, info), call.info});
    reports.append(Reports::CallBytes{id, call.bytes});
    setState(id, state, reports);
    return id;
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
    reports.append(Reports::CallInfo{id, changed, known->info});
    setBytes(id, bytesOf(*known) + more, reports);
}

void CallBook::end(DriverCall id, std::optional<DisconnectMode> mode, QList<Report> &reports)
{
    const auto known = m_calls.find(id);
    if (known == m_calls.end())
        return;
    if (mode)
        setState(id, {CallState::Disconnected, quint32(*mode)}, reports);
    setState(id, {CallState::Idle}, reports);
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

void CallBook::setState(DriverCall id, const StateAndMode &state, QList<Report> &reports)
{
    const auto call = m_calls.find(id);
    if (call == m_calls.end() || call->state == state)
        return;
    call->state = state;
    reports.append(Reports::CallState{id, state.state, state.mode, {}});
}

// ---- conferences ---------------------------------------------------------------------------------------------------

DriverCall CallBook::announceConference(const Channel &member, const QByteArray &roomName, QList<Report> &reports)
{
    const DriverCall id = add(
        {.uniqueId = member.room, .line = member.line, .info = PackedCallInfo(conferenceInfo(member, roomName))}, 0);
    const Call &call = m_calls[id];
    reports.append(Reports::NewCall{member.line, id, call.info, call.bytes});
    updateConference(id, false, reports);
    return id;
}

void CallBook::updateConference(DriverCall conference, bool isLost, QList<Report> &reports)
{
    const StateAndMode active{CallState::Connected, quint32(ConnectedMode::Active)};
    setState(conference, isLost ? StateAndMode{CallState::Unknown} : active, reports);
}

} // namespace Linescope
