// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/replay/replayprovider.h"

#include <QFileInfo>

#include <cmath>

namespace Linescope {

namespace {

constexpr Microseconds patience = 12_s; // applications open a line again 10 s after the provider closed it
constexpr Microseconds pause = 1_s;     // before it begins again
constexpr qsizetype batchSize = 100;

// What an application waits for an answer to; none of the synchronous functions.
RequestId requestOf(const Command &command)
{
    return std::visit(
        []<class C>(const C &c) {
            if constexpr (requires { c.request; })
                return c.request;
            else
                return RequestId();
        },
        command);
}

} // namespace

ReplayProvider::ReplayProvider(Clock *clock, const ReplaySettings &settings, TrafficOpener open, QObject *parent)
    : ServiceProvider(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_open(std::move(open))
{
}

QString ReplayProvider::displayName() const { return tr("%1 (recording)").arg(QFileInfo(m_settings.file).fileName()); }

void ReplayProvider::start() { begin(); }

void ReplayProvider::stop()
{
    ++m_turn;
    m_source.reset();
}

void ReplayProvider::begin()
{
    auto source = m_open();
    if (!source) {
        Q_EMIT healthChanged({false, source.error()});
        return;
    }
    m_source = std::move(*source);
    m_next.reset();
    m_first.reset();
    m_waitingSince.reset();
    m_started = m_clock->now();
    Q_EMIT healthChanged({true, tr("Playing %1.").arg(QFileInfo(m_settings.file).fileName())});
    later(m_started);
}

void ReplayProvider::later(Microseconds when)
{
    m_clock->callAt(when, this, [this, turn = ++m_turn] {
        if (turn == m_turn)
            play();
    });
}

// What is due; a part of it at a time, so that commands come in between.
void ReplayProvider::play()
{
    for (qsizetype i = 0; i < batchSize && m_source; ++i) {
        if (!playOne()) {
            flush();
            return;
        }
    }
    flush();
    if (m_source)
        later(m_clock->now());
}

// False when it is not due yet, or there is nothing more.
bool ReplayProvider::playOne()
{
    if (!m_next) {
        auto next = m_source->next();
        if (!next || !*next) {
            end(next ? QString() : next.error());
            return false;
        }
        m_next = std::move(*next);
        m_first = m_first.value_or(m_next->time);
    }
    const Microseconds now = m_clock->now();
    const Microseconds due = m_settings.speed == 0
        ? now
        : m_started + Microseconds(std::llround(double(m_next->time - *m_first) / m_settings.speed));
    if (due > now) {
        later(due);
        return false;
    }
    const auto *const command = std::get_if<Command>(&m_next->what);
    const auto *const open = command ? std::get_if<Commands::OpenLine>(command) : nullptr;
    if (open && waitsFor(line(m_next->provider, open->line)))
        return false;
    if (command)
        follow(m_next->provider, *command);
    else
        say(m_next->provider, std::get<Report>(m_next->what));
    m_next.reset();
    return true;
}

// The recording stands still meanwhile: what comes later is later by that.
bool ReplayProvider::waitsFor(DriverLine line)
{
    const Microseconds now = m_clock->now();
    if (!m_lines[line].isOpen && (!m_waitingSince || now < *m_waitingSince + patience)) {
        m_waitingSince = m_waitingSince.value_or(now);
        m_waitedFor = line;
        later(*m_waitingSince + patience);
        return true;
    }
    if (m_waitingSince)
        m_started += now - *m_waitingSince;
    m_waitingSince.reset();
    return false;
}

void ReplayProvider::end(const QString &problem)
{
    m_source.reset();
    flush();
    if (!problem.isEmpty()) {
        Q_EMIT healthChanged({true, problem});
        return;
    }
    const QString leftOut = m_leftOut == 0 ? QString() : u' ' + tr("%n report(s) were left out.", {}, int(m_leftOut));
    Q_EMIT healthChanged({true, tr("The recording has ended.") + leftOut});
    if (!m_settings.loop)
        return;
    for (const auto &[name, line] : m_lineNames)
        say(Reports::DeviceRemoved{line});
    flush();
    m_lineNames.clear();
    m_callNames.clear();
    m_deviceHolders.clear();
    m_lines.clear();
    m_calls.clear();
    m_requests.clear();
    m_clock->callAt(m_clock->now() + pause, this, [this, turn = ++m_turn] {
        if (turn == m_turn)
            begin();
    });
}

void ReplayProvider::flush()
{
    if (!m_batch.isEmpty())
        Q_EMIT reported(std::exchange(m_batch, {}));
}

void ReplayProvider::execute(const Command &command)
{
    if (const auto *open = std::get_if<Commands::OpenLine>(&command)) {
        m_lines[open->line].isOpen = true;
        if (m_waitingSince && m_waitedFor == open->line)
            later(m_clock->now());
    } else if (const auto *close = std::get_if<Commands::CloseLine>(&command)) {
        m_lines[close->line].isOpen = false;
    } else if (const auto *release = std::get_if<Commands::CloseCall>(&command)) {
        m_calls[release->target.driver].isReleased = true;
    } else if (const RequestId request = requestOf(command); !request.isNull()) {
        m_batch.append(Reports::Completion{request, LineError::OperationUnavail});
        flush();
    }
}

} // namespace Linescope
