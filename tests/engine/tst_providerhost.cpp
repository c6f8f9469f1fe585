// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Providers at work: in the server's thread and in one of their own, with death, restart and back-off.

#include "server/providerhost.h"
#include "serverfixture.h"

#include <QEventLoop>

#include <atomic>
#include <mutex>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

// What the test can see and do from its own thread.
struct Remote {
    std::atomic<int> starts = 0;
    std::atomic<int> stops = 0;
    std::atomic<bool> comesUp = true;
    std::atomic<QThread *> thread = nullptr;
    std::atomic<int> reported = 0;
    std::mutex mutex;
    QStringList commands;

    QStringList taken()
    {
        const std::scoped_lock lock(mutex);
        return std::exchange(commands, {});
    }
};

// Has two devices; does what it is told by stimuli, on its own thread.
class RemoteProvider : public ServiceProvider {
    Q_OBJECT

public:
    explicit RemoteProvider(Remote *remote)
        : m_remote(remote)
    {
        remote->thread = QThread::currentThread();
    }
    QString id() const override { return u"remote"_s; }
    QString displayName() const override { return u"Remote"_s; }
    ProviderAbilities abilities() const override { return FakeProvider::everything; }
    void start() override
    {
        ++m_remote->starts;
        if (!m_remote->comesUp) {
            Q_EMIT healthChanged({false, u"no answer"_s});
            return;
        }
        Q_EMIT healthChanged({true, {}});
        for (const quint32 line : {1u, 2u}) {
            auto info = std::make_shared<DeviceInfo>();
            info->name = u"R%1"_s.arg(line);
            report({Reports::DeviceAdded{{line}, info}});
        }
    }
    void stop() override { ++m_remote->stops; }
    void execute(const Command &command) override
    {
        QVERIFY(QThread::currentThread() == m_remote->thread);
        const std::scoped_lock lock(m_remote->mutex);
        m_remote->commands.append(toText(command));
    }
    void stimulate(const Stimulus &stimulus) override
    {
        if (const auto *call = std::get_if<Stimuli::NewIncomingCall>(&stimulus))
            report({Reports::NewCall{call->line, {++m_lastCall}, PackedCallInfo(FakeProvider::voice()), 0},
                    Reports::CallState{{m_lastCall}, CallState::Offering, 1, {}}});
        else if (const auto *flood = std::get_if<Stimuli::RemoteAnswer>(&stimulus))
            for (quint32 i = 0; i < flood->call.value; ++i)
                report({Reports::CallState{{1}, CallState::Connected, 1 + i % 2, {}}});
        else if (const auto *die = std::get_if<Stimuli::Die>(&stimulus))
            Q_EMIT died(die->text);
    }

private:
    void report(const QList<Report> &batch)
    {
        Q_EMIT reported(batch);
        ++m_remote->reported;
    }
    Remote *m_remote;
    quint32 m_lastCall = 0;
};

// Does nothing of its own accord, and knows no stimuli.
class PlainProvider : public ServiceProvider {
    Q_OBJECT

public:
    QString id() const override { return u"plain"_s; }
    QString displayName() const override { return u"Plain"_s; }
    ProviderAbilities abilities() const override { return {}; }
    void start() override { Q_EMIT healthChanged({true, {}}); }
    void stop() override { }
    void execute(const Command &) override { }
};

// Learns on its way that it may do something.
class LearningProvider : public PlainProvider {
    Q_OBJECT

public:
    ProviderAbilities abilities() const override { return m_abilities; }
    void stimulate(const Stimulus &) override
    {
        m_abilities.callFeatures = CallFeature::Drop;
        m_abilities.lacks = {{CallFeature::Park, u"No permission."_s}};
        Q_EMIT abilitiesChanged();
    }

private:
    ProviderAbilities m_abilities;
};

