// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secret.h"
#include "common/source.h"
#include "journal/eventjson.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

class TestSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aUrlNamesASource_data();
    void aUrlNamesASource();
    void theSimulatorBringsItsCastWhenAsked_data();
    void theSimulatorBringsItsCastWhenAsked();
    void whatIsNoSourceIsRefusedInWords_data();
    void whatIsNoSourceIsRefusedInWords();
    void aRecordingIsASourceThatContactsNobody();
    void theEnvironmentsSecretIsTakenOnce();
    void aWipedSecretIsGone();
};

void TestSource::aUrlNamesASource_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *title, const QString &url, const QString &key, const QString &name) {
        const bool isAsterisk = url.startsWith(u"asterisk"_s);
        QTest::addRow("%s", title) << url << key << name << isAsterisk << (isAsterisk ? u"asterisk"_s : u"simulator"_s);
    };
    row("simulator", u"simulator:"_s, u"simulator"_s, u"Simulator"_s);
    row("options", u"simulator:?lines=4&seed=7&rate=20"_s, u"simulator"_s, u"Simulator"_s);
    row("asterisk", u"asterisk://me@pbx.example:5038?local=show"_s, u"asterisk://pbx.example:5038"_s,
        u"pbx.example (Asterisk)"_s);
    row("its usual port", u"asterisk://you@pbx.example"_s, u"asterisk://pbx.example:5038"_s,
        u"pbx.example (Asterisk)"_s);
    row("another port", u"asterisk://me@pbx.example:15038"_s, u"asterisk://pbx.example:15038"_s,
        u"pbx.example:15038 (Asterisk)"_s);
    row("TLS", u"asterisks://me@pbx.example"_s, u"asterisks://pbx.example:5039"_s, u"pbx.example (Asterisk, TLS)"_s);
}

void TestSource::aUrlNamesASource()
{
    QFETCH(QString, url);
    QTEST(needsSecret(url), "secret");
    const auto source = makeSource(url, "canary");
    QVERIFY2(source, source ? "" : qPrintable(source.error()));
    QTEST(source->key, "key");
    QCOMPARE(source->isSimulator, !needsSecret(url));
    QTEST(source->displayName, "name");
    QVERIFY(!source->url.toString().contains(u"canary"_s));
    const auto provider = source->factory();
    QVERIFY(provider);
    QTEST(provider->id(), "id");
    QTEST(provider->displayName(), "name");
}

void TestSource::theSimulatorBringsItsCastWhenAsked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("cast");
    QTest::addRow("bare") << u"simulator:"_s << true;
    QTest::addRow("asked") << u"simulator:?lines=2&apps=demo"_s << true;
    QTest::addRow("refused") << u"simulator:?apps=none"_s << false;
    QTest::addRow("with options, not asked") << u"simulator:?lines=2"_s << false;
    QTest::addRow("a real system") << u"asterisk://me@pbx.example"_s << false;
}

void TestSource::theSimulatorBringsItsCastWhenAsked()
{
    QFETCH(QString, url);
    const auto source = makeSource(url);
    QVERIFY(source);
    QTEST(!source->apps.isEmpty(), "cast");
}

void TestSource::whatIsNoSourceIsRefusedInWords_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    QTest::addRow("nothing") << QString() << u"is not a source"_s;
    QTest::addRow("another scheme") << u"http://pbx"_s << u"\"http://pbx\" is not a source"_s;
    QTest::addRow("no lines") << u"simulator:?lines=0"_s << u"lines"_s;
    QTest::addRow("unknown key") << u"simulator:?colour=red"_s << u"colour"_s;
    QTest::addRow("unknown cast") << u"simulator:?apps=all"_s << u"not \"all\""_s;
    QTest::addRow("no host") << u"asterisk:"_s << QString();
    // Command lines are read by others (threat 1).
    QTest::addRow("password") << u"asterisk://me:canary@pbx"_s << u"A password does not belong in"_s;
}

void TestSource::whatIsNoSourceIsRefusedInWords()
{
    QFETCH(QString, url);
    QFETCH(QString, words);
    const auto source = makeSource(url);
    QVERIFY(!source);
    QVERIFY2(!source.error().isEmpty() && source.error().contains(words), qPrintable(source.error()));
    QVERIFY(!source.error().contains(u"canary"_s));
}

void TestSource::aRecordingIsASourceThatContactsNobody()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(journalHeader(u"asterisk://me@pbx.example"_s, 42) + '\n');
    file.close();
    const QString url = u"replay:"_s + file.fileName() + u"?speed=4"_s;
    QVERIFY(!needsSecret(url));
    const auto source = makeSource(url, {});
    QVERIFY2(source, source ? "" : qPrintable(source.error()));
    QCOMPARE(source->factory()->id(), u"replay"_s);
    QVERIFY(source->apps.isEmpty());
    QVERIFY(!source->displayName.contains(u"pbx"_s));
    const auto none = makeSource(u"replay:/nonexistent"_s, {});
    QVERIFY(!none && none.error().contains(u"/nonexistent cannot be read"_s));
}

void TestSource::theEnvironmentsSecretIsTakenOnce()
{
    qputenv("LINESCOPE_SECRET", "canary");
    QCOMPARE(takeEnvironmentSecret(), QByteArray("canary"));
    QVERIFY(!takeEnvironmentSecret());
    QVERIFY(!qEnvironmentVariableIsSet("LINESCOPE_SECRET"));
}

void TestSource::aWipedSecretIsGone()
{
    QByteArray secret("canary");
    wipe(secret);
    QVERIFY(secret.isEmpty());
}

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
