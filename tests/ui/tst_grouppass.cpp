// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Groups of handles that are made bit by bit, while things go on happening.

#include "handlefilters.h"
#include "models/handles/handletree.h"
#include "storyteller.h"
#include "treedump.h"

#include <QAbstractItemModelTester>
#include <QHash>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleTree::Column;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

const QList<QList<GroupLevel>> levelsToChoose{{GroupLevel::Line, GroupLevel::Call},
                                              {GroupLevel::CallGroup, GroupLevel::Call},
                                              {GroupLevel::Line},
                                              {GroupLevel::App},
                                              {GroupLevel::State},
                                              {GroupLevel::CallGroup}};

// What a group holds, row by row.
QList<HandleTree::Totals> totals(const HandleTree &tree)
{
    QList<HandleTree::Totals> all;
    for (int row = 0; row < tree.rowCount(); ++row)
        all += tree.totalsAt(row);
    return all;
}

// A call is said to belong to other calls than before.
void regroupsOne(Storyteller &story)
{
    const auto &calls = story.world().calls();
    if (calls.slotCount() == 0)
        return;
    const Call call = calls.at(quint32(story.chance(int(calls.slotCount()))));
    if (!call.id.isNull())
        story.add(Events::CallInfo{call.id, CallInfoState::Other, related(u"g%1"_s.arg(story.chance(4)))});
}

// Each row is one, and below what is expanded there are as many handles as it says.
bool isSound(const HandleTree &tree)
{
    QHash<int, int> handles;
    for (int row = 0; row < tree.rowCount(); ++row) {
        if (!tree.isGroup(row) && tree.handleAt(row).isNull())
            return false;
        if (!tree.isGroup(row))
            ++handles[tree.parentRow(row)];
    }
    const int last = int(tree.levels().size()) - 1;
    for (int row = 0; row < tree.rowCount(); ++row) {
        if (tree.isGroup(row) && tree.index(row, 0).data(HandleTree::DepthRole).toInt() == last
            && handles.value(row) != (tree.isExpanded(row) ? tree.totalsAt(row).handles : 0))
            return false;
    }
    return true;
}

void settle(const HandleTree &tree)
{
    for (int turn = 0; tree.isBusy() && turn < 100'000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(!tree.isBusy());
}

} // namespace

class TestGroupPass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void slicesComeToTheSameAsOnePass_data();
    void slicesComeToTheSameAsOnePass();
    void oldRowsStayUntilTheNewOnesAreReady();
    void rowsKeepTheirIndexAcrossAPass_data();
    void rowsKeepTheirIndexAcrossAPass();
    void whatIsExpandedMeanwhileIsSoAfterwards();
    void everythingIsExpandedWhileACallChangesItsGroup_data();
    void everythingIsExpandedWhileACallChangesItsGroup();
    void ghostsStayInTheirGroupInANewOrder_data();
    void ghostsStayInTheirGroupInANewOrder();
    void theNeighbourOfACurrentRowThatLeavesFollowsIt();
    void aFillingTreeShowsNothingUntilAllIsThere();
    void aNewFilterEndsGhosts();
    void aFloodCannotKeepAPassFromEnding();
    void aResetFulfilsWhatIsBeingDone();
    void aTreeThatIsShownAgainFillsBitByBit();
};

void TestGroupPass::slicesComeToTheSameAsOnePass_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("handles");
    QTest::addColumn<int>("steps");
    QTest::addRow("one handle a turn") << quint32(1) << 1 << 1;
    QTest::addRow("a few handles a turn") << quint32(2) << 3 << 1;
    QTest::addRow("several steps a turn") << quint32(3) << 2 << 7;
    QTest::addRow("many handles a turn") << quint32(4) << 40 << 1;
    QTest::addRow("another story") << quint32(5) << 5 << 2;
}

