// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What run() and ScenarioPlayer play a scenario with. It has a server, somebody who reports to it, and what has come of
// both so far.
//
// scenariorunner.cpp      what happens, time, steps, the end
// runnerprovider.cpp      the provider: brought up, told what to report
// runnerfunctions.cpp     functions that applications call, and what they gave
// runnerexpectations.cpp  what must have happened by then
#pragma once

#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "scenario/scenariorunner.h"
#include "scenario/scriptedprovider.h"
#include "server/serverchecks.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <memory>

namespace Linescope::Scenarios {

class ScenarioRunner : public QObject {
public:
    // Both must outlive it.
    ScenarioRunner(const Scenario &scenario, const RunOptions &options);

    ScenarioResult run();

    // ---- the same one by one ----
    bool start() { return begin(); }
    bool play(qsizetype index) { return play(m_scenario.steps.mid(index, 1), {}); }
    ScenarioResult finish();
    const World &world() const { return m_server.world(); }
    Clock *clock() const { return m_clock; }
    const Names &names() const { return m_names; }
    QString failure() const { return m_result.failures.isEmpty() ? QString() : m_result.failures.constFirst().text; }
    void pass(Microseconds duration);

private:
    struct SentCommand {
        quint64 order;
        Command command;
    };

    // ---- scenariorunner.cpp ----
    void note(const EventBatch &batch);
    void noteCall(const Events::CallCreated &event);
    void noteMessage(const LineMessage &message);
    void settle();
    // Whether it came true by then.
    template<class Condition>
    bool waitFor(Microseconds limit, Condition isTrue)
    {
        const Microseconds deadline = m_clock->now() + limit;
        const Microseconds step = m_clock == &m_manualClock ? std::max<Microseconds>(1_ms, limit / 1000) : 10_ms;
        while (!isTrue()) {
            const Microseconds left = deadline - m_clock->now();
            if (left <= 0)
                return false;
            pass(std::min(left, step));
        }
        return true;
    }
    bool fail(const QString &step, const QString &text); // always false
    // `round`: of the innermost repeat, 0 outside.
    bool play(const QList<Step> &steps, quint32 round);
    bool play(const Step &step, const QJsonObject &json);
    bool failed(const Decoder &decoder);
    bool say(const QJsonObject &json);
    void end();

    // ---- runnerprovider.cpp ----
    bool begin();
    bool beginWithSource();
    bool act(const QJsonObject &json);
    QString stimulate(const ProviderStep &step);
    void setFaults(const ProviderStep &step);
    void noteFault(const Reports::FaultInjected &report);
    DeviceId deviceOf(DriverLine line) const;

    // ---- runnerfunctions.cpp ----
    bool call(const QJsonObject &json);
    // L-1, for applications that have not done so themselves.
    void negotiate(HLineApp app, const Requests::Open &open);
    bool judge(const FunctionStep &step, const Outcome &outcome);
    bool awaitError(const FunctionStep &step, const Outcome &outcome);
    void define(const FunctionStep &step, const Outcome &outcome);
    void setLine(const QString &name, HLine line);
    void setCall(const QString &name, HCall handle, CallId call);
    // The calls that the command of this request, the latest one, is to create.
    QList<CallId> createdFor(RequestId request) const;
    bool judgeValue(const FunctionStep &step, const Outcome &outcome);

    // ---- runnerexpectations.cpp ----
    bool expect(const QJsonObject &json);
    // What is met is used up, unless the expectation is negated.
    bool isMet(const Expectation &expectation);
    bool meets(const Expectation &expectation, const NothingPattern &pattern);
    bool meets(const Expectation &expectation, const MessagePattern &pattern);
    bool meets(const Expectation &expectation, const CommandPattern &pattern);
    bool meets(const Expectation &expectation, const FindingPattern &pattern);
    bool meets(const Expectation &expectation, const WorldPattern &pattern);
    HLineApp idOf(const QString &app) const { return m_names.app(app).value_or(HLineApp()); }
    bool hasUnread(const QString &app) { return !m_unread[app].isEmpty() || m_server.queuedMessages(idOf(app)) > 0; }
    bool fetch(const QString &app);
    bool matches(const MessagePattern &pattern, const LineMessage &message) const;
    void take(const Expectation &expectation, QList<LineMessage> &unread, qsizetype index);
    // What there is in place of what was expected.
    QString instead(const Expectation &expectation);
    QStringList unreadTexts(const QString &app);
    QStringList unreadTexts();
    QStringList commandTexts() const;
    QStringList findingTexts() const;

    const Scenario &m_scenario;
    const RunOptions &m_options;
    ManualClock m_manualClock;
    Clock *m_clock;
    Names m_names;
    World m_replayed;
    ScenarioResult m_result;
    QString m_step;                                // being played
    QHash<QString, QList<LineMessage>> m_unread;   // fetched, but not expected yet
    QHash<QString, QList<SentCommand>> m_commands; // by name, not expected yet
    quint64 m_lastCommand = 0;
    quint64 m_lastExpectedCommand = 0;
    QList<std::shared_ptr<const Finding>> m_findings;                 // not expected yet
    std::map<quint32, std::pair<QString, LineError>> m_awaitedErrors; // by request
    QHash<DeviceId, QStringList> m_awaitedCalls;                      // names for calls that a simulator was asked for
    QList<Fault> m_faults;                                            // that the simulator still has to do
    QSet<std::pair<quint32, quint32>> m_negotiated;                   // application and device
    TelephonyServer m_server;
    std::unique_ptr<ServerChecks> m_checks;
    std::unique_ptr<ScriptedProvider> m_scripted;
    std::unique_ptr<ProviderHost> m_host; // last: gone before what it reports to
};

} // namespace Linescope::Scenarios
