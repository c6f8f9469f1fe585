// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogstore.h"

#include "calllog/calldatabase.h"
#include "tapi/clock.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace Linescope {

namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds firstPause(500);
constexpr milliseconds longestPause(5000);
constexpr milliseconds lastPatience(2000); // at the end of the program
constexpr milliseconds silence(1500);      // that of a database which does not answer
constexpr milliseconds lookPeriod(1000);   // whether the database is still there
constexpr auto retentionPeriod = std::chrono::hours(1);

} // namespace

struct CallLogStore::Shared {
    std::mutex mutex;
    std::condition_variable wanted; // something to do
    std::condition_variable done;   // something was tried
    std::deque<LoggedCall> records; // that wait, the oldest first
    size_t inWork = 0;              // of these, from the front
    SteadyClock::time_point groupSince;
    std::deque<Job> jobs;
    std::vector<quint32> finished; // calls, committed or given up
    std::function<void()> listener;
    CallLogStatus status;
    std::optional<SteadyClock::time_point> busySince; // the database has been asked
    bool hurry = false;                               // do not wait for others
    bool stop = false;
    bool ended = false;
    quint64 attempts = 0;

    // Memory has an end: what has waited longest is the first to go, and the status says how many went.
    void giveUpOldest()
    {
        const auto oldest = records.begin() + qsizetype(inWork);
        finished.push_back(quint32(oldest->call));
        records.erase(oldest);
        ++status.givenUp;
        if (listener)
            listener();
    }
};

// What runs on the thread. It shares nothing with the store but Shared, since it may outlive it: a server that has
// frozen is not waited for at the end of the program.
class CallLogStore::Writer {
public:
    Writer(std::shared_ptr<Shared> shared, const CallLogSettings &settings, const QByteArray &password)
        : m_shared(std::move(shared))
        , m_settings(settings)
        , m_database(settings, password)
    {
    }

    void run()
    {
        while (waitForWork())
            work();
        m_database.close();
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->ended = true;
        m_shared->done.notify_all();
    }

private:
    // False: this is the end.
    bool waitForWork()
    {
        std::unique_lock lock(m_shared->mutex);
        for (;;) {
            const bool hasWork = !m_shared->records.empty() || !m_shared->jobs.empty();
            if (m_shared->stop && (!hasWork || m_failedAtTheEnd))
                return false;
            const SteadyClock::time_point when = nextTime();
            if (SteadyClock::now() >= when)
                return true;
            m_shared->wanted.wait_until(lock, when);
        }
    }

    // When there will be something to do, as it looks now.
    SteadyClock::time_point nextTime() const
    {
        const SteadyClock::time_point now = SteadyClock::now();
        if (m_shared->hurry || m_shared->stop || !m_shared->jobs.empty())
            return now;
        if (m_pause.count() > 0)
            return m_notBefore;
        if (!m_database.isOpen())
            return now;
        if (m_shared->records.empty())
            return m_nextLook;
        return m_shared->records.size() >= size_t(m_settings.groupRows) ? now
                                                                        : m_shared->groupSince + m_settings.groupDelay;
    }

    void work()
    {
        setBusy(true);
        LogResult<> result = beReady();
        while (result && hasRecords())
            result = writeGroup();
        if (result && m_settings.keepDays > 0 && SteadyClock::now() >= m_nextRetention)
            result = forgetOld();
        setBusy(false);
        runJobs(result);
        note(result);
    }

    LogResult<> beReady()
    {
        m_nextLook = SteadyClock::now() + lookPeriod;
        return m_database.isOpen() ? m_database.look() : m_database.open(CallDatabase::Access::Write);
    }

    bool hasRecords() const
    {
        const std::scoped_lock lock(m_shared->mutex);
        return !m_shared->records.empty();
    }

    LogResult<> writeGroup()
    {
        const std::vector<LoggedCall> group = takeGroup();
        LogResult<> result = m_database.write(group);
        if (result) // a file that was removed meanwhile takes along what was written to it
            result = m_database.lookAtFile();
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->inWork = 0;
        if (!result)
            return result;
        m_shared->records.erase(m_shared->records.begin(), m_shared->records.begin() + qsizetype(group.size()));
        m_shared->groupSince = SteadyClock::now();
        for (const LoggedCall &record : group)
            m_shared->finished.push_back(quint32(record.call));
        m_shared->status.written += group.size();
        if (m_shared->listener)
            m_shared->listener();
        if (m_shared->busySince)
            m_shared->busySince = SteadyClock::now();
        return result;
    }

