// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/eventfeed.h"

namespace Linescope {

EventFeed::EventFeed(qsizetype capacityEvents, std::function<void()> wake)
    : m_capacity(capacityEvents)
    , m_wake(std::move(wake))
{
}

void EventFeed::push(const EventBatch &batch, const World &world)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        first = m_batch.events.isEmpty() && !m_batch.resync;
        if (m_batch.events.size() + batch.size() > m_capacity) {
            m_batch.skipped += quint64(m_batch.events.size());
            m_batch.events.clear();
            m_overflow = true;
        }
        // One snapshot stands for all that was skipped; the batch itself is in it. A batch that is all there ever was
        // needs none: the observer's World is empty too, and so no event is lost at the start.
        const bool fromTheStart = world.seq() == quint64(batch.size()) && batch.size() <= m_capacity;
        if (m_overflow && !fromTheStart) {
            m_batch.resync = world;
        } else {
            m_batch.events.append(batch);
        }
        m_overflow = false;
    }
    if (first && m_wake)
        m_wake();
}

void EventFeed::startAnew(const World &world)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        first = m_batch.events.isEmpty() && !m_batch.resync;
        m_batch = {};
        m_batch.resync = world;
        m_overflow = false;
    }
    if (first && m_wake)
        m_wake();
}

EventFeed::Batch EventFeed::take()
{
    const std::scoped_lock lock(m_mutex);
    Batch batch = std::exchange(m_batch, {});
    m_batch.events.reserve(std::min<qsizetype>(m_capacity, batch.events.size()));
    return batch;
}

qsizetype EventFeed::pending() const
{
    const std::scoped_lock lock(m_mutex);
    return m_batch.events.size();
}

} // namespace Linescope
