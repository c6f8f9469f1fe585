// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A row of the call log: what becomes of LINECALLINFO, of hostile texts, and what the checksum sees.

#include "calllog/calllogquery.h"
#include "calllog/loggedcall.h"
#include "logs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace Linescope::Test {

class TestLoggedCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsKept();
    void everyColumnChangesTheChecksum();
    void neighboursCannotSwapTheirTexts();
    void textsAreMadeStorable_data();
    void textsAreMadeStorable();
    void aPlaceIsReadAsItIsWritten_data();
    void aPlaceIsReadAsItIsWritten();
    void aWrongPlaceIsNone();
    void detailsThatAreTooLongAreLeftOut();
    void everyOriginHasItsDirection();
};

// A member that is added to CallInfo is kept without a line here, and one that is lost is found.
void TestLoggedCall::everyMemberIsKept()
{
    CallInfo info;
    quint32 number = 1000;
    QStringList wanted;
    for (const CallInfoField &field : callInfoFields()) {
        const QString name = QString::fromLatin1(field.name);
        const bool isHandle = name == u"line" || name == u"lineDeviceId";
        if (const auto *text = std::get_if<QString CallInfo::*>(&field.member)) {
            info.*(*text) = u"text of "_s + name;
            wanted += info.*(*text);
        } else if (const auto *bytes = std::get_if<QByteArray CallInfo::*>(&field.member)) {
            info.*(*bytes) = field.name;
            wanted += QString::fromLatin1((info.*(*bytes)).toHex());
        } else if (!isHandle) {
            info.*std::get<quint32 CallInfo::*>(field.member) = ++number;
        }
    }
    LoggedCall record;
    takeCallInfo(record, info);
    QString kept;
    for (const LoggedCallColumn &column : loggedCallColumns()) {
        if (const auto *text = std::get_if<QString LoggedCall::*>(&column.member))
            kept += record.*(*text) + u'|';
        else
            kept += QString::number(record.*std::get<qint64 LoggedCall::*>(column.member)) + u'|';
    }
    for (const QString &value : std::as_const(wanted))
        QVERIFY2(kept.contains(value), qPrintable(value));
    QVERIFY(!record.origin.isEmpty() && !record.reason.isEmpty() && !record.mediaMode.isEmpty());
    // Numbers are in a column, or in the details by name.
    const QJsonObject details = QJsonDocument::fromJson(record.details.toUtf8()).object();
    for (const CallInfoField &field : callInfoFields()) {
        const auto *member = std::get_if<quint32 CallInfo::*>(&field.member);
        const QString name = QString::fromLatin1(field.name);
        if (!member || name == u"line" || name == u"lineDeviceId" || name == u"origin" || name == u"reason"
            || name == u"mediaMode")
            continue;
        const QJsonValue detail = details.value(name == u"relatedCallId" ? u"relatedCall"_s : name);
        const QString text = detail.isArray() ? QVariant(detail.toArray().toVariantList()).toStringList().join(u" | "_s)
                                              : detail.toVariant().toString();
        QVERIFY2(text == displayText(field, info) || kept.contains(QString::number(info.*(*member))), field.name);
    }
}

void TestLoggedCall::everyColumnChangesTheChecksum()
{
    const LoggedCall record = callOf(1);
    QSet<QString> seen{checksumOf(record)};
    for (const LoggedCallColumn &column : loggedCallColumns()) {
        LoggedCall other = record;
        if (const auto *text = std::get_if<QString LoggedCall::*>(&column.member))
            other.*(*text) += u'x';
        else
            other.*std::get<qint64 LoggedCall::*>(column.member) += 1;
        QVERIFY2(!seen.contains(checksumOf(other)), column.name);
        seen += checksumOf(other);
    }
}

void TestLoggedCall::neighboursCannotSwapTheirTexts()
{
    LoggedCall one;
    one.callerNumber = u"12"_s;
    one.callerName = u"3"_s;
    LoggedCall other;
    other.callerNumber = u"1"_s;
    other.callerName = u"23"_s;
    QVERIFY(checksumOf(one) != checksumOf(other));
}

