// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lets rows of a table flash when they come, change or become void: notes after each batch what happened to the rows on
// screen, and repaints those until they have faded. Rows that nobody sees cost nothing.
#pragma once

#include "models/handles/flashbook.h"
#include "models/liveworld.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QTableView;

namespace Linescope {

class HandleDelegate;

class Flasher : public QObject {
    Q_OBJECT

public:
    // `rowOf` finds the row of a handle, -1 if it is not shown. Make it after the view's model.
    Flasher(LiveWorld *live, Clock *clock, QTableView *view, HandleDelegate *delegate, std::function<int(HCall)> rowOf);

    void setEnabled(bool enabled);
    const FlashBook &book() const { return m_book; }
    void fade(); // repaints what still flashes; by itself some ten times

private:
    void note();
    void note(HCall handle, std::vector<HCall> *voided);
    void repaint(const QList<HCall> &handles);

    LiveWorld *m_live;
    Clock *m_clock;
    QTableView *m_view;
    std::function<int(HCall)> m_rowOf;
    FlashBook m_book;
    QTimer m_steps;
    bool m_enabled = true;
};

} // namespace Linescope
