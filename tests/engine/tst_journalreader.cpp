// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written can be read back, all of it; what is broken is refused with a reason.

#include "journal/journalreader.h"
#include "randomvalues.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr Microseconds lastMoment = 253'402'300'799'999'999; // of the year 9999

const QByteArray header = R"({"linescope":"journal/1","source":"x","started":"2026-11-22T10:25:00.000042Z",)"
                          R"("clock":"monotonic+utc"})";
const QByteArray summary =
    R"({"event":"summary","calls":3,"handles":4,"retained":1,"voided":2,"findings":0,"dropped":5})";

QByteArray line(int seq) { return toJsonLine({quint64(seq), 42, Events::DeviceRemoved{{2}}}); }

QByteArray joined(const QList<QByteArray> &lines) { return lines.join('\n') + '\n'; }

// A whole journal, until it ends or goes wrong.
struct Read {
    QList<quint64> seqs;
    QString error;
    std::optional<JournalSummary> summary;
    bool truncated = false;
};

Read readAll(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    JournalReader reader(&buffer);
    Read read;
    if (const auto first = reader.readHeader(); !first) {
        read.error = first.error();
        return read;
    }
    while (true) {
        const auto event = reader.next();
        if (!event)
            read.error = event.error();
        if (!event || !*event)
            break;
        read.seqs += (*event)->seq;
    }
    read.summary = reader.summary();
    read.truncated = reader.isTruncated();
    return read;
}

} // namespace

class TestJournalReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventComesBackAsItWas_data();
    void everyEventComesBackAsItWas();
    void maskedEventsCanBeRead();
    void aJournalIsReadToItsEnd();
    void theHeaderIsToldFirst();
    void anUnfinishedLastLineIsLeftOut();
    void aBrokenJournalIsRefusedWithTheLine_data();
    void aBrokenJournalIsRefusedWithTheLine();
    void aBrokenLineIsRefusedWithAReason_data();
    void aBrokenLineIsRefusedWithAReason();
    void noBytesAreTooMuch();
};

void TestJournalReader::everyEventComesBackAsItWas_data()
{
    QTest::addColumn<int>("alternative");
    for (int i = 0; i < int(std::variant_size_v<EventPayload>); ++i)
        QTest::addRow("%d", i) << i;
}

void TestJournalReader::everyEventComesBackAsItWas()
{
    QFETCH(int, alternative);
    Choices choices(2211 + quint32(alternative));
    for (int i = 0; i < 1000; ++i) {
        const Event event{choices.longNumber() >> (choices.below(63) + 1) | 1,
                          Microseconds(choices.longNumber() % lastMoment), randomPayload(choices, size_t(alternative))};
        const QByteArray written = toJsonLine(event);
        const auto read = fromJsonLine(written);
        QVERIFY2(read.has_value(), qPrintable(QString::fromUtf8(written) + (read ? QString() : read.error())));
        QVERIFY2(*read == event, written + '\n' + toJsonLine(*read));
    }
}

