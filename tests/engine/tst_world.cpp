// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// World::apply, event by event, without a server: what each event changes, and nothing else.

#include "worldcheck.h"

#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

// Applies events one second apart.
class Teller {
public:
    World world;
    EventBatch told;

    template<class Payload>
    void tell(Payload payload)
    {
        const Event event{m_seq, Microseconds(m_seq) * 1_s, std::move(payload)};
        ++m_seq;
        told.append(event);
        world.apply(event);
    }

    void setUp() // P1 with D1 and D2, A1 and A2 with L1 and L2 on D1
    {
        tell(Events::ProviderState{{1}, true, u"Fake"_s, {}});
        for (const quint32 device : {1u, 2u})
            tell(Events::DeviceAdded{{device}, {1}, {100 + device}, std::make_shared<const DeviceInfo>()});
        for (const quint32 app : {1u, 2u}) {
            tell(Events::AppInitialized{{app}, std::make_shared<const Requests::InitializeEx>()});
            Events::LineOpened opened;
            opened.line = {app};
            opened.app = {app};
            opened.device = {1};
            opened.privileges = Privilege::Owner;
            tell(opened);
        }
    }
    void newCall(quint32 call, quint32 bytes = 0)
    {
        CallInfo info;
        info.callerId = u"5551"_s;
        tell(Events::CallCreated{{call}, {1}, {500 + call}, bytes, PackedCallInfo(info)});
    }
    void state(quint32 call, CallState state, quint32 mode = 0)
    {
        tell(Events::CallState{{call}, state, world.call({call})->state, mode});
    }
    void handle(quint32 handle, quint32 call, quint32 line, Privilege privilege = Privilege::Owner)
    {
        tell(Events::HandleCreated{{handle}, {call}, {line}, {line}, privilege, World::bytesPerHandle()});
    }
    void voided(quint32 handle)
    {
        const Handle *held = world.handle({handle});
        tell(Events::HandleVoided{
            {handle}, held->call, held->line, world.appOf(*held), VoidReason::Deallocated, false, 0});
    }
    void released(quint32 call) { tell(Events::CallReleased{{call}, {1}}); }

private:
    quint64 m_seq = 1;
};

} // namespace

class TestWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aProviderIsUpOrSaysWhyNot();
    void aDeviceKeepsItsNumberWhenItIsRemoved();
    void aDeviceOutOfServiceSaysWhyAndKeepsItsHandles();
    void anAppIsWhatItsRegistrationSaid();
    void aLineIsWhatItWasOpenedAs();
    void theProvidersWordsStayUntilTheLineIsOpenedAgain();
    void aCallRemembersHowItWasDisconnected();
    void aCallGoesWhenItIsReleasedNotWhenItIsIdle();
    void aCallThatIsReleasedAliveCountsNoMore();
    void handlesOfACallAreLinkedNewestFirst();
    void aPrivilegeIsCountedOnce();
    void whatIdleCallsHoldIsCountedAsRetained();
    void bytesFollowTheRecord();
    void handlesAreBornWhenTheyWereCreated();
    void messagesAndRequestsChangeNothingButTheTime();
    void aFindingIsCounted();
    void aCopyIsASnapshot();
    void equalStoriesMakeEqualWorlds();
    void dumpTellsWorldsApart();

private:
    Teller m_teller;
};

void TestWorld::cleanup()
{
    QCOMPARE(contradictions(m_teller.world), QStringList());
    World again;
    again.apply(m_teller.told);
    QVERIFY(again == m_teller.world);
    m_teller = Teller();
}

void TestWorld::aProviderIsUpOrSaysWhyNot()
{
    m_teller.tell(Events::ProviderState{{1}, false, u"Fake"_s, u"connecting"_s});
    m_teller.tell(Events::ProviderState{{1}, true, {}, {}});
    QCOMPARE(m_teller.world.providers().size(), size_t(1));
    QVERIFY(m_teller.world.provider({1})->up);
    QCOMPARE(m_teller.world.provider({1})->name, u"Fake"_s); // only the first event has it
    QCOMPARE(m_teller.world.provider({1})->text, QString());
    QVERIFY(!m_teller.world.provider({2}));
    QVERIFY(!m_teller.world.provider({}));
}

