// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as a whole: its command line, its languages, its sources.

#include "../calllog/postgresserver.h"
#include "options.h"
#include "session.h"

#include "dialogs/auditdialog.h"
#include "dialogs/settingsdialog.h"
#include "mainwindow/operations.h"
#include "mainwindow/pages.h"
#include "models/messagemodel.h"
#include "panels/filter/filterline.h"
#include "panels/inspector/callpanel.h"
#include "panels/noticebar.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "panels/tables/messagespanel.h"
#include "support/export/csv.h"
#include "tapi/names.h"

#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace Linescope::Test {

namespace {

tl::expected<Options, OptionsProblem> parsed(const QString &arguments)
{
    return parseOptions(QStringList{u"linescope"_s} + arguments.split(u' ', Qt::SkipEmptyParts));
}

Options withDemo() { return {}; }

Options withoutSource()
{
    Options options;
    options.source.clear();
    return options;
}

// A session with settings of its own.
struct Run {
    explicit Run(const Options &given = withoutSource())
        : options(given)
    {
        setDataFolder(folder.path());
    }
    static void setDataFolder(const QString &path) { qputenv("XDG_DATA_HOME", QFile::encodeName(path)); }
    Session &start()
    {
        session = std::make_unique<Session>(options, &settings);
        session->start();
        return *session;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"a.ini"_s)};
    Options options;
    std::unique_ptr<Session> session;
};

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

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
    void anAlarmIsTold();
    void theWindowCanBeReadFromRightToLeft();
    void theCallLogIsKeptWhileTheSettingsSaySo();
    void aPasswordOfTheEnvironmentSurvivesAChangeOfTheSettings();
    void whatIsDoneByHandIsInTheAuditLog();
    void whatTheAuditLogCannotTakeIsNotDone();

private:
    static HCall aHandle(Session &session);
};

void TestSession::theDemoIsTheDefault()
{
    QCOMPARE(parsed({})->source, u"simulator:"_s);
    QCOMPARE(parsed(u"--source none"_s)->source, QString());
    QCOMPARE(parsed(u"--source asterisk://a@b --demo"_s)->source, u"simulator:"_s);
    QCOMPARE(parsed(u"--source asterisk://a@b"_s)->source, u"asterisk://a@b"_s);
    QVERIFY(parsed(u"--colours dark"_s)->colorScheme == ColorScheme::Dark);
    QCOMPARE(parsed(u"--size 900x600"_s)->size, QSize(900, 600));
}

void TestSession::wrongArgumentsAreExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("exitCode");
    QTest::addRow("positional") << u"simulator:"_s << u"--source"_s << 2;
    QTest::addRow("unknown") << u"--nonsense"_s << u"nonsense"_s << 2;
    QTest::addRow("colours") << u"--colours mauve"_s << u"light, dark"_s << 2;
    QTest::addRow("language") << u"--lang tlh"_s << u"en or fr"_s << 2;
    QTest::addRow("after") << u"--after soon"_s << u"milliseconds"_s << 2;
    QTest::addRow("size") << u"--size big"_s << u"1280x800"_s << 2;
    QTest::addRow("view") << u"--view nonsense"_s << u"handles, calls, timeline, statemap, ladder, memory"_s << 2;
    QTest::addRow("no view") << u"--view="_s << u"timeline"_s << 2;
    QTest::addRow("view of another name") << u"--view Timeline"_s << u"memory"_s << 2;
    QTest::addRow("direction") << u"--layout-direction up"_s << u"rtl"_s << 2;
    QTest::addRow("handle") << u"--select 3"_s << u"H3"_s << 2;
    QTest::addRow("help") << u"--help"_s << u"LINESCOPE_SECRET"_s << 0;
    QTest::addRow("version") << u"--version"_s << u"linescope"_s << 0;
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
    const auto options = parsed(u"--source none --view "_s + view);
    QVERIFY(options);
    Run run(*options);
    run.settings.setLayout(u"page"_s, view == u"handles" ? "memory" : "handles"); // as remembered
    Session &session = run.start();
    QCOMPARE(session.window()->pages()->currentName(), view);
}

