// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Twelve faults of a provider, and which of them are found.

#include "checks/findinggroups.h"
#include "checks/journalcheck.h"
#include "faultyprovider.h"
#include "journal/journalreader.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

struct Reported { // the provider's reports about a line, by its call, and its commands
    std::optional<Microseconds> asked;
    std::optional<Microseconds> completed;
    std::optional<Microseconds> closed;
    QList<Reports::CallState> states;
};

Reported reportedOn(const EventBatch &events, quint32 line)
{
    Reported result;
    RequestId request;
    const DriverCall call{100 + line};
    for (const Event &event : events) {
        if (const auto *command = std::get_if<Events::CommandSent>(&event.payload)) {
            const auto *action = std::get_if<Commands::ActOnCall>(&command->command);
            if (action && action->target.driver == call) {
                request = action->request;
                result.asked = event.time;
            }
        }
        const auto *received = std::get_if<Events::ReportReceived>(&event.payload);
        if (!received)
            continue;
        if (const auto *state = std::get_if<Reports::CallState>(&received->report); state && state->call == call)
            result.states.append(*state);
        if (const auto *done = std::get_if<Reports::Completion>(&received->report);
            done && done->request == request && !request.isNull())
            result.completed = event.time;
        if (const auto *close = std::get_if<Reports::LineClose>(&received->report);
            close && close->line == DriverLine{line})
            result.closed = event.time;
    }
    return result;
}

std::map<QString, int> findingsIn(const EventBatch &events)
{
    std::map<QString, int> findings;
    for (const Event &event : events) {
        if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
            ++findings[QString::fromLatin1(raised->finding->rule)];
    }
    return findings;
}

} // namespace

class TestFaultyProvider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void eachFaultIsOfItsOwn();
    void theServerFindsWhatItJudges_data();
    void theServerFindsWhatItJudges();
    void nothingElseIsFound();
    void theFaultsForTheChecksAreCommitted();
    void theSessionIsTheSameEachTime();
    void theJournalCanBeReadBack();
    void theChecksFindAllTwelve();

private:
    EventBatch m_events;
    std::map<QString, int> m_findings;
};

void TestFaultyProvider::initTestCase()
{
    m_events = faultySession();
    m_findings = findingsIn(m_events);
}

void TestFaultyProvider::eachFaultIsOfItsOwn()
{
    std::set<quint32> lines;
    std::set<QByteArray> rules;
    for (const SeededFault &fault : seededFaults) {
        lines.insert(fault.line);
        rules.insert(fault.rule);
    }
    QCOMPARE(lines.size(), 12u);
    QCOMPARE(rules.size(), 12u);
}

void TestFaultyProvider::theServerFindsWhatItJudges_data()
{
    QTest::addColumn<QString>("rule");
    for (const SeededFault &fault : seededFaults) {
        if (fault.seenByServer)
            QTest::addRow("%s: %s", fault.rule, fault.what) << QString::fromLatin1(fault.rule);
    }
}

void TestFaultyProvider::theServerFindsWhatItJudges()
{
    QFETCH(QString, rule);
    QCOMPARE(m_findings[rule], 1);
}

void TestFaultyProvider::nothingElseIsFound()
{
    for (const auto &finding : m_findings) {
        const QString &rule = finding.first;
        const bool isSeeded = std::any_of(seededFaults.begin(), seededFaults.end(), [&](const SeededFault &fault) {
            return rule == QLatin1StringView(fault.rule);
        });
        QVERIFY2(isSeeded, qPrintable(rule));
    }
}

// Seen in the journal alone.
void TestFaultyProvider::theFaultsForTheChecksAreCommitted()
{
    const Reported late = reportedOn(m_events, 2); // V-11
    QVERIFY(late.asked && late.completed);
    QVERIFY(*late.completed - *late.asked > 60_s);

    const Reported abrupt = reportedOn(m_events, 8); // V-21
    QCOMPARE(abrupt.states.size(), 3);
    QVERIFY(abrupt.states.at(1).state == CallState::Connected);
    QVERIFY(abrupt.states.at(2).state == CallState::Idle);

    const Reported odd = reportedOn(m_events, 11); // V-34
    QVERIFY(odd.states.at(1).state == CallState::Connected);
    QCOMPARE(odd.states.at(1).mode, quint32(DisconnectMode::Busy));

    const Reported hasty = reportedOn(m_events, 12); // V-58
    QVERIFY(hasty.asked && hasty.closed);
    QVERIFY(!hasty.completed || *hasty.completed >= *hasty.closed);
}

void TestFaultyProvider::theSessionIsTheSameEachTime()
{
    QVERIFY(m_events.size() > 200);
    QCOMPARE(faultySession(), m_events);
}

void TestFaultyProvider::theJournalCanBeReadBack()
{
    QFile file(QCoreApplication::applicationDirPath() + u"/faulty-provider.jsonl"_s); // an artefact
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(faultyJournal()) > 0);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    JournalReader reader(&file);
    QVERIFY(reader.readHeader());
    for (const Event &event : m_events) {
        const auto read = reader.next();
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QVERIFY(*read && **read == event);
    }
    const auto end = reader.next();
    QVERIFY(end && !*end);
}

// What `linescopectl check` says of the artefact.
void TestFaultyProvider::theChecksFindAllTwelve()
{
    JournalCheck check;
    FindingGroups groups;
    QFile report(QCoreApplication::applicationDirPath() + u"/faulty-provider-report.txt"_s); // an artefact
    QVERIFY(report.open(QIODevice::WriteOnly));
    for (const Event &event : std::as_const(m_events)) {
        for (const Finding &finding : check.see(event)) {
            groups.add(finding);
            report.write(u"%1 %2 %3: %4 (event %5, before it %6)\n"_s
                             .arg(QLatin1StringView(finding.rule), QLatin1StringView(toString(finding.severity)),
                                  finding.subject, finding.text)
                             .arg(finding.evidence.event)
                             .arg(finding.evidence.before)
                             .toUtf8());
        }
    }
    std::set<QByteArray> found;
    for (const FindingGroup &group : groups.groups()) {
        found.insert(group.rule);
        QVERIFY2(group.known, group.rule);
        QVERIFY2(!group.known->explanation().isEmpty(), group.rule);
        QVERIFY2(group.first.constFirst().evidence.event > 0, group.rule);
    }
    for (const SeededFault &fault : seededFaults)
        QVERIFY2(found.contains(fault.rule), fault.rule);
}

QTEST_GUILESS_MAIN(TestFaultyProvider)
#include "tst_faultyprovider.moc"
