// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// dwCallFeatures, dwCallFeatures2, dwLineFeatures, dwAddressFeatures: every state, every feature, owner and monitor,
// whatever the provider can do (I-75, I-77, I-80, P-34, V-57, V-67).

#include "serverfixture.h"

#include "server/features.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

// 7.2, column "state precondition", as one finds it there; IDLE is left out, where nothing is offered (I-75).
struct Row {
    CallFeature feature;
    const char *states;
};
constexpr char anyState[] = "OFFERING ACCEPTED DIALTONE DIALING RINGBACK BUSY SPECIALINFO CONNECTED PROCEEDING ONHOLD "
                            "CONFERENCED ONHOLDPENDCONF ONHOLDPENDTRANSFER DISCONNECTED UNKNOWN";
constexpr Row table[] = {
    {CallFeature::Accept, "OFFERING"},
    {CallFeature::AddToConf, "CONNECTED ONHOLD PROCEEDING RINGBACK"},
    {CallFeature::Answer, "OFFERING ACCEPTED"},
    {CallFeature::BlindTransfer, "CONNECTED"},
    {CallFeature::CompleteCall, "BUSY RINGBACK"},
    {CallFeature::CompleteTransf, "ONHOLD ONHOLDPENDTRANSFER"},
    {CallFeature::Dial,
     "OFFERING ACCEPTED DIALTONE DIALING RINGBACK BUSY SPECIALINFO CONNECTED PROCEEDING ONHOLD "
     "CONFERENCED ONHOLDPENDCONF ONHOLDPENDTRANSFER UNKNOWN"},
    {CallFeature::Drop, anyState},
    {CallFeature::GatherDigits, ""},
    {CallFeature::GenerateDigits, anyState},
    {CallFeature::GenerateTone, ""},
    {CallFeature::Hold, "CONNECTED"},
    {CallFeature::MonitorDigits, anyState},
    {CallFeature::MonitorMedia, ""},
    {CallFeature::MonitorTones, ""},
    {CallFeature::Park, "CONNECTED"},
    {CallFeature::PrepareAddConf, "CONNECTED"},
    {CallFeature::Redirect, "OFFERING"},
    {CallFeature::RemoveFromConf, "CONFERENCED"},
    {CallFeature::SecureCall, anyState},
    {CallFeature::SendUserUser, "CONNECTED OFFERING ACCEPTED RINGBACK"},
    {CallFeature::SetCallParams, ""},
    {CallFeature::SetMediaControl, ""},
    {CallFeature::SetTerminal, ""},
    {CallFeature::SetupConf, "CONNECTED"},
    {CallFeature::SetupTransfer, "CONNECTED"},
    {CallFeature::SwapHold, "CONNECTED ONHOLD ONHOLDPENDTRANSFER ONHOLDPENDCONF"},
    {CallFeature::Unhold, "ONHOLD ONHOLDPENDTRANSFER ONHOLDPENDCONF"},
    {CallFeature::ReleaseUserUserInfo, anyState},
    {CallFeature::SetTreatment, ""},
    {CallFeature::SetQos, ""},
    {CallFeature::SetCallData, anyState},
};

ProviderAbilities only(CallFeatures features)
{
    ProviderAbilities abilities;
    abilities.callFeatures = features;
    return abilities;
}

} // namespace

class TestFeatures : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void everyFeatureHasItsStates_data();
    void everyFeatureHasItsStates();
    void theTableIsWhole();
    void aBridgedCallMayBeAnswered();
    void anIdleCallOffersNothing();
    void theStatusIsTheTableForWhoAsks_data();
    void theStatusIsTheTableForWhoAsks();
    void refinementsFollowTheirFeature_data();
    void refinementsFollowTheirFeature();
    void refinementsAreTheOwners();
    void linesOfferWhatTheirAddressesCan_data();
    void linesOfferWhatTheirAddressesCan();
};

void TestFeatures::everyFeatureHasItsStates_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<CallFeature>("feature");
    QTest::addColumn<bool>("allowed");
    for (const Row &row : table) {
        const QStringList states = QString::fromLatin1(row.states).split(u' ');
        for (const Named<CallState> &state : namesOf<CallState>())
            QTest::addRow("%s, %s", qPrintable(nameOf(row.feature)), state.name)
                << state.value << row.feature << states.contains(QString::fromLatin1(state.name));
    }
}

void TestFeatures::everyFeatureHasItsStates() // I-75, I-80
{
    QFETCH(const CallState, state);
    QFETCH(const CallFeature, feature);
    QFETCH(const bool, allowed);
    Call call;
    call.state = state;
    const CallFeatures all = CallFeatures::fromInt(~0u);
    QCOMPARE(callFeatures(call, only(all)).testFlag(feature), allowed);
    QCOMPARE(callFeatures(call, only(feature)), allowed ? CallFeatures(feature) : CallFeatures());
    QVERIFY(!callFeatures(call, only(all & ~CallFeatures(feature))).testFlag(feature)); // E-4
    // P-34: a monitor may listen, no more.
    QCOMPARE(masked(callFeatures(call, only(feature)), Privilege::Monitor).testFlag(feature),
             allowed && feature == CallFeature::MonitorDigits);
    QCOMPARE(masked(callFeatures(call, only(feature)), Privilege::Owner).testFlag(feature), allowed);
}

void TestFeatures::theTableIsWhole() // I-80
{
    CallFeatures all;
    for (const Row &row : table)
        all |= row.feature;
    QCOMPARE(all, CallFeatures::fromInt(~0u));
}

