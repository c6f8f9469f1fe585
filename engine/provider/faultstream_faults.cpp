// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each kind of fault does. Their order is fixed: whatever was set first, a report is lost before it is falsified,
// and falsified before it is late.
#include "provider/faultstream.h"

#include "provider/brieftext.h"
#include "provider/faulttext.h"
#include "tapi/names.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Linescope {

namespace {

constexpr CallState wrongStates[] = {CallState::Offering,     CallState::Accepted,  CallState::Dialing,
                                     CallState::Ringback,     CallState::Connected, CallState::OnHold,
                                     CallState::Disconnected, CallState::Idle};

// V-34: only the state is to be wrong.
quint32 usualMode(CallState state)
{
    switch (state) {
    case CallState::Offering:
        return quint32(OfferingMode::Active);
    case CallState::Connected:
        return quint32(ConnectedMode::Active);
    case CallState::Disconnected:
        return quint32(DisconnectMode::Normal);
    default:
        return 0;
    }
}

} // namespace

// ---- of the provider as a whole ----

// LINE_CLOSE for all that is open, or for the line of the fault alone.
void FaultStream::storm(DriverLine cause)
{
    const Fault *fault = m_open.isEmpty() ? nullptr : strikes(FaultKind::LineCloseStorm, cause);
    if (!fault)
        return;
    QList<DriverLine> closed;
    for (const DriverLine line : std::as_const(m_open)) {
        if (fault->line.isNull() || line == fault->line)
            closed.append(line);
    }
    std::sort(closed.begin(), closed.end()); // a set has another order in each run
    noteFault(FaultKind::LineCloseStorm, {fault->line, {}},
              tr("LINE_CLOSE for every open line (%1)").arg(closed.size()));
    for (const DriverLine line : closed) {
        m_open.remove(line);
        put(Reports::LineClose{line, tr("injected: every line is closed at once")});
    }
}

void FaultStream::die()
{
    const QString reason = tr("injected: the provider fails");
    noteFault(FaultKind::Die, {}, reason);
    flush();
    end();
    // Later: whoever reports is not to be stopped in the middle of it.
    m_agenda.in(0, [this, reason] { m_target->fail(reason); });
}

void FaultStream::tell(FaultKind kind, const QString &text)
{
    if (!m_live)
        return;
    noteFault(kind, {}, text);
    flush();
}

void FaultStream::stall(const Report &report, const Subject &subject)
{
    const Fault *fault = m_silent ? nullptr : strikes(FaultKind::Stall, subject.line);
    if (!fault)
        return;
    noteFault(FaultKind::Stall, subject,
              tr("nothing for %1, beginning with: %2").arg(faultTime(fault->delay), briefText(report)));
    m_silent = true;
    m_agenda.in(fault->delay, [this, stall = ++m_stall] {
        if (stall == m_stall)
            endStall();
    });
}

void FaultStream::endStall()
{
    if (!std::exchange(m_silent, false))
        return;
    m_held -= m_stalled.size();
    m_out += std::exchange(m_stalled, {});
}

// ---- of one report ----

void FaultStream::inject(Report report)
{
    if (!mayBefall(report))
        return put(report);
    const Subject subject = subjectOf(report);
    if (strikes(FaultKind::Die, subject.line))
        return die();
    storm(subject.line);
    stall(report, subject);
    if (lose(report, subject))
        return;
    falsify(report, subject);
    deliver(report, subject);
    if (!strikes(FaultKind::Duplicate, subject.line))
        return;
    noteFault(FaultKind::Duplicate, subject, tr("sent twice: %1").arg(briefText(report)));
    deliver(report, subject);
}

