// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What helps people with the window, driven by keys: command palette, shortcuts, help, tour, presenter mode, first
// start.

#include "dialogs/aboutdialog.h"
#include "dialogs/callfunctiondialog.h"
#include "dialogs/closelinedialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/exportdialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "dialogs/savedviewsdialog.h"
#include "dialogs/settingsdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "guide/captionbar.h"
#include "guide/commandpalette.h"
#include "guide/fuzzymatch.h"
#include "guide/guide.h"
#include "guide/helpwindow.h"
#include "guide/presenter.h"
#include "guide/tour.h"
#include "guide/welcomedialog.h"
#include "panels/diagrams/timelinelegend.h"
#include "panels/filter/filterline.h"
#include "support/settings/shortcuts.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QCommandLinkButton>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

QString matched(const QString &letters, const QString &text)
{
    const auto match = fuzzyMatch(letters, text);
    QString marked = text;
    if (!match)
        return u"-"_s;
    for (auto it = match->positions.crbegin(); it != match->positions.crend(); ++it)
        marked.replace(*it, 1, u'[' + QString(marked.at(*it)) + u']');
    return marked;
}

int rowOf(const Shortcuts &shortcuts, ActionId id)
{
    for (int row = 0; row < shortcuts.count(); ++row) {
        if (shortcuts.name(row) == Actions::name(id))
            return row;
    }
    return -1;
}

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void lettersMatchWhereWordsBegin_data();
    void lettersMatchWhereWordsBegin();
    void everyActionHasANameOfItsOwnAndKeysOfItsOwn();

    void thePaletteFindsAndDoes();
    void thePaletteTellsWhyNot();
    void thePaletteRemembersWhatWasUsed();
    void thePaletteListsMenusAndOtherSources();

    void newKeysWorkAndAreRemembered();
    void keysInUseAreTakenOnlyAfterAsking();
    void keysThatTypeOrMoveAreRefused();
    void spoiltKeysInTheFileCountAsAbsent();
    void allKeysCanBeReset();

    void f1ShowsThePageOfTheView();
    void f1InADialogShowsItsPage_data();
    void f1InADialogShowsItsPage();
    void theKeyToBeAssignedMayBeF1();
    void theKeyboardPageKnowsTheKeys();

    void theTourPlaysInAWindowOfItsOwn();
    void theTourObeysKeys();
    void theTourLeavesTheUsersWindowAlone();

    void presenterModeEnlargesAndRestores();
    void everyViewFollowsTheLargeLetters();
    void closedWhilePresentingTheWindowIsAsBefore();
    void keysAreShownButNoPasswords();
    void clicksLeaveARing();

    void theFirstStartOffersATour();
    void whatTheChoicesOfTheWelcomeSayIsWhole();
    void aboutNamesVersionsAndLicences();
};

void TestGuide::init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

void TestGuide::lettersMatchWhereWordsBegin_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addRow("words") << u"pl"_s << u"Accept Close line"_s << u"Acce[p]t Close [l]ine"_s;
    QTest::addRow("adjacent") << u"lin"_s << u"Close all lines in"_s << u"Close all [l][i][n]es in"_s;
    QTest::addRow("gap") << u"dlc"_s << u"Deallocate"_s << u"[D]ea[l]lo[c]ate"_s;
    QTest::addRow("accents") << u"decr"_s << u"Décrocher"_s << u"[D][é][c][r]ocher"_s;
    QTest::addRow("spaces") << u"c l"_s << u"Close line"_s << u"[C][l]ose line"_s;
    QTest::addRow("order") << u"lc"_s << u"Close it"_s << u"-"_s;
    QTest::addRow("too long") << u"closer"_s << u"Close"_s << u"-"_s;
    QTest::addRow("nothing") << QString() << u"Close"_s << u"Close"_s;
}

void TestGuide::lettersMatchWhereWordsBegin()
{
    QFETCH(QString, letters);
    QFETCH(QString, text);
    QTEST(matched(letters, text), "expected");
}

