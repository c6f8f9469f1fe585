// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls that go elsewhere and come back, and what else an owner may ask for: park, unpark, pickup, redirect, dial,
// secure, call completion, user-user information, call data. Rulebook 7.2, F-7, F-27 to F-31, F-36.

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestParking : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aCallIsParkedAndTakenBack();
    void theProviderMayChooseThePlace();
    void aPlaceIsToldToWhoAskedForIt();
    void aPlaceIsKnownWithItsReply_data();
    void aPlaceIsKnownWithItsReply();
    void onlyTheLatestPlacesAreKept();
    void aCallIsPickedUp_data();
    void aCallIsPickedUp();
    void anOfferedCallIsRedirected();
    void whatAnOwnerAsksForIsPassedOn_data();
    void whatAnOwnerAsksForIsPassedOn();
    void theAnswerIsTheProviders_data() { whatAnOwnerAsksForIsPassedOn_data(); }
    void theAnswerIsTheProviders();
    void aLineThatClosesTakesItsRepliesAlong_data() { whatAnOwnerAsksForIsPassedOn_data(); }
    void aLineThatClosesTakesItsRepliesAlong();
    void aDeallocationKeepsTheReply_data() { whatAnOwnerAsksForIsPassedOn_data(); }
    void aDeallocationKeepsTheReply();
    void below20ADeallocationThrowsTheReplyAway_data() { whatAnOwnerAsksForIsPassedOn_data(); }
    void below20ADeallocationThrowsTheReplyAway();

private:
    // A owns call 1, B watches it, the past is forgotten.
    void open(CallState state, ApiVersion version = ApiVersion::V2_2)
    {
        QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
        QVERIFY(app("B").opens(1, Privilege::Monitor, {}, version));
        provider().announces(1, state);
        forgetThePast();
    }
};

using enum CallState;

