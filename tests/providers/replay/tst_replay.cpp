// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider once reported is played into an engine of today: all of it, in its time, and nothing else.

#include "journal/journaltraffic.h"
#include "journal/recorder.h"
#include "providers/replay/replayprovider.h"
#include "recordedtraffic.h"
#include "tapi/names.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

// Traffic that a test writes down: seconds, and what.
using Script = QList<RecordedTraffic>;

class ScriptSource : public TrafficSource {
public:
    ScriptSource(const Script &script, const QString &problem)
        : m_script(script)
        , m_problem(problem)
    {
    }
    tl::expected<std::optional<RecordedTraffic>, QString> next() override
    {
        if (m_next < m_script.size())
            return m_script.at(m_next++);
        if (!m_problem.isEmpty())
            return tl::unexpected(m_problem);
        return std::nullopt;
    }

private:
    const Script m_script;
    const QString m_problem;
    qsizetype m_next = 0;
};

RecordedTraffic said(int second, const Report &report, quint32 provider = 1)
{
    return {Microseconds(second) * 1_s, {provider}, report};
}
RecordedTraffic asked(int second, const Command &command, quint32 provider = 1)
{
    return {Microseconds(second) * 1_s, {provider}, command};
}
Report device(quint32 line) { return Reports::DeviceAdded{{line}, std::make_shared<const DeviceInfo>()}; }
Report newCall(quint32 line, quint32 call, const QString &caller = {})
{
    CallInfo info;
    info.callerId = caller;
    return Reports::NewCall{{line}, {call}, PackedCallInfo(info), 0};
}
Report state(quint32 call, CallState state, quint32 mode = 0) { return Reports::CallState{{call}, state, mode, {}}; }

AppHabits watcher()
{
    AppHabits habits;
    habits.name = u"watcher"_s;
    habits.monitor = true;
    return habits;
}

// An engine of today.
struct Session {
    explicit Session(const TrafficOpener &open, double speed = 1, bool loop = false)
    {
        QObject::connect(&server, &TelephonyServer::advanced, &server,
                         [this](const EventBatch &batch) { events += batch; });
        host = std::make_unique<ProviderHost>(
            &server,
            [=, this] {
                auto made = std::make_unique<ReplayProvider>(&clock, ReplaySettings{u"a"_s, speed, loop}, open);
                provider = made.get();
                return made;
            },
            ProviderHost::Threading::Server);
    }
    explicit Session(const Script &script, double speed = 1, bool loop = false, const QString &problem = {})
        : Session([=] { return std::make_unique<ScriptSource>(script, problem); }, speed, loop)
    {
    }
    void addWatcher() { apps.push_back(std::make_unique<VirtualApp>(&server, watcher())); }
    const World &world() const { return server.world(); }
    QString health() const { return world().providers().front().text; }
    QStringList findings() const
    {
        QStringList rules;
        for (const Event &event : events) {
            if (const auto *raised = std::get_if<Events::FindingRaised>(&event.payload))
                rules += QString::fromLatin1(raised->finding->rule) + u": "_s + raised->finding->text;
        }
        return rules;
    }
    // "5550100 CONNECTED", sorted.
    QStringList calls() const
    {
        QStringList result;
        world().calls().forEach([&](const Call &call) {
            if (!call.isIdle())
                result += call.info.text(&CallInfo::callerId) + u' ' + nameOf(call.state);
        });
        result.sort();
        return result;
    }

    ManualClock clock;
    TelephonyServer server{&clock};
    EventBatch events;
    ReplayProvider *provider = nullptr;
    std::unique_ptr<ProviderHost> host;
    std::vector<std::unique_ptr<VirtualApp>> apps;
};

