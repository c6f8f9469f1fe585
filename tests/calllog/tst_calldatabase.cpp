// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log in a SQLite file: what is written is read, once, by nobody else, and gone when it is deleted.

#include "logs.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace Linescope::Test {

class TestCallDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = logIn(m_folder->path());
    }
    void whatIsWrittenIsRead();
    void hostileTextsAreOnlyTexts_data();
    void hostileTextsAreOnlyTexts();
    void aCallIsLoggedOnce();
    void aGroupIsWrittenWhollyOrNotAtAll();
    void nobodyElseMayReadTheFile();
    void aFileOfVersionOneIsMigrated();
    void aFileThatIsNoneIsRefused_data();
    void aFileThatIsNoneIsRefused();
    void queriesFilterAndSort_data();
    void queriesFilterAndSort();
    void pagesDoNotOverlap();
    void totalsAreThoseOfTheQuery();
    void whatIsDeletedIsGone_data();
    void whatIsDeletedIsGone();
    void aReaderDoesNotStopADeletion();
    void aDamagedRowIsFound();

private:
    // An open log with that many calls.
    std::unique_ptr<CallDatabase> open(int calls = 0)
    {
        auto database = std::make_unique<CallDatabase>(m_settings, QByteArray());
        const auto opened = database->open(CallDatabase::Access::Write);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().words));
        if (!database->write(callsFrom(1, calls)))
            qFatal("cannot write");
        return database;
    }
    void execute(const QStringList &statements) const
    {
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            raw.setDatabaseName(m_settings.file);
            QVERIFY(raw.open());
            for (const QString &statement : statements)
                QVERIFY2(QSqlQuery(raw).exec(statement), qPrintable(statement));
            raw.close();
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    bool traceOf(const QByteArray &text) const
    {
        for (const char *part : {"", "-wal"}) {
            QFile file(m_settings.file + QLatin1StringView(part));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CallLogSettings m_settings;
};

void TestCallDatabase::whatIsWrittenIsRead()
{
    const auto database = open(2);
    const auto rows = database->readAfter(0, 10);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).record, callOf(1));
    QCOMPARE(rows->at(1).record, callOf(2));
    QVERIFY(!rows->at(0).damaged);
}

void TestCallDatabase::hostileTextsAreOnlyTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"'; DROP TABLE calllog_calls; --"_s;
    QTest::newRow("marks") << u"? :1 $1 %1 \"x\" \\"_s;
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3);
    QTest::newRow("10 KB") << QString(10'240, u'\'');
    QTest::newRow("faces") << u"☎ \U0001F600 \u202E"_s;
    QTest::newRow("byte order mark") << u"\uFEFFx"_s;
    QTest::newRow("number") << u"0012"_s; // not 12
    QTest::newRow("half a character") << QString(QChar(0xd83d));
}

void TestCallDatabase::hostileTextsAreOnlyTexts()
{
    QFETCH(QString, text);
    const auto database = open();
    LoggedCall record = callOf(1);
    record.callerName = text;
    record.device = text;
    QVERIFY(database->write({&record, 1}).has_value());
    CallLogQuery query;
    query.device = storableText(text);
    query.search = text;
    const auto rows = database->read(query, 0, 10);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->at(0).record.callerName, storableText(text));
    QVERIFY(!rows->at(0).damaged);
}

// A commit whose answer was lost is made again.
void TestCallDatabase::aCallIsLoggedOnce()
{
    const auto database = open(3);
    QVERIFY(database->write(callsFrom(2, 3)).has_value());
    const LoggedCall other = callOf(1, u"another session"_s);
    QVERIFY(database->write({&other, 1}).has_value());
    QCOMPARE(loggedIn(m_settings), (QList<qint64>{1, 1, 2, 3, 4}));
}

void TestCallDatabase::aGroupIsWrittenWhollyOrNotAtAll()
{
    const auto database = open(1);
    execute(
        {u"CREATE TRIGGER refuse BEFORE INSERT ON calllog_calls WHEN NEW.call = 5 BEGIN SELECT RAISE(ABORT, 'no'); END"_s});
    QVERIFY(!database->write(callsFrom(2, 6)).has_value());
    QCOMPARE(loggedIn(m_settings), QList<qint64>{1});
    execute({u"DROP TRIGGER refuse"_s});
    QVERIFY(database->write(callsFrom(2, 6)).has_value());
    QCOMPARE(loggedIn(m_settings), numbers(1, 7));
}

