// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole program without a mouse: menus, dialogs, the tour, with keys as they come from a keyboard.

#include "amipeer.h"
#include "keyboard.h"
#include "session.h"
#include "windowfixture.h"

#include "dialogs/exportdialog.h"
#include "guide/captionbar.h"
#include "guide/commandpalette.h"
#include "guide/guide.h"
#include "guide/tour.h"
#include "mainwindow/pages.h"
#include "panels/figures/keyfigurespanel.h"
#include "panels/filter/filterline.h"
#include "panels/noticebar.h"
#include "panels/tables/messagespanel.h"
#include "panels/tables/treetable.h"
#include "support/export/exporter.h"

#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTcpServer>
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
    void aViewIsExported_data();
    void aViewIsExported();
    void whereNothingCanBeWrittenIsTold();
    void aLadderIsCopiedAsText_data();
    void aLadderIsCopiedAsText();
    void aViewIsPrinted_data();
    void aViewIsPrinted();
    void theTourIsWalkedThroughToItsEnd();
    void settingsHoldAtOnceAndAfterARestart();
    void aConnectionThatFailsSaysWhatToDo_data();
    void aConnectionThatFailsSaysWhatToDo();
};

namespace {

// Two calls that ring on two lines, for an application that owns them and one that watches.
void ring(WindowFixture *f)
{
    f->addApp(u"crm-popup"_s, Privilege::Owner);
    f->addApp(u"recorder"_s, Privilege::Monitor);
    QTRY_COMPARE(f->world().lines().size(), 4);
    f->incomingCall(u"+12025550143"_s, u"Front desk"_s, 0);
    f->incomingCall(u"+12025550199"_s, u"Back door"_s, 1);
    QTRY_COMPARE(f->rows()->rowCount(), 4);
    f->window->handles()->view()->setFocus();
    f->window->handles()->select(f->handleOf(u"crm-popup"_s));
}

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

// Through the menu, the export's questions and the file dialog. False if one of them did not come.
bool exportByKeys(WindowFixture *f, int down, const QString &path)
{
    bool named = false;
    QTimer naming; // the file dialog comes once the questions are answered
    QObject::connect(&naming, &QTimer::timeout, f, [&] {
        if (!qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
            return;
        naming.stop();
        named = true;
        press(Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(path);
        press(Qt::Key_V, Qt::ControlModifier); // letter by letter the dialog would list every folder on the way
        press(Qt::Key_Return);
    });
    const bool asked = WindowFixture::actAndAnswer<ExportDialog>(
        [&] {
            choose(f->window.get(), {u"Source"_s, u"Export…"_s});
        },
        [&](ExportDialog *) {
            for (int i = 0; i < down; ++i)
                press(Qt::Key_Down);
            naming.start(5);
            press(Qt::Key_Return);
        });
    return asked && QTest::qWaitFor([&] { return named; });
}

// On the page, with Tab. False if the focus does not come by.
bool goToField(SettingsDialog *dialog, const QString &page, const QString &name)
{
    if (!dialog || !tabTo(dialog->pageList()))
        return false;
    press(Qt::Key_Home);
    for (int i = 0; i < dialog->pages().size() && dialog->pageList()->currentItem()->text() != page; ++i)
        press(Qt::Key_Down);
    for (const QWidget *field : dialog->findChildren<QWidget *>()) {
        if (field->accessibleName() == name && field->isVisible())
            return tabTo(field);
    }
    return false;
}

} // namespace

void TestKeys::everyMenuEntryCanBeReached()
{
    WindowFixture f;
    ring(&f);
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
    ring(&f);
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
}

// Its arrow keys have to work at once.
void TestKeys::theKeyOfAViewGivesItTheFocus()
{
    QFETCH(ActionId, id);
    QFETCH(QString, page);
    WindowFixture f;
    ring(&f);
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
    ring(&f);
    f.window->goTo(view);
    if (view == u"lines")
        f.window->lines()->view()->setFocus();
    const auto opened = [&](auto pressKey) {
        QList<QAction *> entries;
        QTimer waiting; // an open menu comes back only when it closes
        connect(&waiting, &QTimer::timeout, f.window.get(), [&] {
            if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                waiting.stop();
                entries = menu->actions();
                press(Qt::Key_Escape);
            }
        });
        waiting.start(5);
        pressKey();
        return entries.value(0);
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
    ring(&f);
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

void TestKeys::aViewIsExported_data()
{
    QTest::addColumn<ActionId>("view");
    QTest::addColumn<int>("down"); // in the list of formats
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("contains");
    QTest::addRow("CSV") << ActionId::ShowHandles << 0 << u"csv"_s << QByteArray("State,") << QByteArray("crm-popup");
    QTest::addRow("JSON") << ActionId::ShowHandles << 1 << u"json"_s << QByteArray("[\n{") << QByteArray("crm-popup");
    QTest::addRow("rows as PDF") << ActionId::ShowHandles << 2 << u"pdf"_s << QByteArray("%PDF-")
                                 << QByteArray("/Page");
    QTest::addRow("SVG") << ActionId::ShowTimeline << 0 << u"svg"_s << QByteArray("<?xml") << QByteArray("Line 1");
    QTest::addRow("PNG") << ActionId::ShowTimeline << 1 << u"png"_s << QByteArray("\x89PNG") << QByteArray("IDAT");
    QTest::addRow("picture as PDF") << ActionId::ShowTimeline << 2 << u"pdf"_s << QByteArray("%PDF-")
                                    << QByteArray("/Page");
    QTest::addRow("ladder") << ActionId::ShowLadder << 0 << u"svg"_s << QByteArray("<?xml") << QByteArray("OFFERING");
}

void TestKeys::aViewIsExported()
{
    QFETCH(ActionId, view);
    QFETCH(int, down);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begins);
    QFETCH(QByteArray, contains);
    WindowFixture f;
    ring(&f);
    press(f.action(view)->shortcut());
    QFile file(f.folder.filePath(u"exported."_s + suffix));
    QVERIFY(exportByKeys(&f, down, file.fileName()));
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begins), bytes.left(40).constData());
    QVERIFY(bytes.contains(contains));
    QVERIFY(f.window->statusBar()->currentMessage().contains(file.fileName()));
}

