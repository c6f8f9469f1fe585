// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a run makes of scenarios: which pass, which fail, and what is said then.

#include "scenario/scenarioplayer.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

// Applications A (owner, LA), B (monitor, LB); a call, N to the provider, CA to A and CB to B; nothing unread.
constexpr const char *twoHolders = R"(
    {"app": "A", "do": "lineInitializeEx"},
    {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "LA"},
    {"app": "B", "do": "lineInitializeEx"},
    {"app": "B", "do": "lineOpen", "line": 1, "privilege": "MONITOR", "as": "LB"},
    {"provider": "newCall", "as": "N", "callerId": "+15550100", "callerName": "reception"},
    {"expect": {"app": "A", "message": "LINE_APPNEWCALL", "on": "LA", "privilege": "OWNER"}, "as": "CA"},
    {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "CA", "state": "OFFERING", "privilege": "OWNER"}},
    {"expect": {"app": "B", "message": "LINE_APPNEWCALL", "on": "LB", "privilege": "MONITOR"}, "as": "CB"},
    {"expect": {"app": "B", "message": "LINE_CALLSTATE", "call": "CB", "state": "OFFERING", "privilege": "MONITOR"}},
    {"expect": "nothing"},)";
constexpr int prologue = 10; // steps

Scenario scenarioOf(const QByteArray &steps, const QByteArray &head = {})
{
    const auto scenario = readScenario(R"({"linescope": "scenario/1", )" + head + R"("steps": [)" + steps + "]}",
                                       u"f"_s);
    if (scenario)
        return *scenario;
    qFatal("%s", qPrintable(scenario.error().constFirst().toString()));
}

QString failureOf(const ScenarioResult &result)
{
    if (result.passed)
        return {};
    return u"%1: %2"_s.arg(result.failures.constFirst().step, result.failures.constFirst().text);
}

QByteArray stepNumber(int afterPrologue) { return QByteArray::number(prologue + afterPrologue); }

} // namespace

class TestScenarioRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storiesPass_data();
    void storiesPass();
    void whatFailsIsSaid_data();
    void whatFailsIsSaid();
    void theRunEndsAtTheFirstFailure();
    void waitingMovesTheSimulatedClock();
    void captionsAreKept();
    void captionsSpeakTheLanguageOfTheProgram();
    void aPlayerGoesStepByStep();
    void unreadMessagesAreToldIfAskedFor();
    void theSameScenarioGivesTheSameJournal();
    void theWorldIsTheOneOfTheJournal();
    void aThousandRoundsLeaveNothingBehind();
    void withoutASourceItSaysWhichIsWanted();
};

void TestScenarioRunner::init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

