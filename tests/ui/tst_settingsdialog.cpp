// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings dialog: everything holds at once, Cancel takes it back, everything has a name and fits.

#include "dialogs/alarmspage.h"
#include "dialogs/appearancepage.h"
#include "dialogs/forms.h"
#include "dialogs/settingsdialog.h"
#include "dialogs/settingspages.h"
#include "dialogs/statecolorgrid.h"
#include "support/settings/settings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace Linescope::Test {

class TestSettingsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        settings = std::make_unique<Settings>(folder.filePath(QString::number(++files)));
        dialog = std::make_unique<SettingsDialog>(settings.get(),
                                                  QStringList{QStringLiteral("crm"), QStringLiteral("recorder")});
        dialog->show();
    }
    void cleanup() { dialog.reset(); }

    void aChoiceHoldsAtOnce();
    void cancelTakesEverythingBack();
    void okKeepsIt();
    void aDialogThatFollowsTakesBackWhatTheFirstBegan();
    void changesFromElsewhereAreShown();
    void showingChangesNothing();
    void everyStateTakesAColourOfItsOwn();
    void applicationsHaveLimitsOfTheirOwn();
    void aRefusedNameOfAnApplicationCanBeCorrected();
    void resettingAsksFirst();
    void resettingTheLayoutIsTold();
    void aWordFindsItsPage();
    void everyControlHasANameAndAKey();
    void everyPageFits();

private:
    template<class Page>
    Page *page() const
    {
        for (SettingsPage *each : dialog->pages()) {
            if (auto *found = qobject_cast<Page *>(each))
                return found;
        }
        return nullptr;
    }
    template<class Widget>
    Widget *named(const QString &name) const
    {
        for (auto *widget : dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        qFatal("there is no %s", qPrintable(name));
    }
    const Preferences &now() const { return settings->preferences(); }

    QTemporaryDir folder;
    int files = 0;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SettingsDialog> dialog;
};

void TestSettingsDialog::aChoiceHoldsAtOnce()
{
    named<QComboBox>(QStringLiteral("Colours"))->setCurrentIndex(3);
    QCOMPARE(now().appearance.scheme, ColorScheme::HighContrast);
    named<QComboBox>(QStringLiteral("Colours of states"))->setCurrentIndex(1);
    QCOMPARE(now().appearance.stateColors, StateColorSet::ColorBlindSafe);
    named<QCheckBox>(QStringLiteral("Less motion: nothing slides or flashes"))->setChecked(true);
    QVERIFY(now().appearance.reducedMotion);
    named<QSpinBox>(QStringLiteral("Enlarged for presentations"))->setValue(150);
    QCOMPARE(now().appearance.scale, 150);
    named<QSpinBox>(QStringLiteral("Size"))->setValue(12);
    QCOMPARE(now().appearance.fontSize, 12);
    named<QSpinBox>(QStringLiteral("Size"))->setValue(0); // the lowest: as the system
    QCOMPARE(now().appearance.fontSize, 0);
    named<QSpinBox>(QStringLiteral("Void handles stay for"))->setValue(42);
    QCOMPARE(now().ghostSeconds, 42);
    named<QComboBox>(QStringLiteral("Memory"))->setCurrentIndex(1);
    named<QComboBox>(QStringLiteral("Times"))->setCurrentIndex(1);
    QVERIFY((now().formats == Formats{ByteUnit::Decimal, TimeStyle::SinceStart}));
    named<QCheckBox>(QStringLiteral("hanging up a real call"))->setChecked(false);
    QVERIFY(!settings->confirm(Destructive::Drop));
    QVERIFY(settings->confirm(Destructive::CloseLine));
    named<QComboBox>(QStringLiteral("Show"))->setCurrentIndex(2);
    QVERIFY((now().masking == MaskingChoice{MaskingMode::Invent, true}));
    named<QComboBox>(QStringLiteral("Language of the window"))->setCurrentIndex(2);
    QCOMPARE(now().language, QStringLiteral("fr"));
    named<QSpinBox>(QStringLiteral("its handles are more than"))->setValue(77);
    QCOMPARE(now().alarms.usual.count, 77u);
    named<QSpinBox>(QStringLiteral("their memory is more than"))->setValue(3);
    QCOMPARE(now().alarms.usual.bytes, quint64(3072));
}

void TestSettingsDialog::cancelTakesEverythingBack()
{
    const Preferences before = now();
    named<QComboBox>(QStringLiteral("Colours"))->setCurrentIndex(2);
    named<QSpinBox>(QStringLiteral("Void handles stay for"))->setValue(42);
    page<AlarmsPage>()->addApp(QStringLiteral("crm"));
    QVERIFY(now() != before);
    dialog->reject();
    QVERIFY(now() == before);
}

void TestSettingsDialog::okKeepsIt()
{
    named<QSpinBox>(QStringLiteral("Void handles stay for"))->setValue(42);
    dialog->accept();
    QCOMPARE(now().ghostSeconds, 42);
}

