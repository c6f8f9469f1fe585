// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The test console: forms of functions, what is typed into them, what came of calls, the session as a scenario.

#include "panels/console/consolepanel.h"
#include "panels/console/errorwords.h"
#include "scenario/functionstep.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFunctionHasAForm();
    void textsBecomeValues_data();
    void textsBecomeValues();
    void textsThatAreNoValuesAreSaid_data();
    void textsThatAreNoValuesAreSaid();
    void requestsAreToldBriefly();
    void applicationsAreNamed_data();
    void applicationsAreNamed();
    void errorsAreExplained();
    void repliesAreCounted();
    void theHistoryHasAnEnd();
    void aFunctionIsCalledAndAnswered();
    void aVoidHandleGivesTheEnginesError();
    void theSessionBecomesAScenario();
    void aFileThatCannotBeWrittenIsSaid();
    void typingIsNotDisturbed();
};

void TestConsole::init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

void TestConsole::everyFunctionHasAForm()
{
    RequestForm form;
    for (const QString &function : Scenarios::functionNames()) {
        Request wanted;
        Scenarios::withFunction(function, [&](const Request &request, Scenarios::FunctionKind) { wanted = request; });
        form.setRequest(wanted);
        QCOMPARE(form.function(), function);
        const auto request = form.request();
        QVERIFY2(request, qPrintable(request ? function : request.error()));
        QVERIFY2(*request == wanted, qPrintable(function + u' ' + callText(*request)));
        for (const ConsoleArgument &argument : argumentsOf(function))
            QVERIFY2(form.field(argument.key) && !form.field(argument.key)->accessibleName().isEmpty(),
                     qPrintable(function));
    }
}

void TestConsole::textsBecomeValues_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<ConsoleTexts>("texts");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *function, const ConsoleTexts &texts, const char *told) {
        QTest::newRow(name) << QString::fromLatin1(function) << texts << QString::fromLatin1(told);
    };
    row("a short name", "lineDrop", {{u"call"_s, u"H42"_s}}, "lineDrop(call: H42)");
    row("a number", "lineDrop", {{u"call"_s, u"0x4000002A"_s}}, "lineDrop(call: H42)");
    row("no handle", "lineDrop", {{u"call"_s, u""_s}}, "lineDrop()");
    row("another kind of handle", "lineDrop", {{u"call"_s, u"0x20000001"_s}}, "lineDrop()");
    row("a line", "lineClose", {{u"on"_s, u" L3 "_s}}, "lineClose(on: L3)");
    row("flags", "lineOpen", {{u"privilege"_s, u"OWNER, MONITOR"_s}, {u"line"_s, u"2"_s}},
        "lineOpen(line: 2, privilege: MONITOR, OWNER)");
    row("what has no name", "lineSetCallPrivilege", {{u"privilege"_s, u"0x10"_s}},
        "lineSetCallPrivilege(privilege: 0x00000010)");
    row("text with spaces", "lineMakeCall", {{u"address"_s, u" 5 5 "_s}}, "lineMakeCall(address:  5 5 )");
    row("bytes", "lineSetCallData", {{u"callData"_s, u"0a1B"_s}}, "lineSetCallData(callData: 0a1b)");
    row("yes and no", "lineShutdown", {{u"crashed"_s, u"true"_s}}, "lineShutdown(crashed: true)");
    row("the line mapper", "lineOpen", {{u"line"_s, u"LINEMAPPER"_s}}, "lineOpen(line: LINEMAPPER)");
}

void TestConsole::textsBecomeValues()
{
    QFETCH(const QString, function);
    QFETCH(const ConsoleTexts, texts);
    QFETCH(const QString, told);
    const auto request = requestOf(function, texts);
    QVERIFY2(request, qPrintable(request ? QString() : request.error()));
    QCOMPARE(callText(*request), told);
    QVERIFY(*requestOf(function, textsOf(*request)) == *request);
}

