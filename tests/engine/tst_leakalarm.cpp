// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Alarms fire once when a limit is crossed, and are well again below it.

#include "checks/leakalarm.h"
#include "cputime.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

namespace Linescope::Test {

namespace {

// Applications that take calls and do not give their handles back.
class Leak {
public:
    World world;
    Microseconds now = 1'000_s;

    Leak()
    {
        add(Events::ProviderState{{1}, true, QStringLiteral("p"), {}});
        add(Events::DeviceAdded{{1}, {1}, {101}, std::make_shared<const DeviceInfo>()});
    }
    HLineApp app(const QString &name)
    {
        const HLineApp id{++m_apps};
        Requests::InitializeEx request;
        request.appName = name;
        add(Events::AppInitialized{id, std::make_shared<const Requests::InitializeEx>(request)});
        Events::LineOpened opened;
        opened.line = {id.value};
        opened.app = id;
        opened.device = {1};
        add(opened);
        return id;
    }
    CallId call(std::initializer_list<HLineApp> holders, bool over = true)
    {
        const CallId id{++m_calls};
        add(Events::CallCreated{id, {1}, {500 + id.value}, 40, {}});
        for (const HLineApp app : holders)
            add(Events::HandleCreated{
                {++m_handles}, id, {app.value}, app, Privilege::Monitor, World::bytesPerHandle()});
        if (over)
            ends(id);
        return id;
    }
    void ends(CallId call) { add(Events::CallState{call, CallState::Idle, CallState::Connected, 0}); }
    void frees(HCall handle)
    {
        const Handle &record = *world.handle(handle);
        Events::HandleVoided event;
        event.handle = handle;
        event.call = record.call;
        event.line = record.line;
        event.app = world.appOf(record);
        add(event);
    }
    HCall lastHandle() const { return {m_handles}; }

private:
    template<class Payload>
    void add(const Payload &payload)
    {
        world.apply(Event{world.seq() + 1, now, payload});
    }
    quint32 m_apps = 0;
    quint32 m_calls = 0;
    quint32 m_handles = 0;
};

QString text(const QList<LeakAlarm> &alarms)
{
    QStringList words;
    for (const LeakAlarm &alarm : alarms)
        words +=
            QStringLiteral("%1 %2 %3>%4").arg(alarm.appName).arg(int(alarm.kind)).arg(alarm.value).arg(alarm.limit);
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestLeakAlarm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void liveCallsAreNoLeak();
    void tooManyHandlesFireOnceAndClear();
    void ageGrowsWithoutEvents();
    void aRecordIsCountedOncePerApplication();
    void anApplicationMayHaveLimitsOfItsOwn();
    void newLimitsHoldAtOnce();
    void anApplicationThatHasGoneIsNoAlarm();
    void aHandleGivenAfterTheEndIsAsOldAsItself();
    void manyHandlesAreCheap();
};

void TestLeakAlarm::liveCallsAreNoLeak()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    LeakAlarms alarms;
    alarms.setLimits({{1, 1, 1}, {}});
    for (int i = 0; i < 5; ++i)
        leak.call({crm}, false);
    leak.now += 100_s;
    QVERIFY(alarms.check(leak.world, leak.now).isEmpty());
    QVERIFY(alarms.active().isEmpty());
}

void TestLeakAlarm::tooManyHandlesFireOnceAndClear()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    LeakAlarms alarms;
    alarms.setLimits({{0, 2, 0}, {}});
    leak.call({crm});
    leak.call({crm});
    QVERIFY(alarms.check(leak.world, leak.now).isEmpty()); // 2 are allowed
    leak.call({crm});
    QCOMPARE(text(alarms.check(leak.world, leak.now).fired), QStringLiteral("crm 1 3>2"));
    QVERIFY(alarms.check(leak.world, leak.now).isEmpty());
    leak.call({crm});
    QVERIFY(alarms.check(leak.world, leak.now).isEmpty()); // has fired
    QCOMPARE(text(alarms.active()), QStringLiteral("crm 1 4>2"));
    leak.frees({1});
    leak.frees({2});
    const auto changes = alarms.check(leak.world, leak.now);
    QVERIFY(changes.fired.isEmpty());
    QCOMPARE(changes.cleared.size(), 1);
    QVERIFY(alarms.active().isEmpty());
    leak.call({crm});
    QCOMPARE(alarms.check(leak.world, leak.now).fired.size(), 1); // and again
}

void TestLeakAlarm::ageGrowsWithoutEvents()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    LeakAlarms alarms;
    alarms.setLimits({{60_s, 0, 0}, {}});
    leak.call({crm});
    const Microseconds over = leak.now;
    leak.now += 30_s;
    leak.call({crm});
    QVERIFY(alarms.check(leak.world, over + 60_s).isEmpty());
    const auto changes = alarms.check(leak.world, over + 61_s);
    QCOMPARE(text(changes.fired), QStringLiteral("crm 0 61000000>60000000"));
    QCOMPARE(changes.fired.constFirst().oldest, HCall{1});
    leak.frees({1});
    QCOMPARE(alarms.check(leak.world, over + 62_s).cleared.size(), 1);
    QCOMPARE(alarms.check(leak.world, over + 91_s).fired.constFirst().oldest, HCall{2});
}

