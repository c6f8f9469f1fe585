// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as its users and their scripts see it: started as a process, on the simulator.

#include "../calllog/logs.h"
#include "audit/auditfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; the machine may be busy
const QString quickSimulator = u"simulator:?lines=3&seed=7&rate=600&speed=50"_s;

struct Ended {
    int status = -1;
    QByteArray out;
    QString error;
    QList<QJsonObject> objects; // of every line of `out`
};

// No terminal, no keyring, no secret, unless a test gives one.
std::unique_ptr<QProcess> process(const QStringList &arguments, const QString &secret = {})
{
    auto result = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"LINESCOPE_SECRET"_s);
    environment.remove(u"DISPLAY"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    if (!secret.isEmpty())
        environment.insert(u"LINESCOPE_SECRET"_s, secret);
    result->setProcessEnvironment(environment);
    result->setChildProcessModifier([] { ::setsid(); });
    result->setProgram(QStringLiteral(LINESCOPECTL));
    result->setArguments(arguments);
    return result;
}

QList<QJsonObject> objectsOf(const QByteArray &out)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    }
    return objects;
}

Ended collect(QProcess &process)
{
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const QByteArray out = process.readAllStandardOutput();
    return {process.exitCode(), out, QString::fromUtf8(process.readAllStandardError()), objectsOf(out)};
}

Ended run(const QStringList &arguments, const QString &secret = {})
{
    const auto started = process(arguments, secret);
    started->start();
    return collect(*started);
}

QString eventOf(const QJsonObject &object) { return object.value("event"_L1).toString(); }

QList<QJsonObject> eventsOf(const Ended &ended, const QString &name)
{
    QList<QJsonObject> found;
    for (const QJsonObject &object : ended.objects) {
        if (eventOf(object) == name)
            found += object;
    }
    return found;
}

// Header, events numbered 1, 2, 3 ... in order of time, summary.
void verifyJournal(const Ended &ended)
{
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.error, QString());
    QVERIFY(ended.objects.size() > 10);
    QCOMPARE(ended.objects.first().value("linescope"_L1), u"journal/1"_s);
    QCOMPARE(eventOf(ended.objects.last()), u"summary"_s);
    QCOMPARE(ended.objects.last().value("dropped"_L1), 0);
    static const QRegularExpression time(u"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$"_s);
    QString before = ended.objects.first().value("started"_L1).toString();
    for (qsizetype i = 1; i + 1 < ended.objects.size(); ++i) {
        const QJsonObject &object = ended.objects.at(i);
        QCOMPARE(object.value("seq"_L1).toInteger(), i);
        const QString now = object.value("t"_L1).toString();
        QVERIFY2(time.match(now).hasMatch() && now >= before, qPrintable(now));
        QVERIFY(!eventOf(object).isEmpty());
        before = now;
    }
}

// A scenario with these steps, written to a file.
QString written(const QTemporaryDir &folder, const char *name, const char *steps, const char *head = "")
{
    QFile file(folder.filePath(QString::fromUtf8(name)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write(QByteArray(R"({"linescope": "scenario/1", "title": "A story <&>", )") + head + "\"steps\": [" + steps
               + "]}");
    return file.fileName();
}

constexpr const char *opening = R"({"app": "A", "do": "lineInitializeEx"},
    {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
    {"say": "Somebody calls."},
    {"provider": "newCall", "as": "C", "callerId": "+15550100"},)";
constexpr const char *closing = R"({"expect": {"app": "A", "message": "LINE_CLOSE"}})";

} // namespace

class TestLinescopectl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTimeEndsTheWatch();
    void aNumberOfCallsEndsTheWatch();
    void aReaderCountsWhatTheSummaryCounts();
    void aFilterShowsOnlyWhatMatches();
    void maskedOutputShowsNoNumber();
    void interruptsEndWithTheSummary_data();
    void interruptsEndWithTheSummary();
    void withoutATerminalThereArePlainLines();
    void aRecordedWatchCanBeReplayed_data();
    void aRecordedWatchCanBeReplayed();
    void everyCallThatEndedIsInTheLog();
    void aLogThatCannotBeWrittenIsToldAndTheWatchGoesOn();
    void mistakesEndWithStatusTwo_data();
    void mistakesEndWithStatusTwo();
    void anAuditLogIsPrintedAndChecked();
    void aSourceThatIsNotThereEndsWithStatusThree();
    void aSourceThatNeverLetsInEndsWithStatusThree();
    void aScenarioThatPassesEndsWithStatusZero();
    void aScenarioThatFailsSaysWhere();
    void brokenScenariosAreNotPlayed();
    void aRunWritesItsJournal();
    void aRunWritesJUnitXml();
    void aTraceIsKeptAndComparedWith();
    void twoSourcesAreCompared();
    void theSimulatorPlaysOnASimulatedClock();
    void aScenarioRunsAgainstASource();
    void aRealSourceIsNotToldWhatToReport();
    void helpAndVersionAreFine();
    void aReaderMayGoAway();
};

