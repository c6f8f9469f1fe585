// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asteriskprovider.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

Q_LOGGING_CATEGORY(lcAsterisk, "linescope.asterisk")

constexpr Microseconds claimTime = 2_s; // for the applications to open a line that has just appeared

Ami::Settings connectionOf(const AsteriskSettings &settings)
{
    Ami::Settings connection = settings.connection;
    connection.control = settings.control; // one switch for both
    return connection;
}

DriverCall callOf(const Report &report)
{
    return std::visit(
        [](const auto &r) -> DriverCall {
            if constexpr (requires { DriverCall(r.call); })
                return r.call;
            else
                return {};
        },
        report);
}

} // namespace

AsteriskProvider::AsteriskProvider(const AsteriskSettings &settings, const QByteArray &secret, Clock *clock,
                                   QObject *parent)
    : ServiceProvider(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_connection(connectionOf(settings), clock)
    , m_tracker(settings.local)
    , m_channelIdPrefix("linescope-" + QByteArray::number(QRandomGenerator::global()->generate(), 16) + '-')
{
    m_connection.setSecret(secret);
    connect(&m_connection, &Ami::Connection::loggedIn, this, &AsteriskProvider::askForEverything);
    connect(&m_connection, &Ami::Connection::message, this, &AsteriskProvider::received);
    connect(&m_connection, &Ami::Connection::lost, this, &AsteriskProvider::connectionLost);
    connect(&m_connection, &Ami::Connection::healthChanged, this, [this](const Health &health) {
        flush();
        Q_EMIT healthChanged(health);
    });
}

QString AsteriskProvider::displayName() const { return m_settings.displayName(); }

void AsteriskProvider::start()
{
    m_running = true;
    m_connection.open();
}

void AsteriskProvider::stop()
{
    m_running = false;
    ++m_run;
    m_connection.close();
    m_batch.clear();
    m_pending.clear();
    m_queries.clear();
    m_parking.clear();
    m_generations.clear();
    m_takeBackLater.clear();
    m_dropLater.clear();
    m_tracker = ChannelTracker(m_settings.local);
}

// ---- what the server says ------------------------------------------------------------------------------------------

void AsteriskProvider::askForEverything()
{
    m_queries.clear();
    m_tracker.beginOther(m_clock->now());
    report(m_tracker.connected());
    for (const QByteArray &action : m_settings.firstQuestions())
        ask(action);
}

// There may be others now. A server that has long been up says FullyBooted before it answers the first question.
void AsteriskProvider::askForEndpoints()
{
    if (!m_queries.values().contains("PJSIPShowEndpoints"))
        ask("PJSIPShowEndpoints");
}

void AsteriskProvider::ask(const QByteArray &action)
{
    const auto sent = m_connection.send(Ami::Action(action));
    if (sent)
        m_queries.insert(*sent, action);
    else
        qCWarning(lcAsterisk).noquote() << sent.error();
}

void AsteriskProvider::received(const Ami::Message &message)
{
    if (message.event().isEmpty())
        return answered(message);
    report(m_tracker.consume(message, m_clock->now()));
    if (!m_takeBackLater.isEmpty() || !m_dropLater.isEmpty())
        goOnWithConsultations();
    if (message.event() == QByteArrayView("OriginateResponse"))
        originated(message);
    else if (message.event() == QByteArrayView("Reload") || message.event() == QByteArrayView("FullyBooted"))
        askForEndpoints();
    else if (message.event() == QByteArrayView("ParkedCall"))
        completeParking();
}

void AsteriskProvider::answered(const Ami::Message &message)
{
    m_tracker.beginOther(m_clock->now());
    const QByteArray actionId = message.value("ActionID").toByteArray();
    const bool failed = message.response() == QByteArrayView("Error");
    const QByteArray query = m_queries.take(actionId);
    if (failed && !query.isEmpty())
        refused(query);
    else if (query == "ListCommands")
        learnRights(message);

    const auto pending = m_pending.constFind(actionId);
    if (pending == m_pending.cend() || (!failed && !pending->channelId.isEmpty()))
        return; // an Originate is answered by OriginateResponse or by its channel
    const Pending asked = m_pending.take(actionId);
    const bool denied = message.value("Message") == QByteArrayView("Permission denied");
    const LineError result = !failed ? LineError::None
        : denied                     ? LineError::OperationUnavail
                                     : LineError::OperationFailed;
    if (asked.then)
        asked.then(result);
    else if (m_tracker.unexpect(asked.channelId))
        complete(asked.request, result);
}

// What works with less; the health says what is missing.
void AsteriskProvider::refused(const QByteArray &query)
{
    if (query == "CoreShowChannels")
        ask("Status"); // says the same, to more accounts
    else if (query == "Status")
        report(m_tracker.withoutChannelList());
    else if (query == "PJSIPShowEndpoints")
        m_tracker.takeLinesFromDevices();
}

// Comes before or after the channel of the call; once the channel has come, the call tells its own story.
void AsteriskProvider::originated(const Ami::Message &message)
{
    const auto pending = m_pending.constFind(message.value("ActionID").toByteArray());
    if (pending == m_pending.cend())
        return;
    const Pending asked = *pending;
    m_pending.erase(pending);
    if (message.response() == QByteArrayView("Failure") && m_tracker.unexpect(asked.channelId))
        complete(asked.request, LineError::OperationFailed);
}

void AsteriskProvider::connectionLost(const QString &reason)
{
    m_tracker.beginOther(m_clock->now());
    for (const Pending &pending : std::exchange(m_pending, {})) {
        if (pending.then)
            pending.then(LineError::OperationFailed);
        else if (m_tracker.unexpect(pending.channelId))
            complete(pending.request, LineError::OperationFailed);
    }
    for (const RequestId request : m_parking.keys() + m_dropLater.keys())
        complete(request, LineError::OperationFailed);
    m_parking.clear();
    m_dropLater.clear();
    m_takeBackLater.clear();
    for (const DriverCall call : m_generations.keys())
        endGeneration(call, GenerateTerm::Cancel);
    m_queries.clear();
    report(m_tracker.disconnected(reason));
}

// ---- reports -------------------------------------------------------------------------------------------------------

// Gathered until the event loop comes round, which is once per read from the socket.
void AsteriskProvider::report(const QList<Report> &reports)
{
    if (reports.isEmpty() || !m_running)
        return;
    const bool scheduled = !m_batch.isEmpty();
    m_batch.append(reports);
    if (!scheduled)
        QMetaObject::invokeMethod(this, &AsteriskProvider::flush, Qt::QueuedConnection);
}

void AsteriskProvider::flush()
{
    if (m_batch.isEmpty())
        return;
    const QList<Report> batch = std::exchange(m_batch, {});
    letUnclaimedCallsGo(batch);
    Q_EMIT reported(batch);
}

// What has not been handed on is not said of calls that are closed (V-13); requests end all the same.
void AsteriskProvider::withdraw(const QSet<DriverCall> &closed)
{
    m_batch.removeIf([&](const Report &report) {
        return closed.contains(callOf(report)) && !std::holds_alternative<Reports::Completion>(report);
    });
}

void AsteriskProvider::letUnclaimedCallsGo(const QList<Report> &batch)
{
    QList<DriverLine> added;
    for (const Report &report : batch) {
        if (const auto *device = std::get_if<Reports::DeviceAdded>(&report))
            added.append(device->line);
    }
    if (added.isEmpty())
        return;
    m_clock->callAt(m_clock->now() + claimTime, this, [this, added] { m_tracker.forgetUnclaimed(added); });
}

} // namespace Linescope