void TestConsole::textsThatAreNoValuesAreSaid_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<ConsoleTexts>("texts");
    QTest::newRow("handle") << u"lineDrop"_s << ConsoleTexts{{u"call"_s, u"forty"_s}};
    QTest::newRow("number") << u"lineDrop"_s << ConsoleTexts{{u"call"_s, u"0xZZ"_s}};
    QTest::newRow("flag") << u"lineOpen"_s << ConsoleTexts{{u"privilege"_s, u"OWNR"_s}};
    QTest::newRow("bytes") << u"lineSetCallData"_s << ConsoleTexts{{u"callData"_s, u"0"_s}};
    QTest::newRow("yes") << u"lineShutdown"_s << ConsoleTexts{{u"crashed"_s, u"yes"_s}};
    QTest::newRow("function") << u"lineFly"_s << ConsoleTexts{};
}

void TestConsole::textsThatAreNoValuesAreSaid()
{
    QFETCH(const QString, function);
    QFETCH(const ConsoleTexts, texts);
    const auto request = requestOf(function, texts);
    QVERIFY(!request);
    QVERIFY(request.error().size() > 10);
}

void TestConsole::requestsAreToldBriefly()
{
    QCOMPARE(callText(Requests::MakeCall{HLine{1}, u"5550100"_s, {}}), u"lineMakeCall(on: L1, address: 5550100)"_s);
}

void TestConsole::applicationsAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number"); // -1: none
    QTest::newRow("label") << u"A3 crm-popup"_s << 3;
    QTest::newRow("hexadecimal") << u"0x10000007"_s << 7;
    QTest::newRow("nobody") << QString() << 0;
    QTest::newRow("a word") << u"crm"_s << -1;
    QTest::newRow("a line") << u"L3"_s << -1;
}

void TestConsole::applicationsAreNamed()
{
    QFETCH(const QString, text);
    QFETCH(const int, number);
    const auto app = appFrom(text);
    QCOMPARE(app ? int(app->value) : -1, number);
}

void TestConsole::errorsAreExplained()
{
    QVERIFY(errorText(LineError::InvalCallHandle).startsWith(u"LINEERR_INVALCALLHANDLE (0x80000018): "_s));
    QCOMPARE(errorText(LineError::InvalCard), u"LINEERR_INVALCARD (0x8000001E)"_s);
}

void TestConsole::repliesAreCounted()
{
    ConsoleHistory history;
    ConsoleCall call;
    call.times = 3;
    const quint64 number = history.add(call);
    history.returned(number, {LineError::None, RequestId{1}});
    history.returned(number, {LineError::NotOwner, {}});
    history.returned(number, {LineError::NotOwner, {}});
    QCOMPARE(ConsoleHistory::resultText(history.at(0)), u"1 success(es), 2 × LINEERR_NOTOWNER"_s);
    QCOMPARE(ConsoleHistory::replyText(history.at(0)), u"not yet"_s);
    history.replied(number, LineError::OperationFailed);
    QCOMPARE(ConsoleHistory::replyText(history.at(0)), u"0 success(es), 1 × LINEERR_OPERATIONFAILED"_s);
}

void TestConsole::theHistoryHasAnEnd()
{
    ConsoleHistory history;
    const quint64 first = history.add({});
    for (int i = 0; i < ConsoleHistory::maxCalls; ++i)
        history.add({});
    QCOMPARE(history.rowCount(), ConsoleHistory::maxCalls);
    history.returned(first, {LineError::NotOwner, {}}); // has gone meanwhile
    QCOMPARE(history.at(0).returned, 0);
}

