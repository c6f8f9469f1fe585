// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions and their errors: rulebook section 7. A function that fails changes nothing and reaches nobody.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestFunctions : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aFunctionThatFailsChangesNothing_data();
    void aFunctionThatFailsChangesNothing();
    void nothingWorksBeforeTheFirstInitialize();
    void theStateDecidesWhatCanBeDone_data();
    void theStateDecidesWhatCanBeDone();
    void theFirstFailureInOrderWins();
    void whatTheProviderCannotDoIsUnavailable_data();
    void whatTheProviderCannotDoIsUnavailable();
    void requestsAsValuesAreRecordedWithTheirResult();

public: // for the table of failures
    using ServerFixture::app;
    using ServerFixture::provider;
    using ServerFixture::server;
    void openA(ApiVersion version = ApiVersion::V2_2)
    {
        QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
        QVERIFY(app("B").opens(1, Privilege::Monitor, {}, version));
        provider().offers(1);
    }
};

namespace {

struct Failure {
    const char *name;
    LineError error;
    void (*prepare)(TestFunctions &);
    LineError (*ask)(TestFunctions &);
};

using T = TestFunctions;
constexpr auto nothing = [](T &) {};
constexpr auto open = [](T &t) { t.openA(); };
constexpr auto openOld = [](T &t) { t.openA(ApiVersion::V1_4); };

LineError tryOpen(T &t, Requests::Open request) { return errorOf(t.app("A").opens(request)); }

LineError tryCall(T &t, const QString &number, const CallParams &params = {})
{
    return errorOf(t.server().lineMakeCall(t.app("A").id(), t.app("A").line(), number, params));
}

constexpr auto wrongVersion = ApiVersion(0x00030000);
using E = LineError;

const Failure failures[] = {
    {"F-1 no name at all", E::InvalAppName, nothing, [](T &t) { return errorOf(t.server().lineInitializeEx({})); }},
    {"F-1 a line break in the name", E::InvalAppName, nothing,
     [](T &t) {
         return errorOf(t.server().lineInitializeEx({u"A\nB"_s, {}, ApiVersion::V2_2, 0, false}));
     }},
    {"F-1 a line break in the module's name", E::InvalAppName, nothing,
     [](T &t) {
         return errorOf(t.server().lineInitializeEx({u"A"_s, u"a\n.exe"_s, ApiVersion::V2_2, 0, false}));
     }},
    {"F-1 unknown API version", E::InvalParam, nothing,
     [](T &t) {
         return errorOf(t.server().lineInitializeEx({u"A"_s, {}, wrongVersion, 0, false}));
     }},
    {"F-2 lineShutdown of nobody", E::InvalAppHandle, nothing,
     [](T &t) {
         t.app("A");
         return errorOf(t.server().lineShutdown(HLineApp{77}));
     }},
    {"F-3 nobody", E::InvalAppHandle, open,
     [](T &t) {
         return errorOf(t.server().lineNegotiateApiVersion(HLineApp{77}, 0, ApiVersion::V1_4, ApiVersion::V2_2));
     }},
    {"F-3 unknown device", E::BadDeviceId, open,
     [](T &t) {
         return errorOf(t.server().lineNegotiateApiVersion(t.app("A").id(), 9, ApiVersion::V1_4, ApiVersion::V2_2));
     }},
    {"F-3 LINEMAPPER", E::BadDeviceId, open,
     [](T &t) {
         return errorOf(
             t.server().lineNegotiateApiVersion(t.app("A").id(), LineMapper, ApiVersion::V1_4, ApiVersion::V2_2));
     }},
    {"F-3 removed device (F-68)", E::NoDevice,
     [](T &t) {
         t.openA();
         t.provider().removesDevice(2);
     },
     [](T &t) {
         return errorOf(t.server().lineNegotiateApiVersion(t.app("A").id(), 1, ApiVersion::V1_4, ApiVersion::V2_2));
     }},
    {"F-3 only later versions", E::IncompatibleApiVersion, open,
     [](T &t) { return errorOf(t.server().lineNegotiateApiVersion(t.app("A").id(), 0, wrongVersion, wrongVersion)); }},
    {"F-3 low above high", E::IncompatibleApiVersion, open,
     [](T &t) {
         return errorOf(t.server().lineNegotiateApiVersion(t.app("A").id(), 0, ApiVersion::V2_2, ApiVersion::V2_0));
     }},
    {"F-4 nobody", E::InvalAppHandle, open, [](T &t) { return errorOf(t.server().lineOpen(HLineApp{77}, {})); }},
    {"F-4 unknown device", E::BadDeviceId, open,
     [](T &t) {
         return tryOpen(t, {9, ApiVersion::V2_2, Privilege::Monitor, {}, {}, 0, 0});
     }},
    {"F-4 removed device", E::NoDevice,
     [](T &t) {
         t.openA();
         t.provider().removesDevice(2);
     },
     [](T &t) {
         return tryOpen(t, {1, ApiVersion::V2_2, Privilege::Monitor, {}, {}, 0, 0});
     }},
    {"F-4 unknown version", E::IncompatibleApiVersion, open,
     [](T &t) {
         return tryOpen(t, {0, wrongVersion, Privilege::Monitor, {}, {}, 0, 0});
     }},
    {"F-4 no version", E::IncompatibleApiVersion, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::None, Privilege::Monitor, {}, {}, 0, 0});
     }},
    {"F-4 privileges", E::InvalPrivSelect, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, {}, {}, {}, 0, 0});
     }},
    {"F-4 OWNER without media modes", E::InvalMediaMode, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Owner, {}, {}, 0, 0});
     }},
    {"F-4 OWNER for media the device has not", E::InvalMediaMode, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Owner, MediaMode::G3Fax, {}, 0, 0});
     }},
    {"F-4 OWNER with a reserved bit (V-85)", E::InvalMediaMode, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Owner, MediaModes::fromInt(0x10004), {}, 0, 0});
     }},
    {"F-4 no such address (P-14)", E::InvalAddressId, open,
     [](T &t) {
         return tryOpen(
             t, {0, ApiVersion::V2_2, Privilege::Owner, MediaMode::InteractiveVoice, OpenOption::SingleAddress, 1, 0});
     }},
    {"F-4 an option that there is not (L-9)", E::InvalPrivSelect, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Monitor, {}, OpenOptions::fromInt(0x1), 0, 0});
     }},
    {"F-4 PROXY is not offered", E::OperationUnavail, open,
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Monitor, {}, OpenOption::Proxy, 0, 0});
     }},
    {"F-4 dead provider (L-8)", E::ResourceUnavail,
     [](T &t) {
         t.openA();
         t.provider().dies();
     },
     [](T &t) {
         return tryOpen(t, {0, ApiVersion::V2_2, Privilege::Monitor, {}, {}, 0, 0});
     }},
    {"F-5 no line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineClose(t.app("A").id(), HLine{})); }},
    {"F-5 another app's line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineClose(t.app("A").id(), t.app("B").line())); }},
    {"F-6 no line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineMakeCall(t.app("A").id(), HLine{}, u"1"_s)); }},
    {"F-6 CR LF in the number", E::InvalAddress, open, [](T &t) { return tryCall(t, u"5551\r\nAction: x"_s); }},
    {"F-6 NUL in the number", E::InvalAddress, open, [](T &t) { return tryCall(t, u"555"_s + QChar(0)); }},
    {"F-6 a number without end", E::InvalAddress, open, [](T &t) { return tryCall(t, QString(5000, u'1')); }},
    {"F-6 no such address", E::InvalAddressId, open,
     [](T &t) {
         CallParams params;
         params.addressId = 1;
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 media the device has not", E::InvalMediaMode, open,
     [](T &t) {
         CallParams params;
         params.mediaModes = MediaMode::G3Fax;
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 no media", E::InvalMediaMode, open,
     [](T &t) {
         CallParams params;
         params.mediaModes = {};
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 no bearer mode", E::InvalBearerMode, open,
     [](T &t) {
         CallParams params;
         params.bearerMode = {};
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 two bearer modes", E::InvalBearerMode, open,
     [](T &t) {
         CallParams params;
         params.bearerMode = BearerMode::Voice | BearerMode::Data;
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 a bearer mode that there is not", E::InvalBearerMode, open,
     [](T &t) {
         CallParams params;
         params.bearerMode = BearerModes::fromInt(0x100);
         return tryCall(t, u"5551"_s, params);
     }},
    {"F-6 out of service (V-67)", E::InvalLineState,
     [](T &t) {
         t.openA();
         t.provider().reports(Reports::DeviceState{FakeProvider::line(1), false, true, {}});
     },
     [](T &t) { return tryCall(t, u"5551"_s); }},
    {"F-11 below 2.0, sole owner of a live call", E::InvalCallState, openOld,
     [](T &t) { return errorOf(t.app("A").deallocates(1)); }},
    {"F-14 no line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineGetNewCalls(t.app("A").id(), HLine{})); }},
    {"F-14 select CALL", E::InvalCallSelect, open,
     [](T &t) { return errorOf(t.server().lineGetNewCalls(t.app("B").id(), t.app("B").line(), CallSelect::Call)); }},
    {"F-14 select nothing", E::InvalCallSelect, open,
     [](T &t) { return errorOf(t.server().lineGetNewCalls(t.app("B").id(), t.app("B").line(), CallSelect(0))); }},
    {"F-14 no such address", E::InvalAddressId, open,
     [](T &t) {
         return errorOf(t.server().lineGetNewCalls(t.app("B").id(), t.app("B").line(), CallSelect::Address, 1));
     }},
    {"F-15 no line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineGetLineDevStatus(t.app("A").id(), HLine{})); }},
    {"F-16 no line", E::InvalLineHandle, open,
     [](T &t) { return errorOf(t.server().lineGetAddressStatus(t.app("A").id(), HLine{}, 0)); }},
    {"F-16 no such address", E::InvalAddressId, open,
     [](T &t) { return errorOf(t.server().lineGetAddressStatus(t.app("A").id(), t.app("A").line(), 1)); }},
    {"F-32 NONE (P-20)", E::InvalCallPrivilege, open,
     [](T &t) { return errorOf(t.app("A").becomes(Privilege::None, 1)); }},
    {"F-32 sole owner steps back (P-19)", E::InvalCallState, open,
     [](T &t) { return errorOf(t.app("A").becomes(Privilege::Monitor, 1)); }},
    {"F-33 a monitor", E::NotOwner, open,
     [](T &t) { return errorOf(t.server().lineHandoff(t.app("B").id(), t.app("B").on(1), u"A.exe"_s, {})); }},
    {"F-33 no media mode", E::InvalMediaMode, open,
     [](T &t) { return errorOf(t.server().lineHandoff(t.app("A").id(), t.app("A").on(1), {}, {})); }},
    {"F-33 nobody of that name", E::TargetNotFound, open,
     [](T &t) { return errorOf(t.server().lineHandoff(t.app("A").id(), t.app("A").on(1), u"x.exe"_s, {})); }},
    {"F-33 back to itself", E::TargetSelf, open,
     [](T &t) {
         return errorOf(t.server().lineHandoff(t.app("A").id(), t.app("A").on(1), {}, MediaMode::InteractiveVoice));
     }},
};

} // namespace

void TestFunctions::aFunctionThatFailsChangesNothing_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < std::size(failures); ++i)
        QTest::addRow("%s: %s", failures[i].name, qPrintable(nameOf(failures[i].error))) << int(i);
}

void TestFunctions::aFunctionThatFailsChangesNothing() // F-1..F-33, E-1, E-2, M-36
{
    QFETCH(const int, index);
    const Failure &failure = failures[index];
    failure.prepare(*this);
    app("A");
    app("B");
    forgetThePast();
    const QStringList before = world().dump();
    QCOMPARE(failure.ask(*this), failure.error);
    QCOMPARE(world().dump(), before);
    QCOMPARE(provider().commands(), lines());
    QCOMPARE(messages("A") + messages("B"), lines());
    QCOMPARE(findings(), lines());
}

void TestFunctions::nothingWorksBeforeTheFirstInitialize() // E-1 UNINITIALIZED
{
    TelephonyServer &s = server();
    const QList<LineError> errors = {
        errorOf(s.lineShutdown({1})),
        errorOf(s.lineNegotiateApiVersion({1}, 0, ApiVersion::V1_4, ApiVersion::V2_2)),
        errorOf(s.lineOpen({1}, {})),
        errorOf(s.lineClose({1}, {1})),
        errorOf(s.lineMakeCall({1}, {1}, u"1"_s)),
        errorOf(s.lineAccept({1}, {1})),
        errorOf(s.lineAnswer({1}, {1})),
        errorOf(s.lineDrop({1}, {1})),
        errorOf(s.lineHold({1}, {1})),
        errorOf(s.lineUnhold({1}, {1})),
        errorOf(s.lineDeallocateCall({1}, {1})),
        errorOf(s.lineGetCallInfo({1}, {1})),
        errorOf(s.lineGetCallStatus({1}, {1})),
        errorOf(s.lineGetNewCalls({1}, {1})),
        errorOf(s.lineGetLineDevStatus({1}, {1})),
        errorOf(s.lineGetAddressStatus({1}, {1}, 0)),
        errorOf(s.lineSetCallPrivilege({1}, {1}, Privilege::Owner)),
        errorOf(s.lineHandoff({1}, {1}, u"x"_s, {})),
    };
    QCOMPARE(errors, QList<LineError>(errors.size(), LineError::Uninitialized));
}

namespace {

using Act = Result<RequestId> (TestApp::*)(int);
struct Action {
    const char *name;
    Act act;
    QList<CallState> allowed; // empty: all but IDLE
};
const Action actions[] = {
    {"F-8 lineAccept", &TestApp::accepts, {CallState::Offering}},
    {"F-9 lineAnswer", &TestApp::answers, {CallState::Offering, CallState::Accepted}},
    {"F-10 lineDrop", &TestApp::drops, {}},
    {"F-17 lineHold", &TestApp::holds, {CallState::Connected}},
    {"F-18 lineUnhold",
     &TestApp::unholds,
     {CallState::OnHold, CallState::OnHoldPendTransfer, CallState::OnHoldPendConf}}, // F-54
};

} // namespace

void TestFunctions::theStateDecidesWhatCanBeDone_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<CallState>("state");
    QTest::addColumn<quint32>("mode");
    QTest::addColumn<bool>("allowed");
    for (size_t i = 0; i < std::size(actions); ++i) {
        for (const Named<CallState> &state : namesOf<CallState>()) {
            const bool allowed = actions[i].allowed.isEmpty() ? state.value != CallState::Idle
                                                              : actions[i].allowed.contains(state.value);
            QTest::addRow("%s in %s", actions[i].name, state.name) << int(i) << state.value << 0u << allowed;
        }
        QTest::addRow("%s in CONNECTED INACTIVE (S-31)", actions[i].name)
            << int(i) << CallState::Connected << quint32(ConnectedMode::Inactive)
            << (QByteArray(actions[i].name) == "F-9 lineAnswer" || actions[i].allowed.isEmpty()
                || actions[i].allowed.contains(CallState::Connected));
    }
}

void TestFunctions::theStateDecidesWhatCanBeDone() // F-8, F-9, F-10, F-17, F-18, E-4, X-16
{
    QFETCH(const int, action);
    QFETCH(const CallState, state);
    QFETCH(const quint32, mode);
    QFETCH(const bool, allowed);
    openA();
    provider().says(1, state, mode);
    forgetThePast();
    const Act act = actions[action].act;
    QCOMPARE(errorOf((app("A").*act)(1)), allowed ? LineError::None : LineError::InvalCallState);
    QCOMPARE(provider().commands().size(), allowed ? 1 : 0);
    QCOMPARE(call(1)->state, state); // only the provider's report changes it
}

void TestFunctions::theFirstFailureInOrderWins() // E-1
{
    openA();
    provider().says(1, CallState::Idle);
    // Handle before everything, parameter before privilege, privilege before state.
    QCOMPARE(errorOf(server().lineSetCallPrivilege(app("A").id(), HCall{}, Privilege::None)),
             LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineHandoff(app("B").id(), app("B").on(1), {}, {})), LineError::InvalMediaMode);
    QCOMPARE(errorOf(app("B").drops(1)), LineError::NotOwner);
    QCOMPARE(errorOf(app("A").drops(1)), LineError::InvalCallState);
    CallParams bad;
    bad.addressId = 7;
    QCOMPARE(errorOf(server().lineMakeCall(app("A").id(), HLine{}, u"\n"_s, bad)), LineError::InvalLineHandle);
    FakeProvider poor(&server(), u"Poor"_s, {});
    poor.addsDevice(1);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QCOMPARE(errorOf(server().lineMakeCall(app("A").id(), app("A").line(), u"\n"_s)), LineError::InvalAddress);
    poor.offers(1);
    QCOMPARE(errorOf(server().lineHold(app("A").id(), HCall{3})), LineError::InvalCallState);
}

void TestFunctions::whatTheProviderCannotDoIsUnavailable_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<CallState>("state");
    for (size_t i = 0; i < std::size(actions); ++i)
        QTest::newRow(actions[i].name) << int(
            i) << (actions[i].allowed.isEmpty() ? CallState::Connected : actions[i].allowed.first());
}

void TestFunctions::whatTheProviderCannotDoIsUnavailable() // E-4
{
    QFETCH(const int, action);
    QFETCH(const CallState, state);
    FakeProvider poor(&server(), u"Poor"_s, {}); // like a connection that only reads
    poor.addsDevice(1);
    TestApp reader(&server(), &poor, {u"R"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(reader.opens(3, Privilege::Owner));
    poor.announces(1, state);
    poor.commands();
    const Act act = actions[action].act;
    QCOMPARE(errorOf((reader.*act)(1)), LineError::OperationUnavail);
    QCOMPARE(errorOf(reader.calls("5551")), LineError::OperationUnavail);
    QVERIFY(!reader.status(1)->features); // nor is it offered
    QVERIFY(reader.closes());
    QCOMPARE(poor.commands("TSPI_lineDrop"), lines()); // the engine does not ask for it either (L-18)
}

void TestFunctions::requestsAsValuesAreRecordedWithTheirResult()
{
    openA();
    const HLineApp id = app("A").id();
    const HCall handle = app("A").on(1);
    const HLine line = app("A").line();
    const QList<Request> requests = {
        Requests::InitializeEx{u"X"_s, {}, ApiVersion::V2_2, 0, false},
        Requests::NegotiateApiVersion{},
        Requests::Open{},
        Requests::GetCallInfo{handle},
        Requests::GetCallStatus{handle},
        Requests::GetNewCalls{line, 0, CallSelect::Line},
        Requests::GetLineDevStatus{line},
        Requests::GetAddressStatus{line, 0},
        Requests::Accept{handle},
        Requests::Answer{handle},
        Requests::Hold{handle},
        Requests::Unhold{handle},
        Requests::Drop{handle},
        Requests::MakeCall{line, u"5551"_s, {}},
        Requests::SetCallPrivilege{handle, Privilege::Owner},
        Requests::Handoff{handle, u"A.exe"_s, {}},
        Requests::Dial{handle, u"5551"_s},
        Requests::SwapHold{handle, handle},
        Requests::SetupTransfer{handle, {}},
        Requests::CompleteTransfer{handle, handle, TransferMode::Transfer},
        Requests::BlindTransfer{handle, u"5551"_s},
        Requests::SetupConference{{}, line, 3, {}},
        Requests::PrepareAddToConference{handle, {}},
        Requests::AddToConference{handle, handle},
        Requests::RemoveFromConference{handle},
        Requests::GetConfRelatedCalls{handle},
        Requests::Park{handle, ParkMode::NonDirected, {}},
        Requests::Unpark{line, 0, u"701"_s},
        Requests::Pickup{line, 0, {}, u"7"_s},
        Requests::Redirect{handle, u"5551"_s},
        Requests::SecureCall{handle},
        Requests::CompleteCall{handle, CallComplMode::CampOn, 0},
        Requests::GenerateDigits{handle, DigitMode::Dtmf, u"1"_s, 0},
        Requests::MonitorDigits{handle, DigitMode::Dtmf},
        Requests::SetAppSpecific{handle, 7},
        Requests::SetCallData{handle, "d"},
        Requests::SetMediaMode{handle, MediaMode::InteractiveVoice},
        Requests::SendUserUserInfo{handle, "u"},
        Requests::ReleaseUserUserInfo{handle},
        Requests::SetStatusMessages{line, {}, {}},
        Requests::SetAppPriority{u"A.exe"_s, MediaMode::InteractiveVoice, 1},
        Requests::DeallocateCall{handle},
        Requests::Close{line},
        Requests::Shutdown{},
    };
    QCOMPARE(size_t(requests.size()), std::variant_size_v<Request>);
    int succeeded = 0; // OFFERING is not the state for all of them
    for (const Request &request : requests) {
        const quint64 before = world().seq();
        const Outcome outcome = server().execute(id, request);
        const Journal &journal = server().journal();
        const auto &made = std::get<Events::RequestMade>(journal.at(qsizetype(before)).payload);
        QVERIFY(*made.request == request);
        QCOMPARE(made.app, id);
        const auto &result = std::get<Events::RequestResult>(journal.at(journal.count() - 1).payload);
        QCOMPARE(size_t(result.function), request.index());
        QCOMPARE(result.error, outcome.error);
        const auto *asked = std::get_if<RequestId>(&outcome.value);
        const auto *pending = std::get_if<PendingCall>(&outcome.value);
        const auto *conference = std::get_if<PendingConference>(&outcome.value);
        QCOMPARE(result.request,
                 asked            ? *asked
                     : pending    ? pending->request
                     : conference ? conference->request
                                  : RequestId());
        if (outcome.ok())
            ++succeeded;
    }
    QVERIFY(succeeded >= 26);
    QCOMPARE(QByteArray(functionName(Request(Requests::MakeCall{}))), "lineMakeCall");
    QCOMPARE(QByteArray(functionName(Request(Requests::InitializeEx{}))), "lineInitializeEx");
    QCOMPARE(QByteArray(functionName(Request(Requests::NegotiateApiVersion{}))), "lineNegotiateAPIVersion");
}

QTEST_GUILESS_MAIN(TestFunctions)

#include "tst_functions.moc"
