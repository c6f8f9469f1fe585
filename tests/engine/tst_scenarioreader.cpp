// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Broken scenario files: what is wrong is said with file, step and key; hostile ones are refused before they cost
// anything (threat 7).

#include "scenario/jsonscan.h"
#include "scenario/scenarioreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

QStringList errorsOf(const QByteArray &json)
{
    QStringList texts;
    const auto scenario = readScenario(json, u"f"_s);
    if (!scenario) {
        for (const ScenarioError &error : scenario.error())
            texts.append(error.toString());
    }
    return texts;
}

QByteArray withSteps(const QByteArray &steps) { return R"({"linescope": "scenario/1", "steps": [)" + steps + "]}"; }

// An application A with a line L and a call C; the step that follows is number 4.
QByteArray afterOpening(const QByteArray &step)
{
    return withSteps(R"({"app": "A", "do": "lineInitializeEx"},
                        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "MONITOR", "as": "L"},
                        {"provider": "newCall", "as": "C"},)"
                     + step);
}

QByteArray nested(const QByteArray &open, const QByteArray &close, int depth)
{
    return withSteps(open.repeated(depth) + R"({"say": "x"})" + close.repeated(depth));
}

} // namespace

class TestScenarioReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeadIsRead();
    void withoutAHeadThereIsOneScriptedLine();
    void stepsAreNumbered();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void allMistakesAreTold();
    void namesAreKnownOnceTheyAreGiven_data();
    void namesAreKnownOnceTheyAreGiven();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void aFileAtTheLimitsIsRead();
    void aFileThatIsNotThereIsSaidToBe();
    void everyShortenedFileIsRefused();
};

void TestScenarioReader::theHeadIsRead()
{
    const auto scenario = readScenario(R"({
        "$schema": "scenario.schema.json", "linescope": "scenario/1", "title": "T", "about": "about", "rules": ["H-24"],
        "provider": {"lines": [{"name": "Desk", "addresses": 2}, {}], "media": ["DATAMODEM"],
                     "capabilities": ["CLOSEDROP"], "callFeatures": {"excludes": ["HOLD"]}, "mediaMode": false},
        "options": {"unownedIncoming": "drop", "closeDropsSoleOwned": false, "closeCallAfterFailedCreate": true},
        "steps": [{"wait": "250ms"}]})",
                                       u"f"_s);
    QVERIFY(scenario);
    QCOMPARE(scenario->title, u"T"_s);
    QCOMPARE(scenario->about, u"about"_s);
    QCOMPARE(scenario->rules, QStringList{u"H-24"_s});
    QVERIFY(scenario->provider.scripted);
    QCOMPARE(scenario->provider.devices.size(), 2);
    QCOMPARE(scenario->provider.devices.at(0).name, u"Desk"_s);
    QCOMPARE(scenario->provider.devices.at(0).numAddresses, 2u);
    QCOMPARE(scenario->provider.devices.at(1).name, u"Line 2"_s);
    QCOMPARE(scenario->provider.devices.at(1).mediaModes, MediaModes(MediaMode::DataModem));
    QVERIFY(scenario->provider.devices.at(1).capFlags.testFlag(DevCapFlag::CloseDrop));
    QVERIFY(!scenario->provider.abilities.callFeatures.testFlag(CallFeature::Hold));
    QVERIFY(scenario->provider.abilities.callFeatures.testFlag(CallFeature::Drop));
    QVERIFY(scenario->provider.abilities.appSpecific);
    QVERIFY(!scenario->provider.abilities.mediaMode);
    QCOMPARE(scenario->options.unownedCalls, ServerOptions::Unowned::Drop);
    QVERIFY(!scenario->options.closeDropsSoleOwned);
    QVERIFY(scenario->options.closeCallAfterFailedCreate);
}

void TestScenarioReader::withoutAHeadThereIsOneScriptedLine()
{
    const auto scenario = readScenario(withSteps(R"({"say": "x"})"), u"f"_s);
    QVERIFY(scenario);
    QVERIFY(scenario->provider.scripted);
    QCOMPARE(scenario->provider.devices.size(), 1);
    QVERIFY(scenario->provider.abilities.addressFeatures.testFlag(AddressFeature::MakeCall));
    QCOMPARE(scenario->options.unownedCalls, ServerOptions::Unowned::Keep);
    QVERIFY(scenario->options.closeDropsSoleOwned);
    QVERIFY(!scenario->options.closeCallAfterFailedCreate);
}

