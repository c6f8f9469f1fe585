// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as a whole: its command line, its languages, its sources.

#include "options.h"
#include "session.h"
#include "windowfixture.h"
#include "windowtexts.h"

#include "dialogs/reading.h"
#include "dialogs/settingsdialog.h"
#include "guide/commandpalette.h"
#include "guide/guide.h"
#include "guide/presenter.h"
#include "mainwindow/operations.h"
#include "mainwindow/pages.h"
#include "models/messagemodel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/section.h"
#include "panels/noticebar.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "panels/tables/messagespanel.h"
#include "support/export/csv.h"
#include "support/export/exporter.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

namespace {

tl::expected<Options, OptionsProblem> parsed(const QString &arguments)
{
    return parseOptions(QStringList{QStringLiteral("linescope")} + arguments.split(u' ', Qt::SkipEmptyParts));
}

// Nobody else's: what of them is found anywhere has got there from the call.
const QString telltaleNumber = QStringLiteral("+4915792368417");
const QString telltaleName = QStringLiteral("Zweig-Sentinel");

// The first text that tells the number or the name, however it is written.
QString telltale(const QStringList &texts)
{
    for (const QString &text : texts) {
        QString bare;
        std::copy_if(text.cbegin(), text.cend(), std::back_inserter(bare),
                     [](QChar c) { return c.isLetterOrNumber(); });
        for (const QString &word : {QStringLiteral("15792368"), QStringLiteral("zweig"), QStringLiteral("sentinel")}) {
            if (bare.contains(word, Qt::CaseInsensitive))
                return text.left(500);
        }
    }
    return {};
}

// A call from there, answered and sent back there, of which one handle is void and one retained; and a call to there.
void liveThrough(WindowFixture *f)
{
    f->addApp(QStringLiteral("crm"), Privilege::Owner);
    f->addApp(QStringLiteral("recorder"), Privilege::Monitor);
    QTRY_COMPARE(f->world().lines().size(), 4);
    f->incomingCall(telltaleNumber, telltaleName);
    QTRY_COMPARE(f->world().handles().size(), 2);
    const HCall handle = f->handleOf(QStringLiteral("crm"));
    const HLineApp app = f->world().appOf(*f->world().handle(handle));
    f->window->handles()->select(handle);
    QTRY_VERIFY(f->action(ActionId::Answer)->isEnabled());
    f->action(ActionId::Answer)->trigger();
    QTRY_COMPARE(f->stateOf(handle), CallState::Connected);
    f->window->operations()->call(*callFunction(ActionId::BlindTransfer), {handle, {}, {}, telltaleNumber});
    QTRY_COMPARE(f->stateOf(handle), CallState::Idle);
    f->window->operations()->deallocate({handle});
    QTRY_VERIFY(f->rows()->ghost(handle));

    Requests::MakeCall out;
    f->world().lines().forEach([&](const Line &line) { out.line = line.app == app ? line.id : out.line; });
    out.destAddress = telltaleNumber;
    out.params.comment = telltaleName;
    f->window->operations()->makeCall(out);
    QTRY_VERIFY(!f->handleOf(QStringLiteral("crm")).isNull());
    f->window->handles()->select(f->handleOf(QStringLiteral("crm")));
    QTRY_VERIFY(!f->window->statusBar()->currentMessage().isEmpty());
}

// What can be taken out of the window: by the clipboard, and view by view into files.
QStringList taken(WindowFixture *f)
{
    QStringList texts;
    for (const ActionId id : {ActionId::Copy, ActionId::CopyPicture, ActionId::CopyCallText, ActionId::CopyCallJson,
                              ActionId::CopyMermaid, ActionId::CopyPlantUml}) {
        QGuiApplication::clipboard()->clear();
        f->action(id)->trigger();
        texts += QGuiApplication::clipboard()->text();
    }
    const QString path = f->folder.filePath(QStringLiteral("taken"));
    for (const QString &name : f->window->pages()->names()) {
        const View *view = f->window->pages()->page(name);
        for (const ExportFormat format : Exporter::formatsOf(view)) {
            ExportChoice choice;
            choice.format = format;
            QFile file(path);
            if (f->window->exporter()->write(view, choice, path).isEmpty() && file.open(QIODevice::ReadOnly))
                texts += format == ExportFormat::Png ? QImage(path).text() : QString::fromUtf8(file.readAll());
        }
    }
    return texts;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void theDemoIsTheDefault();
    void wrongArgumentsAreExplained_data();
    void wrongArgumentsAreExplained();
    void everyViewCanBeTheFirst_data();
    void everyViewCanBeTheFirst();
    void theViewsOfTheCommandLineAreThoseOfTheWindow();
    void theDemoFillsTheWindow();
    void aWrongSourceIsToldInWords();
    void aSecondSimulatorIsRefused();
    void disconnectingRemovesTheLines();
    void theTableOfHandlesNeedsNoScrollBar_data();
    void theTableOfHandlesNeedsNoScrollBar();
    void theWindowSpeaksFrenchAndComesBack();
    void anotherLanguageKeepsWhatWasChosen();
    void theSettingsStayOpenInAnotherLanguage();
    void theLayoutCanBeReset();
    void settingsHoldAtOnce();
    void maskedNumbersAreNowhere();
    void maskedPeopleAreInNoText_data();
    void maskedPeopleAreInNoText();
    void anAlarmIsTold();
    void theWindowCanBeReadFromRightToLeft();
};

void TestSession::theDemoIsTheDefault()
{
    QCOMPARE(parsed({})->source, QStringLiteral("simulator:"));
    QCOMPARE(parsed(QStringLiteral("--source none"))->source, QString());
    QCOMPARE(parsed(QStringLiteral("--source asterisk://a@b --demo"))->source, QStringLiteral("simulator:"));
    QCOMPARE(parsed(QStringLiteral("--source asterisk://a@b"))->source, QStringLiteral("asterisk://a@b"));
    QVERIFY(parsed(QStringLiteral("--colours dark"))->colorScheme == ColorScheme::Dark);
    QCOMPARE(parsed(QStringLiteral("--size 900x600"))->size, QSize(900, 600));
}

void TestSession::wrongArgumentsAreExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("exitCode");
    QTest::addRow("positional") << QStringLiteral("simulator:") << QStringLiteral("--source") << 2;
    QTest::addRow("unknown") << QStringLiteral("--nonsense") << QStringLiteral("nonsense") << 2;
    QTest::addRow("colours") << QStringLiteral("--colours mauve") << QStringLiteral("light, dark") << 2;
    QTest::addRow("language") << QStringLiteral("--lang tlh") << QStringLiteral("en or fr") << 2;
    QTest::addRow("after") << QStringLiteral("--after soon") << QStringLiteral("milliseconds") << 2;
    QTest::addRow("size") << QStringLiteral("--size big") << QStringLiteral("1280x800") << 2;
    QTest::addRow("view") << QStringLiteral("--view nonsense")
                          << QStringLiteral("handles, calls, timeline, statemap, ladder, memory") << 2;
    QTest::addRow("no view") << QStringLiteral("--view=") << QStringLiteral("timeline") << 2;
    QTest::addRow("view of another name") << QStringLiteral("--view Timeline") << QStringLiteral("memory") << 2;
    QTest::addRow("direction") << QStringLiteral("--layout-direction up") << QStringLiteral("rtl") << 2;
    QTest::addRow("handle") << QStringLiteral("--select 3") << QStringLiteral("H3") << 2;
    QTest::addRow("help") << QStringLiteral("--help") << QStringLiteral("LINESCOPE_SECRET") << 0;
    QTest::addRow("version") << QStringLiteral("--version") << QStringLiteral("linescope") << 0;
}

