// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What closing a line would do, and the dialogs' values.

#include "storyteller.h"

#include "dialogs/callfunctiondialog.h"
#include "dialogs/closelinedialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/forms.h"
#include "dialogs/managerconf.h"
#include "dialogs/managerconfdialog.h"
#include "dialogs/reading.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QUrl>

#include <memory>

namespace Linescope::Test {

class TestDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void theDialogShowsBothConsequences();
    void connectionsBecomeUrls_data();
    void connectionsBecomeUrls();
    void aRecentConnectionFillsTheFieldsButNeverAllowsControl();
    void theAccountThatIsNeededCanBeCopied();
    void aConnectionCanBeTried();
    void whatMissesIsSaidInWords();
    void lineOpenTakesItsArguments();
    void aCallNeedsALineAndANumber();
    void whatMissesInAFormIsSaid();
    void longReasonsFit();
    void theTargetsOfAHandoffAreModules();
    void aHandoffSaysWhoGetsTheCall_data();
    void aHandoffSaysWhoGetsTheCall();
    void theNameOfAnApplicationIsShownSafelyAndTakenAsItIs();
    void habitsOfANewApplication();
    void delaysAreTimesOrNever();
};

namespace {

bool isReady(const QDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
}

QString said(const QDialog &dialog) // beside what is in fields
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts += label->text();
    }
    return texts.join(u'\n');
}

struct Handoff { // A1 holds a call and was the first to open the line
    Handoff()
    {
        const HLineApp holder = story.app(QStringLiteral("crm"));
        call = story.handle(story.call(line), story.opens(holder, line));
        story.app(QStringLiteral("desk"));
        const HLineApp second = story.app(QStringLiteral("desk")); // A3
        const HLineApp third = story.app(QStringLiteral("desk"));
        story.opens(third, line);
        story.opens(second, line);
        story.app(QStringLiteral("<b>away")); // A5
        story.opens(story.app(QStringLiteral("CRM")), line);
        story.opens(story.app(QStringLiteral("board")), line); // A7
        dialog = std::make_unique<CallFunctionDialog>(story.world(), *callFunction(ActionId::Handoff),
                                                      QStringLiteral("Hand off"), call, HLine());
    }
    Storyteller story;
    DeviceId line = story.device(QStringLiteral("Line 1"), story.provider(QStringLiteral("Simulator")));
    HCall call;
    std::unique_ptr<CallFunctionDialog> dialog;
};

} // namespace

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
    QTest::addRow("what has no field") << QStringLiteral("asterisks://watcher@pbx.example?context=internal&pickup=*8");
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

void TestDialogs::theAccountThatIsNeededCanBeCopied()
{
    for (const bool control : {false, true}) {
        const QString text = managerConf(QStringLiteral("watcher"), control);
        QVERIFY(text.startsWith(u"[watcher]\nsecret = CHANGE-ME\n"));
        QCOMPARE(text.count(u"\nwrite = "), 1);
        QCOMPARE(text.contains(u"originate"), control);
        QVERIFY(text.contains(u"\nread = call,") && !text.contains(u';'));
        ManagerConfDialog dialog(QStringLiteral("watcher"), control);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"&Copy")
                button->click();
        }
        QCOMPARE(QApplication::clipboard()->text(), text);
    }
    QVERIFY(managerConf(QStringLiteral("a]\nwrite = all"), false).startsWith(u"[linescope]\n"));
}

