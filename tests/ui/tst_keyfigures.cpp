// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/handlefilter.h"
#include "panels/figures/keyfigurecard.h"
#include "panels/figures/keyfigurespanel.h"
#include "storyteller.h"

#include <QAccessible>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

Q_DECLARE_METATYPE(Linescope::KeyFigure)

class TestKeyFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aClickFiltersTheTableToWhatTheFigureCounts_data()
    {
        QTest::addColumn<KeyFigure>("figure");
        QTest::addColumn<bool>("filters");
        QTest::addColumn<QString>("filter");
        QTest::newRow("lines") << KeyFigure::Lines << false << QString();
        QTest::newRow("calls") << KeyFigure::Calls << true << u"live"_s;
        QTest::newRow("handles") << KeyFigure::Handles << true << QString();
        QTest::newRow("retained") << KeyFigure::Retained << true << u"retained"_s;
        QTest::newRow("memory") << KeyFigure::Memory << true << u"retained"_s;
        QTest::newRow("events") << KeyFigure::Events << false << QString();
        QTest::newRow("findings") << KeyFigure::Findings << false << QString();
    }
    void aClickFiltersTheTableToWhatTheFigureCounts()
    {
        QFETCH(KeyFigure, figure);
        QFETCH(bool, filters);
        QFETCH(QString, filter);
        Storyteller story;
        KeyFiguresPanel panel(&story.live);
        QSignalSpy filterWanted(&panel, &KeyFiguresPanel::filterWanted);
        QSignalSpy viewWanted(&panel, &KeyFiguresPanel::viewWanted);
        panel.card(figure)->click();
        QCOMPARE(filterWanted.size(), filters ? 1 : 0);
        QCOMPARE(viewWanted.size(), filters ? 0 : 1);
        if (!filters)
            return;
        QCOMPARE(filterWanted.at(0).at(0).toString(), filter);
        QVERIFY(HandleFilter::parse(filter));
        QCOMPARE(panel.card(figure)->isActive(), !filter.isEmpty());
        panel.card(figure)->click(); // again: everything
        QCOMPARE(filterWanted.at(1).at(0).toString(), QString());
        QVERIFY(!panel.card(figure)->isActive());
    }

    void linesAreCountedOnlyWhenTheyChange()
    {
        Storyteller story;
        const DeviceId device = story.device(u"Line 1"_s, story.provider(u"pbx"_s));
        story.tells();
        KeyFiguresPanel panel(&story.live);
        QCOMPARE(panel.card(KeyFigure::Lines)->value(), u"0 / 1"_s);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        story.tells();
        panel.refresh();
        QCOMPARE(panel.card(KeyFigure::Lines)->value(), u"1 / 1"_s);
        const quint64 counts = panel.lineCounts();
        for (int frame = 0; frame < 10; ++frame) {
            story.handle(story.call(device), line);
            story.tells();
            panel.refresh();
        }
        QCOMPARE(panel.lineCounts(), counts);
        story.removes(device);
        story.tells();
        panel.refresh();
        QCOMPARE(panel.card(KeyFigure::Lines)->value(), u"0 / 0"_s);
    }

    void theFigureOfTheFilterIsMarked()
    {
        Storyteller story;
        KeyFiguresPanel panel(&story.live);
        panel.setCurrentFilter(u"retained "_s);
        QVERIFY(panel.card(KeyFigure::Retained)->isActive());
        QVERIFY(!panel.card(KeyFigure::Memory)->isActive());
        panel.setCurrentFilter(u"retained app:crm"_s);
        QVERIFY(!panel.card(KeyFigure::Retained)->isActive());
        panel.card(KeyFigure::Memory)->click();
        panel.setCurrentFilter(u"retained"_s); // as the window tells back
        QVERIFY(panel.card(KeyFigure::Memory)->isActive());
        QVERIFY(!panel.card(KeyFigure::Retained)->isActive());
    }

    void cardsAreButtonsForKeyboardAndScreenReader()
    {
        Storyteller story;
        KeyFiguresPanel panel(&story.live);
        KeyFigureCard *card = panel.card(KeyFigure::Retained);
        QCOMPARE(QAccessible::queryAccessibleInterface(card)->role(), QAccessible::Button);
        QCOMPARE(card->accessibleName(), u"Idle, retained: 0"_s);
        QCOMPARE(card->cursor().shape(), Qt::PointingHandCursor);
        QSignalSpy wanted(&panel, &KeyFiguresPanel::filterWanted);
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(card, Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(card->toolTip().contains(u"Click"_s));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {1900, 1300, 1000, 800, 600, 400, 200}) {
            QTest::addRow("%d", width) << width << Qt::LeftToRight;
            QTest::addRow("%d from the right", width) << width << Qt::RightToLeft;
        }
    }
    void nothingIsCutOff()
    {
        QFETCH(int, width);
        QFETCH(Qt::LayoutDirection, direction);
        Storyteller story(2);
        story.beginsByChance();
        story.happensByChance(500);
        story.tells();
        KeyFiguresPanel panel(&story.live);
        panel.setLayoutDirection(direction);
        panel.resize(width, panel.sizeHint().height());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QRect taken;
        for (size_t i = 0; i < size_t(KeyFigure::Count); ++i) {
            const KeyFigureCard *card = panel.card(KeyFigure(i));
            if (!card->isVisible())
                continue;
            QVERIFY(panel.rect().contains(card->geometry()));
            QVERIFY(!taken.intersects(card->geometry()));
            QVERIFY(card->width() >= card->widthWith(card->isSparklineShown()));
            taken = taken.united(card->geometry());
        }
        QVERIFY(panel.card(KeyFigure::Retained)->isVisible());
        QCOMPARE(panel.card(KeyFigure::Retained)->isSparklineShown(), width >= 800);
    }

    void everyFigureButLinesHasItsCurve()
    {
        Storyteller story(2);
        story.beginsByChance();
        KeyFiguresPanel panel(&story.live);
        panel.resize(1900, panel.sizeHint().height());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QImage before = panel.grab().toImage();
        for (int i = 0; i < 70; ++i) {
            story.happensByChance(5);
            story.tells();
            panel.refresh();
            panel.measureRate();
        }
        for (size_t i = 0; i < size_t(KeyFigure::Count); ++i)
            QCOMPARE(panel.card(KeyFigure(i))->isSparklineShown(), KeyFigure(i) != KeyFigure::Lines);
        QVERIFY(before != panel.grab().toImage());
        QCOMPARE(panel.card(KeyFigure::Handles)->value(), QLocale().toString(story.world().handles().size()));
    }
};

QTEST_MAIN(TestKeyFigures)
#include "tst_keyfigures.moc"