void TestGuide::everyActionHasANameOfItsOwnAndKeysOfItsOwn()
{
    QStringList names;
    QStringList keys;
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        names += Actions::name(ActionId(i));
        if (const QKeySequence shortcut = Actions::defaultShortcut(ActionId(i)); !shortcut.isEmpty())
            keys += shortcut.toString();
    }
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(keys.removeDuplicates(), 0);
    QVERIFY(keys.size() > 30);
}

void TestGuide::thePaletteFindsAndDoes()
{
    WindowFixture f;
    const CommandPalette *palette = f.window->guide()->palette();
    const QAbstractItemModelTester tester(palette->model());
    QTest::keyClick(f.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->searchLine(), u"pause"_s);
    QCOMPARE(palette->list()->currentIndex().data().toString(), u"Pause the view"_s);
    QVERIFY(palette->searchLine()->accessibleDescription().contains(u"Pause the view"));
    QTest::keyClick(palette->searchLine(), Qt::Key_Return);
    QTRY_VERIFY(f.live.isPaused());
    QVERIFY(!palette->isVisible());

    QApplication::setActiveWindow(f.window.get());
    QTest::keyClick(f.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(palette->isVisible());
    const QModelIndex first = palette->list()->currentIndex();
    QTest::keyClick(palette->searchLine(), Qt::Key_Up); // round to the end
    QCOMPARE(palette->list()->currentIndex().row(), palette->model()->rowCount() - 1);
    QTest::keyClick(palette->searchLine(), Qt::Key_Down);
    QCOMPARE(palette->list()->currentIndex().row(), first.row());
    QTest::keyClicks(palette->searchLine(), u"qqqzzz"_s);
    QCOMPARE(palette->model()->rowCount(), 0);
    QTest::keyClick(palette->searchLine(), Qt::Key_Return); // nothing to do
    QTest::keyClick(palette->searchLine(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void TestGuide::thePaletteTellsWhyNot()
{
    WindowFixture f;
    CommandPalette *palette = f.window->guide()->palette();
    QVERIFY(!f.action(ActionId::Answer)->isEnabled());
    palette->open();
    QTest::keyClicks(palette->searchLine(), u"answer"_s);
    const QModelIndex current = palette->list()->currentIndex();
    QCOMPARE(current.data().toString(), u"Answer"_s);
    QCOMPARE(current.data(PaletteModel::WhyNotRole).toString(), f.whyNot(ActionId::Answer));
    QTest::keyClick(palette->searchLine(), Qt::Key_Return);
    QVERIFY(palette->isVisible()); // to be read
    palette->hide();
}

void TestGuide::thePaletteRemembersWhatWasUsed()
{
    WindowFixture f;
    CommandPalette *palette = f.window->guide()->palette();
    palette->open();
    QTest::keyClicks(palette->searchLine(), u"go to the"_s);
    palette->searchLine()->setText(u"Filter"_s);
    QTest::keyClick(palette->searchLine(), Qt::Key_Return);
    palette->open();
    QCOMPARE(palette->model()->entry(0).id, Actions::name(ActionId::Find));
    palette->hide();
    QCOMPARE(f.settings.value(u"palette/recent"_s).toStringList().value(0), Actions::name(ActionId::Find));
}

void TestGuide::thePaletteListsMenusAndOtherSources()
{
    WindowFixture f;
    CommandPalette *palette = f.window->guide()->palette();
    bool done = false;
    palette->addSource([&] {
        PaletteEntry entry;
        entry.id = u"view/nightly"_s;
        entry.text = u"Nightly <b>calls</b>"_s;
        entry.category = u"Saved views"_s;
        entry.trigger = [&] { done = true; };
        return QList{entry};
    });
    palette->open();
    QStringList ids;
    for (int row = 0; row < palette->model()->rowCount(); ++row)
        ids += palette->model()->entry(row).id;
    for (size_t i = 0; i < size_t(ActionId::Count); ++i)
        QCOMPARE(ids.count(Actions::name(ActionId(i))), 1);
    QTest::keyClicks(palette->searchLine(), u"blind transfer"_s);
    QCOMPARE(palette->model()->entry(0).category, u"Call › Transfer"_s);
    palette->searchLine()->setText(u"saved nightly"_s);
    QTest::keyClick(palette->searchLine(), Qt::Key_Return);
    QTRY_VERIFY(done);
}

void TestGuide::newKeysWorkAndAreRemembered()
{
    WindowFixture f;
    Shortcuts *shortcuts = f.window->guide()->shortcuts();
    const bool answered = f.triggerAndAnswer<ShortcutsDialog>(ActionId::Shortcuts, [&](ShortcutsDialog *dialog) {
        dialog->select(rowOf(*shortcuts, ActionId::Pause));
        dialog->keyEdit()->setFocus();
        QTest::keyClick(dialog->keyEdit(), Qt::Key_F12);
        QTRY_COMPARE(f.action(ActionId::Pause)->shortcut(), QKeySequence(Qt::Key_F12));
        dialog->reject();
    });
    QVERIFY(answered);
    QVERIFY(f.action(ActionId::Pause)->toolTip().contains(u"F12"));
    QApplication::setActiveWindow(f.window.get());
    QTest::keyClick(f.window.get(), Qt::Key_F12);
    QTRY_VERIFY(f.live.isPaused());
    f.live.setPaused(false);
    f.window.reset();
    f.openWindow();
    QCOMPARE(f.action(ActionId::Pause)->shortcut(), QKeySequence(Qt::Key_F12));
    Shortcuts *anew = f.window->guide()->shortcuts();
    anew->reset(rowOf(*anew, ActionId::Pause));
    QVERIFY(!f.settings.value(u"shortcuts/pause"_s).isValid());
    QCOMPARE(f.action(ActionId::Pause)->shortcut(), Actions::defaultShortcut(ActionId::Pause));
}

void TestGuide::keysInUseAreTakenOnlyAfterAsking()
{
    WindowFixture f;
    Shortcuts *shortcuts = f.window->guide()->shortcuts();
    const int row = rowOf(*shortcuts, ActionId::RemoveLine);
    QCOMPARE(shortcuts->holder(QKeySequence(u"Ctrl+F"_s)), rowOf(*shortcuts, ActionId::Find));
    QCOMPARE(shortcuts->holder(QKeySequence(u"Ctrl+Shift+F12"_s)), -1);
    for (const bool yes : {false, true}) {
        ShortcutsDialog dialog(shortcuts);
        dialog.select(row);
        dialog.show();
        const auto type = [&dialog] {
            dialog.keyEdit()->setKeySequence(QKeySequence(u"Ctrl+F"_s));
            Q_EMIT dialog.keyEdit()->editingFinished();
        };
        QVERIFY(WindowFixture::actAndAnswer<QDialog>(type, [yes](QDialog *box) {
            for (QPushButton *button : box->findChildren<QPushButton *>()) {
                if (yes && button->text().contains(u"Take it"))
                    return button->click();
            }
            box->reject();
        }));
        const bool found = shortcuts->keys(row) == QKeySequence(u"Ctrl+F"_s);
        QCOMPARE(found, yes);
        QCOMPARE(f.action(ActionId::Find)->shortcut().isEmpty(), yes);
    }
}

void TestGuide::keysThatTypeOrMoveAreRefused()
{
    for (const char *keys : {"Return", "Esc", "Tab", "Space", "A", "Shift+A", "7", "Up", "Home", "Backspace"})
        QVERIFY2(!Shortcuts::problemWith(QKeySequence(QLatin1String(keys))).isEmpty(), keys);
    for (const char *keys : {"F5", "Shift+F5", "Ctrl+A", "Alt+7", "Meta+Up", "Ctrl+Return", "Del", ""})
        QVERIFY2(Shortcuts::problemWith(QKeySequence(QLatin1String(keys))).isEmpty(), keys);
    WindowFixture f;
    ShortcutsDialog dialog(f.window->guide()->shortcuts());
    dialog.select(rowOf(*f.window->guide()->shortcuts(), ActionId::Pause));
    dialog.show();
    QString told;
    const auto type = [&dialog] {
        dialog.keyEdit()->setKeySequence(QKeySequence(Qt::Key_A));
        Q_EMIT dialog.keyEdit()->editingFinished();
    };
    QVERIFY(WindowFixture::actAndAnswer<QDialog>(type, [&told](QDialog *box) {
        for (const QLabel *label : box->findChildren<QLabel *>())
            told += label->text();
        box->reject();
    }));
    QVERIFY2(told.contains(u"function key"), qPrintable(told));
    QCOMPARE(f.action(ActionId::Pause)->shortcut(), Actions::defaultShortcut(ActionId::Pause));
}

void TestGuide::spoiltKeysInTheFileCountAsAbsent()
{
    WindowFixture f;
    f.window.reset();
    f.settings.setValue(u"shortcuts/"_s + Actions::name(ActionId::Pause), u"gibberish+x"_s);
    f.settings.setValue(u"shortcuts/"_s + Actions::name(ActionId::Find), u"Return"_s);
    f.settings.setValue(u"shortcuts/"_s + Actions::name(ActionId::Drop), u"Ctrl+9"_s);
    f.settings.setValue(u"shortcuts/"_s + Actions::name(ActionId::Print), u"Ctrl+9"_s);
    f.settings.setValue(u"shortcuts/"_s + Actions::name(ActionId::About), QString()); // none, by choice
    f.openWindow();
    for (const ActionId id : {ActionId::Pause, ActionId::Find, ActionId::Print})
        QCOMPARE(f.action(id)->shortcut(), Actions::defaultShortcut(id));
    QCOMPARE(f.action(ActionId::Drop)->shortcut(), QKeySequence(u"Ctrl+9"_s));
    QCOMPARE(f.action(ActionId::About)->shortcut(), QKeySequence());
}

void TestGuide::allKeysCanBeReset()
{
    WindowFixture f;
    Shortcuts *shortcuts = f.window->guide()->shortcuts();
    QSignalSpy changed(shortcuts, &Shortcuts::changed);
    shortcuts->set(rowOf(*shortcuts, ActionId::Pause), QKeySequence(u"Ctrl+9"_s));
    shortcuts->set(rowOf(*shortcuts, ActionId::Drop), {});
    QCOMPARE(changed.size(), 2);
    QVERIFY(f.settings.value(u"shortcuts/drop"_s).isValid());
    shortcuts->resetAll();
    QCOMPARE(changed.size(), 4);
    for (int row = 0; row < shortcuts->count(); ++row)
        QCOMPARE(shortcuts->keys(row), shortcuts->standard(row));
    QVERIFY(!f.settings.value(u"shortcuts/drop"_s).isValid());
}

void TestGuide::f1ShowsThePageOfTheView()
{
    WindowFixture f;
    f.window->lines()->findChild<QAbstractItemView *>()->setFocus();
    QTest::keyClick(f.window.get(), Qt::Key_F1);
    QTRY_VERIFY(f.window->guide()->helpWindow() && f.window->guide()->helpWindow()->isVisible());
    QCOMPARE(f.window->guide()->helpWindow()->currentPage(), u"lines"_s);
    QVERIFY(!f.window->guide()->helpWindow()->isModal());
    QApplication::setActiveWindow(f.window.get());
    f.window->filterLine()->setFocus();
    QTest::keyClick(f.window.get(), Qt::Key_F1);
    QTRY_COMPARE(f.window->guide()->helpWindow()->currentPage(), u"filter"_s);
}

namespace {

using MakeDialog = QDialog *(*)(WindowFixture *fixture, QWidget *parent);

} // namespace

void TestGuide::f1InADialogShowsItsPage_data()
{
    QTest::addColumn<MakeDialog>("make");
    QTest::addColumn<QString>("page");
    const auto add = [](const char *name, const QString &page, MakeDialog make) {
        QTest::addRow("%s", name) << make << page;
    };
    add("connect", u"sources"_s,
        [](WindowFixture *, QWidget *parent) -> QDialog * { return new ConnectDialog({}, {}, parent); });
    add("export", u"export"_s, [](WindowFixture *, QWidget *parent) -> QDialog * {
        return new ExportDialog({ExportFormat::Csv}, 3, 0, {}, parent);
    });
    add("settings", u"settings"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new SettingsDialog(&fixture->settings, {}, parent);
    });
    add("shortcuts", u"keyboard"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new ShortcutsDialog(fixture->window->guide()->shortcuts(), parent);
    });
    add("saved views", u"handles"_s,
        [](WindowFixture *, QWidget *parent) -> QDialog * { return new SavedViewsDialog({}, parent); });
    add("close line", u"lines"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new CloseLineDialog(fixture->world(), fixture->device(), {}, true, {}, parent);
    });
    add("call function", u"callcontrol"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new CallFunctionDialog(fixture->world(), *callFunction(ActionId::SendDigits), u"Digits"_s, {}, {},
                                      parent);
    });
    add("make call", u"callcontrol"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new MakeCallDialog(fixture->world(), {}, {}, parent);
    });
    add("open line", u"lines"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new OpenLineDialog(fixture->world(), {}, fixture->device(), parent);
    });
    add("new application", u"lines"_s,
        [](WindowFixture *, QWidget *parent) -> QDialog * { return new NewAppDialog(parent); });
    add("incoming call", u"sources"_s,
        [](WindowFixture *, QWidget *parent) -> QDialog * { return new IncomingCallDialog(u"Line 1"_s, parent); });
    add("name of a line", u"sources"_s, [](WindowFixture *, QWidget *parent) -> QDialog * {
        return new NameDialog(u"Add line"_s, u"Name"_s, u"Add"_s, u"Line 3"_s, parent);
    });
    add("call information", u"inspector"_s,
        [](WindowFixture *, QWidget *parent) -> QDialog * { return new CallInfoDialog(u"H1"_s, u"C1"_s, {}, parent); });
    add("about", u"index"_s, [](WindowFixture *, QWidget *parent) -> QDialog * { return new AboutDialog(parent); });
    add("welcome", u"index"_s, [](WindowFixture *fixture, QWidget *parent) -> QDialog * {
        return new WelcomeDialog(&fixture->settings, parent);
    });
}

