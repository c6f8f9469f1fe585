// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Leads the window to moments that are over, of this session or of a recording, and back. While it is there, the
// LiveWorld is told the past's events instead of the engine's; the engine goes on and knows nothing of it. GUI thread.
#pragma once

#include "journal/eventfeed.h"
#include "moment/momentclock.h"
#include "moment/past.h"

#include <functional>
#include <memory>

namespace Linescope {

class LiveWorld;

class TimeTravel : public QObject {
    Q_OBJECT

public:
    // `resume`: makes the engine's feed begin anew, as far back as the event of that number if it can, so that the
    // views have a history again. World and clock must outlive this object.
    TimeTravel(LiveWorld *live, MomentClock *clock, std::function<void(quint64 lastSeen)> resume,
               QObject *parent = nullptr);
    ~TimeTravel() override;

    bool isAway() const { return bool(m_past); }
    bool isPlaying() const { return m_playing; }
    // The moment that is shown.
    quint64 seq() const { return m_seq; }
    Microseconds time() const { return m_time; }
    Past *past() const { return m_past.get(); }

    // Leaves what is true now, or another past, for that one; the views follow when the first moment is found.
    void enter(std::unique_ptr<Past> past);
    void leave(); // back to what is true now

    void goTo(quint64 seq);
    void goToTime(Microseconds time);
    void step(int events); // on or back
    void play(bool on);
    void setSpeed(double speed); // 0: as fast as possible

    static constexpr qsizetype History = 5000; // events that led to a moment, for views that show what has been

Q_SIGNALS:
    void entered();
    void left();
    void momentChanged(quint64 seq, Linescope::Microseconds time);
    void playingChanged(bool playing);
    void failed(const QString &sentence);

private:
    void show(const Moment &moment);
    void takeAhead(quint64 behind, const EventBatch &events);
    void playFrame();
    void planFrame();
    void playFromHere();
    void readOn();
    void tell(const EventBatch &events);

    LiveWorld *m_live;
    MomentClock *m_clock;
    std::function<void(quint64)> m_resume;
    std::unique_ptr<Past> m_past;
    std::unique_ptr<EventFeed> m_feed;
    quint64 m_lastLive = 0; // the event that the views had seen when they left
    quint64 m_seq = 0;
    Microseconds m_time = 0;
    EventBatch m_ahead;       // behind the moment, not shown yet
    bool m_isReading = false; // more of them
    bool m_isSeeking = false; // what comes is not behind the moment any more
    bool m_stepping = false;  // the next one that comes is shown
    bool m_playing = false;
    bool m_found = false; // a moment of this past has been shown
    double m_speed = 1;
    Microseconds m_playedFrom = 0;  // the moment
    Microseconds m_playedSince = 0; // in real time
    quint64 m_chain = 0;            // number of the valid chain of frames
};

} // namespace Linescope
