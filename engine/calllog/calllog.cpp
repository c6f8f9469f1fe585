// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllog.h"

#include "journal/masker.h"
#include "tapi/names.h"

#include <chrono>

namespace Linescope {

namespace {

AppHabits habitsFor(const CallLogSettings &settings)
{
    AppHabits habits;
    habits.name = QStringLiteral("linescope (call log)");
    habits.monitor = true;
    habits.keepAtMost = 2 * (settings.mostWaiting + settings.groupRows); // the store gives up before
    return habits;
}

// Of a call that is held and resumed without end the later ones are left out: memory has an end.
void addState(QString &states, CallState state, Microseconds time)
{
    constexpr qsizetype longest = LongestLoggedText - 100;
    if (states.size() > longest)
        return;
    states.isEmpty() ? states += u'[' : states.back() = u',';
    states += QStringLiteral("[\"%1\",%2]]").arg(nameOf(state)).arg(time);
}

} // namespace

CallLog::CallLog(TelephonyServer *server, const CallLogSettings &settings, const QString &session,
                 std::shared_ptr<CallLogStore> store)
    : m_server(server)
    , m_settings(settings)
    , m_session(session)
    , m_store(std::move(store))
    , m_app(std::make_unique<VirtualApp>(server, habitsFor(settings)))
{
    m_store->setListener([this] { wake(); });
    connect(server, &TelephonyServer::advanced, this, &CallLog::advance);
    takeWhatIsThere();
}

CallLog::~CallLog()
{
    m_store->finish(std::chrono::seconds(2));
    m_store->setListener({});
    if (m_server) {
        disconnect(m_server, nullptr, this, nullptr);
        deallocateDone();
    }
}

void CallLog::woken() { deallocateDone(); }

void CallLog::advance(const EventBatch &batch)
{
    std::vector<HCall> fresh;
    for (const Event &event : batch) {
        if (const auto *message = std::get_if<Events::Message>(&event.payload)) {
            take(event, *message);
        } else if (const auto *voided = std::get_if<Events::HandleVoided>(&event.payload)) {
            take(event, *voided);
        } else if (const auto *created = std::get_if<Events::HandleCreated>(&event.payload)) {
            if (created->app != app())
                continue;
            begin(created->handle);
            fresh.push_back(created->handle);
        }
    }
    for (const HCall handle : fresh)
        catchUp(handle);
}

// Lines that were open before this could listen have calls already.
void CallLog::takeWhatIsThere()
{
    std::vector<HCall> handles;
    const World &world = m_server->world();
    world.lines().forEach([&](const Line &line) {
        if (line.app == app())
            world.forEachHandle(line, [&](const Handle &handle) { handles.push_back(handle.id); });
    });
    for (const HCall handle : handles) {
        begin(handle);
        catchUp(handle);
    }
}

void CallLog::begin(HCall id)
{
    const World &world = m_server->world();
    const Handle *handle = world.handle(id);
    const Call *call = handle ? world.call(handle->call) : nullptr;
    if (!call || m_calls.contains(call->id) || m_handles.contains(call->id.value))
        return;
    const Device *device = world.device(call->device);
    Track track;
    track.handle = id;
    track.device = device->info.name;
    track.provider = world.provider(device->provider)->name;
    track.created = call->created;
    track.info = call->info;
    m_calls.insert(call->id, track);
}

// A new call tells its state by a message; of one that was there before, there is none.
void CallLog::catchUp(HCall id)
{
    const Handle *handle = m_server->world().handle(id);
    const Call *call = handle ? m_server->world().call(handle->call) : nullptr;
    const auto track = call ? m_calls.find(call->id) : m_calls.end();
    if (track == m_calls.end() || !track->states.isEmpty())
        return;
    stateChanged(*track, call->state, call->stateSince);
    if (call->isIdle())
        readAndHandOver(*call);
}

void CallLog::take(const Event &event, const Events::Message &message)
{
    if (message.app != app())
        return;
    const Handle *handle = m_server->world().handle(HCall::fromHandle(message.message.device));
    const Call *call = handle ? m_server->world().call(handle->call) : nullptr;
    const auto track = call ? m_calls.find(call->id) : m_calls.end();
    if (track == m_calls.end())
        return;
    if (message.message.id == MessageId::CallInfo || message.message.id == MessageId::CallState)
        track->info = call->info;
    if (message.message.id != MessageId::CallState)
        return;
    const auto state = CallState(message.message.param1);
    stateChanged(*track, state, event.time);
    if (state == CallState::Idle)
        readAndHandOver(*call);
}

void CallLog::stateChanged(Track &track, CallState state, Microseconds time)
{
    if (state == CallState::Connected && track.connected == 0)
        track.connected = time;
    const bool isOver = state == CallState::Disconnected || state == CallState::Idle;
    if (isOver && track.talkEnded == 0)
        track.talkEnded = time;
    addState(track.states, state, time);
}

// As an application reads it: in sight of everybody who looks at the messages.
void CallLog::readAndHandOver(const Call &call)
{
    const CallId id = call.id;
    const QString disconnectMode = modeName(CallState::Disconnected, call.disconnectMode);
    const Track track = m_calls.take(id);
    const Outcome info = m_server->execute(app(), Requests::GetCallInfo{track.handle});
    const Outcome status = m_server->execute(app(), Requests::GetCallStatus{track.handle});
    if (!info.ok() || !status.ok())
        return;
    LoggedCall record = recordOf(id, track, std::get<CallInfo>(info.value),
                                 std::get<CallStatus>(status.value).stateEntryTime);
    record.ending = QStringLiteral("idle");
    record.disconnectMode = disconnectMode;
    handOver(id, std::move(record), track.handle);
}

// The provider has taken the line before the call was over: there is nothing left to read, nor to keep.
void CallLog::take(const Event &event, const Events::HandleVoided &voided)
{
    if (voided.app != app())
        return;
    m_handles.remove(voided.call.value);
    const auto found = m_calls.find(voided.call);
    if (found == m_calls.end())
        return;
    const Track track = *found;
    m_calls.erase(found);
    if (voided.reason != VoidReason::LineClosedByProvider && voided.reason != VoidReason::DeviceRemoved)
        return; // the call goes on without us
    LoggedCall record = recordOf(voided.call, track, track.info.unpack(), event.time);
    record.ending = QLatin1StringView(toString(voided.reason));
    handOver(voided.call, std::move(record), {});
}

LoggedCall CallLog::recordOf(CallId id, const Track &track, const CallInfo &info, Microseconds ended) const
{
    const Masker masker({m_settings.masked ? MaskingMode::Mask : MaskingMode::Off, true});
    LoggedCall record;
    record.session = m_session;
    record.call = id.value;
    record.device = masker.text(track.device);
    record.provider = track.provider;
    takeCallInfo(record, masker.masked(info));
    record.created = track.created;
    record.connected = track.connected;
    record.ended = ended;
    if (track.connected > 0)
        record.talked = (track.talkEnded > 0 ? track.talkEnded : ended) - track.connected;
    record.states = track.states;
    return record;
}

void CallLog::handOver(CallId id, LoggedCall record, HCall handle)
{
    if (!handle.isNull())
        m_handles.insert(id.value, handle);
    m_store->put(std::move(record));
    deallocateDone();
}

void CallLog::deallocateDone()
{
    for (const quint32 call : m_store->takeDone()) {
        const HCall handle = m_handles.take(call);
        if (m_server && m_server->world().handle(handle))
            m_server->execute(app(), Requests::DeallocateCall{handle});
    }
}

} // namespace Linescope
