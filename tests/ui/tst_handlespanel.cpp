// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/savedviewsdialog.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/flasher.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/treetable.h"
#include "storyteller.h"
#include "support/settings/savedviews.h"
#include "support/settings/settings.h"

#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleModel::Column;

namespace {

struct Scene {
    explicit Scene(int calls = 4)
        : settings(folder.filePath(u"settings.ini"_s))
        , views(&settings)
    {
        story.provider(u"Simulator"_s);
        device = story.device(u"PJSIP/101"_s);
        line = story.opens(story.app(u"crm"_s), device);
        const HLine other = story.opens(story.app(u"recorder"_s), device);
        for (int i = 0; i < calls; ++i) {
            this->calls.push_back(story.call(device, i % 2 == 0 ? CallState::Connected : CallState::Idle));
            handles.push_back(story.handle(this->calls.back(), i % 2 == 0 ? line : other));
        }
        story.tells();
        panel.setSavedViews(&views);
    }
    void show(int width = 1000)
    {
        panel.resize(width, 400);
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.refresh();
    }
    DeviceId addSource(const QString &name = u"Asterisk at pbx2"_s)
    {
        const ProviderId provider = story.provider(name);
        const DeviceId added = story.device(u"PJSIP/101"_s, provider);
        story.tells();
        return added;
    }
    int marked() const { return int(panel.flasher()->book().handles().size()); }

    QTemporaryDir folder;
    Settings settings;
    Storyteller story;
    SavedViews views;
    HandlesPanel panel{&story.live, &story.clock};
    DeviceId device;
    HLine line;
    std::vector<CallId> calls;
    std::vector<HCall> handles;
};

QStringList namesOf(const QList<SavedView> &views)
{
    QStringList names;
    for (const SavedView &view : views)
        names += view.name;
    return names;
}

} // namespace

class TestHandlesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void groupsBehaveLikeTheTable()
    {
        Scene scene;
        scene.show();
        scene.panel.select(scene.handles[2]);
        QSignalSpy current(&scene.panel, &HandlesPanel::currentChanged);
        scene.panel.setGrouping(Grouping::App);
        QCOMPARE(scene.panel.current(), scene.handles[2]); // the selection comes along
        QCOMPARE(scene.panel.selected(), QList{scene.handles[2]});
        QCOMPARE(scene.panel.groupedView()->tree()->rowCount(), 6);
        scene.panel.groupedView()->selectRowAt(0); // a group is not what is in it
        QVERIFY(scene.panel.selected().isEmpty());
        QVERIFY(scene.panel.current().isNull());
        QVERIFY(!current.isEmpty());
        scene.panel.select(scene.handles[1]);
        QCOMPARE(scene.panel.current(), scene.handles[1]);
        QCOMPARE(scene.panel.table(Rows::Selected, HandleModel::ExportRole).size(), 2);
        scene.panel.hide(); // another page
        QTRY_COMPARE(scene.panel.groupedView()->tree()->rowCount(), 0);
        scene.show();
        QCOMPARE(scene.panel.current(), scene.handles[1]);
        QSignalSpy activated(&scene.panel, &HandlesPanel::activated);
        QTest::keyClick(scene.panel.groupedView(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QVERIFY(scene.panel.setFilter(u"app:crm"_s).isEmpty());
        QCOMPARE(scene.panel.groupedView()->tree()->rowCount(), 3);
        scene.panel.setGrouping(Grouping::None);
        QCOMPARE(scene.panel.model()->rowCount(), 2);
        QTRY_COMPARE(scene.panel.groupedView()->tree()->rowCount(), 0); // hidden
    }

    void aRowIsSelectedFromRightToLeftToo()
    {
        Scene scene;
        scene.panel.setLayoutDirection(Qt::RightToLeft);
        scene.show();
        QSignalSpy told(&scene.panel, &HandlesPanel::currentChanged);
        scene.panel.select(scene.handles[1]);
        QCOMPARE(scene.panel.current(), scene.handles[1]);
        QCOMPARE(told.count(), 1);
        QCOMPARE(scene.panel.selected(), QList{scene.handles[1]});
    }

    void columnsAndGroupingAreRemembered()
    {
        Scene scene;
        scene.show();
        scene.panel.setGrouping(Grouping::State);
        QMenu menu;
        scene.panel.fillColumnMenu(&menu);
        menu.actions().at(int(Column::Bytes))->setChecked(false);
        scene.panel.groupedView()->sortByColumn(int(Column::Age), Qt::AscendingOrder);
        const QByteArray bytes = scene.panel.saveColumns();
        Scene other;
        other.panel.restoreColumns(bytes);
        QCOMPARE(other.panel.grouping(), Grouping::State);
        QVERIFY(other.panel.view()->isColumnHidden(int(Column::Bytes)));
        QVERIFY(other.panel.groupedView()->isColumnHidden(int(Column::Bytes)));
        QCOMPARE(other.panel.groupedView()->horizontalHeader()->sortIndicatorSection(), int(Column::Age));
        QCOMPARE(other.panel.groupedView()->horizontalHeader()->visualIndex(int(Column::Handle)), 0);
        other.panel.restoreColumns("nonsense");
        // As earlier versions saved it: the header's state and nothing else.
        scene.panel.view()->setColumnHidden(int(Column::Line), true);
        other.panel.restoreColumns(scene.panel.view()->horizontalHeader()->saveState());
        QVERIFY(other.panel.view()->isColumnHidden(int(Column::Line)));
    }

    void theSourceIsShownWhenThereAreSeveral()
    {
        Scene scene;
        scene.show();
        const auto isHidden = [](const Scene &s) { return s.panel.view()->isColumnHidden(int(Column::Source)); };
        QVERIFY(isHidden(scene));
        const DeviceId second = scene.addSource();
        QTRY_VERIFY(!isHidden(scene));
        QVERIFY(!scene.panel.groupedView()->isColumnHidden(int(Column::Source)));
        scene.story.removes(second); // disconnected
        scene.story.tells();
        QTRY_VERIFY(isHidden(scene));
        (void)scene.addSource();
        QTRY_VERIFY(!isHidden(scene));
    }

    void whatTheUserWantsOfTheSourceStays()
    {
        Scene scene;
        (void)scene.addSource();
        QTRY_VERIFY(!scene.panel.view()->isColumnHidden(int(Column::Source)));
        QMenu menu;
        scene.panel.fillColumnMenu(&menu);
        menu.actions().at(int(Column::Source))->setChecked(false);
        Scene tomorrow;
        (void)tomorrow.addSource();
        QTRY_VERIFY(!tomorrow.panel.view()->isColumnHidden(int(Column::Source)));
        tomorrow.panel.restoreColumns(scene.panel.saveColumns());
        QVERIFY(tomorrow.panel.view()->isColumnHidden(int(Column::Source)));
        menu.actions().constLast()->trigger(); // the default columns
        QVERIFY(!scene.panel.view()->isColumnHidden(int(Column::Source)));
    }

    void aSavedViewWithoutAChoiceLeavesTheSourceToItself()
    {
        Scene scene;
        const SavedView view = scene.panel.savedView(u"mine"_s);
        QVERIFY(!view.columns.isEmpty() && !view.columns.contains(Column::Source));
        (void)scene.addSource();
        scene.panel.show(view);
        QVERIFY(!scene.panel.view()->isColumnHidden(int(Column::Source)));
        QVERIFY(!scene.panel.savedView(u"mine"_s).columns.contains(Column::Source));
        QMenu menu;
        scene.panel.fillColumnMenu(&menu);
        menu.actions().at(int(Column::Source))->setChecked(false);
        menu.actions().at(int(Column::Source))->setChecked(true);
        QVERIFY(scene.panel.savedView(u"mine"_s).columns.contains(Column::Source));
    }

    void rowsAreSortedBySource()
    {
        Scene scene;
        const DeviceId device = scene.addSource(u"Asterisk at pbx2"_s);
        const HLine line = scene.story.opens(HLineApp{1}, device);
        const HCall there = scene.story.handle(scene.story.call(device, CallState::Connected), line);
        scene.story.tells();
        const int here = scene.panel.model()->rowCount() - 1;
        scene.panel.model()->sort(int(Column::Source), Qt::AscendingOrder); // Asterisk before Simulator
        QCOMPARE(scene.panel.model()->rowOf(there), 0);
        scene.panel.model()->sort(int(Column::Source), Qt::DescendingOrder);
        QCOMPARE(scene.panel.model()->rowOf(there), here);
    }

    void columnsOfAVersionWithoutTheSourceAreRestored()
    {
        QTableView old;
        QStandardItemModel columns(0, int(Column::Source));
        old.setModel(&columns);
        old.setColumnHidden(int(Column::Line), true);
        const QByteArray header = old.horizontalHeader()->saveState();
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << quint32(0x4c534331) << header << header << QString();
        Scene scene;
        scene.panel.restoreColumns(bytes);
        QVERIFY(scene.panel.view()->isColumnHidden(int(Column::Line)));
        QVERIFY(!scene.panel.view()->isColumnHidden(int(Column::Bytes)));
        QVERIFY(scene.panel.view()->isColumnHidden(int(Column::Source)));
        QVERIFY(scene.panel.groupedView()->isColumnHidden(int(Column::Source)));
        scene.show(2000);
        (void)scene.addSource();
        QTRY_VERIFY(!scene.panel.view()->isColumnHidden(int(Column::Source)));
        Scene fresh;
        fresh.show(2000);
        (void)fresh.addSource();
        QTRY_VERIFY(!fresh.panel.view()->isColumnHidden(int(Column::Source)));
        QCOMPARE(scene.panel.view()->columnWidth(int(Column::Source)),
                 fresh.panel.view()->columnWidth(int(Column::Source)));
    }

    void columnsShareTheWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {300, 500, 760, 1000, 1600})
            QTest::addRow("%d pixels", width) << width;
    }
    void columnsShareTheWidth()
    {
        QFETCH(int, width);
        Scene scene;
        scene.show(width);
        const auto *header = scene.panel.view()->horizontalHeader();
        for (int column = 0; column < int(Column::Count); ++column) {
            const QString heading = scene.panel.view()->model()->headerData(column, Qt::Horizontal).toString();
            if (!header->isSectionHidden(column)) // can be read
                QVERIFY(header->sectionSize(column) >= header->fontMetrics().horizontalAdvance(heading));
        }
        QVERIFY(header->sectionSize(int(Column::State)) >= 140);
        QVERIFY(header->sectionSize(int(Column::Parties)) >= 112);
        if (width >= 760) // nothing is left over, no need to scroll
            QCOMPARE(header->length(), scene.panel.view()->viewport()->width());
    }

    void aDraggedColumnKeepsItsWidth()
    {
        Scene scene;
        scene.show(1400);
        scene.panel.view()->setColumnWidth(int(Column::App), 240);
        scene.panel.resize(1500, 400);
        QTRY_COMPARE(scene.panel.view()->columnWidth(int(Column::App)), 240);
        const QByteArray bytes = scene.panel.saveColumns();
        Scene other;
        other.panel.restoreColumns(bytes);
        other.show(500); // the others give way
        QCOMPARE(other.panel.view()->columnWidth(int(Column::App)), 240);
        QVERIFY(other.panel.view()->columnWidth(int(Column::Line)) < 90);
    }

    void rowsFlashWhenTheyComeChangeAndGo()
    {
        Scene scene;
        scene.show();
        QCOMPARE(scene.marked(), 0);
        const FlashBook &book = scene.panel.flasher()->book();
        const HCall born = scene.story.handle(scene.story.call(scene.device), scene.line);
        scene.story.says(scene.calls[0], CallState::OnHold);
        scene.story.voids(scene.handles[2]);
        scene.story.tells();
        QCOMPARE(scene.marked(), 3);
        QCOMPARE(book.find(born)->kind, FlashBook::Kind::New);
        QCOMPARE(book.find(scene.handles[0])->kind, FlashBook::Kind::Changed);
        QVERIFY(book.find(scene.handles[0])->aspects.testFlag(Aspect::State));
        QCOMPARE(book.find(scene.handles[2])->kind, FlashBook::Kind::Void);
        QCOMPARE(book.strength(*book.find(born)), 1.0);
        const QImage bright = scene.panel.view()->viewport()->grab().toImage();
        scene.story.clock.advance(FlashBook::Duration / 2);
        scene.panel.flasher()->fade();
        QCOMPARE(book.strength(*book.find(born)), 0.5);
        QVERIFY(scene.panel.view()->viewport()->grab().toImage() != bright);
        scene.story.clock.advance(FlashBook::Duration);
        scene.panel.flasher()->fade();
        QCOMPARE(scene.marked(), 0);
        scene.panel.setFlashing(false);
        scene.story.says(scene.calls[0], CallState::Connected);
        scene.story.tells();
        QCOMPARE(scene.marked(), 0);
    }

    void whatNobodySeesDoesNotFlash()
    {
        Scene scene(200);
        scene.show();
        scene.story.says(scene.calls[0], CallState::OnHold); // at the very end of the table
        scene.story.tells();
        QCOMPARE(scene.marked(), 0);
        scene.panel.hide();
        scene.story.says(scene.calls[199], CallState::OnHold);
        scene.story.tells();
        QCOMPARE(scene.marked(), 0);
    }

    void savedViewsComeBack()
    {
        Scene scene;
        scene.show();
        QVERIFY(scene.panel.setFilter(u"app:crm"_s).isEmpty());
        scene.panel.setGrouping(Grouping::App);
        scene.panel.groupedView()->sortByColumn(int(Column::Age), Qt::AscendingOrder);
        scene.panel.groupedView()->setColumnHidden(int(Column::Bytes), true);
        const SavedView mine = scene.panel.savedView(u"mine"_s);
        QVERIFY(scene.views.save(mine));
        QSignalSpy filters(&scene.panel, &HandlesPanel::filterWanted);
        scene.panel.show(SavedViews::builtIn().first());
        QCOMPARE(scene.panel.grouping(), Grouping::None);
        QCOMPARE(scene.panel.model()->rowCount(), 4);
        QCOMPARE(filters.takeFirst().first().toString(), QString());
        SavedViews again(&scene.settings); // as after a restart
        QCOMPARE(again.own(), QList{mine});
        scene.panel.show(again.own().first());
        QCOMPARE(filters.takeFirst().first().toString(), u"app:crm"_s);
        QCOMPARE(scene.panel.savedView(u"mine"_s), mine);
        for (const SavedView &view : SavedViews::builtIn()) {
            scene.panel.show(view);
            QCOMPARE(scene.panel.savedView({}).filter, view.filter);
            QCOMPARE(scene.panel.savedView({}).grouping, view.grouping);
        }
    }

    void theMenuOffersAllViews()
    {
        Scene scene;
        SavedView view;
        view.name = u"a & <b>"_s;
        QVERIFY(scene.views.save(view));
        QMenu menu;
        scene.panel.fillViewsMenu(&menu);
        QStringList texts;
        for (const QAction *action : menu.actions())
            texts += action->text();
        QVERIFY(texts.contains(u"a && <b>"_s));
        QCOMPARE(menu.actions().size(), SavedViews::builtIn().size() + 1 + 4);
    }

    void namesOfViewsAreTidied_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::addRow("plain") << u"Night shift"_s << true;
        QTest::addRow("empty") << u"  \n "_s << false;
        QTest::addRow("built in") << u"Retained"_s << false;
        QTest::addRow("long") << QString(1000, u'x') << true;
        QTest::addRow("bidirectional override") << u"a\u202Eb"_s << true;
    }
    void namesOfViewsAreTidied()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(SavedViews::problemWith(name).isEmpty(), good);
        const QString tidy = SavedViews::tidyName(name);
        QVERIFY(tidy.size() <= SavedViews::MaxNameLength + 1);
        QVERIFY(!tidy.contains(u'\n') && !tidy.contains(u'\u202E'));
    }

    void aBrokenFileOfViewsIsNoHarm()
    {
        Scene scene;
        int read = 0;
        for (const QByteArray &text :
             {QByteArray("nonsense"), QByteArray("{}"), QByteArray("[1,null,{\"name\":\"\"}]"),
              QByteArray(
                  "[{\"name\":\"x\",\"grouping\":\"?\",\"sort\":\"Count\",\"columns\":[\"State\",\"State\",5]}]")}) {
            scene.settings.setSavedViews(text);
            const SavedViews views(&scene.settings);
            QVERIFY(views.own().size() <= 1);
            for (const SavedView &view : views.own()) {
                ++read;
                QCOMPARE(view.columns, QList{Column::State});
                scene.panel.show(view);
            }
        }
        QCOMPARE(read, 1); // what can be understood is
        scene.settings.setSavedViews(R"([{"name":"mine"},{"name":"mine","filter":"idle"},{"name":"Retained"}])");
        QCOMPARE(SavedViews(&scene.settings).own().size(), 1); // each name once, none of Linescope's own
        QVERIFY(SavedViews(&scene.settings).own().first().filter.isEmpty());
        for (int i = 0; i < SavedViews::MaxViews; ++i)
            QVERIFY(scene.views.save({u"view %1"_s.arg(i), {}, {}, {}, {}, {}}));
        QVERIFY(!scene.views.save({u"one too many"_s, {}, {}, {}, {}, {}}));
    }

    void viewsAreRenamedMovedAndDeleted()
    {
        SavedViewsDialog dialog(
            {{u"a"_s, {}, {}, {}, {}, {}}, {u"b"_s, {}, {}, {}, {}, {}}, {u"c"_s, {}, {}, {}, {}, {}}});
        auto *list = dialog.findChild<QListWidget *>();
        const auto button = [&](const QString &text) {
            for (auto *found : dialog.findChildren<QPushButton *>()) {
                if (found->text() == text)
                    return found;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        list->setCurrentRow(0);
        QVERIFY(!button(u"Move &up"_s)->isEnabled());
        button(u"Move d&own"_s)->click();
        QCOMPARE(namesOf(dialog.views()), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        list->item(0)->setText(u" new\nname "_s);
        QCOMPARE(namesOf(dialog.views()), (QStringList{u"new name"_s, u"a"_s, u"c"_s}));
        list->item(0)->setText(u"c"_s); // taken
        QCOMPARE(list->item(0)->text(), u"new name"_s);
        list->setCurrentRow(2);
        button(u"&Delete"_s)->click();
        QCOMPARE(namesOf(dialog.views()), (QStringList{u"new name"_s, u"a"_s}));
    }
};

QTEST_MAIN(TestHandlesPanel)
#include "tst_handlespanel.moc"
