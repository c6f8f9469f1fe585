// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What all functions that create calls have in common, one row for each of them: what is pending, what comes with
// success, what is left of a failure, what happens when the line goes in between.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestCreation : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void theReplyComesBeforeEverythingElse_data() { listCreators(); }
    void theReplyComesBeforeEverythingElse();
    void below20MonitorsLearnOfTheCallByItsState_data() { listCreators(); }
    void below20MonitorsLearnOfTheCallByItsState();
    void aPendingHandleIsNoHandle_data() { listCreators(); }
    void aPendingHandleIsNoHandle();
    void aFailureLeavesNothing_data();
    void aFailureLeavesNothing();
    void closingTheLineGivesTheCallsUp_data() { aFailureLeavesNothing_data(); }
    void closingTheLineGivesTheCallsUp();
    void anotherOpenKeepsTheLineButNotTheCalls_data() { listCreators(); }
    void anotherOpenKeepsTheLineButNotTheCalls();
    void aForcedCloseGivesTheCallsUp_data() { listCreators(); }
    void aForcedCloseGivesTheCallsUp();
    void aCrashGivesTheCallsUp_data() { listCreators(); }
    void aCrashGivesTheCallsUp();
    void everyNewCallHasANameOfItsOwn_data();
    void everyNewCallHasANameOfItsOwn();
    void theNameOfAClosedCallMayComeAgain();
    void aDeathOfTheProviderLeavesNothingPending_data() { listCreators(); }
    void aDeathOfTheProviderLeavesNothingPending();
    void deallocatingTheCallItCameFromDoesNotMatter_data();
    void deallocatingTheCallItCameFromDoesNotMatter();
    void severalAreGivenUpInTheOrderOfTheirRequests();
    void theRecordSaysWhereTheCallComesFrom_data();
    void theRecordSaysWhereTheCallComesFrom();
    void theRecordKeepsTheCallParameters();

public: // for the table of creators
    using ServerFixture::app;
    using ServerFixture::provider;
    using ServerFixture::server;

private:
    static constexpr RequestId request{1}; // the first that is made

    static void listCreators();
    // A opens as owner and B as monitor, the calls are as the function wants them, the past is forgotten.
    void prepare(int creator, ApiVersion version = ApiVersion::V2_2);
    void completeWithNames(int creator);
};

