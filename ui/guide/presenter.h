// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For an audience: full screen, large type, keys and clicks that can be seen. Leaves everything as it was.
#pragma once

#include "guide/keydisplay.h"

#include <QFont>
#include <QObject>
#include <QPointer>

class QShortcut;

namespace Linescope {

class Presenter : public QObject {
    Q_OBJECT

public:
    static constexpr double enlargement = 1.6;

    Presenter(QWidget *window, Clock *clock, KeyDisplay::CommandName commandName);
    ~Presenter() override;

    void setClock(Clock *clock) { m_clock = clock; } // for the next time
    bool isActive() const { return m_keys; }
    KeyDisplay *keyDisplay() const { return m_keys; }

public Q_SLOTS:
    void setActive(bool active); // Esc leaves, too

Q_SIGNALS:
    void activeChanged(bool active); // also: whether names and numbers should be masked

private:
    void enter();
    void leave();

    QWidget *m_window;
    Clock *m_clock;
    KeyDisplay::CommandName m_commandName;
    QShortcut *m_escape;
    QPointer<KeyDisplay> m_keys;
    QFont m_font;                   // as it was
    Qt::WindowStates m_windowState; // as it was
};

} // namespace Linescope