void TestWorld::aDeviceKeepsItsNumberWhenItIsRemoved() // L-31
{
    m_teller.setUp();
    m_teller.tell(Events::DeviceRemoved{{2}});
    QCOMPARE(m_teller.world.devices().size(), size_t(2));
    QVERIFY(m_teller.world.device({2})->removed);
    QVERIFY(!m_teller.world.device({1})->removed);
    QCOMPARE(deviceNumber(m_teller.world.device({2})->id), 1u);
}

void TestWorld::aDeviceOutOfServiceSaysWhyAndKeepsItsHandles()
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    m_teller.tell(Events::DeviceState{{1}, {101}, false, true, u"unregistered"_s});
    QVERIFY(!m_teller.world.device({1})->info.inService);
    QCOMPARE(m_teller.world.device({1})->info.stateText, u"unregistered"_s);
    QVERIFY(m_teller.world.handle({1}));
    m_teller.tell(Events::DeviceState{{1}, {177}, true, true, {}});
    QVERIFY(m_teller.world.device({1})->info.inService);
    QCOMPARE(m_teller.world.device({1})->driver, DriverLine{177}); // named anew
}

void TestWorld::anAppIsWhatItsRegistrationSaid()
{
    const Requests::InitializeEx request{u"Desk"_s, u"desk.exe"_s, ApiVersion::V2_1, 4711, true};
    m_teller.tell(Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>(request)});
    const App *app = m_teller.world.app({1});
    QCOMPARE(app->name, u"Desk"_s);
    QCOMPARE(app->moduleName, u"desk.exe"_s);
    QVERIFY(app->apiVersion == ApiVersion::V2_1);
    QCOMPARE(app->pid, 4711);
    QVERIFY(app->monitor); // G-13
    QCOMPARE(app->since, 1_s);
    m_teller.tell(Events::AppShutdown{{1}, ShutdownReason::Crashed});
    QVERIFY(!m_teller.world.app({1}));
}

void TestWorld::aLineIsWhatItWasOpenedAs() // G-1
{
    m_teller.setUp();
    Events::LineOpened opened;
    opened.line = {9};
    opened.app = {2};
    opened.device = {2};
    opened.apiVersion = ApiVersion::V1_4;
    opened.privileges = Privilege::Owner | Privilege::Monitor;
    opened.mediaModes = MediaMode::G3Fax;
    opened.options = OpenOption::SingleAddress;
    opened.addressId = 3;
    m_teller.tell(opened);
    const Line *line = m_teller.world.line({9});
    QVERIFY(line->apiVersion == ApiVersion::V1_4);
    QVERIFY(line->privileges == (Privilege::Owner | Privilege::Monitor));
    QVERIFY(line->mediaModes == MediaModes(MediaMode::G3Fax));
    QVERIFY(line->options == OpenOptions(OpenOption::SingleAddress));
    QCOMPARE(line->addressId, 3u);
    QCOMPARE(m_teller.world.app({2})->lines, 2u);
    QCOMPARE(m_teller.world.device({2})->opens, 1u); // L-11
}

void TestWorld::theProvidersWordsStayUntilTheLineIsOpenedAgain() // L-26
{
    m_teller.setUp();
    m_teller.tell(Events::LineClosed{{1}, {1}, {1}, LineCloseReason::App, {}});
    QCOMPARE(m_teller.world.device({1})->closedText, QString());
    m_teller.tell(Events::LineClosed{{2}, {2}, {1}, LineCloseReason::Provider, u"licence expired"_s});
    QCOMPARE(m_teller.world.device({1})->closedText, u"licence expired"_s);
    QCOMPARE(m_teller.world.device({1})->opens, 0u);
    Events::LineOpened opened;
    opened.line = {3};
    opened.app = {1};
    opened.device = {1};
    m_teller.tell(opened);
    QCOMPARE(m_teller.world.device({1})->closedText, QString());
}

void TestWorld::aCallRemembersHowItWasDisconnected() // S-29, I-73
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    m_teller.state(1, CallState::Disconnected, quint32(DisconnectMode::Busy));
    m_teller.state(1, CallState::Idle);
    const Call *call = m_teller.world.call({1});
    QVERIFY(call->isIdle());
    QCOMPARE(call->mode, 0u);
    QCOMPARE(call->disconnectMode, quint32(DisconnectMode::Busy));
    QCOMPARE(call->stateSince, m_teller.world.time());
    QVERIFY(call->created < call->stateSince);
}

