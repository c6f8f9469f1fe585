// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/statemap/statemappainter.h"

#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::StateMap)
};

using Look = StateMapArrow::Look;

constexpr double LeastFont = 0.68; // of the application's: for names of states
constexpr double Padding = 5;

QFont scaled(QFont font, double factor)
{
    font.setPixelSize(std::max(6, int(QFontMetricsF(font).height() * 0.86 * factor)));
    return font;
}

double longestWord(const QFont &font)
{
    const QFontMetricsF metrics(font);
    return std::max(metrics.horizontalAdvance(QStringLiteral("PENDTRANSFER")),
                    metrics.horizontalAdvance(stateText(CallState::Disconnected)));
}

QSizeF largestNode(const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {longestWord(font) * 1.9, metrics.height() * 5.6};
}

// The largest that fits the nodes, within limits.
QFont wordFontFor(const QFont &font, const QSizeF &node)
{
    const double byWidth = (node.width() - 2 * Padding) / longestWord(font);
    const double byHeight = node.height() / (QFontMetricsF(font).height() * 3.2);
    QFont result = scaled(font, std::clamp(std::min(byWidth, byHeight), LeastFont, 1.2));
    QFont bold = result;
    bold.setBold(true);
    return longestWord(bold) + 2 * Padding < node.width() ? bold : result;
}

void paintHead(QPainter *painter, const QPointF &tip, const QPointF &direction, double size)
{
    const QPointF aside(-direction.y(), direction.x());
    const QPointF base = tip - direction * size;
    const QPolygonF head{{tip, base + aside * size * 0.5, base - aside * size * 0.5}};
    painter->drawPolygon(head);
}

void paintSign(QPainter *painter, const QRectF &box, Look look, const QColor &color, const QColor &ground)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    if (look == Look::Forbidden) { // no entry
        painter->drawEllipse(box);
        painter->setBrush(ground);
        painter->drawRect(QRectF(box.left() + box.width() * 0.2, box.center().y() - box.height() * 0.11,
                                 box.width() * 0.6, box.height() * 0.22));
        return;
    }
    painter->drawPolygon(QPolygonF{{QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}});
    painter->setBrush(ground);
    painter->drawRect(QRectF(box.center().x() - box.width() * 0.06, box.top() + box.height() * 0.35, box.width() * 0.12,
                             box.height() * 0.3));
    painter->drawRect(QRectF(box.center().x() - box.width() * 0.06, box.top() + box.height() * 0.75, box.width() * 0.12,
                             box.height() * 0.12));
}

} // namespace

StateMapPainter::StateMapPainter(const StateMapScene &scene, const QSizeF &sheet, const QFont &font,
                                 const QPalette &palette)
    : m_scene(scene)
    , m_sheet(sheet)
    , m_palette(palette)
    , m_layout(QRectF(QPointF(), sheet), largestNode(font))
    , m_font(font)
    , m_wordFont(wordFontFor(font, m_layout.node(CallState::Connected).size()))
    , m_smallFont(scaled(font, 0.88))
{
    m_smallFont.setPixelSize(std::min(m_smallFont.pixelSize(), m_wordFont.pixelSize()));
    placeLabels();
}

QSizeF StateMapPainter::leastSheet(const QFont &font)
{
    const QFont least = scaled(font, LeastFont);
    return {(longestWord(least) + 2 * Padding) * 1000 / 152, QFontMetricsF(least).height() * 3.25 * 600 / 62};
}

StateCurve StateMapPainter::curve(const StateMapArrow &arrow) const
{
    return arrow.from ? m_layout.arrow(*arrow.from, arrow.to) : m_layout.entry(arrow.to);
}

QString StateMapPainter::labelOf(const StateMapArrow &arrow) const
{
    if (arrow.isWarning())
        return QLocale().toString(arrow.total);
    constexpr double largeEnough = 0.6;
    return arrow.lastMinute > 0 && arrow.from && m_layout.scale() >= largeEnough
        ? Words::tr("%1/min", "calls per minute").arg(QLocale().toString(arrow.lastMinute))
        : QString();
}

// On its arrow, as near to the middle as there is room.
void StateMapPainter::placeLabels()
{
    const QFontMetricsF metrics(m_smallFont);
    std::vector<QRectF> taken;
    for (const StateMapNode &node : m_scene.nodes)
        taken.push_back(m_layout.node(node.state).adjusted(-1, -1, 1, 1));
    m_labels.resize(m_scene.arrows.size());
    for (size_t i = m_scene.arrows.size(); i-- > 0;) { // what matters most chooses first
        const StateMapArrow &arrow = m_scene.arrows[i];
        const QString text = labelOf(arrow);
        if (text.isEmpty())
            continue;
        const double sign = arrow.isWarning() ? metrics.height() * 0.8 + 3 : 0;
        const QSizeF size(metrics.horizontalAdvance(text) + sign + 8, metrics.height() + 1);
        const StateCurve way = curve(arrow);
        for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
            const QRectF rect = labelAt(arrow, way, t, size);
            const bool isFree = QRectF(QPointF(), m_sheet).contains(rect)
                && std::none_of(taken.begin(), taken.end(),
                                [&](const QRectF &other) { return other.intersects(rect); });
            if (!isFree && !(arrow.isWarning() && t == 0.82))
                continue;
            m_labels[i] = rect;
            taken.push_back(rect);
            break;
        }
    }
}

