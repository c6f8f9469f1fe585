// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ways to a connection: profiles, an account out of a manager.conf, the wizard.

#include "dialogs/asteriskaddress.h"
#include "dialogs/connectdialog.h"
#include "dialogs/connectwizard.h"
#include "dialogs/importdialog.h"
#include "dialogs/managerconf.h"
#include "support/settings/settings.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

template<class Widget>
Widget *byText(const QWidget *in, const QString &text)
{
    for (Widget *widget : in->findChildren<Widget *>()) {
        if (QString(widget->text()).remove(u'&') == text)
            return widget;
    }
    return nullptr;
}

QLineEdit *byHint(const QWidget *in, const QString &hint)
{
    for (QLineEdit *edit : in->findChildren<QLineEdit *>()) {
        if (edit->placeholderText().startsWith(hint))
            return edit;
    }
    return nullptr;
}

QLineEdit *byContent(const QWidget *in, const QString &text)
{
    for (QLineEdit *edit : in->findChildren<QLineEdit *>()) {
        if (edit->text() == text)
            return edit;
    }
    return nullptr;
}

QString shownText(const QWidget *in)
{
    QString text;
    for (const QLabel *label : in->findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text;
}

const QString usualConf = uR"(
; the manager of this exchange
[general]
enabled = yes
port = 5040
;tlsenable = yes
bindaddr = 0.0.0.0

[operators](!)          ; a template
read = system,call,log
write = system

[desk](operators)
secret = p4ss\;word     ; with a semicolon
deny = 0.0.0.0/0.0.0.0
permit = 127.0.0.1/255.255.255.255
; a dash or two --; are nothing ;-- here
;-- an old account
[gone]
secret = x
--;
[dialler](operators)
secret => s3cret
write => system,call,originate
)"_s;

} // namespace