void TestSettingsDialog::aDialogThatFollowsTakesBackWhatTheFirstBegan()
{
    const Preferences before = now();
    named<QComboBox>(QStringLiteral("Language of the window"))->setCurrentIndex(2);
    SettingsDialog next(settings.get(), {});
    next.setOriginal(dialog->original());
    next.setCurrentPage(5);
    next.reject();
    QVERIFY(now() == before);
}

void TestSettingsDialog::changesFromElsewhereAreShown()
{
    settings->setGhostSeconds(300);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Void handles stay for"))->value(), 300);
    settings->setColorScheme(ColorScheme::Dark);
    QCOMPARE(named<QComboBox>(QStringLiteral("Colours"))->currentIndex(), 2);
}

void TestSettingsDialog::showingChangesNothing()
{
    Preferences odd;
    odd.ghostSeconds = 17;
    odd.appearance.fontSize = 13;
    odd.alarms.apps.insert(QStringLiteral("crm"), {5_s, 6, 7 * 1024});
    odd.appearance.ownStateColors.insert(CallState::Idle, qRgb(9, 9, 9));
    settings->setPreferences(odd);
    const QSignalSpy changed(settings.get(), &Settings::preferencesChanged);
    for (int i = 0; i < dialog->pages().size(); ++i)
        dialog->setCurrentPage(i);
    SettingsDialog another(settings.get(), {});
    another.show();
    QCOMPARE(changed.size(), 0);
    QVERIFY(now() == odd);
}

void TestSettingsDialog::everyStateTakesAColourOfItsOwn()
{
    auto *grid = page<AppearancePage>()->states();
    const auto buttons = grid->findChildren<StateButton *>();
    QCOMPARE(buttons.size(), 16);
    grid->setColors({{CallState::Busy, qRgb(1, 2, 3)}});
    QCOMPARE(now().appearance.ownStateColors.value(CallState::Busy), qRgb(1, 2, 3));
    for (StateButton *button : buttons) {
        if (button->state() == CallState::Busy)
            QTest::keyClick(button, Qt::Key_Delete);
    }
    QVERIFY(now().appearance.ownStateColors.isEmpty());
    QVERIFY(grid->colors().isEmpty());
}

void TestSettingsDialog::applicationsHaveLimitsOfTheirOwn()
{
    auto *alarms = page<AlarmsPage>();
    alarms->addApp(QStringLiteral("<b>crm</b>"));
    alarms->addApp(QStringLiteral("recorder"));
    QCOMPARE(now().alarms.apps.size(), 2);
    QVERIFY(now().alarms.of(QStringLiteral("recorder")) == now().alarms.usual);
    auto *list = named<QListWidget>(QStringLiteral("Applications with limits of their own"));
    QCOMPARE(list->count(), 2);
    list->setCurrentRow(0);
    named<QSpinBox>(QStringLiteral("Most handles"))->setValue(9);
    list->setCurrentRow(1);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Most handles"))->value(), int(now().alarms.usual.count));
    QCOMPARE(now().alarms.of(QStringLiteral("<b>crm</b>")).count, 9u);
    for (auto *button : alarms->findChildren<QPushButton *>()) {
        if (button->text() == u"&Remove")
            button->click();
    }
    QVERIFY(!now().alarms.apps.contains(QStringLiteral("recorder")));
    QCOMPARE(list->count(), 1);
    for (const QString &bad : {QString(), QStringLiteral(" "), QString(2000, u'x')})
        QVERIFY(!alarms->problemWith(bad).isEmpty() && alarms->addApp(bad) == alarms->problemWith(bad));
    QCOMPARE(now().alarms.apps.size(), 1);
    for (int i = 1; i < Preferences::MaxAlarmApps; ++i)
        QCOMPARE(alarms->addApp(QString::number(i)), QString());
    QVERIFY(alarms->addApp(QStringLiteral("one too many")).contains(QString::number(Preferences::MaxAlarmApps)));
    QCOMPARE(alarms->addApp(QStringLiteral("<b>crm</b>")), QString()); // is there already
    QCOMPARE(now().alarms.of(QStringLiteral("<b>crm</b>")).count, 9u);
}

void TestSettingsDialog::aRefusedNameOfAnApplicationCanBeCorrected()
{
    const auto buttons = page<AlarmsPage>()->findChildren<QPushButton *>();
    const auto add = std::find_if(buttons.begin(), buttons.end(), [](auto *each) { return each->text() == u"&Add…"; });
    QVERIFY(add != buttons.end());
    bool refused = false;
    QTimer::singleShot(0, dialog.get(), [&refused] {
        auto *question = qobject_cast<AppNameDialog *>(QApplication::activeModalWidget());
        QVERIFY(question);
        auto *box = question->findChild<QComboBox *>();
        auto *ok = question->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        box->setEditText(QString(2000, u'x'));
        refused = !ok->isEnabled();
        box->setEditText(QStringLiteral("CRM"));
        ok->click();
        if (question->isVisible())
            question->reject(); // or it would stay for ever
    });
    (*add)->click();
    QVERIFY(refused);
    QCOMPARE(now().alarms.apps.keys(), QStringList{QStringLiteral("CRM")});
}

