// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handlefilters.h"
#include "models/handles/handlemodel.h"
#include "storyteller.h"
#include "support/format.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleModel::Column;

namespace {

// How the rows of a column are to be ordered, said a second time and the simple way.
QVariant expectedKey(const World &world, const Handle &handle, Column column)
{
    const Call &call = *world.call(handle.call);
    switch (column) {
    case Column::State:
        return quint32(call.state);
    case Column::Handle:
        return handle.id.value;
    case Column::Call:
        return handle.call.value;
    case Column::App:
        return world.app(world.appOf(handle))->name.toCaseFolded();
    case Column::Line:
        return world.device(call.device)->info.name.toCaseFolded();
    case Column::Privilege:
        return quint32(handle.privilege);
    case Column::Parties: {
        const CallInfo info = call.info.unpack();
        const auto orDash = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
        return QString(orDash(info.callerId) + u" → "_s + orDash(info.calledId)).toCaseFolded();
    }
    case Column::InState:
        return -call.stateSince;
    case Column::Age:
        return -world.bornAt(handle);
    case Column::Bytes:
        return World::bytesOf(call);
    case Column::Source:
        return world.provider(world.device(call.device)->provider)->name.toCaseFolded();
    case Column::Count:
        break;
    }
    return {};
}

bool isLess(const QVariant &a, const QVariant &b)
{
    return a.typeId() == QMetaType::QString ? a.toString() < b.toString() : a.toLongLong() < b.toLongLong();
}

QList<quint32> expectedRows(const World &world, Column column, Qt::SortOrder order, const HandleFilter &filter = {},
                            Microseconds now = 0)
{
    std::vector<std::pair<QVariant, quint32>> rows;
    world.handles().forEach([&](const Handle &handle) {
        if (filter.isEmpty() || filter.matches(world, handle, now == 0 ? world.time() : now))
            rows.emplace_back(expectedKey(world, handle, column), handle.id.value);
    });
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.first == b.first ? a.second < b.second : isLess(a.first, b.first);
    });
    if (order == Qt::DescendingOrder)
        std::reverse(rows.begin(), rows.end());
    QList<quint32> ids;
    for (const auto &row : rows)
        ids.append(row.second);
    return ids;
}

QList<quint32> shownRows(const HandleModel &model, bool withGhosts = false)
{
    QList<quint32> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (withGhosts || index.data(HandleModel::LifeRole).toInt() != int(Life::Void))
            ids.append(index.data(HandleModel::HandleRole).toUInt());
    }
    return ids;
}

QString cell(const HandleModel &model, HCall handle, Column column, int role = Qt::DisplayRole)
{
    return model.index(model.rowOf(handle), int(column)).data(role).toString();
}

} // namespace

class TestHandleModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void showsWhatTheWorldHasInAnyOrderUnderAnyFilter_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("filterText");
        for (int i = 0; i < int(Column::Count); ++i) {
            const QString title = HandleModel::title(Column(i));
            QTest::addRow("%s up", qPrintable(title)) << Column(i) << Qt::AscendingOrder << QString();
            QTest::addRow("%s down", qPrintable(title)) << Column(i) << Qt::DescendingOrder << QString();
        }
        QTest::addRow("retained by time") << Column::InState << Qt::DescendingOrder << u"retained"_s;
        QTest::addRow("connected by caller") << Column::Parties << Qt::AscendingOrder << u"state:connected"_s;
        QTest::addRow("caller by state") << Column::State << Qt::DescendingOrder << u"caller:1"_s;
        QTest::addRow("not one application") << Column::Age << Qt::AscendingOrder << u"-app:app-d"_s;
    }
    void showsWhatTheWorldHasInAnyOrderUnderAnyFilter()
    {
        QFETCH(Column, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QString, filterText);
        Storyteller story(quint32(column) * 2 + quint32(order) + 1);
        story.beginsByChance();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filter(filterText));
        model.sort(int(column), order);
        model.setVisibleRows(0, 20);
        for (int frame = 0; frame < 30; ++frame) {
            story.happensByChance(frame % 7 == 0 ? 80 : 1 + story.chance(6));
            story.tells();
            const auto expected = expectedRows(story.world(), column, order, filter(filterText));
            QCOMPARE(shownRows(model), expected);
        }
        QVERIFY(model.rowCount() > 0);
    }

    // A big table is filtered and sorted in slices while the story goes on; here every handle is a slice of its own.
    void slicesComeToTheSameAsOnePass_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("handles");
        QTest::addColumn<int>("steps");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("story %u", seed) << seed << int(seed % 3 == 0 ? 40 : seed) << int(1 + seed % 4);
    }
    void slicesComeToTheSameAsOnePass()
    {
        QFETCH(quint32, seed);
        QFETCH(int, handles);
        QFETCH(int, steps);
        Storyteller story(seed);
        story.beginsByChance();
        story.happensByChance(300);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSlices(handles, steps);
        QItemSelectionModel selection(&model);
        auto column = Column::Handle;
        auto order = Qt::AscendingOrder;
        HandleFilter wanted;
        int whileBusy = 0;
        for (int round = 0; round < 25; ++round) {
            if (story.chance(2) == 0) {
                wanted = anyFilter(story);
                model.setFilter(wanted);
            } else {
                column = Column(story.chance(int(Column::Count)));
                order = story.chance(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
                model.sort(int(column), order);
            }
            const int turns = story.chance(30);
            for (int turn = 0; turn < turns && model.isBusy(); ++turn) {
                ++whileBusy;
                story.happensByChance(1 + story.chance(6));
                story.tells();
                if (story.chance(5) == 0)
                    model.refreshTimes();
                QCoreApplication::processEvents();
                if (model.rowCount() > 0)
                    selection.setCurrentIndex(model.index(story.chance(model.rowCount()), 0),
                                              QItemSelectionModel::ClearAndSelect);
            }
            if (story.chance(3) == 0)
                continue; // the next wish comes before this one is fulfilled
            QTRY_VERIFY(!model.isBusy());
            model.refreshTimes();
            QCOMPARE(shownRows(model), expectedRows(story.world(), column, order, wanted, story.clock.now()));
        }
        QVERIFY(whileBusy > 20);
    }

    void oldRowsStayUntilTheNewOnesAreReady()
    {
        Storyteller story(2);
        story.beginsByChance();
        story.happensByChance(400);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setSlices(1, 1);
        const auto before = shownRows(model);
        model.setFilter(filter(u"state:connected"_s));
        QVERIFY(model.isBusy());
        QCOMPARE(shownRows(model), before);
        QTRY_VERIFY(!model.isBusy());
        QVERIFY(shownRows(model).size() < before.size());
    }

    void aResetFulfilsWhatIsBeingDone()
    {
        Storyteller story(4);
        story.beginsByChance();
        story.happensByChance(200);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setSlices(1, 1);
        model.setFilter(filter(u"age<1h -retained"_s));
        model.sort(int(Column::State), Qt::DescendingOrder);
        QVERIFY(model.isBusy());
        Q_EMIT story.live.reset();
        QVERIFY(!model.isBusy());
        QCOMPARE(shownRows(model),
                 expectedRows(story.world(), Column::State, Qt::DescendingOrder, filter(u"age<1h -retained"_s),
                              story.clock.now()));
    }

    // Rows come and go by nothing but time, and only the seconds of the clock are looked at.
    void timeAloneMovesRows()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall first = story.handle(story.call({1}), line);
        story.clock.advance(3'000'000);
        const CallId call = story.call({1}, CallState::Connected);
        const HCall second = story.handle(call, line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filter(u"instate>=5s"_s));
        const auto after = [&](Microseconds time) {
            story.clock.advance(time);
            model.refreshTimes();
            return shownRows(model);
        };
        QCOMPARE(after(1'000'000), QList<quint32>());
        QCOMPARE(after(1'000'000), QList<quint32>{first.value});
        story.says(call, CallState::Disconnected); // begins again to count
        story.tells();
        QCOMPARE(after(4'000'000), QList<quint32>{first.value});
        story.live.setPaused(true);
        QCOMPARE(after(9'000'000), QList<quint32>{first.value}); // frozen with the rest
        story.live.setPaused(false);
        QCOMPARE(after(1), (QList<quint32>{first.value, second.value}));
        story.says(call, CallState::Idle);
        story.tells();
        QCOMPARE(after(0), QList<quint32>{first.value});
        model.setFilter({});
        QCOMPARE(after(0), (QList<quint32>{first.value, second.value}));
    }

    void ghostsStayInTheirPlaceInTheOrder()
    {
        Storyteller story(3);
        story.beginsByChance();
        story.happensByChance(200);
        HandleModel model(&story.live, &story.clock);
        model.sort(int(Column::State));
        story.tells();
        model.setGhostTime(3600 * 1'000'000LL);
        for (int frame = 0; frame < 40; ++frame) {
            story.happensByChance(10);
            story.tells();
            int before = 0;
            for (int row = 0; row < model.rowCount(); ++row) {
                const int state = model.index(row, 0).data(HandleModel::StateRole).toInt();
                QVERIFY(state >= before);
                before = state;
            }
        }
        QVERIFY(shownRows(model, true).size() > shownRows(model).size());
    }

    void filterAndSortChangeWithoutAReset()
    {
        Storyteller story(5);
        story.beginsByChance();
        story.happensByChance(400);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &HandleModel::modelReset);
        for (const char *text : {"state:connected", "", "retained", "-retained", "caller:3", ""}) {
            const HandleFilter wanted = filter(QString::fromLatin1(text));
            model.setFilter(wanted);
            for (int column : {int(Column::Parties), int(Column::State), int(Column::Handle)}) {
                model.sort(column, Qt::DescendingOrder);
                QCOMPARE(shownRows(model), expectedRows(story.world(), Column(column), Qt::DescendingOrder, wanted));
            }
        }
        QCOMPARE(resets.count(), 0);
    }

    // The selected handle is the same handle after whatever has happened around it.
    void selectionFollowsItsHandle()
    {
        Storyteller story(11);
        story.beginsByChance();
        story.happensByChance(300);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setGhostTime(0);
        model.sort(int(Column::InState), Qt::DescendingOrder);
        QItemSelectionModel selection(&model);
        for (int frame = 0; frame < 100; ++frame) {
            if (!selection.currentIndex().isValid() || !selection.isSelected(selection.currentIndex()))
                selection.setCurrentIndex(model.index(story.chance(model.rowCount()), 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            const HCall current = model.handleAt(selection.currentIndex().row());
            story.happensByChance(25);
            story.tells();
            if (!story.world().handle(current))
                continue; // has gone itself
            QCOMPARE(model.handleAt(selection.currentIndex().row()), current);
            QCOMPARE(selection.selectedRows().size(), 1);
            QCOMPARE(model.handleAt(selection.selectedRows().first().row()), current);
        }
    }

    void neighbourFollowsWhenTheCurrentRowGoesWithOthers()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        std::vector<HCall> handles;
        for (int i = 0; i < 20; ++i)
            handles.push_back(story.handle(story.call({1}), line));
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setGhostTime(0);
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(10, 0), QItemSelectionModel::ClearAndSelect);
        for (const int gone : {2, 10, 15}) // not in one run
            story.voids(handles[size_t(gone)]);
        story.tells();
        const HCall current = model.handleAt(selection.currentIndex().row());
        QVERIFY(current == handles[9] || current == handles[11]);
    }

    // H-24, architecture.md 5: live, retained, void; then the ghost expires.
    void aHandleLivesIsRetainedBecomesAGhostAndGoes()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const CallId call = story.call({1}, CallState::Connected, u"101"_s, u"102"_s);
        const HCall handle = story.handle(call, line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.lifeOf(handle), Life::Live);

        story.says(call, CallState::Idle);
        story.tells();
        QCOMPARE(model.lifeOf(handle), Life::Retained);
        QCOMPARE(cell(model, handle, Column::State, Qt::AccessibleTextRole), u"IDLE, retained"_s);

        story.clock.advance(2'000'000);
        story.closes(line, LineCloseReason::Provider, VoidReason::LineClosedByProvider);
        story.tells();
        QCOMPARE(model.lifeOf(handle), Life::Void);
        QCOMPARE(model.totalCount(), 0);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, handle, Column::App), u"crm"_s);
        QCOMPARE(cell(model, handle, Column::Parties), u"101 → 102"_s);
        QCOMPARE(cell(model, handle, Column::InState), u"0:02"_s);
        QVERIFY(cell(model, handle, Column::State, Qt::ToolTipRole).contains(u"provider has closed"_s));

        story.clock.advance(HandleModel::DefaultGhostTime - 1);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, handle, Column::InState), u"0:02"_s); // time has stopped for it
        story.clock.advance(1);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsNotCertainIsMarked()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const CallId call = story.call({1}, CallState::Connected, u"101"_s, u"102"_s);
        const HCall handle = story.handle(call, line);
        HandleModel model(&story.live, &story.clock);
        const auto doubt = [&](Doubts doubts) {
            CallInfo info;
            info.callerId = u"101"_s;
            info.calledId = u"102"_s;
            info.doubts = doubts.toInt();
            story.add(Events::CallInfo{call, CallInfoState::DevSpecific, PackedCallInfo(info)});
            story.tells();
        };
        doubt(Doubt::HoldInferred);
        QCOMPARE(cell(model, handle, Column::State), u"CONNECTED ?"_s);
        QCOMPARE(cell(model, handle, Column::Parties), u"101 → 102"_s);
        QVERIFY(cell(model, handle, Column::State, Qt::ToolTipRole).contains(u"who holds the call"_s));
        QCOMPARE(cell(model, handle, Column::State, HandleModel::ExportRole), u"CONNECTED"_s);
        doubt(Doubt::FoundLater); // the state is the one it is in
        QCOMPARE(cell(model, handle, Column::State), u"CONNECTED"_s);
        QCOMPARE(cell(model, handle, Column::Parties), u"101 → 102 ?"_s);
        QVERIFY(cell(model, handle, Column::Parties, Qt::ToolTipRole).contains(u"before its source was connected"_s));
    }

    void aConferenceSaysWhichItIs()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const CallId call = story.call({1}, CallState::Connected);
        const HCall handle = story.handle(call, line);
        HandleModel model(&story.live, &story.clock);
        for (const auto &[room, text] :
             {std::pair{u"610"_s, u"conference 610"_s}, std::pair{QString(), u"conference"_s}}) {
            CallInfo info;
            info.origin = quint32(CallOrigin::Conference);
            info.calledId = room;
            story.add(Events::CallInfo{call, CallInfoState::Origin, PackedCallInfo(info)});
            story.tells();
            QCOMPARE(cell(model, handle, Column::Parties), text);
        }
    }

    void ghostsAreBoundedAndTheOldestGoFirst()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        for (size_t i = 0; i < HandleModel::MaxGhosts + 50; ++i)
            story.handle(story.call({1}), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        story.voids({1});
        story.tells();
        QVERIFY(model.ghost({1}) != nullptr);
        story.closes(line);
        story.tells();
        QCOMPARE(model.rowCount(), int(HandleModel::MaxGhosts));
        QVERIFY(model.ghost({1}) == nullptr);
        QCOMPARE(model.rowOf({1}), -1);
        model.clearGhosts();
        QCOMPARE(model.rowCount(), 0);
    }

    void noGhostsWithoutGhostTime()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setGhostTime(0);
        story.voids(handle);
        story.tells();
        QCOMPARE(model.rowCount(), 0);
    }

    void aHandleThatWasBornAndVoidedInOneBatchIsNeverSeen()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QSignalSpy inserted(&model, &HandleModel::rowsInserted);
        story.voids(story.handle(story.call({1}), line));
        story.tells();
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(model.rowCount(), 0);
    }

    // Ranges, not rows: however many handles go at once, the views hear of it once.
    void closingALineRemovesItsHandlesInOneStep()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HLine other = story.opens({1}, {1});
        for (int i = 0; i < 500; ++i)
            story.handle(story.call({1}), i % 3 == 0 ? other : line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGhostTime(0);
        QSignalSpy removed(&model, &HandleModel::rowsRemoved);
        QSignalSpy layouts(&model, &HandleModel::layoutChanged);
        story.closes(line);
        story.tells();
        QCOMPARE(removed.count(), 1);
        QVERIFY(layouts.count() <= 1);
        QCOMPARE(model.rowCount(), 167);
    }

    void onlyChangedCellsOfVisibleRowsAreAnnounced_data()
    {
        QTest::addColumn<int>("changed");
        QTest::addColumn<QList<int>>("cells"); // row, first and last column, ...
        QTest::addRow("above") << 2 << QList<int>();
        QTest::addRow("first visible") << 3 << QList<int>{3, int(Column::State),   int(Column::State),
                                                          3, int(Column::InState), int(Column::InState)};
        QTest::addRow("below") << 9 << QList<int>();
    }
    void onlyChangedCellsOfVisibleRowsAreAnnounced()
    {
        QFETCH(int, changed);
        QFETCH(QList<int>, cells);
        Storyteller story;
        const HLine line = story.opensOne();
        for (int i = 0; i < 20; ++i)
            story.handle(story.call({1}), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        model.setVisibleRows(3, 8);
        QList<int> announced;
        connect(&model, &HandleModel::dataChanged, this, [&](const QModelIndex &first, const QModelIndex &last) {
            QCOMPARE(first.row(), last.row());
            announced << first.row() << first.column() << last.column();
        });
        story.says({quint32(changed + 1)}, CallState::Connected);
        story.tells();
        QCOMPARE(announced, cells);
    }

    void timesOfVisibleRowsAreRefreshed()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QSignalSpy changes(&model, &HandleModel::dataChanged);
        model.refreshTimes();
        QCOMPARE(changes.count(), 0); // nothing is on screen
        model.setVisibleRows(0, 30);
        story.clock.advance(61'000'000);
        model.refreshTimes();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(cell(model, handle, Column::InState), u"1:01"_s);
        story.live.setPaused(true);
        story.clock.advance(60'000'000);
        QCOMPARE(cell(model, handle, Column::Age), u"1:01"_s);
    }

    void aModelMadeWhilePausedStandsStillToo()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}), line);
        story.tells();
        story.clock.advance(61'000'000);
        story.live.setPaused(true);
        HandleModel model(&story.live, &story.clock);
        story.clock.advance(60'000'000);
        QCOMPARE(cell(model, handle, Column::Age), u"1:01"_s);
        model.setFilter(filter(u"age>2m"_s));
        QCOMPARE(model.rowCount(), 0);
    }

    void ghostsWaitWhileTheScreenIsFrozen()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        story.voids(handle);
        story.tells();
        story.live.setPaused(true);
        story.clock.advance(60'000'000);
        QCOMPARE(model.rowCount(), 1);
        story.live.setPaused(false);
        QCOMPARE(model.rowCount(), 0);
    }

    void outsideTextIsPlain_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addRow("markup") << u"<b>bold</b><img src=x>"_s;
        QTest::addRow("entities") << u"&lt;&amp;"_s;
        QTest::addRow("control characters") << u"a\r\nb\x1b[31m"_s;
        QTest::addRow("turned around") << u"a\u202ecod.exe"_s;
        QTest::addRow("long") << QString(100'000, u'x');
    }
    void outsideTextIsPlain()
    {
        QFETCH(QString, caller);
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}, CallState::Offering, caller, u"102"_s), line);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        const QString text = cell(model, handle, Column::Parties);
        const QString toolTip = cell(model, handle, Column::Parties, Qt::ToolTipRole);
        QVERIFY(!toolTip.contains(u"<b>"_s) && !toolTip.contains(u"<img"_s));
        for (const QChar c : text)
            QVERIFY(c.isPrint() || c == QChar::ReplacementCharacter || c == u' ');
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(text.size() < 2000);
    }

    void everyColumnHasTitleTextAndExport()
    {
        Storyteller story;
        const HLine line = story.opensOne();
        const HCall handle = story.handle(story.call({1}, CallState::Connected, u"101"_s, u"102"_s), line);
        story.clock.advance(90'000'000);
        story.tells();
        HandleModel model(&story.live, &story.clock);
        QCOMPARE(model.columnCount(), int(Column::Count));
        QStringList shown;
        QStringList exported;
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            shown += cell(model, handle, Column(column));
            exported += cell(model, handle, Column(column), HandleModel::ExportRole);
        }
        shown.removeAt(int(Column::Bytes)); // they depend on the platform
        exported.removeAt(int(Column::Bytes));
        QCOMPARE(shown.join(u'|'), u"CONNECTED|H1  0x40000001|C1|crm|Line 1|OWNER|101 → 102|1:30|1:30|Simulator"_s);
        QCOMPARE(exported.join(u'|'), u"CONNECTED|H1|C1|crm|Line 1|OWNER|101 → 102|90|90|Simulator"_s);
        QVERIFY(cell(model, handle, Column::Bytes, HandleModel::ExportRole).toUInt() > World::bytesPerHandle());
    }

    void bytesAreToldInTheChosenUnit_data()
    {
        QTest::addColumn<ByteUnit>("unit");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("toolTip");
        QTest::addRow("KiB") << ByteUnit::Binary << u" KiB"_s << u"call: 3.4 KiB."_s;
        QTest::addRow("kB") << ByteUnit::Decimal << u" kB"_s << u"call: 3.5 kB."_s;
        QTest::addRow("bytes") << ByteUnit::Bytes << u" B"_s << u"call: 3,482 B."_s;
    }
    void bytesAreToldInTheChosenUnit()
    {
        QFETCH(ByteUnit, unit);
        QFETCH(QString, ending);
        QFETCH(QString, toolTip);
        Storyteller story;
        const HLine line = story.opensOne();
        const CallId call = story.call({1}, CallState::Connected, QString(2000, u'1'));
        const HCall handle = story.handle(call, line);
        story.add(Events::CallBytes{call, 3482});
        story.tells();
        const HandleModel model(&story.live, &story.clock);
        setFormats({unit, TimeStyle::Clock});
        const QString shown = cell(model, handle, Column::Bytes);
        const QString told = cell(model, handle, Column::Bytes, Qt::ToolTipRole);
        const QString exported = cell(model, handle, Column::Bytes, HandleModel::ExportRole);
        setFormats({});
        QVERIFY2(shown.endsWith(ending), qPrintable(shown));
        QVERIFY2(told.contains(toolTip), qPrintable(told));
        QCOMPARE(exported, QString::number(World::bytesPerHandle() + World::bytesOf(*story.world().call(call))));
    }
};

QTEST_MAIN(TestHandleModel)
#include "tst_handlemodel.moc"
