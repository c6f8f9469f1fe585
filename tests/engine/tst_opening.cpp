// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening lines: rulebook section 5.1.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestOpening : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsOpenedWithANegotiatedVersion();
    void onlyTheFirstOpenReachesTheProvider();
    void theUnionOfMediaModesIsPassedOn();
    void oneAppMayOpenALineTwice();
    void everyAppHasItsOwnWayOfOpening();
    void privilegesAreCheckedAsAWhole_data();
    void privilegesAreCheckedAsAWhole();
    void theLineMapperFindsAnyLine();
    void aNewDeviceIsToldToAll();
    void anUnknownDeviceIsNotARemovedOne();
    void oneProgramMayRegisterTwice();
    void callsFoundAtTheFirstOpenAreAnnouncedAsTheyAre();
    void aRemovedNumberStaysReserved();
};

void TestOpening::aLineIsOpenedWithANegotiatedVersion() // L-1, F-67
{
    const HLineApp id = app("A").id();
    Requests::Open open;
    QCOMPARE(errorOf(server().lineOpen(id, open)), LineError::IncompatibleApiVersion); // not negotiated at all
    QVERIFY(*server().lineNegotiateApiVersion(id, 0, ApiVersion::V1_4, ApiVersion::V2_0) == ApiVersion::V2_0);
    QCOMPARE(errorOf(server().lineOpen(id, open)), LineError::IncompatibleApiVersion); // 2.2 is too high
    open.apiVersion = ApiVersion::V2_0;
    const Result<HLine> line = server().lineOpen(id, open);
    QVERIFY(line);
    QVERIFY(world().line(*line)->apiVersion == ApiVersion::V2_0);
    open.deviceId = 1; // another device: negotiated separately
    QCOMPARE(errorOf(server().lineOpen(id, open)), LineError::IncompatibleApiVersion);
}

