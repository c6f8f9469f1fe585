// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/diagram.h"

#include "diagrams/accessiblediagram.h"
#include "support/text.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <limits>

namespace Linescope {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

// How far `to` is in the direction of the key, sideways way counting double; infinite if it lies elsewhere.
double distance(const QPointF &from, const QPointF &to, int key)
{
    const QPointF way = to - from;
    const bool horizontal = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const double ahead = sign * (horizontal ? way.x() : way.y());
    const double aside = std::abs(horizontal ? way.y() : way.x());
    return ahead < 1 ? std::numeric_limits<double>::infinity() : ahead + 2 * aside;
}

} // namespace

Diagram::Diagram(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    AccessibleDiagram::install();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
}

void Diagram::setCurrentItem(int index)
{
    const int current = index >= 0 && index < itemCount() ? index : -1;
    if (current == m_current)
        return;
    m_current = current;
    viewport()->update();
    if (m_current >= 0 && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m_current);
        QAccessible::updateAccessibility(&event);
    }
}

QString Diagram::pictureText() const
{
    QStringList lines;
    for (const DiagramItem &item : items())
        lines += item.description.isEmpty() ? item.name : item.description;
    return lines.join(u'\n');
}

int Diagram::itemAt(const QPointF &position) const
{
    const std::vector<DiagramItem> all = items();
    for (int i = int(all.size()) - 1; i >= 0; --i) {
        if (all[size_t(i)].rect.contains(position))
            return i;
    }
    return -1;
}

void Diagram::itemsMoved()
{
    m_current = std::min(m_current, itemCount() - 1);
    viewport()->update();
}

bool Diagram::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = itemAt(help->pos());
    const QString text = index < 0 ? QString() : item(index).description;
    showPlainToolTip(help->globalPos(), text, viewport());
    return true;
}

void Diagram::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    paintPicture(&painter);
    if (m_current < 0 || !hasFocus())
        return;
    if (m_current >= itemCount())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(item(m_current).rect.adjusted(-2, -2, 2, 2), 4, 4);
}

std::vector<QRectF> Diagram::itemRects() const
{
    std::vector<QRectF> rects;
    for (const DiagramItem &item : items())
        rects.push_back(item.rect);
    return rects;
}

int Diagram::neighbour(int key) const
{
    const std::vector<QRectF> all = itemRects();
    if (m_current < 0 || size_t(m_current) >= all.size())
        return all.empty() ? -1 : 0;
    const QPointF from = all[size_t(m_current)].center();
    int nearest = m_current;
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < all.size(); ++i) {
        const double d = distance(from, all[i].center(), key);
        if (d < least) {
            least = d;
            nearest = int(i);
        }
    }
    return nearest;
}

void Diagram::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && isArrow(event->key())) {
        setCurrentItem(neighbour(event->key()));
    } else if (plain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        setCurrentItem(event->key() == Qt::Key_Home ? 0 : itemCount() - 1);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        if (m_current < 0 || m_current >= itemCount())
            return;
        event->modifiers() & Qt::ControlModifier ? Q_EMIT activated(item(m_current)) : Q_EMIT chosen(item(m_current));
    } else {
        event->ignore(); // not to the scroll area, which would scroll
    }
}

void Diagram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int index = itemAt(event->position());
    setCurrentItem(index);
    if (index >= 0)
        Q_EMIT chosen(item(index));
}

void Diagram::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = itemAt(event->position());
    if (index >= 0)
        Q_EMIT activated(item(index));
}

void Diagram::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentItem(0);
    viewport()->update();
}

void Diagram::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace Linescope
