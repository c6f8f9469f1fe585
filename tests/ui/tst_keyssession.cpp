// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program without a mouse: its settings, also after a restart, and its connections.

#include "amipeer.h"
#include "amiplayer.h"
#include "keyboard.h"
#include "session.h"
#include "windowfixture.h"

#include "dialogs/connectdialog.h"
#include "dialogs/connectwizard.h"
#include "dialogs/settingsdialog.h"
#include "guide/guide.h"
#include "guide/helpbrowser.h"
#include "guide/helpwindow.h"
#include "models/linetreemodel.h"
#include "models/provenancemodel.h"
#include "panels/inspector/mappingpanel.h"
#include "panels/noticebar.h"
#include "panels/tables/linespanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QTableView>
#include <QTreeView>

namespace Linescope::Test {

class TestKeysSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void settingsHoldAtOnceAndAfterARestart();
    void aConnectionThatFailsSaysWhatToDo_data();
    void aConnectionThatFailsSaysWhatToDo();
    void twoServersStandSideBySide();
    void aCallIsExplainedByTheEventsOfItsServer();
    void theWizardConnectsAndKeepsAProfile();
};

namespace {

// On the page, with Tab. False if the focus does not come by.
bool goToField(SettingsDialog *dialog, const QString &page, const QString &name)
{
    if (!dialog || !tabTo(dialog->pageList()))
        return false;
    press(Qt::Key_Home);
    for (int i = 0; i < dialog->pages().size() && dialog->pageList()->currentItem()->text() != page; ++i)
        press(Qt::Key_Down);
    for (const QWidget *field : dialog->findChildren<QWidget *>()) {
        if (field->accessibleName() == name && field->isVisible())
            return tabTo(field);
    }
    return false;
}

} // namespace

void TestKeysSession::settingsHoldAtOnceAndAfterARestart()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source.clear();
    auto session = std::make_unique<Session>(options, &settings);
    session->start();
    QApplication::setActiveWindow(session->window());
    QVERIFY(choose(session->window(), {u"Source"_s, u"Settings…"_s}));
    const auto go = [&](const QString &page, const QString &field) {
        return goToField(session->settingsDialog(), page, field);
    };
    QVERIFY(go(u"Appearance"_s, u"Colours"_s));
    press(Qt::Key_End);
    QCOMPARE(groundOf(session->window()->palette()), Ground::HighContrast);
    QVERIFY(go(u"Appearance"_s, u"Colours of states"_s));
    press(Qt::Key_End);
    QVERIFY(settings.preferences().appearance.stateColors == StateColorSet::ColorBlindSafe);
    QVERIFY(go(u"Tables"_s, u"Void handles stay for"_s));
    type(u"42"_s);
    QVERIFY(go(u"Tables"_s, u"Memory"_s));
    QCOMPARE(settings.ghostSeconds(), 42);
    press(Qt::Key_Down);
    QVERIFY(settings.preferences().formats.bytes == ByteUnit::Decimal);
    QVERIFY(go(u"Privacy"_s, u"Show"_s));
    press(Qt::Key_Down);
    QVERIFY((session->live()->masker().choice() == MaskingChoice{MaskingMode::Mask, true}));
    QVERIFY(go(u"Language"_s, u"Language of the window"_s));
    press(Qt::Key_End);
    const auto secondMenu = [&] { return session->window()->menuBar()->actions().at(1)->text(); };
    QTRY_COMPARE(secondMenu(), u"&Vue"_s);
    QVERIFY(session->settingsDialog());
    press(Qt::Key_Return);
    QVERIFY(!session->settingsDialog());

    const Preferences chosen = settings.preferences();
    session.reset();
    Settings again(folder.filePath(u"a.ini"_s));
    QVERIFY(again.preferences() == chosen);
    Session restarted(options, &again);
    restarted.start();
    QCOMPARE(restarted.window()->menuBar()->actions().at(1)->text(), u"&Vue"_s);
    QCOMPARE(groundOf(restarted.window()->palette()), Ground::HighContrast);
    QVERIFY((restarted.live()->masker().choice() == MaskingChoice{MaskingMode::Mask, true}));
    again.setPreferences({});
    applyTheme({});
}

void TestKeysSession::aConnectionThatFailsSaysWhatToDo_data()
{
    QTest::addColumn<bool>("somebodyListens");
    QTest::addColumn<QStringList>("words");
    QTest::addRow("nobody listens") << false << QStringList{u"refuses connections"_s, u"manager.conf"_s};
    QTest::addRow("login refused") << true << QStringList{u"refused the user name"_s, u"watcher"_s};
}