void TestLinescopectl::aTimeEndsTheWatch()
{
    const Ended ended = run({u"watch"_s, u"--json"_s, u"--for"_s, u"700ms"_s, quickSimulator});
    verifyJournal(ended);
    QCOMPARE(ended.objects.first().value("source"_L1).toString(), quickSimulator);
    QCOMPARE(eventsOf(ended, u"deviceAdded"_s).size(), 3);
    QCOMPARE(eventsOf(ended, u"lineOpened"_s).size(), 3);
    QCOMPARE(eventsOf(ended, u"appInitialized"_s).size(), 1);
    QVERIFY(eventsOf(ended, u"appInitialized"_s).first().value("monitor"_L1).toBool());
}

void TestLinescopectl::aNumberOfCallsEndsTheWatch()
{
    const Ended ended = run({u"watch"_s, u"--json"_s, u"--calls"_s, u"3"_s, quickSimulator});
    verifyJournal(ended);
    int idle = 0;
    for (const QJsonObject &event : eventsOf(ended, u"callState"_s))
        idle += event.value("state"_L1) == "IDLE"_L1 ? 1 : 0;
    QCOMPARE(idle, 3);
    QCOMPARE(ended.objects.last().value("retained"_L1), 3); // the monitor never deallocates
    QVERIFY(ended.objects.last().value("calls"_L1).toInt() >= 3);
}

// The demo's programs deallocate some handles and forget others; a reader of the events alone knows which.
void TestLinescopectl::aReaderCountsWhatTheSummaryCounts()
{
    const Ended ended = run({u"watch"_s, u"--json"_s, u"--for"_s, u"5s"_s, quickSimulator + u"&apps=demo"_s});
    verifyJournal(ended);
    QHash<QString, QString> callOf; // by handle
    QSet<QString> idle;
    QSet<QString> calls;
    int created = 0;
    int voided = 0;
    for (const QJsonObject &event : ended.objects) {
        const QString call = event.value("call"_L1).toString();
        const QString handle = event.value("handle"_L1).toString();
        if (eventOf(event) == "callCreated"_L1)
            calls += call;
        if (eventOf(event) == "callState"_L1 && event.value("state"_L1) == "IDLE"_L1)
            idle += call;
        if (eventOf(event) == "handleCreated"_L1) {
            callOf.insert(handle, call);
            ++created;
        }
        if (eventOf(event) == "handleVoided"_L1) {
            QCOMPARE(callOf.take(handle), call);
            ++voided;
        }
    }
    const auto retained = std::count_if(callOf.cbegin(), callOf.cend(),
                                        [&](const QString &call) { return idle.contains(call); });
    const QJsonObject summary = ended.objects.last();
    QCOMPARE(summary.value("calls"_L1).toInteger(), calls.size());
    QCOMPARE(summary.value("handles"_L1), created);
    QCOMPARE(summary.value("voided"_L1), voided);
    QCOMPARE(summary.value("retained"_L1).toInteger(), retained);
    QCOMPARE(summary.value("findings"_L1).toInteger(), eventsOf(ended, u"finding"_s).size());
    QVERIFY(voided > 0);
    QVERIFY(retained > 0);
}

