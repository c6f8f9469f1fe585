// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing that says who called whom leaves a Masker, whatever event carries it.

#include "journal/eventjson.h"
#include "journal/masker.h"
#include "world/eventfields.h"

#include <QRegularExpression>
#include <QTest>

#include <utility>

namespace Linescope::Test {

namespace {

const QString canary = QStringLiteral("4930886655");

// Puts the canary into every text of a struct that is not a program's or a thing's own name.
template<class Struct>
int plant(Struct &owner);

int plantIn(std::string_view name, QString &text)
{
    const bool own = name == "friendlyAppName" || name == "module" || name == "fileName" || name == "subject";
    if (!own)
        text = canary;
    return own ? 0 : 1;
}
int plantIn(std::string_view, QByteArray &bytes)
{
    bytes = canary.toLatin1();
    return 1;
}
int plantIn(std::string_view, PackedCallInfo &packed)
{
    CallInfo info;
    info.callerId = info.calledId = info.connectedId = info.redirectionId = info.redirectingId = canary;
    info.callerIdName = info.calledIdName = info.connectedIdName = info.redirectionIdName = info.redirectingIdName =
        canary;
    info.displayableAddress = info.calledParty = info.comment = info.channel = canary;
    info.display = info.userUserInfo = info.devSpecific = info.callData = info.chargingInfo = canary.toLatin1();
    packed = PackedCallInfo(info);
    return 1;
}
int plantIn(std::string_view, CallParams &params) { return plant(params); }
template<class Struct>
int plantIn(std::string_view, std::shared_ptr<const Struct> &shared)
{
    auto made = std::make_shared<Struct>();
    const int planted = plant(*made);
    shared = std::move(made);
    return planted;
}
template<class Value>
int plantIn(std::string_view, Value &)
{
    return 0;
}
template<class Struct>
int plant(Struct &owner)
{
    int planted = 0;
    forEachField<Struct>([&](const auto &field) { planted += plantIn(field.name, owner.*field.member); });
    return planted;
}

// One value of every alternative, the canary in it.
template<class Variant, size_t... I>
std::vector<Variant> planted(std::index_sequence<I...>)
{
    std::vector<Variant> all;
    const auto add = [&](auto one) {
        plant(one);
        all.emplace_back(std::move(one));
    };
    (add(std::variant_alternative_t<I, Variant>()), ...);
    return all;
}
template<class Variant>
std::vector<Variant> planted()
{
    return planted<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

EventBatch everyEvent()
{
    std::vector<EventPayload> payloads;
    for (const Request &request : planted<Request>())
        payloads.emplace_back(Events::RequestMade{{1}, std::make_shared<const Request>(request)});
    for (const Command &command : planted<Command>())
        payloads.emplace_back(Events::CommandSent{{1}, command});
    for (const Report &report : planted<Report>())
        payloads.emplace_back(Events::ReportReceived{{1}, report});
    Events::ProviderState provider{{1}, true, {}, canary};
    Events::AppInitialized app{{1}, std::make_shared<const Requests::InitializeEx>()};
    Events::DeviceAdded device;
    Events::DeviceState state;
    Events::LineClosed closed;
    Events::CallCreated created;
    Events::CallInfo changed;
    Events::FindingRaised finding;
    plant(device);
    plant(state);
    plant(closed);
    plant(created);
    plant(changed);
    plant(finding);
    for (const EventPayload &payload :
         std::initializer_list<EventPayload>{provider, app, device, state, closed, created, changed, finding})
        payloads.push_back(payload);
    EventBatch batch;
    for (EventPayload &payload : payloads) {
        Event event;
        event.seq = quint64(batch.size()) + 1;
        event.payload = std::move(payload);
        batch.append(event);
    }
    return batch;
}

CallInfo callOf(const QString &number, const QString &name)
{
    CallInfo info;
    info.callerId = number;
    info.callerIdName = name;
    info.channel = QStringLiteral("PJSIP/") + number;
    info.comment = QStringLiteral("asked for ") + name;
    return info;
}

EventBatch aStory()
{
    DeviceInfo line;
    line.name = QStringLiteral("PJSIP/30123456");
    line.stateText = QStringLiteral("peer 30123456 is away");
    EventBatch batch;
    const auto add = [&](auto payload) {
        batch.append(Event{quint64(batch.size()) + 1, 1'000'000 + batch.size(), payload});
    };
    Requests::InitializeEx crm;
    crm.appName = QStringLiteral("crm 2000");
    add(Events::ProviderState{{1}, true, QStringLiteral("Asterisk"), QStringLiteral("trunk 30123456 is up")});
    add(Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>(crm)});
    add(Events::DeviceAdded{{1}, {1}, {101}, std::make_shared<const DeviceInfo>(line)});
    Events::LineOpened opened;
    opened.line = {1};
    opened.app = {1};
    opened.device = {1};
    add(opened);
    add(Events::CallCreated{{1}, {1}, {501}, 100, PackedCallInfo(callOf(canary, QStringLiteral("Grace Hopper")))});
    add(Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Owner, World::bytesPerHandle()});
    add(Events::CallState{{1}, CallState::Idle, CallState::Unknown, 0});
    add(Events::CallInfo{
        {1}, {}, PackedCallInfo(callOf(QStringLiteral("+49 30 223344"), QStringLiteral("Alan Turing")))});
    return batch;
}

QString everything(const World &world)
{
    QString text = world.dump().join(u'\n');
    for (const Device &device : world.devices())
        text += device.info.stateText + device.closedText;
    world.calls().forEach([&](const Call &call) {
        const CallInfo info = call.info.unpack();
        for (const CallInfoField &field : callInfoFields())
            text += displayText(field, info) + u'\n';
    });
    return text;
}

} // namespace

