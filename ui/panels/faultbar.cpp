// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/faultbar.h"

#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Linescope {

FaultBar::FaultBar(QAction *change, QAction *clear, QWidget *parent)
    : QWidget(parent)
    , m_icon(makeLabel(QString(), this))
    , m_label(makeLabel(QString(), this))
{
    setProperty("helpPage", QStringLiteral("faults"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(addButton(tr("Change…"), tr("Change the faults"), change));
    layout->addWidget(addButton(tr("Clear"), tr("Inject no more faults"), clear));
    m_label->setMinimumWidth(1); // it gives way
    updateIcon();
    hide();
}

QToolButton *FaultBar::addButton(const QString &text, const QString &name, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    return button;
}

void FaultBar::setText(const QString &sentence)
{
    if (sentence == m_text)
        return;
    m_text = sentence;
    setAccessibleName(sentence);
    setPlainToolTip(this, sentence);
    updateLabel();
    setVisible(!sentence.isEmpty());
}

// In a narrow window the views need the height.
void FaultBar::updateLabel()
{
    const bool isNarrow = width() < 32 * fontMetrics().height();
    m_label->setWordWrap(!isNarrow);
    m_label->setText(isNarrow ? fontMetrics().elidedText(m_text, Qt::ElideRight, m_label->width()) : m_text);
}

void FaultBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate(); // the label has its new width
    updateLabel();
}

void FaultBar::updateIcon()
{
    const int size = fontMetrics().height();
    m_icon->setPixmap(themedIcon(QStringLiteral("faults")).pixmap(QSize(size, size), devicePixelRatioF()));
}

void FaultBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateIcon();
    if (event->type() == QEvent::FontChange)
        updateLabel();
    QWidget::changeEvent(event);
}

void FaultBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::AttentionCard, palette()));
    painter.setPen(toneColor(Tone::AttentionBorder, palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    // Stripes, as on machines that are being tried out.
    painter.fillRect(QRect(0, 0, 4, height()), QBrush(toneColor(Tone::Attention, palette()), Qt::BDiagPattern));
}

} // namespace Linescope
