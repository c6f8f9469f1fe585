// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's functions of call control, on a real engine with the simulator.
#include "windowfixture.h"

#include "dialogs/callfunctiondialog.h"
#include "panels/noticebar.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestCallControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyColorScheme(ColorScheme::Light); }
    void init();
    void cleanup() { fixture.reset(); }

    void aConsultedCallIsTransferred();
    void aConsultationIsDialledWhileTheViewIsPaused();
    void whatFailsLaterIsTold();
    void aConsultationWithoutANumberCanBeDialledLater();
    void aCallIsTransferredBlindly();
    void anOfferedCallIsRedirected();
    void aConferenceOfThreeIsBuiltAndAPartyLeaves();
    void aParkedCallIsFetchedOnAnotherLine();
    void heldAndConnectedCallsAreSwapped_data();
    void heldAndConnectedCallsAreSwapped();
    void digitsAreSent();
    void aMonitorTakesOwnershipAndGivesItBack();
    void aCallIsHandedOff();
    void ofApplicationsOfOneModuleTheOneThatIsNamedGetsTheCall();
    void theOtherCallIsOneOfTheSameLineOnly();
    void withoutAnotherCallTheDialogSaysSo();
    void stateAndPrivilegeSayWhyNot();

private:
    void select(HCall handle) { fixture->select(handle); }
    HCall connected(const QString &number); // a new incoming call of crm on line 1, answered, selected
    bool possible(ActionId id) const
    {
        return QTest::qWaitFor([&] { return fixture->action(id)->isEnabled(); });
    }
    bool answer(ActionId id, const QString &text);
    bool accept(ActionId id);
    QList<HCall> handlesOf(const QString &app, CallState state) const;
    HCall handleIn(const QString &app, CallState state) const { return handlesOf(app, state).value(0); }

    std::unique_ptr<WindowFixture> fixture;
};

void TestCallControl::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    fixture = std::make_unique<WindowFixture>();
    fixture->addApp(u"crm"_s, Privilege::Owner);
    QTRY_COMPARE(fixture->world().lines().size(), 2);
}

QList<HCall> TestCallControl::handlesOf(const QString &app, CallState state) const
{
    QList<HCall> found;
    const World &world = fixture->world();
    world.handles().forEach([&](const Handle &handle) {
        if (world.app(world.appOf(handle))->name == app && world.call(handle.call)->state == state)
            found += handle.id;
    });
    return found;
}

HCall TestCallControl::connected(const QString &number)
{
    const auto before = handlesOf(u"crm"_s, CallState::Connected);
    fixture->incomingCall(number);
    if (!QTest::qWaitFor([&] { return !handleIn(u"crm"_s, CallState::Offering).isNull(); }))
        return {};
    const HCall handle = handleIn(u"crm"_s, CallState::Offering);
    select(handle);
    if (!possible(ActionId::Answer))
        return {};
    fixture->action(ActionId::Answer)->trigger();
    // The actions follow with the next frame.
    const bool done = QTest::qWaitFor([&] {
        return fixture->stateOf(handle) == CallState::Connected && fixture->action(ActionId::Hold)->isEnabled();
    });
    return done ? handle : HCall();
}

// Triggers the action and types into its dialog.
bool TestCallControl::answer(ActionId id, const QString &text)
{
    return possible(id) && fixture->triggerAndAnswer<CallFunctionDialog>(id, [&](CallFunctionDialog *dialog) {
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
}

bool TestCallControl::accept(ActionId id)
{
    return possible(id) && fixture->triggerAndAnswer<CallFunctionDialog>(id, [](CallFunctionDialog *dialog) {
        QTest::keyClick(dialog, Qt::Key_Return);
    });
}

void TestCallControl::aConsultedCallIsTransferred() // F-20, F-21
{
    const HCall call = connected(u"+12025550143"_s);
    QVERIFY(!call.isNull());
    QVERIFY(answer(ActionId::SetupTransfer, u"+12025550188"_s));
    QTRY_COMPARE(fixture->stateOf(call), CallState::OnHoldPendTransfer);
    // The number was dialled on the consultation call as soon as there was one.
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Ringback).isNull());
    const HCall consult = handleIn(u"crm"_s, CallState::Ringback);
    select(consult);
    QVERIFY(possible(ActionId::RemoteAnswer));
    fixture->action(ActionId::RemoteAnswer)->trigger();
    QTRY_COMPARE(fixture->stateOf(consult), CallState::Connected);
    select(call);
    QVERIFY(accept(ActionId::CompleteTransfer));
    QTRY_COMPARE(fixture->stateOf(call), CallState::Idle);
    QTRY_COMPARE(fixture->stateOf(consult), CallState::Idle);
}

