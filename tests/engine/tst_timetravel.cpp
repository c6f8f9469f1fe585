// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every moment of a recording, and of a session that goes on, can be seen again as it was.

#include "journal/bookmarks.h"
#include "journal/livetimeline.h"
#include "journal/recorder.h"
#include "journal/timetravel.h"
#include "recordedtraffic.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 wanted = 6'000;

struct Session {
    EventBatch events;
    World start; // before the first of them

    World worldAt(quint64 seq) const
    {
        World world = start;
        for (const Event &event : events) {
            if (event.seq > world.seq() && event.seq <= seq)
                world.apply(event);
        }
        return world;
    }
};

// The session from behind that event, also recorded to a file.
Session recorded(const QString &file, bool compressed, quint64 from)
{
    Session session;
    std::unique_ptr<Recorder> recorder;
    if (from == 0)
        recorder = std::make_unique<Recorder>(RecordingOptions{.file = file, .compressed = compressed}, World());
    playTraffic({}, wanted, [&](const EventBatch &batch, const World &world) {
        if (recorder) {
            recorder->push(batch, world);
            session.events += batch;
        } else if (world.seq() >= from) {
            recorder = std::make_unique<Recorder>(RecordingOptions{.file = file, .compressed = compressed}, world);
            session.start = world;
        }
    });
    return session;
}

QByteArray gzipped(const QByteArray &text)
{
    QTemporaryDir folder;
    JournalSink sink(true);
    sink.open(folder.filePath(u"a"_s));
    sink.write(text);
    sink.close();
    QFile file(folder.filePath(u"a"_s));
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

QString writeTo(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(u"file"_s));
    file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

const QByteArray header = journalHeader(u"x"_s, 42) + '\n';

QByteArray line(quint64 seq, quint32 device = 1)
{
    return toJsonLine({seq, Microseconds(seq) * 1'000'000,
                       Events::DeviceAdded{{device}, {1}, {1}, std::make_shared<const DeviceInfo>()}})
        + '\n';
}

} // namespace