void TestGuide::f1InADialogShowsItsPage()
{
    QFETCH(MakeDialog, make);
    QFETCH(QString, page);
    for (const QString &language : {u"en"_s, u"fr"_s})
        QVERIFY(HelpWindow(language).library().contains(page));
    WindowFixture fixture;
    QTRY_VERIFY(!fixture.world().devices().empty());
    const std::unique_ptr<QDialog> dialog(make(&fixture, fixture.window.get()));
    dialog->setModal(true);
    dialog->show();
    QApplication::setActiveWindow(dialog.get());
    QWidget *focus = dialog->focusWidget() ? dialog->focusWidget() : dialog.get();
    QTest::keyClick(focus, Qt::Key_F1);
    auto *help = dialog->findChild<HelpWindow *>(); // of the dialog: any other window could not be used now
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->currentPage(), page);
    QVERIFY(!fixture.window->guide()->helpWindow());
    help->close();
    QTest::keyClick(focus, Qt::Key_F1);
    QVERIFY(help->isVisible());
    QCOMPARE(dialog->findChildren<HelpWindow *>().size(), 1);
}

void TestGuide::theKeyToBeAssignedMayBeF1()
{
    WindowFixture fixture;
    ShortcutsDialog dialog(fixture.window->guide()->shortcuts(), fixture.window.get());
    dialog.show();
    dialog.select(0);
    dialog.keyEdit()->setFocus();
    QTest::keyClick(dialog.keyEdit(), Qt::Key_F1);
    QVERIFY(!dialog.findChild<HelpWindow *>());
    QCOMPARE(dialog.keyEdit()->keySequence(), QKeySequence(Qt::Key_F1));
}

