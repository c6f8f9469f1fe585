// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour as it ships, on a clock that stands still: what is said, what has happened by then, and the player's
// buttons.

#include "guide/tourplayer.h"
#include "models/liveworld.h"
#include "scenario/scenarioreader.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

Scenarios::Scenario shipped()
{
    const auto scenario = Scenarios::readScenarioFile(u":/scenarios/tour/life-of-a-call-handle.scenario.json"_s);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().constFirst().toString()));
    return *scenario;
}

Scenarios::Scenario scenarioOf(const QByteArray &steps)
{
    const auto scenario = Scenarios::readScenario(R"({"linescope": "scenario/1", "steps": [)" + steps + "]}", u"f"_s);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().constFirst().toString()));
    return *scenario;
}

struct Stage {
    explicit Stage(const Scenarios::Scenario &scenario)
        : player(scenario, &clock, &feed)
        , live(&feed)
    {
    }
    void watch(Microseconds time) // as ticks come
    {
        for (Microseconds passed = 0; passed < time; passed += 50_ms)
            clock.advance(50_ms);
        live.advanceNow();
    }
    const World &world() const { return live.world(); }

    ManualClock clock;
    EventFeed feed;
    TourPlayer player;
    LiveWorld live;
};

} // namespace

class TestTourPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theTourTakesAboutThreeMinutes();
    void theTourTellsTheWholeStory();
    void captionsSpeakFrench();
    void stepsComeAfterTheirCaption();
    void pausingHoldsTheWorld();
    void stepGoesToTheNextCaption();
    void speedIsALadder();
    void twiceAsFastIsHalfAsLong();
    void aLongWaitIsATimeLapse();
    void restartingBeginsWithAnEmptyWorld();
    void whatTheCaptionIsAboutIsToldWhenItIsThere();
    void aFailureStopsTheTour();
};

void TestTourPlayer::theTourTakesAboutThreeMinutes()
{
    const Stage stage(shipped());
    QVERIFY(stage.player.length() > 165_s && stage.player.length() < 200_s);
    QVERIFY(stage.player.chapters() >= 15);
}

void TestTourPlayer::theTourTellsTheWholeStory()
{
    Stage stage(shipped());
    quint32 mostRetained = 0;
    QSignalSpy ended(&stage.player, &TourPlayer::ended);
    QSignalSpy captions(&stage.player, &TourPlayer::captionChanged);
    stage.player.play();
    int seconds = 0;
    for (; seconds < 300 && ended.isEmpty(); ++seconds) {
        stage.watch(1_s);
        mostRetained = std::max(mostRetained, quint32(stage.world().totals().retainedHandles));
    }
    QVERIFY2(stage.player.failure().isEmpty(), qPrintable(stage.player.failure()));
    QVERIFY(qAbs(seconds * 1_s - stage.player.length()) <= 3_s);
    QCOMPARE(captions.size(), stage.player.chapters() - 1);
    QCOMPARE(mostRetained, 4u);
    QCOMPARE(stage.world().totals().retainedHandles, 0u);
    QVERIFY(!stage.player.isPlaying());
    QVERIFY(stage.player.atEnd());
    QCOMPARE(stage.player.elapsed(), stage.player.length());
}

void TestTourPlayer::captionsSpeakFrench()
{
    QLocale::setDefault(QLocale::French);
    QVERIFY(Stage(shipped()).player.caption().startsWith(u"Voici la vie"));
    QLocale::setDefault(QLocale::German);
    QVERIFY(Stage(shipped()).player.caption().startsWith(u"This is the life"));
}

constexpr auto opening = R"({"say": "Nothing.", "hold": "6s"},
    {"say": "An application.", "hold": "9s", "about": "A", "view": "handles"}, {"app": "A", "do": "lineInitializeEx"})";

void TestTourPlayer::stepsComeAfterTheirCaption()
{
    Stage stage(scenarioOf(opening));
    QSignalSpy views(&stage.player, &TourPlayer::viewWanted);
    stage.player.play();
    stage.watch(6500_ms);
    QCOMPARE(stage.player.caption(), u"An application."_s);
    QCOMPARE(views.value(0).value(0).toString(), u"handles"_s);
    QVERIFY(stage.world().apps().isEmpty());
    stage.watch(3_s);
    QCOMPARE(int(stage.world().apps().size()), 1);
}

