// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// No number of TAPI rests on memory: every constant is compared with tapi.h of the package mingw-w64-common.

#include "tapi/names.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

class TestConstants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyConstantHasTheValueOfTapiH_data();
    void everyConstantHasTheValueOfTapiH();
    void everyConstantOfAFamilyIsKnownButTheLaterOnes_data() { everyConstantHasTheValueOfTapiH_data(); }
    void everyConstantOfAFamilyIsKnownButTheLaterOnes();
    void everyFamilyIsCompared();
    void namesAndValuesAreTranslatedBothWays();
    void aValueOutsideItsFamilyIsShownAsANumber();
    void bitsAreNamedOneByOne();
    void aModeIsNamedAfterTheFamilyOfItsState_data();
    void aModeIsNamedAfterTheFamilyOfItsState();

private:
    QHash<QString, quint32> m_tapi; // name -> value
};

void TestConstants::initTestCase()
{
    QFile header(u"/usr/share/mingw-w64/include/tapi.h"_s);
    QVERIFY2(header.open(QIODevice::ReadOnly), "tapi.h is missing: install the package mingw-w64-common");
    static const QRegularExpression define(
        uR"(^\s*#define\s+(LINE\w+)\s+(?:__MSABI_LONG\()?(0[xX][0-9a-fA-F]+|\d+)\)?\s*$)"_s,
        QRegularExpression::MultilineOption);
    auto matches = define.globalMatch(QString::fromUtf8(header.readAll()));
    while (matches.hasNext()) {
        const auto match = matches.next();
        m_tapi.insert(match.captured(1), match.captured(2).toUInt(nullptr, 0));
    }
    QVERIFY(m_tapi.size() > 500);
}

void TestConstants::everyConstantHasTheValueOfTapiH_data()
{
    QTest::addColumn<QString>("prefix");
    for (const ConstantFamily &family : constantFamilies())
        QTest::newRow(family.prefix) << QString::fromLatin1(family.prefix);
}

static ConstantFamily familyOf(const QString &prefix)
{
    for (const ConstantFamily &family : constantFamilies()) {
        if (prefix == QLatin1StringView(family.prefix))
            return family;
    }
    return {"", {}};
}

void TestConstants::everyConstantHasTheValueOfTapiH()
{
    QFETCH(const QString, prefix);
    const ConstantFamily family = familyOf(prefix);
    QVERIFY(!family.constants.isEmpty());
    for (const auto &[name, value] : family.constants) {
        const QString full = prefix + QLatin1StringView(name);
        QVERIFY2(m_tapi.contains(full), qPrintable(full + u" is not in tapi.h"_s));
        QVERIFY2(m_tapi.value(full) == value, qPrintable(full));
    }
}

void TestConstants::everyConstantOfAFamilyIsKnownButTheLaterOnes()
{
    // TAPI 3.x, call centres (agents, queues, proxies) and tapi3's call hubs.
    static const QSet<QString> outOfScope = {
        u"LINE_AGENTSPECIFIC"_s,
        u"LINE_AGENTSTATUS"_s,
        u"LINE_PROXYREQUEST"_s,
        u"LINE_AGENTSESSIONSTATUS"_s,
        u"LINE_QUEUESTATUS"_s,
        u"LINE_AGENTSTATUSEX"_s,
        u"LINE_GROUPSTATUS"_s,
        u"LINE_PROXYSTATUS"_s,
        u"LINE_APPNEWCALLHUB"_s,
        u"LINE_CALLHUBCLOSE"_s,
        u"LINE_DEVSPECIFICEX"_s,
        u"LINECALLSELECT_CALLID"_s,
        u"LINEDEVCAPFLAGS_MSP"_s,
        u"LINEDEVCAPFLAGS_CALLHUB"_s,
        u"LINEDEVCAPFLAGS_LOCAL"_s,
        u"LINEDEVCAPFLAGS_CALLHUBTRACKING"_s,
        u"LINEDEVCAPFLAGS_PRIVATEOBJECTS"_s,
    };
    QFETCH(const QString, prefix);
    QSet<QString> known;
    for (const auto &[name, value] : familyOf(prefix).constants)
        known.insert(prefix + QLatin1StringView(name));
    for (auto it = m_tapi.cbegin(); it != m_tapi.cend(); ++it) {
        if (it.key().startsWith(prefix) && !outOfScope.contains(it.key()))
            QVERIFY2(known.contains(it.key()), qPrintable(it.key() + u" is not known"_s));
    }
}