void TestScenarioRunner::storiesPass_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char *name, const QByteArray &steps, const QByteArray &head = {}) {
        QTest::newRow(name) << twoHolders + steps << head;
    };
    row("names stand for one call", R"(
        {"app": "A", "do": "lineGetCallInfo", "call": "CA",
         "has": {"callerId": "+15550100", "callerName": "reception", "callerIdFlags": ["ADDRESS", "NAME"], "origin": "INBOUND",
                 "mediaMode": {"includes": ["INTERACTIVEVOICE"], "excludes": ["DATAMODEM"]}, "numOwners": 1,
                 "numMonitors": 1, "line": "LA", "lineDeviceId": 0}},
        {"app": "B", "do": "lineGetCallStatus", "call": "CB",
         "has": {"state": "OFFERING", "mode": "none", "privilege": "MONITOR", "callFeatures": {"excludes": ["DROP"]}}},
        {"app": "B", "do": "lineGetLineDevStatus", "on": "LB", "has": {"numOpens": 2, "numActiveCalls": 1}},
        {"app": "A", "do": "lineGetNewCalls", "on": "LA", "count": 0},
        {"expect": {"world": {"call": "N", "state": "OFFERING", "owners": 1, "monitors": 1, "handles": 2,
                              "unowned": false, "released": false}}},
        {"expect": {"world": {"call": "CB", "owners": 1}}},
        {"expect": {"world": {"handle": "CB", "privilege": "MONITOR", "void": false}}},
        {"expect": {"world": {"on": "LA", "open": true, "handles": 1, "retained": 0}}},
        {"expect": {"world": {"line": 1, "exists": true, "opens": 2, "calls": 1, "handles": 2, "inService": true}}},
        {"expect": {"world": {"apps": 2, "devices": 1, "lines": 2, "calls": 1, "liveCalls": 1, "handles": 2,
                              "retained": 0, "retainedCalls": 0, "findings": 0}}})");
    row("a request and its reply", R"(
        {"app": "A", "do": "lineAnswer", "call": "CA", "request": "r"},
        {"expect": {"app": "A", "message": "none"}},
        {"expect": {"provider": "answer", "call": "N", "request": "r", "times": 1}},
        {"provider": "complete", "request": "r"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r", "result": "OK"}})");
    row("the latest request", R"(
        {"app": "A", "do": "lineAnswer", "call": "CA", "request": "r"},
        {"provider": "complete", "result": "LINEERR_OPERATIONFAILED"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r", "result": "OPERATIONFAILED"}})");
    row("errors, returned and by reply", R"(
        {"app": "B", "do": "lineDrop", "call": "CB", "error": "LINEERR_NOTOWNER", "via": "return"},
        {"app": "A", "do": "lineAnswer", "call": "CA", "request": "r", "error": "OPERATIONFAILED", "via": "reply"},
        {"provider": "complete", "result": "OPERATIONFAILED"},
        {"app": "B", "do": "lineDrop", "call": "CA", "error": "INVALCALLHANDLE"},
        {"app": "A", "do": "lineDrop", "call": "0x40000099", "error": "INVALCALLHANDLE"},
        {"app": "A", "do": "lineDrop", "call": "", "error": "INVALCALLHANDLE"},
        {"app": "A", "do": "lineClose", "on": "0x20000099", "error": "INVALLINEHANDLE"},
        {"app": "nobody", "do": "lineClose", "on": "LA", "error": "INVALLINEHANDLE"},
        {"app": "A", "do": "lineOpen", "line": 2, "privilege": "MONITOR", "error": "BADDEVICEID"})");
    row("negotiating", R"(
        {"app": "C", "do": "lineInitializeEx", "api": "2.0"},
        {"app": "C", "do": "lineOpen", "line": 1, "privilege": "NONE", "negotiate": false,
         "error": "INCOMPATIBLEAPIVERSION"},
        {"app": "C", "do": "lineNegotiateAPIVersion", "line": 1, "low": "1.4", "high": "2.0", "has": {"api": "2.0"}},
        {"app": "C", "do": "lineOpen", "line": 1, "api": "2.1", "privilege": "NONE", "error": "INCOMPATIBLEAPIVERSION"},
        {"app": "C", "do": "lineOpen", "line": 1, "api": "2.0", "privilege": "NONE"})");
    row("the line mapper", R"(
        {"app": "C", "do": "lineInitializeEx"},
        {"app": "C", "do": "lineOpen", "line": "LINEMAPPER", "privilege": "MONITOR", "as": "LC"},
        {"app": "C", "do": "lineGetNewCalls", "on": "LC", "as": ["CC"], "count": 1},
        {"app": "C", "do": "lineDeallocateCall", "call": "CC"})");
    row("calls that are made", R"(
        {"app": "A", "do": "lineMakeCall", "on": "LA", "address": "5550101", "as": "M", "request": "r"},
        {"app": "A", "do": "lineGetCallInfo", "call": "M", "error": "INVALCALLHANDLE"},
        {"expect": {"provider": "makeCall", "call": "M", "address": "5550101", "line": 1}},
        {"provider": "complete", "request": "r"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r", "result": "OK"}},
        {"expect": {"app": "B", "message": "LINE_APPNEWCALL"}, "as": "MB"},
        {"provider": "callState", "call": "M", "state": "DIALING"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "M", "state": "DIALING", "privilege": "OWNER"}},
        {"expect": {"app": "B", "message": "LINE_CALLSTATE", "call": "MB", "state": "DIALING", "skip": true}},
        {"app": "A", "do": "lineGetCallInfo", "call": "M", "has": {"calledId": "5550101", "origin": "OUTBOUND"}})");
    row("a creation that names no call (V-22)", R"(
        {"app": "A", "do": "lineMakeCall", "on": "LA", "address": "5550101", "as": "M", "request": "r"},
        {"provider": "complete", "name": "none"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "result": "OPERATIONFAILED"}},
        {"expect": {"finding": "any"}})");
    row("a creation that names a call that lives (V-25)", R"(
        {"app": "A", "do": "lineMakeCall", "on": "LA", "address": "5550101", "as": "M", "request": "r"},
        {"provider": "complete", "name": "duplicate of CA"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "result": "OPERATIONFAILED"}},
        {"expect": {"finding": "V-25"}})");
    row("a completion before the command returns (V-83, M-42)", R"(
        {"provider": "complete", "request": "next"},
        {"app": "A", "do": "lineMakeCall", "on": "LA", "address": "5550101", "as": "M", "request": "r"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r", "result": "OK"}},
        {"provider": "callState", "call": "M", "state": "CONNECTED", "mode": "ACTIVE"},
        {"expect": {"world": {"call": "M", "state": "CONNECTED", "mode": "ACTIVE"}}})");
    row("a second completion (V-1)", R"(
        {"app": "A", "do": "lineAnswer", "call": "CA", "request": "r"},
        {"provider": "complete", "request": "r"},
        {"provider": "complete", "request": "r"},
        {"expect": {"finding": "V-1", "times": 1}},
        {"expect": {"not": {"finding": "any"}}})");
    row("call information", R"(
        {"provider": "callInfo", "call": "CA", "connectedId": "5550102", "connectedIdFlags": ["ADDRESS"]},
        {"expect": {"app": "A", "message": "LINE_CALLINFO", "call": "CA", "bits": ["CONNECTEDID"]}},
        {"expect": {"app": "B", "message": "LINE_CALLINFO", "call": "CB", "bits": {"excludes": ["CALLERID"]}}},
        {"provider": "callInfo", "call": "N", "changed": ["TRUNK", "RATE"]},
        {"expect": {"app": "A", "message": "LINE_CALLINFO", "bits": ["RATE", "TRUNK"]}},
        {"app": "B", "do": "lineGetCallInfo", "call": "CB", "has": {"callerId": "+15550100", "connectedId": "5550102"}})");
    row("forced close (L-26)", R"(
        {"provider": "lineClose", "line": 1, "text": "no licence"},
        {"expect": {"app": "A", "message": "LINE_CLOSE", "on": "LA"}},
        {"expect": {"app": "B", "message": "LINE_CLOSE", "on": "LB"}},
        {"expect": {"provider": "closeCall", "call": "CB", "times": 1}},
        {"expect": {"provider": "closeLine", "line": 1, "later": true}},
        {"expect": {"world": {"call": "CA", "released": true}}},
        {"expect": {"world": {"handle": "CA", "void": true}}},
        {"app": "A", "do": "lineDrop", "call": "CA", "error": "INVALCALLHANDLE"})");
    row("a line goes, another comes", R"(
        {"provider": "lineRemove"},
        {"expect": {"app": "B", "message": "LINE_REMOVE", "line": 1, "skip": true}},
        {"provider": "lineCreate", "name": "Door", "addresses": 2},
        {"expect": {"app": "B", "message": "LINE_CREATE", "line": 2}},
        {"expect": {"world": {"line": 1, "exists": false}}},
        {"app": "B", "do": "lineOpen", "line": 2, "privilege": "MONITOR", "as": "LD"},
        {"app": "B", "do": "lineGetAddressStatus", "on": "LD", "addressId": 1, "has": {"numActiveCalls": 0}},
        {"provider": "newCall", "line": 2},
        {"expect": {"app": "B", "message": "LINE_APPNEWCALL", "on": "LD"}})");
    row("a line out of service", R"(
        {"provider": "lineState", "inService": false, "text": "unplugged"},
        {"expect": {"world": {"line": 1, "inService": false, "connected": true}}},
        {"provider": "lineState", "connected": false},
        {"expect": {"world": {"line": 1, "inService": false, "connected": false}}})");
    row("a provider dies and comes back", R"(
        {"provider": "die", "text": "crashed"},
        {"expect": {"app": "A", "message": "LINE_CLOSE"}},
        {"provider": "lineCreate", "name": "Line 1"},
        {"expect": {"world": {"devices": 1}}},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "MONITOR"})");
    row("faults: dropped", R"(
        {"provider": "drop"},
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"provider": "clear"},
        {"expect": {"world": {"call": "N", "state": "OFFERING"}}},
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"expect": {"world": {"call": "N", "state": "CONNECTED"}}})");
    row("faults: late", R"(
        {"provider": "delay", "time": "3s"},
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"provider": "clear"},
        {"wait": "2999ms"},
        {"expect": {"world": {"call": "N", "state": "OFFERING"}}},
        {"wait": "1ms"},
        {"expect": {"world": {"call": "N", "state": "CONNECTED"}}})");
    row("faults: twice", R"(
        {"provider": "duplicate"},
        {"provider": "callState", "call": "N", "state": "IDLE"},
        {"provider": "clear"},
        {"expect": {"finding": "V-16", "severity": "warning", "call": "CA", "times": 1}})");
    row("faults: the other way round", R"(
        {"provider": "reorder"},
        {"provider": "callState", "call": "N", "state": "ACCEPTED"},
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"expect": "nothing"},
        {"provider": "clear"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "state": "CONNECTED"}},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "state": "ACCEPTED"}})");
    row("a new call without a state (V-19), a call without a name (V-25), one that nobody knows (V-18)", R"(
        {"provider": "newCall", "as": "S", "state": "none"},
        {"expect": "nothing"},
        {"provider": "callState", "call": "S", "state": "CONNECTED", "mode": "ACTIVE"},
        {"expect": {"app": "B", "message": "LINE_APPNEWCALL"}},
        {"provider": "newCall", "name": "none", "state": "none"},
        {"provider": "newCall", "name": "duplicate of S", "state": "none"},
        {"expect": {"finding": "V-25", "times": 2}},
        {"provider": "callState", "call": "unknown", "state": "IDLE"},
        {"expect": {"finding": "V-18"}})");
    row("expectations in time", R"(
        {"provider": "delay", "time": "2s"},
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"expect": {"not": {"app": "A", "message": "LINE_CALLSTATE", "within": "1s"}}},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "state": "CONNECTED", "within": "5s"}},
        {"expect": {"world": {"call": "N", "state": "CONNECTED"}}})");
    row("commands are used up", R"(
        {"app": "A", "do": "lineDrop", "call": "CA"},
        {"expect": {"provider": "drop", "call": "N"}},
        {"expect": {"not": {"provider": "drop"}}},
        {"expect": {"provider": "drop", "times": 0}},
        {"app": "A", "do": "lineDrop", "call": "CA"},
        {"expect": {"provider": "drop"}, "request": "second"},
        {"provider": "complete", "request": "second"},
        {"expect": {"app": "A", "message": "LINE_REPLY", "request": "second"}})");
    row("a request of the engine's own (L-18)", R"(
        {"app": "A", "do": "lineClose", "on": "LA"},
        {"expect": {"provider": "drop", "call": "CB"}, "request": "own"},
        {"provider": "complete", "request": "own"},
        {"provider": "callState", "call": "CB", "state": "IDLE"},
        {"expect": {"app": "B", "message": "LINE_CALLSTATE", "call": "CB", "state": "IDLE", "skip": true}})");
    row("shutting down leaves nothing unread", R"(
        {"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"expect": {"not": {"app": "B", "message": "LINE_CLOSE"}}},
        {"app": "B", "do": "lineShutdown"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE"}},
        {"expect": {"app": "A", "message": "LINE_CALLINFO", "bits": ["NUMMONITORS"]}},
        {"expect": "nothing"})");
    row("options", R"(
        {"app": "A", "do": "lineClose", "on": "LA"},
        {"expect": {"not": {"provider": "drop"}}},
        {"expect": {"world": {"call": "CB", "unowned": true}}})",
        R"("options": {"closeDropsSoleOwned": false}, )");
    row("abilities", R"({"app": "A", "do": "lineAnswer", "call": "CA", "error": "OPERATIONUNAVAIL"})",
        R"("provider": {"callFeatures": {"excludes": ["ANSWER"]}}, )");
}

