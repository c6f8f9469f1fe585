// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/pill.h"

#include <QPainter>

namespace Linescope {

Pill::Pill(QWidget *parent)
    : QWidget(parent)
{
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 0.9);
    setFont(bold);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::show(const QString &text, const StateStyle &style)
{
    setVisible(!text.isEmpty());
    if (text == m_text && style == m_style)
        return;
    m_text = text;
    m_style = style;
    updateGeometry();
    setAccessibleName(text);
    update();
}

QSize Pill::sizeHint() const { return {fontMetrics().horizontalAdvance(m_text) + 18, fontMetrics().height() + 4}; }

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.background);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(m_style.text);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace Linescope
