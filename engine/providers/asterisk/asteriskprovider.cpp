// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asteriskprovider.h"

#include "tapi/overload.h" // Overload

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

template<class Type, class... Types>
concept OneOf = (std::is_same_v<Type, Types> || ...);

// Commands for what is not among the abilities. They are named, so that the compiler asks about new ones.
template<class Command>
concept Unable =
    OneOf<Command, Commands::Unpark, Commands::Pickup, Commands::SetupTransfer, Commands::CompleteTransfer,
          Commands::SetupConference, Commands::PrepareAddToConference, Commands::AddToConference, Commands::SwapHold,
          Commands::Dial, Commands::BlindTransfer, Commands::Redirect, Commands::Park, Commands::CompleteCall,
          Commands::SetCallData, Commands::SendUserUserInfo, Commands::SetAppSpecific, Commands::SetMediaMode,
          Commands::MonitorDigits, Commands::GenerateDigits, Commands::SetStatusMessages>;

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

QString AsteriskProvider::displayName() const { return u"%1 (Asterisk)"_s.arg(m_settings.connection.host); }

ProviderAbilities AsteriskProvider::abilities() const
{
    ProviderAbilities abilities;
    if (m_settings.control) {
        abilities.callFeatures = CallFeature::Drop;
        abilities.addressFeatures = AddressFeature::MakeCall;
    }
    return abilities;
}

void AsteriskProvider::start()
{
    m_running = true;
    m_connection.open();
}

void AsteriskProvider::stop()
{
    m_running = false;
    m_connection.close();
    m_batch.clear();
    m_pending.clear();
    m_queries.clear();
    m_tracker = ChannelTracker(m_settings.local);
}

// ---- what the server says ------------------------------------------------------------------------------------------

void AsteriskProvider::askForEverything()
{
    m_queries.clear();
    report(m_tracker.connected());
    for (const char *action : {"PJSIPShowEndpoints", "DeviceStateList", "BridgeList", "CoreShowChannels"})
        ask(action);
}

// There may be others now. A server that has long been up says FullyBooted before it answers the first question.
void AsteriskProvider::askForEndpoints()
{
    if (!m_queries.values().contains("PJSIPShowEndpoints"))
        ask("PJSIPShowEndpoints");
}

void AsteriskProvider::ask(const char *action)
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
    report(m_tracker.consume(message));
    if (message.event() == QByteArrayView("OriginateResponse"))
        originated(message);
    else if (message.event() == QByteArrayView("Reload") || message.event() == QByteArrayView("FullyBooted"))
        askForEndpoints();
}

void AsteriskProvider::answered(const Ami::Message &message)
{
    const QByteArray actionId = message.value("ActionID").toByteArray();
    const bool failed = message.response() == QByteArrayView("Error");
    const QByteArray query = m_queries.take(actionId);
    if (failed && !query.isEmpty())
        refused(query);

    const auto pending = m_pending.constFind(actionId);
    if (pending == m_pending.cend() || (!failed && !pending->channelId.isEmpty()))
        return; // an Originate is answered by OriginateResponse or by its channel
    const Pending asked = m_pending.take(actionId);
    if (failed)
        m_tracker.setDropping(asked.dropped, false);
    const bool denied = message.value("Message") == QByteArrayView("Permission denied");
    if (asked.channelId.isEmpty() || m_tracker.unexpect(asked.channelId))
        complete(asked.request,
                 !failed      ? LineError::None
                     : denied ? LineError::OperationUnavail
                              : LineError::OperationFailed);
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
    for (const Pending &pending : std::exchange(m_pending, {})) {
        if (pending.channelId.isEmpty() || m_tracker.unexpect(pending.channelId))
            complete(pending.request, LineError::OperationFailed);
    }
    m_queries.clear();
    report(m_tracker.disconnected(reason));
}

// ---- commands ------------------------------------------------------------------------------------------------------

void AsteriskProvider::execute(const Command &command)
{
    std::visit(Overload{
                   [this](const Commands::OpenLine &c) { report(m_tracker.openLine(c.line)); },
                   [this](const Commands::CloseLine &c) { closeLine(c.line); },
                   [](const Commands::SetDefaultMediaDetection &) {}, // all calls here are of one kind
                   [this](const Commands::MakeCall &c) { makeCall(c); },
                   [this](const Commands::ActOnCall &c) { actOnCall(c); },
                   [this](const Commands::CloseCall &c) { closeCall(c.target); },
                   [this](const Unable auto &c) {
                       if constexpr (requires { c.request; })
                           complete(c.request, LineError::OperationUnavail);
                   },
               },
               command);
}

void AsteriskProvider::makeCall(const Commands::MakeCall &command)
{
    const QByteArray device = m_tracker.lineName(command.line);
    if (!m_settings.control)
        return complete(command.request, LineError::OperationUnavail);
    if (device.isEmpty())
        return complete(command.request, LineError::InvalLineHandle);
    if (!Ami::isDialable(command.destAddress))
        return complete(command.request, LineError::InvalAddress);
    Ami::Action::Originate call;
    call.device = device;
    call.context = m_settings.originateContext.toUtf8();
    call.exten = command.destAddress;
    const QByteArray channelId = m_channelIdPrefix + QByteArray::number(++m_lastChannelId);
    Ami::Action action = Ami::Action::originate(call);
    action.add("ChannelId", channelId);
    const auto sent = m_connection.send(action);
    if (!sent) {
        qCWarning(lcAsterisk).noquote() << sent.error();
        return complete(command.request, LineError::OperationFailed);
    }
    qCInfo(lcAsterisk) << "Originate sent for" << device;
    m_tracker.expect(channelId, command.request, command.line, command.destAddress);
    m_pending.insert(*sent, {command.request, command.call, channelId, {}});
}

void AsteriskProvider::actOnCall(const Commands::ActOnCall &command)
{
    if (command.action != Commands::CallAction::Drop || !m_settings.control)
        return complete(command.request, LineError::OperationUnavail);
    const QByteArray channel = m_tracker.channelName(command.target.driver);
    if (channel.isEmpty())
        return complete(command.request, LineError::InvalCallState);
    const auto sent = m_connection.send(Ami::Action::hangup(channel));
    if (!sent) {
        qCWarning(lcAsterisk).noquote() << sent.error();
        return complete(command.request, LineError::OperationFailed);
    }
    qCInfo(lcAsterisk) << "Hangup sent for" << channel;
    m_tracker.setDropping(command.target.driver, true);
    m_pending.insert(*sent, {command.request, command.target.call, {}, command.target.driver});
}

// A call that is still being made: its request ends here (V-10).
void AsteriskProvider::closeCall(const CallTarget &target)
{
    if (target.driver.isNull()) {
        const auto pending = std::find_if(m_pending.begin(), m_pending.end(), [&](const Pending &p) {
            return p.call == target.call && !p.channelId.isEmpty();
        });
        if (pending != m_pending.end() && m_tracker.unexpect(pending->channelId))
            complete(pending->request, LineError::OperationFailed);
        return;
    }
    m_tracker.closeCall(target.driver);
    m_batch.removeIf([&](const Report &report) { return callOf(report) == target.driver; });
}

void AsteriskProvider::closeLine(DriverLine line)
{
    const QSet<DriverCall> closed = m_tracker.closeLine(line);
    m_batch.removeIf([&](const Report &report) {
        return closed.contains(callOf(report)) && !std::holds_alternative<Reports::Completion>(report);
    });
}

void AsteriskProvider::complete(RequestId request, LineError result)
{
    report({Reports::Completion{request, result, {}}});
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
