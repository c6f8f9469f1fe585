// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/tourplayer.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace Linescope {

using namespace Scenarios;

namespace {

constexpr Microseconds tickTime = 50_ms;
constexpr Microseconds longestTick = 500_ms; // a window that was stuck does not jump
constexpr std::array speeds{0.5, 1.0, 1.5, 2.0, 3.0, 4.0};

} // namespace

// The world's clock is a new one after each restart; who looks at the world has one pointer.
class TourPlayer::WorldClock : public Clock {
public:
    explicit WorldClock(const TourPlayer *player)
        : m_player(player)
    {
    }
    Microseconds now() const override { return m_player->m_player->clock()->now(); }
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override
    {
        m_player->m_player->clock()->callAt(when, receiver, std::move(call));
    }

private:
    const TourPlayer *m_player;
};

TourPlayer::TourPlayer(const Scenario &scenario, Clock *clock, EventFeed *feed, QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_clock(clock)
    , m_feed(feed)
    , m_chapters(tourPlan(scenario, QLocale().name().section(u'_', 0, 0)))
    , m_worldClock(std::make_unique<WorldClock>(this))
{
    makePlayer();
    begin(0);
}

TourPlayer::~TourPlayer() = default;

Clock *TourPlayer::worldClock() const { return m_worldClock.get(); }

void TourPlayer::makePlayer()
{
    // What it does while it is being made is in the World that the feed starts anew with.
    m_player.reset();
    m_player = std::make_unique<ScenarioPlayer>(m_scenario, [this](const EventBatch &batch) {
        if (m_player)
            m_feed->push(batch, m_player->world());
    });
    m_feed->startAnew(m_player->world());
}

QString TourPlayer::caption() const { return m_chapter < chapters() ? m_chapters.at(m_chapter).text : QString(); }

Microseconds TourPlayer::length() const
{
    Microseconds sum = 0;
    for (const TourChapter &chapter : m_chapters)
        sum += chapter.hold;
    return sum;
}

Microseconds TourPlayer::elapsed() const
{
    Microseconds sum = m_elapsed;
    for (int i = 0; i < m_chapter; ++i)
        sum += m_chapters.at(i).hold;
    return sum;
}

void TourPlayer::play()
{
    if (m_ended)
        restart();
    if (m_playing || chapters() == 0 || !failure().isEmpty())
        return;
    m_last = m_clock->now();
    setPlaying(true);
    arm();
}

void TourPlayer::pause()
{
    if (m_playing)
        tick();
    setPlaying(false);
}

void TourPlayer::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    Q_EMIT playingChanged(playing);
}

void TourPlayer::restart()
{
    makePlayer();
    m_ended = false;
    m_told = {};
    begin(0);
    m_last = m_clock->now();
}

void TourPlayer::step()
{
    if (m_ended || chapters() == 0)
        return;
    advanceTo(m_chapters.at(m_chapter).hold);
    m_last = m_clock->now();
    m_chapter + 1 < chapters() ? begin(m_chapter + 1) : end();
}

void TourPlayer::setSpeed(double speed)
{
    const double wanted = std::clamp(speed, speeds.front(), speeds.back());
    if (wanted == m_speed)
        return;
    if (m_playing)
        tick(); // until now at the old speed
    m_speed = wanted;
    Q_EMIT speedChanged(wanted);
}

void TourPlayer::faster()
{
    setSpeed(*std::find_if(speeds.begin(), speeds.end() - 1, [this](double speed) { return speed > m_speed; }));
}

void TourPlayer::slower()
{
    setSpeed(*std::find_if(speeds.rbegin(), speeds.rend() - 1, [this](double speed) { return speed < m_speed; }));
}

void TourPlayer::begin(int number)
{
    m_chapter = number;
    m_elapsed = 0;
    m_action = 0;
    m_waited = 0;
    m_told = {}; // what the chapter before was about, too, is said anew
    if (number >= chapters())
        return;
    if (!m_player->atEnd() && m_scenario.steps.at(m_player->next()).type == Step::Type::Say)
        m_player->playNext();
    Q_EMIT captionChanged(caption());
    if (!m_chapters.at(number).view.isEmpty())
        Q_EMIT viewWanted(m_chapters.at(number).view);
    tellAbout();
    Q_EMIT progressed();
}

void TourPlayer::arm()
{
    m_clock->callAt(m_clock->now() + tickTime, this, [this, number = ++m_armed] {
        if (number != m_armed || !m_playing)
            return;
        tick();
        if (m_playing)
            arm();
    });
}

void TourPlayer::tick()
{
    const Microseconds now = m_clock->now();
    const Microseconds passed = std::clamp<Microseconds>(now - m_last, 0, longestTick);
    m_last = now;
    Microseconds moment = m_elapsed + Microseconds(double(passed) * m_speed);
    while (!m_ended && failure().isEmpty()) {
        const Microseconds hold = m_chapters.at(m_chapter).hold;
        advanceTo(std::min(moment, hold));
        if (moment < hold)
            break;
        moment -= hold;
        m_chapter + 1 < chapters() ? begin(m_chapter + 1) : end();
    }
    if (!failure().isEmpty())
        setPlaying(false);
    Q_EMIT progressed();
}

void TourPlayer::advanceTo(Microseconds moment)
{
    const QList<TourAction> &actions = m_chapters.at(m_chapter).actions;
    while (m_action < actions.size() && actions.at(m_action).begin <= moment && failure().isEmpty()) {
        const TourAction &action = actions.at(m_action);
        passUntil(action.begin);
        if (action.wait > 0) {
            const Microseconds length = std::max<Microseconds>(action.end - action.begin, 1);
            const Microseconds done = std::clamp<Microseconds>(moment - action.begin, 0, length);
            const Microseconds target = moment >= action.end
                ? action.wait
                : Microseconds(double(action.wait) * double(done) / double(length));
            m_player->pass(target - m_waited);
            m_waited = target;
            m_elapsed = std::max(m_elapsed, std::min(moment, action.end));
            if (moment < action.end)
                return;
        }
        playAction();
    }
    passUntil(moment);
}

// The world's time goes on while people read.
void TourPlayer::passUntil(Microseconds moment)
{
    if (moment <= m_elapsed)
        return;
    m_player->pass(moment - m_elapsed);
    m_elapsed = moment;
}

void TourPlayer::playAction()
{
    if (m_chapters.at(m_chapter).actions.at(m_action).wait > 0)
        m_player->skip();
    else
        m_player->playNext();
    m_waited = 0;
    ++m_action;
    tellAbout();
}

void TourPlayer::tellAbout()
{
    const Named named = m_player->named(m_chapters.at(m_chapter).about);
    if (named == m_told || named == Named())
        return;
    m_told = named;
    Q_EMIT aboutChanged(named);
}

void TourPlayer::end()
{
    m_elapsed = m_chapters.at(m_chapter).hold;
    m_ended = true;
    setPlaying(false);
    Q_EMIT ended();
    Q_EMIT progressed();
}

} // namespace Linescope
