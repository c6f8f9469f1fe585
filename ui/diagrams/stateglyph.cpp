// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/stateglyph.h"

#include <QPainter>
#include <QPainterPath>

#include <initializer_list>

namespace Linescope {

namespace {

// Drawn in a box of 16 by 16.
void line(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
}

void arc(QPainterPath &path, double x, double y, double radius, double from, double span)
{
    const QRectF circle(x - radius, y - radius, 2 * radius, 2 * radius);
    path.arcMoveTo(circle, from);
    path.arcTo(circle, from, span);
}

void dot(QPainterPath &path, double x, double y, double radius = 1.2)
{
    path.addEllipse(QPointF(x, y), radius, radius);
}

void bars(QPainterPath &path, double left)
{
    path.addRect(left, 3, 2.4, 10);
    path.addRect(left + 5, 3, 2.4, 10);
}

struct Sign {
    QPainterPath lines;
    QPainterPath filled;
};

Sign signOf(CallState state)
{
    Sign sign;
    switch (state) {
    case CallState::Idle: // an empty circle, a flat line in it
        sign.lines.addEllipse(QPointF(8, 8), 6, 6);
        line(sign.lines, {{5, 8}, {11, 8}});
        break;
    case CallState::Offering: // a bell
        line(sign.lines, {{2.5, 12}, {13.5, 12}});
        sign.lines.moveTo(4, 12);
        sign.lines.cubicTo(4, 4, 5, 2.5, 8, 2.5);
        sign.lines.cubicTo(11, 2.5, 12, 4, 12, 12);
        dot(sign.filled, 8, 14, 1.4);
        break;
    case CallState::Accepted: // a tick
        line(sign.lines, {{2.5, 8.5}, {6.5, 12.5}, {13.5, 4}});
        break;
    case CallState::DialTone: // a wave
        sign.lines.moveTo(1.5, 8);
        sign.lines.cubicTo(4, 1, 5.5, 1, 8, 8);
        sign.lines.cubicTo(10.5, 15, 12, 15, 14.5, 8);
        break;
    case CallState::Dialing: // a keypad
        for (const double x : {4.0, 8.0, 12.0}) {
            for (const double y : {4.0, 8.0, 12.0})
                dot(sign.filled, x, y, 1.3);
        }
        break;
    case CallState::Proceeding: // on its way
        line(sign.lines, {{2, 8}, {13, 8}});
        line(sign.lines, {{9, 4}, {13.5, 8}, {9, 12}});
        break;
    case CallState::Ringback: // waves from afar
        dot(sign.filled, 3.5, 8, 1.6);
        for (const double radius : {4.0, 7.5, 11.0})
            arc(sign.lines, 3, 8, radius, -42, 84);
        break;
    case CallState::Busy: // a cross
        line(sign.lines, {{3.5, 3.5}, {12.5, 12.5}});
        line(sign.lines, {{12.5, 3.5}, {3.5, 12.5}});
        break;
    case CallState::SpecialInfo: // three rising tones
        line(sign.lines, {{3, 13}, {3, 10}});
        line(sign.lines, {{8, 13}, {8, 6.5}});
        line(sign.lines, {{13, 13}, {13, 3}});
        break;
    case CallState::Connected: // two ends, one line
        sign.filled.addEllipse(QPointF(3.5, 8), 2.4, 2.4);
        sign.filled.addEllipse(QPointF(12.5, 8), 2.4, 2.4);
        line(sign.lines, {{3.5, 8}, {12.5, 8}});
        break;
    case CallState::OnHold:
        bars(sign.filled, 4.3);
        break;
    case CallState::Conferenced: // three ends round a bridge
        line(sign.lines, {{8, 8.5}, {8, 3}});
        line(sign.lines, {{8, 8.5}, {3, 12.5}});
        line(sign.lines, {{8, 8.5}, {13, 12.5}});
        for (const QPointF &end : {QPointF(8, 3), QPointF(3, 12.5), QPointF(13, 12.5)})
            sign.filled.addEllipse(end, 2, 2);
        break;
    case CallState::OnHoldPendConf: // held, and a plus
        bars(sign.filled, 1);
        line(sign.lines, {{9.8, 8}, {15, 8}});
        line(sign.lines, {{12.4, 5.4}, {12.4, 10.6}});
        break;
    case CallState::OnHoldPendTransfer: // held, and an arrow
        bars(sign.filled, 1);
        line(sign.lines, {{10, 8}, {15, 8}});
        line(sign.lines, {{12.6, 5.4}, {15.2, 8}, {12.6, 10.6}});
        break;
    case CallState::Disconnected: // two ends, no line
        sign.filled.addEllipse(QPointF(3, 8), 2.2, 2.2);
        sign.filled.addEllipse(QPointF(13, 8), 2.2, 2.2);
        line(sign.lines, {{9.5, 3}, {6.5, 13}});
        break;
    case CallState::Unknown:
        arc(sign.lines, 8, 5.5, 3.2, 190, -230);
        sign.lines.lineTo(8, 10.2);
        dot(sign.filled, 8, 13.4, 1.2);
        break;
    }
    return sign;
}

} // namespace

void paintStateGlyph(QPainter *painter, CallState state, const QRectF &box, const QColor &color)
{
    const Sign sign = signOf(state);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / 16, box.height() / 16);
    painter->setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(sign.lines);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(sign.filled);
    painter->restore();
}

} // namespace Linescope