void TestGuide::theKeyboardPageKnowsTheKeys()
{
    WindowFixture f;
    Guide *guide = f.window->guide();
    guide->shortcuts()->set(rowOf(*guide->shortcuts(), ActionId::Quit), QKeySequence(u"Ctrl+Alt+9"_s));
    guide->showHelpPage(u"keyboard"_s);
    const QString text = guide->helpWindow()->findChild<QTextEdit *>()->toPlainText();
    QVERIFY(text.contains(u"Ctrl+Alt+9"));
    QVERIFY(text.contains(u"Close line"));
    QVERIFY(!text.contains(u"{{"));
}

void TestGuide::theTourPlaysInAWindowOfItsOwn()
{
    WindowFixture f;
    f.action(ActionId::Tour)->trigger();
    Tour *tour = f.window->guide()->tour();
    QVERIFY(tour && tour->window()->isVisible() && tour->window() != f.window.get());
    QVERIFY(tour->player()->isPlaying());
    QCOMPARE(tour->captions()->caption(), tour->player()->caption());
    for (int i = 0; i < 5; ++i) {
        tour->player()->step();
        QCOMPARE(tour->captions()->caption(), tour->player()->caption());
    }
    // What the caption is about is selected.
    QTRY_VERIFY(!tour->window()->selection().handle.isNull());
    tour->player()->step();
    tour->player()->step();
    tour->player()->step(); // about the same handle as the one before: chosen even if the user looked elsewhere
    QTRY_COMPARE(tour->window()->selection().handle, HCall{2});
    tour->window()->sharedSelection()->set({});
    tour->player()->step();
    QTRY_VERIFY(!tour->window()->selection().isEmpty());
    QCOMPARE(tour->window()->handles()->model()->rowCount(), 2);
    QVERIFY(!tour->window()->actions()->at(ActionId::Deallocate)->isEnabled());
    QVERIFY(tour->window()->actions()->whyNot(ActionId::Deallocate).contains(u"tour"));
    QVERIFY(tour->window()->actions()->at(ActionId::Find)->isEnabled());
    while (!tour->player()->atEnd())
        tour->player()->step();
    QVERIFY2(tour->player()->failure().isEmpty(), qPrintable(tour->player()->failure()));

    tour->window()->actions()->at(ActionId::Tour)->trigger(); // again, in the same window
    QCOMPARE(tour->player()->chapter(), 0);
    QCOMPARE(f.window->guide()->tour(), tour);
    tour->window()->close();
    QTRY_VERIFY(!f.window->guide()->tour());
}

