// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps the ghosts of a model's rows for as long as they are to be seen, and tells when their time is over. While the
// screen is paused none of them goes.
#pragma once

#include "models/handles/ghostlist.h"
#include "tapi/clock.h"

#include <QObject>

#include <limits>

namespace Linescope {

class LiveWorld;

class GhostKeeper : public QObject {
    Q_OBJECT

public:
    GhostKeeper(const LiveWorld *live, Clock *clock, Microseconds time, size_t capacity, QObject *parent = nullptr);

    void setTime(Microseconds time); // how long each one stays; 0: there are none

    // Of the row whose handle becomes void by this event. Returns the one that had to go for it.
    std::optional<HCall> keep(const HandleRow &row, const Event &voided);
    const Ghost *find(HCall handle) const { return m_ghosts.find(handle); } // none if there is none
    template<class F>
    void forEach(F f) const // of handles, oldest first
    {
        m_ghosts.forEach(f);
    }
    std::vector<HCall> takeAll();
    void clear();

    // While a batch is being shown.
    void beginBatch();
    void endBatch();
    const std::vector<HCall> &fresh() const { return m_fresh; } // that came with it, ascending
    bool isFresh(HCall handle) const;

Q_SIGNALS:
    void ended(const std::vector<Linescope::HCall> &handles);

private:
    void endOld();
    void expectEnd();

    const LiveWorld *m_live;
    Clock *m_clock;
    Microseconds m_time;
    GhostList m_ghosts;
    Microseconds m_endAt = std::numeric_limits<Microseconds>::max(); // when somebody will look
    std::vector<HCall> m_fresh;
};

} // namespace Linescope
