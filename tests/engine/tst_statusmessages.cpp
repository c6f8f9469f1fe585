// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// lineSetStatusMessages, LINE_LINEDEVSTATE, LINE_ADDRESSSTATE: M-1, M-8, M-31, L-7, L-22, V-46, V-56, V-63,
// READINGS.md "Lines".

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr LineDevStates everyLineState = LineDevStates::fromInt(0x1ffffff);
constexpr AddressStates everyAddressState = AddressStates::fromInt(0x1ff);

} // namespace

class TestStatusMessages : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void nobodyHearsAnythingAtFirst();
    void undefinedBitsAreRefused_data();
    void undefinedBitsAreRefused();
    void onlyItsOwnLineHasAMask();
    void theProviderHearsOfTheUnion();
    void theUnionIsForgottenWithTheLine();
    void openingAndClosingAreToldToOthers();
    void anAppDoesNotHearOfItself();
    void aForcedCloseTellsNobody();
    void aChangeOfServiceIsTold_data();
    void aChangeOfServiceIsTold();
    void aRestartedProviderTellsOfItsService();
    void onlyTheWantedBitsArrive();
    void ringingPassesThrough();
    void whoOpensIsNotForProvidersToSay();
    void reinitGoesToAll();
    void aChangeOfCountsIsTold_data();
    void aChangeOfCountsIsTold();
    void aNewCallCountsFromItsFirstState();
    void aCallThatWasMadeCountsFromItsCompletion();
    void twoNewCallsAreToldOnce();
    void aCallThatIsReleasedCountsNoMore();
    void aClosingLineHearsNothingOfItsCalls();
    void theCountsComeAfterTheState();
    void countsAreAskedForPerAddress();
    void messagesGoInTheOrderOfOpening();
    void newsOfALineThatIsNotThereIsAFinding();

private:
    void openByAll(); // A owner, B monitor, both on device 1; B wants to hear everything
};

void TestStatusMessages::openByAll()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("B").wantsToHear(everyLineState, everyAddressState));
    forgetThePast();
}

// ---- masks ----

