// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the calls did, in figures: how many are in each state, and how many went which way from state to state. Kept as
// events come, so that looking costs nothing whatever the number of calls.
#pragma once

#include "models/liveworld.h"
#include "tapi/transitions.h"

#include <QObject>

#include <array>
#include <bit>
#include <optional>
#include <vector>

namespace Linescope {

constexpr size_t CallStateCount = 16;

// 0..15 in the order of tapi.h; that of UNKNOWN for what is no state (S-20).
constexpr size_t indexOf(CallState state)
{
    const quint32 bits = quint32(state) & 0xffff;
    return size_t(std::countr_zero(std::has_single_bit(bits) ? bits : quint32(CallState::Unknown)));
}
constexpr CallState stateAt(size_t index) { return CallState(quint32(1) << index); }

struct StateFlow {
    std::optional<CallState> from; // none: the call began so
    CallState to = CallState::Unknown;
    TransitionVerdict verdict;
    quint32 lastMinute = 0;
    quint64 total = 0; // since the window watches
    CallId lastCall;
    Microseconds last = 0;
    bool isWarning() const { return verdict.transition != Transition::Usual; }
};

class StateCounts : public QObject {
    Q_OBJECT

public:
    explicit StateCounts(const LiveWorld *live, QObject *parent = nullptr);

    quint32 count(CallState state) const { return m_counts[indexOf(state)]; }
    quint32 calls() const { return quint32(m_known.size()); }
    StateFlow flow(std::optional<CallState> from, CallState to) const;
    // All ways that a call has gone. A way after IDLE is there too: the engine refuses it, and raises a finding (S-24).
    const std::vector<StateFlow> &flows() const { return m_flows; }
    // Lets what is more than a minute old drop out of the figures.
    void advanceTo(Microseconds now);

private:
    static constexpr size_t New = CallStateCount; // instead of the state before
    static constexpr size_t Buckets = 12;         // of five seconds each
    using Minute = std::array<quint32, Buckets>;
    struct Known {
        CallId id;
        CallState state = CallState::Unknown;
        bool isNew = true; // no state reported yet
    };

    void reset();
    void note(const EventBatch &batch);
    void noteCreated(CallId call);
    void noteState(Microseconds time, const Events::CallState &event);
    void noteReleased(CallId call);
    void noteFinding(Microseconds time, const Finding &finding);
    void noteWay(size_t from, CallState to, Microseconds time, CallId call);

    const LiveWorld *m_live;
    SlotTable<CallId, Known> m_known;
    std::array<quint32, CallStateCount> m_counts = {};
    std::array<qint16, (CallStateCount + 1) * CallStateCount> m_indexOfFlow; // in m_flows, -1: has not happened
    std::vector<StateFlow> m_flows;
    std::vector<Minute> m_minutes; // beside m_flows
    size_t m_bucket = 0;
    Microseconds m_bucketStart = 0;
    CallState m_reported = CallState::Unknown; // what the provider said last
};

} // namespace Linescope
