// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filtercompletion.h"
#include "filter/handlefilter.h"
#include "threecalls.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

QString handlesOf(const World &world, const HandleFilter &filter)
{
    QStringList names;
    for (const quint32 number : {1u, 2u, 13u}) {
        if (filter.matches(world, *world.handle({number})))
            names += shortName(HCall{number});
    }
    return names.join(u' ');
}

QString callsOf(const World &world, const HandleFilter &filter)
{
    QStringList names;
    for (const quint32 number : {1u, 2u, 12u}) {
        if (filter.matches(world, *world.call({number})))
            names += shortName(CallId{number});
    }
    return names.join(u' ');
}

} // namespace

class TestHandleFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsChooseHandles_data();
    void wordsChooseHandles();
    void aCallMatchesWithItsHandles_data();
    void aCallMatchesWithItsHandles();
    void mistakesAreToldWithTheirPlace_data();
    void mistakesAreToldWithTheirPlace();
    void everyMistakeIsToldUpToABound();
    void lengthAndDepthAreBounded();
    void whatIsPrintedIsReadAsTheSame_data();
    void whatIsPrintedIsReadAsTheSame();
    void timePassesForRows_data();
    void timePassesForRows();
    void everyShortTextIsReadOrRefused();
    void textByChanceIsReadOrRefused();
};

void TestHandleFilter::wordsChooseHandles_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("handles");
    const auto row = [](const char *filter, const char *handles) {
        QTest::addRow("%s", filter) << QString::fromUtf8(filter) << QString::fromLatin1(handles);
    };
    row("", "H1 H2 H13");
    row("   ", "H1 H2 H13");
    // A plain word, in everything a row shows.
    row("front", "H1 H2");
    row("DESK", "H1 H2");
    row("müller", "H13");
    row("MÜLLER", "H13");
    row("5550", "H1 H2 H13");
    row("reception", "H1 H2");
    row("dialer", "H1");
    row("owner", "H1");
    row("H13", "H13");
    row("h1", "H1"); // a short name is whole
    row("L3", "H13");
    row("idle", "H13");
    row("nobody", "");
    // All words must match.
    row("reception recorder", "H2");
    row("reception lager", "");
    row("  reception   5550123 ", "H1 H2");
    // Keys.
    row("state:connected", "H1 H2");
    row("state:disconnected", "");
    row("state:conn", "H1 H2");
    row("STATE:Idle", "H13");
    row("app:recorder", "H2 H13");
    row("app:A2", "H2 H13");
    row("app:a1", "H1");
    row("line:recep", "H1 H2");
    row("line:L1", "H1");
    row("line:l", "H13");
    row("call:C1", "H1 H2");
    row("call:c2", "H13");
    row("call:1", "H1 H2"); // the number will do
    row("handle:H1", "H1");
    row("handle:h13", "H13");
    row("handle:0x40000001", "H1");
    row("handle:H3", "");
    row("caller:555", "H1 H2");
    row("caller:desk", "H1 H2");
    row("called:555", "H13");
    row("called:1001", "H1 H2");
    row("privilege:owner", "H1");
    row("privilege:mon", "H2 H13");
    // Life.
    row("retained", "H13");
    row("live", "H1 H2");
    row("Retained LIVE", "");
    // Not.
    row("-front", "H13");
    row("-state:idle", "H1 H2");
    row("-retained", "H1 H2");
    row("-app:recorder reception", "H1");
    row("-\"front desk\"", "H13");
    // Quotes.
    row("\"front desk\"", "H1 H2");
    row("\"desk front\"", "");
    row("caller:\"front desk\"", "H1 H2");
    row("caller:\"front desk\"app:dialer", "H1");
    row("\"retained\"", "");
    row("\"state:idle\"", "");
    row("\"-front\"", "");
    // And, or, not, parentheses.
    row("dialer or lager", "H1 H13");
    row("dialer OR lager", "H1 H13");
    row("front and recorder", "H2");
    row("not front", "H13");
    row("not (front recorder)", "H1 H13");
    row("-(front recorder)", "H1 H13");
    row("not front or dialer", "H1 H13");
    row("reception dialer or lager", "H1 H13");
    row("reception (dialer or lager)", "H1");
    row("(((lager)))", "H13");
    row("not not lager", "H13");
    row("\"or\"", "H2 H13"); // as in recorder
    row("-state:idle -app:dialer", "H2");
    // Wildcards: the whole text.
    row("caller:+12*", "H1 H2");
    row("caller:12*", "");
    row("caller:100?", "H13");
    row("caller:10?", "");
    row("caller:*DESK", "H1 H2");
    row("caller:m?ller", "H13");
    row("+12*", "H1 H2");
    row("l*r", "H13");
    row("app:*or*", "H2 H13");
    row("\"+12*\"", "");
    row("state:*connected", "H1 H2"); // DISCONNECTED too, but there is none
    // Several values.
    row("state:idle,offering", "H13");
    row("state:connected,idle", "H1 H2 H13");
    row("app:dialer,\"recorder\"", "H1 H2 H13");
    row("caller:\"front desk\",1002", "H1 H2 H13");
    row("handle:H1,13", "H1 H13");
    row("state!=idle", "H1 H2");
    row("state!=idle,connected", "");
    // All of it.
    row("app=dial", "");
    row("app=DIALER", "H1");
    row("line=reception", "H1 H2");
    row("app!=dialer", "H2 H13");
    // More and less.
    row("handle>H1", "H2 H13");
    row("handle>=2", "H2 H13");
    row("handle<h2", "H1");
    row("handle<=2", "H1 H2");
    row("call=C2", "H13");
    row("age>0s", "");
    row("age>=0s", "H1 H2 H13");
    row("age<1m", "H1 H2 H13");
    row("bytes>0", "H1 H2 H13");
    row("bytes>1g", "");
    row("bytes<1k", "H1 H2 H13");
    row("providerbytes>=0", "H1 H2"); // not reported is not zero
    row("providerbytes=2k", "H1 H2");
    row("providerbytes=2048", "");
    row("providerbytes>2k", "H1 H2");
    row("providerbytes>2.5k", "");
    row("retainedfor>=0s", "H13");
    row("instate<=1:30", "H1 H2 H13");
    // The other keys.
    row("unowned", "");
    row("A2", "H2 H13");
    row("D2", "H13");
    row("0x4000000d", "H13");
    row("device:D2", "H13");
    row("device:recep", "H1 H2");
    row("provider:fake", "H1 H2 H13");
    row("provider:P2", "");
    row("connected:desk", "");
    row("mode:active", "H1 H2");
    row("media:unknown", "");
    row("media:interactivevoice,g3fax", "H1 H2");
    row("cause:17", "H13");
    row("cause:normal", "H13");
    row("cause>=16", "H13");
    row("cause<100", "H13");
}

