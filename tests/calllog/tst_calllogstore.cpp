// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Troubles of the database while calls come: told within 2 s, and nothing is lost when it is back.

#include "calllog/calllogstore.h"
#include "logs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <optional>

namespace Linescope::Test {

namespace {

using State = CallLogStatus::State;
using Kind = CallLogTrouble::Kind;

// No file of this program becomes larger; what would is refused, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(qint64 bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        if (::getrlimit(RLIMIT_FSIZE, &m_before) != 0)
            qFatal("getrlimit");
        const rlimit small{rlim_t(bytes), m_before.rlim_max};
        if (::setrlimit(RLIMIT_FSIZE, &small) != 0)
            qFatal("setrlimit");
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
    void (*m_handler)(int);
};

// Another program that writes, and does not end.
class OtherWriter {
public:
    explicit OtherWriter(const QString &file)
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file);
        if (!other.open() || !QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s))
            qFatal("cannot hold %s", qPrintable(file));
    }
    ~OtherWriter() { QSqlDatabase::removeDatabase(u"other"_s); }
    Q_DISABLE_COPY_MOVE(OtherWriter)
};

} // namespace

class TestCallLogStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = logIn(m_folder->path());
    }
    void cleanup() { m_store.reset(); }
    void whatIsWrittenIsTold();
    void rowsShareACommit();
    void aFullDiskIsToldAndSurvived();
    void aRemovedFileIsToldAndBegunAnew();
    void aFolderThatIsNotThereIsWaitedFor();
    void anotherWriterIsToldAndWaitedFor();
    void aDamagedFileIsToldAndReplaced();
    void whatWaitsIsWrittenAtTheEnd();
    void theEndDoesNotWaitForADatabaseThatIsAway();
    void whatIsGivenUpIsNotWritten();
    void oldCallsAreDeleted();
    void aJobComesAfterWhatWasPutBefore();
    void aJobHearsOfTrouble();

