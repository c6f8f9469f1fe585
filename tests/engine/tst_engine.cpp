// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The facade for a program with a window: everything crosses a thread, in values.

#include "journal/journalfile.h"
#include "server/engine.h"
#include "worldcheck.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

class TwoLines : public ServiceProvider {
    Q_OBJECT

public:
    explicit TwoLines(LineError result = LineError::None, bool later = false)
        : m_result(result)
        , m_later(later)
    {
    }
    QString id() const override { return u"two"_s; }
    QString displayName() const override { return u"Two lines"_s; }
    ProviderAbilities abilities() const override
    {
        ProviderAbilities abilities;
        abilities.stimuli = true;
        abilities.callFeatures = CallFeatures(CallFeature::Accept) | CallFeature::Drop;
        return abilities;
    }
    void start() override
    {
        Q_EMIT healthChanged({true, {}});
        for (const quint32 line : {1u, 2u}) {
            auto info = std::make_shared<DeviceInfo>();
            info->name = u"T%1"_s.arg(line);
            Q_EMIT reported({Reports::DeviceAdded{{line}, info}});
        }
    }
    void stop() override { }
    void execute(const Command &command) override
    {
        if (const auto *act = std::get_if<Commands::ActOnCall>(&command)) {
            const Reports::Completion completion{act->request, m_result};
            if (m_later)
                QTimer::singleShot(0, this, [this, completion] { Q_EMIT reported({completion}); });
            else
                Q_EMIT reported({completion});
        }
    }
    std::optional<Provenance> provenance(DriverCall call) const override
    {
        Provenance provenance;
        provenance.leftOut = call.value;
        return provenance;
    }
    std::optional<Provenance> provenance(DriverLine line) const override
    {
        Provenance provenance;
        provenance.firstSteps = line.value;
        return provenance;
    }
    void stimulate(const Stimulus &stimulus) override
    {
        if (const auto *call = std::get_if<Stimuli::NewIncomingCall>(&stimulus))
            Q_EMIT reported({Reports::NewCall{call->line, {++m_lastCall}, {}, 0},
                             Reports::CallState{{m_lastCall}, CallState::Offering, 1, {}}});
    }

private:
    LineError m_result; // of what is to be done with calls
    bool m_later;
    quint32 m_lastCall = 0;
};

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFeedMakesTheSameWorld();
    void repliesComeOnTheCallersThread();
    void repliesThatComeTogetherAreAllDelivered();
    void whatLineReplySaysComesAfterTheReply_data();
    void whatLineReplySaysComesAfterTheReply();
    void abilitiesAreKnownByProvider();
    void stimuliReachTheirProvider();
    void aProviderTellsWhyACallOrALineIsAsItIs();
    void anAppComesAndGoes_data();
    void anAppComesAndGoes();
    void anAppThatIsNotThereCannotGo();
    void aProviderComesAndGoes();
    void aSessionIsRecorded();
    void anEngineCanBeDestroyedAtAnyMoment();

private:
    void take()
    {
        const EventFeed::Batch batch = m_engine->feed().take();
        if (batch.resync)
            m_world = *batch.resync;
        m_world.apply(batch.events);
    }
    void addTwoLines()
    {
        m_engine->addProvider(u"two"_s, [] { return std::make_unique<TwoLines>(); });
        QTRY_COMPARE(m_world.devices().size(), size_t(2));
    }
    HLineApp addMonitor()
    {
        AppHabits habits;
        habits.name = u"M"_s;
        const qsizetype before = m_world.apps().size();
        m_engine->addApp(habits);
        [&] { QTRY_COMPARE(m_world.apps().size(), before + 1); }();
        HLineApp newest;
        m_world.apps().forEach([&](const App &app) { newest = std::max(newest, app.id); });
        return newest;
    }

    std::unique_ptr<Engine> m_engine;
    World m_world;
};

void TestEngine::init()
{
    m_world = World();
    m_engine = std::make_unique<Engine>();
    connect(m_engine.get(), &Engine::wakeUp, this, &TestEngine::take);
}

void TestEngine::cleanup()
{
    m_engine.reset();
    QCOMPARE(contradictions(m_world), QStringList());
}

void TestEngine::theFeedMakesTheSameWorld()
{
    addTwoLines();
    addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    for (int i = 0; i < 100; ++i)
        m_engine->stimulate(u"two"_s, Stimuli::NewIncomingCall{{1u + quint32(i) % 2}, {}, {}});
    QTRY_COMPARE(m_world.handles().size(), 100);
    QCOMPARE(contradictions(m_world), QStringList());
}

