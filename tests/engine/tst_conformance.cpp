// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conformance checks look on while a provider keeps to the rules and while it does not (rulebook 9 and 2.2): a
// story for each rule that fires, and those beside it that do not.

#include "checks/rules.h"
#include "server/serverchecks.h"
#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using enum CallState;
using Story = std::function<void()>;
Q_DECLARE_METATYPE(Story)

namespace {

constexpr quint32 normal = quint32(DisconnectMode::Normal);
constexpr quint32 active = quint32(ConnectedMode::Active);

} // namespace

class TestConformance : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void lifeOfCalls_data();
    void lifeOfCalls();
    void states_data();
    void states();
    void information_data();
    void information();
    void lines_data();
    void lines();
    void steps_data();
    void steps();
    void anEngineThatIsToldNothingFindsNothing();
    void evidenceIsTheReportAndTheOneBefore();
    void theServersEvidenceIsTheReportAndTheEventBefore();
    void aLimitCanBeSet();
    void nothingIsRememberedOfWhatIsOver();

private:
    void columns() { QTest::addColumn<Story>("story"), QTest::addColumn<QStringList>("found"); }
    void row(const char *name, const Story &story, const QStringList &found = {})
    {
        QTest::newRow(name) << story << found;
    }
    void play();
    // ---- what stories are made of ----
    TestApp &a() { return app("A"); }
    void waits(Microseconds time) { clock().advance(time); }
    void makes(int number, CallState state = Connected) // a call of A
    {
        QVERIFY(a().calls("5550100"));
        provider().completesWithCall(number);
        provider().says(number, state, state == Connected ? active : 0);
    }
    void tells(int number, const std::function<void(CallInfo &)> &change, CallInfoStates bits)
    {
        CallInfo info = call(number)->info.unpack();
        change(info);
        provider().says(number, info, bits);
    }
    void rings(quint32 count, quint32 mode = 1)
    {
        provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::Ringing, mode, count});
    }
    void asksForRings()
    {
        QVERIFY(a().wantsToHear(LineDevState::Ringing));
        waits(5_s);
    }
    void drops(int number) { server().execute(a().id(), Requests::Drop{a().on(number)}); }
    Story first(CallState state, quint32 mode = 0)
    {
        return [=, this] { provider().announces(1, state, mode, 1, found()); };
    }
    // A call that was there already: no direction.
    static CallInfo found()
    {
        CallInfo info = FakeProvider::voice();
        info.origin = 0;
        return info;
    }
    Story step(CallState from, quint32 fromMode, CallState to, quint32 mode = 0)
    {
        return [=, this] {
            provider().announces(1, Unknown, 0, 1, found());
            provider().says(1, from, fromMode);
            provider().says(1, to, mode);
        };
    }
};

void TestConformance::play()
{
    QFETCH(const Story, story);
    QFETCH(const QStringList, found);
    const ServerChecks checks(&server());
    QVERIFY(a().opens(1, Privilege::Owner | Privilege::Monitor));
    story();
    QCOMPARE(findings(), found);
}

// ---- 9.1 ----

void TestConformance::requests() { play(); }

