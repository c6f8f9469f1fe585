// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// lineGenerateDigits and lineMonitorDigits: F-34, F-58, M-7, M-9, READINGS.md "Digits".

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using End = void (*)(TestApp &app, FakeProvider &provider);

Q_DECLARE_METATYPE(End)

class TestDigits : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void wrongDigitsAreRefused_data();
    void wrongDigitsAreRefused();
    void undefinedModesAreRefused();
    void whatIsNotAHandleOrNotPossibleIsRefused();
    void digitsMayBePlayedInAnyState_data();
    void digitsMayBePlayedInAnyState();
    void aGenerationGoesToTheProviderAndEndsAtTheAsker();
    void ticksBeginWith20_data();
    void ticksBeginWith20();
    void aSecondGenerationCancelsTheFirst();
    void emptyDigitsEndAGeneration();
    void anEndThatBelongsToNothingIsAFinding();
    void anAskerThatHasLeftIsToldNothing();
    void aGenerationEndsOnAnIdleCallToo();
    void theProviderHearsOfTheUnion();
    void aDigitGoesToThoseWhoListen();
    void everyAskerSeesItsOwnModes();
    void theUnionShrinksWhenAHandleGoes_data();
    void theUnionShrinksWhenAHandleGoes();
    void theUnionIsNotToldWhenTheCallGoes();
    void nothingIsKeptOfWhatIsGone_data();
    void nothingIsKeptOfWhatIsGone();
    void digitsThatNobodyListensToAreToldToNobody();
    void digitsOnACallThatIsNotThereAreAFinding();

private:
    void twoOwnersOfACall(); // A and B on device 1, call 1 CONNECTED
};

void TestDigits::twoOwnersOfACall()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("B").opens(1, Privilege::Monitor));
    provider().offers(1);
    provider().says(1, CallState::Connected);
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    forgetThePast();
}

// ---- arguments ----

void TestDigits::wrongDigitsAreRefused_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<quint32>("mode");
    QTest::addColumn<LineError>("error");
    QTest::newRow("DTMF") << u"12#"_s << 0x2u << LineError::None;
    QTest::newRow("PULSE") << u"12"_s << 0x1u << LineError::None;
    QTest::newRow("DTMFEND cannot be played") << u"12"_s << 0x4u << LineError::InvalDigitMode;
    QTest::newRow("no mode") << u"12"_s << 0u << LineError::InvalDigitMode;
    QTest::newRow("two modes") << u"12"_s << 0x3u << LineError::InvalDigitMode;
    QTest::newRow("undefined") << u"12"_s << 0x8u << LineError::InvalDigitMode;
    QTest::newRow("nothing to play, any mode") << QString() << 0x8u << LineError::None;
    QTest::newRow("longest") << QString(1'024, u'5') << 0x2u << LineError::None;
    QTest::newRow("too long") << QString(1'025, u'5') << 0x2u << LineError::InvalParam;
    QTest::newRow("mode before length") << QString(1'025, u'5') << 0x4u << LineError::InvalDigitMode;
}

void TestDigits::wrongDigitsAreRefused() // F-34, E-1
{
    QFETCH(const QString, digits);
    QFETCH(const quint32, mode);
    QFETCH(const LineError, error);
    twoOwnersOfACall();
    QCOMPARE(errorOf(app("A").generatesDigits(1, digits, DigitMode(mode))), error);
    QCOMPARE(provider().commands().isEmpty(), error != LineError::None);
}

void TestDigits::undefinedModesAreRefused() // M-9, E-1
{
    twoOwnersOfACall();
    for (quint32 modes : {0x8u, 0x80000000u, 0xfu})
        QCOMPARE(errorOf(app("A").monitorsDigits(1, DigitModes::fromInt(modes))), LineError::InvalDigitMode);
    QCOMPARE(provider().commands(), lines());
    QVERIFY(app("A").monitorsDigits(1, DigitModes::fromInt(0x7)));
}

void TestDigits::whatIsNotAHandleOrNotPossibleIsRefused() // E-1, E-4, P-1, H-42
{
    twoOwnersOfACall();
    QVERIFY(app("B").becomes(Privilege::Monitor, 1));
    provider().commands();
    const HCall foreign = app("A").on(1);
    QCOMPARE(errorOf(server().lineGenerateDigits(app("B").id(), foreign, DigitMode::Dtmf, u"1"_s)),
             LineError::InvalCallHandle);
    QCOMPARE(errorOf(server().lineMonitorDigits(app("B").id(), foreign, DigitMode::Dtmf)), LineError::InvalCallHandle);
    QCOMPARE(errorOf(app("B").generatesDigits(1, u"1"_s)), LineError::NotOwner);
    QCOMPARE(provider().commands(), lines());

    FakeProvider poor(&server(), u"Poor"_s, {});
    poor.addsDevice(1);
    TestApp reader(&server(), &poor, {u"R"_s, {}, ApiVersion::V2_2, 0, false});
    QVERIFY(reader.opens(3, Privilege::Owner));
    poor.announces(1, CallState::Connected);
    poor.commands();
    QCOMPARE(errorOf(reader.generatesDigits(1, u"1"_s)), LineError::OperationUnavail);
    QCOMPARE(errorOf(reader.monitorsDigits(1, DigitMode::Dtmf)), LineError::OperationUnavail);
    QCOMPARE(poor.commands(), lines());
}

// ---- played ----

void TestDigits::digitsMayBePlayedInAnyState_data()
{
    QTest::addColumn<CallState>("state");
    for (const Named<CallState> &state : namesOf<CallState>())
        QTest::newRow(state.name) << state.value;
}

void TestDigits::digitsMayBePlayedInAnyState() // F-34, F-59
{
    QFETCH(const CallState, state);
    twoOwnersOfACall();
    provider().says(1, state);
    provider().commands();
    QVERIFY(app("A").generatesDigits(1, u"1"_s));
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    QCOMPARE(provider().commands().size(), 2);
    QCOMPARE(call(1)->state, state);
}

void TestDigits::aGenerationGoesToTheProviderAndEndsAtTheAsker() // M-7, M-37, V-69
{
    twoOwnersOfACall();
    QVERIFY(server().lineGenerateDigits(app("B").id(), app("B").on(1), DigitMode::Pulse, u"555"_s, 80));
    QCOMPARE(provider().commands(), lines("TSPI_lineGenerateDigits C1 d501 1 PULSE 555 80"));
    QCOMPARE(messages("B"), lines()); // not yet
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Done});
    QCOMPARE(messages("B"), lines("LINE_GENERATE H2 DONE"));
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

void TestDigits::ticksBeginWith20_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<bool>("hasTicks");
    for (ApiVersion version : apiVersions)
        QTest::addRow("%s", qPrintable(toString(version))) << version << (version >= ApiVersion::V2_0);
}

