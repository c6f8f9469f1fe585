// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON of events is a public contract: every line is written out here.

#include "journal/eventjson.h"
#include "journal/plaintext.h"
#include "tapi/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace Linescope;
using namespace Qt::StringLiterals;

// First: moc of Qt 6.4 loses its way in raw strings that follow each other.
class TestEventJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsWrittenAsDocumented_data();
    void everyEventIsWrittenAsDocumented();
    void everyAlternativeHasARow();
    void everyMemberOfACallRecordIsWrittenWhenSet();
    void theHeaderComesFirst();
    void theSummaryCountsWhatWas();
    void theObjectSaysTheSameAsTheLine();
    void noRawControlByteLeaves();
    void numbersAndNamesAreMasked_data();
    void numbersAndNamesAreMasked();
    void numbersInFreeTextAreMasked_data();
    void numbersInFreeTextAreMasked();
    void aMaskedEventShowsNoNumber();
};

namespace {

constexpr Microseconds when = 1'795'343'100'000'042;
const QByteArray beginning = R"({"seq":7,"t":"2026-11-22T10:25:00.000042Z","event":")";

PackedCallInfo incoming()
{
    CallInfo info;
    info.addressId = 1;
    info.origin = quint32(CallOrigin::External);
    info.reason = quint32(CallReason::Direct);
    info.callerId = u"5550100"_s;
    info.callerIdName = u"Front desk"_s;
    info.cause = 16;
    info.providerRef = u"1795343100.17"_s;
    info.group = u"1795343100.16"_s;
    info.relatedCallId = 9;
    return PackedCallInfo(info);
}

struct Row {
    const char *name;
    EventPayload payload;
    QByteArray fields; // after "event":
};

std::shared_ptr<const Request> shared(const Request &request) { return std::make_shared<const Request>(request); }

std::shared_ptr<const DeviceInfo> phone()
{
    DeviceInfo info;
    info.name = u"PJSIP/101"_s;
    info.capFlags = DevCapFlag::CloseDrop;
    return std::make_shared<const DeviceInfo>(info);
}

Events::LineOpened opened(OpenOptions options = {}, quint32 address = 0)
{
    return {{3},     {1},    {2}, ApiVersion::V2_1, Privilege::Owner | Privilege::Monitor, MediaMode::InteractiveVoice,
            options, address};
}

