// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window, offscreen or under a real X server: actions triggered, keys pressed, dialogs answered.

#include "windowfixture.h"

#include "dialogs/closelinedialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "mainwindow/pages.h"
#include "models/linetreemodel.h"
#include "panels/diagrams/statemappanel.h"
#include "panels/filter/filterline.h"
#include "panels/noticebar.h"
#include "panels/tables/messagespanel.h"
#include "support/export/csv.h"
#include "support/export/exporter.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>

#include <algorithm>
#include <optional>

namespace Linescope::Test {

namespace {

// Pixels. Qt's chart draws the borders of its legend's marks as it likes: some will not be the same.
int differences(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyColorScheme(ColorScheme::Light); }
    void init();
    void cleanup() { fixture.reset(); }

    void anIncomingCallGivesEachApplicationARow();
    void aCallThatEndsStaysRetainedAndReadable();
    void callInformationOfAnIdleCallIsShownFieldByField();
    void deallocatingMakesTheRowAGhostAndFreesTheCall();
    void deallocatingAllIdleAsksAndLeavesLiveHandlesAlone();
    void closingALineShowsWhatDiesAndThenVoidsIt();
    void theProviderClosesTheLineOfEverybody();
    void whatVoidsManyHandlesAsksUnlessToldNotTo_data();
    void whatVoidsManyHandlesAsksUnlessToldNotTo();
    void answerHoldUnholdAndDropFollowTheKeys();
    void greyedActionsSayWhy_data();
    void greyedActionsSayWhy();
    void aMonitorMayNotAnswer();
    void everyActionHasTextAndToolTip();
    void noTwoActionsShareAShortcut();
    void theFilterKeepsMatchingRowsAndSaysWhatIsWrong();
    void aClickOnAHeadingSorts();
    void exportIsSafeForSpreadsheetsAndComesBack();
    void hostileNamesAreShownAsPlainText();
    void pausingFreezesTheViewAndNotTheEngine();
    void aNewApplicationOpensItsLines();
    void aProviderThatDiesIsShownInWords();
    void emptyTablesSayWhatToDo();
    void everythingFocusableHasAName();
    void aSettingsFileThatIsNoUseIsToldInTheNoticeBar();
    void hiddenPanelsCatchUpWhenShown();
    void whatAViewHasMeasuredCanBeCopied();
    void aViewsMenuTakesThingsOutOfIt_data();
    void aViewsMenuTakesThingsOutOfIt();
    void whatAViewsMenuOffersIsDone_data();
    void whatAViewsMenuOffersIsDone();
    void lightAndDarkPalettesReachTheWindow();
    void paperIsWhiteWhateverTheScreenHas_data();
    void paperIsWhiteWhateverTheScreenHas();
    void tablesAreDrawnAnewInAnotherUnit();
    void theWindowFitsIntoASmallScreen();
    void docksLeaveRoomInASmallWindow();
    void nothingIsCutOffInASmallWindow_data();
    void nothingIsCutOffInASmallWindow();

private:
    void select(HCall handle) { fixture->select(handle); }
    QByteArray exported(CsvMode mode);
    QList<QAction *> contextMenu(const View *view, std::optional<ActionId> chosen = {});
    HCall ringing(); // an incoming call's handle of the owner, selected

    std::unique_ptr<WindowFixture> fixture;
};

void TestMainWindow::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    fixture = std::make_unique<WindowFixture>();
    fixture->addOwnerAndMonitor();
}

HCall TestMainWindow::ringing()
{
    fixture->incomingCall(QStringLiteral("+12025550143"), QStringLiteral("Front desk"));
    const bool rings = QTest::qWaitFor(
        [this] { return fixture->stateOf(fixture->handleOf(QStringLiteral("crm-popup"))) == CallState::Offering; });
    const HCall handle = fixture->handleOf(QStringLiteral("crm-popup"));
    if (rings)
        select(handle);
    return handle;
}

void TestMainWindow::anIncomingCallGivesEachApplicationARow() // H-3, P-10
{
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
    QStringList apps{fixture->cell(0, HandleModel::Column::App), fixture->cell(1, HandleModel::Column::App)};
    apps.sort();
    QCOMPARE(apps, (QStringList{QStringLiteral("crm-popup"), QStringLiteral("recorder")}));
    QVERIFY(fixture->cell(0, HandleModel::Column::Parties).contains(u"12025550143"));
}

