// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The schema that ships is the one made from the reader's own lists, and it says of files what the reader says.

#include "scenario/scenarioreader.h"
#include "scenario/scenarioschema.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(LINESCOPE_SCENARIOS);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList shippedScenarios()
{
    QStringList paths;
    QDirIterator files(folder, {u"*.scenario.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

// Prints the names of the files that the schema does not accept.
constexpr const char *validator = R"(
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
check = Draft202012Validator(schema)
for path in sys.argv[2:]:
    if not check.is_valid(json.load(open(path))):
        print(path)
)";

} // namespace

class TestScenarioSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedSchemaIsTheOneOfThisReader();
    void theSchemaAcceptsWhatShips();
    void theSchemaRefusesWhatTheReaderRefuses();

private:
    static QStringList refused(const QStringList &paths);
};

QStringList TestScenarioSchema::refused(const QStringList &paths)
{
    // The package python3-jsonschema is for Debian's own python, which another may hide.
    const QString debians = u"/usr/bin/python3"_s;
    QProcess python;
    python.start(QFile::exists(debians) ? debians : u"python3"_s,
                 QStringList{u"-B"_s, u"-c"_s, QString::fromUtf8(validator), folder + u"/scenario.schema.json"_s}
                     + paths);
    if (!python.waitForFinished(270'000) || python.exitCode() != 0)
        return {QString::fromUtf8(python.readAllStandardError())};
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void TestScenarioSchema::theShippedSchemaIsTheOneOfThisReader()
{
    const QByteArray made = scenarioSchema();
    if (contents(folder + u"/scenario.schema.json"_s) == made)
        return;
    QFile file(u"scenario.schema.json"_s); // in the build folder
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(made);
    QFAIL(qPrintable(
        u"The reader's lists have changed: copy %1 to %2."_s.arg(QFileInfo(file).absoluteFilePath(), folder)));
}

void TestScenarioSchema::theSchemaAcceptsWhatShips()
{
    QVERIFY(!shippedScenarios().isEmpty());
    QCOMPARE(refused(shippedScenarios()), QStringList());
}

void TestScenarioSchema::theSchemaRefusesWhatTheReaderRefuses()
{
    const QByteArray broken[] = {
        R"({"linescope": "scenario/2", "steps": [{"say": ""}]})",
        R"({"linescope": "scenario/1", "tilte": "x", "steps": [{"say": ""}]})",
        R"({"linescope": "scenario/1", "steps": []})",
        R"({"linescope": "scenario/1", "options": {"unownedIncoming": "lose"}, "steps": [{"say": ""}]})",
        R"({"linescope": "scenario/1", "steps": [{}]})",
        R"({"linescope": "scenario/1", "steps": [{"say": "", "wait": "1s"}]})",
        R"({"linescope": "scenario/1", "steps": [{"wait": "1 s"}]})",
        R"({"linescope": "scenario/1", "steps": [{"app": "A", "do": "lineDropp", "call": "C", "error": "NODEVICE"}]})",
        R"({"linescope": "scenario/1", "steps": [{"app": "A", "do": "lineDrop", "cal": "C", "error": "NODEVICE"}]})",
        R"({"linescope": "scenario/1", "steps": [{"app": "A", "do": "lineShutdown", "error": "LINEERR_NO"}]})",
        R"({"linescope": "scenario/1", "steps": [{"app": "A", "do": "lineInitializeEx", "api": "3.0"}]})",
        R"({"linescope": "scenario/1", "steps": [{"provider": "newCal"}]})",
        R"({"linescope": "scenario/1", "steps": [{"provider": "newCall", "origin": "INBUND"}]})",
        R"({"linescope": "scenario/1", "steps": [{"provider": "newCall", "mediaMode": ["VOICE"]}]})",
        R"({"linescope": "scenario/1", "steps": [{"provider": "delay"}]})",
        R"({"linescope": "scenario/1", "steps": [{"expect": "everything"}]})",
        R"({"linescope": "scenario/1", "steps": [{"expect": {"provider": "closeCal"}}]})",
        R"({"linescope": "scenario/1", "steps": [{"expect": {"not": {"provider": "closeCall", "line": 1}}}]})",
        R"({"linescope": "scenario/1", "steps": [{"expect": {"world": {"handels": 1}}}]})",
        R"({"linescope": "scenario/1", "steps": [{"repeat": 2, "steps": [{"sya": ""}]}]})",
    };
    const QTemporaryDir files;
    QStringList paths;
    for (const QByteArray &json : broken) {
        QVERIFY2(!readScenario(json, u"f"_s), json.constData());
        paths.append(files.filePath(QString::number(paths.size())));
        QFile file(paths.constLast());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }
    QCOMPARE(refused(paths), paths);
}

QTEST_GUILESS_MAIN(TestScenarioSchema)
#include "tst_scenarioschema.moc"
