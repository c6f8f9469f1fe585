// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/memorychart.h"
#include "filter/handlefilter.h"
#include "models/holdersmodel.h"
#include "panels/diagrams/memorypanel.h"
#include "storyteller.h"
#include "support/format.h"
#include "support/text.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

constexpr Microseconds Second = 1'000'000;

struct Stage {
    Storyteller story;
    DeviceId device;
    HLine crm;
    HLine recorder;

    Stage()
    {
        story.provider(u"pbx"_s);
        device = story.device(u"Line 1"_s);
        crm = story.opens(story.app(u"crm"_s), device);
        recorder = story.opens(story.app(u"<b>recorder</b>"_s), device);
        story.tells();
    }
    HCall retains(HLine line)
    {
        const CallId call = story.call(device, CallState::Connected);
        const HCall handle = story.handle(call, line);
        story.says(call, CallState::Idle);
        return handle;
    }
    void passes(int seconds)
    {
        story.tells();
        for (int i = 0; i < seconds; ++i)
            story.clock.advance(Second);
    }
};

} // namespace

class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void namesOfApplicationsLongGoneMakeRoom()
    {
        Stage stage;
        Storyteller &story = stage.story;
        MemoryHistory history(&story.live, &story.clock);
        const auto retainsAWhile = [&](const QString &name) {
            const HCall handle = stage.retains(story.opens(story.app(name), stage.device));
            stage.passes(2);
            story.voids(handle);
            stage.passes(2);
        };
        for (size_t i = 0; i < MemoryHistory::MaxNames + 10; ++i)
            retainsAWhile(u"program %1"_s.arg(i));
        QVERIFY(!history.names().contains(u"program %1"_s.arg(MemoryHistory::MaxNames + 9))); // no more are told apart
        QVERIFY(history.names().contains(u"program 0"_s));
        stage.passes(26 * 3600); // longer than samples are kept
        retainsAWhile(u"a new one"_s);
        QVERIFY(history.names().contains(u"a new one"_s));
        QVERIFY(!history.names().contains(u"program 0"_s));
        const auto samples = history.samples(0);
        for (const MemorySample *sample : samples) {
            for (const MemorySample::Part &part : sample->parts)
                QVERIFY(part.name < history.names().size());
        }
    }

    void sharesAddUpToTheTotals_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void sharesAddUpToTheTotals()
    {
        QFETCH(quint32, seed);
        Stage stage;
        Storyteller &story = stage.story;
        QRandomGenerator random(seed);
        int retained = 0;
        for (int frame = 0; frame < 200; ++frame) {
            story.clock.advance(Second);
            const CallId created = story.call(stage.device, CallState::Connected, QString(frame % 40, u'7'));
            for (quint32 i = 0; i <= random.bounded(3U); ++i)
                story.handle(created, random.bounded(2) == 0 ? stage.crm : stage.recorder);
            if (random.bounded(2) == 0)
                story.add(Events::CallBytes{created, random.bounded(1000U)});
            const quint32 slot = random.bounded(story.world().calls().slotCount());
            const CallId ended = story.world().calls().at(slot).id;
            if (!ended.isNull() && !story.world().call(ended)->isIdle())
                story.says(ended, CallState::Idle);
            const HCall voided = story.world().handles().at(random.bounded(story.world().handles().slotCount())).id;
            if (!voided.isNull())
                story.voids(voided);
            const World &world = story.world();
            const RetainedMemory memory = retainedMemory(world);
            quint64 library = 0;
            quint64 provider = 0;
            quint32 handles = 0;
            for (const MemoryShare &share : memory.shares) {
                library += share.libraryBytes;
                provider += share.providerBytes;
                handles += share.handles;
            }
            QCOMPARE(library, world.totals().retainedLibraryBytes);
            QCOMPARE(provider, world.totals().retainedProviderBytes);
            QCOMPARE(handles, world.totals().retainedHandles);
            QCOMPARE(memory.calls, world.totals().retainedCalls);
            const Handle *oldest = world.handle(memory.oldest);
            QCOMPARE(oldest != nullptr, handles > 0);
            world.calls().forEach([&](const Call &call) {
                if (!call.isIdle() || call.handleCount() == 0)
                    return;
                ++retained;
                QVERIFY(call.stateSince >= memory.oldestSince);
            });
        }
        QVERIFY(retained > 0);
    }

    void theRecordOfACallIsSplitEvenly()
    {
        Stage stage;
        const CallId call = stage.story.call(stage.device, CallState::Connected);
        stage.story.handle(call, stage.crm);
        stage.story.handle(call, stage.recorder, Privilege::Monitor);
        stage.story.add(Events::CallBytes{call, 101});
        stage.story.says(call, CallState::Idle);
        const RetainedMemory memory = retainedMemory(stage.story.world());
        QCOMPARE(memory.shares.size(), 2U);
        QCOMPARE(memory.shares[0].providerBytes + memory.shares[1].providerBytes, 101U);
        QCOMPARE(std::max(memory.shares[0].providerBytes, memory.shares[1].providerBytes), 51U);
        QCOMPARE(memory.callsNotReported, 0U);
    }

    void theHistoryIsBoundedAndKeepsPeaks()
    {
        Stage stage;
        MemoryHistory history(&stage.story.live, &stage.story.clock);
        const HCall handle = stage.retains(stage.crm);
        stage.passes(3);
        const quint64 peak = stage.story.world().totals().retainedLibraryBytes;
        QVERIFY(peak > 0);
        stage.story.voids(handle);
        stage.passes(2 * 3600);
        QVERIFY(history.count() <= 600 + 541 + 1351);
        quint64 most = 0;
        for (const MemorySample *sample : history.samples(0))
            most = std::max(most, sample->bytes());
        QCOMPARE(most, peak);
        for (const MemorySample *sample : history.samples(0)) {
            quint64 parts = 0;
            for (const MemorySample::Part &part : sample->parts)
                parts += part.bytes;
            QCOMPARE(parts, sample->bytes());
        }
        Microseconds last = 0;
        for (const MemorySample *sample : history.samples(0)) {
            QVERIFY(sample->time > last);
            last = sample->time;
        }
        stage.passes(23 * 3600);
        QCOMPARE(history.count(), size_t(600 + 541 + 1351));
    }

    void growthNeedsAMinute()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        for (int i = 0; i < 59; ++i) {
            stage.retains(stage.crm);
            stage.passes(1);
        }
        QCOMPARE(panel.growthText(), u"too early to tell"_s);
        for (int i = 0; i < 60; ++i) {
            stage.retains(stage.crm);
            stage.passes(1);
        }
        const double perCall = double(stage.story.world().totals().retainedLibraryBytes)
            / double(stage.story.world().totals().retainedCalls);
        QVERIFY(std::abs(*panel.history().growthPerHour() - 3600 * perCall) < perCall * 36);
        QVERIFY(panel.growthText().startsWith(u'+'));
        stage.passes(700);
        QCOMPARE(panel.growthText(), u"steady"_s);
    }

    void aPausedViewTakesNoSamples()
    {
        Stage stage;
        MemoryHistory history(&stage.story.live, &stage.story.clock);
        stage.passes(5);
        const quint64 before = history.revision();
        stage.story.live.setPaused(true);
        stage.passes(5);
        QCOMPARE(history.revision(), before);
    }

    void aPausedPanelStandsStill()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        const HCall oldest = stage.retains(stage.crm);
        stage.passes(10);
        stage.story.live.setPaused(true);
        MemoryPanel late(&stage.story.live, &selection, &stage.story.clock); // a new window, say
        const QString text = u"Oldest: %1 of crm, 0:10"_s.arg(shortName(oldest));
        for (MemoryPanel *each : {&panel, &late}) {
            const quint64 samples = each->history().revision();
            stage.passes(60);
            each->refresh();
            QCOMPARE(each->findChild<QPushButton *>()->text(), text);
            QCOMPARE(each->history().revision(), samples);
        }
        QCOMPARE(late.history().count(), 1U);
        stage.story.live.setPaused(false);
        stage.passes(1);
        panel.refresh();
        QCOMPARE(panel.findChild<QPushButton *>()->text(), u"Oldest: %1 of crm, 2:11"_s.arg(shortName(oldest)));
    }

    void saysWhatTheProviderDoesNotReport()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        QCOMPARE(panel.providerText(), u"0 B"_s);
        const HCall handle = stage.retains(stage.crm);
        stage.passes(1);
        QCOMPARE(panel.providerText(), u"not reported"_s);
        stage.retains(stage.crm);
        stage.story.add(Events::CallBytes{stage.story.world().handle(handle)->call, 300});
        stage.passes(1);
        QVERIFY(panel.providerText().startsWith(u"300 B, not reported for 1 call"_s));
    }

    void theOldestIsSelectedByAClick()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        auto *button = panel.findChild<QPushButton *>();
        QVERIFY(!button->isEnabled());
        const HCall oldest = stage.retains(stage.crm);
        stage.passes(192);
        stage.retains(stage.recorder);
        stage.passes(1);
        panel.refresh();
        QCOMPARE(button->text(), u"Oldest: %1 of crm, 3:13"_s.arg(shortName(oldest)));
        button->click();
        QCOMPARE(selection.current().handle, oldest);
    }

    void aHolderIsAFilter()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        auto *table = panel.findChild<QTableView *>();
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.retains(stage.crm);
        stage.retains(stage.crm);
        stage.retains(stage.recorder);
        stage.passes(2);
        panel.refresh();
        QCOMPARE(panel.table(Rows::All, Qt::DisplayRole).mid(1).size(), 2);
        QCOMPARE(panel.table(Rows::All, Qt::DisplayRole).at(1).mid(0, 2), (QStringList{u"crm"_s, u"2"_s}));
        QSignalSpy wanted(&panel, &MemoryPanel::filterWanted);
        Q_EMIT table->activated(table->model()->index(1, 0));
        QCOMPARE(wanted.at(0).at(0).toString(), u"app:\"<b>recorder</b>\" retained"_s);
        const auto filter = HandleFilter::parse(wanted.at(0).at(0).toString());
        QVERIFY(filter);
        int rows = 0;
        stage.story.world().handles().forEach(
            [&](const Handle &handle) { rows += filter->matches(stage.story.world(), handle) ? 1 : 0; });
        QCOMPARE(rows, 1);
        for (const HLine line : {stage.crm, stage.recorder})
            stage.story.closes(line);
        stage.passes(2);
        panel.refresh();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void theChartStacksAsAsked()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        panel.resize(900, 500);
        const HCall handle = stage.retains(stage.crm);
        stage.retains(stage.recorder);
        stage.story.add(Events::CallBytes{stage.story.world().handle(handle)->call, 300});
        stage.passes(10);
        panel.refresh();
        QCOMPARE(panel.chart()->legend().size(), 2);
        QVERIFY(panel.chart()->legend().contains(u"<b>recorder</b>"_s));
        const QImage byApplication = panel.grab().toImage();
        panel.chart()->setStacking(MemoryStacking::ByPart);
        panel.refresh();
        QCOMPARE(panel.chart()->legend(), (QStringList{u"Library"_s, u"Provider"_s}));
        QVERIFY(panel.picture()->pictureText().contains(u"crm: "_s));
        QVERIFY(panel.grab().toImage() != byApplication);
    }

    // A history of a minute lay in the last tenth of the chart.
    void theTimeAxisBeginsWithTheFirstSample_data()
    {
        QTest::addColumn<int>("seconds"); // measured
        QTest::addColumn<int>("shown");
        QTest::addRow("nothing yet") << 0 << 10;
        QTest::addRow("a few") << 4 << 10; // not so few that marks of the axis would be the same
        QTest::addRow("a minute") << 60 << 60;
        QTest::addRow("longer than the span") << 700 << 600;
    }
    void theTimeAxisBeginsWithTheFirstSample()
    {
        QFETCH(int, seconds);
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        stage.retains(stage.crm);
        const Microseconds first = stage.story.clock.now();
        stage.passes(seconds);
        panel.refresh();
        const MemoryChart *chart = panel.chart();
        QTEST(int((chart->axisEnd() - chart->axisBegin()) / Second), "shown");
        QCOMPARE(chart->axisBegin(), std::max(first, stage.story.clock.now() - 600 * Second));
    }

    // What was hours ago was said to be on a chart of ten minutes.
    void theTextTellsTheHighestOfTheSpan()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        const HCall first = stage.retains(stage.crm);
        const HCall second = stage.retains(stage.crm);
        stage.passes(5);
        const quint64 two = stage.story.world().totals().retainedLibraryBytes;
        stage.story.voids(first);
        stage.passes(700);
        const quint64 one = stage.story.world().totals().retainedLibraryBytes;
        stage.story.voids(second);
        stage.passes(5);
        const auto highest = [&](Microseconds span) {
            panel.chart()->setSpan(span);
            panel.refresh();
            return panel.chart()->pictureText().section(u"chart is "_s, 1).section(u'.', 0, 0);
        };
        QVERIFY(one < two);
        QCOMPARE(highest(600 * Second), bytesText(one));
        QCOMPARE(highest(3600 * Second), bytesText(two));
    }

    void aMarkerTellsWhatWasWhen()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        panel.resize(900, 500);
        panel.show();
        stage.passes(5);
        const Microseconds before = stage.story.clock.now();
        stage.retains(stage.crm);
        stage.retains(stage.recorder);
        stage.passes(5);
        panel.refresh();
        MemoryChart *chart = panel.chart();
        const quint64 bytes = stage.story.world().totals().retainedLibraryBytes;
        QCOMPARE(chart->markerText(), QString());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Left); // begins at the present
        QStringList lines = chart->markerText().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0), timeText(stage.story.clock.now()));
        QCOMPARE(lines.at(1), u"Total: "_s + bytesText(bytes));
        lines.sort();
        QVERIFY(lines.contains(u"crm: "_s + bytesText(bytes / 2)));
        QVERIFY(lines.contains(u"<b>recorder</b>: "_s + bytesText(bytes / 2)));
        QVERIFY(chart->accessibleDescription().startsWith(chart->markerText()));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->markerText().section(u'\n', 0, 1), timeText(before) + u"\nTotal: 0 B"_s);
        stage.passes(1); // the marker stays at its moment
        panel.refresh();
        QCOMPARE(chart->markerText().section(u'\n', 0, 0), timeText(before));
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chart->markerText().section(u'\n', 0, 0), timeText(stage.story.clock.now()));
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->markedSample(), 0);
        QTest::keyClick(chart, Qt::Key_Escape);
        QCOMPARE(chart->markerText(), QString());
        QVERIFY(!chart->accessibleDescription().isEmpty());
    }

    void theMouseMovesTheMarker()
    {
        Stage stage;
        SharedSelection selection;
        MemoryPanel panel(&stage.story.live, &selection, &stage.story.clock);
        panel.resize(900, 500);
        panel.show();
        stage.retains(stage.crm);
        stage.passes(60);
        panel.refresh();
        MemoryChart *chart = panel.chart();
        const QImage without = chart->grab().toImage();
        const QWidget *viewport = chart->viewport();
        // From the right edge to the left: later samples come first.
        int last = INT_MAX;
        int seen = 0;
        for (int x = viewport->width() - 2; x > 0; x -= 3) {
            QTest::mouseMove(const_cast<QWidget *>(viewport), QPoint(x, viewport->height() / 2));
            if (chart->markedSample() < 0)
                continue;
            QVERIFY(chart->markedSample() <= last);
            last = chart->markedSample();
            ++seen;
            if (seen == 3)
                QVERIFY(chart->grab().toImage() != without);
        }
        QVERIFY(seen > 50);
        QCOMPARE(last, 0);
        QEvent leave(QEvent::Leave);
        QTest::mouseMove(const_cast<QWidget *>(viewport), viewport->rect().center());
        QVERIFY(chart->markedSample() >= 0);
        QApplication::sendEvent(chart->viewport(), &leave);
        QCOMPARE(chart->markedSample(), -1);
    }
};

QTEST_MAIN(TestMemory)
#include "tst_memory.moc"