void TestLinescopectl::aFilterShowsOnlyWhatMatches()
{
    const Ended ended = run(
        {u"watch"_s, u"--json"_s, u"--calls"_s, u"2"_s, u"--filter"_s, u"line:\"Line 2\""_s, quickSimulator});
    QCOMPARE(ended.status, 0);
    QCOMPARE(eventsOf(ended, u"deviceAdded"_s).size(), 3); // context stays
    const QList<QJsonObject> created = eventsOf(ended, u"callCreated"_s);
    QVERIFY(created.size() >= 2);
    QSet<QString> shown;
    for (const QJsonObject &event : created) {
        QCOMPARE(event.value("device"_L1), u"D2"_s);
        shown += event.value("call"_L1).toString();
    }
    for (const QJsonObject &event : ended.objects) {
        if (event.contains("call"_L1) && eventOf(event) != "command"_L1)
            QVERIFY2(shown.contains(event.value("call"_L1).toString()), qPrintable(eventOf(event)));
    }
    QVERIFY(eventsOf(ended, u"report"_s).size() < 10); // of devices only
}

void TestLinescopectl::maskedOutputShowsNoNumber() // threat 15
{
    const QStringList arguments{u"watch"_s, u"--calls"_s, u"3"_s, quickSimulator};
    static const QRegularExpression number(u"\\d[\\d ]{5,}\\d"_s); // "+44 20 7946 0560", "5550100"
    const auto numbersIn = [](const QByteArray &out) {
        QString text;
        for (const QByteArray &line : out.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            for (auto field = object.begin(); field != object.end(); ++field) {
                if (field.key() != "t"_L1 && field.key() != "started"_L1)
                    text += field.value().toString() + u'\n';
            }
        }
        return text.count(number);
    };
    QVERIFY(numbersIn(run(arguments + QStringList{u"--json"_s}).out) > 0);
    QCOMPARE(numbersIn(run(arguments + QStringList{u"--json"_s, u"--mask"_s}).out), 0);

    static const QRegularExpression time(u"^\\S+Z "_s, QRegularExpression::MultilineOption);
    const QString lines = QString::fromUtf8(run(arguments + QStringList{u"--mask"_s}).out).remove(time);
    QVERIFY(lines.contains(u"→"_s));
    QVERIFY2(!lines.contains(number), qPrintable(lines));
}

void TestLinescopectl::interruptsEndWithTheSummary_data()
{
    QTest::addColumn<int>("signalNumber");
    QTest::addRow("Ctrl-C") << SIGINT;
    QTest::addRow("kill") << SIGTERM;
    QTest::addRow("the terminal goes") << SIGHUP;
}

void TestLinescopectl::interruptsEndWithTheSummary()
{
    QFETCH(int, signalNumber);
    const auto watch = process({u"watch"_s, u"--json"_s, quickSimulator});
    watch->start();
    QByteArray seen;
    while (!seen.contains("lineOpened") && watch->waitForReadyRead(patience))
        seen += watch->readAllStandardOutput();
    QVERIFY(seen.contains("lineOpened"));
    QCOMPARE(::kill(pid_t(watch->processId()), signalNumber), 0);
    Ended ended = collect(*watch);
    ended.objects = objectsOf(seen + ended.out);
    verifyJournal(ended);
}

void TestLinescopectl::withoutATerminalThereArePlainLines()
{
    const Ended ended = run({u"watch"_s, u"--calls"_s, u"2"_s, quickSimulator});
    QCOMPARE(ended.status, 0);
    QVERIFY(!ended.out.contains('\x1b'));
    const QList<QByteArray> lines = ended.out.trimmed().split('\n');
    QVERIFY(lines.size() > 10);
    QCOMPARE(ended.out.count(" IDLE "), 2);
    QVERIFY2(lines.last().startsWith("calls "), lines.last());
    for (const QByteArray &line : lines.mid(0, lines.size() - 1))
        QVERIFY2(line.startsWith("20"), line);
}

void TestLinescopectl::aRecordedWatchCanBeReplayed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addRow("plain") << QStringList();
    QTest::addRow("compressed") << QStringList{u"--compress"_s};
}

