// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `linescopectl check` on journals: what it says, and how it ends.

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int status = -1;
    QString out;
    QString error;
    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> result;
        for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts))
            result += QJsonDocument::fromJson(line.toUtf8()).object();
        return result;
    }
};

Ended run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LINESCOPECTL), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// A call that is offered, rings like an outgoing one (T-05) and has a state after its end (V-15); its handle stays.
constexpr const char *badSteps = R"({"app": "A", "do": "lineInitializeEx"},
    {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
    {"provider": "newCall", "as": "C", "callerId": "+15550100"},
    {"provider": "callState", "call": "C", "state": "ONHOLD"},
    {"provider": "callState", "call": "C", "state": "IDLE"},
    {"provider": "callState", "call": "C", "state": "CONNECTED"}, {"expect": {"finding": "V-15"}})";

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findingsAreGroupedByRule();
    void jsonIsOneObjectALine();
    void theLevelDecides_data();
    void theLevelDecides();
    void mutedRulesDoNotCount();
    void leaksAreSaidInTheEnd();
    void aBadFileEndsWithStatusTwo_data();
    void aBadFileEndsWithStatusTwo();
    void aJournalThatWasCutOffIsCheckedAsFarAsItGoes();

private:
    QString file(const char *name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no temporary file");
        return file.fileName();
    }

    const QTemporaryDir m_folder;
    QString m_journal;
};

void TestCheck::initTestCase()
{
    m_journal = m_folder.filePath(u"bad.journal"_s);
    const QString scenario = file(
        "bad.scenario.json", QByteArray(R"({"linescope": "scenario/1", "title": "Bad", "steps": [)") + badSteps + "]}");
    const Ended ended = run({u"run"_s, u"--journal"_s, m_journal, scenario});
    QCOMPARE(ended.status, 0);
}

void TestCheck::findingsAreGroupedByRule()
{
    const Ended ended = run({u"check"_s, m_journal});
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.error, QString());
    const QStringList lines = ended.out.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.at(0).startsWith(u"V-15  violation  1 time"_s), qPrintable(ended.out));
    QVERIFY2(lines.at(1).contains(u"[Call States and Events (TSPI 2.1 SDK)"_s), qPrintable(ended.out));
    QVERIFY2(lines.at(2).startsWith(u"      C1 #"_s), qPrintable(ended.out));
    QVERIFY2(lines.at(2).endsWith(u"CONNECTED was reported after IDLE, which is the end of a call."_s),
             qPrintable(ended.out));
    QVERIFY2(lines.at(3).startsWith(u"V-21  warning"_s), qPrintable(ended.out));
    QVERIFY2(lines.at(6).startsWith(u"T-05  warning"_s), qPrintable(ended.out));
    QVERIFY2(lines.constLast().startsWith(u"1 violation"_s), qPrintable(ended.out));
}

void TestCheck::jsonIsOneObjectALine()
{
    const Ended ended = run({u"check"_s, u"--json"_s, m_journal});
    QCOMPARE(ended.status, 1);
    const QList<QJsonObject> objects = ended.objects();
    QCOMPARE(objects.constFirst().value("linescope"_L1), u"check/1"_s);
    QList<QJsonObject> findings;
    for (const QJsonObject &object : objects) {
        if (object.value("event"_L1) == "finding"_L1)
            findings += object;
    }
    QCOMPARE(findings.size(), 3); // V-21 too
    for (const QJsonObject &finding : findings) {
        QCOMPARE(finding.value("subject"_L1), u"C1"_s);
        const QJsonArray evidence = finding.value("evidence"_L1).toArray();
        QVERIFY(evidence.at(0).toInteger() > evidence.at(1).toInteger() && evidence.at(1).toInteger() > 0);
    }
    const QJsonObject summary = objects.constLast();
    QCOMPARE(summary.value("event"_L1), u"summary"_s);
    QCOMPARE(summary.value("violations"_L1), 1);
    QCOMPARE(summary.value("warnings"_L1), 2);
    QCOMPARE(summary.value("truncated"_L1), false);
}

