// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What networks and servers do wrong: the calls are in the end what they would have been (promises 8 and 9).
#include "amiplayer.h"
#include "asteriskwatch.h"
#include "breakingserver.h"
#include "faultproxy.h"
#include "tapi/names.h"
#include "worldcheck.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

// The calls in the end, a line each.
QStringList picture(const Watch &watch)
{
    QStringList lines;
    const auto calls = watch.calls();
    for (auto call = calls.begin(); call != calls.end(); ++call)
        lines += u"%1 %2 mode %3 cause %4 handles %5"_s.arg(call.key(), nameOf(call.value()->state))
                     .arg(call.value()->disconnectMode)
                     .arg(call.value()->info.number(&CallInfo::cause))
                     .arg(call.value()->handleCount());
    lines.sort();
    return lines;
}

bool nothingIsWrong(const Watch &watch)
{
    const QStringList wrong = Test::contradictions(watch.server);
    if (!wrong.isEmpty())
        qWarning("%s", qPrintable(wrong.join(u'\n')));
    return wrong.isEmpty() && watch.server.world().totals().findings == 0; // the rules have nothing to complain of
}

// A player of a recording behind the proxy, and who watches.
struct Stage {
    explicit Stage(const QString &file, const NetworkFaults &faults = {})
        : player(file)
        , proxy(player.port())
        , watch(settingsFor(proxy.port()))
    {
        proxy.faults = [faults](int connection) { return connection == 1 ? faults : NetworkFaults(); };
    }
    bool isOver(qsizetype calls) const
    {
        return player.finished() && watch.calls().size() == calls && watch.liveCalls().isEmpty();
    }

    AmiPlayer player;
    FaultProxy proxy;
    Watch watch;
};

const QString talk = u"a16-sip-attended-transfer.txt"_s;

} // namespace

class TestAsteriskFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void initTestCase()
    {
        m_truth16 = readTruth(u"truth-a16.jsonl"_s, u"a16-"_s);
        Stage stage(talk);
        QVERIFY(comesTrue([&] { return stage.isOver(m_truth16[talk].second.causes.size()); }));
        m_uncut = picture(stage.watch);
        QVERIFY(nothingIsWrong(stage.watch));
    }

    // Every byte with LINESCOPE_ROUNDS=1, every n-th with n; the places differ from run to run.
    void theConnectionMayBreakAtAnyByte_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("closed") << false;
        QTest::newRow("reset, so that what was on its way is lost") << true;
    }
    void theConnectionMayBreakAtAnyByte()
    {
        QFETCH(const bool, resets);
        const int wanted = qEnvironmentVariableIntValue("LINESCOPE_ROUNDS");
        const int step = wanted > 0 ? wanted : 997;
        int cuts = 0;
        bool isCut = true;
        for (qint64 at = step == 1 ? 1 : QRandomGenerator::global()->bounded(1, step); isCut; at += step) {
            BreakingServer asterisk(talk);
            FaultProxy proxy(asterisk.peer.port());
            proxy.faults = [=](int connection) { return connection == 1 ? cutAt(at, resets) : NetworkFaults(); };
            Watch watch(settingsFor(proxy.port()));
            QVERIFY(comesTrue([&] { return proxy.isCut() || asterisk.isThrough(proxy.passed()); }));
            isCut = proxy.isCut();
            const bool ends = !isCut
                || (breaksAndComesBack(asterisk, proxy, watch, 0)
                    && (resets ? endsWell(asterisk, watch, talk) : endsTheSame(asterisk, watch)));
            QVERIFY2(ends, qPrintable(u"cut after %1 bytes: %2"_s.arg(at).arg(m_why)));
            cuts += isCut ? 1 : 0;
        }
        qInfo("%d cuts, one in %d bytes", cuts, step);
        QVERIFY(cuts > 50);
    }

    void whatHappensMeanwhileMayBeMissed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("where"); // part of the bytes that arrive
        QTest::addColumn<int>("missed");   // events that happen before the next login
        for (const QString &file : {u"a16-sip-call-hold.txt"_s, u"a16-sip-blind-transfer.txt"_s}) {
            for (int i = 0; i <= 24; ++i) {
                for (const int missed : {7, 60})
                    QTest::addRow("%s at %d/24, %d missed", qPrintable(file), i, missed) << file << i / 24. << missed;
            }
        }
    }
    void whatHappensMeanwhileMayBeMissed()
    {
        QFETCH(const QString, file);
        QFETCH(const double, where);
        QFETCH(const int, missed);
        BreakingServer uncut(file);
        Watch first(settingsFor(uncut.peer.port()));
        QVERIFY(comesTrue([&] { return uncut.totalBytes() > 0; }));

        BreakingServer asterisk(file);
        FaultProxy proxy(asterisk.peer.port());
        // ActionIDs differ in length: never quite at the end.
        const qint64 at = std::max(qint64(1), qint64(double(uncut.totalBytes() - 100) * where));
        proxy.faults = [=](int connection) { return connection == 1 ? cutAt(at) : NetworkFaults(); };
        Watch watch(settingsFor(proxy.port()));
        const bool ends = breaksAndComesBack(asterisk, proxy, watch, missed) && endsWell(asterisk, watch, file);
        QVERIFY2(ends, qPrintable(m_why));
    }

    // Its packets go nowhere, and nobody says so: a ping finds it.
    void aHalfOpenConnectionIsFoundIn15Seconds_data()
    {
        QTest::addColumn<qint64>("holdAt");
        for (const qint64 holdAt : {30, 200, 20'000, 60'000})
            QTest::addRow("after %lld bytes", holdAt) << holdAt;
    }
    void aHalfOpenConnectionIsFoundIn15Seconds()
    {
        QFETCH(const qint64, holdAt);
        BreakingServer asterisk(talk);
        FaultProxy proxy(asterisk.peer.port());
        Watch watch(settingsFor(proxy.port()));
        proxy.faults = [holdAt](int connection) {
            NetworkFaults faults;
            faults.holdAt = connection == 1 ? holdAt : -1;
            return faults;
        };
        QVERIFY(comesTrue([&] { return proxy.isHolding(); }));
        QVERIFY(arrives(proxy));
        watch.clock.advance(10_s);
        watch.clock.advance(5_s);
        QVERIFY2(breaksAndComesBack(asterisk, proxy, watch, 0) && endsTheSame(asterisk, watch), qPrintable(m_why));
    }

    void aServerThatStallsFor14SecondsIsKept()
    {
        NetworkFaults faults;
        faults.holdAt = 15'000;
        Stage stage(talk, faults);
        QVERIFY(comesTrue([&] { return stage.proxy.isHolding(); }));
        QVERIFY(arrives(stage.proxy));
        stage.watch.clock.advance(10_s); // a ping
        stage.watch.clock.advance(4_s);
        stage.proxy.goOn();
        QVERIFY(comesTrue([&] { return picture(stage.watch) == m_uncut; }));
        QCOMPARE(stage.proxy.connections(), 1);
        QVERIFY(nothingIsWrong(stage.watch));
    }

    void garbageIsSurvived_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QByteArray random(4096, Qt::Uninitialized);
        QRandomGenerator::global()->generate(random.begin(), random.end());
        QTest::newRow("random bytes") << random;
        QTest::newRow("empty lines") << QByteArray("\r\n").repeated(5000);
        QTest::newRow("NUL") << QByteArray(1000, '\0');
        QTest::newRow("half a line") << "Event: Hangup\r\nUniq"_ba;
        QTest::newRow("a line of 70 KB") << QByteArray(70'000, 'x');
        QTest::newRow("a megabyte without an end") << QByteArray("a: b\r\n").repeated(200'000);
        QTest::newRow("messages of another protocol") << QByteArray("HTTP/1.1 200 OK\r\n\r\n").repeated(500);
        QTest::newRow("an event about nobody") << "Event: Hangup\r\nUniqueid: 1.1\r\nCause: 9999999999\r\n\r\n"_ba;
        QTest::newRow("a greeting in the middle") << "Asterisk Call Manager/5.0.4\r\n"_ba;
    }
    void garbageIsSurvived()
    {
        QFETCH(const QByteArray, garbage);
        for (int round = 0; round < 5; ++round) {
            BreakingServer asterisk(talk);
            FaultProxy proxy(asterisk.peer.port());
            NetworkFaults faults;
            faults.insertAt = QRandomGenerator::global()->bounded(1, 70'000);
            faults.inserted = garbage;
            proxy.faults = [faults](int connection) { return connection == 1 ? faults : NetworkFaults(); };
            Watch watch(settingsFor(proxy.port()));
            const auto isRead = [&] { return asterisk.isThrough(proxy.passed()); };
            const auto isLost = [&] { return watch.health().contains(u"Reconnecting"_s); };
            QVERIFY(comesTrue([&] { return isRead() || isLost(); }));
            // What it has swallowed is made good by the next connection.
            asterisk.resumeAtTheEnd();
            if (!isLost())
                asterisk.peer.cut();
            QVERIFY(comesTrue(isLost));
            watch.clock.advance(1_s);
            QVERIFY(comesTrue([&] { return asterisk.hasListedAgain() && watch.liveCalls().isEmpty(); }));
            QVERIFY2(endsWell(asterisk, watch, talk), qPrintable(u"at %1: %2"_s.arg(faults.insertAt).arg(m_why)));
        }
    }

    // Events of different channels may overtake each other in Asterisk; more than that is not its way, but a proxy's.
    void aWrongOrderIsSurvived_data()
    {
        QTest::addColumn<int>("window");
        for (const int window : {2, 5, 20})
            QTest::addRow("within %d events", window) << window;
    }
    void aWrongOrderIsSurvived()
    {
        QFETCH(const int, window);
        for (int round = 0; round < 10; ++round) {
            const quint32 seed = QRandomGenerator::global()->generate();
            BreakingServer asterisk(talk, [=](QList<AmiRecording::Block> &events) {
                QRandomGenerator random(seed);
                for (qsizetype begin = 0; begin + window <= events.size(); begin += window)
                    std::shuffle(events.begin() + begin, events.begin() + begin + window, random);
            });
            QVERIFY2(allCallsEnd(asterisk), qPrintable(u"seed %1: %2"_s.arg(seed).arg(m_why)));
        }
    }

    void eventsThatComeTwiceAreSurvived()
    {
        BreakingServer asterisk(talk, [](QList<AmiRecording::Block> &events) {
            for (qsizetype i = events.size() - 1; i >= 0; --i)
                events.insert(i, events.at(i));
        });
        QVERIFY2(allCallsEnd(asterisk), qPrintable(m_why));
    }

    void oneByteAtATimeIsTheSame()
    {
        NetworkFaults faults;
        faults.piece = 1;
        Stage stage(u"a16-sip-callee-hangs-up.txt"_s, faults);
        const auto truth = m_truth16[u"a16-sip-callee-hangs-up.txt"_s].second;
        QVERIFY(comesTrue([&] { return stage.isOver(truth.causes.size()); }, 60'000));
        QVERIFY(nothingIsWrong(stage.watch));
    }

private:
    bool because(const QString &why)
    {
        m_why = why;
        return false;
    }

    // What has passed has been read by the provider, which lives on this thread.
    static bool arrives(const FaultProxy &proxy)
    {
        const bool isDelivered = comesTrue([&] { return proxy.isDelivered(); });
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
        return isDelivered;
    }

    static NetworkFaults cutAt(qint64 at, bool resets = false)
    {
        NetworkFaults faults;
        faults.cutAt = at;
        faults.resets = resets;
        return faults;
    }

    bool breaksAndComesBack(BreakingServer &asterisk, FaultProxy &proxy, Watch &watch, qsizetype missed)
    {
        if (!comesTrue(
                [&] { return (proxy.isCut() || proxy.isHolding()) && watch.health().contains(u"Reconnecting"_s); }))
            return because(u"the loss is not seen: "_s + watch.health());
        for (const Device &device : watch.server.world().devices()) {
            if (device.info.inService || device.info.stateText.isEmpty())
                return because(device.info.name + u" is said to be in service"_s);
        }
        const auto before = watch.calls();
        for (const Call *call : before) {
            if (!call->isIdle() && call->state != CallState::Unknown)
                return because(u"a call is said to go on"_s);
        }
        asterisk.resume(proxy.passed(), missed);
        watch.clock.advance(1_s);
        const auto isBack = [&] {
            return asterisk.peer.connections() == 2 && watch.liveCalls() == asterisk.aliveAtResumption()
                && asterisk.hasListedAgain() && !watch.hasUnknownCalls();
        };
        if (!comesTrue(isBack))
            return because(u"it does not come back: "_s + watch.health());
        for (const QString &known : before.keys()) { // whoever held it holds it still
            if (!watch.calls().contains(known))
                return because(known + u" is forgotten"_s);
        }
        return true;
    }

    bool allCallsEnd(BreakingServer &asterisk)
    {
        Watch watch(settingsFor(asterisk.peer.port()));
        const qsizetype calls = m_truth16[talk].second.causes.size();
        if (!comesTrue([&] { return watch.calls().size() == calls && watch.liveCalls().isEmpty(); }))
            return because(picture(watch).join(u'\n'));
        return nothingIsWrong(watch) || because(u"findings or contradictions"_s);
    }

    // Nothing was missed.
    bool endsTheSame(BreakingServer &asterisk, Watch &watch)
    {
        asterisk.finish();
        if (!comesTrue([&] { return picture(watch) == m_uncut; }))
            return because(picture(watch).join(u'\n') + u"\ninstead of\n"_s + m_uncut.join(u'\n'));
        return nothingIsWrong(watch) || because(u"findings or contradictions"_s);
    }

    // What was missed is not known; nothing that is said is wrong.
    bool endsWell(BreakingServer &asterisk, Watch &watch, const QString &file)
    {
        asterisk.finish();
        if (!comesTrue([&] { return watch.liveCalls().isEmpty(); }))
            return because(u"these do not end: "_s + watch.liveCalls().values().join(u' '));
        const auto calls = watch.calls();
        for (auto call = calls.begin(); call != calls.end(); ++call) {
            const int cause = int(call.value()->info.number(&CallInfo::cause));
            const bool isUnknown = DisconnectMode(call.value()->disconnectMode) == DisconnectMode::Unknown;
            if (cause == 0 ? !isUnknown : cause != m_truth16[file].second.causes[call.key()])
                return because(u"%1 ends with cause %2"_s.arg(call.key()).arg(cause));
        }
        return nothingIsWrong(watch) || because(u"findings or contradictions"_s);
    }

    QHash<QString, std::pair<Expected, Expected>> m_truth16;
    QStringList m_uncut;
    QString m_why;
};

QTEST_GUILESS_MAIN(TestAsteriskFaults)
#include "tst_asteriskfaults.moc"
