// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinelayout.h"

#include <QFontMetrics>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int maxHeight = 1 << 30; // of all lanes: the range of a scroll bar

} // namespace

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.82);
    return small;
}

TimelineMetrics TimelineMetrics::of(const QFont &font, int width)
{
    const QFontMetrics normal(font);
    const QFontMetrics small(smallFont(font));
    TimelineMetrics metrics;
    metrics.text = normal.height();
    metrics.bar = normal.height() + 2;
    metrics.track = small.height();
    metrics.mark = std::max(9, small.height() - 2) | 1; // with a middle
    metrics.head = std::min(normal.averageCharWidth() * 28, width / 3);
    metrics.axis = 2 * normal.height() + 6;
    return metrics;
}

int TimelineLayout::heightOf(const TimelineLane &lane) const
{
    const qint64 bars = qint64(lane.rows().size()) * (m_metrics.bar + m_metrics.rowGap)
        + qint64(lane.tracks()) * (m_metrics.track + m_metrics.gap);
    const int least = (lane.isEmpty() ? 1 : 2) * m_metrics.text;
    return int(std::min<qint64>(std::max<qint64>(bars, least), maxHeight)) + 2 * m_metrics.pad;
}

void TimelineLayout::arrange(const TimelineView &view)
{
    m_lanes.clear();
    m_tops.assign(1, 0);
    for (const TimelineLane *lane : m_model->all()) {
        if (m_quietHidden && !lane->hasAnythingIn(view.scale.left(), std::min(view.scale.right(), view.now)))
            continue;
        const int height = heightOf(*lane);
        if (m_tops.back() > maxHeight - height)
            break;
        m_lanes.push_back(lane);
        m_tops.push_back(m_tops.back() + height);
    }
}

size_t TimelineLayout::laneAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return size_t(std::max<qptrdiff>(0, after - m_tops.begin() - 1));
}

int TimelineLayout::indexOf(quint32 key) const
{
    const auto it = std::find_if(m_lanes.begin(), m_lanes.end(),
                                 [key](const TimelineLane *lane) { return lane->key() == key; });
    return it == m_lanes.end() ? -1 : int(it - m_lanes.begin());
}

std::pair<int, int> TimelineLayout::spanOf(quint32 key, CallId call) const
{
    const int index = indexOf(key);
    if (index < 0)
        return {0, 0};
    const TimelineLane &lane = *m_lanes[size_t(index)];
    if (call.isNull())
        return {top(size_t(index)), std::min(height(size_t(index)), 2 * m_metrics.text)};
    const int row = lane.rowOf(call);
    if (row < 0)
        return {0, 0};
    int y = top(size_t(index)) + m_metrics.pad;
    for (int i = 0; i < row; ++i)
        y += m_metrics.rowHeight(lane.rows()[size_t(i)]);
    return {y, m_metrics.rowHeight(lane.rows()[size_t(row)])};
}

std::vector<TimelinePart> TimelineLayout::parts(const TimelineView &view) const
{
    std::vector<TimelinePart> parts;
    for (size_t i = laneAt(view.scroll); i < m_lanes.size(); ++i) {
        const int laneTop = m_metrics.axis + top(i) - view.scroll;
        if (laneTop >= view.height)
            break;
        const TimelineLane &lane = *m_lanes[i];
        TimelinePart head;
        head.lane = lane.key();
        head.position = quint32(i);
        const int visibleTop = std::max(laneTop, m_metrics.axis);
        head.rect = QRect(0, visibleTop, m_metrics.head, std::min(laneTop + height(i), view.height) - visibleTop);
        parts.push_back(head);
        addMoments(view, i, laneTop, parts);
        int y = laneTop + m_metrics.pad;
        for (const TimelineRow &row : lane.rows()) {
            const int rowHeight = m_metrics.rowHeight(row);
            if (y + rowHeight > m_metrics.axis)
                addRow(view, lane, row, y, parts);
            y += rowHeight;
            if (y >= view.height)
                break;
        }
    }
    return parts;
}