void TestKeys::whereNothingCanBeWrittenIsTold()
{
    WindowFixture f;
    ring(&f);
    const Selection selected = f.window->selection();
    QVERIFY(exportByKeys(&f, 0, u"/sys/handles.csv"_s)); // where not even an administrator may
    QTRY_VERIFY(f.window->notice()->isVisible());
    QVERIFY2(f.window->notice()->text().contains(u"/sys/handles.csv"), qPrintable(f.window->notice()->text()));
    QCOMPARE(f.rows()->rowCount(), 4);
    QCOMPARE(f.window->selection(), selected);
}

void TestKeys::aLadderIsCopiedAsText_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("begins");
    QTest::addRow("Mermaid") << u"Copy the ladder as Mermaid"_s << u"sequenceDiagram"_s;
    QTest::addRow("PlantUML") << u"Copy the ladder as PlantUML"_s << u"@startuml"_s;
}

void TestKeys::aLadderIsCopiedAsText()
{
    QFETCH(QString, entry);
    QFETCH(QString, begins);
    WindowFixture f;
    ring(&f);
    QGuiApplication::clipboard()->clear();
    QVERIFY(choose(f.window.get(), {u"View"_s, u"Copy as"_s, entry}));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(begins), qPrintable(text.left(80)));
    QVERIFY(text.contains(u"OFFERING"));
}

void TestKeys::aViewIsPrinted_data()
{
    QTest::addColumn<ActionId>("view");
    QTest::addRow("table") << ActionId::ShowHandles;
    QTest::addRow("timeline") << ActionId::ShowTimeline;
    QTest::addRow("ladder") << ActionId::ShowLadder;
    QTest::addRow("state map") << ActionId::ShowStateMap;
}