void TestLinescopectl::aRecordedWatchCanBeReplayed()
{
    QFETCH(QStringList, options);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.jsonl"_s);
    const Ended watched = run(QStringList{u"watch"_s, quickSimulator, u"--calls"_s, u"5"_s, u"--journal"_s, file}
                              + options);
    QCOMPARE(watched.status, 0);
    QCOMPARE(watched.error, QString());

    const Ended journal = run({u"replay"_s, file, u"--json"_s});
    QCOMPARE(journal.status, 0);
    QCOMPARE(journal.error, QString());
    verifyJournal(journal);
    const QJsonObject summary = journal.objects.last();
    QVERIFY(summary.value("calls"_L1).toInt() >= 5);

    const Ended table = run({u"replay"_s, file});
    QVERIFY2(table.out.startsWith("After event #"), table.out);
    QCOMPARE(table.out.count('\n'), 3 + summary.value("handles"_L1).toInt() - summary.value("voided"_L1).toInt());
    QVERIFY(!table.out.contains('\x1b'));
    const Ended csv = run({u"replay"_s, file, u"--csv"_s});
    QCOMPARE(csv.out.count("\r\n"), table.out.count('\n') - 2);

    const Ended part = run({u"replay"_s, file, u"--json"_s, u"--at"_s, u"#40"_s});
    QCOMPARE(part.objects.at(part.objects.size() - 2).value("seq"_L1).toInt(), 40);
    const Ended none = run({u"replay"_s, file, u"--at"_s, u"2001-01-01T00:00:00Z"_s});
    QVERIFY2(none.out.startsWith("Before the first event"), none.out);

    const Ended again = run({u"watch"_s, u"replay:"_s + file + u"?speed=max"_s, u"--json"_s, u"--calls"_s, u"3"_s});
    QCOMPARE(again.status, 0);
    verifyJournal(again);
    QCOMPARE(eventsOf(again, u"finding"_s).size(), 0);
}

void TestLinescopectl::everyCallThatEndedIsInTheLog()
{
    QTemporaryDir folder;
    CallLogSettings log;
    log.file = folder.filePath(u"calls.sqlite"_s);
    const Ended watched = run({u"watch"_s, quickSimulator, u"--json"_s, u"--calls"_s, u"20"_s, u"--log"_s, log.file});
    QCOMPARE(watched.status, 0);
    QCOMPARE(watched.error, QString());
    const QList<qint64> logged = loggedIn(log);
    int ended = 0;
    for (const QJsonObject &event : eventsOf(watched, u"callState"_s)) {
        if (event.value("state"_L1) != "IDLE"_L1)
            continue;
        ++ended;
        QVERIFY2(logged.contains(event.value("call"_L1).toString().mid(1).toLongLong()),
                 qPrintable(event.value("call"_L1).toString()));
    }
    QVERIFY(ended >= 20);
}

void TestLinescopectl::aLogThatCannotBeWrittenIsToldAndTheWatchGoesOn()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"calls.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x')); // no database
    file.close();
    const Ended watched = run(
        {u"watch"_s, quickSimulator, u"--json"_s, u"--for"_s, u"3s"_s, u"--log"_s, file.fileName()});
    QCOMPARE(watched.status, 0);
    QVERIFY(!eventsOf(watched, u"callState"_s).isEmpty());
    QVERIFY2(watched.error.contains(file.fileName()), qPrintable(watched.error));
    QVERIFY2(watched.error.contains("may be missing in the call log"_L1), qPrintable(watched.error));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(8192, 'x')); // somebody's file is left alone
}