void TestGuide::theTourObeysKeys()
{
    WindowFixture f;
    f.action(ActionId::Tour)->trigger();
    Tour *tour = f.window->guide()->tour();
    QApplication::setActiveWindow(tour->window());
    tour->captions()->playButton()->setFocus();
    QTest::keyClick(tour->captions()->playButton(), Qt::Key_Space);
    QVERIFY(!tour->player()->isPlaying());
    QWidget *table = tour->window()->handles()->findChild<QAbstractItemView *>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Right); // paused: the table's own
    QCOMPARE(tour->player()->chapter(), 0);
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(tour->player()->isPlaying());
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(tour->player()->chapter(), 1);
    QTest::keyClick(table, Qt::Key_Plus);
    QCOMPARE(tour->player()->speed(), 1.5);
    QTest::keyClick(table, Qt::Key_Minus);
    QCOMPARE(tour->player()->speed(), 1.0);
    tour->window()->filterLine()->setFocus();
    QTest::keyClicks(tour->window()->filterLine(), u"a b+"_s); // letters are letters
    QCOMPARE(tour->window()->filterLine()->text(), u"a b+"_s);
    QCOMPARE(tour->player()->speed(), 1.0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Escape);
    QTRY_VERIFY(!f.window->guide()->tour());
}

void TestGuide::theTourLeavesTheUsersWindowAlone()
{
    WindowFixture f;
    QTRY_COMPARE(f.world().devices().size(), 2u);
    const quint64 seq = f.world().seq();
    f.settings.setFilter(u"mine"_s);
    f.action(ActionId::Tour)->trigger();
    Tour *tour = f.window->guide()->tour();
    for (int i = 0; i < 6; ++i)
        tour->player()->step();
    tour->window()->filterLine()->setText(u"other"_s);
    tour->window()->close();
    QTRY_VERIFY(!f.window->guide()->tour());
    QCOMPARE(f.world().seq(), seq);
    QCOMPARE(f.settings.filter(), u"mine"_s);
    f.action(ActionId::Tour)->trigger();
    const QPointer<Tour> second = f.window->guide()->tour();
    second->window()->close();
    f.action(ActionId::Tour)->trigger(); // at once again: another one
    QVERIFY(f.window->guide()->tour() && f.window->guide()->tour() != second);
    f.window->close(); // and the tour with it
    QVERIFY(!f.window->guide()->tour());
    f.action(ActionId::Tour)->trigger();
    f.window.reset(); // with the tour open
}

