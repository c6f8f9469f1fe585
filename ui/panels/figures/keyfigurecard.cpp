// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/figures/keyfigurecard.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int PaddingX = 10;
constexpr int PaddingY = 5;
constexpr int Gap = 8;
constexpr int SparklineWidth = 56;

} // namespace

KeyFigureCard::KeyFigureCard(const QString &title, const QString &hint, const QString &action, QWidget *parent)
    : QAbstractButton(parent)
    , m_hint(hint)
    , m_action(action)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    measure();
    updateNames();
}

QFont KeyFigureCard::titleFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

QFont KeyFigureCard::valueFont() const
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    return big;
}

void KeyFigureCard::measure()
{
    const int width = std::max(QFontMetrics(titleFont()).horizontalAdvance(text()),
                               QFontMetrics(valueFont()).horizontalAdvance(m_value))
        + 1;
    if (width <= m_textWidth)
        return;
    m_textWidth = width;
    updateGeometry();
}

void KeyFigureCard::updateNames()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), m_value));
    const QString action = m_active ? tr("The table shows only these. Click to show all again.") : m_action;
    setAccessibleDescription(action);
    setPlainToolTip(this, m_hint + u'\n' + action);
}

void KeyFigureCard::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    measure();
    updateNames();
    update();
}

void KeyFigureCard::setAttention(bool attention)
{
    if (attention == m_attention)
        return;
    m_attention = attention;
    update();
}

void KeyFigureCard::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    updateNames();
    update();
}

void KeyFigureCard::addSample(double value)
{
    m_sparkline.add(value);
    update();
}

void KeyFigureCard::setSparklineShown(bool shown)
{
    if (shown == m_sparklineShown)
        return;
    m_sparklineShown = shown;
    update();
}

int KeyFigureCard::widthWith(bool sparkline) const
{
    return m_textWidth + 2 * PaddingX + (sparkline ? Gap + SparklineWidth : 0);
}

QSize KeyFigureCard::sizeHint() const
{
    return {widthWith(m_sparklineShown),
            QFontMetrics(titleFont()).height() + QFontMetrics(valueFont()).height() + 2 * PaddingY};
}

void KeyFigureCard::paintGround(QPainter *painter) const
{
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = toneColor(m_attention ? Tone::AttentionCard : Tone::Card, palette());
    if (isDown())
        ground = isDark(palette()) ? ground.lighter(135) : ground.darker(108);
    else if (underMouse())
        ground = isDark(palette()) ? ground.lighter(118) : ground.darker(103);
    painter->setBrush(ground);
    painter->setPen(toneColor(m_attention ? Tone::AttentionBorder : Tone::CardBorder, palette()));
    painter->drawRoundedRect(area, 6, 6);
    const QColor highlight = palette().color(QPalette::Highlight);
    if (m_active) { // a bar below, and a border
        painter->setPen(Qt::NoPen);
        painter->setBrush(highlight);
        painter->drawRoundedRect(QRectF(area.left() + 6, area.bottom() - 3, area.width() - 12, 3), 1.5, 1.5);
    }
    painter->setBrush(Qt::NoBrush);
    if (m_active || hasFocus()) {
        painter->setPen(QPen(highlight, hasFocus() ? 2 : 1));
        painter->drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

void KeyFigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(&painter);
    const QRect inner = rect().adjusted(PaddingX, PaddingY, -PaddingX, -PaddingY);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QRect textArea = place({inner.left(), inner.top(), std::min(m_textWidth, inner.width()), inner.height()});
    const int side = int(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.setFont(titleFont());
    painter.setPen(toneColor(Tone::Muted, palette()));
    painter.drawText(textArea, side | Qt::AlignTop | readingFlag(text()), text());
    painter.setFont(valueFont());
    painter.setPen(m_attention ? toneColor(Tone::Attention, palette()) : palette().color(QPalette::WindowText));
    painter.drawText(textArea, side | Qt::AlignBottom | readingFlag(m_value), m_value);
    const int left = inner.left() + m_textWidth + Gap;
    if (m_sparklineShown && inner.right() - left > 20)
        m_sparkline.paint(
            &painter, QRectF(place({left, inner.top(), inner.right() - left, inner.height()})).adjusted(0, 4, 0, -3),
            toneColor(m_attention ? Tone::Attention : Tone::Link, palette()));
}

void KeyFigureCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void KeyFigureCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_textWidth = 0;
        measure();
    }
    if (event->type() == QEvent::PaletteChange)
        update();
    QAbstractButton::changeEvent(event);
}

void KeyFigureCard::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void KeyFigureCard::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace Linescope
