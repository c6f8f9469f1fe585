// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/neteffect.h"

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
                           if (world.handles().contains(e.handle))
                               m_voided.push_back({e.handle, e.reason, event.time});
                           else
                               m_stillborn.push_back(e.handle);
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
    sortAdded();
}

Aspects NetEffect::aspectsOf(CallId call, quint32 slot) const
{
    return slot < m_marks.size() && m_marks[slot].call == call ? m_marks[slot].aspects : Aspects();
}

void NetEffect::clear()
{
    for (const quint32 slot : m_marked)
        m_marks[slot] = {};
    m_marked.clear();
    m_added.clear();
    m_voided.clear();
    m_changed.clear();
    m_stillborn.clear();
    m_linesOrAppsChanged = false;
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

void NetEffect::sortAdded()
{
    std::sort(m_added.begin(), m_added.end());
    std::sort(m_stillborn.begin(), m_stillborn.end());
    if (!m_stillborn.empty())
        std::erase_if(m_added, [this](HCall handle) {
            return std::binary_search(m_stillborn.begin(), m_stillborn.end(), handle);
        });
}

} // namespace Linescope
