// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A session that was written down as a scenario is read and played again, and the same comes of it.

#include "choices.h"
#include "providers/simulator/demo.h"
#include "providers/simulator/simulator.h"
#include "randomvalues.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"
#include "scenario/scenariowriter.h"
#include "scenario/writer/encoder.h"
#include "server/providerhost.h"
#include "server/virtualapp.h"
#include "serverfixture.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Qt::StringLiterals;

namespace {

// A simulator on a clock that stands still, programs that live by their habits, and one that does whatever it likes.
class Session {
public:
    Session(const SimulatorSettings &settings, quint32 seed)
        : m_choices(seed)
        , m_server(&m_clock)
    {
        QObject::connect(&m_server, &TelephonyServer::advanced, &m_server,
                         [this](const EventBatch &batch) { journal.append(batch); });
        m_host = std::make_unique<ProviderHost>(
            &m_server, [this, settings] { return std::make_unique<SimulatorProvider>(&m_clock, settings); },
            ProviderHost::Threading::Server);
        m_clock.advance(0);
        abilities = m_server.abilities(m_host->id());
    }

    void addDemo()
    {
        for (const AppHabits &habits : demoApps())
            m_apps.push_back(std::make_unique<VirtualApp>(&m_server, habits));
    }
    void live(Microseconds duration) { m_clock.advance(duration); }

    // A program of a tester's: opens a line and calls what it likes with what it has, and with what it has not.
    void addTester()
    {
        m_tester = std::get<HLineApp>(execute({}, Requests::InitializeEx{u"tester"_s, u"tester.exe"_s}).value);
        for (const Device &device : std::vector<Device>(m_server.world().devices())) {
            const quint32 number = deviceNumber(device.id);
            execute(m_tester, Requests::NegotiateApiVersion{number});
            Requests::Open open;
            open.deviceId = number;
            open.privileges = Privilege::Owner;
            open.mediaModes = MediaMode::InteractiveVoice;
            const Outcome outcome = execute(m_tester, open);
            m_lines.append(std::get<HLine>(outcome.value));
        }
    }
    void testerActs(int times)
    {
        for (int i = 0; i < times; ++i) {
            const size_t function = 2 + m_choices.below(quint32(std::variant_size_v<Request> - 2));
            Request request = Test::randomRequest(m_choices, function);
            if (std::holds_alternative<Requests::SetAppPriority>(request))
                continue;
            std::visit([this](auto &r) { sensible(r); }, request);
            execute(m_tester, request);
            while (m_server.lineGetMessage(m_tester)) { }
            m_clock.advance(Microseconds(m_choices.below(2000)) * 1000);
        }
    }
    void stimulate(const Stimulus &stimulus)
    {
        m_host->stimulate(stimulus);
        m_clock.advance(0);
    }
    void removeProvider()
    {
        m_host.reset();
        m_clock.advance(0);
    }

    EventBatch journal;
    ProviderAbilities abilities;

private:
    Outcome execute(HLineApp app, const Request &request) { return m_server.execute(app, request); }
    // Of its own, rarely somebody else's, and sometimes one that there never was.
    HCall someCall()
    {
        QList<HCall> all;
        const bool own = m_choices.below(8) != 0;
        m_server.world().handles().forEach([&](const Handle &handle) {
            if (!own || m_server.world().appOf(handle) == m_tester)
                all.append(handle.id);
        });
        if (all.isEmpty() || m_choices.below(10) == 0)
            return HCall{m_choices.below(40)};
        return all.at(m_choices.below(quint32(all.size())));
    }
    template<class R>
    void sensible(R &request)
    {
        if constexpr (requires { request.line; })
            request.line = m_choices.below(10) == 0 ? HLine{77} : m_lines.at(m_choices.below(quint32(m_lines.size())));
        if constexpr (requires { request.destAddress; })
            request.destAddress = u"5550100"_s;
        if constexpr (requires { request.params; })
            request.params = {};
        if constexpr (requires { request.addressId; })
            request.addressId = m_choices.below(2);
        forEachField<R>([&](const auto &field) {
            if constexpr (std::is_same_v<HCall, std::remove_cvref_t<decltype(request.*field.member)>>)
                request.*field.member = someCall();
        });
    }

