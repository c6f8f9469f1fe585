// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What applications set in the record of a call, and who hears of it: F-35, M-34, V-45, V-46, V-86,
// READINGS.md "What a call is said to be".

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestCallSettings : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void settersCheckInOrder_data();
    void settersCheckInOrder();
    void settersWorkInAnyState_data();
    void settersWorkInAnyState();
    void theProviderKeepsTheValue();
    void theSetterIsNotToldOfItsOwnValue();
    void theSettersOtherLinesAreTheSetterToo();
    void otherBitsOfTheSameReportAreTold();
    void aValueThatNobodySetIsToldToAll();
    void theOldestRequestForAValueIsTaken();
    void callDataIsToldToAll();
    void mediaModesAreChecked_data();
    void mediaModesAreChecked();
    void countsAreNotForProvidersToSay_data();
    void countsAreNotForProvidersToSay();
    void aReportThatNamesNothingChangesNothing();
    void nothingIsToldAfterIdle();
    void membersOf20AreEmptyBelow_data();
    void membersOf20AreEmptyBelow();
    void aValueOnACallThatNobodyTouchedIsToldToAll();

private:
    void threeHolders();                 // A owner, B and C monitors of call 1, CONNECTED
    void setsAppSpecific(quint32 value); // the provider says so
};

void TestCallSettings::threeHolders()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    QVERIFY(app("C").opens(1, Privilege::Monitor));
    provider().announces(1, CallState::Connected);
    forgetThePast();
}

void TestCallSettings::setsAppSpecific(quint32 value)
{
    CallInfo info = FakeProvider::voice();
    info.appSpecific = value;
    provider().says(1, info, CallInfoState::AppSpecific);
}

// ---- arguments ----

void TestCallSettings::settersCheckInOrder_data()
{
    QTest::addColumn<bool>("media");
    QTest::newRow("lineSetAppSpecific") << false;
    QTest::newRow("lineSetMediaMode") << true;
}

void TestCallSettings::settersCheckInOrder() // F-35, E-1, E-4, P-1, H-42
{
    QFETCH(const bool, media);
    const auto set = [&](HLineApp app, HCall call) {
        return errorOf(media ? server().lineSetMediaMode(app, call, MediaMode::G3Fax)
                             : server().lineSetAppSpecific(app, call, 5));
    };
    threeHolders();
    QCOMPARE(set(app("B").id(), app("A").on(1)), LineError::InvalCallHandle);
    QCOMPARE(set(app("B").id(), app("B").on(1)), LineError::NotOwner);
    QCOMPARE(provider().commands(), lines());
    FakeProvider poor(&server(), u"Poor"_s, {});
    poor.addsDevice(1);
    TestApp reader(&server(), &poor, {u"R"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(reader.opens(3, Privilege::Owner));
    poor.announces(1, CallState::Connected);
    poor.commands();
    QCOMPARE(set(reader.id(), reader.on(1)), LineError::OperationUnavail);
    QCOMPARE(poor.commands(), lines());
    if (media)
        QCOMPARE(errorOf(app("B").setsMediaMode(1, {})), LineError::InvalMediaMode); // before NOTOWNER
}

void TestCallSettings::settersWorkInAnyState_data()
{
    QTest::addColumn<CallState>("state");
    for (const Named<CallState> &state : namesOf<CallState>())
        QTest::newRow(state.name) << state.value;
}

void TestCallSettings::settersWorkInAnyState() // F-35, E-6
{
    QFETCH(const CallState, state);
    threeHolders();
    provider().says(1, state);
    provider().commands();
    QVERIFY(app("A").setsAppSpecific(1, 7));
    QVERIFY(app("A").setsMediaMode(1, MediaMode::G3Fax));
    QCOMPARE(provider().commands(), lines("TSPI_lineSetAppSpecific C1 d501 7", "TSPI_lineSetMediaMode C1 d501 G3FAX"));
}

// ---- dwAppSpecific ----

void TestCallSettings::theProviderKeepsTheValue() // F-35, I-29, V-47
{
    threeHolders();
    QVERIFY(app("A").setsAppSpecific(1, 42));
    QCOMPARE(app("A").info(1)->appSpecific, 0u); // not yet
    setsAppSpecific(42);
    QCOMPARE(app("A").info(1)->appSpecific, 42u);
    QCOMPARE(app("C").info(1)->appSpecific, 42u);
}

void TestCallSettings::theSetterIsNotToldOfItsOwnValue() // M-34
{
    threeHolders();
    QVERIFY(app("A").setsAppSpecific(1, 42));
    setsAppSpecific(42);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 APPSPECIFIC"));
    QCOMPARE(messages("C"), lines("LINE_CALLINFO H3 APPSPECIFIC"));
    setsAppSpecific(42); // the request has been answered: this one is the provider's own
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 APPSPECIFIC"));
}

void TestCallSettings::theSettersOtherLinesAreTheSetterToo() // M-34, O-7
{
    threeHolders();
    QVERIFY(app("A").opens(1, Privilege::Monitor));
    QVERIFY(app("A").asksForNewCalls());
    forgetThePast();
    QVERIFY(server().lineSetAppSpecific(app("A").id(), HCall{1}, 42));
    setsAppSpecific(42);
    QCOMPARE(messages("A"), lines());
}

void TestCallSettings::otherBitsOfTheSameReportAreTold() // M-34
{
    threeHolders();
    QVERIFY(app("A").setsAppSpecific(1, 42));
    CallInfo info = FakeProvider::voice();
    info.appSpecific = 42;
    provider().says(1, info, CallInfoState::AppSpecific | CallInfoState::CallerId);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 CALLERID"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 APPSPECIFIC|CALLERID"));
}