void TestDialogs::aConnectionCanBeTried()
{
    ConnectDialog dialog({});
    TellTrial tell;
    QPointer<QObject> trying;
    QString tried;
    dialog.setTry([&](const QString &url, const QByteArray &secret, QObject *context, const TellTrial &told) {
        tried = url + u' ' + QString::fromUtf8(secret);
        trying = context;
        tell = told;
    });
    dialog.show();
    QPushButton *test = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"T&est")
            test = button;
    }
    const auto shows = [&](const QString &text) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QVERIFY(test && !test->isEnabled()); // nothing to try yet
    dialog.setUrl(QStringLiteral("asterisks://watcher@pbx.example"));
    QVERIFY(test->isEnabled());
    test->click();
    QCOMPARE(tried, QStringLiteral("asterisks://watcher@pbx.example "));
    QVERIFY(shows(QStringLiteral("Testing…")) && !test->isEnabled());
    tell(false, {QStringLiteral("Refused: <b>no</b>")});
    QVERIFY(shows(QStringLiteral("Refused: <b>no</b>")) && test->isEnabled());
    dialog.setUrl(QStringLiteral("asterisks://watcher@other.example")); // that was about another server
    QVERIFY(!shows(QStringLiteral("Refused: <b>no</b>")));
    QVERIFY(trying.isNull());
}

void TestDialogs::whatMissesIsSaidInWords() // threats, row 2
{
    const auto check = [](const QString &url) {
        return url.contains(u"context=") ? QStringLiteral("No such value: <b>context</b>") : QString();
    };
    ConnectDialog dialog({}, check);
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
    dialog.setUrl(QStringLiteral("asterisks://watcher@pbx.example?context="));
    QVERIFY(shown().contains(u"No such value: <b>context</b>")); // as it is, no markup
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
    const auto isReadyWith = [](const MakeCallDialog &dialog, const QString &number) {
        dialog.findChild<QLineEdit *>()->setText(number);
        return isReady(dialog);
    };
    const MakeCallDialog dialog(story.world(), {line}, line);
    QVERIFY(!isReadyWith(dialog, QStringLiteral("  ")));
    QVERIFY(isReadyWith(dialog, QStringLiteral(" 102 ")));
    QCOMPARE(dialog.request().destAddress, QStringLiteral("102"));
    const MakeCallDialog without(story.world(), {}, {});
    QVERIFY(!isReadyWith(without, QStringLiteral("102")));
}

void TestDialogs::whatMissesInAFormIsSaid()
{
    Storyteller story;
    const OpenLineDialog nobody(story.world(), {}, {});
    QVERIFY(!isReady(nobody) && said(nobody).contains(u"no application"));
    const auto device = story.device(QStringLiteral("Line 1"), story.provider(QStringLiteral("Simulator")));
    const auto line = story.opens(story.app(QStringLiteral("crm")), device);
    const OpenLineDialog open(story.world(), {}, {});
    QVERIFY2(isReady(open) && !said(open).contains(u"There is no"), qPrintable(said(open)));

    const MakeCallDialog without(story.world(), {}, {});
    QVERIFY(!isReady(without) && said(without).contains(u"No open line"));
    const MakeCallDialog call(story.world(), {line}, {});
    QVERIFY(!isReady(call) && said(call).contains(u"Which number?"));
    call.findChild<QLineEdit *>()->setText(QStringLiteral("1"));
    QVERIFY(isReady(call) && !said(call).contains(u"Which"));

    const NewAppDialog app;
    QVERIFY(isReady(app) && !said(app).contains(u"Which"));
    app.findChild<QLineEdit *>()->setText(QStringLiteral(" "));
    QVERIFY(!isReady(app) && said(app).contains(u"Which name?"));
    const NameDialog name(QStringLiteral("Add line"), QStringLiteral("&Name:"), QStringLiteral("Add"), {});
    QVERIFY(!isReady(name) && said(name).contains(u"Which name?"));

    const HCall handle = story.handle(story.call(device, CallState::Connected), line);
    const auto dialog = [&](ActionId id) {
        return CallFunctionDialog(story.world(), *callFunction(id), QStringLiteral("x"), handle, {});
    };
    const CallFunctionDialog transfer = dialog(ActionId::BlindTransfer);
    QVERIFY(!isReady(transfer) && said(transfer).contains(u"Which number?"));
    const CallFunctionDialog digits = dialog(ActionId::SendDigits);
    QVERIFY(!isReady(digits) && said(digits).contains(u"Which digits?"));
    const CallFunctionDialog swap = dialog(ActionId::SwapHold);
    QVERIFY(!isReady(swap) && said(swap).contains(u"no other call"));

    story.closes(line);
    const CloseLineDialog closed(story.world(), device, {}, false);
    QVERIFY2(closed.summary().contains(u"No application has the line open"), qPrintable(closed.summary()));
}

