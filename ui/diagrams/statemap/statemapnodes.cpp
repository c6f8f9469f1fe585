// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The nodes of a state map, what stands beside them, and the legend.

#include "diagrams/statemap/statemappainter.h"

#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::StateMap)
};

constexpr double Radius = 6;

} // namespace

// ONHOLDPENDCONF and ONHOLDPENDTRANSFER take two lines where one is too short.
QStringList StateMapPainter::wordsOf(CallState state) const
{
    const QString word = stateText(state);
    const QString first = stateText(CallState::OnHold);
    const double room = m_layout.node(state).width() - 8;
    if (!word.startsWith(first) || word == first || QFontMetricsF(m_wordFont).horizontalAdvance(word) <= room)
        return {word};
    return {first, word.mid(first.size())};
}

void StateMapPainter::paintNode(QPainter *painter, const StateMapNode &node) const
{
    const QRectF rect = m_layout.node(node.state);
    const QStringList words = wordsOf(node.state);
    const double line = QFontMetricsF(m_wordFont).height();
    const double spare = std::max(0.0, rect.height() - line * (double(words.size()) + 1.1));
    const QRectF header(rect.topLeft(), QSizeF(rect.width(), line * double(words.size()) + std::min(6.0, spare * 0.3)));

    const QColor ground = toneColor(Tone::Card, m_palette);
    const QColor color = stateStyle(node.state, m_palette).background;
    QPen border(node.count > 0 ? color : toneColor(Tone::CardBorder, m_palette), node.count > 0 ? 1.6 : 1);
    if (node.state == CallState::Unknown)
        border.setStyle(Qt::DashLine);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, Radius, Radius);
    if (node.count > 0) {
        QPainterPath shape;
        shape.addRoundedRect(rect, Radius, Radius);
        painter->save();
        painter->setClipPath(shape);
        painter->fillRect(header, color);
        painter->restore();
    }
    painter->setPen(border);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect, Radius, Radius);
    paintHeader(painter, node, header);
    paintCount(painter, node, QRectF(header.bottomLeft(), rect.bottomRight()));
}

void StateMapPainter::paintHeader(QPainter *painter, const StateMapNode &node, const QRectF &header) const
{
    painter->setFont(m_wordFont);
    painter->setPen(node.count > 0 ? stateStyle(node.state, m_palette).text : toneColor(Tone::Muted, m_palette));
    painter->drawText(header, Qt::AlignCenter, wordsOf(node.state).join(u'\n'));
}

void StateMapPainter::paintCount(QPainter *painter, const StateMapNode &node, const QRectF &body) const
{
    QFont font = m_wordFont;
    const double largest = QFontMetricsF(m_font).height() * 1.5;
    font.setPixelSize(std::max(6, int(std::min(body.height() * 0.72, largest))));
    font.setBold(node.count > 0);
    const QString text = QLocale().toString(node.count);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    const double glyph = std::min(body.height() * 0.66, largest * 0.95);
    const double gap = glyph * 0.45;
    const double left = body.center().x() - (glyph + gap + width) / 2;
    const QColor color = node.count > 0 ? stateStyle(node.state, m_palette).background
                                        : toneColor(Tone::Muted, m_palette);
    drawStateShape(painter, node.state, {left, body.center().y() - glyph / 2, glyph, glyph}, color);
    painter->setFont(font);
    painter->setPen(node.count > 0 ? m_palette.color(QPalette::Text) : toneColor(Tone::Muted, m_palette));
    painter->drawText(QRectF(left + glyph + gap, body.top(), width + 2, body.height()), Qt::AlignVCenter, text);
}

// A ring round each state that the selected call went through, and a tag below: which step, how long.
void StateMapPainter::paintVisits(QPainter *painter, const StateMapNode &node) const
{
    if (node.visits.isEmpty())
        return;
    const QColor color = m_palette.color(QPalette::Highlight);
    const QRectF rect = m_layout.node(node.state);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, node.isLast ? 3 : 1.8));
    painter->drawRoundedRect(rect.adjusted(-2, -2, 2, 2), Radius + 2, Radius + 2);
    const QFontMetricsF metrics(m_smallFont);
    const QSizeF size(metrics.horizontalAdvance(node.visits) + 12, metrics.height() + 2);
    QRectF tag(rect.center().x() - size.width() / 2, rect.bottom() - 1, size.width(), size.height());
    tag.moveLeft(std::clamp(tag.left(), 1.0, std::max(1.0, m_sheet.width() - tag.width() - 1)));
    tag.moveBottom(std::min(tag.bottom(), m_sheet.height() - 1));
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter->setPen(m_palette.color(QPalette::HighlightedText));
    painter->setFont(m_smallFont);
    painter->drawText(tag, Qt::AlignCenter, node.visits);
}

void StateMapPainter::paintBeginnings(QPainter *painter) const
{
    const double line = QFontMetricsF(m_smallFont).height();
    painter->setFont(m_smallFont);
    painter->setPen(toneColor(Tone::Muted, m_palette));
    const auto caption = [&](CallState above, const QString &text) {
        const QRectF rect = m_layout.node(above);
        painter->drawText(QRectF(rect.left(), rect.top() - line - 3, rect.width(), line), Qt::AlignLeft, text);
    };
    caption(CallState::Offering, Words::tr("Inbound", "calls"));
    caption(CallState::DialTone, Words::tr("Outbound", "calls"));
}

// Only where there is room for it.
void StateMapPainter::paintLegend(QPainter *painter) const
{
    struct Line {
        StateMapArrow::Look look;
        bool onPath;
        QString text;
    };
    using Look = StateMapArrow::Look;
    const Line lines[] = {
        {Look::Flowing, false, Words::tr("usual way, calls in the last minute")},
        {Look::Unusual, false, Words::tr("unusual, how often")},
        {Look::Forbidden, false, Words::tr("forbidden, how often")},
        {Look::Flowing, true, Words::tr("way of the selected call")},
    };
    const QFontMetricsF metrics(m_smallFont);
    const double lineHeight = metrics.height() * 1.35;
    constexpr double sample = 26;
    double width = 0;
    for (const Line &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line.text) + sample + 8);
    const QRectF area = m_layout.freeArea();
    if (width > area.width() || lineHeight * double(std::size(lines)) > area.height())
        return;
    double y = area.top();
    for (const Line &line : lines) {
        StateMapArrow arrow;
        arrow.look = line.look;
        arrow.onPath = line.onPath;
        const double middle = y + lineHeight / 2;
        const double left = area.right() - width;
        QPen pen(colorOf(arrow), 2.4);
        if (line.look == Look::Unusual)
            pen.setDashPattern({4, 2.5});
        painter->setPen(pen);
        painter->drawLine(QPointF(left, middle), QPointF(left + sample, middle));
        painter->setPen(toneColor(Tone::Muted, m_palette));
        painter->setFont(m_smallFont);
        painter->drawText(QRectF(left + sample + 8, y, width, lineHeight), Qt::AlignVCenter, line.text);
        y += lineHeight;
    }
}

} // namespace Linescope
