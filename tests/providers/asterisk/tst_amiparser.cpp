// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parser: every way in which the bytes of a Manager Interface can arrive, and every way in which they can be bad.
#include "amiparser.h"
#include "amirecording.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QtTest>

#include <numeric>

using namespace Linescope;
using namespace Linescope::Ami;
using namespace Qt::StringLiterals;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Heard {
    QList<QByteArray> banners;
    QList<Headers> messages;
    QString error;
    friend bool operator==(const Heard &, const Heard &) = default;
};

void listen(Parser &parser, Heard &heard)
{
    parser.onBanner = [&heard](QByteArrayView version) { heard.banners << version.toByteArray(); };
    parser.onMessage = [&heard](const Message &message) {
        Headers headers;
        for (const auto &[key, value] : message.headers())
            headers.emplace_back(key.toByteArray(), value.toByteArray());
        heard.messages << headers;
    };
}

// `cut` says how long the next piece is.
template<class Cut>
Heard parse(const QByteArray &bytes, Cut cut)
{
    Heard heard;
    Parser parser;
    listen(parser, heard);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = qMin(qsizetype(cut()), bytes.size() - at);
        // A copy of exactly the right size, so that reading too far is seen by the sanitizer.
        parser.feed(QByteArray(bytes.constData() + at, length));
        at += length;
    }
    heard.error = parser.error();
    return heard;
}

Heard parseWhole(const QByteArray &bytes)
{
    return parse(bytes, [&bytes] { return bytes.size(); });
}

const QByteArray banner = "Asterisk Call Manager/5.0.4\r\n";

// A second parser, as plain as can be.
QList<Headers> messagesOf(const QByteArray &bytes)
{
    QList<Headers> messages;
    Headers open;
    QList<QByteArray> lines = bytes.split('\n');
    lines.removeFirst();
    lines.removeLast(); // what no line feed has ended
    for (QByteArray line : lines) {
        line.chop(line.endsWith('\r') ? 1 : 0);
        if (line.isEmpty()) {
            if (!open.isEmpty())
                messages << std::exchange(open, {});
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const qsizetype value = line.mid(colon + 1).startsWith(' ') ? colon + 2 : colon + 1;
        open.emplace_back(colon < 0 ? QByteArray() : line.left(colon), colon < 0 ? line : line.mid(value));
    }
    return messages;
}

} // namespace

class TestAmiParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void takesEveryShapeOfLine_data();
    void takesEveryShapeOfLine();
    void readsEveryRecordingTheSameHoweverItIsCut_data();
    void readsEveryRecordingTheSameHoweverItIsCut();
    void readsADevice();
    void findsKeysWithoutCase();
    void endsHostileInputInWords_data();
    void endsHostileInputInWords();
    void survivesGarbageInBoundedMemory();
    void isBoundedWhileAMessageDoesNotEnd();
    void takesWhatIsJustWithinTheLimits();
    void staysSilentOnceStopped();
};