// One row for every alternative of EventPayload at least; some have more.
QList<Row> rows()
{
    using namespace Events;
    using State = Linescope::CallState;
    const auto normal = quint32(DisconnectMode::Normal);
    const Requests::InitializeEx dialer{u"Dialer"_s, u"dialer.exe"_s, ApiVersion::V2_0, 4711, true};
    return {
        {"provider, first", ProviderState{{1}, false, u"Simulator"_s, u"Starting."_s},
         R"(providerState","provider":"P1","name":"Simulator","up":false,"text":"Starting.")"},
        {"provider, later", ProviderState{{1}, true, {}, {}}, R"(providerState","provider":"P1","up":true)"},
        {"application", AppInitialized{{2}, std::make_shared<const Requests::InitializeEx>(dialer)},
         R"(appInitialized","app":"A2","name":"Dialer","module":"dialer.exe","pid":4711,"api":"2.0","monitor":true)"},
        {"application, no more than its name",
         AppInitialized{{2}, std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{u"A"_s, {}})},
         R"(appInitialized","app":"A2","name":"A","api":"2.2")"},
        {"application ends", AppShutdown{{2}, ShutdownReason::Crashed},
         R"(appShutdown","app":"A2","reason":"crashed")"},
        {"device", DeviceAdded{{2}, {1}, {5}, phone()},
         R"(deviceAdded","device":"D2","provider":"P1","driverLine":"l5","name":"PJSIP/101","addresses":1,)"
         R"("media":["INTERACTIVEVOICE"],"capabilities":["CLOSEDROP"],"inService":true,"connected":true)"},
        {"device gone", DeviceRemoved{{2}}, R"(deviceRemoved","device":"D2")"},
        {"device state", DeviceState{{2}, {5}, false, true, u"Unavailable"_s},
         R"(deviceState","device":"D2","driverLine":"l5","inService":false,"connected":true,"text":"Unavailable")"},
        {"line", opened(),
         R"(lineOpened","line":"L3","app":"A1","device":"D2","api":"2.1","privilege":["MONITOR","OWNER"],)"
         R"("media":["INTERACTIVEVOICE"])"},
        {"line, one address (P-14)", opened(OpenOption::SingleAddress, 2),
         R"(lineOpened","line":"L3","app":"A1","device":"D2","api":"2.1","privilege":["MONITOR","OWNER"],)"
         R"("media":["INTERACTIVEVOICE"],"options":["SINGLEADDRESS"],"addressId":2)"},
        {"line closed", LineClosed{{3}, {1}, {2}, LineCloseReason::Provider, u"no licence"_s},
         R"(lineClosed","line":"L3","app":"A1","device":"D2","reason":"provider","text":"no licence")"},
        {"call", CallCreated{{17}, {2}, {40}, 228, incoming()},
         R"(callCreated","call":"C17","device":"D2","driverCall":"d40","bytes":228,"addressId":1,)"
         R"("relatedCall":9,"origin":"EXTERNAL","reason":"DIRECT","callerId":"5550100","callerName":"Front desk",)"
         R"("cause":16,"providerRef":"1795343100.17","group":"1795343100.16")"},
        {"call state", Events::CallState{{17}, State::Disconnected, State::Connected, normal},
         R"(callState","call":"C17","state":"DISCONNECTED","mode":"NORMAL","previous":"CONNECTED")"},
        {"call state without mode", Events::CallState{{17}, State::Idle, State::Disconnected, 0},
         R"(callState","call":"C17","state":"IDLE","previous":"DISCONNECTED")"},
        {"call in a conference (S-39)", Events::CallState{{17}, State::Conferenced, State::OnHold, 18},
         R"(callState","call":"C17","state":"CONFERENCED","mode":"C18","previous":"ONHOLD")"},
        {"call info", Events::CallInfo{{17}, CallInfoState::CallerId | CallInfoState::ConnectedId, incoming()},
         R"(callInfo","call":"C17","changed":["CALLERID","CONNECTEDID"],"addressId":1,"relatedCall":9,"origin":"EXTERNAL",)"
         R"("reason":"DIRECT","callerId":"5550100","callerName":"Front desk","cause":16,)"
         R"("providerRef":"1795343100.17","group":"1795343100.16")"},
        {"call bytes", CallBytes{{17}, 300}, R"(callBytes","call":"C17","bytes":300)"},
        {"call released", CallReleased{{17}, {2}}, R"(callReleased","call":"C17","device":"D2")"},
        {"handle", HandleCreated{{42}, {17}, {3}, {1}, Privilege::Owner, 44},
         R"(handleCreated","handle":"H42","call":"C17","line":"L3","app":"A1","privilege":"OWNER","bytes":44)"},
        {"privilege", HandlePrivilege{{42}, {17}, {1}, Privilege::Monitor},
         R"(handlePrivilege","handle":"H42","call":"C17","app":"A1","privilege":"MONITOR")"},
        {"void, idle", HandleVoided{{42}, {17}, {3}, {1}, VoidReason::Deallocated, true, 2'000'001},
         R"(handleVoided","handle":"H42","call":"C17","line":"L3","app":"A1","reason":"deallocated","wasIdle":true,)"
         R"("retainedFor":2000001)"},
        {"void, live (L-28)", HandleVoided{{42}, {17}, {3}, {1}, VoidReason::LineClosedByProvider, false, 0},
         R"(handleVoided","handle":"H42","call":"C17","line":"L3","app":"A1","reason":"lineClosedByProvider","wasIdle":false)"},
        {"message", Message{{1}, {MessageId::Close, HLine{3}.handle()}},
         R"(message","app":"A1","message":"LINE_CLOSE","device":"L3")"},
        {"request", RequestMade{{1}, shared(Requests::Drop{{42}})},
         R"(request","app":"A1","function":"lineDrop","arguments":{"call":"H42"})"},
        {"result of the first function",
         RequestResult{{1}, quint8(Request(Requests::InitializeEx()).index()), LineError::None, {}},
         R"(result","app":"A1","function":"lineInitializeEx")"},
        {"result, pending", RequestResult{{1}, quint8(Request(Requests::Drop()).index()), LineError::None, {7}},
         R"(result","app":"A1","function":"lineDrop","request":"R7")"},
        {"result, refused", RequestResult{{1}, quint8(Request(Requests::Drop()).index()), LineError::NotOwner, {}},
         R"(result","app":"A1","function":"lineDrop","error":"NOTOWNER")"},
        {"command", CommandSent{{1}, Commands::CloseCall{{{17}, {40}}}},
         R"(command","provider":"P1","command":"closeCall","call":"C17","driverCall":"d40")"},
        {"report", ReportReceived{{1}, Reports::CallBytes{{40}, 300}},
         R"(report","provider":"P1","report":"callBytes","driverCall":"d40","bytes":300)"},
        {"finding",
         FindingRaised{
             std::make_shared<const Finding>(Finding{"V-15", Severity::Violation, u"C17"_s, u"Unknown call."_s})},
         R"(finding","rule":"V-15","severity":"violation","subject":"C17","text":"Unknown call.")"},
        {"finding",
         FindingRaised{
             std::make_shared<const Finding>(Finding{"V-21", Severity::Warning, u"C17"_s, u"No cause."_s, {12, 0}})},
         R"(finding","rule":"V-21","severity":"warning","subject":"C17","text":"No cause.","evidence":[12,0])"},
    };
}