void TestScenarioRunner::storiesPass()
{
    QFETCH(const QByteArray, steps);
    QFETCH(const QByteArray, head);
    QCOMPARE(failureOf(run(scenarioOf(steps, head))), QString());
}

void TestScenarioRunner::whatFailsIsSaid_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("failure"); // begins so
    const auto row = [](const char *name, const QByteArray &steps, int step, const char *text) {
        QTest::newRow(name) << twoHolders + steps << QString::fromUtf8(stepNumber(step) + ": " + text);
    };
    row("a function", R"({"app": "B", "do": "lineDrop", "call": "CB"})", 1,
        "lineDrop gave LINEERR_NOTOWNER; expected was success.");
    row("another error", R"({"app": "B", "do": "lineDrop", "call": "CB", "error": "INVALCALLSTATE"})", 1,
        "lineDrop gave LINEERR_NOTOWNER; expected was LINEERR_INVALCALLSTATE.");
    row("an error by reply, not returned",
        R"({"app": "B", "do": "lineDrop", "call": "CB", "error": "NOTOWNER", "via": "reply"})", 1,
        "lineDrop gave LINEERR_NOTOWNER; expected was LINEERR_NOTOWNER by LINE_REPLY.");
    row("no error", R"({"app": "A", "do": "lineDrop", "call": "CA", "error": "NOTOWNER", "via": "return"})", 1,
        "lineDrop succeeded; expected was LINEERR_NOTOWNER.");
    row("no error of a synchronous function",
        R"({"app": "A", "do": "lineGetCallInfo", "call": "CA", "error": "NOTOWNER"})", 1,
        "lineGetCallInfo succeeded; expected was LINEERR_NOTOWNER.");
    row("a reply without the error", R"({"app": "A", "do": "lineDrop", "call": "CA", "error": "OPERATIONFAILED"},
        {"provider": "complete"})",
        1, "The request was to end with LINEERR_OPERATIONFAILED, but its LINE_REPLY says OK.");
    row("no reply", R"({"app": "A", "do": "lineDrop", "call": "CA", "error": "OPERATIONFAILED"})", 1,
        "No LINE_REPLY came; expected was LINEERR_OPERATIONFAILED.");
    row("call info", R"({"app": "A", "do": "lineGetCallInfo", "call": "CA", "has": {"numOwners": 2, "callerId": ""}})",
        1, "Not as expected: callerId, numOwners. What is: numOwners: 1, callerId: +15550100.");
    row("call status", R"({"app": "A", "do": "lineGetCallStatus", "call": "CA", "has": {"state": "IDLE"}})", 1,
        "Not as expected: state. What is: state: OFFERING.");
    row("line status", R"({"app": "A", "do": "lineGetLineDevStatus", "on": "LA", "has": {"numOpens": 1}})", 1,
        "Not as expected: numOpens. What is: numOpens: 2.");
    row("handles", R"({"app": "A", "do": "lineGetNewCalls", "on": "LA", "as": ["X", "Y"]})", 1,
        "There are 0 handles, not 2.");
    row("a number of handles", R"({"app": "A", "do": "lineGetNewCalls", "on": "LA", "count": 1})", 1,
        "There are 0 handles, not 1.");
    row("a message", R"({"expect": {"app": "A", "message": "LINE_CLOSE", "on": "LA"}})", 1,
        R"(Expected was {"app":"A","message":"LINE_CLOSE","on":"LA"}. Instead there is: nothing.)");
    row("the next message", R"({"provider": "callState", "call": "N", "state": "CONNECTED", "mode": "ACTIVE"},
        {"provider": "callState", "call": "N", "state": "DISCONNECTED", "mode": "NORMAL"},
        {"expect": {"app": "A", "message": "LINE_CALLSTATE", "state": "DISCONNECTED"}})",
        3,
        R"(Expected was {"app":"A","message":"LINE_CALLSTATE","state":"DISCONNECTED"}. Instead there is: LINE_CALLSTATE CA CONNECTED ACTIVE; LINE_CALLSTATE CA DISCONNECTED NORMAL.)");
    row("something unread", R"({"provider": "callState", "call": "N", "state": "CONNECTED"}, {"expect": "nothing"})", 2,
        "Expected was nothing. Instead there is: A: LINE_CALLSTATE CA CONNECTED; B: LINE_CALLSTATE CB CONNECTED.");
    row("an unread message",
        R"({"provider": "callState", "call": "N", "state": "CONNECTED"}, {"expect": {"app": "B", "message": "none"}})",
        2, R"(Expected was {"app":"B","message":"none"}. Instead there is: LINE_CALLSTATE CB CONNECTED.)");
    row("a message that was not to come", R"({"provider": "callState", "call": "N", "state": "CONNECTED"},
        {"expect": {"not": {"app": "B", "message": "LINE_CALLSTATE"}}})",
        2, R"(This was not to happen, but did: {"app":"B","message":"LINE_CALLSTATE"}.)");
    row("a command",
        R"({"app": "A", "do": "lineDrop", "call": "CA", "request": "r"}, {"expect": {"provider": "answer", "call": "CA"}})",
        2,
        R"(Expected was {"call":"CA","provider":"answer"}. Instead there is: openLine 1; setDefaultMediaDetection 1 INTERACTIVEVOICE; drop r N.)");
    row("a command too often",
        R"({"app": "A", "do": "lineDrop", "call": "CA"}, {"app": "A", "do": "lineDrop", "call": "CA"},
        {"expect": {"provider": "drop", "times": 1}})",
        3, R"(Expected was {"provider":"drop","times":1}.)");
    row("a command too early",
        R"({"expect": {"provider": "setDefaultMediaDetection"}}, {"expect": {"provider": "openLine", "later": true}})",
        2, R"(Expected was {"later":true,"provider":"openLine"}.)");
    row("a finding",
        R"({"provider": "callState", "call": "unknown", "state": "IDLE"}, {"expect": {"finding": "V-15"}})", 2,
        R"(Expected was {"finding":"V-15"}. Instead there is: V-18 violation P1.)");
    row("the world", R"({"expect": {"world": {"calls": 0, "handles": 2, "retained": 3}}})", 1,
        R"(Expected was {"world":{"calls":0,"handles":2,"retained":3}}. Instead there is: calls is 1, not 0. retained is 0, not 3.)");
    row("a call of the world", R"({"expect": {"world": {"call": "CA", "state": "IDLE", "released": true}}})", 1,
        R"(Expected was {"world":{"call":"CA","released":true,"state":"IDLE"}}. Instead there is: released is false, not true. state is OFFERING, not IDLE.)");
    row("no request to complete", R"({"provider": "complete"})", 1, "No request is pending.");
    row("in a round", R"({"repeat": 3, "steps": [{"wait": "1s"}, {"expect": {"world": {"calls": "$i"}}}]})", 1,
        ""); // replaced below
}

