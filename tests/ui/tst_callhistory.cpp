// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/callhistory.h"
#include "storyteller.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

class TestCallHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tellsStatesAndHoldersOfACall()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"Line 1"_s);
        story.tells();
        CallHistory history(&story.live);
        const HLineApp crm = story.app(u"crm"_s);
        const HLine line = story.opens(crm, device);
        const Microseconds start = story.clock.now();
        const CallId call = story.call(device);
        const HCall first = story.handle(call, line, Privilege::Monitor);
        story.becomes(first, Privilege::Owner);
        story.clock.advance(1'000'000);
        story.says(call, CallState::Connected);
        story.says(call, CallState::Disconnected, quint32(DisconnectMode::Busy));
        story.tells();
        const CallRecord *record = history.record(call);
        QVERIFY(record);
        QVERIFY(record->seenFromStart);
        QCOMPARE(record->steps,
                 (std::vector<CallStep>{{start, CallState::Offering, 0},
                                        {start + 1'000'000, CallState::Connected, 0},
                                        {start + 1'000'000, CallState::Disconnected, quint32(DisconnectMode::Busy)}}));
        QCOMPARE(record->holders,
                 (std::vector<CallHolder>{{first, crm, u"crm"_s, Privilege::Owner, start, 0, {}, line}}));
        QCOMPARE(record->device, device);
        QCOMPARE(record->created, start);
        QCOMPARE(record->released, 0);

        story.clock.advance(1'000'000);
        story.closes(line, LineCloseReason::Provider, VoidReason::LineClosedByProvider);
        story.tells();
        record = history.record(call); // a ghost can still be inspected
        QVERIFY(record);
        QCOMPARE(record->holders.front().until, start + 2'000'000);
        QCOMPARE(record->holders.front().reason, VoidReason::LineClosedByProvider);
        QCOMPARE(record->released, start + 2'000'000);
    }

    void startsWithWhatTheSnapshotHas()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"Line 1"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        const CallId call = story.call(device, CallState::Connected);
        const HCall first = story.handle(call, line);
        const HCall second = story.handle(call, line, Privilege::Monitor);
        story.tells();
        CallHistory history(&story.live);
        const CallRecord *record = history.record(call);
        QVERIFY(record);
        QVERIFY(!record->seenFromStart);
        QCOMPARE(record->steps.size(), 1U);
        QCOMPARE(record->holders.size(), 2U);
        QCOMPARE(record->holders[0].handle, first);
        QCOMPARE(record->holders[1].handle, second);
    }

    void isBoundedPerCall()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"Line 1"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        CallHistory history(&story.live);
        const CallId call = story.call(device);
        const HCall keeper = story.handle(call, line);
        for (size_t i = 0; i < 300; ++i) {
            story.says(call, i % 2 == 0 ? CallState::Connected : CallState::OnHold);
            story.voids(story.handle(call, line));
        }
        story.tells();
        const CallRecord &record = *history.record(call);
        QCOMPARE(record.steps.size(), CallHistory::MaxSteps);
        QCOMPARE(record.steps.front().state, CallState::Offering); // how it began stays
        QCOMPARE(record.steps.back().state, CallState::OnHold);
        QCOMPARE(record.stepsDropped, 301 - quint32(CallHistory::MaxSteps));
        QCOMPARE(record.holders.size(), CallHistory::MaxHolders);
        QCOMPARE(record.holders.front().handle, keeper); // who still holds it stays
    }

    void forgetsTheOldestCallsThatAreGone()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"Line 1"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        const CallId kept = story.call(device);
        story.handle(kept, line);
        story.tells();
        CallHistory history(&story.live);
        for (qsizetype i = 0; i < CallHistory::MaxReleased + 100; ++i)
            story.voids(story.handle(story.call(device), line));
        QSignalSpy changes(&history, &CallHistory::changed);
        story.tells();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(history.count(), CallHistory::MaxReleased + 1);
        QVERIFY(history.record(kept));
        QVERIFY(!history.record({kept.value + 1}));
        QVERIFY(history.record({kept.value + 200}));
    }
};

QTEST_GUILESS_MAIN(TestCallHistory)
#include "tst_callhistory.moc"
