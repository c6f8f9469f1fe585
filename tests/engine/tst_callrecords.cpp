// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be read of a call, a line, an address: rulebook section 8.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestCallRecords : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void everyAppReadsTheSameRecord();
    void theEnginesMembersDifferPerAsker();
    void theProviderCannotWriteTheEnginesMembers();
    void norWhenItAnnouncesTheCall();
    void theRecordIsTheProvidersLastAnswer();
    void countsKeepFallingAfterIdle();
    void theStatusIsThatOfTheLastReport();
    void theEngineStampsTheEntryOfAState();
    void idleHasNoModeAndNoFeatures();
    void aModeThatSaysNothingOfTheStateIsNotShown();
    void lineCountsFollowTheStates_data();
    void lineCountsFollowTheStates();
    void addressesAreCountedApart();
    void bytesThatTheProviderReportsAreKept();
    void bytesThatAreNotNewAreNoEvent();
    void aCallKeepsItsNamelessnessWhenItsAnswererHasGone();
};

void TestCallRecords::everyAppReadsTheSameRecord() // I-1
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    CallInfo info = FakeProvider::voice();
    info.calledId = u"101"_s;
    info.reason = quint32(CallReason::FwdBusy);
    info.userUserInfo = QByteArray("\x04\x00x", 3);
    info.providerRef = u"1732272060.17"_s;
    provider().offers(1, 1, info);
    CallInfo a = *app("A").info(1);
    CallInfo b = *app("B").info(1);
    QCOMPARE(a.reason, quint32(CallReason::FwdBusy));
    QCOMPARE(a.userUserInfo, QByteArray("\x04\x00x", 3));
    QCOMPARE(a.providerRef, u"1732272060.17"_s);
    QVERIFY(a.line != b.line);
    a.line = b.line;
    QVERIFY(a == b);
}

void TestCallRecords::theEnginesMembersDifferPerAsker() // I-23, I-24, I-33, S-33
{
    QVERIFY(app("A").opens(2, Privilege::Owner));
    QVERIFY(app("B").opens(2, Privilege::Monitor));
    CallInfo info = FakeProvider::voice();
    info.callStates = quint32(CallState::Offering) | quint32(CallState::Connected);
    provider().offers(1, 2, info);
    QCOMPARE(app("A").info(1)->line, app("A").line().handle());
    QCOMPARE(app("B").info(1)->line, app("B").line().handle());
    QCOMPARE(app("A").info(1)->lineDeviceId, 1u);
    QCOMPARE(app("A").info(1)->callStates, info.callStates | quint32(CallState::Unknown));
}

void TestCallRecords::theProviderCannotWriteTheEnginesMembers() // I-6, V-49
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").calls("5551"));
    provider().completesWithCall(1);
    CallInfo info = FakeProvider::voice();
    info.line = 99;
    info.lineDeviceId = 98;
    info.numOwners = 97;
    info.numMonitors = 96;
    info.appName = u"Evil"_s;
    provider().says(1, info, CallInfoState::CallerId);
    const CallInfo read = *app("A").info(1);
    QCOMPARE(read.line, app("A").line().handle());
    QCOMPARE(read.lineDeviceId, 0u);
    QCOMPARE(read.numOwners, 1u);
    QCOMPARE(read.numMonitors, 0u);
    QCOMPARE(read.appName, u"A"_s);
    QCOMPARE(read.callerId, info.callerId); // its own members it can
}

void TestCallRecords::norWhenItAnnouncesTheCall() // I-6
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    CallInfo info = FakeProvider::voice();
    info.appName = u"Evil"_s;
    info.comment = u"Evil"_s;
    info.calledParty = u"Evil"_s;
    info.displayableAddress = u"Evil"_s;
    provider().offers(1, 1, info);
    const CallInfo read = *app("A").info(1);
    QCOMPARE(read.appName + read.comment + read.calledParty + read.displayableAddress, QString());
    QCOMPARE(read.callerId, info.callerId);
}

void TestCallRecords::theRecordIsTheProvidersLastAnswer() // I-5
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    CallInfo info = FakeProvider::voice();
    info.callerIdName = u"Ann"_s;
    provider().says(1, info, CallInfoState::CallerId);
    QCOMPARE(app("A").info(1)->callerIdName, u"Ann"_s);
    info.callerId.clear(); // withdrawn
    provider().says(1, info, CallInfoState::CallerId);
    QCOMPARE(app("A").info(1)->callerId, QString());
}

void TestCallRecords::countsKeepFallingAfterIdle() // I-8
{
    for (const char *name : {"A", "B", "C"})
        QVERIFY(app(name).opens(1, Privilege::Owner | Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Idle);
    QCOMPARE(app("C").info(1)->numOwners, 1u);
    QCOMPARE(app("C").info(1)->numMonitors, 2u);
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(app("C").info(1)->numOwners, 0u);
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(app("C").info(1)->numMonitors, 1u);
}

void TestCallRecords::theStatusIsThatOfTheLastReport() // I-72, I-73, V-36
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, CallState::Busy, quint32(BusyMode::Trunk));
    QCOMPARE(app("A").status(1)->state, CallState::Busy);
    QCOMPARE(app("A").status(1)->mode, quint32(BusyMode::Trunk));
    provider().says(1, CallState::Proceeding);
    QCOMPARE(app("A").status(1)->mode, 0u);
}

