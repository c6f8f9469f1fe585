// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LINECALLINFO (rulebook 8.1, 8.2): its table of members, what changed, who fills what, and its packed form.

#include "tapi/callinfo.h"
#include "tapi/names.h"
#include "world/event.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;
using FilledBy = CallInfoField::FilledBy;

namespace {

void setSomething(CallInfo &info, const CallInfoField &field, int salt)
{
    std::visit(Overload{
                   [&](quint32 CallInfo::*member) { info.*member = quint32(0x01020304 + salt); },
                   [&](QString CallInfo::*member) { info.*member = u"Zoë %1 – 電話"_s.arg(salt); },
                   [&](QByteArray CallInfo::*member) { info.*member = QByteArray("\0\x7f\xff", 3) + char(salt); },
               },
               field.member);
}

CallInfo everythingSet(int salt)
{
    CallInfo info;
    for (const CallInfoField &field : callInfoFields())
        setSomething(info, field, salt);
    return info;
}

bool differs(const CallInfoField &field, const CallInfo &a, const CallInfo &b)
{
    return std::visit([&](auto member) { return a.*member != b.*member; }, field.member);
}

} // namespace

class TestCallInfo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberHasARow();
    void everyMemberOfTapiHasARow();
    void aRowPointsToAMemberOfItsOwn();
    void aChangeIsToldByItsBit_data();
    void aChangeIsToldByItsBit();
    void severalChangesAreToldTogether();
    void theEngineKeepsItsMembers();
    void packingLosesNothing_data();
    void packingLosesNothing();
    void brokenTextIsMendedOnce();
    void aPackedMemberIsReadAlone();
    void packingCostsWhatIsSaid();
    void equalRecordsArePackedAlike();
    void membersAreShownInWords();
    void numbersAreShownByTheirNames_data();
    void numbersAreShownByTheirNames();
};

void TestCallInfo::everyMemberHasARow()
{
    // A member without a row keeps its default here and would show up below.
    const CallInfo all = everythingSet(1);
    QFile header(QFINDTESTDATA("../../engine/tapi/callinfo.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(header.readAll());
    const QString body = text.mid(text.indexOf(u"struct CallInfo {"),
                                  text.indexOf(u"friend bool") - text.indexOf(u"struct CallInfo {"));
    static const QRegularExpression member(uR"(^    (quint32|QString|QByteArray) \w+)"_s,
                                           QRegularExpression::MultilineOption);
    qsizetype members = 0;
    for (auto it = member.globalMatch(body); it.hasNext(); it.next())
        ++members;
    QVERIFY(members > 50);
    QCOMPARE(qsizetype(callInfoFields().size()), members);
    for (const CallInfoField &field : callInfoFields())
        QVERIFY2(differs(field, all, CallInfo()), field.name);
}

void TestCallInfo::everyMemberOfTapiHasARow()
{
    QSet<QString> rules;
    for (const CallInfoField &field : callInfoFields())
        rules.insert(QString::fromLatin1(field.rule));
    for (int rule = 23; rule <= 62; ++rule) // I-20..I-22 are sizes; I-63 is API 3.0
        QVERIFY2(rules.contains(u"I-%1"_s.arg(rule)), qPrintable(u"I-%1 has no row"_s.arg(rule)));
}

void TestCallInfo::aRowPointsToAMemberOfItsOwn()
{
    QSet<QString> names;
    for (const CallInfoField &field : callInfoFields()) {
        names.insert(QString::fromLatin1(field.name));
        CallInfo info;
        setSomething(info, field, 3);
        for (const CallInfoField &other : callInfoFields())
            QCOMPARE(differs(other, info, CallInfo()), &other == &field);
    }
    QCOMPARE(names.size(), qsizetype(callInfoFields().size()));
}

void TestCallInfo::aChangeIsToldByItsBit_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < callInfoFields().size(); ++i)
        QTest::addRow("%s %s", callInfoFields()[i].rule, callInfoFields()[i].name) << int(i);
}