void TestEngine::repliesComeOnTheCallersThread()
{
    addTwoLines();
    const HLineApp app = addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    QThread *where = nullptr;
    Outcome result;
    m_engine->submit(app, Requests::GetLineDevStatus{{1}}, [&](const Outcome &outcome) {
        where = QThread::currentThread();
        result = outcome;
    });
    QVERIFY(!where); // never inside submit()
    QTRY_VERIFY(where);
    QCOMPARE(where, thread());
    QCOMPARE(std::get<LineDevStatus>(result.value).numOpens, 1u);
    m_engine->submit(app, Requests::Close{{99}}, [&](const Outcome &outcome) { result = outcome; });
    QTRY_VERIFY(result.error == LineError::InvalLineHandle);
    m_engine->submit(app, Requests::Close{{1}}); // a reply is not needed
    QTRY_COMPARE(m_world.lines().size(), 1);
}

void TestEngine::repliesThatComeTogetherAreAllDelivered()
{
    addTwoLines();
    const HLineApp app = addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    QList<int> replied;
    for (int i = 0; i < 3; ++i)
        m_engine->submit(app, Requests::GetLineDevStatus{{1}}, [&replied, i](const Outcome &) { replied.append(i); });
    while (m_engine->feed().pending() < 6) // the third request and its result: two replies wait for this thread
        QThread::yieldCurrentThread();
    QVERIFY(replied.isEmpty());
    QTRY_COMPARE(replied, (QList<int>{0, 1, 2}));
}

void TestEngine::whatLineReplySaysComesAfterTheReply_data()
{
    QTest::addColumn<LineError>("result");
    QTest::addColumn<bool>("later");
    QTest::addRow("success before the function returns") << LineError::None << false;
    QTest::addRow("success later") << LineError::None << true;
    QTest::addRow("failure before the function returns") << LineError::OperationFailed << false;
    QTest::addRow("failure later") << LineError::OperationFailed << true;
}