void TestWorld::aCallGoesWhenItIsReleasedNotWhenItIsIdle() // O-9, H-4
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    m_teller.state(1, CallState::Idle);
    QVERIFY(m_teller.world.call({1}));
    m_teller.voided(1);
    m_teller.released(1);
    QVERIFY(!m_teller.world.call({1}));
    QVERIFY(m_teller.world.totals().libraryBytes == 0); // back to the base line
}

void TestWorld::aCallThatIsReleasedAliveCountsNoMore() // H-25
{
    m_teller.setUp();
    m_teller.newCall(1, 300);
    m_teller.handle(1, 1, 1);
    QCOMPARE(m_teller.world.device({1})->calls, 1u);
    m_teller.voided(1);
    m_teller.released(1);
    QCOMPARE(m_teller.world.totals().liveCalls, 0u);
    QCOMPARE(m_teller.world.totals().providerBytes, 0u);
    QCOMPARE(m_teller.world.device({1})->calls, 0u);
}

void TestWorld::handlesOfACallAreLinkedNewestFirst()
{
    m_teller.setUp();
    m_teller.newCall(1);
    Events::LineOpened third;
    third.line = {3};
    third.app = {1};
    third.device = {1};
    m_teller.tell(third);
    m_teller.handle(1, 1, 1);
    m_teller.handle(2, 1, 2, Privilege::Monitor);
    m_teller.tell(Events::HandleCreated{{3}, {1}, {3}, {1}, Privilege::Monitor, 0});
    const auto order = [this] {
        QString result;
        m_teller.world.forEachHandle(*m_teller.world.call({1}),
                                     [&](const Handle &handle) { result += shortName(handle.id); });
        return result;
    };
    QCOMPARE(order(), u"H3H2H1"_s);
    m_teller.voided(2); // from the middle
    QCOMPARE(order(), u"H3H1"_s);
    m_teller.voided(3); // the first
    QCOMPARE(order(), u"H1"_s);
    m_teller.voided(1);
    QCOMPARE(order(), QString());
    QCOMPARE(m_teller.world.totals().handlesCreated, 3u);
    QCOMPARE(m_teller.world.totals().handlesVoided, 3u);
}

void TestWorld::aPrivilegeIsCountedOnce() // P-27, P-28
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1, Privilege::Owner);
    m_teller.handle(2, 1, 2, Privilege::Monitor);
    QCOMPARE(m_teller.world.call({1})->owners, 1u);
    QCOMPARE(m_teller.world.call({1})->monitors, 1u);
    m_teller.tell(Events::HandlePrivilege{{2}, {1}, {2}, Privilege::Owner});
    QCOMPARE(m_teller.world.call({1})->owners, 2u);
    QCOMPARE(m_teller.world.call({1})->monitors, 0u);
    m_teller.tell(Events::HandlePrivilege{{2}, {1}, {2}, Privilege::Owner}); // again: the same
    QCOMPARE(m_teller.world.call({1})->owners, 2u);
    m_teller.voided(1);
    m_teller.tell(Events::HandlePrivilege{{2}, {1}, {2}, Privilege::Monitor});
    QVERIFY(m_teller.world.call({1})->isUnowned()); // P-31
}

void TestWorld::whatIdleCallsHoldIsCountedAsRetained() // G-4, I-85
{
    m_teller.setUp();
    m_teller.newCall(1, 300);
    m_teller.newCall(2, 500);
    m_teller.handle(1, 1, 1);
    m_teller.handle(2, 1, 2, Privilege::Monitor);
    m_teller.handle(3, 2, 1);
    const auto retained = [this] {
        const World &world = m_teller.world;
        return QList<quint64>{world.totals().retainedCalls, world.totals().retainedHandles,
                              world.device({1})->retained,  world.app({1})->retained,
                              world.line({2})->retained,    world.totals().retainedProviderBytes};
    };
    QCOMPARE(retained(), (QList<quint64>{0, 0, 0, 0, 0, 0}));
    m_teller.state(1, CallState::Idle);
    QCOMPARE(retained(), (QList<quint64>{1, 2, 2, 1, 1, 300}));
    m_teller.state(2, CallState::Idle);
    QCOMPARE(retained(), (QList<quint64>{2, 3, 3, 2, 1, 800}));
    QCOMPARE(m_teller.world.totals().retainedLibraryBytes, m_teller.world.totals().libraryBytes);
    m_teller.voided(2);
    QCOMPARE(retained(), (QList<quint64>{2, 2, 2, 2, 0, 800}));
    m_teller.handle(4, 1, 2, Privilege::Monitor); // F-61: found again by lineGetNewCalls
    QCOMPARE(retained(), (QList<quint64>{2, 3, 3, 2, 1, 800}));
    m_teller.voided(1);
    m_teller.voided(4);
    m_teller.released(1);
    QCOMPARE(retained(), (QList<quint64>{1, 1, 1, 1, 0, 500}));
}

