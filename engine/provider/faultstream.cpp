// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/faultstream.h"

#include "provider/brieftext.h"
#include "provider/faulttext.h"

#include <algorithm>
#include <utility>

namespace Linescope {

FaultStream::Target::~Target() = default;

FaultStream::FaultStream(Clock *clock, QObject *receiver, Target *target, quint64 seed, Manner manner)
    : m_target(target)
    , m_manner(manner)
    , m_agenda(clock, receiver, [this] { flush(); })
    , m_random(seed)
{
}

void FaultStream::begin()
{
    end();
    m_live = true;
}

void FaultStream::end()
{
    m_live = false;
    m_agenda.clear();
    m_out.clear();
    m_lineOfCall.clear();
    m_lineOfRequest.clear();
    m_open.clear();
    m_refused.clear();
    m_overtaken.clear();
    m_heldNow.clear();
    m_stalled.clear();
    m_held = 0;
    m_silent = false;
}

void FaultStream::setFaults(const QList<Fault> &faults)
{
    m_faults.clear();
    for (const Fault &fault : faults.mid(0, MaxFaults))
        m_faults.push_back({fault, fault.times});
    if (!m_live)
        return;
    endStall();
    releaseOvertaken();
    strikeAtOnce(faults);
    flush();
}

void FaultStream::addFault(const Fault &fault)
{
    if (m_faults.size() >= size_t(MaxFaults))
        return;
    m_faults.push_back({fault, fault.times});
    strikeAtOnce({fault});
    flush();
}

// ---- what passes ----

void FaultStream::pass(const QList<Report> &batch)
{
    if (!m_live)
        return;
    if (m_faults.empty() && m_refused.isEmpty()) {
        for (const Report &report : batch)
            note(report);
        return m_target->send(batch);
    }
    for (const Report &report : batch) {
        inject(report);
        if (!m_live) // the provider has failed of it
            return;
        note(report);
    }
    if (!m_heldNow.isEmpty())
        m_overtaken.prepend(std::exchange(m_heldNow, {}));
    flush();
}

template<class Asynchronous>
DriverLine FaultStream::lineOf(const Asynchronous &command) const
{
    if constexpr (requires { command.line; })
        return command.line;
    else if constexpr (requires { command.target; })
        return m_lineOfCall.value(command.target.driver);
    else
        return m_lineOfCall.value(command.conference.driver);
}

bool FaultStream::admit(const Command &command)
{
    if (!m_live)
        return true;
    const bool refused = std::visit(
        [&](const auto &c) {
            if constexpr (requires { c.request; }) {
                return refuse(command, c.request, lineOf(c));
            } else {
                note(c);
                return false;
            }
        },
        command);
    flush();
    return !refused;
}

bool FaultStream::refuse(const Command &command, RequestId request, DriverLine line)
{
    if (strikes(FaultKind::NoMemory, line)) {
        noteFault(FaultKind::NoMemory, {line, {}}, tr("answered with LINEERR_NOMEM: %1").arg(briefText(command)));
        put(Reports::Completion{request, LineError::NoMem});
        return true;
    }
    if (m_lineOfRequest.size() >= MaxHeld) // a provider that completes nothing
        m_lineOfRequest.clear();
    m_lineOfRequest.insert(request, line);
    return false;
}

void FaultStream::note(const Commands::OpenLine &command) { m_open.insert(command.line); }

void FaultStream::note(const Commands::CloseLine &command) { m_open.remove(command.line); }

void FaultStream::note(const Commands::CloseCall &command) { m_lineOfCall.remove(command.target.driver); }

void FaultStream::noteCall(DriverCall call, DriverLine line)
{
    if (m_lineOfCall.size() >= MaxCalls) // calls that the engine never closes, since it never heard of them
        m_lineOfCall.clear();
    m_lineOfCall.insert(call, line);
}

void FaultStream::note(const Report &report)
{
    if (const auto *call = std::get_if<Reports::NewCall>(&report)) {
        noteCall(call->call, call->line);
    } else if (const auto *completion = std::get_if<Reports::Completion>(&report)) {
        const DriverLine line = m_lineOfRequest.value(completion->request);
        for (const DriverCall made : {completion->call, completion->consult}) {
            if (!made.isNull())
                noteCall(made, line);
        }
        m_lineOfRequest.remove(completion->request);
    } else if (const auto *close = std::get_if<Reports::LineClose>(&report)) {
        m_open.remove(close->line);
    } else if (const auto *removal = std::get_if<Reports::DeviceRemoved>(&report)) {
        m_open.remove(removal->line);
    }
}

FaultStream::Subject FaultStream::subjectOf(const Report &report) const
{
    return std::visit(
        [this](const auto &r) {
            Subject subject;
            if constexpr (requires { r.call; })
                subject.call = r.call;
            if constexpr (requires { r.line; })
                subject.line = r.line;
            else if constexpr (requires { r.request; })
                subject.line = m_lineOfRequest.value(r.request);
            else
                subject.line = m_lineOfCall.value(r.call);
            return subject;
        },
        report);
}

// ---- chance ----

bool FaultStream::mayBefall(const Report &report) const
{
    return m_manner == Manner::Scripted
        || !(std::holds_alternative<Reports::DeviceAdded>(report)
             || std::holds_alternative<Reports::DeviceRemoved>(report));
}

// The fault of that kind that strikes now; none if there is none, or by chance.
const Fault *FaultStream::strikes(FaultKind kind, DriverLine line)
{
    for (Active &active : m_faults) {
        const Fault &fault = active.fault;
        if (fault.kind != kind || (fault.times > 0 && active.left == 0))
            continue;
        if (!fault.line.isNull() && fault.line != line)
            continue;
        if (fault.chance < 1 && double(m_random.next()) >= fault.chance * 4294967296.0)
            continue;
        active.left -= fault.times > 0 ? 1 : 0;
        return &fault;
    }
    return nullptr;
}

void FaultStream::strikeAtOnce(const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        if (fault.chance < 1)
            continue;
        if (fault.kind == FaultKind::LineCloseStorm)
            storm(fault.line);
        else if (fault.kind == FaultKind::Die && m_live && strikes(fault.kind, fault.line))
            die();
    }
}

} // namespace Linescope
