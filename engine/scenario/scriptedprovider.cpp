// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scriptedprovider.h"

#include "scenario/callinfovalue.h"
#include "scenario/expectation.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

ScriptedProvider::ScriptedProvider(TelephonyServer *server, const ProviderSetup &setup, Names *names)
    : m_server(server)
    , m_names(names)
    , m_id(server->addProvider(u"Scripted"_s, setup.abilities, [this](const Command &command) { take(command); }))
    , m_stream(server->clock(), this, this, 1, FaultStream::Manner::Scripted)
{
    m_stream.begin();
    server->setHealth(m_id, {true, {}});
    for (const DeviceInfo &info : setup.devices)
        addDevice(info);
}

void ScriptedProvider::take(const Command &command)
{
    if (!m_stream.admit(command))
        return;
    if (const auto *generation = std::get_if<Commands::GenerateDigits>(&command))
        m_generations.insert(generation->target.call, generation->endToEndId);
    const RequestId request = requestOf(command);
    if (request.isNull())
        return;
    m_pending.emplace(request, createdBy(command));
    if (const auto step = std::exchange(m_next, {})) // V-83: before the command returns
        complete(request, *step);
}

// A name that was there before is the same line again.
void ScriptedProvider::addDevice(const DeviceInfo &info)
{
    DeviceInfo named = info;
    if (named.name.isEmpty())
        named.name = u"Line %1"_s.arg(m_lines.size() + 1);
    if (!m_lines.contains(named.name))
        m_lines.append(named.name);
    const DriverLine line{quint32(m_lines.indexOf(named.name) + 1)};
    deliver({Reports::DeviceAdded{line, std::make_shared<const DeviceInfo>(named)}});
}

void ScriptedProvider::send(const QList<Report> &batch) { m_server->report(m_id, batch); }

void ScriptedProvider::fail(const QString &reason) { m_server->providerDied(m_id, reason); }

// It can be brought up again by lineCreate.
void ScriptedProvider::die(const QString &text)
{
    m_stream.tell(FaultKind::Die, text);
    m_pending.clear();
    m_stream.begin();
    fail(text);
}

// ---- reports ----

DriverCall ScriptedProvider::freshCall(const QString &name)
{
    if (name == "none"_L1)
        return {};
    if (const auto original = duplicateOf(name))
        return m_names->driverOf(m_names->call(*original).value_or(CallName()));
    return {++m_lastCall};
}

void ScriptedProvider::newCall(const ProviderStep &step)
{
    auto report = std::get<Reports::NewCall>(step.report);
    report.call = freshCall(step.name);
    for (const QString &name : {step.as, step.name}) {
        if (!name.isEmpty() && name != "none"_L1 && !duplicateOf(name))
            m_names->setCall(name, {{}, {}, report.call});
    }
    QList<Report> batch{report};
    if (!step.silent)
        batch.append(Reports::CallState{report.call, step.state, step.mode, {}});
    deliver(batch);
}

// The record is reported whole: what is known, with what the step says.
QString ScriptedProvider::callInfo(const ProviderStep &step)
{
    auto report = std::get<Reports::CallInfo>(step.report);
    const auto name = m_names->call(step.json.value(u"call"_s).toString()).value_or(CallName());
    const Call *call = m_server->world().call(name.call);
    const CallInfo before = call ? call->info.unpack() : CallInfo();
    CallInfo after = before;
    Decoder decoder(*m_names);
    fillCallInfo(decoder, step.json, after);
    report.info = PackedCallInfo(after);
    if (!step.json.contains(u"changed"_s))
        report.changed = changedStates(before, after);
    deliver({report});
    return decoder.ok() ? QString() : decoder.problems.constFirst().text;
}

QString ScriptedProvider::complete(const ProviderStep &step)
{
    if (step.request == "next"_L1) {
        m_next = step;
        return {};
    }
    if (!step.request.isEmpty()) {
        complete(m_names->request(step.request).value_or(RequestId()), step);
        return {};
    }
    if (m_pending.empty())
        return Decoder::tr("No request is pending.");
    complete(m_pending.rbegin()->first, step);
    return {};
}

void ScriptedProvider::complete(RequestId request, const ProviderStep &step)
{
    auto report = std::get<Reports::Completion>(step.report);
    report.request = request;
    const auto pending = m_pending.find(request);
    const QList<CallId> created = pending == m_pending.end() ? QList<CallId>() : pending->second;
    const QStringList wanted{step.name, step.consultName};
    DriverCall *const drivers[] = {&report.call, &report.consult};
    for (qsizetype i = 0; i < created.size() && report.result == LineError::None; ++i) {
        *drivers[i] = freshCall(wanted.at(i));
        if (!wanted.at(i).isEmpty() && wanted.at(i) != "none"_L1 && !duplicateOf(wanted.at(i)))
            m_names->setCall(wanted.at(i), {{}, created.at(i), *drivers[i]});
    }
    m_pending.erase(request);
    deliver({report});
}

// What the step does not say stays as it is.
void ScriptedProvider::lineState(const ProviderStep &step)
{
    auto report = std::get<Reports::DeviceState>(step.report);
    for (const Device &device : m_server->world().devices()) {
        if (device.provider != m_id || device.driver != report.line)
            continue;
        if (!step.json.contains(u"inService"_s))
            report.inService = device.info.inService;
        if (!step.json.contains(u"connected"_s))
            report.connected = device.info.connected;
    }
    deliver({report});
}

void ScriptedProvider::generate(const ProviderStep &step)
{
    auto report = std::get<Reports::Generate>(step.report);
    const auto name = m_names->call(step.json.value(u"call"_s).toString()).value_or(CallName());
    if (!step.json.contains(u"endToEndId"_s))
        report.endToEndId = m_generations.value(name.call);
    deliver({report});
}

QString ScriptedProvider::act(const ProviderStep &step)
{
    switch (step.verb) {
    case Verb::NewCall:
        newCall(step);
        return {};
    case Verb::CallInfo:
        return callInfo(step);
    case Verb::Complete:
        return complete(step);
    case Verb::LineCreate:
        addDevice(*std::get<Reports::DeviceAdded>(step.report).info);
        return {};
    case Verb::LineState:
        lineState(step);
        return {};
    case Verb::Generate:
        generate(step);
        return {};
    case Verb::CallState:
    case Verb::LineClose:
    case Verb::LineRemove:
    case Verb::LineDevState:
    case Verb::AddressState:
    case Verb::MonitorDigits:
    case Verb::CallBytes:
        deliver({step.report});
        return {};
    case Verb::Die:
        die(step.text);
        return {};
    case Verb::Clear:
        m_stream.setFaults({});
        return {};
    case Verb::Delay:
    case Verb::Drop:
    case Verb::Duplicate:
    case Verb::Reorder:
    case Verb::SlowCompletion:
    case Verb::NoCompletion:
    case Verb::WrongState:
    case Verb::LineCloseStorm:
    case Verb::Stall:
    case Verb::NullHandle:
    case Verb::NoMemory:
        m_stream.addFault(step.fault);
        return {};
    }
    return {};
}

} // namespace Linescope::Scenarios
