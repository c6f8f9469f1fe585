// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines: rulebook section 5.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestLines : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void opensAreCountedByHandle();
    void closingVoidsTheLineAndItsHandlesAtOnce();
    void closingHitsThisOpenOnly();
    void otherHoldersHearOfTheCloser();
    void aSoleOwnersLiveCallIsDropped_data();
    void aSoleOwnersLiveCallIsDropped();
    void aCloserWithTheOnlyHandleDropsAndCloses();
    void aCloserAmongOthersIsNotHeardByTheProvider_data();
    void aCloserAmongOthersIsNotHeardByTheProvider();
    void theDropCanBeLeftOut();
    void afterTheDropMonitorsSeeIdle();
    void theLastCloseClosesCallsThenTheLine();
    void callsThatNobodyHoldsAreClosedWithTheLine();
    void theCloserGetsNoMessage();
    void repliesOfAClosedLineAreSuppressed();
    void closingNeedsNoCleaningUpBefore();
    void aForcedCloseGoesInOrder();
    void aForcedCloseTellsEveryOpenOnce();
    void aForcedCloseKeepsTheProvidersWords();
    void aForcedCloseCanBeReopened();
    void aForcedCloseOfALineThatNobodyOpenedIsNothing();
    void aRemovedDeviceIsClosedThenRemoved();
    void aRemovedDeviceIsNotUsedAgain();
    void outOfServiceIsNoLoss();
    void shutdownClosesEverything();
    void aCrashIsAShutdownOnBehalf();
    void aRestartedAppFindsItsCallsAgain();
    void aDeadProviderClosesItsLinesOnly();
    void theRequestsOfOtherProvidersGoOn();
    void aRestartedProviderKeepsItsDevices();
    void aRestartedProviderMayNameItsDevicesAnew();
    void everyDeviceHasANameOfItsOwn();
    void aCloseOfAnEarlierOpenClosesNothing();
    void aProviderThatIsTakenOutLeavesTheOthersAlone();
    void repliesOfItsOtherLinesAreKept();

private:
    void openByAll(); // A owner, B monitor, C without privileges, all on device 1
};

void TestLines::openByAll()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::None));
    forgetThePast();
}

void TestLines::opensAreCountedByHandle() // L-11
{
    openByAll();
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").opens(2));
    const Result<LineDevStatus> status = server().lineGetLineDevStatus(app("B").id(), app("B").line());
    QCOMPARE(status->numOpens, 4u);
    QStringList names = status->appNames;
    names.sort();
    QCOMPARE(names, lines("A", "A", "B", "C"));
    QVERIFY(app("A").closes());
    QVERIFY(app("C").closes());
    QCOMPARE(server().lineGetLineDevStatus(app("B").id(), app("B").line())->numOpens, 3u);
}

void TestLines::closingVoidsTheLineAndItsHandlesAtOnce() // L-15
{
    openByAll();
    provider().offers(1);
    provider().offers(2);
    QVERIFY(app("A").closes());
    QCOMPARE(errorOf(app("A").closes()), LineError::InvalLineHandle);
    QVERIFY(app("A").on(1).isNull());
    QVERIFY(app("A").on(2).isNull());
}

void TestLines::closingHitsThisOpenOnly() // L-16
{
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(server().lineClose(app("A").id(), app("A").line(1)));
    QVERIFY(!app("A").on(1).isNull());
    QCOMPARE(call(1)->monitors, 2u);
    QVERIFY(app("B").info(1));
}

void TestLines::otherHoldersHearOfTheCloser() // L-17, P-29
{
    openByAll();
    QVERIFY(app("D").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().offers(2);
    provider().says(2, CallState::Idle);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    forgetThePast();
    QVERIFY(app("A").closes()); // an owner among two of call 1, the owner of call 2, which is idle
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMOWNERDECR"));
    QCOMPARE(messages("D"), lines("LINE_CALLINFO H3 NUMOWNERDECR"));
    QVERIFY(app("B").closes());
    QCOMPARE(messages("D"), lines("LINE_CALLINFO H3 NUMOWNERDECR"));
}

void TestLines::aSoleOwnersLiveCallIsDropped_data()
{
    QTest::addColumn<CallState>("state");
    for (const Named<CallState> &state : namesOf<CallState>())
        QTest::addRow("L-18 %s", state.name) << state.value;
}

void TestLines::aSoleOwnersLiveCallIsDropped() // L-18, Q-5
{
    QFETCH(const CallState, state);
    openByAll();
    provider().offers(1);
    provider().says(1, state);
    provider().commands();
    QVERIFY(app("A").closes());
    const bool alive = state != CallState::Idle;
    const QStringList drop = alive ? lines("TSPI_lineDrop R1 C1 d501") : lines();
    QCOMPARE(provider().commands(), drop + lines("TSPI_lineSetDefaultMediaDetection l101"));
    QVERIFY(app("B").info(1));
}

void TestLines::aCloserWithTheOnlyHandleDropsAndCloses() // L-18
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(1);
    provider().commands();
    QVERIFY(app("A").closes());
    const QStringList expected = lines("TSPI_lineDrop R1 C1 d501", "TSPI_lineCloseCall C1 d501",
                                       "TSPI_lineSetDefaultMediaDetection l101");
    QCOMPARE(provider().commands(), expected);        // at once, without waiting
    provider().completes(LineError::OperationFailed); // V-8
    QCOMPARE(findings(), lines());
    QCOMPARE(messages("A"), lines());
}

