// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An Asterisk server as a service provider: its endpoints are lines, its channels are calls. Reads only, unless the
// settings allow control; then it can make calls (Originate) and drop them (Hangup).
#pragma once

#include "asterisksettings.h"
#include "channeltracker.h"
#include "provider/serviceprovider.h"
#include "tapi/clock.h"

#include <QHash>

namespace Linescope {

class AsteriskProvider : public ServiceProvider {
    Q_OBJECT

public:
    // The clock has to outlive the provider.
    AsteriskProvider(const AsteriskSettings &settings, const QByteArray &secret, Clock *clock = SystemClock::instance(),
                     QObject *parent = nullptr);

    QString id() const override { return QStringLiteral("asterisk"); }
    QString displayName() const override;
    ProviderAbilities abilities() const override;
    void start() override;
    void stop() override;
    void execute(const Command &command) override;

private:
    struct Pending { // an action that was sent on behalf of a request
        RequestId request;
        CallId call;
        QByteArray channelId; // of an Originate
        DriverCall dropped;   // by a Hangup
    };

    void askForEverything();
    void askForEndpoints();
    void ask(const char *action);
    void received(const Ami::Message &message);
    void answered(const Ami::Message &message);
    void refused(const QByteArray &query);
    void originated(const Ami::Message &message);
    void connectionLost(const QString &reason);

    void makeCall(const Commands::MakeCall &command);
    void actOnCall(const Commands::ActOnCall &command);
    void closeCall(const CallTarget &target);
    void closeLine(DriverLine line);
    void complete(RequestId request, LineError result);

    void report(const QList<Report> &reports);
    void flush();
    void letUnclaimedCallsGo(const QList<Report> &batch);

    const AsteriskSettings m_settings;
    Clock *const m_clock;
    Ami::Connection m_connection;
    ChannelTracker m_tracker;
    QHash<QByteArray, Pending> m_pending;    // by ActionID
    QHash<QByteArray, QByteArray> m_queries; // ActionID -> action
    QList<Report> m_batch;                   // not yet handed on
    QByteArray m_channelIdPrefix;
    quint32 m_lastChannelId = 0;
    bool m_running = false;
};

} // namespace Linescope
