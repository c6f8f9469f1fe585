// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filtercompletion.h"
#include "filter/filterkeys.h"
#include "filter/handlefilter.h"

#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

// Applications crm, Dialer and `my "best" app`; devices PJSIP/101, PJSIP/102 and Front desk, which has been removed.
World namesOnly()
{
    World world;
    quint64 seq = 0;
    const auto tell = [&](EventPayload payload) { world.apply(Event{++seq, 1_s, std::move(payload)}); };
    tell(Events::ProviderState{{1}, true, u"Asterisk"_s, {}});
    quint32 number = 0;
    for (const QString &name : {u"PJSIP/101"_s, u"PJSIP/102"_s, u"Front desk"_s}) {
        DeviceInfo info;
        info.name = name;
        ++number;
        tell(Events::DeviceAdded{{number}, {1}, {number}, std::make_shared<const DeviceInfo>(info)});
    }
    tell(Events::DeviceRemoved{{3}});
    number = 0;
    for (const QString &name : {u"crm"_s, u"Dialer"_s, u"my \"best\" app"_s, u"crm"_s, u"call centre"_s})
        tell(Events::AppInitialized{{++number},
                                    std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{name, {}})});
    return world;
}

} // namespace

class TestFilterCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void proposesWhatCanStandAtTheCursor_data();
    void proposesWhatCanStandAtTheCursor();
    void everyProposalCanBeRead();
    void aTermFindsWhatHasTheName_data();
    void aTermFindsWhatHasTheName();
    void everyKeyHasAnExampleThatCanBeRead();
};

void TestFilterCompletion::proposesWhatCanStandAtTheCursor_data()
{
    QTest::addColumn<QString>("text"); // with | for the cursor
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("first"); // proposals, with a blank between
    const auto row = [](const char *text, const char *replaced, const char *first) {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(replaced) << QString::fromUtf8(first);
    };
    row("|", "", "state: app: line: caller:");
    row("sta|", "sta", "state:");
    row("STA|", "STA", "state:");
    row("-sta|", "sta", "state:");
    row("(sta|", "sta", "state:");
    row("re sta| x", "sta", "state:");
    row("s|ta", "sta", "state:");
    row("sta|:idle", "sta:", "state:");
    row("ag|", "ag", "age>");
    row("ret|", "ret", "retainedfor> retained");
    row("state:|", "", "accepted busy conferenced connected");
    row("state:con|", "con", "conferenced connected disconnected");
    row("state:idle,con|", "con", "conferenced connected disconnected");
    row("state:idle|", "idle", "");
    row("privilege:|", "", "monitor none owner");
    row("app:|", "", "\"call centre\" crm Dialer my??best??app");
    row("app:d|", "d", "Dialer");
    row("app:\"call c|", "\"call c", "\"call centre\"");
    row("line:|", "", "PJSIP/101 PJSIP/102");
    row("line:2|", "2", "PJSIP/102");
    row("device:p|x", "px", "PJSIP/101 PJSIP/102");
    row("provider:|", "", "Asterisk");
    row("age>|", "", "10s 1h 1m 5m");
    row("age>15|", "15", "15d 15h 15m 15s");
    row("bytes>2|", "2", "2k 2m");
    row("caller:+33|", "", "");
    row("nonsense:|", "", "");
    row("\"sta|\"", "", "");
    row("a |", "", "state: app:");
    row("a o|", "o", "or");
    row("o|", "o", "");
    row("n|", "n", "not");
    row("conn|", "conn", "connected: state:connected");
    row("cr|", "cr", "app:crm");
    row("pj|", "pj", "line:PJSIP/101 line:PJSIP/102");
}

void TestFilterCompletion::proposesWhatCanStandAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const FilterCompletion completion = completeFilter(text, cursor, namesOnly());
    QStringList proposals;
    for (const FilterProposal &proposal : completion.proposals)
        proposals += proposal.text;
    const QString all = proposals.join(u' ');
    QCOMPARE(all.left(first.isEmpty() ? all.size() : first.size()), first);
    if (!proposals.isEmpty())
        QTEST(text.mid(completion.position, completion.length), "replaced");
}

void TestFilterCompletion::everyProposalCanBeRead()
{
    const World world = namesOnly();
    int finished = 0;
    for (const QString &text : {u""_s, u"st"_s, u"conn"_s, u"my"_s, u"ca"_s, u"app:"_s, u"state:"_s, u"mode:"_s,
                                u"cause:"_s, u"media:"_s, u"age>3"_s, u"bytes>"_s, u"line:"_s}) {
        const FilterCompletion completion = completeFilter(text, text.size(), world);
        QVERIFY(!completion.proposals.isEmpty());
        for (const FilterProposal &proposal : completion.proposals) {
            QString completed = text;
            completed.replace(completion.position, completion.length, proposal.text);
            if (proposal.continues || proposal.text == u"not"_s)
                continue;
            QVERIFY2(HandleFilter::parse(completed), qPrintable(completed));
            ++finished;
        }
    }
    QVERIFY(finished > 30);
    // A name that quotes cannot hold is found all the same.
    const auto filter = HandleFilter::parse(u"app:"_s + filterValueText(u"my \"best\" app"_s));
    QVERIFY(filter);
    QCOMPARE(filter->toText(), u"app:my??best??app"_s);
}

void TestFilterCompletion::aTermFindsWhatHasTheName_data()
{
    QTest::addColumn<FilterKey>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("term");
    QTest::addRow("plain") << FilterKey::App << u"crm"_s << u"app:crm"_s;
    QTest::addRow("of a line") << FilterKey::Line << u"PJSIP/101"_s << u"line:PJSIP/101"_s;
    QTest::addRow("with a blank") << FilterKey::Line << u"Front desk"_s << u"line:\"Front desk\""_s;
    QTest::addRow("with quotes") << FilterKey::App << u"my \"best\" app"_s << u"app:my??best??app"_s;
    QTest::addRow("like a short name") << FilterKey::App << u"A2"_s << u"app:\"A2\""_s;
    QTest::addRow("like another term") << FilterKey::App << u"age>5s"_s << u"app:\"age>5s\""_s;
    QTest::addRow("none") << FilterKey::App << QString() << u"app:A7"_s;
}

void TestFilterCompletion::aTermFindsWhatHasTheName()
{
    QFETCH(FilterKey, key);
    QFETCH(QString, name);
    const QString term = filterTerm(key, name, u"A7"_s);
    QTEST(term, "term");
    QVERIFY(HandleFilter::parse(term));
}

void TestFilterCompletion::everyKeyHasAnExampleThatCanBeRead()
{
    for (const FilterKeySpec &spec : FilterKeys::all()) {
        QVERIFY2(HandleFilter::parse(spec.example.toString()), qPrintable(spec.example.toString()));
        QVERIFY(!FilterKeys::description(spec).isEmpty());
        QCOMPARE(FilterKeys::find(spec.name.toString().toUpper())->key, spec.key);
    }
}

QTEST_APPLESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