void TestLines::aCloserAmongOthersIsNotHeardByTheProvider_data()
{
    QTest::addColumn<QString>("closer");
    QTest::newRow("L-19 a monitor") << u"B"_s;
    QTest::newRow("L-19 one of two owners") << u"A"_s;
    QTest::newRow("L-19 one without a handle") << u"C"_s;
}

void TestLines::aCloserAmongOthersIsNotHeardByTheProvider() // L-19
{
    QFETCH(const QString, closer);
    openByAll();
    QVERIFY(app("D").opens(1, Privilege::Owner | Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("D").becomes(Privilege::Owner, 1));
    provider().commands();
    const QByteArray name = closer.toLatin1();
    QVERIFY(app(name.constData()).closes());
    QCOMPARE(provider().commands(), lines());
}

void TestLines::theDropCanBeLeftOut()
{
    ServerOptions options;
    options.closeDropsSoleOwned = false;
    startServer(options);
    openByAll();
    provider().offers(1);
    provider().commands();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands("TSPI_lineDrop"), lines());
    QVERIFY(call(1)->isUnowned());
}

void TestLines::afterTheDropMonitorsSeeIdle() // L-20
{
    openByAll();
    provider().offers(1);
    QVERIFY(app("A").closes());
    provider().completes();
    forgetThePast();
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 IDLE"));
    QVERIFY(app("B").info(1));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestLines::theLastCloseClosesCallsThenTheLine() // L-21, L-18
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().offers(2);
    provider().says(2, CallState::Idle);
    provider().commands();
    QVERIFY(app("A").closes());
    const QStringList expected = lines("TSPI_lineDrop R1 C1 d501", "TSPI_lineCloseCall C1 d501",
                                       "TSPI_lineCloseCall C2 d502", "TSPI_lineClose l101");
    QCOMPARE(provider().commands(), expected);
    QCOMPARE(world().calls().size(), 0);
}

void TestLines::callsThatNobodyHoldsAreClosedWithTheLine() // L-21, A-6
{
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(1);
    provider().offers(2);
    QVERIFY(call(1) && call(1)->handleCount() == 0);
    provider().commands();
    provider().says(2, CallState::Idle); // kept until the provider idles it
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C2 d502"));
    QVERIFY(app("C").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501", "TSPI_lineClose l101"));
}

void TestLines::theCloserGetsNoMessage() // L-22, M-48
{
    openByAll();
    provider().offers(1);
    QVERIFY(app("A").closes()); // with messages in its queue
    QCOMPARE(messages("A"), lines());
    provider().says(1, CallState::Idle);
    QCOMPARE(messages("A"), lines());
}

void TestLines::repliesOfAClosedLineAreSuppressed() // L-23, H-53, A-5
{
    openByAll();
    QVERIFY(app("A").opens(2, Privilege::Owner));
    provider().offers(1);
    provider().offers(2, 2);
    QVERIFY(app("A").drops(2));   // R1, on the line that stays open
    QVERIFY(app("A").answers(1)); // R2, completed before the close
    provider().completes();
    QVERIFY(app("A").drops(1)); // R3, completed after it
    QVERIFY(server().lineClose(app("A").id(), app("A").line(1)));
    provider().completes(RequestId{3}, LineError::None, {});
    provider().completes(RequestId{1}, LineError::None, {});
    QCOMPARE(messages("A").filter(u"LINE_REPLY"_s), lines("LINE_REPLY R1 OK"));
    QCOMPARE(findings(), lines());
}

void TestLines::closingNeedsNoCleaningUpBefore() // L-25
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    for (int number = 1; number <= 20; ++number)
        provider().offers(number);
    for (int number = 1; number <= 10; ++number)
        provider().says(number, CallState::Idle);
    QVERIFY(app("A").closes());
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(world().totals().libraryBytes, 0u);
}

