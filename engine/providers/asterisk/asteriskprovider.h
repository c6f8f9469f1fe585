// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An Asterisk server as a service provider: its endpoints are lines, its channels are calls. Reads only, unless the
// settings allow control; then it does what the Manager Interface can do and the account may (ListCommands).
#pragma once

#include "asterisksettings.h"
#include "channeltracker.h"
#include "provider/serviceprovider.h"
#include "tapi/clock.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

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
    std::optional<Provenance> provenance(DriverCall call) const override { return m_tracker.provenance(call); }
    std::optional<Provenance> provenance(DriverLine line) const override { return m_tracker.provenance(line); }

private:
    struct Pending { // an action that was sent on behalf of a request
        using Then = std::function<void(LineError)>;
        RequestId request;
        CallId call;          // of an Originate
        QByteArray channelId; // of an Originate
        Then then;            // with the answer; none: an Originate
    };
    struct Parking {
        DriverCall call;   // from whose far end
        QByteArray parkee; // Uniqueid
    };
    struct Generation {
        quint32 endToEndId = 0;
        QString left;
        quint32 duration = 0; // milliseconds of each digit
    };

    void askForEverything();
    void askForEndpoints();
    void ask(const QByteArray &action);
    void received(const Ami::Message &message);
    void answered(const Ami::Message &message);
    void refused(const QByteArray &query);
    void originated(const Ami::Message &message);
    void connectionLost(const QString &reason);

    // ---- asteriskabilities.cpp ----
    QString whyNot(const std::variant<CallFeature, AddressFeature> &feature, QByteArrayView action) const;
    void learnRights(const Ami::Message &message);

    // ---- asteriskcommands.cpp ----
    QByteArray context() const { return m_settings.originateContext.toUtf8(); }
    void send(const Ami::Action &action, RequestId request, Pending::Then then = {});
    void sendAway(const Ami::Action &action, RequestId request, DriverCall call);
    template<class Creation>
    void originate(const Creation &command, const QString &exten, Channel::Reason reason);
    void pickup(const Commands::Pickup &command);
    void actOnCall(const Commands::ActOnCall &command);
    void drop(RequestId request, DriverCall call);
    void notify(RequestId request, DriverCall call, const char *event);
    void kick(RequestId request, DriverCall call);
    void act(const Commands::BlindTransfer &command);
    void act(const Commands::Redirect &command);
    void act(const Commands::Park &command);
    void completeParking();
    void closeCall(const CallTarget &target);
    void closeLine(DriverLine line);
    void failWaiting(const QSet<DriverCall> &closed);
    void later(Microseconds time, std::function<void()> call);
    void complete(RequestId request, LineError result);

    // ---- asteriskconsultations.cpp ----
    void act(const Commands::SetupTransfer &command);
    void act(const Commands::Dial &command);
    void act(const Commands::CompleteTransfer &command);
    void cancelConsultation(RequestId request, DriverCall consultation);
    void takeBack(DriverCall consultation, RequestId request);
    void endLater(DriverCall consultation, Microseconds time, std::optional<DisconnectMode> mode);
    void goOnWithConsultations();

    // ---- asteriskdigits.cpp ----
    void generateDigits(const Commands::GenerateDigits &command);
    void generateNext(DriverCall call, quint32 endToEndId);
    void endGeneration(DriverCall call, GenerateTerm how);

    void report(const QList<Report> &reports);
    void flush();
    void withdraw(const QSet<DriverCall> &closed);
    void letUnclaimedCallsGo(const QList<Report> &batch);

    const AsteriskSettings m_settings;
    Clock *const m_clock;
    Ami::Connection m_connection;
    ChannelTracker m_tracker;
    QHash<QByteArray, Pending> m_pending;    // by ActionID
    QHash<QByteArray, QByteArray> m_queries; // ActionID -> action
    QHash<RequestId, Parking> m_parking;
    QHash<DriverCall, Generation> m_generations;
    QSet<DriverCall> m_takeBackLater;            // consultation calls that have not begun
    QHash<RequestId, DriverCall> m_dropLater;    // calls that still consult somebody
    std::optional<QSet<QByteArray>> m_permitted; // actions; none: not learnt yet
    QList<Report> m_batch;                       // not yet handed on
    QByteArray m_channelIdPrefix;
    quint32 m_lastChannelId = 0;
    quint64 m_run = 0; // counts stops: what was planned before one is void
    bool m_running = false;
};

} // namespace Linescope
