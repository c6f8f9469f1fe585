// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of reports and commands on their way through a FaultInjector, and faults as text.

#include "provider/brieftext.h"
#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "provider/random.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

// Reports what the test says, remembers what it is told.
class FakeProvider : public ServiceProvider {
public:
    QString id() const override { return u"fake"_s; }
    QString displayName() const override { return u"Fake"_s; }
    ProviderAbilities abilities() const override
    {
        ProviderAbilities abilities;
        abilities.stimuli = true;
        return abilities;
    }
    void start() override { told.append(u"start"_s); }
    void stop() override { told.append(u"stop"_s); }
    void execute(const Command &command) override { told.append(briefText(command)); }
    void stimulate(const Stimulus &stimulus) override
    {
        told.append(u"stimulus"_s);
        if (std::holds_alternative<Stimuli::Die>(stimulus))
            Q_EMIT died(u"told to"_s);
    }

    QStringList told;
};

// Time in milliseconds since the beginning, before each: reports in brief, "! text" for a fault, "died" for a death.
class Bench {
public:
    explicit Bench(const QString &faults = {}, quint64 seed = 1)
    {
        auto fake = std::make_unique<FakeProvider>();
        provider = fake.get();
        injector = std::make_unique<FaultInjector>(std::move(fake), &clock, seed, faultsFromText(faults).value());
        QObject::connect(injector.get(), &ServiceProvider::reported, injector.get(),
                         [this](const QList<Report> &batch) {
                             for (const Report &report : batch)
                                 note(report);
                         });
        QObject::connect(injector.get(), &ServiceProvider::died, injector.get(),
                         [this](const QString &reason) { note(u"died: "_s + reason); });
        injector->start();
        provider->told.clear();
    }

    void says(const Report &report) { Q_EMIT provider->reported({report}); }
    void says(const QList<Report> &batch) { Q_EMIT provider->reported(batch); }
    void opens(quint32 line) { injector->execute(Commands::OpenLine{{line}}); }
    void sets(const QString &faults) { injector->stimulate(Stimuli::SetFaults{faultsFromText(faults).value()}); }
    QStringList seen() { return std::exchange(m_seen, {}); }
    QStringList told() { return std::exchange(provider->told, {}); }

    ManualClock clock;
    std::unique_ptr<FaultInjector> injector;
    FakeProvider *provider = nullptr;

private:
    void note(const Report &report)
    {
        const auto *fault = std::get_if<Reports::FaultInjected>(&report);
        note(fault ? u"! "_s + fault->text : briefText(report));
    }
    void note(const QString &text) { m_seen.append(QString::number((clock.now() - m_start) / 1000) + u' ' + text); }

    const Microseconds m_start = clock.now();
    QStringList m_seen;
};

class Counter : public FaultStream::Target {
public:
    void send(const QList<Report> &batch) override
    {
        states += std::count_if(batch.begin(), batch.end(), [](const Report &report) {
            return std::holds_alternative<Reports::CallState>(report);
        });
    }
    void refused(DriverCall) override { }
    void fail(const QString &) override { }

    qsizetype states = 0;
};

Report state(quint32 call, CallState state) { return Reports::CallState{{call}, state, 0, {}}; }
Report newCall(quint32 call, quint32 line = 1) { return Reports::NewCall{{line}, {call}, {}, 0}; }
Report completion(quint32 request) { return Reports::Completion{{request}}; }
Command drop(quint32 request, quint32 call)
{
    return Commands::ActOnCall{{request}, Commands::CallAction::Drop, {{1}, {call}}};
}

const Report ringing = newCall(7);
const Report offered = state(7, CallState::Offering);
const Report connected = state(7, CallState::Connected);
const Report idle = state(7, CallState::Idle);

} // namespace

