// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/options.h"

#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durationsAreRead_data();
    void durationsAreRead();
    void withoutASourceTheDemoIsWatched();
    void everythingCanBeAskedForAtOnce();
    void aRunHasScenariosAndPlacesForItsResults();
    void aWatchCanBeRecorded();
    void aReplayHasAMoment();
    void mistakesAreToldInWords_data();
    void mistakesAreToldInWords();
    void caretsPointAtWhatIsWrongWithTheFilter();
    void theUsageNamesEveryOption();
    void switchesOfTheEngineAreRead();
};

void TestOptions::durationsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("duration"); // -1: none
    const auto row = [](const char *text, qint64 duration) {
        QTest::addRow("'%s'", text) << QString::fromUtf8(text) << duration;
    };
    row("500ms", 500'000);
    row("1ms", 1000);
    row("30s", 30'000'000);
    row("5m", 300'000'000);
    row("1h", 3'600'000'000);
    row("500h", 500 * 3'600'000'000);
    row("501h", -1);
    row("1800001s", -1);
    row("99999999999999999999s", -1);
    row("0s", -1);
    row("-1s", -1);
    row("+1s", -1);
    row(" 1s", -1);
    row("1.5s", -1);
    row("1 s", -1);
    row("s", -1);
    row("ms", -1);
    row("5", -1);
    row("5d", -1);
    row("5S", -1);
    row("", -1);
}

void TestOptions::durationsAreRead()
{
    QFETCH(QString, text);
    QTEST(parseDuration(text).value_or(-1), "duration");
}

void TestOptions::switchesOfTheEngineAreRead()
{
    const auto plain = Options::parse({u"watch"_s});
    QVERIFY(plain->engine.unownedCalls == ServerOptions::Unowned::Keep);
    QVERIFY(plain->engine.closeDropsSoleOwned);
    QVERIFY(!plain->engine.closeCallAfterFailedCreate);
    const auto options = Options::parse({u"watch"_s, u"--engine"_s, u"unownedIncoming=drop"_s,
                                         u"--engine=closeDropsSoleOwned=false"_s,
                                         u"--engine=closeCallAfterFailedCreate=true"_s});
    QVERIFY(options);
    QVERIFY(options->engine.unownedCalls == ServerOptions::Unowned::Drop);
    QVERIFY(!options->engine.closeDropsSoleOwned);
    QVERIFY(options->engine.closeCallAfterFailedCreate);

    const auto wrong = Options::parse({u"watch"_s, u"--engine=unownedIncoming=sometimes"_s});
    QVERIFY(!wrong);
    QVERIFY(wrong.error().sentence.contains(u"unownedIncoming=sometimes"_s));
    QVERIFY(wrong.error().sentence.contains(u"unownedIncoming=keep"_s));                   // and what there is
    QVERIFY(!Options::parse({u"run"_s, u"a.json"_s, u"--engine=unownedIncoming=drop"_s})); // a scenario says it itself
}

void TestOptions::withoutASourceTheDemoIsWatched()
{
    const auto options = Options::parse({u"watch"_s});
    QVERIFY(options);
    QCOMPARE(options->source, u"simulator:?lines=4&seed=7&rate=20&apps=demo"_s);
    QVERIFY(!options->json);
    QVERIFY(!options->duration);
    QVERIFY(!options->calls);
    QVERIFY(options->filter.isEmpty());
    QCOMPARE(options->masking, Masking::None);
}

void TestOptions::everythingCanBeAskedForAtOnce()
{
    const auto options = Options::parse({u"watch"_s, u"--json"_s, u"asterisk://me@pbx"_s, u"--for"_s, u"2s"_s,
                                         u"--calls=3"_s, u"--filter"_s, u"state:idle -app:x"_s, u"--mask"_s});
    QVERIFY(options);
    QCOMPARE(options->source, u"asterisk://me@pbx"_s);
    QVERIFY(options->json);
    QCOMPARE(options->duration, 2_s);
    QCOMPARE(options->calls, 3u);
    QVERIFY(!options->filter.isEmpty());
    QCOMPARE(options->masking, Masking::Mask);
}

void TestOptions::aRunHasScenariosAndPlacesForItsResults()
{
    const auto options = Options::parse({u"run"_s, u"a.json"_s, u"--source"_s, u"simulator:?lines=1"_s, u"--junit"_s,
                                         u"o.xml"_s, u"--journal"_s, u"j"_s, u"--json"_s, u"--mask"_s});
    QVERIFY(options);
    QCOMPARE(options->command, Options::Command::Run);
    QCOMPARE(options->scenarios, QStringList{u"a.json"_s});
    QCOMPARE(options->source, u"simulator:?lines=1"_s);
    QCOMPARE(options->junitFile, u"o.xml"_s);
    QCOMPARE(options->journalFile, u"j"_s);
    QVERIFY(options->json);
    QCOMPARE(options->masking, Masking::Mask);
    QCOMPARE(Options::parse({u"run"_s, u"a"_s, u"b"_s})->scenarios, (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(Options::parse({u"run"_s, u"a"_s})->source.isEmpty());
}

void TestOptions::aWatchCanBeRecorded()
{
    const auto options = Options::parse(
        {u"watch"_s, u"--journal"_s, u"j"_s, u"--compress"_s, u"--roll"_s, u"64K"_s, u"--keep"_s, u"3"_s});
    QVERIFY(options);
    QCOMPARE(options->journalFile, u"j"_s);
    QVERIFY(options->compressed);
    QCOMPARE(options->rollAt, 64 * 1024);
    QCOMPARE(options->keepFiles, 3);
    QCOMPARE(parseSize(u"100M"_s), 100 * 1024 * 1024);
    QCOMPARE(parseSize(u"2G"_s), qint64(2) * 1024 * 1024 * 1024);
    for (const QString &none : {u""_s, u"M"_s, u"1"_s, u"-1M"_s, u"+1M"_s, u"1T"_s, u"99999999999G"_s})
        QVERIFY2(!parseSize(none), qPrintable(none));
}

void TestOptions::aReplayHasAMoment()
{
    const auto parse = [](const QString &moment) { return *Options::parse({u"replay"_s, u"a"_s, u"--at"_s, moment}); };
    QCOMPARE(parse(u"#17"_s).command, Options::Command::Replay);
    QCOMPARE(parse(u"#17"_s).recording, u"a"_s);
    QCOMPARE(parse(u"#17"_s).atSeq, 17u);
    QCOMPARE(parse(u"+5m"_s).atOffset, 300_s);
    QCOMPARE(parse(u"2026-11-22T10:25:00Z"_s).atTime, 1'795'343'100_s);
    QCOMPARE(parse(u"2026-11-22T10:25:00.000042Z"_s).atTime, 1'795'343'100'000'042);
    const auto plain = Options::parse({u"replay"_s, u"a"_s});
    QVERIFY(plain && !plain->atSeq && !plain->atTime && !plain->atOffset && !plain->json && !plain->csv);
}

void TestOptions::mistakesAreToldInWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::addRow("no command") << QStringList() << u"no command"_s;
    QTest::addRow("no such command") << QStringList{u"look"_s} << u"\"look\" is not a command."_s;
    QTest::addRow("no scenario") << QStringList{u"run"_s} << u"There is no scenario"_s;
    QTest::addRow("two scenarios, one journal")
        << QStringList{u"run"_s, u"a.json"_s, u"b.json"_s, u"--journal"_s, u"j"_s} << u"one scenario at a time"_s;
    QTest::addRow("a watch's option") << QStringList{u"run"_s, u"a.json"_s, u"--for"_s, u"1s"_s}
                                      << u"--for is not for linescopectl run"_s;
    QTest::addRow("a run's option") << QStringList{u"watch"_s, u"--source"_s, u"simulator:"_s}
                                    << u"--source is not for linescopectl watch"_s;
    const auto row = [](const char *name, const QString &arguments, const QString &words) {
        QTest::addRow("%s", name) << arguments.split(u' ') << words;
    };
    row("no recording", u"replay"_s, u"One recording at a time"_s);
    row("two recordings", u"replay a b"_s, u"One recording at a time"_s);
    row("no moment", u"replay a --at noon"_s, u"\"noon\" is no moment"_s);
    row("no event", u"replay a --at #x"_s, u"\"#x\" is no moment"_s);
    row("a time without its zone", u"replay a --at 2026-11-22T10:41:00"_s, u"is no moment"_s);
    row("two forms", u"replay a --json --csv"_s, u"Only one of"_s);
    row("a watch's option", u"replay a --journal b"_s, u"--journal is not for linescopectl replay"_s);
    row("a replay's option", u"watch --at #1"_s, u"--at is not for linescopectl watch"_s);
    row("compressed, but not written", u"watch --compress"_s, u"about the file of --journal"_s);
    row("no size", u"watch --journal a --roll 100"_s, u"--roll wants a size"_s);
    row("too small", u"watch --journal a --roll 63K"_s, u"--roll wants a size"_s);
    row("keep without rolling", u"watch --journal a --keep 2"_s, u"--keep wants"_s);
    row("keep nothing", u"watch --journal a --roll 1M --keep 0"_s, u"--keep wants"_s);
    QTest::addRow("no journal") << QStringList{u"check"_s} << u"One journal at a time"_s;
    QTest::addRow("no audit log") << QStringList{u"audit"_s} << u"One audit log at a time"_s;
    QTest::addRow("two audit logs") << QStringList{u"audit"_s, u"a"_s, u"b"_s} << u"One audit log at a time"_s;
    QTest::addRow("JSON of an audit log, which is JSON")
        << QStringList{u"audit"_s, u"a"_s, u"--json"_s} << u"--json is not for linescopectl audit"_s;
    QTest::addRow("two journals") << QStringList{u"check"_s, u"a"_s, u"b"_s} << u"One journal at a time"_s;
    QTest::addRow("a check's option") << QStringList{u"run"_s, u"a.json"_s, u"--leaks"_s}
                                      << u"--leaks is not for linescopectl run"_s;
    QTest::addRow("a watch's option of a check")
        << QStringList{u"check"_s, u"a"_s, u"--mask"_s} << u"--mask is not for linescopectl check"_s;
    QTest::addRow("a level") << QStringList{u"check"_s, u"a"_s, u"--fail-on"_s, u"info"_s} << u"not \"info\""_s;
    QTest::addRow("no such rule") << QStringList{u"check"_s, u"a"_s, u"--mute"_s, u"V-99=x"_s}
                                  << u"\"V-99\" is not a rule"_s;
    QTest::addRow("no reason") << QStringList{u"check"_s, u"a"_s, u"--mute"_s, u"V-42"_s} << u"muted for a reason"_s;
    QTest::addRow("leaks as JSON") << QStringList{u"watch"_s, u"--json"_s, u"--leaks"_s} << u"--leaks is for people"_s;
    QTest::addRow("no such option") << QStringList{u"watch"_s, u"--jsn"_s} << u"jsn"_s;
    QTest::addRow("two sources") << QStringList{u"watch"_s, u"simulator:"_s, u"b:"_s} << u"\"b:\" is one too many"_s;
    QTest::addRow("for") << QStringList{u"watch"_s, u"--for"_s, u"4"_s} << u"\"4\" is not a duration"_s;
    QTest::addRow("for nothing") << QStringList{u"watch"_s, u"--for"_s} << u"for"_s;
    QTest::addRow("no calls") << QStringList{u"watch"_s, u"--calls"_s, u"0"_s} << u"not \"0\""_s;
    QTest::addRow("calls") << QStringList{u"watch"_s, u"--calls"_s, u"many"_s} << u"not \"many\""_s;
    QTest::addRow("filter") << QStringList{u"watch"_s, u"--filter"_s, u"x:y"_s} << u"\"x\" is not a key"_s;
}

void TestOptions::mistakesAreToldInWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const auto options = Options::parse(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().sentence.contains(words), qPrintable(options.error().sentence));
    QVERIFY2(options.error().sentence.endsWith(u'.'), qPrintable(options.error().sentence));
}

void TestOptions::caretsPointAtWhatIsWrongWithTheFilter()
{
    const auto picture = [](const QString &filter) {
        const auto options = Options::parse({u"watch"_s, u"--filter"_s, filter});
        return options ? QString() : options.error().picture().join(u'|');
    };
    QCOMPARE(picture(u"state:ringing app:crm agee>5m"_s),
             u"state:ringing app:crm agee>5m|      ^^^^^^^         ^^^^"_s);
    QCOMPARE(picture(u"ab (\u65e5\u672c state:x"_s),
             u"ab (\u65e5\u672c state:x|   ^           ^"_s); // wide: two columns
    QCOMPARE(picture(u"\u001b[2J x:y"_s), u"\\u001b[2J x:y|          ^"_s);
    QVERIFY(Options::parse({u"look"_s}).error().picture().isEmpty());
}

void TestOptions::theUsageNamesEveryOption()
{
    for (const char *option : {"--json",
                               "--for",
                               "--calls",
                               "--filter",
                               "--mask",
                               "version",
                               "--help",
                               "--source",
                               "--junit",
                               "--journal",
                               "--compress",
                               "--roll",
                               "--keep",
                               "--at",
                               "--table",
                               "--csv",
                               "linescopectl replay",
                               "replay:FILE",
                               "linescopectl check",
                               "--golden",
                               "--update",
                               "--against",
                               "--fail-on",
                               "--mute RULE",
                               "--leaks"})
        QVERIFY2(Options::usage().contains(QLatin1StringView(option)), option);
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
