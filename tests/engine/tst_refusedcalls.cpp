// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A call that got NULL from LINE_NEWCALL (R-13, V-26), as a fault injector tells of it.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestRefusedCalls : public ServerFixture {
    Q_OBJECT

private:
    static Report refusal(DriverCall call)
    {
        return Reports::FaultInjected{FaultKind::NullHandle, FakeProvider::line(1), call, u"refused"_s};
    }
    static Report refusal(int number) { return refusal(FakeProvider::call(number)); }

private Q_SLOTS:
    void nothingMayBeSaidOfARefusedCall_data();
    void nothingMayBeSaidOfARefusedCall();
    void aRefusedCallMayBeAnnouncedAgain();
    void onlyItsProviderIsMeant();
    void deathForgetsRefusals();
    void otherFaultsRefuseNothing();
    void refusalsAreBounded();
};

void TestRefusedCalls::nothingMayBeSaidOfARefusedCall_data()
{
    QTest::addColumn<Report>("report");
    QTest::newRow("state") << FakeProvider::stateOf(1, CallState::Connected);
    QTest::newRow("information") << Report(Reports::CallInfo{FakeProvider::call(1), CallInfoState::CallerId, {}});
    QTest::newRow("memory") << Report(Reports::CallBytes{FakeProvider::call(1), 100});
    QTest::newRow("a digit") << Report(Reports::MonitorDigits{FakeProvider::call(1), '5', DigitMode::Dtmf});
    QTest::newRow("end of digits") << Report(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Done});
}

void TestRefusedCalls::nothingMayBeSaidOfARefusedCall()
{
    QFETCH(Report, report);
    QVERIFY(app("crm").opens(1));
    provider().reports(refusal(1));
    QCOMPARE(findings(), QStringList());
    provider().reports(report);
    provider().reports(report);
    QCOMPARE(findings(), QStringList({u"V-26 violation P1"_s, u"V-26 violation P1"_s}));
    QCOMPARE(world().totals().callsCreated, 0u);
}

void TestRefusedCalls::aRefusedCallMayBeAnnouncedAgain()
{
    QVERIFY(app("crm").opens(1));
    provider().reports(refusal(1));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), QStringList());
    QCOMPARE(world().totals().callsCreated, 1u);
}

void TestRefusedCalls::onlyItsProviderIsMeant()
{
    FakeProvider other(&server(), u"Other"_s);
    provider().reports(refusal(1));
    other.says(1, CallState::Connected);
    QCOMPARE(findings(), QStringList{u"V-18 violation P2"_s});
}

void TestRefusedCalls::deathForgetsRefusals()
{
    provider().reports(refusal(1));
    provider().dies();
    provider().addsDevice(1);
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), QStringList{u"V-18 violation P1"_s});
}

void TestRefusedCalls::otherFaultsRefuseNothing()
{
    provider().reports(Reports::FaultInjected{FaultKind::Drop, {}, FakeProvider::call(1), u"dropped"_s});
    provider().says(1, CallState::Connected);
    QCOMPARE(findings(), QStringList{u"V-18 violation P1"_s});
}

// Whoever refuses without end forgets the first: their reports are V-18 then.
void TestRefusedCalls::refusalsAreBounded()
{
    for (quint32 call = 1; call <= 10'001; ++call)
        provider().reports(refusal(DriverCall{100'000 + call}));
    provider().reports(Reports::CallState{{110'001}, CallState::Connected, 0, {}});
    provider().reports(Reports::CallState{{100'001}, CallState::Connected, 0, {}});
    QCOMPARE(findings(), QStringList({u"V-26 violation P1"_s, u"V-18 violation P1"_s}));
}

QTEST_GUILESS_MAIN(TestRefusedCalls)
#include "tst_refusedcalls.moc"