class TestConnecting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void managerConfIsReadAsAsteriskDoes()
    {
        const ManagerConf conf = ManagerConf::parse(usualConf);
        QVERIFY(conf.hasGeneral && conf.enabled && !conf.tls);
        QCOMPARE(conf.port, 5040);
        QCOMPARE(conf.accounts.size(), 2); // neither the template nor what is commented out
        const ManagerConf::Account desk = conf.accounts.first(), dialler = conf.accounts.last();
        QCOMPARE(desk.name, u"desk"_s);
        QCOMPARE(desk.secret, u"p4ss;word"_s);
        QCOMPARE(desk.read, (QStringList{u"system"_s, u"call"_s, u"log"_s}));
        QVERIFY(desk.seesCalls() && !desk.mayControl());
        QCOMPARE(dialler.secret, u"s3cret"_s);
        QVERIFY(dialler.seesCalls() && dialler.mayControl());
        for (const ManagerConf::Account &account : conf.accounts)
            QCOMPARE(conf.remarks(account), QStringList());
        QVERIFY(conf.hint(desk).contains(u"127.0.0.1"_s)); // from where it may log in
        QCOMPARE(conf.hint(dialler), QString());
    }

    void whatIsOddInManagerConfIsSurvived_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("accounts");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("no section") << u"secret = x\n"_s << QStringList();
        QTest::newRow("an account alone") << u"[a]\nsecret=x\nread=all"_s << QStringList{u"a"_s};
        QTest::newRow("carriage returns") << u"[a]\r\nsecret = x\r\n[b]\r\n"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("a template of itself") << u"[a](a)\nsecret = x\n"_s << QStringList{u"a"_s};
        QTest::newRow("a template that is not there") << u"[a](b)\n"_s << QStringList{u"a"_s};
        QTest::newRow("a head without an end") << u"[a\nsecret = x\n"_s << QStringList();
        QTest::newRow("a comment without an end") << u"[a]\n;-- secret = x\n[b]\n"_s << QStringList{u"a"_s};
        QTest::newRow("a comment in a comment")
            << u"[a]\n;-- x ;-- y\n--;\n[b]\n--;\n[c]\n"_s << QStringList{u"a"_s, u"c"_s};
        QTest::newRow("a ruler is no comment over lines") << u"[a]\n;------\n[b]\n"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("a section that goes on") << u"[a]\n[b]\n[a](+)\nsecret = x\n"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("general by another case") << u"[General]\nenabled = yes\n[a]\n"_s << QStringList{u"a"_s};
        QTest::newRow("templates that double") << [] {
            QString text = u"[t0](!)\nread = call\n"_s;
            for (int i = 1; i < 60; ++i)
                text += u"[t%1](!,t%2,t%2)\n"_s.arg(i).arg(i - 1);
            return text + u"[a](t59)\n"_s;
        }() << QStringList{u"a"_s};
        QTest::newRow("values without names") << u"[a]\n= x\n=> y\n=\n"_s << QStringList{u"a"_s};
        QTest::newRow("a port that is none") << u"[general]\nport = 99999999999\n[a]\n"_s << QStringList{u"a"_s};
        QTest::newRow("very long") << u"[a]\nread = "_s + QString(3 * ManagerConf::maxBytes, u'x')
                                   << QStringList{u"a"_s};
    }

    void whatIsOddInManagerConfIsSurvived()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, accounts);
        const ManagerConf conf = ManagerConf::parse(text);
        QStringList names;
        for (const ManagerConf::Account &account : conf.accounts)
            names += account.name;
        QCOMPARE(names, accounts);
        QCOMPARE(conf.port, 5038);
    }

    void manySectionsTakeNoMoreThanTheyMay()
    {
        QString text = u"[t](!)\n"_s + u"permit = 10.0.0.0/255.0.0.0\n"_s.repeated(5000);
        for (int i = 0; i < 20'000; ++i)
            text += u"[a%1](t)\n"_s.arg(i);
        const ManagerConf conf = ManagerConf::parse(text);
        QCOMPARE(conf.accounts.size(), 999); // and the template
        for (const ManagerConf::Account &account : conf.accounts)
            QCOMPARE(account.permit.size(), 100);
    }

    void whatKeepsAnAccountFromBeingOfUseIsSaid()
    {
        const ManagerConf conf = ManagerConf::parse(u"[general]\nenabled = no\n[a]\nread = system\n"_s);
        const QString remarks = conf.remarks(conf.accounts.first()).join(u' ');
        for (const QString &words : {u"enabled = yes"_s, u"no secret"_s, u"read = call"_s})
            QVERIFY2(remarks.contains(words), qPrintable(remarks));
    }

    void classesAreComparedAsAsteriskDoes()
    {
        const ManagerConf conf = ManagerConf::parse(u"[a]\nsecret=x\nread = system, call\n[b]\nsecret=x\nread=all\n"_s);
        QVERIFY(!conf.accounts.first().seesCalls()); // " call" is no class
        QVERIFY(conf.remarks(conf.accounts.first()).join(u' ').contains(u"without blanks"_s));
        QVERIFY(conf.accounts.last().seesCalls());
    }

    void portsOfAddresses_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("port");
        QTest::newRow("an address alone") << u"0.0.0.0"_s << 5039;
        QTest::newRow("with a port") << u"0.0.0.0:5061"_s << 5061;
        QTest::newRow("IPv6 alone") << u"::1"_s << 5039;
        QTest::newRow("IPv6 with a port") << u"[::]:5061"_s << 5061;
        QTest::newRow("too large") << u"0.0.0.0:70000"_s << 5039;
    }

    void portsOfAddresses()
    {
        QFETCH(QString, value);
        QFETCH(int, port);
        QCOMPARE(ManagerConf::parse(u"[general]\nsslenable=yes\ntlsbindaddr = "_s + value + u'\n').tlsPort, port);
    }

    void controlIsAskedForByItsFieldOnly_data()
    {
        QTest::addColumn<QString>("host");
        for (const QString &host : {u"pbx.example"_s, u"192.0.2.7"_s, u"2001:db8::1"_s})
            QTest::addRow("%s", qPrintable(host)) << host;
    }

    void controlIsAskedForByItsFieldOnly()
    {
        QFETCH(QString, host);
        AsteriskAddress address;
        address.host = host;
        address.user = u"watcher"_s;
        QCOMPARE(address.problem(), QString());
        QCOMPARE(AsteriskAddress::fromUrl(address.toUrl()), address);
        address.more = u"control=1"_s;
        QVERIFY(address.problem().contains(u"control"_s));
        address.user.clear();
        QVERIFY(address.problem().contains(u"Which user"_s));
    }

    // What Linescope writes, Linescope reads.
    void theAccountThatIsShownCanBeImported()
    {
        for (const bool control : {false, true}) {
            const ManagerConf conf = ManagerConf::parse(managerConf(u"watcher"_s, control, u"a1B2"_s));
            QCOMPARE(conf.accounts.size(), 1);
            QCOMPARE(conf.accounts.first().name, u"watcher"_s);
            QCOMPARE(conf.accounts.first().secret, u"a1B2"_s);
            QVERIFY(conf.accounts.first().seesCalls());
            QCOMPARE(conf.accounts.first().mayControl(), control);
        }
        QVERIFY(!managerConf(u"watcher"_s, false, u"x\nwrite = all"_s).contains(u"write = all"_s));
    }

    void anImportFillsWhatTheFileSays()
    {
        ImportDialog dialog;
        dialog.show();
        QVERIFY(!byText<QPushButton>(&dialog, u"Use"_s)->isEnabled());
        dialog.setText(u"hello"_s);
        QVERIFY(shownText(&dialog).contains(u"no account"_s));
        dialog.setText(usualConf);
        auto *accounts = dialog.findChild<QComboBox *>();
        QCOMPARE(accounts->count(), 2);
        accounts->setCurrentIndex(1);
        QVERIFY(shownText(&dialog).contains(u"act on them"_s));
        AsteriskAddress before;
        before.host = u"pbx.example"_s;
        const AsteriskAddress address = dialog.applied(before);
        QCOMPARE(address.host, u"pbx.example"_s);
        QCOMPARE(address.user, u"dialler"_s);
        QCOMPARE(address.port, 5040);
        QVERIFY(!address.tls && !address.control); // that is asked for by hand
        QCOMPARE(dialog.account()->secret, u"s3cret"_s);
        dialog.setText(u"[general]\nenabled=yes\ntlsenable=yes\ntlsbindaddr=0.0.0.0:5061\n[a]\nsecret=x\n"_s);
        QVERIFY(dialog.applied(before).tls);
        QCOMPARE(dialog.applied(before).port, 5061);
    }

    void aFileThatCannotBeReadIsSaid()
    {
        ImportDialog dialog;
        dialog.show();
        QVERIFY(!dialog.readFile(u"/nowhere/manager.conf"_s));
        QVERIFY(shownText(&dialog).contains(u"/nowhere/manager.conf"_s));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"manager.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(usualConf.toUtf8());
        file.close();
        QVERIFY(dialog.readFile(file.fileName()));
        QCOMPARE(dialog.account()->name, u"desk"_s);
    }

    void aProfileKeepsEveryField()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"a.ini"_s));
        const QString url = u"asterisks://watcher@pbx.example:5050?pin="_s + QString(64, u'a')
            + u"&local=show&control=1&context=internal"_s;
        {
            ConnectDialog dialog({});
            dialog.setProfiles(settings.profiles());
            connect(&dialog, &ConnectDialog::profilesChanged, &settings, &Settings::setProfiles);
            dialog.setUrl(url);
            byText<QCheckBox>(&dialog, u"Allow control: make, transfer, park, end calls"_s)->setChecked(true);
            dialog.saveProfile(u"  head   office "_s);
            dialog.setUrl(u"asterisks://other@east.example"_s);
            dialog.saveProfile(u"east, coast"_s); // a comma, too
            dialog.setUrl(QString());
            dialog.saveProfile(u"nothing to keep"_s);
        }
        const Settings later(folder.filePath(u"a.ini"_s));
        QCOMPARE(
            later.profiles(),
            (ConnectionProfiles{{u"east, coast"_s, u"asterisks://other@east.example"_s}, {u"head office"_s, url}}));
        ConnectDialog dialog({u"asterisks://recent@pbx.example"_s});
        dialog.setProfiles(later.profiles());
        auto *choice = dialog.findChild<QComboBox *>();
        byHint(&dialog, u"empty: take"_s)->setText(u"that of another"_s);
        choose(choice, 2);
        QCOMPARE(dialog.request().url, url); // with control: it was saved so
        QVERIFY(dialog.request().secret.isEmpty());
        choose(choice, choice->count() - 1);
        QCOMPARE(dialog.request().url, u"asterisks://recent@pbx.example"_s);
        QVERIFY(!byText<QPushButton>(&dialog, u"Remove"_s)->isEnabled());
        choose(choice, 0);
        QVERIFY(!byText<QPushButton>(&dialog, u"Connect"_s)->isEnabled());
    }

    void aProfileIsReplacedAndRemoved()
    {
        ConnectDialog dialog({});
        QSignalSpy changed(&dialog, &ConnectDialog::profilesChanged);
        dialog.setUrl(u"asterisks://a@pbx.example"_s);
        dialog.saveProfile(u"one"_s);
        dialog.setUrl(u"asterisks://b@pbx.example"_s);
        dialog.saveProfile(u"one"_s);
        QCOMPARE(dialog.profiles(), (ConnectionProfiles{{u"one"_s, u"asterisks://b@pbx.example"_s}}));
        dialog.removeProfile();
        QCOMPARE(dialog.profiles(), ConnectionProfiles());
        QCOMPARE(changed.size(), 3);
        QCOMPARE(dialog.request().url, u"asterisks://b@pbx.example"_s); // the fields stay
    }

    void aNewProfileTakesNoOthersName()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"a.ini"_s));
        settings.addProfile({u"pbx"_s, u"asterisks://a@pbx.example"_s});
        settings.addProfile({u"pbx"_s, u"asterisks://a@pbx.example"_s});
        settings.addProfile({u"pbx"_s, u"asterisks://b@pbx.example"_s});
        QCOMPARE(settings.profiles(),
                 (ConnectionProfiles{{u"pbx"_s, u"asterisks://a@pbx.example"_s},
                                     {u"pbx (2)"_s, u"asterisks://b@pbx.example"_s}}));
    }

    void noPasswordIsEverKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"a.ini"_s));
        settings.setProfiles({{u"x"_s, u"asterisks://a:hush@pbx.example"_s}});
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hush"));
    }

    void theWizardLeadsToAConnection()
    {
        QStringList tried;
        TellTrial tell;
        QPointer<QObject> trying;
        ConnectWizard wizard(
            {}, [&](const QString &url, const QByteArray &secret, QObject *context, const TellTrial &told) {
                tried += url + u' ' + QString::fromUtf8(secret);
                trying = context;
                tell = told;
            });
        wizard.show();
        QAbstractButton *next = wizard.button(QWizard::NextButton);
        QVERIFY(!next->isEnabled());
        byHint(&wizard, u"pbx.example"_s)->setText(u"192.0.2.7"_s);
        QVERIFY(next->isEnabled());
        byText<QCheckBox>(wizard.currentPage(), u"Encrypted (TLS)"_s)->setChecked(false);
        QVERIFY(!next->isEnabled());
        QVERIFY(shownText(wizard.currentPage()).contains(u"INSECURE"_s));
        byText<QCheckBox>(wizard.currentPage(), u"Connect unencrypted to another machine"_s)->setChecked(true);
        QCOMPARE(wizard.currentPage()->findChild<QSpinBox *>()->value(), 5038);
        wizard.next();

        byContent(wizard.currentPage(), u"linescope"_s)->setText(u"watcher"_s);
        auto *conf = wizard.currentPage()->findChild<QPlainTextEdit *>();
        QVERIFY(conf->toPlainText().startsWith(u"[watcher]\nsecret = CHANGE-ME\n"_s));
        byText<QPushButton>(wizard.currentPage(), u"Invent one"_s)->click();
        const QString secret = QString::fromUtf8(wizard.request().secret);
        QCOMPARE(secret.size(), 32);
        QVERIFY(conf->toPlainText().contains(u"secret = "_s + secret + u'\n'));
        byText<QPushButton>(wizard.currentPage(), u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), conf->toPlainText());
        QVERIFY(!conf->toPlainText().contains(u"originate"_s));
        byContent(wizard.currentPage(), secret)->setText(u"typed"_s); // what somebody types is not shown
        QVERIFY(!conf->toPlainText().contains(u"typed"_s) && conf->toPlainText().contains(u"CHANGE-ME"_s));
        byContent(wizard.currentPage(), u"typed"_s)->setText(secret);
        byContent(wizard.currentPage(), u"watcher"_s)->setText(u"no account"_s);
        QVERIFY(shownText(wizard.currentPage()).contains(u"cannot have this name"_s));
        byContent(wizard.currentPage(), u"no account"_s)->setText(u"watcher"_s);
        wizard.next();

        QCOMPARE(tried, QStringList{u"asterisk://watcher@192.0.2.7?insecure=1 "_s + secret});
        QVERIFY(shownText(wizard.currentPage()).contains(u"Testing…"_s));
        tell(false, {u"Refused: <b>no</b>"_s});
        QVERIFY(shownText(wizard.currentPage()).contains(u"Refused: <b>no</b>"_s));
        QVERIFY(shownText(wizard.currentPage()).contains(u"Go back"_s));
        QVERIFY(wizard.button(QWizard::FinishButton)->isEnabled());
        byText<QPushButton>(wizard.currentPage(), u"Test again"_s)->click();
        QCOMPARE(tried.size(), 2);
        wizard.back(); // that was about other fields
        QTRY_VERIFY(trying.isNull());
        wizard.next();
        tell(true, {u"Logged in."_s});
        QVERIFY(shownText(wizard.currentPage()).contains(u"Logged in."_s));
        QCOMPARE(wizard.profileName(), u"192.0.2.7"_s);
        QVERIFY(!wizard.request().keepInKeyring);
        byText<QCheckBox>(wizard.currentPage(), u"Keep the password in the keyring"_s)->setChecked(true);
        QVERIFY(wizard.request().keepInKeyring);
        byText<QCheckBox>(wizard.currentPage(), u"Save as a profile:"_s)->setChecked(false);
        QCOMPARE(wizard.profileName(), QString());
    }

    void theWizardSaysWhatIsMissing()
    {
        ConnectWizard wizard([](const QString &) { return u"Not <i>so</i>."_s; });
        wizard.show();
        QVERIFY(shownText(wizard.currentPage()).contains(u"Which host?"_s));
        byHint(&wizard, u"pbx.example"_s)->setText(u"no host"_s);
        QVERIFY(shownText(wizard.currentPage()).contains(u"not the name or address"_s));
        byHint(&wizard, u"pbx.example"_s)->setText(u"localhost"_s);
        byHint(&wizard, u"SHA-256"_s)->setText(u"12"_s);
        QVERIFY(shownText(wizard.currentPage()).contains(u"64 hexadecimal digits"_s));
        byHint(&wizard, u"SHA-256"_s)->clear();
        wizard.next();
        QVERIFY(shownText(wizard.currentPage()).contains(u"Not <i>so</i>."_s));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        byContent(wizard.currentPage(), u"linescope"_s)->clear();
        QVERIFY(shownText(wizard.currentPage()).contains(u"Which user"_s));
    }

private:
    static void choose(QComboBox *choice, int index)
    {
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
    }
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestConnecting)
#include "tst_connecting.moc"
