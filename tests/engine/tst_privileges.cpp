// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Privileges and ownership: rulebook section 3.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestPrivileges : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aMonitorMayLookButNotTouch();
    void anOwnerMayDoEverything();
    void noneIsNeverThePrivilegeOfAHandle();
    void whatWasOpenedDecidesOnUnsolicitedCalls_data();
    void whatWasOpenedDecidesOnUnsolicitedCalls();
    void openingAsMonitorDoesNotLimitOwnCalls();
    void theMakerOfACallIsItsSoleOwner();
    void oneAppOwnsAnIncomingCall();
    void theAppThatOpenedFirstWins();
    void mediaModesDecideWhoIsACandidate_data();
    void mediaModesDecideWhoIsACandidate();
    void theFirstStateMayNameTheMediaModes();
    void mediaModesWithoutOwnerDoNotMatter();
    void initialOwnershipCannotBeRefused();
    void singleAddressLimitsInitialOwnershipOnly();
    void aCallThatNobodyCanOwnIsKeptOrDropped_data();
    void aCallThatNobodyCanOwnIsKeptOrDropped();
    void openingDoesNotShowTheCallsThatAreThere();
    void newCallsAreFoundAsMonitor();
    void anyHolderMayMakeItselfOwner();
    void theSoleOwnerOfALiveCallCannotStepBack();
    void aSecondOwnerOrAnIdleCallMayStepBack();
    void noneCannotBeAskedFor_data();
    void noneCannotBeAskedFor();
    void twoOwnersShareACall();
    void aSoleOwnerMayDeallocateFrom20On_data();
    void aSoleOwnerMayDeallocateFrom20On();
    void theVersionIsThatOfTheLine();
    void anUnownedCallCannotBeEndedByItsMonitors();
    void statusShowsTheAskersPrivilegeAndFeatures();
    void aCallWithoutMediaIsInteractiveVoice();
};

void TestPrivileges::aMonitorMayLookButNotTouch() // P-1, F-40
{
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().commands();
    QVERIFY(app("B").info(1));
    QVERIFY(app("B").status(1));
    QCOMPARE(errorOf(app("B").answers(1)), LineError::NotOwner);
    QCOMPARE(errorOf(app("B").accepts(1)), LineError::NotOwner);
    QCOMPARE(errorOf(app("B").drops(1)), LineError::NotOwner);
    provider().says(1, CallState::Connected);
    QCOMPARE(errorOf(app("B").holds(1)), LineError::NotOwner);
    provider().says(1, CallState::OnHold);
    QCOMPARE(errorOf(app("B").unholds(1)), LineError::NotOwner);
    QCOMPARE(errorOf(server().lineHandoff(app("B").id(), app("B").on(1), u"A.exe"_s, {})), LineError::NotOwner);
    QCOMPARE(provider().commands(), lines());
}

void TestPrivileges::anOwnerMayDoEverything() // P-1
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().commands();
    QVERIFY(app("A").accepts(1));
    provider().says(1, CallState::Accepted);
    QVERIFY(app("A").answers(1));
    provider().says(1, CallState::Connected);
    QVERIFY(app("A").holds(1));
    provider().says(1, CallState::OnHold);
    QVERIFY(app("A").unholds(1));
    QVERIFY(app("A").drops(1));
    const QStringList expected = lines("TSPI_lineAccept R1 C1 d501", "TSPI_lineAnswer R2 C1 d501",
                                       "TSPI_lineHold R3 C1 d501", "TSPI_lineUnhold R4 C1 d501",
                                       "TSPI_lineDrop R5 C1 d501");
    QCOMPARE(provider().commands(), expected);
}

void TestPrivileges::noneIsNeverThePrivilegeOfAHandle() // P-2
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("C").opens(1, Privilege::None));
    provider().offers(1);
    QVERIFY(app("C").asksForNewCalls());
    world().handles().forEach([](const Handle &handle) { QVERIFY(handle.privilege != Privilege::None); });
}

