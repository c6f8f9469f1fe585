// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/handlefilter.h"

#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

CallInfo parties(const QString &caller, const QString &callerName, const QString &called)
{
    CallInfo info;
    info.callerId = caller;
    info.callerIdName = callerName;
    info.calledId = called;
    return info;
}

// "Reception" (D1) has C1, connected; "Lager" (D2) has C2, idle, and C12, which nobody holds.
// H1 A1 owns C1 through L1; H2 A2 monitors C1 through L2; H13 A2 monitors C2 through L3.
World smallWorld()
{
    World world;
    quint64 seq = 0;
    const auto tell = [&](EventPayload payload) { world.apply(Event{++seq, 1_s, std::move(payload)}); };
    const auto device = [](const QString &name) {
        DeviceInfo info;
        info.name = name;
        return std::make_shared<const DeviceInfo>(info);
    };
    const auto app = [](const QString &name) {
        return std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{name, {}});
    };
    const auto line = [](quint32 line, quint32 app, quint32 device) {
        Events::LineOpened opened;
        opened.line = {line};
        opened.app = {app};
        opened.device = {device};
        return opened;
    };
    tell(Events::ProviderState{{1}, true, u"Fake"_s, {}});
    tell(Events::DeviceAdded{{1}, {1}, {1}, device(u"Reception"_s)});
    tell(Events::DeviceAdded{{2}, {1}, {2}, device(u"Lager"_s)});
    tell(Events::AppInitialized{{1}, app(u"Dialer"_s)});
    tell(Events::AppInitialized{{2}, app(u"recorder"_s)});
    tell(line(1, 1, 1));
    tell(line(2, 2, 1));
    tell(line(3, 2, 2));
    tell(Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(parties(u"+12025550123"_s, u"Front desk"_s, u"1001"_s))});
    tell(Events::CallState{{1}, CallState::Connected, CallState::Unknown, 1});
    tell(Events::CallCreated{{2}, {2}, {2}, 0, PackedCallInfo(parties(u"1002"_s, u"Müller"_s, u"5550100"_s))});
    tell(Events::CallState{{2}, CallState::Disconnected, CallState::Unknown, 1});
    tell(Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Owner, 44});
    tell(Events::HandleCreated{{2}, {1}, {2}, {2}, Privilege::Monitor, 44});
    tell(Events::HandleCreated{{13}, {2}, {3}, {2}, Privilege::Monitor, 44});
    tell(Events::CallState{{2}, CallState::Idle, CallState::Disconnected, 0});
    tell(Events::CallCreated{{12}, {2}, {12}, 0, {}});
    tell(Events::CallState{{12}, CallState::Disconnected, CallState::Unknown, 1});
    return world;
}

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
    void mistakesAreToldInWords_data();
    void mistakesAreToldInWords();
    void everyShortTextIsReadOrRefused();
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
    row("h1", "H1 H13");
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
    row("call:1", "");
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
}

void TestHandleFilter::wordsChooseHandles()
{
    QFETCH(QString, filter);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
    QCOMPARE(parsed->isEmpty(), filter.trimmed().isEmpty());
    QTEST(handlesOf(smallWorld(), *parsed), "handles");
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
    QTEST(callsOf(smallWorld(), *parsed), "calls");
}

void TestHandleFilter::mistakesAreToldInWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("sentence");
    QTest::addRow("quote") << u"front \"desk"_s << u"The quote at position 7 is not closed."_s;
    QTest::addRow("quote of a key") << u"caller:\"desk"_s << u"The quote at position 1 is not closed."_s;
    QTest::addRow("nothing after the key") << u"a state:"_s << u"There is nothing to look for at position 3."_s;
    QTest::addRow("nothing in quotes") << u"\"\""_s << u"There is nothing to look for at position 1."_s;
    QTest::addRow("nothing to exclude") << u"desk -"_s << u"There is nothing to look for at position 6."_s;
    QTest::addRow("unknown key")
        << u"desk from:me"_s
        << u"\"from:\" at position 6 is not a key. Keys are state, app, line, call, handle, caller, called, privilege. "_s
           u"Put the word in quotes to look for it as it is."_s;
    QTest::addRow("unknown privilege")
        << u"privilege:king"_s
        << u"No privilege begins with \"king\" (position 1). Privileges are NONE, MONITOR, OWNER."_s;
    QTest::addRow("what was typed stays as it is")
        << u"privilege:%1%3"_s
        << u"No privilege begins with \"%1%3\" (position 1). Privileges are NONE, MONITOR, OWNER."_s;
}

void TestHandleFilter::mistakesAreToldInWords()
{
    QFETCH(QString, filter);
    const auto parsed = HandleFilter::parse(filter);
    QVERIFY(!parsed);
    QTEST(parsed.error(), "sentence");

    const auto state = HandleFilter::parse(u"state:ringing"_s);
    QVERIFY(!state);
    QVERIFY(
        state.error().startsWith(u"No call state begins with \"ringing\" (position 1). States are IDLE, OFFERING, "_s));
}

// Typing a filter passes through every unfinished form of it: none may do more than be refused.
void TestHandleFilter::everyShortTextIsReadOrRefused()
{
    const World world = smallWorld();
    const QString letters = u"-:\" aH1"_s;
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
            QVERIFY(parsed.error().endsWith(u'.'));
        }
    }
    QVERIFY(readable > 1000);
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(TestHandleFilter)
#include "tst_handlefilter.moc"