void TestScenarioReader::stepsAreNumbered()
{
    const auto scenario = readScenario(
        withSteps(R"({"say": "a"}, {"repeat": 3, "steps": [{"say": "b"}, {"repeat": 2, "steps": [{"say": "c"}]}]})"),
        u"f"_s);
    QVERIFY(scenario);
    QCOMPARE(scenario->steps.at(0).path, u"1"_s);
    const Step &repeat = scenario->steps.at(1);
    QCOMPARE(repeat.type, Step::Type::Repeat);
    QCOMPARE(repeat.times, 3u);
    QCOMPARE(repeat.steps.at(0).path, u"2.1"_s);
    QCOMPARE(repeat.steps.at(1).steps.at(0).path, u"2.2.1"_s);
}

void TestScenarioReader::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error"); // what the first one begins with
    const auto file = [](const char *name, const QByteArray &json, const char *error) {
        QTest::newRow(name) << json << QString::fromUtf8(error);
    };
    const auto step = [&](const char *name, const QByteArray &json, const char *error) {
        file(name, afterOpening(json), error);
    };

    file("empty", "", "f: This is not JSON (line 1, column 1)");
    file("cut", R"({"linescope":
        "scenario/1)",
         "f: This is not JSON (line 2");
    file("a list", "[]", "f: A scenario is a JSON object.");
    file("another format", R"({"linescope": "scenario/2", "steps": []})",
         R"(f: key "linescope": A scenario begins with "linescope": "scenario/1".)");
    file("unknown key of the head", R"({"linescope": "scenario/1", "tilte": "x", "steps": []})",
         R"(f: key "tilte": This key is not known here. Did you mean "title"?)");
    file("rules", R"({"linescope": "scenario/1", "rules": "H-1", "steps": []})",
         R"(f: key "rules": "rules" is a list of rule ids: ["H-24"].)");
    file("no steps", R"({"linescope": "scenario/1"})", R"(f: key "steps": A scenario has a list of steps.)");
    file("provider's mode", R"({"linescope": "scenario/1", "provider": {"mode": "scripte"}, "steps": [{"say": ""}]})",
         R"(f: key "provider.mode": "mode" can be "scripted" or "automatic". Did you mean "scripted"?)");
    file("too many lines", R"({"linescope": "scenario/1", "provider": {"lines": 10001}, "steps": [{"say": ""}]})",
         R"(f: key "provider.lines": There can be up to 10000 lines.)");
    file("key of a line", R"({"linescope": "scenario/1", "provider": {"lines": [{"nam": 1}]}, "steps": [{"say": ""}]})",
         R"(f: key "provider.nam": This key is not known here. Did you mean "name"?)");
    file("options", R"({"linescope": "scenario/1", "options": {"unownedIncoming": "lose"}, "steps": [{"say": ""}]})",
         R"(f: key "options.unownedIncoming": This can be "keep" or "drop".)");
    file("type of an option",
         R"({"linescope": "scenario/1", "options": {"closeDropsSoleOwned": 1}, "steps": [{"say": ""}]})",
         R"(f: key "options.closeDropsSoleOwned": 1 is neither true nor false.)");
    file("verbs of a real source",
         R"({"linescope": "scenario/1", "provider": {"type": "asterisk"}, "steps": [{"provider": "die"}]})",
         R"(f: step 1, key "provider": A provider of type "asterisk" does what it does)");
    file("verbs of the automatic simulator",
         R"({"linescope": "scenario/1", "provider": {"mode": "automatic"}, "steps": [{"provider": "complete"}]})",
         R"(f: step 1, key "provider": The automatic simulator cannot be told to do this)");

    step("not an object", "12", "f: step 4: A step has exactly one of");
    step("no form", "{}", "f: step 4: A step has exactly one of");
    step("two forms", R"({"say": "x", "wait": "1s"})", "f: step 4: A step has exactly one of");
    step("wait", R"({"wait": "1 s"})", R"(f: step 4, key "wait": "1 s" is not a duration. Write 250ms, 30s)");
    step("too long a wait", R"({"wait": "25h"})", R"(f: step 4, key "wait": "25h" is not a duration)");
    step("say", R"({"say": 1})", R"(f: step 4, key "say": 1 is not a text.)");
    step("a caption without English", R"({"say": {"fr": "x"}})",
         R"(f: step 4, key "say": A caption in several languages has a text in "en".)");
    step("a language", R"({"say": {"en": "x", "French": "x"}})",
         R"(f: step 4, key "say": "French" is not the code of a language.)");
    step("a caption about nothing", R"({"say": "x", "about": "nobody"})",
         R"(f: step 4, key "about": "nobody" is not the name of a handle, a line or an application.)");
    step("how long", R"({"say": "x", "hold": "long"})", R"(f: step 4, key "hold": "long" is not a duration.)");
    step("a view", R"({"say": "x", "view": "No View"})",
         R"(f: step 4, key "view": A view is a word in small letters.)");
    step("inside a repeat", R"({"repeat": 2, "steps": [{"say": "a"}, {"say": "b"}, {"sya": "c"}]})",
         "f: step 4.3: A step has exactly one of");
    step("repeat", R"({"repeat": "often", "steps": []})", R"(f: step 4, key "repeat": "often" is not a number from 0)");
    step("repeat without steps", R"({"repeat": 2})", R"(f: step 4, key "steps": A repeat has a list of steps.)");

    step("function", R"({"app": "A", "do": "lineMakecal"})",
         R"(f: step 4, key "do": "lineMakecal" is not a function that is known here. Did you mean "lineMakeCall"?)");
    step("application", R"({"app": "B", "do": "lineDrop", "call": "C"})",
         R"(f: step 4, key "app": No application "B" calls lineInitializeEx. Did you mean "A"?)");
    step("argument", R"({"app": "A", "do": "lineMakeCall", "on": "L", "adress": "1"})",
         R"(f: step 4, key "adress": This key is not known here. Did you mean "address"?)");
    step("argument of another function", R"({"app": "A", "do": "lineDrop", "call": "C", "address": "1"})",
         R"(f: step 4, key "address": This key is not known here.)");
    step("line", R"({"app": "A", "do": "lineClose", "on": "X"})",
         R"(f: step 4, key "on": "X" is not the name of an open line. Did you mean "L"?)");
    step("a call is no line", R"({"app": "A", "do": "lineClose", "on": "C"})",
         R"(f: step 4, key "on": "C" is not the name of an open line.)");
    step("call", R"({"app": "A", "do": "lineDrop", "call": "CA"})",
         R"(f: step 4, key "call": "CA" is not the name of a call. Did you mean "C"?)");
    step("device", R"({"app": "A", "do": "lineOpen", "line": 0})",
         R"(f: step 4, key "line": Lines are counted from 1.)");
    step("number", R"({"app": "A", "do": "lineGetAddressStatus", "on": "L", "addressId": 1.5})",
         R"(f: step 4, key "addressId": 1.5 is not a number from 0 to 4294967295.)");
    step("big number", R"({"app": "A", "do": "lineGetAddressStatus", "on": "L", "addressId": 4294967296})",
         R"(f: step 4, key "addressId": 4294967296 is not a number from 0 to 4294967295.)");
    step("flag", R"({"app": "A", "do": "lineOpen", "line": 1, "privilege": ["OWNER", "MONITR"]})",
         R"(f: step 4, key "privilege": "MONITR" is not a name that is known here. Did you mean "MONITOR"?)");
    step("flag of another kind", R"({"app": "A", "do": "lineOpen", "line": 1, "privilege": 4})",
         R"(f: step 4, key "privilege": 4 is not a name that is known here.)");
    step("version", R"({"app": "A", "do": "lineOpen", "line": 1, "api": "2.3"})",
         R"(f: step 4, key "api": "2.3" is not a name that is known here.)");
    step("bytes", R"({"app": "A", "do": "lineSetCallData", "call": "C", "callData": "0A1"})",
         R"(f: step 4, key "callData": "0A1" is not bytes)");
    step("error", R"({"app": "A", "do": "lineDrop", "call": "C", "error": "LINEERR_NOTONWER"})",
         R"(f: step 4, key "error": "NOTONWER" is not a name that is known here. Did you mean "NOTOWNER"?)");
    step("an error that is none", R"({"app": "A", "do": "lineDrop", "call": "C", "error": "OK"})",
         R"(f: step 4, key "error": An error is wanted here)");
    step("via", R"({"app": "A", "do": "lineDrop", "call": "C", "error": "NOTOWNER", "via": "mail"})",
         R"(f: step 4, key "via": An error comes by "return" or by "reply".)");
    step("has", R"({"app": "A", "do": "lineGetCallInfo", "call": "C", "has": {"calerId": "1"}})",
         R"(f: step 4, key "has.calerId": This key is not known here. Did you mean "callerId"?)");
    step("has what is not returned", R"({"app": "A", "do": "lineDrop", "call": "C", "has": {}})",
         R"(f: step 4, key "has": This key is not known here.)");
    step("value in has", R"({"app": "A", "do": "lineGetCallInfo", "call": "C", "has": {"origin": "INBUND"}})",
         R"(f: step 4, key "has.origin": "INBUND" is not a name that is known here. Did you mean "INBOUND"?)");
    step("mode without state", R"({"app": "A", "do": "lineGetCallStatus", "call": "C", "has": {"mode": "NORMAL"}})",
         R"(f: step 4, key "has.mode": A mode needs the state that it belongs to: "state".)");
    step("a name that is none", R"({"app": "A", "do": "lineOpen", "line": 1, "as": "0x1"})",
         R"(f: step 4, key "as": "0x1" is not a name.)");

    step("verb", R"({"provider": "callStat", "call": "C"})",
         R"(f: step 4, key "provider": "callStat" is not a verb of the provider. Did you mean "callState"?)");
    step("missing key", R"({"provider": "callState", "call": "C"})", R"(f: step 4, key "state": This key is missing.)");
    step("state", R"({"provider": "callState", "call": "C", "state": "RINGING"})",
         R"(f: step 4, key "state": "RINGING" is not a name that is known here.)");
    step("mode of another state", R"({"provider": "callState", "call": "C", "state": "BUSY", "mode": "NORMAL"})",
         R"(f: step 4, key "mode": "NORMAL" is not a name that is known here. It can be: STATION, TRUNK)");
    step("the engine's part of the record", R"({"provider": "callInfo", "call": "C", "numOwners": 1})",
         R"(f: step 4, key "numOwners": This key is not known here.)");
    step("request", R"({"provider": "complete", "request": "r1"})",
         R"(f: step 4, key "request": "r1" is not the name of a request.)");
    step("duplicate of nothing", R"({"provider": "newCall", "name": "duplicate of X"})",
         R"(f: step 4, key "name": "X" is not the name of a call.)");
    step("digit", R"({"provider": "monitorDigits", "call": "C", "digit": "12"})",
         R"(f: step 4, key "digit": "12" is not one digit.)");

    step("expectation", R"({"expect": {"mesage": "LINE_CLOSE"}})",
         R"(f: step 4, key "expect": What is expected is a "message")");
    step("message", R"({"expect": {"app": "A", "message": "LINE_CLOSED"}})",
         R"(f: step 4, key "message": "LINE_CLOSED" is not a message. Did you mean "LINE_CLOSE"?)");
    step("key of another message", R"({"expect": {"app": "A", "message": "LINE_CLOSE", "call": "C"}})",
         R"(f: step 4, key "call": This key is not known here.)");
    step("application of a message", R"({"expect": {"app": "Z", "message": "LINE_CLOSE"}})",
         R"(f: step 4, key "app": No application "Z" calls lineInitializeEx.)");
    step("a handle from nowhere", R"({"expect": {"app": "A", "message": "LINE_CLOSE"}, "as": "X"})",
         R"(f: step 4, key "as": Only LINE_APPNEWCALL and LINE_CALLSTATE bring a handle to name.)");
    step("command", R"({"expect": {"provider": "closeCal"}})",
         R"(f: step 4, key "provider": "closeCal" is not a command to the provider. Did you mean "closeCall"?)");
    step("key of a command", R"({"expect": {"provider": "closeCall", "line": 1}})",
         R"(f: step 4, key "line": This key is not known here.)");
    step("not what often", R"({"expect": {"not": {"provider": "closeCall", "times": 2}}})",
         R"(f: step 4, key "times": "times" and "not" do not go together.)");
    step("key of the world", R"({"expect": {"world": {"handels": 0}}})",
         R"(f: step 4, key "world.handels": This key is not known here. Did you mean "handles"?)");
    step("an empty world", R"({"expect": {"world": {}}})", R"(f: step 4, key "world": "world" is an object)");
    step("severity", R"({"expect": {"finding": "V-1", "severity": "bad"}})",
         R"(f: step 4, key "severity": "bad" is not a severity. It can be: info, warning, violation.)");
    step("beside expect", R"({"expect": "nothing", "within": "1s"})",
         R"(f: step 4, key "within": This key is not known here.)");
}

