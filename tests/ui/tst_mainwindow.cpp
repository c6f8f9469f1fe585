// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window, offscreen or under a real X server: actions triggered, keys pressed, dialogs answered.

#include "windowfixture.h"

#include "diagrams/ladder/ladder.h"
#include "diagrams/memorychart.h"
#include "diagrams/timeline/timeline.h"
#include "dialogs/closelinedialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "mainwindow/pages.h"
#include "models/linetreemodel.h"
#include "models/messagemodel.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/diagrams/memorypanel.h"
#include "panels/diagrams/statemappanel.h"
#include "panels/diagrams/timelinepanel.h"
#include "panels/filter/filterline.h"
#include "panels/noticebar.h"
#include "panels/tables/messagespanel.h"
#include "storyteller.h"
#include "support/export/csv.h"
#include "support/export/exporter.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

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
    void layoutFilterAndColumnsAreRemembered();
    void viewsAreLeftAsTheyWere();
    void whatTheFileCannotMeanIsAsIfAbsent_data();
    void whatTheFileCannotMeanIsAsIfAbsent();
    void theTreeOfLinesOpensByName();
    void hiddenPanelsCatchUpWhenShown();
    void aViewsMenuTakesThingsOutOfIt_data();
    void aViewsMenuTakesThingsOutOfIt();
    void lightAndDarkPalettesReachTheWindow();
    void paperIsWhiteWhateverTheScreenHas_data();
    void paperIsWhiteWhateverTheScreenHas();
    void tablesAreDrawnAnewInAnotherUnit();
    void theWindowFitsIntoASmallScreen();
    void docksLeaveRoomInASmallWindow();
    void nothingIsCutOffInASmallWindow_data();
    void nothingIsCutOffInASmallWindow();

private:
    template<class Panel>
    Panel *view(const QString &name) const
    {
        return qobject_cast<Panel *>(fixture->window->pages()->page(name));
    }
    void reopen();
    QByteArrayList states() const; // of all views that have one
    void leaveTraces();
    void select(HCall handle);
    QByteArray exported(CsvMode mode);
    HCall ringing(); // an incoming call's handle of the owner, selected

    std::unique_ptr<WindowFixture> fixture;
};

void TestMainWindow::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    fixture = std::make_unique<WindowFixture>();
    fixture->addApp(QStringLiteral("crm-popup"), Privilege::Owner);
    fixture->addApp(QStringLiteral("recorder"), Privilege::Monitor);
    QTRY_COMPARE(fixture->world().lines().size(), 4);
}

