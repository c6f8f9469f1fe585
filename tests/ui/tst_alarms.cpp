// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Alarms in words, and the icon in the tray.

#include "storyteller.h"
#include "support/alarms.h"
#include "support/theme/theme.h"
#include "support/tray.h"

#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace Linescope::Test {

class TestAlarms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void alarmsSpeak();
    void nothingIsCheckedWhileTheViewIsPaused();
    void theNumberIsShort_data();
    void theNumberIsShort();
    void theNumberIsOnEveryIcon();
    void theMenuPausesAndHides();
    void aDesktopWithoutATrayIsFine();
    void notificationsHaveNoMarkup();
};

void TestAlarms::alarmsSpeak()
{
    Storyteller story;
    story.provider(u"p"_s);
    const DeviceId device = story.device(u"101"_s);
    const HLine line = story.opens(story.app(u"c\nrm"_s), device);
    Alarms alarms(&story.live, &story.clock, {{60_s, 1, 0}, {}});
    QSignalSpy fired(&alarms, &Alarms::fired);
    QSignalSpy cleared(&alarms, &Alarms::cleared);
    QSignalSpy changed(&alarms, &Alarms::activeChanged);
    std::vector<HCall> handles;
    for (int i = 0; i < 2; ++i)
        handles.push_back(story.handle(story.call(device, CallState::Idle), line));
    story.tells();
    alarms.checkNow();
    QCOMPARE(fired.size(), 1);
    QCOMPARE(fired.at(0).at(0).toString(), u"c␊rm retains 2 handle(s) of calls that are over; the limit is 1."_s);
    story.clock.advance(61_s);
    alarms.checkNow();
    QCOMPARE(fired.size(), 2);
    QCOMPARE(fired.at(1).at(0).toString(), u"c␊rm has kept H1 for more than 1:00 since its call ended."_s);
    QCOMPARE(alarms.activeSentences().size(), 2);
    story.voids(handles.at(0));
    story.voids(handles.at(1));
    story.tells();
    alarms.checkNow();
    QCOMPARE(cleared.size(), 2);
    QVERIFY(alarms.active().isEmpty());
    QCOMPARE(changed.size(), 3);
}

void TestAlarms::nothingIsCheckedWhileTheViewIsPaused()
{
    Storyteller story;
    story.provider(u"p"_s);
    const DeviceId device = story.device(u"101"_s);
    const HLine line = story.opens(story.app(u"crm"_s), device);
    story.handle(story.call(device, CallState::Idle), line);
    story.tells();
    Alarms alarms(&story.live, &story.clock, {});
    story.live.setPaused(true);
    alarms.setLimits({{1_s, 0, 0}, {}});
    story.clock.advance(10_s);
    alarms.checkNow();
    QVERIFY(alarms.active().isEmpty());
    story.live.setPaused(false);
    alarms.checkNow();
    QCOMPARE(alarms.active().size(), 1);
}

void TestAlarms::theNumberIsShort_data()
{
    QTest::addColumn<quint32>("retained");
    QTest::addColumn<QString>("text");
    QTest::addRow("none") << 0u << QString();
    QTest::addRow("some") << 7u << u"7"_s;
    QTest::addRow("hundreds") << 999u << u"999"_s;
    QTest::addRow("thousands") << 12'999u << u"12k"_s;
    QTest::addRow("many") << 999'999u << u"999k"_s;
    QTest::addRow("millions") << 4'000'000'000u << u"4000M"_s;
}

void TestAlarms::theNumberIsShort()
{
    QFETCH(quint32, retained);
    QTEST(Tray::numberText(retained), "text");
}

void TestAlarms::notificationsHaveNoMarkup()
{
    const QString text = Tray::notificationText(u"<img src=x> & <b>crm</b>\u202e keeps 7 handles."_s);
    for (const QChar forbidden : {u'<', u'>', u'&', u'\u202e'})
        QVERIFY2(!text.contains(forbidden), qPrintable(text));
    QVERIFY(text.contains(u"crm") && text.contains(u"7 handles."));
}

void TestAlarms::theNumberIsOnEveryIcon()
{
    const QIcon none = Tray::iconFor(0);
    const QIcon seven = Tray::iconFor(7);
    const QIcon eight = Tray::iconFor(8);
    for (const int size : {16, 22, 24, 32, 44, 48, 64}) {
        const auto image = [&](const QIcon &icon) { return icon.pixmap(size, size).toImage(); };
        QVERIFY(image(none) != image(seven));
        QVERIFY(image(seven) != image(eight));
        // White on a ground of its own, whatever is behind the icon.
        const QImage badge = image(seven);
        bool white = false;
        bool ground = false;
        for (int y = size / 2; y < size - 2; ++y) {
            for (int x = size / 2; x < size - 2; ++x) {
                const QColor color = badge.pixelColor(x, y);
                white = white || contrastRatio(color, QColor(0xc4, 0x2b, 0x1c)) > 4;
                ground = ground || color == QColor(0xc4, 0x2b, 0x1c);
            }
        }
        QVERIFY2(white && ground, qPrintable(QString::number(size)));
    }
}

void TestAlarms::theMenuPausesAndHides()
{
    Storyteller story;
    QWidget window;
    window.show();
    Tray tray(&story.live, &window);
    const auto actions = tray.menu()->actions();
    QVERIFY(QMetaObject::invokeMethod(tray.menu(), "aboutToShow"));
    QCOMPARE(actions.at(0)->text(), u"&Hide Linescope"_s);
    actions.at(0)->trigger();
    QVERIFY(!window.isVisible());
    QVERIFY(QMetaObject::invokeMethod(tray.menu(), "aboutToShow"));
    QCOMPARE(actions.at(0)->text(), u"&Show Linescope"_s);
    actions.at(0)->trigger();
    QVERIFY(window.isVisible());
    actions.at(1)->trigger();
    QVERIFY(story.live.isPaused());
    actions.at(1)->trigger();
    QVERIFY(!story.live.isPaused());
}

void TestAlarms::aDesktopWithoutATrayIsFine()
{
    Storyteller story;
    QWidget window;
    Tray tray(&story.live, &window);
    tray.setShown(true); // offscreen has none
    tray.notify(u"anything"_s);
    tray.setShown(false);
    QVERIFY(!tray.isShown());
    QCOMPARE(tray.toolTip(), u"0 retained handle(s)"_s);
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestAlarms)
#include "tst_alarms.moc"
