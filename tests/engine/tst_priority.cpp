// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// lineSetAppPriority: who comes first among those who may own a call (P-11, P-23).

#include "serverfixture.h"

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr MediaModes voiceAndFax = MediaModes(MediaMode::InteractiveVoice) | MediaMode::G3Fax;

} // namespace

class TestPriority : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void wrongArgumentsAreRefused_data();
    void wrongArgumentsAreRefused();
    void itNeedsSomebodyWhoHasInitialised();
    void theListComesBeforeTheOrderOfOpening_data();
    void theListComesBeforeTheOrderOfOpening();
    void everyMediaModeHasItsOwnList();
    void theListDecidesHandoffByMedia();
    void theListStaysWhenTheAppGoes();
    void onlyThoseWhoMayOwnAreAsked();

private:
    void openByThree(); // A, B, C: owners on device 3, for voice and fax, in this order
    LineError puts(const char *module, MediaModes media = MediaMode::InteractiveVoice, quint32 priority = 1)
    {
        return errorOf(server().lineSetAppPriority(app("A").id(), QString::fromUtf8(module), media, priority));
    }
    QString ownerOfNewCall(MediaMode media = MediaMode::InteractiveVoice);

    int m_calls = 0;
};

void TestPriority::openByThree()
{
    m_calls = 0;
    provider().addsDevice(3, FakeProvider::deviceFor(voiceAndFax));
    for (const char *name : {"A", "B", "C"})
        QVERIFY(app(name).opens(3, Privilege::Owner, voiceAndFax));
    forgetThePast();
}

QString TestPriority::ownerOfNewCall(MediaMode media)
{
    CallInfo info = FakeProvider::voice();
    info.mediaMode = quint32(media);
    provider().offers(++m_calls, 3, info);
    for (const char *name : {"A", "B", "C"}) {
        if (app(name).privilegeOn(m_calls) == Privilege::Owner)
            return QString::fromUtf8(name);
    }
    return {};
}

void TestPriority::wrongArgumentsAreRefused_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<quint32>("media");
    QTest::addColumn<quint32>("priority");
    QTest::addColumn<LineError>("error");
    QTest::newRow("first") << u"B.exe"_s << 0x4u << 1u << LineError::None;
    QTest::newRow("none") << u"B.exe"_s << 0x4u << 0u << LineError::None;
    QTest::newRow("no name") << QString() << 0x4u << 1u << LineError::InvalAppName;
    QTest::newRow("no media mode") << u"B.exe"_s << 0u << 1u << LineError::InvalMediaMode;
    QTest::newRow("two media modes") << u"B.exe"_s << 0x24u << 1u << LineError::InvalMediaMode;
    QTest::newRow("undefined media mode") << u"B.exe"_s << 0x10000u << 1u << LineError::InvalMediaMode;
    QTest::newRow("second") << u"B.exe"_s << 0x4u << 2u << LineError::InvalParam;
    QTest::newRow("name before media mode") << QString() << 0u << 2u << LineError::InvalAppName;
    QTest::newRow("media mode before priority") << u"B.exe"_s << 0u << 2u << LineError::InvalMediaMode;
}

void TestPriority::wrongArgumentsAreRefused() // P-11, E-1
{
    QFETCH(const QString, module);
    QFETCH(const quint32, media);
    QFETCH(const quint32, priority);
    QFETCH(const LineError, error);
    openByThree();
    QCOMPARE(puts(qPrintable(module), MediaModes::fromInt(media), priority), error);
    QCOMPARE(ownerOfNewCall(), error == LineError::None && priority == 1 ? u"B"_s : u"A"_s);
}

void TestPriority::itNeedsSomebodyWhoHasInitialised() // E-1
{
    QCOMPARE(errorOf(server().lineSetAppPriority({}, u"B.exe"_s, MediaMode::InteractiveVoice, 1)),
             LineError::Uninitialized);
    app("A");
    QVERIFY(server().lineSetAppPriority({}, u"B.exe"_s, MediaMode::InteractiveVoice, 1)); // no application is named
}