void TestDigits::ticksBeginWith20() // M-7, M-9
{
    QFETCH(const ApiVersion, version);
    QFETCH(const bool, hasTicks);
    QVERIFY(app("A").opens(1, Privilege::Owner, MediaMode::InteractiveVoice, version));
    provider().announces(1, CallState::Connected);
    QVERIFY(app("A").generatesDigits(1, u"5"_s));
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    forgetThePast();
    clock().advance(7'000'000);
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Cancel});
    provider().reports(Reports::MonitorDigits{FakeProvider::call(1), '7', DigitMode::Dtmf});
    const quint32 ticks = hasTicks ? quint32(clock().now() / 1'000) : 0; // modulo 2^32
    const QList<LineMessage> heard = app("A").rawMessages();
    const quint32 handle = app("A").on(1).handle();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0) == (LineMessage{MessageId::Generate, handle, 0, 0x2, 0, ticks}));
    QVERIFY(heard.at(1) == (LineMessage{MessageId::MonitorDigits, handle, 0, '7', 0x2, ticks}));
}

void TestDigits::aSecondGenerationCancelsTheFirst() // F-58, M-37
{
    twoOwnersOfACall();
    QVERIFY(app("A").generatesDigits(1, u"111"_s));
    QVERIFY(app("B").generatesDigits(1, u"222"_s));
    QCOMPARE(provider().commands(),
             lines("TSPI_lineGenerateDigits C1 d501 1 DTMF 111", "TSPI_lineGenerateDigits C1 d501 2 DTMF 222"));
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Cancel});
    QCOMPARE(messages("A"), lines("LINE_GENERATE H1 CANCEL"));
    QCOMPARE(messages("B"), lines());
    provider().reports(Reports::Generate{FakeProvider::call(1), 2, GenerateTerm::Done});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines("LINE_GENERATE H2 DONE"));
}

void TestDigits::emptyDigitsEndAGeneration() // F-34
{
    twoOwnersOfACall();
    QVERIFY(app("A").generatesDigits(1, u"111"_s));
    QVERIFY(app("B").generatesDigits(1, {}));
    QCOMPARE(provider().commands(),
             lines("TSPI_lineGenerateDigits C1 d501 1 DTMF 111", "TSPI_lineGenerateDigits C1 d501 2 DTMF"));
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Cancel});
    QCOMPARE(messages("A"), lines("LINE_GENERATE H1 CANCEL"));
    QCOMPARE(messages("B"), lines()); // no message of its own
    QCOMPARE(findings(), lines());
}