void TestHandleFilter::wordsChooseHandles()
{
    QFETCH(QString, filter);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().constFirst().sentence));
    QCOMPARE(parsed->isEmpty(), filter.trimmed().isEmpty());
    QTEST(handlesOf(threeCalls(), *parsed), "handles");
}

void TestHandleFilter::aCallMatchesWithItsHandles_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("calls");
    QTest::addRow("all") << QString() << u"C1 C2 C12"_s;
    QTest::addRow("one of its handles is enough") << u"app:dialer"_s << u"C1"_s;
    QTest::addRow("one handle must match all words") << u"app:dialer privilege:monitor"_s << QString();
    QTest::addRow("without a handle by itself") << u"lager"_s << u"C2 C12"_s;
    QTest::addRow("without a handle no application") << u"app:recorder lager"_s << u"C2"_s;
    QTest::addRow("not is true of what is not there") << u"-app:recorder lager"_s << u"C12"_s;
    QTest::addRow("nobody retains it") << u"retained"_s << u"C2"_s;
    QTest::addRow("live") << u"live"_s << u"C1 C12"_s;
}

void TestHandleFilter::aCallMatchesWithItsHandles()
{
    QFETCH(QString, filter);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY(parsed);
    QTEST(callsOf(threeCalls(), *parsed), "calls");
}

