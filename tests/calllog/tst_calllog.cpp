// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The application that logs calls: what it reads, when it lets go of its handles, what it makes of troubles.

#include "calllog/calllog.h"
#include "logs.h"
#include "serverfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

class TestCallLog : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void itReadsWhatIsRetainedAndLetsGoOnceItIsWritten();
    void itKeepsItsHandlesWhileTheDatabaseIsAway();
    void itGivesUpTheOldestAtLast();
    void itWritesWhatHappened();
    void itWritesTheFirstStatesOfACallThatHasTooMany();
    void itTakesCallsThatAreThere();
    void itLogsACallOfALineThatIsTakenAway_data();
    void itLogsACallOfALineThatIsTakenAway();
    void itDoesNotLogACallThatGoesOnWithoutIt();
    void aSecondOneOfTheSameSessionLogsNothingTwice();
    void itMasksWhenToldTo();
    void itIsMarkedAsOurs();
    void itSurvivesItsServer();

private:
    // Afresh for each test: init() is the base's.
    void begin()
    {
        m_test = test();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = logIn(m_folder->path());
    }
    void openLog()
    {
        if (m_test != test())
            begin();
        m_store = std::make_shared<CallLogStore>(m_settings, QByteArray());
        m_log = std::make_unique<CallLog>(&server(), m_settings, u"session"_s, m_store);
    }
    static QString test()
    {
        return QLatin1StringView(QTest::currentTestFunction()) + QLatin1StringView(QTest::currentDataTag());
    }
    void closeLog()
    {
        m_log.reset();
        m_store.reset();
    }
    qint64 handles() const
    {
        const App *app = m_log ? world().app(m_log->app()) : nullptr;
        return app ? app->handles : -1;
    }
    void endCall(int number, DisconnectMode mode = DisconnectMode::Normal)
    {
        provider().says(number, CallState::Disconnected, quint32(mode));
        provider().says(number, CallState::Idle);
    }
    // Everything is written, and what that means for handles has been done.
    void settle() { QTRY_VERIFY(handles() == 0 || m_store->status().state == CallLogStatus::State::Troubled); }
    LoggedCall record(qint64 call) const
    {
        CallDatabase database(m_settings, {});
        if (!database.open(CallDatabase::Access::Read))
            return {};
        for (const CallLogRow &row : database.readAfter(0, 1000).value_or(QList<CallLogRow>())) {
            if (row.record.call == call)
                return row.record;
        }
        return {};
    }

    QString m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
    CallLogSettings m_settings;
    std::shared_ptr<CallLogStore> m_store;
    std::unique_ptr<CallLog> m_log;
};

// H-4, X-1: the handle lives until the row is committed, and no longer.
void TestCallLog::itReadsWhatIsRetainedAndLetsGoOnceItIsWritten()
{
    begin();
    m_settings.groupDelay = std::chrono::hours(1);
    openLog();
    provider().offers(1);
    endCall(1);
    QCOMPARE(handles(), 1); // IDLE, read, not written
    QCOMPARE(m_store->status().waiting, 1);
    m_store->finish(std::chrono::seconds(10));
    settle();
    QCOMPARE(call(1), nullptr); // nobody else held it
    QCOMPARE(loggedIn(m_settings), numbers(1, 1));
    closeLog();
}

void TestCallLog::itKeepsItsHandlesWhileTheDatabaseIsAway()
{
    begin();
    QFile blocker(m_folder->filePath(u"disk"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    m_settings = logIn(blocker.fileName());
    openLog();
    for (int i = 1; i <= 20; ++i) {
        provider().offers(i);
        endCall(i);
    }
    QTRY_COMPARE(m_store->status().state, CallLogStatus::State::Troubled);
    QCOMPARE(handles(), 20);
    QCOMPARE(world().totals().retainedCalls, 20u);
    QVERIFY(blocker.remove());
    QTRY_COMPARE(handles(), 0);
    QCOMPARE(loggedIn(m_settings), numbers(1, 20));
    closeLog();
}

void TestCallLog::itGivesUpTheOldestAtLast()
{
    begin();
    m_settings.groupDelay = std::chrono::hours(1);
    m_settings.mostWaiting = 5;
    openLog();
    for (int i = 1; i <= 8; ++i) {
        provider().offers(i);
        endCall(i);
        QVERIFY(handles() <= 5);
    }
    QCOMPARE(handles(), 5);
    QCOMPARE(m_store->status().givenUp, 3u);
    m_store->finish(std::chrono::seconds(10));
    QCOMPARE(loggedIn(m_settings), numbers(4, 8));
    closeLog();
}

void TestCallLog::itWritesWhatHappened()
{
    openLog();
    CallInfo info = FakeProvider::voice();
    info.callerId = u"+12025550143"_s;
    info.callerIdName = u"Front desk"_s;
    info.calledId = u"101"_s;
    info.origin = quint32(CallOrigin::Inbound);
    info.reason = quint32(CallReason::Direct);
    info.comment = u"by the door"_s;
    const Microseconds start = clock().now();
    provider().offers(1, 1, info);
    clock().advance(3_s);
    provider().says(1, CallState::Connected);
    clock().advance(60_s);
    info.cause = 16;
    provider().says(1, info, CallInfoState::DevSpecific);
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Normal));
    clock().advance(2_s);
    provider().says(1, CallState::Idle);
    settle();
    const LoggedCall logged = record(1);
    QCOMPARE(logged.session, u"session"_s);
    QCOMPARE(logged.device, world().devices().at(0).info.name);
    QCOMPARE(logged.provider, world().providers().at(0).name);
    QCOMPARE(logged.origin, u"INBOUND"_s);
    QCOMPARE(logged.reason, u"DIRECT"_s);
    QCOMPARE(logged.callerNumber, info.callerId);
    QCOMPARE(logged.callerName, info.callerIdName);
    QCOMPARE(logged.calledNumber, info.calledId);
    QCOMPARE(logged.created, start);
    QCOMPARE(logged.connected, start + 3_s);
    QCOMPARE(logged.ended, start + 65_s);
    QCOMPARE(logged.talked, 60_s);
    QCOMPARE(logged.disconnectMode, u"NORMAL"_s); // S-29
    QCOMPARE(logged.cause, 16);
    QCOMPARE(logged.ending, u"idle"_s);
    QCOMPARE(logged.monitors, 1);
    QCOMPARE(logged.states,
             u"[[\"OFFERING\",%1],[\"CONNECTED\",%2],[\"DISCONNECTED\",%3],[\"IDLE\",%4]]"_s.arg(start)
                 .arg(start + 3_s)
                 .arg(start + 63_s)
                 .arg(start + 65_s));
    closeLog();
}