void TestConformance::requests_data()
{
    columns();
    row("a request is completed", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        provider().completes();
        provider().says(1, OnHold);
        waits(300_s);
    });
    row("V-4",
        [this] {
            makes(1);
            QVERIFY(a().holds(1));
            provider().completes(LineError(7));
        },
        {u"V-4 violation C1"_s});
    row("V-7, V-23: CONNECTED before the completion",
        [this] {
            QVERIFY(a().calls("5550100"));
            provider().says(1, Connected, active);
            provider().completesWithCall(1);
            provider().says(1, Connected, active);
        },
        {u"V-18 violation P1"_s, u"V-23 violation D1"_s, u"V-7 violation D1"_s});
    row("V-23 without V-7: DIALING before the completion",
        [this] {
            QVERIFY(a().calls("5550100"));
            provider().says(1, Dialing);
            provider().completesWithCall(1);
            provider().says(1, Proceeding);
        },
        {u"V-18 violation P1"_s, u"V-23 violation D1"_s});
    row("V-8",
        [this] {
            makes(1);
            QVERIFY(a().holds(1));
            QVERIFY(a().deallocates(1));
            waits(3_s);
        },
        {u"V-8 violation C1"_s});
    row("V-8: it was on its way", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        QVERIFY(a().deallocates(1));
        waits(1_s);
        provider().completes(LineError::OperationFailed);
        waits(300_s);
    });
    row("V-9: what was to be made, as V-10",
        [this] {
            QVERIFY(a().beginsConference());
            QVERIFY(a().closes());
            waits(3_s);
        },
        {u"V-10 violation C1"_s});
    row("V-9: of a call, as V-8",
        [this] {
            makes(1);
            QVERIFY(app("B").opens(2, Privilege::Owner));
            QVERIFY(a().holds(1));
            provider().closesLine(1);
            waits(3_s);
        },
        {u"V-8 violation C1"_s});
    row("V-10",
        [this] {
            QVERIFY(a().calls("5550100"));
            QVERIFY(a().closes());
            waits(3_s);
        },
        {u"V-10 violation C1"_s});
    row("V-10: given up", [this] {
        QVERIFY(a().calls("5550100"));
        QVERIFY(a().closes());
        provider().completes(LineError::OperationFailed);
        waits(300_s);
    });
    row("V-11",
        [this] {
            makes(1);
            QVERIFY(a().holds(1));
            waits(60_s);
        },
        {u"V-11 warning C1"_s});
    row("V-11: not yet", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        waits(59_s);
    });
    row("V-11: a provider that has gone owes nothing", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        provider().dies();
        waits(300_s);
    });
    row("V-24",
        [this] {
            QVERIFY(a().calls("5550100"));
            provider().completes(provider().lastRequest(), LineError::OperationFailed, FakeProvider::call(1));
            provider().says(1, Dialing);
        },
        {u"V-18 violation P1"_s, u"V-24 violation P1"_s});
    row("V-57",
        [this] {
            makes(1);
            QVERIFY(a().holds(1));
            provider().completes(LineError::InvalCallState);
        },
        {u"V-57 warning C1"_s});
    row("V-57: the state had changed", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        provider().says(1, OnHold);
        provider().completes(LineError::InvalCallState);
    });
    row("V-73",
        [this] {
            makes(1);
            QVERIFY(a().unparks(u"700"_s));
            provider().completesWithCall(1);
        },
        {u"V-25 violation P1"_s, u"V-73 violation P1"_s});
    row("V-73: a new name", [this] {
        makes(1);
        QVERIFY(a().unparks(u"700"_s));
        provider().completesWithCall(2);
        provider().says(2, Connected, active);
    });
}

// ---- 9.2 ----

void TestConformance::lifeOfCalls() { play(); }

