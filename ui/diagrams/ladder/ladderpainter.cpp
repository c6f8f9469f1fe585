// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladderpainter.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace Linescope {

namespace {

struct LadderWords {
    Q_DECLARE_TR_FUNCTIONS(Linescope::LadderWords)
};

constexpr double barWidth = 8;
constexpr double barStep = 11;

QString kindOfLane(const LadderLane &lane)
{
    switch (lane.kind) {
    case LadderLane::Kind::App:
        return LadderWords::tr("%1, application").arg(lane.tag);
    case LadderLane::Kind::Provider:
        return LadderWords::tr("%1, provider").arg(lane.tag);
    case LadderLane::Kind::Engine:
        break;
    }
    return LadderWords::tr("engine");
}

void paintBar(QPainter *painter, const QRectF &bar, const QColor &color, bool retained, const QColor &ground)
{
    painter->setPen(QPen(color, 1.2));
    painter->setBrush(retained ? ground : color);
    painter->drawRect(bar);
    if (!retained)
        return;
    painter->setBrush(QBrush(color, Qt::BDiagPattern));
    painter->drawRect(bar);
}

} // namespace

LadderPainter::LadderPainter(QPainter *painter, const LadderRows &rows, const LadderGeometry &geometry,
                             const QPalette &palette)
    : m_painter(painter)
    , m_rows(rows)
    , m_geo(geometry)
    , m_palette(palette)
    , m_metrics(geometry.metrics())
{
    painter->setLayoutDirection(Qt::LeftToRight); // from application to provider, whatever the language
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(geometry.font());
}

double LadderPainter::y(quint64 seq) const
{
    const size_t row = m_rows.rowAt(seq);
    return m_geo.top(m_rows, row) + m_geo.rowHeight() / 2;
}

// The whole where too little of it can be seen.
QRectF LadderPainter::visiblePart(const QRectF &rect) const
{
    const double left = std::max(rect.left(), m_left + 6);
    const double right = std::min(rect.right(), m_right - 6);
    return right - left < 60 ? rect : QRectF(left, rect.top(), right - left, rect.height());
}

double LadderPainter::barX(const LadderLife &life) const
{
    const double step = std::min(barStep, (m_geo.laneGap() - 2 * barWidth) / life.slots);
    return m_geo.laneX(life.handle.app.handle()) + (life.slot - (life.slots - 1) / 2.0) * step;
}

void LadderPainter::paintContent(double from, double to)
{
    m_painter->fillRect(QRectF(0, from, m_geo.width(), to - from), m_palette.base());
    paintLifelines(from, to);
    if (from < m_geo.rowHeight())
        paintMissing();
    const size_t count = m_rows.rows().size();
    for (size_t i = m_geo.rowAt(m_rows, from); i < count && m_geo.top(m_rows, i) - m_geo.gapHeight() < to; ++i)
        paintRow(i);
}

void LadderPainter::paintMissing()
{
    if (m_rows.missing() == 0)
        return;
    const QRectF rect(m_geo.timeWidth(), 0, right() - m_geo.timeWidth(), m_geo.rowHeight());
    paintText(visiblePart(rect), Qt::AlignCenter,
              LadderWords::tr("%n older step(s) are not kept any more", nullptr,
                              int(std::min<quint64>(m_rows.missing(), INT_MAX))),
              toneColor(Tone::Muted, m_palette), true);
}

void LadderPainter::paintLifelines(double from, double to)
{
    m_painter->setPen(QPen(toneColor(Tone::CardBorder, m_palette), 1, Qt::DashLine));
    for (const LadderLane &lane : m_geo.lanes()) {
        const double x = m_geo.laneX(lane.id);
        m_painter->drawLine(QPointF(x, from), QPointF(x, to));
    }
    for (const LadderLife &life : m_rows.lives())
        paintLife(life, from, to);
}

// A bar from birth to end, hatched from IDLE on. It ends where its last step is, or goes on to the end of the ladder.
void LadderPainter::paintLife(const LadderLife &life, double from, double to)
{
    const quint64 first = m_rows.rows().empty() ? 0 : m_rows.rows().front().seq;
    if (life.handle.gone != 0 && life.handle.gone < first) // its end is not kept any more
        return;
    const double begin = life.handle.born < first ? 0 : y(life.handle.born);
    const double end = life.handle.gone == 0 ? std::max(m_geo.height(), to) : y(life.handle.gone);
    double idle = end;
    if (life.idleAtStart || (life.idle != 0 && life.idle < life.handle.born))
        idle = begin;
    else if (life.idle != 0)
        idle = life.idle < first ? begin : std::min(end, y(life.idle));
    const QColor live = toneColor(Tone::Link, m_palette);
    const QColor retained = toneColor(Tone::Attention, m_palette);
    const double left = barX(life) - barWidth / 2;
    // Clipped by hand: a bar may be much longer than what a painter draws well.
    const auto part = [&](double top, double bottom, const QColor &color, bool hatched) {
        const double upper = std::max(top, from - 20);
        const double lower = std::min(bottom, to + 20);
        if (lower > upper)
            paintBar(m_painter, QRectF(left, upper, barWidth, lower - upper), color, hatched,
                     m_palette.color(QPalette::Base));
    };
    part(begin, idle, live, false);
    part(idle, end, retained, true);
}