void TestSession::wrongArgumentsAreExplained()
{
    QFETCH(QString, arguments);
    QFETCH(QString, word);
    QFETCH(int, exitCode);
    const auto options = parsed(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().text.contains(word), qPrintable(options.error().text));
    QCOMPARE(options.error().exitCode, exitCode);
}

void TestSession::everyViewCanBeTheFirst_data()
{
    QTest::addColumn<QString>("view");
    for (const QString &view : Options::views())
        QTest::addRow("%s", qPrintable(view)) << view;
}

void TestSession::everyViewCanBeTheFirst()
{
    QFETCH(QString, view);
    const auto options = parsed(QStringLiteral("--source none --view ") + view);
    QVERIFY(options);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.setLayout(QStringLiteral("page"), view == u"handles" ? "memory" : "handles"); // as remembered
    Session session(*options, &settings);
    session.start();
    QCOMPARE(session.window()->pages()->currentName(), view);
}

void TestSession::theViewsOfTheCommandLineAreThoseOfTheWindow()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    QCOMPARE(Options::views(), session.window()->pages()->names());
    const QString help = parsed(QStringLiteral("--help")).error().text.simplified();
    for (const QString &view : Options::views())
        QVERIFY2(help.contains(view), qPrintable(view));
}

void TestSession::theDemoFillsTheWindow()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Session session({}, &settings);
    session.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    QVERIFY(session.window()->windowTitle().contains(u"Simulator"));
}

