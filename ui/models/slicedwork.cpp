// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/slicedwork.h"

#include <utility>

namespace Linescope {

namespace {

constexpr int itemsPerStep = 512;
constexpr int stepsAtOnce = 16; // in the first turn, so that a World of usual size is done at once
constexpr int turnTime = 8;     // ms

} // namespace

SlicedWork::SlicedWork(std::function<bool(size_t)> step, std::function<int()> percent, QObject *parent)
    : QObject(parent)
    , m_step(std::move(step))
    , m_percent(std::move(percent))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (turn(1))
            Q_EMIT finished();
    });
}

bool SlicedWork::start()
{
    if (!m_timer.isActive())
        m_time.start();
    return turn(stepsAtOnce);
}

void SlicedWork::stop()
{
    m_timer.stop();
    tellBusy(-1);
}

void SlicedWork::setSlices(int items, int steps)
{
    m_items = items;
    m_steps = steps;
}

bool SlicedWork::turn(int leastSteps)
{
    QElapsedTimer time;
    time.start();
    const auto isOver = [&](int steps) {
        return m_steps > 0 ? steps >= m_steps : steps >= leastSteps && time.elapsed() >= turnTime;
    };
    for (int steps = 0; !isOver(steps); ++steps) {
        if (m_step(size_t(m_items > 0 ? m_items : itemsPerStep))) {
            m_timer.stop();
            return true;
        }
    }
    m_timer.start(0);
    if (m_time.hasExpired(BusyAfter))
        tellBusy(m_percent());
    return false;
}

void SlicedWork::tellBusy(int percent)
{
    if (std::exchange(m_busy, percent) != percent)
        Q_EMIT busyChanged(percent);
}

} // namespace Linescope
