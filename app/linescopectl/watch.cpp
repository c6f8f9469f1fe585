// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/watch.h"

#include "linescopectl/check.h"
#include "linescopectl/terminal.h"

#include <QFileInfo>
#include <QTimer>

#include <chrono>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr auto loginPatience = std::chrono::seconds(15);

} // namespace

Watch::Watch(const Options &options, const Source &source, std::unique_ptr<Output> output,
             const QByteArray &logPassword)
    : m_options(options)
    , m_source(source)
    , m_output(std::move(output))
    , m_filter(options.filter)
    , m_engine(options.engine)
    , m_log(&m_engine)
{
    if (options.log)
        startLog(logPassword);
    connect(&m_engine, &Engine::wakeUp, this, &Watch::drain);
    connect(&m_engine, &Engine::recordingChanged, this, &Watch::noteRecording);
}

void Watch::start()
{
    if (const QString problem = journalProblem(); !problem.isEmpty()) {
        m_ended = true;
        Q_EMIT finished(ExitStatus::Usage, problem);
        return;
    }
    m_output->begin(m_source, SystemClock::instance()->now());
    startRecording();
    for (const AppHabits &habits : m_source.apps)
        m_engine.addApp(habits);
    AppHabits monitor;
    monitor.name = u"linescopectl"_s;
    monitor.monitor = true;
    m_engine.addApp(monitor);
    m_engine.addProvider(m_source.key, m_source.factory);

    QTimer::singleShot(loginPatience, this, &Watch::endUnlessReached);
    if (m_options.duration)
        QTimer::singleShot(std::chrono::milliseconds(*m_options.duration / 1_ms), this, &Watch::timeIsUp);
}

// A mistake in the name of the file is told before anything begins.
QString Watch::journalProblem() const
{
    if (m_options.journalFile.isEmpty())
        return {};
    if (m_options.rollAt > 0) {
        const QString folder = QFileInfo(m_options.journalFile).path();
        return QFileInfo(folder).isWritable() ? QString() : tr("No file can be written to %1.").arg(folder);
    }
    JournalSink sink(false);
    sink.open(m_options.journalFile);
    return sink.error();
}

void Watch::startRecording()
{
    if (m_options.journalFile.isEmpty())
        return;
    RecordingOptions recording;
    recording.file = m_options.journalFile;
    recording.source = m_source.url.toString(QUrl::RemovePassword);
    recording.compressed = m_options.compressed;
    recording.rollAt = m_options.rollAt;
    recording.keepFiles = m_options.keepFiles;
    recording.masking = m_options.masking;
    m_engine.startRecording(recording);
}

// What goes wrong is said once, and once when it is over.
void Watch::noteRecording(const RecordingStatus &status)
{
    if (status.error == m_recordingError)
        return;
    m_recordingError = status.error;
    sayError(status.error.isEmpty() ? tr("The recording goes on.") : status.error);
}

void Watch::startLog(const QByteArray &password)
{
    connect(&m_log, &CallLogService::statusChanged, this, &Watch::noteLog);
    m_log.start(*m_options.log, password);
}

// As with the recording; the number of calls that wait is not worth a sentence each time.
void Watch::noteLog()
{
    const CallLogStatus &status = m_log.status();
    const bool troubled = status.state == CallLogStatus::State::Troubled;
    const QString trouble = troubled ? status.trouble.words : QString();
    if (m_ended || trouble == m_logTrouble)
        return;
    m_logTrouble = trouble;
    sayError(troubled ? m_log.trouble() : tr("The call log goes on."));
}

void Watch::endLog()
{
    if (!m_logTrouble.isEmpty() && m_log.status().waiting > 0)
        sayError(tr("%n ended call(s) may be missing in the call log.", nullptr, int(m_log.status().waiting)));
}

void Watch::interrupt()
{
    drain();
    end();
}

void Watch::drain()
{
    if (m_ended)
        return;
    const EventFeed::Batch batch = m_engine.feed().take();
    if (batch.resync)
        m_world = *batch.resync;
    m_dropped += batch.skipped;
    for (const Event &event : batch.events) {
        take(event);
        if (m_ended)
            return;
    }
    if (!m_output->flush(m_world))
        end();
}

void Watch::take(const Event &event)
{
    const bool callEnds = endsCall(event);
    const bool passed = m_filter.apply(event, m_world);
    if (m_options.leaks)
        m_leaks.see(event);
    if (const auto *state = std::get_if<Events::ProviderState>(&event.payload))
        noteProvider(*state);
    if (!passed)
        return;
    m_output->show(event, m_world);
    m_endedCalls += callEnds ? 1 : 0;
    if (m_options.calls && m_endedCalls >= *m_options.calls)
        end();
}

void Watch::noteProvider(const Events::ProviderState &event)
{
    m_wasUp = m_wasUp || event.up;
    m_providerText = event.text;
}

// IDLE, or released by a line that closed before that.
bool Watch::endsCall(const Event &event) const
{
    if (const auto *state = std::get_if<Events::CallState>(&event.payload))
        return state->state == CallState::Idle && state->previous != CallState::Idle;
    const auto *released = std::get_if<Events::CallReleased>(&event.payload);
    const Call *const call = released ? m_world.call(released->call) : nullptr;
    return call && !call->isIdle();
}

void Watch::timeIsUp()
{
    drain();
    endUnlessReached();
    end();
}

void Watch::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_output->flush(m_world);
    m_output->end(m_world, m_dropped);
    endLog();
    if (m_options.leaks)
        printLeaks(STDOUT_FILENO, m_leaks.report(m_world, SystemClock::instance()->now()));
    Q_EMIT finished(ExitStatus::Fine, {});
}

void Watch::endUnlessReached()
{
    if (m_wasUp || m_ended)
        return;
    m_ended = true;
    m_output->end(m_world, m_dropped);
    Q_EMIT finished(ExitStatus::Unreachable,
                    tr("%1 could not be reached. %2").arg(m_source.displayName, m_providerText).trimmed());
}

} // namespace Linescope
