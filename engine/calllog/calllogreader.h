// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the call log on a thread of its own, beside the one that writes.
#pragma once

#include "calllog/calldatabase.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace Linescope {

class CallLogReader {
public:
    CallLogReader(const CallLogSettings &settings, const QByteArray &password);
    ~CallLogReader(); // what waits is not read any more
    Q_DISABLE_COPY_MOVE(CallLogReader)

    static constexpr size_t MostJobs = 100; // that wait

    // Called on the reader's thread, in order. When too many wait, the oldest is told so at once, on this thread: that
    // database does not answer.
    using Job = std::function<void(LogResult<CallDatabase *>)>;
    void run(Job job);
    std::function<bool()> mayGoOn() const; // for a long job, which asks now and then

private:
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Job> jobs;
        std::atomic<bool> stop = false;
        bool ended = false;
    };
    static void work(const std::shared_ptr<Shared> &shared, const CallLogSettings &settings,
                     const QByteArray &password);

    const CallLogSettings m_settings;
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace Linescope
