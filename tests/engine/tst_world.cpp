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
    void whatIsNotThereChangesNothing_data();
    void whatIsNotThereChangesNothing();
    void aHandleOnAnIdleCallThatNobodyHeldIsRetained();
    void anIdleCallThatNobodyHoldsRetainsNothing();
    void aCallEndsOnce();
    void aDeviceThatIsAddedAgainKeepsItsNumber();
    void aHandleOfNoLineIsOfNoApp();
    void dumpSaysWhatIsDownOrGone();

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

void TestWorld::whatIsNotThereChangesNothing_data()
{
    QTest::addColumn<EventPayload>("payload");
    const auto row = [](const char *name, const EventPayload &payload) { QTest::newRow(name) << payload; };
    const auto info = std::make_shared<const DeviceInfo>();
    const auto opened = [](quint32 app, quint32 device) {
        Events::LineOpened event;
        event.line = {9};
        event.app = {app};
        event.device = {device};
        return event;
    };
    row("no provider", Events::ProviderState{{}, true, u"Nobody"_s, u"text"_s});
    row("unknown application ends", Events::AppShutdown{{9}, ShutdownReason::Crashed});
    row("no device is added", Events::DeviceAdded{{}, {1}, {109}, info});
    row("no device is removed", Events::DeviceRemoved{{}});
    row("unknown device is removed", Events::DeviceRemoved{{9}});
    row("state of no device", Events::DeviceState{{}, {109}, false, false, u"text"_s});
    row("state of an unknown device", Events::DeviceState{{9}, {109}, false, false, u"text"_s});
    row("line of an unknown application", opened(9, 1));
    row("line of an unknown device", opened(1, 9));
    row("unknown line is closed", Events::LineClosed{{9}, {1}, {1}, LineCloseReason::Provider, u"text"_s});
    row("line is closed by an unknown application",
        Events::LineClosed{{1}, {9}, {1}, LineCloseReason::Provider, u"text"_s});
    row("line of an unknown device is closed", Events::LineClosed{{1}, {1}, {9}, LineCloseReason::Provider, u"text"_s});
    row("call on an unknown device", Events::CallCreated{{9}, {9}, {509}, 100, {}});
    row("call that is there already", Events::CallCreated{{1}, {2}, {509}, 100, {}});
    row("state of an unknown call", Events::CallState{{9}, CallState::Idle, CallState::Connected, 0});
    row("record of an unknown call", Events::CallInfo{{9}, CallInfoState::Other, {}});
    row("bytes of an unknown call", Events::CallBytes{{9}, 100});
    row("unknown call is released", Events::CallReleased{{9}, {1}});
    row("handle on an unknown call", Events::HandleCreated{{9}, {9}, {1}, {1}, Privilege::Owner, 44});
    row("handle of an unknown line", Events::HandleCreated{{9}, {1}, {9}, {1}, Privilege::Owner, 44});
    row("handle of an unknown application", Events::HandleCreated{{9}, {1}, {1}, {9}, Privilege::Owner, 44});
    row("handle that is there already", Events::HandleCreated{{1}, {2}, {2}, {2}, Privilege::Monitor, 44});
    row("privilege of an unknown handle", Events::HandlePrivilege{{9}, {1}, {1}, Privilege::Monitor});
    row("unknown handle ends", Events::HandleVoided{{9}, {1}, {1}, {1}, VoidReason::Deallocated, false, 0});
    row("handle of an unknown line ends", Events::HandleVoided{{1}, {1}, {9}, {1}, VoidReason::Deallocated, false, 0});
    row("handle of an unknown application ends",
        Events::HandleVoided{{1}, {1}, {1}, {9}, VoidReason::Deallocated, false, 0});
    row("handle of another line ends", Events::HandleVoided{{1}, {1}, {2}, {2}, VoidReason::Deallocated, false, 0});
}

void TestWorld::whatIsNotThereChangesNothing()
{
    QFETCH(const EventPayload, payload);
    m_teller.setUp();
    m_teller.newCall(1, 300);
    m_teller.newCall(2, 500);
    m_teller.handle(1, 1, 1);
    const QStringList before = m_teller.world.dump();
    const Totals totals = m_teller.world.totals();
    m_teller.tell(payload);
    QCOMPARE(m_teller.world.dump(), before);
    QVERIFY(m_teller.world.totals() == totals);
    QCOMPARE(m_teller.world.device({1})->closedText, QString());
    QCOMPARE(m_teller.world.seq(), m_teller.told.last().seq); // it has been told all the same
}