namespace {

struct Asked {
    LineError error = LineError::None;
    RequestId request;
    QList<HCall> handles;
};

Asked asked(const Result<PendingCall> &result)
{
    return result ? Asked{LineError::None, result->request, {result->call}} : Asked{result.error(), {}, {}};
}

Asked asked(const Result<PendingConference> &result)
{
    return result ? Asked{LineError::None, result->request, {result->conference, result->consultCall}}
                  : Asked{result.error(), {}, {}};
}

using T = TestCreation;

struct Creator {
    const char *name;
    int creates;
    int before; // calls that are there: C1 ...
    void (*prepare)(T &);
    Asked (*ask)(T &);
    const char *command; // as text, with the first request
};

CallInfo conferenceRecord()
{
    CallInfo info = FakeProvider::voice();
    info.origin = quint32(CallOrigin::Conference);
    return info;
}

constexpr auto nothing = [](T &) {};

const Creator creators[] = {
    {"F-6 lineMakeCall", 1, 0, nothing, [](T &t) { return asked(t.app("A").calls("5550101")); },
     "TSPI_lineMakeCall R1 l101 C1 5550101"},
    {"F-28 lineUnpark", 1, 0, nothing, [](T &t) { return asked(t.app("A").unparks(u"701"_s)); },
     "TSPI_lineUnpark R1 l101 C1 701"},
    {"F-29 linePickup", 1, 0, nothing, [](T &t) { return asked(t.app("A").picksUp({}, u"7"_s)); },
     "TSPI_linePickup R1 l101 C1 7"},
    {"F-20 lineSetupTransfer", 1, 1, [](T &t) { t.provider().announces(1, CallState::Connected); },
     [](T &t) { return asked(t.app("A").setsUpTransfer(1)); }, "TSPI_lineSetupTransfer R1 C1 d501 C2"},
    {"F-21 lineCompleteTransfer CONFERENCE", 1, 2,
     [](T &t) {
         t.provider().announces(1, CallState::OnHoldPendTransfer);
         t.provider().announces(2, CallState::Connected);
     },
     [](T &t) { return asked(t.app("A").completesTransfer(1, 2, TransferMode::Conference)); },
     "TSPI_lineCompleteTransfer R1 C1 d501 C2 d502 CONFERENCE C3"},
    {"F-23 lineSetupConference with a call", 2, 1, [](T &t) { t.provider().announces(1, CallState::Connected); },
     [](T &t) { return asked(t.app("A").setsUpConference(1)); }, "TSPI_lineSetupConference R1 l101 C1 d501 C2 C3 3"},
    {"F-23 lineSetupConference with a line", 2, 0, nothing, [](T &t) { return asked(t.app("A").beginsConference()); },
     "TSPI_lineSetupConference R1 l101 C1 C2 3"},
    {"F-24 linePrepareAddToConference", 1, 1,
     [](T &t) { t.provider().announces(1, CallState::Connected, 0, 1, conferenceRecord()); },
     [](T &t) { return asked(t.app("A").preparesToAdd(1)); }, "TSPI_linePrepareAddToConference R1 C1 d501 C2"},
};

// The new calls are d511 and d512 to the provider.
QStringList namesOfNew(const Creator &creator, bool withDrivers)
{
    QStringList names;
    for (int i = 0; i < creator.creates; ++i)
        names.append(u"C%1"_s.arg(creator.before + i + 1) + (withDrivers ? u" d%1"_s.arg(511 + i) : QString()));
    return names;
}

QStringList closeCommands(const Creator &creator, bool withDrivers)
{
    QStringList result;
    for (const QString &name : namesOfNew(creator, withDrivers))
        result.append(u"TSPI_lineCloseCall "_s + name);
    return result;
}

} // namespace

void TestCreation::listCreators()
{
    QTest::addColumn<int>("creator");
    for (size_t i = 0; i < std::size(creators); ++i)
        QTest::newRow(creators[i].name) << int(i);
}

void TestCreation::prepare(int creator, ApiVersion version)
{
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
    QVERIFY(app("B").opens(1, Privilege::Monitor, {}, version));
    creators[creator].prepare(*this);
    forgetThePast();
}

void TestCreation::completeWithNames(int creator)
{
    const DriverCall consult = creators[creator].creates == 2 ? FakeProvider::call(12) : DriverCall();
    provider().reports(Reports::Completion{request, LineError::None, FakeProvider::call(11), consult});
}

void TestCreation::theReplyComesBeforeEverythingElse() // O-6, O-12, M-30, M-33, M-40, P-9
{
    QFETCH(const int, creator);
    const Creator &c = creators[creator];
    prepare(creator);
    const Asked made = c.ask(*this);
    QCOMPARE(made.error, LineError::None);
    QCOMPARE(provider().commands(), lines(c.command));
    QCOMPARE(world().calls().size(), c.before);
    QCOMPARE(messages("A") + messages("B"), lines());

    completeWithNames(creator);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QStringList announced;
    for (int i = 0; i < c.creates; ++i) {
        QCOMPARE(app("A").on(11 + i), made.handles.at(i));
        QCOMPARE(app("A").privilegeOn(11 + i), Privilege::Owner);
        const QString monitor = shortName(app("B").on(11 + i));
        announced += u"LINE_APPNEWCALL L2 %1 MONITOR"_s.arg(monitor);
        announced += u"LINE_CALLSTATE %1 UNKNOWN MONITOR"_s.arg(monitor);
    }
    QCOMPARE(messages("B"), announced);

    for (int i = 0; i < c.creates; ++i) {
        provider().says(11 + i, CallState::Connected);
        provider().says(11 + i, CallState::Disconnected, quint32(DisconnectMode::Normal));
        const QString owner = shortName(made.handles.at(i));
        QCOMPARE(messages("A"),
                 QStringList({u"LINE_CALLSTATE %1 CONNECTED OWNER"_s.arg(owner),
                              u"LINE_CALLSTATE %1 DISCONNECTED NORMAL"_s.arg(owner)}));
    }
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(findings(), lines());
}

