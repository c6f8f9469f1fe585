// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/liveworld.h"
#include "storyteller.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

class TestLiveWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void followsFromTheFirstEventWithoutAReset()
    {
        Storyteller story;
        story.beginsByChance();
        QSignalSpy resets(&story.live, &LiveWorld::reset);
        for (int frame = 0; frame < 30; ++frame) {
            story.happensByChance(20);
            story.tells();
            QVERIFY(story.live.world() == story.world());
        }
        QCOMPARE(resets.count(), 0);
    }

    void aFrameTakesWhatCameSinceTheWakeUp()
    {
        Storyteller story;
        story.beginsByChance();
        story.tells();
        QSignalSpy frames(&story.live, &LiveWorld::advanced);
        story.live.setPaused(true); // tells() only pushes now
        for (int i = 0; i < 5; ++i) {
            story.happensByChance(10);
            story.tells();
        }
        story.live.setPaused(false);
        QVERIFY(frames.wait());
        QCOMPARE(frames.count(), 1);
        QVERIFY(story.live.world() == story.world());
    }

    void pausingFreezesTheScreenNotTheEngine()
    {
        Storyteller story;
        story.beginsByChance();
        story.tells();
        QSignalSpy paused(&story.live, &LiveWorld::pausedChanged);
        story.live.setPaused(true);
        const World frozen = story.live.world();
        story.app(u"late"_s);
        story.tells();
        story.live.wakeUp();
        QTest::qWait(0);
        QVERIFY(story.live.world() == frozen);
        QCOMPARE(story.live.behind(), 1U);
        story.live.setPaused(false);
        story.live.advanceNow();
        QCOMPARE(story.live.behind(), 0U);
        QVERIFY(story.live.world() == story.world());
        QCOMPARE(paused.count(), 2);
    }

    // A flood is shown over several frames, none of which takes forever, and in the end all is there.
    void aFloodIsSharedOutOverFrames()
    {
        Storyteller story;
        story.beginsByChance();
        const CallId call = story.call({1});
        story.tells();
        QSignalSpy frames(&story.live, &LiveWorld::advanced);
        for (int i = 0; i < 250'000; ++i)
            story.says(call, i % 2 == 0 ? CallState::Connected : CallState::OnHold);
        story.tells();
        QCOMPARE(frames.count(), 3);
        QVERIFY(story.live.world() == story.world());
    }

    // The window stood still for good: that wake-up came while a frame was due anyway, and there is no second one.
    void whatComesDuringAFloodIsShownAfterIt()
    {
        LiveWorld *shown = nullptr;
        EventFeed feed(1'000'000, [&] { shown->wakeUp(); });
        LiveWorld live(&feed);
        shown = &live;
        World world;
        const auto happens = [&](int count) {
            EventBatch batch;
            for (int i = 1; i <= count; ++i)
                batch += Event{world.seq() + quint64(i), 1, Events::ProviderState{{1}, i % 2 == 0, {}, {}}};
            world.apply(batch);
            feed.push(batch, world);
        };
        QSignalSpy frames(&live, &LiveWorld::advanced);
        happens(150'000);
        QVERIFY(frames.wait());
        QVERIFY(live.behind() > 0);
        happens(1);
        QTRY_VERIFY(live.world() == world);
    }

    void aSnapshotReplacesWhatWasMissed()
    {
        EventFeed feed(10);
        LiveWorld live(&feed);
        Storyteller story;
        World world;
        const auto push = [&](const Event &event) {
            world.apply(event);
            feed.push({event}, world);
        };
        push({1, 1, Events::ProviderState{{1}, true, u"pbx"_s, {}}});
        live.advanceNow();
        for (quint64 i = 2; i < 40; ++i)
            push({i, Microseconds(i), Events::ProviderState{{1}, i % 2 == 0, {}, {}}});
        QSignalSpy resets(&live, &LiveWorld::reset);
        live.advanceNow();
        QCOMPARE(resets.count(), 1);
        QVERIFY(live.skipped() > 0);
        QVERIFY(live.world() == world);
    }

    void aBatchIsSeenAsItsNetEffect_data()
    {
        using Story = std::function<void(Storyteller &)>;
        QTest::addColumn<Story>("story");
        QTest::addColumn<QList<quint32>>("added");
        QTest::addColumn<QList<quint32>>("voided");
        QTest::addColumn<QList<quint32>>("changed");
        const auto row = [](const char *name, const Story &story, const QList<quint32> &added,
                            const QList<quint32> &voided, const QList<quint32> &changed) {
            QTest::addRow("%s", name) << story << added << voided << changed;
        };
        row("nothing to show", [](Storyteller &s) { s.add(Events::Message{{1}, {}}); }, {}, {}, {});
        row("idle keeps it", [](Storyteller &s) { s.says({1}, CallState::Idle); }, {}, {}, {1});
        row("changed twice",
            [](Storyteller &s) {
                s.says({1}, CallState::Connected);
                s.says({1}, u"1"_s, u"2"_s);
            },
            {}, {}, {1});
        row("born", [](Storyteller &s) { s.handle({1}, {1}); }, {3}, {}, {});
        row("born with its call", [](Storyteller &s) { s.handle(s.call({1}), {1}); }, {3}, {}, {});
        row("born and gone", [](Storyteller &s) { s.voids(s.handle({1}, {1})); }, {}, {}, {});
        row("its line closes", [](Storyteller &s) { s.closes({1}); }, {}, {1, 2}, {});
        row("changed, then gone",
            [](Storyteller &s) {
                s.says({1}, CallState::Idle);
                s.voids({1});
            },
            {}, {1}, {1});
    }
    void aBatchIsSeenAsItsNetEffect()
    {
        QFETCH(std::function<void(Storyteller &)>, story);
        Storyteller teller; // handles 1 and 2 on calls 1 and 2, on one line
        teller.provider(u"pbx"_s);
        teller.opens(teller.app(u"crm"_s), teller.device(u"Line 1"_s));
        for (int i = 0; i < 2; ++i)
            teller.handle(teller.call({1}), {1});
        teller.tells();
        story(teller);
        teller.tells();
        const NetEffect &net = teller.live.netEffect();
        QList<quint32> added, voided, changed;
        for (const HCall handle : net.added())
            added += handle.value;
        for (const auto &handle : net.voided())
            voided += handle.handle.value;
        for (const CallId call : net.changed())
            changed += call.value;
        QTEST(added, "added");
        QTEST(voided, "voided");
        QTEST(changed, "changed");
    }

    void aMaskedWorldFollowsLikeTheTrueOne()
    {
        Storyteller story;
        story.beginsByChance();
        QSignalSpy resets(&story.live, &LiveWorld::reset);
        const MaskingChoice choice{MaskingMode::Invent, true};
        for (int frame = 0; frame < 40; ++frame) {
            if (frame == 10)
                story.live.setMasking(choice);
            if (frame == 30)
                story.live.setMasking({});
            story.happensByChance(20);
            story.tells();
            // The story lets calls come back from IDLE, which is nothing that byte counts survive.
            const World masked = story.live.masker().masked(story.world());
            QCOMPARE(story.live.world().dump(), masked.dump());
            QVERIFY(story.live.world().calls() == masked.calls());
            QCOMPARE(story.live.masker().isOff(), frame < 10 || frame >= 30);
        }
        QCOMPARE(resets.count(), 2);
        story.live.setMasking({});
        QCOMPARE(resets.count(), 2);
    }

    void maskingHoldsWhileTheViewIsPaused()
    {
        Storyteller story;
        story.beginsByChance();
        const CallId call = story.call({1}, CallState::Connected, u"+49 30 886655"_s);
        story.tells();
        story.live.setPaused(true);
        story.live.setMasking({MaskingMode::Mask, true});
        QCOMPARE(story.live.world().call(call)->info.text(&CallInfo::callerId), u"***********55"_s);
        story.says(call, u"+49 30 112233"_s, {});
        story.tells();
        story.live.setPaused(false);
        story.live.advanceNow();
        QCOMPARE(story.live.world().call(call)->info.text(&CallInfo::callerId), u"***********33"_s);
        story.live.setMasking({});
        QVERIFY(story.live.world() == story.world());
    }
};

QTEST_GUILESS_MAIN(TestLiveWorld)
#include "tst_liveworld.moc"
