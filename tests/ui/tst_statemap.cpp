// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/statemap/statemap.h"
#include "diagrams/statemap/statemaplayout.h"
#include "filter/handlefilter.h"
#include "panels/diagrams/statemappanel.h"
#include "storyteller.h"
#include "support/theme/theme.h"

#include <QCheckBox>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

QStringList recounted(const World &world)
{
    std::array<int, CallStateCount> counts = {};
    world.calls().forEach([&](const Call &call) { ++counts[indexOf(call.state)]; });
    QStringList result;
    for (size_t i = 0; i < CallStateCount; ++i)
        result += stateText(stateAt(i)) + u' ' + QString::number(counts[i]);
    return result;
}

QStringList shown(const StateCounts &counts)
{
    QStringList result;
    for (size_t i = 0; i < CallStateCount; ++i)
        result += stateText(stateAt(i)) + u' ' + QString::number(counts.count(stateAt(i)));
    return result;
}

const StateMapArrow *arrowIn(const StateMapScene &scene, std::optional<CallState> from, CallState to)
{
    for (const StateMapArrow &arrow : scene.arrows) {
        if (arrow.from == from && arrow.to == to)
            return &arrow;
    }
    return nullptr;
}

QString visitsIn(const StateMapScene &scene, CallState state)
{
    for (const StateMapNode &node : scene.nodes) {
        if (node.state == state)
            return node.visits;
    }
    return {};
}

// A panel over a story with one line that is open.
struct Stage {
    Storyteller story;
    DeviceId device;
    HLine line;
    SharedSelection selection;
    std::unique_ptr<CallHistory> history;
    std::unique_ptr<StateMapPanel> panel;

    Stage()
    {
        story.provider(u"pbx"_s);
        device = story.device(u"Line 1"_s);
        line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        history = std::make_unique<CallHistory>(&story.live);
        panel = std::make_unique<StateMapPanel>(&story.live, history.get(), &selection, &story.clock);
        panel->resize(1000, 640);
    }
    void tells()
    {
        story.tells();
        panel->refresh();
    }
    void goes(CallId call, CallState state, Microseconds after)
    {
        story.clock.advance(after);
        story.says(call, state);
    }
    const StateMapScene &scene() const { return panel->map()->scene(); }
};

} // namespace

class TestStateMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void nodesDoNotOverlapAndArrowsCrossNone_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("small") << QSizeF(500, 320);
        QTest::newRow("large") << QSizeF(2400, 1300);
        QTest::newRow("flat") << QSizeF(1800, 400);
    }
    void nodesDoNotOverlapAndArrowsCrossNone()
    {
        QFETCH(QSizeF, size);
        const QRectF area(QPointF(), size);
        const StateMapLayout layout(area, {260, 90});
        const auto &states = StateMapLayout::states();
        QCOMPARE(states.size(), CallStateCount);
        for (const CallState state : states) {
            QVERIFY2(area.contains(layout.node(state)), qPrintable(stateText(state)));
            for (const CallState other : states)
                QVERIFY2(state == other || !layout.node(state).adjusted(-4, -4, 4, 4).intersects(layout.node(other)),
                         qPrintable(stateText(state) + u' ' + stateText(other)));
            QVERIFY(!layout.freeArea().intersects(layout.node(state)));
        }
        for (const CallState from : states) {
            for (const CallState to : states) {
                if (from == to)
                    continue;
                const StateCurve arrow = layout.arrow(from, to);
                for (int i = 0; i <= 150; ++i) {
                    const QPointF point = arrow.at(i / 150.0);
                    QVERIFY2(area.contains(point), qPrintable(stateText(from) + u" to "_s + stateText(to)));
                    for (const CallState other : states) {
                        const bool isFree = other == from || other == to || !layout.node(other).contains(point);
                        QVERIFY2(
                            isFree,
                            qPrintable(u"%1 to %2 crosses %3"_s.arg(stateText(from), stateText(to), stateText(other))));
                    }
                }
            }
        }
    }

    void arrowsBeginAndEndAtTheirNodes()
    {
        const StateMapLayout layout(QRectF(0, 0, 1000, 600), {260, 90});
        QVERIFY(StateMapLayout::mainWays().size() > 10);
        for (const StatePair &way : StateMapLayout::mainWays()) {
            const StateCurve arrow = layout.arrow(way.from, way.to);
            QVERIFY(layout.node(way.from).adjusted(-8, -8, 8, 8).contains(arrow.at(0)));
            QVERIFY(layout.node(way.to).adjusted(-8, -8, 8, 8).contains(arrow.at(1)));
            QVERIFY(!layout.node(way.from).contains(arrow.at(0.01)));
            QVERIFY(!layout.node(way.to).contains(arrow.at(1)));
            QCOMPARE(judgeTransition(way.from, way.to).transition, Transition::Usual);
        }
    }

    void countsAreThoseOfTheWorld_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void countsAreThoseOfTheWorld()
    {
        QFETCH(quint32, seed);
        Storyteller story(seed);
        story.beginsByChance();
        story.happensByChance(200);
        story.tells();
        StateCounts counts(&story.live);
        QCOMPARE(shown(counts), recounted(story.live.world()));
        for (int frame = 0; frame < 60; ++frame) {
            story.happensByChance(1 + story.chance(40));
            story.tells();
            QCOMPARE(shown(counts), recounted(story.live.world()));
            QCOMPARE(counts.calls(), quint32(story.live.world().calls().size()));
        }
    }

    void flowsAreThoseOfTheLastMinute()
    {
        Stage stage;
        const StateCounts &counts = stage.panel->counts();
        for (int i = 0; i < 3; ++i) {
            const CallId call = stage.story.call(stage.device);
            stage.story.handle(call, stage.line);
            stage.goes(call, CallState::Connected, 10'000'000);
        }
        stage.tells();
        QCOMPARE(counts.flow(std::nullopt, CallState::Offering).lastMinute, 3U);
        QCOMPARE(counts.flow(CallState::Offering, CallState::Connected).lastMinute, 3U);
        QVERIFY(!counts.flow(std::nullopt, CallState::Offering).isWarning());
        stage.story.clock.advance(45'000'000);
        stage.panel->refresh();
        QCOMPARE(counts.flow(CallState::Offering, CallState::Connected).lastMinute, 1U + 1U);
        stage.story.clock.advance(60'000'000);
        stage.panel->refresh();
        QCOMPARE(counts.flow(CallState::Offering, CallState::Connected).lastMinute, 0U);
        QCOMPARE(counts.flow(CallState::Offering, CallState::Connected).total, 3U);
        QCOMPARE(arrowIn(stage.scene(), CallState::Offering, CallState::Connected)->look, StateMapArrow::Look::Quiet);
    }

    void theWayOfTheSelectedCallIsNumberedAndTimed()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device);
        const HCall handle = stage.story.handle(call, stage.line);
        stage.goes(call, CallState::Connected, 4'500'000);
        stage.goes(call, CallState::OnHold, 65'000'000);
        stage.goes(call, CallState::Connected, 20'000'000);
        stage.story.clock.advance(3'000'000);
        stage.tells();
        QCOMPARE(visitsIn(stage.scene(), CallState::Offering), QString());

        Selection chosen;
        chosen.handle = handle;
        stage.selection.set(chosen);
        QCOMPARE(visitsIn(stage.scene(), CallState::Offering), u"1  4.5 s"_s);
        QCOMPARE(visitsIn(stage.scene(), CallState::Connected), u"2  1:05 · 4  3.0 s"_s);
        QCOMPARE(visitsIn(stage.scene(), CallState::OnHold), u"3  0:20"_s);
        QVERIFY(arrowIn(stage.scene(), CallState::Offering, CallState::Connected)->onPath);
        QVERIFY(arrowIn(stage.scene(), CallState::OnHold, CallState::Connected)->onPath);
        QVERIFY(!arrowIn(stage.scene(), CallState::Connected, CallState::Disconnected)->onPath);

        stage.story.voids(handle); // the way stays to be looked at
        stage.tells();
        stage.story.clock.advance(60'000'000);
        stage.panel->refresh();
        QCOMPARE(visitsIn(stage.scene(), CallState::Connected), u"2  1:05 · 4  3.0 s"_s);
        stage.selection.set({});
        QCOMPARE(visitsIn(stage.scene(), CallState::Connected), QString());
    }

    void anUnusualWayAppearsAndGoes()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device);
        stage.story.handle(call, stage.line);
        stage.tells();
        QVERIFY(!arrowIn(stage.scene(), CallState::Offering, CallState::OnHold));
        stage.goes(call, CallState::OnHold, 1'000'000);
        stage.tells();
        const StateMapArrow *arrow = arrowIn(stage.scene(), CallState::Offering, CallState::OnHold);
        QVERIFY(arrow);
        QCOMPARE(arrow->look, StateMapArrow::Look::Unusual);
        const std::vector<DiagramItem> items = stage.panel->map()->items();
        QCOMPARE(items.size(), CallStateCount + 1);
        QCOMPARE(items.back().selection.call, call);
        QVERIFY(items.back().name.contains(u"T-05"_s));
        stage.story.clock.advance(UnusualWayTime);
        stage.panel->refresh();
        QVERIFY(!arrowIn(stage.scene(), CallState::Offering, CallState::OnHold));
    }

    void aPausedMapStandsStill()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device);
        Selection chosen;
        chosen.handle = stage.story.handle(call, stage.line);
        stage.goes(call, CallState::OnHold, 1'000'000);
        stage.tells();
        stage.selection.set(chosen);
        stage.story.clock.advance(3'000'000);
        stage.story.live.setPaused(true);
        stage.panel->refresh();
        const StateMapScene before = stage.scene();
        QCOMPARE(visitsIn(before, CallState::OnHold), u"2  3.0 s"_s);
        StateMapPanel late(&stage.story.live, stage.history.get(), &stage.selection, &stage.story.clock);
        const Microseconds pausedAt = stage.story.clock.now();
        stage.story.clock.advance(2 * UnusualWayTime + 120'000'000);
        stage.panel->refresh();
        late.refresh();
        QVERIFY(stage.scene() == before);
        QCOMPARE(stage.panel->counts().flow(CallState::Offering, CallState::OnHold).lastMinute, 1U);
        QCOMPARE(late.map()->now(), pausedAt);
        QCOMPARE(visitsIn(late.map()->scene(), CallState::OnHold), u"2  3.0 s"_s);
        stage.story.live.setPaused(false);
        stage.panel->refresh();
        QCOMPARE(stage.panel->counts().flow(CallState::Offering, CallState::OnHold).lastMinute, 0U);
        QVERIFY(!(stage.scene() == before));
    }

    // The engine drops what is reported after IDLE, so the World never sees it; the finding does.
    void aForbiddenWayStays()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device);
        stage.story.handle(call, stage.line);
        stage.story.says(call, CallState::Idle);
        stage.story.add(Events::ReportReceived{{1}, Reports::CallState{{501}, CallState::Connected, 0, {}}});
        stage.story.add(Events::FindingRaised{std::make_shared<const Finding>(
            Finding{"V-15", Severity::Violation, shortName(call), u"CONNECTED was reported after IDLE"_s})});
        stage.tells();
        const StateMapArrow *arrow = arrowIn(stage.scene(), CallState::Idle, CallState::Connected);
        QVERIFY(arrow);
        QCOMPARE(arrow->look, StateMapArrow::Look::Forbidden);
        QCOMPARE(arrow->lastCall, call);
        stage.story.clock.advance(2 * UnusualWayTime);
        stage.panel->refresh();
        QVERIFY(arrowIn(stage.scene(), CallState::Idle, CallState::Connected));
        QVERIFY(stage.panel->map()->pictureText().contains(u"IDLE to CONNECTED: forbidden (rule T-20)."_s));
    }

    void aCallThatBeginsWithIdleIsForbidden() // S-22
    {
        Stage stage;
        stage.story.call(stage.device, CallState::Idle);
        stage.tells();
        const StateMapArrow *arrow = arrowIn(stage.scene(), std::nullopt, CallState::Idle);
        QVERIFY(arrow);
        QCOMPARE(arrow->look, StateMapArrow::Look::Forbidden);
    }

    void aChosenStateIsAFilter()
    {
        Stage stage;
        stage.panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.panel.get()));
        QSignalSpy wanted(stage.panel.get(), &StateMapPanel::filterWanted);
        const std::vector<DiagramItem> items = stage.panel->map()->items();
        for (size_t i = 0; i < CallStateCount; ++i) {
            QTest::mouseClick(stage.panel->map()->viewport(), Qt::LeftButton, {}, items[i].rect.center().toPoint());
            QCOMPARE(wanted.size(), qsizetype(i + 1));
            const QString filter = wanted.last().at(0).toString();
            QCOMPARE(filter, u"state:"_s + stateText(StateMapLayout::states()[i]).toLower());
            QVERIFY(HandleFilter::parse(filter));
        }
        stage.panel->map()->setFocus();
        stage.panel->map()->setCurrentItem(0);
        QTest::keyClick(stage.panel->map(), Qt::Key_Right);
        QTest::keyClick(stage.panel->map(), Qt::Key_Return);
        QCOMPARE(wanted.last().at(0).toString(), u"state:accepted"_s);
    }

    void lightsTravelOnlyIfWanted()
    {
        Stage stage;
        stage.panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.panel.get()));
        const CallId call = stage.story.call(stage.device);
        stage.story.handle(call, stage.line);
        stage.goes(call, CallState::Connected, 0);
        stage.tells();
        QVERIFY(stage.panel->map()->isMoving());
        stage.story.clock.advance(1'000'000);
        QTRY_VERIFY(!stage.panel->map()->isMoving());
        stage.panel->findChild<QCheckBox *>()->setChecked(false);
        stage.goes(call, CallState::OnHold, 0);
        stage.tells();
        QVERIFY(!stage.panel->map()->isMoving());
    }

    void aSmallViewScrolls()
    {
        Stage stage;
        QFont large = stage.panel->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        stage.panel->map()->setFont(large);
        stage.panel->resize(500, 320);
        stage.panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.panel.get()));
        const QSizeF sheet = stage.panel->map()->pictureSize();
        QVERIFY(sheet.width() > stage.panel->map()->viewport()->width());
        QVERIFY(stage.panel->map()->horizontalScrollBar()->maximum() > 0);
        const QImage left = stage.panel->map()->viewport()->grab().toImage();
        stage.panel->map()->horizontalScrollBar()->setValue(stage.panel->map()->horizontalScrollBar()->maximum());
        QVERIFY(stage.panel->map()->viewport()->grab().toImage() != left);
    }

    void theTableHasALineForEachState()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device, CallState::Offering);
        stage.story.handle(call, stage.line);
        stage.tells();
        const QList<QStringList> table = stage.panel->table(Rows::All, Qt::DisplayRole);
        QCOMPARE(table.size(), qsizetype(CallStateCount + 1));
        QCOMPARE(table.at(1 + qsizetype(indexOf(CallState::Offering))),
                 (QStringList{u"OFFERING"_s, u"1"_s, u"1"_s, u"0"_s}));
    }
};

QTEST_MAIN(TestStateMap)
#include "tst_statemap.moc"
