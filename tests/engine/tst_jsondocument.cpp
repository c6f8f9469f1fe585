// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our reader of JSON beside Qt's: what it takes, Qt takes too, and sees the same in it.

#include "choices.h"
#include "journal/jsondocument.h"
#include "journal/jsonreader.h"
#include "journal/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

using Problem = JsonDocument::Problem;

// First: moc of Qt 6.4 loses its way in raw strings that follow each other.
class TestJsonDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWeTakeQtTakes();
    void whatIsNoJsonIsRefused_data();
    void whatIsNoJsonIsRefused();
    void textsComeBackAsTheyWere();
    void halfACharacterIsNone();
    void aMemberIsTakenOnce();
};

namespace {

// The same values, as far as both know them.
bool same(const JsonValue &ours, const QJsonValue &qts);

bool sameElements(const JsonValue &ours, const QJsonArray &qts)
{
    qsizetype i = 0;
    return ours.count() == qts.size()
        && ours.forEach([&](const JsonValue &element) { return same(element, qts.at(i++)); });
}

bool same(const JsonValue &ours, const QJsonValue &qts)
{
    switch (ours.kind()) {
    case JsonValue::Kind::Null:
        return qts.isNull();
    case JsonValue::Kind::Bool:
        return qts.isBool() && qts.toBool() == ours.toBool();
    case JsonValue::Kind::Integer:
        return qts.isDouble() && qts.toInteger() == ours.toInteger();
    case JsonValue::Kind::Fraction:
        return qts.isDouble() && !ours.toInteger();
    case JsonValue::Kind::Text:
        return qts.isString() && QString(qts.toString()) == ours.toString();
    case JsonValue::Kind::Array:
        return qts.isArray() && sameElements(ours, qts.toArray());
    case JsonValue::Kind::Object:
        return qts.isObject();
    }
    return false;
}

// Bits and pieces of JSON, in no order.
QByteArray nonsense(Choices &choices)
{
    static const QByteArray pieces[] = {"{",
                                        "}",
                                        "[",
                                        "]",
                                        ",",
                                        ":",
                                        "\"a\":",
                                        "\"b\":",
                                        "\"\"",
                                        "\"\\u00e9\\n\"",
                                        "\"\\ud83d\\ude42\"",
                                        "\"\xc3\xa9\"",
                                        "0",
                                        "-1",
                                        "1.5",
                                        "1e3",
                                        "01",
                                        "true",
                                        "false",
                                        "null",
                                        " ",
                                        "\t",
                                        "\\",
                                        "\""};
    QByteArray text = "{";
    for (quint32 i = choices.below(12); i > 0; --i)
        text += pieces[choices.below(std::size(pieces))];
    return text + (choices.below(4) == 0 ? "" : "}");
}

} // namespace

