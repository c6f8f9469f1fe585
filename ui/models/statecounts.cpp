// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statecounts.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr Microseconds BucketTime = 5'000'000;

// The call that a finding is about: "C17".
CallId callNamed(const QString &subject)
{
    return subject.startsWith(QLatin1Char(Tags::Call::letter)) ? CallId{QStringView(subject).mid(1).toUInt()}
                                                               : CallId();
}

} // namespace

StateCounts::StateCounts(const LiveWorld *live, QObject *parent)
    : QObject(parent)
    , m_live(live)
{
    m_indexOfFlow.fill(-1);
    connect(live, &LiveWorld::reset, this, &StateCounts::reset);
    connect(live, &LiveWorld::advanced, this, &StateCounts::note);
    reset();
}

// A snapshot tells how things are, not how they came to be: what was seen before stays.
void StateCounts::reset()
{
    m_known = {};
    m_counts = {};
    m_live->world().calls().forEach([this](const Call &call) {
        m_known.insert({call.id, call.state, false});
        ++m_counts[indexOf(call.state)];
    });
}

void StateCounts::note(const EventBatch &batch)
{
    for (const Event &event : batch) {
        if (const auto *state = std::get_if<Events::CallState>(&event.payload))
            noteState(event.time, *state);
        else if (const auto *created = std::get_if<Events::CallCreated>(&event.payload))
            noteCreated(created->call);
        else if (const auto *released = std::get_if<Events::CallReleased>(&event.payload))
            noteReleased(released->call);
        else if (const auto *report = std::get_if<Events::ReportReceived>(&event.payload)) {
            if (const auto *said = std::get_if<Reports::CallState>(&report->report))
                m_reported = said->state;
        } else if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            noteFinding(event.time, *raised->finding);
    }
}

void StateCounts::noteCreated(CallId call)
{
    if (m_known.contains(call))
        return;
    m_known.insert({call, CallState::Unknown, true});
    ++m_counts[indexOf(CallState::Unknown)];
}

void StateCounts::noteState(Microseconds time, const Events::CallState &event)
{
    Known *known = m_known.find(event.call);
    if (!known)
        return;
    noteWay(known->isNew ? New : indexOf(known->state), event.state, time, event.call);
    --m_counts[indexOf(known->state)];
    ++m_counts[indexOf(event.state)];
    known->state = event.state;
    known->isNew = false;
}

void StateCounts::noteReleased(CallId call)
{
    const Known *known = m_known.find(call);
    if (!known)
        return;
    --m_counts[indexOf(known->state)];
    m_known.remove(call);
}

// What is reported after IDLE changes nothing, so there is no event of it but the report and the finding.
void StateCounts::noteFinding(Microseconds time, const Finding &finding)
{
    const QLatin1StringView rule(finding.rule);
    if (rule != QLatin1StringView("V-15") && rule != QLatin1StringView("V-16"))
        return;
    noteWay(indexOf(CallState::Idle), rule == QLatin1StringView("V-16") ? CallState::Idle : m_reported, time,
            callNamed(finding.subject));
}

void StateCounts::noteWay(size_t from, CallState to, Microseconds time, CallId call)
{
    advanceTo(time);
    qint16 &index = m_indexOfFlow[from * CallStateCount + indexOf(to)];
    if (index < 0) {
        index = qint16(m_flows.size());
        StateFlow flow;
        if (from != New)
            flow.from = stateAt(from);
        flow.to = stateAt(indexOf(to));
        flow.verdict = flow.from ? judgeTransition(*flow.from, flow.to) : judgeFirstState(flow.to);
        m_flows.push_back(flow);
        m_minutes.emplace_back();
    }
    StateFlow &flow = m_flows[size_t(index)];
    ++m_minutes[size_t(index)][m_bucket];
    ++flow.lastMinute;
    ++flow.total;
    flow.last = time;
    flow.lastCall = call;
}

StateFlow StateCounts::flow(std::optional<CallState> from, CallState to) const
{
    const qint16 index = m_indexOfFlow[(from ? indexOf(*from) : New) * CallStateCount + indexOf(to)];
    if (index >= 0)
        return m_flows[size_t(index)];
    StateFlow flow;
    flow.from = from;
    flow.to = to;
    flow.verdict = from ? judgeTransition(*from, to) : judgeFirstState(to);
    return flow;
}

void StateCounts::advanceTo(Microseconds now)
{
    const Microseconds steps = (now - m_bucketStart) / BucketTime;
    if (steps <= 0) // also when something comes late
        return;
    m_bucketStart += steps * BucketTime;
    for (Microseconds i = 0; i < std::min<Microseconds>(steps, Buckets); ++i) {
        m_bucket = (m_bucket + 1) % Buckets;
        for (size_t flow = 0; flow < m_flows.size(); ++flow)
            m_flows[flow].lastMinute -= std::exchange(m_minutes[flow][m_bucket], 0);
    }
}

} // namespace Linescope