void TestGroupPass::slicesComeToTheSameAsOnePass()
{
    QFETCH(quint32, seed);
    QFETCH(int, handles);
    QFETCH(int, steps);
    Storyteller story(seed);
    story.beginsByChance();
    story.happensByChance(100);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setGhostTime(0);
    tree.setSlices(handles, steps);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    QItemSelectionModel selection(&tree);
    QList<GroupLevel> levels = tree.levels();
    auto column = Column::Handle;
    auto order = Qt::AscendingOrder;
    HandleFilter wanted;
    int whileBusy = 0;
    int compared = 0;
    for (int round = 0; round < 20; ++round) {
        if (const int what = story.chance(3); what == 0) {
            levels = levelsToChoose[story.chance(int(levelsToChoose.size()))];
            tree.setLevels(levels);
        } else if (what == 1) {
            wanted = anyFilter(story);
            tree.setFilter(wanted);
        } else {
            column = Column(story.chance(int(Column::Count)));
            order = story.chance(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            tree.sort(int(column), order);
        }
        const int turns = story.chance(60);
        for (int turn = 0; turn < turns && tree.isBusy(); ++turn) {
            ++whileBusy;
            story.happensByChance(1 + story.chance(6));
            regroupsOne(story);
            story.tells();
            if (story.chance(5) == 0)
                tree.refreshTimes();
            QCoreApplication::processEvents();
            if (tree.rowCount() == 0)
                continue;
            const int row = story.chance(tree.rowCount());
            selection.setCurrentIndex(tree.index(row, 0), QItemSelectionModel::ClearAndSelect);
            if (tree.isGroup(row))
                tree.setExpanded(row, !tree.isExpanded(row));
            else if (const int what = story.chance(4); what == 0)
                tree.collapseAll();
            else if (what == 1)
                tree.expandAll();
        }
        if (story.chance(3) == 0)
            continue; // the next wish comes before this one is fulfilled
        settle(tree);
        QVERIFY(isSound(tree));
        HandleTree fresh(&story.live, &story.clock);
        fresh.setLevels(levels);
        fresh.sort(int(column), order);
        fresh.setFilter(wanted);
        fresh.refreshTimes();
        fresh.expandAll();
        tree.refreshTimes();
        tree.expandAll();
        QCOMPARE(dump(tree), dump(fresh));
        QCOMPARE(totals(tree), totals(fresh));
        compared += tree.rowCount() > 3;
        if (story.chance(2) == 0)
            tree.collapseAll();
    }
    QVERIFY(whileBusy > 20);
    QVERIFY(compared > 2);
}

void TestGroupPass::oldRowsStayUntilTheNewOnesAreReady()
{
    Storyteller story(2);
    story.beginsByChance();
    story.happensByChance(400);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.expandAll();
    tree.setSlices(1, 1);
    const QStringList before = dump(tree);
    tree.setFilter(filter(u"state:connected"_s));
    QVERIFY(tree.isBusy());
    QCOMPARE(dump(tree), before);
    settle(tree);
    QVERIFY(tree.rowCount() > 0);
    QVERIFY(tree.rowCount() < before.size());
    tree.setLevels({GroupLevel::State});
    QCOMPARE(tree.levels(), QList<GroupLevel>{GroupLevel::State});
    QVERIFY(!dump(tree).constFirst().contains(u"CONNECTED"_s));
    settle(tree);
    QVERIFY(dump(tree).constFirst().contains(u"CONNECTED"_s));
}

void TestGroupPass::rowsKeepTheirIndexAcrossAPass_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isLeft");
    QTest::addRow("a new order") << QString() << true;
    QTest::addRow("a filter that lets it through") << u"state:connected"_s << true;
    QTest::addRow("a filter that does not") << u"-state:connected"_s << false;
}

