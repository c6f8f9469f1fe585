// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/messagemodel.h"
#include "storyteller.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

Q_DECLARE_METATYPE(Linescope::EventPayload)
Q_DECLARE_METATYPE(Linescope::Request)

namespace {

QStringList rows(const MessageModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = int(MessageModel::Column::App); column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        lines += cells.join(u'|');
    }
    return lines;
}

Events::Message callState(HLineApp app, HCall handle, Linescope::CallState state, quint32 mode = 0)
{
    return {app, {MessageId::CallState, handle.handle(), 0, quint32(state), mode, quint32(Privilege::Owner)}};
}

} // namespace

class TestMessageModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void saysWhatHappened_data()
    {
        using Events::CommandSent, Events::LineClosed, Events::Message, Events::ReportReceived;
        QTest::addColumn<EventPayload>("payload");
        QTest::addColumn<QString>("row");
        const auto row = [](const char *name, const EventPayload &payload, const QString &text) {
            QTest::addRow("%s", name) << payload << text;
        };
        const auto message = [](MessageId id, quint32 device, quint32 p1, quint32 p2 = 0, quint32 p3 = 0) {
            return Message{{1}, {id, device, 0, p1, p2, p3}};
        };
        const quint32 handle = HCall{42}.handle();
        const quint32 line = HLine{3}.handle();
        row("call state", callState({1}, {42}, CallState::Disconnected, quint32(DisconnectMode::Busy)),
            u"crm|LINE_CALLSTATE|H42 DISCONNECTED BUSY OWNER"_s);
        row("call info", message(MessageId::CallInfo, handle, 0x18000), u"crm|LINE_CALLINFO|H42 CALLERID, CALLEDID"_s);
        row("new call", message(MessageId::AppNewCall, line, 0, handle, quint32(Privilege::Monitor)),
            u"crm|LINE_APPNEWCALL|L3 H42 MONITOR"_s);
        row("reply", message(MessageId::Reply, 0, 7, 0), u"crm|LINE_REPLY|R7 → 0"_s);
        row("reply with an error", message(MessageId::Reply, 0, 7, quint32(LineError::InvalCallState)),
            u"crm|LINE_REPLY|R7 → LINEERR_INVALCALLSTATE"_s);
        row("close", message(MessageId::Close, line, 0), u"crm|LINE_CLOSE|L3"_s);
        row("create", message(MessageId::Create, 0, 4), u"crm|LINE_CREATE|D5"_s);
        row("out of service", message(MessageId::LineDevState, line, quint32(LineDevState::OutOfService)),
            u"crm|LINE_LINEDEVSTATE|L3 OUTOFSERVICE"_s);
        row("ringing", message(MessageId::LineDevState, line, quint32(LineDevState::Ringing), 1, 4),
            u"crm|LINE_LINEDEVSTATE|L3 RINGING 1 4"_s);
        row("forwarded", message(MessageId::AddressState, line, 2, quint32(AddressState::Forward)),
            u"crm|LINE_ADDRESSSTATE|L3 2 FORWARD"_s);
        row("digits played", message(MessageId::Generate, handle, quint32(GenerateTerm::Cancel), 0, 1'234),
            u"crm|LINE_GENERATE|H42 CANCEL"_s);
        row("digit heard", message(MessageId::MonitorDigits, handle, '#', quint32(DigitMode::Dtmf), 1'234),
            u"crm|LINE_MONITORDIGITS|H42 # DTMF"_s);
        row("line closed", LineClosed{{3}, {1}, {1}, LineCloseReason::Provider, u"no licence"_s},
            u"crm|line closed|L3 D1 provider no licence"_s);
        row("command", CommandSent{{1}, Commands::ActOnCall{{9}, Commands::CallAction::Drop, {{17}, {517}}}},
            u"pbx|TSPI_lineDrop|R9 C17"_s);
        row("command that creates a call", CommandSent{{1}, Commands::SetupTransfer{{9}, {{17}, {517}}, {18}}},
            u"pbx|TSPI_lineSetupTransfer|R9 C17 C18"_s);
        row("command on two calls", CommandSent{{1}, Commands::AddToConference{{9}, {{17}, {517}}, {{18}, {518}}}},
            u"pbx|TSPI_lineAddToConference|R9 C17 C18"_s);
        row("command with digits",
            CommandSent{{1},
                        Commands::GenerateDigits{{{17}, {517}},
                                                 3,
                                                 std::make_shared<const Commands::DigitString>(
                                                     Commands::DigitString{DigitMode::Pulse, u"555"_s, 80})}},
            u"pbx|TSPI_lineGenerateDigits|C17 3 PULSE 555 80"_s);
        row("command with masks",
            CommandSent{{1},
                        Commands::SetStatusMessages{
                            {101}, LineDevState::Ringing | LineDevState::Battery, AddressState::Forward}},
            u"pbx|TSPI_lineSetStatusMessages|l101 RINGING, BATTERY FORWARD"_s);
        row("report of two calls", ReportReceived{{1}, Reports::Completion{{9}, LineError::None, {517}, {518}, {}}},
            u"pbx|ASYNC_COMPLETION|R9 0 d517 d518"_s);
        row("report of a place", ReportReceived{{1}, Reports::Completion{{9}, LineError::None, {}, {}, u"701"_s}},
            u"pbx|ASYNC_COMPLETION|R9 0 701"_s);
        row("report of an end of digits", ReportReceived{{1}, Reports::Generate{{517}, 3, GenerateTerm::Done}},
            u"pbx|LINE_GENERATE|d517 3 DONE"_s);
        row("report of a digit", ReportReceived{{1}, Reports::MonitorDigits{{517}, '5', DigitMode::DtmfEnd}},
            u"pbx|LINE_MONITORDIGITS|d517 5 DTMFEND"_s);
        row("report of ringing", ReportReceived{{1}, Reports::LineDevState{{101}, LineDevState::Ringing, 1, 0}},
            u"pbx|LINE_LINEDEVSTATE|l101 RINGING 1 0"_s);
        row("report of an address", ReportReceived{{1}, Reports::AddressState{{101}, 0, AddressState::InUseOne}},
            u"pbx|LINE_ADDRESSSTATE|l101 0 INUSEONE"_s);
        row("report", ReportReceived{{1}, Reports::CallState{{517}, CallState::Idle, 0, {}}},
            u"pbx|LINE_CALLSTATE|d517 IDLE"_s);
        row("no part of the log", Events::CallBytes{{1}, 5}, QString());
    }
    void saysWhatHappened()
    {
        QFETCH(EventPayload, payload);
        Storyteller story;
        story.provider(u"pbx"_s);
        story.app(u"crm"_s);
        story.tells();
        MessageModel model(&story.live);
        std::visit([&](const auto &event) { story.add(event); }, payload);
        story.tells();
        QTEST(rows(model).join(u'\n'), "row");
    }

    void aRequestAndItsResultAreOneRow()
    {
        Storyteller story;
        story.app(u"crm"_s);
        story.tells();
        MessageModel model(&story.live);
        const auto request = [&](LineError error) {
            story.add(Events::RequestMade{{1}, std::make_shared<const Request>(Requests::Drop{{42}})});
            story.add(Events::RequestResult{{1},
                                            quint8(Request(Requests::Drop()).index()),
                                            error,
                                            error == LineError::None ? RequestId{5} : RequestId()});
        };
        request(LineError::None);
        request(LineError::NotOwner);
        story.tells();
        QCOMPARE(rows(model), (QStringList{u"crm|lineDrop|H42 → LINEERR_NOTOWNER"_s, u"crm|lineDrop|H42 → R5"_s}));
        QCOMPARE(model.index(0, 0).data(MessageModel::KindRole).toInt(), int(MessageModel::Kind::Failure));
        QCOMPARE(model.index(0, 0).data(MessageModel::ObjectRole).toUInt(), HCall{42}.handle());
    }

    void aRequestNamesItsArguments_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<QString>("row");
        QTest::addColumn<quint32>("object");
        const auto row = [](const Request &request, const QString &text, quint32 object) {
            QTest::addRow("%s", functionName(request)) << request << text << object;
        };
        const quint32 call = HCall{42}.handle();
        const quint32 line = HLine{3}.handle();
        CallParams params;
        params.mediaModes = MediaMode::G3Fax;
        row(Requests::InitializeEx{u"crm"_s, u"crm.exe"_s, ApiVersion::V2_0, 4711, true},
            u"crm crm.exe 2.0 4711 monitor"_s, 0);
        row(Requests::Open{4, ApiVersion::V1_4, Privilege::Monitor, {}, {}, 0, 0}, u"D5 1.4 MONITOR"_s, 0);
        row(Requests::Drop{{42}}, u"H42"_s, call);
        row(Requests::MakeCall{{3}, u"5550100"_s, {}}, u"L3 5550100"_s, line);
        row(Requests::SetupTransfer{{42}, params}, u"H42 G3FAX VOICE"_s, call);
        row(Requests::SwapHold{{42}, {43}}, u"H42 H43"_s, call);
        row(Requests::SetupConference{{}, {3}, 5, {}}, u"L3 5"_s, line);
        row(Requests::AddToConference{{42}, {43}}, u"H42 H43"_s, call);
        row(Requests::Park{{42}, ParkMode::Directed, u"701"_s}, u"H42 DIRECTED 701"_s, call);
        row(Requests::GenerateDigits{{42}, DigitMode::Dtmf, u"12#"_s, 0}, u"H42 DTMF 12#"_s, call);
        row(Requests::SetCallData{{42}, "\x01\x7f"}, u"H42 01 7f"_s, call);
        row(Requests::SetStatusMessages{{3}, LineDevState::Ringing, {}}, u"L3 RINGING"_s, line);
        row(Requests::SetAppPriority{u"crm.exe"_s, MediaMode::G3Fax, 1}, u"crm.exe G3FAX 1"_s, 0);
    }
    void aRequestNamesItsArguments()
    {
        QFETCH(const Request, request);
        QFETCH(const QString, row);
        Storyteller story;
        story.app(u"crm"_s);
        story.tells();
        MessageModel model(&story.live);
        story.add(Events::RequestMade{{1}, std::make_shared<const Request>(request)});
        story.add(Events::RequestResult{{1}, quint8(request.index()), LineError::NotOwner, {}});
        story.tells();
        QCOMPARE(rows(model),
                 QStringList(u"crm|%1|%2 → LINEERR_NOTOWNER"_s.arg(QLatin1StringView(functionName(request)), row)));
        QTEST(model.index(0, 0).data(MessageModel::ObjectRole).toUInt(), "object");
    }

    void anApplicationHasItsNameFromTheFirstRowOn()
    {
        Storyteller story;
        story.tells();
        MessageModel model(&story.live);
        story.add(Events::RequestMade{{}, std::make_shared<const Request>(Requests::InitializeEx{})});
        const HLineApp app = story.app(u"crm"_s);
        story.add(Events::RequestResult{app, 0, LineError::None, {}});
        story.tells();
        QCOMPARE(rows(model).size(), 1);
        QVERIFY(rows(model).first().startsWith(u"crm|lineInitializeEx|"_s));
    }

    void findsTheRowOfAnEvent()
    {
        Storyteller story;
        const HLineApp app = story.app(u"crm"_s);
        story.tells();
        MessageModel model(&story.live);
        const quint64 first = story.world().seq() + 1;
        story.add(Events::RequestMade{app, std::make_shared<const Request>(Requests::Drop{{1}})});
        story.add(Events::CommandSent{{1}, Commands::CloseLine{{101}}});
        story.add(Events::RequestResult{app, 0, LineError::None, {7}});
        story.add(Events::Message{app, {MessageId::Reply, 0, 0, 7, 0, 0}});
        story.tells();
        QCOMPARE(model.rowOf(first), 1); // a request and its result are one row, where the result came
        QCOMPARE(model.rowOf(first + 1), 2);
        QCOMPARE(model.rowOf(first + 2), 1);
        QCOMPARE(model.rowOf(first + 3), 0);
        QVERIFY(!model.contains(first - 1));
        QVERIFY(!model.contains(first + 4));
        model.setTextFilter(u"LINE_REPLY"_s);
        QCOMPARE(model.rowOf(first + 3), 0);
        QCOMPARE(model.rowOf(first), -1); // hidden
        QVERIFY(model.contains(first));
    }

    void isBoundedAndFiltered()
    {
        Storyteller story;
        const HLineApp crm = story.app(u"crm"_s);
        const HLineApp dialer = story.app(u"dialer"_s);
        story.tells();
        MessageModel model(&story.live, 100);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 450; ++i) {
            story.add(callState(i % 4 == 0 ? dialer : crm, {quint32(i + 1)}, CallState::Connected));
            if (i % 37 == 0 || i == 449)
                story.tells();
        }
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.dropped(), 350U);
        QVERIFY(rows(model).first().contains(u"H450 "_s)); // newest first
        model.setAppFilter(dialer);
        QCOMPARE(model.rowCount(), 25);
        story.add(callState(crm, {1000}, CallState::Busy));
        story.add(callState(dialer, {1001}, CallState::Busy));
        story.tells();
        QCOMPARE(rows(model).first(), u"dialer|LINE_CALLSTATE|H1001 BUSY OWNER"_s);
        model.setAppFilter({});
        model.setTextFilter(u"busy"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setTextFilter({});
        QCOMPARE(model.rowCount(), 100);
    }

    void holdsStillWhilePaused()
    {
        Storyteller story;
        const HLineApp crm = story.app(u"crm"_s);
        story.tells();
        MessageModel model(&story.live, 50);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto says = [&](quint32 handle) {
            story.add(callState(crm, {handle}, CallState::Busy));
            story.tells();
        };
        says(1);
        model.setPaused(true);
        says(2);
        says(3);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.totalCount(), 3);
        model.setPaused(false);
        QCOMPARE(rows(model),
                 (QStringList{u"crm|LINE_CALLSTATE|H3 BUSY OWNER"_s, u"crm|LINE_CALLSTATE|H2 BUSY OWNER"_s,
                              u"crm|LINE_CALLSTATE|H1 BUSY OWNER"_s}));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        says(4);
        QCOMPARE(model.rowCount(), 1);
    }

    void hostileTextIsPlain()
    {
        Storyteller story;
        const HLineApp app = story.app(u"<script>\x1b[2J"_s);
        story.tells();
        MessageModel model(&story.live);
        story.add(callState(app, {1}, CallState::Busy));
        story.tells();
        const QModelIndex index = model.index(0, int(MessageModel::Column::App));
        QVERIFY(!index.data().toString().contains(QChar(0x1b)));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<script>"_s));
    }
};

QTEST_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