// Lets events in while it carries out its first command, until a stimulus comes.
class PatientProvider : public ServiceProvider {
    Q_OBJECT

public:
    struct Progress {
        std::atomic<bool> waits = false;
        std::atomic<bool> hasWaited = false;
    };

    explicit PatientProvider(Progress *progress)
        : m_progress(progress)
    {
    }
    QString id() const override { return u"patient"_s; }
    QString displayName() const override { return u"Patient"_s; }
    ProviderAbilities abilities() const override { return FakeProvider::everything; }
    void start() override { Q_EMIT reported({Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()}}); }
    void stop() override { }
    void execute(const Command &) override
    {
        if (m_progress->waits.exchange(true))
            return; // the first one waits
        m_loop.exec();
        m_progress->hasWaited = true;
    }
    void stimulate(const Stimulus &) override { m_loop.quit(); }

private:
    Progress *m_progress;
    QEventLoop m_loop;
};

} // namespace

class TestProviderHost : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void aProviderInTheServersThreadIsCalledDirectly();
    void aProviderInItsOwnThreadLivesThere();
    void commandsArriveInOrder();
    void deathClosesItsOwnLinesOnly_data();
    void deathClosesItsOwnLinesOnly();
    void aDeadProviderIsStartedAgainWithBackOff();
    void theBackOffDoublesUpToAMinute();
    void aFloodWaitsInTheProvidersThread();
    void aLineClosesWhileItsNewCallIsOnTheWay();
    void aProviderThatIsTakenOutTakesItsDevicesAlong_data();
    void aProviderThatIsTakenOutTakesItsDevicesAlong();
    void aFloodedProviderCanBeTakenOut();
    void aProviderMayLetEventsInWhileItCarriesOutACommand();
    void aServerMayGoFirst_data();
    void aServerMayGoFirst();
    void stimuliAreIgnoredByAProviderThatKnowsNone();
    void healthIsToldWhenItChanges();
    void abilitiesAreToldWhenTheyChange_data();
    void abilitiesAreToldWhenTheyChange();
    void aProviderThatIsNotThereCanDoNothing();
    void aQuestionIsAnsweredEvenIfTheProviderGoes_data();
    void aQuestionIsAnsweredEvenIfTheProviderGoes();

private:
    std::unique_ptr<ProviderHost> host(ProviderHost::Threading threading)
    {
        m_remote = std::make_unique<Remote>();
        return std::make_unique<ProviderHost>(
            &server(), [this] { return std::make_unique<RemoteProvider>(m_remote.get()); }, threading);
    }
    // D1 and D2 are the fixture's, D3 and D4 this provider's.
    bool devicesAreThere() { return world().devices().size() == 4; }

    std::unique_ptr<Remote> m_remote;
};

void TestProviderHost::aProviderInTheServersThreadIsCalledDirectly()
{
    const auto remote = host(ProviderHost::Threading::Server);
    QVERIFY(m_remote->thread == thread());
    QVERIFY(devicesAreThere());
    QVERIFY(world().provider(remote->id())->up);
    QCOMPARE(world().provider(remote->id())->name, u"Remote"_s);
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QCOMPARE(m_remote->taken(), lines("TSPI_lineOpen l1", "TSPI_lineSetDefaultMediaDetection l1 INTERACTIVEVOICE"));
    remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    QCOMPARE(messages("A"), lines("LINE_APPNEWCALL L1 H1 OWNER", "LINE_CALLSTATE H1 OFFERING ACTIVE OWNER"));
}

void TestProviderHost::abilitiesAreToldWhenTheyChange_data()
{
    QTest::addColumn<ProviderHost::Threading>("threading");
    QTest::newRow("in the server's thread") << ProviderHost::Threading::Server;
    QTest::newRow("in its own") << ProviderHost::Threading::Own;
}

