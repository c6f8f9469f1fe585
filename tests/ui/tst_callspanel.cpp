// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/treedelegate.h"
#include "panels/emptynote.h"
#include "panels/tables/callspanel.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/treetable.h"
#include "storyteller.h"

#include <QComboBox>
#include <QHeaderView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleTree::Column;

namespace {

// Two lines, two applications, three calls.
struct Scene {
    Scene()
    {
        story.provider(u"Simulator"_s);
        const DeviceId first = story.device(u"PJSIP/101"_s);
        const DeviceId second = story.device(u"PJSIP/102"_s);
        const HLineApp crm = story.app(u"crm"_s);
        const HLine line = story.opens(crm, first);
        const HLine other = story.opens(crm, second);
        call = story.call(first, CallState::Connected, u"101"_s, u"102"_s);
        handle = story.handle(call, line);
        story.handle(call, story.opens(story.app(u"recorder"_s), first), Privilege::Monitor);
        story.handle(story.call(first, CallState::Idle), line);
        otherHandle = story.handle(story.call(second, CallState::Offering), other);
        story.tells();
    }
    void show()
    {
        panel.resize(900, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }
    HandleTree *tree() const { return panel.view()->tree(); }
    int row() const { return panel.view()->currentIndex().row(); }

    Storyteller story;
    SharedSelection selection;
    CallsPanel panel{&story.live, &story.clock, &selection};
    CallId call;
    HCall handle;
    HCall otherHandle;
};

} // namespace

class TestCallsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void costsNothingUntilItIsShown()
    {
        Scene scene;
        QCOMPARE(scene.tree()->rowCount(), 0);
        scene.show();
        QCOMPARE(scene.tree()->rowCount(), 5); // two lines, three calls
        scene.panel.hide();
        QTRY_COMPARE(scene.tree()->rowCount(), 0);
    }

    void isWalkedByKeyboard_data()
    {
        QTest::addColumn<bool>("rightToLeft");
        QTest::addRow("left to right") << false;
        QTest::addRow("right to left") << true;
    }
    void isWalkedByKeyboard()
    {
        QFETCH(bool, rightToLeft);
        Scene scene;
        scene.show();
        TreeTable *view = scene.panel.view();
        view->setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const Qt::Key in = rightToLeft ? Qt::Key_Left : Qt::Key_Right;
        const Qt::Key out = rightToLeft ? Qt::Key_Right : Qt::Key_Left;
        view->selectRowAt(0);
        QTest::keyClick(view, in); // expanded already: to the first call
        QCOMPARE(scene.row(), 1);
        QTest::keyClick(view, in);
        QVERIFY(scene.tree()->isExpanded(1));
        QTest::keyClick(view, in);
        QCOMPARE(scene.row(), 2);
        QCOMPARE(scene.selection.current().handle, scene.handle);
        QSignalSpy activated(&scene.panel, &CallsPanel::handleActivated);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(view, out);
        QCOMPARE(scene.row(), 1);
        QCOMPARE(scene.selection.current().call, scene.call);
        QTest::keyClick(view, out);
        QVERIFY(!scene.tree()->isExpanded(1));
        QTest::keyClick(view, Qt::Key_Asterisk);
        QCOMPARE(scene.tree()->rowCount(), 9);
        QTest::keyClick(view, Qt::Key_Slash);
        QCOMPARE(scene.tree()->rowCount(), 2);
        QTest::keyClick(view, Qt::Key_Plus);
        QCOMPARE(scene.tree()->rowCount(), 4);
    }