void TestConformance::lifeOfCalls_data()
{
    columns();
    row("V-19",
        [this] {
            provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1),
                                                PackedCallInfo(FakeProvider::voice()), 0});
            tells(
                1, [](CallInfo &info) { info.callId = 7; }, CallInfoState::CallId);
            provider().says(1, Offering);
        },
        {u"V-19 violation C1"_s});
    row("V-20: announced",
        [this] {
            provider().reports(Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1),
                                                PackedCallInfo(FakeProvider::voice()), 0});
            waits(2_s);
        },
        {u"V-20 warning C1"_s});
    row("V-20: made",
        [this] {
            QVERIFY(a().calls("5550100"));
            provider().completesWithCall(1);
            waits(2_s);
        },
        {u"V-20 warning C1"_s});
    row("V-20: in time", [this] {
        QVERIFY(a().calls("5550100"));
        provider().completesWithCall(1);
        waits(1_s);
        provider().says(1, Dialing);
        waits(10_s);
    });
    row("V-21",
        [this] {
            makes(1);
            provider().says(1, Idle);
        },
        {u"V-21 warning C1"_s});
    row("V-21: DISCONNECTED first", [this] {
        makes(1);
        provider().says(1, Disconnected, normal);
        provider().says(1, Idle);
    });
    row("V-21: dropped here", [this] {
        makes(1);
        drops(1);
        provider().says(1, Idle);
        provider().completes();
    });
    row("V-21: the drop had failed",
        [this] {
            makes(1);
            drops(1);
            provider().completes(LineError::OperationFailed);
            provider().says(1, Idle);
        },
        {u"V-21 warning C1"_s});
    row("V-21: parked", [this] {
        makes(1);
        QVERIFY(a().parks(1));
        provider().completesParkedAt(u"700"_s);
        provider().says(1, Idle);
    });
    row("V-25 as a warning",
        [this] {
            makes(1);
            QVERIFY(a().deallocates(1));
            provider().offers(1);
        },
        {u"V-25 warning C2"_s});
    row("V-25: later", [this] {
        makes(1);
        QVERIFY(a().deallocates(1));
        waits(5_s);
        provider().offers(1);
    });
    row("V-26",
        [this] {
            Reports::FaultInjected refused;
            refused.kind = FaultKind::NullHandle;
            refused.call = FakeProvider::call(1);
            provider().reports(refused);
            provider().says(1, Offering);
        },
        {u"V-26 violation P1"_s});
    row("V-27",
        [this] {
            CallInfo info = FakeProvider::voice();
            info.mediaMode = quint32(MediaMode::G3Fax);
            provider().offers(1, 1, info);
        },
        {u"V-27 warning C1"_s});
    row("V-27: UNKNOWN with it", [this] {
        CallInfo info = FakeProvider::voice();
        info.mediaMode = quint32(MediaMode::G3Fax) | quint32(MediaMode::Unknown);
        provider().offers(1, 1, info);
    });
    row("V-28",
        [this] { // the sole owner goes, a monitor stays (L-18)
            QVERIFY(app("B").opens(1, Privilege::Monitor));
            makes(1);
            QVERIFY(a().closes());
            provider().completes();
            waits(30_s);
        },
        {u"V-28 violation C1"_s});
    row("V-28: it ends", [this] {
        QVERIFY(app("B").opens(1, Privilege::Monitor));
        makes(1);
        QVERIFY(a().closes());
        provider().completes();
        provider().says(1, Idle);
        waits(100_s);
    });
    row("V-29",
        [this] {
            makes(1);
            drops(1);
            provider().completes();
            waits(30_s);
        },
        {u"V-29 warning C1"_s});
    row("V-29: on a bridged line", [this] {
        makes(1);
        drops(1);
        provider().completes();
        provider().says(1, Connected, quint32(ConnectedMode::Inactive));
        waits(100_s);
    });
}

// ---- 9.3 ----

void TestConformance::states() { play(); }

