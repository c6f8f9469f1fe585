// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The address of an Asterisk server, as users type it.
#include "asterisksettings.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;

class TestAsteriskSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void anAddressIsRefusedInASentence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        QTest::newRow("another scheme") << u"http://u@pbx.example"_s << u"looks like"_s;
        QTest::newRow("a password") << u"asterisk://u:secret@pbx.example"_s << u"password does not belong"_s;
        QTest::newRow("an empty one is none") << u"asterisk://u:@pbx.example"_s << QString();
        QTest::newRow("no user") << u"asterisk://pbx.example"_s << u"names no user"_s;
        QTest::newRow("no host") << u"asterisk://u@"_s << u"names no host"_s;
        QTest::newRow("a path") << u"asterisk://u@pbx.example/x"_s << u"ends after host"_s;
        QTest::newRow("unknown option") << u"asterisk://u@pbx.example?lokal=show"_s << u"lokal"_s;
        QTest::newRow("unknown value") << u"asterisk://u@pbx.example?local=maybe"_s << u"local"_s;
        QTest::newRow("control is 0 or 1") << u"asterisk://u@pbx.example?control=yes"_s << u"control"_s;
        QTest::newRow("an event class") << u"asterisk://u@pbx.example?events=call,%0d%0a"_s << u"events"_s;
        QTest::newRow("a context") << u"asterisk://u@pbx.example?context=a%20b"_s << u"context"_s;
        QTest::newRow("a pin of another length") << u"asterisks://u@pbx.example?pin=00"_s << u"pin"_s;
    }
    void anAddressIsRefusedInASentence()
    {
        QFETCH(QString, url);
        QFETCH(QString, says);
        const auto settings = AsteriskSettings::fromUrl(QUrl(url));
        QCOMPARE(settings.has_value(), says.isEmpty());
        if (!settings)
            QVERIFY2(settings.error().contains(says) && !settings.error().contains(u"secret"_s),
                     qPrintable(settings.error()));
    }

    void theOptionsOfAnAddressAreTaken()
    {
        const auto settings = AsteriskSettings::fromUrl(QUrl(
            u"asterisks://monitor@pbx.example:5040?local=show&control=1&events=call,system&context=phones&md5=0"_s));
        QVERIFY(settings.has_value());
        QVERIFY(settings->connection.tls);
        QCOMPARE(settings->connection.host, u"pbx.example"_s);
        QCOMPARE(settings->connection.port, quint16(5040));
        QCOMPARE(settings->connection.user, u"monitor"_s);
        QCOMPARE(settings->connection.eventClasses, (QStringList{u"call"_s, u"system"_s}));
        QVERIFY(!settings->connection.md5);
        QVERIFY(settings->control && settings->connection.control);
        QVERIFY(settings->local == LocalChannels::Show);
        QCOMPARE(settings->originateContext, u"phones"_s);
    }

    void whatIsNotSaidIsSafe()
    {
        const auto plain = AsteriskSettings::fromUrl(QUrl(u"asterisk://u@pbx.example"_s));
        QVERIFY(!plain->control && !plain->connection.control && !plain->connection.allowInsecure);
        QVERIFY(plain->connection.md5 && plain->local == LocalChannels::Fold);
        QCOMPARE(plain->connection.port, quint16(5038));
        QCOMPARE(AsteriskSettings::fromUrl(QUrl(u"asterisks://u@pbx.example"_s))->connection.port, quint16(5039));
    }

    void anAddressComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"asterisk://u@pbx.example", "asterisk://u@pbx.example:5099?local=show&control=1",
                                "asterisks://u@pbx.example?events=call,system&context=phones&md5=0",
                                "asterisk://a%20b@127.0.0.1?insecure=1"})
            QTest::newRow(url) << QString::fromUtf8(url);
    }
    void anAddressComesBackAsItWas()
    {
        QFETCH(QString, url);
        const auto settings = AsteriskSettings::fromUrl(QUrl(url));
        QVERIFY(settings.has_value());
        QCOMPARE(QString::fromUtf8(settings->toUrl().toEncoded()), url);
        QVERIFY(AsteriskSettings::fromUrl(settings->toUrl()) == settings);
    }
};

QTEST_GUILESS_MAIN(TestAsteriskSettings)
#include "tst_asterisksettings.moc"
