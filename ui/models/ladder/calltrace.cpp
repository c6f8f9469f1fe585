// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ladder/calltrace.h"

#include "world/eventfields.h"

namespace Linescope {

namespace {

// Whether a member, of whatever event, request, command or report, is a name of the call.
template<class T>
bool namesIt(const CallNames &names, const T &value)
{
    if constexpr (std::is_same_v<T, CallId> || std::is_same_v<T, HCall> || std::is_same_v<T, DriverCall>)
        return names.names(value);
    else if constexpr (std::is_same_v<T, CallTarget>)
        return names.names(value.call);
    else
        return false;
}

template<class Struct>
bool hasName(const CallNames &names, const Struct &value)
{
    bool found = false;
    forEachField<Struct>([&](const auto &field) { found = found || namesIt(names, value.*field.member); });
    return found;
}

template<class... Alternatives>
bool hasName(const CallNames &names, const std::variant<Alternatives...> &variant)
{
    return std::visit([&](const auto &value) { return hasName(names, value); }, variant);
}

template<class Struct>
void collectRequest(const Struct &value, QSet<RequestId> &requests)
{
    if constexpr (requires { value.request; })
        requests.insert(value.request);
}

bool isAboutCalls(MessageId id)
{
    return id == MessageId::CallState || id == MessageId::CallInfo || id == MessageId::AppNewCall
        || id == MessageId::MonitorDigits || id == MessageId::Generate;
}

} // namespace

void CallNames::learn(const World &world)
{
    const Call *call = world.call(m_call);
    if (!call)
        return;
    const Device *device = world.device(call->device);
    m_provider = device ? device->provider : ProviderId();
    m_driver = call->driver;
    world.forEachHandle(*call, [this](const Handle &handle) { m_handles.insert(handle.id); });
}

void CallNames::learn(const Event &event)
{
    if (const auto *created = std::get_if<Events::CallCreated>(&event.payload); created && created->call == m_call)
        m_driver = created->driver;
    else if (const auto *handle = std::get_if<Events::HandleCreated>(&event.payload); handle && handle->call == m_call)
        m_handles.insert(handle->handle);
}

bool CallNames::concerns(const Event &event)
{
    learn(event);
    return std::visit(
        Overload{
            [&](const Events::RequestMade &e) { return m_requestMade = hasName(*this, *e.request); },
            [&](const Events::RequestResult &e) {
                const bool requestMade = std::exchange(m_requestMade, false); // commands may have come between
                if (requestMade && !e.request.isNull())
                    m_requests.insert(e.request);
                return requestMade;
            },
            [&](const Events::CommandSent &e) {
                const bool found = hasName(*this, e.command);
                if (found)
                    std::visit([&](const auto &command) { collectRequest(command, m_requests); }, e.command);
                return found;
            },
            [&](const Events::ReportReceived &e) {
                if (!m_provider.isNull() && e.provider != m_provider)
                    return false;
                const auto *completion = std::get_if<Reports::Completion>(&e.report);
                return (completion && m_requests.remove(completion->request)) || hasName(*this, e.report);
            },
            [&](const Events::Message &e) {
                return isAboutCalls(e.message.id) && names(HCall::fromHandle(e.message.device));
            },
            [&](const auto &e) { return hasName(*this, e); },
        },
        event.payload);
}

CallTrace::CallTrace(LiveWorld *live, QObject *parent, qsizetype capacityBytes)
    : QObject(parent)
    , m_live(live)
    , m_journal(capacityBytes)
{
    connect(live, &LiveWorld::reset, this, &CallTrace::reset);
    connect(live, &LiveWorld::aboutToAdvance, this, &CallTrace::note);
}

// Events between the last one seen and the snapshot are missing, and a gap would look like a story.
void CallTrace::reset()
{
    m_journal = Journal(m_journal.capacityBytes());
    const CallId call = watched();
    m_names = {};
    watch(call);
}

void CallTrace::watch(CallId call)
{
    if (call == watched())
        return;
    m_names = CallNames(call);
    m_events.clear();
    m_earlier = 0;
    m_complete = false;
    ++m_revision;
    if (call.isNull())
        return;
    // The provider speaks of a call before the engine has named it: the names first.
    m_names.learn(m_live->world());
    m_journal.forEach([this](const Event &event) { m_names.learn(event); });
    m_journal.forEach([this](const Event &event) { take(event); });
}

void CallTrace::note(const EventBatch &batch)
{
    m_journal.append(batch);
    if (watched().isNull())
        return;
    for (const Event &event : batch)
        take(event);
}

void CallTrace::take(const Event &event)
{
    if (!m_names.concerns(event))
        return;
    m_complete = m_complete || std::holds_alternative<Events::CallCreated>(event.payload);
    m_events.push_back(event);
    ++m_revision;
    if (m_events.size() <= MaxEvents)
        return;
    m_events.pop_front();
    ++m_earlier;
}

} // namespace Linescope