void LadderPainter::paintRow(size_t index)
{
    const LadderRow &row = m_rows.rows()[index];
    const LadderStep *step = m_rows.step(row);
    if (!step)
        return;
    const double top = m_geo.top(m_rows, index);
    if (row.gap > 0)
        paintGap(row, top - m_geo.gapHeight());
    m_isCurrent = row.seq == m_current;
    if (m_isCurrent) {
        QColor color = m_palette.color(QPalette::Highlight);
        m_painter->fillRect(QRectF(0, top, 4, m_geo.rowHeight()), color);
        color.setAlpha(45);
        m_painter->fillRect(QRectF(4, top, m_geo.width() - 4, m_geo.rowHeight()), color);
    }
    const QString text = visibleText(ladderText(*step), 300);
    if (row.ends.isAcross())
        paintBand(*step, text, top);
    else if (row.ends.isArrow())
        paintArrow(row, text, top);
    else
        paintAtLane(row, *step, text, top);
}

void LadderPainter::paintGap(const LadderRow &row, double top)
{
    const QRectF rect(m_geo.timeWidth(), top, right() - m_geo.timeWidth(), m_geo.gapHeight());
    QColor ground = toneColor(Tone::Badge, m_palette);
    ground.setAlpha(70);
    m_painter->fillRect(rect.adjusted(0, 3, 0, -3), ground);
    paintText(visiblePart(rect), Qt::AlignCenter, u"···  "_s + durationText(row.gap) + u"  ···"_s,
              toneColor(Tone::Muted, m_palette), false);
}

void LadderPainter::paintText(const QRectF &rect, int flags, const QString &text, const QColor &color, bool onGround)
{
    const QString shown = m_metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (onGround && !m_isCurrent) {
        QColor ground = m_palette.color(QPalette::Base);
        ground.setAlpha(215);
        const QRectF used = m_metrics.boundingRect(rect, flags | Qt::TextSingleLine, shown);
        m_painter->fillRect(used.adjusted(-3, 0, 3, 0), ground);
    }
    m_painter->setPen(color);
    m_painter->drawText(rect, flags | Qt::TextSingleLine, shown);
}

// ---- what stays on screen ----

void LadderPainter::paintTimes(double from, double to)
{
    m_painter->fillRect(QRectF(0, from, m_geo.timeWidth() - 6, to - from), m_palette.alternateBase());
    const size_t count = m_rows.rows().size();
    for (size_t i = m_geo.rowAt(m_rows, from); i < count && m_geo.top(m_rows, i) < to; ++i) {
        const LadderRow &row = m_rows.rows()[i];
        const double top = m_geo.top(m_rows, i);
        if (row.seq == m_current)
            m_painter->fillRect(QRectF(0, top, 4, m_geo.rowHeight()), m_palette.highlight());
        const QRectF rect(6, top, m_geo.timeWidth() - 18, m_geo.rowHeight());
        const bool same = i > 0 && m_rows.rows()[i - 1].time == row.time && top - m_geo.rowHeight() >= from;
        const QString text = same ? u"″"_s
            : m_absolute          ? timeText(row.time)
                                  : relativeTimeText(row.time - m_rows.beginning());
        paintText(rect, Qt::AlignRight | Qt::AlignVCenter, text, toneColor(Tone::Muted, m_palette), false);
    }
}

void LadderPainter::paintHeads()
{
    const QRectF strip(0, 0, m_geo.width(), m_geo.headHeight());
    m_painter->fillRect(strip, m_palette.window());
    m_painter->setPen(QPen(toneColor(Tone::CardBorder, m_palette), 1));
    m_painter->drawLine(strip.bottomLeft() - QPointF(0, 0.5), strip.bottomRight() - QPointF(0, 0.5));
    const double width = std::min(m_geo.laneGap() - 14, m_metrics.averageCharWidth() * 40);
    QFont bold = m_geo.font();
    bold.setBold(true);
    const QFontMetricsF boldMetrics(bold);
    for (const LadderLane &lane : m_geo.lanes()) {
        const QRectF box(m_geo.laneX(lane.id) - width / 2, 6, width, m_geo.headHeight() - 12);
        m_painter->setPen(QPen(toneColor(Tone::CardBorder, m_palette), 1));
        m_painter->setBrush(toneColor(Tone::Card, m_palette));
        m_painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const QRectF inside = box.adjusted(8, 3, -8, -3);
        m_painter->setFont(bold);
        m_painter->setPen(m_palette.color(QPalette::Text));
        m_painter->drawText(inside, Qt::AlignTop | Qt::AlignHCenter | Qt::TextSingleLine,
                            boldMetrics.elidedText(visibleText(lane.name, 100), Qt::ElideMiddle, inside.width()));
        m_painter->setFont(m_geo.font());
        paintText(inside, Qt::AlignBottom | Qt::AlignHCenter, kindOfLane(lane), toneColor(Tone::Muted, m_palette),
                  false);
    }
}

void LadderPainter::paintLegend(const QRectF &rect)
{
    m_painter->fillRect(rect, m_palette.window());
    m_painter->setPen(QPen(toneColor(Tone::CardBorder, m_palette), 1));
    m_painter->drawLine(rect.topLeft() + QPointF(0, 0.5), rect.topRight() + QPointF(0, 0.5));
    for (int part = 0; part < LadderGeometry::legendParts; ++part) {
        const QPointF place = rect.topLeft() + m_geo.legendPlace(part, rect.width());
        const double middle = place.y() + m_metrics.height() / 2;
        if (part < 6)
            paintLine(LadderKind(part), false, place.x(), place.x() + 34, middle);
        else if (part == 6)
            paintLine(LadderKind::Result, true, place.x(), place.x() + 34, middle);
        else
            paintBar(m_painter, QRectF(place.x() + 4, middle - barWidth / 2, 26, barWidth),
                     toneColor(part == 7 ? Tone::Link : Tone::Attention, m_palette), part == 8,
                     m_palette.color(QPalette::Base));
        m_painter->setPen(m_palette.color(QPalette::WindowText));
        m_painter->drawText(QPointF(place.x() + 40, place.y() + m_metrics.ascent()), ladderLegendText(part));
    }
}

} // namespace Linescope
