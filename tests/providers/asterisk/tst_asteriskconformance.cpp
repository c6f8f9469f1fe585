// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every recording of a real server, told by ChannelTracker to the engine with the conformance checks beside it: no rule
// is broken, and the warnings that are left are known.
#include "recording.h"
#include "server/serverchecks.h"
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

// The engine on the tracker, which has every line open for somebody.
class Played {
public:
    explicit Played(LocalChannels local)
        : m_tracker(local)
        , m_server(&m_clock)
        , m_checks(&m_server)
    {
        QObject::connect(&m_server, &TelephonyServer::findingRaised, &m_server, [this](const Finding &finding) {
            findings += u"%1 %2: %3"_s.arg(QLatin1StringView(finding.rule),
                                           QLatin1StringView(toString(finding.severity)), finding.text);
        });
        m_provider = m_server.addProvider(u"asterisk"_s, {}, [this](const Command &command) {
            if (const auto *open = std::get_if<Commands::OpenLine>(&command))
                m_server.report(m_provider, m_tracker.openLine(open->line));
        });
        Requests::InitializeEx request;
        request.appName = u"watcher"_s;
        m_app = *m_server.lineInitializeEx(request);
        QObject::connect(&m_server, &TelephonyServer::deviceAdded, &m_server, [this](DeviceId device) {
            (void)m_server.lineNegotiateApiVersion(m_app, deviceNumber(device), ApiVersion::V2_2, ApiVersion::V2_2);
            Requests::Open open;
            open.deviceId = deviceNumber(device);
            (void)m_server.lineOpen(m_app, open);
        });
        take(m_tracker.connected());
    }
    void play(const QString &recording)
    {
        Microseconds now = 0;
        for (const TimedMessage &message : readRecording(recording)) {
            const Microseconds time = std::max(now, Microseconds(message.time * 1e6));
            m_clock.advance(time - std::exchange(now, time));
            take(m_tracker.consume(OwnedMessage(message.lines).message()));
        }
        m_clock.advance(3600_s);
    }
    quint64 callCount() const { return m_server.world().totals().callsCreated; }

    QStringList findings;

private:
    void take(const QList<Report> &reports)
    {
        m_server.report(m_provider, reports);
        m_clock.advance(0); // what the lines that were opened have to say
    }

    ManualClock m_clock;
    ChannelTracker m_tracker;
    TelephonyServer m_server;
    ServerChecks m_checks;
    ProviderId m_provider;
    HLineApp m_app;
};

} // namespace

class TestAsteriskConformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aRecordingBreaksNoRule_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("showLocal");
        for (const QString &file : recordings()) {
            QTest::addRow("%s", qPrintable(file)) << file << false;
            QTest::addRow("%s, local=show", qPrintable(file)) << file << true;
        }
    }
    void aRecordingBreaksNoRule()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, showLocal);
        Played played(showLocal ? LocalChannels::Show : LocalChannels::Fold);
        played.play(file);
        QCOMPARE(played.findings.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestAsteriskConformance)
#include "tst_asteriskconformance.moc"
