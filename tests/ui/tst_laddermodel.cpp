// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ladder/laddermodel.h"
#include "models/messagetext.h"
#include "storyteller.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

QString text(const LadderStep &step)
{
    static const char *const kinds[] = {"request", "result", "message", "reply", "command",
                                        "report",  "state",  "handle",  "line",  "finding"};
    return QStringList{QString::fromLatin1(kinds[int(step.kind)]), whatText(step.payload), detailsText(step.payload)}
        .join(u' ')
        .simplified();
}

QStringList steps(const LadderModel &model, CallId call)
{
    QStringList lines;
    const LadderCall *record = model.call(call);
    if (!record)
        return lines;
    for (const quint64 seq : model.stepsOf(*record))
        lines += text(*model.step(seq));
    return lines;
}

QList<quint64> seqs(const LadderModel &model, CallId call)
{
    const std::span<const quint64> steps = model.stepsOf(*model.call(call));
    return {steps.begin(), steps.end()};
}

// A provider, a line, and an application which has it open.
struct Scene {
    Storyteller story;
    DeviceId device;
    HLineApp crm;
    HLine line;

    Scene()
    {
        story.provider(u"pbx"_s);
        device = story.device(u"Line 1"_s);
        crm = story.app(u"crm"_s);
        line = story.opens(crm, device);
        story.tells();
    }
    template<class Request>
    void asks(const Request &request)
    {
        story.add(Events::RequestMade{crm, std::make_shared<const Linescope::Request>(request)});
    }
    void gets(RequestId id, LineError error = LineError::None) { story.add(Events::RequestResult{crm, 0, error, id}); }
    void says(const Command &command) { story.add(Events::CommandSent{{1}, command}); }
    void reports(const Report &report) { story.add(Events::ReportReceived{{1}, report}); }
    void posts(const LineMessage &message) { story.add(Events::Message{crm, message}); }
};

} // namespace

class TestLadderModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aCallThatIsMadeIsToldFromItsRequest()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        scene.asks(Requests::MakeCall{scene.line, u"200"_s, {}});
        scene.says(Commands::MakeCall{{7}, {101}, {1}, 0, u"200"_s});
        scene.gets({7});
        scene.reports(Reports::Completion{{7}, LineError::None, {501}});
        const CallId call{1};
        story.add(Events::CallCreated{call, scene.device, {501}, 0, {}});
        const HCall handle = story.handle(call, scene.line);
        scene.posts({MessageId::Reply, 0, 0, 7, 0, 0});
        scene.reports(Reports::CallState{{501}, CallState::Dialing, 0, {}});
        story.says(call, CallState::Dialing);
        scene.posts({MessageId::CallState, handle.handle(), 0, quint32(CallState::Dialing), 0, 0});
        story.tells();

        QCOMPARE(steps(model, call),
                 (QStringList{u"request lineMakeCall L1 200"_s, u"command TSPI_lineMakeCall R7 l101 C1 200"_s,
                              u"result lineInitializeEx R7"_s, u"report ASYNC_COMPLETION R7 0 d501"_s, u"state"_s,
                              u"handle"_s, u"reply LINE_REPLY R7 → 0"_s, u"report LINE_CALLSTATE d501 DIALING"_s,
                              u"state"_s, u"message LINE_CALLSTATE H1 DIALING"_s}));
        const QList<quint64> order = seqs(model, call);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(model.step(order.at(2))->pair, order.at(0)); // result and reply know their request
        QCOMPARE(model.step(order.at(6))->pair, order.at(0));
        QVERIFY(model.call(call)->seenFromStart);
        QCOMPARE(model.call(call)->apps, (std::vector<std::pair<HLineApp, QString>>{{scene.crm, u"crm"_s}}));
    }

    void whatIsAboutAnotherCallIsNotInIt()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId first = story.call(scene.device);
        const CallId second = story.call(scene.device);
        const HCall handle = story.handle(second, scene.line);
        scene.asks(Requests::Drop{handle});
        scene.gets({}, LineError::NotOwner);
        scene.posts({MessageId::LineDevState, scene.line.handle(), 0, 0, 0, 0});
        scene.reports(Reports::CallState{{502}, CallState::Idle, 0, {}});
        story.add(Events::FindingRaised{std::make_shared<const Finding>(Finding{"V-15", {}, u"C2"_s, u"late"_s})});
        story.tells();
        QCOMPARE(steps(model, first), (QStringList{u"state"_s, u"state"_s}));
        QCOMPARE(steps(model, second),
                 (QStringList{u"state"_s, u"state"_s, u"handle"_s, u"request lineDrop H1"_s,
                              u"result lineInitializeEx LINEERR_NOTOWNER"_s, u"report LINE_CALLSTATE d502 IDLE"_s,
                              u"finding"_s}));
        QVERIFY(model.step(seqs(model, second).at(4))->failed);
        QVERIFY(!model.step(seqs(model, second).at(3))->failed);
    }

    void anAnnouncementComesBeforeTheCallItAnnounces()
    {
        Scene scene;
        LadderModel model(&scene.story.live);
        scene.reports(Reports::NewCall{{101}, {501}, {}, 0});
        const CallId call = scene.story.call(scene.device); // its driver call is d501
        scene.story.tells();
        QCOMPARE(steps(model, call), (QStringList{u"report LINE_NEWCALL l101 d501"_s, u"state"_s, u"state"_s}));
    }

    void aLineThatClosesTellsTheCallsItHad()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId call = story.call(scene.device);
        const CallId other = story.call(scene.device);
        const HCall handle = story.handle(call, scene.line);
        scene.reports(Reports::LineClose{{101}, u"lost"_s});
        story.closes(scene.line, LineCloseReason::Provider, VoidReason::LineClosedByProvider);
        scene.posts({MessageId::Close, scene.line.handle(), 0, 0, 0, 0});
        story.tells();
        QCOMPARE(steps(model, call).mid(3),
                 (QStringList{u"report LINE_CLOSE l101 lost"_s, u"handle"_s, u"state"_s,
                              u"line line closed L1 D1 provider"_s, u"message LINE_CLOSE L1"_s}));
        QCOMPARE(steps(model, other).size(), 2);
        QCOMPARE(model.call(call)->handles.front().handle, handle);
        QVERIFY(model.call(call)->handles.front().gone != 0);
        QVERIFY(model.call(call)->released);
        // Who asks for a void handle is still told apart.
        scene.asks(Requests::Drop{handle});
        scene.gets({}, LineError::InvalCallHandle);
        story.tells();
        QCOMPARE(steps(model, call).last(), u"result lineInitializeEx LINEERR_INVALCALLHANDLE"_s);
    }

    void aLineOpenedWhileTheCallIsThereIsPartOfIt()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId call = story.call(scene.device);
        scene.asks(Requests::Open{});
        const HLine late = story.opens(scene.crm, scene.device);
        scene.gets({});
        scene.asks(Requests::GetNewCalls{late});
        story.handle(call, late);
        scene.gets({});
        story.tells();
        const QStringList lines = steps(model, call);
        QCOMPARE(lines.size(), 8);
        QVERIFY2(lines.at(2).startsWith(u"request lineOpen"_s), qPrintable(lines.at(2)));
        QVERIFY2(lines.at(5).startsWith(u"request lineGetNewCalls"_s), qPrintable(lines.at(5)));
        QCOMPARE(lines.at(6), u"handle"_s);
    }

    void callsThatBelongTogetherAreFound()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId call = story.call(scene.device);
        const CallId consult = story.call(scene.device);
        const CallId conference = story.call(scene.device);
        const CallId stranger = story.call(scene.device);
        scene.says(Commands::SetupTransfer{{3}, {call, {501}}, consult});
        story.says(consult, CallState::Conferenced, conference.value);
        const auto grouped = [&](CallId id, const QString &group) {
            CallInfo info;
            info.group = group;
            story.add(Events::CallInfo{id, {}, PackedCallInfo(info)});
        };
        grouped(conference, u"g1"_s);
        const CallId leg = story.call(scene.device);
        grouped(leg, u"g1"_s);
        grouped(stranger, u"g2"_s);
        story.tells();
        QCOMPARE(model.related(call), (QList<CallId>{call, consult, conference, leg}));
        QCOMPARE(model.related(leg), (QList<CallId>{leg, call, consult, conference}));
        QCOMPARE(model.related(stranger), QList<CallId>{stranger});
    }

    void startsWithTheHandlesOfTheSnapshot()
    {
        Scene scene;
        Storyteller &story = scene.story;
        const CallId call = story.call(scene.device, CallState::Idle);
        const HCall first = story.handle(call, scene.line);
        const HCall second = story.handle(call, scene.line, Privilege::Monitor);
        story.tells();
        LadderModel model(&story.live);
        QVERIFY(!model.call(call));
        story.becomes(second, Privilege::Owner);
        story.tells();
        const LadderCall &record = *model.call(call);
        QVERIFY(!record.seenFromStart);
        QVERIFY(record.idleAtStart);
        QCOMPARE(record.handles.size(), 2U);
        QCOMPARE(record.handles[0].handle, first);
        QCOMPARE(record.handles[0].born, 0U);
        QCOMPARE(record.handles[1].privilege, Privilege::Owner);
    }

    void isBoundedPerCallAndSaysWhatIsMissing()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId call = story.call(scene.device);
        const size_t count = LadderModel::MaxStepsOfCall * 2;
        for (size_t i = 0; i < count; ++i)
            story.says(call, i % 2 == 0 ? CallState::Connected : CallState::OnHold);
        story.tells();
        const LadderCall &record = *model.call(call);
        QVERIFY(model.stepsOf(record).size() >= LadderModel::MaxStepsOfCall);
        QVERIFY(model.stepsOf(record).size() <= LadderModel::MaxStepsOfCall * 5 / 4);
        QCOMPARE(model.missingOf(record) + model.stepsOf(record).size(), count + 2);
    }

    void isBoundedInAll()
    {
        Scene scene;
        Storyteller &story = scene.story;
        LadderModel model(&story.live);
        const CallId first = story.call(scene.device);
        const HCall kept = story.handle(first, scene.line);
        for (size_t i = 0; i < LadderModel::MaxReleased + 50; ++i)
            story.voids(story.handle(story.call(scene.device), scene.line));
        story.tells();
        QVERIFY(!model.call({first.value + 1}));
        QVERIFY(model.call({first.value + 200}));
        for (size_t i = 0; i < LadderModel::MaxSteps; i += 10) {
            const CallId call = story.call(scene.device);
            for (int j = 0; j < 10; ++j)
                story.says(call, CallState::Connected);
        }
        story.tells();
        QCOMPARE(model.stepCount(), LadderModel::MaxSteps);
        const LadderCall &record = *model.call(first);
        QVERIFY(model.stepsOf(record).empty());
        QCOMPARE(model.missingOf(record), 3U);
        QCOMPARE(record.handles.front().handle, kept);
    }

    void aStoryByChanceKeepsItsOrder()
    {
        Storyteller story(7);
        story.beginsByChance();
        story.tells();
        LadderModel model(&story.live);
        QSignalSpy changes(&model, &LadderModel::changed);
        int known = 0;
        for (int i = 0; i < 100; ++i) {
            story.happensByChance(20);
            story.tells();
            story.world().calls().forEach([&](const Call &call) {
                const LadderCall *record = model.call(call.id);
                known += record != nullptr;
                QVERIFY(!record || std::is_sorted(record->steps.begin(), record->steps.end()));
                size_t living = 0;
                for (const LadderHandle &handle : record ? record->handles : std::vector<LadderHandle>())
                    living += handle.gone == 0;
                QVERIFY(!record || living == call.handleCount());
            });
        }
        QCOMPARE(changes.count(), 100);
        QVERIFY(known > 100);
    }
};

QTEST_GUILESS_MAIN(TestLadderModel)
#include "tst_laddermodel.moc"