void TestGuide::presenterModeEnlargesAndRestores()
{
    WindowFixture f;
    const QFont font = QApplication::font();
    QSignalSpy masking(f.window->guide(), &Guide::maskingWanted);
    QTest::keyClick(f.window.get(), Qt::Key_F11);
    QTRY_VERIFY(f.window->guide()->presenter()->isActive());
    QVERIFY(f.window->isFullScreen());
    QVERIFY(f.action(ActionId::Presenter)->isChecked());
    QVERIFY(qAbs(QApplication::font().pointSizeF() - font.pointSizeF() * Presenter::enlargement) < 0.2);
    QTest::keyClick(f.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!f.window->guide()->presenter()->isActive());
    QVERIFY(!f.window->isFullScreen());
    QVERIFY(!f.action(ActionId::Presenter)->isChecked());
    QCOMPARE(QApplication::font(), font);
    QCOMPARE(masking.size(), 2);
    f.action(ActionId::Presenter)->trigger();
    f.window.reset(); // in the middle of it
    QCOMPARE(QApplication::font(), font);
}

// What sizes things by letters does so again when the letters change, and goes back with them.
void TestGuide::everyViewFollowsTheLargeLetters()
{
    WindowFixture fixture;
    MainWindow *window = fixture.window.get();
    const auto sizes = [&] {
        QMap<QString, int> sizes;
        for (const QTableView *table : window->findChildren<QTableView *>()) {
            const QString name = table->accessibleName() + u' ' + QString::fromLatin1(table->metaObject()->className());
            sizes[name + u" rows"_s] = table->verticalHeader()->defaultSectionSize();
            if (table->accessibleName() != u"Who holds most") // whose columns follow their contents
                sizes[name + u" column"_s] = table->horizontalHeader()->sectionSize(0);
        }
        for (const auto *legend : window->findChildren<TimelineLegend *>())
            sizes[u"legend"_s] = legend->heightForWidth(5000);
        for (const auto *section : window->findChildren<QAbstractScrollArea *>())
            sizes[u"letters of "_s + section->accessibleName()] = section->fontMetrics().height();
        for (const auto *label : window->findChildren<QLabel *>())
            sizes[u"letters of "_s + label->accessibleName()] = label->fontMetrics().height();
        sizes[u"tools"_s] = window->findChild<QToolBar *>(u"tools"_s)->iconSize().height();
        return sizes;
    };
    const int letters = window->fontMetrics().height();
    const QMap<QString, int> before = sizes();
    QVERIFY(before.size() > 15);
    window->guide()->presenter()->setActive(true);
    QTRY_VERIFY(window->fontMetrics().height() > letters);
    const QMap<QString, int> large = sizes();
    for (auto it = before.begin(); it != before.end(); ++it)
        QVERIFY2(large.value(it.key()) >= it.value() * 1.2,
                 qPrintable(u"%1: %2, then %3"_s.arg(it.key()).arg(it.value()).arg(large.value(it.key()))));
    window->guide()->presenter()->setActive(false);
    QTRY_COMPARE(window->fontMetrics().height(), letters);
    const QMap<QString, int> after = sizes();
    for (auto it = before.begin(); it != before.end(); ++it)
        QVERIFY2(std::abs(after.value(it.key()) - it.value()) <= 1, qPrintable(it.key())); // by rounding
}