void TestScenarioReader::whatIsWrongIsNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, error);
    const QStringList errors = errorsOf(json);
    QVERIFY(!errors.isEmpty());
    QVERIFY2(errors.constFirst().startsWith(error), qPrintable(errors.join(u'\n')));
}

void TestScenarioReader::allMistakesAreTold()
{
    const QStringList errors = errorsOf(withSteps(R"({"wait": "x"}, {"say": 1}, {"wait": "y"})"));
    QCOMPARE(errors.size(), 3);
    QVERIFY(errors.at(2).startsWith(u"f: step 3"_s));
    const QByteArray many = QByteArray(R"({"wait": "x"},)").repeated(200) + R"({"say": ""})";
    QCOMPARE(errorsOf(withSteps(many)).size(), 100);
}

void TestScenarioReader::namesAreKnownOnceTheyAreGiven_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<bool>("known");
    const auto row = [](const char *name, bool known, const QByteArray &steps) {
        QTest::newRow(name) << steps << known;
    };
    row("before", false, R"({"expect": {"provider": "drop", "call": "N"}}, {"provider": "newCall", "as": "N"})");
    row("after", true, R"({"provider": "newCall", "as": "N"}, {"expect": {"provider": "drop", "call": "N"}})");
    const QByteArray loop = R"({"repeat": 12, "steps": [{"provider": "newCall", "as": "N$i"},
                                                        {"provider": "callState", "call": "N$i", "state": "IDLE"}]},)";
    row("the first of a series", true, loop + R"({"expect": {"provider": "closeCall", "call": "N1"}})");
    row("the last of a series", true, loop + R"({"expect": {"provider": "closeCall", "call": "N12"}})");
    row("before a series", false, loop + R"({"expect": {"provider": "closeCall", "call": "N0"}})");
    row("beyond a series", false, loop + R"({"expect": {"provider": "closeCall", "call": "N13"}})");
    row("like a series", false, loop + R"({"expect": {"provider": "closeCall", "call": "N012"}})");
    row("a series in a list", true,
        R"({"repeat": 3, "steps": [{"app": "A", "do": "lineGetNewCalls", "on": "L", "as": ["X$i"]}]},
           {"app": "A", "do": "lineDrop", "call": "X3"})");
    row("a series of lines", true,
        R"({"repeat": 3, "steps": [{"app": "A", "do": "lineOpen", "line": "$i", "privilege": "MONITOR", "as": "L$i"}]},
           {"app": "A", "do": "lineClose", "on": "L2"})");
    row("a series of applications", true,
        R"({"repeat": 3, "steps": [{"app": "B$i", "do": "lineInitializeEx"}]}, {"app": "B2", "do": "lineShutdown"})");
    row("a series of requests", true,
        R"({"repeat": 3, "steps": [{"app": "A", "do": "lineDrop", "call": "C", "request": "r$i"}]},
           {"provider": "complete", "request": "r3"})");
    row("nobody's application, in vain", true, R"({"app": "Z", "do": "lineShutdown", "error": "INVALAPPHANDLE"})");
    row("a conference", true,
        R"({"app": "A", "do": "lineSetupConference", "call": "C", "as": "K", "asConference": "P"},
           {"app": "A", "do": "lineAddToConference", "conference": "P", "consult": "K"})");
    row("a request of the engine's own", true,
        R"({"expect": {"provider": "drop", "call": "C"}, "request": "r"}, {"provider": "complete", "request": "r"})");
    row("a made-up handle", true, R"({"app": "A", "do": "lineDrop", "call": "0x40000099"})");
    row("no handle", true,
        R"({"app": "A", "do": "lineDrop", "call": ""}, {"app": "A", "do": "lineDrop", "call": null})");
}