void TestPrivileges::whatWasOpenedDecidesOnUnsolicitedCalls_data()
{
    QTest::addColumn<Privileges>("privileges");
    QTest::addColumn<bool>("first"); // opened before the other app that takes ownership
    QTest::addColumn<QString>("given");
    const auto both = Privilege::Owner | Privilege::Monitor;
    QTest::newRow("P-4 NONE gets nothing") << Privileges(Privilege::None) << true << QString();
    QTest::newRow("P-5 MONITOR gets MONITOR") << Privileges(Privilege::Monitor) << true << u"MONITOR"_s;
    QTest::newRow("P-6 OWNER is chosen") << Privileges(Privilege::Owner) << true << u"OWNER"_s;
    QTest::newRow("P-6 OWNER is not chosen") << Privileges(Privilege::Owner) << false << QString();
    QTest::newRow("P-7 both, chosen") << Privileges(both) << true << u"OWNER"_s;
    QTest::newRow("P-7 both, not chosen") << Privileges(both) << false << u"MONITOR"_s;
}

void TestPrivileges::whatWasOpenedDecidesOnUnsolicitedCalls() // P-3..P-7
{
    QFETCH(const Privileges, privileges);
    QFETCH(const bool, first);
    QFETCH(const QString, given);
    if (first)
        QVERIFY(app("X").opens(1, privileges));
    QVERIFY(app("A").opens(1, Privilege::Owner));
    if (!first)
        QVERIFY(app("X").opens(1, privileges));
    forgetThePast();
    provider().offers(1);
    QCOMPARE(app("X").on(1).isNull() ? QString() : nameOf(app("X").privilegeOn(1)), given);
    QCOMPARE(messages("X").isEmpty(), given.isEmpty());
}

void TestPrivileges::openingAsMonitorDoesNotLimitOwnCalls() // P-3, P-4, L-5
{
    for (const char *name : {"A", "B"}) {
        QVERIFY(app(name).opens(1, name[0] == 'A' ? Privilege::None : Privilege::Monitor));
        QVERIFY(app(name).calls("5551"));
        provider().completesWithCall(name[0]);
        QCOMPARE(app(name).privilegeOn(name[0]), Privilege::Owner);
        QVERIFY(app(name).drops(name[0]));
    }
}

void TestPrivileges::theMakerOfACallIsItsSoleOwner() // P-9
{
    QVERIFY(app("B").opens(1, Privilege::Owner)); // would win an incoming call
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QVERIFY(app("B").on(1).isNull());
    QCOMPARE(call(1)->owners, 1u);
}

void TestPrivileges::oneAppOwnsAnIncomingCall() // P-10
{
    for (const char *name : {"A", "B", "C"})
        QVERIFY(app(name).opens(1, Privilege::Owner));
    for (const char *name : {"M", "N"})
        QVERIFY(app(name).opens(1, Privilege::Monitor));
    provider().offers(1);
    QCOMPARE(call(1)->owners, 1u);
    QCOMPARE(call(1)->monitors, 2u);
    QCOMPARE(app("M").privilegeOn(1), Privilege::Monitor);
    QCOMPARE(app("N").privilegeOn(1), Privilege::Monitor);
}

void TestPrivileges::theAppThatOpenedFirstWins() // P-11
{
    app("B"); // initialised first
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Owner));
    provider().offers(1);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QVERIFY(app("A").closes());
    QVERIFY(app("A").opens(1, Privilege::Owner)); // now it is the later one
    provider().offers(2);
    QCOMPARE(app("B").privilegeOn(2), Privilege::Owner);
}

void TestPrivileges::mediaModesDecideWhoIsACandidate_data()
{
    QTest::addColumn<MediaModes>("call");
    QTest::addColumn<QString>("owner");
    using enum MediaMode;
    QTest::newRow("P-10 voice") << MediaModes(InteractiveVoice) << u"Voice"_s;
    QTest::newRow("P-10 fax") << MediaModes(G3Fax) << u"Fax"_s;
    QTest::newRow("P-12 unknown") << (Unknown | InteractiveVoice) << u"Unknown"_s;
    QTest::newRow("P-12 none registered for it") << MediaModes(DigitalData) << QString();
}

