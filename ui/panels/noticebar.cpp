// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/noticebar.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Linescope {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_label(makeLabel(QString(), this))
    , m_dismiss(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_dismiss);
    m_label->setWordWrap(true);
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss the notice"));
    m_dismiss->setFocusPolicy(Qt::StrongFocus);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { tell({}); });
    update();
}

void NoticeBar::setStanding(const QString &sentence)
{
    if (sentence == m_standing)
        return;
    m_standing = sentence;
    update();
}

void NoticeBar::tell(const QString &sentence)
{
    m_told = sentence;
    update();
}

QString NoticeBar::text() const { return m_label->text(); }

void NoticeBar::update()
{
    const QString text = m_told.isEmpty() ? m_standing : m_told;
    m_label->setText(visibleText(text, 1000));
    m_dismiss->setVisible(!m_told.isEmpty());
    setVisible(!text.isEmpty());
    setAccessibleName(m_label->text());
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::AttentionCard, palette()));
    painter.setPen(toneColor(Tone::AttentionBorder, palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    painter.fillRect(QRect(0, 0, 4, height()), toneColor(Tone::Attention, palette()));
}

} // namespace Linescope