void TestStatusMessages::nobodyHearsAnythingAtFirst() // M-1, M-8
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().announces(1, CallState::Connected);
    forgetThePast();
    provider().reports(
        {Reports::LineDevState{FakeProvider::line(1), everyLineState & ~LineDevStates(LineDevState::Reinit), 1, 0},
         Reports::AddressState{FakeProvider::line(1), 0, everyAddressState},
         Reports::DeviceState{FakeProvider::line(1), false, false, {}}, FakeProvider::stateOf(1, CallState::OnHold)});
    QVERIFY(app("C").opens(1));
    QVERIFY(app("C").closes());
    QCOMPARE(messages("A"), lines("LINE_CALLSTATE H1 ONHOLD"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 ONHOLD"));
    QCOMPARE(provider().commands(), lines());
}

void TestStatusMessages::undefinedBitsAreRefused_data()
{
    QTest::addColumn<quint32>("lineStates");
    QTest::addColumn<quint32>("addressStates");
    QTest::addColumn<LineError>("error");
    QTest::newRow("all there are") << 0x1ffffffu << 0x1ffu << LineError::None;
    QTest::newRow("none") << 0u << 0u << LineError::None;
    QTest::newRow("line") << 0x2000000u << 0u << LineError::InvalLineState;
    QTest::newRow("line among others") << 0x80000002u << 0u << LineError::InvalLineState;
    QTest::newRow("address") << 0u << 0x200u << LineError::InvalAddressState;
    QTest::newRow("line first") << 0x2000000u << 0x200u << LineError::InvalLineState;
}

void TestStatusMessages::undefinedBitsAreRefused() // M-24, M-25, E-1
{
    QFETCH(const quint32, lineStates);
    QFETCH(const quint32, addressStates);
    QFETCH(const LineError, error);
    QVERIFY(app("A").opens(1));
    provider().commands();
    QCOMPARE(errorOf(app("A").wantsToHear(LineDevStates::fromInt(lineStates), AddressStates::fromInt(addressStates))),
             error);
    QCOMPARE(provider().commands().isEmpty(), error != LineError::None || lineStates + addressStates == 0);
}

void TestStatusMessages::onlyItsOwnLineHasAMask() // H-43
{
    openByAll();
    QCOMPARE(errorOf(server().lineSetStatusMessages(app("A").id(), app("B").line(), {}, {})),
             LineError::InvalLineHandle);
    QVERIFY(app("A").closes());
    QCOMPARE(errorOf(app("A").wantsToHear({})), LineError::InvalLineHandle);
}

void TestStatusMessages::theProviderHearsOfTheUnion() // V-63
{
    QVERIFY(app("A").opens(1));
    QVERIFY(app("B").opens(1));
    QVERIFY(app("C").opens(2));
    provider().commands();
    const auto after = [this](const char *name, LineDevStates lineStates, AddressStates addressStates = {}) {
        const bool done = app(name).wantsToHear(lineStates, addressStates).has_value();
        return done ? provider().commands().join(u", "_s) : u"refused"_s;
    };
    using enum LineDevState;
    QCOMPARE(after("A", Ringing), u"TSPI_lineSetStatusMessages l101 RINGING"_s);
    QCOMPARE(after("A", Ringing), u""_s);
    QCOMPARE(after("B", Ringing), u""_s);
    QCOMPARE(after("B", MsgWaitOn, Linescope::AddressState::Forward),
             u"TSPI_lineSetStatusMessages l101 RINGING|MSGWAITON FORWARD"_s);
    QCOMPARE(after("A", Open | Close | Reinit), u"TSPI_lineSetStatusMessages l101 MSGWAITON FORWARD"_s);
    QCOMPARE(after("A", {}), u""_s); // these the engine knows itself
    QCOMPARE(after("B", MsgWaitOn), u"TSPI_lineSetStatusMessages l101 MSGWAITON"_s);
    QCOMPARE(after("C", MsgWaitOn), u"TSPI_lineSetStatusMessages l102 MSGWAITON"_s); // another line
    QCOMPARE(after("B", {}), u"TSPI_lineSetStatusMessages l101"_s);
}

void TestStatusMessages::theUnionIsForgottenWithTheLine() // V-63, L-21
{
    openByAll();
    QVERIFY(app("A").wantsToHear(LineDevState::Ringing));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("B").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineSetStatusMessages l101 RINGING"));
    QVERIFY(app("A").closes()); // not told: the line goes with it
    QCOMPARE(provider().commands(), lines("TSPI_lineClose l101"));
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").wantsToHear(LineDevState::Ringing));
    QCOMPARE(provider().commands("TSPI_lineSetStatus"), lines("TSPI_lineSetStatusMessages l101 RINGING"));
}

// ---- opening and closing ----

void TestStatusMessages::openingAndClosingAreToldToOthers() // L-7, L-22
{
    openByAll();
    QVERIFY(app("C").opens(1));
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 OPEN"));
    QVERIFY(app("C").closes());
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 CLOSE"));
    QVERIFY(app("C").opens(2)); // another device
    QCOMPARE(messages("B"), lines());
    QVERIFY(app("C").opens(1));
    QVERIFY(app("C").shutsDown());
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 OPEN", "LINE_LINEDEVSTATE L2 CLOSE"));
    QCOMPARE(messages("A"), lines()); // which did not ask
    QCOMPARE(messages("C"), lines());
}

void TestStatusMessages::anAppDoesNotHearOfItself() // L-7, L-22
{
    openByAll();
    QVERIFY(app("B").opens(1));
    QVERIFY(app("B").closes());
    QCOMPARE(messages("B"), lines());
}

void TestStatusMessages::aForcedCloseTellsNobody() // L-22, L-29
{
    openByAll();
    provider().closesLine(1);
    QCOMPARE(messages("B"), lines("LINE_CLOSE L2"));
}

// ---- what the provider says ----

void TestStatusMessages::aChangeOfServiceIsTold_data()
{
    QTest::addColumn<bool>("inService");
    QTest::addColumn<bool>("connected");
    QTest::addColumn<QStringList>("away");
    QTest::addColumn<QStringList>("back");
    QTest::newRow("service") << false << true << lines("LINE_LINEDEVSTATE L2 OUTOFSERVICE")
                             << lines("LINE_LINEDEVSTATE L2 INSERVICE");
    QTest::newRow("connection") << true << false << lines("LINE_LINEDEVSTATE L2 DISCONNECTED")
                                << lines("LINE_LINEDEVSTATE L2 CONNECTED");
    QTest::newRow("both") << false << false << lines("LINE_LINEDEVSTATE L2 DISCONNECTED|OUTOFSERVICE")
                          << lines("LINE_LINEDEVSTATE L2 CONNECTED|INSERVICE");
    QTest::newRow("words only") << true << true << lines() << lines();
}

void TestStatusMessages::aChangeOfServiceIsTold() // M-8, L-32, X-13
{
    QFETCH(const bool, inService);
    QFETCH(const bool, connected);
    openByAll();
    provider().reports(Reports::DeviceState{FakeProvider::line(1), inService, connected, u"unplugged"_s});
    QTEST(messages("B"), "away");
    provider().reports(Reports::DeviceState{FakeProvider::line(1), inService, connected, u"unplugged"_s});
    QCOMPARE(messages("B"), lines()); // nothing new
    provider().reports(Reports::DeviceState{FakeProvider::line(1), true, true, {}});
    QTEST(messages("B"), "back");
    QCOMPARE(messages("A"), lines());
}

void TestStatusMessages::aRestartedProviderTellsOfItsService() // M-8, L-45
{
    openByAll();
    DeviceInfo info = world().device({1})->info;
    info.inService = false;
    provider().addsDevice(1, info);
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 OUTOFSERVICE"));
}

void TestStatusMessages::onlyTheWantedBitsArrive() // M-1, M-8
{
    QVERIFY(app("A").opens(1));
    QVERIFY(app("B").opens(1));
    QVERIFY(app("A").wantsToHear(LineDevState::MsgWaitOn, Linescope::AddressState::Forward));
    QVERIFY(app("B").wantsToHear(LineDevState::Battery | LineDevState::Signal));
    forgetThePast();
    provider().reports(
        Reports::LineDevState{FakeProvider::line(1), LineDevState::MsgWaitOn | LineDevState::Signal, 0, 0});
    provider().reports(Reports::AddressState{FakeProvider::line(1), 0,
                                             Linescope::AddressState::Forward | Linescope::AddressState::InUseOne});
    QCOMPARE(messages("A"), lines("LINE_LINEDEVSTATE L1 MSGWAITON", "LINE_ADDRESSSTATE L1 FORWARD"));
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 SIGNAL"));
    QVERIFY(app("A").wantsToHear({})); // replaces both
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::MsgWaitOn, 0, 0});
    provider().reports(Reports::AddressState{FakeProvider::line(1), 0, Linescope::AddressState::Forward});
    QCOMPARE(messages("A"), lines());
}