void TestCallDatabase::nobodyElseMayReadTheFile()
{
    const mode_t before = ::umask(0);
    const auto database = open(1);
    ::umask(before);
    for (const char *part : {"", "-wal", "-shm"}) {
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(m_settings.file + QLatin1StringView(part)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }
    // One that somebody has opened to all is closed again.
    QCOMPARE(::chmod(QFile::encodeName(m_settings.file).constData(), 0644), 0);
    QVERIFY(database->open(CallDatabase::Access::Write).has_value());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(m_settings.file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void TestCallDatabase::aFileOfVersionOneIsMigrated()
{
    QFile script(QStringLiteral(LINESCOPE_VERSION_1));
    QVERIFY(script.open(QIODevice::ReadOnly));
    QStringList statements = QString::fromUtf8(script.readAll()).split(u'\n', Qt::SkipEmptyParts);
    statements.removeFirst(); // the comment
    execute(statements);
    const auto database = open();
    const auto rows = database->readAfter(0, 10);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).record.callerName, u"Zoë O'Brien"_s);
    QVERIFY(!rows->at(0).damaged && !rows->at(1).damaged);
    QVERIFY(database->write(callsFrom(3, 1)).has_value());
    QCOMPARE(database->check(CallDatabase::Check::Thorough).value(), 0);
    QVERIFY(database->open(CallDatabase::Access::Write).has_value()); // not migrated again
    QCOMPARE(loggedIn(m_settings), numbers(1, 3));
}

void TestCallDatabase::aFileThatIsNoneIsRefused_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CallLogTrouble::Kind>("kind");
    QTest::newRow("another's database") << QStringList{u"CREATE TABLE photos (id)"_s} << QByteArray()
                                        << CallLogTrouble::Kind::Foreign;
    QTest::newRow("a newer one") << QStringList{u"CREATE TABLE calllog_version (version)"_s,
                                                u"INSERT INTO calllog_version VALUES (99)"_s}
                                 << QByteArray() << CallLogTrouble::Kind::Foreign;
    QTest::newRow("no database") << QStringList() << QByteArray("a letter to my aunt").repeated(100)
                                 << CallLogTrouble::Kind::Damaged;
}