QByteArray lineOf(const EventPayload &payload, Masking masking = Masking::None)
{
    return toJsonLine({7, when, payload}, masking);
}

// Compares the line with what a row says and lets Qt's own reader have a look.
void compare(const QByteArray &line, const QByteArray &expected)
{
    QCOMPARE(line, expected);
    QJsonParseError error;
    QVERIFY(QJsonDocument::fromJson(line, &error).isObject());
    QCOMPARE(error.error, QJsonParseError::NoError);
}

// Every alternative of the variant has a row.
template<class Values>
void expectAllAlternatives(const Values &values)
{
    using Variant = typename Values::value_type;
    std::set<size_t> seen;
    for (const Variant &value : values)
        seen.insert(value.index());
    QCOMPARE(seen.size(), std::variant_size_v<Variant>);
}

// What an attacker writes: controls, direction marks, quotes, lone surrogates, and ordinary text between.
QString hostileText(QRandomGenerator &random)
{
    static constexpr char16_t units[] = {0x00,   0x07,   0x08,   0x09,   0x0a,   0x0d,   0x1b,   0x22,   0x5c,
                                         0x7f,   0x80,   0x85,   0x9b,   0x9f,   0xad,   0x061c, 0x200b, 0x200e,
                                         0x2028, 0x2029, 0x202e, 0x2066, 0x2069, 0xd800, 0xdb40, 0xdc41, 0xdfff,
                                         0xfeff, 0xfffe, 0xffff, u'[',   u'2',   u'J',   u'é',   u'字',  u'/'};
    QString text;
    for (int i = random.bounded(1, 24); i > 0; --i)
        text += random.bounded(4) == 0 ? QChar(char16_t(random.bounded(0x10000)))
                                       : QChar(units[random.bounded(int(std::size(units)))]);
    return text;
}

// Half a character becomes the replacement character; in records, which are packed as UTF-8, a question mark.
QString wellFormed(QString text, QChar replacement)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = replacement;
    }
    return text;
}

bool hasRawControl(const QByteArray &line)
{
    for (const char c : line) {
        const auto byte = quint8(c);
        if (byte < 0x20 || byte == 0x7f)
            return true;
    }
    const QString text = QString::fromUtf8(line);
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return !isPlain(c.unicode()) || c == QChar(tagSurrogate); });
}

} // namespace

void TestEventJson::everyEventIsWrittenAsDocumented_data()
{
    QTest::addColumn<int>("row");
    const QList<Row> all = rows();
    for (int i = 0; i < all.size(); ++i)
        QTest::addRow("%s", all.at(i).name) << i;
}

void TestEventJson::everyEventIsWrittenAsDocumented()
{
    QFETCH(int, row);
    const Row expected = rows().at(row);
    const QByteArray line = beginning + expected.fields + "}";
    compare(lineOf(expected.payload), line);
    const auto read = fromJsonLine(line);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QVERIFY(*read == (Event{7, when, expected.payload}));
}

void TestEventJson::everyAlternativeHasARow()
{
    QList<EventPayload> payloads;
    for (const Row &row : rows()) {
        payloads += row.payload;
        QVERIFY2(row.fields.startsWith(eventName(row.payload) + QByteArray("\"")), row.name);
    }
    expectAllAlternatives(payloads);
}

