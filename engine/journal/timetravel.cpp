// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/timetravel.h"

#include <QElapsedTimer>

#include <limits>

namespace Linescope {

namespace {

constexpr quint64 eventsPerEntry = 4096;
constexpr size_t mostFindings = 100'000;

} // namespace

TimeMachine::TimeMachine(std::unique_ptr<JournalFile> file, const TimeMachineOptions &options)
    : m_file(std::move(file))
    , m_checkpoints(options.capacityBytes, options.distance)
{
}

tl::expected<std::unique_ptr<TimeMachine>, QString> TimeMachine::open(const QString &path,
                                                                      const TimeMachineOptions &options)
{
    auto file = JournalFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<TimeMachine>(new TimeMachine(std::move(*file), options));
}

bool TimeMachine::build(const std::function<bool(double)> &progress)
{
    constexpr qint64 tellEvery = 100;  // ms
    constexpr quint64 lookEvery = 256; // events
    QElapsedTimer sinceTold;
    const double size = double(std::max<qint64>(m_file->size(), 1));
    World world;
    m_entries.push_back({m_file->reader().place(), std::numeric_limits<Microseconds>::min()});
    bool goOn = true;
    while (goOn && step(world)) {
        if (progress && m_status.events % lookEvery == 0
            && (!sinceTold.isValid() || sinceTold.elapsed() >= tellEvery)) {
            goOn = progress(double(m_file->position()) / size);
            sinceTold.start();
        }
    }
    const JournalReader &reader = m_file->reader();
    m_status.isTruncated = reader.isTruncated() || !reader.summary();
    m_status.dropped = reader.summary() ? quint64(std::max<qint64>(reader.summary()->dropped, 0)) : 0;
    m_status.checkpoints = qint64(m_checkpoints.kept().size());
    m_status.checkpointBytes = m_checkpoints.bytes();
    m_status.distance = m_checkpoints.distance();
    m_status.isLimited = m_checkpoints.isLimited();
    return goOn;
}

// One event on; false at the end.
bool TimeMachine::step(World &world)
{
    JournalReader &reader = m_file->reader();
    const auto event = reader.next();
    if (std::optional<World> snapshot = reader.takeSnapshot())
        world = std::move(*snapshot);
    if (m_checkpoints.kept().empty())
        begin(world);
    if (!event)
        m_status.error = event.error();
    if (!event || !*event)
        return false;
    world.apply(**event);
    note(**event, world);
    return true;
}

// What is true before the first event. Whoever goes on from there reads the snapshot again.
void TimeMachine::begin(const World &world)
{
    JournalPlace place = m_entries.front().place;
    place.seq = world.seq();
    m_checkpoints.keep(0, world, place);
    m_status.firstSeq = m_status.lastSeq = world.seq();
    m_status.firstTime = m_status.lastTime = world.time();
}

void TimeMachine::note(const Event &event, const World &world)
{
    const JournalPlace place = m_file->reader().place();
    if (m_status.events == 0 && m_status.firstSeq == 0) {
        m_status.firstSeq = event.seq - 1;
        m_status.firstTime = event.time;
    }
    if (++m_status.events % eventsPerEntry == 0)
        m_entries.push_back({place, event.time});
    m_status.lastSeq = event.seq;
    m_status.lastTime = event.time;
    m_checkpoints.pass(m_status.events, world, place);
    const auto *const raised = std::get_if<Events::FindingRaised>(&event.payload);
    if (raised && m_findings.size() < mostFindings)
        m_findings.push_back({event.seq, event.time, raised->finding});
}

// Brings m_current there: on from where it is, or from a checkpoint behind that.
tl::expected<void, QString> TimeMachine::goTo(quint64 seq)
{
    const auto &checkpoint = *m_checkpoints.before(std::max(seq, m_checkpoints.kept().front().world->seq()));
    const bool goesOn = m_hasCurrent && m_current.seq() <= seq && checkpoint.world->seq() <= m_current.seq();
    if (!goesOn) {
        m_current = *checkpoint.world;
        m_currentPlace = checkpoint.place;
    }
    m_hasCurrent = false;
    JournalReader &reader = m_file->reader();
    if (!reader.seek(m_currentPlace))
        return unreadable();
    const auto result = reader.advanceTo(seq, m_current);
    m_currentPlace = reader.place();
    m_hasCurrent = result.has_value();
    return result;
}

tl::unexpected<QString> TimeMachine::unreadable() const
{
    return tl::unexpected(tr("%1 cannot be read any more.").arg(m_file->path()));
}

tl::expected<World, QString> TimeMachine::worldAt(quint64 seq)
{
    if (m_checkpoints.kept().empty()) // build() comes first
        return World();
    if (const auto gone = goTo(std::min(seq, m_status.lastSeq)); !gone)
        return tl::unexpected(gone.error());
    return m_current;
}

// The last entry behind which events after `seq` are.
const TimeMachine::Entry &TimeMachine::entryBefore(quint64 seq) const
{
    const auto behind = std::upper_bound(m_entries.begin(), m_entries.end(), seq,
                                         [](quint64 wanted, const Entry &entry) { return wanted < entry.place.seq; });
    return *std::prev(behind); // the first one is in front of all
}

template<class Take>
tl::expected<void, QString> TimeMachine::forEachFrom(const JournalPlace &place, Take take)
{
    JournalReader &reader = m_file->reader();
    if (!reader.seek(place))
        return unreadable();
    while (true) {
        auto event = reader.next();
        if (!event)
            return tl::unexpected(event.error());
        if (!*event || (*event)->seq > m_status.lastSeq || !take(**event))
            return {};
    }
}

tl::expected<EventBatch, QString> TimeMachine::eventsAfter(quint64 seq, qsizetype most)
{
    EventBatch events;
    if (m_entries.empty() || most <= 0 || seq >= m_status.lastSeq)
        return events;
    const auto read = forEachFrom(entryBefore(seq).place, [&](Event &event) {
        if (event.seq > seq)
            events.append(std::move(event));
        return events.size() < most;
    });
    if (!read)
        return tl::unexpected(read.error());
    return events;
}

quint64 TimeMachine::seqAt(Microseconds time)
{
    quint64 found = m_status.firstSeq;
    const auto behind = std::upper_bound(m_entries.begin(), m_entries.end(), time,
                                         [](Microseconds wanted, const Entry &entry) { return wanted < entry.time; });
    if (behind == m_entries.begin()) // nothing was built
        return found;
    const Entry &entry = *std::prev(behind);
    found = std::max(found, entry.place.seq);
    forEachFrom(entry.place, [&](const Event &event) {
        const bool isBefore = event.time <= time;
        found = isBefore ? event.seq : found;
        return isBefore;
    });
    return found;
}

quint64 TimeMachine::next(quint64 seq)
{
    const auto events = eventsAfter(seq, 1);
    return events && !events->isEmpty() ? events->constFirst().seq : seq;
}

quint64 TimeMachine::previous(quint64 seq)
{
    if (m_entries.empty() || seq <= m_status.firstSeq)
        return seq;
    const Entry &entry = entryBefore(std::max<quint64>(seq, 1) - 1);
    quint64 found = std::max(entry.place.seq, m_status.firstSeq);
    forEachFrom(entry.place, [&](const Event &event) {
        const bool isBefore = event.seq < seq;
        found = isBefore ? event.seq : found;
        return isBefore;
    });
    return found;
}

const FindingMark *TimeMachine::nextFinding(quint64 seq) const
{
    const auto found = std::upper_bound(m_findings.begin(), m_findings.end(), seq,
                                        [](quint64 wanted, const FindingMark &mark) { return wanted < mark.seq; });
    return found == m_findings.end() ? nullptr : &*found;
}

const FindingMark *TimeMachine::previousFinding(quint64 seq) const
{
    const auto found = std::lower_bound(m_findings.begin(), m_findings.end(), seq,
                                        [](const FindingMark &mark, quint64 wanted) { return mark.seq < wanted; });
    return found == m_findings.begin() ? nullptr : &*std::prev(found);
}

} // namespace Linescope
