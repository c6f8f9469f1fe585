// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of calls, handles and lines.

#include "models/ladder/laddermodel.h"

#include "models/ladder/laddermodel_p.h"

#include <algorithm>

namespace Linescope {

CallId LadderModel::latestCall() const
{
    const auto last = std::find_if(m_known.rbegin(), m_known.rend(),
                                   [this](CallId call) { return m_calls.contains(call); });
    return last == m_known.rend() ? CallId() : *last;
}

void LadderModel::noteCreated(const Event &event, const Events::CallCreated &created)
{
    LadderCall &call = callFor(created.call);
    call.device = created.device;
    call.driver = created.driver;
    call.provider = m_providers.value(created.device);
    call.seenFromStart = true;
    setKeys(call, created.info);
    m_drivers.insert(driverKey(call.provider, created.driver), created.call);
    if (m_report.step) {
        const auto &report = std::get<Events::ReportReceived>(m_report.step->payload).report;
        const auto *announced = std::get_if<Reports::NewCall>(&report);
        if (announced && announced->call == created.driver)
            add(*m_report.step, {created.call});
    }
    touchRequest({created.call});
    add(stepOf(event, LadderKind::State), {created.call});
}

void LadderModel::noteState(const Event &event, const Events::CallState &state)
{
    LadderCall &call = callFor(state.call);
    if (state.state == CallState::Idle && call.idle == 0)
        call.idle = event.seq;
    if (state.state == CallState::Conferenced && state.mode != 0)
        link({state.call, CallId{state.mode}});
    add(stepOf(event, LadderKind::State), {state.call});
}

void LadderModel::noteReleased(const Event &event, const Events::CallReleased &released)
{
    touchRequest({released.call});
    add(stepOf(event, LadderKind::State), {released.call});
    LadderCall &call = callFor(released.call);
    call.released = true;
    m_released.push_back(released.call);
    const quint64 key = driverKey(call.provider, call.driver);
    if (m_drivers.value(key) == released.call)
        m_drivers.remove(key);
}

void LadderModel::noteHandle(const Event &event, const Events::HandleCreated &created)
{
    m_newHandles.insert(created.handle, created.call);
    touchRequest({created.call});
    LadderCall &call = callFor(created.call);
    addHandle(call, {created.handle, created.app, created.call, created.privilege, event.seq, 0, {}});
    attachOpening(created.line, created.call, created.app);
    add(stepOf(event, LadderKind::Handle, created.app), {created.call});
}

// A line that was opened while the call was there; what was opened before is not news to the call.
void LadderModel::attachOpening(HLine line, CallId id, HLineApp app)
{
    const OpenLine opened = m_opened.value(line);
    const LadderCall &call = callFor(id);
    if (opened.opened == 0 || call.steps.empty() || opened.opened < call.steps.front() || opened.opened < firstSeq())
        return;
    for (const quint64 seq : {opened.request, opened.opened, opened.result}) {
        if (seq != 0 && step(seq))
            attach(seq, id, app);
    }
}

void LadderModel::noteVoided(const Event &event, const Events::HandleVoided &voided)
{
    touchRequest({voided.call});
    const bool byProvider = voided.reason == VoidReason::LineClosedByProvider
        || voided.reason == VoidReason::DeviceRemoved;
    if (byProvider && m_report.step
        && !std::holds_alternative<Reports::NewCall>(std::get<Events::ReportReceived>(m_report.step->payload).report))
        add(*m_report.step, {voided.call});
    if (voided.reason != VoidReason::Deallocated) {
        if (!m_closing.contains(voided.line)) {
            makeRoom(m_closing, m_closingOrder, rememberedLines);
            m_closingOrder.push_back(voided.line);
        }
        if (Calls &calls = m_closing[voided.line]; calls.size() < requestTouches)
            addOnce(calls, voided.call);
    }
    for (LadderHandle &handle : callFor(voided.call).handles) {
        if (handle.handle == voided.handle) {
            handle.gone = event.seq;
            handle.reason = voided.reason;
        }
    }
    makeRoom(m_goneHandles, m_goneOrder, rememberedHandles);
    m_goneOrder.push_back(voided.handle);
    m_goneHandles.insert(voided.handle, voided.call);
    add(stepOf(event, LadderKind::Handle, voided.app), {voided.call});
}

void LadderModel::noteClosed(const Event &event, const Events::LineClosed &closed)
{
    m_opened.remove(closed.line);
    add(stepOf(event, LadderKind::Line, closed.app), m_closing.value(closed.line));
}

} // namespace Linescope
