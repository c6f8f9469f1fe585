// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/pill.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace Linescope {

Pill::Pill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

// Of the widget's own, so that it follows the application's.
QFont Pill::boldFont() const
{
    QFont bold = font();
    bold.setBold(true);
    if (bold.pointSizeF() > 0)
        bold.setPointSizeF(bold.pointSizeF() * 0.9);
    return bold;
}

void Pill::show(const QString &text, const StateStyle &style)
{
    setVisible(!text.isEmpty());
    if (text == m_text && style == m_style && !m_state)
        return;
    m_state.reset();
    m_text = text;
    m_style = style;
    updateGeometry();
    setAccessibleName(text);
    update();
}

void Pill::showState(CallState state)
{
    setVisible(true);
    if (m_state == state)
        return;
    m_state = state;
    m_text = stateText(state);
    updateGeometry();
    setAccessibleName(m_text);
    update();
}

int Pill::shapeWidth() const { return m_state ? QFontMetrics(boldFont()).ascent() * 3 / 4 + 5 : 0; }

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(boldFont());
    return {metrics.horizontalAdvance(m_text) + shapeWidth() + 18, metrics.height() + 4};
}

void Pill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void Pill::paintEvent(QPaintEvent *)
{
    const StateStyle style = m_state ? stateStyle(*m_state, palette()) : m_style;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // In high contrast the grounds of some pills are that of the window.
    painter.setPen(groundOf(palette()) == Ground::HighContrast ? QPen(style.text) : QPen(Qt::NoPen));
    painter.setBrush(style.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    QRect inside = rect().adjusted(9, 0, -9, 0);
    if (m_state) {
        const int size = shapeWidth() - 5;
        const QRect box(inside.left(), (height() - size) / 2, size, size);
        drawStateShape(&painter, *m_state, QStyle::visualRect(layoutDirection(), inside, box), style.text);
        inside = QStyle::visualRect(layoutDirection(), inside, inside.adjusted(shapeWidth(), 0, 0, 0));
    }
    painter.setFont(boldFont());
    painter.setPen(style.text);
    painter.drawText(inside, Qt::AlignCenter, m_text);
}

} // namespace Linescope