void TestTourPlayer::pausingHoldsTheWorld()
{
    Stage stage(scenarioOf(opening));
    stage.player.play();
    stage.watch(2_s);
    stage.player.pause();
    const Microseconds now = stage.player.worldClock()->now();
    const Microseconds elapsed = stage.player.elapsed();
    stage.watch(60_s);
    QCOMPARE(stage.player.worldClock()->now(), now);
    QCOMPARE(stage.player.elapsed(), elapsed);
    stage.player.toggle();
    stage.watch(1_s);
    QVERIFY(stage.player.elapsed() > elapsed + 800_ms);
    QVERIFY(stage.player.elapsed() < elapsed + 1200_ms);
}

void TestTourPlayer::stepGoesToTheNextCaption()
{
    Stage stage(scenarioOf(opening));
    stage.player.step();
    QCOMPARE(stage.player.chapter(), 1);
    QVERIFY(!stage.player.isPlaying());
    stage.player.step(); // with all that belongs to it
    stage.live.advanceNow();
    QCOMPARE(int(stage.world().apps().size()), 1);
    QVERIFY(stage.player.atEnd());
    stage.player.step(); // nothing left
    QVERIFY(stage.player.atEnd());
}

void TestTourPlayer::speedIsALadder()
{
    Stage stage(scenarioOf(opening));
    QSignalSpy spy(&stage.player, &TourPlayer::speedChanged);
    for (int i = 0; i < 9; ++i)
        stage.player.faster();
    QCOMPARE(stage.player.speed(), 4.0);
    for (int i = 0; i < 9; ++i)
        stage.player.slower();
    QCOMPARE(stage.player.speed(), 0.5);
    QCOMPARE(spy.size(), 4 + 5);
}

void TestTourPlayer::twiceAsFastIsHalfAsLong()
{
    Stage stage(scenarioOf(opening));
    stage.player.setSpeed(2);
    stage.player.play();
    stage.watch(7_s);
    QVERIFY(!stage.player.atEnd());
    stage.watch(1_s);
    QVERIFY(stage.player.atEnd());
}

void TestTourPlayer::aLongWaitIsATimeLapse()
{
    Stage stage(scenarioOf(R"({"say": "An hour.", "hold": "9s"}, {"wait": "1h"})"));
    const Microseconds start = stage.player.worldClock()->now();
    stage.player.play();
    stage.watch(4250_ms); // in the middle of it
    const Microseconds passed = stage.player.worldClock()->now() - start;
    QVERIFY(passed > 600_s && passed < 3000_s);
    stage.watch(5_s);
    QVERIFY(stage.player.atEnd());
    const Microseconds all = stage.player.worldClock()->now() - start;
    QVERIFY(all > 3600_s && all < 3610_s);
}

void TestTourPlayer::restartingBeginsWithAnEmptyWorld()
{
    Stage stage(shipped());
    QSignalSpy reset(&stage.live, &LiveWorld::reset);
    for (int i = 0; i < 5; ++i)
        stage.player.step();
    stage.live.advanceNow();
    QVERIFY(!stage.world().apps().isEmpty());
    stage.player.restart();
    stage.live.advanceNow();
    QVERIFY(stage.world().apps().isEmpty());
    QVERIFY(!reset.isEmpty());
    QCOMPARE(stage.player.chapter(), 0);
    while (!stage.player.atEnd())
        stage.player.step();
    QVERIFY2(stage.player.failure().isEmpty(), qPrintable(stage.player.failure()));
    stage.live.advanceNow();
    QVERIFY(stage.world() == stage.player.world());
    stage.player.play(); // again
    QCOMPARE(stage.player.chapter(), 0);
    QVERIFY(stage.player.isPlaying());
}

void TestTourPlayer::whatTheCaptionIsAboutIsToldWhenItIsThere()
{
    Stage stage(scenarioOf(opening));
    QList<TourPlayer::Named> told;
    connect(&stage.player, &TourPlayer::aboutChanged, this, [&](const TourPlayer::Named &named) { told += named; });
    stage.player.play();
    stage.watch(7_s);
    QVERIFY(told.isEmpty());
    stage.watch(3_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(!told.constFirst().app.isNull());
}

void TestTourPlayer::aFailureStopsTheTour()
{
    Stage stage(scenarioOf(R"({"say": "No.", "hold": "3s"}, {"expect": {"world": {"calls": 1}}}, {"say": "Never."})"));
    stage.player.play();
    stage.watch(10_s);
    QVERIFY(!stage.player.failure().isEmpty());
    QVERIFY(!stage.player.isPlaying());
    QCOMPARE(stage.player.chapter(), 0);
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestTourPlayer)
#include "tst_tourplayer.moc"