void TestScenarioReader::namesAreKnownOnceTheyAreGiven()
{
    QFETCH(const QByteArray, steps);
    QFETCH(const bool, known);
    const QStringList errors = errorsOf(afterOpening(steps));
    QVERIFY2(errors.isEmpty() == known, qPrintable(errors.join(u'\n')));
}

void TestScenarioReader::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &json, const char *error) {
        QTest::newRow(name) << json << QString::fromUtf8(error);
    };
    row("17 MiB", QByteArray(17 * 1024 * 1024, ' '), "f: The file is larger than 16 MiB.");
    row("a million brackets", QByteArray(1'000'000, '['),
        "f: The file is nested more than 64 deep (line 1, column 65).");
    row("repeats, one in the other", nested(R"({"repeat": 1, "steps": [)", "]}", 40),
        "f: The file is nested more than 64");
    row("a long text", withSteps(R"({"say": ")" + QByteArray(65 * 1024, 'x') + "\"}"),
        "f: A text is longer than 64 KiB (line 1, column");
    row("a long key", withSteps("{\"" + QByteArray(65 * 1024, 'x') + "\": 1}"), "f: A text is longer than 64 KiB");
    row("a text without end", withSteps(R"({"say": ")" + QByteArray(100'000, '\\')), "f: A text is longer than 64 KiB");
    row("a repeat bomb", nested(R"({"repeat": 1000, "steps": [)", "]}", 20),
        "f: key \"steps\": With every repeat unrolled there are more than 1000000 steps.");
    row("an endless repeat", withSteps(R"({"repeat": 4294967295, "steps": [{"say": ""}]})"),
        "f: step 1, key \"repeat\": At most 1000000 times.");
    row("many empty rounds", withSteps(R"({"repeat": 1000000, "steps": [{"repeat": 1000000, "steps": []}]})"),
        "f: key \"steps\": With every repeat unrolled");
    row("many values", withSteps(QByteArray("1,").repeated(1'100'000) + "1"),
        "f: The file has more than 1000000 values.");
    row("a large object", withSteps("{" + QByteArray("\"a\": 1, ").repeated(300) + "\"b\": 2}"),
        "f: An object has more than 256 members (line 1");
    row("many names with $i",
        withSteps(QByteArray(R"({"repeat": 1, "steps": [{"provider": "newCall", "as": "N$i"}]},)").repeated(1100)
                  + R"({"say": ""})"),
        "f: step 1001.1, key \"as\": There are more than 1000 names with $i.");
    row("many mistakes",
        withSteps(QByteArray(R"({"app": "A", "do": "lineMakeCalllineMakeCalllineMakeCall"},)").repeated(100'000)
                  + R"({"say": ""})"),
        "f: step 1, key \"do\": ");
    row("NUL", withSteps(QByteArray("{\"say\": \"a\0b\"}", 14)), "f: A control character stands in the file (line 1");
    row("an escape sequence", withSteps("{\"say\": \"\x1b[2J\"}"), "f: A control character stands in the file");
    row("not UTF-8", withSteps("{\"say\": \"\xff\xfe\"}"), "f: This is not JSON (line 1");
    row("a million lines", R"({"linescope": "scenario/1", "provider": {"lines": 1000000}, "steps": [{"say": ""}]})",
        "f: key \"provider.lines\": There can be up to 10000 lines.");
}

void TestScenarioReader::hostileFilesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, error);
    const QStringList errors = errorsOf(json);
    QVERIFY(!errors.isEmpty());
    QVERIFY2(errors.constFirst().startsWith(error), qPrintable(errors.constFirst().left(300)));
    for (const QString &text : errors)
        QVERIFY2(text.size() < 500, "an error does not carry the file along");
}