void TestEventJson::everyMemberOfACallRecordIsWrittenWhenSet()
{
    CallInfo info;
    for (const CallInfoField &field : callInfoFields()) {
        std::visit(
            [&info](auto member) {
                using Value = std::decay_t<decltype(info.*member)>;
                if constexpr (std::is_same_v<Value, quint32>)
                    info.*member = 4;
                else if constexpr (std::is_same_v<Value, QString>)
                    info.*member = u"x"_s;
                else
                    info.*member = QByteArray("x");
            },
            field.member);
    }
    const QJsonObject object = toJson({7, when, Events::CallCreated{{17}, {2}, {40}, 0, PackedCallInfo(info)}});
    for (const CallInfoField &field : callInfoFields()) {
        const bool renamed = qstrcmp(field.name, "relatedCallId") == 0;
        const QString name = renamed ? u"relatedCall"_s : QString::fromLatin1(field.name);
        QVERIFY2(object.contains(name), field.name);
    }
    QCOMPARE(object.value("mediaMode"_L1), QJsonArray{u"INTERACTIVEVOICE"_s});
    QCOMPARE(object.value("callStates"_L1), QJsonArray{u"ACCEPTED"_s});
    QCOMPARE(object.value("callerIdFlags"_L1), QJsonArray{u"NAME"_s});
    QCOMPARE(object.value("display"_L1), u"78"_s);
}

void TestEventJson::theHeaderComesFirst()
{
    compare(journalHeader(u"simulator:?lines=4"_s, when),
            R"({"linescope":"journal/1","source":"simulator:?lines=4","started":"2026-11-22T10:25:00.000042Z",)"
            R"("clock":"monotonic+utc"})");
}

void TestEventJson::theSummaryCountsWhatWas()
{
    World world;
    quint64 seq = 0;
    const auto tell = [&](EventPayload payload) { world.apply(Event{++seq, when, std::move(payload)}); };
    tell(Events::ProviderState{{1}, true, u"Fake"_s, {}});
    tell(Events::DeviceAdded{{1}, {1}, {1}, phone()});
    tell(Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>()});
    Events::LineOpened line = opened();
    line.device = {1};
    tell(line);
    for (const quint32 n : {1u, 2u, 3u}) {
        tell(Events::CallCreated{{n}, {1}, {n}, 0, {}});
        tell(Events::CallState{{n}, CallState::Connected, CallState::Unknown, 0});
        tell(Events::HandleCreated{{n}, {n}, {3}, {1}, Privilege::Monitor, 44});
    }
    for (const quint32 n : {1u, 2u})
        tell(Events::CallState{{n}, CallState::Idle, CallState::Connected, 0});
    tell(Events::HandleVoided{{1}, {1}, {3}, {1}, VoidReason::Deallocated, true, 0});
    tell(Events::FindingRaised{std::make_shared<const Finding>()});
    compare(journalSummary(world, 5),
            R"({"event":"summary","calls":3,"handles":3,"retained":1,"voided":1,"findings":1,"dropped":5})");
}

void TestEventJson::theObjectSaysTheSameAsTheLine()
{
    for (const Row &row : rows()) {
        const Event event{7, when, row.payload};
        QCOMPARE(toJson(event), QJsonDocument::fromJson(toJsonLine(event)).object());
        QCOMPARE(toJson(event).value("event"_L1).toString(), QString::fromLatin1(eventName(row.payload)));
    }
}

void TestEventJson::noRawControlByteLeaves() // threat 5
{
    QRandomGenerator random(20'26);
    for (int i = 0; i < 100'000; ++i) {
        const QString text = hostileText(random);
        const bool masked = i % 4 == 3;
        CallInfo info;
        info.callerIdName = text;
        const QByteArray line = i % 2 == 0
            ? lineOf(Events::ProviderState{{1}, true, text, text}, masked ? Masking::Mask : Masking::None)
            : lineOf(Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(info)},
                     masked ? Masking::Mask : Masking::None);
        QVERIFY2(!hasRawControl(line), line.toHex());
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value("seq"_L1).toInt(), 7);
        if (!masked)
            QCOMPARE(object.value(i % 2 == 0 ? "text"_L1 : "callerName"_L1).toString(),
                     wellFormed(text, i % 2 == 0 ? QChar(QChar::ReplacementCharacter) : u'?'));
    }
}

