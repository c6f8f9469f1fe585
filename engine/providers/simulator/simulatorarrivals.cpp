// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The traffic of SimulatorProvider: calls that come, and calls that people at the stations make.
#include "providers/simulator/dialstring.h"
#include "providers/simulator/simulator.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr int MaxWaitingCalls = 3; // more are refused by the network before the line hears of them

} // namespace

void SimulatorProvider::planArrival()
{
    const quint32 chain = ++m_arrivals;
    if (!m_automatic || m_settings.callsPerMinute <= 0)
        return;
    const auto mean = Microseconds(std::min(60e6 / m_settings.callsPerMinute, 86'400e6));
    later(m_traffic.exponential(mean), [this, chain] {
        if (chain != m_arrivals)
            return;
        const quint32 index = m_traffic.below(quint32(m_lines.size()));
        arrive({index + 1}, Random(m_traffic.next64()));
        planArrival();
    });
}

void SimulatorProvider::arrive(DriverLine id, Random random)
{
    const SimulatedLine *at = line(id);
    if (!at || !at->inService)
        return;
    const bool inbound = random.percent(60);
    if (inbound && at->active < MaxWaitingCalls) {
        const Fate fate = incomingFate(random);
        const Party caller = randomCaller(random);
        receiveCall(id, random, fate, caller);
    } else if (!inbound && at->active == 0) {
        placeCall(id, random, outgoingFate(random));
    }
}

void SimulatorProvider::receiveCall(DriverLine id, Random random, Fate fate, const Party &caller)
{
    const CallKey key = nextKey(id);
    offer(key, random, fate, newInfo(key, true, caller));
}

void SimulatorProvider::offer(const CallKey &key, Random random, Fate fate, const CallInfo &info)
{
    SimulatedCall &call = addCall(key, random, fate, true, info);
    setState(key, call, CallState::Offering, quint32(OfferingMode::Active));
    announce(key, call);
}

void SimulatorProvider::placeCall(DriverLine id, Random random, Fate fate)
{
    const CallKey key = nextKey(id);
    const QString number = randomNumber(random, endingFor(fate));
    SimulatedCall &call = addCall(key, random, fate, false, newInfo(key, false, {number, {}}));
    setState(key, call, CallState::DialTone, quint32(DialToneMode::Normal));
    announce(key, call);
}

} // namespace Linescope
