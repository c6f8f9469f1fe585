// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moment/timetravel.h"

#include "models/liveworld.h"

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr Microseconds FrameTime = 33_ms;
constexpr qsizetype ReadAhead = 4096;
constexpr qsizetype MostPerFrame = 20'000; // as fast as possible

} // namespace

TimeTravel::TimeTravel(LiveWorld *live, MomentClock *clock, std::function<void(quint64)> resume, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
    , m_resume(std::move(resume))
{
}

TimeTravel::~TimeTravel() { leave(); }

void TimeTravel::enter(std::unique_ptr<Past> past)
{
    play(false);
    if (!isAway())
        m_lastLive = m_live->world().seq();
    m_past = std::move(past);
    m_found = false;
    m_ahead.clear();
    m_isReading = m_isSeeking = m_stepping = false;
    connect(m_past.get(), &Past::found, this, &TimeTravel::show);
    connect(m_past.get(), &Past::read, this, &TimeTravel::takeAhead);
    connect(m_past.get(), &Past::failed, this, [this](const QString &sentence) {
        m_isSeeking = m_isReading = m_stepping = false;
        play(false);
        Q_EMIT failed(sentence);
    });
    Q_EMIT entered();
}

void TimeTravel::leave()
{
    if (!isAway())
        return;
    play(false);
    m_past.reset();
    m_ahead.clear();
    if (std::exchange(m_found, false)) {
        m_clock->setMoment({});
        m_live->setFeed(nullptr);
        m_resume(m_lastLive);
    }
    m_feed.reset();
    Q_EMIT left();
}

void TimeTravel::goTo(quint64 seq)
{
    if (!isAway())
        return;
    m_isSeeking = true;
    m_past->seek(seq, History);
}

void TimeTravel::goToTime(Microseconds time)
{
    if (!isAway())
        return;
    m_isSeeking = true;
    m_past->seekTime(time, History);
}

void TimeTravel::show(const Moment &moment)
{
    if (!m_found) { // only now is there something to show instead
        m_feed = std::make_unique<EventFeed>(1 << 20, [this] { m_live->wakeUp(); });
        m_live->setPaused(false);
        m_live->setFeed(m_feed.get());
        m_found = true;
    }
    m_seq = moment.seq;
    m_time = moment.time;
    m_ahead.clear();
    m_isReading = m_isSeeking = m_stepping = false;
    m_clock->setMoment(m_time);
    playFromHere();
    m_feed->startAnew(moment.before);
    m_feed->push(moment.events, moment.before);
    m_live->advanceNow();
    Q_EMIT momentChanged(m_seq, m_time);
}

void TimeTravel::step(int events)
{
    if (!isAway() || !m_found)
        return;
    play(false);
    if (events < 0) {
        const quint64 back = std::min<quint64>(quint64(-events), m_seq - m_past->range().firstSeq);
        if (back > 0)
            goTo(m_seq - back);
        return;
    }
    if (m_ahead.isEmpty()) {
        m_stepping = true;
        readOn();
        return;
    }
    tell(m_ahead.first(1));
    m_ahead.removeFirst();
}

void TimeTravel::play(bool on)
{
    on = on && isAway() && m_found;
    if (m_playing == on)
        return;
    m_playing = on;
    if (on) {
        playFromHere();
        planFrame();
        if (m_seq >= m_past->range().lastSeq) // as players do
            goTo(m_past->range().firstSeq);
    }
    Q_EMIT playingChanged(on);
}

void TimeTravel::playFromHere()
{
    m_playedFrom = m_time;
    m_playedSince = m_clock->real()->now();
}

void TimeTravel::planFrame()
{
    Clock *clock = m_clock->real();
    clock->callAt(clock->now() + FrameTime, this, [this, chain = ++m_chain] {
        if (m_playing && chain == m_chain)
            playFrame();
    });
}

void TimeTravel::setSpeed(double speed)
{
    if (m_playing)
        m_time = m_clock->now();
    m_speed = speed;
    playFromHere();
}

void TimeTravel::readOn()
{
    if (std::exchange(m_isReading, true))
        return;
    m_past->readOn(m_ahead.isEmpty() ? m_seq : m_ahead.constLast().seq, ReadAhead);
}

void TimeTravel::takeAhead(quint64 behind, const EventBatch &events)
{
    if (m_isSeeking || !m_isReading || behind != (m_ahead.isEmpty() ? m_seq : m_ahead.constLast().seq))
        return; // asked for before the moment was another one
    m_isReading = false;
    m_ahead += events;
    if (std::exchange(m_stepping, false) && !m_ahead.isEmpty())
        step(1);
    if (m_playing && m_ahead.isEmpty() && m_seq >= m_past->range().lastSeq)
        play(false);
}

void TimeTravel::playFrame()
{
    if (m_isSeeking)
        return planFrame();
    const Microseconds played = m_clock->real()->now() - m_playedSince;
    const Microseconds until = m_playedFrom + Microseconds(double(played) * m_speed);
    const auto end = m_speed > 0
        ? std::upper_bound(m_ahead.begin(), m_ahead.end(), until,
                           [](Microseconds time, const Event &event) { return time < event.time; })
        : m_ahead.begin() + std::min(m_ahead.size(), MostPerFrame);
    const qsizetype count = end - m_ahead.begin();
    if (count > 0) {
        tell(m_ahead.first(count));
        m_ahead.remove(0, count);
    }
    if (m_speed > 0 && !m_ahead.isEmpty()) { // time passes between events, too
        m_clock->setMoment(until);
        Q_EMIT momentChanged(m_seq, until);
    }
    if (m_ahead.size() < ReadAhead / 2)
        readOn();
    planFrame();
}

void TimeTravel::tell(const EventBatch &events)
{
    m_seq = events.constLast().seq;
    m_time = events.constLast().time;
    m_clock->setMoment(m_time);
    m_feed->push(events, m_live->world());
    if (!m_playing)
        m_live->advanceNow();
    Q_EMIT momentChanged(m_seq, m_time);
}

} // namespace Linescope
