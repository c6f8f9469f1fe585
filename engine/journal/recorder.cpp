// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/recorder.h"

#include "journal/recordedfiles.h"

#include <chrono>

namespace Linescope {

namespace {

constexpr qsizetype muchQueued = 4096;  // events: the writer is woken before its time
constexpr qsizetype fewInBatch = 16;    // events that are rather copied than kept in a list of their own
constexpr qsizetype manyGathered = 256; // in one list

} // namespace

// Lives on the writer's thread.
class Recorder::Writer {
public:
    Writer(Recorder *recorder, const RecordingOptions &options, Report report)
        : m_recorder(*recorder)
        , m_files(options)
        , m_interval(options.flushInterval)
        , m_report(std::move(report))
    {
    }

    void run()
    {
        m_files.open();
        tell();
        while (!work())
            tell();
        m_files.close();
        count(0);
        tell();
    }

private:
    // True when all is written and nothing more will come, or could be written.
    bool work()
    {
        const auto deadline = std::chrono::steady_clock::now() + m_interval;
        const auto latest = deadline + m_interval; // of the next flush, when much comes
        while (std::optional<Item> item = next(deadline)) {
            write(*item);
            if (!m_files.isWell() || std::chrono::steady_clock::now() >= latest)
                break;
        }
        const bool well = m_files.flush();
        const std::scoped_lock lock(m_recorder.m_mutex);
        return m_recorder.m_stopping && (m_recorder.m_queue.empty() || !well);
    }

    // When it is worth while, or the time has come; none when there is nothing then, or it cannot be written.
    std::optional<Item> next(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(m_recorder.m_mutex);
        m_recorder.m_changed.wait_until(lock, deadline, [this] {
            return m_recorder.m_stopping || (m_files.isWell() && m_recorder.m_queued >= muchQueued);
        });
        if (m_recorder.m_queue.empty() || !m_files.isWell())
            return {};
        Item item = std::move(m_recorder.m_queue.front());
        m_recorder.m_queue.pop_front();
        return item;
    }

    void write(const Item &item)
    {
        if (item.world)
            m_files.goOn(*item.world, item.afterGap);
        for (const Event &event : item.batch)
            m_files.write(event);
        count(item.batch.size());
    }

    void count(qsizetype taken)
    {
        const RecordingStatus status = m_files.status();
        const std::scoped_lock lock(m_recorder.m_mutex);
        m_recorder.m_queued -= taken;
        m_recorder.m_status = status;
    }

    void tell()
    {
        count(0);
        RecordingStatus status = m_recorder.status();
        if (!m_report || status == m_told)
            return;
        m_told = status;
        m_report(status);
    }

    Recorder &m_recorder;
    RecordedFiles m_files;
    const std::chrono::microseconds m_interval;
    const Report m_report;
    RecordingStatus m_told;
};

Recorder::Recorder(const RecordingOptions &options, const World &world, Report report)
    : m_writer(std::make_unique<Writer>(this, options, std::move(report)))
    , m_capacity(options.capacityEvents)
{
    m_status.active = true;
    m_status.file = options.file;
    if (world.seq() > 0)
        m_queue.push_back({{}, std::make_shared<const World>(world), false, false});
    m_thread = std::thread([this] { m_writer->run(); });
}

Recorder::~Recorder() { stop(); }

void Recorder::push(const EventBatch &batch, const World &world)
{
    bool resyncs = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_overflowed = m_overflowed || m_queued + batch.size() > m_capacity;
        resyncs = m_overflowed && m_queued <= m_capacity / 2;
        if (m_overflowed)
            m_dropping += quint64(batch.size());
    }
    if (resyncs) // a copy takes its time
        put({{}, std::make_shared<const World>(world), true, false});
    else if (!m_overflowed) // only this thread sets it
        put({batch, {}, false, false});
}

void Recorder::put(Item item)
{
    const std::scoped_lock lock(m_mutex);
    if (item.world) {
        m_overflowed = false;
        m_dropping = 0;
    }
    const qsizetype before = std::exchange(m_queued, m_queued + item.batch.size());
    if (item.world || item.batch.size() > fewInBatch)
        m_queue.push_back(std::move(item));
    else
        gather(item.batch);
    if (before < muchQueued && m_queued >= muchQueued)
        m_changed.notify_one();
}

// A list that is shared costs its owner a new one: more than a few copies.
void Recorder::gather(const EventBatch &batch)
{
    const bool hasRoom = !m_queue.empty() && m_queue.back().isGathered
        && m_queue.back().batch.size() + batch.size() <= manyGathered;
    if (!hasRoom) {
        m_queue.emplace_back().isGathered = true;
        m_queue.back().batch.reserve(manyGathered);
    }
    for (const Event &event : batch)
        m_queue.back().batch.append(event);
}

void Recorder::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
}

RecordingStatus Recorder::stop()
{
    finish();
    if (m_thread.joinable())
        m_thread.join();
    return status();
}

RecordingStatus Recorder::status() const
{
    const std::scoped_lock lock(m_mutex);
    RecordingStatus status = m_status;
    status.dropped += m_dropping;
    if (!status.active) // what was still to be written never will be
        status.dropped += quint64(m_queued);
    return status;
}

} // namespace Linescope