void TestLinescopectl::mistakesEndWithStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::addRow("%s", name) << arguments; };
    row("nothing", {});
    row("unknown command", {u"look"_s});
    row("unknown option", {u"watch"_s, u"--jsn"_s});
    row("no scenario", {u"run"_s});
    row("a scenario that is not there", {u"run"_s, u"a.scenario.json"_s});
    row("an option of run", {u"watch"_s, u"--junit"_s, u"a.xml"_s});
    row("traces of a watch", {u"watch"_s, u"--golden"_s, u"a"_s});
    row("an update of nothing", {u"run"_s, u"a.json"_s, u"--update"_s});
    row("two sessions in a journal", {u"run"_s, u"a.json"_s, u"--against"_s, u"simulator:"_s, u"--journal"_s, u"j"_s});
    row("an option of watch", {u"run"_s, u"--calls"_s, u"1"_s, u"a.scenario.json"_s});
    row("two scenarios in one journal", {u"run"_s, u"--journal"_s, u"a"_s, u"b"_s, u"c"_s});
    row("an audit log that is not there", {u"audit"_s, u"/nonexistent"_s});
    row("no recording", {u"replay"_s});
    row("a recording that is not there", {u"replay"_s, u"/nonexistent"_s});
    row("a source that is not there", {u"watch"_s, u"replay:/nonexistent"_s});
    row("a journal that cannot be written", {u"watch"_s, quickSimulator, u"--journal"_s, u"/nonexistent/a"_s});
    row("a log that cannot be written", {u"watch"_s, quickSimulator, u"--log"_s, u"/nonexistent/a"_s});
    row("a log without a name", {u"watch"_s, quickSimulator, u"--log"_s, QString()});
    row("a log of no database", {u"watch"_s, quickSimulator, u"--log"_s, u"postgresql://me@127.0.0.1"_s});
    row("a log with a password", {u"watch"_s, quickSimulator, u"--log"_s, u"postgresql://me:canary@127.0.0.1/a"_s});
    row("a log at a port that is none",
        {u"watch"_s, quickSimulator, u"--log"_s, u"postgresql://me@/a?host=/run&port=70000"_s});
    row("a log of a run", {u"run"_s, u"--log"_s, u"a"_s, u"a.scenario.json"_s});
    row("duration", {u"watch"_s, u"--for"_s, u"soon"_s});
    row("calls", {u"watch"_s, u"--calls"_s, u"-1"_s});
    row("filter", {u"watch"_s, u"--filter"_s, u"state:ringing"_s});
    row("source", {u"watch"_s, u"ftp://pbx"_s});
    row("option of the source", {u"watch"_s, u"simulator:?lines=many"_s});
    row("password in the address", {u"watch"_s, u"asterisk://me:canary@127.0.0.1"_s});
    row("no password", {u"watch"_s, u"asterisk://me@127.0.0.1"_s});
    row("a hostile argument", {u"\u001b[2J"_s});
}

void TestLinescopectl::mistakesEndWithStatusTwo()
{
    QFETCH(QStringList, arguments);
    const Ended ended = run(arguments);
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.out.isEmpty());
    QVERIFY2(ended.error.startsWith(u"linescopectl: "_s), qPrintable(ended.error));
    QCOMPARE(ended.error.count(u'\n'), arguments.contains(u"--filter"_s) ? 3 : 1); // a filter is shown with carets
    QVERIFY(!ended.error.contains(u'\u001b'));
    QVERIFY(!ended.error.contains(u"canary"_s));
}

void TestLinescopectl::anAuditLogIsPrintedAndChecked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    AuditedAct act;
    act.app = u"desk (A1)\u001b[2J"_s;
    act.request = Requests::BlindTransfer{HCall{3}, u"5550123"_s};
    act.line = u"PJSIP/6001"_s;
    act.call = CallId{17};
    act.caller = u"5550100"_s;
    AuditRow row;
    row.user = u"anna"_s;
    row.host = u"desk1"_s;
    row.what = act;
    AuditFile file(path);
    QVERIFY(file.append(row));
    row.what = AuditedResult{1, LineError::OperationFailed};
    QVERIFY(file.append(row));

    const Ended whole = run({u"audit"_s, path});
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.error.isEmpty());
    for (const char *word : {"anna@desk1", "lineBlindTransfer", "5550123", "C17 5550100", "1: OPERATIONFAILED"})
        QVERIFY2(whole.out.contains(word), whole.out.constData());
    QVERIFY(!whole.out.contains('\x1b'));
    const Ended masked = run({u"audit"_s, path, u"--mask"_s});
    QVERIFY2(!masked.out.contains("5550123") && !masked.out.contains("5550100"), masked.out.constData());

    const auto unheard = process({u"audit"_s, path});
    unheard->setStandardOutputFile(u"/dev/full"_s);
    unheard->start();
    QVERIFY(collect(*unheard).status != 0);

    QFile bytes(path);
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    const QByteArray changed = bytes.readAll().replace("5550123", "5550124");
    bytes.seek(0);
    bytes.write(changed);
    bytes.close();
    const Ended broken = run({u"audit"_s, path});
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.error.startsWith(u"linescopectl: Line 1: "_s), qPrintable(broken.error));
}

