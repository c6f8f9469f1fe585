// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes what happens to a file, "journal/1" (journal/eventjson.h), on a thread of its own. The engine never waits:
// when the file is too slow or cannot be written, events gather up to a limit, are then dropped and counted, and
// recording goes on, with a snapshot of the World, as soon as it can. Each file begins with a snapshot unless the
// session does, so each can be read by itself.
#pragma once

#include "journal/journalsink.h"
#include "journal/masking.h"
#include "world/world.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace Linescope {

struct RecordingOptions {
    QString file = {};
    QString source = {}; // for the header: where lines and calls come from
    bool compressed = false;
    // Bytes; 0: never. Then the files are FILE with "-0001", "-0002" ... before its suffixes, each about that large; it
    // is exceeded where a snapshot alone would.
    qint64 rollAt = 0;
    int keepFiles = 0; // that this recording has written, the current one included; 0: all
    Masking masking = Masking::None;
    Microseconds flushInterval = 500_ms;
    qsizetype capacityEvents = 1 << 18; // that wait to be written
};

struct RecordingStatus {
    bool active = false;
    QString file; // that is being written, or was
    int files = 0;
    quint64 events = 0;  // written
    quint64 dropped = 0; // never written
    qint64 bytes = 0;    // of all files
    QString error;       // a sentence; empty while all is well
    friend bool operator==(const RecordingStatus &, const RecordingStatus &) = default;
};

class Recorder {
public:
    using Report = std::function<void(const RecordingStatus &)>;

    // `world` is what is true now. `report` is called on the writer's thread when the status has changed, at most once
    // in a flush interval; what goes wrong is told within two of them.
    Recorder(const RecordingOptions &options, const World &world, Report report = {});
    ~Recorder(); // stops
    Q_DISABLE_COPY_MOVE(Recorder)

    // Engine's thread: a batch, and the state after it. Batches come in order, without holes.
    void push(const EventBatch &batch, const World &world);
    // Nothing more will be pushed: what has come is still written, and the summary. Returns at once.
    void finish();
    // The same, and waits for the end of it.
    RecordingStatus stop();
    RecordingStatus status() const;

private:
    class Writer;
    struct Item {
        EventBatch batch;
        std::shared_ptr<const World> world; // instead of a batch: what is true at the beginning or after a gap
        bool afterGap = false;
        bool isGathered = false; // the batch is nobody else's
    };

    void put(Item item);
    void gather(const EventBatch &batch);

    std::unique_ptr<Writer> m_writer;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_queue;
    const qsizetype m_capacity;
    qsizetype m_queued = 0; // events
    quint64 m_dropping = 0; // events since the queue was full; a World stands for them
    bool m_overflowed = false;
    bool m_stopping = false;
    RecordingStatus m_status;
    std::thread m_thread; // last
};

} // namespace Linescope
