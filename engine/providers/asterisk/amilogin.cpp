// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Connection, up to the login.
#include "amiconnection.h"

#include "amihealth.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace Linescope::Ami {

namespace {

constexpr Microseconds loginTime = 15_s; // from the first packet to the accepted login
constexpr qint64 readBuffer = 1024 * 1024;

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace

void Connection::connectToServer()
{
    ++m_epoch;
    m_state = State::Connecting;
    if (!m_settings.tls && !m_settings.allowInsecure && !isLoopback(m_settings.host))
        return fail(
            tr("Without TLS, everybody on the way to %1 could read along and take the account over. Use TLS, or "
               "allow the insecure connection.")
                .arg(serverName()),
            Retry::Never);
    connectSocket();
    if (m_state != State::Connecting)
        return;
    callIn(loginTime, [this] {
        if (m_state == State::Connecting)
            fail(tr("%1 cannot be reached: there is no answer.").arg(serverName()));
        else if (m_state == State::Greeting)
            fail(
                tr("%1 does not greet as the Asterisk Manager Interface does. Is this its port, with TLS or without as "
                   "set here?")
                    .arg(serverName()));
        else if (m_state != State::LoggedIn)
            fail(tr("%1 does not answer the login.").arg(serverName()));
    });
    setHealth(false, tr("Connecting to %1.").arg(serverName()));
}

void Connection::connectSocket()
{
    m_parser = std::make_shared<Parser>();
    m_parser->onBanner = [this](QByteArrayView version) { greeted(version); };
    m_parser->onMessage = [this](const Message &message) { received(message); };
    m_pending.clear();
    m_refused.clear();
    m_farewell.clear();
    m_pinged = m_booted = false;
    m_strange = 0;

    m_socket = new QSslSocket(this);
    m_socket->setReadBufferSize(readBuffer);
    connect(m_socket, &QSslSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QSslSocket::errorOccurred, this, &Connection::socketFailed);
    connect(m_socket, &QSslSocket::disconnected, this, &Connection::socketFailed);
    if (!m_settings.tls) {
        connect(m_socket, &QSslSocket::connected, this, &Connection::checkPeer);
        m_socket->connectToHost(m_settings.host, m_settings.port);
        return;
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_settings.caFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(m_settings.caFile);
        if (authorities.isEmpty())
            return fail(tr("The file of certificate authorities cannot be read."), Retry::Never);
        tls.setCaCertificates(authorities);
    }
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QSslSocket::encrypted, this, &Connection::checkPeer);
    connect(m_socket, &QSslSocket::sslErrors, this, &Connection::judgeErrors);
    m_socket->connectToHostEncrypted(m_settings.host, m_settings.port);
}

// Before the first byte is sent.
void Connection::checkPeer()
{
    if (m_settings.tls) {
        const QSslCertificate certificate = m_socket->peerCertificate();
        if (!m_settings.pinnedSha256.isEmpty() && !matchesPin(certificate, m_settings.pinnedSha256))
            return fail(HealthText::wrongPin(serverName(), certificate), Retry::Late);
    } else if (!m_settings.allowInsecure && !m_socket->peerAddress().isLoopback()) {
        return fail(tr("%1 is not this machine, so the connection needs TLS.").arg(serverName()), Retry::Never);
    }
    m_state = State::Greeting;
}

void Connection::judgeErrors(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_socket->peerCertificate();
    if (m_settings.pinnedSha256.isEmpty())
        fail(HealthText::badCertificate(serverName(), certificate, errors), Retry::Late);
    else if (!matchesPin(certificate, m_settings.pinnedSha256))
        fail(HealthText::wrongPin(serverName(), certificate), Retry::Late);
    else
        m_socket->ignoreSslErrors(errors); // exactly the pinned certificate: nobody has to vouch for it
}

void Connection::greeted(QByteArrayView version)
{
    m_version = version.toByteArray().left(32);
    if (!m_settings.md5)
        return sendLogin({});
    m_state = State::Challenged;
    write(Action("Challenge").add("AuthType", "MD5"), nextActionId());
}

void Connection::sendLogin(const QByteArray &challenge)
{
    Action login("Login");
    login.add("Username", m_settings.user);
    if (m_settings.md5)
        login.add("AuthType", "MD5")
            .add("Key", QCryptographicHash::hash(challenge + m_secret, QCryptographicHash::Md5).toHex());
    else
        login.add("Secret", m_secret);
    login.add("Events", m_settings.eventClasses.join(u','));
    m_state = State::LoggingIn;
    write(login, nextActionId());
}

void Connection::challenged(const Message &message)
{
    const QByteArrayView challenge = message.value("Challenge");
    if (message.response() != "Success" || challenge.isEmpty())
        return fail(tr("%1 offers no login with MD5.").arg(serverName()), Retry::Late);
    sendLogin(challenge.toByteArray());
}

void Connection::loginAnswered(const Message &message)
{
    if (message.response() != "Success")
        return fail(tr("%1 refused the user name “%2” or its password.").arg(serverName(), m_settings.user),
                    Retry::Late);
    m_state = State::LoggedIn;
    m_loggedInAt = m_clock->now();
    watch(m_clock->now());
    callIn(bootTime, [this] { reportUp(); });
    setHealth(true, connectedText());
    if (m_state == State::LoggedIn)
        Q_EMIT loggedIn();
}

} // namespace Linescope::Ami
