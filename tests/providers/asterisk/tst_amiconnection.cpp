// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The connection over plain TCP: login, silence, cuts, refusals, and what it may say at all. Time stands still unless a
// test moves it; only the loopback's own delays are real.
#include "amiconnection.h"
#include "amipeer.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Linescope;
using namespace Linescope::Ami;
using namespace Qt::StringLiterals;

namespace {

const QByteArray canary = "c4n4ry-s3cret";

Settings settingsFor(quint16 port)
{
    Settings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = port;
    settings.user = u"monitor"_s;
    return settings;
}

QByteArray logged; // all that went to the log during the tests
QtMessageHandler qTestHandler = nullptr;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged += text.toUtf8() + '\n';
    qTestHandler(type, context, text);
}

// Says nothing while it is deaf, and stays connected.
struct DeafPeer : AmiPeer {
    DeafPeer()
    {
        secret = canary;
        answer = [this](const ReceivedAction &action) { return deaf ? QByteArray() : usualAnswer(action); };
    }
    bool deaf = false;
};

// Time goes by while the machine sleeps, and no timer runs.
struct SleepingClock : ManualClock {
    void sleep(Microseconds duration) { m_slept += duration; }
    Microseconds now() const override { return ManualClock::now() + m_slept; }
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override
    {
        ManualClock::callAt(when - m_slept, receiver, std::move(call));
    }

private:
    Microseconds m_slept = 0;
};

// A connection, and all it said.
struct Client {
    explicit Client(const Settings &settings)
        : connection(settings, &clock)
        , loggedIn(&connection, &Connection::loggedIn)
        , lost(&connection, &Connection::lost)
    {
        connection.setSecret(canary);
        QObject::connect(&connection, &Connection::healthChanged, &connection,
                         [this](const Health &health) { healths << health; });
        QObject::connect(&connection, &Connection::message, &connection, [this](const Message &message) {
            messages << (message.event().isEmpty() ? message.response() : message.event()).toByteArray();
        });
    }
    explicit Client(const AmiPeer &peer)
        : Client(settingsFor(peer.port()))
    {
    }
    bool logIn()
    {
        connection.open();
        return QTest::qWaitFor([this] { return connection.isLoggedIn() && messages.contains("FullyBooted"); });
    }
    QString text() const { return connection.health().text; }
    bool says(const QString &words) const { return text().contains(words); }

    SleepingClock clock;
    Connection connection;
    QSignalSpy loggedIn;
    QSignalSpy lost;
    QList<Health> healths;
    QList<QByteArray> messages;
};

} // namespace

class TestAmiConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qTestHandler = qInstallMessageHandler(keepLog); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void logsInWithoutSendingThePassword();
    void logsInWithThePassword();
    void tellsARefusedPasswordAndTriesAgainLate();
    void refusesAPasswordThatWouldBreakTheLine();
    void refusesPlainTcpToAnotherMachine_data();
    void refusesPlainTcpToAnotherMachine();
    void connectsInsecurelyWhenAllowed();
    void tellsThatNobodyListens();
    void tellsAServerThatIsNotAsterisk_data();
    void tellsAServerThatIsNotAsterisk();
    void pingsAnIdleServerAndFindsAHalfOpenConnection();
    void asksFirstAfterTheMachineHasSlept_data();
    void asksFirstAfterTheMachineHasSlept();
    void doesNotPingABusyServer();
    void comesBackAfterACutLongerAndLonger();
    void startsTheBackOffAnewAfterAStableTime();
    void countsTheSecondsUntilItReconnects();
    void tellsAShutdown_data();
    void tellsAShutdown();
    void tellsWhichPermissionIsMissing();
    void tellsThatTheServerIsNotBooted();
    void saysGoodbyeAndStaysSilent();
    void mayBeClosedFromWithinItsSignals_data();
    void mayBeClosedFromWithinItsSignals();
    void deliversResponsesWithTheActionIdOfTheRequest();
    void sendsNothingButWhatReads();
    void sendsOriginateAndHangupUnderControl();
    void boundsWhatItAsks();
    void neverLogsThePassword();
};