void TestHandleFilter::mistakesAreToldWithTheirPlace_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("place"); // carets under what is wrong
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *filter, const char *place, const char *sentence) {
        QTest::addRow("%s", filter) << QString::fromUtf8(filter) << QString::fromLatin1(place)
                                    << QString::fromUtf8(sentence);
    };
    const char quote[] = "This quote is not closed: write \" after the last word that belongs to it.";
    row("front \"desk", "      ^^^^^", quote);
    row("caller:\"desk", "       ^^^^^", quote);
    row("caller:101,\"desk", "           ^^^^^", quote);
    row("a \"\"", "  ^^", "There is nothing between the quotes.");
    row("app:\"\"", "    ^^", "There is nothing between the quotes.");
    row("desk -", "     ^", "There is nothing to leave out: write -word, without a blank after the minus.");
    row("- desk", "^", "There is nothing to leave out: write -word, without a blank after the minus.");
    row("a state:", "  ^^^^^^", "A value is missing: write for example state:idle,offering.");
    row("age>", "^^^^", "A value is missing: write for example age>5m.");
    row("state:idle,", "          ^", "There is nothing beside the comma: write one more value, or no comma.");
    row("state:idle,,busy", "          ^", "There is nothing beside the comma: write one more value, or no comma.");
    row("desk stat:idle", "     ^^^^",
        "\"stat\" is not a key. Did you mean state? To look for the word as it is, put it in quotes.");
    row("calelr:1", "^^^^^^",
        "\"calelr\" is not a key. Did you mean caller? To look for the word as it is, put it in quotes.");
    row("agee>5m", "^^^^", "\"agee\" is not a key. Did you mean age? To look for the word as it is, put it in quotes.");
    row("desk from:me", "     ^^^^",
        "\"from\" is not a key. Keys are state, app, line, caller, called, privilege, instate, age, retainedfor, "
        "bytes, "
        "handle, call, device, provider, connected, mode, media, cause, providerbytes. To look for the word as it is, "
        "put it in quotes.");
    row(">5m", "^", "There is no key before >: write for example age>5m.");
    row("retained:yes", "^^^^^^^^^", "retained stands alone, without a value.");
    row("app>crm", "^^^^", "app has no more and less: write for example app:crm.");
    row("age>5m,6m", "      ^^^", "Only one value can be compared with >.");
    row("privilege:king", "          ^^^^", "No privilege begins with \"king\". Privileges are none, monitor, owner.");
    row("privilege:%1%2", "          ^^^^", "No privilege begins with \"%1%2\". Privileges are none, monitor, owner.");
    row("privilege:ownr", "          ^^^^",
        "Did you mean owner? No privilege begins with \"ownr\". Privileges are none, monitor, owner.");
    row("age>5", "    ^", "5 has no unit: write 5s, 5m, 5h or 5d.");
    row("age>soon", "    ^^^^", "\"soon\" is not a time: write for example 30s, 5m, 1h30m or 2d.");
    row("age>5x", "    ^^", "\"5x\" is not a time: write for example 30s, 5m, 1h30m or 2d.");
    row("age>99999999999d", "    ^^^^^^^^^^^^",
        "\"99999999999d\" is not a time: write for example 30s, 5m, 1h30m or 2d.");
    row("bytes>2x", "      ^^", "\"2x\" is not a size: write for example 512, 2k or 1.5m.");
    row("cause>busy", "      ^^^^", "\"busy\" is not a number of a cause: write for example cause>=16.");
    row("handle:crm", "       ^^^", "\"crm\" is not the short name of one: write for example handle:H42.");
    row("call:H1", "     ^^", "\"H1\" is not the short name of one: write for example call:C17.");
    row("(a", "^", "This parenthesis is not closed: write ) after what belongs together.");
    row("a)", " ^", "This parenthesis closes nothing: there is no ( before it.");
    row("a ()", "  ^", "There is nothing between the parentheses.");
    row("or a", "^^", "Something has to stand before \"or\". To look for the word itself, put it in quotes.");
    row("a AND", "  ^^^", "Something has to follow \"AND\". To look for the word itself, put it in quotes.");
    row("a or or b", "  ^^", "Something has to follow \"or\". To look for the word itself, put it in quotes.");
    row("a and (or b)", "       ^^",
        "Something has to stand before \"or\". To look for the word itself, put it in quotes.");
    row("not", "^^^", "Something has to follow \"not\". To look for the word itself, put it in quotes.");
}

