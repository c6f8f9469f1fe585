// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/neteffect.h"

#include <algorithm>

namespace Linescope {

void NetEffect::compute(const World &world, const EventBatch &batch)
{
    clear();
    m_marks.resize(world.calls().slotCount());
    for (const Event &event : batch) {
        std::visit(Overload{
                       [&](const Events::CallState &e) { mark(world, e.call, Aspect::State); },
                       [&](const Events::CallInfo &e) { mark(world, e.call, Aspect::Info); },
                       [&](const Events::CallBytes &e) { mark(world, e.call, Aspect::ProviderBytes); },
                       [&](const Events::HandlePrivilege &e) { mark(world, e.call, Aspect::Privilege); },
                       [&](const Events::HandleCreated &e) { m_added.push_back(e.handle); },
                       [&](const Events::HandleVoided &e) {
                           m_voided.push_back({e.handle, e.reason, event.time});
                       },
                       [&](const Events::ProviderState &) { m_linesOrAppsChanged = true; },
                       [&](const Events::AppInitialized &) { m_linesOrAppsChanged = true; },
                       [&](const Events::AppShutdown &) { m_linesOrAppsChanged = true; },
                       [&](const Events::DeviceAdded &) { m_linesOrAppsChanged = true; },
                       [&](const Events::DeviceRemoved &) { m_linesOrAppsChanged = true; },
                       [&](const Events::DeviceState &) { m_linesOrAppsChanged = true; },
                       [&](const Events::LineOpened &) { m_linesOrAppsChanged = true; },
                       [&](const Events::LineClosed &) { m_linesOrAppsChanged = true; },
                       [](const Events::CallCreated &) { /* no row without a handle */ },
                       [](const Events::CallReleased &) { /* no handle is left by then */ },
                       [](const Events::Message &) {},
                       [](const Events::RequestMade &) {},
                       [](const Events::RequestResult &) {},
                       [](const Events::CommandSent &) {},
                       [](const Events::ReportReceived &) {},
                       [](const Events::FindingRaised &) {},
                   },
                   event.payload);
    }
    std::sort(m_added.begin(), m_added.end());
    removeStillborn();
}

void NetEffect::clear()
{
    for (const quint32 slot : m_marked)
        m_marks[slot] = {};
    m_marked.clear();
    m_added.clear();
    m_voided.clear();
    m_changed.clear();
    m_linesOrAppsChanged = false;
}

// What was born and voided in the batch never was.
void NetEffect::removeStillborn()
{
    if (m_added.empty() || m_voided.empty())
        return;
    std::vector<HCall> stillborn;
    std::erase_if(m_voided, [&](const Voided &voided) {
        if (isNew(voided.handle))
            stillborn.push_back(voided.handle);
        return isNew(voided.handle);
    });
    std::sort(stillborn.begin(), stillborn.end());
    std::erase_if(m_added,
                  [&](HCall handle) { return std::binary_search(stillborn.begin(), stillborn.end(), handle); });
}

Aspects NetEffect::aspectsOf(CallId call, quint32 slot) const
{
    return slot < m_marks.size() && m_marks[slot].call == call ? m_marks[slot].aspects : Aspects();
}

void NetEffect::mark(const World &world, CallId call, Aspect aspect)
{
    const quint32 slot = world.calls().slotOf(call);
    if (slot == SlotTable<CallId, Call>::NoSlot)
        return; // born in this batch: its rows are new anyway
    Mark &mark = m_marks[slot];
    if (!mark.aspects) {
        mark.call = call;
        m_marked.push_back(slot);
        m_changed.push_back(call);
    }
    mark.aspects |= aspect;
}

bool NetEffect::isNew(HCall handle) const { return std::binary_search(m_added.begin(), m_added.end(), handle); }

} // namespace Linescope
