// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recorded session under today's rules gives what was found live; findings are gathered by rule; the table of rules
// is whole; and whatever a journal holds, the checks survive it.

#include "checks/findinggroups.h"
#include "checks/journalcheck.h"
#include "randomvalues.h"
#include "server/serverchecks.h"
#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using enum CallState;

namespace {

Finding finding(const char *rule, Severity severity) { return {rule, severity, u"C1"_s, u"text"_s, {}}; }

} // namespace

class TestJournalCheck : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aJournalGivesWhatWasFoundLive();
    void whatWasRecordedOfTheChecksIsFoundAnew();
    void groupsComeInTheOrderOfTheRules();
    void aMutedRuleDoesNotCount();
    void everyRuleSaysWhatItIs();
    void everyFindingOfTheEngineIsARule();
    void randomJournalsAreSurvived();

private:
    EventBatch aBadSession();
};

// One of each kind: by the server, by the checks, by both with one rule, by time.
EventBatch TestJournalCheck::aBadSession()
{
    const ServerChecks checks(&server());
    if (!app("A").opens(1, Privilege::Owner))
        qFatal("no line");
    provider().announces(1, Connected);
    provider().says(1, Idle);      // V-21
    provider().says(1, Connected); // V-15
    (void)app("A").deallocates(1);
    provider().offers(1); // V-25 as a warning
    provider().offers(1); // V-25 as a violation
    (void)app("A").answers(1);
    clock().advance(70_s); // V-11
    EventBatch events;
    server().journal().forEach([&](const Event &event) { events.append(event); });
    return events;
}

void TestJournalCheck::aJournalGivesWhatWasFoundLive()
{
    QStringList live;
    QStringList again;
    JournalCheck check;
    for (const Event &event : aBadSession()) {
        if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            live += toText(*raised->finding);
        for (const Finding &one : check.see(event))
            again += toText(one);
    }
    live.sort();
    again.sort();
    QVERIFY(live.contains(u"V-15 violation C1"_s));
    QVERIFY(live.contains(u"V-25 warning C2"_s));
    QVERIFY(live.contains(u"V-25 violation D1"_s));
    QVERIFY(live.contains(u"V-11 warning C2"_s));
    QCOMPARE(again, live);
}

void TestJournalCheck::whatWasRecordedOfTheChecksIsFoundAnew()
{
    JournalCheck check;
    const auto recorded = [&](const char *rule) {
        const auto one = std::make_shared<const Finding>(finding(rule, Severity::Warning));
        return check.see(Event(1, 1'000_s, Events::FindingRaised{one})).size();
    };
    QCOMPARE(recorded("V-21"), 0); // it would be found if it were so
    QCOMPARE(recorded("V-15"), 1);
    QCOMPARE(recorded("Z-1"), 1); // of another version
}

void TestJournalCheck::groupsComeInTheOrderOfTheRules()
{
    FindingGroups groups(2);
    for (const char *rule : {"T-13", "V-15", "Z-1", "V-4", "V-15", "V-15"})
        groups.add(finding(rule, Severity::Warning));
    QStringList rules;
    for (const FindingGroup &group : groups.groups())
        rules += u"%1 x%2"_s.arg(QLatin1StringView(group.rule)).arg(group.count);
    QCOMPARE(rules, lines("V-4 x1", "V-15 x3", "T-13 x1", "Z-1 x1"));
    QCOMPARE(groups.groups().at(1).first.size(), 2);
}

void TestJournalCheck::aMutedRuleDoesNotCount()
{
    FindingGroups groups;
    groups.add(finding("V-25", Severity::Warning));
    groups.add(finding("V-25", Severity::Violation));
    groups.add(finding("T-13", Severity::Warning));
    QVERIFY(groups.reached(Severity::Violation));
    QCOMPARE(groups.count(Severity::Violation), 1u);
    QCOMPARE(groups.count(Severity::Warning), 2u);
    groups.setMuted({{u"V-25"_s, u"known"_s}});
    QVERIFY(!groups.reached(Severity::Violation));
    QVERIFY(groups.reached(Severity::Warning));
    QCOMPARE(groups.count(Severity::Violation), 0u);
    QCOMPARE(groups.groups().at(0).muted, u"known"_s);
    groups.setMuted({});
    QVERIFY(groups.reached(Severity::Violation));
}

void TestJournalCheck::everyRuleSaysWhatItIs()
{
    QSet<QString> ids;
    for (const Rule &rule : rules()) {
        const QString id = QString::fromLatin1(rule.id);
        QVERIFY2(!ids.contains(id), rule.id);
        ids.insert(id);
        QCOMPARE(findRule(id), &rule);
        for (const QString &text : {rule.title(), rule.explanation(), QString::fromLatin1(rule.source)})
            QVERIFY2(!text.isEmpty() && !text.contains(u"%1"_s), rule.id);
    }
    for (int number = 1; number <= 73; ++number)
        QVERIFY2(ids.contains(u"V-%1"_s.arg(number)), qPrintable(QString::number(number)));
    for (int number = 1; number <= 22; ++number)
        QVERIFY2(ids.contains(u"T-%1"_s.arg(number, 2, 10, QLatin1Char('0'))), qPrintable(QString::number(number)));
    QCOMPARE(findRule("V-99"), nullptr);
}

void TestJournalCheck::everyFindingOfTheEngineIsARule()
{
    for (const Event &event : aBadSession()) {
        if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            QVERIFY2(findRule(raised->finding->rule), raised->finding->rule);
    }
}

// Events of every kind with any values: ids that fit, that do not, that come twice; nothing is kept without bound.
void TestJournalCheck::randomJournalsAreSurvived()
{
    qsizetype found = 0;
    for (quint32 seed = 1; seed <= 5; ++seed) {
        Choices choices(seed);
        ConformanceChecks checks;
        Microseconds time = 1'000_s;
        for (quint64 seq = 1; seq <= 5'000; ++seq) {
            time += 10_ms;
            checks.see({seq, time, randomPayload(choices, seq % std::variant_size_v<EventPayload>)});
            found += checks.takeFindings().size();
        }
        checks.passTo(time + 1'000'000_s);
        QVERIFY(checks.remembered() < 10'000);
    }
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(TestJournalCheck)
#include "tst_journalcheck.moc"