void TestSession::aWrongSourceIsToldInWords()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Options options;
    options.source = QStringLiteral("carrier-pigeon://roof");
    Session session(options, &settings);
    session.start();
    QVERIFY(session.window()->notice()->text().contains(u"carrier-pigeon"));
}

void TestSession::aSecondSimulatorIsRefused()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Session session({}, &settings);
    session.start();
    Q_EMIT session.window()->simulatorRequested();
    QVERIFY(session.window()->notice()->text().contains(u"already"));
}

void TestSession::disconnectingRemovesTheLines() // L-30
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Session session({}, &settings);
    session.start();
    auto *handles = session.window()->handles()->model();
    QTRY_VERIFY(handles->totalCount() > 0);
    Q_EMIT session.window()->disconnectRequested({1});
    QTRY_COMPARE(handles->totalCount(), 0);
}

void TestSession::theTableOfHandlesNeedsNoScrollBar_data()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("English") << QStringLiteral("en");
    QTest::addRow("French") << QStringLiteral("fr");
}

void TestSession::theTableOfHandlesNeedsNoScrollBar() // as the window opens on a small screen
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.setLanguage(language);
    Options options;
    options.size = {1280, 800};
    Session session(options, &settings);
    session.start();
    const HandlesPanel *handles = session.window()->handles();
    QTRY_VERIFY(handles->model()->rowCount() > 0);
    QCOMPARE(session.window()->size(), options.size);
    QVERIFY(handles->view()->isVisible());
    QCOMPARE(handles->view()->horizontalScrollBar()->maximum(), 0);
}

void TestSession::theWindowSpeaksFrenchAndComesBack()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.setLanguage(QStringLiteral("fr"));
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    const auto firstMenus = [&] {
        QStringList titles;
        for (const QAction *action : session.window()->menuBar()->actions())
            titles += action->text().remove(u'&');
        return titles.join(u' ');
    };
    QCOMPARE(firstMenus(), QStringLiteral("Source Vue Ligne Appel Application Simulateur Aide"));
    settings.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(firstMenus(), QStringLiteral("Source View Line Call App Simulator Help"));
}