void TestHandleFilter::mistakesAreToldWithTheirPlace()
{
    QFETCH(QString, filter);
    QFETCH(QString, place);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY(!parsed);
    const FilterError error = parsed.error().constFirst();
    QTEST(error.sentence, "sentence");
    QCOMPARE(QString(error.position, u' ') + QString(error.length, u'^'), place);
    QCOMPARE(parsed.error().size(), 1);
}

void TestHandleFilter::everyMistakeIsToldUpToABound()
{
    const auto parsed = HandleFilter::parse(u"stat:x state:conected (age>5 or bytes>z"_s);
    QVERIFY(!parsed);
    QList<qsizetype> positions;
    for (const FilterError &error : parsed.error())
        positions += error.position;
    QCOMPARE(positions, (QList<qsizetype>{0, 13, 22, 27, 38}));
    QVERIFY(parsed.error().at(1).sentence.startsWith(u"Did you mean connected?"_s));
    const auto many = HandleFilter::parse(u"x:y "_s.repeated(100));
    QCOMPARE(many.error().size(), HandleFilter::MaxErrors);
}

void TestHandleFilter::lengthAndDepthAreBounded()
{
    QVERIFY(
        HandleFilter::parse(u"("_s.repeated(HandleFilter::MaxDepth) + u'a' + u")"_s.repeated(HandleFilter::MaxDepth)));
    const auto deep = HandleFilter::parse(u"("_s.repeated(HandleFilter::MaxDepth + 1) + u'a');
    QVERIFY(deep.error().constLast().sentence.startsWith(u"There are more than 32"_s));
    QVERIFY(!HandleFilter::parse(u"-"_s.repeated(HandleFilter::MaxLength - 1) + u'a'));
    QVERIFY(!HandleFilter::parse(u"not "_s.repeated(900) + u'a'));
    const auto length = HandleFilter::parse(QString(HandleFilter::MaxLength + 3, u'x'));
    QCOMPARE(length.error().constFirst().position, HandleFilter::MaxLength);
    QCOMPARE(length.error().constFirst().length, 3);
    // Stars are the slow ones elsewhere.
    const auto stars = HandleFilter::parse(u"caller:"_s + u"*a"_s.repeated(1500));
    QVERIFY(stars);
    QCOMPARE(handlesOf(threeCalls(), *stars), QString());
}

void TestHandleFilter::whatIsPrintedIsReadAsTheSame_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *filter, const char *printed) {
        QTest::addRow("%s", filter) << QString::fromUtf8(filter) << QString::fromUtf8(printed);
    };
    row("  a   b ", "a b");
    row("a AND b or c", "c or a b"); // what is quick to tell is asked first
    row("a and (b or c)", "a (b or c)");
    row("(a and b) or c", "c or a b");
    row("not not a", "--a");
    row("not (a b)", "-(a b)");
    row("\"and\" \"two words\"", "\"and\" \"two words\"");
    row("desk STATE:idle,busy", "state:idle,busy desk");
    row("caller:\"a b\",c age!=5m", "age!=5m caller:\"a b\",c");
}

void TestHandleFilter::whatIsPrintedIsReadAsTheSame()
{
    QFETCH(QString, filter);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY(parsed);
    QTEST(parsed->toText(), "printed");
    QCOMPARE(HandleFilter::parse(parsed->toText())->toText(), parsed->toText());
}

void TestHandleFilter::timePassesForRows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("changes"); // of H1 (live) and H13 (retained), both born and in their state at 1 s
    QTest::addRow("none") << u"idle or caller:1"_s << QString();
    QTest::addRow("more") << u"age>5s"_s << u"H1+5000001 H13+5000001"_s;
    QTest::addRow("at least") << u"age>=5s"_s << u"H1+5000000 H13+5000000"_s;
    QTest::addRow("less") << u"instate<2s"_s << u"H1-2000000 H13-2000000"_s;
    QTest::addRow("at most") << u"instate<=2s"_s << u"H1-2000001 H13-2000001"_s;
    QTest::addRow("equal is as wide as its last digit")
        << u"age=2s"_s << u"H1+2000000 H13+2000000 H1-3000000 H13-3000000"_s;
    QTest::addRow("only what is retained") << u"retainedfor>=1s"_s << u"H13+1000000"_s;
    QTest::addRow("not") << u"-retainedfor>=1s"_s << u"H13-1000000"_s;
    QTest::addRow("several") << u"age>=1s (age<2s or age>=3s)"_s
                             << u"H1+1000000 H13+1000000 H1-2000000 H13-2000000 H1+3000000 H13+3000000"_s;
}

