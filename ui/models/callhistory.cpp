// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/callhistory.h"

#include <algorithm>

namespace Linescope {

namespace {

CallHolder *holderOf(CallRecord &record, HCall handle)
{
    const auto it = std::find_if(record.holders.begin(), record.holders.end(),
                                 [handle](const CallHolder &holder) { return holder.handle == handle; });
    return it == record.holders.end() ? nullptr : &*it;
}

} // namespace

CallHistory::CallHistory(LiveWorld *live, QObject *parent)
    : QObject(parent)
    , m_live(live)
{
    connect(live, &LiveWorld::reset, this, &CallHistory::reset);
    connect(live, &LiveWorld::aboutToAdvance, this, &CallHistory::note);
    connect(live, &LiveWorld::advanced, this, &CallHistory::changed);
    reset();
}

// A snapshot tells how things are, not how they came to be.
void CallHistory::reset()
{
    m_records = {};
    m_known.clear();
    m_released.clear();
    const World &world = m_live->world();
    world.calls().forEach([&](const Call &call) {
        CallRecord &record = addRecord(call.id);
        addStep(record, {call.stateSince, call.state, call.mode});
        world.forEachHandle(call, [&](const Handle &handle) {
            addHolder(record,
                      {handle.id, world.appOf(handle), {}, handle.privilege, world.bornAt(handle), 0, {}, handle.line});
        });
        std::reverse(record.holders.begin(), record.holders.end()); // the World has the newest first
    });
    Q_EMIT changed();
}

void CallHistory::note(const EventBatch &batch)
{
    for (const Event &event : batch) {
        if (const auto *call = std::get_if<Events::CallCreated>(&event.payload))
            noteCreated(event.time, *call);
        else if (const auto *info = std::get_if<Events::CallInfo>(&event.payload))
            recordFor(info->call).info = info->info;
        else if (const auto *state = std::get_if<Events::CallState>(&event.payload))
            addStep(recordFor(state->call), {event.time, state->state, state->mode});
        else if (const auto *created = std::get_if<Events::HandleCreated>(&event.payload))
            addHolder(recordFor(created->call),
                      {created->handle, created->app, {}, created->privilege, event.time, 0, {}, created->line});
        else if (const auto *privilege = std::get_if<Events::HandlePrivilege>(&event.payload))
            notePrivilege(*privilege);
        else if (const auto *voided = std::get_if<Events::HandleVoided>(&event.payload))
            noteVoided(event.time, *voided);
        else if (const auto *app = std::get_if<Events::AppInitialized>(&event.payload))
            m_newApps.insert(app->app, app->request->appName);
        else if (const auto *released = std::get_if<Events::CallReleased>(&event.payload))
            noteReleased(event.time, released->call);
    }
    m_newApps.clear();
    forgetOldest();
}

void CallHistory::noteCreated(Microseconds time, const Events::CallCreated &event)
{
    CallRecord &record = recordFor(event.call);
    record.seenFromStart = true;
    record.device = event.device;
    record.created = time;
    record.info = event.info;
}

void CallHistory::notePrivilege(const Events::HandlePrivilege &event)
{
    if (CallHolder *holder = holderOf(recordFor(event.call), event.handle))
        holder->privilege = event.privilege;
}

void CallHistory::noteVoided(Microseconds time, const Events::HandleVoided &event)
{
    if (CallHolder *holder = holderOf(recordFor(event.call), event.handle)) {
        holder->until = time;
        holder->reason = event.reason;
    }
}

void CallHistory::noteReleased(Microseconds time, CallId call)
{
    recordFor(call).released = time;
    m_released.push_back(call);
}

void CallHistory::addStep(CallRecord &record, const CallStep &step)
{
    if (record.steps.size() >= MaxSteps) {
        record.steps.erase(record.steps.begin() + 1); // the first one says how it began
        ++record.stepsDropped;
    }
    record.steps.push_back(step);
}

void CallHistory::addHolder(CallRecord &record, CallHolder holder)
{
    if (record.holders.size() >= MaxHolders) {
        const auto past = std::find_if(record.holders.begin(), record.holders.end(),
                                       [](const CallHolder &holder) { return holder.until != 0; });
        record.holders.erase(past == record.holders.end() ? record.holders.begin() : past);
        ++record.holdersDropped;
    }
    const App *known = m_live->world().app(holder.app);
    holder.appName = known ? known->name : m_newApps.value(holder.app);
    record.holders.push_back(std::move(holder));
}

CallRecord &CallHistory::recordFor(CallId call)
{
    CallRecord *record = m_records.find(call);
    return record ? *record : addRecord(call);
}

CallRecord &CallHistory::addRecord(CallId call)
{
    CallRecord record;
    record.id = call;
    if (const Call *known = m_live->world().call(call)) {
        record.device = known->device;
        record.created = known->created;
        record.info = known->info;
    }
    record.steps.reserve(8); // most calls get along with one allocation
    m_known.push_back(call);
    return m_records.at(m_records.insert(std::move(record)));
}

void CallHistory::forgetOldest()
{
    for (; qsizetype(m_released.size()) > MaxReleased; m_released.pop_front())
        forget(m_released.front());
    for (; m_records.size() > MaxCalls && !m_known.empty(); m_known.pop_front())
        forget(m_known.front());
    if (m_known.size() > 2 * size_t(m_records.size()) + size_t(MaxReleased))
        std::erase_if(m_known, [this](CallId call) { return !m_records.contains(call); });
}

void CallHistory::forget(CallId call)
{
    if (const CallRecord *record = m_records.find(call)) {
        Q_EMIT aboutToForget(*record);
        m_records.remove(call);
    }
}

} // namespace Linescope
