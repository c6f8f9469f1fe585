// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TelephonyServer tells its observers: batches, and the same facts one by one.

#include "journal/eventjson.h"
#include "serverfixture.h"

#include <QMetaMethod>
#include <QSignalSpy>

#include <memory>
#include <vector>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestSignals : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void factsAreToldInOrderWithTheirValues();
    void aBatchCarriesEverythingOnce();
    void oneReportIsOneBatch();
    void anObserverMayActWhileItIsTold();
    void anObserverSeesTheWorldAfterTheBatch();
    void factsAreNotToldTwice();
    void aDeviceThatComesIsTold();
    void whatIsNoFactOfItsOwnIsToldByTheBatchOnly();
};

void TestSignals::factsAreToldInOrderWithTheirValues()
{
    QStringList told;
    TelephonyServer *s = &server();
    const auto tell = [&told](const QString &text) { told.append(text); };
    connect(s, &TelephonyServer::appInitialized, this, [&](HLineApp app) { tell(shortName(app) + u" initialized"_s); });
    connect(s, &TelephonyServer::appShutdown, this, [&](HLineApp app, ShutdownReason reason) {
        tell(shortName(app) + u' ' + QLatin1StringView(toString(reason)));
    });
    connect(s, &TelephonyServer::deviceAdded, this, [&](DeviceId device) { tell(shortName(device) + u" added"_s); });
    connect(s, &TelephonyServer::deviceRemoved, this,
            [&](DeviceId device) { tell(shortName(device) + u" removed"_s); });
    connect(s, &TelephonyServer::deviceStateChanged, this, [&](DeviceId device, bool inService) {
        tell(shortName(device) + (inService ? u" in service"_s : u" out of service"_s));
    });
    connect(s, &TelephonyServer::lineOpened, this,
            [&](HLine line, HLineApp app) { tell(shortName(line) + u" opened by "_s + shortName(app)); });
    connect(s, &TelephonyServer::lineClosed, this, [&](HLine line, LineCloseReason reason) {
        tell(shortName(line) + u" closed: "_s + QLatin1StringView(toString(reason)));
    });
    connect(s, &TelephonyServer::callCreated, this, [&](CallId call) { tell(shortName(call) + u" created"_s); });
    connect(s, &TelephonyServer::callStateChanged, this,
            [&](CallId call, CallState state, CallState previous, quint32 mode) {
                tell(u"%1 %2 -> %3 %4"_s.arg(shortName(call), nameOf(previous), nameOf(state), modeName(state, mode)));
            });
    connect(s, &TelephonyServer::callInfoChanged, this,
            [&](CallId call, CallInfoStates changed) { tell(shortName(call) + u' ' + namesOf(changed).join(u'|')); });
    connect(s, &TelephonyServer::callReleased, this, [&](CallId call) { tell(shortName(call) + u" released"_s); });
    connect(s, &TelephonyServer::handleCreated, this, [&](HCall handle, CallId call, HLineApp app) {
        tell(u"%1 on %2 for %3"_s.arg(shortName(handle), shortName(call), shortName(app)));
    });
    connect(s, &TelephonyServer::handlePrivilegeChanged, this,
            [&](HCall handle, Privilege privilege) { tell(shortName(handle) + u' ' + nameOf(privilege)); });
    connect(s, &TelephonyServer::handleVoided, this, [&](HCall handle, VoidReason reason) {
        tell(shortName(handle) + u" void: "_s + QLatin1StringView(toString(reason)));
    });
    connect(s, &TelephonyServer::messagePosted, this,
            [&](HLineApp app, const LineMessage &message) { tell(shortName(app) + u": "_s + toText(message)); });
    connect(s, &TelephonyServer::providerStateChanged, this, [&](ProviderId id, bool up, const QString &text) {
        tell(shortName(id) + (up ? u" up"_s : u" down: "_s + text));
    });
    connect(s, &TelephonyServer::findingRaised, this, [&](const Finding &finding) { tell(toText(finding)); });

    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("B").opens(1, Privilege::None));
    QVERIFY(app("B").asksForNewCalls());
    QVERIFY(app("B").becomes(Privilege::Owner, 1));
    provider().says(1, FakeProvider::voice(), CallInfoState::CallerId);
    provider().says(1, CallState::Idle);
    provider().says(1, CallState::Connected);
    QVERIFY(app("B").deallocates(1));
    QVERIFY(app("A").shutsDown(true));
    provider().reports(Reports::DeviceState{FakeProvider::line(2), false, true, {}});
    provider().removesDevice(2);
    provider().dies(u"gone"_s);
    const QStringList expected = {
        u"A1 initialized"_s,
        u"L1 opened by A1"_s,
        u"C1 created"_s,
        u"C1 UNKNOWN -> OFFERING ACTIVE"_s,
        u"H1 on C1 for A1"_s,
        u"A1: LINE_APPNEWCALL L1 H1 OWNER"_s,
        u"A1: LINE_CALLSTATE H1 OFFERING ACTIVE OWNER"_s,
        u"A2 initialized"_s,
        u"L2 opened by A2"_s,
        u"H2 on C1 for A2"_s,
        u"A1: LINE_CALLINFO H1 NUMMONITORS"_s,
        u"H2 OWNER"_s,
        u"A1: LINE_CALLINFO H1 NUMOWNERINCR|NUMMONITORS"_s,
        u"C1 CALLERID"_s,
        u"A2: LINE_CALLINFO H2 CALLERID"_s,
        u"A1: LINE_CALLINFO H1 CALLERID"_s,
        u"C1 OFFERING -> IDLE "_s,
        u"A2: LINE_CALLSTATE H2 IDLE OWNER"_s, // the first one since it got its handle (M-30)
        u"A1: LINE_CALLSTATE H1 IDLE"_s,
        u"V-15 violation C1"_s,
        u"H2 void: deallocated"_s,
        u"H1 void: appCrashed"_s,
        u"C1 released"_s,
        u"L1 closed: crashed"_s,
        u"A1 crashed"_s,
        u"D2 out of service"_s,
        u"D2 removed"_s,
        u"A2: LINE_REMOVE D2"_s,
        u"L2 closed: provider"_s,
        u"A2: LINE_CLOSE L2"_s,
        u"D1 out of service"_s,
        u"P1 down: gone"_s,
    };
    // Between applications there is no order (M-49): compare without it.
    QStringList sorted = expected;
    QStringList toldSorted = told;
    sorted.sort();
    toldSorted.sort();
    QCOMPARE(toldSorted, sorted);
    QCOMPARE(told.first(), expected.first());
    QCOMPARE(told.last(), expected.last());
}