// Asked at no other moment than those that it names itself, the filter misses no change.
void TestHandleFilter::timePassesForRows()
{
    QFETCH(QString, filter);
    const World world = threeCalls();
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY(parsed);
    QStringList changes;
    QCOMPARE(parsed->dependsOnTime(), filter.contains(u'<') || filter.contains(u'>') || filter.contains(u'='));
    struct Watched {
        const Handle &handle;
        bool before;
        Microseconds next;
    };
    std::vector<Watched> watched;
    for (const quint32 number : {1u, 13u}) {
        const Handle &handle = *world.handle({number});
        watched.push_back({handle, parsed->matches(world, handle, 1_s), parsed->nextChange(world, handle, 1_s)});
    }
    for (Microseconds now = 1_s; now < 7_s; now += now % 1_s < 2 ? 1 : 1_s - 2) {
        for (Watched &w : watched) {
            const bool matching = parsed->matches(world, w.handle, now);
            QVERIFY(matching == w.before || w.next == now);
            if (w.next == now)
                w.next = parsed->nextChange(world, w.handle, now);
            QVERIFY(w.next > now);
            if (matching != std::exchange(w.before, matching))
                changes += shortName(w.handle.id) + (matching ? u'+' : u'-') + QString::number(now - 1_s);
        }
    }
    QTEST(changes.join(u' '), "changes");
}

// Typing a filter passes through every unfinished form of it: none may do more than be refused.
void TestHandleFilter::everyShortTextIsReadOrRefused()
{
    const World world = threeCalls();
    const QString letters = u"-:\" a(1"_s;
    int readable = 0;
    int refused = 0;
    for (int n = 0; n < 7 * 7 * 7 * 7 * 7; ++n) {
        QString text;
        for (int rest = n, i = 0; i < 5; ++i, rest /= 7)
            text += letters.at(rest % 7);
        const auto parsed = HandleFilter::parse(text);
        if (parsed) {
            ++readable;
            handlesOf(world, *parsed);
        } else {
            ++refused;
            QVERIFY(parsed.error().constFirst().sentence.endsWith(u'.'));
        }
    }
    QVERIFY(readable > 1000);
    QVERIFY(refused > 1000);
}

void TestHandleFilter::textByChanceIsReadOrRefused()
{
    static constexpr QStringView pieces[] = {
        u"state",    u"idle", u"age", u"bytes", u"caller", u"cause", u"and",    u"or",  u"not",
        u"retained", u":",    u"=",   u"!=",    u"<",      u">=",    u" ",      u" ",   u"(",
        u")",        u"\"",   u"-",   u",",     u"*",      u"?",     u"5m",     u"1.5", u"k",
        u"H1",       u"0x4",  u"é",   u"\0",    u"\u202e", u"𝄞",     u"\xd834", u"%1",  u"99999999999999999999",
    };
    const World world = threeCalls();
    QRandomGenerator random(7);
    int readable = 0;
    for (int n = 0; n < 20'000; ++n) {
        QString text;
        for (int i = int(random.bounded(12)); i >= 0; --i)
            text += pieces[random.bounded(quint32(std::size(pieces)))];
        completeFilter(text, random.bounded(int(text.size()) + 1), world);
        const auto parsed = HandleFilter::parse(text);
        if (!parsed) {
            for (const FilterError &error : parsed.error()) {
                QVERIFY2(error.position >= 0 && error.length > 0 && error.position + error.length <= text.size(),
                         qPrintable(text));
                QVERIFY(error.sentence.endsWith(u'.'));
            }
            continue;
        }
        ++readable;
        const auto again = HandleFilter::parse(parsed->toText());
        QVERIFY2(again, qPrintable(text));
        QCOMPARE(again->toText(), parsed->toText());
        QCOMPARE(handlesOf(world, *again), handlesOf(world, *parsed));
        QCOMPARE(again->dependsOnTime(), parsed->dependsOnTime());
    }
    QVERIFY(readable > 1000);
}

QTEST_APPLESS_MAIN(TestHandleFilter)
#include "tst_handlefilter.moc"
