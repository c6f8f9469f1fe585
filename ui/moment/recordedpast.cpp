// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moment/recordedpast.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace Linescope {

class RecordedPast::Reader : public QObject {
public:
    std::unique_ptr<TimeMachine> machine;
};

RecordedPast::RecordedPast(const QString &path, QObject *parent)
    : Past(parent)
    , m_path(path)
    , m_reader(new Reader)
{
    m_thread.setObjectName(QStringLiteral("recording"));
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_reader, [this, reader = m_reader] {
        auto opening = TimeMachine::open(m_path);
        QString trouble = opening ? QString() : opening.error();
        if (opening) {
            reader->machine = std::move(*opening);
            const bool isWhole = reader->machine->build([this](double done) {
                QMetaObject::invokeMethod(
                    this, [this, done] { Q_EMIT progressed(done); }, Qt::QueuedConnection);
                return !m_ends;
            });
            const TimeMachineStatus &status = reader->machine->status();
            if (!isWhole)
                return;
            if (status.events == 0 && !status.error.isEmpty())
                trouble = status.error;
        }
        QMetaObject::invokeMethod(
            this,
            [this, trouble, status = reader->machine ? reader->machine->status() : TimeMachineStatus(),
             header = reader->machine ? reader->machine->header() : JournalHeader(),
             findings = reader->machine ? reader->machine->findings() : std::vector<FindingMark>()] {
                if (!trouble.isEmpty()) {
                    Q_EMIT failed(trouble);
                    return;
                }
                m_status = status;
                m_header = header;
                m_findings = findings;
                m_isOpen = true;
                Q_EMIT rangeChanged();
                Q_EMIT opened();
            },
            Qt::QueuedConnection);
    });
}

RecordedPast::~RecordedPast()
{
    m_ends = true;
    m_thread.quit();
    m_thread.wait();
}

Past::Range RecordedPast::range() const
{
    return {m_status.firstSeq, m_status.lastSeq, m_status.firstTime, m_status.lastTime};
}

// `work` gets the machine on its own thread and says what to do with the result on this one.
template<class Work>
void RecordedPast::post(Work work)
{
    QMetaObject::invokeMethod(
        m_reader,
        [this, reader = m_reader, work = std::move(work)]() mutable {
            if (m_ends || !reader->machine)
                return;
            std::function<void()> then = work(*reader->machine);
            if (then)
                QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void RecordedPast::seek(quint64 seq, qsizetype events)
{
    seekWith([seq](TimeMachine &) { return seq; }, events);
}

void RecordedPast::seekTime(Microseconds time, qsizetype events)
{
    seekWith([time](TimeMachine &machine) { return machine.seqAt(time); }, events);
}

void RecordedPast::seekWith(std::function<quint64(TimeMachine &)> seqOf, qsizetype events)
{
    const quint64 number = ++m_wanted;
    post([this, number, events, seqOf = std::move(seqOf)](TimeMachine &machine) -> std::function<void()> {
        if (number != m_wanted)
            return {}; // a later one has been asked for
        const quint64 seq = std::min(seqOf(machine), machine.status().lastSeq);
        const quint64 first = machine.status().firstSeq;
        const quint64 from = seq > first + quint64(events) ? seq - quint64(events) : first;
        auto before = machine.worldAt(from);
        auto led = before ? machine.eventsAfter(from, qsizetype(seq - from)) : tl::unexpected(before.error());
        if (!led)
            return [this, error = led.error()] { Q_EMIT failed(error); };
        led->erase(std::upper_bound(led->begin(), led->end(), seq,
                                    [](quint64 wanted, const Event &event) { return wanted < event.seq; }),
                   led->end());
        Moment moment;
        moment.seq = led->isEmpty() ? before->seq() : led->constLast().seq;
        moment.time = led->isEmpty() ? before->time() : led->constLast().time;
        moment.before = *std::move(before);
        moment.events = *std::move(led);
        return [this, number, moment = std::move(moment)] {
            if (number == m_wanted)
                Q_EMIT found(moment);
        };
    });
}

void RecordedPast::readOn(quint64 seq, qsizetype most)
{
    post([this, seq, most](TimeMachine &machine) -> std::function<void()> {
        const auto events = machine.eventsAfter(seq, most);
        if (!events)
            return [this, error = events.error()] { Q_EMIT failed(error); };
        return [this, seq, read = *events] { Q_EMIT this->read(seq, read); };
    });
}

} // namespace Linescope