    Test::Choices m_choices;
    ManualClock m_clock;
    TelephonyServer m_server;
    std::unique_ptr<ProviderHost> m_host;
    std::vector<std::unique_ptr<VirtualApp>> m_apps;
    HLineApp m_tester;
    QList<HLine> m_lines;
};

// Empty, or what went wrong when it was read and played.
QString playedAgain(const WrittenScenario &written)
{
    const auto scenario = readScenario(written.toText(), u"written"_s);
    if (!scenario)
        return scenario.error().constFirst().toString();
    const ScenarioResult result = run(*scenario);
    if (result.passed)
        return {};
    const ScenarioFailure &failure = result.failures.constFirst();
    const QJsonArray steps = written.json.value(u"steps"_s).toArray();
    const qsizetype step = failure.step.toInt() - 1;
    QString before;
    for (qsizetype i = std::max<qsizetype>(0, step - 6); i <= step; ++i)
        before += u"\n  "_s + QString::fromUtf8(QJsonDocument(steps.at(i).toObject()).toJson(QJsonDocument::Compact));
    return u"step %1: %2%3"_s.arg(failure.step, failure.text, before);
}

int countOf(const WrittenScenario &written, const QString &key)
{
    int count = 0;
    const QJsonArray steps = written.json.value(u"steps"_s).toArray();
    for (const QJsonValue &step : steps)
        count += step.toObject().contains(key);
    return count;
}

SimulatorSettings traffic(quint32 seed)
{
    SimulatorSettings settings;
    settings.lines = 3;
    settings.seed = seed;
    settings.callsPerMinute = 40;
    return settings;
}

} // namespace

class TestScenarioWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void simulatorSessionsPassAgain_data();
    void simulatorSessionsPassAgain();
    void shippedScenariosPassAgain_data();
    void shippedScenariosPassAgain();
    void whatIsMissingIsNoticed_data();
    void whatIsMissingIsNoticed();
    void linesThatComeLaterAreMade();
    void aProviderThatIsTakenOutTakesItsLines();
    void whatCannotBeWrittenIsSaid_data();
    void whatCannotBeWrittenIsSaid();
    void durationsAreExact_data();
    void durationsAreExact();
    void constantsKeepWhatHasNoName();
    void stepsStandOneToALine();
};

void TestScenarioWriter::init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

void TestScenarioWriter::simulatorSessionsPassAgain_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestScenarioWriter::simulatorSessionsPassAgain()
{
    QFETCH(const quint32, seed);
    Session session(traffic(seed), seed);
    session.addDemo();
    session.live(10_s);
    session.addTester();
    session.testerActs(120);
    session.live(10_s);
    if (seed % 3 == 0)
        session.stimulate(Stimuli::ForceLineClose{{1}, u"cable"_s});
    if (seed % 4 == 0)
        session.stimulate(Stimuli::Die{u"crashed"_s});
    session.live(10_s);
    const WrittenScenario written = writeScenario(session.journal, {.abilities = session.abilities});
    QCOMPARE(playedAgain(written), QString());
    QVERIFY(countOf(written, u"do"_s) > 100);
    QVERIFY(countOf(written, u"expect"_s) > 200);
    QVERIFY(countOf(written, u"provider"_s) > 50);
}

void TestScenarioWriter::shippedScenariosPassAgain_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(LINESCOPE_SCENARIOS "/rules"), {u"*.scenario.json"_s}, QDir::Files);
    QStringList paths;
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    QVERIFY(!paths.isEmpty());
    for (const QString &path : paths)
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

void TestScenarioWriter::shippedScenariosPassAgain()
{
    QFETCH(const QString, path);
    const auto scenario = readScenarioFile(path);
    QVERIFY(scenario);
    RunOptions keep;
    keep.keepJournal = true;
    const ScenarioResult result = run(*scenario, keep);
    QVERIFY(result.passed);
    const WrittenScenario written = writeScenario(
        result.journal, {.options = scenario->options, .abilities = scenario->provider.abilities});
    QCOMPARE(playedAgain(written), QString());
}

// A scenario that passes whatever happens would be of no use: each kind of step is missed when it is taken out.
void TestScenarioWriter::whatIsMissingIsNoticed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("a function") << u"do"_s << u"lineAnswer"_s;
    QTest::newRow("a report") << u"provider"_s << u"callState"_s;
    QTest::newRow("a completion") << u"provider"_s << u"complete"_s;
    QTest::newRow("an expectation") << u"expect"_s << QString();
}

void TestScenarioWriter::whatIsMissingIsNoticed()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    Session session(traffic(3), 3);
    session.addDemo();
    session.live(15_s);
    WrittenScenario written = writeScenario(session.journal, {.abilities = session.abilities});
    QCOMPARE(playedAgain(written), QString());
    QJsonArray steps = written.json.value(u"steps"_s).toArray();
    const auto isWanted = [&](const QJsonValue &step) {
        const QJsonValue found = step.toObject().value(key);
        return value.isEmpty() ? found.toObject().value(u"message"_s) == "LINE_CALLSTATE"_L1 : found == value;
    };
    const auto found = std::find_if(steps.begin(), steps.end(), isWanted);
    QVERIFY(found != steps.end());
    steps.erase(found);
    written.json.insert(u"steps"_s, steps);
    QVERIFY(!playedAgain(written).isEmpty());
}

