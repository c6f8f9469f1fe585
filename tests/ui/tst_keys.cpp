// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window without a mouse: menus, command palette, views, the tour, with keys as they come from a keyboard.

#include "keyboard.h"
#include "windowfixture.h"

#include "guide/captionbar.h"
#include "guide/commandpalette.h"
#include "guide/guide.h"
#include "guide/tour.h"
#include "mainwindow/pages.h"
#include "panels/figures/keyfigurespanel.h"
#include "panels/filter/filterline.h"
#include "panels/tables/messagespanel.h"
#include "panels/tables/treetable.h"

#include <QContextMenuEvent>
#include <QListView>
#include <QToolButton>
#include <QTreeView>

namespace Linescope::Test {

class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void everyMenuEntryCanBeReached();
    void tabVisitsEveryPartOfTheWindow();
    void theKeyOfAViewGivesItTheFocus_data();
    void theKeyOfAViewGivesItTheFocus();
    void theMenuKeyOpensTheMenuOfTheRow_data();
    void theMenuKeyOpensTheMenuOfTheRow();
    void groupsAreChosenInTheMenu_data();
    void groupsAreChosenInTheMenu();
    void theTourIsWalkedThroughToItsEnd();
};

namespace {

// What the arrow key comes by in the menu and in those below it.
void walk(QMenu *menu, QSet<QAction *> &seen)
{
    for (qsizetype i = 0; i < menu->actions().size(); ++i) {
        press(Qt::Key_Down);
        QAction *active = menu->activeAction();
        if (!active || seen.contains(active))
            return;
        seen.insert(active);
        if (!active->menu())
            continue;
        press(Qt::Key_Right);
        if (QApplication::activePopupWidget() == active->menu()) {
            active->menu()->setActiveAction(nullptr);
            walk(active->menu(), seen);
            press(Qt::Key_Left);
        }
    }
}

void collect(const QMenu *menu, QList<QAction *> &all)
{
    for (QAction *action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), all);
        if (!action->isSeparator() && action->isVisible() && action->isEnabled())
            all += action;
    }
}

} // namespace

void TestKeys::everyMenuEntryCanBeReached()
{
    WindowFixture f;
    f.ring();
    QSet<QAction *> inMenus;
    for (const QAction *title : f.window->menuBar()->actions()) {
        QMenu *menu = openMenu(f.window.get(), withoutMnemonic(title->text()));
        QCOMPARE(menu, title->menu());
        QSet<QAction *> seen;
        menu->setActiveAction(nullptr);
        walk(menu, seen);
        QList<QAction *> all;
        collect(menu, all);
        for (QAction *action : all)
            QVERIFY2(seen.contains(action), qPrintable(title->text() + action->text()));
        while (QApplication::activePopupWidget())
            press(Qt::Key_Escape);
        for (const auto *each : menu->findChildren<QMenu *>() + QList{menu})
            inMenus.unite({each->actions().cbegin(), each->actions().cend()});
    }
    const CommandPalette *palette = f.window->guide()->palette();
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        if (inMenus.contains(f.action(ActionId(i))))
            continue;
        press(f.action(ActionId::CommandPalette)->shortcut());
        QVERIFY(palette->isVisible());
        const QString text = withoutMnemonic(f.action(ActionId(i))->text());
        type(QString(text).remove(u'…'));
        QCOMPARE(palette->list()->currentIndex().data().toString(), text);
        press(Qt::Key_Escape);
    }
}

void TestKeys::tabVisitsEveryPartOfTheWindow()
{
    WindowFixture f;
    f.ring();
    const Selection selected = f.window->selection();
    const QList<QWidget *> parts{f.window->filterLine(), f.window->keyFigures(), f.window->lines(),
                                 f.window->call(),       f.window->messages(),   f.window->handles()};
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        QSet<QWidget *> visited;
        const QWidget *first = QApplication::focusWidget();
        constexpr int most = 200;
        int steps = 0;
        do {
            press(key);
            for (QWidget *part : parts) {
                if (part == QApplication::focusWidget() || part->isAncestorOf(QApplication::focusWidget()))
                    visited.insert(part);
            }
        } while (QApplication::focusWidget() != first && ++steps < most);
        QVERIFY(steps < most);
        for (QWidget *part : parts)
            QVERIFY2(visited.contains(part), part->metaObject()->className());
    }
    QCOMPARE(f.window->selection(), selected); // who comes by has chosen nothing
}

void TestKeys::theKeyOfAViewGivesItTheFocus_data()
{
    QTest::addColumn<ActionId>("id");
    QTest::addColumn<QString>("page");
    QTest::addRow("handles") << ActionId::ShowHandles << u"handles"_s;
    QTest::addRow("calls") << ActionId::ShowCalls << u"calls"_s;
    QTest::addRow("timeline") << ActionId::ShowTimeline << u"timeline"_s;
    QTest::addRow("state map") << ActionId::ShowStateMap << u"statemap"_s;
    QTest::addRow("ladder") << ActionId::ShowLadder << u"ladder"_s;
    QTest::addRow("memory") << ActionId::ShowMemory << u"memory"_s;
    QTest::addRow("console") << ActionId::ShowConsole << u"console"_s;
}