void TestAmiConnection::logsInWithoutSendingThePassword()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    QCOMPARE(client.loggedIn.size(), 1);
    QCOMPARE(client.connection.version(), "5.0.4"_ba);
    QCOMPARE(peer.receivedNames(), (QList<QByteArray>{"Challenge", "Login"}));
    QCOMPARE(peer.received().last().value("Events"), "call,system,agent,user,dtmf"_ba);
    QVERIFY(!peer.receivedBytes().contains(canary));
    QVERIFY(client.connection.health().up);
    QVERIFY2(client.says(u"Connected to 127.0.0.1"_s), qPrintable(client.text()));
}

void TestAmiConnection::logsInWithThePassword()
{
    AmiPeer peer;
    peer.secret = canary;
    Settings settings = settingsFor(peer.port());
    settings.md5 = false;
    Client client(settings);
    QVERIFY(client.logIn());
    QCOMPARE(peer.receivedNames(), QList<QByteArray>{"Login"});
    for (const Health &health : client.healths)
        QVERIFY(!health.text.contains(QString::fromLatin1(canary)));
}

void TestAmiConnection::tellsARefusedPasswordAndTriesAgainLate()
{
    AmiPeer peer;
    peer.secret = "another";
    Client client(peer);
    client.connection.open();
    QTRY_VERIFY2(client.says(u"refused the user name “monitor” or its password"_s), qPrintable(client.text()));
    QVERIFY(client.says(u"Reconnecting in 5 min"_s));
    QVERIFY(!client.connection.health().up);
    client.clock.advance(299_s);
    QCOMPARE(peer.connections(), 1);
    client.clock.advance(1_s);
    QTRY_COMPARE(peer.connections(), 2);
    QCOMPARE(client.lost.size(), 0);
    for (const Health &health : client.healths)
        QVERIFY(!health.text.contains(QString::fromLatin1(canary)));
}

void TestAmiConnection::refusesAPasswordThatWouldBreakTheLine()
{
    AmiPeer peer;
    Settings settings = settingsFor(peer.port());
    settings.md5 = false;
    Client client(settings);
    client.connection.setSecret("x\r\nAction: Originate");
    client.connection.open();
    QTRY_VERIFY2(client.says(u"Secret contains a control character"_s), qPrintable(client.text()));
    QCOMPARE(peer.receivedBytes(), QByteArray());
}

void TestAmiConnection::refusesPlainTcpToAnotherMachine_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"192.0.2.1", "pbx.example", "2001:db8::1", "localhost.pbx.example", "127.0.0.1.pbx.example", "0.0.0.0"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestAmiConnection::refusesPlainTcpToAnotherMachine()
{
    QFETCH(QString, host);
    Settings settings = settingsFor(5038);
    settings.host = host;
    Client client(settings);
    client.connection.open();
    QVERIFY2(client.says(u"Without TLS"_s), qPrintable(client.text()));
    client.clock.advance(3600_s);
    QCOMPARE(client.healths.size(), 1);
    QVERIFY(!client.connection.health().up);
}

void TestAmiConnection::connectsInsecurelyWhenAllowed()
{
    AmiPeer peer;
    peer.secret = canary;
    Settings settings = settingsFor(peer.port());
    settings.allowInsecure = true;
    Client client(settings);
    QVERIFY(client.logIn());
}

void TestAmiConnection::tellsThatNobodyListens()
{
    AmiPeer peer;
    Client client(peer);
    peer.stopListening();
    client.connection.open();
    QTRY_VERIFY2(client.says(u"refuses connections. Does Asterisk run there, with enabled = yes and this port in "
                             "manager.conf? Reconnecting in 1 s."_s),
                 qPrintable(client.text()));
}