void TestScenarioRunner::whatFailsIsSaid()
{
    QFETCH(const QByteArray, steps);
    QFETCH(QString, failure);
    if (qstrcmp(QTest::currentDataTag(), "in a round") == 0)
        failure = u"11.2 (round 2): Expected was"_s;
    const QString text = failureOf(run(scenarioOf(steps)));
    QVERIFY2(text.startsWith(failure), qPrintable(text));
}

void TestScenarioRunner::theRunEndsAtTheFirstFailure()
{
    const ScenarioResult result = run(
        scenarioOf(R"({"say": "a"}, {"expect": {"world": {"calls": 1}}}, {"say": "b"}, {"expect": "nothing"})"));
    QVERIFY(!result.passed);
    QCOMPARE(result.failures.size(), 1);
    QCOMPARE(result.steps, 2u);
    QCOMPARE(result.captions.size(), 1);
}

void TestScenarioRunner::waitingMovesTheSimulatedClock()
{
    RunOptions options;
    options.keepJournal = true;
    const ScenarioResult result = run(scenarioOf(R"({"app": "A", "do": "lineInitializeEx"}, {"wait": "24h"},
                                                    {"app": "A", "do": "lineShutdown"})"),
                                      options);
    QVERIFY(result.passed);
    const Event &last = result.journal.constLast();
    const auto began = std::find_if(result.journal.begin(), result.journal.end(), [](const Event &event) {
        return std::holds_alternative<Events::AppInitialized>(event.payload);
    });
    QVERIFY(began != result.journal.end());
    QCOMPARE(last.time - began->time, 24 * 3600_s);
}