// Its arrow keys have to work at once.
void TestKeys::theKeyOfAViewGivesItTheFocus()
{
    QFETCH(ActionId, id);
    QFETCH(QString, page);
    WindowFixture f;
    f.ring();
    f.window->filterLine()->setFocus();
    press(f.action(id)->shortcut());
    QCOMPARE(f.window->pages()->currentName(), page);
    const QWidget *focus = QApplication::focusWidget();
    QVERIFY(qobject_cast<const QAbstractScrollArea *>(focus));
    QVERIFY(f.window->pages()->page(page)->isAncestorOf(focus));
}

void TestKeys::theMenuKeyOpensTheMenuOfTheRow_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<ActionId>("first");
    QTest::addRow("handles") << u"handles"_s << ActionId::ViewInfo;
    QTest::addRow("calls") << u"calls"_s << ActionId::ViewInfo;
    QTest::addRow("lines") << u"lines"_s << ActionId::OpenLine;
}

void TestKeys::theMenuKeyOpensTheMenuOfTheRow()
{
    QFETCH(QString, view);
    QFETCH(ActionId, first);
    WindowFixture f;
    f.ring();
    f.window->goTo(view);
    if (view == u"lines")
        f.window->lines()->view()->setFocus();
    const auto opened = [](auto pressKey) {
        return WindowFixture::actAndChoose(pressKey, [](QMenu *) { press(Qt::Key_Escape); }).value(0);
    };
    QCOMPARE(opened([] { press(Qt::Key_F10, Qt::ShiftModifier); }), f.action(first));
    QCOMPARE(opened([&] { // what a display makes of the menu key
                 QWidget *focus = f.window->focusWidget();
                 QContextMenuEvent event(QContextMenuEvent::Keyboard, {20, 20}, focus->mapToGlobal(QPoint(20, 20)));
                 QCoreApplication::sendEvent(focus, &event);
             }),
             f.action(first));
}

void TestKeys::groupsAreChosenInTheMenu_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QStringList>("groups"); // what each says, and how much is in it
    const auto group = [](const QString &name, int calls, int handles) {
        return u"%1, level 1, expanded, %2 call(s) · %3 handle(s)"_s.arg(name).arg(calls).arg(handles);
    };
    QTest::addRow("line") << u"Line"_s << QStringList{group(u"Line 1  D1"_s, 1, 2), group(u"Line 2  D2"_s, 1, 2)};
    QTest::addRow("application") << u"Application"_s
                                 << QStringList{group(u"crm-popup  A1"_s, 2, 2), group(u"recorder  A2"_s, 2, 2)};
    QTest::addRow("state") << u"State"_s << QStringList{group(u"OFFERING"_s, 2, 4)};
    QTest::addRow("call group") << u"Call group"_s << QStringList{group(u"sim-1"_s, 1, 2), group(u"sim-2"_s, 1, 2)};
}

void TestKeys::groupsAreChosenInTheMenu()
{
    QFETCH(QString, entry);
    QFETCH(QStringList, groups);
    WindowFixture f;
    f.ring();
    const HCall chosen = f.window->selection().handle;
    f.window->goTo(u"timeline"_s);
    QVERIFY(choose(f.window.get(), {u"View"_s, u"Group by"_s, entry}));
    const TreeTable *table = f.window->handles()->groupedView();
    QVERIFY(table->isVisible());
    QStringList headings;
    for (int row = 0; row < table->tree()->rowCount(); ++row) {
        const QModelIndex index = table->tree()->index(row, int(HandleModel::Column::Handle));
        if (index.data(HandleTree::HeadingRole).toBool())
            headings += index.data(Qt::AccessibleTextRole).toString();
    }
    headings.sort();
    QCOMPARE(headings, groups);
    QCOMPARE(f.window->selection().handle, chosen);
    QVERIFY(choose(f.window.get(), {u"View"_s, u"Group by"_s, u"Not grouped"_s}));
    QVERIFY(f.window->handles()->view()->isVisible());
    QCOMPARE(f.window->handles()->rowCount(Rows::All), 4);
    QCOMPARE(f.window->selection().handle, chosen);
}

void TestKeys::theTourIsWalkedThroughToItsEnd()
{
    WindowFixture f;
    QVERIFY(choose(f.window.get(), {u"Help"_s, u"Guided tour"_s}));
    const QPointer<Tour> tour = f.window->guide()->tour();
    QVERIFY(tour);
    QApplication::setActiveWindow(tour->window());
    const TourPlayer *player = tour->player();
    QVERIFY(tabTo(tour->captions()->playButton()));
    press(Qt::Key_Space);
    QVERIFY(!player->isPlaying());
    press(Qt::Key_Plus);
    QCOMPARE(player->speed(), 1.5);
    press(Qt::Key_Minus);
    QCOMPARE(player->speed(), 1.0);
    press(Qt::Key_Home);
    QStringList captions{tour->captions()->caption()};
    for (int i = 0; i < 2 * player->chapters() && !player->atEnd(); ++i) {
        press(Qt::Key_Right);
        if (tour->captions()->caption() != captions.constLast())
            captions += tour->captions()->caption();
    }
    QVERIFY(player->atEnd());
    QVERIFY2(player->failure().isEmpty(), qPrintable(player->failure()));
    QCOMPARE(captions.size(), player->chapters());
    QCOMPARE(captions.removeDuplicates(), 0);
    press(Qt::Key_Space); // once more from the beginning
    QVERIFY(player->isPlaying());
    QCOMPARE(player->chapter(), 0);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!tour);
    QVERIFY(f.window->isVisible());
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestKeys)
#include "tst_keys.moc"