void TestStatusMessages::ringingPassesThrough() // M-31, M-20, V-41
{
    Requests::Open open;
    open.callbackInstance = 77;
    QVERIFY(app("A").opens(open));
    QVERIFY(app("A").wantsToHear(LineDevState::Ringing, everyAddressState));
    forgetThePast();
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::Ringing, 3, 12});
    provider().reports(Reports::AddressState{FakeProvider::line(1), 4, Linescope::AddressState::InUseZero});
    const quint32 line = app("A").line().handle();
    const QList<LineMessage> heard = app("A").rawMessages();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0) == (LineMessage{MessageId::LineDevState, line, 77, quint32(LineDevState::Ringing), 3, 12}));
    QVERIFY(heard.at(1)
            == (LineMessage{MessageId::AddressState, line, 77, 4, quint32(Linescope::AddressState::InUseZero), 0}));
}

void TestStatusMessages::whoOpensIsNotForProvidersToSay() // V-46, I-82
{
    openByAll();
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::Open | LineDevState::Ringing, 1, 0});
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::Close, 0, 0});
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 RINGING"));
    QCOMPARE(findings(), lines("V-46 violation D1", "V-46 violation D1"));
    // The engine counts calls itself.
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::NumCalls, 0, 0});
    provider().reports(Reports::AddressState{FakeProvider::line(1), 0, Linescope::AddressState::NumCalls});
    QCOMPARE(messages("B"), lines());
    QCOMPARE(findings(), lines());
    provider().reports(Reports::LineDevState{FakeProvider::line(9), LineDevState::Ringing, 1, 0});
    provider().reports(Reports::AddressState{FakeProvider::line(9), 0, Linescope::AddressState::Forward});
    QCOMPARE(findings(), lines("V-64 violation P1", "V-64 violation P1"));
}

