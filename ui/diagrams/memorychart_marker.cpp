// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chart of retained memory in words, and the moment that is pointed at or walked to.
#include "diagrams/memorychart.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Linescope {

void MemoryChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateColors();
    QChartView::changeEvent(event);
}

void MemoryChart::resizeEvent(QResizeEvent *event)
{
    fitTicks();
    QChartView::resizeEvent(event);
}

void MemoryChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    QPainter painter(viewport());
    if (const int sample = markedSample(); sample >= 0)
        paintMarker(&painter, sample);
    if (!hasFocus())
        return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

// Rendering changes nothing that can be seen, but QGraphicsView does not say so.
void MemoryChart::paintPicture(QPainter *painter) const
{
    const_cast<MemoryChart *>(this)->render(painter, QRectF(QPointF(), pictureSize()), rect(), Qt::IgnoreAspectRatio);
}

// Qt's chart has its colours in itself: it gets others for a moment.
void MemoryChart::paintOnPaper(QPainter *painter) const
{
    auto *chart = const_cast<MemoryChart *>(this);
    chart->setColors(lightPalette());
    paintPicture(painter);
    chart->updateColors();
}

QString MemoryChart::pictureText() const
{
    const auto samples = m_history->samples(m_begin);
    if (samples.empty())
        return tr("Nothing has been measured yet.");
    const MemorySample &last = *samples.back();
    QStringList lines{tr("Retained at %1: %2; the highest on the chart is %3.")
                          .arg(timeText(last.time), bytesText(last.bytes()), bytesText(highestOf(samples)))};
    lines += tr("Library: %1. Provider: %2.").arg(bytesText(last.libraryBytes), bytesText(last.providerBytes));
    for (const MemorySample::Part &part : last.parts)
        lines += QStringLiteral("%1: %2").arg(part.name == 0 ? tr("Others", "applications")
                                                             : visibleText(m_history->names().at(part.name), 32),
                                              bytesText(part.bytes));
    return lines.join(u'\n');
}

// ---- the marker ----

int MemoryChart::markedSample() const
{
    const QList<QPointF> points = m_total ? m_total->points() : QList<QPointF>();
    if (!m_marked || points.isEmpty())
        return -1;
    const auto after = std::lower_bound(points.begin(), points.end(), *m_marked,
                                        [](const QPointF &point, double time) { return point.x() < time; });
    const auto index = int(after - points.begin());
    if (after == points.end() || (index > 0 && *m_marked - points[index - 1].x() < after->x() - *m_marked))
        return index - 1;
    return index;
}

// Remembers the moment, not the number: samples move on.
void MemoryChart::setMarkedSample(int sample)
{
    m_marked.reset();
    if (m_total && sample >= 0 && sample < m_total->count())
        m_marked = m_total->at(sample).x();
    describe();
    viewport()->update();
}

QStringList MemoryChart::markerLines() const
{
    const int sample = markedSample();
    if (sample < 0)
        return {};
    const auto bytes = [this](double height) { return bytesText(quint64(std::llround(height * m_unit))); };
    const QPointF total = m_total->at(sample);
    QStringList lines{timeText(Microseconds(total.x()) * 1000),
                      tr("%1: %2", "what, how many bytes").arg(tr("Total"), bytes(total.y()))};
    for (size_t i = m_series.size(); i-- > 0;) // the highest first, as they lie
        lines += tr("%1: %2", "what, how many bytes")
                     .arg(m_legend.at(qsizetype(i)),
                          bytes(m_series[i]->upperSeries()->at(sample).y()
                                - m_series[i]->lowerSeries()->at(sample).y()));
    return lines;
}

QString MemoryChart::markerText() const { return markerLines().join(u'\n'); }

void MemoryChart::describe()
{
    const QString marker = markerText();
    setAccessibleDescription(marker.isEmpty() ? m_text : marker + u'\n' + m_text);
}

// On the viewport.
QRectF MemoryChart::plot() const { return mapFromScene(chart()->mapRectToScene(chart()->plotArea())).boundingRect(); }

void MemoryChart::paintMarker(QPainter *painter, int sample) const
{
    const QRectF area = plot();
    const double x = mapFromScene(chart()->mapToScene(chart()->mapToPosition(m_total->at(sample), m_total))).x();
    if (x < area.left() - 1 || x > area.right() + 1)
        return;
    painter->setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));

    constexpr int margin = 6;
    const QFontMetrics metrics = fontMetrics();
    const int widest = std::max(60, int(area.width() / 2) - 2 * margin);
    QStringList lines = markerLines();
    int width = 0;
    for (QString &line : lines) {
        line = metrics.elidedText(line, Qt::ElideMiddle, widest);
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    QRectF plate(x + margin, area.top() + margin, width + 2 * margin, int(lines.size()) * metrics.height() + margin);
    if (plate.right() > area.right())
        plate.moveRight(x - margin);
    painter->setPen(toneColor(Tone::CardBorder, palette()));
    painter->setBrush(palette().color(QPalette::Window));
    painter->drawRect(plate);
    painter->setPen(palette().color(QPalette::WindowText));
    QRectF line(plate.left() + margin, plate.top() + margin / 2.0, width, metrics.height());
    for (const QString &text : std::as_const(lines)) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        line.translate(0, metrics.height());
    }
}

void MemoryChart::markAt(const QPointF &position)
{
    m_pointed = m_total && plot().contains(position);
    if (!m_pointed)
        return setMarkedSample(-1);
    const int before = markedSample();
    m_marked = chart()->mapToValue(chart()->mapFromScene(mapToScene(position.toPoint())), m_total).x();
    const int sample = markedSample();
    if (sample != before)
        return setMarkedSample(sample);
    m_marked = m_total->at(sample).x();
}

void MemoryChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    markAt(event->position());
}

bool MemoryChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && std::exchange(m_pointed, false))
        setMarkedSample(-1);
    return QChartView::viewportEvent(event);
}

void MemoryChart::keyPressEvent(QKeyEvent *event)
{
    constexpr int page = 10;
    const int last = m_total ? int(m_total->count()) - 1 : -1;
    const int marked = markedSample();
    const auto goTo = [&](int sample) {
        m_pointed = false; // or the marker would go with the mouse
        setMarkedSample(sample);
    };
    const auto go = [&](int by) { goTo(marked < 0 ? last : std::clamp(marked + by, 0, std::max(0, last))); };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-1);
    case Qt::Key_Right:
        return go(1);
    case Qt::Key_PageUp:
        return go(-page);
    case Qt::Key_PageDown:
        return go(page);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(last);
    case Qt::Key_Escape:
        if (marked >= 0)
            return goTo(-1);
        break;
    default:
        break;
    }
    QChartView::keyPressEvent(event);
}

void MemoryChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    if (!m_pointed && event->reason() != Qt::PopupFocusReason)
        setMarkedSample(-1);
}

} // namespace Linescope