void TestCallRecords::theEngineStampsTheEntryOfAState() // I-78, I-81
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    const Microseconds offered = clock().now();
    QCOMPARE(app("A").status(1)->stateEntryTime, offered);
    clock().advance(7_s);
    QCOMPARE(app("A").status(1)->stateEntryTime, offered);
    provider().says(1, CallState::Idle);
    clock().advance(60_s);
    QCOMPARE(app("A").status(1)->stateEntryTime, offered + 7_s); // the time of IDLE
}

void TestCallRecords::idleHasNoModeAndNoFeatures() // I-73, I-75
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, CallState::Disconnected, quint32(DisconnectMode::Busy));
    QVERIFY(app("A").status(1)->features.testFlag(CallFeature::Drop));
    provider().says(1, CallState::Idle);
    QCOMPARE(app("A").status(1)->mode, 0u);
    QVERIFY(!app("A").status(1)->features);
}

void TestCallRecords::aModeThatSaysNothingOfTheStateIsNotShown() // I-73, S-12, S-24
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().announces(2, CallState::Connected);
    provider().offers(1);
    provider().says(1, CallState::Conferenced, FakeProvider::call(2).value);
    QCOMPARE(call(1)->mode, call(2)->id.value); // the conference, which LINE_CALLSTATE names by a handle
    QCOMPARE(app("A").status(1)->mode, 0u);
    app("A").messages();
    provider().says(1, CallState::Idle, 7);
    QCOMPARE(app("A").rawMessages().first().param2, 7u); // as the provider said it
    QCOMPARE(app("A").status(1)->mode, 0u);
}

void TestCallRecords::lineCountsFollowTheStates_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<QList<quint32>>("counts"); // active, on hold, pending
    for (const Named<CallState> &state : namesOf<CallState>()) {
        QList<quint32> counts = {1, 0, 0};
        if (state.value == CallState::Idle)
            counts = {0, 0, 0};
        else if (state.value == CallState::OnHold)
            counts = {0, 1, 0};
        else if (state.value == CallState::OnHoldPendConf || state.value == CallState::OnHoldPendTransfer)
            counts = {0, 0, 1};
        QTest::addRow("I-82 %s", state.name) << state.value << counts;
    }
}

void TestCallRecords::lineCountsFollowTheStates() // I-82, I-85
{
    QFETCH(const CallState, state);
    QFETCH(const QList<quint32>, counts);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(2, Privilege::Owner));
    provider().offers(1);
    provider().says(1, state);
    provider().offers(2, 2);
    const HLine line = app("A").line(1);
    const LineDevStatus device = *server().lineGetLineDevStatus(app("A").id(), line);
    QCOMPARE((QList<quint32>{device.numActiveCalls, device.numOnHoldCalls, device.numOnHoldPendCalls}), counts);
    const AddressStatus address = *server().lineGetAddressStatus(app("A").id(), line, 0);
    QCOMPARE((QList<quint32>{address.numActiveCalls, address.numOnHoldCalls, address.numOnHoldPendCalls}), counts);
}

void TestCallRecords::addressesAreCountedApart() // I-82, F-16
{
    DeviceInfo info;
    info.numAddresses = 2;
    provider().addsDevice(3, info);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    CallInfo record = FakeProvider::voice();
    provider().offers(1, 3, record);
    record.addressId = 1;
    provider().offers(2, 3, record);
    provider().offers(3, 3, record);
    const auto active = [this](quint32 address) {
        return server().lineGetAddressStatus(app("A").id(), app("A").line(), address)->numActiveCalls;
    };
    QCOMPARE(active(0), 1u);
    QCOMPARE(active(1), 2u);
}

void TestCallRecords::bytesThatTheProviderReportsAreKept() // H-11, R-3, R-11, R-12
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().reports({Reports::NewCall{FakeProvider::line(1), FakeProvider::call(1), {}, 640},
                        FakeProvider::stateOf(1, CallState::Offering)});
    QCOMPARE(world().totals().providerBytes, 640u);
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 900});
    QCOMPARE(call(1)->providerBytes, 900u);
    provider().says(1, CallState::Idle);
    QCOMPARE(world().totals().retainedProviderBytes, 900u);
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(world().totals().providerBytes, 0u); // released with TSPI_lineCloseCall
}

void TestCallRecords::bytesThatAreNotNewAreNoEvent()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    const auto told = [this] {
        qsizetype count = 0;
        server().journal().forEach(
            [&](const Event &event) { count += std::holds_alternative<Events::CallBytes>(event.payload) ? 1 : 0; });
        return count;
    };
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 640});
    QCOMPARE(told(), 1);
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 640});
    QCOMPARE(told(), 1);
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 641});
    QCOMPARE(told(), 2);
    findings();
    provider().reports(Reports::CallBytes{FakeProvider::call(9), 640});
    QCOMPARE(told(), 2);
    QCOMPARE(findings(), lines("V-18 violation P1"));
}

void TestCallRecords::aCallKeepsItsNamelessnessWhenItsAnswererHasGone() // F-69
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    QVERIFY(app("A").answers(1));
    const RequestId request = provider().lastRequest();
    QVERIFY(app("A").shutsDown());
    provider().completes(request, LineError::None, {});
    QCOMPARE(app("B").info(1)->appName, QString());
    QCOMPARE(findings(), lines());
}

QTEST_GUILESS_MAIN(TestCallRecords)

#include "tst_callrecords.moc"