void TestMainWindow::select(HCall handle)
{
    QTRY_VERIFY(fixture->rows()->rowOf(handle) >= 0);
    fixture->window->handles()->select(handle);
    QCOMPARE(fixture->window->selection().handle, handle);
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
    for (const char *page : {"handles", "calls", "timeline", "statemap", "ladder", "memory"})
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

void TestMainWindow::aProviderThatDiesIsShownInWords() // X-5
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
    fixture->window->pages()->raise(QStringLiteral("statemap"));
    QVERIFY(view<StateMapPanel>(QStringLiteral("statemap"))->findChild<QLabel *>()->text().contains(u"Make call…"));
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

void TestMainWindow::layoutFilterAndColumnsAreRemembered()
{
    auto *view = fixture->window->handles()->view();
    view->setColumnHidden(int(HandleModel::Column::Bytes), true);
    view->setColumnWidth(int(HandleModel::Column::App), 199);
    view->sortByColumn(int(HandleModel::Column::Line), Qt::AscendingOrder);
    fixture->window->filterLine()->setText(QStringLiteral("app:crm"));
    QTest::keyClick(fixture->window->filterLine(), Qt::Key_Return);
    fixture->window.reset();
    fixture->openWindow();
    view = fixture->window->handles()->view();
    QVERIFY(view->isColumnHidden(int(HandleModel::Column::Bytes)));
    QCOMPARE(view->columnWidth(int(HandleModel::Column::App)), 199);
    QCOMPARE(view->horizontalHeader()->sortIndicatorSection(), int(HandleModel::Column::Line));
    QCOMPARE(fixture->window->filterLine()->text(), QStringLiteral("app:crm"));
}

void TestMainWindow::reopen()
{
    fixture->window.reset();
    fixture->openWindow();
}

QByteArrayList TestMainWindow::states() const
{
    QByteArrayList states{fixture->window->lines()->saveState()};
    for (const View *view : fixture->window->findChildren<View *>()) {
        if (const QByteArray state = view->saveState(); !state.isEmpty())
            states += view->objectName().toLatin1() + ' ' + state;
    }
    std::sort(states.begin(), states.end());
    return states;
}

// Everything that is remembered, otherwise than it is at first.
void TestMainWindow::leaveTraces()
{
    auto *timeline = view<TimelinePanel>(QStringLiteral("timeline"));
    timeline->setLanes(TimelineModel::Lanes::Apps);
    timeline->timeline()->setPerPixel(31'000);
    for (const char *toggle : {"quiet", "leaks", "legend"})
        timeline->findChild<QToolButton *>(QString::fromLatin1(toggle))->toggle();
    view<StateMapPanel>(QStringLiteral("statemap"))->findChild<QCheckBox *>()->setChecked(false);
    auto *ladder = view<LadderPanel>(QStringLiteral("ladder"));
    ladder->ladder()->setZoom(1.5);
    for (const QMenu *menu : ladder->findChildren<QMenu *>()) {
        if (menu->actions().size() == LadderKindCount)
            menu->actions().at(2)->trigger();
    }
    for (QComboBox *box : view<MemoryPanel>(QStringLiteral("memory"))->findChildren<QComboBox *>())
        box->setCurrentIndex(1);
    QTableView *messages = fixture->window->messages()->view();
    messages->setColumnHidden(int(MessageModel::Column::App), true);
    messages->setColumnWidth(int(MessageModel::Column::Time), 222);
    QTreeView *lines = fixture->window->lines()->view();
    lines->collapse(lines->model()->index(1, 0));
}

void TestMainWindow::viewsAreLeftAsTheyWere()
{
    const QByteArrayList atFirst = states();
    leaveTraces();
    const QByteArrayList left = states();
    QVERIFY(left != atFirst);
    reopen();
    QCOMPARE(states(), left);
    const Timeline *timeline = view<TimelinePanel>(QStringLiteral("timeline"))->timeline();
    QCOMPARE(timeline->lanes(), TimelineModel::Lanes::Apps);
    QCOMPARE(timeline->scale().perPixel(), 31'000.0);
    QVERIFY(timeline->isFollowing());
    QVERIFY(timeline->model().leaksOnly());
    QCOMPARE(view<LadderPanel>(QStringLiteral("ladder"))->ladder()->zoom(), 1.5);
    QCOMPARE(view<LadderPanel>(QStringLiteral("ladder"))->ladder()->rows().kinds(),
             allLadderKinds & ~bitOf(LadderKind(2)));
    QCOMPARE(view<MemoryPanel>(QStringLiteral("memory"))->chart()->stacking(), MemoryStacking::ByPart);
    QVERIFY(fixture->window->messages()->view()->isColumnHidden(int(MessageModel::Column::App)));
    QVERIFY(!fixture->window->lines()->view()->isExpanded(fixture->window->lines()->model()->index(1, 0)));
    fixture->window.reset();
    fixture->settings.forgetLayout();
    fixture->openWindow();
    QCOMPARE(states(), atFirst);
}

void TestMainWindow::whatTheFileCannotMeanIsAsIfAbsent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no JSON") << QByteArray("\x00\xff{{", 4);
    QTest::addRow("a list") << QByteArray("[1, 2]");
    QTest::addRow("other kinds") << QByteArray(
        R"({"lanes":"x","perPixel":[],"quiet":7,"leaks":"yes","legend":null,"lights":"off","zoom":{},"hiddenKinds":"all",)"
        R"("hiddenLanes":{},"timeOfDay":1,"related":"","minutes":true,"stacking":"1","hidden":8,"time":"wide",)"
        R"("open":"all","closed":[1,{},null]})");
    QTest::addRow("out of bounds") << QByteArray(
        R"({"lanes":99,"perPixel":1e300,"zoom":-4,"hiddenKinds":4294967296,"minutes":17,"stacking":-1,"time":1e9,)"
        R"("app":-3,"what":0.5})");
}

void TestMainWindow::whatTheFileCannotMeanIsAsIfAbsent()
{
    QFETCH(QByteArray, bytes);
    const QByteArrayList atFirst = states();
    fixture->window.reset();
    for (const char *name : {"timeline", "statemap", "ladder", "memory", "messages", "calls", "tree"})
        fixture->settings.setLayout(QString::fromLatin1(name), bytes);
    fixture->openWindow();
    QCOMPARE(states(), atFirst);
}

void TestMainWindow::theTreeOfLinesOpensByName()
{
    const auto isOpen = [this](int line) {
        const LinesPanel *panel = fixture->window->lines();
        return panel->view()->isExpanded(panel->model()->index(line, 0, panel->model()->index(0, 0)));
    };
    QTRY_COMPARE(fixture->window->lines()->model()->rowCount(fixture->window->lines()->model()->index(0, 0)), 2);
    QVERIFY(!isOpen(0) && !isOpen(1));
    fixture->window->lines()->view()->expand(
        fixture->window->lines()->model()->index(1, 0, fixture->window->lines()->model()->index(0, 0)));
    reopen();
    QVERIFY(!isOpen(0) && isOpen(1));
    // Where the line comes only after the window, as it does when the program starts.
    const QByteArray state = fixture->window->lines()->saveState();
    Storyteller story;
    LinesPanel late(&story.live);
    late.restoreState(state);
    late.show();
    const ProviderId provider = story.provider(QStringLiteral("Simulator"));
    story.tells();
    const QString name = fixture->world().devices().at(1).info.name;
    story.device(QStringLiteral("another"), provider);
    const DeviceId device = story.device(name, provider);
    story.tells();
    QVERIFY(!late.view()->isExpanded(late.model()->indexOf(device)));
    story.opens(story.app(QStringLiteral("crm")), device);
    story.tells();
    QVERIFY(late.view()->isExpanded(late.model()->indexOf(device)));
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

void TestMainWindow::aViewsMenuTakesThingsOutOfIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<ActionId>>("wanted");
    using A = ActionId;
    QTest::addRow("timeline") << QStringLiteral("timeline") << QList<A>{A::CopyPicture, A::Export, A::Print};
    QTest::addRow("state map") << QStringLiteral("statemap") << QList<A>{A::Copy, A::CopyPicture, A::Export, A::Print};
    QTest::addRow("ladder") << QStringLiteral("ladder")
                            << QList<A>{A::CopyPicture, A::CopyMermaid, A::CopyPlantUml, A::Export, A::Print};
    QTest::addRow("memory") << QStringLiteral("memory") << QList<A>{A::Copy, A::CopyPicture, A::Export, A::Print};
    QTest::addRow("messages") << QStringLiteral("messages") << QList<A>{A::Copy, A::Export, A::Print};
}

void TestMainWindow::aViewsMenuTakesThingsOutOfIt()
{
    QFETCH(QString, name);
    QFETCH(QList<ActionId>, wanted);
    fixture->window->filterLine()->setFocus();
    fixture->window->showView(name);
    auto *view = fixture->window->findChild<View *>(name);
    QWidget *inner = view;
    for (auto *area : view->findChildren<QAbstractScrollArea *>()) {
        if (area->isVisible() && inner == view)
            inner = area->viewport();
    }
    QVERIFY(inner != view);
    QList<QAction *> actions;
    QTimer waiting;
    waiting.setInterval(5);
    connect(&waiting, &QTimer::timeout, this, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        waiting.stop();
        for (QAction *action : menu->actions()) {
            if (!action->isSeparator())
                actions += action;
        }
        menu->close();
    });
    waiting.start();
    const QPoint middle = inner->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, middle, inner->mapToGlobal(middle));
    QApplication::sendEvent(inner, &event);
    QList<QAction *> expected;
    for (const ActionId id : wanted)
        expected += fixture->action(id);
    QCOMPARE(actions, expected);
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
        QVERIFY2(differences(onPaper, light) < 100, qPrintable(colorSchemeName(scheme)));
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
    QCoreApplication::processEvents();
    table->viewport()->installEventFilter(&watch);
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