void TestCallControl::aConsultationIsDialledWhileTheViewIsPaused() // O-12
{
    const HCall call = connected(u"+12025550143"_s);
    const HCall consult = HCall{call.value + 1};
    const Handle *handle = fixture->world().handle(call);
    const HLineApp app = fixture->world().appOf(*handle);
    fixture->action(ActionId::Pause)->trigger();
    QVERIFY(answer(ActionId::SetupTransfer, u"+12025550188"_s));
    // The engine knows what the picture does not show yet.
    const auto state = std::make_shared<CallState>(CallState::Unknown); // an answer may come after the test
    const auto ask = [&] {
        fixture->engine.submit(app, Requests::GetCallStatus{consult}, [state](const Outcome &outcome) {
            if (const auto *status = std::get_if<CallStatus>(&outcome.value))
                *state = status->state;
        });
        return *state;
    };
    QTRY_COMPARE(ask(), CallState::Ringback);
    QVERIFY(!fixture->world().handle(consult));
}

void TestCallControl::whatFailsLaterIsTold() // E-2
{
    QVERIFY(!connected(u"+12025550143"_s).isNull());
    QVERIFY(answer(ActionId::Unpark, u"999"_s));
    QTRY_COMPARE(fixture->window->notice()->text(), u"lineUnpark failed: LINEERR_INVALADDRESS."_s);
}

void TestCallControl::aConsultationWithoutANumberCanBeDialledLater() // F-7
{
    QVERIFY(!connected(u"+12025550143"_s).isNull());
    QVERIFY(accept(ActionId::SetupTransfer));
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::DialTone).isNull());
    select(handleIn(u"crm"_s, CallState::DialTone));
    QVERIFY(answer(ActionId::Dial, u"+12025550188"_s));
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Ringback).isNull());
}

void TestCallControl::aCallIsTransferredBlindly() // F-22
{
    const HCall call = connected(u"+12025550143"_s);
    QVERIFY(answer(ActionId::BlindTransfer, u"+12025550188"_s));
    QTRY_COMPARE(fixture->stateOf(call), CallState::Idle);
}

void TestCallControl::anOfferedCallIsRedirected() // F-30
{
    fixture->incomingCall(u"+12025550143"_s);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Offering).isNull());
    const HCall call = handleIn(u"crm"_s, CallState::Offering);
    select(call);
    QVERIFY(answer(ActionId::Redirect, u"+12025550188"_s));
    QTRY_COMPARE(fixture->stateOf(call), CallState::Idle);
}

void TestCallControl::aConferenceOfThreeIsBuiltAndAPartyLeaves() // F-23, F-25, F-26
{
    const HCall first = connected(u"+12025550143"_s);
    QVERIFY(answer(ActionId::SetupConference, u"+12025550188"_s));
    QTRY_COMPARE(fixture->stateOf(first), CallState::Conferenced);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Ringback).isNull());
    const HCall second = handleIn(u"crm"_s, CallState::Ringback);
    select(second);
    QVERIFY(possible(ActionId::RemoteAnswer));
    fixture->action(ActionId::RemoteAnswer)->trigger();
    QTRY_COMPARE(fixture->stateOf(second), CallState::Connected);
    QVERIFY(accept(ActionId::AddToConference));
    QTRY_COMPARE(fixture->stateOf(second), CallState::Conferenced);
    QVERIFY(possible(ActionId::RemoveFromConference));
    fixture->action(ActionId::RemoveFromConference)->trigger();
    QTRY_VERIFY(fixture->stateOf(second) != CallState::Conferenced);
}