void TestProviderHost::abilitiesAreToldWhenTheyChange()
{
    QFETCH(const ProviderHost::Threading, threading);
    ProviderHost learning(
        &server(), [] { return std::make_unique<LearningProvider>(); }, threading);
    ProviderId changed;
    connect(&server(), &TelephonyServer::abilitiesChanged, this, [&changed](ProviderId id) { changed = id; });
    QCOMPARE(server().abilities(learning.id()), ProviderAbilities());
    learning.stimulate(Stimuli::SetAutomatic{});
    QTRY_COMPARE(changed, learning.id());
    const ProviderAbilities abilities = server().abilities(learning.id());
    QCOMPARE(abilities.callFeatures, CallFeatures(CallFeature::Drop));
    QCOMPARE(abilities.whyNot(CallFeature::Park), u"No permission."_s);
    QVERIFY(abilities.controls());
}

void TestProviderHost::aQuestionIsAnsweredEvenIfTheProviderGoes_data() { abilitiesAreToldWhenTheyChange_data(); }

void TestProviderHost::aQuestionIsAnsweredEvenIfTheProviderGoes()
{
    QFETCH(const ProviderHost::Threading, threading);
    auto remote = host(threading);
    int answers = 0;
    const auto tell = [&](const std::optional<Provenance> &provenance) {
        QVERIFY(!provenance); // it knows nothing of the kind
        QCOMPARE(QThread::currentThread(), thread());
        ++answers;
    };
    remote->askProvenance(DriverCall{1}, tell);
    QTRY_COMPARE(answers, 1);
    remote->askProvenance(DriverLine{1}, tell);
    QTRY_COMPARE(answers, 2);
    remote->askProvenance(DriverCall{1}, tell);
    remote.reset();
    QCOMPARE(answers, 3);
}

void TestProviderHost::aProviderInItsOwnThreadLivesThere()
{
    const auto remote = host(ProviderHost::Threading::Own);
    QVERIFY(m_remote->thread != thread());
    QTRY_VERIFY(devicesAreThere());
    QVERIFY(app("A").opens(3, Privilege::Owner));
    remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(world().calls().size(), 1);
    QCOMPARE(messages("A"), lines("LINE_APPNEWCALL L1 H1 OWNER", "LINE_CALLSTATE H1 OFFERING ACTIVE OWNER"));
}

void TestProviderHost::commandsArriveInOrder()
{
    const auto remote = host(ProviderHost::Threading::Own);
    QTRY_VERIFY(devicesAreThere());
    QStringList expected;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(app("A").opens(4, Privilege::Monitor));
        QVERIFY(app("A").closes());
        expected += lines("TSPI_lineOpen l2", "TSPI_lineClose l2");
    }
    QStringList commands;
    QTRY_COMPARE((commands += m_remote->taken()).size(), expected.size());
    QCOMPARE(commands, expected);
}

void TestProviderHost::deathClosesItsOwnLinesOnly_data()
{
    QTest::addColumn<ProviderHost::Threading>("threading");
    QTest::newRow("in the server's thread") << ProviderHost::Threading::Server;
    QTest::newRow("in its own thread") << ProviderHost::Threading::Own;
}