void TestDialogs::longReasonsFit()
{
    AppNameDialog dialog(QStringLiteral("Add"), QStringLiteral("Add"), {}, [](const QString &name) {
        return name.isEmpty() ? QString() : QStringLiteral("A reason of some length. ").repeated(20);
    });
    dialog.show();
    const int before = dialog.height();
    dialog.findChild<QComboBox *>()->setEditText(QStringLiteral("x"));
    QApplication::processEvents();
    QVERIFY(dialog.height() > before);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
}

void TestDialogs::theTargetsOfAHandoffAreModules() // P-22
{
    const Handoff handoff;
    QStringList targets;
    const auto *box = handoff.dialog->findChild<QComboBox *>();
    for (int i = 0; i < box->count(); ++i)
        targets += box->itemText(i);
    QCOMPARE(targets,
             (QStringList{QStringLiteral("The first application for voice calls"), QStringLiteral("<b>away (A5)"),
                          QStringLiteral("board (A7)"), QStringLiteral("crm.exe (A1, A6)"),
                          QStringLiteral("desk.exe (A2, A3, A4)")}));
}

void TestDialogs::aHandoffSaysWhoGetsTheCall_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("rule");
    QTest::addRow("by media") << 0 << QString() << QStringLiteral("first in the list for voice calls");
    QTest::addRow("has no line") << 1 << QStringLiteral("<b>away.exe") << QStringLiteral("Nobody gets the call");
    QTest::addRow("one") << 2 << QStringLiteral("board.exe") << QStringLiteral("A7 gets the call (P-22)");
    QTest::addRow("the holder's own") << 3 << QStringLiteral("crm.exe")
                                      << QStringLiteral("Nothing changes: A1, which holds the call,");
    QTest::addRow("several") << 4 << QStringLiteral("desk.exe") << QStringLiteral("A4 gets the call: it was the first");
}

void TestDialogs::aHandoffSaysWhoGetsTheCall() // P-22, P-23, P-24
{
    const Handoff handoff;
    QFETCH(int, target);
    QFETCH(QString, rule);
    handoff.dialog->findChild<QComboBox *>()->setCurrentIndex(target);
    QVERIFY2(said(*handoff.dialog).contains(rule), qPrintable(said(*handoff.dialog)));
    QTEST(handoff.dialog->input().text, "module");
    QVERIFY(isReady(*handoff.dialog)); // what comes of it can be tried
}

void TestDialogs::theNameOfAnApplicationIsShownSafelyAndTakenAsItIs()
{
    const QString hostile = QStringLiteral("a\nb\u202Ec");
    const QString twin = QStringLiteral("a\nb\u202Dc");
    const auto problem = [](const QString &name) {
        return name == u"taken" ? QStringLiteral("It is taken.") : QString();
    };
    AppNameDialog dialog(QStringLiteral("Add"), QStringLiteral("Add"), {hostile, twin, QStringLiteral("crm")}, problem);
    auto *box = dialog.findChild<QComboBox *>();
    QCOMPARE(box->currentText(), QStringLiteral("a␊b\uFFFDc"));
    QCOMPARE(dialog.name(), hostile);
    QVERIFY(isReady(dialog));
    box->setCurrentIndex(1);
    QCOMPARE(box->currentText(), QStringLiteral("a␊b\uFFFDc"));
    QCOMPARE(dialog.name(), twin);
    box->setEditText(QStringLiteral("taken"));
    QVERIFY(!isReady(dialog));
    QVERIFY(said(dialog).contains(u"It is taken."));
    box->setEditText(QStringLiteral("CRM"));
    QVERIFY(isReady(dialog));
    QCOMPARE(dialog.name(), QStringLiteral("CRM"));
    QVERIFY(!said(dialog).contains(u"It is taken."));
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
