// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timeline.h"
#include "panels/diagrams/timelinelegend.h"
#include "panels/diagrams/timelinepanel.h"
#include "storyteller.h"
#include "support/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

// Two applications on two lines; the timeline has watched from the beginning.
class Page : public Storyteller {
public:
    Page()
    {
        provider(u"pbx"_s);
        first = device(u"PJSIP/101"_s);
        second = device(u"PJSIP/102"_s);
        crm = opens(app(u"crm-popup"_s), first);
        dialer = opens(app(u"dialer"_s), first);
        other = opens({2}, second);
        tells();
        panel.resize(900, 500);
        panel.show();
    }
    void shows()
    {
        tells();
        panel.refresh();
    }
    // A call that both hold; over for 10 s, only crm has not given its handle back.
    void leaks()
    {
        leak = call(first, CallState::Offering, u"+33 1"_s, u"101"_s);
        kept = handle(leak, crm, Privilege::Monitor);
        given = handle(leak, dialer);
        clock.advance(2_s);
        says(leak, CallState::Connected);
        clock.advance(10_s);
        says(leak, CallState::Idle);
        clock.advance(1_s);
        voids(given);
        clock.advance(9_s);
        shows();
    }
    int indexOf(HCall handle) const
    {
        const auto &parts = timeline->parts();
        const auto it = std::find_if(parts.begin(), parts.end(), [&](const TimelinePart &part) {
            return part.kind == TimelinePart::Kind::Handle && part.handle == handle;
        });
        return it == parts.end() ? -1 : int(it - parts.begin());
    }
    int indexOf(CallId call) const
    {
        const auto &parts = timeline->parts();
        const auto it = std::find_if(parts.begin(), parts.end(), [&](const TimelinePart &part) {
            return part.kind == TimelinePart::Kind::Call && part.call == call;
        });
        return it == parts.end() ? -1 : int(it - parts.begin());
    }
    QPoint centre(int index) const { return timeline->item(index).rect.center().toPoint(); }
    void click(const QPoint &at) { QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, at); }
    void drag(const QPoint &from, const QPoint &way)
    {
        QTest::mousePress(timeline->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPointF at = from + way * step / 4;
            QMouseEvent move(QEvent::MouseMove, at, timeline->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             {});
            QApplication::sendEvent(timeline->viewport(), &move);
        }
        QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, from + way);
    }
    void wheel(const QPoint &at, int turn, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, timeline->viewport()->mapToGlobal(at), {}, {0, turn}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(timeline->viewport(), &event);
    }
    double nowX() const { return timeline->scale().xOf(timeline->now()); }
    QToolButton *button(const QString &name) const
    {
        for (QToolButton *button : panel.findChildren<QToolButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    QString note() const
    {
        for (const QLabel *label : timeline->viewport()->findChildren<QLabel *>()) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }

    DeviceId first, second;
    HLine crm, dialer, other;
    CallId leak;
    HCall kept, given;
    CallHistory history{&live};
    SharedSelection selection;
    TimelinePanel panel{&live, &history, &selection, &clock};
    Timeline *timeline = panel.timeline();
};

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyColorScheme(ColorScheme::Light); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aLeakGoesOnToNow()
    {
        Page page;
        page.leaks();
        const int kept = page.indexOf(page.kept);
        const int given = page.indexOf(page.given);
        QVERIFY(kept >= 0 && given >= 0);
        QVERIFY(std::abs(page.timeline->parts()[size_t(kept)].rect.right() + 1 - page.nowX()) <= 1);
        QVERIFY(page.timeline->parts()[size_t(given)].rect.right() < page.nowX() - 80);
        QCOMPARE(page.timeline->item(kept).name, u"H1, crm-popup, retained"_s);
        QCOMPARE(page.timeline->item(given).name, u"H2, dialer, deallocated"_s);
        const QString words = page.timeline->item(kept).description;
        QVERIFY2(words.contains(u"Retained for 0:10"_s), qPrintable(words));
        QVERIFY(words.contains(u"Live for 0:12"_s));
        const QString about = page.timeline->item(page.indexOf(page.leak)).description;
        QVERIFY2(about.contains(u"crm-popup H1, MONITOR, holds it"_s), qPrintable(about));
        QVERIFY(about.contains(u"CONNECTED  0:10"_s));
    }

    void theRetainedPartLooksDifferent()
    {
        Page page;
        page.leaks();
        const QRect rect = page.timeline->parts()[size_t(page.indexOf(page.kept))].rect;
        const QImage image = page.timeline->viewport()->grab().toImage();
        const int idleX = int(page.timeline->scale().xOf(page.clock.now() - 10_s));
        const QColor live = image.pixelColor(idleX - 3, rect.bottom() - 1);
        QCOMPARE(live, toneColor(Tone::HandleBar, page.panel.palette()));
        QSet<QRgb> colors;
        for (int x = idleX + 75; x < rect.right(); ++x)
            colors.insert(image.pixel(x, rect.center().y()));
        QVERIFY(colors.contains(toneColor(Tone::Attention, page.panel.palette()).rgb()));
        QVERIFY(colors.contains(retainedStyle(page.panel.palette()).background.rgb()));
    }

    void timeFlowsWhileFollowing()
    {
        Page page;
        page.leaks();
        const double x = page.nowX();
        QVERIFY(page.timeline->isFollowing());
        page.clock.advance(30_s);
        page.panel.refresh();
        QCOMPARE(page.timeline->now(), page.clock.now());
        QVERIFY(std::abs(page.nowX() - x) < 1);
    }

    void thePausedWindowStands()
    {
        Page page;
        page.leaks();
        const Microseconds paused = page.clock.now();
        page.live.setPaused(true);
        page.clock.advance(30_s);
        page.panel.refresh();
        QCOMPARE(page.timeline->now(), paused);
        page.live.setPaused(false);
        QCOMPARE(page.timeline->now(), page.clock.now());
    }

    void theWheelZoomsAtTheCursor()
    {
        Page page;
        page.leaks();
        const QPoint at(600, 200);
        const Microseconds there = page.timeline->scale().timeAt(at.x());
        const double before = page.timeline->scale().perPixel();
        page.wheel(at, 120);
        QVERIFY(page.timeline->scale().perPixel() < before);
        QVERIFY(std::abs(page.timeline->scale().xOf(there) - at.x()) < 1);
        page.wheel(at, -480);
        QVERIFY(page.timeline->scale().perPixel() > before);
        QVERIFY(std::abs(page.timeline->scale().xOf(there) - at.x()) < 1);
    }

    void movingBackStopsFollowingAndJumpingResumesIt()
    {
        Page page;
        page.leaks();
        QSignalSpy following(page.timeline, &Timeline::followingChanged);
        QToolButton *jump = page.button(u"Jump to now"_s);
        QVERIFY(jump && !jump->isVisible());
        const Microseconds left = page.timeline->scale().left();
        page.drag({500, 300}, {200, 0});
        QCOMPARE(page.timeline->scale().left(), left - Microseconds(200 * page.timeline->scale().perPixel()));
        QVERIFY(!page.timeline->isFollowing());
        QVERIFY(jump->isVisible());
        QVERIFY(!page.button(u"Follow"_s)->isChecked());
        page.clock.advance(30_s);
        page.panel.refresh();
        QCOMPARE(page.timeline->scale().left(), left - Microseconds(200 * page.timeline->scale().perPixel()));
        jump->click();
        QVERIFY(page.timeline->isFollowing());
        QVERIFY(!jump->isVisible());
        QVERIFY(page.nowX() < page.timeline->viewport()->width());
        QCOMPARE(following.count(), 2);

        page.wheel({500, 200}, 120, Qt::ShiftModifier);
        QVERIFY(!page.timeline->isFollowing());
        page.wheel({500, 200}, -1200, Qt::ShiftModifier); // not beyond now
        QVERIFY(page.timeline->isFollowing());
    }

    void everythingFits()
    {
        Page page;
        page.leaks();
        page.clock.advance(3600_s);
        page.panel.refresh();
        QCOMPARE(page.indexOf(page.given), -1);
        page.button(u"Fit all"_s)->click();
        QVERIFY(page.indexOf(page.given) >= 0);
        QVERIFY(page.timeline->scale().xOf(page.timeline->model().earliest()) >= page.timeline->scale().x());
        QVERIFY(page.nowX() <= page.timeline->viewport()->width());
    }

    void aClickSelectsForAllViews()
    {
        Page page;
        page.leaks();
        page.click(page.centre(page.indexOf(page.kept)));
        QCOMPARE(page.selection.current().handle, page.kept);
        QCOMPARE(page.selection.current().call, page.leak);
        QCOMPARE(page.selection.current().line, page.crm);
        page.click(page.centre(page.indexOf(page.leak)));
        QCOMPARE(page.selection.current().handle, HCall());
        QCOMPARE(page.selection.current().call, page.leak);
        page.click(page.centre(0)); // the lane's head
        QCOMPARE(page.selection.current().device, page.first);
        QCOMPARE(page.selection.current().call, CallId());
        page.click(page.centre(page.indexOf(page.given))); // void, yet its bar is there
        QCOMPARE(page.selection.current().handle, page.given);
        const Selection before = page.selection.current();
        page.drag(page.centre(page.indexOf(page.kept)), {40, 0}); // dragging chooses nothing
        QCOMPARE(page.selection.current(), before);

        page.panel.setLanes(TimelineModel::Lanes::Apps);
        page.click(page.centre(0));
        QCOMPARE(page.selection.current().app, HLineApp{1});
    }

    void whatIsSelectedElsewhereComesIntoSight()
    {
        Page page;
        page.leaks();
        for (int i = 0; i < 40; ++i) {
            page.clock.advance(60_s);
            page.handle(page.call(page.second), page.other);
        }
        page.shows();
        const CallId old = page.call(page.second);
        page.handle(old, page.other);
        page.clock.advance(7200_s);
        page.shows();
        QCOMPARE(page.indexOf(page.given), -1);
        Selection chosen;
        chosen.call = old;
        page.selection.set(chosen);
        QVERIFY(page.indexOf(old) >= 0);
        QVERIFY(page.timeline->viewport()->rect().contains(page.centre(page.indexOf(old))));
        QVERIFY(page.timeline->verticalScrollBar()->value() > 0);
        chosen.call = page.leak;
        chosen.handle = page.kept;
        page.selection.set(chosen);
        QVERIFY(page.indexOf(page.kept) >= 0);
        QVERIFY(page.timeline->viewport()->rect().contains(page.centre(page.indexOf(page.kept))));
    }

    void theKeyboardReachesEverything()
    {
        Page page;
        page.leaks();
        Timeline *timeline = page.timeline;
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(timeline, key, modifiers);
        };
        timeline->setCurrentItem(page.indexOf(page.leak));
        press(Qt::Key_Down);
        QCOMPARE(timeline->currentItem(), page.indexOf(page.kept));
        press(Qt::Key_Return);
        QCOMPARE(page.selection.current().handle, page.kept);
        const double perPixel = timeline->scale().perPixel();
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(timeline->scale().perPixel() < perPixel);
        press(Qt::Key_Minus);
        press(Qt::Key_Minus);
        QVERIFY(timeline->scale().perPixel() > perPixel);
        press(Qt::Key_Home);
        QVERIFY(!timeline->isFollowing());
        press(Qt::Key_End);
        QVERIFY(timeline->isFollowing());
        press(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!timeline->isFollowing());
        press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(timeline->isFollowing());
        QVERIFY(page.indexOf(page.given) >= 0);
    }

    void theCurrentItemStaysTheSameThing()
    {
        Page page;
        page.leaks();
        page.timeline->setCurrentItem(page.indexOf(page.kept));
        page.clock.advance(1_s);
        page.voids(page.handle(page.call(page.first), page.crm));
        page.add(Events::DeviceState{page.first, {101}, false, true, {}});
        page.shows();
        QCOMPARE(page.timeline->currentItem(), page.indexOf(page.kept));
        QVERIFY(page.timeline->currentItem() > 0);
    }

    void itemsAreWhatIsDrawn()
    {
        Page page;
        page.leaks();
        const std::vector<DiagramItem> items = page.timeline->items();
        QCOMPARE(items.size(), 5U); // head, call, two handles; head of the other line
        const QImage image = page.timeline->viewport()->grab().toImage();
        for (const DiagramItem &item : items) {
            QVERIFY(!item.name.isEmpty() && !item.description.isEmpty());
            QVERIFY(page.timeline->viewport()->rect().contains(item.rect.toAlignedRect()));
        }
        for (size_t i = 1; i < 4; ++i) { // there is a bar where the item says
            const QColor inside = image.pixelColor(items[i].rect.topLeft().toPoint() + QPoint(2, 2));
            QVERIFY(inside != page.panel.palette().color(QPalette::Base));
        }
        QVERIFY(page.timeline->pictureText().contains(u"Handle H1 of crm-popup, MONITOR"_s));
        QCOMPARE(page.timeline->pictureName(), u"timeline"_s);
        QCOMPARE(page.panel.picture(), page.timeline);
    }

    void callsTooNarrowForAPixelAreMerged()
    {
        Page page;
        for (int i = 0; i < 3000; ++i) {
            page.voids(page.handle(page.call(page.first), page.crm));
            page.clock.advance(1_ms);
        }
        page.shows(); // 3 s, 0.1 s a pixel
        const size_t parts = page.timeline->parts().size();
        QVERIFY2(parts >= 30 && parts <= 40, qPrintable(QString::number(parts)));
    }

    void quietLanesAreHiddenOnRequest()
    {
        Page page;
        page.leaks();
        QCOMPARE(page.timeline->items().back().name, u"PJSIP/102"_s);
        page.button(u"Hide quiet lanes"_s)->click();
        QCOMPARE(page.timeline->items().front().name, u"PJSIP/101"_s);
        for (const DiagramItem &item : page.timeline->items())
            QVERIFY(item.name != u"PJSIP/102"_s);
    }

    void emptyViewsSayWhy()
    {
        Page page;
        page.shows();
        QVERIFY(page.note().startsWith(u"No call yet"_s));
        QVERIFY(page.note().contains(u"Make call…"_s));
        page.handle(page.call(page.first), page.crm);
        page.shows();
        QVERIFY(page.note().isEmpty());
        page.button(u"Leaks only"_s)->click();
        QVERIFY(page.note().startsWith(u"No leak"_s));
    }

    void theLegendGivesWayInALowView()
    {
        Page page;
        const auto *legend = page.panel.findChild<TimelineLegend *>();
        QVERIFY(legend->isVisible());
        page.panel.resize(260, 200);
        QVERIFY(!legend->isVisible());
        QVERIFY(page.button(u"Legend"_s)->isChecked()); // it is still wanted
        page.panel.resize(900, 500);
        QVERIFY(legend->isVisible());
        page.button(u"Legend"_s)->click();
        QVERIFY(!legend->isVisible());
    }

    void whoReadsFurtherDownIsNotMoved()
    {
        Page page;
        page.panel.setLanes(TimelineModel::Lanes::Calls);
        for (int i = 0; i < 40; ++i)
            page.handle(page.call(page.first), page.crm);
        page.shows();
        page.timeline->verticalScrollBar()->setValue(500);
        const QString top = page.timeline->items().front().name;
        const QRectF rect = page.timeline->items().front().rect;
        page.handle(page.call(page.first), page.crm); // a lane more, at the top
        page.shows();
        QCOMPARE(page.timeline->items().front().name, top);
        QCOMPARE(page.timeline->items().front().rect, rect);
    }

    void aHiddenTimelineCatchesUp()
    {
        Page page;
        page.panel.hide();
        page.leaks();
        page.panel.show();
        QVERIFY(page.indexOf(page.kept) >= 0);
    }

    void theLegendIsNeverClipped_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {1600, 500}) {
            QTest::addRow("%d pixels", width) << width << Qt::LeftToRight;
            QTest::addRow("%d pixels, mirrored", width) << width << Qt::RightToLeft;
        }
    }
    void theLegendIsNeverClipped()
    {
        QFETCH(int, width);
        QFETCH(Qt::LayoutDirection, direction);
        TimelineLegend legend;
        legend.setLayoutDirection(direction);
        const int height = legend.heightForWidth(width);
        legend.resize(width, height + 40);
        const QImage image = legend.grab().toImage();
        const QRgb empty = image.pixel(width - 1, height + 39);
        int drawn = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                drawn += image.pixel(x, y) != empty;
        }
        QVERIFY(drawn > 1000);
        for (int x = 0; x < width; ++x)
            QCOMPARE(image.pixel(x, height + 2), empty);
        for (int y = 0; y < height; ++y) {
            QCOMPARE(image.pixel(1, y), empty);
            QCOMPARE(image.pixel(width - 2, y), empty);
        }
        legend.setLayoutDirection(Qt::LeftToRight);
        const QImage usual = legend.grab().toImage();
        int usuallyDrawn = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                usuallyDrawn += usual.pixel(x, y) != empty;
        }
        QVERIFY(qAbs(drawn - usuallyDrawn) <= usuallyDrawn / 20); // nothing lies on anything else
        QVERIFY(legend.accessibleDescription().contains(u"line closed by the provider"_s));
    }
};

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