void TestCreation::below20MonitorsLearnOfTheCallByItsState() // M-38
{
    QFETCH(const int, creator);
    prepare(creator, ApiVersion::V1_4);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    completeWithNames(creator);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QStringList announced;
    for (int i = 0; i < creators[creator].creates; ++i)
        announced += u"LINE_CALLSTATE %1 UNKNOWN MONITOR"_s.arg(shortName(app("B").on(11 + i)));
    QCOMPARE(messages("B"), announced);
}

void TestCreation::aPendingHandleIsNoHandle() // O-12, H-44, H-46, V-23, V-80
{
    QFETCH(const int, creator);
    prepare(creator);
    const Asked made = creators[creator].ask(*this);
    TelephonyServer &s = server();
    const HLineApp id = app("A").id();
    provider().commands();
    for (HCall handle : made.handles) {
        QCOMPARE(errorOf(s.lineGetCallInfo(id, handle)), LineError::InvalCallHandle);
        QCOMPARE(errorOf(s.lineDrop(id, handle)), LineError::InvalCallHandle);
        QCOMPARE(errorOf(s.lineDeallocateCall(id, handle)), LineError::InvalCallHandle);
        QCOMPARE(errorOf(s.lineSwapHold(id, handle, handle)), LineError::InvalCallHandle);
        QCOMPARE(errorOf(s.linePrepareAddToConference(id, handle)), LineError::InvalConfCallHandle);
        QCOMPARE(errorOf(s.lineGetConfRelatedCalls(id, handle)), LineError::InvalCallHandle);
    }
    QCOMPARE(provider().commands(), lines());
    const quint32 active = s.lineGetLineDevStatus(id, app("A").line())->numActiveCalls;
    const quint32 onHold = s.lineGetLineDevStatus(id, app("A").line())->numOnHoldPendCalls;
    QCOMPARE(int(active + onHold), creators[creator].before);
}

void TestCreation::aFailureLeavesNothing_data()
{
    QTest::addColumn<int>("creator");
    QTest::addColumn<bool>("closeCall");
    for (size_t i = 0; i < std::size(creators); ++i) {
        QTest::newRow(creators[i].name) << int(i) << false;
        QTest::addRow("%s with TSPI_lineCloseCall (A-2)", creators[i].name) << int(i) << true;
    }
}

void TestCreation::aFailureLeavesNothing() // O-13, V-24, A-2, F-52
{
    QFETCH(const int, creator);
    QFETCH(const bool, closeCall);
    ServerOptions options;
    options.closeCallAfterFailedCreate = closeCall;
    startServer(options);
    prepare(creator);
    const QStringList before = world().dump();
    const Asked made = creators[creator].ask(*this);
    provider().commands();
    provider().completes(LineError::CallUnavail);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 CALLUNAVAIL"));
    QCOMPARE(messages("B"), lines());
    QCOMPARE(provider().commands(), closeCall ? closeCommands(creators[creator], false) : lines());
    QCOMPARE(world().dump(), before);
    for (HCall handle : made.handles)
        QCOMPARE(errorOf(server().lineDeallocateCall(app("A").id(), handle)), LineError::InvalCallHandle);
    provider().completes(); // not twice
    QCOMPARE(findings(), lines("V-1 violation P1"));
}

