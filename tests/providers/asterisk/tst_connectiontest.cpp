// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A connection that is tried: what works, and what to do about what does not.
#include "amiplayer.h"
#include "connectiontest.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;

namespace {

struct Tried {
    bool works = false;
    QString text;
};

Tried tryIt(quint16 port, const QString &options = {}, const QByteArray &secret = "s3cret")
{
    const auto settings = AsteriskSettings::fromUrl(
        QUrl(u"asterisk://monitor@127.0.0.1:%1%2"_s.arg(port).arg(options)));
    ConnectionTest test(*settings, secret, SystemClock::instance());
    QSignalSpy ended(&test, &ConnectionTest::ended);
    test.start();
    if (!ended.wait(10'000))
        return {};
    return {ended.at(0).at(0).toBool(), ended.at(0).at(1).toStringList().join(u' ')};
}

// Permits these actions, and says so.
std::function<QByteArray(const ReceivedAction &)> permitting(AmiPeer &peer, const QList<QByteArray> &actions)
{
    return [&peer, actions](const ReceivedAction &action) {
        QByteArray lines;
        for (const QByteArray &one : actions)
            lines += one + ": \r\n";
        if (action.name == "ListCommands")
            return AmiPeer::response(action, "Success", "ListCommands: \r\n" + lines);
        if (action.name == "CoreShowChannels" && !actions.contains("CoreShowChannels"))
            return AmiPeer::response(action, "Error", "Message: Permission denied\r\n");
        return peer.usualAnswer(action);
    };
}

} // namespace

class TestConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void whatWorksIsCounted()
    {
        AmiPlayer player(u"a16-login-and-lists.txt"_s);
        const Tried tried = tryIt(player.port());
        QVERIFY2(tried.works, qPrintable(tried.text));
        QVERIFY2(tried.text.contains(u"Connected to 127.0.0.1"_s), qPrintable(tried.text));
        QVERIFY2(tried.text.contains(u"7 line(s), 0 channel(s)"_s), qPrintable(tried.text));
        QTRY_VERIFY(player.receivedActions().contains("Logoff"));
    }

    void aWrongPasswordIsSaid()
    {
        AmiPeer peer;
        const Tried tried = tryIt(peer.port(), {}, "another");
        QVERIFY(!tried.works);
        QVERIFY2(tried.text.contains(u"refused the user name"_s), qPrintable(tried.text));
        QVERIFY2(!tried.text.contains(u"Reconnecting"_s), qPrintable(tried.text));
        QCOMPARE(peer.connections(), 1); // no second try: accounts are locked for less
    }

    void aServerThatIsNotThereIsSaid()
    {
        AmiPeer peer;
        const quint16 port = peer.port();
        peer.stopListening();
        const Tried tried = tryIt(port);
        QVERIFY(!tried.works);
        QVERIFY2(tried.text.contains(u"refuses connections"_s), qPrintable(tried.text));
        QVERIFY(!tried.text.contains(u"Reconnecting"_s));
    }

    void aServerOfAnotherKindIsSaid()
    {
        AmiPeer peer;
        peer.banner = "220 mail.example ESMTP\r\n";
        const Tried tried = tryIt(peer.port());
        QVERIFY(!tried.works);
        QVERIFY2(tried.text.contains(u"not the Asterisk Manager Interface"_s), qPrintable(tried.text));
    }

    void whatTheAccountMayNotReadIsSaid()
    {
        AmiPeer peer;
        peer.answer = permitting(peer, {});
        const Tried tried = tryIt(peer.port());
        QVERIFY(tried.works);
        QVERIFY2(tried.text.contains(u"reporting"_s), qPrintable(tried.text));
    }

    void whatControlLacksIsSaid()
    {
        AmiPeer peer;
        peer.answer = permitting(peer,
                                 {"CoreShowChannels", "Hangup", "Redirect", "Park", "BlindTransfer", "Atxfer",
                                  "CancelAtxfer", "PlayDTMF", "ConfbridgeKick"});
        const Tried tried = tryIt(peer.port(), u"?control=1"_s);
        QVERIFY(tried.works);
        QVERIFY2(tried.text.contains(u"may not use Originate: "_s) && tried.text.contains(u"write: originate"_s),
                 qPrintable(tried.text));
        const Tried reading = tryIt(peer.port());
        QVERIFY2(!reading.text.contains(u"Originate"_s), qPrintable(reading.text));
    }

    void nothingIsChanged()
    {
        AmiPlayer player(u"a16-login-and-lists.txt"_s);
        QVERIFY(tryIt(player.port(), u"?control=1"_s).works);
        for (const QByteArray &action : player.receivedActions())
            QVERIFY2(Ami::isReadOnly(action), action.constData());
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