void TestSession::theViewsOfTheCommandLineAreThoseOfTheWindow()
{
    Run run;
    Session &session = run.start();
    QCOMPARE(Options::views(), session.window()->pages()->names());
    const QString help = parsed(u"--help"_s).error().text.simplified();
    for (const QString &view : Options::views())
        QVERIFY2(help.contains(view), qPrintable(view));
}

void TestSession::theDemoFillsTheWindow()
{
    Run run(withDemo());
    Session &session = run.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    QVERIFY(session.window()->windowTitle().contains(u"Simulator"));
}

void TestSession::aWrongSourceIsToldInWords()
{
    Run run;
    run.options.source = u"carrier-pigeon://roof"_s;
    Session &session = run.start();
    QVERIFY(session.window()->notice()->text().contains(u"carrier-pigeon"));
}

void TestSession::aSecondSimulatorIsRefused()
{
    Run run(withDemo());
    Session &session = run.start();
    Q_EMIT session.window()->simulatorRequested();
    QVERIFY(session.window()->notice()->text().contains(u"already"));
}

void TestSession::disconnectingRemovesTheLines() // L-30
{
    Run run(withDemo());
    Session &session = run.start();
    auto *handles = session.window()->handles()->model();
    QTRY_VERIFY(handles->totalCount() > 0);
    Q_EMIT session.window()->disconnectRequested({1});
    QTRY_COMPARE(handles->totalCount(), 0);
}

void TestSession::theTableOfHandlesNeedsNoScrollBar_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("view");
    QTest::addColumn<Grouping>("grouping");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const Grouping grouping : allGroupings)
            QTest::addRow("%s, group by %s", qPrintable(language), qPrintable(groupingName(grouping)))
                << language << u"handles"_s << grouping;
        QTest::addRow("%s, calls", qPrintable(language)) << language << u"calls"_s << Grouping::None;
    }
}

void TestSession::theTableOfHandlesNeedsNoScrollBar() // as the window opens on a small screen
{
    QFETCH(QString, language);
    QFETCH(QString, view);
    QFETCH(Grouping, grouping);
    Run run;
    run.options.source = u"simulator:?lines=2&automatic=0&up=2&apps=demo"_s; // calls that stay
    run.settings.setLanguage(language);
    run.options.size = {1280, 800};
    run.options.view = view;
    Session &session = run.start();
    session.window()->handles()->setGrouping(grouping);
    QTRY_VERIFY(session.window()->handles()->model()->totalCount() > 0);
    const auto tables = session.window()->pages()->current()->findChildren<QTableView *>();
    const auto shown = std::find_if(tables.begin(), tables.end(), [](const auto *each) { return each->isVisible(); });
    QVERIFY(shown != tables.end());
    QTableView *table = *shown;
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // as with more rows than there is room for
    QCOMPARE(session.window()->size(), run.options.size);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
}

void TestSession::theWindowSpeaksFrenchAndComesBack()
{
    Run run;
    Settings &settings = run.settings;
    settings.setLanguage(u"fr"_s);
    Session &session = run.start();
    const auto firstMenus = [&] {
        QStringList titles;
        for (const QAction *action : session.window()->menuBar()->actions())
            titles += action->text().remove(u'&');
        return titles.join(u' ');
    };
    QCOMPARE(firstMenus(), u"Source Vue Enregistrements Ligne Appel Application Simulateur Aide"_s);
    settings.setLanguage(u"en"_s);
    QTRY_COMPARE(firstMenus(), u"Source View Recordings Line Call App Simulator Help"_s);
}

