// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's program, started as a process.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLinescope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void mistakesAreToldWithAnExitStatus_data();
    void mistakesAreToldWithAnExitStatus();
    void picturesThatCannotBeWrittenAreTold_data();
    void picturesThatCannotBeWrittenAreTold();
};

namespace {

QByteArray run(const QStringList &arguments, const QString &platform, int &exitCode, bool errors = false)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LINESCOPE), arguments);
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
    }
    exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return errors ? process.readAllStandardError() : process.readAllStandardOutput();
}

} // namespace

void TestLinescope::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("start");
    QTest::addRow("help") << u"--help"_s << QByteArray("Usage: ");
    QTest::addRow("short help") << u"-h"_s << QByteArray("Usage: ");
    QTest::addRow("version") << u"--version"_s << QByteArray("linescope ");
}

void TestLinescope::helpAndVersionNeedNoDisplay()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, start);
    int exitCode = -1;
    const QByteArray text = run({option}, u"xcb"_s, exitCode);
    QVERIFY2(text.startsWith(start), text.constData());
    QCOMPARE(exitCode, 0);
}

void TestLinescope::mistakesAreToldWithAnExitStatus_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::addRow("option") << QStringList{u"--no-such-option"_s} << QByteArray("no-such-option");
    QTest::addRow("view") << QStringList{u"--view"_s, u"nonsense"_s} << QByteArray("timeline");
}

void TestLinescope::mistakesAreToldWithAnExitStatus()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    int exitCode = -1;
    const QByteArray text = run(arguments, u"offscreen"_s, exitCode, true);
    QVERIFY2(text.contains(word), text.constData());
    QCOMPARE(exitCode, 2);
}

void TestLinescope::picturesThatCannotBeWrittenAreTold_data()
{
    QTest::addColumn<QString>("option");
    QTest::addRow("of every view") << u"--pictures"_s;
    QTest::addRow("of the window") << u"--screenshot"_s;
}

void TestLinescope::picturesThatCannotBeWrittenAreTold()
{
    QFETCH(QString, option);
    const QTemporaryDir folder;
    QFile notAFolder(folder.filePath(u"file"_s));
    QVERIFY(notAFolder.open(QIODevice::WriteOnly));
    const QString where = notAFolder.fileName() + u"/x"_s;
    int exitCode = -1;
    const QByteArray text = run({option, where, u"--after"_s, u"0"_s, u"--source"_s, u"none"_s, u"--settings"_s,
                                 folder.filePath(u"settings.ini"_s)},
                                u"offscreen"_s, exitCode, true);
    QVERIFY2(text.contains(where.toUtf8()), text.constData());
    QCOMPARE(exitCode, 2);
}

QTEST_GUILESS_MAIN(TestLinescope)
#include "tst_linescope.moc"