void TestPrivileges::mediaModesDecideWhoIsACandidate() // P-8, P-10, P-12
{
    QFETCH(const MediaModes, call);
    QFETCH(const QString, owner);
    DeviceInfo everything;
    everything.mediaModes = MediaModes::fromInt(0xfffe);
    provider().addsDevice(3, everything);
    QVERIFY(app("Fax").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QVERIFY(app("Voice").opens(3, Privilege::Owner, MediaMode::InteractiveVoice));
    QVERIFY(app("Unknown").opens(3, Privilege::Owner, MediaMode::Unknown));
    CallInfo info = FakeProvider::voice();
    info.mediaMode = call.toInt();
    provider().offers(1, 3, info);
    for (const char *name : {"Fax", "Voice", "Unknown"})
        QCOMPARE(app(name).privilegeOn(1), owner == QLatin1StringView(name) ? Privilege::Owner : Privilege::None);
    if (owner == u"Unknown") { // P-12: no Unknown application any more
        QVERIFY(app("Unknown").closes());
        provider().offers(2, 3, info);
        QCOMPARE(app("Voice").privilegeOn(2), Privilege::Owner);
    }
}

void TestPrivileges::theFirstStateMayNameTheMediaModes() // P-10, V-38
{
    DeviceInfo everything;
    everything.mediaModes = MediaModes::fromInt(0xfffe);
    provider().addsDevice(3, everything);
    QVERIFY(app("Fax").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QVERIFY(app("Voice").opens(3, Privilege::Owner, MediaMode::InteractiveVoice));
    provider().reports(
        {Reports::NewCall{FakeProvider::line(3), FakeProvider::call(1), PackedCallInfo(FakeProvider::voice()), 0},
         Reports::CallState{FakeProvider::call(1), CallState::Offering, quint32(OfferingMode::Active),
                            MediaMode::G3Fax}});
    QCOMPARE(app("Fax").privilegeOn(1), Privilege::Owner); // whatever the record says
    QCOMPARE(app("Voice").privilegeOn(1), Privilege::None);
}

void TestPrivileges::mediaModesWithoutOwnerDoNotMatter() // P-8
{
    QVERIFY(app("M").opens(1, Privilege::Monitor, {}));
    QVERIFY(app("N").opens(1, Privilege::Monitor, MediaMode::G3Fax)); // not of the device: no error, no effect
    provider().offers(1);
    QCOMPARE(app("M").privilegeOn(1), Privilege::Monitor);
    QCOMPARE(app("N").privilegeOn(1), Privilege::Monitor);
    QVERIFY(!server().lineGetLineDevStatus(app("M").id(), app("M").line())->openMediaModes);
}

void TestPrivileges::initialOwnershipCannotBeRefused() // P-13, P-19
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QCOMPARE(errorOf(app("A").becomes(Privilege::Monitor, 1)), LineError::InvalCallState);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
}

void TestPrivileges::singleAddressLimitsInitialOwnershipOnly() // P-14
{
    DeviceInfo info;
    info.numAddresses = 3;
    provider().addsDevice(3, info);
    Requests::Open open;
    open.deviceId = 2;
    open.privileges = Privilege::Owner | Privilege::Monitor;
    open.mediaModes = MediaMode::InteractiveVoice;
    open.options = OpenOption::SingleAddress;
    open.addressId = 1;
    QVERIFY(app("A").opens(open));
    CallInfo call = FakeProvider::voice();
    call.addressId = 1;
    provider().offers(1, 3, call);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    call.addressId = 2;
    provider().offers(2, 3, call);
    QCOMPARE(app("A").privilegeOn(2), Privilege::Monitor); // monitoring is not restricted
    CallParams params;
    params.addressId = 0; // nor is outgoing use
    QVERIFY(server().lineMakeCall(app("A").id(), app("A").line(), u"5551"_s, params));
    open.addressId = 3;
    QCOMPARE(errorOf(app("B").opens(open)), LineError::InvalAddressId);
}

void TestPrivileges::aCallThatNobodyCanOwnIsKeptOrDropped_data()
{
    using Unowned = ServerOptions::Unowned;
    QTest::addColumn<Unowned>("option");
    QTest::addColumn<CallState>("state");
    QTest::addColumn<bool>("dropped");
    QTest::newRow("Drop leaves OFFERING to the monitors") << Unowned::Drop << CallState::Offering << false;
    QTest::newRow("Drop drops the rest") << Unowned::Drop << CallState::Connected << true;
    QTest::newRow("Keep is the default and drops nothing")
        << ServerOptions().unownedCalls << CallState::Connected << false;
}

void TestPrivileges::aCallThatNobodyCanOwnIsKeptOrDropped() // P-15, A-6
{
    QFETCH(const ServerOptions::Unowned, option);
    QFETCH(const CallState, state);
    QFETCH(const bool, dropped);
    ServerOptions options;
    options.unownedCalls = option;
    startServer(options);
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    provider().commands();
    provider().announces(1, state);
    QCOMPARE(provider().commands(), dropped ? lines("TSPI_lineDrop R1 C1 d501") : lines());
    QVERIFY(call(1)->isUnowned());
    if (dropped) { // the engine's own request has no reply
        provider().completes();
        provider().says(1, CallState::Idle);
        QCOMPARE(app("M").messages().filter(u"LINE_REPLY"_s), lines());
    }
}

void TestPrivileges::openingDoesNotShowTheCallsThatAreThere() // P-16, L-6
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("B").opens(1, Privilege::Owner | Privilege::Monitor));
    QCOMPARE(messages("B"), lines());
    QVERIFY(app("B").on(1).isNull());
}

