// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves linescopectl: text from outside never steers the terminal it is shown on (threat 5).

#include "linescopectl/eventfilter.h"
#include "linescopectl/jsonoutput.h"
#include "linescopectl/lineoutput.h"
#include "linescopectl/tableoutput.h"
#include "linescopectl/terminal.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

// One device, one application, one call with two handles, all named by outsiders.
EventBatch story(const QString &name)
{
    EventBatch batch;
    const auto tell = [&](EventPayload payload) {
        const quint64 seq = quint64(batch.size()) + 1;
        batch += Event{seq, Microseconds(seq) * 1_s, std::move(payload)};
    };
    DeviceInfo device;
    device.name = name;
    CallInfo info;
    info.callerId = name;
    info.callerIdName = name;
    info.calledId = u"5550100"_s;
    Events::LineOpened line;
    line.line = {1};
    line.app = {1};
    line.device = {1};
    line.privileges = Privilege::Monitor;
    tell(Events::ProviderState{{1}, true, name, name});
    tell(Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>(device)});
    tell(Events::DeviceState{{1}, {1}, false, true, name});
    tell(Events::AppInitialized{{1},
                                std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{name, name})});
    tell(line);
    tell(Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(info)});
    tell(Events::CallState{{1}, CallState::Connected, CallState::Unknown, 1});
    tell(Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Monitor, 44});
    tell(Events::HandlePrivilege{{1}, {1}, {1}, Privilege::Owner});
    tell(Events::CallState{{1}, CallState::Idle, CallState::Connected, 0});
    tell(Events::FindingRaised{std::make_shared<const Finding>(Finding{"V-15", Severity::Warning, u"C1"_s, name})});
    return batch;
}

QString hostileText(QRandomGenerator &random)
{
    QString text;
    for (int i = random.bounded(1, 12); i > 0; --i)
        text += QChar(char16_t(random.bounded(3) == 0 ? random.bounded(0xa0) : random.bounded(0x10000)));
    return text + u"\u001b[2J\u202e\u0007\u009b1m\u2028"_s;
}

// What an output writes for a story.
template<class MakeOutput>
QByteArray written(const EventBatch &batch, MakeOutput makeOutput)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    World world;
    Source source;
    source.displayName = u"Somewhere"_s;
    {
        const std::unique_ptr<Output> output = makeOutput(file.handle());
        output->begin(source, 1_s);
        for (const Event &event : batch) {
            world.apply(event);
            output->show(event, world);
        }
        output->flush(world);
        output->end(world, 0);
    }
    file.seek(0);
    return file.readAll();
}

QByteArray linesOf(const EventBatch &batch, Masking masking = Masking::None)
{
    return written(batch, [masking](int file) { return std::make_unique<LineOutput>(file, masking); });
}

QByteArray tableOf(const EventBatch &batch, const Options &options = {})
{
    return written(batch, [&options](int file) { return std::make_unique<TableOutput>(file, options); });
}

// The sequences that the table itself writes.
QByteArray withoutOwnSequences(QByteArray picture)
{
    for (const char *sequence : {"\x1b[?1049h", "\x1b[?25l", "\x1b[?25h", "\x1b[?1049l", "\x1b[H", "\x1b[K", "\x1b[J",
                                 "\x1b[7m", "\x1b[2m", "\x1b[0m", "\r\n"})
        picture.replace(sequence, "\n");
    return picture;
}

bool steers(const QByteArray &text)
{
    for (const QChar c : QString::fromUtf8(text)) {
        const char16_t unit = c.unicode();
        const bool control = (unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit < 0xa0);
        const bool bidi = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x2028;
        if (control || bidi)
            return true;
    }
    return false;
}

} // namespace

class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileTextIsWrittenOut_data();
    void hostileTextIsWrittenOut();
    void aTextFitsItsColumns_data();
    void aTextFitsItsColumns();
    void plainLinesTellTheStory();
    void theTableShowsWhatIsRetained();
    void theTableLeavesTheScreenAsItWas();
    void maskedNumbersAppearNowhere();
    void noNameSteersTheTerminal();
    void jsonIsOneObjectALine();
    void aFilterKeepsTheEventsOfItsHandles_data();
    void aFilterKeepsTheEventsOfItsHandles();
    void nobodyReadingEndsTheOutput();
};

void TestOutput::hostileTextIsWrittenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("plain") << u"Müller 字 🙂"_s << u"Müller 字 🙂"_s;
    QTest::addRow("escape") << u"\u001b[2J"_s << u"\\u001b[2J"_s;
    QTest::addRow("line feed") << u"a\nb"_s << u"a\\u000ab"_s;
    QTest::addRow("tab stays") << u"a\tb"_s << u"a\tb"_s;
    QTest::addRow("delete") << u"\u007f"_s << u"\\u007f"_s;
    QTest::addRow("C1") << u"\u009b2J"_s << u"\\u009b2J"_s;
    QTest::addRow("right to left") << u"\u202e55"_s << u"\\u202e55"_s;
    QTest::addRow("line separator") << u"\u2028"_s << u"\\u2028"_s;
    QTest::addRow("lone surrogate") << QString(QChar(0xd800)) << u"\\ud800"_s;
    QTest::addRow("language tag") << QString(u"\U000e0041"_s) << u"\\udb40\\udc41"_s;
}

void TestOutput::hostileTextIsWrittenOut()
{
    QFETCH(QString, text);
    QTEST(terminalText(text), "shown");
}

