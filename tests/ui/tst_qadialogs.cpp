// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sources compared side by side; the test report and its checklist, as HTML and PDF.

#include "dialogs/comparedialog.h"
#include "dialogs/reportdialog.h"
#include "providers/simulator/simulator.h"
#include "scenario/scenariorunner.h"
#include "support/report/reporthtml.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

QString story(const QTemporaryDir &folder, const QString &name, const QByteArray &mode)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write(R"({"linescope": "scenario/1", "steps": [
        {"app": "A", "do": "lineInitializeEx"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE"},
        {"provider": "newCall", "as": "N"},
        {"provider": "callState", "call": "N", "state": "DISCONNECTED", "mode": ")"
               + mode + R"("}]})");
    return file.fileName();
}

QString keptTrace(const QTemporaryDir &folder, const QString &scenario)
{
    CompareDialog dialog({});
    dialog.scenario()->setCurrentText(scenario);
    dialog.run();
    QFile file(folder.filePath(u"kept.trace"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write(Scenarios::toText(dialog.model()->comparison().left));
    return file.fileName();
}

TestReport fullReport(const QString &text)
{
    TestReport report;
    report.title = text;
    report.environment = {text, text, text, text, text, QDateTime::currentDateTime()};
    report.checklist = {text, {{text, ManualStep::Result::Failed, text}}};
    Played played;
    played.file = text;
    played.title = text;
    played.result.failures = {{text, text}};
    report.scenarios = {played};
    report.findings = {{text, Severity::Violation, text, 2, {{text, text, 7, {text}}}}};
    report.capabilities = {{CapabilityGroup::State, text, Capability::Declared::No, 1, 0, 3}};
    report.notes = text;
    report.pictures = {{text, QByteArray("\x89PNG")}};
    return report;
}

} // namespace

class TestQaDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoRunsAreTheSame();
    void aKeptTraceShowsWhatIsDifferent();
    void anotherProviderIsAsked();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void theChecklistIsFilledIn();
    void aBadChecklistLeavesTheOldOne();
    void reportsAreWritten_data();
    void reportsAreWritten();
    void hostileTextStaysText();
    void theReportNamesNoOtherFile();
};

void TestQaDialogs::init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

void TestQaDialogs::twoRunsAreTheSame()
{
    const QTemporaryDir folder;
    CompareDialog dialog({});
    const QAbstractItemModelTester tester(dialog.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    dialog.scenario()->setCurrentText(story(folder, u"a.scenario.json"_s, "NORMAL"));
    dialog.run();
    QVERIFY2(dialog.message().startsWith(u"No difference"_s), qPrintable(dialog.message()));
    QVERIFY(dialog.model()->rowCount() > 5);
    QCOMPARE(dialog.model()->nextDifference(-1), -1);
}

void TestQaDialogs::aKeptTraceShowsWhatIsDifferent()
{
    const QTemporaryDir folder;
    const QString kept = keptTrace(folder, story(folder, u"a.scenario.json"_s, "NORMAL"));
    CompareDialog dialog({});
    dialog.scenario()->setCurrentText(story(folder, u"b.scenario.json"_s, "BUSY"));
    dialog.left()->setCurrentText(kept);
    dialog.run();
    QCOMPARE(dialog.model()->comparison().differences(), 2); // the state and its message
    const int first = dialog.currentRow();
    QVERIFY(first >= 0);
    const QModelIndex sign = dialog.model()->index(first, 0);
    QCOMPARE(sign.data().toString(), u"| changed"_s); // a word and a sign, and a colour beside them
    QVERIFY(sign.data(Qt::ForegroundRole).isValid());
    dialog.nextDifference();
    QVERIFY(dialog.currentRow() > first);
    dialog.nextDifference(); // round the end
    QCOMPARE(dialog.currentRow(), first);
    const QString path = folder.filePath(u"out.json"_s);
    dialog.exportTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"changed\": 2"));
    dialog.exportTo(folder.filePath(u"no/such/folder"_s));
    QVERIFY(dialog.message().contains(u"cannot be written"_s));
}

