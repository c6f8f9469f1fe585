// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amipeer.h"

#include <QCryptographicHash>
#include <QSslServer>

namespace Linescope {

QByteArray ReceivedAction::value(const QByteArray &key) const
{
    for (const auto &[name, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QList<ReceivedAction> ActionReader::feed(const QByteArray &bytes)
{
    QList<ReceivedAction> actions;
    for (const char c : bytes) {
        if (c == '\n') {
            m_line.chop(m_line.endsWith('\r') ? 1 : 0);
            endLine(actions);
        } else {
            if (m_line.endsWith('\r') || m_line.endsWith('\0'))
                endLine(actions);
            m_line += c;
        }
    }
    return actions;
}

void ActionReader::endLine(QList<ReceivedAction> &actions)
{
    const QByteArray line = std::exchange(m_line, {});
    if (!line.isEmpty()) {
        const qsizetype colon = line.indexOf(':');
        m_action.headers.emplace_back(line.left(colon), colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed());
        return;
    }
    if (m_action.headers.isEmpty())
        return;
    m_action.name = m_action.value("Action");
    actions << std::exchange(m_action, {});
}

AmiPeer::AmiPeer()
    : m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &AmiPeer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

AmiPeer::AmiPeer(const QSslConfiguration &tls)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &AmiPeer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

void AmiPeer::accept()
{
    while (QTcpSocket *const socket = m_server->nextPendingConnection()) {
        socket->setParent(this);
        m_socket = socket;
        ++m_connections;
        auto reader = std::make_shared<ActionReader>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, reader] { read(socket, *reader); });
        socket->write(banner);
        Q_EMIT accepted();
        read(socket, *reader);
    }
}

void AmiPeer::read(QTcpSocket *socket, ActionReader &reader)
{
    const QByteArray bytes = socket->readAll();
    m_bytes += bytes;
    for (const ReceivedAction &action : reader.feed(bytes)) {
        m_received << action;
        if (socket->isOpen())
            socket->write(answer(action));
        Q_EMIT answered(action);
    }
}

QList<QByteArray> AmiPeer::receivedNames() const
{
    QList<QByteArray> names;
    for (const ReceivedAction &action : m_received)
        names << action.name;
    return names;
}

QByteArray AmiPeer::response(const ReceivedAction &action, const QByteArray &kind, const QByteArray &lines)
{
    return "Response: " + kind + "\r\nActionID: " + action.value("ActionID") + "\r\n" + lines + "\r\n";
}

QByteArray AmiPeer::usualAnswer(const ReceivedAction &action) const
{
    const QByteArray challenge = "123456789";
    if (action.name == "Challenge")
        return response(action, "Success", "Challenge: " + challenge + "\r\n");
    if (action.name == "Ping")
        return response(action, "Success", "Ping: Pong\r\nTimestamp: 1795335450.391485\r\n");
    if (action.name == "Logoff")
        return response(action, "Goodbye", "Message: Thanks for all the fish.\r\n");
    if (action.name != "Login")
        return response(action, "Success", "Message: Done\r\n");
    const bool md5 = action.value("AuthType") == "MD5";
    const QByteArray key = QCryptographicHash::hash(challenge + secret, QCryptographicHash::Md5).toHex();
    if (md5 ? action.value("Key") != key : action.value("Secret") != secret)
        return response(action, "Error", "Message: Authentication failed\r\n");
    return response(action, "Success", "Message: Authentication accepted\r\n")
        + "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 1\r\nLastReload: 1\r\nStatus: Fully Booted\r\n\r\n";
}

void AmiPeer::send(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

void AmiPeer::cut()
{
    if (m_socket)
        m_socket->abort();
}

} // namespace Linescope
