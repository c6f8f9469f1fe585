// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a test report says: checklists, findings by rule, capabilities of a provider, JUnit XML.

#include "report/testreport.h"
#include "serverfixture.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

const Capability *rowOf(const CapabilityMatrix &matrix, CapabilityGroup group, const QString &name)
{
    for (const Capability &row : matrix) {
        if (row.group == group && row.name == name)
            return &row;
    }
    return nullptr;
}

// Name and attribute of every element that has it.
QStringList attributes(const QByteArray &xml, const QString &element, const QString &attribute)
{
    QStringList values;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            values.append(reader.attributes().value(attribute).toString());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : values;
}

} // namespace

class TestTestReport : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aChecklistComesBack();
    void aBadChecklistIsRefused_data();
    void aBadChecklistIsRefused();
    void findingsAreGroupedTheWorstFirst();
    void secretsAreLeftOut_data();
    void secretsAreLeftOut();
    void capabilitiesAreDeclaredAndSeen_data();
    void capabilitiesAreDeclaredAndSeen();
    void capabilitiesAreText();
    void jUnitHasAllThree();

private:
    EventBatch journal()
    {
        EventBatch batch;
        server().journal().forEach([&](const Event &e) { batch.append(e); });
        return batch;
    }
};

void TestTestReport::aChecklistComesBack()
{
    const Checklist list{u"By hand"_s,
                         {{u"Call \"1\" <b>"_s, ManualStep::Result::Passed, {}},
                          {u"Hang up"_s, ManualStep::Result::Failed, u"no IDLE"_s},
                          {u"Again"_s, ManualStep::Result::Skipped, {}},
                          {u"Later"_s, ManualStep::Result::Open, {}}}};
    const auto read = Checklist::fromJson(list.toJson());
    QVERIFY(read);
    QCOMPARE(*read, list);
    QCOMPARE(list.count(ManualStep::Result::Failed), 1);
}

void TestTestReport::aBadChecklistIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"linescope\"");
    QTest::newRow("another format") << QByteArray(R"({"linescope": "scenario/1", "steps": []})");
    QTest::newRow("no text") << QByteArray(R"({"linescope": "checklist/1", "steps": [{"result": "passed"}]})");
    QTest::newRow("no result") << QByteArray(R"({"linescope": "checklist/1", "steps": [{"text": "a", "result": 1}]})");
    QTest::newRow("too many") << R"({"linescope": "checklist/1", "steps": [)"
            + QByteArray(R"({"text": "a"},)").repeated(1000) + R"({"text": "a"}]})";
    QTest::newRow("deep") << QByteArray(40, '[') + QByteArray(40, ']');
}

void TestTestReport::aBadChecklistIsRefused()
{
    QFETCH(const QByteArray, json);
    const auto read = Checklist::fromJson(json);
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
}

void TestTestReport::findingsAreGroupedTheWorstFirst()
{
    app("A").opens(1, Privilege::Owner);
    provider().offers(1);
    provider().says(1, CallState::Idle);
    provider().says(1, CallState::Idle);      // V-16, a warning
    provider().says(1, CallState::Connected); // V-15, a violation
    provider().says(1, CallState::Connected);
    const QList<ReportedRule> groups = findingGroups(
        journal(), [](const QString &rule) { return rule == "V-15"_L1 ? u"IDLE is the end."_s : QString(); }, 1);
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.at(0).rule, u"V-15"_s);
    QCOMPARE(groups.at(0).count, quint64(2));
    QCOMPARE(groups.at(0).entries.size(), 1);
    QCOMPARE(groups.at(0).entries.at(0).subject, u"C1"_s);
    QCOMPARE(groups.at(0).explanation, u"IDLE is the end."_s);
    QCOMPARE(groups.at(1).severity, Severity::Warning);
}

void TestTestReport::secretsAreLeftOut_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("simulator") << u"simulator:?lines=2&seed=7"_s << u"simulator:?lines=2&seed=7"_s;
    QTest::newRow("password") << u"asterisk://me:word@host:5038"_s << u"asterisk://me@host:5038"_s;
    QTest::newRow("query") << u"asterisk://me@host?local=show&Secret=x"_s << u"asterisk://me@host?local=show"_s;
}

void TestTestReport::secretsAreLeftOut()
{
    QFETCH(const QString, url);
    QFETCH(const QString, shown);
    QCOMPARE(withoutSecrets(QUrl(url)), shown);
}