class TestTimeTravel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMomentOfARecordingIsAsItWas_data()
    {
        QTest::addColumn<bool>("compressed");
        QTest::addColumn<quint64>("from");
        QTest::addColumn<qint64>("capacity");
        for (const bool compressed : {false, true}) {
            for (const quint64 from : {0u, 2'000u}) {
                QTest::addRow("%d, %llu", compressed, from) << compressed << from << qint64(1);
                QTest::addRow("%d, %llu, little memory", compressed, from) << compressed << from << qint64(500'000);
            }
        }
    }
    void everyMomentOfARecordingIsAsItWas()
    {
        QFETCH(bool, compressed);
        QFETCH(quint64, from);
        QFETCH(qint64, capacity);
        QTemporaryDir folder;
        const Session session = recorded(folder.filePath(u"a"_s), compressed, from);
        TimeMachineOptions options;
        options.distance = 500;
        if (capacity > 1)
            options.capacityBytes = capacity;
        const auto machine = TimeMachine::open(folder.filePath(u"a"_s), options);
        QVERIFY2(machine.has_value(), machine ? "" : qPrintable(machine.error()));
        TimeMachine &time = **machine;
        QVERIFY(time.build());
        const TimeMachineStatus &status = time.status();
        QCOMPARE(status.error, QString());
        QVERIFY(!status.isTruncated);
        QCOMPARE(status.events, quint64(session.events.size()));
        QCOMPARE(status.firstSeq, session.start.seq());
        QCOMPARE(status.lastSeq, session.events.constLast().seq);
        QCOMPARE(status.isLimited, capacity > 1);
        QVERIFY(capacity <= 1 || status.checkpointBytes <= capacity);

        QVERIFY(*time.worldAt(0) == session.start);
        QVERIFY(*time.worldAt(~0ull) == session.worldAt(status.lastSeq));
        QRandomGenerator random(7);
        for (int i = 0; i < 8; ++i) {
            const auto seq = quint64(random.bounded(qint64(status.firstSeq), qint64(status.lastSeq) + 1));
            const auto world = time.worldAt(seq);
            QVERIFY2(world.has_value(), world ? "" : qPrintable(world.error()));
            QVERIFY2(*world == session.worldAt(seq), qPrintable(QString::number(seq)));
            QCOMPARE(time.next(seq), std::min(seq + 1, status.lastSeq));
            QCOMPARE(time.previous(seq), std::max(seq, status.firstSeq + 1) - 1);
            const auto events = time.eventsAfter(seq, 3);
            QVERIFY(events.has_value());
            QVERIFY(*events == session.events.mid(qsizetype(seq - status.firstSeq), 3));
        }
        // On, step by step, across checkpoints.
        World there = session.worldAt(status.firstSeq + 480);
        for (const Event &event : session.events.mid(480, 40)) {
            there.apply(event);
            QVERIFY(*time.worldAt(event.seq) == there);
        }
    }

    void aTimeHasItsEvent()
    {
        QTemporaryDir folder;
        QByteArray text = header;
        for (quint64 seq = 1; seq <= 9'000; ++seq)
            text += line(seq * 2); // with holes, at as many seconds
        const auto machine = TimeMachine::open(writeTo(folder, text));
        QVERIFY(machine.has_value());
        TimeMachine &time = **machine;
        QVERIFY(time.build());
        QVERIFY(time.status().isTruncated); // no summary
        for (const quint64 seq : {2u, 4u, 8'192u, 8'194u, 16'384u, 16'386u, 17'998u}) {
            QCOMPARE(time.seqAt(Microseconds(seq) * 1_s), seq);
            QCOMPARE(time.seqAt(Microseconds(seq) * 1_s + 1), seq);
            QCOMPARE(time.next(seq), seq + 2);
            QCOMPARE(time.next(seq + 1), seq + 2);
            QCOMPARE(time.previous(seq + 2), seq);
            QCOMPARE(time.worldAt(seq + 1)->seq(), seq); // nothing happened at an odd one
        }
        QCOMPARE(time.seqAt(0), time.status().firstSeq);
        QCOMPARE(time.seqAt(1'000'000_s), 18'000u);
        QCOMPARE(time.next(18'000), 18'000u);
        QCOMPARE(time.previous(1), 1u);
    }

    void findingsAreMarked()
    {
        QTemporaryDir folder;
        QByteArray text = header;
        for (quint64 seq = 1; seq <= 10; ++seq) {
            const bool isFinding = seq == 3 || seq == 7;
            text += isFinding ? toJsonLine({seq, 5,
                                            Events::FindingRaised{std::make_shared<const Finding>(
                                                Finding{"V-15", Severity::Violation, u"C1"_s, u"Bad."_s})}})
                    + '\n'
                              : line(seq);
        }
        const auto machine = TimeMachine::open(writeTo(folder, text));
        QVERIFY(machine.has_value());
        QVERIFY((*machine)->build());
        QCOMPARE((*machine)->findings().size(), 2u);
        QCOMPARE((*machine)->nextFinding(0)->seq, 3u);
        QCOMPARE((*machine)->nextFinding(3)->seq, 7u);
        QVERIFY(!(*machine)->nextFinding(7));
        QCOMPARE((*machine)->previousFinding(7)->seq, 3u);
        QVERIFY(!(*machine)->previousFinding(3));
    }

    void theIndexCanBeGivenUp()
    {
        QTemporaryDir folder;
        recorded(folder.filePath(u"a"_s), true, 0);
        const auto machine = TimeMachine::open(folder.filePath(u"a"_s));
        QVERIFY(machine.has_value());
        double told = -1;
        QVERIFY(!(*machine)->build([&](double done) {
            told = done;
            return false;
        }));
        QVERIFY(told > 0 && told <= 1);
        QVERIFY((*machine)->status().events > 0 && (*machine)->status().events < wanted);
        const quint64 last = (*machine)->status().lastSeq;
        QCOMPARE((*machine)->worldAt(last)->seq(), last);
    }

    void aStrangersFileIsReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error"); // when it is opened
        QTest::addColumn<int>("events");
        QTest::addColumn<QString>("later"); // when it is read
        const QString none = u"This is no journal of Linescope, version 1."_s;
        const QByteArray two = header + line(1) + line(2);
        QByteArray much = header;
        for (quint64 seq = 1; seq < 5'000; ++seq)
            much += line(seq);
        const QByteArray packed = gzipped(much);
        QTest::addRow("nothing") << QByteArray() << none << 0 << QString();
        QTest::addRow("another version") << QByteArray(R"({"linescope":"journal/2"})") << none << 0 << QString();
        QTest::addRow("random bytes") << QByteArray("\x00\x01\x02\x03", 4) << none << 0 << QString();
        QTest::addRow("no compressed file after all") << QByteArray("\x1f\x8b hello") << u"damaged"_s << 0 << QString();
        QTest::addRow("only a header") << header << QString() << 0 << QString();
        QTest::addRow("good") << two << QString() << 2 << QString();
        QTest::addRow("good, compressed") << gzipped(two) << QString() << 2 << QString();
        QTest::addRow("two members") << gzipped(header) + gzipped(line(1)) << QString() << 1 << QString();
        QTest::addRow("cut") << two.chopped(5) << QString() << 1 << QString();
        QTest::addRow("wrong types") << two
                + R"({"seq":"3"})"
                  "\n" << QString() << 2
                                     << u"Line 4"_s;
        QTest::addRow("cut, compressed") << packed.chopped(packed.size() / 2) << QString() << -1 << QString();
        QTest::addRow("damaged, compressed") << packed.left(packed.size() / 2) + QByteArray(100, 'x') + packed
                                             << QString() << -1 << u"."_s; // any sentence
        QTest::addRow("something behind it") << gzipped(two) + "hello" << QString() << 2 << u"damaged"_s;
        QTest::addRow("a device for every number")
            << header + line(1, 4'294'967'295) << QString() << 0 << u"No session has that many devices."_s;
        QTest::addRow("a snapshot without its records")
            << header + snapshotHeader({7, 7, 7, 0, 0, 0, 0}, 3) + '\n' + line(7) << QString() << 0 << QString();
        QTest::addRow("a snapshot with other records") << header + snapshotHeader({7, 7, 7, 0, 0, 0, 0}, 2) + '\n'
                + line(7) + line(8) << QString() << 0 << u"The snapshot ends before it is complete."_s;
        QTest::addRow("a bomb of nothing")
            << gzipped(QByteArray(8 << 20, ' ')) << u"longer than 1 MiB"_s << 0 << QString();
        QTest::addRow("a bomb of lines") << gzipped(header + QByteArray(8 << 20, '\n')) << QString() << 0
                                         << u"Line 2: This is no JSON object"_s;
    }
    void aStrangersFileIsReadOrRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        QFETCH(int, events);
        QFETCH(QString, later);
        QTemporaryDir folder;
        const auto machine = TimeMachine::open(writeTo(folder, bytes));
        QCOMPARE(machine.has_value(), error.isEmpty());
        if (!machine) {
            QVERIFY2(machine.error().contains(error), qPrintable(machine.error()));
            return;
        }
        QVERIFY((*machine)->build());
        const TimeMachineStatus &status = (*machine)->status();
        QVERIFY2(later.isEmpty() ? status.error.isEmpty() : status.error.contains(later), qPrintable(status.error));
        QVERIFY2(events < 0 ? status.events > 500 && status.events < 5'000 : int(status.events) == events,
                 qPrintable(QString::number(status.events)));
        QVERIFY(status.isTruncated);
        QCOMPARE((*machine)->worldAt(status.lastSeq)->seq(), status.lastSeq);
    }

    void aBombIsNotUnpacked() // what a recording never is: a thousand times smaller than its text
    {
        QTemporaryDir folder;
        GzipDevice device(writeTo(folder, gzipped(QByteArray(80 << 20, '\n'))));
        QVERIFY(device.open(QIODevice::ReadOnly));
        QByteArray block(1 << 20, Qt::Uninitialized);
        qint64 unpacked = 0;
        for (qint64 read = device.read(block.data(), block.size()); read > 0;
             read = device.read(block.data(), block.size()))
            unpacked += read;
        QVERIFY2(device.problem().contains(u"200 times"_s), qPrintable(device.problem()));
        QVERIFY(unpacked < 70 << 20);
    }

    void whatIsNoFileIsRefused()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        QVERIFY(JournalFile::open(pipe).error().contains(u"no ordinary file"_s));
        QVERIFY(JournalFile::open(folder.path()).error().contains(u"no ordinary file"_s));
        QVERIFY(JournalFile::open(folder.filePath(u"none"_s)).error().contains(u"cannot be read"_s));
    }

    void whatAStrangerSaysInTheWrongOrderHarmsNobody() // lines and applications that go before their handles
    {
        World world;
        quint64 seq = 0;
        const auto tell = [&](auto payload) { world.apply(Event(++seq, 42, payload)); };
        tell(Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>()});
        tell(Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>()});
        tell(Events::LineOpened{{1}, {1}, {1}, {}, {}, {}, {}, 0, 0});
        for (const quint32 n : {1u, 2u}) {
            tell(Events::CallCreated{{n}, {1}, {n}, 0, {}});
            tell(Events::HandleCreated{{n}, {n}, {1}, {1}, Privilege::Owner, 0});
        }
        tell(Events::LineClosed{{1}, {1}, {1}, LineCloseReason::App, {}});
        tell(Events::CallState{{1}, CallState::Idle, CallState::Unknown, 0});
        tell(Events::LineOpened{{1}, {1}, {1}, {}, {}, {}, {}, 0, 0});
        tell(Events::AppShutdown{{1}, ShutdownReason::Crashed});
        tell(Events::CallState{{2}, CallState::Idle, CallState::Unknown, 0});
        QCOMPARE(world.seq(), seq);
        QCOMPARE(world.handles().size(), 2);
    }

    // ---- live ----

    void everyMomentInTheRingIsAsItWas()
    {
        LiveTimeline::Options options;
        options.ringBytes = 400'000;
        options.distance = 500;
        LiveTimeline line(options);
        Session session;
        World shown;
        QRandomGenerator random(8);
        int looks = 0;
        playTraffic({.keepAtMost = 50}, 2 * wanted, [&](const EventBatch &batch, const World &) {
            session.events += batch;
            shown.apply(batch); // as a window does
            line.advance(batch, shown);
            if (random.bounded(15) != 0)
                return;
            const auto seq = quint64(random.bounded(qint64(line.firstSeq()), qint64(line.lastSeq()) + 1));
            const auto world = line.worldAt(seq);
            QVERIFY(world && *world == session.worldAt(seq));
            QVERIFY(!line.event(seq) || line.event(seq)->seq == seq);
            ++looks;
        });
        QVERIFY(looks > 10);
        QVERIFY(line.journal().dropped() > 0);
        QVERIFY(line.firstSeq() > 1'000 && line.firstSeq() + 500 < line.lastSeq());
        QVERIFY(!line.worldAt(line.firstSeq() - 1));
        QVERIFY(!line.worldAt(line.lastSeq() + 1));
        QCOMPARE(line.seqAt(line.event(line.lastSeq())->time), line.lastSeq());
        QCOMPARE(line.seqAt(0), line.firstSeq());
    }

    void aSnapshotBeginsAnotherTime()
    {
        LiveTimeline line({});
        World world;
        EventBatch batch{Event(1, 1, Events::ProviderState{{1}, true, u"A"_s, {}})};
        world.apply(batch);
        line.advance(batch, world);
        QVERIFY(line.worldAt(0) && *line.worldAt(0) == World());
        world.apply(Event(9, 9, Events::ProviderState{{2}, true, u"B"_s, {}}));
        line.startAnew(world);
        QCOMPARE(line.firstSeq(), 9u);
        QVERIFY(!line.worldAt(1));
        QVERIFY(*line.worldAt(9) == world);
        batch = {Event(10, 10, Events::FindingRaised{std::make_shared<const Finding>()}),
                 Event(11, 11, Events::ProviderState{{1}, false, {}, {}})};
        const World before = world;
        world.apply(batch);
        line.advance(batch, world);
        QVERIFY(*line.worldAt(9) == before);
        QVERIFY(*line.worldAt(11) == world);
        QCOMPARE(line.nextFinding(9), 10u);
        QCOMPARE(line.nextFinding(10), 0u);
        QCOMPARE(line.previousFinding(11), 10u);
        QCOMPARE(line.previousFinding(10), 0u);
    }

    // ---- bookmarks ----

    void bookmarksAreKeptBesideTheRecording()
    {
        QTemporaryDir folder;
        const QString file = Bookmarks::fileFor(folder.filePath(u"a.jsonl"_s));
        QVERIFY(file.endsWith(u"a.jsonl.bookmarks.json"_s));
        auto bookmarks = Bookmarks::load(file);
        QVERIFY(bookmarks && bookmarks->all().isEmpty());
        QVERIFY(bookmarks->set({20, 2_s, u"Second"_s}));
        QVERIFY(bookmarks->set({10, 1_s, u"First \u202e\n\"x\""_s}));
        QVERIFY(bookmarks->set({30, 3_s, {}}));
        QVERIFY(bookmarks->set({20, 2_s, u"Second, again"_s}));
        bookmarks->remove(30);
        QVERIFY(bookmarks->save(file).has_value());
        const auto read = Bookmarks::load(file);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
        QVERIFY(read->all() == bookmarks->all());
        QCOMPARE(read->all().size(), 2);
        QCOMPARE(read->next(0)->seq, 10u);
        QCOMPARE(read->next(10)->note, u"Second, again"_s);
        QVERIFY(!read->next(20));
        QCOMPARE(read->previous(20)->seq, 10u);
        QVERIFY(!read->previous(10));
        QVERIFY(!bookmarks->save(folder.filePath(u"none/x"_s)));
    }

    void brokenBookmarksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray head = R"({"linescope":"bookmarks/1"})"
                                "\n";
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("another version") << QByteArray(R"({"linescope":"bookmarks/2"})"
                                                       "\n");
        QTest::addRow("no JSON") << head + "hello\n";
        QTest::addRow("no number") << head
                + R"({"note":"x"})"
                  "\n";
        QTest::addRow("negative") << head
                + R"({"seq":-1})"
                  "\n";
        QTest::addRow("unknown field") << head
                + R"({"seq":1,"more":2})"
                  "\n";
        QByteArray many = head;
        for (int i = 0; i <= Bookmarks::most; ++i)
            many += R"({"seq":)" + QByteArray::number(i) + "}\n";
        QTest::addRow("one too many") << many;
    }
    void brokenBookmarksAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const auto read = Bookmarks::load(writeTo(folder, bytes));
        QVERIFY(!read && !read.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