void TestAmiConnection::tellsAServerThatIsNotAsterisk_data()
{
    QTest::addColumn<QByteArray>("banner");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("late"); // found only when the time is up
    QTest::addColumn<QString>("words");
    QTest::newRow("SSH") << "SSH-2.0-OpenSSH_9.2\r\n"_ba
                         << ""_ba << false << u"greeted with “SSH"_s;
    QTest::newRow("silence") << ""_ba
                             << ""_ba << true << u"does not greet"_s;
    QTest::newRow("an endless line") << QByteArray(200'000, 'x') << ""_ba << false << u"64 KiB"_s;
    QTest::newRow("a login without answer") << "Asterisk Call Manager/1\r\n"_ba
                                            << ""_ba << true << u"does not answer the login"_s;
    QTest::newRow("garbage after the greeting")
        << "Asterisk Call Manager/1\r\n"_ba << QByteArray(100'000, '\xa5') << false << u"64 KiB"_s;
    QTest::newRow("an answer without a challenge") << "Asterisk Call Manager/1\r\n"_ba
                                                   << "Response: Success\r\n\r\n"_ba << false << u"no login with MD5"_s;
}

void TestAmiConnection::tellsAServerThatIsNotAsterisk()
{
    QFETCH(QByteArray, banner);
    QFETCH(QByteArray, more);
    QFETCH(bool, late);
    QFETCH(QString, words);
    AmiPeer peer;
    peer.banner = banner;
    peer.answer = [more](const ReceivedAction &) { return more; };
    Client client(peer);
    client.connection.open();
    if (late) {
        QTRY_COMPARE(peer.connections(), 1);
        const auto *const socket = client.connection.findChild<QTcpSocket *>();
        QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
        if (!banner.isEmpty())
            QTRY_COMPARE(peer.receivedNames(), QList<QByteArray>{"Challenge"});
        client.clock.advance(15_s);
    }
    QTRY_VERIFY2(client.says(words), qPrintable(client.text()));
    QVERIFY(!client.connection.health().up);
    QCOMPARE(client.loggedIn.size(), 0);
    QCOMPARE(client.messages, QList<QByteArray>());
}

void TestAmiConnection::pingsAnIdleServerAndFindsAHalfOpenConnection()
{
    DeafPeer peer;
    Client client(peer);
    QVERIFY(client.logIn());
    client.clock.advance(9'900_ms);
    QCOMPARE(peer.receivedNames().size(), 2);
    client.clock.advance(100_ms);
    QTRY_COMPARE(peer.receivedNames(), (QList<QByteArray>{"Challenge", "Login", "Ping"}));
    QTRY_VERIFY(client.messages.last() == "Success"); // the answer, 10 s after the login

    peer.deaf = true; // silent since now, still connected
    client.clock.advance(10_s);
    QTRY_COMPARE(peer.receivedNames().size(), 4);
    client.clock.advance(4'900_ms);
    QCOMPARE(client.lost.size(), 0);
    client.clock.advance(100_ms);
    QCOMPARE(client.lost.size(), 1); // 15 s after the last byte
    QVERIFY2(client.says(u"has been silent for 15 s"_s), qPrintable(client.text()));
}

void TestAmiConnection::asksFirstAfterTheMachineHasSlept_data()
{
    QTest::addColumn<qint64>("asleepAfter"); // seconds
    QTest::addColumn<bool>("stillThere");
    for (const bool stillThere : {true, false}) {
        const char *const then = stillThere ? "the server is there" : "the server has gone";
        QTest::addRow("slept while it was quiet, %s", then) << qint64(3) << stillThere;
        QTest::addRow("slept while it was asked, %s", then) << qint64(12) << stillThere;
    }
}

void TestAmiConnection::asksFirstAfterTheMachineHasSlept()
{
    QFETCH(const qint64, asleepAfter);
    QFETCH(const bool, stillThere);
    DeafPeer peer;
    Client client(peer);
    QVERIFY(client.logIn());
    peer.deaf = true;
    client.clock.advance(asleepAfter * 1_s);
    const bool wasAsked = asleepAfter > 10;
    QTRY_COMPARE(peer.receivedNames().size(), wasAsked ? 3 : 2);
    client.clock.sleep(3600_s);
    peer.deaf = !stillThere;
    client.clock.advance((wasAsked ? 15_s : 10_s) - asleepAfter * 1_s); // when it looks again
    QCOMPARE(client.lost.size(), 0);
    QTRY_COMPARE(peer.receivedNames().last(), QByteArray("Ping"));
    QTRY_COMPARE(peer.receivedNames().size(), wasAsked ? 4 : 3);
    if (stillThere)
        QTRY_VERIFY(client.messages.last() == "Success");
    client.clock.advance(4'900_ms);
    QCOMPARE(client.lost.size(), 0);
    client.clock.advance(100_ms);
    QCOMPARE(client.lost.size(), stillThere ? 0 : 1);
}

void TestAmiConnection::doesNotPingABusyServer()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    for (int i = 1; i <= 10; ++i) {
        client.clock.advance(9_s);
        peer.send("Event: Newstate\r\nUniqueid: 1.1\r\n\r\n");
        QTRY_COMPARE(client.messages.count("Newstate"), i);
    }
    QVERIFY(!peer.receivedNames().contains("Ping"));
    QCOMPARE(client.lost.size(), 0);
}

void TestAmiConnection::comesBackAfterACutLongerAndLonger()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    int connections = 1;
    for (const Microseconds pause : {1_s, 2_s, 4_s, 8_s, 16_s, 30_s, 30_s}) {
        client.messages.clear();
        peer.cut();
        QTRY_COMPARE(client.lost.size(), connections);
        QVERIFY(!client.connection.isLoggedIn());
        QVERIFY(!client.connection.send(Action("Ping")).has_value());
        client.clock.advance(pause - 1);
        QVERIFY2(client.says(u"Reconnecting in 1 s."_s), qPrintable(client.text()));
        client.clock.advance(1);
        ++connections;
        QTRY_COMPARE(peer.connections(), connections);
        QTRY_VERIFY(client.messages.contains("FullyBooted"));
    }
    QCOMPARE(client.loggedIn.size(), connections);
    QVERIFY(client.connection.health().up);
}

void TestAmiConnection::startsTheBackOffAnewAfterAStableTime()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    peer.cut();
    QTRY_COMPARE(client.lost.size(), 1);
    client.clock.advance(1_s);
    QTRY_VERIFY(client.connection.isLoggedIn());
    for (int i = 0; i < 4; ++i) {
        client.clock.advance(8_s);
        const auto before = client.messages.size();
        peer.send("Event: Newstate\r\n\r\n");
        QTRY_VERIFY(client.messages.size() > before);
    }
    peer.cut();
    QTRY_COMPARE(client.lost.size(), 2);
    QVERIFY2(client.says(u"Reconnecting in 1 s."_s), qPrintable(client.text()));
}

void TestAmiConnection::countsTheSecondsUntilItReconnects()
{
    AmiPeer peer;
    Client client(peer);
    peer.stopListening();
    client.connection.open();
    for (const Microseconds pause : {1_s, 2_s}) {
        QTRY_VERIFY2(client.says(u"Reconnecting in %1 s."_s.arg(pause / 1_s)), qPrintable(client.text()));
        client.clock.advance(pause);
    }
    QTRY_VERIFY2(client.says(u"Reconnecting in 4 s."_s), qPrintable(client.text()));
    for (int left = 3; left > 0; --left) {
        client.clock.advance(1_s);
        QVERIFY2(client.says(u"Reconnecting in %1 s."_s.arg(left)), qPrintable(client.text()));
    }
}

void TestAmiConnection::tellsAShutdown_data()
{
    QTest::addColumn<QByteArray>("restart");
    QTest::addColumn<QString>("words");
    QTest::newRow("shutdown") << "False"_ba << u"was shut down."_s;
    QTest::newRow("restart") << "True"_ba << u"is restarting."_s;
}

void TestAmiConnection::tellsAShutdown()
{
    QFETCH(QByteArray, restart);
    QFETCH(QString, words);
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    peer.send("Event: Shutdown\r\nPrivilege: system,all\r\nShutdown: Cleanly\r\nRestart: " + restart + "\r\n\r\n");
    peer.socket()->disconnectFromHost();
    QTRY_COMPARE(client.lost.size(), 1);
    QVERIFY(client.lost.first().first().toString().endsWith(words));
    QVERIFY(client.messages.contains("Shutdown"));
    QVERIFY2(client.says(words + u" Reconnecting in 1 s."_s), qPrintable(client.text()));
}

void TestAmiConnection::tellsWhichPermissionIsMissing()
{
    AmiPeer peer;
    peer.secret = canary;
    peer.answer = [&peer](const ReceivedAction &action) {
        return action.name == "Status" || action.name.startsWith("PJSIP")
            ? AmiPeer::response(action, "Error", "Message: Permission denied\r\n")
            : peer.usualAnswer(action);
    };
    Client client(peer);
    QVERIFY(client.logIn());
    QVERIFY(client.connection.send(Action("CoreShowChannels")).has_value());
    QVERIFY(client.connection.send(Action("Status")).has_value());
    QTRY_VERIFY2(client.says(u"The account “monitor” may not use Status. Its section in manager.conf lacks this: "
                             "write = reporting"_s),
                 qPrintable(client.text()));
    QVERIFY(client.connection.send(Action("PJSIPShowEndpoints")).has_value());
    QVERIFY(client.connection.send(Action("Status")).has_value());
    QTRY_VERIFY2(client.says(u"may not use Status, PJSIPShowEndpoints. Its section in manager.conf lacks this: "
                             "write = reporting,system"_s),
                 qPrintable(client.text()));
    QVERIFY(client.connection.health().up);
}

void TestAmiConnection::tellsThatTheServerIsNotBooted()
{
    AmiPeer peer;
    peer.secret = canary;
    peer.answer = [&peer](const ReceivedAction &action) {
        if (action.name == "Status")
            return AmiPeer::response(action, "Error", "Message: Permission denied\r\n");
        const QByteArray bytes = peer.usualAnswer(action);
        return bytes.left(bytes.indexOf("\r\n\r\n") + 4); // without FullyBooted
    };
    Client client(peer);
    client.connection.open();
    QTRY_VERIFY(client.connection.isLoggedIn());
    QVERIFY2(client.says(u"Connected to"_s), qPrintable(client.text()));
    client.clock.advance(5_s);
    QVERIFY2(client.says(u"lacks this: read = system"_s), qPrintable(client.text()));
    QVERIFY(client.connection.send(Action("Status")).has_value());
    QTRY_VERIFY2(client.says(u"write = reporting"_s) && client.says(u"read = system"_s), qPrintable(client.text()));
    peer.send("Event: FullyBooted\r\n\r\n");
    QTRY_VERIFY2(!client.says(u"read = system"_s), qPrintable(client.text()));
    QVERIFY(client.says(u"write = reporting"_s));
}

void TestAmiConnection::saysGoodbyeAndStaysSilent()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    const auto healths = client.healths.size();
    client.connection.close();
    QVERIFY(!client.connection.isLoggedIn());
    QTRY_COMPARE(peer.receivedNames().last(), "Logoff"_ba);
    QTRY_COMPARE(peer.socket()->state(), QAbstractSocket::UnconnectedState);
    client.clock.advance(3600_s);
    QCOMPARE(client.healths.size(), healths);
    QCOMPARE(client.lost.size(), 0);
    QCOMPARE(peer.connections(), 1);
    client.messages.clear();
    QVERIFY(client.logIn());
    QCOMPARE(peer.connections(), 2);
}

void TestAmiConnection::mayBeClosedFromWithinItsSignals_data()
{
    QTest::addColumn<int>("where");
    QTest::newRow("loggedIn") << 0;
    QTest::newRow("message") << 1;
    QTest::newRow("healthChanged") << 2;
    QTest::newRow("lost") << 3;
}

void TestAmiConnection::mayBeClosedFromWithinItsSignals()
{
    QFETCH(int, where);
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    bool closed = false;
    const auto closeWhen = [&](int here) {
        if (where == here && client.loggedIn.size() > 0) {
            client.connection.close();
            closed = true;
        }
    };
    Connection &connection = client.connection;
    connect(&connection, &Connection::loggedIn, this, [&] { closeWhen(0); });
    connect(&connection, &Connection::message, this, [&] { closeWhen(1); });
    connect(&connection, &Connection::healthChanged, this, [&](const Health &health) {
        if (!health.up)
            closeWhen(2);
    });
    connect(&connection, &Connection::lost, this, [&] { closeWhen(3); });
    connection.open();
    QTRY_VERIFY(closed || connection.isLoggedIn());
    if (!closed)
        peer.cut();
    QTRY_VERIFY(closed);
    client.clock.advance(3600_s);
    QVERIFY(connection.findChildren<QTcpSocket *>().size() <= 1);
    QCOMPARE(peer.connections(), 1);
    QVERIFY(!connection.isLoggedIn());
}

void TestAmiConnection::deliversResponsesWithTheActionIdOfTheRequest()
{
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    QList<QByteArray> ids, answered;
    connect(&client.connection, &Connection::message, this,
            [&answered](const Message &message) { answered << message.value("ActionID").toByteArray(); });
    for (int i = 0; i < 100; ++i)
        ids << client.connection.send(Action("Ping")).value();
    QTRY_COMPARE(answered, ids);
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 100);
    // OriginateResponse goes to all clients of a server: the ids of two connections differ.
    Client other(peer);
    QVERIFY(other.logIn());
    QVERIFY(!ids.contains(other.connection.send(Action("Ping")).value()));
}