void TestJournalReader::maskedEventsCanBeRead() // threat 15
{
    static const QRegularExpression calls(uR"##("(providerRef|group)":"(\\.|[^"\\])*")##"_s); // nobody's numbers
    Choices choices(2212);
    for (int i = 0; i < 5'000; ++i) {
        const Event event{1, 42, randomPayload(choices, size_t(i) % std::variant_size_v<EventPayload>)};
        const QByteArray written = toJsonLine(event, Masking::Mask);
        const auto read = fromJsonLine(written);
        QVERIFY2(read.has_value(), qPrintable(QString::fromUtf8(written) + (read ? QString() : read.error())));
        QCOMPARE(read->payload.index(), event.payload.index());
        QVERIFY2(!QString::fromUtf8(written).remove(calls).contains(u"5550100"), written);
    }
}

void TestJournalReader::aJournalIsReadToItsEnd()
{
    const Read read = readAll(joined({header, line(1), line(2), line(5), summary}));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.seqs, (QList<quint64>{1, 2, 5}));
    QVERIFY(read.summary == (JournalSummary{3, 4, 1, 2, 0, 5}));
    QVERIFY(!read.truncated);
}

void TestJournalReader::theHeaderIsToldFirst()
{
    QByteArray text = journalHeader(u"simulator:"_s, 1'795'343'100'000'042);
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto read = JournalReader(&buffer).readHeader();
    QVERIFY(read.has_value());
    QCOMPARE(read->source, u"simulator:"_s);
    QCOMPARE(read->started, 1'795'343'100'000'042);
}

void TestJournalReader::anUnfinishedLastLineIsLeftOut()
{
    const QByteArray whole = joined({header, line(1)}) + line(2);
    const Read complete = readAll(whole);
    QCOMPARE(complete.seqs, (QList<quint64>{1, 2})); // only its line feed is missing
    QVERIFY(!complete.truncated);
    for (qsizetype cut = 1; cut < line(2).size(); ++cut) {
        const Read read = readAll(whole.chopped(cut));
        QCOMPARE(read.error, QString());
        QCOMPARE(read.seqs, (QList<quint64>{1}));
        QVERIFY(read.truncated);
        QVERIFY(!read.summary);
    }
}

void TestJournalReader::aBrokenJournalIsRefusedWithTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const QString noJournal = u"Line %1: This is no journal of Linescope, version 1."_s;
    QTest::addRow("nothing") << QByteArray() << noJournal.arg(0);
    QTest::addRow("no JSON") << QByteArray("hello\n") << noJournal.arg(1);
    QTest::addRow("another version") << QByteArray(R"({"linescope":"journal/2"})") << noJournal.arg(1);
    QTest::addRow("no version") << QByteArray(R"({"source":"simulator:"})") << noJournal.arg(1);
    QTest::addRow("a version that is no text") << QByteArray(R"({"linescope":1})") << noJournal.arg(1);
    QTest::addRow("an event first") << joined({line(1)}) << noJournal.arg(1);
    QTest::addRow("header without its clock")
        << joined({R"({"linescope":"journal/1"})"}) << u"Line 1: The field \"clock\" is missing."_s;
    QTest::addRow("the same number again") << joined({header, line(1), line(1)})
                                           << u"Line 3: The number of the event is not higher than the one before."_s;
    QTest::addRow("a broken line in the middle")
        << joined({header, line(1).chopped(1), line(2)}) << u"Line 2: This is no JSON object: unterminated string."_s;
    QTest::addRow("an empty line") << joined({header, line(1), {}, line(2)})
                                   << u"Line 3: This is no JSON object: illegal value."_s;
    QTest::addRow("a bad event at the very end")
        << joined({header}) + R"({"seq":1,"t":"2026-11-22T10:25:00.000042Z","event":"nonsense"})"
        << u"Line 2: The event \"nonsense\" is not known."_s;
    QTest::addRow("more after the summary")
        << joined({header, summary, line(1)}) << u"Line 3: Something follows the summary."_s;
    QTest::addRow("half a summary") << joined({header, R"({"event":"summary","calls":3})"})
                                    << u"Line 2: The field \"handles\" is missing."_s;
    QTest::addRow("too long") << joined({header, QByteArray(2 << 20, ' ')})
                              << u"Line 2: The line is longer than 1 MiB."_s;
    QTest::addRow("too long by a byte") << joined({header, QByteArray((1 << 20) + 1, ' ')})
                                        << u"Line 2: The line is longer than 1 MiB."_s;
    QTest::addRow("too long at the end") << joined({header}) + QByteArray(2 << 20, ' ')
                                         << u"Line 2: The line is longer than 1 MiB."_s;
    QTest::addRow("no end after the summary")
        << joined({header, summary}) + QByteArray(2 << 20, ' ') << u"Line 3: The line is longer than 1 MiB."_s;
    QTest::addRow("no end at all") << QByteArray(2 << 20, ' ') << u"Line 1: The line is longer than 1 MiB."_s;
}

void TestJournalReader::aBrokenJournalIsRefusedWithTheLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    QCOMPARE(readAll(text).error, error);
}

void TestJournalReader::aBrokenLineIsRefusedWithAReason_data()
{
    QTest::addColumn<QByteArray>("fields"); // after seq and t
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &fields, const QString &error) {
        QTest::addRow("%s", name) << fields << error;
    };
    const auto wrong = [](const char *field) {
        return u"The field \"%1\" cannot be understood."_s.arg(QLatin1StringView(field));
    };
    const auto missing = [](const char *field) {
        return u"The field \"%1\" is missing."_s.arg(QLatin1StringView(field));
    };
    const QByteArray state = R"("event":"callState","call":"C1","previous":"UNKNOWN",)";
    row("no event", R"("x":1)", missing("event"));
    row("event no text", R"("event":1)", wrong("event"));
    row("unknown field", R"("event":"deviceRemoved","device":"D1","more":1)",
        u"The field \"more\" is not known here."_s);
    row("another kind of id", R"("event":"deviceRemoved","device":"L1")", wrong("device"));
    row("id of nothing", R"("event":"deviceRemoved","device":"D0")", wrong("device"));
    row("id with zeros", R"("event":"deviceRemoved","device":"D01")", wrong("device"));
    row("id too big", R"("event":"deviceRemoved","device":"D4294967296")", wrong("device"));
    row("id far too big", R"("event":"deviceRemoved","device":"D42949672960")", wrong("device"));
    row("id with more", R"("event":"deviceRemoved","device":"D1x")", wrong("device"));
    row("id without number", R"("event":"deviceRemoved","device":"D")", wrong("device"));
    row("id a number", R"("event":"deviceRemoved","device":1)", wrong("device"));
    row("unknown state", state + R"("state":"NONSENSE")", wrong("state"));
    row("state in small letters", state + R"("state":"idle")", wrong("state"));
    row("no state", state + R"("mode":"0x1")", missing("state"));
    row("mode of another state", state + R"("state":"BUSY","mode":"NORMAL")", wrong("mode"));
    row("mode where there is none", state + R"("state":"IDLE","mode":"NORMAL")", wrong("mode"));
    row("parent of another kind", state + R"("state":"CONFERENCED","mode":"H1")", wrong("mode"));
    row("hexadecimal in small letters", state + R"("state":"IDLE","mode":"0xab")", wrong("mode"));
    row("hexadecimal too big", state + R"("state":"IDLE","mode":"0x100000000")", wrong("mode"));
    row("a fraction", R"("event":"callBytes","call":"C1","bytes":1.5)", wrong("bytes"));
    row("negative", R"("event":"callBytes","call":"C1","bytes":-1)", wrong("bytes"));
    row("too big", R"("event":"callBytes","call":"C1","bytes":4294967296)", wrong("bytes"));
    row("far too big", R"("event":"callBytes","call":"C1","bytes":1e300)", wrong("bytes"));
    row("a number as text", R"("event":"callBytes","call":"C1","bytes":"1")", wrong("bytes"));
    row("null", R"("event":"callBytes","call":"C1","bytes":null)", wrong("bytes"));
    row("unknown bit", R"("event":"callInfo","call":"C1","changed":["NONSENSE"])", wrong("changed"));
    row("bits no list", R"("event":"callInfo","call":"C1","changed":"CALLERID")", wrong("changed"));
    row("half a byte", R"("event":"callInfo","call":"C1","display":"abc")", wrong("display"));
    row("bytes as a number", R"("event":"callInfo","call":"C1","display":12)", wrong("display"));
    row("bytes no hexadecimal", R"("event":"callInfo","call":"C1","display":"zz")", wrong("display"));
    row("yes or no", R"("event":"providerState","provider":"P1","up":1)", wrong("up"));
    row("neither yes nor no", R"("event":"providerState","provider":"P1")", missing("up"));
    row("text too long",
        R"("event":"providerState","provider":"P1","up":true,"text":")" + QByteArray(64 * 1024 + 1, 'x') + '"',
        wrong("text"));
    row("unknown reason", R"("event":"appShutdown","app":"A1","reason":"bored")", wrong("reason"));
    row("unknown version", R"("event":"appInitialized","app":"A1","api":"22")", wrong("api"));
    row("version out of range", R"("event":"appInitialized","app":"A1","api":"65536.0")", wrong("api"));
    row("no rule", R"("event":"finding","severity":"info","rule":"V15")", wrong("rule"));
    row("no rule, too long", R"("event":"finding","severity":"info","rule":"V-1500")", wrong("rule"));
    row("no rule, too short", R"("event":"finding","severity":"info","rule":"V-")", wrong("rule"));
    row("no rule, small letter", R"("event":"finding","severity":"info","rule":"v-15")", wrong("rule"));
    row("no rule, a digit first", R"("event":"finding","severity":"info","rule":"1-15")", wrong("rule"));
    row("no rule, a letter last", R"("event":"finding","severity":"info","rule":"V-1x")", wrong("rule"));
    row("no rule, a sign last", R"("event":"finding","severity":"info","rule":"V-1+")", wrong("rule"));
    row("version without its first number", R"("event":"appInitialized","app":"A1","api":".2")", wrong("api"));
    row("version without its second number", R"("event":"appInitialized","app":"A1","api":"2.")", wrong("api"));
    row("second number out of range", R"("event":"appInitialized","app":"A1","api":"2.65536")", wrong("api"));
    row("no hexadecimal", state + R"("state":"IDLE","mode":"0x")", wrong("mode"));
    row("more names than bits",
        R"("event":"callInfo","call":"C1","changed":[)" + QByteArray(R"("CALLERID",)").repeated(32) + R"("CALLERID"])",
        wrong("changed"));
    row("too many bytes", R"("event":"callInfo","call":"C1","display":")" + QByteArray(2 * 64 * 1024 + 2, '0') + '"',
        wrong("display"));
    row("message with a name of another kind", R"("event":"message","app":"A1","message":"LINE_CLOSE","device":"C1")",
        wrong("device"));
    row("character that is none",
        R"("event":"report","provider":"P1","report":"monitorDigits","driverCall":"d1","digit":"\u00e9","digitMode":"DTMF")",
        wrong("digit"));
    row("unknown function", R"("event":"request","function":"lineDance","arguments":{})", wrong("function"));
    row("no function", R"("event":"request","arguments":{})", missing("function"));
    row("no arguments", R"("event":"request","function":"lineDrop")", missing("arguments"));
    row("unknown argument", R"("event":"request","function":"lineDrop","arguments":{"more":1})",
        u"The field \"more\" is not known here."_s);
    row("unknown device", R"("event":"request","function":"lineOpen","arguments":{"line":"D0"})", wrong("line"));
    row("no device", R"("event":"request","function":"lineOpen","arguments":{})", missing("line"));
    row("unknown command", R"("event":"command","provider":"P1","command":"actOnCall")", wrong("command"));
    row("unknown report", R"("event":"report","provider":"P1","report":"rain")", wrong("report"));
    row("two characters",
        R"("event":"report","provider":"P1","report":"monitorDigits","driverCall":"d1","digit":"12","digitMode":"DTMF")",
        wrong("digit"));
    row("result of a completion",
        R"("event":"report","provider":"P1","report":"completion","request":"R1","result":"0")", wrong("result"));
    row("unknown message", R"("event":"message","app":"A1","message":"LINE_NONSENSE")", wrong("message"));
    row("message without prefix", R"("event":"message","app":"A1","message":"CLOSE")", wrong("message"));
    row("no message", R"("event":"message","app":"A1")", missing("message"));
    row("handle beyond its bits", R"("event":"message","app":"A1","message":"LINE_CLOSE","device":"L268435456")",
        wrong("device"));
    row("parameter", R"("event":"message","app":"A1","message":"LINE_CALLSTATE","p1":"NONSENSE")", wrong("p1"));
    row("too deep", R"("event":)" + QByteArray(64, '['), u"The line is nested too deeply."_s);
}