void TestFeatures::aBridgedCallMayBeAnswered() // F-9, S-31, S-32
{
    const auto mayAnswer = [](quint32 mode) {
        Call call;
        call.state = CallState::Connected;
        call.mode = mode;
        return callFeatures(call, only(CallFeature::Answer)) == CallFeature::Answer;
    };
    QVERIFY(mayAnswer(quint32(ConnectedMode::Inactive)));
    QVERIFY(!mayAnswer(quint32(ConnectedMode::Active)));
    QVERIFY(!mayAnswer(0));
}

void TestFeatures::anIdleCallOffersNothing() // I-75, I-77, V-57
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().announces(1, CallState::Connected);
    QVERIFY(app("A").status(1)->features2);
    provider().says(1, CallState::Idle);
    const CallStatus status = *app("A").status(1);
    QCOMPARE(status.features, CallFeatures());
    QCOMPARE(status.features2, CallFeatures2());
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf)); // not refused for that (E-6)
}

void TestFeatures::theStatusIsTheTableForWhoAsks_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<CallFeatures>("features");
    for (const Named<CallState> &state : namesOf<CallState>()) {
        CallFeatures features;
        for (const Row &row : table) {
            const bool allowed = QString::fromLatin1(row.states).split(u' ').contains(QString::fromLatin1(state.name));
            features.setFlag(row.feature, allowed);
        }
        QTest::newRow(state.name) << state.value << features;
    }
}

void TestFeatures::theStatusIsTheTableForWhoAsks() // I-75, P-33, P-34
{
    QFETCH(const CallState, state);
    QFETCH(const CallFeatures, features);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, state);
    QCOMPARE(app("A").status(1)->features, features);
    QCOMPARE(app("B").status(1)->features, features & CallFeature::MonitorDigits);
}

void TestFeatures::refinementsFollowTheirFeature_data()
{
    QTest::addColumn<CallFeatures>("possible");
    QTest::addColumn<CallState>("state");
    QTest::addColumn<CallFeatures2>("refinements");
    using enum CallFeature2;
    QTest::newRow("complete transfer") << CallFeatures(CallFeature::CompleteTransf) << CallState::OnHoldPendTransfer
                                       << (CallFeatures2(TransferNorm) | TransferConf);
    QTest::newRow("park") << CallFeatures(CallFeature::Park) << CallState::Connected
                          << (CallFeatures2(ParkDirect) | ParkNonDirect);
    QTest::newRow("complete call") << CallFeatures(CallFeature::CompleteCall) << CallState::Busy
                                   << (CallFeatures2(ComplCampOn) | ComplCallback | ComplIntrude | ComplMessage);
    QTest::newRow("not in this state") << CallFeatures::fromInt(~0u) << CallState::Offering << CallFeatures2();
    QTest::newRow("not without the feature")
        << CallFeatures(CallFeature::Hold) << CallState::Connected << CallFeatures2();
}

void TestFeatures::refinementsFollowTheirFeature() // I-77
{
    QFETCH(const CallFeatures, possible);
    QFETCH(const CallState, state);
    QFETCH(const CallFeatures2, refinements);
    Call call;
    call.state = state;
    ProviderAbilities abilities = only(possible);
    QCOMPARE(callFeatures2(call, abilities), CallFeatures2()); // none that the provider has
    abilities.callFeatures2 = CallFeatures2::fromInt(~0u);
    QCOMPARE(callFeatures2(call, abilities), refinements);
    for (const Named<CallFeature2> &one : namesOf<CallFeature2>()) {
        abilities.callFeatures2 = one.value;
        QCOMPARE(callFeatures2(call, abilities), refinements & one.value);
    }
}

void TestFeatures::refinementsAreTheOwners() // I-77, P-34
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().announces(1, CallState::Connected);
    QCOMPARE(app("A").status(1)->features2, CallFeatures2(CallFeature2::ParkDirect) | CallFeature2::ParkNonDirect);
    QCOMPARE(app("B").status(1)->features2, CallFeatures2());
}

void TestFeatures::linesOfferWhatTheirAddressesCan_data()
{
    QTest::addColumn<AddressFeatures>("possible");
    QTest::addColumn<bool>("inService");
    QTest::addColumn<LineFeatures>("lineFeatures");
    using enum AddressFeature;
    const AddressFeatures calls = AddressFeatures(MakeCall) | Pickup | Unpark;
    QTest::newRow("in service") << calls << true << LineFeatures(LineFeature::MakeCall);
    QTest::newRow("out of service") << calls << false << LineFeatures();
    QTest::newRow("no calls") << AddressFeatures(Unpark) << true << LineFeatures();
    QTest::newRow("nothing") << AddressFeatures() << true << LineFeatures();
}

void TestFeatures::linesOfferWhatTheirAddressesCan() // I-83, I-84, V-67
{
    QFETCH(const AddressFeatures, possible);
    QFETCH(const bool, inService);
    ProviderAbilities abilities;
    abilities.addressFeatures = possible;
    FakeProvider other(&server(), u"Other"_s, abilities);
    DeviceInfo info;
    info.inService = inService;
    other.addsDevice(1, info);
    QVERIFY(app("A").opens(3, Privilege::Monitor));
    QTEST(server().lineGetLineDevStatus(app("A").id(), app("A").line())->lineFeatures, "lineFeatures");
    QCOMPARE(server().lineGetAddressStatus(app("A").id(), app("A").line(), 0)->addressFeatures,
             inService ? possible : AddressFeatures());
}

QTEST_GUILESS_MAIN(TestFeatures)

#include "tst_features.moc"
