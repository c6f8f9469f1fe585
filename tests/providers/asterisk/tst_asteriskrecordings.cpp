// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every recording of a real server, told by ChannelTracker, against what the server itself wrote down (truth-*.jsonl).
#include "recording.h"
#include "trackerprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

constexpr double tolerance = 0.05; // seconds

struct Truth {
    QString file;
    QList<QJsonObject> channels;
};

QList<Truth> readTruth(const QString &name, const QString &prefix)
{
    QList<Truth> truths;
    QFile file(dataFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd()) {
        const QJsonObject call = QJsonDocument::fromJson(file.readLine()).object();
        const QString recording = prefix + call["scenario"_L1].toString() + u".txt"_s;
        if (!QFile::exists(dataFile(recording)))
            continue;
        if (truths.isEmpty() || truths.last().file != recording)
            truths.append({recording, {}});
        for (const QJsonValue channel : call["channels"_L1].toArray())
            if (call["summary"_L1].isUndefined())
                truths.last().channels << channel.toObject();
    }
    return truths;
}

QList<Truth> allTruth()
{
    return readTruth(u"truth-a16.jsonl"_s, u"a16-"_s) + readTruth(u"truth-a22.jsonl"_s, u"a22-"_s)
        + readTruth(u"truth-a16-sysname.jsonl"_s, u"a16-sysname-"_s);
}

// When a call was put on hold and taken back, in seconds before its end.
struct Times {
    QList<double> held, taken;
    double ended = 0;
};

struct Told {
    QHash<QString, TrackerProbe::Call> calls;
    QHash<QString, Times> times;
    qsizetype channelsLeft = 0, bridgesLeft = 0;
};

Told tell(const QString &recording, LocalChannels local)
{
    TrackerProbe probe(local);
    Told told;
    double now = 0;
    QHash<DriverCall, QString> names;
    QSet<DriverCall> onHold;
    probe.onReport = [&](const Report &report) {
        if (const auto *call = std::get_if<Reports::NewCall>(&report))
            names.insert(call->call, call->info.text(&CallInfo::providerRef));
        const auto *state = std::get_if<Reports::CallState>(&report);
        if (!state)
            return;
        Times &times = told.times[names.value(state->call)];
        const bool holds = state->state == CallState::OnHold;
        if (holds && !onHold.contains(state->call)) {
            onHold.insert(state->call);
            times.held << now;
        } else if (!holds && onHold.remove(state->call)) {
            times.taken << now;
        }
        if (state->state == CallState::Idle)
            times.ended = now;
    };
    probe.take(probe.tracker().connected());
    const QList<TimedMessage> messages = readRecording(recording);
    for (const TimedMessage &message : messages) {
        now = message.time;
        probe.consume(OwnedMessage(message.lines).message());
    }
    told.calls = probe.calls();
    told.calls.removeIf([](const auto &call) { return call->info.origin == quint32(CallOrigin::Conference); });
    told.channelsLeft = probe.tracker().channelCount();
    told.bridgesLeft = probe.tracker().bridgeCount();
    return told;
}

QString lineOf(const QString &channel) { return QString::fromUtf8(lineName(channel.toUtf8())); }

} // namespace

class TestAsteriskRecordings : public QObject {
    Q_OBJECT

private:
    void compareHolds(const QJsonObject &channel, const Times &times)
    {
        const QJsonArray holds = channel["holds"_L1].toArray();
        QCOMPARE(times.held.size(), holds.size());
        const double end = channel["hangup"_L1]["t"_L1].toDouble();
        for (qsizetype i = 0; i < holds.size(); ++i) {
            const double from = end - holds[i][0].toDouble(), to = end - holds[i][1].toDouble(end);
            const double toldFrom = times.ended - times.held[i], toldTo = times.ended - times.taken[i];
            if (from < times.ended) // else it began before the recording did
                QVERIFY2(qAbs(from - toldFrom) < tolerance, qPrintable(u"%1 %2"_s.arg(from).arg(toldFrom)));
            QVERIFY2(qAbs(to - toldTo) < tolerance, qPrintable(u"%1 %2"_s.arg(to).arg(toldTo)));
        }
    }

