// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the provider reported, as steps of the scripted one.

#include "scenario/writer/sessionwriter.h"

#include "scenario/providerstep.h"
#include "tapi/overload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

DriverCall calledBy(const Report &report)
{
    return std::visit(
        [](const auto &r) {
            if constexpr (
                requires { r.call; } && !requires { r.request; })
                return r.call;
            else
                return DriverCall();
        },
        report);
}

} // namespace

qsizetype SessionWriter::writeReport(qsizetype index)
{
    const Event &event = m_journal.at(index);
    const auto &received = std::get<Events::ReportReceived>(event.payload);
    m_closing = {};
    m_changing = {};
    m_explainedUntil = index + 1;
    if (crossedAClose(received.provider, received.report, index)) {
        note(WrittenScenario::tr("Reports that crossed the close of their line or call on the way, which the engine "
                                 "drops, have been left out."));
        return index + 1;
    }
    // The lines of the beginning are there before the first step.
    if (m_told || !std::holds_alternative<Reports::DeviceAdded>(received.report))
        waitUntil(event.time);
    qsizetype next = index + 1;
    std::visit(Overload{
                   [&](const Reports::NewCall &r) { write(received.provider, r, index); },
                   [&](const Reports::Completion &r) { write(received.provider, r, index); },
                   [&](const auto &r) { write(received.provider, r); },
               },
               received.report);
    apply(event);
    if (std::holds_alternative<Reports::NewCall>(received.report)
        && firstState(received.provider, index)) { // is in the same step
        const auto isReport = [](const Event &e) { return std::holds_alternative<Events::ReportReceived>(e.payload); };
        while (!isReport(m_journal.at(next)))
            apply(m_journal.at(next++));
        apply(m_journal.at(next++));
    }
    return next;
}

// What the engine drops in silence because of when the provider said it, would be wrong of a scripted one.
bool SessionWriter::crossedAClose(ProviderId provider, const Report &report, qsizetype index) const
{
    const EventPayload none;
    const EventPayload &next = index + 1 < m_journal.size() ? m_journal.at(index + 1).payload : none;
    if (std::holds_alternative<Events::FindingRaised>(next))
        return false;
    if (std::holds_alternative<Reports::FaultInjected>(report))
        return false;
    if (std::holds_alternative<Reports::NewCall>(report))
        return !std::holds_alternative<Events::CallCreated>(next);
    if (const auto *close = std::get_if<Reports::LineClose>(&report)) {
        const Device *device = m_world.device(deviceOf(provider, close->line));
        return device && device->opens > 0 && !std::holds_alternative<Events::LineClosed>(next)
            && !std::holds_alternative<Events::HandleVoided>(next);
    }
    const DriverCall call = calledBy(report);
    return !call.isNull() && !m_calls.contains({provider, call});
}

DeviceId SessionWriter::deviceOf(ProviderId provider, DriverLine line) const
{
    for (const Device &device : m_world.devices()) {
        if (device.provider == provider && device.driver == line && !device.removed)
            return device.id;
    }
    return {};
}

QJsonObject SessionWriter::stepFor(const char *verb, const QJsonObject &members) const
{
    QJsonObject step = members;
    step.insert(u"provider"_s, QString::fromLatin1(verb));
    return step;
}

// ---- lines ----

void SessionWriter::write(ProviderId provider, const Reports::DeviceAdded &report)
{
    const QString name = report.info->name;
    const bool known = m_lineNames.contains(name);
    if (!known)
        m_lineNames.append(name);
    m_names.setNumber(provider, report.line, quint32(m_lineNames.indexOf(name) + 1));
    m_changing = deviceOf(provider, report.line);
    QJsonObject members = Encoder(m_names, provider).members(*report.info);
    if (m_told || known) {
        m_told = true;
        addStep(stepFor("lineCreate", members));
    } else {
        m_lines.append(members);
    }
}

// Where a line is named by its number alone.
template<class Plain>
void SessionWriter::write(ProviderId provider, const Plain &report)
{
    static constexpr std::pair<Verb, const char *> verbs[] = {
        {Verb::LineClose, "lineClose"},       {Verb::LineRemove, "lineRemove"},     {Verb::LineState, "lineState"},
        {Verb::LineDevState, "lineDevState"}, {Verb::AddressState, "addressState"}, {Verb::CallBytes, "callBytes"},
    };
    const auto found = std::ranges::find_if(verbs, [](const auto &row) {
        const std::optional<Report> reported = reportOf(row.first);
        return reported && std::holds_alternative<Plain>(*reported);
    });
    m_told = true;
    addStep(stepFor(found->second, Encoder(m_names, provider).all(report)));
    if constexpr (std::is_same_v<Plain, Reports::LineClose> || std::is_same_v<Plain, Reports::DeviceRemoved>)
        m_closing = deviceOf(provider, report.line);
    if constexpr (std::is_same_v<Plain, Reports::DeviceState>)
        m_changing = deviceOf(provider, report.line);
}

// ---- what is heard, what goes wrong ----

void SessionWriter::write(ProviderId provider, const Reports::MonitorDigits &report)
{
    if (report.digit < 0x20 || report.digit > 0x7e) {
        note(WrittenScenario::tr("A digit that is no character has been left out."));
        return;
    }
    addStep(stepFor("monitorDigits", Encoder(m_names, provider).all(report)));
}

// What it did to the reports is in them.
void SessionWriter::write(ProviderId, const Reports::FaultInjected &report)
{
    m_told = true;
    addStep({{u"say"_s, WrittenScenario::tr("Fault injected: %1").arg(report.text)}});
    if (report.kind == FaultKind::NullHandle)
        note(WrittenScenario::tr("The engine refused a call as a fault; in a scenario it cannot."));
}

} // namespace Linescope::Scenarios