void TestScenarioRunner::captionsAreKept()
{
    QList<Caption> told;
    RunOptions options;
    options.caption = [&](const Caption &caption) { told.append(caption); };
    const ScenarioResult result = run(scenarioOf(R"({"say": "One."}, {"repeat": 2, "steps": [{"say": "Round $i."}]})"),
                                      options);
    const QList<Caption> expected{
        {u"1"_s, u"One."_s}, {u"2.1 (round 1)"_s, u"Round 1."_s}, {u"2.1 (round 2)"_s, u"Round 2."_s}};
    QCOMPARE(result.captions, expected);
    QCOMPARE(told, expected);
    QCOMPARE(result.steps, 4u);
}

void TestScenarioRunner::captionsSpeakTheLanguageOfTheProgram()
{
    const auto scenario = scenarioOf(
        R"({"say": {"en": "It rings.", "fr": "Ça sonne."}, "hold": "2s", "view": "calls"})");
    const auto textIn = [&](const QLocale &locale) {
        QLocale::setDefault(locale);
        const ScenarioResult result = run(scenario);
        QLocale::setDefault(QLocale::c());
        return result.captions.value(0).text;
    };
    QCOMPARE(textIn(QLocale::French), u"Ça sonne."_s);
    QCOMPARE(textIn(QLocale::English), u"It rings."_s);
    QCOMPARE(textIn(QLocale::German), u"It rings."_s);
}

