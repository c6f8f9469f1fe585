// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The connection over TLS (threat 2): nothing is sent to a server whose certificate is not beyond doubt.
#include "amiconnection.h"
#include "amihealth.h"
#include "amipeer.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QtTest>

using namespace Linescope;
using namespace Linescope::Ami;
using namespace Qt::StringLiterals;

namespace {

QString path(const QString &file) { return QStringLiteral(LINESCOPE_TEST_DATA "/tls/") + file; }

QSslCertificate certificate(const QString &name) { return QSslCertificate::fromPath(path(name + u".pem"_s)).value(0); }

QSslConfiguration serverWith(const QString &name)
{
    QFile file(path(u"server.key"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate(name));
    tls.setPrivateKey(QSslKey(&file, QSsl::Ec));
    return tls;
}

Settings settingsFor(const AmiPeer &peer)
{
    Settings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = peer.port();
    settings.tls = true;
    settings.user = u"monitor"_s;
    settings.caFile = path(u"authority.pem"_s);
    return settings;
}

} // namespace

class TestAmiTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void trustsWhatMayBeTrusted_data();
    void trustsWhatMayBeTrusted();
    void refusesBeforeTheFirstByte_data();
    void refusesBeforeTheFirstByte();
    void doesNotFallBackToPlainTcp();
    void tellsAFileOfAuthoritiesThatCannotBeRead();
    void carriesAFloodWithoutLoss();
};

void TestAmiTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    for (const char *name : {"good", "wrong-name", "expired", "not-yet-valid", "self-signed", "authority"})
        QVERIFY2(!certificate(QString::fromLatin1(name)).isNull(), name);
}

void TestAmiTls::trustsWhatMayBeTrusted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("pinned");
    QTest::newRow("signed by the authority") << u"good"_s << false;
    QTest::newRow("signed and pinned") << u"good"_s << true;
    QTest::newRow("self-signed and pinned") << u"self-signed"_s << true;
    QTest::newRow("for another name and pinned") << u"wrong-name"_s << true;
}

void TestAmiTls::trustsWhatMayBeTrusted()
{
    QFETCH(QString, name);
    QFETCH(bool, pinned);
    AmiPeer peer(serverWith(name));
    Settings settings = settingsFor(peer);
    if (pinned)
        settings.pinnedSha256 = fingerprint(certificate(name)).toLatin1();
    ManualClock clock;
    Connection connection(settings, &clock);
    connection.setSecret("s3cret");
    connection.open();
    QTRY_VERIFY2(connection.isLoggedIn(), qPrintable(connection.health().text));
    QCOMPARE(peer.receivedNames(), (QList<QByteArray>{"Challenge", "Login"}));
}

void TestAmiTls::refusesBeforeTheFirstByte_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("authorities");
    QTest::addColumn<QString>("pinned"); // the certificate that is
    QTest::addColumn<QString>("words");
    const QString own = path(u"authority.pem"_s);
    QTest::newRow("another name") << u"wrong-name"_s << own << QString() << u"is for another name: pbx.example."_s;
    QTest::newRow("expired") << u"expired"_s << own << QString() << u"expired on 2021-01-01T00:00:00Z."_s;
    QTest::newRow("not yet valid") << u"not-yet-valid"_s << own << QString() << u"not valid before 2098-01-01"_s;
    QTest::newRow("self-signed") << u"self-signed"_s << own << QString() << u"signed by nobody but itself"_s;
    QTest::newRow("unknown authority") << u"good"_s << QString() << QString() << u"authority that is not trusted"_s;
    QTest::newRow("good, but not the pinned one") << u"good"_s << own << u"self-signed"_s << u"not the pinned one"_s;
    QTest::newRow("bad, and not the pinned one") << u"expired"_s << own << u"good"_s << u"not the pinned one"_s;
}

void TestAmiTls::refusesBeforeTheFirstByte()
{
    QFETCH(QString, name);
    QFETCH(QString, authorities);
    QFETCH(QString, pinned);
    QFETCH(QString, words);
    AmiPeer peer(serverWith(name));
    Settings settings = settingsFor(peer);
    settings.caFile = authorities;
    if (!pinned.isEmpty())
        settings.pinnedSha256 = fingerprint(certificate(pinned)).toLatin1();
    ManualClock clock;
    Connection connection(settings, &clock);
    connection.setSecret("s3cret");
    connection.open();
    QTRY_VERIFY2(connection.health().text.contains(words), qPrintable(connection.health().text));
    const QString text = connection.health().text;
    QVERIFY2(text.contains(fingerprint(certificate(name))), "the fingerprint with which it could be pinned");
    QVERIFY2(text.endsWith(u"Reconnecting in 5 min."), qPrintable(text));
    QVERIFY(!connection.health().up);
    QCOMPARE(peer.receivedBytes(), QByteArray());
}

// A server that speaks plain AMI where TLS was asked for gets a handshake, and no login.
void TestAmiTls::doesNotFallBackToPlainTcp()
{
    AmiPeer peer;
    ManualClock clock;
    Connection connection(settingsFor(peer), &clock);
    connection.setSecret("s3cret");
    connection.open();
    QTRY_VERIFY2(connection.health().text.contains(u"The TLS handshake with"), qPrintable(connection.health().text));
    QVERIFY(connection.health().text.contains(u"tlsenable = yes"));
    QVERIFY(!peer.receivedBytes().contains("Action"));
}

void TestAmiTls::tellsAFileOfAuthoritiesThatCannotBeRead()
{
    AmiPeer peer(serverWith(u"good"_s));
    Settings settings = settingsFor(peer);
    settings.caFile = path(u"no-such-file.pem"_s);
    ManualClock clock;
    Connection connection(settings, &clock);
    connection.open();
    QVERIFY2(connection.health().text.contains(u"authorities cannot be read"), qPrintable(connection.health().text));
    QVERIFY(!connection.health().up);
}

void TestAmiTls::carriesAFloodWithoutLoss()
{
    AmiPeer peer(serverWith(u"good"_s));
    ManualClock clock;
    Connection connection(settingsFor(peer), &clock);
    connection.setSecret("s3cret");
    QByteArray numbers;
    connect(&connection, &Connection::message, this, [&numbers](const Message &message) {
        if (message.event() == "Count")
            numbers += message.value("Number").toByteArray() + ' ';
    });
    connection.open();
    QTRY_VERIFY(connection.isLoggedIn());
    QByteArray expected;
    const QByteArray filling = "Filling: " + QByteArray(400, 'x') + "\r\n\r\n";
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        peer.send("Event: Count\r\nNumber: " + number + "\r\n" + filling);
        expected += number + ' ';
    }
    QTRY_COMPARE_WITH_TIMEOUT(numbers.size(), expected.size(), 30'000);
    QCOMPARE(numbers, expected);
}

QTEST_GUILESS_MAIN(TestAmiTls)
#include "tst_amitls.moc"