void TestPrivileges::newCallsAreFoundAsMonitor() // P-17
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("B").opens(1, Privilege::Owner));
    QCOMPARE(app("B").asksForNewCalls()->size(), 1);
    QCOMPARE(app("B").privilegeOn(1), Privilege::Monitor);
    QCOMPARE(app("A").asksForNewCalls()->size(), 0);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner); // unchanged
    QVERIFY(app("B").opens(2, Privilege::Owner));
    QCOMPARE(app("B").asksForNewCalls()->size(), 0); // call 1 is of another device
}

void TestPrivileges::anyHolderMayMakeItselfOwner() // P-18, P-21
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    forgetThePast();
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QCOMPARE(app("B").privilegeOn(1), Privilege::Owner);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
    QCOMPARE(messages("B"), lines());
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 NUMOWNERINCR|NUMMONITORS"));
    QCOMPARE(provider().commands(), lines()); // privileges do not exist there (O-2)
}

void TestPrivileges::theSoleOwnerOfALiveCallCannotStepBack() // P-19
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    forgetThePast();
    for (const Named<CallState> &state : namesOf<CallState>()) {
        if (state.value == CallState::Idle)
            continue;
        provider().says(1, state.value);
        QCOMPARE(errorOf(app("A").becomes(Privilege::Monitor, 1)), LineError::InvalCallState);
        QCOMPARE(call(1)->owners, 1u);
    }
    QCOMPARE(messages("B").filter(u"LINE_CALLINFO"_s), lines());
}

void TestPrivileges::aSecondOwnerOrAnIdleCallMayStepBack() // P-19
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    forgetThePast();
    QVERIFY(app("A").becomes(Privilege::Monitor, 1));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 NUMOWNERDECR|NUMMONITORS"));
    QCOMPARE(errorOf(app("B").becomes(Privilege::Monitor, 1)), LineError::InvalCallState);
    provider().says(1, CallState::Idle);
    forgetThePast();
    QVERIFY(app("B").becomes(Privilege::Monitor, 1));
    QCOMPARE(messages("A"), lines()); // M-35
    QCOMPARE(call(1)->owners, 0u);
    QCOMPARE(call(1)->monitors, 2u);
}

void TestPrivileges::noneCannotBeAskedFor_data()
{
    QTest::addColumn<quint32>("privilege");
    QTest::newRow("P-20 NONE") << quint32(Privilege::None);
    QTest::newRow("nothing") << 0u;
    QTest::newRow("two at once") << quint32((Privilege::Owner | Privilege::Monitor).toInt());
    QTest::newRow("unknown") << 0x8u;
}

void TestPrivileges::noneCannotBeAskedFor() // P-20
{
    QFETCH(const quint32, privilege);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QCOMPARE(errorOf(app("A").becomes(Privilege(privilege), 1)), LineError::InvalCallPrivilege);
    QCOMPARE(app("A").privilegeOn(1), Privilege::Owner);
}

