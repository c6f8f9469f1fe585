// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladderrows.h"

#include <algorithm>
#include <map>

namespace Linescope {

namespace {

void sortAndUnite(std::vector<quint64> &seqs)
{
    std::sort(seqs.begin(), seqs.end());
    seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
}

void addLane(std::vector<LadderLane> &lanes, const LadderLane &lane)
{
    if (std::none_of(lanes.begin(), lanes.end(), [&](const LadderLane &known) { return known.id == lane.id; }))
        lanes.push_back(lane);
}

} // namespace

LadderRows::LadderRows(const LadderModel *model)
    : m_model(model)
{
}

void LadderRows::setCalls(const QList<CallId> &calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    m_valid = false;
}

void LadderRows::setKinds(LadderKinds kinds)
{
    m_valid = m_valid && kinds == m_kinds;
    m_kinds = kinds;
}

void LadderRows::setHiddenLanes(const QSet<quint32> &lanes)
{
    m_valid = m_valid && lanes == m_hidden;
    m_hidden = lanes;
}

bool LadderRows::refresh(const World &world)
{
    bool changed = !m_valid || takeNew();
    if (!m_valid)
        takeAll();
    m_valid = true;
    changed = refreshLanes(world) || changed;
    if (changed)
        refreshLives();
    return changed;
}

// What has been added at the end. Anything else leaves the rows invalid.
bool LadderRows::takeNew()
{
    std::vector<quint64> added;
    for (size_t i = 0; i < m_seen.size(); ++i) {
        const LadderCall *call = m_model->call(m_calls.at(qsizetype(i)));
        const Seen before = m_seen[i];
        if (!call && before == Seen()) // nothing has happened to it yet
            continue;
        if (!call || call->disturbed != before.disturbed || m_model->missingOf(*call) != before.missing) {
            m_valid = false;
            return true;
        }
        added.insert(added.end(), call->steps.begin() + std::ptrdiff_t(before.end), call->steps.end());
        m_seen[i].end = call->steps.size();
    }
    sortAndUnite(added);
    if (!added.empty() && added.front() <= m_last) {
        m_valid = false;
        return true;
    }
    for (const quint64 seq : added)
        append(seq);
    return !added.empty();
}

void LadderRows::takeAll()
{
    m_rows.clear();
    m_seen.clear();
    m_last = 0;
    m_missing = 0;
    std::vector<quint64> all;
    for (const CallId id : std::as_const(m_calls)) {
        m_seen.emplace_back();
        const LadderCall *call = m_model->call(id);
        if (!call)
            continue;
        const auto steps = m_model->stepsOf(*call);
        all.insert(all.end(), steps.begin(), steps.end());
        m_seen.back() = {call->steps.size(), m_model->missingOf(*call), call->disturbed};
        m_missing += m_seen.back().missing;
    }
    if (m_calls.size() > 1)
        sortAndUnite(all);
    for (const quint64 seq : all)
        append(seq);
}

void LadderRows::append(quint64 seq)
{
    m_last = seq;
    const LadderStep *step = m_model->step(seq);
    if (!step || !(m_kinds & bitOf(step->kind)))
        return;
    const LadderEnds ends = ladderEnds(*step);
    if (m_hidden.contains(ends.from) || m_hidden.contains(ends.to))
        return;
    LadderRow row{seq, step->time, 0, 0, step->kind, step->failed, ends};
    if (!m_rows.empty()) {
        const Microseconds passed = step->time - m_rows.back().time;
        row.gap = passed >= gapWorthAMark ? passed : 0;
        row.gaps = m_rows.back().gaps + (row.gap > 0 ? 1 : 0);
    }
    m_rows.push_back(row);
}

size_t LadderRows::rowAt(quint64 seq) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), seq,
                                     [](const LadderRow &row, quint64 wanted) { return row.seq < wanted; });
    return size_t(at - m_rows.begin());
}

bool LadderRows::refreshLanes(const World &world)
{
    std::vector<LadderLane> apps;
    std::vector<LadderLane> providers;
    for (const CallId id : std::as_const(m_calls)) {
        const LadderCall *call = m_model->call(id);
        if (!call)
            continue;
        for (const auto &[app, name] : call->apps)
            addLane(apps, {LadderLane::Kind::App, app.handle(), name, shortName(app)});
        const Provider *provider = world.provider(call->provider);
        if (provider)
            addLane(providers,
                    {LadderLane::Kind::Provider, provider->id.handle(), provider->name, shortName(provider->id)});
    }
    std::sort(apps.begin(), apps.end(), [](const LadderLane &a, const LadderLane &b) { return a.id < b.id; });
    std::vector<LadderLane> lanes = std::move(apps);
    if (!m_calls.isEmpty())
        lanes.push_back({LadderLane::Kind::Engine, engineLane, u"Linescope"_s, {}});
    lanes.insert(lanes.end(), providers.begin(), providers.end());
    const bool changed = lanes != m_lanes;
    m_lanes = std::move(lanes);
    return changed;
}

std::vector<LadderLane> LadderRows::shownLanes() const
{
    std::vector<LadderLane> shown;
    std::copy_if(m_lanes.begin(), m_lanes.end(), std::back_inserter(shown),
                 [this](const LadderLane &lane) { return !m_hidden.contains(lane.id); });
    return shown;
}

void LadderRows::refreshLives()
{
    m_lives.clear();
    for (const CallId id : std::as_const(m_calls)) {
        const LadderCall *call = m_model->call(id);
        if (!call)
            continue;
        for (const LadderHandle &handle : call->handles) {
            if (!m_hidden.contains(handle.app.handle()))
                m_lives.push_back({handle, call->idle, call->idleAtStart, 0, 1});
        }
    }
    std::stable_sort(m_lives.begin(), m_lives.end(),
                     [](const LadderLife &a, const LadderLife &b) { return a.handle.born < b.handle.born; });
    assignSlots();
}

// Handles that live at the same time lie side by side; a place is taken again when its handle has gone.
void LadderRows::assignSlots()
{
    std::map<quint32, std::vector<quint64>> lanes; // per place: when it becomes free
    for (LadderLife &life : m_lives) {
        std::vector<quint64> &places = lanes[life.handle.app.handle()];
        const auto place = std::find_if(places.begin(), places.end(),
                                        [&](quint64 freeFrom) { return freeFrom <= life.handle.born; });
        life.slot = int(place - places.begin());
        if (place == places.end())
            places.emplace_back();
        places[size_t(life.slot)] = life.handle.gone == 0 ? ~quint64(0) : life.handle.gone;
    }
    for (LadderLife &life : m_lives)
        life.slots = int(lanes[life.handle.app.handle()].size());
}

} // namespace Linescope