void TestCreation::closingTheLineGivesTheCallsUp() // H-29, V-10, L-23, V-81, Q-18
{
    QFETCH(const int, creator);
    QFETCH(const bool, closeCall); // does not matter: once is enough
    ServerOptions options;
    options.closeCallAfterFailedCreate = closeCall;
    startServer(options);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    creators[creator].prepare(*this);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    forgetThePast();
    QVERIFY(app("A").closes());
    QStringList commands = provider().commands();
    const QStringList expected = closeCommands(creators[creator], false);
    QCOMPARE(commands.first(expected.size()), expected);
    QCOMPARE(commands.last(), u"TSPI_lineClose l101"_s);
    provider().completes(request, LineError::OperationFailed, {});
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(messages("A"), lines());
    QCOMPARE(world().handles().size() + world().calls().size(), 0);
    QCOMPARE(findings(), lines());
}

void TestCreation::anotherOpenKeepsTheLineButNotTheCalls() // H-29, V-82
{
    QFETCH(const int, creator);
    prepare(creator);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    forgetThePast();
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands().first(creators[creator].creates), closeCommands(creators[creator], false));
    forgetThePast();
    completeWithNames(creator); // it had made them before it heard of that
    QCOMPARE(provider().commands(), closeCommands(creators[creator], true));
    QCOMPARE(messages("A") + messages("B"), lines());
    for (int i = 0; i < creators[creator].creates; ++i)
        QVERIFY(!call(11 + i));
    QCOMPARE(findings(), lines());
    server().report(provider().id(), {FakeProvider::stateOf(11, CallState::Connected)}, 0); // crossed the close
    QCOMPARE(findings(), lines());
    provider().says(11, CallState::Connected);
    QCOMPARE(findings(), lines("V-13 violation P1"));
}

void TestCreation::aForcedCloseGivesTheCallsUp() // H-29, L-28, L-29
{
    QFETCH(const int, creator);
    prepare(creator);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    forgetThePast();
    provider().closesLine(1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1"));
    QCOMPARE(messages("B"), lines("LINE_CLOSE L2"));
    QCOMPARE(provider().commands().first(creators[creator].creates), closeCommands(creators[creator], false));
    completeWithNames(creator); // the line has gone, and the calls with it
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(messages("A") + messages("B"), lines());
    QCOMPARE(world().handles().size() + world().calls().size(), 0);
    server().report(provider().id(), {FakeProvider::stateOf(11, CallState::Connected)}, 0);
    QCOMPARE(findings(), lines());
}

void TestCreation::aCrashGivesTheCallsUp() // H-29, L-42
{
    QFETCH(const int, creator);
    prepare(creator);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    forgetThePast();
    QVERIFY(app("A").shutsDown(true));
    QCOMPARE(provider().commands().first(creators[creator].creates), closeCommands(creators[creator], false));
    provider().completes(request, LineError::OperationFailed, {});
    QCOMPARE(findings(), lines());
}

// ---- names ----

void TestCreation::everyNewCallHasANameOfItsOwn_data()
{
    QTest::addColumn<int>("creator");
    QTest::addColumn<int>("first"); // number of the name, 0: none
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("finding");
    for (size_t i = 0; i < std::size(creators); ++i) {
        QTest::addRow("%s: no name", creators[i].name) << int(i) << 0 << 12 << u"V-22 violation P1"_s;
        QTest::addRow("%s: a name that lives", creators[i].name) << int(i) << 9 << 12 << u"V-25 violation P1"_s;
        if (creators[i].creates == 1)
            continue;
        QTest::addRow("%s: no second name", creators[i].name) << int(i) << 11 << 0 << u"V-22 violation P1"_s;
        QTest::addRow("%s: the second lives", creators[i].name) << int(i) << 11 << 9 << u"V-25 violation P1"_s;
        QTest::addRow("%s: twice the same", creators[i].name) << int(i) << 11 << 11 << u"V-25 violation P1"_s;
    }
}

void TestCreation::everyNewCallHasANameOfItsOwn() // O-11, V-22, V-25
{
    QFETCH(const int, creator);
    QFETCH(const int, first);
    QFETCH(const int, second);
    QFETCH(const QString, finding);
    prepare(creator);
    provider().offers(9);
    QCOMPARE(creators[creator].ask(*this).request, request);
    const QStringList before = world().dump();
    forgetThePast();
    const auto named = [](int number) { return number == 0 ? DriverCall() : FakeProvider::call(number); };
    provider().reports(Reports::Completion{request, LineError::None, named(first), named(second)});
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OPERATIONFAILED"));
    QCOMPARE(messages("B"), lines());
    QCOMPARE(findings(), QStringList{finding});
    QCOMPARE(world().dump(), before);
    QCOMPARE(provider().commands(), lines());
    provider().says(9, CallState::Connected); // the call of that name is still what it was
    QCOMPARE(call(9)->state, CallState::Connected);
}

void TestCreation::theNameOfAClosedCallMayComeAgain() // V-25, V-73
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(11);
    const CallId old = call(11)->id;
    QVERIFY(app("A").deallocates(11));
    QVERIFY(app("A").unparks(u"701"_s));
    provider().completesWithCall(11);
    provider().says(11, CallState::Connected);
    QVERIFY(call(11)->id != old);
    QCOMPARE(call(11)->state, CallState::Connected);
    QCOMPARE(findings(), lines());
}