void TestLinescopectl::aSourceThatIsNotThereEndsWithStatusThree()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const Ended ended = run(
        {u"watch"_s, u"--json"_s, u"--for"_s, u"500ms"_s, u"asterisk://me@127.0.0.1:%1"_s.arg(port)}, u"canary"_s);
    QCOMPARE(ended.status, 3);
    QVERIFY2(ended.error.startsWith(u"linescopectl: 127.0.0.1:%1 (Asterisk) could not be reached."_s.arg(port)),
             qPrintable(ended.error));
    QCOMPARE(ended.error.count(u'\n'), 1);
    QCOMPARE(eventOf(ended.objects.last()), u"summary"_s);
    QVERIFY(!ended.out.contains("canary"));
    QVERIFY(!ended.error.contains(u"canary"_s));
}

// A server that accepts connections and says nothing: the first login has 15 s.
void TestLinescopectl::aSourceThatNeverLetsInEndsWithStatusThree()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Ended ended = run({u"watch"_s, u"--json"_s, u"asterisk://me@127.0.0.1:%1"_s.arg(server.serverPort())},
                            u"canary"_s);
    QCOMPARE(ended.status, 3);
    QVERIFY(ended.error.contains(u"could not be reached"_s));
    QVERIFY(!ended.out.contains("canary"));
}

void TestLinescopectl::aScenarioThatPassesEndsWithStatusZero()
{
    const QTemporaryDir folder;
    const QString file = written(folder, "good.scenario.json",
                                 (opening + QByteArray(R"({"expect": {"world": {"calls": 1}}})")).constData());
    const Ended ended = run({u"run"_s, file});
    QCOMPARE(ended.error, QString());
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.out, "      Somebody calls.\nPASS  " + file.toUtf8() + ": A story <&>\n");
}

void TestLinescopectl::aScenarioThatFailsSaysWhere()
{
    const QTemporaryDir folder;
    const QByteArray steps = opening + QByteArray(closing);
    const QString bad = written(folder, "bad.scenario.json", steps.constData());
    const QString good = written(folder, "good.scenario.json", R"({"wait": "1s"})");
    const Ended ended = run({u"run"_s, bad, good});
    QCOMPARE(ended.status, 1);
    const QList<QByteArray> lines = ended.out.split('\n');
    QCOMPARE(lines.at(1), "FAIL  " + bad.toUtf8() + ": A story <&>");
    QVERIFY2(lines.at(2).startsWith("      step 5: Expected was "), lines.at(2));
    QVERIFY2(lines.at(2).contains("LINE_APPNEWCALL L H1 OWNER; LINE_CALLSTATE H1 OFFERING OWNER"), lines.at(2));
    QVERIFY(lines.at(3).startsWith("PASS  "));
}

void TestLinescopectl::brokenScenariosAreNotPlayed()
{
    const QTemporaryDir folder;
    const QString good = written(folder, "good.scenario.json", R"({"say": "Played."})");
    const QString broken = written(folder, "broken.scenario.json", R"({"say": "\u001b[2J", "x\u001b": 1})");
    const Ended ended = run({u"run"_s, good, broken});
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.out.isEmpty());
    QCOMPARE(
        ended.error,
        u"linescopectl: %1: step 1, key \"x\\u001b\": This key is not known here. It can be: say, hold, about, view.\n"_s
            .arg(broken));
}

