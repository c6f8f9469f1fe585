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
        row("line closed", LineClosed{{3}, {1}, {1}, LineCloseReason::Provider, u"no licence"_s},
            u"crm|line closed|L3 D1 provider no licence"_s);
        row("command", CommandSent{{1}, Commands::ActOnCall{{9}, Commands::CallAction::Drop, {{17}, {517}}}},
            u"pbx|TSPI_lineDrop|R9 C17"_s);
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
