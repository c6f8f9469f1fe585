// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log in a real PostgreSQL: the same as in a file, and a server that stops, freezes, refuses.

#include "calllog/calllogstore.h"
#include "logs.h"
#include "postgresserver.h"

#include <QRandomGenerator>

#include <atomic>

namespace Linescope::Test {

namespace {

using State = CallLogStatus::State;
using Kind = CallLogTrouble::Kind;

} // namespace

class TestCallLogPostgres : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_store.reset(); }
    void whatIsWrittenIsReadOnce();
    void hostileTextsAreOnlyTexts();
    void queriesAreThoseOfAFile();
    void aStoppedServerIsToldAndNothingIsLost();
    void aServerStoppedAtAnyMomentLosesNothing();
    void aFrozenServerIsTold();
    void aRefusalIsTold();
    void whatIsDeletedIsGone();
    void aDamagedRowIsFound();

private:
    void start() { m_store = std::make_unique<CallLogStore>(m_settings, QByteArray()); }
    void put(int first, int count)
    {
        for (const LoggedCall &record : callsFrom(first, count))
            m_store->put(record);
    }
    bool comesTo(State state, Kind kind = Kind::Other) const
    {
        return QTest::qWaitFor(
            [&] {
                const CallLogStatus status = m_store->status();
                return status.state == state && (state != State::Troubled || status.trouble.kind == kind);
            },
            state == State::Troubled ? 2000 : 10'000);
    }
    bool isWritten(quint64 calls) const
    {
        return QTest::qWaitFor([&] { return m_store->status().written == calls; }, 15'000);
    }

    PostgresServer m_server;
    CallLogSettings m_settings;
    std::unique_ptr<CallLogStore> m_store;
};

void TestCallLogPostgres::initTestCase()
{
    QVERIFY2(PostgresServer::isInstalled() && QSqlDatabase::isDriverAvailable(u"QPSQL"_s),
             "postgresql-15 or libqt6sql6-psql is not installed; tests/run installs them.");
    QVERIFY2(m_server.create(), m_server.output().constData());
    m_settings = m_server.log();
}

void TestCallLogPostgres::init()
{
    QVERIFY2(m_server.execute(u"DROP TABLE IF EXISTS calllog_calls, calllog_version"_s), m_server.output().constData());
}

void TestCallLogPostgres::whatIsWrittenIsReadOnce()
{
    CallDatabase database(m_settings, {});
    const auto opened = database.open(CallDatabase::Access::Write);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().words));
    QVERIFY(database.write(callsFrom(1, 5)).has_value());
    QVERIFY(database.write(callsFrom(3, 5)).has_value()); // again what may have been written
    const auto rows = database.readAfter(0, 100);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 7);
    for (const CallLogRow &row : *rows) {
        QVERIFY(!row.damaged);
        QCOMPARE(row.record, callOf(int(row.record.call)));
    }
    QVERIFY(database.open(CallDatabase::Access::Write).has_value()); // the tables are there
    QCOMPARE(loggedIn(m_settings), numbers(1, 7));
}

void TestCallLogPostgres::hostileTextsAreOnlyTexts()
{
    CallDatabase database(m_settings, {});
    QVERIFY(database.open(CallDatabase::Access::Write).has_value());
    const QStringList texts{u"'; DROP TABLE calllog_calls; --"_s,
                            u"? :1 $1 \\ \"x\""_s,
                            QString(QChar(0)) + u"x"_s,
                            QString(10'240, u'\''),
                            QString(QChar(0xd83d)),
                            QString(QChar(0xfeff)) + u"x"_s};
    QList<LoggedCall> calls;
    for (const QString &text : texts) {
        LoggedCall call = callOf(int(calls.size()) + 1);
        call.callerName = call.device = text;
        calls += call;
    }
    const auto written = database.write(calls);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().words));
    const auto rows = database.readAfter(0, 100);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QCOMPARE(rows->at(i).record.callerName, storableText(texts.at(i)));
        QVERIFY(!rows->at(i).damaged);
        CallLogQuery query;
        query.device = storableText(texts.at(i));
        query.search = texts.at(i);
        QCOMPARE(database.totals(query)->calls, 1);
    }
}

void TestCallLogPostgres::queriesAreThoseOfAFile()
{
    const QTemporaryDir folder;
    CallDatabase file(logIn(folder.path()), {});
    CallDatabase server(m_settings, {});
    for (CallDatabase *database : {&file, &server}) {
        QVERIFY(database->open(CallDatabase::Access::Write).has_value());
        QVERIFY(database->write(callsFrom(1, 40)).has_value());
    }
    QList<CallLogQuery> queries(6);
    queries[1].search = u"cALLER 1"_s;
    queries[2].direction = CallLogQuery::Direction::Inbound;
    queries[3].result = CallLogQuery::Result::Unanswered;
    queries[4].sortedBy = u"talked"_s;
    queries[5].disconnectMode = u"NORMAL"_s;
    for (const CallLogQuery &query : std::as_const(queries)) {
        QCOMPARE(server.read(query, 3, 10).value(), file.read(query, 3, 10).value());
        QCOMPARE(server.totals(query).value(), file.totals(query).value());
    }
    QCOMPARE(server.choices().value(), file.choices().value());
}