void TestConformance::states_data()
{
    columns();
    row("V-32",
        [this] {
            makes(1);
            provider().says(1, CallState(0x300));
        },
        {u"V-32 violation C1"_s});
    row("V-32: with a substate", [this] {
        makes(1);
        provider().says(1, CallState(quint32(OnHold)));
    });
    row("V-34: of another state", first(OnHold, 4), {u"V-34 violation C1"_s});
    row("V-34: none of its own", first(Connected, 0x40), {u"V-34 violation C1"_s});
    row("V-34: two at once", first(Connected, 3), {u"V-34 violation C1"_s});
    row("V-34: none at all", step(Connected, active, Disconnected, 0), {u"V-34 warning C1"_s});
    row("V-34: CONNECTED needs none", first(Connected, 0));
    const auto foresees = [this](quint32 states) {
        return [=, this] {
            CallInfo info = found();
            info.callStates = states;
            provider().announces(1, Connected, active, 1, info);
        };
    };
    row("V-37", foresees(quint32(Idle) | quint32(Offering)), {u"V-37 warning C1"_s});
    row("V-37: foreseen", foresees(quint32(Idle) | quint32(Connected)));
    row("V-37: nothing is foreseen", foresees(0));
    const auto media = [this](MediaModes modes) {
        return [=, this] {
            provider().reports({Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1),
                                                 PackedCallInfo(FakeProvider::voice()), 0},
                                Reports::CallState{FakeProvider::call(1), Offering, 0, modes}});
        };
    };
    row("V-38", media(MediaMode::G3Fax), {u"V-38 violation C1"_s});
    row("V-38: not a media mode", media(MediaModes::fromInt(1)), {u"V-38 violation C1"_s});
    row("V-38: the same", media(MediaMode::InteractiveVoice));
    row("V-38: not known", media(MediaMode::Unknown));
    row("V-39",
        [this] {
            makes(1);
            provider().says(1, Conferenced, 77);
        },
        {u"V-39 violation C1"_s});
    row("V-39: a conference", [this] {
        makes(1);
        provider().announces(2, Connected, active, 1, found());
        provider().says(1, Conferenced, FakeProvider::call(2).value);
    });
    row("V-41: counted on", [this] {
        asksForRings();
        provider().offers(1);
        rings(0);
        rings(1);
        rings(2);
    });
    row("V-41: counted back",
        [this] {
            asksForRings();
            provider().offers(1);
            rings(0);
            rings(2);
            rings(1);
        },
        {u"V-41 violation D1"_s});
    row("V-41: begun with 1",
        [this] {
            asksForRings();
            provider().offers(1);
            rings(1);
        },
        {u"V-41 violation D1"_s});
    row("V-41: no mode",
        [this] {
            asksForRings();
            provider().offers(1);
            rings(0, 0);
        },
        {u"V-41 violation D1"_s});
    row("V-42: nobody calls",
        [this] {
            asksForRings();
            rings(0);
            waits(2_s);
        },
        {u"V-42 warning D1"_s});
    row("V-42: the call comes at once", [this] {
        asksForRings();
        rings(0);
        waits(1_s);
        provider().offers(1);
        waits(5_s);
    });
    row("V-42: no ring",
        [this] {
            asksForRings();
            provider().offers(1);
            rings(0);
            provider().says(1, Idle);
            waits(1_s);
            provider().offers(2);
            waits(3_s);
            provider().says(2, Idle);
        },
        {u"V-42 warning C2"_s});
    row("V-42: a line that never rings", [this] {
        asksForRings();
        provider().offers(1);
        waits(3_s);
        provider().says(1, Idle);
    });
    row("V-70",
        [this] {
            makes(1);
            provider().announces(2, Connected, active, 1, found());
            provider().says(1, Conferenced, FakeProvider::call(2).value);
            QVERIFY(a().removes(1));
            provider().completes();
            waits(5_s);
        },
        {u"V-70 violation C1"_s});
    row("V-70: it leaves", [this] {
        makes(1);
        provider().announces(2, Connected, active, 1, found());
        provider().says(1, Conferenced, FakeProvider::call(2).value);
        QVERIFY(a().removes(1));
        provider().completes();
        provider().says(1, Connected, active);
        waits(50_s);
    });
    const auto swap = [this](bool both) {
        return [=, this] {
            makes(1);
            makes(2);
            provider().says(2, OnHold);
            waits(1_s);
            QVERIFY(a().swapsHold(1, 2));
            provider().completes();
            provider().says(1, OnHold);
            if (both)
                provider().says(2, Connected, active);
            waits(5_s);
        };
    };
    row("V-71", swap(false), {u"V-71 violation C2"_s});
    row("V-71: both", swap(true));
    const auto transfer = [this](bool both) {
        return [=, this] {
            makes(1);
            QVERIFY(a().setsUpTransfer(1));
            provider().completesWithCall(2);
            provider().says(1, OnHoldPendTransfer);
            provider().says(2, Dialing);
            provider().says(2, Connected, active);
            QVERIFY(a().completesTransfer(1, 2));
            provider().completes();
            provider().says(1, Idle);
            if (both)
                provider().says(2, Idle);
            waits(5_s);
        };
    };
    row("V-72", transfer(false), {u"V-72 violation C2"_s});
    row("V-72: both", transfer(true));
}

