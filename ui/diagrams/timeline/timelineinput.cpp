// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mouse, wheel and keys of the timeline, and how it gets onto the screen.

#include "diagrams/timeline/timeline.h"
#include "diagrams/timeline/timelinetext.h"
#include "support/format.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace Linescope {

namespace {

constexpr double zoomStep = 1.25; // a notch of the wheel

QRectF shown(const TimelinePart &part) // what is too narrow to hit is hit beside
{
    const int more = part.rect.width() < 5 ? 2 : 0;
    return QRectF(part.rect).adjusted(-more, 0, more, 0);
}

} // namespace

std::vector<DiagramItem> Timeline::items() const
{
    std::vector<DiagramItem> items;
    items.reserve(m_parts.size());
    for (int i = 0; i < itemCount(); ++i)
        items.push_back(item(i));
    return items;
}

DiagramItem Timeline::item(int index) const
{
    const TimelinePart &part = m_parts[size_t(index)];
    return {visibleRect(part), partName(*m_model, part), partDescription(*m_model, part, m_view.now),
            partSelection(*m_model, part)};
}

std::vector<QRectF> Timeline::itemRects() const
{
    std::vector<QRectF> rects;
    rects.reserve(m_parts.size());
    for (const TimelinePart &part : m_parts)
        rects.push_back(visibleRect(part));
    return rects;
}

QRectF Timeline::visibleRect(const TimelinePart &part) const
{
    QRect clip(QPoint(m_layout.metrics().head, m_layout.metrics().axis), viewport()->rect().bottomRight());
    if (part.kind == TimelinePart::Kind::Lane)
        clip.setLeft(0);
    return part.rect & clip;
}

int Timeline::itemAt(const QPointF &position) const
{
    const TimelineMetrics &metrics = m_layout.metrics();
    if (position.y() < metrics.axis)
        return -1;
    const bool head = position.x() < metrics.head;
    for (int i = itemCount() - 1; i >= 0; --i) {
        const TimelinePart &part = m_parts[size_t(i)];
        if ((part.kind == TimelinePart::Kind::Lane) == head && shown(part).contains(position))
            return i;
    }
    return -1;
}

void Timeline::paintPicture(QPainter *painter) const { paintIn(palette(), painter); }

void Timeline::paintOnPaper(QPainter *painter) const { paintIn(lightPalette(), painter); }

void Timeline::paintIn(const QPalette &colors, QPainter *painter) const
{
    const TimelineScene scene{*m_model, m_layout, m_view,  m_parts,      m_selection,
                              colors,   font(),   m_texts, m_smallTexts, viewport()->size()};
    TimelinePainter(scene).paint(painter);
}

void Timeline::paintEvent(QPaintEvent *event)
{
    Diagram::paintEvent(event);
    if (!m_cursor || m_panning)
        return;
    QPainter painter(viewport());
    const TimelineMetrics &metrics = m_layout.metrics();
    const int x = m_cursor->x();
    painter.fillRect(QRect(x, metrics.axis, 1, viewport()->height()), toneColor(Tone::Muted, palette()));
    const QString text = timeText(m_view.scale.timeAt(x));
    const int width = fontMetrics().horizontalAdvance(text) + 12;
    const QRect plate(std::clamp(x - width / 2, metrics.head, std::max(metrics.head, viewport()->width() - width)),
                      metrics.axis - metrics.text - 5, width, metrics.text + 2);
    painter.fillRect(plate, palette().color(QPalette::WindowText));
    painter.setPen(palette().color(QPalette::Window));
    painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine, text);
}

void Timeline::scrollContentsBy(int, int)
{
    m_view.scroll = verticalScrollBar()->value();
    collect();
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    Diagram::resizeEvent(event);
    updateMetrics();
    updateScrollBar();
    if (m_following)
        m_view.scale.pin(m_view.now, m_view.scale.x() + m_view.scale.width() - m_nowMargin);
    placeNowButton();
    arrange(true);
}

void Timeline::changeEvent(QEvent *event)
{
    Diagram::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateMetrics();
        arrange(true);
    }
}

void Timeline::showEvent(QShowEvent *event)
{
    Diagram::showEvent(event);
    refresh();
}

void Timeline::hideEvent(QHideEvent *event)
{
    Diagram::hideEvent(event);
    m_frame.stop();
}

bool Timeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_cursor.reset();
        viewport()->update();
    }
    return Diagram::viewportEvent(event);
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    event->accept();
    if (event->modifiers() & Qt::ShiftModifier)
        return pan(-(turn.y() != 0 ? turn.y() : turn.x()));
    if (std::abs(turn.x()) > std::abs(turn.y()))
        return pan(-turn.x());
    if (event->position().x() < m_layout.metrics().head)
        QApplication::sendEvent(verticalScrollBar(), event);
    else
        zoom(std::pow(zoomStep, -turn.y() / 120.0), event->position().x());
}

void Timeline::setPerPixel(double perPixel)
{
    m_view.scale.setPerPixel(perPixel);
    refresh();
}

bool Timeline::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int step = std::max(20, m_view.scale.width() / 10);
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        fitAll();
        return true;
    case Qt::Key_Home:
        goToBeginning();
        return true;
    case Qt::Key_End:
        jumpToNow();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(key == Qt::Key_PageUp ? QScrollBar::SliderPageStepSub
                                                                 : QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!(modifiers & Qt::ShiftModifier))
            return false;
        pan(key == Qt::Key_Left ? -step : step);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!(modifiers & Qt::ShiftModifier))
            return false;
        verticalScrollBar()->triggerAction(key == Qt::Key_Up ? QScrollBar::SliderSingleStepSub
                                                             : QScrollBar::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event->key(), event->modifiers()))
        walk(event);
}

// Where there is no item any more, what lies beyond the edge comes into sight.
void Timeline::walk(QKeyEvent *event)
{
    const int before = currentItem();
    Diagram::keyPressEvent(event);
    if (!event->isAccepted() || currentItem() != before)
        return;
    const int step = std::max(20, m_view.scale.width() / 10);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        pan(event->key() == Qt::Key_Left ? -step : step);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        handleKey(event->key(), Qt::ShiftModifier);
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_pressed = event->position().toPoint();
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const TimelineMetrics &metrics = m_layout.metrics();
    if (m_pressed && !m_panning && (position - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_panning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_panning) {
        const QPoint way = position - *m_pressed;
        m_pressed = position;
        if (way.x() != 0)
            pan(-way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
        return;
    }
    const bool overLanes = position.x() >= metrics.head;
    m_cursor = overLanes ? std::optional(position) : std::nullopt;
    viewport()->update();
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    const bool click = m_pressed && !m_panning;
    m_pressed.reset();
    if (std::exchange(m_panning, false))
        viewport()->unsetCursor();
    if (click)
        Diagram::mousePressEvent(event); // chosen when let go: what is dragged is not chosen
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    Diagram::focusInEvent(event);
    m_cursor.reset();
}

} // namespace Linescope
