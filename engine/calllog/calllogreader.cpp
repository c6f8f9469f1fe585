// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogreader.h"

#include <chrono>
#include <utility>

namespace Linescope {

CallLogReader::CallLogReader(const CallLogSettings &settings, const QByteArray &password)
    : m_settings(settings)
    , m_shared(std::make_shared<Shared>())
    , m_thread([shared = m_shared, settings, password] { work(shared, settings, password); })
{
}

// A server that has frozen is not waited for.
CallLogReader::~CallLogReader()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->stop = true;
    m_shared->changed.notify_all();
    const bool ended = m_shared->changed.wait_for(lock, std::chrono::milliseconds(500),
                                                  [this] { return m_shared->ended; });
    lock.unlock();
    if (ended)
        m_thread.join();
    else
        m_thread.detach();
}

void CallLogReader::run(Job job)
{
    Job tooLong;
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->jobs.push_back(std::move(job));
        if (m_shared->jobs.size() > MostJobs) {
            tooLong = std::move(m_shared->jobs.front());
            m_shared->jobs.pop_front();
        }
        m_shared->changed.notify_all();
    }
    if (tooLong)
        tooLong(tl::unexpected(CallLogTrouble::silent(m_settings)));
}

std::function<bool()> CallLogReader::mayGoOn() const
{
    return [weak = std::weak_ptr<Shared>(m_shared)] {
        const auto shared = weak.lock();
        return shared && !shared->stop;
    };
}

void CallLogReader::work(const std::shared_ptr<Shared> &shared, const CallLogSettings &settings,
                         const QByteArray &password)
{
    CallDatabase database(settings, password);
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return shared->stop || !shared->jobs.empty(); });
        if (shared->stop)
            break;
        const Job job = std::move(shared->jobs.front());
        shared->jobs.pop_front();
        lock.unlock();
        LogResult<> ready = database.isOpen() ? database.look() : LogResult<>(tl::unexpected(CallLogTrouble()));
        if (!ready) // also when a new file has come in the place of the old one
            ready = database.open(CallDatabase::Access::Read);
        job(ready ? LogResult<CallDatabase *>(&database) : tl::unexpected(ready.error()));
        lock.lock();
    }
    lock.unlock();
    database.close();
    lock.lock();
    shared->ended = true;
    shared->changed.notify_all();
}

} // namespace Linescope