void TestSession::anotherLanguageKeepsWhatWasChosen()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.setLanguage(QStringLiteral("en"));
    Session session({}, &settings);
    session.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    session.window()->resize(1000, 650);
    Selection selection;
    session.live()->world().handles().forEach([&](const Handle &handle) { selection.handle = handle.id; });
    selection = completed(selection, session.live()->world());
    session.window()->sharedSelection()->set(selection);
    session.window()->filterLine()->setText(QStringLiteral("line:Line"));
    const quint64 seq = session.live()->world().seq();
    for (const QString &language : {QStringLiteral("fr"), QStringLiteral("en")}) {
        const QPointer<MainWindow> before = session.window();
        settings.setLanguage(language);
        QTRY_VERIFY(before.isNull());
        QCOMPARE(session.window()->menuBar()->actions().at(1)->text(),
                 language == u"fr" ? QStringLiteral("&Vue") : QStringLiteral("&View"));
        QCOMPARE(session.window()->selection(), selection); // completed
        QCOMPARE(session.window()->filterLine()->text(), QStringLiteral("line:Line"));
        QCOMPARE(session.window()->size(), QSize(1000, 650));
        QVERIFY(session.window()->isVisible());
        QVERIFY(session.live()->world().seq() >= seq);
    }
}

void TestSession::theSettingsStayOpenInAnotherLanguage()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.setLanguage(QStringLiteral("en"));
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    session.openSettings();
    session.settingsDialog()->setCurrentPage(5);
    settings.setLanguage(QStringLiteral("fr"));
    QTRY_COMPARE(session.settingsDialog() ? session.settingsDialog()->windowTitle() : QString(),
                 QStringLiteral("Réglages"));
    QCOMPARE(session.settingsDialog()->currentPage(), 5);
    QVERIFY(session.settingsDialog()->isVisible());
    session.settingsDialog()->reject();
    QCOMPARE(settings.language(), QStringLiteral("en"));
    QTRY_COMPARE(session.window()->menuBar()->actions().at(1)->text(), QStringLiteral("&View"));
    QVERIFY(!session.settingsDialog());
}

void TestSession::theLayoutCanBeReset()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Options options;
    options.source.clear();
    Session session(options, &settings);
    session.start();
    const QPointer<MainWindow> before = session.window();
    session.window()->resize(700, 500);
    session.window()->lines()->parentWidget()->hide();
    settings.resetLayout();
    QTRY_VERIFY(before.isNull());
    QVERIFY(session.window()->width() > 700);
    QVERIFY(!session.window()->lines()->parentWidget()->isHidden());
}

void TestSession::settingsHoldAtOnce()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Options options;
    options.source.clear();
    options.colorScheme = ColorScheme::Light;
    Session session(options, &settings);
    session.start();
    QVERIFY(!isDark(session.window()->palette()));
    Preferences wanted = settings.preferences();
    wanted.appearance.scheme = ColorScheme::HighContrast;
    wanted.appearance.scale = 150;
    settings.setPreferences(wanted);
    QTRY_COMPARE(groundOf(session.window()->palette()), Ground::HighContrast);
    QVERIFY(session.tray()->menu()); // with or without a tray
    settings.setPreferences({});
    applyTheme({});
}

void TestSession::maskedNumbersAreNowhere()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Preferences masked = settings.preferences();
    masked.masking = {MaskingMode::Mask, true};
    settings.setPreferences(masked);
    Session session({}, &settings);
    session.start();
    auto *handles = session.window()->handles()->model();
    QTRY_VERIFY(handles->rowCount() > 3);
    QTRY_VERIFY(session.window()->messages()->model()->rowCount() > 10);
    static const QRegularExpression number(QStringLiteral("\\+\\d[\\d ]{4,}|\\d{3} \\d{4}"));
    const auto seen = [&] {
        QString text = session.live()->world().dump().join(u'\n');
        text += toTsv(session.window()->handles()->table(Rows::All, HandleModel::ExportRole));
        text += session.window()->call()->text();
        const auto *messages = session.window()->messages()->model();
        for (int row = 0; row < messages->rowCount(); ++row)
            text += messages->index(row, int(MessageModel::Column::Details)).data().toString() + u'\n';
        return text;
    };
    QVERIFY2(!number.match(seen()).hasMatch(), qPrintable(number.match(seen()).captured()));
    settings.setPreferences({}); // and they come back
    QTRY_VERIFY(number.match(seen()).hasMatch());
    settings.setPreferences(masked);
    QVERIFY2(!number.match(seen()).hasMatch(), qPrintable(number.match(seen()).captured()));
}

