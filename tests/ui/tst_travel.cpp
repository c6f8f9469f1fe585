// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlemodel.h"
#include "moment/momentslider.h"
#include "moment/timebar.h"
#include "moment/timetravel.h"
#include "storyteller.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Linescope::Past::Range)

namespace {

// What happened, kept whole; answers at once, or when it is told to.
class KeptPast : public Past {
public:
    explicit KeptPast(EventBatch events)
        : m_events(std::move(events))
    {
    }

    bool answersLater = false;
    quint64 asked = 0; // seeks

    void answer()
    {
        if (m_answer)
            std::exchange(m_answer, {})();
    }
    World worldAt(quint64 seq) const
    {
        World world;
        for (const Event &event : m_events) {
            if (event.seq <= seq)
                world.apply(event);
        }
        return world;
    }

    Range range() const override
    {
        return {0, m_events.constLast().seq, m_events.constFirst().time, m_events.constLast().time};
    }
    void seek(quint64 seq, qsizetype events) override
    {
        ++asked;
        later([this, seq, events] {
            Moment moment;
            moment.seq = std::min(seq, range().lastSeq);
            const quint64 from = moment.seq > quint64(events) ? moment.seq - quint64(events) : 0;
            moment.before = worldAt(from);
            moment.events = m_events.mid(qsizetype(from), qsizetype(moment.seq - from));
            moment.time = moment.seq > 0 ? m_events.at(qsizetype(moment.seq) - 1).time : range().firstTime;
            Q_EMIT found(moment);
        });
    }
    void seekTime(Microseconds time, qsizetype events) override
    {
        quint64 seq = 0;
        for (const Event &event : m_events) {
            if (event.time <= time)
                seq = event.seq;
        }
        seek(seq, events);
    }
    void readOn(quint64 seq, qsizetype most) override
    {
        later([this, seq, most] { Q_EMIT read(seq, m_events.mid(qsizetype(seq), most)); });
    }

private:
    void later(std::function<void()> what)
    {
        m_answer = std::move(what);
        if (!answersLater)
            answer();
    }

    const EventBatch m_events;
    std::function<void()> m_answer;
};

struct Journey {
    explicit Journey(quint32 seed = 1, int events = 300)
        : story(seed)
    {
        QObject::connect(&story.live, &LiveWorld::advanced, &story.live, [this](const EventBatch &batch) {
            if (!story.live.isAway())
                events_ += batch;
        });
        story.beginsByChance();
        story.happensByChance(events);
        story.tells();
    }

    KeptPast *enter()
    {
        auto made = std::make_unique<KeptPast>(events_);
        KeptPast *past = made.get();
        travel.enter(std::move(made));
        return past;
    }

    Storyteller story;
    EventBatch events_;
    MomentClock clock{&story.clock};
    quint64 resumedFrom = ~0ull;
    TimeTravel travel{&story.live, &clock, [this](quint64 lastSeen) {
                          resumedFrom = lastSeen;
                          story.feed.startAnew(story.world());
                          story.live.advanceNow();
                      }};
};

} // namespace