void TestCallDatabase::aFileThatIsNoneIsRefused()
{
    QFETCH(QStringList, statements);
    QFETCH(QByteArray, bytes);
    QFETCH(CallLogTrouble::Kind, kind);
    if (bytes.isEmpty()) {
        execute(statements);
    } else {
        QFile file(m_settings.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    CallDatabase database(m_settings, {});
    const auto opened = database.open(CallDatabase::Access::Write);
    QVERIFY(!opened.has_value());
    QVERIFY2(opened.error().kind == kind, qPrintable(opened.error().words));
    QVERIFY(!database.isOpen());
}

void TestCallDatabase::queriesFilterAndSort_data()
{
    QTest::addColumn<CallLogQuery>("query");
    QTest::addColumn<QList<qint64>>("calls");
    using Q = CallLogQuery;
    const auto with = [](auto set) {
        Q query;
        set(query);
        return query;
    };
    QTest::newRow("all, the latest first") << Q() << QList<qint64>{6, 5, 4, 3, 2, 1};
    QTest::newRow("the oldest first") << with([](Q &q) { q.descending = false; }) << QList<qint64>{1, 2, 3, 4, 5, 6};
    QTest::newRow("since") << with([](Q &q) { q.since = callOf(5).created; }) << QList<qint64>{6, 5};
    QTest::newRow("until") << with([](Q &q) { q.until = callOf(3).created; }) << QList<qint64>{2, 1};
    QTest::newRow("line") << with([](Q &q) { q.device = u"PJSIP/103"_s; }) << QList<qint64>{3};
    QTest::newRow("inbound") << with([](Q &q) { q.direction = Q::Direction::Inbound; }) << QList<qint64>{6, 4, 2};
    QTest::newRow("outbound") << with([](Q &q) { q.direction = Q::Direction::Outbound; }) << QList<qint64>{5, 3, 1};
    QTest::newRow("internal") << with([](Q &q) { q.direction = Q::Direction::Internal; }) << QList<qint64>{};
    QTest::newRow("answered") << with([](Q &q) { q.result = Q::Result::Answered; }) << QList<qint64>{5, 4, 2, 1};
    QTest::newRow("unanswered") << with([](Q &q) { q.result = Q::Result::Unanswered; }) << QList<qint64>{6, 3};
    QTest::newRow("why") << with([](Q &q) { q.disconnectMode = u"NOANSWER"_s; }) << QList<qint64>{6, 3};
    QTest::newRow("search a name") << with([](Q &q) { q.search = u"cALLER 4"_s; }) << QList<qint64>{4};
    QTest::newRow("search a number") << with([](Q &q) { q.search = u"5550002"_s; }) << QList<qint64>{2};
    QTest::newRow("a percent sign is one") << with([](Q &q) { q.search = u"%"_s; }) << QList<qint64>{};
    QTest::newRow("an underline is one") << with([](Q &q) { q.search = u"Caller_1"_s; }) << QList<qint64>{};
    QTest::newRow("by another column") << with([](Q &q) {
        q.sortedBy = u"disconnect_mode"_s;
        q.descending = false;
    }) << QList<qint64>{3, 6, 1, 2, 4, 5};
    QTest::newRow("by no column") << with([](Q &q) { q.sortedBy = u"1; DROP TABLE calllog_calls"_s; })
                                  << QList<qint64>{6, 5, 4, 3, 2, 1};
    QTest::newRow("as it was") << with([](Q &q) { q.newest = 2; }) << QList<qint64>{2, 1};
}

void TestCallDatabase::queriesFilterAndSort()
{
    QFETCH(CallLogQuery, query);
    QFETCH(QList<qint64>, calls);
    const auto database = open(6);
    const auto rows = database->read(query, 0, 100);
    QVERIFY(rows.has_value());
    QList<qint64> found;
    for (const CallLogRow &row : *rows)
        found += row.record.call;
    QCOMPARE(found, calls);
}

void TestCallDatabase::pagesDoNotOverlap()
{
    const auto database = open(25);
    CallLogQuery query;
    query.sortedBy = u"talked"_s; // few different values
    QSet<qint64> seen;
    for (int page = 0; page < 5; ++page) {
        const auto rows = database->read(query, page * 5, 5);
        QVERIFY(rows.has_value());
        for (const CallLogRow &row : *rows)
            seen += row.record.call;
    }
    QCOMPARE(seen.size(), 25);
}

void TestCallDatabase::totalsAreThoseOfTheQuery()
{
    const auto database = open(6);
    QCOMPARE(database->totals({}).value(), (CallLogTotals{6, 4, 4 * 30'000'000ll, 6}));
    CallLogQuery missed;
    missed.result = CallLogQuery::Result::Unanswered;
    QCOMPARE(database->totals(missed).value(), (CallLogTotals{2, 0, 0, 6}));
    CallLogQuery none;
    none.device = u"nowhere"_s;
    QCOMPARE(database->totals(none).value(), (CallLogTotals{0, 0, 0, 0}));
    const auto choices = database->choices();
    QCOMPARE(choices->disconnectModes, (QStringList{u"NOANSWER"_s, u"NORMAL"_s}));
    QCOMPARE(choices->devices.size(), 6);
}

void TestCallDatabase::whatIsDeletedIsGone_data()
{
    QTest::addColumn<QString>("number"); // empty: what is old
    QTest::addColumn<qint64>("removed");
    QTest::newRow("number of a caller") << u"+12025550777"_s << qint64(1);
    QTest::newRow("number in the details") << u"+12025550888"_s << qint64(1);
    QTest::newRow("part of a number") << u"+1202555"_s << qint64(0);
    QTest::newRow("old") << QString() << qint64(2);
}

void TestCallDatabase::whatIsDeletedIsGone()
{
    QFETCH(QString, number);
    QFETCH(qint64, removed);
    const auto database = open(50);
    QList<LoggedCall> calls{callOf(1001), callOf(1002)};
    calls[0].callerNumber = u"+12025550777"_s;
    calls[1].details = u"{\"calledParty\":\"+12025550888\"}"_s;
    calls[0].ended = calls[1].ended = 1;
    QVERIFY(database->write(calls).has_value());
    QVERIFY(database->write(callsFrom(51, 50)).has_value());
    QVERIFY(traceOf("+12025550777") && traceOf("+12025550888"));
    const auto done = number.isEmpty() ? database->removeEndedBefore(2) : database->removeNumber(number);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().words));
    QCOMPARE(*done, removed);
    const bool firstGone = number.isEmpty() || number == u"+12025550777";
    const bool secondGone = number.isEmpty() || number == u"+12025550888";
    QCOMPARE(traceOf("+12025550777"), !firstGone);
    QCOMPARE(traceOf("+12025550888"), !secondGone);
    QCOMPARE(loggedIn(m_settings).size(), 102 - removed);
    QCOMPARE(database->check(CallDatabase::Check::Thorough).value(), 0);
}

// What it could not sweep out of the journal, the next one does.
void TestCallDatabase::aReaderDoesNotStopADeletion()
{
    const auto database = open(20);
    {
        QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
        reader.setDatabaseName(m_settings.file);
        QVERIFY(reader.open());
        QVERIFY(reader.transaction());
        QSqlQuery query(reader);
        QVERIFY(query.exec(u"SELECT * FROM calllog_calls"_s) && query.next());
        QCOMPARE(database->removeNumber(u"+12025550007"_s).error().kind, CallLogTrouble::Kind::Busy);
        query.finish();
        reader.rollback();
        reader.close();
    }
    QSqlDatabase::removeDatabase(u"reader"_s);
    QVERIFY(database->removeNumber(u"+12025550007"_s).has_value());
    QVERIFY(!traceOf("+12025550007"));
}

void TestCallDatabase::aDamagedRowIsFound()
{
    const auto database = open(3000);
    QCOMPARE(database->check(CallDatabase::Check::Quick).value(), 0);
    execute({u"UPDATE calllog_calls SET caller_number = '+12025559999' WHERE call = 2500"_s});
    QCOMPARE(database->check(CallDatabase::Check::Quick).value(), 1);
    QCOMPARE(database->check(CallDatabase::Check::Quick, [] { return false; }).value(), 0); // was told to stop
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallDatabase)
#include "tst_calldatabase.moc"