class TestMasking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void noEventGivesANumberAway_data();
    void noEventGivesANumberAway();
    void maskedEventsMakeTheMaskedWorld_data();
    void maskedEventsMakeTheMaskedWorld();
    void nothingChangesWithoutMasking();
    void theSameCallerStaysTheSame();
    void anotherSessionInventsOthers();
    void inventedNumbersAreFictional_data();
    void inventedNumbersAreFictional();
    void namesMayStay();
    void digitsHeardAreHidden();
    void programsKeepTheirNames();
};

void TestMasking::noEventGivesANumberAway_data()
{
    QTest::addColumn<int>("mode");
    QTest::addRow("mask") << int(MaskingMode::Mask);
    QTest::addRow("invent") << int(MaskingMode::Invent);
}

void TestMasking::noEventGivesANumberAway()
{
    QFETCH(int, mode);
    const EventBatch events = everyEvent();
    int given = 0;
    for (const Event &event : events)
        given += toJsonLine(event).contains(canary.toLatin1()) || toJsonLine(event).contains(canary.toLatin1().toHex());
    QVERIFY(given > 20); // the test would see it
    const EventBatch masked = Masker({MaskingMode(mode), true}, 7).masked(events);
    QCOMPARE(masked.size(), events.size());
    for (const Event &event : masked) {
        const QByteArray line = toJsonLine(event);
        for (qsizetype i = 0; i + 4 <= canary.size(); ++i) {
            const QByteArray piece = canary.mid(i, 4).toLatin1();
            QVERIFY2(!line.contains(piece), line.constData());
            QVERIFY2(!line.contains(piece.toHex()), line.constData());
        }
    }
}

void TestMasking::maskedEventsMakeTheMaskedWorld_data() { noEventGivesANumberAway_data(); }

void TestMasking::maskedEventsMakeTheMaskedWorld()
{
    QFETCH(int, mode);
    const Masker masker({MaskingMode(mode), true}, 3);
    EventBatch story = aStory();
    for (int closed = 0; closed < 2; ++closed) {
        World clear;
        clear.apply(story);
        World masked;
        masked.apply(masker.masked(story));
        QVERIFY(masker.masked(clear) == masked);
        const QString text = everything(masked);
        for (const QString &secret : {canary, QStringLiteral("223344"), QStringLiteral("3012"), QStringLiteral("Grace"),
                                      QStringLiteral("Hopper"), QStringLiteral("Turing")})
            QVERIFY2(!text.contains(secret), qPrintable(text));
        Events::HandleVoided gone;
        gone.handle = {1};
        gone.call = {1};
        gone.line = {1};
        gone.app = {1};
        story.append(Event{quint64(story.size()) + 1, 2'000'000, gone});
        story.append(
            Event{quint64(story.size()) + 1, 2'000'000,
                  Events::LineClosed{{1}, {1}, {1}, LineCloseReason::Provider, QStringLiteral("30123456 left")}});
    }
}