void TestGroupPass::rowsKeepTheirIndexAcrossAPass()
{
    QFETCH(QString, wanted);
    QFETCH(bool, isLeft);
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    for (int i = 0; i < 20; ++i)
        story.handle(story.call(line, CallState::Offering), crm);
    const HCall handle = story.handle(story.call(line, CallState::Connected), crm);
    for (int i = 0; i < 20; ++i)
        story.handle(story.call(line, CallState::Idle), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    tree.expandAll();
    const QPersistentModelIndex index = tree.index(tree.rowOf(handle), int(Column::App));
    const QPersistentModelIndex heading = tree.index(0, 0);
    const int before = index.row();
    tree.sort(int(Column::State), Qt::DescendingOrder);
    tree.setFilter(filter(wanted));
    QVERIFY(tree.isBusy());
    settle(tree);
    QVERIFY(heading.isValid());
    QCOMPARE(heading.row(), 0);
    QCOMPARE(index.isValid(), isLeft);
    if (!isLeft)
        return;
    QVERIFY(index.row() != before || !wanted.isEmpty());
    QCOMPARE(tree.handleAt(index.row()), handle);
    QCOMPARE(index.column(), int(Column::App));
}

void TestGroupPass::whatIsExpandedMeanwhileIsSoAfterwards()
{
    Storyteller story(3);
    story.beginsByChance();
    story.happensByChance(100);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    tree.sort(int(Column::State));
    QVERIFY(tree.isBusy());
    const int row = 1; // the first call
    QVERIFY(tree.isGroup(row) && !tree.isExpanded(row));
    const CallId call = tree.selectionAt(row).call;
    tree.setExpanded(row, true);
    settle(tree);
    QVERIFY(tree.isExpanded(tree.rowOf(call)));
    tree.sort(int(Column::Handle));
    tree.collapseAll();
    QVERIFY(tree.isBusy());
    settle(tree);
    for (const QString &shown : dump(tree))
        QVERIFY2(shown.startsWith(u'+'), qPrintable(shown));
}

void TestGroupPass::everythingIsExpandedWhileACallChangesItsGroup_data()
{
    QTest::addColumn<int>("depths");
    QTest::addRow("expanded") << 2;
    QTest::addRow("collapsed") << 0;
}

// At each moment of a pass.
void TestGroupPass::everythingIsExpandedWhileACallChangesItsGroup()
{
    QFETCH(int, depths);
    int moment = 0;
    for (bool goesOn = true; goesOn; ++moment) {
        Storyteller story;
        const HLine crm = story.opensOne();
        const DeviceId line{1};
        const HLine dialer = story.opens(story.app(u"dialer"_s), line);
        std::vector<CallId> calls;
        for (int i = 0; i < 6; ++i) {
            calls.push_back(story.call(line));
            story.add(Events::CallInfo{calls.back(), CallInfoState::Other, related(u"g%1"_s.arg(i % 2))});
            story.handle(calls.back(), crm);
            story.handle(calls.back(), dialer);
        }
        story.tells();
        HandleTree tree(&story.live, &story.clock);
        tree.setLevels({GroupLevel::CallGroup, GroupLevel::Call});
        if (depths == 0)
            tree.expandAll();
        tree.setSlices(1, 1);
        tree.sort(int(Column::State));
        for (int turn = 0; turn < moment && tree.isBusy(); ++turn)
            QCoreApplication::processEvents();
        goesOn = tree.isBusy();
        story.add(Events::CallInfo{calls[0], CallInfoState::Other, related(u"g1"_s)});
        story.tells();
        if (depths > 0)
            tree.expandAll();
        else
            tree.collapseAll();
        settle(tree);
        QCOMPARE(tree.rowCount(), depths > 0 ? 2 + 6 + 12 : 2);
        tree.setExpanded(depths > 0 ? 0 : 1, depths == 0);
        QVERIFY2(isSound(tree), qPrintable(QString::number(moment)));
        QCOMPARE(tree.rowCount(), depths > 0 ? 2 + 4 + 8 : 2 + 4);
    }
    QVERIFY2(moment > 3 * 12, qPrintable(QString::number(moment))); // each handle is gathered, sorted and put in
}

void TestGroupPass::ghostsStayInTheirGroupInANewOrder_data()
{
    QTest::addColumn<int>("column");
    QTest::addRow("by name") << int(Column::Handle);
    QTest::addRow("by state") << int(Column::State);
}

// A call of which only a ghost is left, expanded by hand, keeps its place among the others.
void TestGroupPass::ghostsStayInTheirGroupInANewOrder()
{
    QFETCH(int, column);
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    story.handle(story.call(line, CallState::Offering), crm);
    const HCall ended = story.handle(story.call(line, CallState::Connected), crm);
    story.handle(story.call(line, CallState::Idle), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    tree.setExpanded(2, true);
    const QPersistentModelIndex ghost = tree.index(tree.rowOf(ended), 0);
    const auto names = [&] {
        QString all;
        for (int row = 1; row < tree.rowCount(); ++row)
            all += tree.index(row, int(Column::Handle)).data().toString().first(2);
        return all;
    };
    tree.sort(column, Qt::DescendingOrder);
    settle(tree);
    const QString before = names();
    QVERIFY2(before.contains(u"C2H2"), qPrintable(before));
    story.voids(ended);
    story.tells();
    QCOMPARE(names(), before);
    tree.sort(int(Column::Line));
    settle(tree);
    tree.sort(column, Qt::DescendingOrder);
    settle(tree);
    QCOMPARE(names(), before);
    QVERIFY(ghost.isValid());
    QCOMPARE(tree.handleAt(ghost.row()), ended);
    story.clock.advance(HandleModel::DefaultGhostTime);
    QVERIFY(!names().contains(u"C2"_s));
}

void TestGroupPass::theNeighbourOfACurrentRowThatLeavesFollowsIt()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    std::vector<HCall> handles;
    for (const CallState state : {CallState::Offering, CallState::Offering, CallState::Connected, CallState::Offering})
        handles.push_back(story.handle(story.call(line, state), crm));
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setLevels({GroupLevel::Line});
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    QItemSelectionModel selection(&tree);
    selection.setCurrentIndex(tree.index(tree.rowOf(handles[2]), 0), QItemSelectionModel::ClearAndSelect);
    tree.setFilter(filter(u"state:offering"_s));
    settle(tree);
    QVERIFY(selection.currentIndex().isValid());
    QCOMPARE(tree.handleAt(selection.currentIndex().row()), handles[1]); // as Qt chooses
}

void TestGroupPass::aFillingTreeShowsNothingUntilAllIsThere()
{
    Storyteller story(8);
    story.beginsByChance();
    story.happensByChance(100);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    tree.setActive(false);
    QSignalSpy resets(&tree, &QAbstractItemModel::modelReset);
    tree.setActive(true);
    QVERIFY(tree.isBusy());
    while (tree.isBusy()) {
        QCOMPARE(tree.rowCount(), 0);
        story.happensByChance(3);
        story.tells();
        tree.refreshTimes();
        QCoreApplication::processEvents();
    }
    QVERIFY(tree.rowCount() > 0);
    QCOMPARE(resets.count(), 2); // whoever watches chooses the current row anew
}

// Nobody knows whether it lets them through.
void TestGroupPass::aNewFilterEndsGhosts()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    const HCall first = story.handle(story.call(line, CallState::Connected), crm);
    story.handle(story.call(line, CallState::Connected), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    tree.expandAll();
    story.voids(first);
    story.tells();
    QVERIFY(tree.rowOf(first) >= 0);
    tree.setFilter(filter(u"app:crm"_s));
    QVERIFY(tree.isBusy());
    story.says({2}, CallState::OnHold); // something happens meanwhile
    story.tells();
    settle(tree);
    QCOMPARE(tree.rowOf(first), -1);
    QCOMPARE(tree.handleCount(), 1);
    story.clock.advance(HandleModel::DefaultGhostTime);
    QCOMPARE(tree.handleCount(), 1);
}

// More calls change in each turn than are put into their places.
void TestGroupPass::aFloodCannotKeepAPassFromEnding()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    std::vector<CallId> calls;
    for (int i = 0; i < 20; ++i) {
        calls.push_back(story.call(line, CallState::Connected));
        story.handle(calls.back(), crm);
    }
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    tree.sort(int(Column::State));
    int turns = 0;
    for (; tree.isBusy() && turns < 2000; ++turns) {
        for (const CallId call : calls)
            story.says(call, turns % 2 == 0 ? CallState::OnHold : CallState::Connected);
        story.tells();
        QCoreApplication::processEvents();
    }
    QVERIFY2(!tree.isBusy(), qPrintable(QString::number(turns)));
    QVERIFY(turns > 0);
    QVERIFY(isSound(tree));
    HandleTree fresh(&story.live, &story.clock);
    fresh.sort(int(Column::State));
    QCOMPARE(dump(tree), dump(fresh));
}

