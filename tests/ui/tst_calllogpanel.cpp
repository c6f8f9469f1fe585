// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the call log over a real file: rows, filters, totals, masking, export, deletion, what it says when there
// is nothing to show.

#include "../calllog/logs.h"
#include "calllog/calllogservice.h"
#include "models/calllogmodel.h"
#include "models/liveworld.h"
#include "panels/tables/calllogpanel.h"
#include "server/engine.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

class TestCallLogPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offItOffersTheSettings();
    void rowsComeFromTheDatabase();
    void filtersChangeRowsAndTotals();
    void aHeadingSorts();
    void manyRowsComeWhenTheyAreLookedAt();
    void newCallsComeByThemselves();
    void newCallsDoNotMoveAChosenRow();
    void everythingIsExported();
    void rowsThatAreTakenComeFirst_data();
    void rowsThatAreTakenComeFirst();
    void whatIsMaskedIsMaskedHereToo();
    void aDatabaseThatIsAwayIsExplained();
    void emptyItSaysWhy();

private:
    void start(int calls)
    {
        add(1, calls);
        service->start(settings);
        QTRY_COMPARE(service->status().state, CallLogStatus::State::Fine);
        QTRY_COMPARE(panel->model()->rowCount(), calls);
        QTRY_VERIFY(!panel->model()->isLoading());
    }
    void add(int first, int count) const
    {
        CallDatabase database(settings, {});
        QVERIFY(database.open(CallDatabase::Access::Write).has_value());
        QVERIFY(database.write(callsFrom(first, count)).has_value());
    }
    QString cell(int row, CallLogModel::Column column) const
    {
        return panel->model()->index(row, int(column)).data().toString();
    }
    void choose(const QString &name, const QVariant &value) const
    {
        for (auto *box : panel->findChildren<QComboBox *>()) {
            if (box->accessibleName() != name)
                continue;
            const int index = box->findData(value);
            QVERIFY2(index >= 0, qPrintable(value.toString()));
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
            return;
        }
        QFAIL("no such filter");
    }

    std::unique_ptr<QTemporaryDir> folder;
    CallLogSettings settings;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<LiveWorld> live;
    std::unique_ptr<CallLogService> service;
    std::unique_ptr<CallLogPanel> panel;
};

void TestCallLogPanel::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = logIn(folder->path());
    engine = std::make_unique<Engine>();
    live = std::make_unique<LiveWorld>(&engine->feed());
    service = std::make_unique<CallLogService>(engine.get());
    panel = std::make_unique<CallLogPanel>(live.get());
    new QAbstractItemModelTester(panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, panel.get());
    panel->resize(900, 400);
    panel->show();
    panel->setService(service.get());
}

void TestCallLogPanel::cleanup()
{
    panel.reset();
    service.reset();
    live.reset();
    engine.reset();
}

void TestCallLogPanel::offItOffersTheSettings()
{
    const QSignalSpy wanted(panel.get(), &CallLogPanel::settingsWanted);
    QVERIFY(!panel->view()->isVisible());
    QVERIFY(!panel->hasTable());
    panel->setFocus(); // as Ctrl+7 does
    QVERIFY(qobject_cast<QPushButton *>(panel->focusWidget()));
    for (auto *button : panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QCOMPARE(wanted.size(), 1);
}

void TestCallLogPanel::rowsComeFromTheDatabase()
{
    start(6);
    QVERIFY(panel->view()->isVisible());
    panel->setFocus();
    QCOMPARE(panel->focusWidget(), panel->view());
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(6).device); // the latest first
    QCOMPARE(cell(0, CallLogModel::Column::Caller), u"+12025550006  Caller 6"_s);
    QCOMPARE(cell(0, CallLogModel::Column::Talked), u"not answered"_s);
    QCOMPARE(cell(1, CallLogModel::Column::Talked), u"0:30"_s);
    QCOMPARE(cell(0, CallLogModel::Column::Result), u"NOANSWER"_s);
    QCOMPARE(panel->totalsText(), u"6 call(s), 4 answered, 2 minute(s) talked"_s);
}

void TestCallLogPanel::filtersChangeRowsAndTotals()
{
    start(6);
    choose(u"Direction of the calls"_s, int(CallLogQuery::Direction::Inbound));
    QTRY_COMPARE(panel->model()->rowCount(), 3);
    QTRY_COMPARE(panel->model()->totals().answered, 2);
    choose(u"Direction of the calls"_s, int(CallLogQuery::Direction::All));
    choose(u"How the calls ended"_s, u"NOANSWER"_s);
    QTRY_COMPARE(panel->model()->rowCount(), 2);
    choose(u"How the calls ended"_s, QString());
    choose(u"Line of the calls"_s, callOf(3).device);
    QTRY_COMPARE(panel->model()->rowCount(), 1);
    choose(u"Line of the calls"_s, QString());
    auto *search = panel->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"caller 5"_s);
    QTRY_COMPARE(panel->model()->rowCount(), 1);
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(5).device);
    search->setText(u"nobody"_s);
    QTRY_VERIFY(panel->noteText().contains(u"No call matches"));
}