// ---- 9.4 ----

void TestConformance::information() { play(); }

void TestConformance::information_data()
{
    columns();
    const auto news = [this](
                          const std::function<void(CallInfo &)> &change, CallInfoStates bits,
                          const std::function<void(CallInfo &)> &before = [](CallInfo &) {}) {
        return [=, this] {
            CallInfo info = FakeProvider::voice();
            before(info);
            provider().offers(1, 1, info);
            tells(1, change, bits);
        };
    };
    const auto id = [](CallInfo &info) { info.callId = 7; };
    row("V-43", news([](CallInfo &info) { info.callId = 7, info.relatedCallId = 8; }, CallInfoState::CallId),
        {u"V-43 violation C1"_s});
    row("V-43: all that has changed", news(id, CallInfoState::CallId));
    row("V-43: the first record of a call that was made", [this] {
        makes(1);
        tells(
            1, [](CallInfo &info) { info.callId = 7, info.relatedCallId = 8; }, CallInfoState::CallId);
    });
    row("V-44", news([](CallInfo &) {}, CallInfoState::CallId), {u"V-44 warning C1"_s});
    const auto sets = [this](quint32 value, Microseconds later, CallInfoStates bits) {
        return [=, this] {
            makes(1);
            QVERIFY(a().setsAppSpecific(1, 7));
            waits(later);
            if (bits)
                tells(
                    1, [value](CallInfo &info) { info.appSpecific = value; }, bits);
            waits(50_s);
        };
    };
    row("V-47: silence", sets(7, 0, {}), {u"V-47 violation C1"_s});
    row("V-47: another value", sets(8, 0, CallInfoState::AppSpecific), {u"V-47 violation C1"_s});
    row("V-47: told", sets(7, 1_s, CallInfoState::AppSpecific));
    const auto data = [this](const QByteArray &told, bool tell, LineError result) {
        return [=, this] {
            makes(1);
            QVERIFY(a().setsCallData(1, "x"));
            provider().completes(result);
            if (tell)
                tells(
                    1, [told](CallInfo &info) { info.callData = told; }, CallInfoState::CallData);
            waits(50_s);
        };
    };
    row("V-48: silence", data({}, false, LineError::None), {u"V-48 violation C1"_s});
    row("V-48: other data", data("y", true, LineError::None), {u"V-48 violation C1"_s});
    row("V-48: told", data("x", true, LineError::None));
    row("V-48: refused", data({}, false, LineError::OperationFailed));
    const auto announced = [this](const std::function<void(CallInfo &)> &change) {
        return [=, this] {
            CallInfo info = FakeProvider::voice();
            change(info);
            provider().offers(1, 1, info);
        };
    };
    row("V-51: a number without its flag", announced([](CallInfo &info) { info.callerIdFlags = 0; }),
        {u"V-51 warning C1"_s});
    row("V-51: a flag without a name", announced([](CallInfo &info) {
            info.callerIdFlags = quint32(PartyIdFlag::Address) | quint32(PartyIdFlag::Name);
        }),
        {u"V-51 warning C1"_s});
    row("V-51: blocked, but known", announced([](CallInfo &info) {
            info.callerIdFlags = quint32(PartyIdFlag::Address) | quint32(PartyIdFlag::Blocked);
        }),
        {u"V-51 warning C1"_s});
    row("V-51: as it is", announced([](CallInfo &) {}));
    const auto setReason = [](CallReason reason) {
        return [reason](CallInfo &info) { info.reason = quint32(reason); };
    };
    row("V-52: UNAVAIL became known",
        news(setReason(CallReason::Direct), CallInfoState::Reason, setReason(CallReason::Unavail)),
        {u"V-52 warning C1"_s});
    row("V-52: UNKNOWN became known",
        news(setReason(CallReason::Direct), CallInfoState::Reason, setReason(CallReason::Unknown)));
    row("V-52: it was told",
        news(setReason(CallReason::Transfer), CallInfoState::Reason, setReason(CallReason::Direct)));
    row("V-53", news([](CallInfo &info) { info.addressId = 1; }, CallInfoState::Other), {u"V-53 warning C1"_s});
    row("V-54", announced([](CallInfo &info) { info.trunk = 0; }), {u"V-54 warning C1"_s});
}

