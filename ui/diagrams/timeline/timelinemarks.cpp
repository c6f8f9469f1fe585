// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinemarks.h"

#include "support/theme/theme.h"

#include <QPainter>

namespace Linescope {

TimelineMark markOf(VoidReason reason)
{
    switch (reason) {
    case VoidReason::Deallocated:
        return TimelineMark::Check;
    case VoidReason::LineClosedByApp:
        return TimelineMark::Square;
    case VoidReason::LineClosedByProvider:
        return TimelineMark::Diamond;
    case VoidReason::DeviceRemoved:
        return TimelineMark::NoEntry;
    case VoidReason::AppShutdown:
        return TimelineMark::Ring;
    case VoidReason::AppCrashed:
        return TimelineMark::Cross;
    }
    return TimelineMark::Check;
}

TimelineMark markOf(TimelineMoment::Kind kind)
{
    switch (kind) {
    case TimelineMoment::Kind::OutOfService:
        return TimelineMark::Down;
    case TimelineMoment::Kind::InService:
        return TimelineMark::Up;
    case TimelineMoment::Kind::ClosedByApp:
        return TimelineMark::Square;
    case TimelineMoment::Kind::ClosedByProvider:
        return TimelineMark::Diamond;
    case TimelineMoment::Kind::Removed:
        return TimelineMark::NoEntry;
    case TimelineMoment::Kind::AppEnded:
        return TimelineMark::Ring;
    case TimelineMoment::Kind::AppCrashed:
        return TimelineMark::Cross;
    }
    return TimelineMark::Square;
}

QColor markColor(TimelineMark mark, const QPalette &palette)
{
    switch (mark) {
    case TimelineMark::Check:
    case TimelineMark::Up:
        return toneColor(Tone::Good, palette);
    case TimelineMark::Square:
    case TimelineMark::Ring:
        return toneColor(Tone::Muted, palette);
    case TimelineMark::Diamond:
    case TimelineMark::NoEntry:
    case TimelineMark::Cross:
    case TimelineMark::Down:
        return toneColor(Tone::Bad, palette);
    }
    return {};
}

void paintMark(QPainter *painter, TimelineMark mark, const QRectF &rect, const QPalette &palette)
{
    const QColor color = markColor(mark, palette);
    const QRectF r = rect.adjusted(1.5, 1.5, -1.5, -1.5);
    const QPointF c = r.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(color);
    switch (mark) {
    case TimelineMark::Check:
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(
            QPolygonF{{r.left(), c.y()}, {c.x() - 0.8, r.bottom() - 0.6}, {r.right(), r.top() + 0.6}});
        break;
    case TimelineMark::Square:
        painter->drawRect(r.adjusted(0.8, 0.8, -0.8, -0.8));
        break;
    case TimelineMark::Diamond:
        painter->drawPolygon(QPolygonF{{c.x(), r.top()}, {r.right(), c.y()}, {c.x(), r.bottom()}, {r.left(), c.y()}});
        break;
    case TimelineMark::NoEntry:
        painter->drawEllipse(r);
        painter->setPen(QPen(palette.color(QPalette::Base), 1.8));
        painter->drawLine(QPointF(r.left() + 1.5, c.y()), QPointF(r.right() - 1.5, c.y()));
        break;
    case TimelineMark::Ring:
        painter->setBrush(palette.color(QPalette::Base));
        painter->drawEllipse(r);
        break;
    case TimelineMark::Cross:
        painter->drawLine(r.topLeft(), r.bottomRight());
        painter->drawLine(r.topRight(), r.bottomLeft());
        break;
    case TimelineMark::Down:
        painter->drawPolygon(QPolygonF{r.topLeft(), r.topRight(), {c.x(), r.bottom()}});
        break;
    case TimelineMark::Up:
        painter->drawPolygon(QPolygonF{r.bottomLeft(), r.bottomRight(), {c.x(), r.top()}});
        break;
    }
    painter->restore();
}

void paintRetained(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    const QColor strong = toneColor(Tone::Attention, palette);
    if (rect.width() < 4) // no room for a pattern
        return painter->fillRect(rect, strong);
    painter->fillRect(rect, retainedStyle(palette).background);
    painter->fillRect(rect, QBrush(strong, Qt::BDiagPattern));
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), strong);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), strong);
}

} // namespace Linescope