void TimelineLayout::addMoments(const TimelineView &view, size_t lane, int top, std::vector<TimelinePart> &parts) const
{
    const auto &moments = m_model->moments(m_lanes[lane]->key());
    for (size_t i = 0; i < moments.size(); ++i) {
        if (moments[i].time < view.scale.left() || moments[i].time > view.scale.right())
            continue;
        const int x = view.scale.pixelOf(moments[i].time);
        if (i > 0 && moments[i - 1].kind == moments[i].kind && x - view.scale.pixelOf(moments[i - 1].time) < 3)
            continue; // one sign for both
        TimelinePart part;
        part.kind = TimelinePart::Kind::Moment;
        part.lane = m_lanes[lane]->key();
        part.position = quint32(lane);
        part.index = quint32(i);
        part.rect = QRect(x - m_metrics.mark / 2, std::max(top, m_metrics.axis), m_metrics.mark, m_metrics.mark);
        parts.push_back(part);
    }
}

// What is less than a pixel wide and falls on a pixel that is taken is left out.
void TimelineLayout::addRow(const TimelineView &view, const TimelineLane &lane, const TimelineRow &row, int y,
                            std::vector<TimelinePart> &parts) const
{
    const auto endsBefore = [](Microseconds time) { return [time](const TimelineBlock &b) { return b.end < time; }; };
    const auto &blocks = row.blocks;
    auto it = std::partition_point(blocks.begin(), blocks.end(), endsBefore(view.scale.left()));
    for (; it != blocks.end() && it->begin <= view.scale.right();) {
        const TimelineBlock &block = *it++;
        const int x = view.scale.pixelOf(block.begin);
        if (view.scale.pixelOf(std::min(block.end, view.now)) <= x)
            it = std::partition_point(it, blocks.end(), endsBefore(view.scale.timeAt(x + 1)));
        const int room = it == blocks.end() ? view.scale.x() + view.scale.width() : view.scale.pixelOf(it->begin);
        addBlock(view, lane, block, y, room, parts);
    }
}

void TimelineLayout::addBlock(const TimelineView &view, const TimelineLane &lane, const TimelineBlock &block, int y,
                              int room, std::vector<TimelinePart> &parts) const
{
    const CallRecord *record = m_model->history().record(block.call);
    if (!record)
        return;
    const auto span = [&](Microseconds begin, Microseconds end, int top, int height) {
        const int x = view.scale.pixelOf(begin);
        return QRect(x, top, std::max(1, view.scale.pixelOf(std::min(end, view.now)) - x), height);
    };
    TimelinePart part;
    part.kind = TimelinePart::Kind::Call;
    part.lane = lane.key();
    part.call = block.call;
    part.room = room;
    part.rect = span(block.begin, block.end, y, m_metrics.bar);
    parts.push_back(part);
    if (part.rect.width() < 2 && block.end != Forever)
        return;
    part.kind = TimelinePart::Kind::Handle;
    const TimelineModel::Tracks tracks = m_model->tracksOf(*record, lane);
    std::array<size_t, CallHistory::MaxHolders> last; // of each track, in parts
    last.fill(SIZE_MAX);
    for (size_t i = 0; i < record->holders.size(); ++i) {
        const CallHolder &holder = record->holders[i];
        const Microseconds end = holder.until == 0 ? Forever : holder.until;
        if (!m_model->isShown(holder, lane) || end < view.scale.left() || holder.since > view.scale.right())
            continue;
        const int top = y + m_metrics.bar + m_metrics.gap + tracks.of[i] * (m_metrics.track + m_metrics.gap);
        part.handle = holder.handle;
        part.index = quint32(i);
        part.rect = span(holder.since, end, top, m_metrics.track);
        size_t &previous = last[tracks.of[i]];
        if (previous != SIZE_MAX)
            parts[previous].room = part.rect.left();
        previous = parts.size();
        parts.push_back(part);
    }
}

} // namespace Linescope