    std::vector<LoggedCall> takeGroup()
    {
        const std::scoped_lock lock(m_shared->mutex);
        const size_t count = std::min(m_shared->records.size(), size_t(std::max<qsizetype>(m_settings.groupRows, 1)));
        m_shared->inWork = count;
        return {m_shared->records.begin(), m_shared->records.begin() + qsizetype(count)};
    }

    LogResult<> forgetOld()
    {
        m_nextRetention = SteadyClock::now() + retentionPeriod;
        const Microseconds age = Microseconds(m_settings.keepDays) * 86'400_s;
        const auto removed = m_database.removeEndedBefore(SystemClock::instance()->now() - age);
        if (!removed && removed.error().kind != CallLogTrouble::Kind::Busy) // somebody reads: the next time
            return tl::unexpected(removed.error());
        return {};
    }

    void runJobs(const LogResult<> &result)
    {
        std::deque<Job> jobs;
        {
            const std::scoped_lock lock(m_shared->mutex);
            jobs.swap(m_shared->jobs);
        }
        for (const Job &job : jobs) {
            if (result)
                job(&m_database);
            else
                job(tl::unexpected(result.error()));
        }
    }

    void setBusy(bool busy)
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->busySince = busy ? std::optional(SteadyClock::now()) : std::nullopt;
    }

    // Writes down how it went, and when to try again.
    void note(const LogResult<> &result)
    {
        if (!result)
            m_database.close(); // whatever state it is in
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->hurry = m_shared->hurry && result && !m_shared->records.empty();
        ++m_shared->attempts;
        m_failedAtTheEnd = m_shared->stop && !result;
        m_pause = result ? milliseconds(0) : std::clamp(m_pause * 2, firstPause, longestPause);
        m_notBefore = SteadyClock::now() + m_pause;
        m_shared->status.state = result ? CallLogStatus::State::Fine : CallLogStatus::State::Troubled;
        m_shared->status.trouble = result ? CallLogTrouble() : result.error();
        m_shared->done.notify_all();
    }

    const std::shared_ptr<Shared> m_shared;
    const CallLogSettings m_settings;
    CallDatabase m_database;
    milliseconds m_pause{0}; // after a failure
    SteadyClock::time_point m_notBefore;
    SteadyClock::time_point m_nextLook;
    SteadyClock::time_point m_nextRetention;
    bool m_failedAtTheEnd = false;
};

CallLogStore::CallLogStore(const CallLogSettings &settings, const QByteArray &password)
    : m_settings(settings)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->status.state = CallLogStatus::State::Opening;
    m_thread = std::thread([shared = m_shared, settings, password] { Writer(shared, settings, password).run(); });
}

CallLogStore::~CallLogStore()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->listener = {};
    m_shared->stop = true;
    m_shared->wanted.notify_all();
    const bool ended = m_shared->done.wait_for(lock, lastPatience, [this] { return m_shared->ended; });
    lock.unlock();
    if (ended)
        m_thread.join();
    else
        m_thread.detach();
}

void CallLogStore::setListener(std::function<void()> listener)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->listener = std::move(listener);
}

void CallLogStore::put(LoggedCall record)
{
    const std::scoped_lock lock(m_shared->mutex);
    if (m_shared->records.empty())
        m_shared->groupSince = SteadyClock::now();
    m_shared->records.push_back(std::move(record));
    if (std::cmp_greater(m_shared->records.size(), m_settings.mostWaiting))
        m_shared->giveUpOldest();
    m_shared->wanted.notify_all();
}

std::vector<quint32> CallLogStore::takeDone()
{
    const std::scoped_lock lock(m_shared->mutex);
    return std::exchange(m_shared->finished, {});
}

void CallLogStore::finish(milliseconds patience)
{
    std::unique_lock lock(m_shared->mutex);
    const quint64 before = m_shared->attempts;
    m_shared->hurry = true;
    m_shared->wanted.notify_all();
    m_shared->done.wait_for(lock, patience, [&] {
        const bool tried = m_shared->attempts > before;
        return tried && (m_shared->records.empty() || m_shared->status.state == CallLogStatus::State::Troubled);
    });
}

CallLogStatus CallLogStore::status() const
{
    const std::scoped_lock lock(m_shared->mutex);
    CallLogStatus status = m_shared->status;
    status.waiting = qint64(m_shared->records.size());
    if (m_shared->busySince && SteadyClock::now() - *m_shared->busySince > silence) {
        status.state = CallLogStatus::State::Troubled;
        status.trouble = CallLogTrouble::silent(m_settings);
    }
    return status;
}

void CallLogStore::run(Job job)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->jobs.push_back(std::move(job));
    m_shared->wanted.notify_all();
}

} // namespace Linescope