void TestCreation::aDeathOfTheProviderLeavesNothingPending() // L-8
{
    QFETCH(const int, creator);
    prepare(creator);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    forgetThePast();
    provider().dies();
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1"));
    QCOMPARE(provider().commands(), lines());
    completeWithNames(creator);
    QCOMPARE(findings(), lines("V-1 violation P1"));
    QCOMPARE(world().calls().size(), 0);
}

// ---- what goes on meanwhile ----

void TestCreation::deallocatingTheCallItCameFromDoesNotMatter_data()
{
    QTest::addColumn<int>("creator");
    QTest::addColumn<bool>("old");
    for (size_t i = 0; i < std::size(creators); ++i) {
        if (creators[i].before == 0)
            continue;
        QTest::addRow("%s, 2.2", creators[i].name) << int(i) << false;
        QTest::addRow("%s, 1.4", creators[i].name) << int(i) << true;
    }
}

void TestCreation::deallocatingTheCallItCameFromDoesNotMatter() // H-50, H-51
{
    QFETCH(const int, creator);
    QFETCH(const bool, old);
    prepare(creator, old ? ApiVersion::V1_4 : ApiVersion::V2_2);
    const Asked made = creators[creator].ask(*this);
    provider().says(1, CallState::Idle);
    QVERIFY(app("A").deallocates(1));
    app("A").messages();
    completeWithNames(creator);
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QCOMPARE(app("A").on(11), made.handles.first());
}

void TestCreation::severalAreGivenUpInTheOrderOfTheirRequests() // H-29
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").beginsConference());
    QStringList expected = lines("TSPI_lineCloseCall C1", "TSPI_lineCloseCall C2");
    for (int i = 3; i <= 20; ++i) {
        QVERIFY(app("A").calls("5550101"));
        expected.append(u"TSPI_lineCloseCall C%1"_s.arg(i));
    }
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands("TSPI_lineCloseCall"), expected);
}

// ---- records ----

void TestCreation::theRecordSaysWhereTheCallComesFrom_data()
{
    QTest::addColumn<int>("creator");
    QTest::addColumn<CallOrigin>("origin");
    QTest::addColumn<CallReason>("reason");
    QTest::addColumn<quint32>("calledIdFlags");
    const CallOrigin origins[] = {CallOrigin::Outbound,   CallOrigin::Unknown,    CallOrigin::Unknown,
                                  CallOrigin::Outbound,   CallOrigin::Conference, CallOrigin::Conference,
                                  CallOrigin::Conference, CallOrigin::Outbound};
    for (size_t i = 0; i < std::size(creators); ++i) {
        const CallReason reason = i == 1 ? CallReason::Unpark : i == 2 ? CallReason::Pickup : CallReason::Direct;
        const quint32 flags = origins[i] != CallOrigin::Outbound ? 0
            : i == 0                                             ? quint32(PartyIdFlag::Address)
                                                                 : quint32(PartyIdFlag::Unknown);
        QTest::newRow(creators[i].name) << int(i) << origins[i] << reason << flags;
    }
}

