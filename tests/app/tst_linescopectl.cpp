// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as its users and their scripts see it: started as a process, on the simulator.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

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
    void mistakesEndWithStatusTwo_data();
    void mistakesEndWithStatusTwo();
    void aSourceThatIsNotThereEndsWithStatusThree();
    void aSourceThatNeverLetsInEndsWithStatusThree();
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

void TestLinescopectl::mistakesEndWithStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::addRow("%s", name) << arguments; };
    row("nothing", {});
    row("unknown command", {u"look"_s});
    row("unknown option", {u"watch"_s, u"--jsn"_s});
    row("not yet: run", {u"run"_s, u"a.scenario.json"_s});
    row("not yet: replay", {u"replay"_s, u"a.journal"_s});
    row("not yet: check", {u"check"_s, u"a.journal"_s});
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
    QCOMPARE(ended.error.count(u'\n'), 1);
    QVERIFY(!ended.error.contains(u'\u001b'));
    QVERIFY(!ended.error.contains(u"canary"_s));
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
    QVERIFY2(ended.error.startsWith(u"linescopectl: 127.0.0.1 (Asterisk) could not be reached."_s),
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
