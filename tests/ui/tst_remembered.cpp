// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window remembers of how it was left, and what it makes of a file that somebody has spoilt.

#include "storyteller.h"
#include "windowfixture.h"

#include "diagrams/ladder/ladder.h"
#include "diagrams/memorychart.h"
#include "diagrams/timeline/timeline.h"
#include "mainwindow/pages.h"
#include "models/linetreemodel.h"
#include "models/messagemodel.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/diagrams/memorypanel.h"
#include "panels/diagrams/statemappanel.h"
#include "panels/diagrams/timelinepanel.h"
#include "panels/filter/filterline.h"
#include "panels/tables/messagespanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace Linescope::Test {

class TestRemembered : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { fixture.reset(); }

    void layoutFilterAndColumnsAreRemembered();
    void viewsAreLeftAsTheyWere();
    void whatTheFileCannotMeanIsAsIfAbsent_data();
    void whatTheFileCannotMeanIsAsIfAbsent();
    void theTreeOfLinesOpensByName();

private:
    template<class Panel>
    Panel *view(const QString &name) const
    {
        return qobject_cast<Panel *>(fixture->window->pages()->page(name));
    }
    void reopen();
    QByteArrayList states() const; // of all views that have one
    void leaveTraces();

    std::unique_ptr<WindowFixture> fixture;
};

void TestRemembered::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    fixture = std::make_unique<WindowFixture>();
    fixture->addOwnerAndMonitor();
}

void TestRemembered::layoutFilterAndColumnsAreRemembered()
{
    auto *view = fixture->window->handles()->view();
    view->setColumnHidden(int(HandleModel::Column::Bytes), true);
    view->setColumnWidth(int(HandleModel::Column::App), 199);
    view->sortByColumn(int(HandleModel::Column::Line), Qt::AscendingOrder);
    fixture->window->filterLine()->setText(u"app:crm"_s);
    QTest::keyClick(fixture->window->filterLine(), Qt::Key_Return);
    reopen();
    view = fixture->window->handles()->view();
    QVERIFY(view->isColumnHidden(int(HandleModel::Column::Bytes)));
    QCOMPARE(view->columnWidth(int(HandleModel::Column::App)), 199);
    QCOMPARE(view->horizontalHeader()->sortIndicatorSection(), int(HandleModel::Column::Line));
    QCOMPARE(fixture->window->filterLine()->text(), u"app:crm"_s);
}

void TestRemembered::reopen()
{
    fixture->window.reset();
    fixture->openWindow();
}

QByteArrayList TestRemembered::states() const
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
void TestRemembered::leaveTraces()
{
    auto *timeline = view<TimelinePanel>(u"timeline"_s);
    timeline->setLanes(TimelineModel::Lanes::Apps);
    timeline->timeline()->setPerPixel(31'000);
    for (const char *toggle : {"quiet", "leaks", "legend"})
        timeline->findChild<QToolButton *>(QString::fromLatin1(toggle))->toggle();
    view<StateMapPanel>(u"statemap"_s)->findChild<QCheckBox *>()->setChecked(false);
    auto *ladder = view<LadderPanel>(u"ladder"_s);
    ladder->ladder()->setZoom(1.5);
    for (const QMenu *menu : ladder->findChildren<QMenu *>()) {
        if (menu->actions().size() == LadderKindCount)
            menu->actions().at(2)->trigger();
    }
    for (QComboBox *box : view<MemoryPanel>(u"memory"_s)->findChildren<QComboBox *>())
        box->setCurrentIndex(1);
    QTableView *messages = fixture->window->messages()->view();
    messages->setColumnHidden(int(MessageModel::Column::App), true);
    messages->setColumnWidth(int(MessageModel::Column::Time), 222);
    QTreeView *lines = fixture->window->lines()->view();
    lines->collapse(lines->model()->index(1, 0));
}

void TestRemembered::viewsAreLeftAsTheyWere()
{
    const QByteArrayList atFirst = states();
    leaveTraces();
    const QByteArrayList left = states();
    QVERIFY(left != atFirst);
    reopen();
    QCOMPARE(states(), left);
    const Timeline *timeline = view<TimelinePanel>(u"timeline"_s)->timeline();
    QCOMPARE(timeline->lanes(), TimelineModel::Lanes::Apps);
    QCOMPARE(timeline->scale().perPixel(), 31'000.0);
    QVERIFY(timeline->isFollowing());
    QVERIFY(timeline->model().leaksOnly());
    QCOMPARE(view<LadderPanel>(u"ladder"_s)->ladder()->zoom(), 1.5);
    QCOMPARE(view<LadderPanel>(u"ladder"_s)->ladder()->rows().kinds(), allLadderKinds & ~bitOf(LadderKind(2)));
    QCOMPARE(view<MemoryPanel>(u"memory"_s)->chart()->stacking(), MemoryStacking::ByPart);
    QVERIFY(fixture->window->messages()->view()->isColumnHidden(int(MessageModel::Column::App)));
    QVERIFY(!fixture->window->lines()->view()->isExpanded(fixture->window->lines()->model()->index(1, 0)));
    fixture->window.reset();
    fixture->settings.forgetLayout();
    fixture->openWindow();
    QCOMPARE(states(), atFirst);
}

void TestRemembered::whatTheFileCannotMeanIsAsIfAbsent_data()
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

void TestRemembered::whatTheFileCannotMeanIsAsIfAbsent()
{
    QFETCH(QByteArray, bytes);
    const QByteArrayList atFirst = states();
    fixture->window.reset();
    for (const char *name : {"timeline", "statemap", "ladder", "memory", "messages", "calls", "tree"})
        fixture->settings.setLayout(QString::fromLatin1(name), bytes);
    fixture->openWindow();
    QCOMPARE(states(), atFirst);
}

void TestRemembered::theTreeOfLinesOpensByName()
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
    const ProviderId provider = story.provider(u"Simulator"_s);
    story.tells();
    const QString name = fixture->world().devices().at(1).info.name;
    story.device(u"another"_s, provider);
    const DeviceId device = story.device(name, provider);
    story.tells();
    QVERIFY(!late.view()->isExpanded(late.model()->indexOf(device)));
    story.opens(story.app(u"crm"_s), device);
    story.tells();
    QVERIFY(late.view()->isExpanded(late.model()->indexOf(device)));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestRemembered)
#include "tst_remembered.moc"