// ---- 9.5 ----

void TestConformance::lines() { play(); }

void TestConformance::lines_data()
{
    columns();
    row("V-58",
        [this] {
            makes(1);
            QVERIFY(a().holds(1));
            waits(2_s);
            provider().closesLine(1);
            provider().completes(LineError::OperationFailed);
        },
        {u"V-58 violation D1"_s});
    row("V-58: completed first", [this] {
        makes(1);
        QVERIFY(a().holds(1));
        waits(2_s);
        provider().completes(LineError::OperationFailed);
        provider().closesLine(1);
    });
    row("V-59: a call",
        [this] {
            makes(1);
            server().report(provider().id(),
                            {Reports::LineClose{FakeProvider::line(1), {}}, FakeProvider::stateOf(1, OnHold)}, 3);
        },
        {u"V-59 violation D1"_s});
    row("V-59: a ring",
        [this] {
            asksForRings();
            provider().closesLine(1);
            rings(0);
        },
        {u"V-59 violation D1"_s});
    row("V-59: opened again", [this] {
        provider().closesLine(1);
        QVERIFY(a().opens(1, Privilege::Owner));
        provider().offers(1);
    });
    const auto message = [this](Microseconds later) {
        return [=, this] {
            QVERIFY(a().closes());
            waits(later);
            provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::MsgWaitOn, 0, 0});
        };
    };
    row("V-60", message(2_s), {u"V-60 violation D1"_s});
    row("V-60: on its way", message(1_s));
    row("V-14 of an address",
        [this] {
            QVERIFY(a().closes());
            waits(2_s);
            provider().reports(Reports::AddressState{FakeProvider::line(1), 0, AddressState::InUseOne});
        },
        {u"V-14 violation D1"_s});
    row("V-63",
        [this] {
            asksForRings();
            provider().reports(Reports::LineDevState{FakeProvider::line(1), LineDevState::MsgWaitOn, 0, 0});
        },
        {u"V-63 warning D1"_s});
    const auto outOfService = [this](bool later) {
        return [=, this] {
            makes(1);
            provider().reports(Reports::DeviceState{FakeProvider::line(1), false, true, {}});
            QVERIFY(a().holds(1));
            if (later)
                provider().reports(Reports::DeviceState{FakeProvider::line(1), true, true, {}});
            provider().completes();
        };
    };
    row("V-67", outOfService(false), {u"V-67 warning D1"_s});
    row("V-67: it was back in time", outOfService(true));
    const auto digits = [this](bool endsFirst) {
        return [=, this] {
            makes(1);
            QVERIFY(a().generatesDigits(1, u"1"_s));
            QVERIFY(a().generatesDigits(1, u"2"_s));
            if (endsFirst)
                provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Cancel});
            provider().reports(Reports::Generate{FakeProvider::call(1), 2, GenerateTerm::Done});
        };
    };
    row("V-69: two at a time", digits(false), {u"V-69 violation C1"_s});
    row("V-69: one after the other", digits(true));
    row("V-69: no end",
        [this] {
            makes(1);
            QVERIFY(a().generatesDigits(1, u"1"_s));
            waits(60_s);
        },
        {u"V-69 violation C1"_s});
}