void TestParking::aCallIsParkedAndTakenBack() // F-27, F-28, H-33, H-35, V-73
{
    open(Connected);
    QVERIFY(app("A").parks(1, u"701"_s));
    provider().completes();
    provider().says(1, Idle);
    QCOMPARE(provider().commands(), lines("TSPI_linePark R1 C1 d501 DIRECTED 701"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 IDLE"));

    const Result<PendingCall> back = app("A").unparks(u"701"_s);
    provider().completesWithCall(2);
    provider().says(2, Connected);
    QCOMPARE(provider().commands(), lines("TSPI_lineUnpark R2 l101 C2 701"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R2 OK", "LINE_CALLSTATE H3 CONNECTED OWNER"));
    QVERIFY(back->call != HCall{1}); // unrelated: either is deallocated for itself
    QCOMPARE(app("A").status(1)->state, Idle);
    QVERIFY(app("A").deallocates(1));
    QVERIFY(app("B").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
    QCOMPARE(app("A").status(2)->state, Connected);
}

void TestParking::theProviderMayChooseThePlace() // F-27
{
    open(Connected);
    const Result<RequestId> request = server().linePark(app("A").id(), app("A").on(1), ParkMode::NonDirected, u"x"_s);
    QCOMPARE(server().parkedAt(app("A").id(), *request), QString());
    provider().completesParkedAt(u"703"_s);
    QCOMPARE(provider().commands(), lines("TSPI_linePark R1 C1 d501 NONDIRECTED")); // the application has no say
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QCOMPARE(server().parkedAt(app("A").id(), *request), u"703"_s);
    QCOMPARE(server().parkedAt(app("A").id(), *request), u"703"_s); // as often as it likes
}

void TestParking::aPlaceIsToldToWhoAskedForIt() // F-27
{
    open(Connected);
    const RequestId request = *app("A").parks(1);
    provider().completesParkedAt(u"703"_s);
    QCOMPARE(server().parkedAt(app("B").id(), request), QString());
    QCOMPARE(server().parkedAt(app("A").id(), RequestId{request.value + 1}), QString());
    QCOMPARE(server().parkedAt({}, {}), QString());
}

void TestParking::aPlaceIsKnownWithItsReply_data()
{
    QTest::addColumn<QString>("where"); // empty: NONDIRECTED
    QTest::addColumn<LineError>("result");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("place");
    QTest::newRow("as asked for") << QString() << LineError::None << false << u"703"_s;
    QTest::newRow("a failure") << QString() << LineError::OperationFailed << false << QString();
    QTest::newRow("its line has closed") << QString() << LineError::None << true << QString();
    QTest::newRow("DIRECTED") << u"701"_s << LineError::None << false << QString();
}

void TestParking::aPlaceIsKnownWithItsReply() // F-27, L-23
{
    QFETCH(const QString, where);
    QFETCH(const LineError, result);
    QFETCH(const bool, closes);
    QFETCH(const QString, place);
    open(Connected);
    const RequestId request = *app("A").parks(1, where);
    if (closes)
        QVERIFY(app("A").closes());
    provider().reports(Reports::Completion{request, result, {}, {}, u"703"_s});
    QCOMPARE(server().parkedAt(app("A").id(), request), place);
}

void TestParking::onlyTheLatestPlacesAreKept() // F-27
{
    open(Connected);
    for (int i = 1; i <= 300; ++i) {
        QVERIFY(app("A").parks(1));
        provider().completesParkedAt(QString::number(i));
    }
    const auto place = [this](quint32 request) { return server().parkedAt(app("A").id(), RequestId{request}); };
    QCOMPARE(place(300), u"300"_s);
    QCOMPARE(place(45), u"45"_s); // 256 of them
    QCOMPARE(place(44), QString());
}

void TestParking::aCallIsPickedUp_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("command");
    QTest::newRow("call waiting") << QString() << QString() << u"TSPI_linePickup R1 l101 C2"_s;
    QTest::newRow("of a group") << QString() << u"7"_s << u"TSPI_linePickup R1 l101 C2 7"_s;
    QTest::newRow("of a number in a group") << u"5550104"_s << u"7"_s << u"TSPI_linePickup R1 l101 C2 5550104 7"_s;
}

void TestParking::aCallIsPickedUp() // F-29, O-6, P-9
{
    QFETCH(const QString, number);
    QFETCH(const QString, group);
    QFETCH(const QString, command);
    open(Connected);
    const Result<PendingCall> made = app("A").picksUp(number, group);
    QCOMPARE(provider().commands(), QStringList{command});
    provider().completesWithCall(2);
    provider().says(2, Connected);
    QCOMPARE(app("A").on(2), made->call);
    QCOMPARE(app("A").privilegeOn(2), Privilege::Owner);
    QCOMPARE(app("A").info(2)->reason, quint32(CallReason::Pickup));
}

void TestParking::anOfferedCallIsRedirected() // F-30, H-33
{
    open(Offering);
    QVERIFY(app("A").redirects(1, u"5550105"_s));
    provider().completes();
    provider().says(1, Idle);
    QCOMPARE(provider().commands(), lines("TSPI_lineRedirect R1 C1 d501 5550105"));
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK", "LINE_CALLSTATE H1 IDLE"));
    QCOMPARE(messages("B"), lines("LINE_CALLSTATE H2 IDLE"));
    QVERIFY(app("A").info(1));
}

// ---- what is passed on as it is ----

namespace {

struct PassedOn {
    const char *name;
    CallState state;
    Result<RequestId> (*ask)(TestApp &);
    const char *command;
};

const PassedOn functions[] = {
    {"F-7 lineDial", DialTone, [](TestApp &app) { return app.dials(1, u"5550106"_s); },
     "TSPI_lineDial R1 C1 d501 5550106"},
    {"F-7 lineDial nothing more", Dialing, [](TestApp &app) { return app.dials(1, {}); }, "TSPI_lineDial R1 C1 d501"},
    {"F-22 lineBlindTransfer", Connected, [](TestApp &app) { return app.blindTransfers(1, u"5550106"_s); },
     "TSPI_lineBlindTransfer R1 C1 d501 5550106"},
    {"F-26 lineRemoveFromConference", Conferenced, [](TestApp &app) { return app.removes(1); },
     "TSPI_lineRemoveFromConference R1 C1 d501"},
    {"F-27 linePark DIRECTED", Connected, [](TestApp &app) { return app.parks(1, u"701"_s); },
     "TSPI_linePark R1 C1 d501 DIRECTED 701"},
    {"F-27 linePark NONDIRECTED", Connected, [](TestApp &app) { return app.parks(1); },
     "TSPI_linePark R1 C1 d501 NONDIRECTED"},
    {"F-30 lineRedirect", Offering, [](TestApp &app) { return app.redirects(1, u"5550106"_s); },
     "TSPI_lineRedirect R1 C1 d501 5550106"},
    {"F-31 lineSecureCall", Offering, [](TestApp &app) { return app.secures(1); }, "TSPI_lineSecureCall R1 C1 d501"},
    {"lineCompleteCall CAMPON", Busy, [](TestApp &app) { return app.completesCall(1, CallComplMode::CampOn); },
     "TSPI_lineCompleteCall R1 C1 d501 CAMPON"},
    {"lineCompleteCall CALLBACK", Ringback, [](TestApp &app) { return app.completesCall(1, CallComplMode::CallBack); },
     "TSPI_lineCompleteCall R1 C1 d501 CALLBACK"},
    {"lineSendUserUserInfo", Connected, [](TestApp &app) { return app.sendsUserUserInfo(1, "hello"); },
     "TSPI_lineSendUserUserInfo R1 C1 d501 hello"},
    {"lineReleaseUserUserInfo", Connected, [](TestApp &app) { return app.releasesUserUserInfo(1); },
     "TSPI_lineReleaseUserUserInfo R1 C1 d501"},
    {"F-36 lineSetCallData", Connected, [](TestApp &app) { return app.setsCallData(1, "order 12"); },
     "TSPI_lineSetCallData R1 C1 d501 order 12"},
    {"F-36 lineSetCallData nothing", Connected, [](TestApp &app) { return app.setsCallData(1, {}); },
     "TSPI_lineSetCallData R1 C1 d501"},
};

} // namespace

void TestParking::whatAnOwnerAsksForIsPassedOn_data()
{
    QTest::addColumn<int>("function");
    for (size_t i = 0; i < std::size(functions); ++i)
        QTest::newRow(functions[i].name) << int(i);
}

void TestParking::whatAnOwnerAsksForIsPassedOn() // F-7, F-22, F-26, F-27, F-30, F-31, F-36, F-64, F-65
{
    QFETCH(const int, function);
    open(functions[function].state);
    const QStringList before = world().dump();
    QCOMPARE(*functions[function].ask(app("A")), RequestId{1});
    QCOMPARE(provider().commands(), lines(functions[function].command));
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
    QCOMPARE(messages("B"), lines());
    QCOMPARE(world().dump(), before);               // what it did is the provider's to say
    QCOMPARE(app("A").info(1)->appName, QString()); // F-69 is for those that accept and answer
}

void TestParking::theAnswerIsTheProviders() // E-2, E-5, V-4
{
    QFETCH(const int, function);
    open(functions[function].state);
    QVERIFY(functions[function].ask(app("A")));
    provider().completes(LineError::ResourceUnavail);
    QVERIFY(functions[function].ask(app("A")));
    provider().completes(LineError(0xc0000001)); // one that only this provider knows
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 RESOURCEUNAVAIL", "LINE_REPLY R2 0xC0000001"));
    QCOMPARE(messages("B"), lines());
}

void TestParking::aLineThatClosesTakesItsRepliesAlong() // L-23, H-53
{
    QFETCH(const int, function);
    open(functions[function].state);
    QVERIFY(functions[function].ask(app("A")));
    QVERIFY(app("A").closes());
    provider().completes(RequestId{1}, LineError::None, {});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

void TestParking::aDeallocationKeepsTheReply() // H-50
{
    QFETCH(const int, function);
    open(functions[function].state);
    QVERIFY(functions[function].ask(app("A")));
    QVERIFY(app("A").deallocates(1));
    provider().completes();
    QCOMPARE(messages("A"), lines("LINE_REPLY R1 OK"));
}

void TestParking::below20ADeallocationThrowsTheReplyAway() // H-51
{
    QFETCH(const int, function);
    open(functions[function].state, ApiVersion::V1_4);
    QVERIFY(functions[function].ask(app("A")));
    provider().says(1, Idle);
    QVERIFY(app("A").deallocates(1));
    provider().completes();
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

QTEST_GUILESS_MAIN(TestParking)

#include "tst_parking.moc"
