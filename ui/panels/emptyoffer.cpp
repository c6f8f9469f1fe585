// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/emptyoffer.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Linescope {

EmptyOffer::EmptyOffer(const QString &button, QWidget *parent)
    : QWidget(parent)
    , m_label(makeLabel({}, this))
    , m_button(new QPushButton(button, this))
{
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 24, 8);
    column->addStretch();
    column->addWidget(m_label);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &EmptyOffer::taken);
    updateColors();
}

void EmptyOffer::setText(const QString &sentence)
{
    m_label->setText(sentence);
    m_button->setAccessibleDescription(sentence);
}

void EmptyOffer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void EmptyOffer::updateColors() { setTextColor(m_label, toneColor(Tone::Muted, palette())); }

} // namespace Linescope