void TestSession::maskedPeopleAreInNoText_data()
{
    QTest::addColumn<MaskingMode>("mode");
    QTest::addColumn<bool>("presenting");
    QTest::addColumn<bool>("early"); // before the calls; otherwise when everything is on screen already
    QTest::addRow("not masked") << MaskingMode::Off << false << false; // or the others could not fail
    QTest::addRow("masked from the start") << MaskingMode::Mask << false << true;
    QTest::addRow("masked later") << MaskingMode::Mask << false << false;
    QTest::addRow("invented from the start") << MaskingMode::Invent << false << true;
    QTest::addRow("invented later") << MaskingMode::Invent << false << false;
    QTest::addRow("presented from the start") << MaskingMode::Off << true << true;
    QTest::addRow("presented later") << MaskingMode::Off << true << false;
}

void TestSession::maskedPeopleAreInNoText() // threats, promise 28
{
    QFETCH(MaskingMode, mode);
    QFETCH(bool, presenting);
    QFETCH(bool, early);
    const bool open = mode == MaskingMode::Off && !presenting;
    WindowFixture f;
    const Tray tray(&f.live, f.window.get());
    const auto mask = [&] {
        Preferences wanted = f.settings.preferences();
        wanted.masking = {mode, true};
        f.settings.setPreferences(wanted);
        f.window->guide()->presenter()->setActive(presenting);
    };
    if (early)
        mask();
    liveThrough(&f);
    if (QTest::currentTestFailed())
        return;
    f.window->call()->setEveryFieldShown(true);
    f.window->call()->section(QStringLiteral("events"))->setOpen(true);
    f.window->guide()->palette()->open();
    f.window->guide()->palette()->hide();
    for (const QString &name : f.window->pages()->names()) {
        f.window->showView(name);
        f.window->grab();
    }
    if (!early)
        mask();
    QCOMPARE(telltale({f.window->statusBar()->currentMessage()}).isEmpty(), !open);
    for (const QString &name : f.window->pages()->names()) {
        f.window->showView(name);
        f.window->grab();
        const QString found = telltale(WindowTexts::all());
        QVERIFY2(found.isEmpty() == !open, qPrintable(found));
    }
    QCOMPARE(telltale({tray.toolTip()}), QString());
    QCOMPARE(f.whyNot(ActionId::ViewInfo), QString());
    QVERIFY(f.triggerAndAnswer<CallInfoDialog>(ActionId::ViewInfo, [&](CallInfoDialog *dialog) {
        const QString found = telltale(WindowTexts::all());
        QVERIFY2(found.isEmpty() == !open, qPrintable(found));
        dialog->reject();
    }));
    const QString found = telltale(taken(&f));
    QVERIFY2(found.isEmpty() == !open, qPrintable(found));
}

void TestSession::anAlarmIsTold()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Session session({}, &settings);
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.live()->world().totals().retainedHandles > 0, 30'000);
    Preferences strict;
    strict.alarms = {{0, 0, 1}, {}};
    settings.setPreferences(strict);
    QTRY_VERIFY(session.window()->notice()->text().contains(u"the limit is 1 B"));
    QVERIFY(!session.alarms()->active().isEmpty());
}

void TestSession::theWindowCanBeReadFromRightToLeft()
{
    QCOMPARE(parsed(QStringLiteral("--layout-direction rtl"))->layoutDirection, Qt::RightToLeft);
    QVERIFY(!parsed({})->layoutDirection);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Options options;
    options.source.clear();
    options.layoutDirection = Qt::RightToLeft;
    Session session(options, &settings);
    session.start();
    QCOMPARE(session.window()->layoutDirection(), Qt::RightToLeft);
    const auto *menus = session.window()->menuBar();
    QVERIFY(menus->actionGeometry(menus->actions().constFirst()).x()
            > menus->actionGeometry(menus->actions().constLast()).x());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestSession)
#include "tst_session.moc"
