// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All states that small worlds can get into: the real engine, up to three applications, two lines, two or three calls.
// All that can happen at once would be too much to count, so there are several worlds: each row below says how much
// there is and what can happen in it. Within a row nothing is left out: every state is entered and everything that can
// happen there is tried, compared with the reference model; what must always be true is looked at in every state.
//
// LINESCOPE_SMALLWORLD=whole goes through the large worlds as well, which takes ten minutes in an optimised
// build.

#include "smallworld/walk.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Linescope;
using namespace Linescope::SmallWorld;

namespace {

using enum Linescope::CallState;
using enum Part;

bool isWhole() { return qgetenv("LINESCOPE_SMALLWORLD") == "whole"; }

struct Bounds {
    int applications;
    int lines;
    int calls;
    int requests;
};
Pass world(const char *name, Bounds bounds, Parts parts, const std::vector<CallState> &states)
{
    return {name, bounds.applications, bounds.lines, bounds.calls, bounds.requests, parts, states};
}

const Pass smallWorlds[] = {
    world("who owns a call", {3, 1, 1, 0}, Opens | Deallocates | SetsPrivilege | HandsOff | FindsCalls | Announces,
          {Offering, Connected, Idle}),
    world("two calls and who holds them", {2, 1, 2, 0}, Opens | Deallocates | SetsPrivilege | Announces,
          {Offering, Connected, Idle}),
    world("the order of handles", {3, 1, 1, 0}, Deallocates | SetsPrivilege | FindsCalls | Announces | OrdersHandles,
          {Offering, Connected, Idle}),
    world("lives of applications, lines and providers", {2, 2, 1, 0},
          Registers | Opens | Deallocates | Announces | ClosesLines | ChangesDevices | ChangesService | Dies,
          {Offering, Idle}),
    world("calls that are made", {2, 1, 2, 1}, Opens | Deallocates | MakesCalls | ClosesLines | ChangesService | Dies,
          {Connected, Idle}),
    world("calls that are made at the same time", {2, 1, 2, 2}, Opens | MakesCalls | ClosesLines, {Connected, Idle}),
    world("calls whose making fails", {2, 1, 1, 1}, Opens | Deallocates | MakesCalls | Acts | ClosesFailures,
          {Connected, Idle}),
    world("requests on a call", {2, 1, 1, 1}, Opens | Deallocates | SetsPrivilege | Acts | Announces,
          {Offering, Connected, OnHold, Idle}),
    world("calls that nobody owns", {2, 1, 1, 1}, Opens | Deallocates | SetsPrivilege | Announces | DropsUnowned,
          {Offering, Connected, Idle}),
    world("members of conferences", {1, 1, 3, 0}, Opens | Deallocates | FindsCalls | Confers | Announces,
          {Connected, Idle}),
    world("conferences that are set up", {1, 1, 3, 1}, Deallocates | MakesCalls | SetsUp, {Connected, OnHold, Idle}),
    world("transfers", {2, 1, 2, 1}, Opens | Deallocates | MakesCalls | Transfers, {Connected, OnHold, Idle}),
    world("reports that come too late", {2, 1, 2, 0}, Opens | Deallocates | Announces | ClosesLines | SpeaksTooLate,
          {Offering, Idle}),
    world("messages that wait", {2, 1, 1, 0}, Opens | Deallocates | Announces | ClosesLines | KeepsMessages,
          {Offering, Idle}),
};

const Pass largeWorlds[] = {
    world("three applications, two lines, two calls", {3, 2, 2, 0}, Opens | Deallocates | SetsPrivilege | Announces,
          {Offering, Idle}),
    world("the lives of all of them", {3, 2, 2, 0}, Registers | Opens | Deallocates | Announces | ChangesDevices | Dies,
          {Offering, Idle}),
    world("who owns which of two calls", {3, 1, 2, 0}, Opens | Deallocates | SetsPrivilege | HandsOff | Announces,
          {Offering, Connected, Idle}),
    world("who finds which of two calls", {3, 1, 2, 0}, Opens | Deallocates | FindsCalls | Announces,
          {Offering, Connected, Idle}),
    world("who owns a call on either line", {3, 2, 1, 0},
          Opens | Deallocates | SetsPrivilege | HandsOff | FindsCalls | Announces, {Offering, Connected, Idle}),
    world("requests of three", {3, 1, 1, 1},
          Opens | Deallocates | SetsPrivilege | HandsOff | FindsCalls | Acts | Announces,
          {Offering, Connected, OnHold, Idle}),
    world("calls that three make", {3, 1, 2, 1}, Opens | Deallocates | MakesCalls, {Connected, Idle}),
    world("conferences and transfers", {1, 1, 3, 1},
          Opens | Deallocates | MakesCalls | Confers | SetsUp | Transfers | Announces, {Connected, Idle}),
};

} // namespace

class TestSmallWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateKeepsTheRules_data();
    void everyStateKeepsTheRules();
    void cleanupTestCase();

private:
    size_t m_states = 0;
    quint64 m_steps = 0;
    int m_passes = 0;
    qint64 m_milliseconds = 0;
};

void TestSmallWorld::everyStateKeepsTheRules_data()
{
    QTest::addColumn<const Pass *>("pass");
    for (const Pass &pass : smallWorlds)
        QTest::newRow(pass.name) << &pass;
    if (!isWhole())
        return;
    for (const Pass &pass : largeWorlds)
        QTest::newRow(pass.name) << &pass;
}

void TestSmallWorld::everyStateKeepsTheRules()
{
    QFETCH(const Pass *, pass);
    QElapsedTimer timer;
    timer.start();
    Walk walk(*pass);
    const bool wasEverywhere = walk.goEverywhere();
    qInfo("%zu states, %zu transitions, %llu steps, %zu deep, %llu beginnings, %lld ms", walk.states(),
          walk.transitions(), qulonglong(walk.steps()), walk.depth(), qulonglong(walk.beginnings()),
          qint64(timer.elapsed()));
    if (!wasEverywhere)
        qWarning().noquote() << walk.failure();
    QVERIFY(wasEverywhere);
    m_states += walk.states();
    m_steps += walk.steps();
    m_milliseconds += timer.elapsed();
    ++m_passes;
}

void TestSmallWorld::cleanupTestCase()
{
    qInfo("%zu states, %llu steps, %d passes, %lld ms", m_states, qulonglong(m_steps), m_passes, m_milliseconds);
}

int main(int argc, char *argv[])
{
    if (isWhole())
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
    TestSmallWorld test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_smallworld.moc"