void TestLinescopectl::aRunWritesItsJournal()
{
    const QTemporaryDir folder;
    const QByteArray steps = opening + QByteArray(closing);
    const QString file = written(folder, "a.scenario.json", steps.constData());
    const QString journal = folder.filePath(u"a.journal"_s);
    const Ended ended = run({u"run"_s, u"--json"_s, u"--journal"_s, journal, file});
    QCOMPARE(ended.status, 1);
    QCOMPARE(eventsOf(ended, u"caption"_s).value(0).value("text"_L1), u"Somebody calls."_s);
    const QJsonObject verdict = eventsOf(ended, u"scenario"_s).value(0);
    QCOMPARE(verdict.value("passed"_L1), false);
    QCOMPARE(verdict.value("steps"_L1), 5);
    QCOMPARE(verdict.value("step"_L1), u"5"_s);

    QFile written(journal);
    QVERIFY(written.open(QIODevice::ReadOnly));
    Ended recorded;
    recorded.objects = objectsOf(written.readAll());
    recorded.status = 0;
    verifyJournal(recorded);
    QCOMPARE(recorded.objects.first().value("source"_L1), u"scenario:"_s + file);
    QCOMPARE(recorded.objects.last().value("handles"_L1), 1);
}

// A story whose end can be changed; the traces of its runs differ in nothing else.
static QString storyWithEnd(const QTemporaryDir &folder, const char *mode)
{
    const QByteArray steps = QByteArray(R"({"app": "A", "do": "lineInitializeEx"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE"},
        {"provider": "newCall", "as": "N"},
        {"provider": "callState", "call": "N", "state": "DISCONNECTED", "mode": ")")
        + mode + R"("}])";
    return written(folder, "story.scenario.json", steps.chopped(1).constData());
}

void TestLinescopectl::aTraceIsKeptAndComparedWith()
{
    const QTemporaryDir folder;
    const QString golden = folder.path();
    const QStringList normal{u"run"_s, storyWithEnd(folder, "NORMAL"), u"--golden"_s, golden};
    QCOMPARE(run(normal).status, 2); // nothing has been kept yet
    QCOMPARE(run(normal + QStringList{u"--update"_s}).status, 0);
    QVERIFY(QFile::exists(folder.filePath(u"story.trace"_s)));
    const Ended again = run(normal);
    QCOMPARE(again.status, 0);
    QVERIFY(again.out.contains("no difference"));
    const Ended other = run({u"run"_s, storyWithEnd(folder, "BUSY"), u"--golden"_s, golden});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.out.contains("mode=NORMAL") && other.out.contains("mode=BUSY") && other.out.contains(" | "),
             other.out);
    const Ended json = run({u"run"_s, storyWithEnd(folder, "BUSY"), u"--golden"_s, golden, u"--json"_s});
    QCOMPARE(eventsOf(json, u"comparison"_s).size(), 1);
    QCOMPARE(eventsOf(json, u"comparison"_s).first().value("changed"_L1), 2);
}

void TestLinescopectl::twoSourcesAreCompared()
{
    const QTemporaryDir folder;
    const QString file = written(folder, "init.json", R"({"app": "A", "do": "lineInitializeEx"})");
    const QString one = u"simulator:?lines=1&automatic=0&up=0"_s;
    const QString two = u"simulator:?lines=2&automatic=0&up=0"_s;
    const Ended same = run({u"run"_s, file, u"--source"_s, one, u"--against"_s, one});
    QCOMPARE(same.status, 0);
    QVERIFY2(same.out.contains("no difference"), same.out);
    const Ended different = run({u"run"_s, file, u"--source"_s, one, u"--against"_s, two});
    QCOMPARE(different.status, 1);
    QVERIFY2(different.out.contains("deviceAdded"), different.out);
}

