// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Traces of sessions: what is left out of them, how they are kept, how two of them differ.

#include "journal/eventjson.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"
#include "scenario/tracecompare.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

using Kind = TraceDifference::Kind;

// "a b c": three rows of kinds a, b, c; "a1": a row of kind a that says 1.
Trace rows(const char *text)
{
    Trace trace;
    for (const QString &word : QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts))
        trace.append({word.left(1), word});
    return trace;
}

QString picture(const TraceComparison &comparison)
{
    QStringList parts;
    for (const TraceDifference &row : comparison.rows) {
        const QString left = row.left < 0 ? QString() : comparison.left.at(row.left).text;
        const QString right = row.right < 0 ? QString() : comparison.right.at(row.right).text;
        parts.append(row.kind == Kind::Same ? left : left + signOf(row.kind) + right);
    }
    return parts.join(u' ');
}

// A session with `idle` calls before the one that matters, so that ids differ.
EventBatch session(int idle, const QByteArray &mode = "NORMAL", const QByteArray &caller = "5550100")
{
    const QByteArray steps = R"({"linescope": "scenario/1", "steps": [
        {"app": "A", "do": "lineInitializeEx"},
        {"app": "A", "do": "lineOpen", "line": 1, "privilege": "OWNER", "media": "INTERACTIVEVOICE", "as": "LA"},
        {"wait": "3s"},
        {"provider": "newCall", "as": "N", "callerId": ")"
        + caller + R"("},
        {"provider": "callState", "call": "N", "state": "DISCONNECTED", "mode": ")"
        + mode + R"("}]})";
    const auto scenario = readScenario(steps, u"f"_s);
    RunOptions options;
    options.keepJournal = true;
    EventBatch journal = run(*scenario, options).journal;
    const auto shift = [idle](auto &event) {
        if constexpr (requires { event.call; })
            if constexpr (std::is_same_v<CallId, std::remove_cvref_t<decltype(event.call)>>)
                event.call.value += quint32(idle);
    };
    for (Event &event : journal) {
        event.time += idle * 1000;
        std::visit([&](auto &e) { shift(e); }, event.payload);
    }
    return journal;
}

} // namespace

class TestTraceCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void differencesAreFound_data();
    void differencesAreFound();
    void theyAreAsFewAsCanBe();
    void tooManyAreComparedRowByRow();
    void idsAndTimesDoNotMatter();
    void modesAndCallersDo();
    void whatProvidersSayIsOptional_data();
    void whatProvidersSayIsOptional();
    void aKeptTraceIsReadAgain();
    void aJournalIsATrace();
    void whatIsNoTraceIsRefused_data();
    void whatIsNoTraceIsRefused();
    void onlyTheSurroundingsAreShown();
    void jsonCounts();
};

void TestTraceCompare::init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

void TestTraceCompare::differencesAreFound_data()
{
    QTest::addColumn<Trace>("left");
    QTest::addColumn<Trace>("right");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *name, const char *left, const char *right, const char *seen) {
        QTest::newRow(name) << rows(left) << rows(right) << QString::fromLatin1(seen);
    };
    row("nothing", "", "", "");
    row("equal", "a b c", "a b c", "a b c");
    row("one more at the end", "a b", "a b c", "a b >c");
    row("one more at the beginning", "b c", "a b c", ">a b c");
    row("one less", "a b c", "a c", "a b< c");
    row("changed", "a b1 c", "a b2 c", "a b1|b2 c");
    row("two of different kinds", "a b c", "a d c", "a b< >d c");
    row("moved", "a b c d", "b c a d", "a< b c >a d");
    row("all gone", "a b", "", "a< b<");
    row("all new", "", "a b", ">a >b");
    row("nothing in common", "a b", "c d", "a< b< >c >d");
    row("changed beside one more", "a b1 c", "a d b2 c", "a >d b1|b2 c");
}

void TestTraceCompare::differencesAreFound()
{
    QFETCH(const Trace, left);
    QFETCH(const Trace, right);
    QFETCH(const QString, seen);
    const TraceComparison comparison = compare(left, right);
    QCOMPARE(picture(comparison), seen);
    QCOMPARE(comparison.same(), left == right);
    QVERIFY(!comparison.cut);
}

// Against the table of the longest common subsequence, which is slow and plain.
void TestTraceCompare::theyAreAsFewAsCanBe()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 300; ++round) {
        Trace sides[2];
        for (Trace &side : sides) {
            for (int i = random.bounded(30); i > 0; --i)
                side.append({QString::number(i), QString(QChar(u'a' + random.bounded(4)))}); // kinds that never pair
        }
        const Trace &a = sides[0];
        const Trace &b = sides[1];
        std::vector<std::vector<int>> common(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1));
        for (size_t i = 1; i <= size_t(a.size()); ++i)
            for (size_t j = 1; j <= size_t(b.size()); ++j)
                common[i][j] = a.at(qsizetype(i) - 1).text == b.at(qsizetype(j) - 1).text
                    ? common[i - 1][j - 1] + 1
                    : std::max(common[i - 1][j], common[i][j - 1]);
        const TraceComparison found = compare(a, b);
        qsizetype same = 0;
        qsizetype left = 0;
        qsizetype right = 0;
        for (const TraceDifference &row : found.rows) {
            same += row.kind == Kind::Same;
            if (row.left >= 0)
                QCOMPARE(row.left, left++);
            if (row.right >= 0)
                QCOMPARE(row.right, right++);
            if (row.kind == Kind::Same)
                QCOMPARE(a.at(row.left).text, b.at(row.right).text);
        }
        QCOMPARE(left, a.size());
        QCOMPARE(right, b.size());
        QCOMPARE(same, qsizetype(common[size_t(a.size())][size_t(b.size())]));
    }
}

