// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole way on loopback: a server's bytes, the provider, the rules, a monitoring application, the World.
#include "amiplayer.h"
#include "asteriskwatch.h"
#include "worldcheck.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

template<class F, size_t... Index>
void forEachCommand(F f, std::index_sequence<Index...>)
{
    (f(std::variant_alternative_t<Index, Command>()), ...);
}
template<class F>
void forEachCommand(F f)
{
    forEachCommand(f, std::make_index_sequence<std::variant_size_v<Command>>());
}

} // namespace

class TestAsteriskProvider : public QObject {
    Q_OBJECT

private:
    void expectEnded(const Watch &watch, const Expected &expected)
    {
        const auto calls = watch.calls();
        QCOMPARE(QSet<QString>(calls.keyBegin(), calls.keyEnd()),
                 QSet<QString>(expected.causes.keyBegin(), expected.causes.keyEnd()));
        for (auto cause = expected.causes.begin(); cause != expected.causes.end(); ++cause) {
            const Call *call = calls[cause.key()];
            QVERIFY(call->isIdle());
            QVERIFY(call->handleCount() == 1); // retained by the watcher
            QCOMPARE(int(call->info.number(&CallInfo::cause)), cause.value());
        }
        QCOMPARE(watch.server.world().totals().findings, quint64(0)); // the rules have nothing to complain of
        const QStringList wrong = Test::contradictions(watch.server);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    void addRecordings()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("showLocal");
        for (const auto &truth : {m_truth16, m_truth22, m_truthSysname}) {
            for (auto row = truth.begin(); row != truth.end(); ++row) {
                m_expected.insert(row.key(), row.value());
                QTest::newRow(qPrintable(row.key() + u" shown"_s)) << row.key() << true;
                QTest::newRow(qPrintable(row.key() + u" folded"_s)) << row.key() << false;
            }
        }
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void initTestCase()
    {
        m_truth16 = readTruth(u"truth-a16.jsonl"_s, u"a16-"_s);
        m_truth22 = readTruth(u"truth-a22.jsonl"_s, u"a22-"_s);
        m_truthSysname = readTruth(u"truth-a16-sysname.jsonl"_s, u"a16-sysname-"_s);
        QVERIFY(m_truth16.size() + m_truth22.size() + m_truthSysname.size() > 40);
    }

    void everyRecordingEndsWithEveryCallIdleAndRetained_data() { addRecordings(); }
    void everyRecordingEndsWithEveryCallIdleAndRetained()
    {
        QFETCH(QString, file);
        QFETCH(bool, showLocal);
        const Expected expected = showLocal ? m_expected[file].first : m_expected[file].second;
        AmiPlayer player(file);
        Watch watch(settingsFor(player.port(), showLocal ? u"?local=show"_s : QString()));
        QTRY_VERIFY(player.finished());
        QTRY_COMPARE(watch.calls().size(), expected.causes.size());
        QTRY_VERIFY2(watch.liveCalls().isEmpty(), qPrintable(watch.liveCalls().values().join(u' ')));
        expectEnded(watch, expected);
    }

    void endpointsAreLinesWithTheirServiceState()
    {
        AmiPlayer player(u"a16-login-and-lists.txt"_s);
        Watch watch(settingsFor(player.port()));
        QTRY_COMPARE(watch.server.world().devices().size(), size_t(7));
        QTRY_VERIFY(!watch.device(u"PJSIP/6001"_s)->info.inService);
        QVERIFY(!watch.device(u"PJSIP/6001"_s)->info.stateText.isEmpty());
        QVERIFY(watch.device(u"PJSIP/trunk"_s)->info.inService);
        QCOMPARE(watch.server.world().lines().size(), 7);
    }

    void anAccountWithFewPermissionsWorksWithLess()
    {
        AmiPeer peer;
        peer.answer = [&](const ReceivedAction &action) {
            const QByteArray id = "ActionID: " + action.value("ActionID") + "\r\n";
            if (action.name == "PJSIPShowEndpoints" || action.name == "CoreShowChannels")
                return AmiPeer::response(action, "Error", "Message: Permission denied\r\n");
            QByteArray bytes = peer.usualAnswer(action);
            if (action.name == "DeviceStateList")
                bytes += "Event: DeviceStateChange\r\n" + id + "Device: PJSIP/6001\r\nState: UNAVAILABLE\r\n\r\n"
                    + "Event: DeviceStateChange\r\n" + id + "Device: Queue:support_avail\r\nState: INUSE\r\n\r\n";
            if (action.name == "Status")
                bytes += "Event: Status\r\n" + id
                    + "Channel: PJSIP/6002-00000001\r\nUniqueid: 1.1\r\nChannelState: 6\r\nDNID: 6003\r\n\r\n"
                    + "Event: StatusComplete\r\n" + id + "\r\n";
            return bytes;
        };
        Watch watch(settingsFor(peer.port()));
        QTRY_COMPARE(watch.liveCalls(), QSet<QString>{u"1.1"_s});
        QCOMPARE(watch.server.world().devices().size(), size_t(2));
        QVERIFY(!watch.device(u"PJSIP/6001"_s)->info.inService);
        const CallInfo info = watch.calls().value(u"1.1"_s)->info.unpack();
        QCOMPARE(CallOrigin(info.origin), CallOrigin::Outbound);
        QCOMPARE(info.calledId, u"6003"_s);
        QVERIFY(watch.server.world().providers().front().up);
        QVERIFY(watch.health().contains(u"PJSIPShowEndpoints"_s));
    }

    void whereNoListOfChannelsIsPermittedLostCallsEnd()
    {
        AmiPeer peer;
        peer.answer = [&](const ReceivedAction &action) {
            return action.name == "Status" || action.name == "CoreShowChannels"
                ? AmiPeer::response(action, "Error", "Message: Permission denied\r\n")
                : peer.usualAnswer(action);
        };
        Watch watch(settingsFor(peer.port()));
        QTRY_VERIFY(peer.receivedNames().contains("Status"));
        peer.send("Event: Newchannel\r\nChannel: PJSIP/6001-00000001\r\nUniqueid: 1.1\r\nChannelState: 4\r\n\r\n");
        QTRY_COMPARE(watch.liveCalls(), QSet<QString>{u"1.1"_s});
        peer.cut();
        QTRY_VERIFY(watch.hasUnknownCalls());
        watch.clock.advance(1_s);
        QTRY_VERIFY(watch.liveCalls().isEmpty());
        QCOMPARE(DisconnectMode(watch.calls().value(u"1.1"_s)->disconnectMode), DisconnectMode::Unknown);
    }

    void aReloadMayBringEndpoints()
    {
        AmiPeer peer;
        Watch watch(settingsFor(peer.port()));
        QTRY_COMPARE(peer.receivedNames().count("PJSIPShowEndpoints"), 1);
        QTRY_VERIFY(peer.receivedNames().contains("CoreShowChannels"));
        peer.send("Event: Reload\r\nModule: All\r\nStatus: 0\r\n\r\n");
        QTRY_COMPARE(peer.receivedNames().count("PJSIPShowEndpoints"), 2);
    }

    void withoutControlOnlyListeningIsOffered()
    {
        const AsteriskProvider provider(settingsFor(1), "s3cret");
        ProviderAbilities listening;
        listening.callFeatures = CallFeature::MonitorDigits;
        QCOMPARE(provider.abilities(), listening);
    }

    void everyCommandForWhichThereIsNoAbilityIsRefusedOnce() // V-1, E-4
    {
        const AmiPeer peer;
        AsteriskProvider provider(settingsFor(peer.port()), "s3cret");
        QHash<quint32, LineError> results;
        connect(&provider, &ServiceProvider::reported, this, [&](const QList<Report> &batch) {
            for (const Report &report : batch) {
                if (const auto *completion = std::get_if<Reports::Completion>(&report)) {
                    QVERIFY(!results.contains(completion->request.value));
                    results.insert(completion->request.value, completion->result);
                }
            }
        });
        provider.start();
        quint32 asked = 0;
        forEachCommand([&](auto command) {
            if constexpr (requires { command.request; })
                command.request = {++asked};
            provider.execute(command);
        });
        QTRY_COMPARE(results.size(), qsizetype(asked));
        for (const LineError result : std::as_const(results))
            QCOMPARE(result, LineError::OperationUnavail);
    }

    void controlMakesAndDropsCalls()
    {
        AmiPeer peer;
        QByteArray channelId, originateId;
        peer.answer = [&](const ReceivedAction &action) {
            if (action.name == "PJSIPShowEndpoints")
                return AmiPeer::response(action, "Success", "EventList: start\r\n")
                    + "Event: EndpointList\r\nObjectName: 6001\r\nDeviceState: Not in use\r\n\r\n";
            if (action.name == "Originate") {
                channelId = action.value("ChannelId");
                originateId = action.value("ActionID");
            }
            return peer.usualAnswer(action);
        };
        Watch watch(settingsFor(peer.port(), u"?control=1"_s));
        QTRY_COMPARE(watch.server.world().lines().size(), 1);
        const HLine line = watch.server.world().lines().at(0).id;
        const auto made = watch.server.lineMakeCall(watch.app.id(), line, u"6002"_s);
        QVERIFY(made.has_value());
        QTRY_VERIFY(!channelId.isEmpty());
        QVERIFY(watch.liveCalls().isEmpty()); // V-23

        const QByteArray channel = "Channel: PJSIP/6001-0000000a\r\nUniqueid: " + channelId
            + "\r\nLinkedid: " + channelId + "\r\n";
        peer.send("Event: Newchannel\r\n" + channel + "ChannelState: 0\r\n\r\n");
        QTRY_COMPARE(watch.liveCalls(), QSet<QString>{QString::fromUtf8(channelId)});
        const CallId call = watch.calls().value(QString::fromUtf8(channelId))->id;
        QCOMPARE(watch.server.world().call(call)->info.text(&CallInfo::calledId), u"6002"_s);
        QCOMPARE(watch.server.world().call(call)->owners, 1u);
        peer.send("Event: Newstate\r\n" + channel + "ChannelState: 6\r\n\r\n");
        QTRY_COMPARE(watch.server.world().call(call)->state, CallState::Connected);

        QVERIFY(watch.server.lineDrop(watch.app.id(), made->call).has_value());
        QTRY_VERIFY(peer.receivedNames().contains("Hangup"));
        peer.send("Event: SoftHangupRequest\r\n" + channel + "Cause: 16\r\n\r\nEvent: Hangup\r\n" + channel
                  + "Cause: 16\r\n\r\n");
        QTRY_VERIFY(watch.server.world().call(call)->isIdle());
        QCOMPARE(watch.server.world().call(call)->disconnectMode, 0u); // ended at this end
    }

    void aFailedOriginateFailsTheRequest()
    {
        AmiPeer peer;
        peer.answer = [&](const ReceivedAction &action) {
            QByteArray bytes = peer.usualAnswer(action);
            if (action.name == "PJSIPShowEndpoints")
                bytes += "Event: EndpointList\r\nObjectName: 6001\r\nDeviceState: Not in use\r\n\r\n";
            if (action.name == "Originate")
                bytes += "Event: OriginateResponse\r\nActionID: " + action.value("ActionID")
                    + "\r\nResponse: Failure\r\nReason: 0\r\nUniqueid: <null>\r\n\r\n";
            return bytes;
        };
        Watch watch(settingsFor(peer.port(), u"?control=1"_s));
        QTRY_COMPARE(watch.server.world().lines().size(), 1);
        const HLineApp app =
            watch.server.lineInitializeEx({u"Dialer"_s, u"dialer.exe"_s, ApiVersion::V2_2, 1, false}).value();
        QVERIFY(watch.server.lineNegotiateApiVersion(app, 0, ApiVersion::V1_4, ApiVersion::V2_2).has_value());
        Requests::Open open;
        const HLine line = watch.server.lineOpen(app, open).value();
        const auto made = watch.server.lineMakeCall(app, line, u"6002"_s);
        QVERIFY(made.has_value());
        QTRY_VERIFY(watch.server.queuedMessages(app) > 0);
        const LineMessage reply = watch.server.lineGetMessage(app).value();
        QCOMPARE(reply.id, MessageId::Reply);
        QCOMPARE(LineError(reply.param2), LineError::OperationFailed);
        QVERIFY(watch.calls().isEmpty());
    }

private:
    using TruthByFile = QHash<QString, std::pair<Expected, Expected>>;
    TruthByFile m_truth16, m_truth22, m_truthSysname, m_expected;
};

QTEST_GUILESS_MAIN(TestAsteriskProvider)
#include "tst_asteriskprovider.moc"
