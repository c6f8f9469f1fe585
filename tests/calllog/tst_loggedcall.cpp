// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A row of the call log: what becomes of LINECALLINFO, of hostile texts, and what the checksum sees.

#include "calllog/loggedcall.h"
#include "logs.h"

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
            if (name != u"origin" && name != u"reason" && name != u"mediaMode")
                wanted += QString::number(number);
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
    QVERIFY(QJsonDocument::fromJson(record.details.toUtf8()).isObject());
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
    const CallLogSettings settings = callLogAt(place);
    QCOMPARE(settings.host, host);
    QCOMPARE(settings.database, database);
    QCOMPARE(callLogAt(callLogPlace(settings)), settings);
    QCOMPARE(settings.file, database.isEmpty() ? place : QString());
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestLoggedCall)
#include "tst_loggedcall.moc"
