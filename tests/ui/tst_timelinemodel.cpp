// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinemodel.h"
#include "diagrams/timescale.h"
#include "storyteller.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

// "C1 row 0: 0..3, 2 tracks" for each block; times in seconds after `start`, "*" for what goes on.
QStringList dump(const TimelineLane &lane, Microseconds start)
{
    QStringList lines;
    for (size_t row = 0; row < lane.rows().size(); ++row) {
        for (const TimelineBlock &block : lane.rows()[row].blocks) {
            const QString end = block.end == Forever ? u"*"_s : QString::number((block.end - start) / 1'000'000);
            lines += u"%1 row %2: %3..%4, %5 tracks"_s.arg(shortName(block.call))
                         .arg(row)
                         .arg((block.begin - start) / 1'000'000)
                         .arg(end)
                         .arg(block.tracks);
        }
    }
    return lines;
}

// What must hold whatever happens.
bool isSound(const TimelineModel &model)
{
    for (const TimelineLane *lane : model.all()) {
        qsizetype count = 0;
        quint64 tracks = 0;
        for (const TimelineRow &row : lane->rows()) {
            tracks += row.tracks;
            for (size_t i = 0; i < row.blocks.size(); ++i, ++count) {
                const TimelineBlock &block = row.blocks[i];
                const CallRecord *record = model.history().record(block.call);
                const bool covers = i + 1 < row.blocks.size() && block.end > row.blocks[i + 1].begin;
                if (covers || !record || block.end < block.begin || block.tracks > row.tracks)
                    return false;
                if (lane->rowOf(block.call) != int(&row - lane->rows().data()) || *lane->block(block.call) != block)
                    return false;
            }
        }
        if (count != lane->count() || tracks != lane->tracks())
            return false;
    }
    return true;
}

bool noBarsCover(const TimelineModel &model, const TimelineLane &lane, const CallRecord &record)
{
    const TimelineModel::Tracks tracks = model.tracksOf(record, lane);
    std::array<Microseconds, CallHistory::MaxHolders> ends = {};
    for (size_t i = 0; i < record.holders.size(); ++i) {
        const CallHolder &holder = record.holders[i];
        if (!model.isShown(holder, lane))
            continue;
        Microseconds &end = ends[tracks.of[i]];
        if (tracks.of[i] >= tracks.count || holder.since < end)
            return false;
        end = holder.until ? holder.until : Forever;
    }
    return true;
}

// Every handle of the World has a bar, in a block that goes on.
bool everyHandleHasABar(const TimelineModel &model)
{
    const World &world = model.world();
    bool all = true;
    world.handles().forEach([&](const Handle &handle) {
        const CallRecord *record = model.history().record(handle.call);
        const quint32 key = model.lanes() == TimelineModel::Lanes::Lines ? record->device.value
            : model.lanes() == TimelineModel::Lanes::Calls               ? record->id.value
                                                                         : world.appOf(handle).value;
        const TimelineLane *lane = model.lane(key);
        const TimelineBlock *block = lane ? lane->block(handle.call) : nullptr;
        const bool held = std::any_of(record->holders.begin(), record->holders.end(), [&](const CallHolder &holder) {
            return holder.handle == handle.id && holder.until == 0 && model.isShown(holder, *lane);
        });
        const Call *call = world.call(handle.call);
        const Microseconds idle = TimelineModel::idleSince(*record);
        all = all && block && block->end == Forever && held && (idle != 0) == call->isIdle()
            && noBarsCover(model, *lane, *record);
    });
    return all;
}

} // namespace

class TestTimelineModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void overlappingCallsOfALineLieInRows()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        const Microseconds start = story.clock.now();
        const HCall first = story.handle(story.call(device), line);
        story.clock.advance(1_s);
        const CallId second = story.call(device);
        const HCall of2 = story.handle(second, line);
        story.clock.advance(1_s);
        story.voids(first);
        story.clock.advance(1_s);
        const CallId third = story.call(device);
        story.handle(third, line);
        story.handle(third, line, Privilege::Monitor);
        story.tells();
        model.update();
        QCOMPARE(model.all().size(), 1U);
        QCOMPARE(
            dump(*model.all().front(), start),
            (QStringList{u"C1 row 0: 0..2, 1 tracks"_s, u"C3 row 0: 3..*, 2 tracks"_s, u"C2 row 1: 1..*, 1 tracks"_s}));

        story.says(second, CallState::Idle);
        story.clock.advance(4_s);
        story.voids(of2);
        story.tells();
        model.update();
        QCOMPARE(dump(*model.all().front(), start).last(), u"C2 row 1: 1..7, 1 tracks"_s);
    }

    void retainedBeginsWhenTheCallWentIdle()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        CallHistory history(&story.live);
        const CallId call = story.call(device);
        story.handle(call, line);
        story.tells();
        QCOMPARE(TimelineModel::idleSince(*history.record(call)), 0);
        story.clock.advance(5_s);
        story.says(call, CallState::Idle);
        const Microseconds idle = story.clock.now();
        story.clock.advance(5_s);
        story.says(call, CallState::Idle); // said again
        story.tells();
        QCOMPARE(TimelineModel::idleSince(*history.record(call)), idle);
    }

    void applicationsSeeTheirOwnShareOfACall()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLineApp crm = story.app(u"crm"_s);
        const HLineApp dialer = story.app(u"dialer"_s);
        const HLineApp silent = story.app(u"silent"_s);
        const HLine ofCrm = story.opens(crm, device);
        const HLine ofDialer = story.opens(dialer, device);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        model.setLanes(TimelineModel::Lanes::Apps);
        const Microseconds start = story.clock.now();
        const CallId call = story.call(device);
        const HCall first = story.handle(call, ofCrm);
        story.clock.advance(1_s);
        story.handle(call, ofDialer);
        story.clock.advance(1_s);
        story.voids(first);
        story.clock.advance(1_s);
        story.tells();
        model.update();
        QCOMPARE(model.all().size(), 3U);
        QCOMPARE(dump(*model.lane(crm.value), start), QStringList{u"C1 row 0: 0..2, 1 tracks"_s});
        QCOMPARE(dump(*model.lane(dialer.value), start), QStringList{u"C1 row 0: 1..*, 1 tracks"_s});
        QVERIFY(model.lane(silent.value)->isEmpty());

        story.handle(call, ofCrm); // again
        story.shutsDown(silent);
        story.tells();
        model.update();
        QCOMPARE(dump(*model.lane(crm.value), start), QStringList{u"C1 row 0: 0..*, 1 tracks"_s});
        QVERIFY(!model.lane(silent.value));
    }

    void callsHaveALaneEachTheLatestFirst()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        model.setLanes(TimelineModel::Lanes::Calls);
        const CallId first = story.call(device);
        const CallId second = story.call(device);
        story.tells();
        model.update();
        QCOMPARE(model.all().size(), 2U);
        QCOMPARE(model.all()[0]->key(), second.value);
        QCOMPARE(model.all()[1]->key(), first.value);
    }

    void leaksAreCallsThatAreOverAndHeld()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        model.setLeaksOnly(true);
        const CallId live = story.call(device);
        story.handle(live, line);
        const CallId over = story.call(device);
        const HCall kept = story.handle(over, line);
        story.tells();
        model.update();
        QVERIFY(model.all().empty());
        story.says(over, CallState::Idle);
        story.tells();
        model.update();
        QCOMPARE(model.all().size(), 1U);
        QVERIFY(model.all().front()->block(over));
        QVERIFY(!model.all().front()->block(live));
        story.voids(kept);
        story.tells();
        model.update();
        QVERIFY(model.all().empty());
    }

    void whatHappensToALineIsMarked()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLineApp crm = story.app(u"crm"_s);
        const HLineApp other = story.app(u"other"_s);
        story.opens(crm, device);
        story.opens(other, device);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        using Kind = TimelineMoment::Kind;
        const auto state = [&](bool inService) {
            story.add(Events::DeviceState{device, {101}, inService, true, u"no licence"_s});
            story.clock.advance(1_s);
        };
        state(false);
        state(false); // nothing new
        state(true);
        story.closes({1}, LineCloseReason::Provider, VoidReason::LineClosedByProvider);
        story.closes({2}, LineCloseReason::Provider, VoidReason::LineClosedByProvider);
        story.clock.advance(1_s);
        story.closes(story.opens(crm, device));
        story.removes(device);
        story.tells();
        model.update();
        QVERIFY(model.all().empty()); // gone, and without a call
        std::vector<Kind> kinds;
        for (const TimelineMoment &moment : model.moments(device.value))
            kinds.push_back(moment.kind);
        QCOMPARE(kinds,
                 (std::vector<Kind>{Kind::OutOfService, Kind::InService, Kind::ClosedByProvider, Kind::ClosedByApp,
                                    Kind::Removed}));
        QCOMPARE(model.moments(device.value).front().text, u"no licence"_s);

        story.add(Events::AppShutdown{other, ShutdownReason::Crashed});
        story.tells();
        model.setLanes(TimelineModel::Lanes::Apps);
        model.update();
        QCOMPARE(model.moments(other.value).back().kind, Kind::AppCrashed);
        QCOMPARE(model.moments(crm.value).size(), 2U);
    }

    void maskingForgetsWhatProvidersSaid()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        story.add(Events::DeviceState{device, {101}, false, true, u"no licence for 0123 456789"_s});
        story.tells();
        model.update();
        QCOMPARE(model.moments(device.value).size(), 1U);
        story.live.setMasking({MaskingMode::Mask, true});
        QVERIFY(model.moments(device.value).empty());
        model.update();
        QVERIFY(model.moments(device.value).empty());
        story.clock.advance(1_s);
        story.add(Events::DeviceState{device, {101}, true, true, {}});
        story.tells();
        model.update();
        QCOMPARE(model.moments(device.value).size(), 1U);
        QCOMPARE(model.moments(device.value).back().kind, TimelineMoment::Kind::InService);
    }

    void randomStoriesNeverCoverABar_data()
    {
        QTest::addColumn<TimelineModel::Lanes>("lanes");
        QTest::addColumn<bool>("leaksOnly");
        QTest::addRow("lines") << TimelineModel::Lanes::Lines << false;
        QTest::addRow("calls") << TimelineModel::Lanes::Calls << false;
        QTest::addRow("applications") << TimelineModel::Lanes::Apps << false;
        QTest::addRow("leaks of lines") << TimelineModel::Lanes::Lines << true;
        QTest::addRow("leaks of applications") << TimelineModel::Lanes::Apps << true;
    }
    void randomStoriesNeverCoverABar()
    {
        QFETCH(TimelineModel::Lanes, lanes);
        QFETCH(bool, leaksOnly);
        for (quint32 seed = 1; seed <= 5; ++seed) {
            Storyteller story(seed);
            story.beginsByChance();
            story.happensByChance(100); // the model does not see how these came to be
            story.tells();
            CallHistory history(&story.live);
            TimelineModel model(&story.live, &history);
            model.setLanes(lanes);
            model.setLeaksOnly(leaksOnly);
            for (int frame = 0; frame < 60; ++frame) {
                story.happensByChance(50);
                story.tells();
                if (frame % 7 == 6)
                    continue; // nobody looks
                model.update();
                QVERIFY(isSound(model));
                QVERIFY(leaksOnly || everyHandleHasABar(model));
            }
            TimelineModel fresh(&story.live, &history);
            fresh.setLanes(lanes);
            fresh.setLeaksOnly(leaksOnly);
            fresh.update();
            model.update();
            QVERIFY(isSound(fresh));
            QCOMPARE(model.blockCount(), fresh.blockCount()); // what came bit by bit is what there is
            QCOMPARE(model.all().size(), fresh.all().size());
        }
    }

    void forgetsWhatTheHistoryForgets()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        model.update();
        for (int i = 0; i < 6; ++i) {
            for (int j = 0; j < 1000; ++j) {
                story.clock.advance(1_ms);
                story.voids(story.handle(story.call(device), line));
            }
            story.tells();
            model.update();
            QVERIFY(isSound(model));
        }
        QCOMPARE(model.blockCount(), CallHistory::MaxReleased);
        QCOMPARE(model.all().front()->rows().size(), 1U);
    }

    void aSnapshotStartsAnew()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"101"_s);
        const CallId call = story.call(device, CallState::Connected);
        const Microseconds born = story.clock.now();
        story.clock.advance(3_s);
        story.says(call, CallState::OnHold);
        story.tells();
        CallHistory history(&story.live);
        TimelineModel model(&story.live, &history);
        model.update();
        const TimelineBlock *block = model.all().front()->block(call);
        QVERIFY(block);
        QCOMPARE(block->begin, born); // known, though not what happened since
        QCOMPARE(model.earliest(), born);
    }

    void ticksAreFarEnoughApart_data()
    {
        QTest::addColumn<double>("perPixel");
        QTest::addColumn<QString>("format");
        QTest::addRow("milliseconds") << 100.0 << u"^\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d$"_s;
        QTest::addRow("seconds") << 100'000.0 << u"^\\d\\d:\\d\\d:\\d\\d$"_s;
        QTest::addRow("hours") << 30'000'000.0 << u"^\\d\\d:00$"_s;
        QTest::addRow("days") << 1.2e9 << u"^\\d+ \\w+\\.?$"_s;
        QTest::addRow("months") << TimeScale::MaxPerPixel << u"^\\d+ \\w+\\.?$"_s;
    }
    void ticksAreFarEnoughApart()
    {
        QFETCH(double, perPixel);
        QFETCH(QString, format);
        TimeScale scale;
        scale.setArea(100, 1000);
        scale.setPerPixel(perPixel);
        scale.setLeft(1'795'000'000_s);
        const std::vector<TimeScale::Tick> ticks = scale.ticks(90);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 13);
        for (size_t i = 0; i < ticks.size(); ++i) {
            QVERIFY2(QRegularExpression(format).match(ticks[i].text).hasMatch(), qPrintable(ticks[i].text));
            QVERIFY(i == 0 || scale.xOf(ticks[i].time) - scale.xOf(ticks[i - 1].time) >= 85);
        }
        QVERIFY(scale.xOf(ticks.front().time) <= 100);
    }

    void zoomKeepsTheMomentAtTheCursor()
    {
        TimeScale scale;
        scale.setArea(100, 1000);
        scale.setLeft(1'795'000'000_s);
        const Microseconds there = scale.timeAt(400);
        for (const double factor : {0.5, 0.1, 3.0, 20.0}) {
            scale.zoom(factor, 400);
            QVERIFY(std::abs(scale.xOf(there) - 400) < 0.1);
        }
        scale.zoom(1e-12, 400);
        QCOMPARE(scale.perPixel(), TimeScale::MinPerPixel);
        scale.zoom(1e18, 400);
        QCOMPARE(scale.perPixel(), TimeScale::MaxPerPixel);
        QVERIFY(std::abs(scale.xOf(there) - 400) < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
