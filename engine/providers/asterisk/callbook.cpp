// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callbook.h"

namespace Linescope {

DriverCall CallBook::announce(const Channel &channel, const StateAndMode &state, QList<Report> &reports)
{
    const DriverCall id = add(channel, state);
    const Call &call = m_calls[id];
    reports.append(Reports::NewCall{channel.line, id, call.info, call.bytes});
    reports.append(Reports::CallState{id, state.state, state.mode, {}});
    return id;
}

DriverCall CallBook::complete(RequestId request, const Channel &channel, const StateAndMode &state,
                              QList<Report> &reports)
{
    const DriverCall id = add(channel, state);
    const Call &call = m_calls[id];
    reports.append(Reports::Completion{request, LineError::None, id});
    reports.append(Reports::CallInfo{id, changedStates({}, call.info.unpack()), call.info});
    reports.append(Reports::CallBytes{id, call.bytes});
    reports.append(Reports::CallState{id, state.state, state.mode, {}});
    return id;
}

DriverCall CallBook::add(const Channel &channel, const StateAndMode &state)
{
    const DriverCall id{++m_last};
    Call call{channel.uniqueId, channel.line, state, PackedCallInfo(callInfo(channel)), 0};
    call.bytes = bytesOf(call) + quint32(channel.bytes());
    m_calls.insert(id, call);
    return id;
}

void CallBook::update(const Channel &channel, const StateAndMode &state, QList<Report> &reports)
{
    const auto known = m_calls.find(channel.call);
    if (known != m_calls.end())
        setState(channel.call, *known, state, reports);
}

void CallBook::updateInfo(const Channel &channel, QList<Report> &reports)
{
    const auto known = m_calls.find(channel.call);
    if (known == m_calls.end())
        return;
    const CallInfo info = callInfo(channel);
    PackedCallInfo packed(info);
    if (packed == known->info)
        return;
    const CallInfoStates changed = changedStates(known->info.unpack(), info);
    known->info = std::move(packed);
    reports.append(Reports::CallInfo{channel.call, changed, known->info});
    setBytes(channel.call, *known, bytesOf(*known) + quint32(channel.bytes()), reports);
}

void CallBook::end(const Channel &channel, std::optional<DisconnectMode> mode, QList<Report> &reports)
{
    const auto known = m_calls.find(channel.call);
    if (known == m_calls.end())
        return;
    updateInfo(channel, reports);
    if (mode)
        setState(channel.call, *known, {CallState::Disconnected, quint32(*mode)}, reports);
    setState(channel.call, *known, {CallState::Idle}, reports);
    setBytes(channel.call, *known, bytesOf(*known), reports); // the channel's own record goes
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

void CallBook::setBytes(DriverCall id, Call &call, quint32 bytes, QList<Report> &reports)
{
    if (call.bytes == bytes)
        return;
    call.bytes = bytes;
    reports.append(Reports::CallBytes{id, bytes});
}

void CallBook::setState(DriverCall id, Call &call, const StateAndMode &state, QList<Report> &reports)
{
    if (call.state == state)
        return;
    call.state = state;
    reports.append(Reports::CallState{id, state.state, state.mode, {}});
}

} // namespace Linescope