void TestMainWindow::aCallThatEndsStaysRetainedAndReadable() // H-4, G-4
{
    const HCall handle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle);
    QCOMPARE(fixture->rows()->rowCount(), 2);
    QTRY_COMPARE(fixture->rows()->index(fixture->rows()->rowOf(handle), 0).data(HandleModel::LifeRole).toInt(),
                 int(Life::Retained));
    QTRY_VERIFY(fixture->window->call()->text().contains(u"retained"));
    QVERIFY(fixture->window->call()->text().contains(u"crm-popup has not given its handle back"));
    QVERIFY(fixture->window->call()->text().contains(u"recorder"));
}

void TestMainWindow::callInformationOfAnIdleCallIsShownFieldByField() // H-7, G-5
{
    const HCall handle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle);
    QList<Fact> facts;
    QVERIFY(fixture->triggerAndAnswer<CallInfoDialog>(ActionId::ViewInfo, [&](CallInfoDialog *dialog) {
        facts = dialog->facts();
        dialog->reject();
    }));
    QCOMPARE(facts.size(), qsizetype(callInfoFields().size()));
    const auto number = std::find_if(facts.begin(), facts.end(),
                                     [](const Fact &fact) { return fact.value.contains(u"12025550143"); });
    QVERIFY(number != facts.end());
    QVERIFY(number->name.contains(u"(I-"));
}

void TestMainWindow::deallocatingMakesTheRowAGhostAndFreesTheCall() // H-20, H-24
{
    const HCall handle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle);
    select(handle);
    QTest::keyClick(fixture->window->handles()->view(), Qt::Key_Delete);
    QTRY_VERIFY(!fixture->world().handle(handle));
    QTRY_VERIFY(fixture->rows()->ghost(handle));
    QVERIFY(fixture->rows()->ghost(handle)->reason == VoidReason::Deallocated);
    QCOMPARE(fixture->world().calls().size(), 1); // recorder still holds it
    select(fixture->handleOf(QStringLiteral("recorder")));
    fixture->action(ActionId::Deallocate)->trigger();
    QTRY_COMPARE(fixture->world().calls().size(), 0);
}

void TestMainWindow::deallocatingAllIdleAsksAndLeavesLiveHandlesAlone()
{
    const HCall idle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(idle), CallState::Idle);
    fixture->incomingCall(QStringLiteral("+12025550199"), {}, 1);
    QTRY_COMPARE(fixture->world().handles().size(), 4);
    QVERIFY(fixture->triggerAndAnswer<QMessageBox>(ActionId::DeallocateIdle, [](QMessageBox *box) {
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(box->text().contains(u'2'));
        box->button(QMessageBox::Cancel)->click();
    }));
    QCOMPARE(fixture->world().handles().size(), 4);
    QVERIFY(fixture->triggerAndAnswer<QMessageBox>(ActionId::DeallocateIdle, [](QMessageBox *box) {
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    }));
    QTRY_COMPARE(fixture->world().handles().size(), 2);
    QCOMPARE(fixture->world().totals().retainedHandles, 0u);
}

void TestMainWindow::closingALineShowsWhatDiesAndThenVoidsIt() // L-15, L-16, L-18, G-8
{
    const HCall handle = ringing();
    const HCall other = fixture->handleOf(QStringLiteral("recorder"));
    QVERIFY(fixture->triggerAndAnswer<CloseLineDialog>(ActionId::CloseLine, [&](CloseLineDialog *dialog) {
        QCOMPARE(dialog->choice().line, fixture->world().handle(handle)->line);
        QVERIFY2(dialog->summary().contains(u"1 live call"), qPrintable(dialog->summary()));
        dialog->accept();
    }));
    QTRY_VERIFY(!fixture->world().handle(handle));
    QVERIFY(fixture->world().handle(other)); // L-16: the other application keeps its own
    QTRY_VERIFY(fixture->rows()->ghost(handle));
    QVERIFY(fixture->rows()->ghost(handle)->reason == VoidReason::LineClosedByApp);
}

