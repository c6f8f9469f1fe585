// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/agenda.h"

#include <utility>

namespace Linescope {

Agenda::Agenda(Clock *clock, QObject *receiver, std::function<void()> done)
    : m_clock(clock)
    , m_receiver(receiver)
    , m_done(std::move(done))
{
}

void Agenda::in(Microseconds delay, std::function<void()> act)
{
    m_entries.emplace(m_clock->now() + delay, std::move(act));
    arm();
}

void Agenda::clear()
{
    m_entries.clear();
    m_armedFor = Never;
}

void Agenda::arm()
{
    if (m_entries.empty() || m_entries.begin()->first >= m_armedFor)
        return;
    const Microseconds when = m_armedFor = m_entries.begin()->first;
    m_clock->callAt(when, m_receiver, [this, when] { wakeUp(when); });
}

void Agenda::wakeUp(Microseconds when)
{
    if (when != m_armedFor) // an earlier entry came, or clear(): another wake-up does this one's work
        return;
    while (!m_entries.empty() && m_entries.begin()->first <= m_clock->now()) {
        const auto entry = m_entries.extract(m_entries.begin());
        entry.mapped()();
    }
    m_armedFor = Never;
    arm();
    m_done();
}

} // namespace Linescope
