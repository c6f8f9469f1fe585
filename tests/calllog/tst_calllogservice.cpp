// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log beside a real engine with the simulator: on and off, questions, troubles in words.

#include "calllog/calllogservice.h"
#include "logs.h"
#include "providers/simulator/simulator.h"
#include "server/engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

namespace Linescope::Test {

class TestCallLogService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = logIn(m_folder->path());
        m_engine = std::make_unique<Engine>();
        SimulatorSettings quiet;
        quiet.lines = 2;
        quiet.automatic = false;
        quiet.callsUpAtStart = 0;
        m_engine->addProvider(u"simulator"_s,
                              [quiet] { return std::make_unique<SimulatorProvider>(SystemClock::instance(), quiet); });
        m_service = std::make_unique<CallLogService>(m_engine.get());
    }
    void cleanup()
    {
        m_service.reset();
        m_engine.reset();
    }
    void callsOfTheSimulatorAreLogged();
    void questionsAreAnsweredLater();
    void aNumberIsDeleted();
    void troubleIsToldInWords();
    void aDamagedRowIsToldWithoutBeingAsked();
    void aDamagedFileIsSetAside();
    void questionsThatAreTooManyAreRefused();
    void offMeansOff();

private:
    template<class Value, class Ask>
    LogResult<Value> answerTo(Ask ask)
    {
        std::optional<LogResult<Value>> result;
        ask([&result](const LogResult<Value> &answer) { result = answer; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }))
            qFatal("no answer");
        return *result;
    }
    bool isFine() const
    {
        return QTest::qWaitFor([&] { return m_service->status().state == CallLogStatus::State::Fine; });
    }
    void fill(int calls) const
    {
        CallDatabase database(m_settings, {});
        QVERIFY(database.open(CallDatabase::Access::Write).has_value());
        QVERIFY(database.write(callsFrom(1, calls)).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CallLogSettings m_settings;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CallLogService> m_service;
};

void TestCallLogService::callsOfTheSimulatorAreLogged()
{
    m_service->start(m_settings);
    QVERIFY(isFine());
    World world;
    const auto follow = [&] {
        const EventFeed::Batch batch = m_engine->feed().take();
        if (batch.resync)
            world = *batch.resync;
        world.apply(batch.events);
        return world;
    };
    QTRY_COMPARE(follow().lines().size(), 2); // open by the log
    const Device &device = world.devices().at(0);
    m_engine->stimulate(device.provider, Stimuli::NewIncomingCall{device.driver, u"+12025550143"_s, u"Desk"_s});
    QTRY_COMPARE(follow().calls().size(), 1);
    Call call;
    world.calls().forEach([&](const Call &each) { call = each; });
    m_engine->stimulate(device.provider, Stimuli::RemoteHangUp{call.driver});
    QTRY_COMPARE(m_service->status().written, 1u);
    QTRY_COMPARE(follow().handles().size(), 0);
    const auto rows = answerTo<QList<CallLogRow>>(
        [&](auto answer) { m_service->read({}, 0, 10, m_service.get(), answer); });
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->at(0).record.callerNumber, u"+12025550143"_s);
}

void TestCallLogService::questionsAreAnsweredLater()
{
    fill(30);
    m_service->start(m_settings);
    QVERIFY(isFine());
    using Summary = CallLogService::Summary;
    const auto summary = answerTo<Summary>([&](auto answer) { m_service->summarize({}, m_service.get(), answer); });
    QCOMPARE(summary->totals.calls, 30);
    QCOMPARE(summary->choices.devices.size(), 7);
    const auto rows = answerTo<QList<CallLogRow>>(
        [&](auto answer) { m_service->read({}, 10, 5, m_service.get(), answer); });
    QCOMPARE(rows->size(), 5);
    QCOMPARE(rows->at(0).record.call, 20);
    // Nobody is told once the one who asked has gone.
    auto gone = std::make_unique<QObject>();
    bool told = false;
    m_service->read({}, 0, 1, gone.get(), [&told](const auto &) { told = true; });
    gone.reset();
    QVERIFY(answerTo<qint64>([&](auto answer) {
                m_service->check(CallDatabase::Check::Thorough, m_service.get(), answer);
            }).has_value());
    QVERIFY(!told);
}