class TestFaultInjector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void faultsAreText_data();
    void faultsAreText();
    void whatIsNoFaultIsSaid_data();
    void whatIsNoFaultIsSaid();
    void everyKindHasAName();

    void withoutFaultsEverythingPasses();
    void eachKindDoesItsWork_data();
    void eachKindDoesItsWork();
    void devicesAreNeverLost();
    void aRequestThatFindsNoMemoryNeverArrives();
    void aRefusedCallIsClosedForTheProvider();
    void aStormTakesTheLinesThatAreOpen();
    void aFaultMayBeAboutOneLine();
    void aFaultEndsAfterItsTimes();
    void chanceIsChance();
    void theSameSeedGivesTheSameFaults();
    void clearedFaultsLetGoWhatTheyHeld();
    void nothingComesAfterTheEnd_data();
    void nothingComesAfterTheEnd();
    void aDeathIsOne();
    void aDeathThatIsAskedForIsTold();
    void whatIsHeldIsBounded_data();
    void whatIsHeldIsBounded();
};

void TestFaultInjector::faultsAreText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const auto row = [](const char *name, const QString &text, const QString &again = {}) {
        QTest::newRow(name) << text << (again.isNull() ? text : again);
    };
    row("none", u""_s);
    row("a kind", u"drop"_s);
    row("a chance", u"drop:0.1"_s);
    row("a chance in percent", u"drop:10%"_s, u"drop:0.1"_s);
    row("a time", u"delay:250ms"_s);
    row("the usual time", u"delay:1s"_s, u"delay"_s);
    row("all parts in any order", u"stall:line2:x3:2m:0.5"_s, u"stall:0.5:2m:x3:line2"_s);
    row("several", u"drop:0.1,delay:250ms,lineCloseStorm,die:x2"_s);
    row("again and again", u"die:x0,drop:x0"_s, u"die:x0,drop"_s);
    row("certain", u"drop:1"_s, u"drop"_s);
}

void TestFaultInjector::faultsAreText()
{
    QFETCH(QString, text);
    const auto faults = faultsFromText(text);
    QVERIFY2(faults, qPrintable(faults ? QString() : faults.error()));
    QTEST(faultsToText(*faults), "again");
    QCOMPARE(*faultsFromText(faultsToText(*faults)), *faults);
}

void TestFaultInjector::whatIsNoFaultIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &text, const QString &sentence) {
        QTest::newRow(name) << text << sentence;
    };
    row("no kind", u"drp"_s, u"“drp” is no fault; there are delay, drop, duplicate, reorder"_s);
    row("nothing between commas", u"drop,"_s, u"“” is no fault"_s);
    row("no part", u"drop:often"_s, u"“often” in the fault “drop” is neither a chance (0.1)"_s);
    row("a chance of 0", u"drop:0"_s, u"“0” in the fault"_s);
    row("more than certain", u"drop:1.1"_s, u"“1.1” in the fault"_s);
    row("no number", u"drop:nan"_s, u"“nan” in the fault"_s);
    row("no times", u"drop:x"_s, u"“x” in the fault"_s);
    row("no line", u"drop:line0"_s, u"“line0” in the fault"_s);
    row("too many digits", u"drop:x1234567890"_s, u"“x1234567890” in the fault"_s);
    row("a time for what takes none", u"drop:1s"_s, u"delay, slowCompletion and stall take a time"_s);
    row("more than an hour", u"stall:61m"_s, u"of one hour at most"_s);
    row("twice", u"drop:0.1:0.2"_s, u"“0.2” in the fault “drop” says again"_s);
    row("too many", u"drop,"_s.repeated(100) + u"drop"_s, u"There can be 100 faults at most."_s);
}

void TestFaultInjector::whatIsNoFaultIsSaid()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const auto faults = faultsFromText(text);
    QVERIFY(!faults);
    QVERIFY2(faults.error().contains(sentence), qPrintable(faults.error()));
    QVERIFY(faults.error().size() < 300);
}