// The next window opened with the columns of the large letters.
void TestGuide::closedWhilePresentingTheWindowIsAsBefore()
{
    WindowFixture fixture;
    const auto widths = [&] {
        QList<int> widths;
        for (const View *view : fixture.window->findChildren<View *>()) {
            for (const QTableView *table : view->findChildren<QTableView *>())
                widths += table->columnWidth(0);
        }
        return widths;
    };
    const QList<int> before = widths();
    const int letters = fixture.window->fontMetrics().height();
    fixture.window->guide()->presenter()->setActive(true);
    QTRY_VERIFY(fixture.window->fontMetrics().height() > letters);
    fixture.window.reset();
    fixture.openWindow();
    QTRY_COMPARE(fixture.window->fontMetrics().height(), letters);
    QCOMPARE(widths(), before);
}

void TestGuide::keysAreShownButNoPasswords()
{
    WindowFixture f;
    f.window->guide()->presenter()->setActive(true);
    const KeyDisplay *keys = f.window->guide()->presenter()->keyDisplay();
    QTest::keyClick(f.window->windowHandle(), Qt::Key_F, Qt::ControlModifier); // the whole way, as from a keyboard
    QTRY_VERIFY(f.window->filterLine()->hasFocus());
    QVERIFY2(keys->text().contains(u"Ctrl + F"), qPrintable(keys->text()));
    QVERIFY(keys->text().contains(u"Filter"));
    QTest::keyClicks(f.window->filterLine(), u"idle"_s);
    QVERIFY2(keys->text().contains(u"idle"), qPrintable(keys->text()));
    f.window->filterLine()->setEchoMode(QLineEdit::Password);
    QTest::keyClicks(f.window->filterLine(), u"secret"_s);
    QVERIFY(!keys->text().contains(u"s"_s + u"ecret"_s) && !keys->text().contains(u"idles"));
    QTRY_COMPARE_WITH_TIMEOUT(keys->text(), QString(), 6000); // they fade
    f.window->guide()->presenter()->setActive(false);
}