void TestCallLog::itWritesTheFirstStatesOfACallThatHasTooMany()
{
    openLog();
    provider().offers(1);
    for (int i = 0; i < 2000; ++i)
        provider().says(1, i % 2 == 0 ? CallState::Connected : CallState::OnHold);
    endCall(1);
    m_store->finish(std::chrono::seconds(10));
    const QString text = record(1).states;
    QVERIFY(text.size() < LongestLoggedText);
    const QJsonArray states = QJsonDocument::fromJson(text.toUtf8()).array();
    QVERIFY(states.size() > 1000);
    QCOMPARE(states.at(1).toArray().at(0).toString(), u"CONNECTED"_s);
    closeLog();
}

void TestCallLog::itTakesCallsThatAreThere()
{
    app("A").opens(1, Privilege::Owner);
    provider().offers(1); // goes on
    clock().advance(1_s);
    provider().says(1, CallState::Connected);
    provider().offers(2); // has been over for a while
    endCall(2, DisconnectMode::Busy);
    openLog();
    QTRY_COMPARE(loggedIn(m_settings), numbers(2, 2));
    QCOMPARE(record(2).disconnectMode, u"BUSY"_s);
    QVERIFY(call(2)); // A holds it still
    clock().advance(10_s);
    endCall(1);
    settle();
    QTRY_COMPARE(loggedIn(m_settings), numbers(1, 2));
    QCOMPARE(record(1).talked, 10_s);
    closeLog();
}

void TestCallLog::itLogsACallOfALineThatIsTakenAway_data()
{
    QTest::addColumn<bool>("removed");
    QTest::addColumn<QString>("ending");
    QTest::newRow("LINE_CLOSE") << false << u"lineClosedByProvider"_s;
    QTest::newRow("LINE_REMOVE") << true << u"deviceRemoved"_s;
}

void TestCallLog::itLogsACallOfALineThatIsTakenAway() // H-6: nothing can be read any more
{
    QFETCH(bool, removed);
    QFETCH(QString, ending);
    openLog();
    CallInfo info = FakeProvider::voice();
    provider().offers(1, 1, info);
    info.callerId = u"+12025550199"_s;
    provider().says(1, info, CallInfoState::CallerId);
    removed ? provider().removesDevice(1) : provider().closesLine(1);
    QTRY_COMPARE(loggedIn(m_settings), numbers(1, 1));
    QCOMPARE(record(1).ending, ending);
    QCOMPARE(record(1).callerNumber, info.callerId);
    closeLog();
}

void TestCallLog::itDoesNotLogACallThatGoesOnWithoutIt()
{
    openLog();
    app("A").opens(1, Privilege::Owner);
    provider().offers(1);
    HLine line;
    world().lines().forEach([&](const Line &each) {
        if (each.app == m_log->app() && each.handles > 0)
            line = each.id;
    });
    QVERIFY(server().lineClose(m_log->app(), line).has_value()); // somebody closes it in the window
    endCall(1);
    m_store->finish(std::chrono::seconds(10));
    QCOMPARE(m_store->status().written, 0u);
    closeLog();
}

void TestCallLog::aSecondOneOfTheSameSessionLogsNothingTwice()
{
    app("A").opens(1, Privilege::Owner); // holds the call for ever
    openLog();
    provider().offers(1);
    endCall(1);
    settle();
    closeLog();
    openLog();
    settle();
    QTRY_COMPARE(m_store->status().written, 1u);
    QCOMPARE(loggedIn(m_settings), numbers(1, 1));
    closeLog();
}

void TestCallLog::itMasksWhenToldTo()
{
    begin();
    m_settings.masked = true;
    openLog();
    CallInfo info = FakeProvider::voice();
    info.callerId = u"+12025550143"_s;
    info.calledParty = u"+12025550144"_s;
    provider().offers(1, 1, info);
    endCall(1);
    settle();
    QCOMPARE(record(1).callerNumber, u"**********43"_s);
    QVERIFY(!record(1).details.contains(u"12025550144"));
    closeLog();
}

void TestCallLog::itIsMarkedAsOurs() // G-13
{
    openLog();
    QVERIFY(world().app(m_log->app())->monitor);
    QCOMPARE(world().app(m_log->app())->lines, 2u);
    const HLineApp app = m_log->app();
    closeLog();
    QVERIFY(!world().app(app)); // lineShutdown
}

void TestCallLog::itSurvivesItsServer()
{
    begin();
    m_settings.groupDelay = std::chrono::hours(1);
    openLog();
    provider().offers(1);
    endCall(1);
    startServer({});
    closeLog();
    QCOMPARE(loggedIn(m_settings), numbers(1, 1));
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallLog)
#include "tst_calllog.moc"
