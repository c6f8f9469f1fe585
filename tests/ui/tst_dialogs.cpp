// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What closing a line would do, and the dialogs' values.

#include "storyteller.h"

#include "dialogs/closelinedialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QUrl>

namespace Linescope::Test {

class TestDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void theDialogShowsBothConsequences();
    void connectionsBecomeUrls_data();
    void connectionsBecomeUrls();
    void aRecentConnectionFillsTheFieldsButNeverAllowsControl();
    void whatMissesIsSaidInWords();
    void lineOpenTakesItsArguments();
    void aCallNeedsALineAndANumber();
    void habitsOfANewApplication();
    void delaysAreTimesOrNever();
};

void TestDialogs::theDialogShowsBothConsequences() // G-7
{
    Storyteller story;
    const auto line1 = story.device(QStringLiteral("Line <b>1</b>"), story.provider(QStringLiteral("Simulator")));
    const auto crm = story.opens(story.app(QStringLiteral("crm")), line1);
    const auto dialer = story.opens(story.app(QStringLiteral("dialer")), line1);
    const auto live = story.call(line1, CallState::Connected);
    story.handle(live, crm);
    story.handle(live, dialer, Privilege::Monitor);
    CloseLineDialog dialog(story.world(), line1, dialer, true);
    QCOMPARE(dialog.choice().line, dialer);
    QVERIFY2(dialog.summary().contains(u"1 handle"), qPrintable(dialog.summary()));
    QVERIFY(!dialog.summary().contains(u"hung up"));
    const auto choices = dialog.findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 3);
    choices.at(0)->setChecked(true);
    QVERIFY(dialog.summary().contains(u"1 live call"));
    choices.at(2)->setChecked(true);
    QVERIFY(dialog.choice().asProvider);
    QVERIFY(dialog.summary().contains(u"2 handle"));
    const CloseLineDialog readOnly(story.world(), line1, crm, false);
    QVERIFY(!readOnly.findChildren<QRadioButton *>().constLast()->isEnabled());
}

void TestDialogs::connectionsBecomeUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addRow("TLS") << QStringLiteral("asterisks://watcher@pbx.example");
    QTest::addRow("TLS, port") << QStringLiteral("asterisks://watcher@pbx.example:5050");
    QTest::addRow("plain to this machine") << QStringLiteral("asterisk://watcher@127.0.0.1");
    QTest::addRow("plain, allowed") << QStringLiteral("asterisk://watcher@pbx.example?insecure=1");
    QTest::addRow("local channels") << QStringLiteral("asterisks://watcher@pbx.example?local=show");
    QTest::addRow("pinned") << QStringLiteral("asterisks://watcher@pbx.example?pin=") + QString(64, u'a');
}

void TestDialogs::connectionsBecomeUrls()
{
    QFETCH(QString, url);
    ConnectDialog dialog({});
    dialog.setUrl(url);
    QCOMPARE(dialog.request().url, url);
    QVERIFY(dialog.request().secret.isEmpty());
}

void TestDialogs::aRecentConnectionFillsTheFieldsButNeverAllowsControl() // threats, row 13
{
    ConnectDialog dialog({QStringLiteral("asterisks://watcher@pbx.example?control=1")});
    dialog.setUrl(QStringLiteral("asterisks://watcher@pbx.example?control=1"));
    QCOMPARE(dialog.request().url, QStringLiteral("asterisks://watcher@pbx.example"));
}

void TestDialogs::whatMissesIsSaidInWords() // threats, row 2
{
    ConnectDialog dialog({});
    dialog.show();
    const auto shown = [&] {
        QString text;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    };
    const auto ready = [&] {
        for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Connect")
                return button->isEnabled();
        }
        return false;
    };
    QVERIFY(shown().contains(u"Which host?"));
    QVERIFY(!ready());
    dialog.setUrl(QStringLiteral("asterisk://watcher@pbx.example"));
    QVERIFY(shown().contains(u"INSECURE"));
    QVERIFY(!ready());
    dialog.setUrl(QStringLiteral("asterisk://watcher@pbx.example?insecure=1"));
    QVERIFY(shown().contains(u"INSECURE"));
    QVERIFY(ready());
    dialog.setUrl(QStringLiteral("asterisks://watcher@pbx.example?pin=12"));
    QVERIFY(!ready());
    dialog.setUrl(QStringLiteral("asterisks://watcher@pbx.example"));
    QVERIFY(ready());
    QVERIFY(shown().contains(u"Read-only"));
}

void TestDialogs::lineOpenTakesItsArguments()
{
    Storyteller story;
    const auto provider = story.provider(QStringLiteral("Simulator"));
    story.device(QStringLiteral("Line 1"), provider);
    const auto line2 = story.device(QStringLiteral("Line 2"), provider);
    const auto app = story.app(QStringLiteral("crm"));
    OpenLineDialog dialog(story.world(), app, line2);
    QCOMPARE(dialog.app(), app);
    QCOMPARE(dialog.request().deviceId, deviceNumber(line2));
    QCOMPARE(dialog.request().privileges, Privileges(Privilege::Monitor));
    for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
        box->toggle();
    QCOMPARE(dialog.request().privileges, Privileges(Privilege::Owner));
    QCOMPARE(dialog.request().mediaModes, MediaModes(MediaMode::InteractiveVoice));
}

void TestDialogs::habitsOfANewApplication()
{
    const NewAppDialog dialog;
    const AppHabits habits = dialog.habits();
    QVERIFY(!habits.name.isEmpty());
    QCOMPARE(habits.apiVersion, ApiVersion::V2_2);
    QVERIFY(habits.openAllLines);
    QCOMPARE(habits.answerAfter, -1);
    QCOMPARE(habits.deallocateAfterIdle, 10'000'000);
}

void TestDialogs::aCallNeedsALineAndANumber()
{
    Storyteller story;
    const auto device = story.device(QStringLiteral("Line 1"), story.provider(QStringLiteral("Simulator")));
    const auto line = story.opens(story.app(QStringLiteral("crm")), device);
    const auto isReady = [](const MakeCallDialog &dialog, const QString &number) {
        dialog.findChild<QLineEdit *>()->setText(number);
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    };
    const MakeCallDialog dialog(story.world(), {line}, line);
    QVERIFY(!isReady(dialog, QStringLiteral("  ")));
    QVERIFY(isReady(dialog, QStringLiteral(" 102 ")));
    QCOMPARE(dialog.request().destAddress, QStringLiteral("102"));
    const MakeCallDialog without(story.world(), {}, {});
    QVERIFY(!isReady(without, QStringLiteral("102")));
}

void TestDialogs::delaysAreTimesOrNever()
{
    NewAppDialog dialog;
    dialog.show();
    auto *answers = dialog.findChildren<QDoubleSpinBox *>().at(0);
    QCOMPARE(answers->text(), QStringLiteral("never"));
    answers->stepUp();
    QCOMPARE(answers->value(), 0.0);
    answers->selectAll();
    QTest::keyClicks(answers, QStringLiteral("-0.5"));
    QTest::keyClick(answers, Qt::Key_Tab);
    QVERIFY2(dialog.habits().answerAfter >= 0 || answers->text() == u"never", qPrintable(answers->text()));
    answers->setValue(0);
    QCOMPARE(dialog.habits().answerAfter, 0);
    answers->setValue(-0.5);
    QCOMPARE(answers->text(), QStringLiteral("never"));
    QCOMPARE(dialog.habits().answerAfter, -1);
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestDialogs)
#include "tst_dialogs.moc"
