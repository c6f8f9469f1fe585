// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/figures/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Linescope {

void Sparkline::add(double value)
{
    m_values.push_back(value);
    if (m_values.size() > MaxValues)
        m_values.pop_front();
}

void Sparkline::paint(QPainter *painter, const QRectF &area, const QColor &color) const
{
    if (m_values.size() < 2)
        return;
    const double most = std::max(1.0, *std::max_element(m_values.begin(), m_values.end()));
    const double step = area.width() / double(MaxValues - 1);
    QPainterPath line;
    double x = area.right() - step * double(m_values.size() - 1);
    const double left = x;
    for (size_t i = 0; i < m_values.size(); ++i, x += step) {
        const QPointF point(x, area.bottom() - area.height() * m_values[i] / most);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath ground = line;
    ground.lineTo(area.bottomRight());
    ground.lineTo(left, area.bottom());
    QColor shade = color;
    shade.setAlphaF(0.16F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(ground, shade);
    painter->strokePath(line, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(line.currentPosition(), 2, 2);
    painter->restore();
}

} // namespace Linescope
