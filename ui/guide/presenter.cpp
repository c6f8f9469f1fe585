// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/presenter.h"

#include <QApplication>
#include <QShortcut>

namespace Linescope {

Presenter::Presenter(QWidget *window, Clock *clock, KeyDisplay::CommandName commandName)
    : QObject(window)
    , m_window(window)
    , m_clock(clock)
    , m_commandName(std::move(commandName))
    , m_escape(new QShortcut(QKeySequence(Qt::Key_Escape), window))
{
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, [this] { setActive(false); });
}

Presenter::~Presenter()
{
    if (isActive())
        QApplication::setFont(m_font);
}

void Presenter::setActive(bool active)
{
    if (active == isActive())
        return;
    active ? enter() : leave();
    m_escape->setEnabled(active);
    Q_EMIT activeChanged(active);
}

void Presenter::enter()
{
    m_font = QApplication::font();
    m_windowState = m_window->windowState();
    QFont large = m_font;
    large.setPointSizeF(m_font.pointSizeF() * enlargement);
    QApplication::setFont(large);
    m_window->setWindowState(m_windowState | Qt::WindowFullScreen);
    m_keys = new KeyDisplay(m_window, m_clock, m_commandName);
}

void Presenter::leave()
{
    delete m_keys;
    m_window->setWindowState(m_windowState);
    QApplication::setFont(m_font);
}

} // namespace Linescope