void TestCallLogService::aNumberIsDeleted()
{
    fill(5);
    m_service->start(m_settings);
    QVERIFY(isFine());
    const auto removed = answerTo<qint64>(
        [&](auto answer) { m_service->removeNumber(callOf(3).callerNumber, m_service.get(), answer); });
    QCOMPARE(removed.value(), 1);
    QCOMPARE(loggedIn(m_settings), (QList<qint64>{1, 2, 4, 5}));
}

void TestCallLogService::troubleIsToldInWords()
{
    m_settings.file = u"/proc/nowhere/calls.sqlite"_s;
    QSignalSpy changed(m_service.get(), &CallLogService::statusChanged);
    m_service->start(m_settings);
    QTRY_VERIFY_WITH_TIMEOUT(!m_service->trouble().isEmpty(), 2000);
    QVERIFY(m_service->trouble().contains(u"/proc/nowhere"));
    QVERIFY(!changed.isEmpty());
    const auto rows = answerTo<QList<CallLogRow>>(
        [&](auto answer) { m_service->read({}, 0, 10, m_service.get(), answer); });
    QVERIFY(!rows.has_value());
    m_service->stop();
    QVERIFY(m_service->trouble().isEmpty());
}

void TestCallLogService::aDamagedRowIsToldWithoutBeingAsked()
{
    fill(5);
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(m_settings.file);
        QVERIFY(raw.open());
        QVERIFY(QSqlQuery(raw).exec(u"UPDATE calllog_calls SET talked = 1 WHERE call IN (2, 3)"_s));
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    m_service->start(m_settings);
    QTRY_VERIFY(m_service->trouble().contains(u'2'));
}

void TestCallLogService::aDamagedFileIsSetAside()
{
    QFile file(m_settings.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("no database").repeated(1000));
    file.close();
    m_service->start(m_settings);
    QTRY_COMPARE(m_service->status().trouble.kind, CallLogTrouble::Kind::Damaged);
    const auto aside = answerTo<QString>([&](auto answer) { m_service->setAside(m_service.get(), answer); });
    QVERIFY(aside.has_value());
    QVERIFY(QFile::exists(*aside));
    QVERIFY(isFine());
    QTRY_VERIFY(m_service->trouble().isEmpty());
}

// A database that does not answer must not make them pile up.
void TestCallLogService::questionsThatAreTooManyAreRefused()
{
    constexpr int tooMany = 10;
    std::promise<void> answer;
    std::atomic<bool> isAsked = false;
    std::atomic<int> answered = 0;
    int refused = 0;
    CallLogReader reader(m_settings, {});
    reader.run([&isAsked, silence = answer.get_future().share()](const LogResult<CallDatabase *> &) {
        isAsked = true;
        silence.wait();
    });
    QTRY_VERIFY(isAsked.load());
    for (int i = 0; i < int(CallLogReader::MostJobs) + tooMany; ++i)
        reader.run([&, here = std::this_thread::get_id()](const LogResult<CallDatabase *> &database) {
            if (std::this_thread::get_id() == here)
                refused += database ? 0 : 1;
            else
                ++answered;
        });
    QCOMPARE(refused, tooMany);
    answer.set_value();
    QTRY_COMPARE(answered.load(), int(CallLogReader::MostJobs));
}

void TestCallLogService::offMeansOff()
{
    QVERIFY(!m_service->isOn());
    m_service->stop();
    m_service->read({}, 0, 10, m_service.get(), [](const auto &) { QFAIL("there is nothing to read"); });
    QCOMPARE(m_service->status().state, CallLogStatus::State::Off);
    m_service->start(m_settings);
    QVERIFY(isFine());
    m_service->start(m_settings); // begins anew
    QVERIFY(isFine());
    m_service->stop();
    QVERIFY(!m_service->isOn());
    QCOMPARE(loggedIn(m_settings), QList<qint64>());
    QVERIFY(QFile::exists(m_settings.file));
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallLogService)
#include "tst_calllogservice.moc"