void TestKeys::aViewIsPrinted()
{
    QFETCH(ActionId, view);
    WindowFixture f;
    ring(&f);
    press(f.action(view)->shortcut());
    const QString path = f.folder.filePath(u"printed.pdf"_s);
    QVERIFY(WindowFixture::actAndAnswer<QPrintPreviewDialog>(
        [&] {
            choose(f.window.get(), {u"Source"_s, u"Print…"_s});
        },
        [&](QPrintPreviewDialog *dialog) {
            QPrinter *printer = dialog->printer();
            printer->setOutputFileName(path);
            QVERIFY(f.window->exporter()->paint(f.window->currentView(), printer));
            press(Qt::Key_Escape);
        }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
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

void TestKeys::settingsHoldAtOnceAndAfterARestart()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source.clear();
    auto session = std::make_unique<Session>(options, &settings);
    session->start();
    QApplication::setActiveWindow(session->window());
    QVERIFY(choose(session->window(), {u"Source"_s, u"Settings…"_s}));
    const auto go = [&](const QString &page, const QString &field) {
        return goToField(session->settingsDialog(), page, field);
    };
    QVERIFY(go(u"Appearance"_s, u"Colours"_s));
    press(Qt::Key_End);
    QCOMPARE(groundOf(session->window()->palette()), Ground::HighContrast);
    QVERIFY(go(u"Appearance"_s, u"Colours of states"_s));
    press(Qt::Key_End);
    QVERIFY(settings.preferences().appearance.stateColors == StateColorSet::ColorBlindSafe);
    QVERIFY(go(u"Tables"_s, u"Void handles stay for"_s));
    type(u"42"_s);
    QVERIFY(go(u"Tables"_s, u"Memory"_s));
    QCOMPARE(settings.ghostSeconds(), 42);
    press(Qt::Key_Down);
    QVERIFY(settings.preferences().formats.bytes == ByteUnit::Decimal);
    QVERIFY(go(u"Privacy"_s, u"Show"_s));
    press(Qt::Key_Down);
    QVERIFY((session->live()->masker().choice() == MaskingChoice{MaskingMode::Mask, true}));
    QVERIFY(go(u"Language"_s, u"Language of the window"_s));
    press(Qt::Key_End);
    const auto secondMenu = [&] { return session->window()->menuBar()->actions().at(1)->text(); };
    QTRY_COMPARE(secondMenu(), u"&Vue"_s);
    QVERIFY(session->settingsDialog());
    press(Qt::Key_Return);
    QVERIFY(!session->settingsDialog());

    const Preferences chosen = settings.preferences();
    session.reset();
    Settings again(folder.filePath(u"a.ini"_s));
    QVERIFY(again.preferences() == chosen);
    Session restarted(options, &again);
    restarted.start();
    QCOMPARE(restarted.window()->menuBar()->actions().at(1)->text(), u"&Vue"_s);
    QCOMPARE(groundOf(restarted.window()->palette()), Ground::HighContrast);
    QVERIFY((restarted.live()->masker().choice() == MaskingChoice{MaskingMode::Mask, true}));
    again.setPreferences({});
    applyTheme({});
}

void TestKeys::aConnectionThatFailsSaysWhatToDo_data()
{
    QTest::addColumn<bool>("somebodyListens");
    QTest::addColumn<QStringList>("words");
    QTest::addRow("nobody listens") << false << QStringList{u"refuses connections"_s, u"manager.conf"_s};
    QTest::addRow("login refused") << true << QStringList{u"refused the user name"_s, u"watcher"_s};
}

void TestKeys::aConnectionThatFailsSaysWhatToDo()
{
    QFETCH(bool, somebodyListens);
    QFETCH(QStringList, words);
    AmiPeer peer;
    peer.secret = "another";
    const quint16 port = peer.port();
    if (!somebodyListens)
        peer.stopListening();
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source = u"simulator:?lines=2&automatic=0&up=2&apps=demo"_s;
    Session session(options, &settings);
    session.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    QList<HCall> before;
    session.live()->world().handles().forEach([&](const Handle &handle) { before += handle.id; });
    QApplication::setActiveWindow(session.window());
    QVERIFY(WindowFixture::actAndAnswer<ConnectDialog>(
        [&] {
            choose(session.window(), {u"Source"_s, u"Connect to Asterisk…"_s});
        },
        [&](ConnectDialog *dialog) {
            press(Qt::Key_H, Qt::AltModifier);
            type(u"127.0.0.1"_s);
            const auto boxes = dialog->findChildren<QCheckBox *>();
            const auto tls = std::find_if(boxes.cbegin(), boxes.cend(),
                                          [](const QCheckBox *box) { return box->text().contains(u"TLS"); });
            QVERIFY(tls != boxes.cend() && tabTo(*tls));
            press(Qt::Key_Space);
            press(Qt::Key_P, Qt::AltModifier);
            type(QString::number(port));
            press(Qt::Key_U, Qt::AltModifier);
            type(u"watcher"_s);
            press(Qt::Key_W, Qt::AltModifier);
            type(u"secret"_s);
            press(Qt::Key_Return);
        }));
    const NoticeBar *notice = session.window()->notice();
    for (const QString &word : words)
        QTRY_VERIFY2(notice->text().contains(word), qPrintable(notice->text()));
    QVERIFY(notice->isVisible());
    QVERIFY(!notice->text().contains(u"secret"));
    for (const HCall handle : std::as_const(before))
        QVERIFY(session.live()->world().handle(handle));
    QVERIFY(session.window()->healthText().contains(u"Simulator"));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestKeys)
#include "tst_keys.moc"
