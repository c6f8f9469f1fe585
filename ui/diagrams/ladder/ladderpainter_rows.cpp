// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows themselves: arrows, bands across the lanes, marks at a lane.

#include "diagrams/ladder/ladderpainter.h"

#include "support/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace Linescope {

namespace {

constexpr double headLength = 9;
constexpr double headWidth = 4.5;
constexpr double gapAtBar = 7; // between an arrow's end and the middle of its lane

bool hasOpenHead(LadderKind kind) { return kind == LadderKind::Message || kind == LadderKind::Reply; }

// Colours of the word for a state, or of what else goes across.
StateStyle bandStyle(const LadderStep &step, const QPalette &palette)
{
    if (const auto *state = std::get_if<Events::CallState>(&step.payload))
        return stateStyle(state->state, palette);
    if (step.kind == LadderKind::Finding)
        return retainedStyle(palette);
    return {toneColor(Tone::Badge, palette), palette.color(QPalette::Text)};
}

} // namespace

QPen LadderPainter::pen(LadderKind kind, bool failed) const
{
    const QColor text = m_palette.color(QPalette::Text);
    const QColor link = toneColor(Tone::Link, m_palette);
    const QColor muted = toneColor(Tone::Muted, m_palette);
    QPen pen(text, 1.4);
    switch (kind) {
    case LadderKind::Result:
        pen = QPen(text, 1.3, Qt::DashLine);
        break;
    case LadderKind::Message:
        pen = QPen(link, 1.4);
        break;
    case LadderKind::Reply:
        pen = QPen(link, 1.3, Qt::DashLine);
        break;
    case LadderKind::Command:
        pen = QPen(text, 2.6);
        break;
    case LadderKind::Report:
        pen = QPen(muted, 1.8, Qt::DotLine);
        break;
    default:
        break;
    }
    if (failed)
        pen.setColor(toneColor(Tone::Bad, m_palette));
    return pen;
}

// From x1 to x2, the head at x2; what failed ends in a cross.
void LadderPainter::paintLine(LadderKind kind, bool failed, double x1, double x2, double y)
{
    const QPen linePen = pen(kind, failed);
    const double back = x2 > x1 ? -1 : 1;
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(linePen);
    m_painter->drawLine(QPointF(x1, y), QPointF(x2 + back * (hasOpenHead(kind) || failed ? 1 : headLength - 1), y));
    m_painter->setPen(QPen(linePen.color(), failed ? 2 : 1.4));
    const double tail = x2 + back * headLength;
    if (failed) {
        m_painter->drawLine(QPointF(x2, y - headWidth), QPointF(tail, y + headWidth));
        m_painter->drawLine(QPointF(x2, y + headWidth), QPointF(tail, y - headWidth));
        return;
    }
    const std::array head{QPointF(tail, y - headWidth), QPointF(x2, y), QPointF(tail, y + headWidth)};
    if (hasOpenHead(kind)) {
        m_painter->drawPolyline(head.data(), int(head.size()));
    } else {
        m_painter->setBrush(linePen.color());
        m_painter->drawPolygon(head.data(), int(head.size()));
    }
}

void LadderPainter::paintArrow(const LadderRow &row, const QString &text, double top)
{
    double x1 = m_geo.laneX(row.ends.from);
    double x2 = m_geo.laneX(row.ends.to);
    const double way = x2 > x1 ? 1 : -1;
    x1 += way * gapAtBar;
    x2 -= way * gapAtBar;
    const double y = top + m_geo.rowHeight() - 5.5;
    const QRectF label = visiblePart(QRectF(std::min(x1, x2) + 6, top + 1, std::abs(x2 - x1) - 12, m_metrics.height()));
    const QColor color = row.failed ? toneColor(Tone::Bad, m_palette) : m_palette.color(QPalette::Text);
    paintText(label, Qt::AlignCenter, row.failed ? u"✕ "_s + text : text, color, true);
    paintLine(row.kind, row.failed, x1, x2, y);
}

void LadderPainter::paintBand(const LadderStep &step, const QString &text, double top)
{
    const StateStyle style = bandStyle(step, m_palette);
    const bool isFinding = step.kind == LadderKind::Finding;
    const QRectF band(m_geo.timeWidth(), top + 3, right() - m_geo.timeWidth(), m_geo.rowHeight() - 6);
    QColor tint = style.background;
    tint.setAlpha(isDark(m_palette) ? 50 : 34);
    m_painter->fillRect(band, tint);
    const QRectF part = visiblePart(band);
    const QString shown = m_metrics.elidedText(isFinding ? u"▲ "_s + text : text, Qt::ElideRight, part.width() - 30);
    const double width = m_metrics.horizontalAdvance(shown) + 22;
    const QRectF pill(part.center().x() - width / 2, band.top(), width, band.height());
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(style.background);
    m_painter->drawRoundedRect(pill, band.height() / 2, band.height() / 2);
    m_painter->setPen(style.text);
    m_painter->drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

// The birth of a handle is a dot, its end a cross; other things have a small square.
void LadderPainter::paintAtLane(const LadderRow &row, const LadderStep &step, const QString &text, double top)
{
    double x = m_geo.laneX(row.ends.from);
    const bool ends = std::holds_alternative<Events::HandleVoided>(step.payload);
    const bool begins = std::holds_alternative<Events::HandleCreated>(step.payload);
    double clear = x;
    for (const LadderLife &life : m_rows.lives()) {
        if (life.handle.app.handle() != row.ends.from)
            continue;
        clear = std::max(clear, barX(life));
        if (life.handle.born == row.seq || life.handle.gone == row.seq)
            x = barX(life);
    }
    const double y = top + m_geo.rowHeight() / 2;
    const QColor color = m_palette.color(QPalette::Text);
    const QColor ground = m_palette.color(QPalette::Base);
    m_painter->setPen(QPen(color, 2));
    m_painter->setBrush(ground);
    if (ends) {
        m_painter->drawLine(QPointF(x - 6, y - 6), QPointF(x + 6, y + 6));
        m_painter->drawLine(QPointF(x - 6, y + 6), QPointF(x + 6, y - 6));
    } else if (begins) {
        m_painter->drawEllipse(QPointF(x, y), 4.5, 4.5);
    } else {
        m_painter->drawRect(QRectF(x - 3.5, y - 3.5, 7, 7));
    }
    const QRectF label(clear + 14, top, m_geo.laneGap() - (clear - m_geo.laneX(row.ends.from)) - 26, m_geo.rowHeight());
    paintText(label, Qt::AlignLeft | Qt::AlignVCenter, text, color, true);
}

} // namespace Linescope
