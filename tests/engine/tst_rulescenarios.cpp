// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays every scenario that ships for a rule of the rulebook (resources/scenarios/rules, named by rule id).

#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"

#include <QDirIterator>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

class TestRuleScenarios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScenarioPasses_data();
    void everyScenarioPasses();
};

void TestRuleScenarios::everyScenarioPasses_data()
{
    QTest::addColumn<QString>("path");
    QStringList paths;
    QDirIterator files(QStringLiteral(LINESCOPE_SCENARIOS), {u"*.scenario.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    QVERIFY(!paths.isEmpty());
    for (const QString &path : paths)
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

void TestRuleScenarios::everyScenarioPasses()
{
    QFETCH(const QString, path);
    const auto scenario = readScenarioFile(path);
    QStringList errors;
    if (!scenario) {
        for (const ScenarioError &error : scenario.error())
            errors.append(error.toString());
    }
    QCOMPARE(errors, QStringList());
    QStringList failures;
    for (const ScenarioFailure &failure : run(*scenario).failures)
        failures.append(u"step %1: %2"_s.arg(failure.step, failure.text));
    QCOMPARE(failures, QStringList());
}

QTEST_GUILESS_MAIN(TestRuleScenarios)
#include "tst_rulescenarios.moc"