    void compare(const QJsonObject &channel, const TrackerProbe::Call &call, const Times &times)
    {
        const CallInfo &info = call.info;
        QCOMPARE(info.channel, channel["channel"_L1].toString());
        QCOMPARE(call.line, lineOf(info.channel));
        QCOMPARE(info.group, channel["linkedid"_L1].toString());
        QCOMPARE(int(info.cause), channel["hangup"_L1]["cause"_L1].toInt());
        QVERIFY2(call.is("IDLE"), qPrintable(call.states.join(u' ')));
        QCOMPARE(call.times("IDLE"), 1);
        const bool answered = !channel["answered"_L1].isNull() && !channel["answered"_L1].isUndefined();
        QCOMPARE(call.was("CONNECTED") || call.was("ONHOLD") || call.was("CONFERENCED"), answered);
        // A device's own number is the caller's where it placed the call, the called where it was called (MAPPING.md).
        const bool called = info.origin == quint32(CallOrigin::Inbound);
        QCOMPARE(called ? info.calledId : info.callerId, channel["caller"_L1].toString());
        QCOMPARE(info.connectedId, channel["connected"_L1].toString());
        compareHolds(channel, times);
    }

    void addRows()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QList<QJsonObject>>("channels");
        for (const Truth &truth : allTruth())
            QTest::newRow(qPrintable(truth.file)) << truth.file << truth.channels;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyRecordingHasItsTruth() { QVERIFY(allTruth().size() >= 46); }

    void everyChannelIsACallWithLocalShown_data() { addRows(); }
    void everyChannelIsACallWithLocalShown()
    {
        QFETCH(QString, file);
        QFETCH(QList<QJsonObject>, channels);
        const Told told = tell(file, LocalChannels::Show);
        qsizetype shown = 0;
        for (const QJsonObject &channel : channels) {
            const QString uniqueId = channel["uniqueid"_L1].toString();
            if (channel["channel"_L1] == "OutgoingSpoolFailed"_L1) {
                QVERIFY(!told.calls.contains(uniqueId));
                continue;
            }
            ++shown;
            QVERIFY2(told.calls.contains(uniqueId), qPrintable(uniqueId));
            compare(channel, told.calls[uniqueId], told.times.value(uniqueId));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(uniqueId + u": "_s + told.calls[uniqueId].states.join(u", ")));
        }
        QCOMPARE(told.calls.size(), shown);
        QCOMPARE(told.channelsLeft, 0);
        QCOMPARE(told.bridgesLeft, 0);
    }

    void onlyDevicesAreShownWithLocalFolded_data() { addRows(); }
    void onlyDevicesAreShownWithLocalFolded()
    {
        QFETCH(QString, file);
        QFETCH(QList<QJsonObject>, channels);
        const Told told = tell(file, LocalChannels::Fold);
        qsizetype shown = 0;
        for (const QJsonObject &channel : channels) {
            const QString uniqueId = channel["uniqueid"_L1].toString();
            if (!channel["channel"_L1].toString().startsWith("PJSIP/"_L1)) {
                QVERIFY(!told.calls.contains(uniqueId));
                continue;
            }
            ++shown;
            compare(channel, told.calls.value(uniqueId), told.times.value(uniqueId));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(uniqueId + u": "_s + told.calls[uniqueId].states.join(u", ")));
        }
        QCOMPARE(told.calls.size(), shown);
        QCOMPARE(told.channelsLeft, 0);
    }

    // Not even for a moment: bridges that merge have three in them while one moves over.
    void whoWasInARoomWasConferencedAndNobodyElse_data() { addRows(); }
    void whoWasInARoomWasConferencedAndNobodyElse()
    {
        QFETCH(QString, file);
        QFETCH(QList<QJsonObject>, channels);
        const Told told = tell(file, LocalChannels::Show);
        for (const QJsonObject &channel : channels) {
            const QJsonArray others = channel["other"_L1].toArray();
            const bool joined = std::any_of(others.begin(), others.end(), [](const QJsonValue &other) {
                return other[1].toString().startsWith("ConfbridgeJoin"_L1);
            });
            const TrackerProbe::Call call = told.calls.value(channel["uniqueid"_L1].toString());
            QVERIFY2(call.was("CONFERENCED") == joined,
                     qPrintable(call.info.channel + u": "_s + call.states.join(u", ")));
        }
    }

    void aServerThatShutsDownEndsEveryCall()
    {
        const Told told = tell(u"a16-server-shutdown.txt"_s, LocalChannels::Show);
        QCOMPARE(told.calls.size(), 6);
        for (const TrackerProbe::Call &call : told.calls)
            QVERIFY2(call.is("IDLE"), qPrintable(call.info.channel));
        QCOMPARE(told.channelsLeft, 0);
    }
};

QTEST_GUILESS_MAIN(TestAsteriskRecordings)
#include "tst_asteriskrecordings.moc"