class TestTravel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMomentIsShownAsItWas_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void everyMomentIsShownAsItWas()
    {
        QFETCH(quint32, seed);
        Journey journey(seed);
        HandleModel model(&journey.story.live, &journey.clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        KeptPast *past = journey.enter();
        const quint64 last = past->range().lastSeq;
        QVERIFY(last > 250);
        for (quint64 i = 0; i <= last; i += 7) {
            const quint64 seq = (i * 131) % (last + 1);
            journey.travel.goTo(seq);
            QCOMPARE(journey.travel.seq(), seq);
            QVERIFY(journey.story.live.world() == past->worldAt(seq));
            QCOMPARE(model.rowCount(), int(past->worldAt(seq).handles().size()));
        }
    }

    void oneEventOnAndBack()
    {
        Journey journey;
        KeptPast *past = journey.enter();
        journey.travel.goTo(100);
        QSignalSpy resets(&journey.story.live, &LiveWorld::reset);
        for (quint64 seq = 101; seq < 140; ++seq) {
            journey.travel.step(1);
            QCOMPARE(journey.travel.seq(), seq);
            QVERIFY(journey.story.live.world() == past->worldAt(seq));
        }
        QVERIFY(resets.isEmpty()); // on is as it was live
        for (quint64 seq = 138; seq > 120; --seq) {
            journey.travel.step(-1);
            QCOMPARE(journey.travel.seq(), seq);
            QVERIFY(journey.story.live.world() == past->worldAt(seq));
        }
    }

    void thereIsNothingBeforeTheBeginningAndBehindTheEnd()
    {
        Journey journey;
        KeptPast *past = journey.enter();
        journey.travel.goTo(0);
        journey.travel.step(-1);
        QCOMPARE(journey.travel.seq(), 0u);
        QVERIFY(journey.story.live.world() == World());
        journey.travel.goTo(past->range().lastSeq);
        journey.travel.step(1);
        QCOMPARE(journey.travel.seq(), past->range().lastSeq);
    }

    void agesAreToldAsOfTheMoment()
    {
        Journey journey;
        const Microseconds now = journey.story.clock.now();
        journey.enter();
        QCOMPARE(journey.clock.now(), now);
        journey.travel.goTo(100);
        QCOMPARE(journey.clock.now(), journey.events_.at(99).time);
        journey.story.clock.advance(5_s);
        QCOMPARE(journey.clock.now(), journey.events_.at(99).time);
        journey.travel.leave();
        QCOMPARE(journey.clock.now(), now + 5_s);
    }

    void whatHappensMeanwhileIsThereAfterwards()
    {
        Journey journey;
        HandleModel model(&journey.story.live, &journey.clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const quint64 seen = journey.story.world().seq();
        KeptPast *past = journey.enter();
        journey.travel.goTo(50);
        journey.story.happensByChance(100);
        journey.story.tells();
        QVERIFY(journey.story.live.world() == past->worldAt(50));
        journey.travel.leave();
        QCOMPARE(journey.resumedFrom, seen);
        QVERIFY(journey.story.live.world() == journey.story.world());
        journey.story.happensByChance(100);
        journey.story.tells();
        QVERIFY(journey.story.live.world() == journey.story.world());
    }

    void untilAMomentIsFoundTheViewsStayAsTheyAre()
    {
        Journey journey;
        KeptPast *past = journey.enter();
        past->answersLater = true;
        journey.travel.goTo(50);
        QVERIFY(!journey.story.live.isAway());
        journey.story.happensByChance(20);
        journey.story.tells();
        QVERIFY(journey.story.live.world() == journey.story.world());
        journey.travel.leave();
        QCOMPARE(journey.resumedFrom, ~0ull); // nothing to come back to
        journey.enter()->answersLater = true;
        journey.travel.goTo(50);
        static_cast<KeptPast *>(journey.travel.past())->answer();
        QVERIFY(journey.story.live.isAway());
    }

    void whatTheLiveFeedStillHoldsIsNotMistakenForThePresent()
    {
        Journey journey;
        TimeTravel travel(&journey.story.live, &journey.clock, [](quint64) {}); // the engine takes its time
        travel.enter(std::make_unique<KeptPast>(journey.events_));
        travel.goTo(50);
        const World then = journey.story.live.world();
        journey.story.happensByChance(20);
        journey.story.tells();
        travel.leave();
        journey.story.happensByChance(20);
        journey.story.tells();
        QVERIFY(journey.story.live.world() == then);
        journey.story.feed.startAnew(journey.story.world());
        journey.story.live.advanceNow();
        QVERIFY(journey.story.live.world() == journey.story.world());
    }

    void aFeedThatWasWokenWhileNobodyListenedIsHeardAgain()
    {
        Journey journey;
        LiveWorld *shown = nullptr;
        EventFeed feed(1000, [&] { shown->wakeUp(); });
        LiveWorld live(&feed);
        shown = &live;
        EventFeed past;
        past.startAnew(journey.story.world());
        live.setFeed(&past);
        live.advanceNow();
        feed.push({Event{1, 1_s, Events::ProviderState{{1}, true, u"Simulator"_s, {}}}}, World());
        live.setFeed(nullptr);
        feed.startAnew(World());
        QTRY_VERIFY(live.world() == World());
    }

    void playsAtAnySpeed_data()
    {
        QTest::addColumn<double>("speed");
        for (const double speed : {0.5, 1.0, 16.0})
            QTest::addRow("%g", speed) << speed;
    }
    void playsAtAnySpeed()
    {
        QFETCH(double, speed);
        Journey journey;
        KeptPast *past = journey.enter();
        journey.travel.setSpeed(speed);
        journey.travel.goTo(20);
        journey.travel.play(true);
        const Microseconds from = journey.events_.at(19).time;
        journey.story.clock.advance(Microseconds(4e6 / speed));
        const Microseconds to = from + 4_s;
        quint64 expected = 0;
        for (const Event &event : journey.events_) {
            if (event.time <= to)
                expected = event.seq;
        }
        QVERIFY(expected > 25);
        const qint64 frame = qint64(33'000 * speed) + 1;
        QVERIFY(journey.travel.seq() <= expected);
        QVERIFY(expected == journey.travel.seq()
                || journey.events_.at(qsizetype(journey.travel.seq())).time > to - frame);
        journey.story.live.advanceNow();
        QVERIFY(journey.story.live.world() == past->worldAt(journey.travel.seq()));
        QVERIFY(std::abs(journey.clock.now() - to) <= frame);
    }

    void playsToTheEndAndBeginsAgainThere()
    {
        Journey journey;
        KeptPast *past = journey.enter();
        QSignalSpy playing(&journey.travel, &TimeTravel::playingChanged);
        journey.travel.setSpeed(0);
        journey.travel.goTo(10);
        journey.travel.play(true);
        journey.story.clock.advance(1_s);
        QCOMPARE(journey.travel.seq(), past->range().lastSeq);
        QCOMPARE(playing, (QList<QVariantList>{{true}, {false}}));
        past->answersLater = true;
        journey.travel.setSpeed(1);
        journey.travel.play(true);
        journey.story.clock.advance(100_ms); // before the beginning is found
        QVERIFY(journey.travel.isPlaying());
        past->answersLater = false;
        past->answer();
        QVERIFY(journey.travel.isPlaying());
        QVERIFY(journey.travel.seq() < 20);
    }

    void aSliderGoesToTimesAndMarks()
    {
        MomentSlider slider;
        slider.resize(600, slider.sizeHint().height());
        slider.setSpan(1'000_s, 1'100_s);
        slider.setTime(1'050_s);
        QVERIFY(std::abs(slider.time() - 1'050_s) <= 1_ms);
        slider.setMarks({{7, 1'025_s, MomentMark::Kind::Violation, u"V-15"_s}});
        QSignalSpy times(&slider, &MomentSlider::timeChosen);
        QSignalSpy marks(&slider, &MomentSlider::markChosen);
        slider.show();
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {150, slider.height() - 6});
        QCOMPARE(times.size(), 1);
        QVERIFY(std::abs(slider.time() - 1'025_s) < 1_s);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {152, 3});
        QCOMPARE(marks, (QList<QVariantList>{{7ull}}));
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.time(), 1'000_s);
        QTest::keyClick(&slider, Qt::Key_PageUp);
        QCOMPARE(slider.time(), 1'005_s);
    }

    void theBarSaysWhichMomentAndWhatIsWanted()
    {
        TimeBar bar;
        bar.setRange({0, 12'345, 1'000_s, 1'100_s});
        bar.setMoment(345, 1'050_s);
        QVERIFY(bar.positionText().contains(u"345"_s) && bar.positionText().contains(u"12,345"_s));
        bar.setBusy(u"reading, 40 %"_s);
        QCOMPARE(bar.positionText(), u"reading, 40 %"_s);
        QSignalSpy steps(&bar, &TimeBar::stepWanted);
        QSignalSpy marks(&bar, &TimeBar::markWanted);
        QSignalSpy plays(&bar, &TimeBar::playWanted);
        QSignalSpy leaves(&bar, &TimeBar::leaveWanted);
        for (QToolButton *button : bar.findChildren<QToolButton *>()) {
            QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
            button->click();
        }
        QCOMPARE(steps, (QList<QVariantList>{{-1}, {1}}));
        QCOMPARE(marks, (QList<QVariantList>{{-1}, {1}}));
        QCOMPARE(plays, (QList<QVariantList>{{true}}));
        QCOMPARE(leaves.size(), 1);
    }
};

QTEST_MAIN(TestTravel)
#include "tst_travel.moc"