void TestPrivileges::twoOwnersShareACall() // P-21, F-66
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    forgetThePast();
    QVERIFY(app("A").answers(1));
    QVERIFY(app("B").drops(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineAnswer R1 C1 d501", "TSPI_lineDrop R2 C1 d501"));
}

void TestPrivileges::aSoleOwnerMayDeallocateFrom20On_data()
{
    QTest::addColumn<quint32>("version");
    QTest::addColumn<LineError>("alive");
    QTest::newRow("1.4") << quint32(ApiVersion::V1_4) << LineError::InvalCallState;
    QTest::newRow("2.0") << quint32(ApiVersion::V2_0) << LineError::None;
    QTest::newRow("2.1") << quint32(ApiVersion::V2_1) << LineError::None;
    QTest::newRow("2.2") << quint32(ApiVersion::V2_2) << LineError::None;
}

void TestPrivileges::aSoleOwnerMayDeallocateFrom20On() // P-30
{
    QFETCH(const quint32, version);
    QFETCH(const LineError, alive);
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion(version)));
    QVERIFY(app("B").opens(1, Privilege::Monitor, {}, ApiVersion(version)));
    provider().offers(1);
    provider().offers(2);
    QCOMPARE(errorOf(app("A").deallocates(1)), alive);
    provider().says(2, CallState::Idle);
    QCOMPARE(errorOf(app("A").deallocates(2)), LineError::None);
    QCOMPARE(errorOf(app("B").deallocates(1)), LineError::None); // monitors always may
}

void TestPrivileges::theVersionIsThatOfTheLine() // P-32
{
    QVERIFY(app("A", ApiVersion::V2_2).opens(1, Privilege::Owner, MediaMode::InteractiveVoice, ApiVersion::V1_4));
    provider().offers(1);
    QCOMPARE(errorOf(app("A").deallocates(1)), LineError::InvalCallState);
}

void TestPrivileges::anUnownedCallCannotBeEndedByItsMonitors() // P-31, X-21
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    QVERIFY(app("A").deallocates(1));
    QVERIFY(call(1)->isUnowned());
    provider().commands();
    QCOMPARE(errorOf(app("B").drops(1)), LineError::NotOwner);
    QCOMPARE(errorOf(app("C").drops(1)), LineError::NotOwner);
    QVERIFY(app("C").deallocates(1));
    QCOMPARE(provider().commands(), lines()); // a monitor remains
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QVERIFY(!call(1)->isUnowned());
    QVERIFY(app("B").drops(1));
}

void TestPrivileges::statusShowsTheAskersPrivilegeAndFeatures() // P-33, P-34, I-74, I-75
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    const CallStatus owner = *app("A").status(1);
    const CallStatus monitor = *app("B").status(1);
    QCOMPARE(owner.privilege, Privilege::Owner);
    QCOMPARE(monitor.privilege, Privilege::Monitor);
    QVERIFY(owner.features.testFlag(CallFeature::Answer));
    QVERIFY(owner.features.testFlag(CallFeature::Drop));
    QVERIFY(!owner.features.testFlag(CallFeature::Hold));                 // not in this state
    QCOMPARE(monitor.features, CallFeatures(CallFeature::MonitorDigits)); // it may listen, no more
    provider().says(1, CallState::Connected);
    QVERIFY(app("A").status(1)->features.testFlag(CallFeature::Hold));
    provider().says(1, CallState::Idle);
    QVERIFY(!app("A").status(1)->features);
}

void TestPrivileges::aCallWithoutMediaIsInteractiveVoice() // P-10
{
    provider().addsDevice(3, FakeProvider::deviceFor(MediaModes(MediaMode::G3Fax) | MediaMode::InteractiveVoice));
    QVERIFY(app("F").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QVERIFY(app("V").opens(3, Privilege::Owner, MediaMode::InteractiveVoice));
    CallInfo silent = FakeProvider::voice();
    silent.mediaMode = 0;
    provider().offers(1, 3, silent);
    QCOMPARE(app("V").privilegeOn(1), Privilege::Owner);
    QVERIFY(app("F").on(1).isNull());
}

QTEST_GUILESS_MAIN(TestPrivileges)

#include "tst_privileges.moc"
