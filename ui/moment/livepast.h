// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine remembers of this session, as far back as its ring goes. The session goes on meanwhile.
#pragma once

#include "moment/past.h"

#include <functional>

namespace Linescope {

class Engine;

class LivePast : public Past {
    Q_OBJECT

public:
    explicit LivePast(Engine *engine, QObject *parent = nullptr); // which must outlive it

    Range range() const override { return m_range; } // as of the last answer
    void seek(quint64 seq, qsizetype events) override;
    void seekTime(Microseconds time, qsizetype events) override;
    void readOn(quint64 seq, qsizetype most) override;

private:
    std::function<void(const Moment &, const MomentRange &)> answer();
    void setRange(const MomentRange &range);

    Engine *m_engine;
    MomentRange m_range;
    quint64 m_wanted = 0; // number of the last seek
};

} // namespace Linescope