void TestWorld::bytesFollowTheRecord()
{
    m_teller.setUp();
    m_teller.newCall(1);
    QCOMPARE(m_teller.world.totals().libraryBytes, quint64(World::bytesOf(*m_teller.world.call({1}))));
    const quint64 before = m_teller.world.totals().libraryBytes;
    CallInfo longer;
    longer.comment = QString(1000, u'x');
    m_teller.tell(Events::CallInfo{{1}, CallInfoState::Other, PackedCallInfo(longer)});
    QVERIFY(m_teller.world.totals().libraryBytes >= before + 1000 - 100);
    m_teller.tell(Events::CallBytes{{1}, 640});
    QCOMPARE(m_teller.world.totals().providerBytes, 640u);
    m_teller.tell(Events::CallBytes{{1}, 600});
    QCOMPARE(m_teller.world.totals().providerBytes, 600u);
    m_teller.handle(1, 1, 1);
    m_teller.state(1, CallState::Idle);
    m_teller.tell(Events::CallBytes{{1}, 100});
    m_teller.tell(Events::CallInfo{{1}, CallInfoState::Other, {}});
    QCOMPARE(m_teller.world.totals().retainedProviderBytes, 100u);
}

void TestWorld::handlesAreBornWhenTheyWereCreated()
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    const World &world = m_teller.world;
    QCOMPARE(world.bornAt(*world.handle({1})), world.time());
}

void TestWorld::messagesAndRequestsChangeNothingButTheTime()
{
    m_teller.setUp();
    const QStringList before = m_teller.world.dump();
    const Totals totals = m_teller.world.totals();
    m_teller.tell(Events::Message{{1}, {}});
    m_teller.tell(Events::RequestMade{{1}, std::make_shared<const Request>(Requests::Close{{1}})});
    m_teller.tell(Events::RequestResult{{1}, 4, LineError::InvalLineHandle, {}});
    m_teller.tell(Events::CommandSent{{1}, Commands::CloseLine{{101}}});
    m_teller.tell(Events::ReportReceived{{1}, Reports::DeviceRemoved{{101}}});
    QCOMPARE(m_teller.world.dump(), before);
    QVERIFY(m_teller.world.totals() == totals);
    QCOMPARE(m_teller.world.seq(), m_teller.told.last().seq);
    QCOMPARE(m_teller.world.time(), m_teller.told.last().time);
}

void TestWorld::aFindingIsCounted()
{
    m_teller.tell(Events::FindingRaised{std::make_shared<const Finding>()});
    QCOMPARE(m_teller.world.totals().findings, 1u);
}

void TestWorld::aCopyIsASnapshot()
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    const World snapshot = m_teller.world;
    const QStringList before = snapshot.dump();
    m_teller.state(1, CallState::Idle);
    m_teller.voided(1);
    m_teller.released(1);
    QCOMPARE(snapshot.dump(), before);
    QVERIFY(!(snapshot == m_teller.world));
    QCOMPARE(contradictions(snapshot), QStringList());
}

void TestWorld::equalStoriesMakeEqualWorlds()
{
    m_teller.setUp();
    m_teller.newCall(1);
    Teller other;
    other.setUp();
    QVERIFY(!(other.world == m_teller.world));
    other.newCall(1);
    QVERIFY(other.world == m_teller.world);
}

void TestWorld::dumpTellsWorldsApart()
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.handle(1, 1, 1);
    QStringList before = m_teller.world.dump();
    QCOMPARE(before.size(), 1 + 2 + 2 + 2 + 1 + 1);
    m_teller.state(1, CallState::Connected, quint32(ConnectedMode::Active));
    QVERIFY(m_teller.world.dump() != before);
}

QTEST_APPLESS_MAIN(TestWorld)

#include "tst_world.moc"
