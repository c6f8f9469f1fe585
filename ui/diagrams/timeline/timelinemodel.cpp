// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinemodel.h"

#include "tapi/overload.h"

#include <algorithm>

namespace Linescope {

namespace {

// More calls than this in one go are cheaper to lay out anew.
constexpr size_t MaxTouched = 50'000;

} // namespace

TimelineModel::TimelineModel(LiveWorld *live, CallHistory *history, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_history(history)
{
    connect(live, &LiveWorld::reset, this, [this] { m_stale = true; });
    connect(live, &LiveWorld::maskingChanged, this, [this] { m_moments = {}; }); // they hold words of providers
    connect(live, &LiveWorld::aboutToAdvance, this, &TimelineModel::gather);
    connect(history, &CallHistory::aboutToForget, this, &TimelineModel::forget);
}

void TimelineModel::setLanes(Lanes lanes)
{
    m_stale = m_stale || lanes != m_lanes;
    m_lanes = lanes;
}

void TimelineModel::setLeaksOnly(bool leaksOnly)
{
    m_stale = m_stale || leaksOnly != m_leaksOnly;
    m_leaksOnly = leaksOnly;
}

void TimelineModel::gather(const EventBatch &batch)
{
    for (const Event &event : batch) {
        std::visit(Overload{
                       [&](const Events::CallCreated &e) { touch(e.call); },
                       [&](const Events::CallState &e) { touch(e.call); },
                       [&](const Events::CallReleased &e) { touch(e.call); },
                       [&](const Events::HandleCreated &e) { touch(e.call); },
                       [&](const Events::HandleVoided &e) { touch(e.call); },
                       [&](const Events::DeviceAdded &) { m_standingChanged = true; },
                       [&](const Events::AppInitialized &) { m_standingChanged = true; },
                       [&](const auto &) { m_standingChanged = m_moments.note(world(), event) || m_standingChanged; },
                   },
                   event.payload);
    }
}

const std::deque<TimelineMoment> &TimelineModel::moments(quint32 lane) const
{
    switch (m_lanes) {
    case Lanes::Lines:
        return m_moments.ofLine({lane});
    case Lanes::Apps:
        return m_moments.ofApp({lane});
    case Lanes::Calls:
        break;
    }
    return TimelineMoments::none();
}

void TimelineModel::touch(CallId call)
{
    if (m_stale || (!m_touched.empty() && m_touched.back() == call))
        return;
    m_touched.push_back(call);
    if (m_touched.size() > MaxTouched)
        m_stale = true;
}

void TimelineModel::forget(const CallRecord &record)
{
    if (m_stale)
        return;
    if (m_lanes == Lanes::Apps && record.holdersDropped > 0) { // whose they were is no longer known
        for (auto &[key, lane] : m_laneOf) {
            lane.remove(record.id);
            m_unsettled.push_back(key);
        }
        return;
    }
    for (const quint32 key : lanesOf(record)) {
        const auto it = m_laneOf.find(key);
        if (it == m_laneOf.end())
            continue;
        it->second.remove(record.id);
        m_unsettled.push_back(key);
    }
}

std::vector<quint32> TimelineModel::lanesOf(const CallRecord &record) const
{
    switch (m_lanes) {
    case Lanes::Lines:
        return {record.device.value};
    case Lanes::Calls:
        return {record.id.value};
    case Lanes::Apps:
        break;
    }
    std::vector<quint32> apps;
    for (const CallHolder &holder : record.holders) {
        if (std::find(apps.begin(), apps.end(), holder.app.value) == apps.end())
            apps.push_back(holder.app.value);
    }
    return apps;
}

void TimelineModel::update()
{
    if (m_stale)
        return rebuild();
    if (m_touched.empty() && m_unsettled.empty() && !m_standingChanged)
        return;
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    for (const CallId call : m_touched) {
        if (const CallRecord *record = m_history->record(call))
            apply(*record);
    }
    m_touched.clear();
    settle();
}

void TimelineModel::rebuild()
{
    m_stale = false;
    m_touched.clear();
    m_unsettled.clear();
    m_laneOf.clear();
    m_standingChanged = true;
    std::vector<const CallRecord *> records;
    m_history->forEach([&](const CallRecord &record) { records.push_back(&record); });
    std::sort(records.begin(), records.end(), [](const CallRecord *a, const CallRecord *b) {
        return std::pair(a->created, a->id) < std::pair(b->created, b->id);
    });
    for (const CallRecord *record : records)
        apply(*record);
    settle();
}

void TimelineModel::apply(const CallRecord &record)
{
    for (const quint32 key : lanesOf(record)) {
        TimelineLane &lane = laneFor(key);
        if (isWanted(record, lane))
            lane.put(blockOf(record, lane));
        else
            lane.remove(record.id);
        m_unsettled.push_back(key);
    }
}

TimelineLane &TimelineModel::laneFor(quint32 key)
{
    const auto [it, isNew] = m_laneOf.try_emplace(key, key);
    m_lanesChanged = m_lanesChanged || isNew;
    return it->second;
}

// Lines and applications that are there have their lane even without a call.
bool TimelineModel::stands(quint32 key) const
{
    if (m_leaksOnly || m_lanes == Lanes::Calls)
        return false;
    if (m_lanes == Lanes::Apps)
        return world().app({key});
    const Device *device = world().device({key});
    return device && !device->removed;
}

void TimelineModel::addStandingLanes()
{
    if (m_leaksOnly)
        return;
    if (m_lanes == Lanes::Lines) {
        for (const Device &device : world().devices()) {
            if (!device.removed)
                laneFor(device.id.value);
        }
    } else if (m_lanes == Lanes::Apps) {
        world().apps().forEach([this](const App &app) { laneFor(app.id.value); });
    }
}

void TimelineModel::settle()
{
    std::sort(m_unsettled.begin(), m_unsettled.end());
    m_unsettled.erase(std::unique(m_unsettled.begin(), m_unsettled.end()), m_unsettled.end());
    for (const quint32 key : m_unsettled) {
        const auto it = m_laneOf.find(key);
        if (it == m_laneOf.end())
            continue;
        it->second.settle();
        if (it->second.isEmpty() && !stands(key)) {
            m_laneOf.erase(it);
            m_lanesChanged = true;
        }
    }
    m_unsettled.clear();
    if (std::exchange(m_standingChanged, false)) {
        m_lanesChanged = true;
        addStandingLanes();
        std::erase_if(m_laneOf, [this](const auto &entry) { return entry.second.isEmpty() && !stands(entry.first); });
    }
    if (std::exchange(m_lanesChanged, false))
        putInOrder();
    m_blockCount = 0;
    for (const TimelineLane *lane : m_order)
        m_blockCount += lane->count();
    ++m_revision;
}

void TimelineModel::putInOrder()
{
    m_order.clear();
    for (const auto &[key, lane] : m_laneOf)
        m_order.push_back(&lane);
    if (m_lanes == Lanes::Calls)
        std::reverse(m_order.begin(), m_order.end());
}

const TimelineLane *TimelineModel::lane(quint32 key) const
{
    const auto it = m_laneOf.find(key);
    return it == m_laneOf.end() ? nullptr : &it->second;
}

Microseconds TimelineModel::earliest() const
{
    Microseconds earliest = Forever;
    for (const TimelineLane *lane : m_order)
        earliest = std::min(earliest, lane->earliest());
    return earliest;
}

} // namespace Linescope
