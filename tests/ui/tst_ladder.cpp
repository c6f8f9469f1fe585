// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladder.h"
#include "ladderreading.h"
#include "ladderstage.h"
#include "storyteller.h"

#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

QStringList names(const std::vector<LadderLane> &lanes)
{
    QStringList names;
    for (const LadderLane &lane : lanes)
        names += lane.name;
    return names;
}

} // namespace

class TestLadder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void saysWhatToDoWhenNoCallIsChosen()
    {
        LadderStage stage;
        Ladder ladder(&stage.live, stage.model.get());
        ladder.refresh();
        QVERIFY(ladder.emptyText().startsWith(u"Choose a call"_s));
        QCOMPARE(ladder.accessibleDescription(), ladder.emptyText());
        QVERIFY(ladder.items().empty());
        QVERIFY(ladder.pictureText().isEmpty());
    }

    void tellsACallFromItsAnnouncementToTheLastHandle()
    {
        ShownLadder shown;
        LadderStage &stage = shown.stage;
        Ladder &ladder = shown.ladder;
        QCOMPARE(ladder.emptyText(), QString());
        QCOMPARE(names(ladder.rows().lanes()),
                 (QStringList{u"crm"_s, u"Linescope monitor"_s, u"Linescope"_s, u"Simulator"_s}));
        const QStringList lines = texts(ladder);
        QCOMPARE(lines.value(0).left(12), u"LINE_NEWCALL"_s);
        const QStringList inOrder{u"C1 begins"_s,
                                  u"C1 OFFERING"_s,
                                  u"lineAnswer → LINEERR_NOTOWNER"_s,
                                  u"lineAnswer H1"_s,
                                  u"TSPI_lineAnswer"_s,
                                  u"lineAnswer → R1"_s,
                                  u"ASYNC_COMPLETION R1 0"_s,
                                  u"LINE_REPLY R1 → 0"_s,
                                  u"C1 CONNECTED"_s,
                                  u"lineDrop H1"_s,
                                  u"C1 IDLE"_s,
                                  u"lineDeallocateCall H2"_s,
                                  u"H2 is void: deallocated"_s};
        qsizetype at = -1;
        for (const QString &wanted : inOrder) {
            const auto found = std::find_if(lines.begin() + at + 1, lines.end(),
                                            [&](const QString &line) { return line.startsWith(wanted); });
            QVERIFY2(found != lines.end(), qPrintable(wanted + u" in\n"_s + lines.join(u'\n')));
            at = found - lines.begin();
        }
        const LadderRow *failure = rowOf(ladder, u"lineAnswer → LINEERR"_s);
        QVERIFY(failure->failed);
        QCOMPARE(failure->ends, (LadderEnds{engineLane, stage.watcher.handle()}));
        QVERIFY(rowOf(ladder, u"lineDeallocateCall"_s)->gap > 60_s); // a mark for the minute before
    }

    void handlesLiveFromBirthToEnd()
    {
        ShownLadder shown;
        LadderStage &stage = shown.stage;
        Ladder &ladder = shown.ladder;
        const auto &lives = ladder.rows().lives();
        QCOMPARE(lives.size(), 2U);
        const quint64 idle = rowOf(ladder, u"C1 IDLE"_s)->seq;
        for (const LadderLife &life : lives) {
            QCOMPARE(life.idle, idle);
            QVERIFY(life.handle.born != 0 && life.handle.born < idle);
            QCOMPARE(life.handle.gone != 0, life.handle.app == stage.watcher);
        }
    }

    void takesInWhatIsNewAndNothingElse()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        Ladder live(&stage.live, stage.model.get());
        live.setCall(call);
        const size_t before = live.rows().rows().size();
        stage.asks(stage.owner, Requests::GetCallStatus{stage.handleOf(stage.owner, call)});
        stage.shows();
        live.refresh();
        QCOMPARE(live.rows().rows().size(), before + 2);
        Ladder afresh(&stage.live, stage.model.get());
        afresh.setCall(call);
        QCOMPARE(live.pictureText(), afresh.pictureText());
    }

    void storiesByChanceLookTheSameHoweverTheyAreTakenIn()
    {
        Storyteller story(11);
        story.beginsByChance();
        story.tells();
        LadderModel model(&story.live);
        const CallId first = story.call({1});
        story.handle(first, story.opens({1}, {1}));
        story.tells();
        Ladder live(&story.live, &model);
        live.setRelatedShown(true);
        live.setCall(first);
        for (int i = 0; i < 60; ++i) {
            story.happensByChance(10);
            story.tells();
            live.refresh();
            Ladder afresh(&story.live, &model);
            afresh.setRelatedShown(true);
            afresh.setCall(first);
            QCOMPARE(live.pictureText(), afresh.pictureText());
            QCOMPARE(live.pictureSize(), afresh.pictureSize());
        }
    }

    void kindsAndLanesCanBeHidden()
    {
        ShownLadder shown;
        LadderStage &stage = shown.stage;
        Ladder &ladder = shown.ladder;
        const size_t all = ladder.rows().rows().size();
        QVERIFY(rowOf(ladder, u"LINE_CALLSTATE"_s));
        ladder.setKindShown(LadderKind::Message, false);
        QVERIFY(!ladder.rows().rows().empty() && ladder.rows().rows().size() < all);
        for (const LadderRow &row : ladder.rows().rows())
            QVERIFY(row.kind != LadderKind::Message);
        ladder.setKindShown(LadderKind::Message, true);
        QCOMPARE(ladder.rows().rows().size(), all);
        ladder.setLaneShown(stage.watcher.handle(), false);
        QVERIFY(!rowOf(ladder, u"lineAnswer → LINEERR_NOTOWNER"_s));
        QCOMPARE(names(ladder.rows().shownLanes()), (QStringList{u"crm"_s, u"Linescope"_s, u"Simulator"_s}));
        QCOMPARE(ladder.rows().lives().size(), 1U);
        for (int kind = 0; kind < LadderKindCount; ++kind)
            ladder.setKindShown(LadderKind(kind), false);
        QVERIFY(ladder.emptyText().contains(u"hidden"_s));
    }

    void aTransferShowsBothCallsOnDemand()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        const CallId second = stage.incomingCall(u"+33 1"_s, u"Ann"_s);
        stage.asks(stage.owner, Requests::Answer{stage.handleOf(stage.owner, second)});
        stage.passes(2_s);
        QCOMPARE(stage.asks(stage.owner, Requests::SetupTransfer{stage.handleOf(stage.owner, second), {}}),
                 LineError::None);
        stage.passes(2_s);
        const CallId consult = stage.newestCall();
        QVERIFY(consult != second);
        Ladder ladder(&stage.live, stage.model.get());
        ladder.setCall(second);
        QVERIFY(!rowOf(ladder, shortName(consult) + u" DIALTONE"_s));
        ladder.setRelatedShown(true);
        QCOMPARE(ladder.rows().calls(), (QList<CallId>{second, consult}));
        QVERIFY(rowOf(ladder, shortName(consult) + u" DIALTONE"_s));
        QVERIFY(!rowOf(ladder, shortName(call) + u" IDLE"_s));
    }

    void aClickAsksForTheMessage()
    {
        ShownLadder shown(500);
        Ladder &ladder = shown.ladder;
        QSignalSpy wanted(&ladder, &Ladder::messageWanted);
        const quint64 seq = rowOf(ladder, u"lineAnswer H1"_s)->seq;
        ladder.setCurrentStep(seq);
        const std::vector<DiagramItem> items = ladder.items();
        const auto item = std::find_if(items.begin(), items.end(),
                                       [](const DiagramItem &one) { return one.name.startsWith(u"lineAnswer H1"_s); });
        QVERIFY(item != items.end());
        QVERIFY2(item->description.contains(u"crm (A1) to Linescope"_s), qPrintable(item->description));
        QTest::mouseClick(ladder.viewport(), Qt::LeftButton, {}, item->rect.center().toPoint());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), seq);
        QCOMPARE(ladder.currentStep(), seq);
        // A state is no message: what brought it about is.
        const quint64 state = rowOf(ladder, u"C1 CONNECTED"_s)->seq;
        QVERIFY(textOf(ladder, ladder.rows().rows()[ladder.rows().rowAt(ladder.messageFor(state))])
                    .startsWith(u"LINE_CALLSTATE"_s));
        // The heads of the lanes are no rows.
        wanted.clear();
        QTest::mouseClick(ladder.viewport(), Qt::LeftButton, {}, {450, 5});
        QCOMPARE(wanted.count(), 0);
    }

    void isWalkedThroughWithTheKeyboard()
    {
        ShownLadder shown(300);
        Ladder &ladder = shown.ladder;
        ladder.setFocus();
        const auto &rows = ladder.rows().rows();
        QTest::keyClick(&ladder, Qt::Key_Home);
        QCOMPARE(ladder.currentStep(), rows.front().seq);
        QCOMPARE(ladder.verticalScrollBar()->value(), 0);
        QVERIFY(!ladder.isFollowing());
        for (size_t i = 1; i < rows.size(); ++i) {
            QTest::keyClick(&ladder, Qt::Key_Down);
            QCOMPARE(ladder.currentStep(), rows[i].seq);
            const std::vector<DiagramItem> items = ladder.items();
            QVERIFY(ladder.currentItem() >= 0);
            QCOMPARE(items[size_t(ladder.currentItem())].name, textOf(ladder, rows[i]));
        }
        QVERIFY(ladder.isFollowing()); // at the end, what comes is followed again
        QSignalSpy wanted(&ladder, &Ladder::messageWanted);
        QTest::keyClick(&ladder, Qt::Key_PageUp);
        QVERIFY(ladder.currentStep() < rows.back().seq);
        QTest::keyClick(&ladder, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QTest::keyClick(&ladder, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(ladder.zoom() > 1);
        QTest::keyClick(&ladder, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(ladder.zoom(), 1.0);
    }

    // A row jumped to while the ladder had no room yet lay under the heads of the lanes for good.
    void theRowJumpedToIsNeverUnderTheHead_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("later");
        for (const auto &[height, later] : {std::pair(400, 400), {90, 90}, {20, 400}, {20, 90}, {400, 200}})
            QTest::addRow("%d, then %d high", height, later) << height << later;
    }
    void theRowJumpedToIsNeverUnderTheHead()
    {
        QFETCH(int, height);
        QFETCH(int, later);
        ShownLadder shown(height);
        Ladder &ladder = shown.ladder;
        const auto &rows = ladder.rows().rows();
        int seen = 0;
        for (const bool up : {false, true}) {
            for (size_t i = 0; i < rows.size(); ++i) {
                const LadderRow &row = rows[up ? rows.size() - 1 - i : i];
                ladder.resize(900, height);
                ladder.setCurrentStep(row.seq);
                ladder.resize(900, later);
                if (later < height && ladder.isFollowing()) // then the newest is what has to be seen
                    continue;
                const int item = ladder.currentItem();
                QVERIFY2(item >= 0, qPrintable(textOf(ladder, row)));
                const QRectF rect = ladder.items()[size_t(item)].rect;
                QTest::mouseClick(ladder.viewport(), Qt::LeftButton, {}, QPoint(300, int(rect.top()) + 1));
                QVERIFY2(ladder.currentStep() == row.seq, qPrintable(textOf(ladder, row)));
                ++seen;
            }
        }
        QVERIFY(seen > int(rows.size()) / 2);
    }

    void resizingDoesNotBeginToFollow()
    {
        ShownLadder shown(300);
        Ladder &ladder = shown.ladder;
        QTest::keyClick(&ladder, Qt::Key_Home);
        ladder.setFollowing(false);
        ladder.setCurrentStep(ladder.rows().rows().front().seq);
        QVERIFY(!ladder.isFollowing());
        ladder.resize(900, 4000); // all of it is to be seen, its end too
        QVERIFY(!ladder.isFollowing());
    }

    // At the end of the ladder half a row was left above, under the heads.
    void atTheEndTheFirstRowIsAWholeOne()
    {
        ShownLadder shown(700);
        Ladder &ladder = shown.ladder;
        QTest::keyClick(&ladder, Qt::Key_Home);
        const double first = ladder.items().front().rect.top();
        ladder.setFollowing(true);
        for (int height = 180; height < 700; height += 7) {
            ladder.resize(900, height);
            QVERIFY(ladder.verticalScrollBar()->value() > 0);
            QCOMPARE(ladder.verticalScrollBar()->value(), ladder.verticalScrollBar()->maximum());
            const std::vector<DiagramItem> items = ladder.items();
            // As far below the heads as at the beginning, or a mark for a pause and a row.
            const double gap = items.front().rect.top() - first;
            QVERIFY2(gap >= -4 && gap < items.front().rect.height(), qPrintable(u"%1: %2"_s.arg(height).arg(gap)));
            QCOMPARE(items.back().name, textOf(ladder, ladder.rows().rows().back()));
        }
    }

    void aScreenReaderHearsTheRows()
    {
        ShownLadder shown;
        Ladder &ladder = shown.ladder;
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&ladder);
        QVERIFY(list);
        QCOMPARE(list->childCount(), int(ladder.items().size()));
        QCOMPARE(list->child(0)->text(QAccessible::Name), ladder.items().front().name);
    }

    void followsTheNewestUntilSomebodyReads()
    {
        ShownLadder shown(260);
        LadderStage &stage = shown.stage;
        const CallId call = shown.call;
        Ladder &ladder = shown.ladder;
        QScrollBar *bar = ladder.verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        const auto more = [&] {
            stage.asks(stage.owner, Requests::GetCallStatus{stage.handleOf(stage.owner, call)});
            stage.shows();
            ladder.refresh();
        };
        const int before = bar->maximum();
        more();
        QVERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), bar->maximum());
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        QVERIFY(!ladder.isFollowing());
        const int read = bar->value();
        more();
        QCOMPARE(bar->value(), read);
        ladder.setFollowing(true);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void thePictureIsTheWholeLadder()
    {
        ShownLadder shown(200);
        Ladder &ladder = shown.ladder;
        const QSizeF size = ladder.pictureSize();
        QVERIFY(size.height() > 600);
        QImage image(size.toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        ladder.paintPicture(&painter);
        painter.end();
        for (const QPoint point : {QPoint(1, 1), QPoint(image.width() - 2, 1), QPoint(1, image.height() - 2),
                                   QPoint(image.width() - 2, image.height() - 2)})
            QVERIFY(image.pixelColor(point) != QColor(Qt::magenta));
        QCOMPARE(ladder.pictureText().count(u'\n') + 1, qsizetype(ladder.rows().rows().size()));
    }
};

QTEST_MAIN(TestLadder)
#include "tst_ladder.moc"
