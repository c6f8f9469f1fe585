// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is kept, and for how long. Which event concerns which call: laddermodel_events.cpp.

#include "models/ladder/laddermodel.h"

#include "models/ladder/laddermodel_p.h"

#include <algorithm>

namespace Linescope {

namespace {

bool contains(const std::vector<CallId> &calls, CallId call)
{
    return std::find(calls.begin(), calls.end(), call) != calls.end();
}

void insertSorted(LadderCall &call, quint64 seq)
{
    if (call.steps.empty() || call.steps.back() < seq) {
        call.steps.push_back(seq);
        return;
    }
    const auto at = std::lower_bound(call.steps.begin(), call.steps.end(), seq);
    if (at != call.steps.end() && *at == seq)
        return;
    call.steps.insert(at, seq);
    ++call.disturbed;
}

} // namespace

LadderModel::LadderModel(LiveWorld *live, QObject *parent)
    : QObject(parent)
    , m_live(live)
{
    connect(live, &LiveWorld::reset, this, &LadderModel::start);
    // Before the World has advanced: who has gone by the end of the batch can still be looked up.
    connect(live, &LiveWorld::aboutToAdvance, this, &LadderModel::note);
    connect(live, &LiveWorld::advanced, this, &LadderModel::changed);
    start();
}

// A snapshot tells how things are, not how they came to be.
void LadderModel::start()
{
    m_steps.clear();
    m_calls = {};
    m_released.clear();
    m_known.clear();
    m_byKey.clear();
    m_drivers.clear();
    m_providers.clear();
    m_goneHandles.clear();
    m_goneOrder.clear();
    m_pending.clear();
    m_pendingOrder.clear();
    m_opened.clear();
    m_closing.clear();
    m_closingOrder.clear();
    m_request = {};
    m_report = {};
    const World &world = m_live->world();
    for (const Device &device : world.devices())
        m_providers.insert(device.id, device.provider);
    world.calls().forEach([&](const Call &call) {
        m_drivers.insert(driverKey(m_providers.value(call.device), call.driver), call.id);
        if (!call.info.text(&CallInfo::group).isEmpty())
            callFor(call.id);
    });
    Q_EMIT reset();
}

const LadderStep *LadderModel::step(quint64 seq) const
{
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), seq,
                                     [](const LadderStep &step, quint64 wanted) { return step.seq < wanted; });
    return at != m_steps.end() && at->seq == seq ? &*at : nullptr;
}

std::span<const quint64> LadderModel::stepsOf(const LadderCall &call) const
{
    const auto first = std::lower_bound(call.steps.begin(), call.steps.end(), firstSeq());
    return {first, call.steps.end()};
}

quint64 LadderModel::missingOf(const LadderCall &call) const
{
    return call.dropped + (call.steps.size() - stepsOf(call).size());
}

QList<CallId> LadderModel::related(CallId call) const
{
    QList<CallId> found{call};
    for (qsizetype i = 0; i < found.size(); ++i) {
        const LadderCall *record = m_calls.find(found.at(i));
        if (!record)
            continue;
        const auto take = [&found](CallId other) {
            if (found.size() < MaxRelated && !found.contains(other))
                found.append(other);
        };
        std::for_each(record->links.begin(), record->links.end(), take);
        for (const QString &key : record->keys) {
            for (auto it = m_byKey.constFind(key); it != m_byKey.cend() && it.key() == key; ++it)
                take(*it);
        }
    }
    std::sort(found.begin() + 1, found.end());
    return found;
}

// ---- steps ----

// Nearly always at the end: only a request has to go before what came of it.
void LadderModel::keep(LadderStep step)
{
    auto at = m_steps.end();
    while (at != m_steps.begin() && std::prev(at)->seq >= step.seq)
        --at;
    if (at != m_steps.end() && at->seq == step.seq)
        return;
    m_steps.insert(at, std::move(step));
}

void LadderModel::add(LadderStep step, const Calls &calls)
{
    if (calls.isEmpty())
        return;
    const quint64 seq = step.seq;
    const HLineApp app = step.app;
    keep(std::move(step));
    for (const CallId call : calls)
        attach(seq, call, app);
}

void LadderModel::attach(quint64 seq, CallId id, HLineApp app)
{
    LadderCall &call = callFor(id);
    insertSorted(call, seq);
    rememberApp(call, app);
    if (call.steps.size() > MaxStepsOfCall + MaxStepsOfCall / 4) {
        const size_t count = call.steps.size() - MaxStepsOfCall;
        call.steps.erase(call.steps.begin(), call.steps.begin() + std::ptrdiff_t(count));
        call.dropped += count;
        ++call.disturbed;
    }
}