void TestScenarioRunner::aPlayerGoesStepByStep()
{
    quint64 events = 0;
    ScenarioPlayer player(scenarioOf(R"({"app": "A", "do": "lineInitializeEx"}, {"wait": "1h"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
        {"expect": {"world": {"calls": 1}}}, {"say": "never"})"),
                          [&](const EventBatch &batch) { events += quint64(batch.size()); });
    QCOMPARE(events, player.world().seq());
    QCOMPARE(player.named(u"L"_s), ScenarioPlayer::Named());
    QVERIFY(player.playNext());
    QVERIFY(!player.named(u"A"_s).app.isNull());

    const Microseconds start = player.clock()->now();
    player.pass(3600_s);
    player.skip(); // the wait, played by hand
    QCOMPARE(player.clock()->now() - start, 3600_s);
    QVERIFY(player.playNext());
    QVERIFY(!player.named(u"L"_s).line.isNull());
    QCOMPARE(events, player.world().seq());

    QVERIFY(!player.playNext()); // there is no call
    QVERIFY(player.failure().contains(u"calls"));
    QVERIFY(!player.playNext());
    QVERIFY(!player.atEnd());
    QCOMPARE(player.next(), 4);
}

void TestScenarioRunner::unreadMessagesAreToldIfAskedFor()
{
    const Scenario scenario = scenarioOf(
        twoHolders + QByteArray(R"({"provider": "callState", "call": "N", "state": "CONNECTED"})"));
    QCOMPARE(run(scenario).unread, QStringList());
    RunOptions options;
    options.reportUnread = true;
    const ScenarioResult result = run(scenario, options);
    QVERIFY(result.passed);
    QCOMPARE(result.unread, (QStringList{u"A: LINE_CALLSTATE CA CONNECTED"_s, u"B: LINE_CALLSTATE CB CONNECTED"_s}));
}