void TestTestReport::capabilitiesAreDeclaredAndSeen_data()
{
    using Verdict = Capability::Verdict;
    QTest::addColumn<CapabilityGroup>("group");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<int>("observed");
    QTest::addColumn<int>("failed");
    const auto row = [](CapabilityGroup group, const char *name, Verdict verdict, int observed, int failed = 0) {
        QTest::newRow(name) << group << QString::fromLatin1(name) << verdict << observed << failed;
    };
    row(CapabilityGroup::Function, "lineAnswer", Verdict::Seen, 1);
    row(CapabilityGroup::Feature, "ANSWER", Verdict::Seen, 1);
    row(CapabilityGroup::Function, "lineHold", Verdict::NeverSeen, 0, 1);
    row(CapabilityGroup::Feature, "PARK", Verdict::NotDeclared, 0);
    row(CapabilityGroup::Function, "linePark", Verdict::NotDeclared, 0, 1);
    row(CapabilityGroup::Feature, "DROP", Verdict::NeverSeen, 0);
    row(CapabilityGroup::Function, "lineMonitorDigits", Verdict::Seen, 1);
    row(CapabilityGroup::State, "CONNECTED", Verdict::Seen, 1);
    row(CapabilityGroup::State, "BUSY", Verdict::NotDeclaredButSeen, 1);
    row(CapabilityGroup::State, "ONHOLD", Verdict::NeverSeen, 0);
    row(CapabilityGroup::State, "DIALTONE", Verdict::NotDeclared, 0);
    row(CapabilityGroup::Mode, "CONNECTED ACTIVE", Verdict::Seen, 1);
    row(CapabilityGroup::MediaMode, "INTERACTIVEVOICE", Verdict::Seen, 1);
    row(CapabilityGroup::MediaMode, "DATAMODEM", Verdict::NotDeclared, 0);
    row(CapabilityGroup::Report, "callState", Verdict::Seen, 3);
    row(CapabilityGroup::Report, "generate", Verdict::NeverSeen, 0);
}

void TestTestReport::capabilitiesAreDeclaredAndSeen()
{
    QFETCH(const CapabilityGroup, group);
    QFETCH(const QString, name);
    QFETCH(const Capability::Verdict, verdict);
    QFETCH(const int, observed);
    QFETCH(const int, failed);
    ProviderAbilities abilities = FakeProvider::everything;
    abilities.callFeatures.setFlag(CallFeature::Park, false);
    app("A").opens(1, Privilege::Owner);
    CallInfo info = FakeProvider::voice();
    info.callStates = quint32(CallState::Offering) | quint32(CallState::Connected) | quint32(CallState::OnHold);
    provider().announces(1, CallState::Offering, 0, 1, info);
    const auto call = [&](const Request &request) { server().execute(app("A").id(), request); };
    call(Requests::Answer{app("A").on(1)});
    provider().completes();
    provider().says(1, CallState::Connected, quint32(ConnectedMode::Active));
    call(Requests::Hold{app("A").on(1)});
    provider().completes(LineError::OperationFailed);
    call(Requests::MonitorDigits{app("A").on(1), DigitMode::Dtmf});
    provider().says(1, CallState::Busy);
    CapabilityObserver observer(abilities, provider().id());
    observer.add(journal());
    // What the engine refuses because nobody can.
    observer.add(Event(900, 1, Events::RequestMade{{}, std::make_shared<const Request>(Requests::Park())}));
    observer.add(Event(901, 1, Events::RequestResult{{}, 0, LineError::OperationUnavail, {}}));
    const CapabilityMatrix matrix = observer.matrix();
    const Capability *row = rowOf(matrix, group, name);
    QVERIFY(row);
    QCOMPARE(row->verdict(), verdict);
    QCOMPARE(row->observed, quint64(observed));
    QCOMPARE(row->failed, quint64(failed));
    QCOMPARE(row->firstSeq > 0, observed > 0);
}

void TestTestReport::capabilitiesAreText()
{
    const CapabilityMatrix matrix = capabilities(journal(), FakeProvider::everything);
    QCOMPARE(CapabilityText::json(matrix).value(u"capabilities"_s).toArray().size(), matrix.size());
    const QByteArray csv = CapabilityText::csv(matrix);
    QCOMPARE(csv.count("\r\n"), matrix.size() + 1);
    QVERIFY(csv.contains("feature,HOLD,yes,0,0,0,neverSeen"));
    QVERIFY(CapabilityText::lines(matrix).size() > matrix.size());
}

void TestTestReport::jUnitHasAllThree()
{
    TestReport report;
    report.checklist.steps = {{u"one"_s, ManualStep::Result::Passed, {}},
                              {u"two \x01"_s, ManualStep::Result::Failed, u"why <"_s},
                              {u"three"_s, ManualStep::Result::Open, {}}};
    report.findings = {{u"V-15"_s, Severity::Violation, {}, 3, {{u"C1"_s, u"after IDLE"_s, 7, {}}}},
                       {u"V-16"_s, Severity::Warning, {}, 1, {}}};
    Played played;
    played.file = u"a.scenario.json"_s;
    played.result.passed = true;
    report.scenarios = {played};
    const QByteArray xml = toJUnit(report);
    QCOMPARE(attributes(xml, u"testsuites"_s, u"failures"_s), QStringList{u"2"_s});
    QCOMPARE(attributes(xml, u"testsuites"_s, u"tests"_s), QStringList{u"6"_s});
    QCOMPARE(attributes(xml, u"testsuite"_s, u"name"_s),
             (QStringList{u"a.scenario.json"_s, u"checklist"_s, u"findings"_s}));
    QCOMPARE(attributes(xml, u"testcase"_s, u"name"_s),
             (QStringList{u"a.scenario.json"_s, u"one"_s, u"two \\u0001"_s, u"three"_s, u"V-15"_s, u"V-16"_s}));
    QCOMPARE(attributes(xml, u"skipped"_s, u"x"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestTestReport)
#include "tst_testreport.moc"
