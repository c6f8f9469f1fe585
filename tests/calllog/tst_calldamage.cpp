// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file of which bytes were overwritten at random: nothing crashes, and either somebody notices or all calls are
// there.

#include "logs.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace Linescope::Test {

class TestCallDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomOverwritesAreNoticedOrHarmless();
};

void TestCallDamage::randomOverwritesAreNoticedOrHarmless()
{
    constexpr int calls = 200;
    const int rounds = std::max(300, qEnvironmentVariableIntValue("LINESCOPE_OVERWRITES"));
    const QTemporaryDir folder;
    const CallLogSettings settings = logIn(folder.path());
    QList<CallLogRow> whole;
    {
        CallDatabase database(settings, {});
        QVERIFY(database.open(CallDatabase::Access::Write).has_value());
        QVERIFY(database.write(callsFrom(1, calls)).has_value());
        QVERIFY(database.removeNumber(callOf(7).callerNumber).has_value()); // a free page, and all out of the journal
        whole = database.readAfter(0, calls).value();
    }
    QFile file(settings.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 50'000);
    QRandomGenerator random(20);
    int noticed = 0;
    int byChecksum = 0;
    for (int round = 0; round < rounds; ++round) {
        QByteArray spoilt = bytes;
        const qsizetype length = random.bounded(1, 17);
        const qsizetype place = random.bounded(int(bytes.size() - length));
        for (qsizetype i = place; i < place + length; ++i)
            spoilt[i] = char(random.bounded(256));
        QVERIFY(file.seek(0) && file.write(spoilt) == spoilt.size() && file.flush());
        CallDatabase database(settings, {});
        const auto opened = database.open(CallDatabase::Access::Read);
        const auto found = opened ? database.check(CallDatabase::Check::Thorough) : LogResult<qint64>(-1);
        if (!found || *found != 0) {
            ++noticed;
            byChecksum += found && *found > 0 ? 1 : 0;
            continue;
        }
        const auto rows = database.readAfter(0, calls);
        QVERIFY2(rows && *rows == whole, qPrintable(u"%1 bytes at %2, round %3"_s.arg(length).arg(place).arg(round)));
    }
    QVERIFY(noticed > rounds / 2);
    QVERIFY(byChecksum > rounds / 20); // without it, these would have slipped
    qInfo("%d of %d were noticed, %d by the checksum only; the others changed no call.", noticed, rounds, byChecksum);
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestCallDamage)
#include "tst_calldamage.moc"