void TestOutput::aTextFitsItsColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("fitted");
    QTest::addRow("short") << u"ab"_s << 4 << u"ab  "_s;
    QTest::addRow("exact") << u"abcd"_s << 4 << u"abcd"_s;
    QTest::addRow("long") << u"abcde"_s << 4 << u"abc…"_s;
    QTest::addRow("wide") << u"字字"_s << 4 << u"字字"_s;
    QTest::addRow("wide, cut") << u"字字字"_s << 4 << u"字… "_s;
    QTest::addRow("combining") << u"e\u0301a"_s << 2 << u"e\u0301a"_s;
    QTest::addRow("tab") << u"a\tb"_s << 4 << u"a b "_s;
    QTest::addRow("no room") << u"ab"_s << 0 << QString();
    QTest::addRow("one column") << u"ab"_s << 1 << u"…"_s;
}

void TestOutput::aTextFitsItsColumns()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QTEST(fitted(text, columns), "fitted");
    QCOMPARE(columnsOf(fitted(text, columns)), columns);
}

void TestOutput::plainLinesTellTheStory()
{
    const QByteArray lines = linesOf(story(u"Desk"_s));
    QVERIFY(!lines.contains('\x1b'));
    const QList<QByteArray> expected = {
        "1970-01-01T00:00:01.000000Z Desk up Desk",
        "1970-01-01T00:00:02.000000Z D1 added Desk",
        "1970-01-01T00:00:03.000000Z D1 out of service Desk Desk",
        "1970-01-01T00:00:04.000000Z A1 initialized Desk",
        "1970-01-01T00:00:05.000000Z L1 opened Desk Desk MONITOR",
        "1970-01-01T00:00:07.000000Z C1 CONNECTED ACTIVE (UNKNOWN) Desk Desk Desk → 5550100",
        "1970-01-01T00:00:08.000000Z H1 created C1 Desk MONITOR",
        "1970-01-01T00:00:09.000000Z H1 OWNER C1 Desk",
        "1970-01-01T00:00:10.000000Z C1 IDLE (CONNECTED) Desk Desk Desk → 5550100",
        "1970-01-01T00:00:11.000000Z V-15 warning C1 Desk",
        "calls 1, handles 1, retained 1, void 0, findings 1",
        "",
    };
    QCOMPARE(lines.split('\n'), expected);
}

void TestOutput::theTableShowsWhatIsRetained()
{
    const QByteArray table = tableOf(story(u"Desk"_s));
    QVERIFY(table.contains("IDLE retained"));
    QVERIFY(table.contains("H1"));
    QVERIFY(table.contains("retained 1"));
    QVERIFY(table.contains("Somewhere · up"));
    Options other;
    other.filter = *HandleFilter::parse(u"live"_s);
    QVERIFY(!tableOf(story(u"Desk"_s), other).contains("H1"));
}

void TestOutput::theTableLeavesTheScreenAsItWas()
{
    const QByteArray table = tableOf(story(u"Desk"_s));
    QVERIFY(table.startsWith("\x1b[?1049h\x1b[?25l"));
    QVERIFY(table.endsWith("\x1b[?25h\x1b[?1049lcalls 1, handles 1, retained 1, void 0, findings 1\n"));
}

void TestOutput::maskedNumbersAppearNowhere() // threat 15
{
    Options options;
    options.masking = Masking::Mask;
    const EventBatch batch = story(u"12025550123"_s);
    QVERIFY(linesOf(batch).contains("12025550123"));
    for (const QByteArray &text : {linesOf(batch, Masking::Mask), tableOf(batch, options)}) {
        QVERIFY(!text.contains("555"));
        QVERIFY(text.contains("*23"));
    }
}

void TestOutput::noNameSteersTheTerminal()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        const EventBatch batch = story(hostileText(random));
        QVERIFY(!steers(linesOf(batch)));
        QVERIFY(!steers(withoutOwnSequences(tableOf(batch))));
    }
}

void TestOutput::jsonIsOneObjectALine()
{
    const QByteArray text = written(story(u"a\nb\u001b"_s),
                                    [](int file) { return std::make_unique<JsonOutput>(file, Masking::None); });
    const QList<QByteArray> lines = text.trimmed().split('\n');
    QCOMPARE(lines.size(), story({}).size() + 2);
    for (const QByteArray &line : lines)
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
    QVERIFY(!steers(text));
}

void TestOutput::aFilterKeepsTheEventsOfItsHandles_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<quint64>>("shown");
    const QList<quint64> general = {1, 2, 3, 4, 5, 11};
    const auto with = [&](const QList<quint64> &more) {
        QList<quint64> all = general + more;
        std::sort(all.begin(), all.end());
        return all;
    };
    QTest::addRow("none") << QString() << with({6, 7, 8, 9, 10});
    QTest::addRow("nothing matches") << u"caller:nobody"_s << general;
    QTest::addRow("everything matches") << u"caller:desk"_s << with({6, 7, 8, 9, 10});
    QTest::addRow("before or after the event") << u"privilege:owner"_s << with({9, 10});
    QTest::addRow("state") << u"state:idle"_s << with({10});
}

void TestOutput::aFilterKeepsTheEventsOfItsHandles()
{
    QFETCH(QString, filter);
    EventFilter events(*HandleFilter::parse(filter));
    World world;
    QList<quint64> shown;
    for (const Event &event : story(u"Desk"_s)) {
        if (events.apply(event, world))
            shown += event.seq;
    }
    QTEST(shown, "shown");
    QCOMPARE(world.seq(), 11u); // what is not shown has happened all the same
}

void TestOutput::nobodyReadingEndsTheOutput()
{
    LineOutput closed(-1, Masking::None);
    const World world;
    closed.show(story({}).first(), world);
    QVERIFY(!closed.flush(world));
    JsonOutput json(-1, Masking::None);
    json.show(story({}).first(), world);
    QVERIFY(!json.flush(world));
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