bool FaultStream::lose(const Report &report, const Subject &subject)
{
    if (!subject.call.isNull() && m_refused.contains(subject.call)) // it cannot know yet
        return true;
    if (std::holds_alternative<Reports::NewCall>(report) && strikes(FaultKind::NullHandle, subject.line)) {
        noteFault(FaultKind::NullHandle, subject, tr("answered with a NULL handle: %1").arg(briefText(report)));
        refuse(subject.call);
        return true;
    }
    if (std::holds_alternative<Reports::Completion>(report) && strikes(FaultKind::NoCompletion, subject.line)) {
        noteFault(FaultKind::NoCompletion, subject, tr("never sent: %1").arg(briefText(report)));
        return true;
    }
    if (!strikes(FaultKind::Drop, subject.line))
        return false;
    noteFault(FaultKind::Drop, subject, tr("dropped: %1").arg(briefText(report)));
    return true;
}

void FaultStream::refuse(DriverCall call)
{
    m_refused.insert(call);
    m_agenda.in(0, [this, call] {
        m_refused.remove(call);
        m_lineOfCall.remove(call);
        m_target->refused(call);
    });
}

void FaultStream::falsify(Report &report, const Subject &subject)
{
    auto *state = std::get_if<Reports::CallState>(&report);
    if (!state || !strikes(FaultKind::WrongState, subject.line))
        return;
    CallState wrong = state->state;
    while (wrong == state->state)
        wrong = wrongStates[m_random.below(quint32(std::size(wrongStates)))];
    noteFault(FaultKind::WrongState, subject, tr("changed to %1: %2").arg(nameOf(wrong), briefText(report)));
    state->state = wrong;
    state->mode = usualMode(wrong);
}

Microseconds FaultStream::lateness(const Report &report, const Subject &subject)
{
    Microseconds sum = 0;
    if (m_held >= MaxHeld)
        return sum;
    for (const FaultKind kind : {FaultKind::Delay, FaultKind::SlowCompletion}) {
        if (kind == FaultKind::SlowCompletion && !std::holds_alternative<Reports::Completion>(report))
            continue;
        const Fault *fault = strikes(kind, subject.line);
        if (!fault)
            continue;
        noteFault(kind, subject, tr("delayed by %1: %2").arg(faultTime(fault->delay), briefText(report)));
        sum += fault->delay;
    }
    return sum;
}

void FaultStream::deliver(const Report &report, const Subject &subject)
{
    if (const Microseconds late = lateness(report, subject); late > 0)
        return later(report, late);
    if (m_manner == Manner::Live && !m_overtaken.isEmpty()) {
        put(report);
        releaseOvertaken();
        return;
    }
    if (m_held >= MaxHeld || !strikes(FaultKind::Reorder, subject.line))
        return put(report);
    noteFault(FaultKind::Reorder, subject, tr("sent after what follows: %1").arg(briefText(report)));
    ++m_held;
    if (m_manner == Manner::Live)
        m_overtaken.append(QList<Report>{report});
    else
        m_heldNow.append(report);
}

void FaultStream::later(const Report &report, Microseconds delay)
{
    ++m_held;
    m_agenda.in(delay, [this, report] {
        --m_held;
        put(report);
    });
}

void FaultStream::releaseOvertaken()
{
    const QList<QList<Report>> overtaken = std::exchange(m_overtaken, {});
    for (const QList<Report> &batch : overtaken) {
        m_held -= batch.size();
        for (const Report &report : batch)
            put(report);
    }
}

void FaultStream::noteFault(FaultKind kind, const Subject &subject, const QString &text)
{
    put(Reports::FaultInjected{kind, subject.line, subject.call, text});
}

void FaultStream::put(const Report &report)
{
    if (!m_silent) {
        m_out.append(report);
        return;
    }
    m_stalled.append(report);
    if (++m_held >= MaxHeld)
        endStall();
}

// Sending may come back here: the engine's answer to a report may be a command.
void FaultStream::flush()
{
    if (const QList<Report> batch = std::exchange(m_out, {}); !batch.isEmpty())
        m_target->send(batch);
}

} // namespace Linescope
