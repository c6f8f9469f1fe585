// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenariorunner_p.h"

#include "scenario/saystep.h"
#include "tapi/overload.h"

#include <QEventLoop>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

ScenarioRunner::ScenarioRunner(const Scenario &scenario, const RunOptions &options)
    : m_scenario(scenario)
    , m_options(options)
    , m_clock(options.source ? static_cast<Clock *>(SystemClock::instance()) : &m_manualClock)
    , m_server(m_clock, scenario.options)
{
    if (scenario.options.checks)
        m_checks = std::make_unique<ServerChecks>(&m_server);
    connect(&m_server, &TelephonyServer::advanced, this, &ScenarioRunner::note);
}

ScenarioResult ScenarioRunner::run()
{
    if (begin())
        play(m_scenario.steps, {});
    return finish();
}

ScenarioResult ScenarioRunner::finish()
{
    end();
    m_result.passed = m_result.failures.isEmpty();
    return std::move(m_result);
}

// ---- what happens ----

void ScenarioRunner::note(const EventBatch &batch)
{
    m_replayed.apply(batch);
    for (const Event &event : batch)
        std::visit(Overload{
                       [&](const Events::CallCreated &e) { noteCall(e); },
                       [&](const Events::HandleCreated &e) { m_names.link(e.handle, e.call); },
                       [&](const Events::CommandSent &e) {
                           m_commands[QLatin1StringView(commandName(e.command))].append({++m_lastCommand, e.command});
                       },
                       [&](const Events::ReportReceived &e) {
                           if (const auto *fault = std::get_if<Reports::FaultInjected>(&e.report))
                               noteFault(*fault);
                       },
                       [&](const Events::FindingRaised &e) { m_findings.append(e.finding); },
                       [&](const Events::Message &e) { noteMessage(e.message); },
                       [](const auto &) {},
                   },
                   event.payload);
    if (m_options.events)
        m_options.events(batch);
}

void ScenarioRunner::noteCall(const Events::CallCreated &event)
{
    m_names.link(event.call, event.driver);
    const auto awaited = m_awaitedCalls.find(event.device);
    if (awaited == m_awaitedCalls.end() || awaited->isEmpty())
        return;
    m_names.setCall(awaited->takeFirst(), {{}, event.call, event.driver});
}

void ScenarioRunner::noteMessage(const LineMessage &message)
{
    const auto awaited = m_awaitedErrors.find(message.param1);
    if (message.id != MessageId::Reply || awaited == m_awaitedErrors.end())
        return;
    const LineError result = LineError(message.param2);
    const auto [step, wanted] = awaited->second;
    if (result != wanted)
        fail(step,
             Decoder::tr("The request was to end with %1, but its LINE_REPLY says %2.")
                 .arg(lineErrorName(wanted), lineErrorName(result)));
    m_awaitedErrors.erase(awaited);
}

// ---- time ----

void ScenarioRunner::pass(Microseconds duration)
{
    if (m_clock == &m_manualClock) {
        m_manualClock.advance(duration);
        return;
    }
    QEventLoop loop;
    QTimer::singleShot(std::chrono::milliseconds((duration + 999) / 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

void ScenarioRunner::settle()
{
    if (m_clock == &m_manualClock)
        m_manualClock.advance(0);
}

// ---- steps ----

bool ScenarioRunner::fail(const QString &step, const QString &text)
{
    m_result.failures.append({step, text});
    return false;
}

bool ScenarioRunner::play(const QList<Step> &steps, quint32 round)
{
    for (const Step &step : steps) {
        ++m_result.steps;
        m_step = round == 0 ? step.path : Decoder::tr("%1 (round %2)").arg(step.path).arg(round);
        if (!play(step, round == 0 ? step.json : withIndex(step.json, round)) || !m_result.failures.isEmpty())
            return false;
    }
    return true;
}

bool ScenarioRunner::play(const Step &step, const QJsonObject &json)
{
    switch (step.type) {
    case Step::Type::Function:
        return call(json);
    case Step::Type::Provider:
        return act(json);
    case Step::Type::Expect:
        return expect(json);
    case Step::Type::Wait: {
        Microseconds duration = 0;
        Decoder(m_names).readDuration(u"wait"_s, json.value(u"wait"_s), duration);
        pass(duration);
        return true;
    }
    case Step::Type::Say:
        return say(json);
    case Step::Type::Repeat:
        break;
    }
    for (quint32 round = 1; round <= step.times; ++round) {
        if (!play(step.steps, round))
            return false;
    }
    return true;
}

bool ScenarioRunner::failed(const Decoder &decoder)
{
    if (!decoder.ok())
        fail(m_step, decoder.problems.constFirst().text);
    return !decoder.ok();
}

bool ScenarioRunner::say(const QJsonObject &json)
{
    Decoder decoder(m_names);
    const SayStep step = decodeSay(decoder, json, QLocale().name().section(u'_', 0, 0));
    // What it is about may come only later; the reader has seen to it that it does.
    m_result.captions.append({m_step, step.text});
    if (m_options.caption)
        m_options.caption(m_result.captions.constLast());
    return true;
}

// ---- the end ----

void ScenarioRunner::end()
{
    if (m_result.failures.isEmpty()) {
        for (const auto &[request, awaited] : m_awaitedErrors)
            fail(awaited.first, Decoder::tr("No LINE_REPLY came; expected was %1.").arg(lineErrorName(awaited.second)));
    }
    if (m_options.reportUnread)
        m_result.unread = unreadTexts();
    if (!(m_replayed == m_server.world()))
        fail({}, Decoder::tr("The World rebuilt from the events differs from the server's."));
    m_result.world = m_server.world();
    if (m_options.keepJournal)
        m_server.journal().forEach([this](const Event &event) { m_result.journal.append(event); });
}

ScenarioResult run(const Scenario &scenario, const RunOptions &options)
{
    return ScenarioRunner(scenario, options).run();
}

} // namespace Linescope::Scenarios