    void aClickOnTheMarkExpands()
    {
        Scene scene;
        scene.show();
        TreeTable *view = scene.panel.view();
        const QRect cell = view->visualRect(scene.tree()->index(1, int(Column::Handle)));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          TreeDelegate::markRect(cell, 1, Qt::LeftToRight).center());
        QVERIFY(scene.tree()->isExpanded(1));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(!scene.tree()->isExpanded(1));
    }

    void followsAndSetsTheSelectionOfAllViews()
    {
        Scene scene;
        scene.show();
        Selection selection;
        selection.handle = scene.handle;
        scene.selection.set(completed(selection, scene.story.live.world()));
        QCOMPARE(scene.row(), 1); // its call, which is collapsed
        QCOMPARE(scene.selection.current().handle, scene.handle);
        scene.tree()->expandAll();
        selection.handle = scene.otherHandle;
        scene.selection.set(completed(selection, scene.story.live.world()));
        QCOMPARE(scene.tree()->handleAt(scene.row()), scene.otherHandle);
        scene.panel.view()->selectRowAt(0);
        QCOMPARE(scene.selection.current().device, DeviceId{1});
        QVERIFY(scene.selection.current().handle.isNull());
    }

    void showsGroupsInstead()
    {
        Scene scene;
        scene.show();
        scene.panel.setShape(CallsPanel::Shape::Groups);
        QCOMPARE(scene.tree()->rowCount(), 6); // each call is alone
        QCOMPARE(scene.panel.findChild<QComboBox *>()->currentIndex(), 1);
        const QByteArray state = scene.panel.saveState();
        Scene other;
        other.panel.restoreState(state);
        QCOMPARE(other.panel.shape(), CallsPanel::Shape::Groups);
        other.panel.restoreState("nonsense");
        QCOMPARE(other.panel.shape(), CallsPanel::Shape::Groups);
    }

    void columnsAreRememberedThoseOfAnEarlierVersionToo()
    {
        Scene scene;
        QVERIFY(scene.panel.view()->isColumnHidden(int(Column::Source)));
        scene.panel.view()->setColumnHidden(int(Column::Source), false);
        Scene other;
        other.panel.restoreState(scene.panel.saveState());
        QVERIFY(!other.panel.view()->isColumnHidden(int(Column::Source)));
        QTableView old;
        QStandardItemModel columns(0, int(Column::Source));
        old.setModel(&columns);
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << qint32(CallsPanel::Shape::Groups) << old.horizontalHeader()->saveState();
        other.panel.restoreState(bytes);
        QVERIFY(!other.panel.view()->isColumnHidden(int(Column::Line)));
        QVERIFY(other.panel.view()->isColumnHidden(int(Column::Source)));
    }

    void filtersAndSaysSo()
    {
        Scene scene;
        scene.show();
        QVERIFY(scene.panel.setFilter(u"app:recorder"_s).isEmpty());
        QCOMPARE(scene.tree()->rowCount(), 2);
        QVERIFY(!scene.panel.setFilter(u"\"open"_s).isEmpty());
        QCOMPARE(scene.tree()->rowCount(), 2);
        QVERIFY(scene.panel.setFilter(u"app:nobody"_s).isEmpty());
        const auto *note = scene.panel.findChild<EmptyNote *>();
        QVERIFY(note->text().contains(u"app:nobody"_s));
    }

    // In a big World the rows go later than the filter is set, and nothing else may happen.
    void saysSoAlsoWhenTheFilterTakesSeveralTurns()
    {
        Scene scene;
        scene.show();
        scene.tree()->setSlices(1, 1);
        const auto *note = scene.panel.findChild<EmptyNote *>();
        QVERIFY(scene.panel.setFilter(u"app:nobody"_s).isEmpty());
        QVERIFY(scene.tree()->isBusy());
        QTRY_VERIFY(!scene.tree()->isBusy());
        QCOMPARE(scene.tree()->rowCount(), 0);
        QVERIFY(note->text().contains(u"app:nobody"_s));
        QVERIFY(scene.panel.setFilter({}).isEmpty());
        QVERIFY(scene.tree()->isBusy());
        QCOMPARE(note->text(), QString()); // the rows are on their way
    }

    void anEmptyTableSaysWhatToDoNext()
    {
        Storyteller story;
        SharedSelection selection;
        CallsPanel panel(&story.live, &story.clock, &selection);
        panel.show();
        const auto note = [&] {
            story.tells();
            panel.refresh();
            return panel.view()->accessibleDescription();
        };
        QVERIFY(note().contains(u"Source menu"_s));
        story.provider(u"Simulator"_s);
        const DeviceId device = story.device(u"Line 1"_s);
        QVERIFY(note().contains(u"Open line…"_s));
        const HLine line = story.opens(story.app(u"crm"_s), device);
        QVERIFY(note().contains(u"Make call…"_s));
        story.handle(story.call(device, CallState::Offering), line);
        QCOMPARE(note(), QString());
        panel.setFilter(u"app:nobody"_s);
        QVERIFY(note().contains(u"Clear filter"_s));
    }

    void givesItsRowsAway()
    {
        Scene scene;
        scene.show();
        scene.tree()->expandAll();
        const QList<QStringList> rows = scene.panel.table(Rows::All, Qt::DisplayRole);
        QCOMPARE(rows.size(), 10);
        QCOMPARE(rows[0][0], u"Name"_s);
        QCOMPARE(rows[1][0], u"PJSIP/101  D1"_s);
        scene.panel.view()->selectRowAt(2);
        QCOMPARE(scene.panel.table(Rows::Selected, HandleModel::ExportRole)[1][0], u"H1"_s);
    }
};

QTEST_MAIN(TestCallsPanel)
#include "tst_callspanel.moc"
