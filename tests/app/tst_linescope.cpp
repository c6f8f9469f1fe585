// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's program, started as a process.
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLinescope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void mistakesAreToldWithAnExitStatus();
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
    if (!process.waitForFinished())
        process.kill();
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

void TestLinescope::mistakesAreToldWithAnExitStatus()
{
    int exitCode = -1;
    const QByteArray text = run({u"--no-such-option"_s}, u"offscreen"_s, exitCode, true);
    QVERIFY2(text.contains("no-such-option"), text.constData());
    QCOMPARE(exitCode, 2);
}

QTEST_GUILESS_MAIN(TestLinescope)
#include "tst_linescope.moc"