void TestCallControl::aParkedCallIsFetchedOnAnotherLine() // F-27, F-28
{
    const HCall call = connected(u"+12025550143"_s);
    QVERIFY(answer(ActionId::Park, u"701"_s));
    QTRY_COMPARE(fixture->stateOf(call), CallState::Idle);
    QVERIFY(answer(ActionId::Unpark, u"701"_s));
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Connected).isNull());
}

void TestCallControl::heldAndConnectedCallsAreSwapped_data()
{
    QTest::addColumn<bool>("heldIsSelected");
    QTest::addRow("the connected one selected") << false;
    QTest::addRow("the one on hold selected") << true;
}

void TestCallControl::heldAndConnectedCallsAreSwapped() // F-19
{
    const HCall first = connected(u"+12025550143"_s);
    QVERIFY(possible(ActionId::Hold));
    fixture->action(ActionId::Hold)->trigger();
    QTRY_COMPARE(fixture->stateOf(first), CallState::OnHold);
    const HCall second = connected(u"+12025550151"_s);
    QVERIFY(!second.isNull());
    QFETCH(const bool, heldIsSelected);
    if (heldIsSelected)
        select(first);
    QVERIFY(accept(ActionId::SwapHold));
    QTRY_COMPARE(fixture->stateOf(first), CallState::Connected);
    QTRY_COMPARE(fixture->stateOf(second), CallState::OnHold);
}

void TestCallControl::digitsAreSent() // F-34
{
    QVERIFY(!connected(u"+12025550143"_s).isNull());
    QVERIFY(fixture->triggerAndAnswer<CallFunctionDialog>(ActionId::SendDigits, [](CallFunctionDialog *dialog) {
        auto *line = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"1x2#"_s); // what is no digit cannot be typed
        QCOMPARE(line->text(), u"12#"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
    }));
    QVERIFY(possible(ActionId::MonitorDigits));
    fixture->action(ActionId::MonitorDigits)->trigger();
    QTest::qWait(0);
    QCOMPARE(fixture->window->notice()->isVisible(), false); // nothing failed
}

void TestCallControl::aMonitorTakesOwnershipAndGivesItBack() // P-18, P-19
{
    fixture->addApp(u"recorder"_s, Privilege::Monitor);
    QTRY_COMPARE(fixture->world().lines().size(), 4);
    const HCall owner = connected(u"+12025550143"_s);
    QVERIFY(!fixture->action(ActionId::BecomeMonitor)->isEnabled());
    QVERIFY(fixture->whyNot(ActionId::BecomeMonitor).contains(u"sole owner"));
    const HCall monitor = handleIn(u"recorder"_s, CallState::Connected);
    select(monitor);
    QVERIFY(possible(ActionId::BecomeOwner));
    fixture->action(ActionId::BecomeOwner)->trigger();
    QTRY_COMPARE(fixture->world().handle(monitor)->privilege, Privilege::Owner);
    select(owner);
    QTRY_VERIFY(fixture->action(ActionId::BecomeMonitor)->isEnabled());
    QVERIFY(possible(ActionId::BecomeMonitor));
    fixture->action(ActionId::BecomeMonitor)->trigger();
    QTRY_COMPARE(fixture->world().handle(owner)->privilege, Privilege::Monitor);
}

void TestCallControl::aCallIsHandedOff() // F-38
{
    fixture->addApp(u"desk"_s, Privilege::Owner);
    QTRY_COMPARE(fixture->world().lines().size(), 4);
    fixture->incomingCall(u"+12025550143"_s);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Offering).isNull());
    select(handleIn(u"crm"_s, CallState::Offering));
    QVERIFY(fixture->triggerAndAnswer<CallFunctionDialog>(ActionId::Handoff, [](CallFunctionDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findText(u"desk (A2)"_s));
        QTest::keyClick(dialog, Qt::Key_Return);
    }));
    QTRY_VERIFY(!fixture->handleOf(u"desk"_s).isNull());
    QTRY_COMPARE(fixture->world().handle(fixture->handleOf(u"desk"_s))->privilege, Privilege::Owner);
}

