// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults in scenarios: of the scripted provider and of the simulator that goes its own way.

#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "providers/simulator/simulator.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

// A owns line 1 and watches line 2; N is offered on line 1.
constexpr const char *offered = R"(
    {"app": "A", "do": "lineInitializeEx"},
    {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
    {"app": "A", "do": "lineOpen", "line": 2, "privilege": "MONITOR", "as": "M"},
    {"provider": "newCall", "as": "N"},
    {"expect": {"app": "A", "message": "LINE_APPNEWCALL", "on": "L"}, "as": "C"},
    {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "OFFERING"}},)";

Scenario scenarioOf(const QByteArray &steps, const QByteArray &provider = R"({"lines": 2})")
{
    const auto scenario = readScenario(
        R"({"linescope": "scenario/1", "provider": )" + provider + R"(, "steps": [)" + steps + "]}", u"f"_s);
    if (scenario)
        return *scenario;
    qFatal("%s", qPrintable(scenario.error().constFirst().toString()));
}

RunOptions options()
{
    RunOptions options;
    options.keepJournal = true;
    options.makeProvider = [](const QString &url, Clock *clock) -> tl::expected<ProviderHost::Factory, QString> {
        const auto settings = SimulatorSettings::fromUrl(QUrl(url));
        const auto faults = faultsFromText(QUrlQuery(QUrl(url)).queryItemValue(u"faults"_s));
        if (!settings || !faults)
            return tl::unexpected(settings ? faults.error() : settings.error());
        return [=] {
            return std::make_unique<FaultInjector>(std::make_unique<SimulatorProvider>(clock, *settings), clock, 1,
                                                   *faults);
        };
    };
    return options;
}

QString failureOf(const ScenarioResult &result)
{
    return result.passed ? QString() : result.failures.constFirst().step + u": "_s + result.failures.constFirst().text;
}

QStringList faultsIn(const EventBatch &journal)
{
    QStringList texts;
    for (const Event &event : journal) {
        const auto *report = std::get_if<Events::ReportReceived>(&event.payload);
        if (const auto *fault = report ? std::get_if<Reports::FaultInjected>(&report->report) : nullptr)
            texts.append(fault->text);
    }
    return texts;
}

} // namespace

class TestScenarioFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void scriptedFaultsAreTold_data();
    void scriptedFaultsAreTold();
    void badFaultsAreRefused_data();
    void badFaultsAreRefused();
    void theSimulatorDoesThem_data();
    void theSimulatorDoesThem();
    void faultsThatAreOverDoNotBeginAnew();
    void theSameScenarioGivesTheSameJournal();
};

void TestScenarioFaults::scriptedFaultsAreTold_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const QByteArray &steps, const QStringList &faults) {
        QTest::newRow(name) << steps << faults;
    };
    row("dropped, once", R"({"provider": "drop", "times": 1},
        {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"provider": "callState", "call": "N", "state": "CONNECTED", "mode": "ACTIVE"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "CONNECTED"}})",
        {u"dropped: callState d501 ACCEPTED"_s});
    row("on the other line", R"({"provider": "drop", "line": 2},
        {"provider": "newCall", "as": "O", "line": 2},
        {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "ACCEPTED"}})",
        {u"dropped: newCall l2 d502"_s, u"dropped: callState d502 OFFERING"_s});
    row("late", R"({"provider": "delay", "time": "3s"},
        {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "ACCEPTED", "within": "3s"}})",
        {u"delayed by 3s: callState d501 ACCEPTED"_s});
    row("twice", R"({"provider": "duplicate"}, {"provider": "callState", "call": "N", "state": "IDLE"},
        {"expect": {"finding": "V-16"}})",
        {u"sent twice: callState d501 IDLE"_s});
    row("the other way round", R"({"provider": "reorder"}, {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"provider": "callState", "call": "N", "state": "IDLE"}, {"provider": "clear"},
        {"expect": {"finding": "V-15"}})",
        {u"sent after what follows: callState d501 ACCEPTED"_s, u"sent after what follows: callState d501 IDLE"_s});
    row("a slow completion", R"({"provider": "slowCompletion", "time": "90s"},
        {"app": "A", "do": "lineAnswer", "call": "C", "request": "r"}, {"provider": "complete"},
        {"wait": "89s"}, {"expect": "nothing"}, {"wait": "1s"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r"}})",
        {u"delayed by 90s: completion R1 0"_s});
    row("no completion", R"({"provider": "noCompletion"},
        {"app": "A", "do": "lineAnswer", "call": "C", "request": "r"}, {"provider": "complete"},
        {"wait": "1h"}, {"expect": "nothing"})",
        {u"never sent: completion R1 0"_s});
    row("another state", R"({"provider": "wrongState"},
        {"provider": "callState", "call": "N", "state": "CONNECTED", "mode": "ACTIVE"},
        {"expect": {"not": {"world": {"call": "N", "state": "CONNECTED"}}}})",
        {u"changed to %: callState d501 CONNECTED ACTIVE"_s});
    row("every line closes", R"({"provider": "lineCloseStorm"},
        {"expect": {"app": "A", "message": "LINE_CLOSE", "on": "L"}},
        {"expect": {"app": "A", "message": "LINE_CLOSE", "on": "M"}},
        {"expect": {"world": {"handles": 0, "lines": 0}}})",
        {u"LINE_CLOSE for every open line (2)"_s});
    row("silence", R"({"provider": "stall", "time": "10s", "times": 1},
        {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"provider": "callState", "call": "N", "state": "CONNECTED"}, {"wait": "9s"}, {"expect": "nothing"},
        {"wait": "1s"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "ACCEPTED"}},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "CONNECTED"}})",
        {u"nothing for 10s, beginning with: callState d501 ACCEPTED"_s});
    row("a NULL handle", R"({"provider": "nullHandle"}, {"provider": "newCall", "as": "O"}, {"expect": "nothing"},
        {"provider": "callState", "call": "O", "state": "IDLE"}, {"expect": {"finding": "V-26"}})",
        {u"answered with a NULL handle: newCall l1 d502"_s});
    row("no memory", R"({"provider": "noMemory"},
        {"app": "A", "do": "lineAnswer", "call": "C", "error": "NOMEM", "via": "reply"})",
        {u"answered with LINEERR_NOMEM: answer R1 d501"_s});
    row("death", R"({"provider": "die", "text": "crashed"}, {"provider": "lineCreate", "name": "Line 1"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "MONITOR"})",
        {u"crashed"_s});
}