void TestKeysSession::aConnectionThatFailsSaysWhatToDo()
{
    QFETCH(bool, somebodyListens);
    QFETCH(QStringList, words);
    AmiPeer peer;
    peer.secret = "another";
    const quint16 port = peer.port();
    if (!somebodyListens)
        peer.stopListening();
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source = u"simulator:?lines=2&automatic=0&up=2&apps=demo"_s;
    Session session(options, &settings);
    session.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    QList<HCall> before;
    session.live()->world().handles().forEach([&](const Handle &handle) { before += handle.id; });
    QApplication::setActiveWindow(session.window());
    QVERIFY(WindowFixture::actAndAnswer<ConnectDialog>(
        [&] {
            choose(session.window(), {u"Source"_s, u"Connect to Asterisk…"_s});
        },
        [&](ConnectDialog *dialog) {
            press(Qt::Key_H, Qt::AltModifier);
            type(u"127.0.0.1"_s);
            const auto boxes = dialog->findChildren<QCheckBox *>();
            const auto tls = std::find_if(boxes.cbegin(), boxes.cend(),
                                          [](const QCheckBox *box) { return box->text().contains(u"TLS"); });
            QVERIFY(tls != boxes.cend() && tabTo(*tls));
            press(Qt::Key_Space);
            press(Qt::Key_P, Qt::AltModifier);
            type(QString::number(port));
            press(Qt::Key_U, Qt::AltModifier);
            type(u"watcher"_s);
            press(Qt::Key_W, Qt::AltModifier);
            type(u"secret"_s);
            press(Qt::Key_Return);
        }));
    const NoticeBar *notice = session.window()->notice();
    for (const QString &word : words)
        QTRY_VERIFY2(notice->text().contains(word), qPrintable(notice->text()));
    QVERIFY(notice->isVisible());
    QVERIFY(!notice->text().contains(u"secret"));
    for (const HCall handle : std::as_const(before))
        QVERIFY(session.live()->world().handle(handle));
    QVERIFY(session.window()->healthText().contains(u"Simulator"));
}

// The same telephones, the same Uniqueids: two servers that were set up alike.
void TestKeysSession::twoServersStandSideBySide()
{
    const QString file = u"a16-sip-callee-hangs-up.txt"_s;
    AmiPlayer east(file), west(file);
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    Settings settings(folder.filePath(u"a.ini"_s));
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    const auto connectTo = [&](quint16 port, const QString &user = u"monitor"_s) {
        Q_EMIT session.window()->connectRequested(
            {u"asterisk://%1@127.0.0.1:%2"_s.arg(user).arg(port), "s3cret", false});
    };
    const World &world = session.live()->world();
    const auto devicesOf = [&](ProviderId provider, const QString &name) {
        return std::count_if(world.devices().begin(), world.devices().end(), [&](const Device &device) {
            return device.provider == provider && device.info.name == name && !device.removed;
        });
    };
    connectTo(east.port());
    connectTo(west.port());
    QTRY_COMPARE(world.providers().size(), 2u);
    QTRY_VERIFY(east.finished() && west.finished());
    QTRY_COMPARE(world.totals().callsCreated, 4u);
    QTRY_COMPARE(world.totals().liveCalls, 0u);
    const ProviderId first = world.providers().front().id, second = world.providers().back().id;
    QCOMPARE(devicesOf(first, u"PJSIP/6001"_s), 1);
    QCOMPARE(devicesOf(second, u"PJSIP/6001"_s), 1);
    QVERIFY(world.provider(first)->name != world.provider(second)->name);
    QVERIFY(world.provider(first)->name.contains(QString::number(east.port())));
    const HandleModel *handles = session.window()->handles()->model();
    QSet<QString> sources;
    for (int row = 0; row < handles->rowCount(); ++row)
        sources += handles->index(row, int(HandleModel::Column::Source)).data().toString();
    QCOMPARE(sources, (QSet<QString>{world.provider(first)->name, world.provider(second)->name}));
    QTRY_VERIFY(!session.window()->handles()->view()->isColumnHidden(int(HandleModel::Column::Source)));

    connectTo(west.port(), u"somebody"_s); // another account is no other server
    QTRY_VERIFY(session.window()->notice()->text().contains(u"connected already"_s));

    west.peer().stopListening();
    west.peer().cut();
    QTRY_VERIFY(!world.provider(second)->up);
    QVERIFY(world.provider(first)->up); // each has its own health
    Q_EMIT session.window()->disconnectRequested(second);
    QTRY_COMPARE(devicesOf(second, u"PJSIP/6001"_s), 0);
    QCOMPARE(devicesOf(first, u"PJSIP/6001"_s), 1);
    QVERIFY(world.provider(first)->up);
}