void TestProviderHost::deathClosesItsOwnLinesOnly()
{
    QFETCH(const ProviderHost::Threading, threading);
    const auto remote = host(threading);
    QTRY_VERIFY(devicesAreThere());
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QVERIFY(app("A").opens(3, Privilege::Owner));
    provider().offers(1);
    remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(world().handles().size(), 2);
    forgetThePast();
    remote->stimulate(Stimuli::Die{u"segmentation fault"_s});
    QTRY_COMPARE(world().handles().size(), 1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L2"));
    QVERIFY(app("A").info(1)); // of the other provider
    QCOMPARE(world().provider(remote->id())->text, u"segmentation fault"_s);
    QVERIFY(!world().provider(remote->id())->up);
    QCOMPARE(provider().commands(), lines());
}

void TestProviderHost::aDeadProviderIsStartedAgainWithBackOff()
{
    const auto remote = host(ProviderHost::Threading::Server);
    QCOMPARE(m_remote->starts.load(), 1);
    int starts = 1;
    for (int i = 0; i < 3; ++i) { // it comes up each time, so the back-off begins anew
        remote->stimulate(Stimuli::Die{u"again"_s});
        clock().advance(1_s - 1_us);
        QCOMPARE(m_remote->starts.load(), starts);
        clock().advance(1_us);
        QCOMPARE(m_remote->starts.load(), ++starts);
    }
    QCOMPARE(world().devices().size(), size_t(4)); // the same devices as before
    QVERIFY(world().device({3})->info.inService);
    QVERIFY(app("A").opens(3, Privilege::Owner));
}

void TestProviderHost::theBackOffDoublesUpToAMinute()
{
    const auto remote = host(ProviderHost::Threading::Server);
    m_remote->comesUp = false;
    int starts = 1;
    for (const Microseconds wait : {1_s, 2_s, 4_s, 8_s, 16_s, 32_s, 60_s, 60_s}) {
        remote->stimulate(Stimuli::Die{u"still broken"_s});
        clock().advance(wait - 1_us);
        QCOMPARE(m_remote->starts.load(), starts);
        clock().advance(1_us);
        QCOMPARE(m_remote->starts.load(), ++starts);
        QVERIFY(!world().provider(remote->id())->up);
        QCOMPARE(world().provider(remote->id())->text, u"no answer"_s);
    }
}

void TestProviderHost::aFloodWaitsInTheProvidersThread()
{
    const auto remote = host(ProviderHost::Threading::Own);
    QTRY_VERIFY(devicesAreThere());
    QVERIFY(app("A").opens(3, Privilege::Owner));
    remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    QTRY_COMPARE(world().calls().size(), 1);
    const int before = m_remote->reported;
    constexpr int flood = 20'000;
    remote->stimulate(Stimuli::RemoteAnswer{{flood}}); // this thread does not take anything meanwhile
    QTRY_VERIFY_WITH_TIMEOUT(m_remote->reported == before + flood, 60'000); // each wait lets this thread take some
    QTRY_COMPARE(messages("A").isEmpty(), true);
    QCOMPARE(call(1), nullptr); // of the fixture's provider: none
    QCOMPARE(world().call({1})->state, CallState::Connected);
    QCOMPARE(findings(), lines());
}

void TestProviderHost::aLineClosesWhileItsNewCallIsOnTheWay()
{
    const auto remote = host(ProviderHost::Threading::Own);
    QTRY_VERIFY(devicesAreThere());
    for (int i = 0; i < 200; ++i) {
        QVERIFY(app("A").opens(3, Privilege::Owner));
        remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
        if (i % 2 == 0)
            QTest::qWait(0); // sometimes it arrives before the close, sometimes after
        QVERIFY(app("A").closes());
    }
    const auto quiet = [this] { return m_remote->reported == 202; };
    QTRY_VERIFY(quiet());
    QCoreApplication::processEvents();
    QCOMPARE(world().calls().size(), 0);
    QCOMPARE(world().handles().size(), 0);
    QCOMPARE(findings(), lines()); // what crosses a close on its way is nobody's fault
    QStringList commands;
    QTRY_COMPARE((commands += m_remote->taken()).filter(u"TSPI_lineClose l1"_s).size(), 200);
}

void TestProviderHost::aProviderThatIsTakenOutTakesItsDevicesAlong_data() { deathClosesItsOwnLinesOnly_data(); }

void TestProviderHost::aProviderThatIsTakenOutTakesItsDevicesAlong()
{
    QFETCH(const ProviderHost::Threading, threading);
    auto remote = host(threading);
    QTRY_VERIFY(devicesAreThere());
    QVERIFY(app("A").opens(3, Privilege::Owner));
    forgetThePast();
    remote.reset();
    QCOMPARE(m_remote->stops.load(), 1);
    QCOMPARE(messages("A"), lines("LINE_CLOSE L1", "LINE_REMOVE D3", "LINE_REMOVE D4"));
    QCOMPARE(errorOf(app("A").opens(3)), LineError::NoDevice);
    QVERIFY(app("A").opens(1)); // the others go on
}

void TestProviderHost::aFloodedProviderCanBeTakenOut()
{
    auto remote = host(ProviderHost::Threading::Own);
    QTRY_VERIFY(devicesAreThere());
    QVERIFY(app("A").opens(3, Privilege::Owner));
    remote->stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    const int before = m_remote->reported;
    remote->stimulate(Stimuli::RemoteAnswer{{100'000}}); // waits for room that will not come
    while (m_remote->reported < before + 1000)
        QThread::yieldCurrentThread(); // this thread takes nothing meanwhile
    remote.reset();
    QCOMPARE(m_remote->stops.load(), 1);
}

void TestProviderHost::aProviderMayLetEventsInWhileItCarriesOutACommand()
{
    PatientProvider::Progress progress;
    ProviderHost patient(
        &server(), [&progress] { return std::make_unique<PatientProvider>(&progress); }, ProviderHost::Threading::Own);
    QTRY_COMPARE(world().devices().size(), size_t(3));
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QTRY_VERIFY(progress.waits);
    patient.stimulate(Stimuli::RemoteAnswer{{1}});
    QTRY_VERIFY(progress.hasWaited);
}

void TestProviderHost::aServerMayGoFirst_data() { deathClosesItsOwnLinesOnly_data(); }

void TestProviderHost::aServerMayGoFirst()
{
    QFETCH(const ProviderHost::Threading, threading);
    auto own = std::make_unique<TelephonyServer>(&clock());
    m_remote = std::make_unique<Remote>();
    ProviderHost remote(
        own.get(), [this] { return std::make_unique<RemoteProvider>(m_remote.get()); }, threading);
    QTRY_COMPARE(own->world().devices().size(), size_t(2));
    own.reset();
}

void TestProviderHost::stimuliAreIgnoredByAProviderThatKnowsNone()
{
    ProviderHost plain(
        &server(), [] { return std::make_unique<PlainProvider>(); }, ProviderHost::Threading::Server);
    const QStringList before = world().dump();
    const quint64 seq = world().seq();
    plain.stimulate(Stimuli::NewIncomingCall{{1}, {}, {}});
    plain.stimulate(Stimuli::Die{u"now"_s});
    clock().advance(3600_s);
    QCOMPARE(world().dump(), before);
    QCOMPARE(world().seq(), seq);
    QVERIFY(world().provider(plain.id())->up);
}

void TestProviderHost::healthIsToldWhenItChanges()
{
    const ProviderId id = provider().id();
    const auto eventsOf = [&](const Health &health) {
        const quint64 before = world().seq();
        server().setHealth(id, health);
        return world().seq() - before;
    };
    server().setHealth(id, {true, {}});
    QCOMPARE(eventsOf({true, {}}), 0u); // nothing new
    QCOMPARE(eventsOf(Health()), 1u);   // down until something else is said
    QVERIFY(!world().provider(id)->up);
    QCOMPARE(eventsOf({false, u"reconnecting in 4 s"_s}), 1u);
    QCOMPARE(world().provider(id)->text, u"reconnecting in 4 s"_s);
    QCOMPARE(eventsOf({false, u"reconnecting in 4 s"_s}), 0u);
    QCOMPARE(eventsOf({true, {}}), 1u);
    QVERIFY(world().provider(id)->up);
    QCOMPARE(world().provider(id)->text, QString());
}

void TestProviderHost::aProviderThatIsNotThereCanDoNothing()
{
    QVERIFY(server().abilities(provider().id()) == FakeProvider::everything);
    QVERIFY(server().abilities({}) == ProviderAbilities());
    QVERIFY(server().abilities({99}) == ProviderAbilities());
}

QTEST_GUILESS_MAIN(TestProviderHost)

#include "tst_providerhost.moc"