void TestLoggedCall::textsAreMadeStorable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    const auto of = [](std::initializer_list<char16_t> units) {
        QString text; // fromUtf16() takes a byte order mark for one
        for (const char16_t unit : units)
            text += QChar(unit);
        return text;
    };
    QTest::newRow("plain") << u"O'Brien; DROP TABLE \"x\" -- %_\\"_s << u"O'Brien; DROP TABLE \"x\" -- %_\\"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("NUL") << of({u'a', 0, u'b'}) << of({u'a', 0x2400, u'b'});
    QTest::newRow("pair") << of({0xd83d, 0xde00}) << of({0xd83d, 0xde00});
    QTest::newRow("half, high") << of({u'a', 0xd83d}) << of({u'a', 0xfffd});
    QTest::newRow("half, low") << of({0xde00, u'a'}) << of({0xfffd, u'a'});
    QTest::newRow("two high") << of({0xd83d, 0xd83d, 0xde00}) << of({0xfffd, 0xd83d, 0xde00});
    QTest::newRow("byte order mark") << of({0xfeff, u'a'}) << of({0xfffd, u'a'});
    QTest::newRow("the other one") << of({0xfffe, u'a'}) << of({0xfffd, u'a'});
    QTest::newRow("10 KB") << QString(10'240, u'x') << QString(10'240, u'x');
    QTest::newRow("endless") << QString(100'000, u'x') << QString(65'536, u'x');
    QTest::newRow("cut in two") << QString(65'535, u'x') + of({0xd83d, 0xde00}) << QString(65'535, u'x') + of({0xfffd});
}

void TestLoggedCall::textsAreMadeStorable()
{
    QFETCH(QString, text);
    QFETCH(QString, stored);
    QCOMPARE(storableText(text), stored);
    QCOMPARE(storableText(stored), stored);
}

void TestLoggedCall::aPlaceIsReadAsItIsWritten_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("database");
    for (const char *file : {"/var/lib/calls.sqlite", "calls #1?.sqlite", "postgresql"})
        QTest::newRow(file) << QString::fromLatin1(file) << QString() << QString();
    QTest::newRow("server") << u"postgresql://linescope@db.example:5433/calls"_s << u"db.example"_s << u"calls"_s;
    QTest::newRow("socket") << u"postgresql://linescope@/calls?host=/run/my sock&port=5432"_s << u"/run/my sock"_s
                            << u"calls"_s;
    QTest::newRow("in clear") << u"postgresql://u@db.example:5432/calls?ca=/etc/my%26ca.pem&insecure=1"_s
                              << u"db.example"_s << u"calls"_s;
}

void TestLoggedCall::aPlaceIsReadAsItIsWritten()
{
    QFETCH(QString, place);
    QFETCH(QString, host);
    QFETCH(QString, database);
    const auto settings = callLogAt(place);
    QVERIFY(settings.has_value());
    QCOMPARE(settings->host, host);
    QCOMPARE(settings->database, database);
    QCOMPARE(callLogAt(callLogPlace(*settings)), settings);
    QCOMPARE(settings->file, database.isEmpty() ? place : QString());
}

void TestLoggedCall::aWrongPlaceIsNone()
{
    for (const char *place :
         {"", "postgresql://u@h", "postgresql://u@h/", "postgresql://h/d", "postgresql:///d", "postgresql://u@/d",
          "postgresql://u:secret@h/d", "postgresql://u@h:70000/d", "postgresql://u@h:0/d",
          "postgresql://u@/d?host=/run&port=70000", "postgresql://u@/d?host=/run&port=x", "postgres:d"})
        QVERIFY2(!callLogAt(QString::fromLatin1(place)), place);
}

// A record at whose texts somebody tries what fits.
void TestLoggedCall::detailsThatAreTooLongAreLeftOut()
{
    CallInfo info;
    info.bearerMode = 0x4;
    info.userUserInfo = QByteArray("hello");
    info.devSpecific = QByteArray(100'000, 'x');
    info.comment = QString(60'000, QChar(7));
    LoggedCall record;
    takeCallInfo(record, info);
    QVERIFY(record.details.size() < LongestLoggedText);
    const QJsonObject details = QJsonDocument::fromJson(record.details.toUtf8()).object();
    QCOMPARE(details.value(u"userUserInfo").toString(), QString::fromLatin1(info.userUserInfo.toHex()));
    QVERIFY(details.contains(u"bearerMode"));
    QVERIFY(!details.contains(u"devSpecific") && !details.contains(u"comment"));
}

void TestLoggedCall::everyOriginHasItsDirection()
{
    using Direction = CallLogQuery::Direction;
    const std::pair<const char *, Direction> expected[] = {
        {"INBOUND", Direction::Inbound},   {"EXTERNAL", Direction::Inbound}, {"OUTBOUND", Direction::Outbound},
        {"INTERNAL", Direction::Internal}, {"CONFERENCE", Direction::All},   {"", Direction::All}};
    for (const auto &[origin, direction] : expected) {
        LoggedCall record;
        record.origin = QString::fromLatin1(origin);
        QVERIFY2(directionOf(record) == direction, origin);
    }
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestLoggedCall)
#include "tst_loggedcall.moc"
