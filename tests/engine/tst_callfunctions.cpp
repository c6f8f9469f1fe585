// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What functions on calls refuse, and in which order they look (E-1): rulebook section 7.2 and READINGS.md as tables.
// A function that refuses changes nothing and reaches nobody.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

using CallStates = QFlags<CallState>;
constexpr CallStates anyState = CallStates::fromInt(0x00ffffff);
using enum CallState;

// A function on one call. `ask` has nothing wrong in it, `askBadly` has a parameter that is wrong.
struct Function {
    const char *name;
    CallFeature feature;
    CallStates allowed;
    LineError (*ask)(TelephonyServer &, HLineApp, HCall);
    LineError badParameter = LineError::None;
    LineError (*askBadly)(TelephonyServer &, HLineApp, HCall) = nullptr;
    LineError noHandle = LineError::InvalCallHandle;
};

CallParams withoutMedia()
{
    CallParams params;
    params.mediaModes = {};
    return params;
}

using E = LineError;
using F = CallFeature;
using S = TelephonyServer;

const Function functions[] = {
    {"F-7 lineDial", F::Dial, anyState & ~(CallStates(Idle) | Disconnected),
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineDial(a, c, u"5550101"_s)); }, E::InvalAddress,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineDial(a, c, u"555\r\n"_s)); }},
    {"F-20 lineSetupTransfer", F::SetupTransfer, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetupTransfer(a, c)); }, E::InvalMediaMode,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetupTransfer(a, c, withoutMedia())); }},
    {"F-22 lineBlindTransfer", F::BlindTransfer, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineBlindTransfer(a, c, u"5550101"_s)); }, E::InvalAddress,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineBlindTransfer(a, c, {})); }},
    {"F-23 lineSetupConference", F::SetupConf, Connected,
     [](S &s, HLineApp a, HCall c) {
         return errorOf(s.lineSetupConference(a, {c, {}, 3, {}}));
     },
     E::InvalMediaMode,
     [](S &s, HLineApp a, HCall c) {
         return errorOf(s.lineSetupConference(a, {c.isNull() ? HCall{99} : c, {}, 3, withoutMedia()}));
     }},
    {"F-24 linePrepareAddToConference", F::PrepareAddConf, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePrepareAddToConference(a, c)); }, E::InvalMediaMode,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePrepareAddToConference(a, c, withoutMedia())); },
     E::InvalConfCallHandle},
    {"F-26 lineRemoveFromConference", F::RemoveFromConf, Conferenced,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineRemoveFromConference(a, c)); }},
    {"F-27 linePark", F::Park, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode::NonDirected)); }, E::InvalParkMode,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode(3), u"701"_s)); }},
    {"F-30 lineRedirect", F::Redirect, Offering,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineRedirect(a, c, u"5550101"_s)); }, E::InvalAddress,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineRedirect(a, c, {})); }},
    {"F-31 lineSecureCall", F::SecureCall, anyState,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSecureCall(a, c)); }},
    {"lineCompleteCall", F::CompleteCall, CallStates(Busy) | Ringback,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineCompleteCall(a, c, CallComplMode::CampOn)); },
     E::InvalCallComplMode,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineCompleteCall(a, c, CallComplMode(0x3))); }},
    {"lineSendUserUserInfo", F::SendUserUser, CallStates(Connected) | Offering | Accepted | Ringback,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSendUserUserInfo(a, c, QByteArray(4096, 'u'))); },
     E::UserUserInfoTooBig,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSendUserUserInfo(a, c, QByteArray(4097, 'u'))); }},
    {"lineReleaseUserUserInfo", F::ReleaseUserUserInfo, anyState,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineReleaseUserUserInfo(a, c)); }},
    {"F-36 lineSetCallData", F::SetCallData, anyState,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetCallData(a, c, QByteArray(65'536, 'd'))); }, E::InvalParam,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetCallData(a, c, QByteArray(65'537, 'd'))); }},
};