void TestConsole::aFunctionIsCalledAndAnswered()
{
    WindowFixture f;
    f.ring();
    ConsolePanel *console = f.window->console();
    f.window->goTo(u"console"_s);
    const HCall handle = f.handleOf(WindowFixture::Owner);
    console->application()->setCurrentText(shortName(f.world().appOf(*f.world().handle(handle))));
    console->form()->setRequest(Requests::Answer{handle});
    QCOMPARE(console->problemText(), QString());
    console->run();
    QCOMPARE(console->history()->rowCount(), 1);
    QTRY_COMPARE(ConsoleHistory::resultText(console->history()->at(0)), u"success"_s);
    QTRY_COMPARE(ConsoleHistory::replyText(console->history()->at(0)), u"success"_s);
    QVERIFY2(console->resultText().contains(u"LINE_REPLY: success"_s), qPrintable(console->resultText()));
    QTRY_COMPARE(f.stateOf(handle), CallState::Connected);

    console->runAgain(); // the same once more: it is connected by now
    QTRY_COMPARE(console->history()->at(1).error, LineError::InvalCallState);
    console->times()->setValue(5);
    console->form()->setRequest(Requests::GetCallInfo{handle});
    console->run();
    QTRY_COMPARE(console->history()->at(2).returned, 5);
    QVERIFY(console->resultText().contains(u"callerId: "_s));
    QCOMPARE(console->table(Rows::All, Qt::DisplayRole).size(), 4);
}

void TestConsole::aVoidHandleGivesTheEnginesError()
{
    WindowFixture f;
    f.addOwnerAndMonitor();
    ConsolePanel *console = f.window->console();
    f.window->goTo(u"console"_s);
    console->application()->setCurrentText(u"A1"_s);
    console->form()->setRequest(Requests::Drop{HCall{77}});
    console->run();
    QTRY_COMPARE(console->history()->at(0).error, LineError::InvalCallHandle);
    QVERIFY(console->resultText().contains(u"0x80000018"_s));
    console->application()->setCurrentText(u"nobody"_s);
    QVERIFY(!console->problemText().isEmpty());
}

void TestConsole::theSessionBecomesAScenario()
{
    WindowFixture f;
    f.ring();
    ConsolePanel *console = f.window->console();
    const HCall handle = f.handleOf(WindowFixture::Owner);
    console->application()->setCurrentText(shortName(f.world().appOf(*f.world().handle(handle))));
    console->form()->setRequest(Requests::Answer{handle});
    console->run();
    QTRY_COMPARE(ConsoleHistory::replyText(console->history()->at(0)), u"success"_s);
    const QString path = f.folder.filePath(u"a.scenario.json"_s);
    QSignalSpy saved(console, &ConsolePanel::scenarioSaved);
    console->saveScenarioTo(path);
    QTRY_COMPARE(saved.size(), 1);
    const auto scenario = Scenarios::readScenarioFile(path);
    QVERIFY2(scenario, qPrintable(scenario ? QString() : scenario.error().constFirst().toString()));
    const Scenarios::ScenarioResult result = Scenarios::run(*scenario);
    QVERIFY2(result.passed, qPrintable(result.passed ? QString() : result.failures.constFirst().text));
}

void TestConsole::aFileThatCannotBeWrittenIsSaid()
{
    WindowFixture f;
    f.addOwnerAndMonitor();
    QSignalSpy failed(f.window->console(), &ConsolePanel::failed);
    f.window->console()->saveScenarioTo(f.folder.filePath(u"no/such/folder"_s));
    QTRY_COMPARE(failed.size(), 1);
}

void TestConsole::typingIsNotDisturbed()
{
    WindowFixture f;
    f.addOwnerAndMonitor();
    ConsolePanel *console = f.window->console();
    f.window->goTo(u"console"_s);
    console->form()->setRequest(Requests::Drop{});
    auto *field = qobject_cast<QComboBox *>(console->form()->field(u"call"_s));
    field->setFocus();
    field->lineEdit()->setText(u"H9"_s);
    f.incomingCall(u"+12025550143"_s);
    QTRY_VERIFY(f.world().handles().size() > 0);
    f.catchUp();
    console->refresh();
    QCOMPARE(field->currentText(), u"H9"_s);
    QVERIFY(field->findText(u"H1"_s) >= 0);
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
