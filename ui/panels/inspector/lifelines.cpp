// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/lifelines.h"

#include "support/text.h"

#include <QEvent>
#include <QPainter>
#include <QWheelEvent>

namespace Linescope {

namespace {

constexpr double swatch = 8;
constexpr double indent = 16;
constexpr double barHeight = 5;
constexpr double shortestBar = 3;

QRectF mirrored(const QRectF &rect, const QRectF &in, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return rect;
    return {in.left() + in.right() - rect.right(), rect.top(), rect.width(), rect.height()};
}

} // namespace

Lifelines::Lifelines(const QString &name, const QString &title, QWidget *parent)
    : Diagram(parent)
    , m_name(name)
{
    setAccessibleName(title);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    updateHeight();
}

void Lifelines::setLines(const QList<Lifeline> &lines)
{
    if (lines == m_lines)
        return;
    const bool grown = lines.size() != m_lines.size();
    m_lines = lines;
    if (grown)
        updateHeight();
    itemsMoved();
}

int Lifelines::rowHeight() const { return 2 * fontMetrics().height() + 6; }

QRectF Lifelines::rowRect(qsizetype row) const
{
    return {0, double(row * rowHeight()), double(viewport()->width()), double(rowHeight())};
}

QSize Lifelines::sizeHint() const { return {120, int(m_lines.size()) * rowHeight()}; }

void Lifelines::updateHeight()
{
    setFixedHeight(int(m_lines.size()) * rowHeight());
    updateGeometry();
}

std::vector<DiagramItem> Lifelines::items() const
{
    std::vector<DiagramItem> items;
    items.reserve(size_t(m_lines.size()));
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Lifeline &line = m_lines.at(i);
        items.push_back({rowRect(i).adjusted(2, 2, -2, -2), visibleText(line.name + QStringLiteral(", ") + line.figure),
                         line.words, line.selection});
    }
    return items;
}

void Lifelines::paintPicture(QPainter *painter) const
{
    painter->setFont(font());
    painter->fillRect(viewport()->rect(), palette().color(QPalette::Base));
    painter->setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        paintLine(painter, rowRect(i), m_lines.at(i));
}

void Lifelines::paintLine(QPainter *painter, const QRectF &row, const Lifeline &line) const
{
    const double middle = row.top() + 3 + fontMetrics().height() / 2.0;
    const QRectF mark = mirrored({row.left() + 2, middle - swatch / 2, swatch, swatch}, row, layoutDirection());
    painter->setPen(QPen(line.style.background, 1.5));
    painter->setBrush(line.open ? QBrush(line.style.background) : Qt::NoBrush);
    painter->drawRoundedRect(mark, 2, 2);
    paintTexts(painter, row, line);
    paintBar(painter, row, line);
}

void Lifelines::paintTexts(QPainter *painter, const QRectF &row, const Lifeline &line) const
{
    const int lineHeight = fontMetrics().height();
    const auto draw = [&](const QRectF &rect, Qt::Alignment side, const QString &text, const QColor &color) {
        painter->setPen(color);
        const QString shown = painter->fontMetrics().elidedText(visibleText(text), Qt::ElideRight, int(rect.width()));
        painter->drawText(mirrored(rect, row, layoutDirection()),
                          int(QStyle::visualAlignment(layoutDirection(), side) | Qt::AlignVCenter) | Qt::TextSingleLine,
                          shown);
    };
    const QColor text = palette().color(QPalette::Text);
    const double figureWidth = fontMetrics().horizontalAdvance(line.figure) + 2;
    const QRectF first(row.left() + indent, row.top() + 3, row.width() - indent - 2, lineHeight);
    QFont bold = font();
    bold.setBold(line.strong);
    painter->setFont(bold);
    draw(first.adjusted(0, 0, -figureWidth - 8, 0), Qt::AlignLeft, line.name, text);
    painter->setFont(font());
    draw(first.adjusted(first.width() - figureWidth, 0, 0, 0), Qt::AlignRight, line.figure, text);
    draw({first.left(), first.bottom(), first.width() * 0.62, double(lineHeight)}, Qt::AlignLeft, line.detail,
         toneColor(Tone::Muted, palette()));
}

void Lifelines::paintBar(QPainter *painter, const QRectF &row, const Lifeline &line) const
{
    const double lineHeight = fontMetrics().height();
    const double left = row.left() + indent + (row.width() - indent) * 0.64;
    const QRectF track(left, row.top() + 3 + lineHeight * 1.5 - barHeight / 2, row.right() - 2 - left, barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(Tone::Badge, palette()));
    painter->drawRoundedRect(mirrored(track, row, layoutDirection()), barHeight / 2, barHeight / 2);
    const double width = std::max(shortestBar, track.width() * (line.to - line.from));
    const double start = std::min(track.left() + track.width() * line.from, track.right() - width);
    painter->setBrush(line.style.background);
    painter->drawRoundedRect(mirrored({start, track.top(), width, barHeight}, row, layoutDirection()), barHeight / 2,
                             barHeight / 2);
}

void Lifelines::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateHeight();
    Diagram::changeEvent(event);
}

// There is nothing to scroll here: the panel around it scrolls.
void Lifelines::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace Linescope