void TestLines::aForcedCloseGoesInOrder() // L-28, L-27, A-8
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().offers(2);
    forgetThePast();
    const quint64 before = world().seq();
    provider().closesLine(1);
    QCOMPARE(provider().commands(),
             lines("TSPI_lineCloseCall C1 d501", "TSPI_lineCloseCall C2 d502", "TSPI_lineClose l101"));
    QString order; // V voided, L line closed, M message, C command
    server().journal().forEach([&](const Event &event) {
        if (event.seq <= before)
            return;
        std::visit(Overload{
                       [&](const Events::HandleVoided &e) {
                           order += u'V';
                           QVERIFY(e.reason == VoidReason::LineClosedByProvider);
                       },
                       [&](const Events::LineClosed &) { order += u'L'; },
                       [&](const Events::Message &) { order += u'M'; },
                       [&](const Events::CommandSent &) { order += u'C'; },
                       [](const auto &) {},
                   },
                   event.payload);
    });
    QVERIFY(order.lastIndexOf(u'V') < order.indexOf(u'M')); // (1) before (2)
    QVERIFY(order.lastIndexOf(u'L') < order.indexOf(u'M'));
    QVERIFY(order.lastIndexOf(u'M') < order.indexOf(u'C')); // (2) before (3), (4)
    QCOMPARE(order.count(u'V'), 4);
}

void TestLines::aForcedCloseTellsEveryOpenOnce() // L-29, M-47
{
    openByAll();
    QVERIFY(app("B").opens(1, Privilege::Monitor)); // a second HLINE
    QVERIFY(app("D").opens(2));
    provider().offers(1);
    provider().closesLine(1); // with messages in the queues
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1"));
    QCOMPARE(messages("B"), lines("LINE_CLOSE L2", "LINE_CLOSE L4"));
    QCOMPARE(messages("C"), lines("LINE_CLOSE L3"));
    QCOMPARE(messages("D"), lines());
    QCOMPARE(errorOf(app("A").closes()), LineError::InvalLineHandle);
    QVERIFY(world().line(app("D").line()));
    provider().closesLine(1); // once only
    QCOMPARE(messages("A"), lines());
}

void TestLines::aForcedCloseKeepsTheProvidersWords() // L-26
{
    openByAll();
    provider().closesLine(1, u"no licence for line 7"_s);
    QCOMPARE(world().device({1})->closedText, u"no licence for line 7"_s);
    for (const LineMessage &message : app("A").rawMessages()) // no reason code is carried
        QVERIFY(message.param1 == 0 && message.param2 == 0 && message.param3 == 0);
}

void TestLines::aForcedCloseCanBeReopened() // L-29
{
    openByAll();
    provider().offers(1);
    provider().closesLine(1);
    provider().commands();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QCOMPARE(provider().commands("TSPI_lineOpen"), lines("TSPI_lineOpen l101"));
    provider().offers(1); // the provider may use its number again after TSPI_lineClose
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
}

void TestLines::aForcedCloseOfALineThatNobodyOpenedIsNothing()
{
    provider().closesLine(1);
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").opens(1));
}

