// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults from the window: the dialog, what is in sight while they are on, and the log.

#include "dialogs/faultsdialog.h"
#include "mainwindow/availability.h"
#include "models/messagemodel.h"
#include "panels/faultbar.h"
#include "panels/tables/messagespanel.h"
#include "provider/faulttext.h"
#include "support/faultwords.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

QList<Fault> faultsOf(const QString &text) { return faultsFromText(text).value(); }

template<class Widget>
Widget *named(const QWidget &parent, const QString &name)
{
    for (auto *widget : parent.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QCheckBox *box(const QWidget &dialog, FaultKind kind)
{
    for (auto *box : dialog.findChildren<QCheckBox *>()) {
        if (box->text() == faultName(kind))
            return box;
    }
    return nullptr;
}

template<class Button>
Button *button(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<Button *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void apply(FaultsDialog *dialog) { dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply)->click(); }

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        fixture = std::make_unique<WindowFixture>();
        QTRY_COMPARE(fixture->world().devices().size(), 2u);
    }
    void cleanup() { fixture.reset(); }

    void theDialogGivesBackWhatItWasGiven_data();
    void theDialogGivesBackWhatItWasGiven();
    void aRowIsSetByHand();
    void presetsFillInTheRows_data();
    void presetsFillInTheRows();
    void everythingHasAName();
    void theDialogFitsASmallScreen();
    void whatIsInjectedStaysInSight();
    void theBarsButtonsWork();
    void aNarrowBarIsLow();
    void faultsThatAreOverLeaveTheBar();
    void faultsOfTheAddressAreKnown();
    void anotherWindowKnowsThem();
    void theLogSaysWhatWasDone();
    void withoutASimulatorThereIsAReason();

private:
    FaultBar *bar() const { return fixture->window->faultBar(); }
    void inject(const QString &faults)
    {
        fixture->window->operations()->setFaults(fixture->world().providers().front().id, faultsOf(faults));
        QTRY_VERIFY(bar()->isVisible());
    }

    std::unique_ptr<WindowFixture> fixture;
};

void TestFaults::theDialogGivesBackWhatItWasGiven_data()
{
    QTest::addColumn<QString>("faults");
    QTest::newRow("none") << u""_s;
    QTest::newRow("one") << u"drop:0.05"_s;
    QTest::newRow("all parts") << u"delay:0.125:250ms:x3:line2"_s;
    QTest::newRow("one of each kind") << faultKindNames().join(u',');
    QTest::newRow("several of a kind") << u"drop:0.1:line1,drop:0.2:line2"_s;
    QTest::newRow("a line that is not there") << u"drop:line77"_s;
    QTest::newRow("an hour") << u"stall:60m"_s;
}

void TestFaults::theDialogGivesBackWhatItWasGiven()
{
    QFETCH(QString, faults);
    const FaultsDialog dialog(u"Simulator"_s, faultsOf(faults), {{{1}, u"Line 1"_s}, {{2}, u"Line 2"_s}});
    QCOMPARE(faultsToText(dialog.faults()), faultsToText(faultsOf(faults)));
}

void TestFaults::aRowIsSetByHand()
{
    const FaultsDialog dialog(u"Simulator"_s, {}, {{{1}, u"Line 1"_s}, {{7}, u"<b>Line 7"_s}});
    const QString name = faultName(FaultKind::Stall);
    auto *chance = named<QDoubleSpinBox>(dialog, name + u": chance in percent"_s);
    QVERIFY(chance && !chance->isEnabled());
    box(dialog, FaultKind::Stall)->click();
    QVERIFY(chance->isEnabled());
    chance->setValue(2.5);
    named<QSpinBox>(dialog, name + u": how often"_s)->setValue(4);
    named<QDoubleSpinBox>(dialog, name + u": how late"_s)->setValue(1.5);
    auto *line = named<QComboBox>(dialog, name + u": line"_s);
    line->setCurrentIndex(line->findText(u"<b>Line 7"_s));
    QCOMPARE(faultsToText(dialog.faults()), u"stall:0.025:1500ms:x4:line7"_s);
    QVERIFY(!named<QDoubleSpinBox>(dialog, faultName(FaultKind::Drop) + u": how late"_s));
}