void TestMainWindow::theProviderClosesTheLineOfEverybody() // L-28, L-29, H-6
{
    const HCall handle = ringing();
    const HCall other = fixture->handleOf(QStringLiteral("recorder"));
    QVERIFY(fixture->triggerAndAnswer<CloseLineDialog>(ActionId::CloseLine, [&](CloseLineDialog *dialog) {
        dialog->findChildren<QRadioButton *>().constLast()->setChecked(true);
        QVERIFY(dialog->choice().asProvider);
        dialog->accept();
    }));
    QTRY_VERIFY(!fixture->world().handle(handle) && !fixture->world().handle(other));
    QTRY_VERIFY(fixture->rows()->ghost(other));
    QVERIFY(fixture->rows()->ghost(other)->reason == VoidReason::LineClosedByProvider);
    QTRY_VERIFY(fixture->window->call()->text().contains(u"line closed by the provider"));
}

void TestMainWindow::whatVoidsManyHandlesAsksUnlessToldNotTo_data()
{
    QTest::addColumn<ActionId>("act");
    QTest::addColumn<Destructive>("setting");
    QTest::addColumn<qsizetype>("left"); // handles
    QTest::addRow("force LINE_CLOSE") << ActionId::ForceClose << Destructive::CloseLine << qsizetype(0);
    QTest::addRow("remove the line") << ActionId::RemoveLine << Destructive::CloseLine << qsizetype(0);
    QTest::addRow("end the application") << ActionId::EndApp << Destructive::CloseLine << qsizetype(1);
    QTest::addRow("let it crash") << ActionId::CrashApp << Destructive::CloseLine << qsizetype(1);
    QTest::addRow("let the provider die") << ActionId::ProviderDies << Destructive::Disconnect << qsizetype(0);
}

void TestMainWindow::whatVoidsManyHandlesAsksUnlessToldNotTo() // as the settings page has it
{
    QFETCH(const ActionId, act);
    QFETCH(const Destructive, setting);
    QFETCH(const qsizetype, left);
    QVERIFY(!ringing().isNull());
    QTRY_VERIFY(fixture->action(act)->isEnabled());
    QVERIFY(fixture->triggerAndAnswer<QMessageBox>(act, [](QMessageBox *box) { box->reject(); }));
    fixture->catchUp();
    QCOMPARE(qsizetype(fixture->world().handles().size()), qsizetype(2));
    fixture->settings.setConfirm(setting, false);
    fixture->action(act)->trigger(); // would wait for an answer here
    QTRY_COMPARE(qsizetype(fixture->world().handles().size()), left);
}

void TestMainWindow::answerHoldUnholdAndDropFollowTheKeys()
{
    const HCall handle = ringing();
    auto *view = fixture->window->handles()->view();
    QTest::keyClick(view, Qt::Key_F7);
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Connected);
    QTRY_VERIFY(fixture->action(ActionId::Hold)->isEnabled());
    QTest::keyClick(view, Qt::Key_F8);
    QTRY_COMPARE(fixture->stateOf(handle), CallState::OnHold);
    QTRY_VERIFY(fixture->action(ActionId::Unhold)->isEnabled());
    QTest::keyClick(view, Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Connected);
    QTRY_VERIFY(fixture->action(ActionId::Drop)->isEnabled());
    QTest::keyClick(view, Qt::Key_F9);
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle);
}

void TestMainWindow::greyedActionsSayWhy_data()
{
    QTest::addColumn<ActionId>("id");
    QTest::addColumn<QString>("why");
    QTest::addRow("answer") << ActionId::Answer << QStringLiteral("Select a handle first.");
    QTest::addRow("deallocate") << ActionId::Deallocate << QStringLiteral("Select a handle first.");
    QTest::addRow("all idle") << ActionId::DeallocateIdle << QStringLiteral("No handle is retained.");
    QTest::addRow("close line") << ActionId::CloseLine << QStringLiteral("Select a line first.");
    QTest::addRow("end app") << ActionId::EndApp << QStringLiteral("Select an application first.");
    QTest::addRow("simulator") << ActionId::StartSimulator << QStringLiteral("The simulator is running already.");
    QTest::addRow("copy") << ActionId::Copy << QStringLiteral("There are no rows.");
    QTest::addRow("clear filter") << ActionId::ClearFilter << QStringLiteral("The filter is empty.");
}