void TestEventJson::numbersAndNamesAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("number") << u"+12025550123"_s << u"**********23"_s;
    QTest::addRow("name") << u"Front desk"_s << u"********sk"_s;
    QTest::addRow("extension") << u"101"_s << u"**1"_s;
    QTest::addRow("two") << u"17"_s << u"*7"_s;
    QTest::addRow("one") << u"7"_s << u"*"_s;
    QTest::addRow("nothing") << QString() << QString();
    QTest::addRow("a character of two units is not cut") << u"name🙂x"_s << u"******x"_s;
}

void TestEventJson::numbersAndNamesAreMasked()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(masked(text), shown);
}

void TestEventJson::numbersInFreeTextAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("device") << u"PJSIP/101"_s << u"PJSIP/**1"_s;
    QTest::addRow("channel") << u"PJSIP/5550100-0000001f"_s << u"PJSIP/*****00-*****01f"_s;
    QTest::addRow("short numbers stay") << u"Line 12, in 4 s"_s << u"Line 12, in 4 s"_s;
    QTest::addRow("all") << u"5550100"_s << u"*****00"_s;
    QTest::addRow("digits of other scripts") << u"٠١٢٣٤"_s << u"***٣٤"_s;
    QTest::addRow("nothing") << QString() << QString();
}

void TestEventJson::numbersInFreeTextAreMasked()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(withMaskedNumbers(text), shown);
}

void TestEventJson::aMaskedEventShowsNoNumber() // threat 15
{
    const QString number = u"5550100"_s;
    CallInfo info;
    for (const CallInfoField &field : callInfoFields()) {
        if (const auto *member = std::get_if<QString CallInfo::*>(&field.member))
            info.**member = number;
        else if (const auto *bytes = std::get_if<QByteArray CallInfo::*>(&field.member))
            info.**bytes = number.toLatin1();
    }
    info.providerRef = u"sim-1"_s; // names the call, not a person: never masked
    info.group = u"sim-1"_s;
    DeviceInfo device;
    device.name = number;
    device.stateText = number;
    const Requests::MakeCall makeCall{{3}, number, {0, {}, {}, {}, number, number, number}};
    const QList<EventPayload> payloads = {
        Events::ProviderState{{1}, true, number, number},
        Events::AppInitialized{{1},
                               std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{number, number})},
        Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>(device)},
        Events::DeviceState{{1}, {1}, true, true, number},
        Events::LineClosed{{1}, {1}, {1}, LineCloseReason::Provider, number},
        Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(info)},
        Events::CallInfo{{1}, CallInfoStates::fromInt(~0u), PackedCallInfo(info)},
        Events::RequestMade{{1}, shared(makeCall)},
        Events::RequestMade{{1}, shared(Requests::InitializeEx{number, number})},
        Events::RequestMade{{1}, shared(Requests::Handoff{{1}, number, {}})},
        Events::CommandSent{{1}, Commands::MakeCall{{1}, {1}, {1}, 0, number}},
        Events::ReportReceived{{1}, Reports::NewCall{{1}, {1}, PackedCallInfo(info), 0}},
        Events::ReportReceived{{1}, Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>(device)}},
        Events::ReportReceived{{1}, Reports::DeviceState{{1}, true, true, number}},
        Events::ReportReceived{{1}, Reports::LineClose{{1}, number}},
        Events::FindingRaised{std::make_shared<const Finding>(Finding{"V-15", Severity::Info, u"C1"_s, number})},
    };
    for (const EventPayload &payload : payloads) {
        const QByteArray line = lineOf(payload, Masking::Mask);
        QVERIFY2(!line.contains("5550"), line);
        QVERIFY2(!line.contains(number.toLatin1().toHex()), line);
        QVERIFY2(line.contains("**"), line);
        QVERIFY(lineOf(payload).contains("5550100"));
    }
    const Events::ReportReceived digit{{1}, Reports::MonitorDigits{{1}, '5', DigitMode::Dtmf}};
    QVERIFY(lineOf(digit).contains(R"("digit":"5")"));
    QVERIFY(lineOf(digit, Masking::Mask).contains(R"("digit":"*")"));
}

QTEST_APPLESS_MAIN(TestEventJson)
#include "tst_eventjson.moc"