void TestCallSettings::aValueThatNobodySetIsToldToAll() // M-34
{
    threeHolders();
    QVERIFY(app("A").setsAppSpecific(1, 42));
    CallInfo info = FakeProvider::voice();
    info.appSpecific = 42;
    provider().says(1, info, CallInfoState::CallerId); // without the bit it answers nothing
    setsAppSpecific(41);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 CALLERID", "LINE_CALLINFO H1 APPSPECIFIC"));
    setsAppSpecific(42);
    QCOMPARE(messages("A"), lines());
}

void TestCallSettings::theOldestRequestForAValueIsTaken() // M-34, P-21
{
    threeHolders();
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    forgetThePast();
    QVERIFY(app("A").setsAppSpecific(1, 1)); // overtaken
    QVERIFY(app("B").setsAppSpecific(1, 2));
    QVERIFY(app("A").setsAppSpecific(1, 2));
    setsAppSpecific(2); // B's
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 APPSPECIFIC"));
    QCOMPARE(messages("B"), lines());
    setsAppSpecific(1); // nobody's any more
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 APPSPECIFIC"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 APPSPECIFIC"));
    setsAppSpecific(2); // A's
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 APPSPECIFIC"));
}

void TestCallSettings::callDataIsToldToAll() // M-34, F-36, V-48
{
    threeHolders();
    QVERIFY(app("A").setsCallData(1, "order 17"));
    provider().completes();
    app("A").messages();
    CallInfo info = FakeProvider::voice();
    info.callData = "order 17";
    provider().says(1, info, CallInfoState::CallData);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 CALLDATA"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 CALLDATA"));
    QCOMPARE(app("B").info(1)->callData, QByteArray("order 17"));
}

// ---- dwMediaMode ----

void TestCallSettings::mediaModesAreChecked_data()
{
    QTest::addColumn<quint32>("modes");
    QTest::addColumn<bool>("valid");
    for (const Named<MediaMode> &mode : namesOf<MediaMode>())
        QTest::newRow(mode.name) << quint32(mode.value) << true;
    QTest::newRow("none") << 0u << false;
    QTest::newRow("undefined") << 0x1u << false;
    QTest::newRow("undefined among others") << 0x10006u << false;
    QTest::newRow("two") << 0x24u << false;
    QTest::newRow("two and UNKNOWN") << 0x26u << true;
    QTest::newRow("all") << 0xfffeu << true;
}

void TestCallSettings::mediaModesAreChecked() // V-86, I-28
{
    QFETCH(const quint32, modes);
    QFETCH(const bool, valid);
    threeHolders();
    QCOMPARE(errorOf(app("A").setsMediaMode(1, MediaModes::fromInt(modes))),
             valid ? LineError::None : LineError::InvalMediaMode);
    QCOMPARE(provider().commands().isEmpty(), !valid);
}

// ---- what the provider says ----