void TestSignals::aBatchCarriesEverythingOnce()
{
    EventBatch all;
    connect(&server(), &TelephonyServer::advanced, this, [&](const EventBatch &batch) { all.append(batch); });
    const qsizetype before = server().journal().count();
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QVERIFY(app("A").closes());
    QCOMPARE(all.size(), server().journal().count() - before);
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY(all.at(i) == server().journal().at(before + i));
}

void TestSignals::oneReportIsOneBatch()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QSignalSpy spy(&server(), &TelephonyServer::advanced);
    provider().offers(1); // two reports, one batch, one time
    QCOMPARE(spy.size(), 1);
    const auto batch = spy.first().first().value<EventBatch>();
    for (const Event &event : batch)
        QCOMPARE(event.time, clock().now());
    QVERIFY(app("A").answers(1));
    QCOMPARE(spy.size(), 2);
}

void TestSignals::anObserverMayActWhileItIsTold()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QList<quint64> seqs;
    connect(&server(), &TelephonyServer::advanced, this, [&](const EventBatch &batch) {
        for (const Event &event : batch) {
            seqs.append(event.seq);
            const auto *state = std::get_if<Events::CallState>(&event.payload);
            if (state && state->state == CallState::Offering)
                app("A").answers(1);
        }
    });
    provider().offers(1);
    QCOMPARE(provider().commands("TSPI_lineAnswer"), lines("TSPI_lineAnswer R1 C1 d501"));
    for (qsizetype i = 1; i < seqs.size(); ++i)
        QCOMPARE(seqs.at(i), seqs.at(i - 1) + 1); // told afterwards, in order
    QCOMPARE(seqs.last(), world().seq());
}

void TestSignals::anObserverSeesTheWorldAfterTheBatch()
{
    World mine;
    server().journal().forEach([&](const Event &event) { mine.apply(event); });
    connect(&server(), &TelephonyServer::advanced, this, [&](const EventBatch &batch) {
        mine.apply(batch);
        QVERIFY(mine == world());
    });
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    provider().says(1, CallState::Idle);
    QVERIFY(app("A").deallocates(1));
    QVERIFY(mine == world());
}

void TestSignals::factsAreNotToldTwice()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    QSignalSpy states(&server(), &TelephonyServer::callStateChanged);
    provider().offers(1);
    QCOMPARE(states.size(), 1);
    provider().says(1, CallState::Idle);
    provider().says(1, CallState::Idle); // discarded
    QCOMPARE(states.size(), 2);
}

void TestSignals::aDeviceThatComesIsTold() // L-33
{
    QSignalSpy devices(&server(), &TelephonyServer::deviceAdded);
    provider().addsDevice(3);
    provider().addsDevice(3); // the same again
    QCOMPARE(devices.size(), 1);
    QCOMPARE(devices.first().first().value<DeviceId>(), DeviceId{3});
}

void TestSignals::whatIsNoFactOfItsOwnIsToldByTheBatchOnly()
{
    QVERIFY(app("A").opens(1, Privilege::Owner));
    provider().offers(1);
    QStringList kinds;
    connect(&server(), &TelephonyServer::advanced, this, [&kinds](const EventBatch &batch) {
        for (const Event &event : batch)
            kinds.append(toJson(event).value("event"_L1).toString());
    });
    std::vector<std::unique_ptr<QSignalSpy>> facts;
    const QMetaObject &meta = TelephonyServer::staticMetaObject;
    for (int i = meta.methodOffset(); i < meta.methodCount(); ++i) {
        const QMetaMethod method = meta.method(i);
        if (method.methodType() == QMetaMethod::Signal && method.name() != "advanced")
            facts.push_back(std::make_unique<QSignalSpy>(&server(), method));
    }
    QVERIFY(facts.size() > 15);
    provider().reports(Reports::CallBytes{FakeProvider::call(1), 640});
    QVERIFY(server().execute(app("A").id(), Requests::GetCallInfo{app("A").on(1)}).ok());
    QVERIFY(server().execute(app("A").id(), Requests::Answer{app("A").on(1)}).ok());
    QCOMPARE(
        kinds,
        (QStringList{u"report"_s, u"callBytes"_s, u"request"_s, u"result"_s, u"request"_s, u"command"_s, u"result"_s}));
    for (const auto &fact : facts)
        QVERIFY2(fact->isEmpty(), fact->signal().constData());
}

QTEST_GUILESS_MAIN(TestSignals)

#include "tst_signals.moc"