void TestJournalReader::aBrokenLineIsRefusedWithAReason()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, error);
    const auto read = fromJsonLine(R"({"seq":7,"t":"2026-11-22T10:25:00.000042Z",)" + fields + '}');
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), error);
}

void TestJournalReader::noBytesAreTooMuch()
{
    const auto errorOf = [](const QByteArray &line) {
        const auto read = fromJsonLine(line);
        return read ? QString() : read.error();
    };
    QCOMPARE(errorOf(R"({"seq":0,"t":"2026-11-22T10:25:00.000042Z","event":"deviceRemoved"})"),
             u"The field \"seq\" cannot be understood."_s);
    QCOMPARE(errorOf(R"({"t":"2026-11-22T10:25:00.000042Z","event":"deviceRemoved"})"),
             u"The field \"seq\" is missing."_s);
    QCOMPARE(errorOf(R"({"seq":1,"event":"deviceRemoved"})"), u"The field \"t\" is missing."_s);
    for (const char *time : {"2026-11-22T10:25:00Z", "2026-13-22T10:25:00.000042Z", "2026-11-22 10:25:00.000042Z", ""})
        QCOMPARE(errorOf(R"({"seq":1,"t":")" + QByteArray(time) + R"(","event":"deviceRemoved"})"),
                 u"The field \"t\" cannot be understood."_s);
    const QByteArray small = toJsonLine({1, 42, Events::DeviceRemoved{{1}}});
    QCOMPARE(errorOf(small), QString());
    QCOMPARE(errorOf(small + QByteArray((1 << 20) - small.size(), ' ')), QString()); // 1 MiB
    QCOMPARE(errorOf(small + QByteArray((1 << 20) + 1 - small.size(), ' ')), u"The line is longer than 1 MiB."_s);

    // Every event, cut and bent anywhere, is read or refused.
    Choices choices(2213);
    int refused = 0;
    for (int i = 0; i < 10'000; ++i) {
        QByteArray bent = toJsonLine({1, 42, randomPayload(choices, size_t(i) % std::variant_size_v<EventPayload>)});
        const qsizetype at = qsizetype(choices.below(quint32(bent.size())));
        if (i % 3 == 0)
            bent.truncate(at);
        else
            bent[at] = i % 3 == 1 ? char(choices.below(256)) : R"(0",:[]{}\x)"[choices.below(10)];
        const auto read = fromJsonLine(bent);
        refused += read ? 0 : 1;
        QVERIFY(read || !read.error().isEmpty());
        if (read) // and what is read is written in one way
            QCOMPARE(toJsonLine(*fromJsonLine(toJsonLine(*read))), toJsonLine(*read));
    }
    QVERIFY(refused > 5'000);
}

QTEST_APPLESS_MAIN(TestJournalReader)
#include "tst_journalreader.moc"