void TestCallControl::ofApplicationsOfOneModuleTheOneThatIsNamedGetsTheCall() // P-22
{
    for (int lines = 4; lines <= 6; lines += 2) {
        fixture->addApp(u"desk"_s, Privilege::Owner);
        QTRY_COMPARE(fixture->world().lines().size(), lines);
    }
    fixture->incomingCall(u"+12025550143"_s);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Offering).isNull());
    select(handleIn(u"crm"_s, CallState::Offering));
    QString rule;
    QVERIFY(fixture->triggerAndAnswer<CallFunctionDialog>(ActionId::Handoff, [&](CallFunctionDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findText(u"desk (A2, A3)"_s));
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            rule += label->text();
        QTest::keyClick(dialog, Qt::Key_Return);
    }));
    QVERIFY2(rule.contains(u"A2 gets the call: it was the first"), qPrintable(rule));
    QTRY_VERIFY(!fixture->handleOf(u"desk"_s).isNull());
    const Handle *given = fixture->world().handle(fixture->handleOf(u"desk"_s));
    QCOMPARE(shortName(fixture->world().appOf(*given)), u"A2"_s);
}

void TestCallControl::theOtherCallIsOneOfTheSameLineOnly() // H-45
{
    const HCall first = connected(u"+12025550143"_s);
    QVERIFY(possible(ActionId::Hold));
    fixture->action(ActionId::Hold)->trigger();
    QTRY_COMPARE(fixture->stateOf(first), CallState::OnHold);
    fixture->incomingCall(u"+12025550151"_s, {}, 1);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Offering).isNull());
    const HCall elsewhere = handleIn(u"crm"_s, CallState::Offering);
    select(elsewhere);
    QVERIFY(possible(ActionId::Answer));
    fixture->action(ActionId::Answer)->trigger();
    QTRY_COMPARE(fixture->stateOf(elsewhere), CallState::Connected);
    const CallFunction &swap = *callFunction(ActionId::SwapHold);
    QCOMPARE(otherCalls(fixture->world(), swap, elsewhere), QList<HCall>());
    QCOMPARE(otherCalls(fixture->world(), swap, first), QList<HCall>());
}

void TestCallControl::withoutAnotherCallTheDialogSaysSo()
{
    QVERIFY(!connected(u"+12025550143"_s).isNull());
    QVERIFY(fixture->triggerAndAnswer<CallFunctionDialog>(ActionId::SwapHold, [](CallFunctionDialog *dialog) {
        QVERIFY(!dialog->findChild<QPushButton *>()->isEnabled());
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts += label->text();
        QVERIFY(texts.join(u' ').contains(u"no other call"));
        dialog->reject();
    }));
}

void TestCallControl::stateAndPrivilegeSayWhyNot()
{
    QCOMPARE(fixture->whyNot(ActionId::BlindTransfer), u"Select a handle first."_s);
    QVERIFY(fixture->whyNot(ActionId::Unpark).contains(u"Select a line"));
    fixture->incomingCall(u"+12025550143"_s);
    QTRY_VERIFY(!handleIn(u"crm"_s, CallState::Offering).isNull());
    select(handleIn(u"crm"_s, CallState::Offering));
    QCOMPARE(fixture->whyNot(ActionId::BlindTransfer), u"The call is OFFERING; it would have to be CONNECTED."_s);
    QCOMPARE(fixture->whyNot(ActionId::RemoveFromConference),
             u"The call is OFFERING; it would have to be CONFERENCED."_s);
    QCOMPARE(fixture->whyNot(ActionId::Redirect), QString());
}

QTEST_MAIN(TestCallControl)
#include "tst_callcontrol.moc"