void TestKeysSession::aCallIsExplainedByTheEventsOfItsServer()
{
    AmiPlayer server(u"a16-sip-call-hold.txt"_s);
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    qputenv("LINESCOPE_SECRET", "s3cret");
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source = u"asterisk://monitor@127.0.0.1:%1"_s.arg(server.port());
    Session session(options, &settings);
    session.start();
    MainWindow *window = session.window();
    QTRY_VERIFY(server.finished());
    QTRY_VERIFY(session.live()->world().totals().callsCreated > 0);
    QTRY_COMPARE(session.live()->world().totals().liveCalls, 0u);
    QVERIFY(window->handles()->model()->rowCount() > 0);
    QApplication::setActiveWindow(window);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Home);
    QVERIFY(choose(window, {u"Call"_s, u"Explain its state"_s}));
    MappingPanel *mapping = window->mapping();
    QTRY_VERIFY(mapping->isVisible() && mapping->model()->rowCount() > 0);
    QVERIFY(mapping->view()->hasFocus());
    QVERIFY2(mapping->summary().contains(u"because of Hangup, by the rule AMI-E"_s), qPrintable(mapping->summary()));
    QVERIFY(mapping->details().contains(u"Cause: 16"_s));
    press(Qt::Key_Home, Qt::ControlModifier);
    QVERIFY2(mapping->details().contains(u"Event: Newchannel"_s), qPrintable(mapping->details()));

    // What was told of a call stays when its handle has been given back, also when it is asked for again.
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(choose(window, {u"Call"_s, u"Deallocate handle"_s}));
    QTRY_VERIFY2(mapping->summary().contains(u"The call has gone."_s), qPrintable(mapping->summary()));
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(mapping->summary().contains(u"The call has gone."_s), qPrintable(mapping->summary()));

    LinesPanel *lines = window->lines(); // and why a line is out of service
    const QModelIndex line = lines->model()->index(0, 0, lines->model()->index(0, 0));
    lines->view()->setFocus();
    lines->view()->setCurrentIndex(line);
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY2(mapping->summary().contains(u"out of service because of EndpointList, by the rule AMI-L2"_s),
                 qPrintable(mapping->summary()));
    QVERIFY(mapping->summary().contains(line.data().toString()));
    server.peer().stopListening();
    server.peer().cut();
    QTRY_VERIFY2(mapping->summary().contains(u"out of service by the rule AMI-L1, without an event"_s),
                 qPrintable(mapping->summary()));

    Q_EMIT mapping->rulesWanted();
    const HelpWindow *help = window->guide()->helpWindow();
    QVERIFY(help);
    QTRY_VERIFY(help->browser()->toPlainText().contains(u"AMI-S4"_s));
}

// From the card of the first start on, with the server that is there.
void TestKeysSession::theWizardConnectsAndKeepsAProfile()
{
    AmiPlayer server(u"a16-sip-call-hold.txt"_s);
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    Settings settings(folder.filePath(u"a.ini"_s));
    settings.setLanguage(u"en"_s);
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    QApplication::setActiveWindow(session.window());
    const auto says = [](const QWidget *widget, const QString &words) {
        const auto labels = widget->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QVERIFY(WindowFixture::actAndAnswer<ConnectWizard>(
        [&] {
            choose(session.window(), {u"Source"_s, u"Connect step by step…"_s});
        },
        [&](ConnectWizard *wizard) {
            press(Qt::Key_H, Qt::AltModifier);
            type(u"127.0.0.1"_s);
            press(Qt::Key_T, Qt::AltModifier); // no TLS; a click by key takes a moment
            QTRY_VERIFY(wizard->request().url.startsWith(u"asterisk://"));
            press(Qt::Key_P, Qt::AltModifier);
            press(Qt::Key_A, Qt::ControlModifier);
            type(QString::number(server.port()));
            press(Qt::Key_N, Qt::AltModifier);
            QTRY_VERIFY(says(wizard, u"A new account"_s));
            press(Qt::Key_U, Qt::AltModifier);
            press(Qt::Key_A, Qt::ControlModifier);
            type(u"monitor"_s);
            press(Qt::Key_W, Qt::AltModifier);
            type(u"s3cret"_s);
            press(Qt::Key_N, Qt::AltModifier);
            QTRY_VERIFY2(says(wizard, u"Asterisk Call Manager"_s),
                         qPrintable(wizard->currentPage()->title() + wizard->request().url));
            press(Qt::Key_C, Qt::AltModifier);
        }));
    QTRY_COMPARE(session.live()->world().providers().size(), 1u);
    QTRY_VERIFY(session.live()->world().providers().front().up);
    const QString url = u"asterisk://monitor@127.0.0.1:%1"_s.arg(server.port());
    QCOMPARE(settings.profiles(), (ConnectionProfiles{{u"127.0.0.1"_s, url}}));
    QVERIFY(!server.receivedActions().contains("Originate"));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestKeysSession)
#include "tst_keyssession.moc"
