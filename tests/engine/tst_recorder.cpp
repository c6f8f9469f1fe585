// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was recorded says what was: the World built from the files is the engine's, from wherever the recording began.

#include "journal/journalfile.h"
#include "journal/recorder.h"
#include "recordedtraffic.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

// What a whole file says.
struct Played {
    World world;
    quint64 events = 0;
    quint64 first = 0;
    std::optional<JournalSummary> summary;
    QString error;
};

Played play(const QString &path)
{
    Played played;
    const auto file = JournalFile::open(path);
    if (!file) {
        played.error = file.error();
        return played;
    }
    JournalReader &reader = (*file)->reader();
    for (auto event = reader.advance(played.world); true; event = reader.advance(played.world)) {
        if (!event)
            played.error = event.error();
        if (!event || !*event)
            break;
        played.first = played.events++ == 0 ? (*event)->seq : played.first;
    }
    played.summary = reader.summary();
    return played;
}

QStringList filesIn(const QString &folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }

World worldOf(const EventBatch &events)
{
    World world;
    world.apply(events);
    return world;
}

// A few events with some text in them.
EventBatch someEvents(quint64 from, int count)
{
    EventBatch batch;
    for (int i = 0; i < count; ++i)
        batch.append(Event(from + quint64(i), 1'795'000'000_s,
                           Events::ProviderState{{1}, true, u"Provider"_s, QString(100, u'x')}));
    return batch;
}

// No file of this process may be larger: writing fails as on a full disk. Undone at the end of the test.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        set(bytes);
    }
    ~FileSizeLimit() { set(m_before.rlim_max); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)
    void set(rlim_t bytes)
    {
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

private:
    rlimit m_before = {};
};

} // namespace

class TestRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWorldOfARecordingIsTheEngines_data()
    {
        QTest::addColumn<bool>("compressed");
        QTest::addColumn<quint64>("from"); // the recording begins after that event
        QTest::addColumn<qint64>("rollAt");
        QTest::addColumn<int>("apps");
        for (const bool compressed : {false, true}) {
            for (const quint64 from : {0u, 1u, 1'500u}) {
                const char *const form = compressed ? "compressed" : "plain";
                QTest::addRow("%s, after %llu", form, from) << compressed << from << qint64(0) << 1;
                QTest::addRow("%s, after %llu, rolling", form, from) << compressed << from << qint64(100'000) << 1;
            }
            QTest::addRow("many applications, %d", int(compressed)) << compressed << quint64(4'000) << qint64(0) << 10;
        }
    }
    void theWorldOfARecordingIsTheEngines()
    {
        QFETCH(bool, compressed);
        QFETCH(quint64, from);
        QFETCH(qint64, rollAt);
        QFETCH(int, apps);
        for (const quint32 seed : {1u, 2u}) {
            QTemporaryDir folder;
            RecordingOptions options;
            options.file = folder.filePath(u"a.jsonl"_s);
            options.compressed = compressed;
            options.rollAt = rollAt;
            std::unique_ptr<Recorder> recorder;
            World last;
            playTraffic({.seed = seed, .appsPerHabit = apps}, apps == 1 ? 3'000 : 6'000,
                        [&](const EventBatch &batch, const World &world) {
                            if (recorder)
                                recorder->push(batch, world);
                            else if (world.seq() >= from)
                                recorder = std::make_unique<Recorder>(options, world);
                            last = world;
                        });
            const RecordingStatus status = recorder->stop();
            QCOMPARE(status.error, QString());
            QCOMPARE(status.dropped, 0u);
            const QStringList files = filesIn(folder.path());
            QCOMPARE(int(files.size()), status.files);
            QVERIFY(rollAt == 0 || compressed || files.size() > 3);
            quint64 events = 0;
            Played played;
            for (const QString &file : files) { // each for itself
                const quint64 before = played.world.seq();
                played = play(folder.filePath(file));
                QCOMPARE(played.error, QString());
                QVERIFY(played.summary);
                QVERIFY(events == 0 || played.first == before + 1);
                events += played.events;
            }
            QCOMPARE(events, status.events);
            QCOMPARE(played.world.dump(), last.dump());
            QVERIFY(played.world == last);
        }
    }

    void anybodyCanReadACompressedOne()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"a.jsonl.gz"_s);
        Recorder recorder({.file = name, .compressed = true}, {});
        for (int i = 0; i < 100; ++i) // some 2 MB of text
            recorder.push(someEvents(1 + quint64(i) * 100, 100), {});
        QCOMPARE(recorder.stop().error, QString());
        QProcess zcat;
        zcat.start(u"zcat"_s, {name});
        QVERIFY(zcat.waitForFinished());
        QCOMPARE(zcat.exitCode(), 0);
        QCOMPARE(zcat.readAllStandardOutput().count('\n'), 10'002); // header, summary
        QCOMPARE(zcat.readAllStandardError(), QByteArray());
    }

    void theFilesKeepTheirSizeAndNumber()
    {
        QTemporaryDir folder;
        QVERIFY(QFile(folder.filePath(u"a-0007.jsonl"_s)).open(QIODevice::WriteOnly)); // of an earlier session
        Recorder recorder({.file = folder.filePath(u"a.jsonl"_s), .rollAt = 100'000, .keepFiles = 3}, {});
        EventBatch all;
        for (int i = 0; i < 50; ++i) {
            const EventBatch batch = someEvents(1 + quint64(i) * 100, 100);
            all += batch;
            recorder.push(batch, {});
        }
        const RecordingStatus status = recorder.stop();
        QCOMPARE(filesIn(folder.path()).size(), 4);
        QCOMPARE(filesIn(folder.path()).constFirst(), u"a-0007.jsonl"_s);
        QCOMPARE(folder.filePath(filesIn(folder.path()).constLast()), status.file);
        for (const QString &file : filesIn(folder.path()).mid(1))
            QVERIFY2(QFileInfo(folder.filePath(file)).size() < 102'000, qPrintable(file));
        QVERIFY(play(status.file).world == worldOf(all));
    }

    void whatIsNotMeantForOthersIsMasked()
    {
        QTemporaryDir folder;
        CallInfo info;
        info.callerId = u"5550100"_s;
        EventBatch batch = someEvents(1, 1);
        batch.append(Event(2, 0, Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>()}));
        batch.append(Event(3, 0, Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(info)}));
        Recorder recorder({.file = folder.filePath(u"a"_s), .masking = Masking::Mask}, worldOf(batch));
        batch[2].seq = 4;
        recorder.push({batch[2]}, {});
        recorder.stop();
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("*****00"), 2); // in the snapshot and in the event
        QVERIFY(!text.contains("5550100"));
    }

    void othersCannotReadIt()
    {
        QTemporaryDir folder;
        Recorder({.file = folder.filePath(u"a"_s)}, {}).stop();
        struct stat status = {};
        QCOMPARE(stat(qPrintable(folder.filePath(u"a"_s)), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
    }

    void theEngineDoesNotWaitAndIsToldWhatWasLost()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"a"_s);
        QVERIFY(mkdir(qPrintable(name), 0700) == 0); // in the way
        Recorder recorder({.file = name, .flushInterval = 5_ms, .capacityEvents = 1000}, {});
        World world;
        const auto push = [&](int count) {
            const EventBatch batch = someEvents(world.seq() + 1, count);
            world.apply(batch);
            recorder.push(batch, world);
        };
        for (int i = 0; i < 30; ++i)
            push(100);
        QTRY_VERIFY(recorder.status().error.contains(u"no ordinary file"_s));
        QCOMPARE(recorder.status().dropped, 2'000u); // known before anything can be written
        QCOMPARE(rmdir(qPrintable(name)), 0);
        QTRY_COMPARE(recorder.status().events, 1'000u);
        QTRY_COMPARE(recorder.status().error, QString());
        push(100); // makes the gap known
        push(100);
        const RecordingStatus status = recorder.stop();
        QCOMPARE(status.dropped, 2'100u);
        const Played played = play(name);
        QCOMPARE(played.error, QString());
        QCOMPARE(played.events, 1'100u);
        QCOMPARE(played.summary->dropped, 2'100);
        QVERIFY(played.world == world);
    }

    void aFullDiskIsReportedAndOutlived_data()
    {
        QTest::addColumn<bool>("compressed");
        QTest::addRow("plain") << false;
        QTest::addRow("compressed") << true;
    }
    void aFullDiskIsReportedAndOutlived()
    {
        QFETCH(bool, compressed);
        QTemporaryDir folder;
        const QString name = folder.filePath(u"a"_s);
        std::mutex mutex;
        QStringList errors;
        const auto note = [&](const RecordingStatus &status) {
            const std::scoped_lock lock(mutex);
            errors.append(status.error);
        };
        const auto isTold = [&] {
            const std::scoped_lock lock(mutex);
            return !errors.isEmpty() && errors.constLast().contains(u"cannot be written"_s);
        };
        World world;
        EventBatch batch;
        playTraffic({}, 3'000, [&](const EventBatch &events, const World &) { batch += events; });
        {
            FileSizeLimit disk(20'000);
            Recorder recorder({.file = name, .compressed = compressed, .flushInterval = 20_ms}, {}, note);
            QElapsedTimer time;
            time.start();
            world.apply(batch);
            recorder.push(batch, world);
            QTRY_VERIFY(isTold());
            QVERIFY(time.elapsed() < 2'000);
            if (!compressed) { // no line is cut meanwhile
                QFile file(name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                QVERIFY(text.isEmpty() || text.endsWith('\n'));
            }
            disk.set(RLIM_INFINITY);
            QTRY_VERIFY(!isTold());
            QCOMPARE(recorder.stop().dropped, 0u);
        }
        const Played played = play(name);
        QCOMPARE(played.error, QString());
        QVERIFY(played.summary);
        QVERIFY(played.world == world);
    }

    void aRemovedFileIsReportedAndBegunAnew()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"sub"_s));
        const QString name = folder.filePath(u"sub/a"_s);
        World world = worldOf(someEvents(1, 100));
        Recorder recorder({.file = name, .flushInterval = 5_ms}, world);
        QTRY_VERIFY(QFileInfo(name).size() > 0);
        QVERIFY(QDir(folder.filePath(u"sub"_s)).removeRecursively());
        QTRY_VERIFY(recorder.status().error.contains(u"cannot be written"_s));
        QVERIFY(QDir(folder.path()).mkdir(u"sub"_s));
        QTRY_COMPARE(recorder.status().error, QString());
        const EventBatch more = someEvents(101, 10);
        world.apply(more);
        recorder.push(more, world);
        recorder.stop();
        const Played played = play(name);
        QCOMPARE(played.events, 10u);
        QVERIFY(played.world == world);
    }

    void aBatchThatTheWorldKnowsAlreadyIsNotWrittenTwice() // the server tells a batch late when it is asked meanwhile
    {
        QTemporaryDir folder;
        const EventBatch batch = someEvents(1, 10);
        Recorder recorder({.file = folder.filePath(u"a"_s)}, worldOf(batch));
        recorder.push(batch, worldOf(batch));
        recorder.push(someEvents(11, 5), {});
        QCOMPARE(recorder.stop().events, 5u);
        QCOMPARE(play(folder.filePath(u"a"_s)).events, 5u);
    }
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