void TestScenarioRunner::theSameScenarioGivesTheSameJournal()
{
    const Scenario scenario = scenarioOf(
        twoHolders + QByteArray(R"({"app": "A", "do": "lineAnswer", "call": "CA"}, {"provider": "delay", "time": "2s"},
                                   {"provider": "complete"}, {"wait": "3s"})"));
    RunOptions options;
    options.keepJournal = true;
    EventBatch told;
    options.events = [&](const EventBatch &batch) { told += batch; };
    const EventBatch first = run(scenario, options).journal;
    QVERIFY(first.size() > 30);
    QCOMPARE(told, first);
    QCOMPARE(run(scenario, options).journal, first);
}

void TestScenarioRunner::theWorldIsTheOneOfTheJournal()
{
    RunOptions options;
    options.keepJournal = true;
    const ScenarioResult result = run(scenarioOf(twoHolders + QByteArray(R"({"wait": "1s"})")), options);
    World rebuilt;
    rebuilt.apply(result.journal);
    QCOMPARE(rebuilt.dump(), result.world.dump());
    QVERIFY(rebuilt == result.world);
    QCOMPARE(result.world.handles().size(), 2);
}

// R-10: a thousand calls, each held idle, then all let go.
void TestScenarioRunner::aThousandRoundsLeaveNothingBehind()
{
    const ScenarioResult result = run(scenarioOf(R"(
        {"app": "A", "do": "lineInitializeEx"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "MONITOR", "as": "L"},
        {"repeat": 1000, "steps": [
            {"provider": "newCall", "as": "N$i", "callerId": "+1555010$i"},
            {"expect": {"app": "A", "message": "LINE_APPNEWCALL", "on": "L"}, "as": "C$i"},
            {"provider": "callState", "call": "N$i", "state": "IDLE"},
            {"app": "A", "do": "lineGetCallInfo", "call": "C$i", "has": {"callerId": "+1555010$i"}},
            {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C$i", "state": "OFFERING"}},
            {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C$i", "state": "IDLE"}}]},
        {"expect": {"world": {"handles": 1000, "retained": 1000, "retainedCalls": 1000, "liveCalls": 0}}},
        {"app": "A", "do": "lineGetCallInfo", "call": "C517", "has": {"callerId": "+1555010517"}},
        {"app": "A", "do": "lineClose", "on": "L"},
        {"expect": {"provider": "closeCall", "times": 1000}},
        {"expect": {"world": {"calls": 0, "handles": 0, "retained": 0, "libraryBytes": 0}}})"));
    QCOMPARE(failureOf(result), QString());
    QCOMPARE(result.steps, 2u + 1 + 6000 + 5);
}

void TestScenarioRunner::withoutASourceItSaysWhichIsWanted()
{
    const QString text = failureOf(run(scenarioOf(R"({"say": ""})", R"("provider": {"type": "asterisk"}, )")));
    QCOMPARE(text, u": This scenario is for a provider of type \"asterisk\": name one with --source."_s);
}

QTEST_GUILESS_MAIN(TestScenarioRunner)
#include "tst_scenariorunner.moc"