void LadderModel::rememberApp(LadderCall &call, HLineApp app)
{
    const auto known = std::find_if(call.apps.begin(), call.apps.end(),
                                    [app](const auto &entry) { return entry.first == app; });
    if (!app.isNull() && known == call.apps.end())
        call.apps.emplace_back(app, nameOf(app));
}

// ---- calls ----

LadderCall &LadderModel::callFor(CallId id)
{
    if (LadderCall *known = m_calls.find(id))
        return *known;
    LadderCall call;
    call.id = id;
    m_known.push_back(id);
    LadderCall &added = m_calls.at(m_calls.insert(std::move(call)));
    takeFromWorld(added);
    if (const Call *known = m_live->world().call(id))
        setKeys(added, known->info);
    return added;
}

// What was there before the first step.
void LadderModel::takeFromWorld(LadderCall &call) const
{
    const World &world = m_live->world();
    const Call *known = world.call(call.id);
    if (!known)
        return;
    call.device = known->device;
    call.driver = known->driver;
    call.provider = m_providers.value(known->device);
    call.idleAtStart = known->isIdle();
    world.forEachHandle(*known, [&](const Handle &handle) {
        const HLineApp app = world.appOf(handle);
        if (call.handles.size() < MaxHandlesOfCall)
            call.handles.push_back({handle.id, app, call.id, handle.privilege, 0, 0, {}});
        if (std::none_of(call.apps.begin(), call.apps.end(), [app](const auto &entry) { return entry.first == app; }))
            call.apps.emplace_back(app, nameOf(app));
    });
    std::reverse(call.handles.begin(), call.handles.end()); // the World has the newest first
}

void LadderModel::addHandle(LadderCall &call, const LadderHandle &handle)
{
    if (call.handles.size() >= MaxHandlesOfCall) {
        const auto past = std::find_if(call.handles.begin(), call.handles.end(),
                                       [](const LadderHandle &entry) { return entry.gone != 0; });
        call.handles.erase(past == call.handles.end() ? call.handles.begin() : past);
        ++call.disturbed;
    }
    call.handles.push_back(handle);
}

// The provider's numbers of calls are its own, so they are told apart by provider.
void LadderModel::setKeys(LadderCall &call, const PackedCallInfo &info)
{
    QStringList keys;
    const QString provider = shortName(call.provider);
    if (const QString group = info.text(&CallInfo::group); !group.isEmpty())
        keys += provider + u'g' + group;
    for (const quint32 number : {info.number(&CallInfo::callId), info.number(&CallInfo::relatedCallId)}) {
        if (number != 0)
            keys += provider + u'n' + QString::number(number);
    }
    if (keys == call.keys)
        return;
    for (const QString &key : std::as_const(call.keys))
        m_byKey.remove(key, call.id);
    for (const QString &key : std::as_const(keys))
        m_byKey.insert(key, call.id);
    call.keys = keys;
}

void LadderModel::link(const Calls &calls)
{
    for (const CallId one : calls) {
        std::vector<CallId> &links = callFor(one).links;
        for (const CallId other : calls) {
            if (other != one && !contains(links, other) && links.size() < size_t(MaxRelated))
                links.push_back(other);
        }
    }
}

void LadderModel::forgetOldest()
{
    for (; m_released.size() > MaxReleased; m_released.pop_front())
        forget(m_released.front());
    for (; m_calls.size() > MaxCalls && !m_known.empty(); m_known.pop_front())
        forget(m_known.front());
    if (m_known.size() > 2 * size_t(m_calls.size()) + MaxReleased)
        std::erase_if(m_known, [this](CallId call) { return !m_calls.contains(call); });
    if (m_steps.size() > MaxSteps)
        m_steps.erase(m_steps.begin(), m_steps.begin() + std::ptrdiff_t(m_steps.size() - MaxSteps));
}

void LadderModel::forget(CallId id)
{
    if (const LadderCall *call = m_calls.find(id)) {
        for (const QString &key : call->keys)
            m_byKey.remove(key, id);
    }
    m_calls.remove(id);
}

QString LadderModel::nameOf(HLineApp app) const
{
    const App *known = m_live->world().app(app);
    return known ? known->name : m_newApps.value(app, shortName(app));
}

CallId LadderModel::callOf(HCall handle) const
{
    if (const Handle *known = m_live->world().handle(handle))
        return known->call;
    const auto made = m_newHandles.constFind(handle);
    return made != m_newHandles.cend() ? *made : m_goneHandles.value(handle);
}

} // namespace Linescope