void TestLinescopectl::aRunWritesJUnitXml()
{
    const QTemporaryDir folder;
    const QByteArray steps = opening + QByteArray(closing);
    const QString bad = written(folder, "bad.scenario.json", steps.constData());
    const QString good = written(folder, "good.scenario.json", R"({"say": "\u001b\u0000"})");
    const QString xml = folder.filePath(u"results.xml"_s);
    QCOMPARE(run({u"run"_s, bad, good, u"--junit"_s, xml}).status, 1);
    QFile file(xml);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QStringList seen;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            seen.append(u"%1 %2 %3"_s.arg(reader.name(), reader.attributes().value("name"_L1),
                                          reader.attributes().value("failures"_L1)));
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(seen,
             (QStringList{u"testsuites  1"_s, u"testsuite bad.scenario.json 1"_s, u"testcase A story <&> "_s,
                          u"failure  "_s, u"testsuite good.scenario.json 0"_s, u"testcase A story <&> "_s}));
    const Ended nowhere = run({u"run"_s, good, u"--junit"_s, folder.filePath(u"no/such/folder.xml"_s)});
    QCOMPARE(nowhere.status, 2);
    QVERIFY2(nowhere.error.contains(u"cannot be written"_s), qPrintable(nowhere.error));
}

void TestLinescopectl::theSimulatorPlaysOnASimulatedClock()
{
    const QTemporaryDir folder;
    const QString file = written(
        folder, "a.scenario.json",
        R"({"app": "A", "do": "lineInitializeEx"},
           {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
           {"provider": "newCall", "as": "N", "callerId": "+15550100"},
           {"expect": {"app": "A", "message": "LINE_APPNEWCALL", "on": "L", "within": "1s"}, "as": "C"},
           {"app": "A", "do": "lineAnswer", "call": "C", "request": "r"},
           {"expect": {"provider": "answer", "call": "N", "request": "r"}},
           {"wait": "1h"},
           {"provider": "callState", "call": "N", "state": "DISCONNECTED"},
           {"expect": {"app": "A", "message": "LINE_CALLSTATE", "state": "DISCONNECTED", "skip": true, "within": "5s"}})",
        R"("provider": {"mode": "automatic", "lines": 1, "seed": 7, "up": 0, "automatic": 0}, )");
    const Ended ended = run({u"run"_s, file});
    QVERIFY2(ended.status == 0, ended.out.constData());
}

void TestLinescopectl::aScenarioRunsAgainstASource()
{
    const QTemporaryDir folder;
    const QString file = written(folder, "a.scenario.json",
                                 R"({"app": "A", "do": "lineInitializeEx"},
           {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "L"},
           {"app": "A", "do": "lineMakeCall", "on": "L", "address": "5550100", "as": "C", "request": "r"},
           {"expect": {"app": "A", "message": "LINE_REPLY", "request": "r", "result": "OK", "within": "60s"}},
           {"app": "A", "do": "lineDrop", "call": "C"},
           {"expect": {"app": "A", "message": "LINE_CALLSTATE", "call": "C", "state": "IDLE", "skip": true,
                       "within": "60s"}})",
                                 R"("provider": {"type": "asterisk"}, )");
    const Ended ended = run({u"run"_s, file, u"--source"_s, u"simulator:?lines=1&up=0&automatic=0&speed=50"_s});
    QVERIFY2(ended.status == 0, ended.out.constData());
    QCOMPARE(run({u"run"_s, file}).status, 1); // it does not say which Asterisk, and never will
}

void TestLinescopectl::aRealSourceIsNotToldWhatToReport()
{
    const QTemporaryDir folder;
    const QString file = written(folder, "a.scenario.json", R"({"provider": "die"})");
    const Ended ended = run({u"run"_s, file, u"--source"_s, u"simulator:?lines=1"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.out.contains("step 1: A real source does what it does"), ended.out.constData());
}

void TestLinescopectl::helpAndVersionAreFine()
{
    const Ended help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.startsWith("Usage: linescopectl watch"));
    const Ended version = run({u"version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.contains("journal/1"));
}

void TestLinescopectl::aReaderMayGoAway()
{
    QProcess shell;
    shell.start(u"/bin/sh"_s,
                {u"-c"_s, u"\"$0\" watch --json \"$1\" | head -n 1"_s, QStringLiteral(LINESCOPECTL), quickSimulator});
    QVERIFY(shell.waitForFinished(patience));
    QCOMPARE(shell.exitCode(), 0);
    QVERIFY(shell.readAllStandardOutput().startsWith("{\"linescope\":\"journal/1\""));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(TestLinescopectl)
#include "tst_linescopectl.moc"