void TestCallInfo::aChangeIsToldByItsBit() // V-43
{
    QFETCH(const int, index);
    const CallInfoField &field = callInfoFields()[size_t(index)];
    const CallInfo before = everythingSet(1);
    CallInfo after = before;
    setSomething(after, field, 2);
    QCOMPARE(changedStates(before, before), CallInfoStates());
    if (field.filledBy == FilledBy::Provider)
        QCOMPARE(changedStates(before, after), CallInfoStates(field.changed));
    else // the provider never says anything about the engine's members (V-46)
        QVERIFY((changedStates(before, after) & ~CallInfoStates(field.changed)) == CallInfoStates());
}

void TestCallInfo::severalChangesAreToldTogether()
{
    CallInfo after;
    after.calledId = u"5551"_s;
    after.calledIdName = u"Ann"_s;
    after.reason = quint32(CallReason::Transfer);
    QCOMPARE(changedStates({}, after), CallInfoState::CalledId | CallInfoState::Reason);
}

void TestCallInfo::theEngineKeepsItsMembers() // I-6, P-27
{
    const CallInfo engine = everythingSet(1);
    const CallInfo provider = everythingSet(2);
    const CallInfo both = withProviderPart(engine, provider);
    for (const CallInfoField &field : callInfoFields()) {
        QVERIFY2(!differs(field, both, field.filledBy == FilledBy::Engine ? engine : provider), field.name);
        const bool counted = QByteArray(field.rule) == "I-40" || QByteArray(field.rule) == "I-41";
        QVERIFY(!counted || field.filledBy == FilledBy::Engine);
    }
}

void TestCallInfo::packingLosesNothing_data()
{
    QTest::addColumn<CallInfo>("info");
    QTest::newRow("nothing set") << CallInfo();
    QTest::newRow("everything set") << everythingSet(7);
    for (const CallInfoField &field : callInfoFields()) {
        CallInfo info;
        setSomething(info, field, 9);
        QTest::addRow("only %s", field.name) << info;
    }
    CallInfo zero;
    zero.trunk = 0; // differs from its default, which is not 0 (V-54)
    QTest::newRow("trunk 0") << zero;
    for (const int length : {1, 63, 64, 127, 128, 255, 256, 16'383, 16'384, 100'000}) {
        CallInfo info;
        info.callerIdName = QString(length, u'é');
        info.devSpecific = QByteArray(length, '\0');
        QTest::addRow("%d characters", length) << info;
    }
    CallInfo nul;
    nul.comment = u"\U0001F4DE "_s + QChar(0) + u"after NUL"_s;
    QTest::newRow("NUL and beyond the BMP") << nul;
}

void TestCallInfo::packingLosesNothing()
{
    QFETCH(const CallInfo, info);
    QVERIFY(PackedCallInfo(info).unpack() == info);
}

void TestCallInfo::brokenTextIsMendedOnce()
{
    CallInfo info;
    info.callerIdName = u"a"_s + QChar(0xd800) + u"b"_s; // a lone surrogate: no Unicode text
    const CallInfo mended = PackedCallInfo(info).unpack();
    QVERIFY(mended.callerIdName.isValidUtf16());
    QVERIFY(PackedCallInfo(mended) == PackedCallInfo(info));
}

void TestCallInfo::aPackedMemberIsReadAlone()
{
    const CallInfo info = everythingSet(4);
    const PackedCallInfo packed(info);
    for (const CallInfoField &field : callInfoFields()) {
        if (const auto *text = std::get_if<QString CallInfo::*>(&field.member)) {
            QCOMPARE(packed.text(*text), info.*(*text));
            QCOMPARE(PackedCallInfo().text(*text), QString());
        }
        if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member)) {
            QCOMPARE(packed.number(*number), info.*(*number));
            QCOMPARE(PackedCallInfo().number(*number), CallInfo().*(*number));
        }
    }
}

void TestCallInfo::packingCostsWhatIsSaid()
{
    QCOMPARE(PackedCallInfo().heapBytes(), 0);
    QCOMPARE(PackedCallInfo(CallInfo()).heapBytes(), 0);
    CallInfo usual;
    usual.mediaMode = quint32(MediaMode::InteractiveVoice);
    usual.origin = quint32(CallOrigin::Inbound);
    usual.reason = quint32(CallReason::Direct);
    usual.callerId = u"+15550100"_s;
    usual.calledId = u"101"_s;
    usual.callerIdFlags = usual.calledIdFlags = quint32(PartyIdFlag::Address);
    const PackedCallInfo packed(usual);
    QVERIFY(packed.heapBytes() > 12);
    QVERIFY(packed.heapBytes() < 120); // the struct has more than 700
    CallInfo more = usual;
    more.comment = QString(1000, u'x');
    QVERIFY(PackedCallInfo(more).heapBytes() >= packed.heapBytes() + 1000);
}