void TestWorld::aHandleOnAnIdleCallThatNobodyHeldIsRetained() // F-61, G-4
{
    m_teller.setUp();
    m_teller.newCall(1, 300);
    m_teller.state(1, CallState::Idle);
    const World &world = m_teller.world;
    QCOMPARE(world.totals().retainedCalls, 0u);
    QCOMPARE(world.totals().retainedProviderBytes, 0u);
    m_teller.handle(1, 1, 1, Privilege::Monitor);
    QCOMPARE(world.totals().retainedCalls, 1u);
    QCOMPARE(world.totals().retainedHandles, 1u);
    QCOMPARE(world.totals().retainedProviderBytes, 300u);
    QCOMPARE(world.totals().retainedLibraryBytes, world.totals().libraryBytes);
    m_teller.handle(2, 1, 2, Privilege::Monitor); // the call is counted once
    QCOMPARE(world.totals().retainedCalls, 1u);
    QCOMPARE(world.totals().retainedHandles, 2u);
    QCOMPARE(world.totals().retainedProviderBytes, 300u);
    QCOMPARE(world.totals().retainedLibraryBytes, world.totals().libraryBytes);
}

void TestWorld::anIdleCallThatNobodyHoldsRetainsNothing() // G-4
{
    m_teller.setUp();
    m_teller.newCall(1, 300);
    m_teller.state(1, CallState::Idle);
    CallInfo longer;
    longer.comment = QString(1000, u'x');
    m_teller.tell(Events::CallInfo{{1}, CallInfoState::Other, PackedCallInfo(longer)});
    m_teller.tell(Events::CallBytes{{1}, 900});
    const Totals totals = m_teller.world.totals();
    QCOMPARE(totals.providerBytes, 900u);
    QCOMPARE(totals.libraryBytes, quint64(World::bytesOf(*m_teller.world.call({1}))));
    QCOMPARE(totals.retainedProviderBytes, 0u);
    QCOMPARE(totals.retainedLibraryBytes, 0u);
    m_teller.released(1);
    QCOMPARE(m_teller.world.totals().providerBytes, 0u);
    QCOMPARE(m_teller.world.totals().libraryBytes, 0u);
}

void TestWorld::aCallEndsOnce() // S-21
{
    m_teller.setUp();
    m_teller.newCall(1);
    m_teller.newCall(2);
    m_teller.handle(1, 1, 1);
    m_teller.state(1, CallState::Idle);
    m_teller.state(1, CallState::Idle);
    QCOMPARE(m_teller.world.totals().liveCalls, 1u);
    QCOMPARE(m_teller.world.device({1})->calls, 1u);
    QCOMPARE(m_teller.world.totals().retainedHandles, 1u);
}

void TestWorld::aDeviceThatIsAddedAgainKeepsItsNumber() // O-17
{
    m_teller.setUp();
    DeviceInfo info;
    info.name = u"PJSIP/101"_s;
    m_teller.tell(Events::DeviceAdded{{1}, {1}, {177}, std::make_shared<const DeviceInfo>(info)});
    QCOMPARE(m_teller.world.devices().size(), size_t(2));
    QCOMPARE(m_teller.world.device({1})->info.name, u"PJSIP/101"_s);
    QCOMPARE(m_teller.world.device({1})->opens, 2u);
}

void TestWorld::aHandleOfNoLineIsOfNoApp()
{
    m_teller.setUp();
    Handle handle;
    QVERIFY(m_teller.world.appOf(handle).isNull());
    handle.line = {9};
    QVERIFY(m_teller.world.appOf(handle).isNull());
    handle.line = {2};
    QCOMPARE(m_teller.world.appOf(handle), HLineApp{2});
    QVERIFY(!m_teller.world.device({}));
    QVERIFY(!m_teller.world.device({3}));
}

void TestWorld::dumpSaysWhatIsDownOrGone()
{
    m_teller.setUp();
    QVERIFY(m_teller.world.dump().join(u'\n').contains(u"P1 Fake up"));
    m_teller.tell(Events::ProviderState{{1}, false, {}, u"no answer"_s});
    m_teller.tell(Events::DeviceState{{1}, {101}, false, true, {}});
    m_teller.tell(Events::DeviceRemoved{{2}});
    const QStringList dump = m_teller.world.dump();
    QVERIFY(dump.contains(u"P1 Fake down no answer"_s));
    QVERIFY(dump.contains(u"D1  out of service opens 2 calls 0 handles 0 retained 0"_s));
    QVERIFY(dump.contains(u"D2  removed out of service opens 0 calls 0 handles 0 retained 0"_s));
}

QTEST_APPLESS_MAIN(TestWorld)

#include "tst_world.moc"