void TestAmiParser::takesEveryShapeOfLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<Headers>>("messages");
    const auto row = [](const char *name, const QByteArray &bytes, const QList<Headers> &messages) {
        QTest::newRow(name) << banner + bytes << messages;
    };
    row("CR LF", "A: 1\r\nB: 2\r\n\r\n", {{{"A", "1"}, {"B", "2"}}});
    row("LF alone", "A: 1\nB: 2\n\n", {{{"A", "1"}, {"B", "2"}}});
    row("mixed, with two empty lines", "Message: Park successful\n\r\n\r\nB: 2\r\n\r\n",
        {{{"Message", "Park successful"}}, {{"B", "2"}}});
    row("empty messages are left out", "\r\n\r\n\nA: 1\r\n\r\n\r\n", {{{"A", "1"}}});
    row("repeated keys", "Output: a\r\nOutput: b\r\n\r\n", {{{"Output", "a"}, {"Output", "b"}}});
    row("a value with a colon", "Uri: sip:6001@127.0.0.1: x\r\n\r\n", {{{"Uri", "sip:6001@127.0.0.1: x"}}});
    row("a value that is empty", "AccountCode: \r\n\r\n", {{{"AccountCode", ""}}});
    row("a key without anything", "AccountCode:\r\n\r\n", {{{"AccountCode", ""}}});
    row("no blank after the colon", "A:1\r\n\r\n", {{{"A", "1"}}});
    row("blanks belong to the value", "A:  1 \r\n\r\n", {{{"A", " 1 "}}});
    row("a line without a colon", "just text\r\n\r\n", {{{"", "just text"}}});
    row("a line that begins with its colon", ": x\r\n\r\n", {{{"", "x"}}});
    row("UTF-8", "N: J\xc3\xb8rgen\r\n\r\n", {{{"N", "J\xc3\xb8rgen"}}});
    row("CR inside", "N: a\rb\r\n\r\n", {{{"N", "a\rb"}}});
    row("NUL inside", QByteArray("N: a\0b\r\n\r\n", 10), {{{"N", QByteArray("a\0b", 3)}}});
    row("half a message says nothing", "A: 1\r\nB: 2\r\n", {});
    row("only the banner", "", {});
}

void TestAmiParser::takesEveryShapeOfLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<Headers>, messages);
    const Heard heard = parseWhole(bytes);
    QCOMPARE(heard.error, QString());
    QCOMPARE(heard.banners, QList<QByteArray>{"5.0.4"});
    QCOMPARE(heard.messages, messages);
    QCOMPARE(parse(bytes, [] { return 1; }), heard);
}

void TestAmiParser::readsEveryRecordingTheSameHoweverItIsCut_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = AmiRecording::all();
    QVERIFY(files.size() >= 40);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestAmiParser::readsEveryRecordingTheSameHoweverItIsCut()
{
    QFETCH(QString, file);
    const auto connections = AmiRecording::read(file);
    QVERIFY(!connections.isEmpty());
    for (const AmiRecording &connection : connections) {
        const QByteArray bytes = connection.serverBytes();
        const Heard whole = parseWhole(bytes);
        QCOMPARE(whole.error, QString());
        QCOMPARE(whole.banners.size(), 1);
        QCOMPARE(whole.messages, messagesOf(bytes));
        QVERIFY(!whole.messages.isEmpty());
        QCOMPARE(parse(bytes, [] { return 1; }), whole);
        QRandomGenerator random(quint32(bytes.size()));
        for (const int longest : {3, 40, 700, 5000})
            QCOMPARE(parse(bytes, [&random, longest] { return random.bounded(1, longest + 1); }), whole);
    }
}

