// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amiconnection.h"

#include "amihealth.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Ami {

namespace {

Q_LOGGING_CATEGORY(lcAmi, "linescope.asterisk.ami")

constexpr Microseconds idleTime = 10_s;    // then a ping
constexpr Microseconds silenceTime = 15_s; // then it is gone
constexpr Microseconds awayTime = 1_s;     // so late, and the silence is our own
constexpr Microseconds stableTime = 30_s;  // a connection that lasted resets the back-off
constexpr Microseconds lateRetry = 300_s;  // after a refusal: no hammering, no lock-out
constexpr Microseconds goodbyeTime = 5_s;
constexpr qint64 maxUnsent = 1024 * 1024;
constexpr size_t maxPending = 10'000;
constexpr int maxStrange = 100;

void wipe(QByteArray &secret)
{
    volatile char *bytes = secret.data();
    for (qsizetype i = 0; i < secret.size(); ++i)
        bytes[i] = 0;
    secret.clear();
}

} // namespace

Connection::Connection(const Settings &settings, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_idPrefix("ls" + QByteArray::number(QRandomGenerator::global()->generate(), 16) + '-')
{
}

Connection::~Connection()
{
    dropSocket();
    wipe(m_secret);
}

void Connection::setSecret(QByteArray secret)
{
    wipe(m_secret);
    m_secret = std::move(secret);
    m_secret.detach();
}

void Connection::open()
{
    if (m_state != State::Closed)
        return;
    m_failures = 0;
    connectToServer();
}

void Connection::close()
{
    ++m_epoch;
    if (m_state == State::LoggedIn && write(Action("Logoff"), nextActionId())) {
        QSslSocket *const socket = std::exchange(m_socket, nullptr);
        socket->disconnect(this);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        m_clock->callAt(m_clock->now() + goodbyeTime, socket, [socket] { socket->abort(); });
        socket->flush();
        socket->disconnectFromHost();
    }
    dropSocket();
    m_state = State::Closed;
    m_health = {};
}

// ---- Logged in -----------------------------------------------------------------------------------------------------

tl::expected<QByteArray, QString> Connection::send(const Action &action)
{
    if (m_state != State::LoggedIn)
        return tl::unexpected<QString>(tr("There is no connection to %1.").arg(serverName()));
    if (isControl(action.name()) && !m_settings.control)
        return tl::unexpected<QString>(tr("%1 is connected for reading only.").arg(serverName()));
    if (m_pending.size() >= maxPending || m_socket->bytesToWrite() > maxUnsent)
        return tl::unexpected<QString>(tr("%1 does not keep up with what it is asked.").arg(serverName()));
    const QByteArray id = nextActionId();
    return action.encode(id).map([this, &action, &id](const QByteArray &bytes) {
        m_pending.emplace_back(id, action.name().toByteArray());
        m_socket->write(bytes);
        return id;
    });
}

void Connection::read()
{
    m_lastReceived = m_clock->now();
    m_pinged = false;
    const std::shared_ptr<Parser> parser = m_parser; // outlives a close() in one of its callbacks
    parser->feed(*m_socket);
    if (m_parser == parser && !parser->error().isEmpty())
        fail(parser->error());
}

void Connection::received(const Message &message)
{
    const QByteArrayView kind = message.headers().front().first;
    const bool isResponse = kind == "Response";
    if (m_state == State::Challenged && isResponse)
        return challenged(message);
    if (m_state == State::LoggingIn && isResponse)
        return loginAnswered(message);
    if (m_state != State::LoggedIn)
        return;
    m_strange = isResponse || kind == "Event" ? 0 : m_strange + 1;
    if (m_strange > maxStrange)
        return fail(tr("%1 sends what is not the Asterisk Manager Interface.").arg(serverName()));
    if (isResponse)
        noteAnswer(message);
    else
        noteServerState(message);
    if (m_state == State::LoggedIn)
        Q_EMIT this->message(message);
}

void Connection::noteServerState(const Message &message)
{
    const QByteArrayView event = message.event();
    if (event == "FullyBooted") {
        m_booted = true;
        reportUp();
    } else if (event == "Shutdown") {
        m_farewell = message.value("Restart") == "True" ? tr("%1 is restarting.").arg(serverName())
                                                        : tr("%1 was shut down.").arg(serverName());
    }
}

void Connection::noteAnswer(const Message &message)
{
    const QByteArrayView id = message.value("ActionID");
    const auto asked = std::find_if(m_pending.begin(), m_pending.end(),
                                    [id](const auto &pending) { return pending.first == id; });
    if (asked == m_pending.end())
        return;
    const QString action = QString::fromLatin1(asked->second);
    m_pending.erase(asked);
    if (message.response() != "Error" || message.value("Message") != "Permission denied" || m_refused.contains(action))
        return;
    m_refused << action;
    reportUp();
}

void Connection::reportUp()
{
    QStringList lacks;
    if (!m_refused.isEmpty())
        lacks << HealthText::missingPermission(m_settings.user, m_refused);
    const bool bootOverdue = m_clock->now() - m_loggedInAt >= bootTime;
    if (bootOverdue && !m_booted && m_settings.eventClasses.contains("system"_L1))
        lacks << tr("%1 has not said that it is fully booted. If that lasts, the section of “%2” in manager.conf lacks "
                    "this: read = system")
                     .arg(serverName(), m_settings.user);
    setHealth(true, lacks.isEmpty() ? connectedText() : lacks.join(u' '));
}

// A look that comes late says nothing of the server: this machine has slept, or this thread had no processor.
void Connection::watch(Microseconds due)
{
    const Microseconds now = m_clock->now(), idle = now - m_lastReceived;
    const bool wasAway = now - due >= awayTime;
    if (m_pinged && idle >= silenceTime && !wasAway)
        return fail(tr("%1 has been silent for %2 s, even when asked.").arg(serverName()).arg(silenceTime / 1_s));
    if (idle >= idleTime && (!m_pinged || wasAway))
        m_pinged = write(Action("Ping"), nextActionId());
    const Microseconds wait = !m_pinged ? idleTime - idle : (wasAway ? silenceTime - idleTime : silenceTime - idle);
    callIn(wait, [this, next = now + wait] { watch(next); });
}

// ---- Failing and coming back ---------------------------------------------------------------------------------------

void Connection::socketFailed()
{
    QSslSocket *const socket = m_socket;
    if (socket->bytesAvailable() > 0)
        read();
    if (socket != m_socket)
        return;
    const auto error = socket->error();
    const QString detail = socket->errorString();
    if (!m_farewell.isEmpty())
        fail(m_farewell);
    else if (error == QAbstractSocket::SslHandshakeFailedError)
        fail(HealthText::noTls(serverName(), detail));
    else if (m_state == State::Connecting)
        fail(HealthText::unreachable(serverName(), error, detail));
    else if (m_state != State::LoggedIn)
        fail(tr("%1 closed the connection before the login.").arg(serverName()));
    else if (error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::UnknownSocketError)
        fail(tr("%1 closed the connection.").arg(serverName()));
    else
        fail(tr("The connection to %1 broke: %2.").arg(serverName(), detail));
}

void Connection::fail(const QString &reason, Retry retry)
{
    const bool wasUp = m_state == State::LoggedIn;
    if (wasUp && m_clock->now() - m_loggedInAt >= stableTime)
        m_failures = 0;
    qCInfo(lcAmi).noquote() << reason;
    m_failure = reason;
    dropSocket();
    const quint64 epoch = ++m_epoch;
    m_state = retry == Retry::Never ? State::Closed : State::Waiting;
    if (wasUp)
        Q_EMIT lost(reason);
    if (epoch == m_epoch)
        wait(reason, retry);
}

void Connection::wait(const QString &reason, Retry retry)
{
    if (retry == Retry::Never)
        return setHealth(false, reason);
    const Microseconds backOff = qMin(30_s, 1_s << qMin(m_failures, 5));
    ++m_failures;
    countDown(reason, m_clock->now() + (retry == Retry::Late ? lateRetry : backOff));
}

void Connection::countDown(const QString &reason, Microseconds until)
{
    const Microseconds left = until - m_clock->now();
    if (left <= 0)
        return connectToServer();
    const Microseconds unit = left > 60_s ? 60_s : 1_s;
    const qint64 units = (left + unit - 1) / unit;
    const QString when = unit == 1_s ? tr("Reconnecting in %1 s.") : tr("Reconnecting in %1 min.");
    callIn(left - (units - 1) * unit, [this, reason, until] { countDown(reason, until); });
    setHealth(false, reason + u' ' + when.arg(units));
}

void Connection::dropSocket()
{
    if (m_parser)
        m_parser->stop();
    m_parser.reset();
    if (!m_socket)
        return;
    QSslSocket *const socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void Connection::setHealth(bool up, const QString &text)
{
    const Health health{up, text};
    if (m_health == health)
        return;
    m_health = health;
    Q_EMIT healthChanged(health);
}

// For the connection's own actions, whose values come from the settings.
bool Connection::write(const Action &action, const QByteArray &actionId)
{
    auto bytes = action.encode(actionId);
    if (!bytes) {
        fail(bytes.error(), Retry::Never);
        return false;
    }
    m_socket->write(*bytes);
    wipe(*bytes);
    return true;
}

QByteArray Connection::nextActionId() { return m_idPrefix + QByteArray::number(++m_lastId); }

QString Connection::serverName() const
{
    const bool bare = m_settings.host.contains(u':') && !m_settings.host.startsWith(u'['); // an IPv6 address
    return (bare ? u'[' + m_settings.host + u']' : m_settings.host) + u':' + QString::number(m_settings.port);
}

QString Connection::connectedText() const
{
    return tr("Connected to %1, Asterisk Call Manager %2.").arg(serverName(), QString::fromUtf8(m_version));
}

void Connection::callIn(Microseconds delay, std::function<void()> call)
{
    m_clock->callAt(m_clock->now() + delay, this, [this, epoch = m_epoch, call = std::move(call)] {
        if (epoch == m_epoch)
            call();
    });
}

} // namespace Linescope::Ami
