// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which calls an event concerns. Most events say so; a request that creates a call, and a report that announces one,
// are held until what follows them does.

#include "models/ladder/laddermodel.h"

#include "models/ladder/laddermodel_p.h"

#include <algorithm>

namespace Linescope {

void LadderModel::note(const EventBatch &batch)
{
    for (const Event &event : batch)
        noteEvent(event);
    m_newApps.clear();
    m_newHandles.clear();
    forgetOldest();
}

void LadderModel::noteEvent(const Event &event)
{
    const auto handled = Overload{
        [&](const Events::RequestMade &e) { noteRequest(event, e); },
        [&](const Events::RequestResult &e) { noteResult(event, e); },
        [&](const Events::CommandSent &e) { noteCommand(event, e); },
        [&](const Events::ReportReceived &e) { noteReport(event, e); },
        [&](const Events::Message &e) { noteMessage(event, e); },
        [&](const Events::CallCreated &e) { noteCreated(event, e); },
        [&](const Events::CallState &e) { noteState(event, e); },
        [&](const Events::CallReleased &e) { noteReleased(event, e); },
        [&](const Events::HandleCreated &e) { noteHandle(event, e); },
        [&](const Events::HandleVoided &e) { noteVoided(event, e); },
        [&](const Events::LineClosed &e) { noteClosed(event, e); },
        [&](const Events::HandlePrivilege &e) {
            for (LadderHandle &handle : callFor(e.call).handles) {
                if (handle.handle == e.handle)
                    handle.privilege = e.privilege;
            }
            add(stepOf(event, LadderKind::Handle, e.app), {e.call});
        },
        [&](const Events::LineOpened &e) {
            const bool asked = m_request.step
                && std::holds_alternative<Requests::Open>(
                                   *std::get<Events::RequestMade>(m_request.step->payload).request);
            m_opening = {asked ? m_request.step->seq : 0, event.seq, 0};
            m_opened.insert(e.line, m_opening);
            keep(stepOf(event, LadderKind::Line, e.app));
            m_closing.remove(e.line);
        },
        [&](const Events::CallInfo &e) { setKeys(callFor(e.call), e.info); },
        [&](const Events::FindingRaised &) {
            add(stepOf(event, LadderKind::Finding), callsOf(ladderSubject(event.payload)));
        },
        [&](const Events::AppInitialized &e) {
            const QString &name = e.request->appName;
            m_newApps.insert(e.app, name.isEmpty() ? e.request->moduleName : name);
        },
        [&](const Events::DeviceAdded &e) { m_providers.insert(e.device, e.provider); },
        [](const Events::ProviderState &) {},
        [](const Events::AppShutdown &) {},
        [](const Events::DeviceRemoved &) {},
        [](const Events::DeviceState &) {},
        [](const Events::CallBytes &) {},
    };
    std::visit(handled, event.payload);
}

LadderStep LadderModel::stepOf(const Event &event, LadderKind kind, HLineApp app, ProviderId provider) const
{
    return {event.seq, event.time, kind, isFailure(event.payload), app, provider, 0, event.payload};
}

LadderModel::Calls LadderModel::callsOf(const LadderSubject &subject) const
{
    Calls calls;
    for (const CallId call : subject.calls)
        addOnce(calls, call);
    for (const HCall handle : subject.handles)
        addOnce(calls, callOf(handle));
    return calls;
}

// What happens while a request is carried out happens because of it.
void LadderModel::touchRequest(const Calls &calls)
{
    if (!m_request.step || m_request.calls.size() >= requestTouches)
        return;
    for (const CallId call : calls)
        addOnce(m_request.calls, call);
}

// ---- between applications and engine ----

void LadderModel::noteRequest(const Event &event, const Events::RequestMade &made)
{
    m_report = {};
    m_opening = {};
    m_request = {stepOf(event, LadderKind::Request, made.app), callsOf(ladderSubject(event.payload))};
    link(m_request.calls.size() > 1 ? m_request.calls : Calls());
}

void LadderModel::noteResult(const Event &event, const Events::RequestResult &result)
{
    if (!m_request.step)
        return;
    Held request = std::exchange(m_request, {});
    LadderStep answer = stepOf(event, LadderKind::Result, result.app);
    answer.pair = request.step->seq;
    rememberPending(result.request, request.calls, request.step->seq);
    if (m_opening.opened != 0) { // concerns the calls for which handles will be on the line
        for (OpenLine &line : m_opened) {
            if (line.opened == m_opening.opened)
                line.result = event.seq;
        }
        keep(*request.step);
        keep(answer);
    }
    add(std::move(*request.step), request.calls);
    add(std::move(answer), request.calls);
}

void LadderModel::rememberPending(RequestId id, const Calls &calls, quint64 seq)
{
    if (id.isNull() || (calls.isEmpty() && seq == 0))
        return;
    if (!m_pending.contains(id)) {
        makeRoom(m_pending, m_pendingOrder, rememberedRequests);
        m_pendingOrder.push_back(id);
    }
    PendingRequest &pending = m_pending[id];
    for (const CallId call : calls)
        addOnce(pending.calls, call);
    pending.seq = std::max(pending.seq, seq);
}

void LadderModel::noteMessage(const Event &event, const Events::Message &message)
{
    const LadderSubject subject = ladderSubject(event.payload);
    const bool isReply = message.message.id == MessageId::Reply;
    LadderStep step = stepOf(event, isReply ? LadderKind::Reply : LadderKind::Message, message.app);
    Calls calls = callsOf(subject);
    if (isReply) {
        const PendingRequest pending = m_pending.take(subject.request);
        calls = pending.calls;
        step.pair = pending.seq;
    } else if (message.message.id == MessageId::Close) {
        calls = m_closing.value(subject.line);
    }
    add(std::move(step), calls);
}

// ---- between engine and providers ----

void LadderModel::noteCommand(const Event &event, const Events::CommandSent &sent)
{
    const LadderSubject subject = ladderSubject(event.payload);
    const Calls calls = callsOf(subject);
    touchRequest(calls);
    if (calls.size() > 1)
        link(calls);
    rememberPending(subject.request, calls, 0);
    add(stepOf(event, LadderKind::Command, {}, sent.provider), calls);
}

void LadderModel::noteReport(const Event &event, const Events::ReportReceived &received)
{
    const LadderSubject subject = ladderSubject(event.payload);
    Calls calls;
    for (const DriverCall driver : subject.drivers)
        addOnce(calls, m_drivers.value(driverKey(received.provider, driver)));
    for (const CallId call : m_pending.value(subject.request).calls)
        addOnce(calls, call);
    m_report = {};
    LadderStep step = stepOf(event, LadderKind::Report, {}, received.provider);
    if (std::holds_alternative<Reports::NewCall>(received.report)
        || std::holds_alternative<Reports::LineClose>(received.report)
        || std::holds_alternative<Reports::DeviceRemoved>(received.report))
        m_report.step = std::move(step);
    else
        add(std::move(step), calls);
}

} // namespace Linescope