// ---- 2.2 (V-33) ----

void TestConformance::steps() { play(); }

void TestConformance::steps_data()
{
    columns();
    row("T-01", first(Accepted), {u"T-01 warning C1"_s});
    row("T-01: as usual", first(OnHold));
    row("T-02", [this] { makes(1, OnHold); }, {u"T-02 warning C1"_s});
    row("T-02: as usual", [this] { makes(1, Ringback); });
    const auto consult = [this](CallState state) {
        return [=, this] {
            makes(1);
            QVERIFY(a().setsUpTransfer(1));
            provider().completesWithCall(2);
            provider().says(2, state);
        };
    };
    row("T-03", consult(Ringback), {u"T-03 warning C2"_s});
    row("T-03: as usual", consult(Dialing));
    const auto conference = [this](CallState state) {
        return [=, this] {
            makes(1);
            QVERIFY(a().setsUpConference(1));
            provider().completesWithCalls(2, 3);
            provider().says(2, state);
            provider().says(3, Dialing);
        };
    };
    row("T-04", conference(OnHold), {u"T-04 warning C2"_s});
    row("T-04: as usual", conference(OnHoldPendConf));
    const quint32 station = quint32(BusyMode::Station);
    const quint32 dialTone = quint32(DialToneMode::Normal);
    const quint32 noCircuit = quint32(SpecialInfoMode::NoCircuit);
    row("T-05", step(Offering, 1, OnHold), {u"T-05 warning C1"_s});
    row("T-05: another mode", step(Offering, 1, Offering, 2));
    row("T-06", step(Accepted, 0, Offering), {u"T-06 warning C1"_s});
    row("T-07", step(DialTone, dialTone, OnHold), {u"T-07 warning C1"_s});
    row("T-08", step(Dialing, 0, OnHold), {u"T-08 warning C1"_s});
    row("T-09", step(Proceeding, 0, Dialing), {u"T-09 warning C1"_s});
    row("T-10", step(Ringback, 0, Proceeding), {u"T-10 warning C1"_s});
    row("T-11", step(Busy, station, Connected), {u"T-11 warning C1"_s});
    row("T-12", step(SpecialInfo, noCircuit, Connected), {u"T-12 warning C1"_s});
    row("T-13", step(Connected, active, Ringback), {u"T-13 warning C1"_s});
    row("T-13: another mode", step(Connected, active, Connected, 2));
    row("T-13: UNKNOWN", step(Connected, active, Unknown), {u"T-13 warning C1"_s});
    row("T-13: UNKNOWN of a line out of service", [this] {
        provider().announces(1, Connected, quint32(ConnectedMode::Active), 1, found());
        provider().reports(Reports::DeviceState{FakeProvider::line(1), false, true, {}});
        provider().says(1, Unknown);
    });
    row("T-14", step(OnHold, 0, OnHoldPendConf), {u"T-14 warning C1"_s});
    row("T-14: OFFERING", step(OnHold, 0, Offering), {u"T-14 warning C1"_s});
    row("T-14: OFFERING of a call that was camped on", [this] {
        CallInfo info = FakeProvider::voice();
        info.reason = quint32(CallReason::CampedOn);
        provider().announces(1, OnHold, 0, 1, info);
        provider().says(1, Offering);
    });
    row("T-15", step(OnHoldPendTransfer, 0, OnHold), {u"T-15 warning C1"_s});
    row("T-16", step(OnHoldPendConf, 0, OnHold), {u"T-16 warning C1"_s});
    row("T-17",
        [this] {
            makes(1);
            provider().announces(2, Connected, active, 1, found());
            provider().says(1, Conferenced, FakeProvider::call(2).value);
            provider().says(1, OnHoldPendConf);
        },
        {u"T-17 warning C1"_s});
    row("T-18", step(Disconnected, normal, DialTone, dialTone), {u"T-18 warning C1"_s});
    row("T-18: another mode", step(Disconnected, normal, Disconnected, 2));
    row("T-19", step(Unknown, 0, Busy, station));
    row("T-21: incoming", [this] { provider().announces(1, Ringback); }, {u"T-21 warning C1"_s});
    row("T-21: outgoing",
        [this] {
            CallInfo info = FakeProvider::voice();
            info.origin = quint32(CallOrigin::Outbound);
            provider().announces(1, Unknown, 0, 1, info);
            provider().says(1, Offering);
        },
        {u"T-21 warning C1"_s});
    row("T-22", step(Connected, active, Connected, active), {u"T-22 warning C1"_s});
    row("T-22: RINGBACK goes on", step(Ringback, 0, Ringback));
}

