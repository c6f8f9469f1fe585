// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/livetimeline.h"

#include <algorithm>

namespace Linescope {

LiveTimeline::LiveTimeline(const Options &options)
    : m_ring(options.ringBytes)
    , m_checkpoints(options.checkpointBytes, options.distance)
{
}

void LiveTimeline::startAnew(const World &world)
{
    m_ring = Journal(m_ring.capacityBytes());
    m_findings.clear();
    m_checkpoints.clear();
    m_checkpoints.keep(m_count, world, world.seq());
    m_lastSeq = world.seq();
}

void LiveTimeline::advance(const EventBatch &batch, const World &world)
{
    if (batch.isEmpty())
        return;
    if (m_checkpoints.kept().empty()) // the session begins with nothing
        m_checkpoints.keep(0, batch.constFirst().seq == 1 ? World() : world, 0);
    m_ring.append(batch);
    m_count += quint64(batch.size());
    m_lastSeq = batch.constLast().seq;
    for (const Event &event : batch) {
        if (std::holds_alternative<Events::FindingRaised>(event.payload))
            m_findings.push_back(event.seq);
    }
    // A copy of the World costs about as much as that many events.
    const auto worth = quint64(world.handles().size() + world.calls().size());
    if (m_count - m_checkpoints.kept().back().count >= worth)
        m_checkpoints.pass(m_count, world, m_lastSeq);
    forgetOld();
}

// A checkpoint is of use as long as all events behind it are in the ring.
void LiveTimeline::forgetOld()
{
    const quint64 first = m_ring.firstSeq();
    while (m_checkpoints.kept().size() > 1 && m_checkpoints.kept().front().world->seq() + 1 < first)
        m_checkpoints.dropFirst();
    while (!m_findings.empty() && m_findings.front() < first)
        m_findings.pop_front();
}

quint64 LiveTimeline::firstSeq() const
{
    if (m_checkpoints.kept().empty())
        return 0;
    const World &world = *m_checkpoints.kept().front().world;
    // The only one is too old: only the present can be seen, once there is another.
    return m_ring.count() > 0 && world.seq() + 1 < m_ring.firstSeq() ? m_lastSeq : world.seq();
}

std::optional<World> LiveTimeline::worldAt(quint64 seq) const
{
    const auto *const checkpoint = m_checkpoints.before(seq);
    if (!checkpoint || seq > m_lastSeq || checkpoint->world->seq() + 1 < m_ring.firstSeq())
        return {};
    World world = *checkpoint->world;
    if (m_ring.count() > 0) {
        const auto first = qsizetype(world.seq() + 1 - m_ring.firstSeq());
        for (qsizetype i = first; i < m_ring.count() && m_ring.at(i).seq <= seq; ++i)
            world.apply(m_ring.at(i));
    }
    return world;
}

const Event *LiveTimeline::event(quint64 seq) const
{
    return isInRing(seq) ? &m_ring.at(qsizetype(seq - m_ring.firstSeq())) : nullptr;
}

quint64 LiveTimeline::seqAt(Microseconds time) const
{
    qsizetype low = 0;
    qsizetype high = m_ring.count();
    while (low < high) { // the first event after that time
        const qsizetype middle = low + (high - low) / 2;
        if (m_ring.at(middle).time <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return std::max(firstSeq(), low == 0 ? 0 : m_ring.at(low - 1).seq);
}

quint64 LiveTimeline::nextFinding(quint64 seq) const
{
    const auto found = std::upper_bound(m_findings.begin(), m_findings.end(), seq);
    return found == m_findings.end() ? 0 : *found;
}

quint64 LiveTimeline::previousFinding(quint64 seq) const
{
    const auto found = std::lower_bound(m_findings.begin(), m_findings.end(), seq);
    return found == m_findings.begin() ? 0 : *std::prev(found);
}

} // namespace Linescope