void TestMainWindow::greyedActionsSayWhy()
{
    QFETCH(ActionId, id);
    QFETCH(QString, why);
    QTRY_COMPARE(fixture->whyNot(id), why);
    QVERIFY(!fixture->action(id)->isEnabled());
    QVERIFY(fixture->action(id)->toolTip().contains(why.toHtmlEscaped()));
}

void TestMainWindow::aMonitorMayNotAnswer() // F-40
{
    ringing();
    QVERIFY(fixture->action(ActionId::Answer)->isEnabled());
    select(fixture->handleOf(QStringLiteral("recorder")));
    QVERIFY(!fixture->action(ActionId::Answer)->isEnabled());
    QVERIFY(fixture->whyNot(ActionId::Answer).contains(u"OWNER"));
}

void TestMainWindow::everyActionHasTextAndToolTip()
{
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        const QAction *action = fixture->action(ActionId(i));
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(action->toolTip().startsWith(u"<qt>"), qPrintable(action->text()));
        if (ActionId(i) != ActionId::ClearFilter)
            QVERIFY2(!action->icon().pixmap(16, 16).isNull(), qPrintable(action->text()));
    }
}

void TestMainWindow::noTwoActionsShareAShortcut()
{
    QSet<QKeySequence> seen;
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        const QKeySequence keys = fixture->action(ActionId(i))->shortcut();
        QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys.toString()));
        seen.insert(keys);
    }
}

void TestMainWindow::theFilterKeepsMatchingRowsAndSaysWhatIsWrong()
{
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
    QTest::keyClick(fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(fixture->window->filterLine()->hasFocus());
    QTest::keyClicks(fixture->window->filterLine(), QStringLiteral("app:recorder"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 1);
    QCOMPARE(fixture->cell(0, HandleModel::Column::App), QStringLiteral("recorder"));
    fixture->window->filterLine()->setText(QStringLiteral("nonsense:1"));
    const auto *notice = fixture->window->notice();
    QTRY_VERIFY(notice->isVisible() && notice->text().contains(u"nonsense"));
    QVERIFY(fixture->window->filterLine()->isVisible());
    QCOMPARE(fixture->rows()->rowCount(), 1); // as it was
    fixture->action(ActionId::ClearFilter)->trigger();
    QCOMPARE(fixture->rows()->rowCount(), 2);
}

void TestMainWindow::aClickOnAHeadingSorts()
{
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
    auto *header = fixture->window->handles()->view()->horizontalHeader();
    const int column = int(HandleModel::Column::App);
    const QPoint place(header->sectionViewportPosition(column) + 8, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    const QString first = fixture->cell(0, HandleModel::Column::App);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(fixture->cell(0, HandleModel::Column::App) != first);
}

// Until somebody has laid it out: their widths were those of a large window.
void TestMainWindow::docksLeaveRoomInASmallWindow()
{
    MainWindow window(&fixture->engine, &fixture->live, &fixture->settings, SystemClock::instance());
    window.resize(800, 560);
    window.show();
    QCoreApplication::processEvents();
    QVERIFY2(window.pages()->width() > 280, qPrintable(QString::number(window.pages()->width())));
    QVERIFY2(window.pages()->height() > 240, qPrintable(QString::number(window.pages()->height())));
}

void TestMainWindow::nothingIsCutOffInASmallWindow_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"handles", "calls", "timeline", "statemap", "ladder", "memory", "calllog"})
        QTest::addRow("%s", page) << QString::fromLatin1(page);
}