void TestFaultInjector::everyKindHasAName()
{
    QStringList names = faultKindNames();
    QCOMPARE(names.size(), FaultKinds);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(QByteArray(toString(FaultKind(FaultKinds))), QByteArray());
    QVERIFY(!faultKindOf(QString()));
}

void TestFaultInjector::withoutFaultsEverythingPasses()
{
    Bench bench;
    bench.says({ringing, offered});
    bench.injector->execute(drop(3, 7));
    bench.says(completion(3));
    QCOMPARE(bench.seen(), QStringList({u"0 newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"0 completion R3 0"_s}));
    QCOMPARE(bench.told(), QStringList{u"drop R3 d7"_s});
    QVERIFY(bench.injector->abilities().stimuli);
    QCOMPARE(bench.injector->id(), u"fake"_s);
    QCOMPARE(bench.injector->displayName(), u"Fake"_s);
}

// A call comes and is offered (0 ms), R3 completes (10 ms), the call is connected (20 ms), idle (30 ms), then 10 s
// pass.
void TestFaultInjector::eachKindDoesItsWork_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<QStringList>("seen");
    const auto row = [](const char *faults, const QStringList &seen) {
        QTest::newRow(faults) << QString::fromLatin1(faults) << seen;
    };
    row("delay:50ms:x2",
        {u"0 ! delayed by 50ms: newCall l1 d7"_s, u"0 ! delayed by 50ms: callState d7 OFFERING"_s,
         u"10 completion R3 0"_s, u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s, u"50 newCall l1 d7"_s,
         u"50 callState d7 OFFERING"_s});
    row("drop:x1",
        {u"0 ! dropped: newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"10 completion R3 0"_s,
         u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s});
    row("duplicate:x1",
        {u"0 newCall l1 d7"_s, u"0 ! sent twice: newCall l1 d7"_s, u"0 newCall l1 d7"_s, u"0 callState d7 OFFERING"_s,
         u"10 completion R3 0"_s, u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s});
    row("reorder:x1",
        {u"0 ! sent after what follows: newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"0 newCall l1 d7"_s,
         u"10 completion R3 0"_s, u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s});
    row("slowCompletion:2s",
        {u"0 newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"10 ! delayed by 2s: completion R3 0"_s,
         u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s, u"2010 completion R3 0"_s});
    row("noCompletion",
        {u"0 newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"10 ! never sent: completion R3 0"_s,
         u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s});
    row("stall:3s:x1",
        {u"0 ! nothing for 3s, beginning with: newCall l1 d7"_s, u"3000 newCall l1 d7"_s,
         u"3000 callState d7 OFFERING"_s, u"3000 completion R3 0"_s, u"3000 callState d7 CONNECTED"_s,
         u"3000 callState d7 IDLE"_s});
    row("nullHandle",
        {u"0 ! answered with a NULL handle: newCall l1 d7"_s, u"10 completion R3 0"_s, u"20 callState d7 CONNECTED"_s,
         u"30 callState d7 IDLE"_s}); // this provider goes on about it (V-26)
    row("lineCloseStorm",
        {u"0 ! LINE_CLOSE for every open line (1)"_s, u"0 lineClose l1"_s, u"0 newCall l1 d7"_s,
         u"0 callState d7 OFFERING"_s, u"10 completion R3 0"_s, u"20 callState d7 CONNECTED"_s,
         u"30 callState d7 IDLE"_s});
    row("die", {u"0 ! injected: the provider fails"_s, u"0 died: injected: the provider fails"_s});
    row("drop:x1,stall:1s:x1", // each in its place
        {u"0 ! nothing for 1s, beginning with: newCall l1 d7"_s, u"1000 ! dropped: newCall l1 d7"_s,
         u"1000 callState d7 OFFERING"_s, u"1000 completion R3 0"_s, u"1000 callState d7 CONNECTED"_s,
         u"1000 callState d7 IDLE"_s});
    row("duplicate:x1,delay:5s:x2",
        {u"0 ! delayed by 5s: newCall l1 d7"_s, u"0 ! sent twice: newCall l1 d7"_s,
         u"0 ! delayed by 5s: newCall l1 d7"_s, u"0 callState d7 OFFERING"_s, u"10 completion R3 0"_s,
         u"20 callState d7 CONNECTED"_s, u"30 callState d7 IDLE"_s, u"5000 newCall l1 d7"_s, u"5000 newCall l1 d7"_s});
}

void TestFaultInjector::eachKindDoesItsWork()
{
    QFETCH(QString, faults);
    Bench bench(faults);
    bench.opens(1);
    bench.injector->execute(drop(3, 7));
    bench.says({ringing, offered});
    for (const Report &report : {completion(3), connected, idle}) {
        bench.clock.advance(10_ms);
        bench.says(report);
    }
    bench.clock.advance(10_s);
    QTEST(bench.seen(), "seen");
}

void TestFaultInjector::devicesAreNeverLost()
{
    Bench bench(u"drop,delay,reorder,stall"_s);
    const Report device = Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()};
    bench.says({device, Reports::DeviceRemoved{{1}}});
    QCOMPARE(bench.seen(), QStringList({u"0 deviceAdded l1"_s, u"0 deviceRemoved l1"_s}));
}

void TestFaultInjector::aRequestThatFindsNoMemoryNeverArrives()
{
    Bench bench(u"noMemory:x1"_s);
    bench.opens(1);
    bench.injector->execute(Commands::MakeCall{{3}, {1}, {1}, 0, u"5550100"_s});
    bench.injector->execute(Commands::MakeCall{{4}, {1}, {2}, 0, u"5550100"_s});
    QCOMPARE(bench.seen(),
             QStringList({u"0 ! answered with LINEERR_NOMEM: makeCall R3 l1"_s, u"0 completion R3 LINEERR_NOMEM"_s}));
    QCOMPARE(bench.told(), QStringList({u"openLine l1"_s, u"makeCall R4 l1"_s}));
}

// What it says in the same breath is not its fault; what comes later is (V-26).
void TestFaultInjector::aRefusedCallIsClosedForTheProvider()
{
    Bench bench(u"nullHandle:x1"_s);
    bench.says({ringing, offered, newCall(8), state(8, CallState::Offering)});
    QCOMPARE(bench.told(), QStringList()); // it is in the midst of its report
    bench.says(connected);
    bench.clock.advance(0);
    QCOMPARE(bench.told(), QStringList{u"closeCall d7"_s});
    QCOMPARE(bench.seen(),
             QStringList({u"0 ! answered with a NULL handle: newCall l1 d7"_s, u"0 newCall l1 d8"_s,
                          u"0 callState d8 OFFERING"_s}));
    bench.says({idle, ringing});
    QCOMPARE(bench.seen(), QStringList({u"0 callState d7 IDLE"_s, u"0 newCall l1 d7"_s}));
}

void TestFaultInjector::aStormTakesTheLinesThatAreOpen()
{
    Bench bench;
    bench.sets(u"lineCloseStorm"_s);
    QCOMPARE(bench.seen(), QStringList()); // nothing is open
    for (const quint32 line : {3u, 1u, 2u, 4u, 5u})
        bench.opens(line);
    bench.injector->execute(Commands::CloseLine{{2}});
    bench.says(Report(Reports::LineClose{{4}, {}}));
    QCOMPARE(bench.seen(),
             QStringList({u"0 ! LINE_CLOSE for every open line (4)"_s, u"0 lineClose l1"_s, u"0 lineClose l3"_s,
                          u"0 lineClose l4"_s, u"0 lineClose l5"_s, u"0 lineClose l4"_s}));
    bench.opens(1);
    bench.says(connected);
    QCOMPARE(bench.seen(), QStringList{u"0 callState d7 CONNECTED"_s}); // once
    bench.opens(2);
    bench.sets(u"lineCloseStorm:line2"_s);
    QCOMPARE(bench.seen(), QStringList({u"0 ! LINE_CLOSE for every open line (1)"_s, u"0 lineClose l2"_s}));
}

void TestFaultInjector::aFaultMayBeAboutOneLine()
{
    Bench bench;
    bench.injector->execute(Commands::MakeCall{{3}, {2}, {1}, 0, {}});
    bench.says({ringing, newCall(8, 2), Reports::Completion{{3}, LineError::None, {9}}}); // before there were faults
    bench.seen();
    bench.sets(u"drop:line2,noCompletion:line2,noMemory:line1"_s);
    bench.says({connected, state(8, CallState::Connected), state(9, CallState::Connected)});
    for (const quint32 call : {7u, 8u, 9u})
        bench.injector->execute(drop(10 + call, call));
    bench.says(completion(18));
    QCOMPARE(bench.seen(),
             QStringList({u"0 callState d7 CONNECTED"_s, u"0 ! dropped: callState d8 CONNECTED"_s,
                          u"0 ! dropped: callState d9 CONNECTED"_s, u"0 ! answered with LINEERR_NOMEM: drop R17 d7"_s,
                          u"0 completion R17 LINEERR_NOMEM"_s, u"0 ! never sent: completion R18 0"_s}));
}

void TestFaultInjector::aFaultEndsAfterItsTimes()
{
    Bench bench(u"drop:x2"_s);
    bench.says({connected, connected, connected});
    QCOMPARE(bench.seen().count(u"0 callState d7 CONNECTED"_s), 1);
    bench.sets(u"drop:x2"_s);
    bench.says({connected, connected, connected});
    QCOMPARE(bench.seen().count(u"0 callState d7 CONNECTED"_s), 1);
}

void TestFaultInjector::chanceIsChance()
{
    Bench bench(u"drop:0.25"_s);
    bench.says(QList<Report>(10'000, connected));
    const qsizetype passed = bench.seen().count(u"0 callState d7 CONNECTED"_s);
    QVERIFY2(passed > 7'200 && passed < 7'800, qPrintable(QString::number(passed)));
}

void TestFaultInjector::theSameSeedGivesTheSameFaults()
{
    const auto play = [](quint64 seed) {
        Bench bench(u"delay:0.1:70ms,drop:0.1,duplicate:0.1,reorder:0.1,slowCompletion:0.2,noCompletion:0.2,"
                    "wrongState:0.2,lineCloseStorm:0.01:x0,stall:0.01:300ms,nullHandle:0.1,noMemory:0.2"_s,
                    seed);
        Random random(5);
        for (quint32 i = 1; i <= 2000; ++i) {
            bench.clock.advance(random.between(1_ms, 30_ms));
            bench.opens(1 + random.below(3));
            bench.injector->execute(drop(i, 1 + random.below(20)));
            if (random.percent(20))
                bench.says({newCall(1 + random.below(20), 1 + random.below(3)), offered});
            else if (random.percent(30))
                bench.says(completion(i));
            else
                bench.says({state(1 + random.below(20), CallState::Connected), idle});
        }
        bench.clock.advance(10_s);
        return bench.seen();
    };
    const QStringList first = play(1);
    QCOMPARE(play(1), first);
    QVERIFY(play(2) != first);
    for (const QString &words : {u"! delayed by 70ms"_s, u"! dropped"_s, u"! sent twice"_s, u"! sent after"_s,
                                 u"! delayed by 5s"_s, u"! never sent"_s, u"! changed to"_s, u"! LINE_CLOSE"_s,
                                 u"! nothing for"_s, u"! answered with a NULL"_s, u"! answered with LINEERR_NOMEM"_s})
        QVERIFY2(first.filter(words).size() > 1, qPrintable(words));
}

void TestFaultInjector::clearedFaultsLetGoWhatTheyHeld()
{
    Bench bench(u"stall:1m"_s);
    bench.says(connected);
    bench.seen();
    bench.sets({});
    QCOMPARE(bench.seen(), QStringList{u"0 callState d7 CONNECTED"_s});
    bench.sets(u"reorder"_s);
    bench.says(idle);
    bench.seen();
    bench.sets({});
    QCOMPARE(bench.seen(), QStringList{u"0 callState d7 IDLE"_s});
    bench.sets(u"delay:2s"_s);
    bench.says(idle);
    bench.seen();
    bench.sets({}); // what was late stays late
    bench.says(connected);
    bench.clock.advance(60_s);
    QCOMPARE(bench.seen(), QStringList({u"0 callState d7 CONNECTED"_s, u"2000 callState d7 IDLE"_s}));
}

void TestFaultInjector::nothingComesAfterTheEnd_data()
{
    QTest::addColumn<QString>("faults");
    for (const char *faults : {"delay:1s", "stall:1s", "reorder", "nullHandle", "slowCompletion"})
        QTest::newRow(faults) << QString::fromLatin1(faults);
}

void TestFaultInjector::nothingComesAfterTheEnd()
{
    QFETCH(QString, faults);
    for (const bool dies : {false, true}) {
        Bench bench(faults);
        bench.says({ringing, offered, completion(3)});
        bench.seen();
        if (dies)
            Q_EMIT bench.provider->died({});
        else
            bench.injector->stop();
        bench.seen();
        bench.told();
        bench.says(idle);
        Q_EMIT bench.provider->died({});
        bench.clock.advance(60_s);
        QCOMPARE(bench.seen(), QStringList());
        QCOMPARE(bench.told(), QStringList());
        bench.injector->start(); // nor with the next life
        bench.clock.advance(60_s);
        QCOMPARE(bench.seen(), QStringList());
    }
}

void TestFaultInjector::aDeathIsOne()
{
    Bench bench;
    bench.says(connected);
    bench.seen();
    bench.sets(u"delay:1s"_s);
    bench.says(connected);
    bench.sets(u"die"_s);
    bench.says(idle);
    QCOMPARE(bench.seen(),
             QStringList({u"0 ! delayed by 1s: callState d7 CONNECTED"_s, u"0 ! injected: the provider fails"_s}));
    bench.clock.advance(0);
    QCOMPARE(bench.seen(), QStringList{u"0 died: injected: the provider fails"_s});
    QCOMPARE(bench.told(), QStringList{u"stop"_s});
    bench.injector->start();
    bench.says(connected);
    QCOMPARE(bench.seen(), QStringList{u"0 callState d7 CONNECTED"_s}); // once
    bench.sets(u"die"_s);
    bench.injector->stop(); // is faster than death
    bench.seen();
    bench.clock.advance(1_s);
    QCOMPARE(bench.seen(), QStringList());
}

void TestFaultInjector::aDeathThatIsAskedForIsTold()
{
    Bench bench;
    bench.injector->stimulate(Stimuli::Die{u"by hand"_s});
    QCOMPARE(bench.seen(), QStringList({u"0 ! by hand"_s, u"0 died: told to"_s}));
}

void TestFaultInjector::whatIsHeldIsBounded_data()
{
    QTest::addColumn<QString>("faults");
    QTest::newRow("delay") << u"delay:1s"_s;
    QTest::newRow("stall") << u"stall:1s:x1"_s;
}

// What is too much passes unharmed, and nothing is lost.
void TestFaultInjector::whatIsHeldIsBounded()
{
    QFETCH(QString, faults);
    ManualClock clock;
    QObject receiver;
    Counter counter;
    FaultStream stream(&clock, &receiver, &counter, 1);
    stream.setFaults(faultsFromText(faults).value());
    stream.begin();
    const qsizetype most = FaultStream::MaxHeld + 100;
    stream.pass(QList<Report>(most, connected));
    QVERIFY(counter.states >= 100);
    clock.advance(1_s);
    QCOMPARE(counter.states, most);
}

QTEST_GUILESS_MAIN(TestFaultInjector)
#include "tst_faultinjector.moc"