void TestLines::aRemovedDeviceIsClosedThenRemoved() // L-30, M-43, X-12
{
    openByAll();
    app("D");                   // without any line
    app("E", ApiVersion::V1_4); // below 2.0: no LINE_REMOVE
    QVERIFY(app("E").opens(1, Privilege::Monitor, {}, ApiVersion::V1_4));
    provider().offers(1);
    forgetThePast();
    provider().removesDevice(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1", "LINE_REMOVE D1"));
    QCOMPARE(messages("B"), lines("LINE_CLOSE L2", "LINE_REMOVE D1"));
    QCOMPARE(messages("C"), lines("LINE_CLOSE L3", "LINE_REMOVE D1"));
    QCOMPARE(messages("D"), lines("LINE_REMOVE D1"));
    QCOMPARE(messages("E"), lines("LINE_CLOSE L4"));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501", "TSPI_lineClose l101"));
}

void TestLines::aRemovedDeviceIsNotUsedAgain() // L-30, L-34, F-68
{
    openByAll();
    provider().removesDevice(1);
    forgetThePast();
    QCOMPARE(errorOf(app("A").opens(1)), LineError::NoDevice);
    QCOMPARE(errorOf(server().lineNegotiateApiVersion(app("A").id(), 0, ApiVersion::V1_4, ApiVersion::V2_2)),
             LineError::NoDevice);
    QCOMPARE(provider().commands(), lines());
    provider().offers(1); // the provider must not use it either (V-64)
    QVERIFY(!call(1));
    QCOMPARE(findings().first(), u"V-64 violation P1"_s);
}

void TestLines::outOfServiceIsNoLoss() // L-32, X-13, V-67
{
    openByAll();
    provider().offers(1);
    forgetThePast();
    provider().reports(Reports::DeviceState{FakeProvider::line(1), false, false, u"unplugged"_s});
    QVERIFY(app("A").info(1));
    const LineDevStatus off = *server().lineGetLineDevStatus(app("A").id(), app("A").line());
    QVERIFY(!off.devStatusFlags.testFlag(DevStatusFlag::InService));
    QVERIFY(!off.devStatusFlags.testFlag(DevStatusFlag::Connected));
    QCOMPARE(errorOf(app("A").calls("5551")), LineError::InvalLineState);
    QCOMPARE(world().device({1})->info.stateText, u"unplugged"_s);
    provider().reports(Reports::DeviceState{FakeProvider::line(1), true, true, {}});
    QVERIFY(server().lineGetLineDevStatus(app("A").id(), app("A").line())->devStatusFlags
            == (DevStatusFlag::InService | DevStatusFlag::Connected));
    QVERIFY(app("A").calls("5551"));
    QCOMPARE(messages("A").filter(u"LINE_CLOSE"_s), lines());
}

void TestLines::shutdownClosesEverything() // L-40, O-1
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(2, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().offers(2, 2);
    QVERIFY(app("A").answers(1));
    forgetThePast();
    QVERIFY(app("A").shutsDown());
    QVERIFY(!world().app(app("A").id()));
    QCOMPARE(world().lines().size(), 1);
    provider().completes(RequestId{1}, LineError::None, {}); // without a reply
    const QStringList expected = lines("TSPI_lineDrop R2 C1 d501", "TSPI_lineSetDefaultMediaDetection l101",
                                       "TSPI_lineDrop R3 C2 d502", "TSPI_lineCloseCall C2 d502", "TSPI_lineClose l102");
    QCOMPARE(provider().commands(), expected);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMOWNERDECR"));
}

void TestLines::aCrashIsAShutdownOnBehalf() // L-42, L-43
{
    openByAll();
    provider().offers(1);
    const quint64 before = world().seq();
    QVERIFY(app("A").shutsDown(true));
    QStringList reasons;
    server().journal().forEach([&](const Event &event) {
        if (event.seq <= before)
            return;
        if (const auto *voided = std::get_if<Events::HandleVoided>(&event.payload))
            reasons.append(QString::fromLatin1(toString(voided->reason)));
        if (const auto *closed = std::get_if<Events::LineClosed>(&event.payload))
            reasons.append(QString::fromLatin1(toString(closed->reason)));
        if (const auto *shutdown = std::get_if<Events::AppShutdown>(&event.payload))
            reasons.append(QString::fromLatin1(toString(shutdown->reason)));
    });
    QCOMPARE(reasons, lines("appCrashed", "crashed", "crashed"));
}

void TestLines::aRestartedAppFindsItsCallsAgain() // L-44
{
    openByAll();
    provider().offers(1);
    provider().says(1, CallState::Connected);
    const HCall old = app("A").on(1);
    QVERIFY(app("A").shutsDown(true));
    provider().completes(LineError::OperationFailed); // the drop of L-18 did not succeed
    QVERIFY(app("A2").opens(1, Privilege::Owner));
    QCOMPARE(app("A2").asksForNewCalls()->size(), 1);
    QVERIFY(app("A2").on(1) != old);
    QCOMPARE(app("A2").privilegeOn(1), Privilege::Monitor);
    QVERIFY(app("A2").becomes(Privilege::Owner, 1));
    QVERIFY(app("A2").drops(1));
}

void TestLines::aDeadProviderClosesItsLinesOnly()
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1); // the same names of its own: D3
    openByAll();
    QVERIFY(app("A").opens(3, Privilege::Owner));
    other.offers(1);
    provider().offers(1);
    other.commands();
    forgetThePast();
    other.dies(u"killed"_s);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L4"));
    QCOMPARE(messages("B"), lines());
    QVERIFY(app("A").on(1) != HCall());  // call 1 of the first provider is untouched
    QCOMPARE(other.commands(), lines()); // nobody is there to listen
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(world().device({3})->closedText, u"killed"_s);
    QVERIFY(!world().device({3})->info.inService);
    QVERIFY(!world().provider(other.id())->up);
    QVERIFY(world().provider(provider().id())->up);
    QCOMPARE(errorOf(app("A").opens(3)), LineError::ResourceUnavail); // L-8
}