// The controls of a view had all to be in one row.
void TestMainWindow::nothingIsCutOffInASmallWindow()
{
    QFETCH(QString, page);
    fixture->window->resize(800, 560);
    fixture->window->pages()->raise(page);
    QCoreApplication::processEvents();
    const View *view = fixture->window->pages()->current();
    int looked = 0;
    for (const QWidget *control : view->findChildren<QWidget *>()) {
        if (!control->isVisible()
            || !(qobject_cast<const QAbstractButton *>(control) || qobject_cast<const QComboBox *>(control)))
            continue;
        ++looked;
        QVERIFY2(control->width() >= control->minimumSizeHint().width()
                     && control->height() >= control->minimumSizeHint().height(),
                 qPrintable(control->accessibleName()));
        QVERIFY2(control->parentWidget()->rect().contains(control->geometry()), qPrintable(control->accessibleName()));
    }
    QVERIFY(looked > 0);
}

QByteArray TestMainWindow::exported(CsvMode mode)
{
    const QString name = fixture->folder.filePath(QStringLiteral("handles.csv"));
    ExportChoice choice;
    choice.csv = mode;
    const QString problem = fixture->window->exporter()->write(fixture->window->handles(), choice, name);
    QFile file(name);
    return problem.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMainWindow::exportIsSafeForSpreadsheetsAndComesBack()
{
    fixture->incomingCall(QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("+name"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
    const QByteArray safe = exported(CsvMode::SpreadsheetSafe);
    const QByteArray raw = exported(CsvMode::Raw);
    const auto rows = fromCsv(safe, CsvMode::SpreadsheetSafe);
    QCOMPARE(rows, fromCsv(raw, CsvMode::Raw));
    QCOMPARE(rows.size(), 3);
    for (const QStringList &row : fromCsv(safe, CsvMode::Raw)) {
        for (const QString &cell : row)
            QVERIFY2(cell.isEmpty() || !QStringView(u"=+-@\t\r\n").contains(cell.front()), qPrintable(cell));
    }
}

void TestMainWindow::hostileNamesAreShownAsPlainText() // threats, row 4
{
    const QString hostile = QStringLiteral("<img src='file:///etc/hostname'><b>x</b>\n\u202Egnp");
    fixture->incomingCall(QStringLiteral("<a href='x'>1</a>"), hostile);
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
    select(fixture->handleOf(QStringLiteral("crm-popup")));
    QTRY_VERIFY(fixture->window->call()->text().contains(u"<b>x</b>"));
    fixture->window->call()->setEveryFieldShown(true);
    fixture->window->call()->refresh();
    for (const QLabel *label : fixture->window->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(!label->text().contains(QChar(0x202e)), qPrintable(label->text()));
    }
    for (int column = 0; column < fixture->rows()->columnCount(); ++column) {
        const QString tip = fixture->rows()->index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u"<img") && !tip.contains(u"<a "), qPrintable(tip));
    }
}

void TestMainWindow::pausingFreezesTheViewAndNotTheEngine()
{
    fixture->action(ActionId::Pause)->trigger();
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_VERIFY(fixture->live.behind() > 0);
    QCOMPARE(fixture->rows()->rowCount(), 0);
    fixture->action(ActionId::Pause)->trigger();
    QTRY_COMPARE(fixture->rows()->rowCount(), 2);
}

void TestMainWindow::aNewApplicationOpensItsLines()
{
    QVERIFY(fixture->triggerAndAnswer<NewAppDialog>(ActionId::NewApp, [](NewAppDialog *dialog) { dialog->accept(); }));
    QTRY_COMPARE(fixture->world().apps().size(), 3);
    QTRY_COMPARE(fixture->world().lines().size(), 6);
}

void TestMainWindow::aProviderThatDiesIsShownInWords()
{
    QTRY_VERIFY(fixture->action(ActionId::ProviderDies)->isEnabled());
    fixture->action(ActionId::ProviderDies)->trigger();
    QTRY_VERIFY(fixture->window->notice()->text().contains(u"Simulator"));
    QVERIFY(fixture->window->notice()->isVisible());
    QVERIFY(fixture->window->healthText().contains(u"Simulator"));
}

void TestMainWindow::emptyTablesSayWhatToDo()
{
    const auto note = [this] { return fixture->window->handles()->view()->accessibleDescription(); };
    QTRY_VERIFY(note().contains(u"No handle yet"));
    QTRY_VERIFY(note().contains(u"Make call…")); // once its lines are open
    fixture->window->pages()->raise(QStringLiteral("statemap"));
    const auto *map = fixture->window->findChild<StateMapPanel *>();
    QVERIFY(map->findChild<QLabel *>()->text().contains(u"Make call…"));
    fixture->window->pages()->raise(QStringLiteral("handles"));
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_COMPARE(note(), QString());
    fixture->window->handles()->setFilter(QStringLiteral("app:nobody"));
    QVERIFY(note().contains(u"app:nobody"));
}

void TestMainWindow::everythingFocusableHasAName()
{
    for (const QWidget *widget : fixture->window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestMainWindow::aSettingsFileThatIsNoUseIsToldInTheNoticeBar()
{
    const QString path = fixture->folder.filePath(QStringLiteral("settings.ini/a.ini")); // below a file
    fixture->settings.setGhostSeconds(9);
    fixture->settings.sync(); // there is the file
    Settings settings(path);
    const MainWindow window(&fixture->engine, &fixture->live, &settings, SystemClock::instance());
    QVERIFY2(window.notice()->text().contains(path), qPrintable(window.notice()->text()));
    const MainWindow next(&fixture->engine, &fixture->live, &settings, SystemClock::instance());
    QCOMPARE(next.notice()->text(), QString()); // once
    QCOMPARE(fixture->window->notice()->text(), QString());
}

void TestMainWindow::hiddenPanelsCatchUpWhenShown()
{
    auto *lines = fixture->window->lines();
    auto *messages = fixture->window->messages();
    const auto *apps = messages->findChild<QComboBox *>();
    const auto docks = fixture->window->findChildren<QDockWidget *>();
    QTRY_COMPARE(apps->count(), 3);
    for (QDockWidget *dock : docks)
        dock->hide();
    const quint64 looks = lines->model()->looks();
    const QSignalSpy rows(lines->model(), &QAbstractItemModel::rowsInserted);
    fixture->addApp(QStringLiteral("late"), Privilege::Monitor);
    QTRY_COMPARE(fixture->world().lines().size(), 6);
    fixture->incomingCall(QStringLiteral("+12025550143"));
    QTRY_COMPARE(fixture->rows()->rowCount(), 3);
    fixture->window->messages()->refresh();
    QCOMPARE(lines->model()->looks(), looks);
    QCOMPARE(rows.count(), 0);
    QCOMPARE(apps->count(), 3);
    for (QDockWidget *dock : docks)
        dock->show();
    QTRY_COMPARE(apps->count(), 4);
    QCOMPARE(lines->model()->rowCount(lines->model()->appsIndex()), 3);
    const HLineApp app = fixture->world().appOf(*fixture->world().handle(fixture->handleOf(QStringLiteral("late"))));
    QCOMPARE(lines->model()->indexOf(app).data(LineTreeModel::CountRole).toInt(), 1);
}

// The memory page has rows a second after the last event: Copy stayed grey until the next one.
void TestMainWindow::whatAViewHasMeasuredCanBeCopied()
{
    fixture->window->pages()->raise(QStringLiteral("memory"));
    QVERIFY(!fixture->action(ActionId::Copy)->isEnabled());
    const HCall handle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle);
    QTRY_VERIFY(fixture->window->currentView()->rowCount(Rows::All) > 0);
    QTRY_VERIFY(fixture->action(ActionId::Copy)->isEnabled());
}

void TestMainWindow::aViewsMenuTakesThingsOutOfIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<ActionId>>("wanted");
    using A = ActionId;
    const QList<A> ofHandles{A::ViewInfo,
                             A::ExplainCall,
                             A::Deallocate,
                             A::Accept,
                             A::Answer,
                             A::Hold,
                             A::Unhold,
                             A::Drop,
                             A::DeallocateIdleOfApp,
                             A::DeallocateIdleOfLine,
                             A::CloseLine,
                             A::RemoteAnswer,
                             A::RemoteHangUp,
                             A::ForceClose,
                             A::Copy,
                             A::Export,
                             A::Print};
    QTest::addRow("handles") << QStringLiteral("handles") << ofHandles;
    QTest::addRow("calls") << QStringLiteral("calls") << ofHandles;
    QTest::addRow("inspector") << QStringLiteral("inspector")
                               << QList<A>{A::Copy, A::CopyCallText, A::CopyCallJson, A::Export, A::Print};
    QTest::addRow("timeline") << QStringLiteral("timeline") << QList<A>{A::CopyPicture, A::Export, A::Print};
    QTest::addRow("state map") << QStringLiteral("statemap") << QList<A>{A::Copy, A::CopyPicture, A::Export, A::Print};
    QTest::addRow("ladder") << QStringLiteral("ladder")
                            << QList<A>{A::CopyPicture, A::CopyMermaid, A::CopyPlantUml, A::Export, A::Print};
    QTest::addRow("memory") << QStringLiteral("memory") << QList<A>{A::Copy, A::CopyPicture, A::Export, A::Print};
    QTest::addRow("messages") << QStringLiteral("messages") << QList<A>{A::Copy, A::Export, A::Print};
}

namespace {

QWidget *insideOf(const View *view)
{
    for (auto *area : view->findChildren<QAbstractScrollArea *>()) {
        if (area->isVisible())
            return area->viewport();
    }
    return nullptr;
}

} // namespace

// What is in the menu of the middle of the view. `chosen` is done.
QList<QAction *> TestMainWindow::contextMenu(const View *view, std::optional<ActionId> chosen)
{
    QWidget *inner = insideOf(view);
    if (!inner)
        return {};
    const QList<QAction *> entries = WindowFixture::actAndChoose(
        [inner] {
            const QPoint middle = inner->rect().center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, middle, inner->mapToGlobal(middle));
            QApplication::sendEvent(inner, &event);
        },
        [&](QMenu *menu) {
            if (!chosen)
                return;
            menu->setActiveAction(fixture->action(*chosen));
            QTest::keyClick(menu, Qt::Key_Return);
        });
    QApplication::setActiveWindow(fixture->window.get()); // without a window manager nothing is after a menu
    return entries;
}

