// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine has been told about each call, so that it is told what changed and nothing else. A call stays in the
// book after IDLE until the engine closes it (V-12, V-13).
#pragma once

#include "channelstate.h"
#include "provider/contract.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Linescope {

class CallBook {
public:
    // LINE_NEWCALL and its first state (V-18, V-19).
    DriverCall announce(const Channel &channel, const StateAndMode &state, QList<Report> &reports);
    // The answer to a lineMakeCall, then the first state (V-22, V-23).
    DriverCall complete(RequestId request, const Channel &channel, const StateAndMode &state, QList<Report> &reports);
    // The same of a call that has no channel of its own.
    DriverCall complete(RequestId request, const QByteArray &uniqueId, DriverLine line, const CallInfo &info,
                        const StateAndMode &state, QList<Report> &reports);
    void update(const Channel &channel, const StateAndMode &state, QList<Report> &reports)
    {
        setState(channel.call, state, reports);
    }
    // The record of it may have changed: LINE_CALLINFO with what did.
    void updateInfo(const Channel &channel, QList<Report> &reports)
    {
        updateInfo(channel.call, callInfo(channel), quint32(channel.bytes()), reports);
    }
    // `more`: bytes beside the book's own record.
    void updateInfo(DriverCall call, const CallInfo &info, quint32 more, QList<Report> &reports);
    void setState(DriverCall call, const StateAndMode &state, QList<Report> &reports);
    // DISCONNECTED, unless the device itself ended the call, and IDLE.
    void end(const Channel &channel, std::optional<DisconnectMode> mode, QList<Report> &reports)
    {
        updateInfo(channel, reports);
        end(channel.call, mode, reports);
    }
    void end(DriverCall call, std::optional<DisconnectMode> mode, QList<Report> &reports);

    // The call that stands for a conference on the line of one of its members, CONNECTED (V-39, T-04).
    DriverCall announceConference(const Channel &member, const QByteArray &roomName, QList<Report> &reports);
    // It goes on, or nobody knows.
    void updateConference(DriverCall conference, bool isLost, QList<Report> &reports);

    DriverLine line(DriverCall call) const { return m_calls.value(call).line; }
    QByteArray uniqueId(DriverCall call) const { return m_calls.value(call).uniqueId; }
    void forget(DriverCall call) { m_calls.remove(call); }
    QSet<DriverCall> forgetLine(DriverLine line);
    qsizetype count() const { return m_calls.size(); }

private:
    struct Call {
        QByteArray uniqueId; // of the channel, or of the bridge of a conference
        DriverLine line;
        StateAndMode state = {CallState::Unknown, ~quint32(0)}; // nothing has been told yet
        PackedCallInfo info;
        quint32 bytes = 0;
    };
    DriverCall add(Call &&call, quint32 more);
    static quint32 bytesOf(const Call &call) { return quint32(sizeof(Call) + call.info.heapBytes()); }
    void setBytes(DriverCall id, quint32 bytes, QList<Report> &reports);

    QHash<DriverCall, Call> m_calls;
    quint32 m_last = 0; // a number is never given out twice (V-25)
};

} // namespace Linescope