void TestGroupPass::aResetFulfilsWhatIsBeingDone()
{
    Storyteller story(4);
    story.beginsByChance();
    story.happensByChance(100);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setSlices(1, 1);
    tree.setLevels({GroupLevel::App});
    tree.setFilter(filter(u"-retained"_s));
    tree.sort(int(Column::State), Qt::DescendingOrder);
    QVERIFY(tree.isBusy());
    Q_EMIT story.live.reset();
    QCOMPARE(tree.rowCount(), 0); // what was shown is of another World
    settle(tree);
    HandleTree fresh(&story.live, &story.clock);
    fresh.setLevels({GroupLevel::App});
    fresh.setFilter(filter(u"-retained"_s));
    fresh.sort(int(Column::State), Qt::DescendingOrder);
    QVERIFY(fresh.rowCount() > 0);
    QCOMPARE(dump(tree), dump(fresh));
}

void TestGroupPass::aTreeThatIsShownAgainFillsBitByBit()
{
    Storyteller story(6);
    story.beginsByChance();
    story.happensByChance(100);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    const QStringList before = dump(tree);
    tree.setSlices(1, 1);
    const QAbstractItemModelTester tester(&tree, Mode::QtTest);
    tree.setActive(false);
    tree.sort(int(Column::State)); // nobody looks
    QVERIFY(!tree.isBusy());
    tree.sort(int(Column::Handle));
    QSignalSpy resets(&tree, &QAbstractItemModel::modelReset);
    tree.setActive(true);
    QVERIFY(tree.isBusy());
    settle(tree);
    QCOMPARE(dump(tree), before);
    QCOMPARE(resets.count(), 2); // whoever watches chooses the current row anew
    tree.setActive(false);
    QVERIFY(!tree.isBusy());
    QCOMPARE(tree.rowCount(), 0);
}

QTEST_MAIN(TestGroupPass)
#include "tst_grouppass.moc"