void TestCallInfo::equalRecordsArePackedAlike()
{
    QCOMPARE(PackedCallInfo(everythingSet(1)) == PackedCallInfo(everythingSet(1)), true);
    QCOMPARE(PackedCallInfo(everythingSet(1)) == PackedCallInfo(everythingSet(2)), false);
    CallInfo set;
    set.rate = 64000;
    set.rate = CallInfo().rate;
    QCOMPARE(PackedCallInfo(set) == PackedCallInfo(), true);
}

void TestCallInfo::membersAreShownInWords()
{
    CallInfo info;
    info.mediaMode = quint32(MediaModes(MediaMode::InteractiveVoice) | MediaMode::Unknown);
    info.origin = quint32(CallOrigin::Inbound);
    info.callerId = u"<b>x</b>"_s;
    info.userUserInfo = QByteArray::fromHex("04ff00");
    QHash<QString, QString> shown;
    for (const CallInfoField &field : callInfoFields())
        shown.insert(QString::fromLatin1(field.name), displayText(field, info));
    QVERIFY(shown.value(u"mediaMode"_s).contains(u"INTERACTIVEVOICE"));
    QVERIFY(shown.value(u"mediaMode"_s).contains(u"UNKNOWN"));
    QCOMPARE(shown.value(u"origin"_s), u"INBOUND"_s);
    QCOMPARE(shown.value(u"callerId"_s), u"<b>x</b>"_s); // as it is; the widget shows plain text
    QCOMPARE(shown.value(u"userUserInfo"_s).remove(u' ').toLower(), u"04ff00"_s);
    QCOMPARE(shown.value(u"comment"_s), QString());
    QCOMPARE(shown.value(u"trunk"_s), QString()); // the default says nothing
}

void TestCallInfo::numbersAreShownByTheirNames_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<quint32>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *member, quint32 value, const QString &text) {
        QTest::addRow("%s %u", member, value) << QString::fromLatin1(member) << value << text;
    };
    row("bearerMode", quint32(BearerMode::Data), u"DATA"_s);
    row("mediaMode", quint32(MediaMode::G3Fax), u"G3FAX"_s);
    row("monitorMediaModes", quint32((MediaMode::G3Fax | MediaMode::DataModem).toInt()), u"DATAMODEM | G3FAX"_s);
    row("callParamFlags", quint32(CallParamFlag::Secure), u"SECURE"_s);
    row("callParamFlags", quint32((CallParamFlag::Idle | CallParamFlag::BlockId).toInt()), u"IDLE | BLOCKID"_s);
    row("callParamFlags", 0x80000001, u"SECURE | 0x80000000"_s);
    row("callStates", quint32(CallState::Offering) | quint32(CallState::Accepted), u"OFFERING | ACCEPTED"_s);
    row("origin", quint32(CallOrigin::Internal), u"INTERNAL"_s);
    row("reason", quint32(CallReason::Pickup), u"PICKUP"_s);
    row("reason", quint32(CallReason::Direct), u"DIRECT"_s);
    row("reason", 0x40000000, u"0x40000000"_s);
    row("callerIdFlags", quint32(PartyIdFlag::Blocked), u"BLOCKED"_s);
    row("line", HLine{7}.handle(), u"L7"_s);
    row("rate", 64000, u"64000"_s);
}

void TestCallInfo::numbersAreShownByTheirNames() // I-28, I-30..I-36
{
    QFETCH(const QString, member);
    QFETCH(const quint32, value);
    QFETCH(const QString, text);
    for (const CallInfoField &field : callInfoFields()) {
        const auto *number = std::get_if<quint32 CallInfo::*>(&field.member);
        if (!number || member != QLatin1StringView(field.name))
            continue;
        CallInfo info;
        info.*(*number) = value;
        QCOMPARE(displayText(field, info), text);
        return;
    }
    QFAIL("no such member");
}

QTEST_APPLESS_MAIN(TestCallInfo)

#include "tst_callinfo.moc"
