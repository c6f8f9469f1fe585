// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladderpainter.h"

#include "support/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Linescope {

namespace {

struct LadderLegend {
    Q_DECLARE_TR_FUNCTIONS(Linescope::LadderLegend)
};

constexpr double sampleWidth = 34;
constexpr double margin = 10;

} // namespace

void LadderGeometry::update(const LadderRows &rows, const QFont &font, double availableWidth)
{
    m_font = font;
    m_metrics = QFontMetricsF(font);
    m_lanes = rows.shownLanes();
    const double text = std::ceil(m_metrics.height());
    m_rowHeight = text + 13;
    m_gapHeight = text + 8;
    m_headHeight = 2 * text + 20;
    m_timeWidth = std::ceil(m_metrics.horizontalAdvance(u"00:00:00.000"_s)) + 22;
    m_firstTop = rows.missing() > 0 ? m_rowHeight : 4;
    const double count = std::max(1.0, double(m_lanes.size()));
    const double least = std::ceil(m_metrics.averageCharWidth() * 32);
    m_laneGap = std::max(least, std::floor((availableWidth - m_timeWidth) / count));
    m_width = m_timeWidth + m_laneGap * count;
    m_height = top(rows, rows.rows().size()) + 10;
}

double LadderGeometry::laneX(quint32 lane) const
{
    const auto at = std::find_if(m_lanes.begin(), m_lanes.end(),
                                 [lane](const LadderLane &known) { return known.id == lane; });
    return m_timeWidth + m_laneGap * (double(at - m_lanes.begin()) + 0.5);
}

double LadderGeometry::top(const LadderRows &rows, size_t row) const
{
    const auto &all = rows.rows();
    const quint32 gaps = all.empty() ? 0 : row < all.size() ? all[row].gaps : all.back().gaps;
    return m_firstTop + double(row) * m_rowHeight + gaps * m_gapHeight;
}

size_t LadderGeometry::rowAt(const LadderRows &rows, double y) const
{
    const auto &all = rows.rows();
    const auto beginsAbove = [&](const LadderRow &row) {
        return top(rows, size_t(&row - all.data())) - (row.gap > 0 ? m_gapHeight : 0) <= y;
    };
    const auto end = std::partition_point(all.begin(), all.end(), beginsAbove);
    return end == all.begin() ? 0 : size_t(end - all.begin()) - 1;
}

double LadderGeometry::legendHeight(double width) const
{
    return legendPlace(legendParts - 1, width).y() + m_metrics.height() + 8;
}

QPointF LadderGeometry::legendPlace(int part, double width) const
{
    QPointF place(margin, 5);
    for (int i = 0; i <= part; ++i) {
        const double needed = sampleWidth + 6 + m_metrics.horizontalAdvance(ladderLegendText(i)) + 18;
        if (place.x() > margin && place.x() + needed > width)
            place = QPointF(margin, place.y() + m_metrics.height() + 4);
        if (i == part)
            break;
        place.rx() += needed;
    }
    return place;
}

QString ladderLegendText(int part)
{
    switch (part) {
    case 0:
        return LadderLegend::tr("Request");
    case 1:
        return LadderLegend::tr("Result");
    case 2:
        return LadderLegend::tr("Message");
    case 3:
        return LadderLegend::tr("Reply");
    case 4:
        return LadderLegend::tr("Command");
    case 5:
        return LadderLegend::tr("Report");
    case 6:
        return LadderLegend::tr("Failure");
    case 7:
        return LadderLegend::tr("Live handle");
    default:
        return LadderLegend::tr("Retained handle");
    }
}

} // namespace Linescope