void TestTraceCompare::tooManyAreComparedRowByRow()
{
    const TraceComparison comparison = compare(rows("a b1 c1 d1 e1 f"), rows("a b2 c2 d2 e2 f"), 3);
    QVERIFY(comparison.cut);
    QCOMPARE(picture(comparison), u"a b1|b2 c1|c2 d1|d2 e1|e2 f"_s);
}

void TestTraceCompare::idsAndTimesDoNotMatter()
{
    const TraceComparison comparison = compare(traceOf(session(0)), traceOf(session(40)));
    QVERIFY2(comparison.same(), qPrintable(sideBySide(comparison).join(u'\n')));
    QVERIFY(comparison.left.size() > 10);
}

void TestTraceCompare::modesAndCallersDo()
{
    const Trace trace = traceOf(session(0));
    QVERIFY(compare(trace, traceOf(session(0, "BUSY"))).differences() >= 2); // the state and its message
    QVERIFY(compare(trace, traceOf(session(0, "NORMAL", "C17"))).differences() >= 1);
    const QString text = QString::fromUtf8(toText(trace)); // what was asked for does, too
    QVERIFY2(text.contains(QRegularExpression(u"request .*function=lineOpen.*privilege=\\[OWNER\\]"_s))
                 || text.contains(QRegularExpression(u"request .*privilege=\\[OWNER\\].*"_s)),
             qPrintable(text));
}

void TestTraceCompare::whatProvidersSayIsOptional_data()
{
    QTest::addColumn<TraceOptions>("options");
    QTest::addColumn<QString>("word");
    QTest::newRow("reports") << TraceOptions{.reports = true} << u"report"_s;
    QTest::newRow("names") << TraceOptions{.names = true} << u"name=\"Line 1\""_s;
    QTest::newRow("bytes") << TraceOptions{.bytes = true} << u" bytes="_s;
    QTest::newRow("times") << TraceOptions{.times = true} << u" t=3000000"_s;
}

void TestTraceCompare::whatProvidersSayIsOptional()
{
    QFETCH(const TraceOptions, options);
    QFETCH(const QString, word);
    const EventBatch journal = session(0);
    QVERIFY(QString::fromUtf8(toText(traceOf(journal, options))).contains(word));
    QVERIFY(!QString::fromUtf8(toText(traceOf(journal))).contains(word));
}

void TestTraceCompare::aKeptTraceIsReadAgain()
{
    const Trace trace = traceOf(session(0, "BUSY", "5 \\\\ 6"));
    const auto read = readTrace(toText(trace));
    QVERIFY(read);
    QCOMPARE(*read, trace);
}

void TestTraceCompare::aJournalIsATrace()
{
    const EventBatch journal = session(0);
    QByteArray text = journalHeader(u"x"_s, 0) + '\n';
    for (const Event &event : journal)
        text += toJsonLine(event) + '\n';
    const auto whole = readTrace(text + journalSummary({}, 0) + '\n');
    QVERIFY(whole);
    QCOMPARE(*whole, traceOf(journal));
    const auto cut = readTrace(text.chopped(12)); // its writer was killed
    QVERIFY(cut);
    QVERIFY(cut->size() >= whole->size() - 1);
}

void TestTraceCompare::whatIsNoTraceIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello\nworld\n");
    QTest::newRow("other version") << QByteArray("# linescope trace/2\na\n");
    QTest::newRow("other JSON") << QByteArray("{\"linescope\":\"scenario/1\"}\n");
    QTest::newRow("a broken journal") << journalHeader(u"x"_s, 0) + "\n{\"seq\":1}\n{\"seq\":2}\n";
}

void TestTraceCompare::whatIsNoTraceIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto read = readTrace(bytes);
    QVERIFY(!read);
    QVERIFY(read.error().endsWith(u'.') || read.error().contains(u':'));
}

void TestTraceCompare::onlyTheSurroundingsAreShown()
{
    const TraceComparison comparison = compare(rows("a b c d e1 f g h"), rows("a b c d e2 f g h"));
    QCOMPARE(sideBySide(comparison, 80, 1),
             (QStringList{u"... 3 equal row(s) ..."_s, QString(u"d"_s.leftJustified(38) + u"   d"_s),
                          QString(u"e1"_s.leftJustified(38) + u" | e2"_s),
                          QString(u"f"_s.leftJustified(38) + u"   f"_s), u"... 2 equal row(s) ..."_s}));
    QCOMPARE(sideBySide(comparison, 80, -1).size(), 8);
    QCOMPARE(sideBySide(compare(rows("a"), rows("a"))), QStringList{u"... 1 equal row(s) ..."_s});
}

void TestTraceCompare::jsonCounts()
{
    const QJsonObject json = toJson(compare(rows("a b1 c x"), rows("a b2 c y z")));
    QCOMPARE(json.value(u"same"_s), 2);
    QCOMPARE(json.value(u"changed"_s), 1);
    QCOMPARE(json.value(u"onlyLeft"_s), 1);
    QCOMPARE(json.value(u"onlyRight"_s), 2);
}

QTEST_GUILESS_MAIN(TestTraceCompare)
#include "tst_tracecompare.moc"