// The first state in which the function may be called.
CallState allowedState(const Function &function)
{
    return function.allowed == anyState ? Connected : CallState(function.allowed.toInt() & -function.allowed.toInt());
}

CallState forbiddenState(const Function &function)
{
    return function.allowed.testFlag(SpecialInfo) ? Idle : SpecialInfo;
}

CallInfo conference()
{
    CallInfo info = FakeProvider::voice();
    info.origin = quint32(CallOrigin::Conference);
    return info;
}

} // namespace

class TestCallFunctions : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void nothingWorksBeforeTheFirstInitialize();
    void aHandleThatIsNoneIsRefused_data() { listFunctions(); }
    void aHandleThatIsNoneIsRefused();
    void aWrongParameterIsRefused_data() { listFunctions(); }
    void aWrongParameterIsRefused();
    void aMonitorMayNot_data() { listFunctions(); }
    void aMonitorMayNot();
    void theStateDecides_data();
    void theStateDecides();
    void whatTheProviderCannotDoIsUnavailable_data() { listFunctions(); }
    void whatTheProviderCannotDoIsUnavailable();
    void theFirstFailureInOrderWins_data() { listFunctions(); }
    void theFirstFailureInOrderWins();
    void moreParametersAreChecked_data();
    void moreParametersAreChecked();
    void linesAreCheckedToo_data();
    void linesAreCheckedToo();

private:
    static void listFunctions()
    {
        QTest::addColumn<int>("function");
        for (size_t i = 0; i < std::size(functions); ++i)
            QTest::newRow(functions[i].name) << int(i);
    }
    void openLines()
    {
        QVERIFY(app("A").opens(1, Privilege::Owner));
        QVERIFY(app("B").opens(1, Privilege::Monitor));
    }
    // Asks, and looks whether a refusal left everything as it was.
    void refuses(E error, const std::function<LineError()> &ask)
    {
        forgetThePast();
        const QStringList before = world().dump();
        QCOMPARE(ask(), error);
        QCOMPARE(world().dump(), before);
        QCOMPARE(provider().commands(), lines());
        QCOMPARE(messages("A") + messages("B"), lines());
        QCOMPARE(findings(), lines());
    }
};

void TestCallFunctions::nothingWorksBeforeTheFirstInitialize() // E-1 UNINITIALIZED
{
    TelephonyServer &s = server();
    for (const Function &function : functions)
        QCOMPARE(function.ask(s, {1}, {1}), E::Uninitialized);
    QCOMPARE(errorOf(s.lineSetupConference({1}, {{}, {1}, 3, {}})), E::Uninitialized);
    QCOMPARE(errorOf(s.lineSwapHold({1}, {1}, {2})), E::Uninitialized);
    QCOMPARE(errorOf(s.lineCompleteTransfer({1}, {1}, {2}, TransferMode::Transfer)), E::Uninitialized);
    QCOMPARE(errorOf(s.lineAddToConference({1}, {1}, {2})), E::Uninitialized);
    QCOMPARE(errorOf(s.lineGetConfRelatedCalls({1}, {1})), E::Uninitialized);
    QCOMPARE(errorOf(s.lineUnpark({1}, {1}, 0, u"701"_s)), E::Uninitialized);
    QCOMPARE(errorOf(s.linePickup({1}, {1}, 0)), E::Uninitialized);
}

void TestCallFunctions::aHandleThatIsNoneIsRefused() // H-40, H-42, H-44, E-1
{
    QFETCH(const int, function);
    const Function &f = functions[function];
    openLines();
    provider().announces(1, allowedState(f), 0, 1, conference());
    const HCall foreign = app("B").on(1);
    const HCall own = app("A").on(1);
    refuses(f.noHandle, [&] { return f.ask(server(), app("A").id(), HCall{99}); });
    refuses(f.noHandle, [&] { return f.ask(server(), app("A").id(), foreign); });
    if (f.askBadly) // the handle is looked at first
        refuses(f.noHandle, [&] { return f.askBadly(server(), app("A").id(), {}); });
    provider().says(1, Idle);
    QVERIFY(app("A").deallocates(1));
    refuses(f.noHandle, [&] { return f.ask(server(), app("A").id(), own); });
}