void TestMasking::nothingChangesWithoutMasking()
{
    const EventBatch story = aStory();
    QVERIFY(Masker().masked(story) == story);
    World world;
    world.apply(story);
    QVERIFY(Masker().masked(world) == world);
    QCOMPARE(Masker().number(canary), canary);
}

void TestMasking::theSameCallerStaysTheSame()
{
    const Masker masker({MaskingMode::Invent, true}, 11);
    QCOMPARE(masker.number(canary), masker.number(canary));
    QCOMPARE(masker.number(QStringLiteral("+49 30 88-66-55")), masker.number(QStringLiteral("4930886655")));
    QVERIFY(masker.number(canary) != masker.number(QStringLiteral("4930886656")));
    QCOMPARE(masker.name(QStringLiteral("Ada")), masker.name(QStringLiteral("Ada")));
    // An extension and the line named after it.
    QCOMPARE(masker.text(QStringLiteral("PJSIP/1001")),
             QStringLiteral("PJSIP/") + masker.number(QStringLiteral("1001")));
    QCOMPARE(masker.number(QStringLiteral("1001")).size(), 4);
}

void TestMasking::anotherSessionInventsOthers()
{
    int same = 0;
    for (int i = 0; i < 100; ++i) {
        const QString number = QString::number(4'930'100'000 + i);
        same += Masker({MaskingMode::Invent, true}, 1).number(number)
            == Masker({MaskingMode::Invent, true}, 2).number(number);
    }
    QVERIFY(same < 5);
}

void TestMasking::inventedNumbersAreFictional_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number : {"4930886655", "+1 (212) 736-5000", "sip:4930886655@pbx.example", "0033140205050"})
        QTest::addRow("%s", number) << QString::fromLatin1(number);
}

void TestMasking::inventedNumbersAreFictional()
{
    QFETCH(QString, number);
    static const QRegularExpression fiction(
        QStringLiteral("\\A(\\+1 202 555 01\\d\\d|\\+44 20 7946 0\\d{3}|\\+33 1 99 00 \\d\\d \\d\\d)\\z"));
    for (quint64 key = 0; key < 200; ++key) {
        const QString invented = Masker({MaskingMode::Invent, true}, key).number(number);
        QVERIFY2(fiction.match(invented).hasMatch(), qPrintable(invented));
    }
}

void TestMasking::namesMayStay()
{
    const Masker masker({MaskingMode::Mask, false}, 1);
    QCOMPARE(masker.name(QStringLiteral("Ada Lovelace")), QStringLiteral("Ada Lovelace"));
    QCOMPARE(masker.name(QStringLiteral("Ada 4930886655")), QStringLiteral("Ada ********55"));
    QCOMPARE(masker.number(QStringLiteral("4930886655")), QStringLiteral("********55"));
}

void TestMasking::digitsHeardAreHidden()
{
    Events::Message heard;
    heard.app = {1};
    heard.message.id = MessageId::MonitorDigits;
    heard.message.param1 = u'7';
    const EventBatch masked =
        Masker({MaskingMode::Mask, true})
            .masked({Event{1, 1, heard}, Event{2, 1, Events::ReportReceived{{1}, Reports::MonitorDigits{{1}, u'7'}}}});
    QCOMPARE(std::get<Events::Message>(masked.at(0).payload).message.param1, quint32(u'*'));
    QCOMPARE(std::get<Reports::MonitorDigits>(std::get<Events::ReportReceived>(masked.at(1).payload).report).digit,
             quint32(u'*'));
}

void TestMasking::programsKeepTheirNames() // limits of alarms are by name
{
    World world;
    world.apply(Masker({MaskingMode::Mask, true}).masked(aStory()));
    QCOMPARE(world.app({1})->name, QStringLiteral("crm 2000"));
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestMasking)
#include "tst_masking.moc"
