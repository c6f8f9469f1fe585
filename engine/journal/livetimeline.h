// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time travel in a session that goes on: the last events, as many as fit into a ring, and the World at any of them.
// Whoever shows a World feeds this with the same batches; nothing stops meanwhile. One thread.
#pragma once

#include "journal/checkpoints.h"
#include "journal/journal.h"

#include <optional>
#include <vector>

namespace Linescope {

class LiveTimeline {
public:
    struct Options {
        qint64 ringBytes = 64 * 1024 * 1024;
        qint64 checkpointBytes = 256 * 1024 * 1024;
        quint64 distance = 16 * 1024; // events between checkpoints; more when the World is large
    };

    explicit LiveTimeline(const Options &options);

    // After the batch has been applied; `world` is what is true then.
    void advance(const EventBatch &batch, const World &world);
    // A World has taken the place of the one before: events between are missing, or it is another session.
    void startAnew(const World &world);

    const Journal &journal() const { return m_ring; }
    // Moments that can be seen: from the World after event firstSeq() to that after lastSeq().
    quint64 firstSeq() const;
    quint64 lastSeq() const { return m_lastSeq; }

    // The World after that event; none when it is not among them.
    std::optional<World> worldAt(quint64 seq) const;
    const Event *event(quint64 seq) const; // none when it is not in the ring
    // The last event at or before a time, firstSeq() at least.
    quint64 seqAt(Microseconds time) const;
    // The number of a finding's event next to that moment; 0: none.
    quint64 nextFinding(quint64 seq) const;
    quint64 previousFinding(quint64 seq) const;

    qint64 checkpointBytes() const { return m_checkpoints.bytes(); }
    bool isLimited() const { return m_checkpoints.isLimited(); }

private:
    void forgetOld();
    bool isInRing(quint64 seq) const { return m_ring.count() > 0 && seq >= m_ring.firstSeq() && seq <= m_lastSeq; }

    Journal m_ring;
    Checkpoints<quint64> m_checkpoints; // place: the seq of its last event
    std::deque<quint64> m_findings;
    quint64 m_count = 0; // events that have come
    quint64 m_lastSeq = 0;
};

} // namespace Linescope
