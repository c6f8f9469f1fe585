// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that logs calls is killed (SIGKILL) at random moments: what it had said to be committed is there. 100
// times, or as often as LINESCOPE_KILLS says.

#include "logs.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

class TestCallLogKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noCommittedCallIsLost();
};

void TestCallLogKill::noCommittedCallIsLost()
{
    const int kills = std::max(100, qEnvironmentVariableIntValue("LINESCOPE_KILLS"));
    const QTemporaryDir folder;
    const CallLogSettings settings = logIn(folder.path());
    QRandomGenerator random(13);
    qint64 said = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess writer;
        writer.start(QStringLiteral(CALLLOGWRITER), {settings.file, QString::number(said + 1)});
        QVERIFY(writer.waitForStarted());
        if (kill % 10 == 0) // some are killed before they have written anything
            QTest::qSleep(random.bounded(10));
        else
            QVERIFY(writer.waitForReadyRead(30'000));
        QTest::qSleep(random.bounded(12));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
        if (lines.size() > 1)
            said = lines.at(lines.size() - 2).toLongLong();
        // What was committed but not said may be there, too.
        CallDatabase database(settings, {});
        if (const auto opened = database.open(CallDatabase::Access::Read); !opened) {
            QVERIFY2(said == 0, qPrintable(opened.error().words));
            continue;
        }
        const auto totals = database.totals({});
        QVERIFY(totals.has_value());
        QVERIFY2(totals->calls >= said,
                 qPrintable(u"kill %1: %2 calls, %3 were said"_s.arg(kill).arg(totals->calls).arg(said)));
        said = totals->calls; // the next one begins behind
    }
    CallDatabase database(settings, {});
    QVERIFY(database.open(CallDatabase::Access::Read).has_value());
    QCOMPARE(database.check(CallDatabase::Check::Thorough).value(), 0);
    QCOMPARE(loggedIn(settings), numbers(1, said));
    QVERIFY(said > kills);
    qInfo("%d kills, %lld calls.", kills, static_cast<long long>(said));
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallLogKill)
#include "tst_calllogkill.moc"