void TestCallFunctions::aWrongParameterIsRefused() // E-1
{
    QFETCH(const int, function);
    const Function &f = functions[function];
    if (!f.askBadly)
        return;
    openLines();
    provider().announces(1, allowedState(f), 0, 1, conference());
    refuses(f.badParameter, [&] { return f.askBadly(server(), app("A").id(), app("A").on(1)); });
}

void TestCallFunctions::aMonitorMayNot() // P-1, P-18
{
    QFETCH(const int, function);
    const Function &f = functions[function];
    openLines();
    provider().announces(1, allowedState(f), 0, 1, conference());
    refuses(E::NotOwner, [&] { return f.ask(server(), app("B").id(), app("B").on(1)); });
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    QCOMPARE(f.ask(server(), app("B").id(), app("B").on(1)), E::None);
}

void TestCallFunctions::theStateDecides_data()
{
    QTest::addColumn<int>("function");
    QTest::addColumn<CallState>("state");
    for (size_t i = 0; i < std::size(functions); ++i) {
        for (const Named<CallState> &state : namesOf<CallState>())
            QTest::addRow("%s in %s", functions[i].name, state.name) << int(i) << state.value;
    }
}

void TestCallFunctions::theStateDecides() // F-7, F-20, F-22..F-24, F-26, F-27, F-30, F-31, A-13, E-4
{
    QFETCH(const int, function);
    QFETCH(const CallState, state);
    const Function &f = functions[function];
    openLines();
    provider().announces(1, Unknown, 0, 1, conference());
    provider().says(1, state);
    const auto ask = [&] { return f.ask(server(), app("A").id(), app("A").on(1)); };
    if (!f.allowed.testFlag(state)) {
        refuses(E::InvalCallState, ask);
        return;
    }
    forgetThePast();
    QCOMPARE(ask(), E::None);
    QCOMPARE(provider().commands().size(), 1);
    QCOMPARE(call(1)->state, state); // only the provider's report changes it
    QVERIFY(world().calls().size() == 1 && world().handles().size() == 2);
}

void TestCallFunctions::whatTheProviderCannotDoIsUnavailable() // E-4
{
    QFETCH(const int, function);
    const Function &f = functions[function];
    for (const bool able : {false, true}) {
        ProviderAbilities abilities;
        abilities.callFeatures = able ? CallFeatures(f.feature) : ~CallFeatures(f.feature);
        FakeProvider special(&server(), able ? u"Able"_s : u"Unable"_s, abilities);
        special.addsDevice(1);
        TestApp reader(&server(), &special, {u"R"_s, {}, ApiVersion::V2_2, 0, false});
        QVERIFY(reader.opens(able ? 4 : 3, Privilege::Owner));
        special.announces(1, allowedState(f), 0, 1, conference());
        special.commands();
        QCOMPARE(f.ask(server(), reader.id(), reader.on(1)), able ? E::None : E::OperationUnavail);
        QCOMPARE(special.commands().size(), able ? 1 : 0);
        QCOMPARE(reader.status(1)->features.testFlag(f.feature), able);
        reader.shutsDown();
    }
}

