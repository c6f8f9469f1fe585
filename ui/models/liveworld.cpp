// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/liveworld.h"

#include <QRandomGenerator>

#include <chrono>
#include <iterator>
#include <utility>

namespace Linescope {

using namespace std::chrono_literals;

namespace {

constexpr auto FrameTime = 16ms;
constexpr qsizetype MaxEventsPerFrame = 100'000; // some 10 ms; the rest waits for the next frame

} // namespace

LiveWorld::LiveWorld(EventFeed *feed, QObject *parent)
    : QObject(parent)
    , m_first(feed)
    , m_feed(feed)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameTime);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &LiveWorld::showFrame);
}

void LiveWorld::setFeed(EventFeed *feed)
{
    m_feed = feed ? feed : m_first;
    m_backlog.clear();
    m_applied = 0;
    m_skipped = 0;
    m_awaitsSnapshot = true;
    wakeUp(); // it may have told of what it holds while nobody listened
}

void LiveWorld::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged(paused);
    if (!paused)
        wakeUp();
}

quint64 LiveWorld::behind() const { return quint64(m_feed->pending() + m_backlog.size() - m_applied); }

void LiveWorld::wakeUp()
{
    m_woken = true;
    if (!m_paused && !m_frame.isActive())
        m_frame.start();
}

void LiveWorld::advanceNow()
{
    do
        step();
    while (m_applied < m_backlog.size());
}

void LiveWorld::showFrame()
{
    if (m_paused)
        return;
    step();
    if (m_applied < m_backlog.size() || m_woken)
        m_frame.start();
}

void LiveWorld::step()
{
    if (m_applied == m_backlog.size())
        take();
    const qsizetype left = m_backlog.size() - m_applied;
    if (m_applied == 0 && left <= MaxEventsPerFrame) {
        apply(std::exchange(m_backlog, {}));
        return;
    }
    const auto first = m_backlog.begin() + m_applied;
    const qsizetype count = std::min(left, MaxEventsPerFrame);
    m_applied += count;
    apply(EventBatch(std::make_move_iterator(first), std::make_move_iterator(first + count)));
}

void LiveWorld::take()
{
    m_woken = false;
    EventFeed::Batch batch = m_feed->take();
    m_awaitsSnapshot = m_awaitsSnapshot && !batch.resync;
    if (m_awaitsSnapshot)
        return;
    m_backlog = std::move(batch.events);
    m_applied = 0;
    m_skipped += batch.skipped;
    m_tellsHistory = batch.resync.has_value();
    if (!batch.resync)
        return;
    if (m_masker.isOff()) {
        m_world = *std::move(batch.resync);
    } else {
        m_truth = *std::move(batch.resync);
        m_world = m_masker.masked(m_truth);
    }
    Q_EMIT reset();
}

void LiveWorld::setMasking(const MaskingChoice &choice)
{
    if (choice == m_masker.choice())
        return;
    World truth = std::exchange(m_masker.isOff() ? m_world : m_truth, {});
    m_masker = Masker(choice, QRandomGenerator::system()->generate64());
    m_world = m_masker.masked(truth);
    if (!m_masker.isOff())
        m_truth = std::move(truth);
    Q_EMIT maskingChanged();
    Q_EMIT reset();
}

void LiveWorld::apply(const EventBatch &batch)
{
    if (m_masker.isOff())
        return show(batch);
    m_truth.apply(batch);
    show(m_masker.masked(batch));
}

void LiveWorld::show(const EventBatch &batch)
{
    if (batch.isEmpty())
        return;
    m_net.compute(m_world, batch);
    Q_EMIT aboutToAdvance(batch);
    if (m_net.voided().empty())
        m_world.apply(batch);
    else
        applyWithLastLooks(batch);
    Q_EMIT advanced(batch);
}

void LiveWorld::applyWithLastLooks(const EventBatch &batch)
{
    for (const Event &event : batch) {
        if (std::holds_alternative<Events::HandleVoided>(event.payload))
            Q_EMIT aboutToVoid(event);
        m_world.apply(event);
    }
}

} // namespace Linescope