void TestDigits::anEndThatBelongsToNothingIsAFinding() // V-69
{
    twoOwnersOfACall();
    provider().offers(2);
    QVERIFY(app("A").generatesDigits(1, u"111"_s)); // 1
    QVERIFY(app("A").generatesDigits(1, {}));       // 2
    forgetThePast();
    for (quint32 number : {0u, 2u, 3u})
        provider().reports(Reports::Generate{FakeProvider::call(1), number, GenerateTerm::Done});
    provider().reports(Reports::Generate{FakeProvider::call(2), 1, GenerateTerm::Done}); // of another call
    QCOMPARE(findings(), lines("V-69 violation C1", "V-69 violation C1", "V-69 violation C1", "V-69 violation C2"));
    QCOMPARE(messages("A"), lines());
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Done});
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Done}); // once only
    QCOMPARE(messages("A"), lines("LINE_GENERATE H1 DONE"));
    QCOMPARE(findings(), lines("V-69 violation C1"));
    provider().reports(Reports::Generate{FakeProvider::call(9), 1, GenerateTerm::Done});
    QCOMPARE(findings(), lines("V-18 violation P1"));
}

void TestDigits::anAskerThatHasLeftIsToldNothing() // M-37, H-13
{
    twoOwnersOfACall();
    QVERIFY(app("A").generatesDigits(1, u"111"_s));
    QVERIFY(app("A").deallocates(1));
    forgetThePast();
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Done});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines());
    QCOMPARE(findings(), lines()); // the provider cannot know
}

void TestDigits::aGenerationEndsOnAnIdleCallToo() // M-7, V-69
{
    twoOwnersOfACall();
    QVERIFY(app("A").generatesDigits(1, u"111"_s));
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    provider().says(1, CallState::Idle);
    forgetThePast();
    provider().reports(Reports::Generate{FakeProvider::call(1), 1, GenerateTerm::Cancel});
    provider().reports(Reports::MonitorDigits{FakeProvider::call(1), '1', DigitMode::Dtmf});
    QCOMPARE(messages("A"), lines("LINE_GENERATE H1 CANCEL", "LINE_MONITORDIGITS H1 1 DTMF"));
    QCOMPARE(findings(), lines());
}

// ---- heard ----

void TestDigits::theProviderHearsOfTheUnion() // M-9
{
    twoOwnersOfACall();
    const auto after = [this](const char *name, DigitModes modes) {
        const bool done = app(name).monitorsDigits(1, modes).has_value();
        return done ? provider().commands().join(u", "_s) : u"refused"_s;
    };
    using Mode = DigitMode;
    QCOMPARE(after("A", Mode::Dtmf), u"TSPI_lineMonitorDigits C1 d501 DTMF"_s);
    QCOMPARE(after("A", Mode::Dtmf), u""_s);
    QCOMPARE(after("B", Mode::Dtmf), u""_s);
    QCOMPARE(after("B", DigitModes(Mode::Dtmf) | Mode::Pulse), u"TSPI_lineMonitorDigits C1 d501 PULSE|DTMF"_s);
    QCOMPARE(after("A", {}), u""_s);
    QCOMPARE(after("B", Mode::Pulse), u"TSPI_lineMonitorDigits C1 d501 PULSE"_s);
    QCOMPARE(after("B", {}), u"TSPI_lineMonitorDigits C1 d501"_s);
    QCOMPARE(after("B", {}), u""_s);
    QCOMPARE(messages("A"), lines()); // nobody is told LINECALLINFOSTATE_MONITORMODES
    QCOMPARE(messages("B"), lines());
}

void TestDigits::aDigitGoesToThoseWhoListen() // M-9
{
    twoOwnersOfACall();
    QVERIFY(app("C").opens(1));
    QVERIFY(app("C").asksForNewCalls());
    provider().offers(2);
    QVERIFY(app("A").monitorsDigits(1, DigitModes(DigitMode::Dtmf) | DigitMode::DtmfEnd));
    QVERIFY(app("B").monitorsDigits(1, DigitMode::Pulse)); // a monitor of call 2, which it does not listen to
    forgetThePast();
    const auto hears = [this](int call, char digit, DigitMode mode) {
        provider().reports(Reports::MonitorDigits{FakeProvider::call(call), quint32(digit), mode});
    };
    hears(1, '*', DigitMode::Dtmf);
    hears(1, '*', DigitMode::DtmfEnd);
    hears(1, '5', DigitMode::Pulse);
    hears(2, '6', DigitMode::Dtmf);
    QCOMPARE(messages("A"), lines("LINE_MONITORDIGITS H1 * DTMF", "LINE_MONITORDIGITS H1 * DTMFEND"));
    QCOMPARE(messages("B"), lines("LINE_MONITORDIGITS H2 5 PULSE"));
    QCOMPARE(messages("C"), lines());
    QVERIFY(app("A").monitorsDigits(1, {}));
    hears(1, '1', DigitMode::Dtmf); // more than was asked for is no fault (V-63)
    QCOMPARE(messages("A"), lines());
    QCOMPARE(findings(), lines());
}