void TestAmiConnection::sendsNothingButWhatReads()
{
    const QSet<QByteArray> allowed = {"Login",        "Challenge",    "Logoff",     "Ping",   "Events",
                                      "ListCommands", "CoreSettings", "CoreStatus", "Status", "CoreShowChannels",
                                      "BridgeList",   "BridgeInfo",   "ParkedCalls"};
    AmiPeer peer;
    peer.secret = canary;
    Client client(peer);
    QVERIFY(client.logIn());
    int refused = 0;
    for (const char *name : {"Originate", "Hangup", "Redirect", "Command", "Setvar", "Getvar", "UserEvent", "Reload",
                             "DBPut", "Filter", "ping\r\nAction: Command", "Ping", "Status", "BridgeList"}) {
        for (const char *key : {"", "Channel", "Command", "Variables", "Application"}) {
            Action action(name);
            if (*key)
                action.add(key, "PJSIP/6001\r\n\r\nAction: Originate");
            refused += client.connection.send(action).has_value() ? 0 : 1;
        }
    }
    refused += client.connection.send(Action::originate({"PJSIP/6001", "default", u"6002"_s})).has_value() ? 0 : 1;
    refused += client.connection.send(Action::hangup("PJSIP/6001-00000001")).has_value() ? 0 : 1;
    QCOMPARE(refused, 14 * 5 - 3 + 2);
    client.connection.close();
    QTRY_COMPARE(peer.receivedNames().last(), "Logoff"_ba);
    // Every byte that has arrived is part of an action, and every action is on the list.
    QByteArray understood;
    for (const ReceivedAction &action : peer.received()) {
        QVERIFY2(allowed.contains(action.name), action.name.constData());
        for (const auto &[key, value] : action.headers)
            understood += key + ": " + value + "\r\n";
        understood += "\r\n";
    }
    QCOMPARE(peer.receivedBytes(), understood);
    QCOMPARE(peer.receivedNames(), (QList<QByteArray>{"Challenge", "Login", "Ping", "Status", "BridgeList", "Logoff"}));
}