void TestConstants::everyFamilyIsCompared()
{
    QSet<QString> prefixes;
    qsizetype constants = 0;
    for (const ConstantFamily &family : constantFamilies()) {
        prefixes.insert(QString::fromLatin1(family.prefix));
        constants += family.constants.size();
    }
    QCOMPARE(prefixes.size(), constantFamilies().size()); // none twice
    // The families of constants.h: one enum class each, save for ApiVersion.
    QFile source(QFINDTESTDATA("../../engine/tapi/constants.h"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    QCOMPARE(prefixes.size(), qsizetype(text.count("enum class ") - 1));
    // And every enumerator of them has a name: "    Idle = 0x1,"; but None = 0 and the four API versions.
    static const QRegularExpression enumerator(uR"(^    \w+ = (0x)?[0-9a-f]+,?$)"_s,
                                               QRegularExpression::MultilineOption);
    qsizetype enumerators = 0;
    for (auto it = enumerator.globalMatch(QString::fromUtf8(text)); it.hasNext(); it.next())
        ++enumerators;
    QCOMPARE(constants, enumerators - 1 - 5);
}

void TestConstants::namesAndValuesAreTranslatedBothWays()
{
    for (const Named<CallState> &state : namesOf<CallState>()) {
        QCOMPARE(nameOf(state.value), QString::fromLatin1(state.name));
        QCOMPARE(fromName<CallState>(state.name), std::optional(state.value));
    }
    for (const Named<LineError> &error : namesOf<LineError>()) {
        QCOMPARE(lineErrorName(error.value), u"LINEERR_"_s + QLatin1StringView(error.name));
        QCOMPARE(fromName<LineError>(error.name), std::optional(error.value));
    }
    QVERIFY(!fromName<CallState>("connected")); // TAPI's spelling only
    QVERIFY(!fromName<CallState>(""));
    QCOMPARE(toString(ApiVersion::V2_2), u"2.2"_s);
    QCOMPARE(toString(ApiVersion::V1_4), u"1.4"_s);
    QCOMPARE(toString(ApiVersion::None), QString());
}

void TestConstants::aValueOutsideItsFamilyIsShownAsANumber()
{
    QCOMPARE(nameOf(CallState(0)), u"0"_s);
    QCOMPARE(nameOf(CallState(0x1000000)), u"0x1000000"_s);
    QCOMPARE(nameOf(LineError(0xc0000001)), u"0xC0000001"_s); // a device-specific error (O-19, E-5)
}

void TestConstants::bitsAreNamedOneByOne()
{
    QCOMPARE(namesOf(Privileges(Privilege::Owner) | Privilege::Monitor), (QStringList{u"MONITOR"_s, u"OWNER"_s}));
    QCOMPARE(namesOf(CallInfoStates()), QStringList());
    QCOMPARE(namesOf(Privileges::fromInt(0x102)), (QStringList{u"MONITOR"_s, u"0x100"_s}));
}

void TestConstants::aModeIsNamedAfterTheFamilyOfItsState_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<quint32>("mode");
    QTest::addColumn<QString>("name");
    QTest::newRow("S-40 disconnected") << CallState::Disconnected << 0x20u << u"BUSY"_s;
    QTest::newRow("S-51 above 16 bits") << CallState::Disconnected << 0x80000u << u"CANCELLED"_s;
    QTest::newRow("S-41 connected") << CallState::Connected << 0x2u << u"INACTIVE"_s;
    QTest::newRow("S-42 busy") << CallState::Busy << 0x2u << u"TRUNK"_s;
    QTest::newRow("S-43 dialtone") << CallState::DialTone << 0x4u << u"INTERNAL"_s;
    QTest::newRow("S-44 offering") << CallState::Offering << 0x2u << u"INACTIVE"_s;
    QTest::newRow("S-45 specialinfo") << CallState::SpecialInfo << 0x1u << u"NOCIRCUIT"_s;
    QTest::newRow("M-32 conferenced: a call") << CallState::Conferenced << 0x11u << u"0x11"_s;
    QTest::newRow("no mode") << CallState::Disconnected << 0u << QString();
}

void TestConstants::aModeIsNamedAfterTheFamilyOfItsState()
{
    QFETCH(const CallState, state);
    QFETCH(const quint32, mode);
    QFETCH(const QString, name);
    QCOMPARE(modeName(state, mode), name);
}

QTEST_APPLESS_MAIN(TestConstants)

#include "tst_constants.moc"