void TestSession::anotherLanguageKeepsWhatWasChosen()
{
    Run run(withDemo());
    Settings &settings = run.settings;
    settings.setLanguage(u"en"_s);
    Session &session = run.start();
    QTRY_VERIFY(session.window()->handles()->model()->rowCount() > 0);
    session.window()->resize(1000, 650);
    Selection selection;
    session.live()->world().handles().forEach([&](const Handle &handle) { selection.handle = handle.id; });
    selection = completed(selection, session.live()->world());
    session.window()->sharedSelection()->set(selection);
    session.window()->filterLine()->setText(u"line:Line"_s);
    const quint64 seq = session.live()->world().seq();
    for (const QString &language : {u"fr"_s, u"en"_s}) {
        const QPointer<MainWindow> before = session.window();
        settings.setLanguage(language);
        QTRY_VERIFY(before.isNull());
        QCOMPARE(session.window()->menuBar()->actions().at(1)->text(), language == u"fr" ? u"&Vue"_s : u"&View"_s);
        QCOMPARE(session.window()->selection(), selection); // completed
        QCOMPARE(session.window()->filterLine()->text(), u"line:Line"_s);
        QCOMPARE(session.window()->size(), QSize(1000, 650));
        QVERIFY(session.window()->isVisible());
        QVERIFY(session.live()->world().seq() >= seq);
    }
}

void TestSession::theSettingsStayOpenInAnotherLanguage()
{
    Run run;
    Settings &settings = run.settings;
    settings.setLanguage(u"en"_s);
    Session &session = run.start();
    session.openSettings();
    session.settingsDialog()->setCurrentPage(5);
    settings.setLanguage(u"fr"_s);
    QTRY_COMPARE(session.settingsDialog() ? session.settingsDialog()->windowTitle() : QString(), u"Réglages"_s);
    QCOMPARE(session.settingsDialog()->currentPage(), 5);
    QVERIFY(session.settingsDialog()->isVisible());
    session.settingsDialog()->reject();
    QCOMPARE(settings.language(), u"en"_s);
    QTRY_COMPARE(session.window()->menuBar()->actions().at(1)->text(), u"&View"_s);
    QVERIFY(!session.settingsDialog());
}

void TestSession::theLayoutCanBeReset()
{
    Run run;
    Session &session = run.start();
    const QPointer<MainWindow> before = session.window();
    session.window()->resize(700, 500);
    session.window()->lines()->parentWidget()->hide();
    run.settings.resetLayout();
    QTRY_VERIFY(before.isNull());
    QVERIFY(session.window()->width() > 700);
    QVERIFY(!session.window()->lines()->parentWidget()->isHidden());
}