void TestCallFunctions::theFirstFailureInOrderWins() // E-1
{
    QFETCH(const int, function);
    const Function &f = functions[function];
    FakeProvider unable(&server(), u"Unable"_s, {});
    unable.addsDevice(1);
    TestApp owner(&server(), &unable, {u"O"_s, {}, ApiVersion::V2_2, 0, false});
    TestApp monitor(&server(), &unable, {u"M"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(owner.opens(3, Privilege::Owner));
    QVERIFY(monitor.opens(3, Privilege::Monitor));
    unable.announces(1, Connected, 0, 1, conference());
    unable.says(1, forbiddenState(f));
    if (f.askBadly)
        QCOMPARE(f.askBadly(server(), monitor.id(), monitor.on(1)), f.badParameter);
    QCOMPARE(f.ask(server(), monitor.id(), monitor.on(1)), E::NotOwner);
    QCOMPARE(f.ask(server(), owner.id(), owner.on(1)), f.allowed == anyState ? E::OperationUnavail : E::InvalCallState);
}

// ---- parameters that need a row of their own ----

namespace {

struct Parameter {
    const char *name;
    LineError error;
    CallState state;
    LineError (*ask)(TelephonyServer &, HLineApp, HCall);
};

CallParams withTwoBearers()
{
    CallParams params;
    params.bearerMode = BearerMode::Voice | BearerMode::Data;
    return params;
}

CallParams withFax()
{
    CallParams params;
    params.mediaModes = MediaMode::G3Fax; // the device has not
    return params;
}

CallParams withStrangeAddress()
{
    CallParams params;
    params.addressId = 77;
    return params;
}

const QString longest(256, u'5');
const QString tooLong(257, u'5');

const Parameter parameters[] = {
    {"F-7 the longest number", E::None, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineDial(a, c, longest)); }},
    {"F-7 too long a number", E::InvalAddress, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineDial(a, c, tooLong)); }},
    {"F-7 empty ends a sequence", E::None, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineDial(a, c, {})); }},
    {"F-22 a control character", E::InvalAddress, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineBlindTransfer(a, c, u"5\0016"_s)); }},
    {"F-22 too long a number", E::InvalAddress, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineBlindTransfer(a, c, tooLong)); }},
    {"F-30 a line break", E::InvalAddress, Offering,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineRedirect(a, c, u"5550101\n"_s)); }},
    {"F-27 DIRECTED without a place", E::InvalAddress, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode::Directed)); }},
    {"F-27 DIRECTED to a line break", E::InvalAddress, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode::Directed, u"70\n1"_s)); }},
    {"F-27 DIRECTED", E::None, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode::Directed, u"701"_s)); }},
    {"F-27 NONDIRECTED does not look at the place", E::None, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode::NonDirected, u"\n"_s)); }},
    {"F-27 no mode", E::InvalParkMode, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePark(a, c, ParkMode(0))); }},
    {"lineCompleteCall no mode", E::InvalCallComplMode, Busy,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineCompleteCall(a, c, CallComplMode(0))); }},
    {"lineCompleteCall an unknown mode", E::InvalCallComplMode, Busy,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineCompleteCall(a, c, CallComplMode(0x10))); }},
    {"lineCompleteCall MESSAGE", E::None, Busy,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineCompleteCall(a, c, CallComplMode::Message, 7)); }},
    {"F-20 two bearer modes", E::InvalBearerMode, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetupTransfer(a, c, withTwoBearers())); }},
    {"F-20 media the device has not", E::InvalMediaMode, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetupTransfer(a, c, withFax())); }},
    {"F-20 does not look at the address id", E::None, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.lineSetupTransfer(a, c, withStrangeAddress())); }},
    {"F-23 two bearer modes", E::InvalBearerMode, Connected,
     [](S &s, HLineApp a, HCall c) {
         return errorOf(s.lineSetupConference(a, {c, {}, 3, withTwoBearers()}));
     }},
    {"F-23 with a call does not look at the line", E::None, Connected,
     [](S &s, HLineApp a, HCall c) {
         return errorOf(s.lineSetupConference(a, {c, HLine{99}, 3, {}}));
     }},
    {"F-24 two bearer modes", E::InvalBearerMode, Connected,
     [](S &s, HLineApp a, HCall c) { return errorOf(s.linePrepareAddToConference(a, c, withTwoBearers())); }},
};

} // namespace

void TestCallFunctions::moreParametersAreChecked_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < std::size(parameters); ++i)
        QTest::newRow(parameters[i].name) << int(i);
}

