// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays a scenario as a tour: caption by caption, at a speed that people can follow, on real rules. What happens goes
// into a feed like the events of any engine.
#pragma once

#include "guide/tourplan.h"
#include "journal/eventfeed.h"
#include "scenario/scenarioplayer.h"
#include "tapi/clock.h"

#include <QObject>

#include <memory>

namespace Linescope {

class TourPlayer : public QObject {
    Q_OBJECT

public:
    using Named = Scenarios::ScenarioPlayer::Named;

    // Clock (of the one who watches) and feed must outlive the player.
    TourPlayer(const Scenarios::Scenario &scenario, Clock *clock, EventFeed *feed, QObject *parent = nullptr);
    ~TourPlayer() override;

    bool isPlaying() const { return m_playing; }
    bool atEnd() const { return m_ended; }
    double speed() const { return m_speed; }  // 0.5 to 4
    int chapter() const { return m_chapter; } // from 0
    int chapters() const { return int(m_chapters.size()); }
    QString caption() const;
    Microseconds length() const;  // at speed 1
    Microseconds elapsed() const; // of it
    QString failure() const { return m_player->failure(); }
    const World &world() const { return m_player->world(); }
    Clock *worldClock() const; // of the world that is played; lives as long as the player

public Q_SLOTS:
    void play(); // at the end: from the beginning
    void pause();
    void toggle() { m_playing ? pause() : play(); }
    void step(); // to the next caption, with all that belongs to this one
    void restart();
    void setSpeed(double speed);
    void faster();
    void slower();

Q_SIGNALS:
    void captionChanged(const QString &text);
    void viewWanted(const QString &name);
    // What the caption is about, as soon as it is there.
    void aboutChanged(const Linescope::TourPlayer::Named &named);
    void progressed();
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void ended();

private:
    class WorldClock;

    void makePlayer();
    void begin(int chapter);
    void tick();
    void arm();
    void advanceTo(Microseconds moment); // in the chapter
    void passUntil(Microseconds moment);
    void playAction();
    void tellAbout();
    void end();
    void setPlaying(bool playing);

    const Scenarios::Scenario m_scenario;
    Clock *m_clock;
    EventFeed *m_feed;
    const QList<TourChapter> m_chapters;
    std::unique_ptr<Scenarios::ScenarioPlayer> m_player;
    std::unique_ptr<WorldClock> m_worldClock;
    Named m_told;
    Microseconds m_last = 0;    // time of the last tick
    Microseconds m_elapsed = 0; // in the chapter
    int m_chapter = 0;
    qsizetype m_action = 0;    // the next one of the chapter
    Microseconds m_waited = 0; // of the wait that is being played
    double m_speed = 1;
    quint64 m_armed = 0;
    bool m_playing = false;
    bool m_ended = false;
};

} // namespace Linescope