void TestScenarioReader::aFileAtTheLimitsIsRead()
{
    const QByteArray files[] = {
        nested(R"({"repeat": 1, "steps": [)", "]}", 30),
        withSteps(R"({"repeat": 999999, "steps": [{"say": ""}]})"),
        withSteps("{\"say\": \"" + QByteArray(64 * 1024 - 2, 'x') + "\"}"),
        withSteps(R"({"say": "\u0000\u001b"})"),
    };
    for (const QByteArray &json : files)
        QCOMPARE(errorsOf(json), QStringList());
}

void TestScenarioReader::aFileThatIsNotThereIsSaidToBe()
{
    const QTemporaryDir folder;
    const auto scenario = readScenarioFile(folder.filePath(u"no.scenario.json"_s));
    QVERIFY(!scenario);
    QVERIFY(scenario.error().constFirst().toString().contains(u"The file cannot be read"_s));
    QVERIFY(!readScenarioFile(folder.path())); // a folder
}

void TestScenarioReader::everyShortenedFileIsRefused()
{
    const QByteArray whole = afterOpening(R"({"app": "A", "do": "lineGetCallInfo", "call": "C", "has": {"trunk": 1}},
                                             {"expect": {"world": {"calls": 1}}})");
    QCOMPARE(errorsOf(whole), QStringList());
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!errorsOf(whole.first(length)).isEmpty());
}

QTEST_GUILESS_MAIN(TestScenarioReader)
#include "tst_scenarioreader.moc"
