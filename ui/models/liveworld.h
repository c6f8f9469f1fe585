// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The World that the window shows. Takes what the engine has gathered once per frame, applies it, tells the models.
// GUI thread only. Connect Engine::wakeUp to wakeUp().
#pragma once

#include "journal/eventfeed.h"
#include "journal/masker.h"
#include "models/handles/neteffect.h"

#include <QObject>
#include <QTimer>

namespace Linescope {

class LiveWorld : public QObject {
    Q_OBJECT

public:
    explicit LiveWorld(EventFeed *feed, QObject *parent = nullptr); // the feed must outlive this object

    // Shows another feed's World from the next frame on, which begins with a snapshot; null: the first one's again,
    // which has to begin anew (EventFeed::startAnew). What has been taken and not been shown is forgotten.
    void setFeed(EventFeed *feed);
    // The batch that is being applied came with a snapshot: it led to what is shown, and is no news.
    bool tellsHistory() const { return m_tellsHistory; }
    bool isAway() const { return m_feed != m_first; } // shows another feed than the first one

    const World &world() const { return m_world; }
    // Of the batch that is being applied; for slots of aboutToAdvance() and advanced().
    const NetEffect &netEffect() const { return m_net; }

    // Freezes the World on screen; the engine goes on.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    quint64 behind() const;                       // events that the screen does not show yet
    quint64 skipped() const { return m_skipped; } // events never seen, because a snapshot replaced them

    // From now on the World and all events have other numbers and names, or the true ones again. No view ever has both,
    // so whatever is shown, copied or exported is masked. Views begin anew (reset).
    void setMasking(const MaskingChoice &choice);
    const Masker &masker() const { return m_masker; } // for texts that come another way

    // Shows what has come by now without waiting for the next frame, even while paused. For tests and the first frame.
    void advanceNow();

public Q_SLOTS:
    void wakeUp();

Q_SIGNALS:
    void reset();                                            // the World was replaced by a snapshot
    void aboutToAdvance(const Linescope::EventBatch &batch); // world() is still as it was
    // In the middle of a batch: a handle is void by the next event, HandleVoided, and can be looked at for the last
    // time.
    void aboutToVoid(const Linescope::Event &event);
    void advanced(const Linescope::EventBatch &batch); // already applied
    void pausedChanged(bool paused);
    void maskingChanged(); // before reset(): forget what was written down

private:
    void showFrame();
    void step();
    void take();
    void apply(const EventBatch &batch);
    void show(const EventBatch &batch);
    void applyWithLastLooks(const EventBatch &batch);

    EventFeed *const m_first;
    EventFeed *m_feed;
    QTimer m_frame;
    World m_world;
    World m_truth; // what m_world is a masked picture of; empty while nothing is masked
    Masker m_masker;
    NetEffect m_net;
    EventBatch m_backlog;    // taken, but more than one frame can carry
    qsizetype m_applied = 0; // of m_backlog
    quint64 m_skipped = 0;
    bool m_woken = false; // since the last take: the feed will not do so again
    bool m_paused = false;
    bool m_tellsHistory = false;
    bool m_awaitsSnapshot = false; // what comes before it is about another World
};

} // namespace Linescope