void TestMainWindow::aViewsMenuTakesThingsOutOfIt()
{
    QFETCH(QString, name);
    QFETCH(QList<ActionId>, wanted);
    ringing();
    fixture->window->filterLine()->setFocus();
    fixture->window->showView(name);
    auto *view = fixture->window->findChild<View *>(name);
    QList<QAction *> expected;
    for (const ActionId id : wanted)
        expected += fixture->action(id);
    QCOMPARE(contextMenu(view), expected);
    QCOMPARE(fixture->window->currentView(), view);
}

void TestMainWindow::whatAViewsMenuOffersIsDone_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"handles", "calls", "inspector", "statemap", "memory", "messages"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestMainWindow::whatAViewsMenuOffersIsDone()
{
    QFETCH(QString, name);
    const HCall handle = ringing();
    fixture->action(ActionId::RemoteHangUp)->trigger();
    QTRY_COMPARE(fixture->stateOf(handle), CallState::Idle); // and retained: every view has something
    fixture->window->showView(name);
    auto *view = fixture->window->findChild<View *>(name);
    QTRY_VERIFY(view->rowCount(Rows::All) > 0);
    fixture->window->lines()->setFocus(); // elsewhere
    const auto choose = [&](ActionId id) {
        QTest::mouseClick(insideOf(view), Qt::RightButton); // which gives it the focus
        contextMenu(view, id);
    };
    QGuiApplication::clipboard()->clear();
    choose(ActionId::Copy);
    const QString headings = view->table(Rows::All, Qt::DisplayRole).constFirst().join(u'\t');
    QCOMPARE(QGuiApplication::clipboard()->text().section(u'\n', 0, 0), headings);
    for (const auto &[id, dialog] :
         {std::pair(ActionId::Export, "Linescope::ExportDialog"), std::pair(ActionId::Print, "QPrintPreviewDialog")}) {
        QString opened;
        QVERIFY(WindowFixture::actAndAnswer<QDialog>([&, id = id] { choose(id); },
                                                     [&](QDialog *open) {
                                                         opened = QString::fromLatin1(open->metaObject()->className());
                                                         open->reject();
                                                     }));
        QCOMPARE(opened, QString::fromLatin1(dialog));
    }
    QCOMPARE(fixture->window->currentView(), view);
}

