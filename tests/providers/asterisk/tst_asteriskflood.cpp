// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recorded flood of 3,000 calls, 100 a second: every channel is a call, and ends as the server wrote down.
#include "amiparser.h"
#include "channeltracker.h"
#include "journal/gzipdevice.h"
#include "recording.h"
#include "trackerprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

class TestAsteriskFlood : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChannelIsACallThatEndsAsItDid()
    {
        QHash<QString, int> truth;
        GzipDevice lines(dataFile(u"truth-a16-flood-mix-3000.jsonl.gz"_s));
        QVERIFY(lines.open(QIODevice::ReadOnly));
        while (!lines.atEnd()) {
            const QJsonObject call = QJsonDocument::fromJson(lines.readLine()).object();
            for (const QJsonValue channel : call["channels"_L1].toArray())
                truth.insert(channel["uniqueid"_L1].toString(), channel["hangup"_L1]["cause"_L1].toInt());
        }
        QCOMPARE(truth.size(), 10'800);

        TrackerProbe probe(LocalChannels::Show);
        Ami::Parser parser;
        parser.onMessage = [&](const Ami::Message &message) { probe.consume(message); };
        GzipDevice bytes(dataFile(u"a16-flood-mix-3000.server.gz"_s));
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        qsizetype most = 0;
        while (!bytes.atEnd()) {
            parser.feed(bytes.read(64 * 1024));
            most = std::max(most, probe.tracker().channelCount());
            (void)probe.text();
        }
        QVERIFY2(parser.error().isEmpty(), qPrintable(parser.error()));
        QVERIFY(most > 100);
        QCOMPARE(probe.tracker().channelCount(), 0);
        QCOMPARE(probe.tracker().bridgeCount(), 0);
        const auto calls = probe.calls();
        QCOMPARE(QSet<QString>(calls.keyBegin(), calls.keyEnd()), QSet<QString>(truth.keyBegin(), truth.keyEnd()));
        for (auto call = calls.begin(); call != calls.end(); ++call) {
            QVERIFY2(call->is("IDLE"), qPrintable(call.key()));
            QCOMPARE(int(call->info.cause), truth[call.key()]);
        }
    }
};

QTEST_GUILESS_MAIN(TestAsteriskFlood)
#include "tst_asteriskflood.moc"
