// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The signs of the states: what rings points up, what talks is a disc, what is held has two bars, what has failed is a
// cross or a barred ring, what is over is a square.
#include "support/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Linescope {

namespace {

QPainterPath disc(qreal x, qreal y, qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), radius, radius);
    return path;
}

QPainterPath block(qreal x, qreal y, qreal width, qreal height)
{
    QPainterPath path;
    path.addRect(x, y, width, height);
    return path;
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath ring(qreal radius, qreal width) { return disc(5, 5, radius) - disc(5, 5, radius - width); }

QPainterPath triangle() { return polygon({{5, 0.5}, {9.8, 9}, {0.2, 9}}); }

QPainterPath bars() { return block(1, 1, 2.6, 8) | block(5, 1, 2.6, 8); }

// In a box of 10 x 10.
QPainterPath shapeOf(CallState state)
{
    switch (state) {
    case CallState::Idle:
        return block(1.5, 1.5, 7, 7);
    case CallState::Offering:
        return triangle();
    case CallState::Accepted:
        return triangle() - polygon({{5, 4}, {7.2, 7.6}, {2.8, 7.6}});
    case CallState::DialTone:
        return ring(4.8, 1.3) | disc(5, 5, 1.6);
    case CallState::Dialing:
        return disc(1.6, 5, 1.5) | disc(5, 5, 1.5) | disc(8.4, 5, 1.5);
    case CallState::Proceeding:
        return polygon({{0.5, 0.8}, {5, 5}, {0.5, 9.2}}) | polygon({{5, 0.8}, {9.5, 5}, {5, 9.2}});
    case CallState::Ringback:
        return ring(4.8, 2);
    case CallState::Connected:
        return disc(5, 5, 4.8);
    case CallState::Conferenced:
        return disc(5, 2.6, 2.5) | disc(2.5, 7.3, 2.5) | disc(7.5, 7.3, 2.5);
    case CallState::OnHold:
        return block(1.4, 0.8, 2.7, 8.4) | block(5.9, 0.8, 2.7, 8.4);
    case CallState::OnHoldPendConf:
        return bars() | disc(9, 7.6, 1.4) | disc(9, 2.4, 1.4);
    case CallState::OnHoldPendTransfer:
        return bars() | polygon({{8, 2}, {10, 5}, {8, 8}});
    case CallState::Busy:
        return polygon({{0.8, 2.8}, {2.8, 0.8}, {9.2, 7.2}, {7.2, 9.2}})
            | polygon({{7.2, 0.8}, {9.2, 2.8}, {2.8, 9.2}, {0.8, 7.2}});
    case CallState::SpecialInfo:
        return polygon({{5, 0}, {10, 5}, {5, 10}, {0, 5}});
    case CallState::Disconnected:
        return ring(4.8, 1.5) | block(2, 4.1, 6, 1.8);
    case CallState::Unknown:
        return polygon({{5, 0}, {10, 5}, {5, 10}, {0, 5}}) - polygon({{5, 2.8}, {7.2, 5}, {5, 7.2}, {2.8, 5}});
    }
    return {};
}

const QPainterPath &knownShape(CallState state)
{
    static QMap<CallState, QPainterPath> shapes; // joining paths costs more than filling them
    auto known = shapes.find(state);
    if (known == shapes.end())
        known = shapes.insert(state, shapeOf(state).simplified());
    return *known;
}

} // namespace

void drawStateShape(QPainter *painter, CallState state, const QRectF &box, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / 10, box.height() / 10);
    painter->fillPath(knownShape(state), color);
    painter->restore();
}

} // namespace Linescope