// ---- the checks themselves ----

void TestConformance::anEngineThatIsToldNothingFindsNothing()
{
    ConformanceChecks checks;
    checks.passTo(1'000'000_s);
    QVERIFY(!checks.hasFindings());
    QCOMPARE(checks.remembered(), 0);
}

void TestConformance::evidenceIsTheReportAndTheOneBefore()
{
    const ServerChecks checks(&server());
    QVERIFY(a().opens(1));
    provider().announces(1, Connected, active, 1, found());
    provider().says(1, Ringback);
    QList<quint64> reports;
    Evidence evidence;
    server().journal().forEach([&](const Event &event) {
        const auto *received = std::get_if<Events::ReportReceived>(&event.payload);
        if (received && std::holds_alternative<Reports::CallState>(received->report))
            reports.append(event.seq);
        if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            evidence = raised->finding->evidence;
    });
    QCOMPARE(reports.size(), 2);
    QCOMPARE(evidence.event, reports.at(1));
    QCOMPARE(evidence.before, reports.at(0));
}

void TestConformance::theServersEvidenceIsTheReportAndTheEventBefore()
{
    QVERIFY(a().opens(1));
    provider().announces(1, Connected, active, 1, found());
    provider().says(1, Idle);
    provider().says(1, Connected);
    quint64 report = 0;
    quint64 idle = 0;
    Evidence evidence;
    server().journal().forEach([&](const Event &event) {
        if (std::holds_alternative<Events::ReportReceived>(event.payload))
            report = event.seq;
        if (std::holds_alternative<Events::CallState>(event.payload))
            idle = event.seq;
        if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            evidence = raised->finding->evidence;
    });
    QCOMPARE(evidence.event, report);
    QCOMPARE(evidence.before, idle);
}

void TestConformance::aLimitCanBeSet()
{
    const ServerChecks checks(&server(), {.request = 5_s});
    QVERIFY(a().opens(1, Privilege::Owner));
    makes(1);
    QVERIFY(a().holds(1));
    waits(5_s);
    QCOMPARE(findings(), QStringList{u"V-11 warning C1"_s});
}

void TestConformance::nothingIsRememberedOfWhatIsOver()
{
    ConformanceChecks checks;
    connect(&server(), &TelephonyServer::advanced, this, [&](const EventBatch &batch) { checks.see(batch); });
    QVERIFY(a().opens(1, Privilege::Owner));
    qsizetype most = 0;
    for (int number = 1; number <= 5'000; ++number) {
        makes(number);
        QVERIFY(a().setsAppSpecific(number, 7));
        drops(number);
        provider().says(number, Idle);
        provider().completes();
        QVERIFY(a().deallocates(number));
        a().rawMessages();
        waits(100_ms);
        most = std::max(most, checks.remembered());
    }
    QVERIFY2(most < 4'000, qPrintable(QString::number(most)));
    waits(100_s);
    checks.passTo(clock().now());
    QCOMPARE(checks.remembered(), 0);
    QVERIFY(!checks.hasFindings());
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