// On the line; beside a line that is too short to be seen under it.
QRectF StateMapPainter::labelAt(const StateMapArrow &arrow, const StateCurve &way, double t, const QSizeF &size) const
{
    QPointF centre = way.at(t);
    const QPointF span = way.points[3] - way.points[0];
    if (!arrow.from)
        centre = way.points[0] - QPointF(size.width() / 2 + 4, (t - 0.5) * 4 * size.height());
    else if (std::hypot(span.x(), span.y()) < size.width() + size.height() * 2)
        centre += QPointF(std::abs(span.y()) > std::abs(span.x()) ? size.width() / 2 + 5 : 0, 0)
            - QPointF(0, std::abs(span.y()) > std::abs(span.x()) ? 0 : size.height() / 2 + 5);
    return {centre - QPointF(size.width() / 2, size.height() / 2), size};
}

QColor StateMapPainter::colorOf(const StateMapArrow &arrow) const
{
    if (arrow.look == Look::Forbidden)
        return toneColor(Tone::Bad, m_palette);
    if (arrow.look == Look::Unusual)
        return toneColor(Tone::Attention, m_palette);
    if (arrow.onPath)
        return m_palette.color(QPalette::Highlight);
    return arrow.look == Look::Flowing ? m_palette.color(QPalette::Text) : toneColor(Tone::Muted, m_palette);
}

double StateMapPainter::widthOf(const StateMapArrow &arrow) const
{
    const double room = std::clamp(m_layout.scale(), 0.6, 1.3);
    if (arrow.isWarning() || arrow.onPath)
        return 2.6 * room;
    return arrow.look == Look::Quiet ? room : std::min(6.0, 1.4 + 0.55 * std::log2(1.0 + arrow.lastMinute)) * room;
}

void StateMapPainter::paintArrow(QPainter *painter, const StateMapArrow &arrow) const
{
    const StateCurve way = curve(arrow);
    const QColor color = colorOf(arrow);
    const double width = widthOf(arrow);
    const double head = std::clamp(7 * m_layout.scale(), 5.0, 9.0) + width;
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap);
    if (arrow.look == Look::Unusual)
        pen.setDashPattern({4, 2.5});
    painter->setBrush(Qt::NoBrush);
    if (arrow.onPath && arrow.isWarning()) { // both can be told
        painter->setPen(QPen(m_palette.color(QPalette::Highlight), width + 4, Qt::SolidLine, Qt::FlatCap));
        painter->drawPath(way.part(0, 0.97).path());
    }
    painter->setPen(pen);
    const QPointF direction = way.directionAt(0.97);
    StateCurve shaft = way; // ends in the head, not at its tip
    shaft.points[3] -= direction * head * 0.8;
    shaft.points[2] -= direction * head * 0.8;
    painter->drawPath(shaft.path());
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    paintHead(painter, way.points[3], direction, head);
    if (!arrow.from)
        painter->drawEllipse(way.points[0], width + 1.5, width + 1.5);
}

void StateMapPainter::paintLabel(QPainter *painter, const StateMapArrow &arrow, const QRectF &rect) const
{
    const QColor color = colorOf(arrow);
    const QColor ground = m_palette.color(QPalette::Base);
    painter->setPen(arrow.isWarning() ? QPen(color, 1) : QPen(Qt::NoPen));
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, 4, 4);
    QRectF textRect = rect;
    if (arrow.isWarning()) {
        const double size = rect.height() * 0.72;
        paintSign(painter, {rect.left() + 4, rect.center().y() - size / 2, size, size}, arrow.look, color, ground);
        textRect.setLeft(rect.left() + 4 + size);
    }
    painter->setPen(arrow.isWarning() ? color : m_palette.color(QPalette::Text));
    painter->setFont(m_smallFont);
    painter->drawText(textRect, Qt::AlignCenter, labelOf(arrow));
}

void StateMapPainter::paint(QPainter *painter) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRectF(QPointF(), m_sheet), m_palette.color(QPalette::Base));
    paintLegend(painter);
    paintBeginnings(painter);
    for (const StateMapArrow &arrow : m_scene.arrows)
        paintArrow(painter, arrow);
    for (const StateMapNode &node : m_scene.nodes)
        paintNode(painter, node);
    for (size_t i = 0; i < m_labels.size(); ++i) {
        if (!m_labels[i].isNull())
            paintLabel(painter, m_scene.arrows[i], m_labels[i]);
    }
    for (const StateMapNode &node : m_scene.nodes)
        paintVisits(painter, node);
    painter->restore();
}

void StateMapPainter::paintLight(QPainter *painter, CallState from, CallState to, double progress) const
{
    const QPointF at = m_layout.arrow(from, to).at(progress);
    const double radius = std::clamp(5 * m_layout.scale(), 3.0, 6.0);
    QColor glow = stateStyle(to, m_palette).background;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_palette.color(QPalette::Base), 1.5));
    painter->setBrush(glow);
    painter->drawEllipse(at, radius, radius);
}

void StateMapPainter::paintPointed(QPainter *painter, CallState state) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_palette.color(QPalette::Text), 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(m_layout.node(state), 6, 6);
}

} // namespace Linescope