void TestSession::settingsHoldAtOnce()
{
    Run run;
    Settings &settings = run.settings;
    run.options.colorScheme = ColorScheme::Light;
    Session &session = run.start();
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
    Run run(withDemo());
    Settings &settings = run.settings;
    Preferences masked = settings.preferences();
    masked.masking = {MaskingMode::Mask, true};
    settings.setPreferences(masked);
    Session &session = run.start();
    auto *handles = session.window()->handles()->model();
    QTRY_VERIFY(handles->rowCount() > 3);
    QTRY_VERIFY(session.window()->messages()->model()->rowCount() > 10);
    static const QRegularExpression number(u"\\+\\d[\\d ]{4,}|\\d{3} \\d{4}"_s);
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

void TestSession::anAlarmIsTold()
{
    Run run(withDemo());
    Session &session = run.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.live()->world().totals().retainedHandles > 0, 30'000);
    Preferences strict;
    strict.alarms = {{0, 0, 1}, {}};
    run.settings.setPreferences(strict);
    QTRY_VERIFY(session.window()->notice()->text().contains(u"the limit is 1 B"));
    QVERIFY(!session.alarms()->active().isEmpty());
}

void TestSession::theWindowCanBeReadFromRightToLeft()
{
    QCOMPARE(parsed(u"--layout-direction rtl"_s)->layoutDirection, Qt::RightToLeft);
    QVERIFY(!parsed({})->layoutDirection);
    Run run;
    run.options.layoutDirection = Qt::RightToLeft;
    Session &session = run.start();
    QCOMPARE(session.window()->layoutDirection(), Qt::RightToLeft);
    const auto *menus = session.window()->menuBar();
    QVERIFY(menus->actionGeometry(menus->actions().constFirst()).x()
            > menus->actionGeometry(menus->actions().constLast()).x());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestSession::theCallLogIsKeptWhileTheSettingsSaySo()
{
    Run run(withDemo());
    run.options.source = u"simulator:?lines=3&seed=7&rate=600&speed=50&apps=none"_s;
    Session &session = run.start();
    QVERIFY(!session.callLog()->isOn());
    Preferences preferences = run.settings.preferences();
    preferences.keepCallLog = true;
    preferences.callLog.file = run.folder.filePath(u"calls.sqlite"_s);
    run.settings.setPreferences(preferences);
    QTRY_VERIFY(session.callLog()->status().written > 0);
    preferences.keepCallLog = false;
    run.settings.setPreferences(preferences);
    QVERIFY(!session.callLog()->isOn());
}

HCall TestSession::aHandle(Session &session)
{
    HCall id;
    session.live()->world().handles().forEach([&](const Handle &handle) { id = handle.id; });
    return id;
}

void TestSession::whatIsDoneByHandIsInTheAuditLog()
{
    Run run(withDemo());
    Session &session = run.start();
    QTRY_VERIFY(!aHandle(session).isNull());
    const HCall handle = aHandle(session);
    session.window()->operations()->deallocate({handle});
    session.window()->actions()->at(ActionId::ShowAuditLog)->trigger();
    auto *dialog = session.window()->findChild<AuditDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model()->rowCount(), 1);
    const auto cell = [&](AuditModel::Column column) {
        return dialog->model()->index(0, int(column)).data().toString();
    };
    QCOMPARE(cell(AuditModel::Column::Function), u"lineDeallocateCall"_s);
    QCOMPARE(cell(AuditModel::Column::Details), shortName(handle));
    QTRY_VERIFY(cell(AuditModel::Column::Result) != u"no answer"_s);
    session.window()->actions()->at(ActionId::ShowAuditLog)->trigger();
    QCOMPARE(session.window()->findChildren<AuditDialog *>().size(), 1);
}

void TestSession::whatTheAuditLogCannotTakeIsNotDone()
{
    Run run(withDemo());
    Run::setDataFolder(u"/dev/null"_s);
    Session &session = run.start();
    QTRY_VERIFY(!aHandle(session).isNull());
    session.window()->operations()->deallocate({aHandle(session)});
    QTRY_VERIFY2(session.window()->notice()->text().contains(u"audit log"_s),
                 qPrintable(session.window()->notice()->text()));
    QVERIFY(!session.window()->statusBar()->currentMessage().contains(u"given back"_s));
}

void TestSession::aPasswordOfTheEnvironmentSurvivesAChangeOfTheSettings()
{
    using State = CallLogStatus::State;
    PostgresServer server;
    QVERIFY2(server.create() && server.wantPassword(u"canary"_s), server.output().constData());
    qputenv("LINESCOPE_LOG_SECRET", "canary");
    Run run;
    Session &session = run.start();
    Preferences preferences = run.settings.preferences();
    preferences.keepCallLog = true;
    preferences.callLog = server.log();
    run.settings.setPreferences(preferences);
    QTRY_VERIFY(session.callLog()->status().state == State::Fine);
    QVERIFY(!qEnvironmentVariableIsSet("LINESCOPE_LOG_SECRET"));
    preferences.callLog.keepDays = 30;
    run.settings.setPreferences(preferences);
    QVERIFY(session.callLog()->status().state != State::Fine);
    QTRY_VERIFY(session.callLog()->status().state != State::Opening);
    QVERIFY2(session.callLog()->status().state == State::Fine, qPrintable(session.callLog()->trouble()));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestSession)
#include "tst_session.moc"
