// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/card.h"

#include "support/theme/theme.h"

#include <QPainter>

namespace Linescope {

void Card::setAttention(bool attention)
{
    if (attention == m_attention)
        return;
    m_attention = attention;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(m_attention ? Tone::AttentionBorder : Tone::CardBorder, palette()));
    painter.setBrush(toneColor(m_attention ? Tone::AttentionCard : Tone::Card, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace Linescope
