// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file of the audit log: whatever is done to it afterwards is found (promise 29).

#include "audit/auditfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

#include <sys/resource.h>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

AuditRow drop(quint32 call)
{
    AuditedAct act;
    act.app = u"desk (A1)"_s;
    act.request = Requests::Drop{HCall{call}};
    act.provider = u"pbx"_s;
    act.line = u"PJSIP/6001"_s;
    act.call = CallId{call};
    act.caller = u"5550100"_s;
    act.called = u"5550117"_s;
    AuditRow row;
    row.time = 1'795'000'000_s + call;
    row.session = u"one"_s;
    row.user = u"anna"_s;
    row.host = u"desk1"_s;
    row.what = act;
    return row;
}

// How many rows are tried; LINESCOPE_ROUNDS says another number.
int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("LINESCOPE_ROUNDS");
    return wanted > 0 ? wanted : 400;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray joined(const QList<QByteArray> &lines) { return lines.join('\n') + '\n'; }

} // namespace

class TestAuditFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"below/audit.jsonl"_s);
    }

    void rowsComeBackAsTheyWere()
    {
        AuditRow first = drop(7);
        auto &act = std::get<AuditedAct>(first.what);
        act.caller = u"\u202e\x1b[31m\"},\"hash\":\"0\n"_s;
        act.request = Requests::BlindTransfer{HCall{7}, u"5550123"_s};
        AuditFile file(m_path);
        QCOMPARE(file.append(first).value(), 1u);
        AuditRow second = drop(0);
        second.what = AuditedResult{1, LineError::InvalCallState};
        QCOMPARE(file.append(second).value(), 2u);

        const QList<AuditRow> rows = read();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).number, 1u);
        QCOMPARE(rows.at(0).time, first.time);
        QCOMPARE(rows.at(0).session, u"one"_s);
        QCOMPARE(rows.at(0).user, u"anna"_s);
        QCOMPARE(rows.at(0).host, u"desk1"_s);
        const auto &read = std::get<AuditedAct>(rows.at(0).what);
        QCOMPARE(read.app, act.app);
        QCOMPARE(read.request, act.request);
        QCOMPARE(read.provider, act.provider);
        QCOMPARE(read.line, act.line);
        QCOMPARE(read.call, act.call);
        QCOMPARE(read.caller, act.caller);
        QCOMPARE(read.called, act.called);
        const auto &result = std::get<AuditedResult>(rows.at(1).what);
        QCOMPARE(result.act, 1u);
        QCOMPARE(result.result, LineError::InvalCallState);
        QCOMPARE(contentOf(m_path).count('\n'), 2);
        QVERIFY(!contentOf(m_path).contains('\x1b'));
    }

    void nothingThereIsNothingWrong()
    {
        const AuditReading reading = readAuditFile(m_path);
        QVERIFY(reading.isWhole());
        QCOMPARE(reading.rows, 0u);
        QVERIFY(reading.lastHash.isEmpty());
    }

    void anotherProgramGoesOnWhereThisOneStopped()
    {
        write(3);
        write(3);
        AuditFile one(m_path), other(m_path);
        for (quint32 call = 1; call <= 3; ++call) {
            QVERIFY(one.append(drop(call)));
            QVERIFY(other.append(drop(call)));
        }
        const AuditReading reading = readAuditFile(m_path);
        QVERIFY(reading.isWhole());
        QCOMPARE(reading.rows, 12u);
        QCOMPARE(reading.acts, 12u);
    }

    void manyWriteAtOnce()
    {
        constexpr quint32 writers = 4, each = 50;
        std::vector<std::thread> threads;
        for (quint32 writer = 0; writer < writers; ++writer)
            threads.emplace_back([this] {
                AuditFile file(m_path);
                for (quint32 call = 1; call <= each; ++call)
                    file.append(drop(call));
            });
        for (std::thread &thread : threads)
            thread.join();
        const AuditReading reading = readAuditFile(m_path);
        QVERIFY2(reading.isWhole(), qPrintable(firstFlaw(reading)));
        QCOMPARE(reading.rows, writers * each);
    }

    // Each row of many files: one bit of it is another, it is not there, it stands elsewhere.
    void everyChangeIsFound()
    {
        constexpr int rowsInFile = 50;
        auto *random = QRandomGenerator::global();
        int tried = 0;
        for (int file = 0; file * rowsInFile < rounds(); ++file) {
            m_path = m_folder->filePath(u"%1.jsonl"_s.arg(file));
            write(rowsInFile);
            QList<QByteArray> lines = contentOf(m_path).split('\n');
            lines.removeLast();
            QCOMPARE(lines.size(), rowsInFile);
            for (int row = 0; row < rowsInFile; ++row) {
                QList<QByteArray> altered = lines, dropped = lines, swapped = lines;
                char &letter = altered[row][random->bounded(int(altered.at(row).size()))];
                letter = char(letter ^ (1 << random->bounded(7)));
                dropped.removeAt(row);
                swapped.swapItemsAt(row, (row + 1 + random->bounded(rowsInFile - 1)) % rowsInFile);
                for (const auto &changed : {altered, dropped, swapped}) {
                    setContent(m_path, joined(changed));
                    QVERIFY2(!readAuditFile(m_path).isWhole(), joined(changed).constData());
                }
                ++tried;
            }
            setContent(m_path, joined(lines));
            QVERIFY(readAuditFile(m_path).isWhole());
        }
        QVERIFY(tried >= rounds());
    }

    void aFlawSaysWhereItIs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("another number") << "5550117"_ba
                                        << "5550118"_ba << qint64(1) << u"has been changed"_s;
        QTest::newRow("no row at all") << "{\"row\":3,"_ba
                                       << "{\"row\":"_ba << qint64(3) << u"no row"_s;
        QTest::newRow("a hash that leads elsewhere") << "\"previous\":\"0000"_ba
                                                     << "\"previous\":\"1000"_ba << qint64(1) << u"has been changed"_s;
    }
    void aFlawSaysWhereItIs()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const qint64, line);
        QFETCH(const QString, words);
        write(4);
        QByteArray bytes = contentOf(m_path);
        const qsizetype place = bytes.indexOf(before);
        QVERIFY(place >= 0);
        setContent(m_path, bytes.replace(place, before.size(), after));
        const AuditReading reading = readAuditFile(m_path);
        QVERIFY(!reading.flaws.isEmpty());
        QCOMPARE(reading.flaws.first().line, line);
        QVERIFY2(reading.flaws.first().words.contains(words), qPrintable(reading.flaws.first().words));
    }

    // The chain alone would not miss them.
    void lastRowsThatAreMissingAreFound()
    {
        write(5);
        QList<QByteArray> lines = contentOf(m_path).split('\n');
        setContent(m_path, joined(lines.mid(0, 3)));
        QCOMPARE(firstFlaw(readAuditFile(m_path)), u"The last rows are missing: there were 5."_s);
        QFile::remove(m_path);
        QVERIFY(!readAuditFile(m_path).isWhole());
    }

    void aHeadThatIsMissingIsFound()
    {
        write(2);
        QVERIFY(QFile::remove(m_path + u".head"_s));
        QVERIFY(!readAuditFile(m_path).isWhole());
    }

    // Killed after the row and before the head.
    void aHeadThatIsARowLateIsNoLoss()
    {
        write(2);
        const QByteArray head = contentOf(m_path + u".head"_s);
        write(1);
        setContent(m_path + u".head"_s, head);
        QVERIFY(readAuditFile(m_path).isWhole());
        write(1);
        QVERIFY(readAuditFile(m_path).isWhole());
    }

    // To write on would hide it otherwise: the next row follows whatever stands there.
    void whatWasCutIsWrittenDownForEver_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("some rows are left") << 2;
        QTest::newRow("the file is empty") << 0;
    }
    void whatWasCutIsWrittenDownForEver()
    {
        QFETCH(const int, left);
        write(4);
        setContent(m_path, left > 0 ? joined(contentOf(m_path).split('\n').mid(0, left)) : QByteArray());
        write(1);
        const QList<AuditRow> rows = read();
        QCOMPARE(rows.size(), left + 2);
        QCOMPARE(std::get<AuditedLoss>(rows.at(left).what).rows, 4u);
        QCOMPARE(rows.at(left).user, u"anna"_s);
        QCOMPARE(rows.at(left + 1).number, 6u);
        write(1);
        QVERIFY(!readAuditFile(m_path).isWhole());
    }

    // A loss of power, or a program that was killed in the middle of it. Nothing is taken away.
    void aRowThatWasNotWrittenToItsEndIsKept()
    {
        write(2);
        const QByteArray torn = contentOf(m_path) + "{\"row\":3,\"time\":\"20"_ba;
        setContent(m_path, torn);
        write(1);
        QVERIFY(contentOf(m_path).startsWith(torn + '\n'));
        const QList<AuditRow> rows = read();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(std::get<AuditedLoss>(rows.at(2).what).rows, 2u);
        const AuditReading reading = readAuditFile(m_path);
        QCOMPARE(reading.flaws.size(), 2); // the row, and that it was there
    }

    // As some editors do it.
    void aRowWithoutItsLineFeedIsNoLoss()
    {
        write(2);
        setContent(m_path, contentOf(m_path).chopped(1));
        QCOMPARE(firstFlaw(readAuditFile(m_path)), u"The row does not end."_s);
        write(1);
        QVERIFY(readAuditFile(m_path).isWhole());
        QCOMPARE(readAuditFile(m_path).rows, 3u);
    }

    void blanksAroundARowAreFound_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a carriage return") << "\"}\n"_ba
                                           << "\"}\r\n"_ba;
        QTest::newRow("a blank behind it") << "\"}\n"_ba
                                           << "\"} \n"_ba;
        QTest::newRow("a blank before it") << "{\"row\":2"_ba
                                           << " {\"row\":2"_ba;
        QTest::newRow("an empty line") << "{\"row\":2"_ba
                                       << "\n{\"row\":2"_ba;
    }
    void blanksAroundARowAreFound()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        write(3);
        QByteArray bytes = contentOf(m_path);
        setContent(m_path, bytes.replace(bytes.indexOf(before), before.size(), after));
        QVERIFY(!readAuditFile(m_path).isWhole());
    }

    void aHeadThatDoesNotFitIsFound_data()
    {
        QTest::addColumn<QByteArray>("head");
        const QByteArray zeros(64, '0');
        QTest::newRow("another hash") << "00000000000000000004 "_ba + zeros + '\n';
        QTest::newRow("a row further") << "00000000000000000005 "_ba + zeros + '\n';
        QTest::newRow("two rows late") << "00000000000000000002 "_ba + zeros + '\n';
        QTest::newRow("a number that no row can have") << "09223372036854775807 "_ba + zeros + '\n';
        QTest::newRow("no number") << "-0000000000000000004 "_ba + zeros + '\n';
        QTest::newRow("a byte more") << "00000000000000000004 "_ba + zeros + "\n\n";
        QTest::newRow("nothing") << QByteArray();
    }
    void aHeadThatDoesNotFitIsFound()
    {
        QFETCH(const QByteArray, head);
        write(4);
        setContent(m_path + u".head"_s, head);
        QVERIFY(!readAuditFile(m_path).isWhole());
        write(1); // and is right again after it
        const qsizetype flaws = readAuditFile(m_path).flaws.size();
        QVERIFY(flaws > 0);
        write(3);
        QCOMPARE(readAuditFile(m_path).flaws.size(), flaws);
        QCOMPARE(readAuditFile(m_path).acts, 8u);
    }

    // All of it gone while the program runs.
    void whatThisProgramHasWrittenIsMissed()
    {
        AuditFile file(m_path);
        for (quint32 call = 1; call <= 3; ++call)
            QVERIFY(file.append(drop(call)));
        QFile::remove(m_path);
        QFile::remove(m_path + u".head"_s);
        QVERIFY(file.append(drop(4)));
        QCOMPARE(std::get<AuditedLoss>(read().first().what).rows, 3u);
    }

    void aReaderSeesNoHalfOfARowThatIsBeingWritten()
    {
        std::atomic<bool> goesOn = true;
        std::thread writer([&] {
            AuditFile file(m_path);
            for (quint32 call = 1; goesOn; ++call)
                file.append(drop(call));
        });
        QString flaw;
        for (int round = 0; round < 100 && flaw.isEmpty(); ++round)
            flaw = firstFlaw(readAuditFile(m_path));
        goesOn = false;
        writer.join();
        QCOMPARE(flaw, QString());
    }

    void whatCannotBeWrittenIsAnErrorAndNoRow_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << QDir::tempPath();
        QTest::newRow("below a file") << u"/etc/passwd/audit.jsonl"_s;
        QTest::newRow("no file") << u"/dev/full"_s;
    }
    void whatCannotBeWrittenIsAnErrorAndNoRow()
    {
        QFETCH(const QString, path);
        AuditFile file(path);
        const auto number = file.append(drop(1));
        QVERIFY(!number);
        QVERIFY2(number.error().contains(path), qPrintable(number.error()));
    }

    // No file may become larger: what a full disk says.
    void aFullDiskLeavesTheFileWhole()
    {
        write(3);
        const QByteArray before = contentOf(m_path);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit original = {};
        getrlimit(RLIMIT_FSIZE, &original);
        rlimit tight = original;
        tight.rlim_cur = rlim_t(before.size() + 20);
        setrlimit(RLIMIT_FSIZE, &tight);
        AuditFile file(m_path);
        const auto number = file.append(drop(4));
        setrlimit(RLIMIT_FSIZE, &original);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!number);
        QCOMPARE(contentOf(m_path), before);
        QCOMPARE(file.append(drop(4)).value(), 4u);
        QVERIFY(readAuditFile(m_path).isWhole());
    }

    void aRowThatIsTooLongIsAnError()
    {
        AuditRow row = drop(1);
        std::get<AuditedAct>(row.what).request = Requests::SetCallData{HCall{1}, QByteArray(600'000, 'x')};
        AuditFile file(m_path);
        QVERIFY(!file.append(row));
        QCOMPARE(file.append(drop(1)).value(), 1u);
    }

    void nobodyElseMayReadIt()
    {
        write(1);
        for (const QString &path : {m_path, QString(m_path + u".head"_s)})
            QCOMPARE(int(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)), 0);
    }

    void anyBytesGiveAnAnswer()
    {
        write(20);
        const QByteArray whole = contentOf(m_path);
        auto *random = QRandomGenerator::global();
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = whole;
            for (int i = random->bounded(1, 20); i > 0; --i)
                bytes[random->bounded(int(bytes.size()))] = char(random->bounded(256));
            bytes.truncate(random->bounded(int(bytes.size())));
            setContent(m_path, bytes);
            QVERIFY(!readAuditFile(m_path).isWhole());
            write(1);
            QVERIFY(read().size() > 0);
        }
    }

private:
    void write(int rows)
    {
        AuditFile file(m_path);
        for (int row = 1; row <= rows; ++row)
            QVERIFY(file.append(drop(quint32(row))));
    }
    QList<AuditRow> read() const
    {
        QList<AuditRow> rows;
        readAuditFile(m_path, [&](const AuditRow &row) { rows.append(row); });
        return rows;
    }
    static QString firstFlaw(const AuditReading &reading)
    {
        return reading.flaws.isEmpty() ? reading.problem : reading.flaws.first().words;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestAuditFile)
#include "tst_auditfile.moc"