void TestFaults::presetsFillInTheRows_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("lossy") << u"&Lossy"_s << QStringList{u"drop"_s, u"duplicate"_s, u"reorder"_s, u"noCompletion"_s};
    QTest::newRow("slow") << u"&Slow"_s << QStringList{u"delay"_s, u"slowCompletion"_s, u"stall"_s};
    QTest::newRow("twelve") << u"&Twelve faults"_s << faultKindNames();
}

void TestFaults::presetsFillInTheRows()
{
    QFETCH(QString, preset);
    const FaultsDialog dialog(u"Simulator"_s, faultsOf(u"wrongState"_s), {});
    button<QPushButton>(dialog, preset)->click();
    QStringList kinds;
    for (const Fault &fault : dialog.faults()) {
        kinds += QString::fromLatin1(toString(fault.kind));
        QVERIFY(fault.chance < 1);
    }
    QTEST(kinds, "kinds");
}

void TestFaults::everythingHasAName()
{
    const FaultsDialog dialog(u"Simulator"_s, {}, {});
    QStringList names;
    const auto widgets = dialog.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget))
            names += widget->accessibleName();
    }
    QCOMPARE(names.size(), 3 * FaultKinds + 3);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
    for (int i = 0; i < FaultKinds; ++i) {
        QVERIFY(box(dialog, FaultKind(i)));
        QCOMPARE(box(dialog, FaultKind(i))->accessibleDescription(), faultMeaning(FaultKind(i)));
    }
}

void TestFaults::theDialogFitsASmallScreen()
{
    FaultsDialog dialog(u"Simulator"_s, {}, {});
    QVERIFY2(dialog.minimumSizeHint().height() <= 400, qPrintable(QString::number(dialog.minimumSizeHint().height())));
    QVERIFY2(dialog.minimumSizeHint().width() <= 1000, qPrintable(QString::number(dialog.minimumSizeHint().width())));
    dialog.resize(dialog.minimumSizeHint());
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    const auto *last = box(dialog, FaultKind::NoMemory);
    QVERIFY(last->visibleRegion().isEmpty());
    box(dialog, FaultKind::NullHandle)->setFocus();
    QTest::keyClick(box(dialog, FaultKind::NullHandle), Qt::Key_Tab);
    QVERIFY(last->hasFocus());
    QVERIFY(!last->visibleRegion().isEmpty()); // the area follows the focus
}

void TestFaults::whatIsInjectedStaysInSight()
{
    QVERIFY(!bar()->isVisible());
    QTRY_VERIFY(fixture->action(ActionId::InjectFaults)->isEnabled());
    QVERIFY(!fixture->action(ActionId::ClearFaults)->isEnabled());
    QVERIFY(fixture->triggerAndAnswer<FaultsDialog>(ActionId::InjectFaults, [](FaultsDialog *dialog) {
        box(*dialog, FaultKind::Drop)->click();
        named<QDoubleSpinBox>(*dialog, faultName(FaultKind::Drop) + u": chance in percent"_s)->setValue(10);
        box(*dialog, FaultKind::Die)->click();
        apply(dialog);
    }));
    QTRY_VERIFY(!fixture->world().providers().front().up); // for good: a death that is certain
    QTRY_COMPARE(bar()->text(), u"Faults are injected into Simulator: Lost reports 10 %."_s);
    QTRY_VERIFY(fixture->action(ActionId::ClearFaults)->isEnabled());
    fixture->live.setPaused(true);
    QVERIFY(bar()->isVisible());
    QVERIFY(fixture->triggerAndAnswer<FaultsDialog>(ActionId::InjectFaults, [](FaultsDialog *dialog) {
        QVERIFY(box(*dialog, FaultKind::Drop)->isChecked());
        QVERIFY(!box(*dialog, FaultKind::Die)->isChecked());
        button<QPushButton>(*dialog, u"&Clear all"_s)->click();
    }));
    QTRY_VERIFY(!bar()->isVisible());
}