void TestAmiParser::readsADevice()
{
    const QByteArray bytes = AmiRecording::read(u"a16-odd-names.txt"_s).first().serverBytes();
    QBuffer device;
    device.setData(bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    Heard heard;
    Parser parser;
    listen(parser, heard);
    parser.feed(device);
    QCOMPARE(heard, parseWhole(bytes));
}

void TestAmiParser::findsKeysWithoutCase()
{
    Parser parser;
    int messages = 0;
    parser.onMessage = [&messages](const Message &message) {
        ++messages;
        QCOMPARE(message.event().toByteArray(), "Hangup"_ba);
        QCOMPARE(message.value("uniqueID").toByteArray(), "1.2"_ba);
        QCOMPARE(message.value("Output").toByteArray(), "a"_ba);
        QCOMPARE(message.text("Name"), u"Jørgen"_s);
        QVERIFY(message.contains("empty"));
        QVERIFY(message.value("Empty").isEmpty());
        QVERIFY(!message.contains("Unique"));
        QVERIFY(message.response().isEmpty());
    };
    parser.feed(banner
                + "Event: Hangup\r\nUniqueid: 1.2\r\nOutput: a\r\nOutput: b\r\nName: J\xc3\xb8rgen\r\nEmpty: \r\n\r\n");
    QCOMPARE(messages, 1);
}

void TestAmiParser::endsHostileInputInWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &words) {
        QTest::newRow(name) << bytes << words;
    };
    const QByteArray many = QByteArray("A: 1\n").repeated(Parser::maxHeaders + 1);
    const QByteArray line(64 * 1024, 'x');
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", u"greeted with “SSH-2.0-OpenSSH_9.2”"_s);
    row("controls in the greeting", "\x1b[2J\x07 hello\r\n", u"“\uFFFD[2J\uFFFD hello”"_s);
    row("no line at all", QByteArray(70'000, '\0'), u"64 KiB"_s);
    row("a line of 64 MiB", banner + QByteArray(64 * 1024 * 1024, 'x'), u"64 KiB"_s);
    row("a line too long, with its end", banner + line + "x\r\n\r\n", u"64 KiB"_s);
    row("too many headers", banner + many, u"100,000"_s);
    row("a message too long", banner + (line.first(60'000) + '\n').repeated(80), u"4 MiB"_s);
}

void TestAmiParser::endsHostileInputInWords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    Parser parser;
    Heard heard;
    listen(parser, heard);
    QRandomGenerator random(1);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = qMin(qsizetype(random.bounded(1, 200'000)), bytes.size() - at);
        parser.feed(QByteArrayView(bytes).sliced(at, length));
        at += length;
    }
    QVERIFY2(parser.error().contains(words), qPrintable(parser.error()));
    QVERIFY(heard.messages.isEmpty());
    QVERIFY(parser.capacity() <= Parser::maxMessage + 256 * 1024);
    parser.feed("A: 1\r\n\r\n");
    QVERIFY(heard.messages.isEmpty());
}

void TestAmiParser::survivesGarbageInBoundedMemory()
{
    QRandomGenerator random(20'26);
    int errors = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = banner;
        const int noise = random.bounded(0, 50'000);
        for (int i = 0; i < noise; ++i)
            bytes += "\r\n:: aB\0\xff"[random.bounded(9)];
        const Heard whole = parseWhole(bytes);
        QCOMPARE(parse(bytes, [&random] { return random.bounded(1, 3000); }), whole);
        QCOMPARE(whole.messages, messagesOf(bytes));
        errors += whole.error.isEmpty() ? 0 : 1;
    }
    QCOMPARE(errors, 0); // noise with line ends is odd, but not an attack
}

void TestAmiParser::isBoundedWhileAMessageDoesNotEnd()
{
    Parser parser;
    parser.feed(banner);
    const QByteArray piece = QByteArray("Key: ") + QByteArray(1000, 'v') + "\r\n";
    for (int i = 0; i < 100'000; ++i)
        parser.feed(piece);
    QVERIFY(!parser.error().isEmpty());
    QVERIFY(parser.capacity() <= Parser::maxMessage + 256 * 1024);
}

void TestAmiParser::takesWhatIsJustWithinTheLimits()
{
    const QByteArray line = "A: " + QByteArray(Parser::maxLine - 3, 'x');
    const Heard longLine = parse(banner + line + "\n\n", [] { return 1000; });
    QCOMPARE(longLine.error, QString());
    QCOMPARE(longLine.messages.size(), 1);
    const Heard many = parse(banner + QByteArray("A: 1\n").repeated(Parser::maxHeaders) + '\n', [] { return 4096; });
    QCOMPARE(many.error, QString());
    QCOMPARE(many.messages.value(0).size(), Parser::maxHeaders);
}

void TestAmiParser::staysSilentOnceStopped()
{
    Parser parser;
    int messages = 0;
    parser.onMessage = [&](const Message &message) {
        ++messages;
        parser.stop();
        QCOMPARE(message.value("A").toByteArray(), "1"_ba);
    };
    parser.feed(banner + "A: 1\r\n\r\nA: 2\r\n\r\n");
    parser.feed("A: 3\r\n\r\n");
    QCOMPARE(messages, 1);
    QCOMPARE(parser.error(), QString());
}

QTEST_GUILESS_MAIN(TestAmiParser)
#include "tst_amiparser.moc"