void TestCallFunctions::moreParametersAreChecked()
{
    QFETCH(const int, index);
    const Parameter &parameter = parameters[index];
    openLines();
    provider().announces(1, parameter.state, 0, 1, conference());
    const auto ask = [&] { return parameter.ask(server(), app("A").id(), app("A").on(1)); };
    if (parameter.error == E::None)
        QCOMPARE(ask(), E::None);
    else
        refuses(parameter.error, ask);
}

namespace {

struct LineFunction {
    const char *name;
    LineError error;
    bool inService;
    LineError (*ask)(TelephonyServer &, HLineApp, HLine);
};

LineError beginConference(S &s, HLineApp app, HLine line, const CallParams &params = {})
{
    return errorOf(s.lineSetupConference(app, {{}, line, 3, params}));
}

const LineFunction lineFunctions[] = {
    {"F-28 no line", E::InvalLineHandle, true,
     [](S &s, HLineApp a, HLine) { return errorOf(s.lineUnpark(a, HLine{99}, 9, {})); }},
    {"F-28 no such address", E::InvalAddressId, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.lineUnpark(a, l, 1, {})); }},
    {"F-28 no place", E::InvalAddress, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.lineUnpark(a, l, 0, {})); }},
    {"F-28 a line break", E::InvalAddress, false,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.lineUnpark(a, l, 0, u"70\n1"_s)); }},
    {"F-28 out of service", E::InvalLineState, false,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.lineUnpark(a, l, 0, u"701"_s)); }},
    {"F-28 a provider that cannot", E::OperationUnavail, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.lineUnpark(a, l, 0, u"701"_s)); }},
    {"F-29 no line", E::InvalLineHandle, true,
     [](S &s, HLineApp a, HLine) { return errorOf(s.linePickup(a, HLine{99}, 9)); }},
    {"F-29 no such address", E::InvalAddressId, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.linePickup(a, l, 1, u"\n"_s)); }},
    {"F-29 a line break", E::InvalAddress, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.linePickup(a, l, 0, u"\n"_s, u"\n"_s)); }},
    {"F-29 a line break in the group", E::InvalGroupId, false,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.linePickup(a, l, 0, {}, u"\n"_s)); }},
    {"F-29 out of service", E::InvalLineState, false,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.linePickup(a, l, 0)); }},
    {"F-29 a provider that cannot", E::OperationUnavail, true,
     [](S &s, HLineApp a, HLine l) { return errorOf(s.linePickup(a, l, 0)); }},
    {"F-23 no line", E::InvalLineHandle, true,
     [](S &s, HLineApp a, HLine) { return beginConference(s, a, HLine{99}, withoutMedia()); }},
    {"F-23 no media", E::InvalMediaMode, true,
     [](S &s, HLineApp a, HLine l) { return beginConference(s, a, l, withoutMedia()); }},
    {"F-23 two bearer modes", E::InvalBearerMode, false,
     [](S &s, HLineApp a, HLine l) { return beginConference(s, a, l, withTwoBearers()); }},
    {"F-23 out of service", E::InvalLineState, false,
     [](S &s, HLineApp a, HLine l) { return beginConference(s, a, l); }},
    {"F-23 a provider that cannot", E::OperationUnavail, true,
     [](S &s, HLineApp a, HLine l) { return beginConference(s, a, l); }},
};

} // namespace

void TestCallFunctions::linesAreCheckedToo_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < std::size(lineFunctions); ++i)
        QTest::newRow(lineFunctions[i].name) << int(i);
}

void TestCallFunctions::linesAreCheckedToo() // F-23, F-28, F-29, V-67
{
    QFETCH(const int, index);
    const LineFunction &function = lineFunctions[index];
    FakeProvider unable(&server(), u"Unable"_s, {}); // what it cannot do is looked at last
    DeviceInfo info;
    info.inService = function.inService;
    unable.addsDevice(1, info);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    unable.commands();
    refuses(function.error, [&] { return function.ask(server(), app("A").id(), app("A").line()); });
    QCOMPARE(unable.commands(), lines());
}

QTEST_GUILESS_MAIN(TestCallFunctions)

#include "tst_callfunctions.moc"
