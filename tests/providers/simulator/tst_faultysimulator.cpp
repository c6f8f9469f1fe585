// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulator with all its faults, under the real engine: in its own thread and in the server's, begun and ended.

#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/virtualapp.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

const QString everything =
    u"delay:0.1:30ms,drop:0.05,duplicate:0.05,reorder:0.1,slowCompletion:0.2:50ms,noCompletion:0.1,"
    "wrongState:0.05,lineCloseStorm:0.002:x0,stall:0.01:40ms,die:0.0005:x0,nullHandle:0.1,"
    "noMemory:0.2"_s;

SimulatorSettings busy()
{
    SimulatorSettings settings;
    settings.lines = 4;
    settings.callsPerMinute = 60;
    settings.timeScale = 100;
    return settings;
}

ProviderHost::Factory faulty(Clock *clock, const QString &faults)
{
    return [clock, faults] {
        return std::make_unique<FaultInjector>(std::make_unique<SimulatorProvider>(clock, busy()), clock, 1,
                                               faultsFromText(faults).value());
    };
}

AppHabits owner()
{
    AppHabits habits;
    habits.name = u"crm"_s;
    habits.privileges = Privilege::Owner;
    habits.mediaModes = MediaMode::InteractiveVoice;
    habits.answerAfter = 10_ms;
    habits.dropAfterDisconnect = 10_ms;
    habits.deallocateAfterIdle = 20_ms;
    habits.reopenAfter = 50_ms;
    return habits;
}

qsizetype faultsIn(const EventBatch &events)
{
    return std::count_if(events.begin(), events.end(), [](const Event &event) {
        const auto *report = std::get_if<Events::ReportReceived>(&event.payload);
        return report && std::holds_alternative<Reports::FaultInjected>(report->report);
    });
}

} // namespace

class TestFaultySimulator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theSameSeedGivesTheSameJournal();
    void aThreadOfItsOwnEndsCleanly();
    void withoutFaultsNothingChanges();

private:
    static EventBatch play(ProviderHost::Factory (*make)(Clock *clock, const QString &), const QString &faults);
};

// A minute of it on a simulated clock, and the World is what its events make of it.
EventBatch TestFaultySimulator::play(ProviderHost::Factory (*make)(Clock *clock, const QString &),
                                     const QString &faults)
{
    ManualClock clock;
    TelephonyServer server(&clock);
    EventBatch events;
    connect(&server, &TelephonyServer::advanced, &server, [&](const EventBatch &batch) { events += batch; });
    const ProviderHost host(&server, make(&clock, faults), ProviderHost::Threading::Server);
    const VirtualApp app(&server, owner());
    clock.advance(60_s);
    World rebuilt;
    rebuilt.apply(events);
    if (!(rebuilt == server.world()))
        qWarning("The World is not the one of its events.");
    return events;
}

void TestFaultySimulator::theSameSeedGivesTheSameJournal()
{
    const EventBatch first = play(faulty, everything);
    QVERIFY2(faultsIn(first) > 100, qPrintable(QString::number(faultsIn(first))));
    QCOMPARE(play(faulty, everything), first);
}

void TestFaultySimulator::aThreadOfItsOwnEndsCleanly()
{
    for (int round = 0; round < 5; ++round) {
        TelephonyServer server(SystemClock::instance());
        EventBatch events;
        connect(&server, &TelephonyServer::advanced, &server, [&](const EventBatch &batch) { events += batch; });
        auto host = std::make_unique<ProviderHost>(&server, faulty(SystemClock::instance(), everything),
                                                   ProviderHost::Threading::Own);
        const VirtualApp app(&server, owner());
        QTRY_VERIFY(faultsIn(events) >= 10);
        host->stimulate(Stimuli::SetFaults{faultsFromText(u"delay:5s,stall:0.5:5s"_s).value()});
        const qsizetype before = faultsIn(events);
        QTRY_VERIFY(faultsIn(events) > before);
        host.reset(); // with much held back
        const qsizetype after = events.size();
        QCoreApplication::processEvents();
        QVERIFY(std::none_of(events.begin() + after, events.end(), [](const Event &event) {
            return std::holds_alternative<Events::ReportReceived>(event.payload);
        }));
    }
}

void TestFaultySimulator::withoutFaultsNothingChanges()
{
    const auto plain = [](Clock *clock, const QString &) -> ProviderHost::Factory {
        return [clock] { return std::make_unique<SimulatorProvider>(clock, busy()); };
    };
    const EventBatch bare = play(plain, {});
    QVERIFY(bare.size() > 1000);
    QCOMPARE(play(faulty, {}), bare);
}

QTEST_GUILESS_MAIN(TestFaultySimulator)
#include "tst_faultysimulator.moc"
