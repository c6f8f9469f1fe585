// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Work that takes longer than a frame, in turns of the event loop: nobody waits for the whole, and a screen can say how
// far it is. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Linescope {

class SlicedWork : public QObject {
    Q_OBJECT

public:
    static constexpr int BusyAfter = 300; // ms

    // `step` does about as much as it is told (items) and returns true when nothing is left; `percent` says how far it
    // is.
    SlicedWork(std::function<bool(size_t)> step, std::function<int()> percent, QObject *parent);

    // The first turn, at once. True: that was all, finished() does not come. Started again before its end it counts as
    // the same work.
    bool start();
    // It is no longer wanted, or what it has made is on screen.
    void stop();
    // For tests: items per step, and steps per turn. 0: as many as time allows.
    void setSlices(int items, int steps);

Q_SIGNALS:
    void finished();               // stop() is to be called once what it has made is on screen
    void busyChanged(int percent); // only of what takes long; -1 once it is over

private:
    bool turn(int leastSteps);
    void tellBusy(int percent);

    std::function<bool(size_t)> m_step;
    std::function<int()> m_percent;
    QTimer m_timer;
    QElapsedTimer m_time;
    int m_busy = -1;
    int m_items = 0;
    int m_steps = 0;
};

} // namespace Linescope
