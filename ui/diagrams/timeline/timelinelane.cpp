// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinelane.h"

#include <algorithm>

namespace Linescope {

namespace {

auto firstNotBefore(const std::vector<TimelineBlock> &blocks, Microseconds begin)
{
    return std::lower_bound(blocks.begin(), blocks.end(), begin,
                            [](const TimelineBlock &block, Microseconds time) { return block.begin < time; });
}

} // namespace

std::vector<TimelineLane::Place>::const_iterator TimelineLane::placeOf(CallId call) const
{
    const auto it = std::lower_bound(m_places.begin(), m_places.end(), call,
                                     [](const Place &place, CallId id) { return place.call < id; });
    return it != m_places.end() && it->call == call ? it : m_places.end();
}

TimelineBlock *TimelineLane::find(const Place &place)
{
    std::vector<TimelineBlock> &blocks = m_rows[place.row].blocks;
    for (auto it = firstNotBefore(blocks, place.begin); it != blocks.end() && it->begin == place.begin; ++it) {
        if (it->call == place.call)
            return &blocks[size_t(it - blocks.begin())];
    }
    return nullptr;
}

int TimelineLane::rowOf(CallId call) const
{
    const auto place = placeOf(call);
    return place == m_places.end() ? -1 : int(place->row);
}

const TimelineBlock *TimelineLane::block(CallId call) const
{
    const auto place = placeOf(call);
    return place == m_places.end() ? nullptr : const_cast<TimelineLane *>(this)->find(*place);
}

bool TimelineLane::hasAnythingIn(Microseconds begin, Microseconds end) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const TimelineRow &row) {
        const auto after = firstNotBefore(row.blocks, end);
        return after != row.blocks.begin() && std::prev(after)->end >= begin;
    });
}

Microseconds TimelineLane::earliest() const
{
    Microseconds earliest = Forever;
    for (const TimelineRow &row : m_rows) {
        if (!row.blocks.empty())
            earliest = std::min(earliest, row.blocks.front().begin);
    }
    return earliest;
}

void TimelineLane::put(const TimelineBlock &block)
{
    m_changed = true;
    const auto place = placeOf(block.call);
    if (place == m_places.end())
        return insert(block);
    TimelineRow &row = m_rows[place->row];
    TimelineBlock *known = find(*place);
    const bool isLast = known == &row.blocks.back();
    if (block.begin != known->begin || (block.end > known->end && !isLast)) {
        remove(block.call); // it needs more room than it has: another row
        settle();
        return insert(block);
    }
    if (isLast && block.end != Forever)
        m_ends.push({block.end, place->row});
    row.changed = row.changed || block.tracks != known->tracks;
    *known = block;
}

void TimelineLane::insert(const TimelineBlock &block)
{
    const quint32 index = rowFor(block);
    TimelineRow &row = m_rows[index];
    const auto next = block.begin >= m_latest ? std::as_const(row.blocks).end()
                                              : firstNotBefore(row.blocks, block.begin);
    const bool isLast = next == row.blocks.end();
    row.blocks.insert(next, block);
    row.changed = true;
    m_changed = true;
    m_latest = std::max(m_latest, block.begin);
    if (isLast && block.end != Forever)
        m_ends.push({block.end, index});
    const auto place = std::lower_bound(m_places.begin(), m_places.end(), block.call,
                                        [](const Place &p, CallId id) { return p.call < id; });
    m_places.insert(place, {block.call, index, block.begin});
}

bool TimelineLane::fits(const TimelineRow &row, const TimelineBlock &block) const
{
    const auto after = firstNotBefore(row.blocks, block.begin);
    return (after == row.blocks.end() || after->begin >= block.end)
        && (after == row.blocks.begin() || std::prev(after)->end <= block.begin);
}

// Nearly all calls come in the order of time; the topmost row that has ended takes them.
quint32 TimelineLane::rowFor(const TimelineBlock &block)
{
    if (block.begin >= m_latest)
        return freeRow(block.begin);
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const TimelineRow &r) { return fits(r, block); });
    if (row != m_rows.end())
        return quint32(row - m_rows.begin());
    m_rows.emplace_back();
    return quint32(m_rows.size() - 1);
}

quint32 TimelineLane::freeRow(Microseconds time)
{
    for (; !m_ends.empty() && m_ends.top().time <= time; m_ends.pop())
        m_free.insert(m_ends.top().row);
    while (!m_free.empty()) {
        const quint32 row = *m_free.begin();
        m_free.erase(m_free.begin());
        if (row < m_rows.size() && (m_rows[row].blocks.empty() || m_rows[row].blocks.back().end <= time))
            return row;
    }
    m_rows.emplace_back();
    return quint32(m_rows.size() - 1);
}

void TimelineLane::remove(CallId call)
{
    const auto place = placeOf(call);
    if (place == m_places.end())
        return;
    TimelineRow &row = m_rows[place->row];
    find(*place)->call = {};
    row.changed = true;
    m_changed = true;
    m_places.erase(place);
}

void TimelineLane::settle()
{
    if (!std::exchange(m_changed, false))
        return;
    bool gaps = false;
    m_tracks = 0;
    for (TimelineRow &row : m_rows) {
        if (std::exchange(row.changed, false)) {
            std::erase_if(row.blocks, [](const TimelineBlock &block) { return block.call.isNull(); });
            row.tracks = 0;
            for (const TimelineBlock &block : row.blocks)
                row.tracks = std::max(row.tracks, block.tracks);
        }
        gaps = gaps || row.blocks.empty();
        m_tracks += row.tracks;
    }
    if (gaps)
        closeGaps();
}

void TimelineLane::closeGaps()
{
    std::erase_if(m_rows, [](const TimelineRow &row) { return row.blocks.empty(); });
    m_places.clear();
    m_ends = {};
    m_free.clear();
    for (quint32 i = 0; i < m_rows.size(); ++i) {
        for (const TimelineBlock &block : m_rows[i].blocks)
            m_places.push_back({block.call, i, block.begin});
        if (m_rows[i].blocks.back().end != Forever)
            m_ends.push({m_rows[i].blocks.back().end, i});
    }
    std::sort(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) { return a.call < b.call; });
}

} // namespace Linescope