void TestLines::theRequestsOfOtherProvidersGoOn() // L-44
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    forgetThePast();
    QVERIFY(app("A").accepts(1));
    other.dies();
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1", "LINE_REPLY R1 OK"));
    QCOMPARE(findings(), lines());
}

void TestLines::aRestartedProviderKeepsItsDevices()
{
    openByAll();
    provider().dies();
    forgetThePast();
    server().setHealth(provider().id(), {true, {}});
    provider().addsDevice(2); // in another order than before
    provider().addsDevice(1);
    QCOMPARE(world().devices().size(), size_t(2));
    QVERIFY(world().device({1})->info.inService);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QCOMPARE(provider().commands("TSPI_lineOpen"), lines("TSPI_lineOpen l101"));
    provider().announces(7, CallState::Connected); // L-45
    QCOMPARE(app("A").privilegeOn(7), Privilege::Owner);
}

void TestLines::aRestartedProviderMayNameItsDevicesAnew()
{
    provider().dies();
    server().setHealth(provider().id(), {true, {}});
    const auto announce = [this](quint32 name, quint32 device) {
        const auto info = std::make_shared<const DeviceInfo>(world().device({device})->info);
        server().report(provider().id(), {Reports::DeviceAdded{{name}, info}});
    };
    announce(102, 1);
    announce(101, 2);
    server().report(provider().id(), {Reports::DeviceRemoved{{102}}, Reports::DeviceRemoved{{101}}});
    QVERIFY(world().device({1})->removed);
    QVERIFY(world().device({2})->removed);
    QCOMPARE(findings(), QStringList());
}

void TestLines::everyDeviceHasANameOfItsOwn() // V-65
{
    DeviceInfo info;
    info.name = u"another"_s;
    forgetThePast();
    server().report(provider().id(), {Reports::DeviceAdded{{101}, std::make_shared<const DeviceInfo>(info)}});
    QCOMPARE(findings(), lines("V-65 violation P1"));
    QCOMPARE(world().devices().size(), size_t(2));
    const auto second = std::make_shared<const DeviceInfo>(world().device({2})->info);
    server().report(provider().id(), {Reports::DeviceAdded{{101}, second}}); // under the name of the first
    QCOMPARE(findings(), lines("V-65 violation P1"));
    server().report(provider().id(), {Reports::DeviceRemoved{{101}}});
    QVERIFY(world().device({1})->removed);
    QVERIFY(!world().device({2})->removed);
}

void TestLines::aCloseOfAnEarlierOpenClosesNothing() // L-28, O-8
{
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1));
    forgetThePast();
    // Said when the provider had heard of the first open only.
    server().report(provider().id(), {Reports::LineClose{FakeProvider::line(1), u"late"_s}}, 1);
    QCOMPARE(messages("A"), lines());
    QVERIFY(world().line(app("A").line()));
    QCOMPARE(findings(), lines());
    provider().closesLine(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L2"));
}

void TestLines::aProviderThatIsTakenOutLeavesTheOthersAlone() // L-30, V-64
{
    FakeProvider other(&server(), u"Other"_s);
    other.addsDevice(1);
    other.addsDevice(2);
    other.removesDevice(2);
    QVERIFY(app("A").opens(1));
    forgetThePast();
    server().removeProvider(other.id());
    QCOMPARE(messages("A"), lines("LINE_REMOVE D3")); // D4 has gone before
    QVERIFY(world().line(app("A").line()));
    QVERIFY(!world().device({1})->removed);
    QCOMPARE(findings(), lines());
    other.closesLine(1); // it has no lines any more
    QCOMPARE(findings(), lines("V-64 violation P2"));
}

void TestLines::repliesOfItsOtherLinesAreKept() // L-16, L-23
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(2, Privilege::Owner));
    provider().offers(1, 1);
    provider().offers(2, 2);
    forgetThePast();
    QVERIFY(app("A").answers(1));
    provider().completes(); // its reply is not fetched yet
    QVERIFY(app("A").drops(1));
    const RequestId onTheOther = provider().lastRequest();
    QVERIFY(app("A").answers(2));
    const RequestId onTheClosed = provider().lastRequest();
    QVERIFY(app("A").closes()); // L2
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    provider().completes(onTheClosed, LineError::None, {});
    QCOMPARE(messages("A"), lines());
    provider().completes(onTheOther, LineError::None, {});
    QCOMPARE(messages("A"), lines("LINE_REPLY R2 OK"));
    QCOMPARE(findings(), lines());
}

QTEST_GUILESS_MAIN(TestLines)

#include "tst_lines.moc"
