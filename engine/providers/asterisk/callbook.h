// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine has been told about each call, so that it is told what changed and nothing else. A call stays in the
// book after IDLE until the engine closes it (V-12, V-13).
#pragma once

#include "channelstate.h"
#include "provenancelog.h"
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
                        const StateAndMode &state, QList<Report> &reports)
    {
        return complete(request, {.uniqueId = uniqueId, .line = line}, info, state, reports);
    }
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
    void end(const Channel &channel, const Ending &ending, QList<Report> &reports)
    {
        updateInfo(channel, reports);
        end(channel.call, ending, reports);
    }
    void end(DriverCall call, const Ending &ending, QList<Report> &reports);

    // The call that stands for a conference on the line of one of its members, CONNECTED (V-39, T-04).
    DriverCall announceConference(const Channel &member, const QByteArray &roomName, QList<Report> &reports);
    // It goes on, or nobody knows.
    void updateConference(DriverCall conference, bool isLost, QList<Report> &reports);

    DriverLine line(DriverCall call) const { return m_calls.value(call).line; }
    QByteArray uniqueId(DriverCall call) const { return m_calls.value(call).uniqueId; }
    void forget(DriverCall call) { m_calls.remove(call); }
    QSet<DriverCall> forgetLine(DriverLine line);
    qsizetype count() const { return m_calls.size(); }

    // What is being said at the moment: what changes, changes because of it.
    ProvenanceKeeper &provenances() { return m_provenances; }
    const ProvenanceKeeper &provenances() const { return m_provenances; }
    // It says something of that channel, whether that is reported or not.
    void hear(Channel &channel) { m_provenances.step(channel.why); }
    std::optional<Provenance> provenance(DriverCall call) const;

private:
    struct Call {
        QByteArray uniqueId; // of the channel, or of the bridge of a conference
        DriverLine line;
        StateAndMode state = {CallState::Unknown, ~quint32(0)}; // nothing has been told yet
        PackedCallInfo info = PackedCallInfo();
        quint32 bytes = 0;
        std::shared_ptr<ProvenanceLog> why = nullptr; // of its channel too, if it has one
    };
    DriverCall complete(RequestId request, Call &&call, const CallInfo &info, const StateAndMode &state,
                        QList<Report> &reports);
    void noteNew(Call &call, CallInfoStates record, quint32 reason);
    void note(Call &call, CallInfoStates changes, quint32 reason);
    DriverCall add(Call &&call, quint32 more);
    static quint32 bytesOf(const Call &call) { return quint32(sizeof(Call) + call.info.heapBytes()); }
    void setBytes(DriverCall id, quint32 bytes, QList<Report> &reports);

    QHash<DriverCall, Call> m_calls;
    ProvenanceKeeper m_provenances;
    quint32 m_last = 0; // a number is never given out twice (V-25)
};

} // namespace Linescope
