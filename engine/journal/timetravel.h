// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The World at any moment of a recording. One pass over the file makes an index and keeps Worlds on the way
// (checkpoints); from the one before the moment it is a short way. Memory for them has a limit: when it is reached,
// every second one goes and the way gets longer.
#pragma once

#include "journal/checkpoints.h"
#include "journal/journalfile.h"

#include <functional>
#include <memory>
#include <vector>

namespace Linescope {

// A finding in a recording.
struct FindingMark {
    quint64 seq = 0;
    Microseconds time = 0;
    std::shared_ptr<const Finding> finding;
};

struct TimeMachineOptions {
    qint64 capacityBytes = 512 * 1024 * 1024; // for checkpoints
    quint64 distance = 16 * 1024;             // events between them, while there is room
};

struct TimeMachineStatus {
    quint64 events = 0;
    quint64 firstSeq = 0; // of the moment before the first event, on which the recording begins; 0: of the session
    quint64 lastSeq = 0;
    Microseconds firstTime = 0;
    Microseconds lastTime = 0;
    qint64 checkpoints = 0;
    qint64 checkpointBytes = 0;
    quint64 distance = 0;   // events between two checkpoints
    bool isLimited = false; // longer than wished for, for want of memory
    bool isTruncated = false;
    quint64 dropped = 0; // events that the recording lost, as its summary says
    QString error;       // a sentence; empty: the file was read to its end. What comes before the error can be seen.
};

// One thread at a time. build() may run on another thread than the rest, if that waits for it.
class TimeMachine {
    Q_DECLARE_TR_FUNCTIONS(Linescope::TimeMachine)

public:
    static tl::expected<std::unique_ptr<TimeMachine>, QString> open(const QString &path,
                                                                    const TimeMachineOptions &options = {});

    // Reads the file once. `progress` is told how much of it is done, 0..1, some ten times a second at most, and says
    // whether to go on. False when it said no: what has been read can be seen.
    bool build(const std::function<bool(double)> &progress = {});

    const JournalHeader &header() const { return m_file->header(); }
    const TimeMachineStatus &status() const { return m_status; }
    const std::vector<FindingMark> &findings() const { return m_findings; } // the first 100,000, in order

    // The World after that event, or the last one before it.
    tl::expected<World, QString> worldAt(quint64 seq);
    // The last event at or before a time; status().firstSeq when there is none.
    quint64 seqAt(Microseconds time);
    // The events behind that one, at most so many.
    tl::expected<EventBatch, QString> eventsAfter(quint64 seq, qsizetype most);
    // One event on or back; the same at the end or the beginning.
    quint64 next(quint64 seq);
    quint64 previous(quint64 seq);
    // The finding next to that moment; none at the ends.
    const FindingMark *nextFinding(quint64 seq) const;
    const FindingMark *previousFinding(quint64 seq) const;

private:
    struct Entry {
        JournalPlace place; // behind the event of that number
        Microseconds time;
    };

    TimeMachine(std::unique_ptr<JournalFile> file, const TimeMachineOptions &options);
    bool step(World &world);
    void begin(const World &world);
    void note(const Event &event, const World &world);
    const Entry &entryBefore(quint64 seq) const;
    template<class Take>
    tl::expected<void, QString> forEachFrom(const JournalPlace &place, Take take);
    tl::expected<void, QString> goTo(quint64 seq);
    tl::unexpected<QString> unreadable() const;

    std::unique_ptr<JournalFile> m_file;
    Checkpoints<JournalPlace> m_checkpoints;
    std::vector<Entry> m_entries; // in front of all, and every 4096 events
    std::vector<FindingMark> m_findings;
    TimeMachineStatus m_status;
    World m_current; // the last one asked for, and where the reader would go on from it
    JournalPlace m_currentPlace;
    bool m_hasCurrent = false;
};

} // namespace Linescope