void TestFaults::theBarsButtonsWork()
{
    inject(u"delay:0.25:250ms:line2,duplicate:x2"_s);
    QTRY_COMPARE(
        bar()->text(),
        u"Faults are injected into Simulator: Late reports 25 % by 0.25 s on Line 2, Doubled reports 2 time(s)."_s);
    QCOMPARE(bar()->accessibleName(), bar()->text());
    QVERIFY(fixture->actAndAnswer<FaultsDialog>([&] { button<QToolButton>(*bar(), u"Change…"_s)->click(); },
                                                [](FaultsDialog *dialog) { dialog->reject(); }));
    QVERIFY(bar()->isVisible());
    auto *clear = button<QToolButton>(*bar(), u"Clear"_s);
    QVERIFY(!clear->accessibleName().isEmpty());
    QTRY_VERIFY(fixture->action(ActionId::ClearFaults)->isEnabled());
    clear->setFocus();
    QTest::keyClick(clear, Qt::Key_Space);
    QTRY_VERIFY(!bar()->isVisible());
    QTRY_VERIFY(!fixture->action(ActionId::ClearFaults)->isEnabled());
    QCOMPARE(fixture->whyNot(ActionId::ClearFaults), u"No faults are injected."_s);
}

void TestFaults::aNarrowBarIsLow()
{
    FaultBar narrow(fixture->action(ActionId::InjectFaults), fixture->action(ActionId::ClearFaults));
    narrow.setText(faultSummary(faultsOf(faultKindNames().join(u',')), [](DriverLine) { return QString(); }));
    narrow.resize(250, narrow.sizeHint().height());
    narrow.show();
    QTRY_VERIFY(narrow.findChildren<QLabel *>().constLast()->text().endsWith(u'…'));
    QVERIFY(narrow.minimumSizeHint().width() <= 250);
    QVERIFY(narrow.sizeHint().height() < 3 * narrow.fontMetrics().height());
    QVERIFY(narrow.toolTip().contains(faultName(FaultKind::NoMemory)));
    narrow.resize(1000, 100);
    QTRY_COMPARE(narrow.findChildren<QLabel *>().constLast()->text(), narrow.text());
}

void TestFaults::faultsThatAreOverLeaveTheBar()
{
    inject(u"nullHandle:x1,noCompletion"_s);
    fixture->addOwnerAndMonitor();
    fixture->incomingCall(u"+12025550143"_s);
    QTRY_COMPARE(bar()->text(), u"Faults are injected into Simulator: Missing completions."_s);
    fixture->incomingCall(u"+12025550199"_s);
    QTRY_COMPARE(fixture->rows()->rowCount(), 2); // the second call is heard of
}

void TestFaults::faultsOfTheAddressAreKnown()
{
    fixture->engine.addProvider(
        u"other"_s,
        [] {
            SimulatorSettings quiet;
            quiet.automatic = false;
            auto *clock = SystemClock::instance();
            return std::make_unique<FaultInjector>(std::make_unique<SimulatorProvider>(clock, quiet), clock, 1,
                                                   faultsOf(u"drop:0.5"_s));
        },
        faultsOf(u"drop:0.5"_s));
    QTRY_COMPARE(bar()->text(), u"Faults are injected into Simulator: Lost reports 50 %."_s);
    fixture->engine.removeProvider(u"other"_s);
    QTRY_VERIFY(!bar()->isVisible());
}

void TestFaults::anotherWindowKnowsThem()
{
    inject(u"drop:0.5"_s);
    const QString text = bar()->text();
    fixture->window.reset();
    fixture->openWindow();
    QTRY_COMPARE(bar()->text(), text);
    QVERIFY(bar()->isVisible());
}

void TestFaults::theLogSaysWhatWasDone()
{
    inject(u"drop:x1"_s);
    fixture->addOwnerAndMonitor();
    fixture->incomingCall(u"+12025550143"_s);
    const MessageModel *log = fixture->window->messages()->model();
    int row = -1;
    QTRY_VERIFY([&] {
        for (row = 0; row < log->rowCount(); ++row) {
            if (log->index(row, 0).data(MessageModel::KindRole).toInt() == int(MessageModel::Kind::Fault))
                return true;
        }
        return false;
    }());
    QCOMPARE(log->index(row, int(MessageModel::Column::What)).data().toString(), u"fault injected"_s);
    const QString details = log->index(row, int(MessageModel::Column::Details)).data().toString();
    QVERIFY2(details.contains(u"dropped: "_s), qPrintable(details));
}

void TestFaults::withoutASimulatorThereIsAReason()
{
    const Availability availability(fixture->world(), {}, [](ProviderId) { return ProviderAbilities(); });
    QCOMPARE(availability.whyNot(ActionId::InjectFaults), u"Only the simulator can do this."_s);
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestFaults)
#include "tst_faults.moc"