void TestAmiConnection::sendsOriginateAndHangupUnderControl()
{
    AmiPeer peer;
    peer.secret = canary;
    Settings settings = settingsFor(peer.port());
    settings.control = true;
    Client client(settings);
    QVERIFY(client.logIn());
    QVERIFY(client.connection.send(Action::originate({"PJSIP/6001", "default", u"6002"_s})).has_value());
    QVERIFY(client.connection.send(Action::hangup("PJSIP/6001-00000001")).has_value());
    QVERIFY(!client.connection.send(Action("Redirect").add("Channel", "PJSIP/6001-00000001")).has_value());
    QTRY_COMPARE(peer.receivedNames().mid(2), (QList<QByteArray>{"Originate", "Hangup"}));
}

void TestAmiConnection::boundsWhatItAsks()
{
    AmiPeer peer;
    peer.secret = canary;
    peer.answer = [&peer](const ReceivedAction &action) {
        return action.name == "Status" ? QByteArray() : peer.usualAnswer(action);
    };
    Client client(peer);
    QVERIFY(client.logIn());
    int sent = 0;
    while (sent < 20'000 && client.connection.send(Action("Status")).has_value())
        ++sent;
    QCOMPARE(sent, 10'000);
}

// Neither in this test nor in those above.
void TestAmiConnection::neverLogsThePassword()
{
    tellsARefusedPasswordAndTriesAgainLate();
    QVERIFY(logged.contains("refused the user name"));
    QVERIFY(!logged.contains(canary));
    qInstallMessageHandler(qTestHandler);
}

QTEST_GUILESS_MAIN(TestAmiConnection)
#include "tst_amiconnection.moc"
