// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/section.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace Linescope {

Section::Section(const QString &name, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_header(new QToolButton)
    , m_content(content)
{
    QFont bold;
    bold.setBold(true);
    m_header->setFont(bold);
    m_header->setAutoRaise(true);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_header, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_header, 0, Qt::AlignLeading);
    auto *indented = new QVBoxLayout;
    indented->addWidget(m_content);
    layout->addLayout(indented);
    setTitle(title);
    updateLook();
}

void Section::setTitle(const QString &title)
{
    const QString text = menuText(title);
    if (m_header->text() != text)
        m_header->setText(text);
}

void Section::setOpen(bool open)
{
    const bool changed = open != m_open;
    m_open = open;
    updateLook();
    if (changed)
        Q_EMIT toggled(open);
}

void Section::updateLook()
{
    m_header->setAccessibleDescription(m_open ? tr("shown") : tr("folded away"));
    m_header->setArrowType(m_open                                     ? Qt::DownArrow
                               : layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow
                                                                      : Qt::RightArrow);
    m_content->setVisible(m_open);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    layout()->itemAt(1)->layout()->setContentsMargins(mirrored ? 0 : 8, 0, mirrored ? 8 : 0, 0);
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, toneColor(Tone::Link, palette()));
    m_header->setPalette(colors);
}

void Section::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        updateLook();
    QWidget::changeEvent(event);
}

} // namespace Linescope
