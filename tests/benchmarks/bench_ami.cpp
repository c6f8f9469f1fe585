// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The AMI parser, alone and with the calls that follow, against a bare memchr scan for line feeds, and against the ways
// it is usually written. First the bytes of the recordings, one after the other, again and again; then a recorded flood
// of 3,000 calls in 35 s, beside a straightforward script in Python.
#include "benchmark.h"

#include "amiparser.h"
#include "amirecording.h"
#include "channeltracker.h"
#include "journal/gzipdevice.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>

#include <array>
#include <cstring>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkSize = 4096;
constexpr qsizetype usualShare = 32; // the usual way gets a part of the bytes only, being slow

const QByteArray banner = "Asterisk Call Manager/5.0.4\r\n";

QByteArray traffic(qsizetype size)
{
    QByteArray once;
    for (const QString &file : AmiRecording::all()) {
        for (const AmiRecording &connection : AmiRecording::read(file)) {
            const QByteArray bytes = connection.serverBytes();
            once += bytes.sliced(bytes.indexOf('\n') + 1);
        }
    }
    QByteArray bytes = banner;
    while (!once.isEmpty() && bytes.size() < size)
        bytes += once;
    return bytes;
}

template<class Take>
void inChunks(const QByteArray &bytes, Take take)
{
    for (qsizetype at = 0; at < bytes.size(); at += chunkSize)
        take(QByteArrayView(bytes).sliced(at, qMin(chunkSize, bytes.size() - at)));
}

// The same, through a pair of sockets: what the reader pays for read(), both pay. One thread does both ends, so a write
// is never larger than what the other end can hold.
template<class Take>
void throughSocket(const QByteArray &bytes, Take take)
{
    std::array<int, 2> ends = {};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return;
    std::array<char, chunkSize> buffer;
    inChunks(bytes, [&](QByteArrayView chunk) {
        if (write(ends[0], chunk.data(), size_t(chunk.size())) != chunk.size())
            return;
        const ssize_t size = read(ends[1], buffer.data(), buffer.size());
        take(QByteArrayView(buffer.data(), size));
    });
    close(ends[0]);
    close(ends[1]);
}

quint64 lineFeeds(QByteArrayView chunk)
{
    quint64 lines = 0;
    const char *at = chunk.begin();
    while (const void *const feed = memchr(at, '\n', size_t(chunk.end() - at))) {
        ++lines;
        at = static_cast<const char *>(feed) + 1;
    }
    return lines;
}

// Counts messages; with `lookUp`, asks each for what a tracker of calls wants to know.
struct Reader {
    explicit Reader(bool lookUp)
    {
        parser.onMessage = [this, lookUp](const Ami::Message &message) {
            ++messages;
            if (!lookUp)
                return;
            for (const QByteArrayView key : {"Event", "Uniqueid", "Linkedid", "ChannelState", "Channel"})
                bytes += message.value(key).size();
        };
    }
    Ami::Parser parser;
    quint64 messages = 0;
    qsizetype bytes = 0;
};

// The whole way to what the engine is told: every line is open.
quint64 applied(const QByteArray &bytes, LocalChannels local = LocalChannels::Show)
{
    quint64 reports = 0;
    ChannelTracker tracker(local);
    const auto take = [&](const QList<Report> &told) {
        reports += quint64(told.size());
        for (const Report &report : told) {
            if (const auto *device = std::get_if<Reports::DeviceAdded>(&report))
                reports += quint64(tracker.openLine(device->line).size());
        }
    };
    Ami::Parser parser;
    parser.onMessage = [&](const Ami::Message &message) { take(tracker.consume(message)); };
    inChunks(bytes, [&parser](QByteArrayView chunk) { parser.feed(chunk); });
    return reports;
}

// As most clients do it: take the first line off the buffer, cut it, put it into a hash.
quint64 usualParser(const QByteArray &bytes)
{
    quint64 messages = 0;
    QByteArray buffer;
    QHash<QByteArray, QByteArray> message;
    inChunks(bytes, [&](QByteArrayView chunk) {
        buffer += chunk;
        for (qsizetype feed = buffer.indexOf('\n'); feed >= 0; feed = buffer.indexOf('\n')) {
            const QByteArray line = buffer.left(feed).trimmed();
            buffer.remove(0, feed + 1);
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                message.insert(line.left(colon), line.mid(colon + 1).trimmed());
            else if (line.isEmpty())
                messages += std::exchange(message, {}).isEmpty() ? 0 : 1;
        }
    });
    return messages;
}

// ---- a flood -------------------------------------------------------------------------------------------------------