void TestOpening::onlyTheFirstOpenReachesTheProvider() // L-2, O-3
{
    QVERIFY(app("A").opens(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineOpen l101"));
    QVERIFY(app("B").opens(1));
    QVERIFY(app("A").opens(1));
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").opens(2));
    QCOMPARE(provider().commands(), lines("TSPI_lineOpen l102"));
}

void TestOpening::theUnionOfMediaModesIsPassedOn() // L-2, V-85, I-83
{
    provider().addsDevice(3, FakeProvider::deviceFor(MediaMode::InteractiveVoice | MediaMode::G3Fax));
    QVERIFY(app("A").opens(3, Privilege::Owner, MediaMode::InteractiveVoice));
    const QStringList first = lines("TSPI_lineOpen l103", "TSPI_lineSetDefaultMediaDetection l103 INTERACTIVEVOICE");
    QCOMPARE(provider().commands(), first);
    QVERIFY(app("B").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QCOMPARE(provider().commands(), lines("TSPI_lineSetDefaultMediaDetection l103 INTERACTIVEVOICE|G3FAX"));
    QVERIFY(server().lineGetLineDevStatus(app("A").id(), app("A").line())->openMediaModes
            == (MediaMode::InteractiveVoice | MediaMode::G3Fax));
    QVERIFY(app("C").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QCOMPARE(provider().commands(), lines()); // no change
    QVERIFY(app("A").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineSetDefaultMediaDetection l103 G3FAX"));
    QVERIFY(app("B").closes());
    QVERIFY(app("C").closes());
    QCOMPARE(provider().commands(), lines("TSPI_lineClose l103"));
}

void TestOpening::oneAppMayOpenALineTwice() // L-3, O-7
{
    const Result<HLine> first = app("A").opens(1, Privilege::Monitor);
    const Result<HLine> second = app("A").opens(1, Privilege::Owner);
    QVERIFY(first && second && *first != *second);
    provider().offers(1);
    const QStringList expected = lines("LINE_APPNEWCALL L1 H1 MONITOR", "LINE_CALLSTATE H1 OFFERING ACTIVE MONITOR",
                                       "LINE_APPNEWCALL L2 H2 OWNER", "LINE_CALLSTATE H2 OFFERING ACTIVE OWNER");
    QCOMPARE(messages("A"), expected);
}

void TestOpening::everyAppHasItsOwnWayOfOpening() // L-4, G-1, M-20
{
    Requests::Open open;
    open.privileges = Privilege::Owner;
    open.mediaModes = MediaMode::InteractiveVoice;
    open.callbackInstance = 4711;
    QVERIFY(app("A").opens(open));
    QVERIFY(app("B").opens(1, Privilege::Monitor, {}, ApiVersion::V1_4));
    const Line *a = world().line(app("A").line());
    const Line *b = world().line(app("B").line());
    QVERIFY(a->privileges == Privileges(Privilege::Owner));
    QVERIFY(b->privileges == Privileges(Privilege::Monitor));
    QVERIFY(a->apiVersion == ApiVersion::V2_2);
    QVERIFY(b->apiVersion == ApiVersion::V1_4);
    provider().offers(1);
    for (const LineMessage &message : app("A").rawMessages())
        QCOMPARE(message.callbackInstance, 4711u);
    for (const LineMessage &message : app("B").rawMessages())
        QCOMPARE(message.callbackInstance, 0u);
}

void TestOpening::privilegesAreCheckedAsAWhole_data()
{
    QTest::addColumn<quint32>("privileges");
    QTest::addColumn<LineError>("error");
    const quint32 none = 1;
    const quint32 monitor = 2;
    const quint32 owner = 4;
    QTest::newRow("L-9 NONE") << none << LineError::None;
    QTest::newRow("L-9 MONITOR") << monitor << LineError::None;
    QTest::newRow("L-9 OWNER") << owner << LineError::None;
    QTest::newRow("L-9 MONITOR|OWNER") << (monitor | owner) << LineError::None;
    QTest::newRow("L-9 nothing") << 0u << LineError::InvalPrivSelect;
    QTest::newRow("L-9 NONE|MONITOR") << (none | monitor) << LineError::InvalPrivSelect;
    QTest::newRow("L-9 NONE|OWNER") << (none | owner) << LineError::InvalPrivSelect;
    QTest::newRow("L-9 all") << (none | monitor | owner) << LineError::InvalPrivSelect;
    QTest::newRow("L-9 unknown bit") << (monitor | 8) << LineError::InvalPrivSelect;
}

void TestOpening::privilegesAreCheckedAsAWhole() // L-9
{
    QFETCH(const quint32, privileges);
    QFETCH(const LineError, error);
    QCOMPARE(errorOf(app("A").opens(1, Privileges::fromInt(privileges))), error);
    QCOMPARE(world().lines().size(), error == LineError::None ? 1 : 0);
}

void TestOpening::theLineMapperFindsAnyLine() // L-10
{
    Requests::Open open;
    open.deviceId = LineMapper;
    QCOMPARE(errorOf(app("A").opens(open)), LineError::LineMapperFailed); // nothing negotiated
    server().lineNegotiateApiVersion(app("A").id(), 1, ApiVersion::V1_4, ApiVersion::V2_2);
    const Result<HLine> line = app("A").opens(open);
    QVERIFY(line);
    QCOMPARE(world().line(*line)->device, DeviceId{2});
    QCOMPARE(provider().commands(), lines("TSPI_lineOpen l102")); // it never sees LINEMAPPER
    server().lineNegotiateApiVersion(app("B").id(), 0, ApiVersion::V1_4, ApiVersion::V2_2);
    provider().removesDevice(1);
    QCOMPARE(errorOf(app("B").opens(open)), LineError::LineMapperFailed);
}

void TestOpening::aNewDeviceIsToldToAll() // L-33, M-12
{
    QVERIFY(app("A").opens(1));
    app("E", ApiVersion::V1_4);
    forgetThePast();
    provider().addsDevice(3);
    QCOMPARE(messages("A"), lines("LINE_CREATE D3"));
    QCOMPARE(messages("E"), lines("LINE_CREATE D3"));
    QVERIFY(app("E").opens(3, Privilege::Monitor, {}, ApiVersion::V1_4));
}

void TestOpening::anUnknownDeviceIsNotARemovedOne() // L-34
{
    QCOMPARE(errorOf(app("A").opens(99)), LineError::BadDeviceId);
    QCOMPARE(errorOf(server().lineNegotiateApiVersion(app("A").id(), 98, ApiVersion::V1_4, ApiVersion::V2_2)),
             LineError::BadDeviceId);
    provider().removesDevice(2);
    QCOMPARE(errorOf(app("A").opens(2)), LineError::NoDevice);
}

void TestOpening::oneProgramMayRegisterTwice() // L-46, A-12, O-1
{
    Requests::InitializeEx request;
    request.appName = u"Twice"_s;
    const Result<HLineApp> first = server().lineInitializeEx(request);
    const Result<HLineApp> second = server().lineInitializeEx(request);
    QVERIFY(first && second && *first != *second);
    QVERIFY(server().lineShutdown(*first));
    QVERIFY(world().app(*second));
}

void TestOpening::callsFoundAtTheFirstOpenAreAnnouncedAsTheyAre() // L-45, A-21, T-01
{
    QVERIFY(app("M").opens(1, Privilege::Monitor));
    int number = 0;
    for (const Named<CallState> &state : namesOf<CallState>()) {
        if (state.value == CallState::Idle || state.value == CallState::Conferenced)
            continue;
        forgetThePast();
        provider().announces(++number, state.value);
        const QStringList told = messages("M");
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.at(1), u"LINE_CALLSTATE H%1 %2 MONITOR"_s.arg(number).arg(QLatin1StringView(state.name)));
    }
}

void TestOpening::aRemovedNumberStaysReserved() // L-31, O-17
{
    provider().removesDevice(2);
    provider().addsDevice(3);
    QCOMPARE(world().devices().size(), size_t(3));
    QCOMPARE(world().device({3})->driver, FakeProvider::line(3));
    provider().addsDevice(2); // of the same name, yet another device now
    QCOMPARE(world().devices().size(), size_t(4));
    QVERIFY(world().device({2})->removed);
    QVERIFY(app("A").opens(4));
}

QTEST_GUILESS_MAIN(TestOpening)

#include "tst_opening.moc"