private:
    CallLogStore &start()
    {
        m_store = std::make_unique<CallLogStore>(m_settings, QByteArray());
        return *m_store;
    }
    void put(int first, int count)
    {
        for (const LoggedCall &record : callsFrom(first, count))
            m_store->put(record);
    }
    bool comesTo(State state, Kind kind = Kind::Other, int limit = 2000) const
    {
        return QTest::qWaitFor(
            [&] {
                const CallLogStatus status = m_store->status();
                return status.state == state && (state != State::Troubled || status.trouble.kind == kind);
            },
            limit);
    }
    bool isWritten(quint64 calls) const
    {
        return QTest::qWaitFor([&] { return m_store->status().written == calls; }, 10'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CallLogSettings m_settings;
    std::unique_ptr<CallLogStore> m_store;
};

void TestCallLogStore::whatIsWrittenIsTold()
{
    std::atomic<int> told = 0;
    start().setListener([&told] { ++told; });
    put(1, 3);
    QVERIFY(isWritten(3));
    QVERIFY(told > 0);
    QCOMPARE(m_store->takeDone(), (std::vector<quint32>{1, 2, 3}));
    QVERIFY(m_store->takeDone().empty());
    QCOMPARE(loggedIn(m_settings), numbers(1, 3));
    QVERIFY(comesTo(State::Fine));
    m_store->setListener({});
}

void TestCallLogStore::rowsShareACommit()
{
    m_settings.groupDelay = std::chrono::hours(1);
    m_settings.groupRows = 10;
    std::atomic<int> commits = 0;
    start().setListener([&commits] { ++commits; });
    QVERIFY(comesTo(State::Fine));
    put(1, 9);
    QCOMPARE(m_store->status().written, 0u);
    put(10, 1);
    QVERIFY(isWritten(10));
    QCOMPARE(commits, 1);
    m_store->setListener({});
}

void TestCallLogStore::aFullDiskIsToldAndSurvived()
{
    start();
    put(1, 100);
    QVERIFY(isWritten(100));
    {
        const FullDisk full(1000);
        put(101, 500);
        QVERIFY(comesTo(State::Troubled, Kind::Full));
        QVERIFY(m_store->status().waiting > 0);
    }
    QVERIFY(isWritten(600));
    QCOMPARE(loggedIn(m_settings), numbers(1, 600));
    QVERIFY(comesTo(State::Fine));
}

void TestCallLogStore::aRemovedFileIsToldAndBegunAnew()
{
    start();
    put(1, 5);
    QVERIFY(isWritten(5));
    for (const char *part : {"", "-wal", "-shm"})
        QFile::remove(m_settings.file + QLatin1StringView(part));
    QVERIFY(comesTo(State::Troubled, Kind::Gone)); // even if no call comes
    put(6, 5);
    QVERIFY(isWritten(10));
    QCOMPARE(loggedIn(m_settings), numbers(6, 10));
}

void TestCallLogStore::aFolderThatIsNotThereIsWaitedFor()
{
    const QString folder = m_folder->filePath(u"disk"_s);
    QFile blocker(folder);
    QVERIFY(blocker.open(QIODevice::WriteOnly)); // no folder can be made here
    m_settings = logIn(folder);
    start();
    put(1, 5);
    QVERIFY(comesTo(State::Troubled, Kind::Gone));
    QVERIFY(m_store->status().trouble.words.contains(folder));
    QVERIFY(blocker.remove());
    QVERIFY(isWritten(5));
    QCOMPARE(loggedIn(m_settings), numbers(1, 5));
}

void TestCallLogStore::anotherWriterIsToldAndWaitedFor()
{
    start();
    put(1, 1);
    QVERIFY(isWritten(1));
    {
        const OtherWriter other(m_settings.file);
        put(2, 5);
        QVERIFY(comesTo(State::Troubled, Kind::Busy));
    }
    QVERIFY(isWritten(6));
    QCOMPARE(loggedIn(m_settings), numbers(1, 6));
}

void TestCallLogStore::aDamagedFileIsToldAndReplaced()
{
    QFile file(m_settings.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("no database").repeated(1000));
    file.close();
    start();
    put(1, 5);
    QVERIFY(comesTo(State::Troubled, Kind::Damaged));
    QVERIFY(file.rename(m_settings.file + u".damaged"_s));
    QVERIFY(isWritten(5));
    QCOMPARE(loggedIn(m_settings), numbers(1, 5));
}

void TestCallLogStore::whatWaitsIsWrittenAtTheEnd()
{
    m_settings.groupDelay = std::chrono::hours(1);
    start();
    put(1, 1234);
    m_store.reset();
    QCOMPARE(loggedIn(m_settings), numbers(1, 1234));
    start();
    put(2000, 3);
    m_store->finish(std::chrono::seconds(10));
    QCOMPARE(m_store->status().written, 3u);
}

void TestCallLogStore::theEndDoesNotWaitForADatabaseThatIsAway()
{
    m_settings.file = u"/proc/nowhere/calls.sqlite"_s;
    start();
    put(1, 5);
    QVERIFY(comesTo(State::Troubled, Kind::Gone));
    QElapsedTimer time;
    time.start();
    m_store->finish(std::chrono::seconds(60));
    m_store.reset();
    QVERIFY(time.elapsed() < 5000);
}

void TestCallLogStore::whatIsGivenUpIsNotWritten()
{
    m_settings.mostWaiting = 3;
    QVERIFY(QDir().mkpath(m_settings.file)); // a folder is in the way
    start();
    QVERIFY(comesTo(State::Troubled, Kind::Gone));
    std::atomic<int> told = 0;
    m_store->setListener([&told] { ++told; });
    put(1, 5);
    QCOMPARE(m_store->status().waiting, 3);
    QCOMPARE(m_store->status().givenUp, 2u);
    QCOMPARE(told.load(), 2);
    QCOMPARE(m_store->takeDone(), (std::vector<quint32>{1, 2}));
    QVERIFY(QDir().rmdir(m_settings.file));
    m_store->setListener({});
    m_store->finish(std::chrono::seconds(10));
    QCOMPARE(loggedIn(m_settings), numbers(3, 5));
    QCOMPARE(m_store->takeDone(), (std::vector<quint32>{3, 4, 5}));
}

void TestCallLogStore::oldCallsAreDeleted()
{
    m_settings.keepDays = 30;
    const Microseconds now = SystemClock::instance()->now();
    CallDatabase before(m_settings, {});
    QVERIFY(before.open(CallDatabase::Access::Write).has_value());
    QList<LoggedCall> calls = callsFrom(1, 3);
    calls[0].ended = now - 31 * 86'400_s;
    calls[1].ended = now - 29 * 86'400_s;
    calls[2].ended = now;
    QVERIFY(before.write(calls).has_value());
    before.close();
    start();
    QVERIFY(QTest::qWaitFor([&] { return loggedIn(m_settings) == numbers(2, 3); }));
    m_store.reset();
    QFile file(m_settings.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains(calls[0].callerNumber.toUtf8()));
    QVERIFY(bytes.contains(calls[1].callerNumber.toUtf8()));
}

void TestCallLogStore::aJobComesAfterWhatWasPutBefore()
{
    m_settings.groupDelay = std::chrono::hours(1);
    start();
    put(1, 500);
    std::atomic<qint64> removed = -1;
    m_store->run([&removed](LogResult<CallDatabase *> database) {
        removed = database ? (*database)->removeNumber(callOf(499).callerNumber).value_or(-2) : -3;
    });
    QTRY_COMPARE(removed.load(), 1);
    QCOMPARE(m_store->status().written, 500u);
}

void TestCallLogStore::aJobHearsOfTrouble()
{
    m_settings.file = u"/proc/nowhere/calls.sqlite"_s;
    start();
    std::atomic<bool> heard = false;
    m_store->run([&heard](LogResult<CallDatabase *> database) { heard = !database; });
    QTRY_VERIFY(heard.load());
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallLogStore)
#include "tst_calllogstore.moc"