void TestCallLogPanel::aHeadingSorts()
{
    start(6);
    panel->view()->sortByColumn(int(CallLogModel::Column::Began), Qt::AscendingOrder);
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(1).device);
    panel->view()->sortByColumn(int(CallLogModel::Column::Caller), Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(6).device);
}

void TestCallLogPanel::manyRowsComeWhenTheyAreLookedAt()
{
    start(5000);
    QVERIFY(!panel->model()->hasRow(4990));
    QCOMPARE(cell(4990, CallLogModel::Column::Line), u"…"_s);
    QTRY_COMPARE(cell(4990, CallLogModel::Column::Line), callOf(10).device);
}

void TestCallLogPanel::newCallsComeByThemselves()
{
    start(0);
    QTRY_VERIFY(panel->noteText().contains(u"No call has ended yet"));
    add(1, 3);
    service->start(settings); // tells that something has changed
    QTRY_COMPARE(panel->model()->rowCount(), 3);
}

void TestCallLogPanel::newCallsDoNotMoveAChosenRow()
{
    start(3);
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(3).device);
    panel->view()->selectRow(0);
    add(4, 2);
    panel->model()->sort(int(CallLogModel::Column::Began), Qt::DescendingOrder); // as it is: asks nothing
    QCOMPARE(panel->model()->rowCount(), 3);
    QCOMPARE(cell(0, CallLogModel::Column::Line), callOf(3).device);
    panel->model()->reload();
    QTRY_COMPARE(panel->model()->rowCount(), 5);
}

void TestCallLogPanel::everythingIsExported()
{
    start(900);
    bool isReady = false;
    panel->fetchRows(Rows::All, [&isReady] { isReady = true; });
    QTRY_VERIFY(isReady);
    const Table table = panel->values(Rows::All);
    QCOMPARE(table.rows.size(), 900);
    QCOMPARE(table.keys.first(), u"began"_s);
    QCOMPARE(table.rows.first().first().toString(), toIsoString(callOf(900).created));
    QCOMPARE(panel->table(Rows::All, Qt::DisplayRole).size(), 901);
    QVERIFY(toJson(table).contains(callOf(1).callerNumber.toUtf8()));
}

// To copy a row of a million does not read them all; to copy them all does.
void TestCallLogPanel::rowsThatAreTakenComeFirst_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addRow("all") << 0 << 0;
    QTest::addRow("the last one") << 899 << 1;
    QTest::addRow("two pages") << 390 << 20;
}

void TestCallLogPanel::rowsThatAreTakenComeFirst()
{
    QFETCH(const int, first);
    QFETCH(const int, count);
    start(900);
    QTRY_COMPARE(panel->model()->rowCount(), 900);
    const QModelIndex top = panel->model()->index(first, 0);
    panel->view()->selectionModel()->select(QItemSelection(top, panel->model()->index(first + count - 1, 0)),
                                            QItemSelectionModel::Rows | QItemSelectionModel::Select);
    const Rows rows = count > 0 ? Rows::Selected : Rows::All;
    bool isReady = false;
    panel->fetchRows(rows, [&isReady] { isReady = true; });
    QTRY_VERIFY(isReady);
    QCOMPARE(panel->table(rows, Qt::DisplayRole).size(), 1 + (count > 0 ? count : 900));
    QCOMPARE(panel->model()->hasRow(600), count == 0);
}

void TestCallLogPanel::whatIsMaskedIsMaskedHereToo()
{
    start(3);
    QTRY_COMPARE(cell(0, CallLogModel::Column::Line), callOf(3).device);
    live->setMasking({MaskingMode::Mask, true});
    QCOMPARE(cell(0, CallLogModel::Column::Caller), u"**********03  "_s + live->masker().name(u"Caller 3"_s));
    const QByteArray exported = toJson(panel->values(Rows::All));
    QVERIFY(!exported.contains("1202555"));
    QVERIFY(!exported.contains("Caller"));
    live->setMasking({});
    QVERIFY(cell(0, CallLogModel::Column::Caller).contains(callOf(3).callerNumber));
}

void TestCallLogPanel::aDatabaseThatIsAwayIsExplained()
{
    settings.file = u"/proc/nowhere/calls.sqlite"_s;
    service->start(settings);
    QTRY_VERIFY_WITH_TIMEOUT(panel->noteText().contains(u"/proc/nowhere"), 2000);
    QVERIFY(panel->isVisible());
}

void TestCallLogPanel::emptyItSaysWhy()
{
    start(0);
    QTRY_VERIFY(!panel->noteText().isEmpty());
    QCOMPARE(panel->rowCount(Rows::All), 0);
    service->stop();
    QVERIFY(panel->noteText().isEmpty()); // the offer is in its place
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestCallLogPanel)
#include "tst_calllogpanel.moc"