void TestScenarioWriter::linesThatComeLaterAreMade()
{
    ManualClock clock;
    TelephonyServer server(&clock);
    EventBatch journal;
    connect(&server, &TelephonyServer::advanced, this, [&](const EventBatch &batch) { journal.append(batch); });
    Test::FakeProvider provider(&server, u"fake"_s);
    AppHabits habits;
    habits.name = u"first"_s;
    const VirtualApp app(&server, habits); // as in the window: the monitor is there before the first line
    provider.addsDevice(1);
    clock.advance(3_s);
    provider.offers(1);
    provider.says(1, CallState::Idle);
    const WrittenScenario written = writeScenario(journal);
    QCOMPARE(written.notes, QStringList());
    QCOMPARE(written.json.value(u"provider"_s).toObject().value(u"lines"_s), QJsonValue(QJsonArray()));
    QCOMPARE(playedAgain(written), QString());
    QVERIFY(written.toText().contains("lineCreate"));
    QVERIFY(written.toText().contains("\"3s\""));
}

void TestScenarioWriter::aProviderThatIsTakenOutTakesItsLines()
{
    Session session(traffic(5), 5);
    session.addDemo();
    session.live(10_s);
    session.removeProvider();
    const WrittenScenario written = writeScenario(session.journal, {.abilities = session.abilities});
    QCOMPARE(playedAgain(written), QString());
    QCOMPARE(written.toText().count("lineRemove"), 3);
}

void TestScenarioWriter::whatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<EventBatch>("journal");
    QTest::addColumn<QString>("note");
    const Event late(7, 1, Events::DeviceRemoved{DeviceId{1}});
    const Event first(1, 1, Events::ProviderState{ProviderId{1}, true, u"x"_s, {}});
    const Event made(2, 1, Events::RequestMade{{}, std::make_shared<const Request>(Requests::InitializeEx())});
    QTest::newRow("nothing") << EventBatch{} << u"Nothing has happened yet."_s;
    QTest::newRow("no beginning") << EventBatch{late} << u"The beginning of the session is not there any more"_s;
    QTest::newRow("no step") << EventBatch{first} << u"No application has called a function yet"_s;
    QTest::newRow("cut") << EventBatch{first, made} << u"The session ends within a function"_s;
}

void TestScenarioWriter::whatCannotBeWrittenIsSaid()
{
    QFETCH(const EventBatch, journal);
    QFETCH(const QString, note);
    const WrittenScenario written = writeScenario(journal);
    QVERIFY(written.isEmpty());
    QVERIFY(written.toText().isEmpty());
    QCOMPARE(written.notes.size(), 1);
    QVERIFY2(written.notes.constFirst().startsWith(note), qPrintable(written.notes.constFirst()));
}

void TestScenarioWriter::durationsAreExact_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<QString>("text");
    QTest::newRow("microseconds") << qint64(1'250'003) << u"1250003us"_s;
    QTest::newRow("milliseconds") << qint64(1'250'000) << u"1250ms"_s;
    QTest::newRow("seconds") << qint64(61_s) << u"61s"_s;
    QTest::newRow("minutes") << qint64(90 * 60_s) << u"90m"_s;
    QTest::newRow("hours") << qint64(24 * 3600_s) << u"24h"_s;
}

void TestScenarioWriter::durationsAreExact()
{
    QFETCH(const qint64, duration);
    QFETCH(const QString, text);
    QCOMPARE(durationText(duration), text);
    const Names names;
    Decoder decoder(names);
    Microseconds read = 0;
    QVERIFY(decoder.readDuration(u"wait"_s, text, read));
    QCOMPARE(read, duration);
}

void TestScenarioWriter::constantsKeepWhatHasNoName()
{
    const Names names;
    Decoder decoder(names);
    const quint32 odd = quint32(MediaMode::InteractiveVoice) | 0x80000000;
    MediaModes modes;
    QVERIFY(decoder.read(u"media"_s, flagsValue(odd, constantsOf<MediaMode>()), modes));
    QCOMPARE(quint32(modes.toInt()), odd);
    LineError error = LineError::None;
    QVERIFY(decoder.read(u"error"_s, errorValue(LineError(0x80001234)), error));
    QCOMPARE(quint32(error), 0x80001234);
}

void TestScenarioWriter::stepsStandOneToALine()
{
    ManualClock clock;
    TelephonyServer server(&clock);
    EventBatch journal;
    connect(&server, &TelephonyServer::advanced, this, [&](const EventBatch &batch) { journal.append(batch); });
    server.execute({}, Requests::InitializeEx{u"one"_s, u"a.exe"_s});
    const QString text = QString::fromUtf8(writeScenario(journal, {.title = u"One"_s}).toText()).replace(u'"', u'\'');
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.at(1), u"  'linescope': 'scenario/1',"_s);
    QCOMPARE(lines.at(2), u"  'title': 'One',"_s);
    const QString step = u"    {'app': 'A', 'do': 'lineInitializeEx', 'api': '2.2', 'friendlyAppName': 'one', "
                         "'module': 'a.exe', 'monitor': false, 'pid': 0},"_s;
    QVERIFY2(lines.contains(step), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestScenarioWriter)
#include "tst_scenariowriter.moc"