void TestLeakAlarm::aRecordIsCountedOncePerApplication()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    const HLineApp log = leak.app(QStringLiteral("log"));
    const CallId call = leak.call({crm, crm, log});
    LeakAlarms alarms;
    alarms.check(leak.world, leak.now);
    const quint64 record = World::bytesOf(*leak.world.call(call)) + 40u;
    QCOMPARE(alarms.retainedBy(crm).bytes, record + 2 * World::bytesPerHandle());
    QCOMPARE(alarms.retainedBy(log).bytes, record + World::bytesPerHandle());
    QCOMPARE(alarms.retainedBy(crm).count, 2u);
    alarms.setLimits({{0, 0, record + World::bytesPerHandle()}, {}});
    QCOMPARE(alarms.check(leak.world, leak.now).fired.size(), 1); // crm alone
}

void TestLeakAlarm::anApplicationMayHaveLimitsOfItsOwn()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    const HLineApp log = leak.app(QStringLiteral("log"));
    LeakAlarms alarms;
    alarms.setLimits({{0, 1, 0}, {{QStringLiteral("log"), {0, 3, 0}}, {QStringLiteral("crm"), {}}}});
    for (int i = 0; i < 4; ++i)
        leak.call({crm, log});
    QCOMPARE(text(alarms.check(leak.world, leak.now).fired), QStringLiteral("log 1 4>3"));
}

void TestLeakAlarm::newLimitsHoldAtOnce()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    LeakAlarms alarms;
    leak.call({crm});
    leak.call({crm});
    QVERIFY(alarms.check(leak.world, leak.now).isEmpty());
    alarms.setLimits({{0, 1, 0}, {}});
    QCOMPARE(alarms.check(leak.world, leak.now).fired.size(), 1);
    alarms.setLimits({});
    QCOMPARE(alarms.check(leak.world, leak.now).cleared.size(), 1);
}

void TestLeakAlarm::anApplicationThatHasGoneIsNoAlarm()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    LeakAlarms alarms;
    alarms.setLimits({{0, 0, 1}, {}});
    leak.call({crm});
    QCOMPARE(alarms.check(leak.world, leak.now).fired.size(), 1);
    leak.frees({1});
    leak.world.apply(Event{leak.world.seq() + 1, leak.now, Events::AppShutdown{crm, ShutdownReason::Crashed}});
    QCOMPARE(alarms.check(leak.world, leak.now).cleared.size(), 1);
}

void TestLeakAlarm::aHandleGivenAfterTheEndIsAsOldAsItself()
{
    Leak leak;
    const HLineApp crm = leak.app(QStringLiteral("crm"));
    const HLineApp log = leak.app(QStringLiteral("log"));
    const CallId call = leak.call({crm});
    leak.now += 100_s;
    leak.world.apply(Event{leak.world.seq() + 1, leak.now,
                           Events::HandleCreated{{99}, call, {log.value}, log, Privilege::Monitor, 0}});
    LeakAlarms alarms;
    alarms.check(leak.world, leak.now);
    QCOMPARE(alarms.retainedBy(log).oldestSince, leak.now);
    QCOMPARE(alarms.retainedBy(crm).oldestSince, leak.now - 100_s);
}

// CPU time of this thread: a busy machine changes nothing. Ten times as many handles take some ten times as long; each
// of them looked at for each other would take a hundred times.
void TestLeakAlarm::manyHandlesAreCheap()
{
    const auto cost = [](int handles, bool again) {
        Leak leak;
        const HLineApp crm = leak.app(QStringLiteral("crm"));
        for (int i = 0; i < handles; ++i)
            leak.call({crm});
        qint64 least = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 5; ++round) {
            LeakAlarms alarms;
            alarms.setLimits({{1'000_s, 1'000'000, 0}, {}});
            if (again)
                alarms.check(leak.world, leak.now);
            const qint64 start = threadCpuTime();
            alarms.check(leak.world, leak.now);
            least = std::min(least, threadCpuTime() - start);
        }
        return std::max<qint64>(least, 1);
    };
    const qint64 some = cost(10'000, false);
    const qint64 many = cost(100'000, false);
    const qint64 unchanged = cost(100'000, true);
    qInfo("retained handles: 10,000 %lld us, 100,000 %lld us, unchanged %lld us", some / 1000, many / 1000,
          unchanged / 1000);
    QVERIFY(many < 40 * some);
    QVERIFY(unchanged < many);
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestLeakAlarm)
#include "tst_leakalarm.moc"