void TestSettingsDialog::resettingAsksFirst()
{
    settings->setGhostSeconds(42);
    int answered = 0;
    const auto resetAll = [&](const QString &answer) {
        QTimer::singleShot(0, dialog.get(), [&answered, answer] {
            auto *box = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(box);
            for (auto *button : box->findChildren<QAbstractButton *>()) {
                if (button->text().remove(u'&') != answer)
                    continue;
                ++answered;
                return button->click();
            }
            box->reject(); // or it would stay for ever
        });
        for (auto *button : page<ResetPage>()->findChildren<QPushButton *>()) {
            if (button->text().contains(u"settings"))
                button->click();
        }
    };
    resetAll(QStringLiteral("Cancel"));
    QCOMPARE(answered, 1);
    QCOMPARE(now().ghostSeconds, 42);
    resetAll(QStringLiteral("Reset"));
    QCOMPARE(answered, 2);
    QVERIFY(now() == Preferences());
}

void TestSettingsDialog::resettingTheLayoutIsTold()
{
    const QSignalSpy told(settings.get(), &Settings::layoutReset);
    for (auto *button : page<ResetPage>()->findChildren<QPushButton *>()) {
        if (button->text().contains(u"layout"))
            button->click();
    }
    QCOMPARE(told.size(), 1);
}

void TestSettingsDialog::aWordFindsItsPage()
{
    dialog->searchLine()->setText(QStringLiteral("tray"));
    QCOMPARE(dialog->pages().at(dialog->currentPage())->windowTitle(), QStringLiteral("Alarms"));
    int left = 0;
    for (int i = 0; i < dialog->pageList()->count(); ++i)
        left += !dialog->pageList()->item(i)->isHidden();
    QCOMPARE(left, 1);
    dialog->searchLine()->clear();
    QVERIFY(!dialog->pageList()->item(0)->isHidden());
    dialog->searchLine()->setText(QStringLiteral("no such thing"));
    dialog->searchLine()->clear();
    QVERIFY(dialog->currentPage() >= 0);
}

void TestSettingsDialog::everyControlHasANameAndAKey()
{
    static const QRegularExpression mnemonic(QStringLiteral("&(\\w)"));
    QCOMPARE(dialog->pages().size(), 8);
    for (SettingsPage *each : dialog->pages()) {
        QStringList keys;
        const auto note = [&](const QString &text) {
            const auto match = mnemonic.match(text);
            QVERIFY2(match.hasMatch(), qPrintable(text));
            QVERIFY2(!keys.contains(match.captured(1).toLower()), qPrintable(each->windowTitle() + u' ' + text));
            keys += match.captured(1).toLower();
        };
        QWidgetList controls;
        for (QLabel *label : each->findChildren<QLabel *>()) {
            if (label->buddy() && label->buddy()->focusPolicy() != Qt::NoFocus) {
                controls += label->buddy();
                note(label->text());
            }
        }
        for (auto *button : each->findChildren<QAbstractButton *>()) {
            if (qobject_cast<QCheckBox *>(button) || qobject_cast<QPushButton *>(button)) {
                controls += button;
                note(button->text());
            }
        }
        QVERIFY2(!controls.isEmpty(), qPrintable(each->windowTitle()));
        for (QWidget *control : each->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QSpinBox *>(control) || qobject_cast<QComboBox *>(control)
                || qobject_cast<QCheckBox *>(control) || qobject_cast<StateButton *>(control)
                || qobject_cast<QListWidget *>(control);
            if (!isControl)
                continue;
            QVERIFY2(!control->accessibleName().isEmpty(), control->metaObject()->className());
            if (qobject_cast<QSpinBox *>(control) || qobject_cast<QComboBox *>(control))
                QVERIFY2(controls.contains(control), qPrintable(control->accessibleName()));
        }
    }
}

void TestSettingsDialog::everyPageFits()
{
    QVERIFY(dialog->width() <= 800);
    QVERIFY(dialog->height() <= 560);
    QCOMPARE(dialog->pages().size(), 8);
    for (int i = 0; i < dialog->pages().size(); ++i) {
        dialog->setCurrentPage(i);
        QApplication::processEvents();
        auto *scroll = dialog->findChildren<QScrollArea *>().at(i);
        QVERIFY2(scroll->horizontalScrollBar()->maximum() == 0, qPrintable(dialog->pages().at(i)->windowTitle()));
    }
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestSettingsDialog)
#include "tst_settingsdialog.moc"