void TestEngine::whatLineReplySaysComesAfterTheReply() // M-10, M-42
{
    QFETCH(const LineError, result);
    QFETCH(const bool, later);
    m_engine->addProvider(u"two"_s, [=] { return std::make_unique<TwoLines>(result, later); });
    QTRY_COMPARE(m_world.devices().size(), size_t(2));
    AppHabits owner;
    owner.name = u"O"_s;
    owner.privileges = Privilege::Owner;
    owner.mediaModes = MediaMode::InteractiveVoice;
    m_engine->addApp(owner);
    QTRY_COMPARE(m_world.lines().size(), 2);
    m_engine->stimulate(u"two"_s, Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(m_world.handles().size(), 1);
    HCall call;
    m_world.handles().forEach([&](const Handle &handle) { call = handle.id; });
    const HLineApp app = m_world.appOf(*m_world.handle(call));

    QList<LineError> told;
    const auto note = [&](const Outcome &outcome) { told += outcome.error; };
    const auto noteReply = [&](LineError error) { told += error; };
    m_engine->submit(app, Requests::Drop{call}, note, noteReply);
    QTRY_COMPARE(told, (QList<LineError>{LineError::None, result}));
    // What fails at once or is not asynchronous has no LINE_REPLY.
    m_engine->submit(app, Requests::Drop{HCall{99}}, note, noteReply);
    m_engine->submit(app, Requests::GetCallStatus{call}, note, noteReply);
    m_engine->submit(app, Requests::Accept{call}, note, noteReply);
    QTRY_COMPARE(told.size(), 6);
    QCOMPARE(told.mid(2), (QList<LineError>{LineError::InvalCallHandle, LineError::None, LineError::None, result}));
}

void TestEngine::abilitiesAreKnownByProvider()
{
    QVERIFY(m_engine->abilities({1}) == ProviderAbilities());
    addTwoLines();
    QVERIFY(m_engine->abilities(m_world.providers().front().id).stimuli);
    QVERIFY(m_engine->abilities({99}) == ProviderAbilities());
}

void TestEngine::stimuliReachTheirProvider()
{
    addTwoLines();
    addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    m_engine->stimulate(u"nobody"_s, Stimuli::NewIncomingCall{{1}, {}, {}});
    m_engine->stimulate(ProviderId{99}, Stimuli::NewIncomingCall{{1}, {}, {}});
    m_engine->stimulate(ProviderId{1}, Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(m_world.totals().callsCreated, 1u);
}

void TestEngine::aProviderTellsWhyACallOrALineIsAsItIs()
{
    addTwoLines();
    addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    m_engine->stimulate(ProviderId{1}, Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(m_world.totals().callsCreated, 1u);
    CallId call;
    m_world.calls().forEach([&](const Call &known) { call = known.id; });
    std::optional<Provenance> told;
    int answers = 0;
    const auto tell = [&](const std::optional<Provenance> &provenance) {
        QCOMPARE(QThread::currentThread(), thread());
        told = provenance;
        ++answers;
    };
    m_engine->askProvenance(call, tell);
    QTRY_COMPARE(answers, 1);
    QVERIFY(told);
    QCOMPARE(told->leftOut, m_world.call(call)->driver.value); // it was asked by its own name for the call
    const DeviceId device = m_world.call(call)->device;
    m_engine->askProvenance(device, tell);
    QTRY_COMPARE(answers, 2);
    QCOMPARE(told.value_or(Provenance()).firstSteps, qsizetype(m_world.device(device)->driver.value));
    const std::variant<CallId, DeviceId> unknown[] = {CallId{99}, DeviceId{99}};
    for (const auto &nobody : unknown) {
        told = Provenance();
        m_engine->askProvenance(nobody, tell);
        QTRY_VERIFY(!told);
    }
    m_engine->removeProvider(u"two"_s);
    told = Provenance();
    m_engine->askProvenance(call, tell);
    QTRY_VERIFY(!told);
    QCOMPARE(answers, 5);
    m_engine->askProvenance(call, tell);
    m_engine.reset(); // nothing is told once it has gone
    QCoreApplication::processEvents();
    QCOMPARE(answers, 5);
}

void TestEngine::anAppComesAndGoes_data()
{
    QTest::addColumn<bool>("crashed");
    QTest::newRow("shutdown") << false;
    QTest::newRow("crash") << true;
}

void TestEngine::anAppComesAndGoes() // L-40, L-42
{
    QFETCH(const bool, crashed);
    addTwoLines();
    const HLineApp app = addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    m_engine->removeApp(app, crashed);
    QTRY_COMPARE(m_world.apps().size(), 0);
    QCOMPARE(m_world.lines().size(), 0);
}

void TestEngine::anAppThatIsNotThereCannotGo()
{
    addTwoLines();
    addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    for (const bool crashed : {false, true})
        m_engine->removeApp({99}, crashed);
    addMonitor();
    QTRY_COMPARE(m_world.apps().size(), 2);
}

void TestEngine::aSessionIsRecorded() // from its middle; the end of the engine is not part of it
{
    QTemporaryDir folder;
    addTwoLines();
    RecordingStatus last;
    connect(m_engine.get(), &Engine::recordingChanged, this, [&](const RecordingStatus &status) { last = status; });
    m_engine->startRecording({.file = folder.filePath(u"a"_s), .source = u"two:"_s});
    QTRY_VERIFY(last.files == 1);
    m_engine->startRecording({.file = folder.filePath(u"b"_s), .source = u"two:"_s}); // ends the one before
    AppHabits habits;
    habits.name = u"App"_s;
    m_engine->addApp(habits);
    QTRY_COMPARE(last.file, folder.filePath(u"b"_s));
    QTRY_VERIFY(m_world.lines().size() == 2 && last.events > 0 && last.active);
    m_engine->stopRecording();
    QTRY_VERIFY(!last.active);
    QCOMPARE(last.error, QString());
    m_engine.reset();
    for (const QString &name : {u"a"_s, u"b"_s}) {
        const auto file = JournalFile::open(folder.filePath(name));
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error()));
        QCOMPARE((*file)->header().source, u"two:"_s);
        World world;
        JournalReader &reader = (*file)->reader();
        for (auto event = reader.advance(world); event && *event; event = reader.advance(world)) { }
        QVERIFY(reader.summary());
        QCOMPARE(world.devices().size(), size_t(2));
        QCOMPARE(world.lines().size(), name == u"a"_s ? 0 : 2);
    }
}

void TestEngine::aProviderComesAndGoes() // L-30
{
    addTwoLines();
    addMonitor();
    QTRY_COMPARE(m_world.lines().size(), 2);
    m_engine->removeProvider(u"two"_s);
    QTRY_COMPARE(m_world.lines().size(), 0);
    QTRY_VERIFY(m_world.devices().at(1).removed);
    m_engine->addProvider(u"two"_s, [] { return std::make_unique<TwoLines>(); });
    QTRY_COMPARE(m_world.devices().size(), size_t(4));
    QTRY_COMPARE(m_world.lines().size(), 2);
}

void TestEngine::anEngineCanBeDestroyedAtAnyMoment()
{
    for (int i = 0; i < 30; ++i) {
        bool answered = false;
        Engine engine;
        if (i % 3 > 0)
            engine.addProvider(u"two"_s, [] { return std::make_unique<TwoLines>(); });
        if (i % 2 > 0)
            engine.addApp({});
        engine.submit({1}, Requests::Shutdown(), [&](const Outcome &) { answered = true; });
        if (i % 5 == 0)
            QTRY_VERIFY(answered);
    }
}

QTEST_GUILESS_MAIN(TestEngine)

#include "tst_engine.moc"