QByteArray flood()
{
    GzipDevice file(QStringLiteral(LINESCOPE_TEST_DATA "/ami/a16-flood-mix-3000.server.gz"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double childSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// CPU seconds of a script that reads the file. It starts Python, too: some 20 ms.
double scriptSeconds(const QString &file)
{
    const double before = childSeconds();
    QProcess script;
    script.setStandardInputFile(file);
    script.start(u"python3"_s, {QStringLiteral(LINESCOPE_BENCHMARKS "/amiparse.py")});
    script.waitForFinished(-1);
    mustBeRight(script.readAllStandardOutput().trimmed().endsWith(" 0"), "the script has channels left");
    return childSeconds() - before;
}

void compareFlood()
{
    const QByteArray bytes = flood();
    mustBeRight(bytes.size() > 90'000'000, "tests/data/ami/a16-flood-mix-3000.server.gz is missing");
    QFile file(QDir::temp().filePath(u"linescope-flood.server"_s));
    mustBeRight(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "no room for the flood");
    file.close();

    const auto size = double(bytes.size());
    auto figures = interleaved({
        {u"scan for line ends (memchr)"_s,
         size,
         [&] {
             quint64 lines = 0;
             inChunks(bytes, [&lines](QByteArrayView chunk) { lines += lineFeeds(chunk); });
             keep(lines);
         },
         {}},
        {u"parse"_s,
         size,
         [&] {
             Reader reader(false);
             inChunks(bytes, [&reader](QByteArrayView chunk) { reader.parser.feed(chunk); });
             keep(reader);
         },
         {}},
        {u"parse and apply, Local channels shown"_s, size, [&] { keep(applied(bytes, LocalChannels::Show)); }, {}},
        {u"parse and apply, Local channels folded"_s, size, [&] { keep(applied(bytes, LocalChannels::Fold)); }, {}},
    });
    Figure script{u"a script in Python"_s, {}};
    for (int round = 0; round < 3; ++round)
        script.perOperation.push_back(scriptSeconds(file.fileName()) * 1e9 / size);
    figures.push_back(script);
    file.remove();

    MarkdownTable table({u"flood of 3,000 calls, 97 MB, 255,321 events"_s, u"ms"_s, u"events/s"_s, u"times the scan"_s,
                         u"goal"_s, u"reached"_s});
    for (size_t i = 0; i < figures.size(); ++i) {
        const double seconds = figures[i].median() * size / 1e9;
        const double times = figures[i].median() / figures[0].median();
        const bool hasGoal = i == 2 || i == 3;
        table.addRow({figures[i].name, number(seconds * 1000), number(255'321 / seconds), number(times),
                      hasGoal ? u"<= 6"_s : QString(), hasGoal ? goal(times <= 6) : QString()});
    }
}

} // namespace

int main()
{
    const QByteArray bytes = traffic(64 * 1024 * 1024);
    if (bytes.size() < 64 * 1024 * 1024) {
        std::fputs("The recordings of tests/data/ami are missing.\n", stderr);
        return 1;
    }
    const QByteArray part = bytes.first(bytes.size() / usualShare);
    const auto parse = [](const QByteArray &source, bool lookUp, auto bring) {
        Reader reader(lookUp);
        bring(source, [&reader](QByteArrayView chunk) { reader.parser.feed(chunk); });
        keep(reader);
    };
    const auto scan = [](const QByteArray &source, auto bring) {
        quint64 lines = 0;
        bring(source, [&lines](QByteArrayView chunk) { lines += lineFeeds(chunk); });
        keep(lines);
    };
    const auto memory = [](const QByteArray &source, auto take) { inChunks(source, take); };
    const auto socket = [](const QByteArray &source, auto take) { throughSocket(source, take); };

    // ns per byte
    const auto size = double(bytes.size());
    const auto figures = interleaved({
        {u"memchr, 4 KiB chunks"_s, size, [&] { scan(bytes, memory); }, {}},
        {u"parser, 4 KiB chunks"_s, size, [&] { parse(bytes, false, memory); }, {}},
        {u"parser and 5 look-ups a message, 4 KiB chunks"_s, size, [&] { parse(bytes, true, memory); }, {}},
        {u"parser and calls (ChannelTracker), 4 KiB chunks"_s, size, [&] { keep(applied(bytes)); }, {}},
        {u"memchr, 4 KiB from a socket"_s, size, [&] { scan(bytes, socket); }, {}},
        {u"parser, 4 KiB from a socket"_s, size, [&] { parse(bytes, false, socket); }, {}},
        {u"QByteArray and QHash, 4 KiB chunks"_s, double(part.size()), [&] { keep(usualParser(part)); }, {}},
    });

    MarkdownTable table({u"AMI"_s, u"MB/s (min/median/max)"_s, u"of memchr's bytes per s"_s, u"goal"_s, u"reached"_s});
    for (size_t i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures[i];
        const double share = ratio(figures[i == 4 || i == 5 ? 4 : 0], figure);
        const double wanted = i == 1 || i == 5 ? 0.35 : i == 3 ? 1.0 / 6 : 0;
        table.addRow({figure.name,
                      number(1000 / figure.greatest()) + u'/' + number(1000 / figure.median()) + u'/'
                          + number(1000 / figure.least()),
                      number(share), wanted > 0 ? u">= "_s + number(wanted) : QString(),
                      wanted > 0 ? goal(share >= wanted) : QString()});
    }
    compareFlood();
    return 0;
}