void TestCallLogPostgres::aStoppedServerIsToldAndNothingIsLost()
{
    start();
    put(1, 20);
    QVERIFY(isWritten(20));
    m_server.stop();
    QVERIFY(comesTo(State::Troubled, Kind::Gone)); // even if no call comes
    put(21, 20);
    QTRY_COMPARE(m_store->status().waiting, 20);
    QVERIFY(m_server.start());
    QVERIFY(isWritten(40));
    QCOMPARE(loggedIn(m_settings), numbers(1, 40));
    QVERIFY(comesTo(State::Fine));
}

// Also when nobody knows whether the last commit was one: nothing is lost, nothing is there twice.
void TestCallLogPostgres::aServerStoppedAtAnyMomentLosesNothing()
{
    m_settings.groupDelay = std::chrono::milliseconds(0);
    m_settings.groupRows = 2;
    start();
    QRandomGenerator random(25);
    int next = 1;
    for (int round = 0; round < 4; ++round) {
        QVERIFY(comesTo(State::Fine));
        put(next, 300);
        next += 300;
        const quint64 enough = m_store->status().written + random.bounded(250);
        QTRY_VERIFY(m_store->status().written >= enough);
        m_server.stop();
        QVERIFY(m_server.start());
    }
    QVERIFY(isWritten(quint64(next - 1)));
    QCOMPARE(loggedIn(m_settings), numbers(1, next - 1));
}

void TestCallLogPostgres::aFrozenServerIsTold()
{
    start();
    put(1, 1);
    QVERIFY(isWritten(1));
    QProcess holder; // a session that holds the table and does nothing
    holder.start(QLatin1StringView(PostgresServer::Programs) + u"psql"_s,
                 {u"-h"_s, m_settings.host, u"-U"_s, u"linescope"_s, u"-c"_s,
                  u"BEGIN; LOCK TABLE calllog_calls; SELECT pg_sleep(60)"_s, u"postgres"_s});
    QVERIFY(holder.waitForStarted());
    QVERIFY(QTest::qWaitFor(
        [&] { return m_server.execute(u"SELECT 1 / COUNT(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock'"_s); }));
    put(2, 5);
    QVERIFY(QTest::qWaitFor([&] { return m_store->status().state == State::Troubled; }, 2500));
    QCOMPARE(m_store->status().trouble.kind, Kind::Gone);
    QVERIFY(m_server.execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' "
                             "AND pid <> pg_backend_pid()"_s));
    holder.waitForFinished();
    QVERIFY(isWritten(6));
    QCOMPARE(loggedIn(m_settings), numbers(1, 6));
}

void TestCallLogPostgres::aRefusalIsTold()
{
    m_settings.user = u"nobody else"_s;
    start();
    put(1, 1);
    QVERIFY(QTest::qWaitFor([&] { return m_store->status().state == State::Troubled; }));
    QVERIFY2(m_store->status().trouble.words.contains(u"nobody else"), qPrintable(m_store->status().trouble.words));
    m_settings.user = u"linescope"_s;
}

void TestCallLogPostgres::whatIsDeletedIsGone()
{
    CallDatabase database(m_settings, {});
    QVERIFY(database.open(CallDatabase::Access::Write).has_value());
    QVERIFY(database.write(callsFrom(1, 50)).has_value());
    const QString number = callOf(17).callerNumber;
    QVERIFY(m_server.hasTrace(number.toUtf8()));
    const auto removed = database.removeNumber(number);
    QVERIFY2(removed.has_value(), removed ? "" : qPrintable(removed.error().words));
    QCOMPARE(*removed, 1);
    QVERIFY(!m_server.hasTrace(number.toUtf8()));
    QCOMPARE(database.removeEndedBefore(callOf(10).ended).value(), 9);
    QCOMPARE(loggedIn(m_settings).size(), 40);
}

void TestCallLogPostgres::aDamagedRowIsFound()
{
    CallDatabase database(m_settings, {});
    QVERIFY(database.open(CallDatabase::Access::Write).has_value());
    QVERIFY(database.write(callsFrom(1, 5)).has_value());
    QCOMPARE(database.check(CallDatabase::Check::Thorough).value(), 0);
    QVERIFY(m_server.execute(u"UPDATE calllog_calls SET talked = 1 WHERE call = 3"_s));
    QCOMPARE(database.check(CallDatabase::Check::Thorough).value(), 1);
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallLogPostgres)
#include "tst_calllogpostgres.moc"
