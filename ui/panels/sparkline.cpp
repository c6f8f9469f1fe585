// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/sparkline.h"

#include "support/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Linescope {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(96);
    setAccessibleName(tr("Events per second over the last minute"));
}

void Sparkline::add(double value)
{
    m_values.push_back(value);
    if (m_values.size() > MaxValues)
        m_values.pop_front();
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const double most = std::max(1.0, *std::max_element(m_values.begin(), m_values.end()));
    const QRectF area = QRectF(rect()).adjusted(1, 3, -1, -3);
    const double step = area.width() / double(MaxValues - 1);
    QPainterPath path;
    double x = area.right() - step * double(m_values.size() - 1);
    for (size_t i = 0; i < m_values.size(); ++i, x += step) {
        const QPointF point(x, area.bottom() - area.height() * m_values[i] / most);
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(Tone::Link, palette()), 1.5));
    painter.drawPath(path);
}

} // namespace Linescope