void TestQaDialogs::anotherProviderIsAsked()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"init.scenario.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"linescope": "scenario/1", "steps": [{"app": "A", "do": "lineInitializeEx"}]})");
    file.close();
    const auto make = [](const QString &url, Clock *clock) -> tl::expected<ProviderHost::Factory, QString> {
        const auto settings = SimulatorSettings::fromUrl(QUrl(url));
        if (!settings)
            return tl::unexpected(settings.error());
        return [settings = *settings, clock] { return std::make_unique<SimulatorProvider>(clock, settings); };
    };
    CompareDialog dialog(make);
    dialog.scenario()->setCurrentText(file.fileName());
    dialog.left()->setCurrentText(u"simulator:?lines=1&automatic=0&up=0"_s);
    dialog.right()->setCurrentText(u"simulator:?lines=2&automatic=0&up=0"_s);
    dialog.run();
    QVERIFY2(dialog.model()->comparison().differences() > 0, qPrintable(dialog.message()));
    dialog.right()->setCurrentText(u"simulator:?lines=x"_s);
    dialog.run();
    QVERIFY(dialog.message().contains(u"lines"_s));
}

void TestQaDialogs::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("left");
    QTest::newRow("nothing is chosen") << QString() << QString();
    QTest::newRow("no such file") << u"/no/such/file"_s << QString();
    QTest::newRow("no such trace") << QString() << u"/no/such/trace"_s;
}

void TestQaDialogs::whatIsWrongIsSaid()
{
    QFETCH(const QString, scenario);
    QFETCH(const QString, left);
    CompareDialog dialog({});
    dialog.scenario()->setCurrentText(scenario);
    dialog.left()->setCurrentText(left);
    dialog.run();
    QVERIFY(dialog.message().size() > 10);
    QCOMPARE(dialog.model()->rowCount(), 0);
}

void TestQaDialogs::theChecklistIsFilledIn()
{
    for (const QLocale &locale : {QLocale(QLocale::French), QLocale::c()}) {
        QLocale::setDefault(locale);
        QVERIFY(ReportDialog::defaultChecklist().steps.size() > 10);
    }
    const QTemporaryDir folder;
    ReportDialog dialog({});
    const auto results = dialog.findChildren<QComboBox *>();
    QCOMPARE(results.size(), dialog.report().checklist.steps.size());
    results.at(1)->setCurrentIndex(2);
    QCOMPARE(dialog.report().checklist.steps.at(1).result, ManualStep::Result::Failed);
    const QString path = folder.filePath(u"list.json"_s);
    dialog.save(path);
    ReportDialog other({});
    other.load(path);
    QCOMPARE(other.report().checklist, dialog.report().checklist);
}

void TestQaDialogs::aBadChecklistLeavesTheOldOne()
{
    const QTemporaryDir folder;
    ReportDialog dialog({});
    const Checklist before = dialog.report().checklist;
    for (const QString &path : {folder.filePath(u"none"_s), story(folder, u"a.json"_s, "NORMAL")}) {
        dialog.load(path);
        QVERIFY(dialog.message().size() > 10);
        QCOMPARE(dialog.report().checklist, before);
    }
}

void TestQaDialogs::reportsAreWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("HTML") << u"r.html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << u"r.pdf"_s << QByteArray("%PDF-");
    QTest::newRow("JUnit") << u"r.xml"_s << QByteArray("<?xml");
    QTest::newRow("checklist") << u"r.json"_s << QByteArray("{");
}

void TestQaDialogs::reportsAreWritten()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    const QTemporaryDir folder;
    TestReport report = fullReport(u"a text"_s);
    report.pictures.clear(); // that one is no picture
    const ReportDialog dialog(report);
    dialog.save(folder.filePath(name));
    QVERIFY2(dialog.message().startsWith(u"Written: "_s), qPrintable(dialog.message()));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begin));
    dialog.save(folder.filePath(u"no/such/"_s + name));
    QVERIFY(dialog.message().contains(u"cannot be written"_s));
}

void TestQaDialogs::hostileTextStaysText()
{
    const QString html = toHtml(fullReport(u"<script>alert(1)</script><img src=\"http://evil/\">\"'&\u202e"_s));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img src=\"http"_s));
    QVERIFY(!html.contains(QChar(0x202e)));
    QVERIFY(html.count(u"&lt;script&gt;"_s) >= 15); // every place that a text can come to
}

void TestQaDialogs::theReportNamesNoOtherFile()
{
    const QString html = toHtml(fullReport(u"x"_s));
    static const QRegularExpression reference(u"(src|href|url)\\s*[=(]\\s*[\"']?([^\"')> ]*)"_s);
    auto found = reference.globalMatch(html);
    int count = 0;
    while (found.hasNext()) {
        ++count;
        QVERIFY(found.next().captured(2).startsWith(u"data:"_s));
    }
    QCOMPARE(count, 1);
}

QTEST_MAIN(TestQaDialogs)
#include "tst_qadialogs.moc"