void TestCallSettings::countsAreNotForProvidersToSay_data()
{
    QTest::addColumn<quint32>("changed");
    QTest::addColumn<QStringList>("told");
    QTest::newRow("NUMOWNERINCR") << 0x800u << lines();
    QTest::newRow("NUMOWNERDECR") << 0x1000u << lines();
    QTest::newRow("NUMMONITORS") << 0x2000u << lines();
    QTest::newRow("all of them") << 0x3800u << lines();
    QTest::newRow("beside another") << 0xa000u << lines("LINE_CALLINFO H1 CALLERID");
}

void TestCallSettings::countsAreNotForProvidersToSay() // V-46, P-27
{
    QFETCH(const quint32, changed);
    QFETCH(const QStringList, told);
    threeHolders();
    CallInfo info = FakeProvider::voice();
    info.callerId = u"+15550199"_s;
    provider().says(1, info, CallInfoStates::fromInt(changed));
    QCOMPARE(messages("A"), told);
    QCOMPARE(findings(), lines("V-46 violation C1"));
    QCOMPARE(app("A").info(1)->callerId == info.callerId, !told.isEmpty()); // not recorded without another bit
    QCOMPARE(app("A").info(1)->numOwners, 1u);
}

void TestCallSettings::aReportThatNamesNothingChangesNothing() // V-43
{
    threeHolders();
    CallInfo info = FakeProvider::voice();
    info.callerId = u"+15550199"_s;
    provider().says(1, info, {});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(app("A").info(1)->callerId, u"+15550100"_s);
    QCOMPARE(findings(), lines());
}

void TestCallSettings::nothingIsToldAfterIdle() // V-45, M-35
{
    threeHolders();
    QVERIFY(app("A").setsAppSpecific(1, 42));
    provider().says(1, CallState::Idle);
    forgetThePast();
    setsAppSpecific(42);
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines());
    QCOMPARE(app("B").info(1)->appSpecific, 0u);
    QCOMPARE(findings(), lines("V-45 violation C1"));
}

// ---- versions side by side ----

void TestCallSettings::membersOf20AreEmptyBelow_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<bool>("has");
    for (ApiVersion version : apiVersions)
        QTest::addRow("%s", qPrintable(toString(version))) << version << (version >= ApiVersion::V2_0);
}

void TestCallSettings::membersOf20AreEmptyBelow() // I-3, I-4, I-77, I-78, P-32
{
    QFETCH(const ApiVersion, version);
    QFETCH(const bool, has);
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
    QVERIFY(app("B").opens(1, Privilege::Monitor)); // 2.2 beside it
    CallInfo info = FakeProvider::voice();
    info.callTreatment = 4;
    info.callData = "data";
    info.sendingFlowspec = "s";
    info.receivingFlowspec = "r";
    info.userUserInfo = "old";
    provider().announces(1, CallState::Connected, 0, 1, info);
    const CallInfo read = *app("A").info(1);
    QCOMPARE(read.callTreatment, has ? 4u : 0u);
    QCOMPARE(read.callData, has ? info.callData : QByteArray());
    QCOMPARE(read.sendingFlowspec, has ? info.sendingFlowspec : QByteArray());
    QCOMPARE(read.receivingFlowspec, has ? info.receivingFlowspec : QByteArray());
    QCOMPARE(read.userUserInfo, info.userUserInfo);
    const CallStatus status = *app("A").status(1);
    QVERIFY(status.features);
    QCOMPARE(bool(status.features2), has);
    QCOMPARE(status.stateEntryTime, has ? clock().now() : 0);
    const LineDevStatus lineStatus = *server().lineGetLineDevStatus(app("A").id(), app("A").line());
    QCOMPARE(lineStatus.numOpens, 2u);
    QCOMPARE(lineStatus.appNames, has ? lines("A", "B") : lines());
    QCOMPARE(app("B").info(1)->callTreatment, 4u);
    QCOMPARE(app("B").status(1)->stateEntryTime, clock().now());
}

void TestCallSettings::aValueOnACallThatNobodyTouchedIsToldToAll() // M-34
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    forgetThePast();
    CallInfo info = FakeProvider::voice();
    info.appSpecific = 42;
    provider().says(1, info, CallInfoState::AppSpecific);
    QCOMPARE(messages("A"), lines("LINE_CALLINFO H1 APPSPECIFIC"));
    QCOMPARE(messages("B"), lines("LINE_CALLINFO H2 APPSPECIFIC"));
    QCOMPARE(app("A").info(1)->appSpecific, 42u);
}

QTEST_GUILESS_MAIN(TestCallSettings)

#include "tst_callsettings.moc"
