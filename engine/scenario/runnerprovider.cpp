// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The provider that a scenario is played with: brought up, and told what to report.

#include "scenario/scenariorunner_p.h"

#include "provider/faulttext.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

bool ScenarioRunner::begin()
{
    if (m_options.source)
        return beginWithSource();
    if (m_scenario.provider.scripted) {
        m_scripted = std::make_unique<ScriptedProvider>(&m_server, m_scenario.provider, &m_names);
        return true;
    }
    if (m_scenario.provider.url.isEmpty() || !m_options.makeProvider)
        return fail({},
                    Decoder::tr("This scenario is for a provider of type \"%1\": name one with --source.")
                        .arg(m_scenario.provider.type));
    const auto factory = m_options.makeProvider(m_scenario.provider.url, m_clock);
    if (!factory)
        return fail({}, factory.error());
    m_host = std::make_unique<ProviderHost>(&m_server, *factory, ProviderHost::Threading::Server);
    settle();
    return true;
}

bool ScenarioRunner::beginWithSource()
{
    m_host = std::make_unique<ProviderHost>(&m_server, m_options.source, ProviderHost::Threading::Own);
    m_result.reached = waitFor(3 * m_options.patience, [this] {
        const Provider *provider = m_server.world().provider(m_host->id());
        return provider && provider->up && !m_server.world().devices().empty();
    });
    return m_result.reached || fail({}, Decoder::tr("The source could not be reached."));
}

bool ScenarioRunner::act(const QJsonObject &json)
{
    if (m_options.source)
        return fail(m_step,
                    Decoder::tr("A real source does what it does: only the scripted provider can be told "
                                "what to report."));
    Decoder decoder(m_names);
    const ProviderStep step = decodeProviderStep(decoder, json);
    if (failed(decoder))
        return false;
    const QString complaint = m_scripted ? m_scripted->act(step) : stimulate(step);
    settle();
    return complaint.isEmpty() || fail(m_step, complaint);
}

QString ScenarioRunner::stimulate(const ProviderStep &step)
{
    if (step.verb == Verb::Die) {
        m_host->stimulate(Stimuli::Die{step.text});
        return {};
    }
    if (step.verb == Verb::Clear || faultOf(step.verb)) {
        setFaults(step);
        return {};
    }
    std::visit(Overload{
                   [&](const Reports::NewCall &report) {
                       if (!step.as.isEmpty())
                           m_awaitedCalls[deviceOf(report.line)].append(step.as);
                       const CallInfo info = report.info.unpack();
                       m_host->stimulate(Stimuli::NewIncomingCall{report.line, info.callerId, info.callerIdName});
                   },
                   [&](const Reports::CallState &report) {
                       if (report.state == CallState::Connected)
                           m_host->stimulate(Stimuli::RemoteAnswer{report.call});
                       else
                           m_host->stimulate(Stimuli::RemoteHangUp{report.call});
                   },
                   [&](const Reports::LineClose &report) {
                       m_host->stimulate(Stimuli::ForceLineClose{report.line, report.text});
                   },
                   [&](const Reports::DeviceRemoved &report) { m_host->stimulate(Stimuli::RemoveLine{report.line}); },
                   [&](const Reports::DeviceAdded &report) { m_host->stimulate(Stimuli::AddLine{report.info->name}); },
                   [&](const Reports::MonitorDigits &report) {
                       m_host->stimulate(Stimuli::RemoteDigits{report.call, QString(QChar(char16_t(report.digit)))});
                   },
                   [&](const Reports::DeviceState &report) {
                       m_host->stimulate(Stimuli::SetInService{report.line, report.inService});
                   },
                   [](const auto &) {},
               },
               step.report);
    return {};
}

void ScenarioRunner::setFaults(const ProviderStep &step)
{
    if (step.verb == Verb::Clear)
        m_faults.clear();
    else
        m_faults.append(step.fault);
    m_host->stimulate(Stimuli::SetFaults{m_faults});
}

// Faults are set all together, so that those which have had their times would begin anew.
void ScenarioRunner::noteFault(const Reports::FaultInjected &report)
{
    countStrike(m_faults, report.kind, report.line);
}

DeviceId ScenarioRunner::deviceOf(DriverLine line) const
{
    for (const Device &device : m_server.world().devices()) {
        if (device.driver == line && !device.removed)
            return device.id;
    }
    return {};
}

} // namespace Linescope::Scenarios
