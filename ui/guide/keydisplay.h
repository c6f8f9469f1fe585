// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows an audience what the hands do: the keys that were pressed last, with the command they give, and a ring where
// the mouse was clicked. Lies over a window and takes part in nothing. What is typed into a password field is not
// shown.
#pragma once

#include "tapi/clock.h"

#include <QKeySequence>
#include <QPoint>
#include <QWidget>

#include <functional>

class QKeyEvent;

namespace Linescope {

class KeyDisplay : public QWidget {
    Q_OBJECT

public:
    // Of keys that give a command: its name; else empty.
    using CommandName = std::function<QString(const QKeySequence &)>;

    KeyDisplay(QWidget *window, Clock *clock, CommandName commandName);

    QString text() const; // as shown now
    int rings() const { return int(m_rings.size()); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Chip {
        QString text;
        bool typed = false; // letters that follow each other share a chip
        Microseconds at = 0;
    };
    struct Ring {
        QPoint where;
        Microseconds at = 0;
    };

    void note(const QKeyEvent &event);
    void add(const Chip &chip);
    void fade();
    void arm();
    QRect chipsBox() const;
    void paintChips(QPainter *painter) const;
    void paintRings(QPainter *painter) const;

    Clock *m_clock;
    CommandName m_commandName;
    QList<Chip> m_chips;
    QList<Ring> m_rings;
    bool m_armed = false;
};

} // namespace Linescope