void TestJsonDocument::whatWeTakeQtTakes()
{
    Choices choices(2611);
    JsonDocument document;
    int taken = 0;
    for (int i = 0; i < 200'000; ++i) {
        const QByteArray text = nonsense(choices);
        const bool ours = document.read(text) == Problem::None;
        QJsonParseError error;
        const QJsonObject qts = QJsonDocument::fromJson(text, &error).object();
        QVERIFY2(!ours || error.error == QJsonParseError::NoError, text);
        if (!ours)
            continue;
        ++taken;
        for (const QString &key : qts.keys()) {
            const auto member = document.member(key.toUtf8());
            QVERIFY2(member, text);
            const bool isTwice = text.count('"' + key.toUtf8() + "\":") > 1; // Qt takes the last one
            QVERIFY2(isTwice || same(*member, qts.value(key)), text);
        }
    }
    QVERIFY2(taken > 3'000, qPrintable(QString::number(taken)));
}

void TestJsonDocument::whatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *name, const QByteArray &line, Problem problem = Problem::NoObject) {
        QTest::addRow("%s", name) << line << problem;
    };
    row("nothing", "");
    row("an array", "[]");
    row("a text", "\"a\"");
    row("more behind it", "{}{}");
    row("a comma too many", R"({"a":1,})");
    row("no value", R"({"a":})");
    row("no colon", R"({"a" 1})");
    row("key without quotes", R"({a:1})");
    row("leading zero", R"({"a":01})");
    row("plus", R"({"a":+1})");
    row("nothing behind the point", R"({"a":1.})");
    row("nothing before the point", R"({"a":.5})");
    row("no exponent", R"({"a":1e})");
    row("only a sign", R"({"a":-})");
    row("a word", R"({"a":nil})");
    row("a word that goes on", R"({"a":truee})");
    row("unended text", R"({"a":"b})");
    row("unended escape", "{\"a\":\"b\\");
    row("unknown escape", R"({"a":"\x"})");
    row("half an escape", R"({"a":"\u12"})");
    row("a sign in an escape", R"({"a":"\u-123"})");
    row("a raw control", "{\"a\":\"b\x01\"}");
    row("a raw line feed behind an escape", "{\"a\":\"\\t\n\"}");
    row("bytes that are no UTF-8", "{\"a\":\"\xff\"}");
    row("half a character of UTF-8", "{\"a\":\"\xc3\"}");
    row("deep enough", R"({"a":)" + QByteArray(63, '[') + QByteArray(63, ']') + '}', Problem::None);
    row("too deep", R"({"a":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}', Problem::TooDeep);
    row("too deep without end", R"({"a":)" + QByteArray(1 << 19, '['), Problem::TooDeep);
    row("too many values", R"({"a":[0)" + QByteArray(",0").repeated(20'000) + "]}", Problem::TooMuch);
    row("spaces", " \t{ \"a\" : [ 1 , 2 ] } \r\n", Problem::None);
}

void TestJsonDocument::whatIsNoJsonIsRefused()
{
    QFETCH(QByteArray, line);
    JsonDocument document;
    QTEST(document.read(line), "problem");
}

void TestJsonDocument::textsComeBackAsTheyWere()
{
    Choices choices(2612);
    JsonDocument document;
    for (int i = 0; i < 20'000; ++i) {
        QString text = u"x"_s;
        for (quint32 length = choices.below(8); length > 0; --length)
            text += choices.below(3) == 0
                ? QString(QChar(char16_t(choices.below(0xd800))))
                : QStringList{u"🙂"_s, u"\ufeff"_s, u"é"_s, u"\\"_s, u"\""_s}.at(choices.below(5));
        text.remove(0, choices.below(2));
        if (text.isEmpty())
            continue;
        JsonWriter json;
        json.add("a", text);
        const QByteArray line = json.take();
        QVERIFY(document.read(line) == Problem::None);
        QCOMPARE(document.member("a")->toString(), text);
    }
}

void TestJsonDocument::halfACharacterIsNone()
{
    JsonDocument document;
    const auto read = [&](const QByteArray &text) {
        const QByteArray line = R"({"a":")" + text + "\"}";
        return document.read(line) == Problem::None ? document.member("a")->toString() : QString();
    };
    const QString half{QChar(QChar::ReplacementCharacter)};
    QCOMPARE(read(R"(\ud83d)"), half);
    QCOMPARE(read(R"(\ud83d\u0041)"), half + u'A');
    QCOMPARE(read(R"(\ude42\ud83d)"), half + half);
    QCOMPARE(read(R"(\ud83d\ude42)"), u"🙂"_s);
    QCOMPARE(read(R"(\ud83dx)"), half + u'x');
}

void TestJsonDocument::aMemberIsTakenOnce() // so one that is there twice is one too many
{
    JsonDocument document;
    const QByteArray line = R"({"a":1,"b":{"a":2},"a":3})";
    QVERIFY(document.read(line) == Problem::None);
    JsonReader json(document);
    qint64 a = 0;
    json.demand("a", a);
    QCOMPARE(a, 1);
    JsonReader b = json.demandObject("b");
    b.demand("a", a);
    QCOMPARE(a, 2);
    b.finish();
    QCOMPARE(b.error(), QString());
    json.finish();
    QCOMPARE(json.error(), u"The field \"a\" is not known here."_s);
    QVERIFY(!json.take("c", a));
}

QTEST_APPLESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"