void TestCreation::theRecordSaysWhereTheCallComesFrom() // I-37, I-38, I-45, I-49, F-29
{
    QFETCH(const int, creator);
    QFETCH(const CallOrigin, origin);
    QFETCH(const CallReason, reason);
    QFETCH(const quint32, calledIdFlags);
    prepare(creator);
    QCOMPARE(creators[creator].ask(*this).error, LineError::None);
    completeWithNames(creator);
    const CallInfo info = *app("A").info(11);
    QCOMPARE(info.origin, quint32(origin));
    QCOMPARE(info.reason, quint32(reason));
    QCOMPARE(info.calledIdFlags, calledIdFlags);
    QCOMPARE(info.calledId, creator == 0 ? u"5550101"_s : QString());
    QCOMPARE(info.appName, u"A"_s);
    QCOMPARE(info.mediaMode, quint32(MediaMode::InteractiveVoice));
    QCOMPARE(info.bearerMode, quint32(BearerMode::Voice));
    QCOMPARE(info.numOwners, 1u);
    if (creators[creator].creates == 1)
        return;
    const CallInfo consult = *app("A").info(12);
    QCOMPARE(consult.origin, quint32(CallOrigin::Outbound));
    QCOMPARE(consult.calledIdFlags, quint32(PartyIdFlag::Unknown));
    QCOMPARE(consult.appName, u"A"_s);
}

void TestCreation::theRecordKeepsTheCallParameters() // I-25, I-32, I-50..I-52
{
    DeviceInfo device = FakeProvider::deviceFor(MediaModes(MediaMode::InteractiveVoice) | MediaMode::DataModem);
    device.numAddresses = 3;
    provider().addsDevice(3, device);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    CallInfo record = FakeProvider::voice();
    record.addressId = 2;
    provider().announces(1, CallState::Connected, 0, 3, record);
    CallParams params;
    params.addressId = 1; // not looked at
    params.mediaModes = MediaMode::DataModem;
    params.bearerMode = BearerMode::Data;
    params.flags = CallParamFlag::Secure;
    params.displayableAddress = u"reception"_s;
    params.calledParty = u"who is at the desk"_s;
    params.comment = u"about the delivery"_s;
    QVERIFY(app("A").setsUpConference(1, params));
    provider().completesWithCalls(11, 12);
    const CallInfo conference = *app("A").info(11);
    const CallInfo consult = *app("A").info(12);
    for (const CallInfo &info : {conference, consult}) {
        QCOMPARE(info.addressId, 2u);
        QCOMPARE(info.mediaMode, quint32(MediaMode::DataModem));
        QCOMPARE(info.bearerMode, quint32(BearerMode::Data));
    }
    QCOMPARE(consult.callParamFlags, quint32(CallParamFlag::Secure));
    QCOMPARE(consult.displayableAddress, params.displayableAddress);
    QCOMPARE(consult.calledParty, params.calledParty);
    QCOMPARE(consult.comment, params.comment);
    QCOMPARE(conference.callParamFlags, 0u);
    QCOMPARE(conference.displayableAddress + conference.calledParty + conference.comment, QString());
    QVERIFY(server().lineUnpark(app("A").id(), app("A").line(), 1, u"701"_s));
    provider().completesWithCall(13);
    QCOMPARE(app("A").info(13)->addressId, 1u);
}

QTEST_GUILESS_MAIN(TestCreation)

#include "tst_creation.moc"
