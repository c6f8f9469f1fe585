// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The player of recordings: a real client gets what the recorded one got.
#include "amiconnection.h"
#include "amiplayer.h"

#include <QtTest>

using namespace Linescope;
using namespace Linescope::Ami;
using namespace Qt::StringLiterals;

namespace {

constexpr int endpoints = 7; // of the recorded servers

QByteArray bytesOf(const Message &message)
{
    QByteArray bytes;
    for (const auto &[key, value] : message.headers())
        bytes += key.toByteArray() + ": " + value.toByteArray() + "\r\n";
    return bytes + "\r\n";
}

} // namespace

class TestAmiPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void playsEveryEventOfEveryRecording_data();
    void playsEveryEventOfEveryRecording();
    void answersTheSnapshotOfAServerWithoutCalls();
    void answersTheSnapshotRecordedInTheMiddle();
    void leavesOutClassesThatWereNotAskedFor();
};

namespace {

// A client that logs in and asks for the lists of a snapshot.
struct Client {
    Client(const QString &file, const QStringList &classes)
        : player(file)
        , connection(settings(player.port(), classes), SystemClock::instance())
    {
        connection.setSecret("any");
        QObject::connect(&connection, &Connection::message, &connection, [this](const Message &message) {
            (message.value("ActionID").isEmpty() || message.event() == "OriginateResponse" ? events : answers)
                << bytesOf(message);
        });
        QObject::connect(&connection, &Connection::loggedIn, &connection, [this] {
            for (const char *name : {"PJSIPShowEndpoints", "DeviceStateList", "BridgeList", "CoreShowChannels"})
                QVERIFY(connection.send(Action(name)).has_value());
        });
        QObject::connect(&connection, &Connection::lost, &connection, [this](const QString &why) { lost = why; });
        connection.open();
    }
    static Settings settings(quint16 port, const QStringList &classes)
    {
        Settings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = port;
        settings.user = u"monitor"_s;
        settings.eventClasses = classes;
        return settings;
    }
    qsizetype count(const QByteArray &answer) const
    {
        return std::count_if(answers.begin(), answers.end(), [&](const auto &a) { return a.startsWith(answer); });
    }

    AmiPlayer player;
    Connection connection;
    QList<QByteArray> events;
    QList<QByteArray> answers;
    QString lost;
};

QList<QByteArray> recordedEvents(const QString &file)
{
    QList<QByteArray> events;
    const auto blocks = AmiRecording::read(file).first().blocks();
    for (const auto &block : blocks) {
        const QByteArray event = block.value("Event");
        if (block.fromServer && !event.isEmpty() && (block.value("ActionID").isEmpty() || event == "OriginateResponse"))
            events << block.bytes();
    }
    return events;
}

} // namespace

void TestAmiPlayer::playsEveryEventOfEveryRecording_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : AmiRecording::all())
        QTest::newRow(qPrintable(file)) << file;
}

void TestAmiPlayer::playsEveryEventOfEveryRecording()
{
    QFETCH(QString, file);
    const auto expected = recordedEvents(file);
    Client client(file, {u"on"_s});
    QTRY_COMPARE(client.events.size(), expected.size());
    QCOMPARE(client.events, expected);
    QTRY_VERIFY(client.player.finished());
    QCOMPARE(client.player.receivedActions().mid(0, 3),
             (QList<QByteArray>{"Challenge", "Login", "PJSIPShowEndpoints"}));
    if (file == u"a16-server-shutdown.txt")
        QTRY_VERIFY2(client.lost.endsWith(u"was shut down."), qPrintable(client.lost));
    else
        QCOMPARE(client.lost, QString());
}

void TestAmiPlayer::answersTheSnapshotOfAServerWithoutCalls()
{
    Client client(u"a16-sip-call-hold.txt"_s, {u"call"_s});
    QTRY_COMPARE(client.count("Event: CoreShowChannelsComplete"), 1);
    QCOMPARE(client.count("Event: CoreShowChannel\r\n"), 0);
    QCOMPARE(client.count("Event: EndpointList\r\n"), endpoints);
    QCOMPARE(client.count("Event: EndpointListComplete"), 1);
    QCOMPARE(client.count("Event: BridgeListComplete"), 1);
}

void TestAmiPlayer::answersTheSnapshotRecordedInTheMiddle()
{
    Client client(u"a16-sip-snapshot-midcall.txt"_s, {u"call"_s});
    QTRY_COMPARE(client.count("Event: CoreShowChannelsComplete"), 1);
    QCOMPARE(client.count("Event: CoreShowChannel\r\n"), 4);
    QCOMPARE(client.count("Event: BridgeListItem"), 2);
}

void TestAmiPlayer::leavesOutClassesThatWereNotAskedFor()
{
    Client client(u"a16-ring-answer-caller-hangs-up.txt"_s, {u"call"_s, u"system"_s});
    QTRY_VERIFY(client.player.finished());
    QTRY_VERIFY(!client.events.isEmpty() && client.events.last().startsWith("Event: "));
    for (const QByteArray &event : client.events)
        QVERIFY2(event.contains("Privilege: call,") || event.contains("Privilege: system,"), event.constData());
}

QTEST_GUILESS_MAIN(TestAmiPlayer)
#include "tst_amiplayer.moc"