void TestStatusMessages::reinitGoesToAll() // M-8, M-20, M-31
{
    openByAll();
    app("C", ApiVersion::V1_4);
    provider().reports(
        Reports::LineDevState{FakeProvider::line(1), LineDevState::Reinit | LineDevState::Battery, 19, 5});
    const LineMessage reinit{MessageId::LineDevState, 0, 0, quint32(LineDevState::Reinit), 19, 5};
    QCOMPARE(app("A").rawMessages(), QList<LineMessage>{reinit});
    QCOMPARE(app("C").rawMessages(), QList<LineMessage>{reinit});
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE REINIT", "LINE_LINEDEVSTATE L2 BATTERY"));
}

// ---- NUMCALLS ----

void TestStatusMessages::aChangeOfCountsIsTold_data()
{
    using enum CallState;
    const QHash<CallState, int> special{{Idle, 0}, {OnHold, 2}, {OnHoldPendConf, 3}, {OnHoldPendTransfer, 3}};
    QTest::addColumn<CallState>("from");
    QTest::addColumn<CallState>("to");
    QTest::addColumn<bool>("told");
    for (const Named<CallState> &from : namesOf<CallState>()) {
        for (const Named<CallState> &to : namesOf<CallState>()) {
            if (from.value != Idle)
                QTest::addRow("%s, %s", from.name, to.name)
                    << from.value << to.value << (special.value(from.value, 1) != special.value(to.value, 1));
        }
    }
}

void TestStatusMessages::aChangeOfCountsIsTold() // I-82, V-56, M-25
{
    QFETCH(const CallState, from);
    QFETCH(const CallState, to);
    QFETCH(const bool, told);
    openByAll();
    provider().announces(1, from);
    forgetThePast();
    provider().says(1, to);
    const QStringList heard = messages("B").sliced(1); // behind LINE_CALLSTATE
    QCOMPARE(heard, told ? lines("LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_ADDRESSSTATE L2 NUMCALLS") : lines());
}

void TestStatusMessages::aNewCallCountsFromItsFirstState() // I-82, V-19
{
    openByAll();
    const auto active = [this] {
        const quint32 onLine = server().lineGetLineDevStatus(app("B").id(), app("B").line())->numActiveCalls;
        const quint32 onAddress = server().lineGetAddressStatus(app("B").id(), app("B").line(), 0)->numActiveCalls;
        return onLine == onAddress ? int(onLine) : -1;
    };
    provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 0});
    QCOMPARE(messages("B"), lines());
    QCOMPARE(active(), 0);
    provider().says(1, CallState::Offering);
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 OFFERING MONITOR",
                   "LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_ADDRESSSTATE L2 NUMCALLS"));
    QCOMPARE(active(), 1);
    provider().announces(2, CallState::Idle); // never lived
    QCOMPARE(messages("B"), lines());
    QCOMPARE(active(), 1);
}

void TestStatusMessages::aCallThatWasMadeCountsFromItsCompletion() // I-82, M-33, V-23
{
    openByAll();
    QVERIFY(app("A").calls("5550100"));
    QCOMPARE(messages("B"), lines());
    provider().completesWithCall(1);
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H2 MONITOR", "LINE_CALLSTATE H2 UNKNOWN MONITOR",
                   "LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_ADDRESSSTATE L2 NUMCALLS"));
    provider().says(1, CallState::Dialing); // active as before
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 DIALING"));
    QVERIFY(app("A").calls("5550100"));
    provider().completes(LineError::CallUnavail);
    QCOMPARE(messages("B"), lines());
}

void TestStatusMessages::twoNewCallsAreToldOnce() // I-82
{
    openByAll();
    QVERIFY(app("A").beginsConference());
    provider().completesWithCalls(1, 2);
    QCOMPARE(messages("B"),
             lines("LINE_APPNEWCALL L2 H3 MONITOR", "LINE_CALLSTATE H3 UNKNOWN MONITOR",
                   "LINE_APPNEWCALL L2 H4 MONITOR", "LINE_CALLSTATE H4 UNKNOWN MONITOR",
                   "LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_ADDRESSSTATE L2 NUMCALLS"));
}

void TestStatusMessages::aCallThatIsReleasedCountsNoMore() // I-82, H-25
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::None));
    QVERIFY(app("B").wantsToHear(LineDevState::NumCalls, Linescope::AddressState::NumCalls));
    provider().announces(1, CallState::Connected);
    provider().announces(2, CallState::Connected);
    provider().says(2, CallState::Idle);
    forgetThePast();
    QVERIFY(app("A").deallocates(2));
    QCOMPARE(messages("B"), lines());
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(messages("B"), lines("LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_ADDRESSSTATE L2 NUMCALLS"));
    QCOMPARE(server().lineGetLineDevStatus(app("B").id(), app("B").line())->numActiveCalls, 0u);
}