void TestScenarioFaults::scriptedFaultsAreTold()
{
    QFETCH(QByteArray, steps);
    QFETCH(QStringList, faults);
    const ScenarioResult result = run(scenarioOf(offered + steps), options());
    QCOMPARE(failureOf(result), QString());
    const QStringList told = faultsIn(result.journal);
    QCOMPARE(told.size(), faults.size());
    for (qsizetype i = 0; i < told.size(); ++i) {
        const QStringList parts = faults.at(i).split(u'%'); // the wrong state is chance
        QVERIFY2(told.at(i).startsWith(parts.constFirst()) && told.at(i).endsWith(parts.constLast()),
                 qPrintable(told.at(i)));
    }
}

void TestScenarioFaults::badFaultsAreRefused_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &step, const QString &error) {
        QTest::newRow(name) << step << error;
    };
    row("no time", R"({"provider": "stall"})", uR"(f: step 1, key "time": This key is missing.)"_s);
    row("a time too many", R"({"provider": "drop", "time": "1s"})", uR"(f: step 1, key "time")"_s);
    row("never", R"({"provider": "drop", "chance": 0})", uR"(f: step 1, key "chance": 0 is not a chance)"_s);
    row("more than certain", R"({"provider": "drop", "chance": 2})", uR"(f: step 1, key "chance")"_s);
    row("no chance", R"({"provider": "drop", "chance": "often"})", uR"(f: step 1, key "chance")"_s);
    row("times", R"({"provider": "drop", "times": -1})", uR"(f: step 1, key "times")"_s);
    row("clear is no fault", R"({"provider": "clear", "times": 1})", uR"(f: step 1, key "times")"_s);
}

void TestScenarioFaults::badFaultsAreRefused()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, error);
    const auto scenario = readScenario(R"({"linescope": "scenario/1", "steps": [)" + step + "]}", u"f"_s);
    QVERIFY(!scenario);
    QVERIFY2(scenario.error().constFirst().toString().startsWith(error),
             qPrintable(scenario.error().constFirst().toString()));
}