const Script oneCall = {
    said(0, device(1)),
    asked(0, Commands::OpenLine{{1}}),
    said(10, newCall(1, 7, u"5550100"_s)),
    said(10, state(7, CallState::Offering, quint32(OfferingMode::Active))),
    said(20, state(7, CallState::Connected, quint32(ConnectedMode::Active))),
};

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRecordingComesAgain_data()
    {
        QTest::addColumn<quint64>("from");
        for (const quint64 from : {0u, 2'000u})
            QTest::addRow("after %llu", from) << from;
    }
    void aRecordingComesAgain()
    {
        QFETCH(quint64, from);
        QTemporaryDir folder;
        RecordingOptions options;
        options.file = folder.filePath(u"a.gz"_s);
        options.compressed = true;
        std::unique_ptr<Recorder> recorder;
        World last;
        playTraffic({}, 5'000, [&](const EventBatch &batch, const World &world) {
            if (!recorder && world.seq() >= from)
                recorder = std::make_unique<Recorder>(options, from == 0 ? World() : world);
            if (recorder)
                recorder->push(batch, world);
            last = world;
        });
        QCOMPARE(recorder->stop().error, QString());
        Session session([&] { return JournalTraffic::open(options.file); }, 0);
        session.addWatcher();
        session.clock.advance(1_s);
        QCOMPARE(session.health(), u"The recording has ended."_s);
        QCOMPARE(session.findings(), QStringList());
        QStringList then;
        last.calls().forEach([&](const Call &call) {
            if (!call.isIdle())
                then += call.info.text(&CallInfo::callerId) + u' ' + nameOf(call.state);
        });
        then.sort();
        QVERIFY(!then.isEmpty());
        QCOMPARE(session.calls(), then);
    }

    void itComesInItsTime_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<qint64>("offering"); // when, at the latest
        QTest::addRow("as it was") << 1.0 << qint64(10_s);
        QTest::addRow("faster") << 4.0 << qint64(2'500'000);
        QTest::addRow("slower") << 0.5 << qint64(20_s);
    }
    void itComesInItsTime()
    {
        QFETCH(double, speed);
        QFETCH(qint64, offering);
        Session session(oneCall, speed);
        session.addWatcher();
        session.clock.advance(offering - 1);
        QCOMPARE(session.calls(), QStringList());
        session.clock.advance(1);
        QCOMPARE(session.calls(), QStringList{u"5550100 OFFERING"_s});
        session.clock.advance(offering);
        QCOMPARE(session.calls(), QStringList{u"5550100 CONNECTED"_s});
        QCOMPARE(session.findings(), QStringList());
    }

    void itWaitsUntilTheLineIsOpened()
    {
        Session session(oneCall);
        session.clock.advance(5_s);
        session.addWatcher();
        session.clock.advance(9'999'999_us);
        QCOMPARE(session.calls(), QStringList());
        session.clock.advance(1_us); // 10 s after the line was opened
        QCOMPARE(session.calls(), QStringList{u"5550100 OFFERING"_s});
    }

    void itDoesNotWaitForEver()
    {
        Session session(oneCall);
        session.clock.advance(60_s);
        QCOMPARE(session.world().totals().callsCreated, 0u);
        QCOMPARE(session.findings(), QStringList());
        QVERIFY2(session.health().contains(u"3 report"_s), qPrintable(session.health()));
    }

    void aCallThatAnApplicationMadeComesByItself()
    {
        const Script script = {
            said(0, device(1)),
            asked(0, Commands::OpenLine{{1}}),
            asked(1, Commands::MakeCall{{5}, {1}, {1}, 0, u"5550100"_s}),
            said(1, Reports::Completion{{5}, LineError::None, {7}}),
            said(1, state(7, CallState::Dialing)),
            asked(2, Commands::ActOnCall{{6}, Commands::CallAction::Drop, {{1}, {7}}}),
            said(2, Reports::Completion{{6}}),
        };
        Session session(script, 0);
        session.addWatcher();
        session.clock.advance(1_s);
        QCOMPARE(session.calls(), QStringList{u" DIALING"_s});
        QCOMPARE(session.findings(), QStringList());
    }

    void twoProvidersWithTheSameNamesAreKeptApart()
    {
        Script script;
        for (const quint32 provider : {1u, 2u}) {
            for (RecordedTraffic item : oneCall) {
                item.provider = {provider};
                script += item;
            }
        }
        std::stable_sort(script.begin(), script.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
        Session session(script, 0);
        session.addWatcher();
        session.clock.advance(1_s);
        QCOMPARE(session.world().devices().size(), size_t(2));
        QCOMPARE(session.calls(), (QStringList{u"5550100 CONNECTED"_s, u"5550100 CONNECTED"_s}));
    }

    void whatTheProviderDidWrongItDoesAgain() // and today's rules find it
    {
        const Script script = oneCall
            + Script{
                said(21, state(7, CallState::Idle)), asked(22, Commands::CloseCall{{{1}, {7}}}),
                said(23, state(7, CallState::Connected, quint32(ConnectedMode::Active))), // V-13
            };
        Session session(script, 0);
        session.addWatcher();
        session.clock.advance(1_s);
        QVERIFY(session.world().totals().findings > 0);

        Session unopened({said(0, device(1)), said(1, newCall(1, 7)), said(1, state(7, CallState::Offering))},
                         0); // O-8
        unopened.clock.advance(1_s);
        QVERIFY(unopened.world().totals().findings > 0);
    }

    void whatIsClosedNowIsLeftAlone()
    {
        Script script = oneCall;
        script += said(30, newCall(1, 8));
        script += said(30, state(8, CallState::Offering, quint32(OfferingMode::Active)));
        Session session(script);
        session.addWatcher();
        session.clock.advance(15_s);
        session.apps.clear(); // its line closes
        session.clock.advance(60_s);
        QCOMPARE(session.world().totals().callsCreated, 1u);
        QCOMPARE(session.findings(), QStringList());
    }

    void nobodyCanDoAnything()
    {
        Session session(oneCall, 0);
        session.addWatcher();
        session.clock.advance(1_s);
        QVERIFY(session.provider->abilities() == ProviderAbilities());
        QList<Report> answers;
        QObject::connect(session.provider, &ServiceProvider::reported,
                         [&](const QList<Report> &batch) { answers += batch; });
        session.provider->execute(Commands::ActOnCall{{9}, Commands::CallAction::Drop, {{1}, {2}}});
        QCOMPARE(answers.size(), 1);
        QVERIFY(std::get<Reports::Completion>(answers.constFirst())
                == (Reports::Completion{{9}, LineError::OperationUnavail}));
    }

    void itCanBeginAgain()
    {
        Session session(oneCall, 0, true);
        session.addWatcher();
        session.clock.advance(500_ms);
        QCOMPARE(session.world().totals().callsCreated, 1u);
        session.clock.advance(1_s);
        QCOMPARE(session.world().totals().callsCreated, 2u);
        QCOMPARE(session.findings(), QStringList());
    }

    void whatCannotBeReadIsSaid()
    {
        Session none(
            []() -> tl::expected<std::unique_ptr<TrafficSource>, QString> { return tl::unexpected(u"No file."_s); });
        none.clock.advance(1_s);
        QCOMPARE(none.health(), u"No file."_s);
        QVERIFY(!none.world().providers().front().up);
        Session broken(oneCall, 0, false, u"Line 8: bad."_s);
        broken.addWatcher();
        broken.clock.advance(1_s);
        QCOMPARE(broken.health(), u"Line 8: bad."_s);
        QCOMPARE(broken.calls(), QStringList{u"5550100 CONNECTED"_s}); // what came before stays
    }

    void aUrlSaysHow_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<double>("speed"); // < 0: refused
        QTest::addRow("bare") << u"replay:/tmp/a.jsonl"_s << 1.0;
        QTest::addRow("speed") << u"replay:/tmp/a.jsonl?speed=4&loop=1"_s << 4.0;
        QTest::addRow("max") << u"replay:a?speed=max"_s << 0.0;
        QTest::addRow("0") << u"replay:a?speed=0"_s << 0.0;
        QTest::addRow("too fast") << u"replay:a?speed=1001"_s << -1.0;
        QTest::addRow("backwards") << u"replay:a?speed=-1"_s << -1.0;
        QTest::addRow("no number") << u"replay:a?speed=nan"_s << -1.0;
        QTest::addRow("another machine") << u"replay://host/a"_s << -1.0;
        QTest::addRow("no file") << u"replay:"_s << -1.0;
        QTest::addRow("no such option") << u"replay:a?colour=red"_s << -1.0;
        QTest::addRow("loop") << u"replay:a?loop=2"_s << -1.0;
    }
    void aUrlSaysHow()
    {
        QFETCH(QString, url);
        QFETCH(double, speed);
        const auto settings = ReplaySettings::fromUrl(QUrl(url));
        QCOMPARE(settings.has_value(), speed >= 0);
        if (settings)
            QCOMPARE(settings->speed, speed);
        else
            QVERIFY(!settings.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