void TestDigits::everyAskerSeesItsOwnModes() // I-1, I-34
{
    twoOwnersOfACall();
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    QCOMPARE(app("A").info(1)->monitorDigitModes, 0x2u);
    QCOMPARE(app("B").info(1)->monitorDigitModes, 0u);
    QVERIFY(app("A").monitorsDigits(1, {}));
    QCOMPARE(app("A").info(1)->monitorDigitModes, 0u);
}

void TestDigits::theUnionShrinksWhenAHandleGoes_data()
{
    QTest::addColumn<End>("end");
    QTest::newRow("deallocated") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.deallocates(1)); });
    QTest::newRow("closed") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.closes()); });
    QTest::newRow("shut down") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.shutsDown()); });
    QTest::newRow("idle") << End([](TestApp &a, FakeProvider &provider) {
        provider.says(1, CallState::Idle);
        QVERIFY(a.deallocates(1));
    });
}

void TestDigits::theUnionShrinksWhenAHandleGoes() // M-9
{
    QFETCH(const End, end);
    twoOwnersOfACall();
    QVERIFY(app("A").monitorsDigits(1, DigitModes(DigitMode::Dtmf) | DigitMode::Pulse));
    QVERIFY(app("B").monitorsDigits(1, DigitMode::Dtmf));
    provider().commands();
    end(app("A"), provider());
    QCOMPARE(provider().commands("TSPI_lineMonitorDigits"), lines("TSPI_lineMonitorDigits C1 d501 DTMF"));
}

void TestDigits::theUnionIsNotToldWhenTheCallGoes() // M-9, V-81
{
    twoOwnersOfACall();
    QVERIFY(app("B").deallocates(1));
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    provider().commands();
    QVERIFY(app("A").deallocates(1));
    QCOMPARE(provider().commands(), lines("TSPI_lineCloseCall C1 d501"));
}

void TestDigits::nothingIsKeptOfWhatIsGone_data()
{
    QTest::addColumn<End>("end");
    QTest::newRow("handle") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.deallocates(1)); });
    QTest::newRow("line") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.closes()); });
    QTest::newRow("application") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.shutsDown()); });
    QTest::newRow("crashed application") << End([](TestApp &a, FakeProvider &) { QVERIFY(a.shutsDown(true)); });
    QTest::newRow("LINE_CLOSE") << End([](TestApp &, FakeProvider &provider) { provider.closesLine(1); });
    QTest::newRow("device") << End([](TestApp &, FakeProvider &provider) { provider.removesDevice(1); });
    QTest::newRow("provider") << End([](TestApp &, FakeProvider &provider) { provider.dies(); });
}

// The tables behind the rules: cleanup() finds what is left of a handle, a call or a line that is gone.
void TestDigits::nothingIsKeptOfWhatIsGone() // O-1, H-6
{
    QFETCH(const End, end);
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").wantsToHear(LineDevState::NumCalls | LineDevState::Ringing, AddressState::NumCalls));
    provider().announces(1, CallState::Connected);
    QVERIFY(app("A").generatesDigits(1, u"5"_s));
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    QVERIFY(app("A").setsAppSpecific(1, 5));
    QCOMPARE(contradictions(server()), QStringList());
    end(app("A"), provider());
    QVERIFY(world().calls().isEmpty());
    QCOMPARE(contradictions(server()), QStringList());
}

void TestDigits::digitsThatNobodyListensToAreToldToNobody() // M-9, V-63
{
    twoOwnersOfACall();
    provider().reports(Reports::MonitorDigits{FakeProvider::call(1), '1', DigitMode::Dtmf});
    QCOMPARE(messages("A"), lines());
    QCOMPARE(messages("B"), lines());
    QCOMPARE(findings(), lines());
}

void TestDigits::digitsOnACallThatIsNotThereAreAFinding() // V-18, V-13
{
    twoOwnersOfACall();
    QVERIFY(app("A").monitorsDigits(1, DigitMode::Dtmf));
    provider().reports(Reports::MonitorDigits{FakeProvider::call(9), '1', DigitMode::Dtmf});
    QCOMPARE(findings(), lines("V-18 violation P1"));
    provider().offers(2);
    provider().says(2, CallState::Idle);
    QVERIFY(app("A").deallocates(2));
    QVERIFY(app("B").deallocates(2));
    forgetThePast();
    provider().reports(Reports::MonitorDigits{FakeProvider::call(2), '1', DigitMode::Dtmf});
    QCOMPARE(findings(), lines("V-13 violation P1"));
    QCOMPARE(messages("A"), lines());
}

QTEST_GUILESS_MAIN(TestDigits)

#include "tst_digits.moc"
