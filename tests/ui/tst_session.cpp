// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as a whole: its command line, its languages, its sources.

#include "options.h"
#include "session.h"

#include "mainwindow/operations.h"
#include "panels/handlespanel.h"
#include "panels/noticebar.h"

#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

namespace {

tl::expected<Options, OptionsProblem> parsed(const QString &arguments)
{
    return parseOptions(QStringList{QStringLiteral("linescope")} + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void theDemoIsTheDefault();
    void wrongArgumentsAreExplained_data();
    void wrongArgumentsAreExplained();
    void theDemoFillsTheWindow();
    void aWrongSourceIsToldInWords();
    void aSecondSimulatorIsRefused();
    void disconnectingRemovesTheLines();
    void theWindowSpeaksFrenchAndComesBack();
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

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestSession)
#include "tst_session.moc"