void TestPriority::theListComesBeforeTheOrderOfOpening_data()
{
    QTest::addColumn<QStringList>("first"); // put there one after the other
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QString>("owner");
    QTest::newRow("no list") << lines() << lines() << u"A"_s;
    QTest::newRow("one") << lines("C.exe") << lines() << u"C"_s;
    QTest::newRow("without regard to case") << lines("c.EXE") << lines() << u"C"_s;
    QTest::newRow("the last one is the first") << lines("B.exe", "C.exe") << lines() << u"C"_s;
    QTest::newRow("again") << lines("B.exe", "C.exe", "b.exe") << lines() << u"B"_s;
    QTest::newRow("taken out") << lines("B.exe", "C.exe") << lines("C.EXE") << u"B"_s;
    QTest::newRow("all taken out") << lines("C.exe", "c.exe") << lines("C.exe") << u"A"_s;
    QTest::newRow("one that is not there") << lines("D.exe") << lines() << u"A"_s;
    QTest::newRow("taken out but never in") << lines("B.exe") << lines("D.exe") << u"B"_s;
}

void TestPriority::theListComesBeforeTheOrderOfOpening() // P-11
{
    QFETCH(const QStringList, first);
    QFETCH(const QStringList, removed);
    openByThree();
    for (const QString &module : first)
        QCOMPARE(puts(qPrintable(module)), LineError::None);
    for (const QString &module : removed)
        QCOMPARE(puts(qPrintable(module), MediaMode::InteractiveVoice, 0), LineError::None);
    QTEST(ownerOfNewCall(), "owner");
}

void TestPriority::everyMediaModeHasItsOwnList() // P-11
{
    openByThree();
    QCOMPARE(puts("B.exe", MediaMode::G3Fax), LineError::None);
    QCOMPARE(puts("C.exe", MediaMode::InteractiveVoice), LineError::None);
    QCOMPARE(ownerOfNewCall(MediaMode::G3Fax), u"B"_s);
    QCOMPARE(ownerOfNewCall(MediaMode::InteractiveVoice), u"C"_s);
}

void TestPriority::theListDecidesHandoffByMedia() // P-23, P-11
{
    openByThree();
    QCOMPARE(ownerOfNewCall(), u"A"_s);
    QCOMPARE(puts("C.exe", MediaMode::G3Fax), LineError::None);
    QVERIFY(server().lineHandoff(app("A").id(), app("A").on(1), {}, MediaMode::G3Fax));
    QCOMPARE(app("C").privilegeOn(1), Privilege::Owner);
    QCOMPARE(app("B").privilegeOn(1), Privilege::None);
    QCOMPARE(errorOf(server().lineHandoff(app("A").id(), app("A").on(1), {}, MediaMode::InteractiveVoice)),
             LineError::TargetSelf); // without a list A is the first
}

void TestPriority::theListStaysWhenTheAppGoes() // P-11
{
    openByThree();
    QCOMPARE(puts("C.exe"), LineError::None);
    QVERIFY(app("C").shutsDown());
    QCOMPARE(ownerOfNewCall(), u"A"_s);
    TestApp again(&server(), &provider(), {u"C"_s, u"C.exe"_s, ApiVersion::V2_2, 0, false});
    QVERIFY(again.opens(3, Privilege::Owner));
    QCOMPARE(ownerOfNewCall(), QString());
    QCOMPARE(again.privilegeOn(2), Privilege::Owner);
}

void TestPriority::onlyThoseWhoMayOwnAreAsked() // P-10, P-11, P-14
{
    openByThree();
    QCOMPARE(puts("B.exe"), LineError::None);
    QVERIFY(app("B").closes());
    QVERIFY(app("B").opens(3, Privilege::Monitor));
    QCOMPARE(ownerOfNewCall(), u"A"_s);
    QVERIFY(app("B").opens(3, Privilege::Owner, MediaMode::G3Fax));
    QCOMPARE(ownerOfNewCall(), u"A"_s);
    QVERIFY(app("B").opens(3, Privilege::Owner));
    QCOMPARE(ownerOfNewCall(), u"B"_s);
}

QTEST_GUILESS_MAIN(TestPriority)

#include "tst_priority.moc"