void TestCheck::theLevelDecides_data()
{
    QTest::addColumn<QStringList>("switches");
    QTest::addColumn<int>("status");
    QTest::addRow("violations") << QStringList{u"--mute"_s, u"V-15=known"_s} << 0;
    QTest::addRow("warnings") << QStringList{u"--mute"_s, u"V-15=known"_s, u"--fail-on"_s, u"warning"_s} << 1;
    QTest::addRow("never") << QStringList{u"--fail-on"_s, u"never"_s} << 0;
    QTest::addRow("all muted") << QStringList{u"--fail-on"_s, u"warning"_s,    u"--mute"_s, u"V-15=a"_s,
                                              u"--mute"_s,    u"V-21=known"_s, u"--mute"_s, u"T-05=c"_s}
                               << 0;
}

void TestCheck::theLevelDecides()
{
    QFETCH(const QStringList, switches);
    QFETCH(const int, status);
    QCOMPARE(run(QStringList{u"check"_s, m_journal} + switches).status, status);
}

void TestCheck::mutedRulesDoNotCount()
{
    const Ended ended = run({u"check"_s, m_journal, u"--mute"_s, u"V-15=the vendor=knows"_s});
    QVERIFY2(ended.out.contains(u"muted: the vendor=knows"_s), qPrintable(ended.out));
    QVERIFY2(ended.out.contains(u"0 violation"_s), qPrintable(ended.out));
}

void TestCheck::leaksAreSaidInTheEnd()
{
    const Ended ended = run({u"check"_s, m_journal, u"--leaks"_s});
    QVERIFY2(ended.out.contains(u"obtained by LINE_APPNEWCALL: C1"_s), qPrintable(ended.out));
    const QList<QJsonObject> objects = run({u"check"_s, m_journal, u"--leaks"_s, u"--json"_s}).objects();
    const auto leak = std::find_if(objects.begin(), objects.end(),
                                   [](const QJsonObject &object) { return object.value("event"_L1) == "leak"_L1; });
    QVERIFY(leak != objects.end());
    QCOMPARE(leak->value("obtained"_L1), u"LINE_APPNEWCALL"_s);
    QCOMPARE(leak->value("calls"_L1).toArray(), QJsonArray{u"C1"_s});
}

void TestCheck::aBadFileEndsWithStatusTwo_data()
{
    QTest::addColumn<QString>("path");
    QTest::addRow("not there") << m_folder.filePath(u"none"_s);
    QTest::addRow("a folder") << m_folder.path();
    QTest::addRow("empty") << file("empty", "");
    QTest::addRow("a scenario") << m_folder.filePath(u"bad.scenario.json"_s);
    QTest::addRow("bytes") << file("bytes", QByteArray("\x00\x1b[2J\xff", 6));
    QTest::addRow("another version") << file("version",
                                             R"({"linescope":"journal/9","source":"x"})"
                                             "\n");
    QTest::addRow("a bad line") << file(
        "line",
        R"({"linescope":"journal/1","source":"x","started":"2026-11-22T10:41:00.000000Z","clock":"monotonic+utc"})"
        "\n{\"seq\":1,\"event\":7}\n");
}

void TestCheck::aBadFileEndsWithStatusTwo()
{
    QFETCH(const QString, path);
    const Ended ended = run({u"check"_s, path});
    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.error.startsWith(u"linescopectl: "_s) && ended.error.size() > 30, qPrintable(ended.error));
    QVERIFY(!ended.error.contains(u'\u001b'));
}

void TestCheck::aJournalThatWasCutOffIsCheckedAsFarAsItGoes()
{
    QFile whole(m_journal);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray content = whole.readAll();
    const Ended ended = run({u"check"_s, file("cut", content.first(content.indexOf("\"V-15\"")))});
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.out.contains(u"was cut off"_s), qPrintable(ended.out));
    QVERIFY2(ended.out.contains(u"T-05"_s), qPrintable(ended.out));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