void TestGuide::clicksLeaveARing()
{
    WindowFixture f;
    f.window->guide()->presenter()->setActive(true);
    const KeyDisplay *keys = f.window->guide()->presenter()->keyDisplay();
    auto *view = f.window->handles()->findChild<QAbstractItemView *>()->viewport();
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(keys->rings(), 1);
    QTRY_COMPARE(keys->rings(), 0);
    QCOMPARE(keys->size(), f.window->size());
    f.window->guide()->presenter()->setActive(false);
}

void TestGuide::theFirstStartOffersATour()
{
    WindowFixture f;
    Guide *guide = f.window->guide();
    QVERIFY(WelcomeDialog::isWanted(f.settings));
    WelcomeDialog *card = guide->offerTour();
    QVERIFY(card->isVisible() && !card->isModal());
    QTest::keyClick(card->findChild<QCommandLinkButton *>(), Qt::Key_Space);
    QTRY_VERIFY(guide->tour());
    QVERIFY(WelcomeDialog::isWanted(f.settings)); // nobody has said not to
    guide->tour()->window()->close();

    card = guide->offerTour();
    card->findChild<QCheckBox *>()->setChecked(true);
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(!WelcomeDialog::isWanted(f.settings));
    QTRY_VERIFY(f.window->findChildren<WelcomeDialog *>().isEmpty());
    guide->offerTourOnce();
    QVERIFY(f.window->findChildren<WelcomeDialog *>().isEmpty());
}

// Qt's command link asks for the room of its title only.
void TestGuide::whatTheChoicesOfTheWelcomeSayIsWhole()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    WelcomeDialog dialog(&settings);
    dialog.show();
    for (const double factor : {1.0, 1.6}) {
        QFont font = dialog.font();
        font.setPointSizeF(font.pointSizeF() * factor);
        dialog.setFont(font);
        QCoreApplication::processEvents();
        const auto choices = dialog.findChildren<QCommandLinkButton *>();
        QCOMPARE(choices.size(), 3);
        for (const QWidget *choice : choices)
            QTRY_COMPARE_GE(choice->height(), choice->heightForWidth(choice->width()));
    }
}

void TestGuide::aboutNamesVersionsAndLicences()
{
    const AboutDialog dialog;
    QVERIFY(dialog.text().contains(QString::fromLatin1(qVersion())));
    QVERIFY(dialog.text().contains(u"QtKeychain"));
    QString all;
    for (const QPlainTextEdit *page : dialog.findChildren<QPlainTextEdit *>())
        all += page->toPlainText();
    for (const QString &word : {u"Version 3, 29 June 2007"_s, u"Lesser General Public License"_s, u"tl::expected"_s})
        QVERIFY2(all.contains(word), qPrintable(word));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().contains(u"opy"))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), dialog.text());
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestGuide)
#include "tst_guide.moc"