void TestStatusMessages::aClosingLineHearsNothingOfItsCalls() // I-82, M-48
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").wantsToHear(LineDevState::NumCalls));
    QVERIFY(app("B").opens(1, Privilege::None));
    QVERIFY(app("B").wantsToHear(LineDevState::NumCalls | LineDevState::Close));
    provider().announces(1, CallState::Connected);
    provider().announces(2, CallState::Connected);
    forgetThePast();
    quint64 toldToA = 0;
    const auto connection = QObject::connect(&server(), &TelephonyServer::messagePosted, &server(),
                                             [&](HLineApp app) { toldToA += app == this->app("A").id() ? 1 : 0; });
    QVERIFY(app("A").closes());
    QObject::disconnect(connection);
    QCOMPARE(toldToA, 0u);
    QCOMPARE(messages("B"),
             lines("LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_LINEDEVSTATE L2 NUMCALLS", "LINE_LINEDEVSTATE L2 CLOSE"));
}

void TestStatusMessages::theCountsComeAfterTheState() // I-82, M-45
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").wantsToHear(LineDevState::NumCalls));
    provider().announces(1, CallState::Connected);
    forgetThePast();
    provider().reports({FakeProvider::stateOf(1, CallState::OnHold), FakeProvider::stateOf(1, CallState::Connected)});
    QCOMPARE(messages("A"),
             lines("LINE_CALLSTATE H1 ONHOLD", "LINE_LINEDEVSTATE L1 NUMCALLS", "LINE_CALLSTATE H1 CONNECTED",
                   "LINE_LINEDEVSTATE L1 NUMCALLS"));
}

void TestStatusMessages::countsAreAskedForPerAddress() // M-1, I-82
{
    DeviceInfo two = world().device({1})->info;
    two.name = u"two"_s;
    two.numAddresses = 2;
    provider().addsDevice(3, two);
    QVERIFY(app("A").opens(3, Privilege::None));
    QVERIFY(app("A").wantsToHear({}, Linescope::AddressState::NumCalls)); // not of the line
    forgetThePast();
    CallInfo info = FakeProvider::voice();
    info.addressId = 1;
    provider().announces(1, CallState::Connected, 0, 3, info);
    const QList<LineMessage> heard = app("A").rawMessages();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first()
            == (LineMessage{MessageId::AddressState, app("A").line().handle(), 0, 1,
                            quint32(Linescope::AddressState::NumCalls), 0}));
}

void TestStatusMessages::messagesGoInTheOrderOfOpening() // M-8
{
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").wantsToHear(LineDevState::Ringing));
    QVERIFY(app("A").opens(1));
    QVERIFY(app("A").wantsToHear(LineDevState::Ringing));
    forgetThePast();
    provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::Ringing, 1, 0});
    QCOMPARE(messages("A"), lines("LINE_LINEDEVSTATE L1 RINGING", "LINE_LINEDEVSTATE L2 RINGING"));
}

void TestStatusMessages::newsOfALineThatIsNotThereIsAFinding() // V-64
{
    QVERIFY(app("A").opens(1));
    QVERIFY(
        app("A").wantsToHear(LineDevState::MsgWaitOn | LineDevState::OutOfService, Linescope::AddressState::Forward));
    forgetThePast();
    const QStringList before = world().dump();
    const DriverLine nowhere = FakeProvider::line(9);
    for (const Report &report :
         QList<Report>{Reports::LineDevState{nowhere, LineDevState::MsgWaitOn | LineDevState::Reinit, 0, 0},
                       Reports::AddressState{nowhere, 0, Linescope::AddressState::Forward},
                       Reports::DeviceState{nowhere, false, false, {}}, Reports::DeviceRemoved{nowhere},
                       Reports::LineClose{nowhere, {}}, Reports::NewCall{nowhere, FakeProvider::call(1), {}, 0}}) {
        provider().reports(report);
        QCOMPARE(findings(), lines("V-64 violation P1"));
    }
    QCOMPARE(messages("A"), lines());
    QCOMPARE(world().dump(), before);
}

QTEST_GUILESS_MAIN(TestStatusMessages)

#include "tst_statusmessages.moc"