// A quiet simulator; A has its line open.
void TestScenarioFaults::theSimulatorDoesThem_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &steps, const QString &fault) {
        QTest::newRow(name) << steps << fault;
    };
    row("drop", R"({"provider": "drop"}, {"provider": "newCall", "line": 1}, {"provider": "clear"},
        {"expect": "nothing"})",
        u"dropped: newCall"_s);
    row("delay", R"({"provider": "delay", "time": "5s"}, {"provider": "newCall", "line": 1}, {"expect": "nothing"},
        {"expect": {"app": "A", "message": "LINE_APPNEWCALL", "within": "5s"}})",
        u"delayed by 5s: newCall"_s);
    row("duplicate", R"({"provider": "duplicate", "times": 1}, {"provider": "newCall", "line": 1},
        {"expect": {"finding": "V-25"}})",
        u"sent twice: newCall"_s);
    row("reorder", R"({"provider": "reorder", "times": 1}, {"provider": "newCall", "line": 1},
        {"expect": {"finding": "V-18"}})",
        u"sent after what follows: newCall"_s);
    row("slowCompletion", R"({"provider": "slowCompletion", "time": "90s"},
        {"app": "A", "do": "lineMakeCall", "on": "L", "address": "5550100", "request": "r"}, {"wait": "80s"},
        {"expect": {"not": {"app": "A", "message": "LINE_REPLY"}}})",
        u"delayed by 90s: completion"_s);
    row("noCompletion", R"({"provider": "noCompletion"},
        {"app": "A", "do": "lineMakeCall", "on": "L", "address": "5550100", "request": "r"}, {"wait": "80s"},
        {"expect": {"not": {"app": "A", "message": "LINE_REPLY"}}})",
        u"never sent: completion"_s);
    row("wrongState", R"({"provider": "wrongState"}, {"provider": "newCall", "line": 1})", u"changed to "_s);
    row("lineCloseStorm", R"({"provider": "lineCloseStorm"}, {"expect": {"app": "A", "message": "LINE_CLOSE"}})",
        u"LINE_CLOSE for every open line (1)"_s);
    row("stall", R"({"provider": "stall", "time": "5s", "times": 1}, {"provider": "newCall", "line": 1},
        {"expect": "nothing"}, {"wait": "5s"}, {"expect": {"app": "A", "message": "LINE_APPNEWCALL"}})",
        u"nothing for 5s"_s);
    row("nullHandle", R"({"provider": "nullHandle"}, {"provider": "newCall", "line": 1}, {"wait": "10m"},
        {"expect": "nothing"}, {"expect": {"not": {"finding": "any"}}})", // it obeys V-26
        u"answered with a NULL handle: newCall"_s);
    row("noMemory", R"({"provider": "noMemory"},
        {"app": "A", "do": "lineMakeCall", "on": "L", "address": "5550100", "error": "NOMEM"})",
        u"answered with LINEERR_NOMEM: makeCall"_s);
    row("die", R"({"provider": "die", "text": "crashed"}, {"expect": {"app": "A", "message": "LINE_CLOSE"}},
        {"wait": "2s"}, {"app": "A", "do": "lineOpen", "line": 1, "privilege": "MONITOR"})",
        u"crashed"_s);
}

void TestScenarioFaults::theSimulatorDoesThem()
{
    QFETCH(QByteArray, steps);
    QFETCH(QString, fault);
    const ScenarioResult result = run(scenarioOf(R"({"app": "A", "do": "lineInitializeEx"},
            {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},)"
                                                     + steps,
                                                 R"({"mode": "automatic", "lines": 1, "automatic": 0, "up": 0})"),
                                      options());
    QCOMPARE(failureOf(result), QString());
    const QStringList told = faultsIn(result.journal);
    QVERIFY(!told.isEmpty());
    QVERIFY2(told.constFirst().startsWith(fault), qPrintable(told.constFirst()));
}

void TestScenarioFaults::faultsThatAreOverDoNotBeginAnew()
{
    const ScenarioResult result = run(scenarioOf(R"({"app": "A", "do": "lineInitializeEx"},
            {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE"},
            {"provider": "drop", "times": 2}, {"provider": "newCall", "line": 1},
            {"provider": "duplicate", "times": 1}, {"provider": "newCall", "line": 1},
            {"provider": "duplicate", "times": 1}, {"provider": "newCall", "line": 1})",
                                                 R"({"mode": "automatic", "lines": 1, "automatic": 0, "up": 0})"),
                                      options());
    QCOMPARE(failureOf(result), QString());
    const QStringList told = faultsIn(result.journal);
    QCOMPARE(told.filter(u"dropped"_s).size(), 2);
    QCOMPARE(told.filter(u"sent twice"_s).size(), 2);
}

void TestScenarioFaults::theSameScenarioGivesTheSameJournal()
{
    const Scenario scenario = scenarioOf(
        R"({"app": "A", "do": "lineInitializeEx"},
           {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE"},
           {"app": "A", "do": "lineOpen", "line": 2, "privilege": "OWNER", "media": "INTERACTIVEVOICE"},
           {"wait": "10m"}, {"provider": "stall", "time": "5s", "chance": 0.1}, {"wait": "10m"})",
        R"({"mode": "automatic", "lines": 2, "rate": 30, "seed": 3,
            "faults": "delay:0.2:500ms,drop:0.05,duplicate:0.05,reorder:0.1,wrongState:0.05,nullHandle:0.1"})");
    const ScenarioResult first = run(scenario, options());
    QCOMPARE(failureOf(first), QString());
    QVERIFY(faultsIn(first.journal).size() > 100);
    QVERIFY(!faultsIn(first.journal).filter(u"nothing for 5s"_s).isEmpty());
    QCOMPARE(run(scenario, options()).journal, first.journal);
}

QTEST_GUILESS_MAIN(TestScenarioFaults)
#include "tst_scenariofaults.moc"