void TestMainWindow::lightAndDarkPalettesReachTheWindow()
{
    applyColorScheme(ColorScheme::Dark);
    QTRY_VERIFY(isDark(fixture->window->palette()));
    const QImage dark = fixture->window->grab().toImage();
    applyColorScheme(ColorScheme::Light);
    QTRY_VERIFY(!isDark(fixture->window->palette()));
    const QImage light = fixture->window->grab().toImage();
    const QPoint inside(light.width() / 2, light.height() / 2);
    // Whatever took its colour from the palette has that of the new one at once.
    for (const QLabel *label : fixture->window->statusBar()->findChildren<QLabel *>())
        QVERIFY2(label->palette().color(QPalette::WindowText).lightness() < 128, qPrintable(label->text()));
    QVERIFY(light.pixelColor(inside).lightness() > dark.pixelColor(inside).lightness() + 100);
}

void TestMainWindow::paperIsWhiteWhateverTheScreenHas_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"timeline", "statemap", "ladder", "memory"})
        QTest::addRow("%s", page) << QString::fromLatin1(page);
}

void TestMainWindow::paperIsWhiteWhateverTheScreenHas()
{
    QFETCH(QString, page);
    ringing();
    fixture->window->pages()->raise(page);
    fixture->live.setPaused(true);
    fixture->window->pages()->refresh();
    QCoreApplication::processEvents();
    const Picture *picture = fixture->window->pages()->current()->picture();
    using Paint = void (Picture::*)(QPainter *) const;
    const auto painted = [picture](Paint paint) {
        QImage image(picture->pictureSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        (picture->*paint)(&painter);
        return image;
    };
    const QImage light = painted(&Picture::paintPicture);
    for (const ColorScheme scheme : {ColorScheme::Dark, ColorScheme::HighContrast}) {
        applyColorScheme(scheme);
        QCoreApplication::processEvents();
        const QImage onPaper = painted(&Picture::paintOnPaper);
        const QImage onScreen = painted(&Picture::paintPicture);
        applyColorScheme(ColorScheme::Light);
        QCOMPARE(onPaper.size(), light.size());
        QVERIFY2(differences(onPaper, light) <= (page == u"memory" ? 99 : 0), qPrintable(colorSchemeName(scheme)));
        QVERIFY(onScreen.pixelColor(onScreen.rect().center()).lightness() < 128); // it had its colours back
    }
}

// A table asks its model for texts when it is painted, and nothing told it to.
void TestMainWindow::tablesAreDrawnAnewInAnotherUnit()
{
    const int row = fixture->rows()->rowOf(ringing());
    fixture->live.setPaused(true); // nothing else changes the table
    QTableView *table = fixture->window->handles()->view();
    const QModelIndex bytes = fixture->rows()->index(row, int(HandleModel::Column::Bytes));
    table->scrollTo(bytes);
    const QRect cell = table->visualRect(bytes).intersected(table->viewport()->rect());
    QVERIFY(!cell.isEmpty());
    class Watch : public QObject {
    public:
        QRegion painted;
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                painted += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
    } watch;
    Preferences preferences = fixture->settings.preferences();
    preferences.flash = false;
    fixture->settings.setPreferences(preferences);
    table->viewport()->installEventFilter(&watch);
    const auto isQuiet = [&watch] {
        watch.painted = {};
        QCoreApplication::processEvents();
        return watch.painted.isEmpty();
    };
    QTRY_VERIFY(isQuiet());
    preferences.formats.bytes = ByteUnit::Decimal;
    fixture->settings.setPreferences(preferences);
    QTRY_VERIFY(watch.painted.contains(cell));
}

void TestMainWindow::theWindowFitsIntoASmallScreen()
{
    QVERIFY2(fixture->window->minimumSizeHint().width() <= 900,
             qPrintable(QString::number(fixture->window->minimumSizeHint().width())));
    QVERIFY2(fixture->window->minimumSizeHint().height() <= 600,
             qPrintable(QString::number(fixture->window->minimumSizeHint().height())));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestMainWindow)
#include "tst_mainwindow.moc"
